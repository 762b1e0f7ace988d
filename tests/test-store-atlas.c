/* test-store-atlas.c: what maps on paper are drawn from, read from a small town
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ggov-store-atlas.h"
#include "map-town.h"

static GgovAtlas *
load (StoreFixture *fixture,
      const char   *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovAtlas *atlas;

  ggov_store_load_atlas_async (fixture->store, day, NULL, keep_result, &result);
  atlas = ggov_store_load_atlas_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return atlas;
}

/* Three grids in a row, of eight buildings each; the middle one has two neighbours. */
static void
test_town (StoreFixture  *fixture,
           gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovAtlas) atlas = NULL;

  map_town_write (fixture->store, &town);
  atlas = load (fixture, MAP_TOWN_DAY);

  g_assert_cmpstr (atlas->day, ==, MAP_TOWN_DAY);
  g_assert_cmpstr (atlas->office, ==, "青松街道");
  g_assert_cmpuint (atlas->communities->len, ==, 1);
  g_assert_nonnull (ggov_atlas_find_community (atlas, town.community));
  g_assert_cmpuint (atlas->streets->len, ==, 2);
  g_assert_cmpuint (atlas->grids->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const GgovAtlasGrid *grid = atlas->grids->pdata[i];

      g_assert_cmpint (grid->id, ==, town.grids[i]);
      g_assert_true (ggov_atlas_find_grid (atlas, grid->id) == grid);
      g_assert_cmpint (grid->buildings, ==, 8);
      g_assert_cmpint (grid->households, ==, 160);
      g_assert_cmpint (grid->people, ==, 400);
      g_assert_cmpuint (grid->neighbours->len, ==, i == 1 ? 2 : 1);
      g_assert_nonnull (grid->area);
    }
  g_assert_cmpstr (ggov_atlas_get_number (atlas->grids->pdata[1]), ==, "002");
}

/* Numbers in the order of counting: 9号楼 is before 10号楼. */
static void
test_buildings (StoreFixture  *fixture,
                gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovAtlas) atlas = NULL;

  map_town_write (fixture->store, &town);
  atlas = load (fixture, MAP_TOWN_DAY);

  g_assert_cmpuint (atlas->buildings->len, ==, 24);
  for (guint i = 0; i < 24; i++)
    {
      const GgovAtlasBuilding *building = atlas->buildings->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u号楼", i + 1);

      g_assert_cmpstr (building->number, ==, number);
      g_assert_cmpint (building->id, ==, town.buildings[i / 6][i % 6]);
      g_assert_cmpint (building->grid_id, ==, town.grids[i % 6 / 2]);
      g_assert_cmpstr (building->compound, ==, "青松小区");
      g_assert_cmpint (building->units, ==, 2);
      g_assert_cmpint (building->households, ==, 20);
      g_assert_cmpint (building->kind, ==, i == 5 ? GGOV_BUILDING_SCHOOL
                                                  : GGOV_BUILDING_RESIDENTIAL);
    }
}

static void
test_posts (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovAtlas) atlas = NULL;
  g_autoptr(GgovAtlas) before = NULL;
  const GgovAtlasPost *post;

  map_town_write (fixture->store, &town);
  atlas = load (fixture, MAP_TOWN_DAY);

  g_assert_cmpuint (atlas->posts->len, ==, 2);
  post = atlas->posts->pdata[0];
  g_assert_cmpstr (post->role_code, ==, "full_time_member");
  g_assert_cmpint (post->grid_id, ==, town.grids[0]);
  g_assert_cmpstr (post->name, ==, "林若溪");
  g_assert_cmpstr (post->phone, ==, "13900000001");
  post = atlas->posts->pdata[1];
  g_assert_cmpstr (post->role_code, ==, "building_leader");
  g_assert_cmpint (post->building_id, ==, town.buildings[0][0]);

  /* Both were appointed on 5 January, in grids that there are since the first. */
  before = load (fixture, "2026-01-04");
  g_assert_cmpuint (before->posts->len, ==, 0);
  g_assert_cmpuint (before->grids->len, ==, 3);
}

static void
test_before (StoreFixture  *fixture,
             gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovAtlas) atlas = NULL;

  map_town_write (fixture->store, &town);
  atlas = load (fixture, "2025-12-31");

  g_assert_cmpuint (atlas->communities->len, ==, 1);
  g_assert_cmpuint (atlas->grids->len, ==, 0);
  g_assert_cmpuint (atlas->buildings->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/atlas/town", test_town);
  ADD ("/store/atlas/buildings", test_buildings);
  ADD ("/store/atlas/posts", test_posts);
  ADD ("/store/atlas/before", test_before);
#undef ADD

  return g_test_run ();
}
