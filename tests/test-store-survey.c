/* test-store-survey.c: shapes and what is known of them, read from a small town
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "ggov-store-error.h"
#include "ggov-store-survey.h"
#include "plan-town.h"

static GPtrArray *
survey (StoreFixture    *fixture,
        GgovSurveyKind   kind,
        gint64           community_id,
        gint64           plan_id,
        GError         **error)
{
  const GgovSurveyRequest request = {
    .kind = kind, .community_id = community_id, .plan_id = plan_id, .day = MAP_TOWN_DAY,
  };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_survey_async (fixture->store, &request, NULL, keep_result, &result);

  return ggov_store_survey_finish (fixture->store, wait_for (&result), error);
}

/* Three grids in a row, of eight buildings each with twenty households and fifty people. */
static void
test_grids (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  rows = survey (fixture, GGOV_SURVEY_GRIDS, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++)
    {
      const GgovSurveyRow *row = rows->pdata[i];

      g_assert_nonnull (row->shape);
      g_assert_cmpint (row->id, ==, town.grids[i]);
      g_assert_cmpuint (strlen (row->code), ==, 15);
      g_assert_cmpint (row->buildings, ==, 8);
      g_assert_cmpint (row->households, ==, 160);
      g_assert_cmpint (row->people, ==, 400);
      g_assert_nonnull (row->valid_from);
      g_assert_cmpstr (row->state, ==, "in_force");
    }
}

static void
test_buildings (StoreFixture  *fixture,
                gconstpointer  data)
{
  MapTown town;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;
  const GgovSurveyRow *row;

  map_town_write (fixture->store, &town);
  rows = survey (fixture, GGOV_SURVEY_BUILDINGS, town.community, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 24);
  row = rows->pdata[0];
  g_assert_cmpint (row->id, ==, town.buildings[0][0]);
  g_assert_cmpstr (row->number, ==, "1号楼");
  g_assert_cmpstr (row->compound, ==, "青松小区");
  g_assert_cmpint (row->units, ==, 2);
  g_assert_cmpint (row->households, ==, 20);
  g_assert_cmpint (row->people, ==, 50);
  g_assert_true (g_str_has_suffix (row->grid_code, "001"));
}

static void
test_communities (StoreFixture  *fixture,
                  gconstpointer  data)
{
  MapTown town;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;
  const GgovSurveyRow *row;

  map_town_write (fixture->store, &town);
  rows = survey (fixture, GGOV_SURVEY_COMMUNITIES, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpint (row->id, ==, town.community);
  g_assert_cmpint (row->grids, ==, 3);
  g_assert_cmpint (row->buildings, ==, 24);
  g_assert_cmpint (row->households, ==, 480);
  g_assert_cmpint (row->people, ==, 1200);
}

/* A draft that begins from the plan has its three grids again, in no state but its own. */
static void
test_plans (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;
  g_autoptr(GPtrArray) both = NULL;
  g_autoptr(GPtrArray) one = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GError) error = NULL;
  gint64 draft_id;

  map_town_write (fixture->store, &town);
  draft_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  both = survey (fixture, GGOV_SURVEY_PLANS, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (both->len, ==, 6);
  one = survey (fixture, GGOV_SURVEY_GRIDS, 0, draft_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 3);
  for (guint i = 0; i < one->len; i++)
    {
      g_assert_cmpint (((GgovSurveyRow *) one->pdata[i])->plan_id, ==, draft_id);
      g_assert_cmpstr (((GgovSurveyRow *) one->pdata[i])->state, ==, "draft");
      g_assert_cmpstr (((GgovSurveyRow *) one->pdata[i])->code, ==,
                       ((GgovSurveyRow *) both->pdata[i])->code);
    }

  none = survey (fixture, GGOV_SURVEY_GRIDS, 0, 4711, &error);
  g_assert_null (none);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/store/survey/grids", test_grids);
  ADD ("/store/survey/buildings", test_buildings);
  ADD ("/store/survey/communities", test_communities);
  ADD ("/store/survey/plans", test_plans);
#undef ADD

  return g_test_run ();
}
