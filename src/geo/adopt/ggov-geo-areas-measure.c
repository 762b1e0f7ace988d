/* ggov-geo-areas-measure.c: square metres of shapes whose sides are straight in degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-areas-private.h"

#define SEMI_MAJOR_M  6378137.0          /* CGCS2000, as WGS 84 */
#define FLATTENING    (1 / 298.257222101) /* CGCS2000 */
#define SPHERE_M      6371008.8          /* mean radius, for lengths only */

/* Square metres between the equator and a latitude, for each radian of longitude (Snyder 3-12). */
static double
get_zone (double sine)
{
  const double e2 = FLATTENING * (2 - FLATTENING);
  const double e = sqrt (e2);

  return SEMI_MAJOR_M * SEMI_MAJOR_M * (1 - e2) / 2 *
         (sine / (1 - e2 * sine * sine) + atanh (e * sine) / e);
}

/* The same in the middle of a side, along which latitude grows evenly: Simpson's rule, whose error
 * on a side of 10 km is under a square millimetre. */
static double
get_mean_zone (double south,
               double north)
{
  return (get_zone (sin (south)) + 4 * get_zone (sin ((south + north) / 2)) +
          get_zone (sin (north))) / 6;
}

static double
measure_ring (const GEOSGeometry *ring)
{
  guint n;
  g_autofree double *coords = _ggov_geo_geom_dup_coords (ring, &n);
  double base, sum = 0;

  if (n < 4)
    return 0;

  /* Zones count from the ring's own first place, so that no digits are lost. */
  base = get_zone (sin (coords[1] * G_PI / 180));
  for (guint i = 0; i + 1 < n; i++)
    {
      const double *a = coords + 2 * (gsize) i;

      if (a[0] != a[2])
        sum += (a[2] - a[0]) * G_PI / 180 *
               (get_mean_zone (a[1] * G_PI / 180, a[3] * G_PI / 180) - base);
    }

  return fabs (sum);
}

static double
measure_polygon (const GEOSGeometry *polygon)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double area_m2;

  if (GEOSisEmpty_r (geos, polygon) != 0)
    return 0;

  area_m2 = measure_ring (GEOSGetExteriorRing_r (geos, polygon));
  for (int i = 0; i < GEOSGetNumInteriorRings_r (geos, polygon); i++)
    area_m2 -= measure_ring (GEOSGetInteriorRingN_r (geos, polygon, i));

  return area_m2;
}

double
_ggov_geo_area_measure (const GEOSGeometry *geom)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  int type = GEOSGeomTypeId_r (geos, geom);
  double area_m2 = 0;

  if (type == GEOS_POLYGON)
    return measure_polygon (geom);

  if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION)
    for (int i = 0; i < GEOSGetNumGeometries_r (geos, geom); i++)
      area_m2 += _ggov_geo_area_measure (GEOSGetGeometryN_r (geos, geom, i));

  return area_m2;
}

static double
walk_ring (const GEOSGeometry *ring)
{
  guint n;
  g_autofree double *coords = _ggov_geo_geom_dup_coords (ring, &n);
  double length_m = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      const double *a = coords + 2 * (gsize) i;
      double east = (a[2] - a[0]) * cos ((a[1] + a[3]) / 2 * G_PI / 180);

      length_m += hypot (east, a[3] - a[1]) * G_PI / 180 * SPHERE_M;
    }

  return length_m;
}

double
_ggov_geo_area_perimeter (const GEOSGeometry *geom)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double length_m = 0;

  if (GEOSGeomTypeId_r (geos, geom) != GEOS_POLYGON)
    {
      for (int i = 0; i < GEOSGetNumGeometries_r (geos, geom); i++)
        if (GEOSGeomTypeId_r (geos, GEOSGetGeometryN_r (geos, geom, i)) == GEOS_POLYGON)
          length_m += _ggov_geo_area_perimeter (GEOSGetGeometryN_r (geos, geom, i));

      return length_m;
    }

  length_m = walk_ring (GEOSGetExteriorRing_r (geos, geom));
  for (int i = 0; i < GEOSGetNumInteriorRings_r (geos, geom); i++)
    length_m += walk_ring (GEOSGetInteriorRingN_r (geos, geom, i));

  return length_m;
}
