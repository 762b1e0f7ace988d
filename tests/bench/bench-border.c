/* bench-border.c: borders traced in made-up towns of several sizes, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "../geo-town.h"
#include "ggov-geo-border-private.h"
#include "ggov-geo-near-private.h"
#include "ggov-geo-projection.h"

#define N_PER_GRID 10
#define N_MOVES    50
#define FAR_M      10.0

static double
seconds_since (gint64 began)
{
  return (g_get_monotonic_time () - began) / 1e6;
}

static GgovGeoBuilding *
get_buildings (const Town *town)
{
  return (GgovGeoBuilding *) town->buildings->data;
}

static guint
count_points (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((GgovGeoLine *) g_ptr_array_index (lines, i))->points->len;

  return n;
}

static GgovGeoNear *
new_walls (const GgovGeoGround *ground)
{
  GgovGeoNear *walls = _ggov_geo_near_new ();
  GEOSContextHandle_t geos = _ggov_geo_engine ();

  for (guint i = 0; i < ground->parts->len; i++)
    {
      const GgovGeoPart *part = g_ptr_array_index (ground->parts, i);
      const GEOSGeometry *polygon = GEOSGetGeometryN_r (geos, part->shape, 0);
      g_autofree double *coords = NULL;
      guint n;

      coords = _ggov_geo_geom_dup_coords (GEOSGetExteriorRing_r (geos, polygon), &n);

      for (guint j = 0; j + 1 < n; j++)
        _ggov_geo_near_add (walls, coords + 2 * j, coords + 2 * j + 2);
    }

  return walls;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* How far the segments of lines are from walls. */
static void
print_clearance (GPtrArray           *lines,
                 const GgovGeoGround *ground)
{
  g_autoptr(GgovGeoNear) walls = new_walls (ground);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_at_wall = 0, n_near = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const GgovGeoLine *line = g_ptr_array_index (lines, i);
      const double *points = (const double *) line->points->data;

      for (guint j = 0; j + 1 < line->points->len; j++)
        {
          double clearance_m = _ggov_geo_near_measure (walls, points + 2 * j, points + 2 * j + 2,
                                                       FAR_M);

          g_array_append_val (found, clearance_m);
          n_at_wall += clearance_m < 0.3;
          n_near += clearance_m >= 0.3 && clearance_m < 1.45;
        }
    }

  g_array_sort (found, compare_numbers);
  printf ("  clearance: median %.1f m; %u of %u segments at common walls, %u others below 1.5 m\n",
          g_array_index (found, double, found->len / 2), n_at_wall, found->len, n_near);
}

static void
print_gap (const Town         *town,
           GgovGeoSubdivision *subdivision)
{
  g_autoptr(GArray) grids = ggov_geo_subdivision_list_grids (subdivision);
  double whole_m2, sum_m2 = 0;

  ggov_geo_measure (town->community, &whole_m2, NULL, NULL);

  for (guint i = 0; i < grids->len; i++)
    {
      g_autoptr(GBytes) wkb = NULL;
      double area_m2 = 0;

      wkb = ggov_geo_subdivision_dup_grid_wkb (subdivision, g_array_index (grids, gint64, i), NULL);
      ggov_geo_measure (wkb, &area_m2, NULL, NULL);
      sum_m2 += area_m2;
    }

  printf ("  %u grids: %.0f m2 of %.0f m2, apart by %.1e of it\n", grids->len, sum_m2, whole_m2,
          fabs (sum_m2 - whole_m2) / whole_m2);
}

static void
run_moves (Town               *town,
           GgovGeoSubdivision *subdivision,
           GArray             *pairs,
           GRand              *rand)
{
  GgovGeoBuilding *buildings = get_buildings (town);
  g_autoptr(GgovGeoSubdivision) now = g_object_ref (subdivision);
  gint64 began = g_get_monotonic_time ();
  guint n_moved = 0, n_tried = 0;

  while (n_tried < N_MOVES)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency,
                                                     g_rand_int_range (rand, 0, pairs->len));
      g_autoptr(GgovGeoSubdivision) after = NULL;
      gint64 grid_id = buildings[pair->second].grid_id;

      if (buildings[pair->first].grid_id == grid_id)
        continue;

      n_tried++;
      after = ggov_geo_subdivision_move_building (now, buildings, town->buildings->len,
                                                  town->streets, buildings[pair->first].id,
                                                  grid_id, NULL);

      if (after == NULL)
        continue;

      buildings[pair->first].grid_id = grid_id;
      g_set_object (&now, after);
      n_moved++;
    }

  printf ("  repaint: %.1f ms each, %u moved, %u refused\n",
          1e3 * seconds_since (began) / N_MOVES, n_moved, N_MOVES - n_moved);
}

/* Returns: FALSE where growing closed one grid around another, and another town is wanted */
static gboolean
run_town (guint32 seed,
          guint   n_blocks)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GgovGeoGround) ground = NULL;
  g_autoptr(GgovGeoPlots) plots = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree gint64 *grids = NULL;
  g_auto(Town) town = { 0 };
  gint64 began;
  double seconds;
  guint n_before;

  town_init (&town, rand, n_blocks, n_blocks);
  pairs = ggov_geo_border_list_adjacencies (town.community, get_buildings (&town),
                                            town.buildings->len, town.streets, NULL);
  town_assign (&town, rand, pairs, MAX (2, town.buildings->len / N_PER_GRID));
  began = g_get_monotonic_time ();
  subdivision = ggov_geo_border_trace (town.community, get_buildings (&town), town.buildings->len,
                                       town.streets, NULL);
  seconds = seconds_since (began);

  if (subdivision == NULL)
    return FALSE;

  printf ("seed %u: %u buildings traced in %.3f s, %.2f ms each\n", seed, town.buildings->len,
          seconds, 1e3 * seconds / town.buildings->len);

  ground = _ggov_geo_ground_new (town.community, get_buildings (&town), town.buildings->len,
                                 town.streets, NULL, NULL);
  plots = _ggov_geo_plots_new (ground, NULL, NULL);
  grids = _ggov_geo_plots_dup_grids (plots, ground, NULL, NULL);
  lines = _ggov_geo_lines_extract (plots, grids);
  n_before = count_points (lines);
  began = g_get_monotonic_time ();
  _ggov_geo_lines_straighten (lines, ground, NULL);
  printf ("  %u borders inside: %u points straightened to %u in %.3f s\n", lines->len, n_before,
          count_points (lines), seconds_since (began));

  print_clearance (lines, ground);
  print_gap (&town, subdivision);
  run_moves (&town, subdivision, pairs, rand);

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 2, 4, 11 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; !run_town (seed, sizes[i]); seed++)
      ;

  return 0;
}
