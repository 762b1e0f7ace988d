/* ggov-geo-frame.c: metres around a place such that straight lines stay straight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-frame-private.h"

/* The ellipsoid of CGCS2000: GB 22021-2008. */
#define EQUATOR_RADIUS 6378137.0
#define FLATTENING     (1 / 298.257222101)
#define MAX_LAT        85.0

static void
set_scale (GgovGeoFrame *self)
{
  double e2 = FLATTENING * (2 - FLATTENING);
  double phi = self->lat * G_PI / 180;
  double w2 = 1 - e2 * sin (phi) * sin (phi);

  self->lon_m = EQUATOR_RADIUS / sqrt (w2) * cos (phi) * G_PI / 180;
  self->lat_m = EQUATOR_RADIUS * (1 - e2) / (w2 * sqrt (w2)) * G_PI / 180;
}

gboolean
_ggov_geo_frame_init (GgovGeoFrame        *self,
                      const GEOSGeometry  *geom,
                      GError             **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double west, south, east, north;

  if (GEOSGeom_getXMin_r (geos, geom, &west) != 1 || GEOSGeom_getYMin_r (geos, geom, &south) != 1 ||
      GEOSGeom_getXMax_r (geos, geom, &east) != 1 || GEOSGeom_getYMax_r (geos, geom, &north) != 1)
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID, "The shape is empty");
      return FALSE;
    }

  self->lon = (west + east) / 2;
  self->lat = (south + north) / 2;
  set_scale (self);

  if (!(fabs (self->lon) <= 180 && fabs (self->lat) <= MAX_LAT))
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                   "Longitude %g, latitude %g is no place to draw borders", self->lon, self->lat);
      return FALSE;
    }

  return TRUE;
}

void
_ggov_geo_frame_to_metres (const GgovGeoFrame *self,
                           double             *coords,
                           gsize               n_points)
{
  for (gsize i = 0; i < n_points; i++)
    {
      coords[2 * i] = (coords[2 * i] - self->lon) * self->lon_m;
      coords[2 * i + 1] = (coords[2 * i + 1] - self->lat) * self->lat_m;
    }
}

void
_ggov_geo_frame_to_degrees (const GgovGeoFrame *self,
                            double             *coords,
                            gsize               n_points)
{
  for (gsize i = 0; i < n_points; i++)
    {
      coords[2 * i] = self->lon + coords[2 * i] / self->lon_m;
      coords[2 * i + 1] = self->lat + coords[2 * i + 1] / self->lat_m;
    }
}

static int
point_to_metres (double *x,
                 double *y,
                 void   *user_data)
{
  const GgovGeoFrame *self = user_data;

  if (!isfinite (*x) || !isfinite (*y))
    return 0;

  *x = (*x - self->lon) * self->lon_m;
  *y = (*y - self->lat) * self->lat_m;

  return 1;
}

GEOSGeometry *
_ggov_geo_frame_apply (const GgovGeoFrame  *self,
                       const GEOSGeometry  *geom,
                       GError             **error)
{
  GEOSGeometry *metres;

  metres = GEOSGeom_transformXY_r (_ggov_geo_engine (), geom, point_to_metres, (void *) self);

  if (metres == NULL)
    g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                         "A coordinate of the shape is not a number");

  return metres;
}

GEOSGeometry *
_ggov_geo_frame_read (const GgovGeoFrame  *self,
                      GBytes              *wkb,
                      GError             **error)
{
  g_autoptr(GEOSGeometry) geom = _ggov_geo_geom_from_wkb (wkb, error);

  return geom != NULL ? _ggov_geo_frame_apply (self, geom, error) : NULL;
}
