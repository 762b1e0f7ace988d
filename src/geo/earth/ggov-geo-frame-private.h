/* ggov-geo-frame-private.h: metres around a place such that straight lines stay straight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-private.h"

G_BEGIN_DECLS

/**
 * GgovGeoFrame:
 * @lon: longitude of the origin, degrees
 * @lat: latitude of the origin, degrees
 * @lon_m: metres to a degree of longitude at the origin
 * @lat_m: metres to a degree of latitude at the origin
 *
 * Degrees scaled to metres. Unlike GgovGeoProjection it keeps lines that are straight in degrees
 * straight in metres, so a point put on an edge in metres lies on the stored edge too, and tiling
 * in metres is tiling in degrees. The price: lengths are off by 0.02 % a kilometre north or south
 * of the origin (latitude 40), which clearances of a few metres do not notice.
 */
typedef struct
{
  double lon;
  double lat;
  double lon_m;
  double lat_m;
} GgovGeoFrame;

/**
 * _ggov_geo_frame_init:
 * @geom: a shape in degrees; the origin is the middle of its bounding box
 * @error: GGOV_GEO_ERROR_INVALID where it is empty, _SHAPE where it is no place on earth; or NULL
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean      _ggov_geo_frame_init       (GgovGeoFrame        *self,
                                          const GEOSGeometry  *geom,
                                          GError             **error);

void          _ggov_geo_frame_to_metres  (const GgovGeoFrame  *self,
                                          double              *coords,
                                          gsize                n_points);

void          _ggov_geo_frame_to_degrees (const GgovGeoFrame  *self,
                                          double              *coords,
                                          gsize                n_points);

/**
 * _ggov_geo_frame_read:
 * @wkb: a shape in degrees
 * @error: return location for a GgovGeoError, or NULL
 *
 * Returns: (transfer full) (nullable): the shape in metres
 */
GEOSGeometry *_ggov_geo_frame_read       (const GgovGeoFrame  *self,
                                          GBytes              *wkb,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_frame_apply:
 *
 * Returns: (transfer full) (nullable): a copy of @geom in metres; NULL where a coordinate is no
 *   place on earth (GGOV_GEO_ERROR_SHAPE)
 */
GEOSGeometry *_ggov_geo_frame_apply      (const GgovGeoFrame  *self,
                                          const GEOSGeometry  *geom,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
