/* ggov-geo-label.h: where the name of a shape is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * ggov_geo_get_label_place:
 * @wkb: any shape but a collection, longitude then latitude in degrees
 * @lon: (out): degrees
 * @lat: (out): degrees
 * @error: GGOV_GEO_ERROR_SHAPE where it cannot be read; GGOV_GEO_ERROR_INVALID where it has no
 *   points; GGOV_GEO_ERROR_ENGINE; or NULL
 *
 * The centre of the area where it is inside the shape, else a place which is: in the middle of its
 * broadest stretch from west to east. For lines the vertex nearest to their middle. Any thread.
 *
 * Returns: TRUE, or FALSE with @error set and the outputs left as they were
 */
gboolean ggov_geo_get_label_place (GBytes  *wkb,
                                   double  *lon,
                                   double  *lat,
                                   GError **error);

G_END_DECLS
