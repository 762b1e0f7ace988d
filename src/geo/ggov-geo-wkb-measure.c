/* ggov-geo-wkb-measure.c: shapes as bytes: extent, centre and area without GEOS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-ring-private.h"
#include "ggov-geo-wkb.h"

typedef struct
{
  double area; /* square degrees, doubled */
  double lon;  /* moments about the origin, six times */
  double lat;
} Moments;

/* About @origin, for the product of two longitudes near 110 leaves few digits for a building. */
static Moments
sum_ring (const GgovGeoWkbRing *ring,
          const double          origin[2])
{
  Moments sum = { 0 };
  double a[2], b[2];

  if (ring->n_points == 0)
    return sum;

  ggov_geo_wkb_ring_get (ring, ring->n_points - 1, a);
  a[0] -= origin[0];
  a[1] -= origin[1];

  for (guint i = 0; i < ring->n_points; i++, a[0] = b[0], a[1] = b[1])
    {
      double cross;

      ggov_geo_wkb_ring_get (ring, i, b);
      b[0] -= origin[0];
      b[1] -= origin[1];
      cross = a[0] * b[1] - b[0] * a[1];
      sum.area += cross;
      sum.lon += (a[0] + b[0]) * cross;
      sum.lat += (a[1] + b[1]) * cross;
    }

  return sum;
}

static gboolean
is_area (const GgovGeoWkb *wkb)
{
  return wkb->type == GGOV_GEO_WKB_POLYGON || wkb->type == GGOV_GEO_WKB_MULTI_POLYGON;
}

static Moments
sum_rings (const GgovGeoWkb *wkb,
           const double      origin[2])
{
  Moments sum = { 0 };
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;

  if (!is_area (wkb))
    return sum;

  ggov_geo_wkb_iter_init (&iter, wkb);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      Moments one = sum_ring (&ring, origin);
      double sign = (one.area < 0) == (ring.ring == 0) ? -1 : 1;

      sum.area += sign * one.area;
      sum.lon += sign * one.lon;
      sum.lat += sign * one.lat;
    }

  return sum;
}

static void
average_points (const GgovGeoWkb *wkb,
                double            mean[2])
{
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  double point[2];

  mean[0] = mean[1] = 0;

  ggov_geo_wkb_iter_init (&iter, wkb);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      for (guint i = 0; i < ring.n_points; i++)
        {
          ggov_geo_wkb_ring_get (&ring, i, point);
          mean[0] += point[0] / wkb->n_points;
          mean[1] += point[1] / wkb->n_points;
        }
    }
}

void
ggov_geo_wkb_get_bounds (const GgovGeoWkb *self,
                         GgovGeoBounds    *bounds)
{
  GgovGeoBounds found = GGOV_GEO_BOUNDS_EMPTY;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  double point[2];

  g_return_if_fail (bounds != NULL);

  ggov_geo_wkb_iter_init (&iter, self);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      for (guint i = 0; i < ring.n_points; i++)
        {
          ggov_geo_wkb_ring_get (&ring, i, point);
          ggov_geo_bounds_add (&found, point[0], point[1]);
        }
    }

  *bounds = found;
}

gboolean
ggov_geo_wkb_get_centroid (const GgovGeoWkb *self,
                           double           *lon,
                           double           *lat)
{
  double mean[2];
  Moments sum;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (lon != NULL && lat != NULL, FALSE);

  if (self->n_points == 0)
    return FALSE;

  average_points (self, mean);
  sum = sum_rings (self, mean);

  *lon = mean[0] + (sum.area > 0 ? sum.lon / (3 * sum.area) : 0);
  *lat = mean[1] + (sum.area > 0 ? sum.lat / (3 * sum.area) : 0);

  return TRUE;
}

double
ggov_geo_wkb_get_area_m2 (const GgovGeoWkb *self)
{
  double mean[2];

  g_return_val_if_fail (self != NULL, 0);

  if (self->n_points == 0)
    return 0;

  average_points (self, mean);

  return MAX (0, sum_rings (self, mean).area) / 2 * METRES_A_DEGREE * METRES_A_DEGREE *
         cos (mean[1] * G_PI / 180.0);
}

gboolean
ggov_geo_wkb_contains (const GgovGeoWkb *self,
                       double            lon,
                       double            lat)
{
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  gboolean odd = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_area (self))
    return FALSE;

  ggov_geo_wkb_iter_init (&iter, self);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      for (guint i = 0; i + 1 < ring.n_points; i++)
        {
          double side[4];

          ggov_geo_wkb_ring_get (&ring, i, side);
          ggov_geo_wkb_ring_get (&ring, i + 1, side + 2);
          odd ^= _ggov_geo_ring_is_crossed (side, 2, lon, lat);
        }
    }

  return odd;
}
