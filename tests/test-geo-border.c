/* test-geo-border.c: borders traced by hand-made cases, made-up towns and a real place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "geo-town.h"

#define N_TOWNS 20

static GgovGeoSubdivision *
trace (const Town  *town,
       GError     **error)
{
  return ggov_geo_border_trace (town->community, (GgovGeoBuilding *) town->buildings->data,
                                town->buildings->len, town->streets, error);
}

/* The points of arcs between two grids, in metres. */
static GArray *
list_points (GgovGeoSubdivision *subdivision,
             gint64              first,
             gint64              second)
{
  GArray *points = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      if ((arc->left_grid_id != first || arc->right_grid_id != second) &&
          (arc->left_grid_id != second || arc->right_grid_id != first))
        continue;

      for (guint j = 0; j < arc->n_points; j++)
        {
          double point[] = { (arc->coords[2 * j] - TOWN_LON) * TOWN_LON_M,
                             (arc->coords[2 * j + 1] - TOWN_LAT) * TOWN_LAT_M };

          g_array_append_vals (points, point, 1);
        }
    }

  return points;
}

/* Every point of the border between two grids has this x; metres. */
static void
assert_border_at (GgovGeoSubdivision *subdivision,
                  gint64              first,
                  gint64              second,
                  double              x,
                  double              within_m)
{
  g_autoptr(GArray) points = list_points (subdivision, first, second);

  g_assert_cmpuint (points->len, >=, 2);

  for (guint i = 0; i < points->len; i++)
    g_assert_cmpfloat_with_epsilon (((double *) points->data)[2 * i], x, within_m);
}

/* By symmetry the borders are the middle lines. */
static void
test_square (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 30, 30, 1 }, { 70, 10, 90, 30, 2 }, { 10, 70, 30, 90, 3 }, { 70, 70, 90, 90, 4 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GError) error = NULL;

  town_init_boxes (&town, 100, 100, boxes, G_N_ELEMENTS (boxes), NULL);
  subdivision = trace (&town, &error);
  g_assert_no_error (error);
  town_assert_sound (&town, subdivision);
  assert_border_at (subdivision, 1, 2, 50, 0.01);
  assert_border_at (subdivision, 3, 4, 50, 0.01);

  for (gint64 grid_id = 1; grid_id <= 4; grid_id++)
    {
      double bounds[4];

      g_assert_true (ggov_geo_subdivision_get_bounds (subdivision, grid_id, bounds));
      g_assert_cmpfloat_with_epsilon ((bounds[2] - bounds[0]) * TOWN_LON_M, 50, 0.01);
      g_assert_cmpfloat_with_epsilon ((bounds[3] - bounds[1]) * TOWN_LAT_M, 50, 0.01);
    }
}

static void
test_strip (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 20, 20, 1 }, { 40, 10, 50, 20, 2 }, { 70, 10, 80, 20, 3 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GError) error = NULL;

  town_init_boxes (&town, 90, 30, boxes, G_N_ELEMENTS (boxes), NULL);
  subdivision = trace (&town, &error);
  g_assert_no_error (error);
  town_assert_sound (&town, subdivision);
  assert_border_at (subdivision, 1, 2, 30, 0.01);
  assert_border_at (subdivision, 2, 3, 60, 0.01);
  /* Two borders across, and four stretches of the outer one: the middle grid has two of them. */
  g_assert_cmpuint (ggov_geo_subdivision_get_n_arcs (subdivision), ==, 6);
}

/* The border follows the street, not the middle between the buildings. */
static void
test_street (void)
{
  static const TownBox boxes[] = { { 10, 10, 20, 90, 1 }, { 70, 10, 80, 90, 2 } };
  g_auto(Town) town = { 0 };
  g_auto(Town) bare = { 0 };
  g_autoptr(GgovGeoSubdivision) along = NULL;
  g_autoptr(GgovGeoSubdivision) between = NULL;
  g_autoptr(GError) error = NULL;

  town_init_boxes (&town, 90, 100, boxes, G_N_ELEMENTS (boxes), town_new_street (60, -20, 60, 120));
  town_init_boxes (&bare, 90, 100, boxes, G_N_ELEMENTS (boxes), NULL);
  along = trace (&town, &error);
  g_assert_no_error (error);
  between = trace (&bare, &error);
  g_assert_no_error (error);
  assert_border_at (along, 1, 2, 60, 0.01);
  assert_border_at (between, 1, 2, 45, 0.01);
}

/* A building of grid 1 stands across the street. */
static void
test_across_street (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 20, 90, 1 }, { 70, 10, 80, 90, 2 }, { 48, 40, 56, 60, 1 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GError) error = NULL;

  town_init_boxes (&town, 90, 100, boxes, G_N_ELEMENTS (boxes), town_new_street (50, -20, 50, 120));
  subdivision = trace (&town, &error);
  g_assert_no_error (error);
  town_assert_sound (&town, subdivision);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, TOWN_LON + 55 / TOWN_LON_M,
                                                   TOWN_LAT + 50 / TOWN_LAT_M), ==, 1);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, TOWN_LON + 52 / TOWN_LON_M,
                                                   TOWN_LAT + 10 / TOWN_LAT_M), ==, 2);
}

/* Two houses wall to wall: the border runs along the wall they share. */
static void
test_common_wall (void)
{
  static const TownBox boxes[] = { { 20, 40, 50, 52, 1 }, { 50, 40, 75, 52, 2 } };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GArray) points = NULL;
  g_autoptr(GError) error = NULL;
  guint n_on_wall = 0;

  town_init_boxes (&town, 100, 100, boxes, G_N_ELEMENTS (boxes), NULL);
  subdivision = trace (&town, &error);
  g_assert_no_error (error);
  town_assert_sound (&town, subdivision);
  points = list_points (subdivision, 1, 2);

  for (guint i = 0; i < points->len; i++)
    {
      const double *point = (double *) points->data + 2 * i;

      if (point[1] > 39.9 && point[1] < 52.1)
        {
          g_assert_cmpfloat_with_epsilon (point[0], 50, 0.01);
          n_on_wall++;
        }
    }

  g_assert_cmpuint (n_on_wall, >=, 2);
}

/* A hut without a grid takes that of the ground around it; an empty block that of its longest
 * side. Streets at x = 50, and from there to the right at y = 60. */
static void
test_unassigned (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 40, 90, 1 }, { 60, 10, 90, 20, 2 }, { 60, 40, 64, 44, 0 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GError) error = NULL;
  GByteArray *streets = g_byte_array_new ();
  double places[] = { 0, 0, 0, 0, 0, 0, 0, 0 };

  town_place_at (50, -10, places);
  town_place_at (50, 190, places + 2);
  town_place_at (50, 60, places + 4);
  town_place_at (130, 60, places + 6);
  g_byte_array_append (streets, (const guint8 *) "\1", 1);
  town_append (streets, 5);
  town_append (streets, 2);
  town_append_shape (streets, 2, places, 2);
  town_append_shape (streets, 2, places + 4, 2);

  town_init_boxes (&town, 120, 180, boxes, G_N_ELEMENTS (boxes),
                   g_byte_array_free_to_bytes (streets));
  subdivision = trace (&town, &error);
  g_assert_no_error (error);
  town_assert_sound (&town, subdivision);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, TOWN_LON + 62 / TOWN_LON_M,
                                                   TOWN_LAT + 42 / TOWN_LAT_M), ==, 2);
  /* The empty block is 70 by 120 m: it shares 120 m with grid 1 and 70 m with grid 2. */
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, TOWN_LON + 100 / TOWN_LON_M,
                                                   TOWN_LAT + 150 / TOWN_LAT_M), ==, 1);
}

static void
test_adjacencies (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 20, 20, 1 }, { 40, 10, 50, 20, 1 }, { 70, 10, 80, 20, 1 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GError) error = NULL;

  town_init_boxes (&town, 90, 30, boxes, G_N_ELEMENTS (boxes), town_new_street (62, -10, 62, 40));
  pairs = ggov_geo_border_list_adjacencies (town.community,
                                            (GgovGeoBuilding *) town.buildings->data,
                                            town.buildings->len, town.streets, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);

      g_assert_cmpuint (pair->first, ==, i);
      g_assert_cmpuint (pair->second, ==, i + 1);
      g_assert_cmpfloat_with_epsilon (pair->border_m, 30, 0.1);
      g_assert_cmpfloat_with_epsilon (pair->street_m, i == 0 ? 0 : 30, 0.1);
    }
}

/* Squares as regular as only planners make them: every circle through four corners is one. */
static void
test_regular (void)
{
  TownBox boxes[36];
  g_auto(Town) town = { 0 };
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      double x = 30 * (i % 6), y = 30 * (i / 6);

      boxes[i] = (TownBox) { x + 10, y + 10, x + 20, y + 20, 1 };
    }

  town_init_boxes (&town, 180, 180, boxes, G_N_ELEMENTS (boxes), NULL);
  pairs = ggov_geo_border_list_adjacencies (town.community,
                                            (GgovGeoBuilding *) town.buildings->data,
                                            town.buildings->len, NULL, &error);
  g_assert_no_error (error);
  /* Five in each of six rows, and as many in each column; none across a corner. */
  g_assert_cmpuint (pairs->len, ==, 60);

  for (guint i = 0; i < pairs->len; i++)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);

      g_assert_true (pair->second - pair->first == 1 || pair->second - pair->first == 6);
      g_assert_cmpfloat_with_epsilon (pair->border_m, 30, 0.1);
    }
}

static void
assert_refused (const Town *town,
                const char *message)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (trace (town, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refused (void)
{
  static const TownBox parted[] = {
    { 10, 10, 20, 20, 7 }, { 40, 10, 50, 20, 8 }, { 70, 10, 80, 20, 7 },
  };
  static const TownBox around[] = {
    { 10, 10, 20, 20, 7 }, { 40, 10, 50, 20, 7 }, { 70, 10, 80, 20, 7 },
    { 10, 40, 20, 50, 7 }, { 40, 40, 50, 50, 8 }, { 70, 40, 80, 50, 7 },
    { 10, 70, 20, 80, 7 }, { 40, 70, 50, 80, 7 }, { 70, 70, 80, 80, 7 },
  };
  static const TownBox outside[] = { { 10, 10, 20, 20, 7 }, { 110, 10, 120, 20, 8 } };
  static const TownBox unassigned[] = { { 10, 10, 20, 20, 0 } };
  Town towns[5] = { 0 };

  town_init_boxes (&towns[0], 90, 30, parted, G_N_ELEMENTS (parted), NULL);
  assert_refused (&towns[0], "Grid 7 would be in pieces");
  town_init_boxes (&towns[1], 90, 90, around, G_N_ELEMENTS (around), NULL);
  assert_refused (&towns[1], "Grid 7 would surround another");
  town_init_boxes (&towns[2], 90, 30, outside, G_N_ELEMENTS (outside), NULL);
  assert_refused (&towns[2], "Grid 8 has no building in the community");
  town_init_boxes (&towns[3], 90, 30, unassigned, G_N_ELEMENTS (unassigned), NULL);
  assert_refused (&towns[3], "No building of the community belongs to a grid");
  town_init_boxes (&towns[4], 90, 30, outside + 1, 1, NULL);
  assert_refused (&towns[4], "No building stands in the community");

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    town_clear (&towns[i]);
}

static void
test_bad_input (void)
{
  static const TownBox boxes[] = { { 10, 10, 20, 20, 1 }, { 40, 10, 50, 20, 2 } };
  g_auto(Town) town = { 0 };
  g_autoptr(GBytes) garbage = g_bytes_new_static ("\1\7garbage", 9);
  g_autoptr(GBytes) line = town_new_street (0, 0, 90, 30);
  g_autoptr(GBytes) bow_tie = NULL;
  double places[10];
  const struct { GBytes **field; GBytes *value; int code; } cases[] = {
    { &town.community, garbage, GGOV_GEO_ERROR_SHAPE },
    { &town.community, line, GGOV_GEO_ERROR_SHAPE },
    { &town.streets, garbage, GGOV_GEO_ERROR_SHAPE },
  };

  town_init_boxes (&town, 90, 30, boxes, G_N_ELEMENTS (boxes), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GBytes *kept = *cases[i].field;
      g_autoptr(GError) error = NULL;

      *cases[i].field = cases[i].value;
      g_assert_null (trace (&town, &error));
      g_assert_error (error, GGOV_GEO_ERROR, cases[i].code);
      *cases[i].field = kept;
    }

  /* Both diagonals are sides. */
  town_place_at (0, 30, places);
  town_place_at (90, 0, places + 2);
  town_place_at (90, 30, places + 4);
  town_place_at (0, 0, places + 6);
  town_place_at (0, 30, places + 8);
  bow_tie = town_new_polygon (places, 5);
  g_bytes_unref (town.community);
  town.community = g_steal_pointer (&bow_tie);

  {
    g_autoptr(GError) error = NULL;

    g_assert_null (trace (&town, &error));
    g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID);
  }
}

/* Footprints that overlap, cross themselves, are empty or no shape at all: the rest goes on. */
static void
test_odd_footprints (void)
{
  static const TownBox boxes[] = {
    { 10, 10, 20, 20, 1 }, { 15, 12, 25, 18, 1 }, { 60, 10, 70, 20, 2 }, { 75, 5, 80, 9, 2 },
    { 84, 5, 88, 9, 2 },
  };
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GError) error = NULL;
  GgovGeoBuilding *buildings;
  double places[10];

  town_init_boxes (&town, 90, 30, boxes, G_N_ELEMENTS (boxes), NULL);
  buildings = (GgovGeoBuilding *) town.buildings->data;
  town_place_at (60, 10, places);
  town_place_at (70, 20, places + 2);
  town_place_at (70, 10, places + 4);
  town_place_at (60, 20, places + 6);
  town_place_at (60, 10, places + 8);
  g_bytes_unref (buildings[2].footprint);
  buildings[2].footprint = town_new_polygon (places, 5);
  g_bytes_unref (buildings[3].footprint);
  buildings[3].footprint = g_bytes_new_static ("\1\3\0\0\0\0\0\0\0", 9);
  g_bytes_unref (buildings[4].footprint);
  buildings[4].footprint = g_bytes_new_static ("what is this", 12);

  subdivision = trace (&town, &error);
  g_assert_no_error (error);
  g_assert_nonnull (subdivision);
  /* Halfway between the walls at 25 and 60. */
  assert_border_at (subdivision, 1, 2, 42.5, 1);
}

/* Every point of the community's border is there, bit for bit. */
static void
assert_border_kept (GgovGeoSubdivision *subdivision,
                    const Town         *town)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (town->community, &size);

  for (gsize at = 13; at + 16 <= size; at += 16)
    {
      gboolean is_found = FALSE;

      for (guint i = 0; !is_found && i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
        {
          const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

          for (guint j = 0; arc->right_grid_id == 0 && j < arc->n_points; j++)
            is_found = is_found || memcmp (arc->coords + 2 * j, data + at, 16) == 0;
        }

      g_assert_true (is_found);
    }
}

static void
assert_same (GgovGeoSubdivision *first,
             GgovGeoSubdivision *second)
{
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;

  ggov_geo_subdivision_compare (first, second, &removed, &added, &relabelled);
  g_assert_cmpuint (removed->len + added->len + relabelled->len, ==, 0);
}

static gboolean
town_init_random (Town  *town,
                  GRand *rand)
{
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GError) error = NULL;

  town_init (town, rand, g_rand_int_range (rand, 2, 5), g_rand_int_range (rand, 2, 5));

  if (town->buildings->len < 10)
    return FALSE;

  pairs = ggov_geo_border_list_adjacencies (town->community,
                                            (GgovGeoBuilding *) town->buildings->data,
                                            town->buildings->len, town->streets, &error);
  g_assert_no_error (error);
  town_assign (town, rand, pairs, MAX (2, town->buildings->len / 10));

  return TRUE;
}

static void
check_town (guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GgovGeoSubdivision) again = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(Town) town = { 0 };

  g_test_message ("seed %u", seed);

  if (!town_init_random (&town, rand))
    return;

  subdivision = trace (&town, &error);

  /* Growing one building at a time may close around a neighbour. */
  if (g_error_matches (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
    {
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "surround"));
      return;
    }

  g_assert_no_error (error);
  town_assert_sound (&town, subdivision);
  assert_border_kept (subdivision, &town);
  again = trace (&town, &error);
  assert_same (subdivision, again);
}

static void
test_towns (void)
{
  for (guint i = 0; i < N_TOWNS; i++)
    check_town (g_test_rand_int ());
}

/* A border that did not close once it was straightened. */
static void
test_not_straightened (void)
{
  check_town (4017957908);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/border/square", test_square);
  g_test_add_func ("/geo/border/strip", test_strip);
  g_test_add_func ("/geo/border/street", test_street);
  g_test_add_func ("/geo/border/across-street", test_across_street);
  g_test_add_func ("/geo/border/common-wall", test_common_wall);
  g_test_add_func ("/geo/border/unassigned", test_unassigned);
  g_test_add_func ("/geo/border/adjacencies", test_adjacencies);
  g_test_add_func ("/geo/border/regular", test_regular);
  g_test_add_func ("/geo/border/refused", test_refused);
  g_test_add_func ("/geo/border/bad-input", test_bad_input);
  g_test_add_func ("/geo/border/odd-footprints", test_odd_footprints);
  g_test_add_func ("/geo/border/not-straightened", test_not_straightened);
  g_test_add_func ("/geo/border/towns", test_towns);

  return g_test_run ();
}
