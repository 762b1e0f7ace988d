/* ggov-geo-projection.h: between degrees as they are stored and metres as they are computed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * GgovGeoProjection:
 *
 * A transverse Mercator projection whose centre is the office (or a community) itself: within
 * 50 km of the centre lengths are true to 3 parts in 100,000. On the ellipsoid of CGCS2000, which
 * WGS 84's equals to a tenth of a millimetre. Needs no network and no data files.
 *
 * One thread at a time may use an object; several objects are independent.
 *
 * Source: GB 22021-2008 (CGCS2000); PROJ 9 manual, "tmerc".
 */
#define GGOV_TYPE_GEO_PROJECTION (ggov_geo_projection_get_type ())
G_DECLARE_FINAL_TYPE (GgovGeoProjection, ggov_geo_projection, GGOV, GEO_PROJECTION, GObject)

/**
 * ggov_geo_projection_new:
 * @lon: longitude of the centre, degrees east, -180 to 180
 * @lat: latitude of the centre, degrees north, -85 to 85
 * @error: GGOV_GEO_ERROR_SHAPE where the centre is out of range; or NULL
 *
 * Returns: (transfer full) (nullable): the projection, or NULL with @error set
 */
GgovGeoProjection *ggov_geo_projection_new     (double    lon,
                                                double    lat,
                                                GError  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_projection_new_for_wkb:
 * @wkb: the shape to centre on, longitude then latitude in degrees
 * @error: return location for a GgovGeoError, or NULL
 *
 * Centres on the middle of the shape's bounding box.
 *
 * Returns: (transfer full) (nullable): the projection, or NULL with @error set
 */
GgovGeoProjection *ggov_geo_projection_new_for_wkb (GBytes  *wkb,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_projection_forward:
 * @coords: (array) (inout): shape [n_points][2]; in: longitude, latitude in degrees; out:
 *   easting, northing in metres from the centre
 * @n_points: number of points
 * @error: GGOV_GEO_ERROR_SHAPE where a point is no place on earth or more than 30 degrees of
 *   longitude from the centre, and @coords is then of no use; or NULL
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean           ggov_geo_projection_forward (GgovGeoProjection  *self,
                                                double             *coords,
                                                gsize               n_points,
                                                GError            **error);

/**
 * ggov_geo_projection_inverse:
 * @coords: (array) (inout): shape [n_points][2]; in: metres from the centre; out: degrees
 * @n_points: number of points
 * @error: GGOV_GEO_ERROR_SHAPE where a point is no place on earth; or NULL
 *
 * The way back: what went forward comes back within 1e-11 degrees, a thousandth of a millimetre,
 * but not bit for bit. Coordinates which must stay the same are never sent through it.
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean           ggov_geo_projection_inverse (GgovGeoProjection  *self,
                                                double             *coords,
                                                gsize               n_points,
                                                GError            **error);

/**
 * ggov_geo_measure:
 * @wkb: a polygon, multipolygon, line string or collection, longitude then latitude in degrees
 * @area_m2: (out) (optional): area on the ellipsoid in square metres, holes taken off; 0 for lines
 * @perimeter_m: (out) (optional): length of all rings (holes too) or lines, metres
 * @error: return location for a GgovGeoError, or NULL
 *
 * Winding does not matter. Sides are geodesics. Any thread.
 *
 * Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), as in PROJ.
 *
 * Returns: TRUE, or FALSE with @error set and the outputs left as they were
 */
gboolean           ggov_geo_measure            (GBytes  *wkb,
                                                double  *area_m2,
                                                double  *perimeter_m,
                                                GError **error);

G_END_DECLS
