/* ggov-geo-geodesic.c: lengths and areas of what is drawn by hand, on the ellipsoid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-geodesic.h"
#include "ggov-geo-proj-private.h"

static gboolean
check_places (const double  *coords,
              guint          n_points,
              GError       **error)
{
  for (guint i = 0; i < n_points; i++)
    if (!(fabs (coords[2 * i]) <= 360 && fabs (coords[2 * i + 1]) <= 90))
      {
        g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE, "Point %u is no place on earth",
                     i);
        return FALSE;
      }

  return TRUE;
}

gboolean
ggov_geo_measure_line (const double  *coords,
                       guint          n_points,
                       double        *legs_m,
                       double        *length_m,
                       GError       **error)
{
  struct geod_geodesic ellipsoid;
  const GgovGeoProj *proj;
  double sum = 0;

  g_return_val_if_fail (coords != NULL || n_points == 0, FALSE);
  g_return_val_if_fail (length_m != NULL, FALSE);

  if (!(proj = _ggov_geo_proj (error)) || !check_places (coords, n_points, error))
    return FALSE;

  proj->geod_init (&ellipsoid, GGOV_GEO_EQUATOR_RADIUS_M, GGOV_GEO_FLATTENING);
  for (guint i = 0; i + 1 < n_points; i++)
    {
      const double *a = coords + 2 * i;
      double leg;

      proj->geod_inverse (&ellipsoid, a[1], a[0], a[3], a[2], &leg, NULL, NULL);
      sum += leg;
      if (legs_m)
        legs_m[i] = leg;
    }
  *length_m = sum;

  return TRUE;
}

gboolean
ggov_geo_measure_ring (const double  *coords,
                       guint          n_points,
                       double        *area_m2,
                       double        *perimeter_m,
                       GError       **error)
{
  struct geod_geodesic ellipsoid;
  struct geod_polygon polygon;
  const GgovGeoProj *proj;
  double area;

  g_return_val_if_fail (coords != NULL || n_points == 0, FALSE);
  g_return_val_if_fail (area_m2 != NULL && perimeter_m != NULL, FALSE);

  if (!(proj = _ggov_geo_proj (error)) || !check_places (coords, n_points, error))
    return FALSE;

  proj->geod_init (&ellipsoid, GGOV_GEO_EQUATOR_RADIUS_M, GGOV_GEO_FLATTENING);
  proj->geod_polygon_init (&polygon, FALSE);
  for (guint i = 0; i < n_points; i++)
    proj->geod_polygon_addpoint (&ellipsoid, &polygon, coords[2 * i + 1], coords[2 * i]);
  proj->geod_polygon_compute (&ellipsoid, &polygon, FALSE, TRUE, &area, perimeter_m);
  *area_m2 = fabs (area);

  return TRUE;
}

/* Twice the area of a triangle; its sign says on which side of a line from a to b c is. */
static double
get_side (const double *a,
          const double *b,
          const double *c)
{
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/* For a point that is on the line through a and b. */
static gboolean
is_between (const double *a,
            const double *b,
            const double *c)
{
  return c[0] >= MIN (a[0], b[0]) && c[0] <= MAX (a[0], b[0]) && c[1] >= MIN (a[1], b[1]) &&
         c[1] <= MAX (a[1], b[1]);
}

static gboolean
is_same (const double *a,
         const double *b)
{
  return a[0] == b[0] && a[1] == b[1];
}

/* Whether side c–d crosses side a–b or touches it. */
static gboolean
meets (const double *a,
       const double *b,
       const double *c,
       const double *d)
{
  double to_c = get_side (a, b, c), to_d = get_side (a, b, d);
  double to_a = get_side (c, d, a), to_b = get_side (c, d, b);

  if (((to_c > 0 && to_d < 0) || (to_c < 0 && to_d > 0)) &&
      ((to_a > 0 && to_b < 0) || (to_a < 0 && to_b > 0)))
    return TRUE;

  return (to_c == 0 && is_between (a, b, c)) || (to_d == 0 && is_between (a, b, d)) ||
         (to_a == 0 && is_between (c, d, a)) || (to_b == 0 && is_between (c, d, b));
}

/* Two sides that follow each other cross only where the second goes back over the first. */
static gboolean
turns_back (const double *a,
            const double *b,
            const double *c)
{
  return !is_same (b, c) && !is_same (a, b) && get_side (a, b, c) == 0 &&
         (is_between (a, b, c) || is_between (b, c, a));
}

/* A side without a length would part two that follow each other. */
static GArray *
list_distinct (const double *coords,
               guint         n_points,
               gboolean      is_ring)
{
  GArray *distinct = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  for (guint i = 0; i < n_points; i++)
    if (i == 0 || !is_same (coords + 2 * i, coords + 2 * i - 2))
      g_array_append_vals (distinct, coords + 2 * i, 1);

  if (is_ring && distinct->len > 1 && is_same (coords, coords + 2 * n_points - 2))
    g_array_set_size (distinct, distinct->len - 1);

  return distinct;
}

static gboolean
crosses_itself (const double *coords,
                guint         n_points,
                gboolean      is_ring)
{
  guint n_sides = n_points < 2 ? 0 : is_ring && n_points > 2 ? n_points : n_points - 1;

  for (guint i = 0; i < n_sides; i++)
    for (guint j = i + 1; j < n_sides; j++)
      {
        const double *a = coords + 2 * i, *b = coords + 2 * ((i + 1) % n_points);
        const double *c = coords + 2 * j, *d = coords + 2 * ((j + 1) % n_points);
        gboolean is_crossed = j == i + 1 ? turns_back (a, b, d)
          : is_ring && i == 0 && j + 1 == n_sides ? turns_back (c, d, b) : meets (a, b, c, d);

        if (is_crossed)
          return TRUE;
      }

  return FALSE;
}

gboolean
ggov_geo_line_crosses_itself (const double *coords,
                              guint         n_points,
                              gboolean      is_ring)
{
  g_autoptr(GArray) distinct = NULL;

  g_return_val_if_fail (coords != NULL || n_points == 0, FALSE);

  distinct = list_distinct (coords, n_points, is_ring);

  return crosses_itself ((const double *) (gconstpointer) distinct->data, distinct->len, is_ring);
}
