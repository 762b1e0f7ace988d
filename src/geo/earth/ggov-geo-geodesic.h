/* ggov-geo-geodesic.h: lengths and areas of what is drawn by hand, on the ellipsoid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * ggov_geo_measure_line:
 * @coords: (array): shape [n_points][2], longitude then latitude in degrees
 * @n_points: 0 or more; a line of fewer than two has no length
 * @legs_m: (out) (optional) (array): room for n_points - 1 lengths, metres
 * @length_m: (out): their sum
 * @error: GGOV_GEO_ERROR_SHAPE where a point is no place on earth, or NULL
 *
 * Legs are geodesics: the shortest way over the ellipsoid. Any thread.
 *
 * Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), as in PROJ.
 *
 * Returns: TRUE, or FALSE with @error set and the outputs left as they were
 */
gboolean ggov_geo_measure_line        (const double  *coords,
                                       guint          n_points,
                                       double        *legs_m,
                                       double        *length_m,
                                       GError       **error);

/**
 * ggov_geo_measure_ring:
 * @coords: (array): shape [n_points][2], longitude then latitude in degrees; the first point is not
 *   repeated at the end
 * @n_points: 0 or more; what has fewer than three has no area
 * @area_m2: (out): square metres, 0 or more whichever way it winds
 * @perimeter_m: (out): metres all around, the way back to the first point included
 * @error: GGOV_GEO_ERROR_SHAPE where a point is no place on earth, or NULL
 *
 * The area of a ring that crosses itself means nothing: ask ggov_geo_line_crosses_itself().
 *
 * Source: as ggov_geo_measure_line().
 *
 * Returns: TRUE, or FALSE with @error set and the outputs left as they were
 */
gboolean ggov_geo_measure_ring        (const double  *coords,
                                       guint          n_points,
                                       double        *area_m2,
                                       double        *perimeter_m,
                                       GError       **error);

/**
 * ggov_geo_line_crosses_itself:
 * @coords: (array): shape [n_points][2], longitude then latitude in degrees
 * @is_ring: whether the last point leads back to the first, which is not repeated
 *
 * Sides that meet only in a point they share do not cross, and a point may be repeated. Takes the
 * square of the number of points: for what a hand draws.
 *
 * Returns: whether two sides cross, touch or lie on each other
 */
gboolean ggov_geo_line_crosses_itself (const double  *coords,
                                       guint          n_points,
                                       gboolean       is_ring);

G_END_DECLS
