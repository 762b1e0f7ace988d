/* bench-areas.c: how long it takes to lay one net over another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-geo-areas.h"
#include "ggov-geo-wkb.h"

#define SIDE     0.2 /* degrees that the nets cover */
#define N_WAVES  24  /* corners on each side of a grid, as a drawn border has */

/* A net of @n × @n grids whose borders swing, so that none lies within another. */
static GgovGeoAreas *
new_net (guint  n,
         double off)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  double step = SIDE / n;

  for (guint i = 0; i < n * n; i++)
    {
      const guint size = 4 * N_WAVES + 1;
      const double corners[5][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 }, { 0, 0 } };
      double coords[2 * (4 * N_WAVES + 1)];

      for (guint k = 0; k < size; k++)
        {
          guint side = k / N_WAVES % 4;
          double along = (k % N_WAVES) / (double) N_WAVES;
          double u = corners[side][0] + along * (corners[side + 1][0] - corners[side][0]) + i % n;
          double v = corners[side][1] + along * (corners[side + 1][1] - corners[side][1]) + i / n;

          coords[2 * k] = 110 + step * (u + off + 0.05 * sin (5 * v));
          coords[2 * k + 1] = 40 + step * (v + off + 0.05 * sin (5 * u));
        }
      g_ptr_array_add (shapes, ggov_geo_wkb_new_polygon (coords, &size, 1));
    }

  return ggov_geo_areas_new (shapes, NULL);
}

int
main (int   argc,
      char *argv[])
{
  const guint sides[] = { 6, 16, 32 };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr(GgovGeoAreas) rows = new_net (sides[i], 0);
      g_autoptr(GgovGeoAreas) columns = new_net (sides[i], 0.4);
      gint64 began = g_get_monotonic_time ();
      g_autoptr(GArray) crossings = ggov_geo_areas_cross (rows, columns, NULL);
      double crossed_s = (g_get_monotonic_time () - began) / 1e6;
      g_autoptr(GArray) overlaps = NULL;
      g_autoptr(GArray) bare = NULL;

      began = g_get_monotonic_time ();
      overlaps = ggov_geo_areas_find_overlaps (rows, 1, NULL);
      bare = ggov_geo_areas_find_uncovered (rows, columns, 1, NULL);
      g_print ("%4u x %4u grids: %5u cells in %.3f s; overlaps and what is not covered in %.3f s\n",
               ggov_geo_areas_get_n (rows), ggov_geo_areas_get_n (columns), crossings->len,
               crossed_s, (g_get_monotonic_time () - began) / 1e6);
    }

  return 0;
}
