/* test-store-replay.c: which grid an issue would have been on by another plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-local-time.h"
#include "ggov-store-file-issue.h"
#include "ggov-store-replay.h"
#include "plan-town.h"

#define DEGREES_E7 1e7

static gint64
at (const char *when)
{
  gint64 time = 0;

  g_assert_true (ggov_local_time_parse (when, &time, NULL));

  return time;
}

static void
file (StoreFixture          *fixture,
      const GgovIssueFiling *filing)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_file_issue_async (fixture->store, filing, NULL, keep_result, &result);
  ggov_store_file_issue_finish (fixture->store, wait_for (&result), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* On buildings of the first grid, of both columns of the second, and beside the right one of those. */
static void
file_all (StoreFixture *fixture,
          MapTown      *town)
{
  GgovIssueFiling filing = { .case_type_id = 1, .title = "堆物", .at = at ("2026-03-02T10:00") };
  const gint64 buildings[] = {
    town->buildings[0][0], town->buildings[1][2], town->buildings[1][3],
  };
  double place[2];

  for (guint i = 0; i < G_N_ELEMENTS (buildings); i++)
    {
      filing.building_id = buildings[i];
      file (fixture, &filing);
    }

  map_town_place (20 + 70 * 3 + 20, 20 + 45 * 2 + 30, place);
  filing.building_id = 0;
  filing.lon_e7 = (gint64) (place[0] * DEGREES_E7);
  filing.lat_e7 = (gint64) (place[1] * DEGREES_E7);
  file (fixture, &filing);
}

/* "150203005001001 3>2 …": each grid, and how many issues it had and would have had. */
static char *
dup_grids (StoreFixture *fixture,
           gint64        plan_id)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  const GgovReplayRules rules = { clock, NULL };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovReplay) replay = NULL;
  g_autoptr(GgovReplayOutcome) outcome = NULL;

  ggov_store_read_replay_async (fixture->store, at ("2026-03-01T00:00"), at ("2026-04-01T00:00"),
                                at ("2026-04-01T00:00"), plan_id, NULL, keep_result, &result);
  replay = ggov_store_read_replay_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  outcome = ggov_replay_run (replay, &rules, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < outcome->grids->len; i++)
    {
      const GgovReplayCount *count = outcome->grids->pdata[i];

      g_string_append_printf (text, "%s%s %d>%d", i > 0 ? " " : "", count->key, (int) count->n_was,
                              (int) count->n_would);
    }

  return g_strdup (text->str);
}

/* The left column of the middle grid goes to the first, its right column is new in the draft, and has
 * no code yet; the place beside that column is in it too. */
static void
test_draft (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;
  gint64 plan_id;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  map_town_write (fixture->store, &town);
  file_all (fixture, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, plan_town_share_out);

  before = dup_grids (fixture, 0);
  after = dup_grids (fixture, plan_id);
  g_assert_cmpstr (before, ==, "150203005001001 1>1 150203005001002 3>3");
  g_assert_cmpstr (after, ==, "+4 0>2 150203005001001 1>2 150203005001002 3>0");
}

/* A plan that was approved has numbers of its own. */
static void
test_approved (StoreFixture  *fixture,
               gconstpointer  data)
{
  MapTown town;
  gint64 plan_id;
  g_autofree char *grids = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  file_all (fixture, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  plan_town_approve (fixture, plan_id, PLAN_TOWN_CHANGE_DAY, &error);
  g_assert_no_error (error);

  grids = dup_grids (fixture, plan_id);
  g_assert_cmpstr (grids, ==,
                   "150203005001001 1>2 150203005001002 3>0 150203005001004 0>2");
}

/* There is none of that number. */
static void
test_no_plan (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  MapTown town;

  map_town_write (fixture->store, &town);
  ggov_store_read_replay_async (fixture->store, 1, at ("2026-04-01T00:00"), at ("2026-04-01T00:00"),
                                999, NULL, keep_result, &result);
  g_assert_null (ggov_store_read_replay_finish (fixture->store, wait_for (&result), &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, func) \
  g_test_add ("/store/replay/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("draft", test_draft);
  ADD ("approved", test_approved);
  ADD ("no-plan", test_no_plan);

  return g_test_run ();
}
