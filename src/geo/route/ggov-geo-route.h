/* ggov-geo-route.h: in which order to walk to several places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/* More places than anybody walks to in a week. */
#define GGOV_GEO_ROUTE_MAX 500

/**
 * ggov_geo_route_find:
 * @coords: (array): shape [n][2], longitude then latitude in degrees
 * @n: number of places, 0 to GGOV_GEO_ROUTE_MAX
 * @start: (nullable) (array): longitude and latitude to set out from; NULL to set out from the first
 *   place
 * @order: (out caller-allocates) (array length=n): the places, from 0, in the order of walking
 * @legs_m: (out caller-allocates) (array length=n): metres as the crow flies to each from the one
 *   before, or from the start; 0 for the first where there is no start
 * @error: GGOV_GEO_ERROR_SHAPE where a place is none on earth; or NULL
 *
 * A way that does not come back: the nearest place next, and then any part of it turned round as long
 * as that makes it shorter (2-opt). Mostly within some five parts in a hundred of the shortest. The
 * same each time: of places as near the first is taken. Lengths are those of a plane around the places,
 * true to 3 parts in 100,000 in a town.
 *
 * Source: Croes, G. A. (1958), A method for solving traveling-salesman problems. Operations Research
 * 6(6), for 2-opt.
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean ggov_geo_route_find (const double  *coords,
                              guint          n,
                              const double  *start,
                              guint         *order,
                              double        *legs_m,
                              GError       **error);

G_END_DECLS
