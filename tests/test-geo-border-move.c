/* test-geo-border-move.c: buildings repainted into the neighbouring grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "geo-town.h"

#define N_TOWNS 8
#define N_MOVES 40

static GgovGeoBuilding *
get_buildings (const Town *town)
{
  return (GgovGeoBuilding *) town->buildings->data;
}

static GgovGeoSubdivision *
trace (const Town *town)
{
  g_autoptr(GError) error = NULL;
  GgovGeoSubdivision *subdivision;

  subdivision = ggov_geo_border_trace (town->community, get_buildings (town),
                                       town->buildings->len, town->streets, &error);
  g_assert_no_error (error);

  return subdivision;
}

static GgovGeoSubdivision *
move (GgovGeoSubdivision  *subdivision,
      const Town          *town,
      guint                building,
      gint64               grid_id,
      GError             **error)
{
  return ggov_geo_subdivision_move_building (subdivision, get_buildings (town),
                                             town->buildings->len, town->streets,
                                             get_buildings (town)[building].id, grid_id, error);
}

static const GgovGeoArc *
find_between (GgovGeoSubdivision *subdivision,
              gint64              first,
              gint64              second)
{
  const GgovGeoArc *found = NULL;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      if ((arc->left_grid_id == first && arc->right_grid_id == second) ||
          (arc->left_grid_id == second && arc->right_grid_id == first))
        {
          g_assert_null (found);
          found = arc;
        }
    }

  g_assert_nonnull (found);

  return found;
}

/* Six houses in a strip; the border between 1 and 2 moves one house to the left. */
static void
test_strip (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 20, 20, 1 }, { 40, 10, 50, 20, 1 }, { 70, 10, 80, 20, 2 },
    { 100, 10, 110, 20, 2 }, { 130, 10, 140, 20, 3 }, { 160, 10, 170, 20, 3 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) before = NULL;
  g_autoptr(GgovGeoSubdivision) after = NULL;
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;
  g_autoptr(GError) error = NULL;
  const GgovGeoArc *arc;

  town_init_boxes (&town, 180, 30, boxes, G_N_ELEMENTS (boxes), NULL);
  before = trace (&town);
  after = move (before, &town, 1, 2, &error);
  g_assert_no_error (error);
  get_buildings (&town)[1].grid_id = 2;
  town_assert_sound (&town, after);

  arc = find_between (after, 1, 2);
  g_assert_cmpuint (arc->n_points, ==, 2);
  g_assert_cmpfloat_with_epsilon ((arc->coords[0] - TOWN_LON) * TOWN_LON_M, 30, 0.01);
  g_assert_cmpfloat_with_epsilon ((arc->coords[2] - TOWN_LON) * TOWN_LON_M, 30, 0.01);

  /* The points at x = 60, where the border was, are gone from the straight outer border. */
  g_assert_cmpuint (find_between (after, 1, 0)->n_points, ==, 4);
  g_assert_cmpuint (ggov_geo_subdivision_get_n_arcs (after), ==, 6);
  g_assert_cmpint (find_between (after, 2, 3)->id, ==, find_between (before, 2, 3)->id);
  g_assert_cmpint (find_between (after, 3, 0)->id, ==, find_between (before, 3, 0)->id);

  /* What changed: the border between 1 and 2, all of 1's outer border, both sides of 2's. */
  ggov_geo_subdivision_compare (before, after, &removed, &added, &relabelled);
  g_assert_cmpuint (removed->len, ==, 4);
  g_assert_cmpuint (added->len, ==, 4);
  g_assert_cmpuint (relabelled->len, ==, 0);
}

/* There and back again. */
static void
test_back (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 20, 20, 1 }, { 40, 10, 50, 20, 1 }, { 70, 10, 80, 20, 2 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) first = NULL;
  g_autoptr(GgovGeoSubdivision) second = NULL;
  g_autoptr(GgovGeoSubdivision) third = NULL;
  g_autoptr(GError) error = NULL;

  town_init_boxes (&town, 90, 30, boxes, G_N_ELEMENTS (boxes), NULL);
  first = trace (&town);
  second = move (first, &town, 1, 2, &error);
  g_assert_no_error (error);
  get_buildings (&town)[1].grid_id = 2;
  third = move (second, &town, 1, 1, &error);
  g_assert_no_error (error);
  get_buildings (&town)[1].grid_id = 1;
  town_assert_sound (&town, third);
  g_assert_cmpfloat_with_epsilon ((find_between (third, 1, 2)->coords[0] - TOWN_LON) * TOWN_LON_M,
                                  60, 0.01);
  g_assert_cmpuint (find_between (third, 1, 0)->n_points, ==, 4);
}

/* Grid 1 is the lower row, 2 the upper, 3 far to the right. */
static void
test_refused (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 20, 20, 1 }, { 40, 10, 50, 20, 1 }, { 70, 10, 80, 20, 1 },
    { 10, 40, 20, 50, 2 }, { 40, 40, 50, 50, 2 }, { 70, 40, 80, 50, 2 },
    { 100, 10, 110, 20, 4 }, { 100, 40, 110, 50, 4 },
    { 130, 10, 140, 20, 3 }, { 130, 40, 140, 50, 3 }, { 160, 25, 170, 35, 5 },
  };
  static const struct { guint building; gint64 grid_id; const char *message; } cases[] = {
    { 0, 1, "Nothing would change" },
    { 0, 3, "Grid 1 is not a neighbour" },
    { 1, 2, "Grid 1 would be in pieces" },
    { 0, 4, "Building 1 does not stand next to grid 4" },
    { 10, 3, "Grid 5 would lose its last building" },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;

  town_init_boxes (&town, 180, 60, boxes, G_N_ELEMENTS (boxes), NULL);
  subdivision = trace (&town);
  town_assert_sound (&town, subdivision);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (move (subdivision, &town, cases[i].building, cases[i].grid_id, &error));
      g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* A building without a grid is moved from the one it stands in. */
static void
test_unassigned (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 20, 20, 1 }, { 40, 10, 50, 20, 0 }, { 70, 10, 80, 20, 2 }, { 200, 10, 210, 20, 0 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) before = NULL;
  g_autoptr(GgovGeoSubdivision) after = NULL;
  g_autoptr(GError) error = NULL;
  double lon = TOWN_LON + 45 / TOWN_LON_M, lat = TOWN_LAT + 15 / TOWN_LAT_M;
  gint64 other;

  town_init_boxes (&town, 90, 30, boxes, G_N_ELEMENTS (boxes), NULL);
  before = trace (&town);
  other = ggov_geo_subdivision_find_grid (before, lon, lat) == 1 ? 2 : 1;
  after = move (before, &town, 1, other, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (after, lon, lat), ==, other);

  g_assert_null (move (before, &town, 3, other, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Building 4 does not stand in the community");
}

static gboolean
is_beside (GgovGeoSubdivision *subdivision,
           gint64              grid_id,
           gint64              other_grid_id)
{
  g_autoptr(GArray) neighbours = ggov_geo_subdivision_list_neighbours (subdivision, grid_id);

  for (guint i = 0; i < neighbours->len; i++)
    if (g_array_index (neighbours, gint64, i) == other_grid_id)
      return TRUE;

  return FALSE;
}

/* Whether a border of the grid may be drawn anew: its own, or one beside it that is drawn along. */
static gboolean
is_near (GgovGeoSubdivision *before,
         gint64              grid_id,
         gint64              old_grid_id,
         gint64              new_grid_id)
{
  return grid_id == old_grid_id || grid_id == new_grid_id ||
         (grid_id != 0 && (is_beside (before, grid_id, old_grid_id) ||
                           is_beside (before, grid_id, new_grid_id)));
}

/* Arcs that touch neither grid, nor one beside them, are as they were. */
static void
assert_rest_kept (GgovGeoSubdivision *before,
                  GgovGeoSubdivision *after,
                  gint64              old_grid_id,
                  gint64              new_grid_id)
{
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;

  ggov_geo_subdivision_compare (before, after, &removed, &added, &relabelled);
  g_array_append_vals (removed, relabelled->data, relabelled->len);

  for (guint i = 0; i < removed->len; i++)
    {
      const GgovGeoArc *arc;

      arc = ggov_geo_subdivision_find_arc (before, g_array_index (removed, gint64, i));
      g_assert_true (is_near (before, arc->left_grid_id, old_grid_id, new_grid_id) ||
                     is_near (before, arc->right_grid_id, old_grid_id, new_grid_id));
    }

  /* An id that was in use stays with its arc. */
  for (guint i = 0; i < added->len; i++)
    g_assert_null (ggov_geo_subdivision_find_arc (before, g_array_index (added, gint64, i)));
}

/* A pair of neighbours in different grids. */
static const GgovGeoAdjacency *
choose_pair (const Town *town,
             GArray     *pairs,
             GRand      *rand)
{
  for (;;)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency,
                                                     g_rand_int_range (rand, 0, pairs->len));

      if (get_buildings (town)[pair->first].grid_id != get_buildings (town)[pair->second].grid_id)
        return pair;
    }
}

/* Returns: how many buildings were moved */
static guint
move_about (Town               *town,
            GgovGeoSubdivision *subdivision,
            GArray             *pairs,
            GRand              *rand)
{
  g_autoptr(GgovGeoSubdivision) now = g_object_ref (subdivision);
  guint n_moved = 0;

  for (guint i = 0; i < N_MOVES; i++)
    {
      const GgovGeoAdjacency *pair = choose_pair (town, pairs, rand);
      gint64 old_grid_id = get_buildings (town)[pair->first].grid_id;
      gint64 new_grid_id = get_buildings (town)[pair->second].grid_id;
      g_autoptr(GgovGeoSubdivision) after = NULL;
      g_autoptr(GError) error = NULL;

      if (!(after = move (now, town, pair->first, new_grid_id, &error)))
        {
          g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
          continue;
        }

      get_buildings (town)[pair->first].grid_id = new_grid_id;
      town_assert_sound (town, after);
      assert_rest_kept (now, after, old_grid_id, new_grid_id);
      g_set_object (&now, after);
      n_moved++;
    }

  return n_moved;
}

static void
test_towns (void)
{
  guint n_moved = 0;

  for (guint i = 0; i < N_TOWNS; i++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GgovGeoSubdivision) subdivision = NULL;
      g_autoptr(GArray) pairs = NULL;
      g_autoptr(GError) error = NULL;
      g_auto(Town) town = { 0 };

      g_test_message ("seed %u", seed);
      town_init (&town, rand, 3, 3);
      pairs = ggov_geo_border_list_adjacencies (town.community, get_buildings (&town),
                                                town.buildings->len, town.streets, &error);
      g_assert_no_error (error);
      town_assign (&town, rand, pairs, town.buildings->len / 10);
      subdivision = ggov_geo_border_trace (town.community, get_buildings (&town),
                                           town.buildings->len, town.streets, &error);

      /* Growing one building at a time may close around a neighbour. */
      if (g_error_matches (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
        continue;

      g_assert_no_error (error);
      n_moved += move_about (&town, subdivision, pairs, rand);
    }

  g_test_message ("%u buildings moved", n_moved);
  g_assert_cmpuint (n_moved, >, N_TOWNS * N_MOVES / 4);
}

static gboolean
can_be_traced (Town   *town,
               guint   building,
               gint64  grid_id)
{
  g_autoptr(GgovGeoSubdivision) whole = NULL;
  gint64 old_grid_id = get_buildings (town)[building].grid_id;

  get_buildings (town)[building].grid_id = grid_id;
  whole = ggov_geo_border_trace (town->community, get_buildings (town), town->buildings->len,
                                 town->streets, NULL);
  get_buildings (town)[building].grid_id = old_grid_id;

  return whole != NULL;
}

/* In each of these towns a border with a third grid leaves so narrow a neck at the 21st move that
 * the two grids alone cannot be traced. */
static void
test_neck (void)
{
  static const guint32 seeds[] = { 2328077594, 4288672157 };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seeds[i]);
      g_autoptr(GgovGeoSubdivision) now = NULL;
      g_autoptr(GArray) pairs = NULL;
      g_auto(Town) town = { 0 };

      town_init (&town, rand, 3, 3);
      pairs = ggov_geo_border_list_adjacencies (town.community, get_buildings (&town),
                                                town.buildings->len, town.streets, NULL);
      town_assign (&town, rand, pairs, town.buildings->len / 10);
      now = trace (&town);

      for (guint j = 0; j < 21; j++)
        {
          const GgovGeoAdjacency *pair = choose_pair (&town, pairs, rand);
          gint64 grid_id = get_buildings (&town)[pair->second].grid_id;
          g_autoptr(GgovGeoSubdivision) after = NULL;
          g_autoptr(GError) error = NULL;

          if ((after = move (now, &town, pair->first, grid_id, &error)))
            {
              get_buildings (&town)[pair->first].grid_id = grid_id;
              g_set_object (&now, after);
            }
          else if (ggov_geo_error_get_refusal (error)->reason != GGOV_GEO_REASON_EMPTY)
            g_assert_false (can_be_traced (&town, pair->first, grid_id));
        }

      town_assert_sound (&town, now);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/border/move/strip", test_strip);
  g_test_add_func ("/geo/border/move/back", test_back);
  g_test_add_func ("/geo/border/move/refused", test_refused);
  g_test_add_func ("/geo/border/move/unassigned", test_unassigned);
  g_test_add_func ("/geo/border/move/neck", test_neck);
  g_test_add_func ("/geo/border/move/towns", test_towns);

  return g_test_run ();
}
