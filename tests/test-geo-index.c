/* test-geo-index.c: which building is where, compared with looking at each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-geo-index.h"
#include "ggov-geo-wkb.h"

/* A village of 40 by 40 square houses 0.00006 degrees wide, 0.0001 apart. */
#define SIDE 40
#define WEST 109.8
#define SOUTH 40.6
#define STEP 0.0001
#define WIDTH 0.00006

static void
append_square (GgovGeoFootprintsBuilder *builder,
               gint64                    id,
               double                    lon,
               double                    lat,
               double                    width)
{
  const double coords[] = { lon, lat, lon + width, lat, lon + width, lat + width,
                            lon, lat + width, lon, lat };
  const guint size = 5;
  g_autoptr(GBytes) wkb = ggov_geo_wkb_new_polygon (coords, &size, 1);

  g_assert_true (ggov_geo_footprints_builder_append (
    builder, id, 0, g_bytes_get_data (wkb, NULL), g_bytes_get_size (wkb), NULL));
}

/* Row after row from the south west; index = id = row × SIDE + column. */
static GgovGeoIndex *
new_village (void)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (SIDE * SIDE);
  g_autoptr(GgovGeoFootprints) prints = NULL;

  for (guint i = 0; i < SIDE * SIDE; i++)
    append_square (builder, i, WEST + i % SIDE * STEP, SOUTH + i / SIDE * STEP, WIDTH);

  prints = ggov_geo_footprints_builder_end (g_steal_pointer (&builder));

  return ggov_geo_index_new (prints);
}

static GArray *
query_slowly (GgovGeoFootprints   *prints,
              const GgovGeoBounds *bounds)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ggov_geo_footprints_get_n (prints); i++)
    {
      if (ggov_geo_bounds_intersects (bounds, ggov_geo_footprints_get_bounds (prints, i)))
        g_array_append_val (found, i);
    }

  return found;
}

static void
test_query (void)
{
  g_autoptr(GgovGeoIndex) village = new_village ();
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint total = 0;

  for (guint i = 0; i < 500; i++)
    {
      double lon = WEST + g_rand_double_range (rand, -5, SIDE + 5) * STEP;
      double lat = SOUTH + g_rand_double_range (rand, -5, SIDE + 5) * STEP;
      double size = g_rand_double_range (rand, 0, 10) * STEP;
      GgovGeoBounds bounds = { lon, lat, lon + size, lat + size };
      g_autoptr(GArray) expected =
        query_slowly (ggov_geo_index_get_footprints (village), &bounds);

      ggov_geo_index_query (village, &bounds, found);
      g_assert_cmpmem (found->data, found->len * sizeof (guint), expected->data,
                       expected->len * sizeof (guint));
      total += found->len;
    }

  g_assert_cmpuint (total, >, 500);
}

static void
test_query_nothing (void)
{
  g_autoptr(GgovGeoIndex) village = new_village ();
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  const GgovGeoBounds everywhere = { -180, -90, 180, 90 };
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;

  ggov_geo_index_query (village, &everywhere, found);
  g_assert_cmpuint (found->len, ==, SIDE * SIDE);
  ggov_geo_index_query (village, &nowhere, found);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_find_at (void)
{
  g_autoptr(GgovGeoIndex) village = new_village ();
  guint i = 99;

  g_assert_true (ggov_geo_index_find_at (village, WEST + 0.00003, SOUTH + 0.00003, &i));
  g_assert_cmpuint (i, ==, 0);
  g_assert_true (ggov_geo_index_find_at (village, WEST + 7.3 * STEP, SOUTH + 3.3 * STEP, &i));
  g_assert_cmpuint (i, ==, 3 * SIDE + 7);

  i = 99;
  g_assert_false (ggov_geo_index_find_at (village, WEST + 7.8 * STEP, SOUTH + 3.3 * STEP, &i));
  g_assert_false (ggov_geo_index_find_at (village, -WEST, SOUTH, &i));
  g_assert_cmpuint (i, ==, 99);
}

static void
test_find_topmost (void)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (2);
  g_autoptr(GgovGeoFootprints) prints = NULL;
  g_autoptr(GgovGeoIndex) index = NULL;
  guint i = 99;

  append_square (builder, 1, WEST, SOUTH, 10 * WIDTH);
  append_square (builder, 2, WEST, SOUTH, WIDTH);
  prints = ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
  index = ggov_geo_index_new (prints);

  g_assert_true (ggov_geo_index_find_at (index, WEST + WIDTH / 2, SOUTH + WIDTH / 2, &i));
  g_assert_cmpuint (i, ==, 1);
  g_assert_true (ggov_geo_index_find_at (index, WEST + 2 * WIDTH, SOUTH + WIDTH / 2, &i));
  g_assert_cmpuint (i, ==, 0);
}

static void
test_find_nearest (void)
{
  g_autoptr(GgovGeoIndex) village = new_village ();
  GgovGeoFootprints *prints = ggov_geo_index_get_footprints (village);
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint k = 0; k < 300; k++)
    {
      double lon = WEST + g_rand_double_range (rand, -20, SIDE + 20) * STEP;
      double lat = SOUTH + g_rand_double_range (rand, -20, SIDE + 20) * STEP;
      double expected_m = G_MAXDOUBLE, away_m = -7;
      guint i = 99999;

      for (guint j = 0; j < ggov_geo_footprints_get_n (prints); j++)
        expected_m = MIN (expected_m, ggov_geo_footprints_get_distance_m (prints, j, lon, lat));

      g_assert_true (ggov_geo_index_find_nearest (village, lon, lat, 1000, &i, &away_m));
      g_assert_cmpfloat (away_m, ==, expected_m);
      g_assert_cmpfloat (ggov_geo_footprints_get_distance_m (prints, i, lon, lat), ==, away_m);
    }
}

static void
test_find_none_near (void)
{
  g_autoptr(GgovGeoIndex) village = new_village ();
  double away_m = -7;
  guint i = 99;

  /* 0.001 degrees of latitude south of the first house: 111.2 m. */
  g_assert_false (ggov_geo_index_find_nearest (village, WEST, SOUTH - 0.001, 111, &i, &away_m));
  g_assert_cmpuint (i, ==, 99);
  g_assert_cmpfloat (away_m, ==, -7);
  g_assert_true (ggov_geo_index_find_nearest (village, WEST, SOUTH - 0.001, 112, &i, NULL));
  g_assert_cmpuint (i, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr(GgovGeoFootprints) none =
    ggov_geo_footprints_builder_end (ggov_geo_footprints_builder_new (0));
  g_autoptr(GgovGeoIndex) index = ggov_geo_index_new (none);
  g_autoptr(GgovGeoIndex) again = ggov_geo_index_ref (index);
  guint i = 99;

  g_assert_false (ggov_geo_index_find_at (again, WEST, SOUTH, &i));
  g_assert_false (ggov_geo_index_find_nearest (index, WEST, SOUTH, 100, &i, NULL));
}

static gpointer
ask_often (gpointer data)
{
  GgovGeoIndex *village = data;
  guint right = 0;

  for (guint k = 0; k < 20 * SIDE * SIDE; k++)
    {
      guint expected = k % (SIDE * SIDE);
      guint i = 99999;

      ggov_geo_index_find_at (village, WEST + (expected % SIDE + 0.3) * STEP,
                              SOUTH + (expected / SIDE + 0.3) * STEP, &i);
      right += i == expected;
    }

  return GUINT_TO_POINTER (right);
}

static void
test_threads (void)
{
  g_autoptr(GgovGeoIndex) village = new_village ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asking", ask_often, village);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 20 * SIDE * SIDE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/index/query", test_query);
  g_test_add_func ("/geo/index/query/nothing-and-all", test_query_nothing);
  g_test_add_func ("/geo/index/find-at", test_find_at);
  g_test_add_func ("/geo/index/find-at/topmost", test_find_topmost);
  g_test_add_func ("/geo/index/find-nearest", test_find_nearest);
  g_test_add_func ("/geo/index/find-nearest/none", test_find_none_near);
  g_test_add_func ("/geo/index/empty", test_empty);
  g_test_add_func ("/geo/index/threads", test_threads);

  return g_test_run ();
}
