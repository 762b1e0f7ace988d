/* ggov-geo-ring-private.h: arithmetic on one ring of degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* Of the sphere with the surface of the earth: H. Moritz, Geodetic Reference System 1980. */
#define METRES_A_DEGREE (6371007.2 * G_PI / 180.0)

/**
 * _ggov_geo_ring_sum_area:
 * @coords: (array): shape [n_points][2], degrees; whether the last point repeats the first does
 *   not matter
 *
 * Returns: square degrees, positive when wound anticlockwise
 */
static inline double
_ggov_geo_ring_sum_area (const double *coords,
                         guint         n_points)
{
  double sum = 0;

  /* About the first point, for products of two longitudes near 110 leave few digits. */
  for (guint i = 1; i + 1 < n_points; i++)
    sum += (coords[2 * i] - coords[0]) * (coords[2 * i + 3] - coords[1]) -
           (coords[2 * i + 2] - coords[0]) * (coords[2 * i + 1] - coords[1]);

  return sum / 2;
}

/**
 * _ggov_geo_ring_is_crossed:
 *
 * Returns: TRUE when a ray from the place to the east crosses the ring an odd number of times
 */
static inline gboolean
_ggov_geo_ring_is_crossed (const double *coords,
                           guint         n_points,
                           double        lon,
                           double        lat)
{
  gboolean odd = FALSE;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      const double *a = coords + 2 * i;
      const double *b = a + 2;

      if ((a[1] > lat) != (b[1] > lat) &&
          lon < a[0] + (lat - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
        odd = !odd;
    }

  return odd;
}

/**
 * _ggov_geo_ring_get_distance_m:
 *
 * Returns: metres from the place to the nearest side, on a plane that touches the earth there
 */
static inline double
_ggov_geo_ring_get_distance_m (const double *coords,
                               guint         n_points,
                               double        lon,
                               double        lat)
{
  double east_m = METRES_A_DEGREE * cos (lat * G_PI / 180.0);
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      double ax = (coords[2 * i] - lon) * east_m;
      double ay = (coords[2 * i + 1] - lat) * METRES_A_DEGREE;
      double dx = (coords[2 * i + 2] - lon) * east_m - ax;
      double dy = (coords[2 * i + 3] - lat) * METRES_A_DEGREE - ay;
      double square = dx * dx + dy * dy;
      double along = square > 0 ? CLAMP (-(ax * dx + ay * dy) / square, 0, 1) : 0;

      nearest = MIN (nearest, hypot (ax + along * dx, ay + along * dy));
    }

  return nearest;
}

G_END_DECLS
