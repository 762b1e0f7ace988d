/* bench-indicators.c: how long the indicators of many issues take, what comes back, and a replay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 50,000 issues of two years, each verified and closed, one of ten sent back once, given more time or
 * suspended: all indicators in each way to tell issues apart, the issues behind a number, the groups
 * that came back, and a year under another limit.
 */

#include <stdlib.h>

#include "board-office.h"
#include "ggov-store-indicators.h"
#include "ggov-store-recurrences.h"
#include "ggov-store-replay.h"
#include "ggov-write-issues.h"

#define N_ISSUES 50000
#define BEGIN    1704067200 /* 2024-01-01 */
#define STEP_S   1260       /* from one report to the next: two years in all */
#define DAY_S    86400

static gboolean
add_event (GgovChange  *change,
           gint64       issue_id,
           gint64       at,
           const char  *move,
           const char  *from,
           const char  *to,
           GError     **error)
{
  const GgovIssueEventRecord record = {
    .issue_id = issue_id, .at = at, .move = move, .from_stage = from, .to_stage = to,
    .granted = g_str_equal (move, "extend") ? "1d" : NULL,
  };

  return ggov_change_add_issue_event (change, &record, error) != 0;
}

static gboolean
add_history (GgovChange  *change,
             gint64       id,
             gint64       at,
             gboolean     is_odd,
             GError     **error)
{
  if (!add_event (change, id, at, "file", NULL, "file", error) ||
      !add_event (change, id, at + 60, "dispatch", "file", "dispatch", error) ||
      !add_event (change, id, at + 120, "accept", "dispatch", "handle", error))
    return FALSE;

  if (is_odd &&
      (!add_event (change, id, at + 130, "extend", "handle", "handle", error) ||
       !add_event (change, id, at + 140, "suspend", "handle", "handle", error) ||
       !add_event (change, id, at + 5000, "resume", "handle", "handle", error) ||
       !add_event (change, id, at + 6000, "report-back", "handle", "report-back", error) ||
       !add_event (change, id, at + 7000, "rework", "report-back", "handle", error)))
    return FALSE;

  return add_event (change, id, at + DAY_S, "report-back", "handle", "report-back", error) &&
         add_event (change, id, at + DAY_S + 60, "verify-pass", "report-back", "verify", error) &&
         add_event (change, id, at + 2 * DAY_S, "close", "verify", "closed", error);
}

static gboolean
write_issues (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const BoardOffice *office = data;

  for (int i = 0; i < N_ISSUES; i++)
    {
      g_autofree char *number = g_strdup_printf ("2024-%05d", i + 1);
      gint64 at = BEGIN + (gint64) i * STEP_S;
      const GgovIssueRecord record = {
        .number = number, .case_type_id = 1 + i % 40, .title = "Noise at night", .source = "patrol",
        .stage = "closed", .grid_id = office->grid[i % 2],
        .handler_id = i % 3 ? office->member : office->officer,
        .lon_e7 = 1100000000 + i * 7919 % 200000, .lat_e7 = 400000000 + i * 6101 % 200000,
        .filed_at = at, .due_at = at + (1 + i % 4) * DAY_S, .closed_at = at + 2 * DAY_S,
      };
      gint64 id = ggov_change_add_issue (change, &record, error);

      if (id == 0 || !add_history (change, id, at, i % 10 == 0, error))
        return FALSE;
    }

  return TRUE;
}

static void
tell (const char *name,
      gint64      begin,
      guint       n)
{
  g_print ("%-28s %8.1f ms, %u\n", name, (g_get_monotonic_time () - begin) / 1000.0, n);
}

static void
count (GgovStore                 *store,
       const GgovIndicatorPeriod *period,
       GgovIndicatorBy            by)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  gint64 begin = g_get_monotonic_time ();

  ggov_store_list_indicators_async (store, period, by, NULL, keep_result, &result);
  rows = ggov_store_list_indicators_finish (store, wait_for (&result), NULL, NULL);
  tell (ggov_indicator_by_get_code (by), begin, g_list_model_get_n_items (rows));
}

static void
open_number (GgovStore                 *store,
             const GgovIndicatorPeriod *period)
{
  const GgovIndicatorCell cell = {
    .period = *period, .indicator = GGOV_INDICATOR_ON_TIME, .rows = GGOV_INDICATOR_ROWS_REST,
    .limit = 2000,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  gint64 begin = g_get_monotonic_time ();
  guint n = 0;

  ggov_store_list_indicator_issues_async (store, &cell, NULL, keep_result, &result);
  issues = ggov_store_list_indicator_issues_finish (store, wait_for (&result), &n, NULL);
  g_assert_nonnull (issues);
  tell ("issues behind a number", begin, n);
}

static void
find_groups (GgovStore                 *store,
             const GgovIndicatorPeriod *period)
{
  const GgovRecurrenceSearch search = {
    period->from, period->to, GGOV_RECURRENCE_RADIUS_M, GGOV_RECURRENCE_DAYS,
    GGOV_RECURRENCE_N_LEAST,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) groups = NULL;
  gint64 begin = g_get_monotonic_time ();

  ggov_store_list_recurrences_async (store, &search, NULL, keep_result, &result);
  groups = ggov_store_list_recurrences_finish (store, wait_for (&result), NULL);
  tell ("what comes back", begin, g_list_model_get_n_items (groups));
}

static void
run_replay (GgovStore                 *store,
            const GgovIndicatorPeriod *period)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  const GgovReplayRules rules = { clock, NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovReplay) replay = NULL;
  g_autoptr(GgovReplayOutcome) outcome = NULL;
  gint64 begin = g_get_monotonic_time ();

  ggov_store_read_replay_async (store, period->from, period->to, period->to, 0, NULL, keep_result,
                                &result);
  replay = ggov_store_read_replay_finish (store, wait_for (&result), NULL);
  tell ("replay read", begin, ggov_replay_get_n (replay));
  begin = g_get_monotonic_time ();
  outcome = ggov_replay_run (replay, &rules, NULL, NULL);
  tell ("replay run", begin, (guint) outcome->n_issues);
}

int
main (int   argc,
      char *argv[])
{
  const GgovIndicatorPeriod month = { BEGIN + 366 * (gint64) DAY_S,
                                      BEGIN + 397 * (gint64) DAY_S };
  const GgovIndicatorPeriod all = { BEGIN, BEGIN + 740 * (gint64) DAY_S };
  StoreFixture fixture;
  BoardOffice office = { 0 };

  store_fixture_set_up (&fixture, NULL);
  board_office_found (fixture.store, &office);
  write_change (fixture.store, write_issues, &office);

  g_print ("a month of %u issues:\n", N_ISSUES);
  count (fixture.store, &month, GGOV_INDICATOR_BY_GRID);
  g_print ("all of them:\n");
  for (guint by = 0; by < GGOV_N_INDICATOR_BYS; by++)
    count (fixture.store, &all, by);
  open_number (fixture.store, &all);
  find_groups (fixture.store, &all);
  run_replay (fixture.store, &all);

  store_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
