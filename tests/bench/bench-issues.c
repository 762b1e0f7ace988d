/* bench-issues.c: how long the board waits for its issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 50,000 issues, nine in ten of them closed, are counted by stage and listed with at most 200 a
 * stage, as the board asks for them: without a filter and with each filter there is. Then the same
 * by lane, by day, as a table and on the map.
 */

#include <stdlib.h>

#include "board-office.h"
#include "ggov-query-issues.h"
#include "ggov-store-issue-groups.h"
#include "ggov-store-issue-spots.h"
#include "ggov-write-issues.h"

#define N_ISSUES 50000
#define N_OPEN   5000

static const struct
{
  const char      *name;
  GgovIssueFilter  filter;
} questions[] = {
  { "all", { .limit = 200, .now = 1740000000 } },
  { "one lane", { .limit = 200, .lane = "community" } },
  { "one community", { .limit = 200, .community_id = 1 } },
  { "words found", { .limit = 200, .text = "noise" } },
  { "words not found", { .limit = 200, .text = "nothing" } },
  { "overdue", { .limit = 200, .overdue = TRUE, .now = 1800000000 } },
  { "one grid", { .limit = 200, .grid_id = 1 } },
  { "one type", { .limit = 200, .type_code = "C0101" } },
  { "one source", { .limit = 200, .source = "patrol" } },
  { "one handler", { .limit = 200, .handler_id = 1 } },
  { "nobody sent", { .limit = 200, .handler_id = GGOV_ISSUE_FILTER_NOBODY } },
  { "filed in a month", { .limit = 200, .filed_from = 1740000000, .filed_before = 1742592000 } },
  { "due within a week", { .limit = 200, .stages = GGOV_ISSUE_FILTER_OPEN,
                           .due_before = 1736504800 } },
};

static gboolean
write_issues (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const BoardOffice *office = data;

  for (int i = 0; i < N_ISSUES; i++)
    {
      g_autofree char *number = g_strdup_printf ("2025-%05d", i + 1);
      const gboolean open = i % (N_ISSUES / N_OPEN) == 0;
      const GgovIssueRecord record = {
        .number = number,
        .case_type_id = 1 + i % 20,
        .title = "Noise at night",
        .source = "patrol",
        .stage = ggov_issue_stage_get_code (open ? (GgovIssueStage) (i / 10 % GGOV_ISSUE_CLOSED)
                                                 : GGOV_ISSUE_EVALUATED),
        .handler_id = i % 3 == 0 ? office->member : i % 3 == 1 ? office->officer : 0,
        .grid_id = office->grid[i % 2],
        .filed_at = 1735700000 + i * 600,
        .due_at = 1735900000 + i * 600,
        .closed_at = open ? 0 : 1735800000 + i * 600,
      };

      if (ggov_change_add_issue (change, &record, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
ask (GgovStore *store,
     guint      i)
{
  g_autoptr(GAsyncResult) counted = NULL;
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GListModel) issues = NULL;
  gint64 counts[GGOV_ISSUE_N_STAGES];
  gint64 begin = g_get_monotonic_time ();
  gint64 between;

  ggov_store_count_issues_async (store, &questions[i].filter, NULL, keep_result, &counted);
  g_assert_true (ggov_store_count_issues_finish (store, wait_for (&counted), counts, NULL));
  between = g_get_monotonic_time ();
  ggov_store_list_issues_async (store, &questions[i].filter, NULL, keep_result, &listed);
  issues = ggov_store_list_issues_finish (store, wait_for (&listed), NULL);
  g_assert_nonnull (issues);

  g_print ("%-16s counted in %6.1f ms, %4u listed in %6.1f ms\n", questions[i].name,
           (between - begin) / 1000.0, g_list_model_get_n_items (issues),
           (g_get_monotonic_time () - between) / 1000.0);
}

static void
tell (const char *name,
      gint64      begin,
      guint       n)
{
  g_print ("%-17s %6u rows in %6.1f ms\n", name, n, (g_get_monotonic_time () - begin) / 1000.0);
}

static void
ask_lanes (GgovStore         *store,
           const char        *name,
           GgovIssueGrouping  grouping)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) groups = NULL;
  gint64 begin = g_get_monotonic_time ();

  ggov_store_list_issue_groups_async (store, &questions[0].filter, grouping, NULL, keep_result,
                                      &result);
  groups = ggov_store_list_issue_groups_finish (store, wait_for (&result), NULL);
  tell (name, begin, g_list_model_get_n_items (groups));
}

static void
ask_days (GgovStore *store)
{
  const GgovIssueFilter filter = { .due_from = 1740000000, .due_before = 1743628800 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) days = NULL;
  gint64 begin = g_get_monotonic_time ();

  ggov_store_count_issue_days_async (store, &filter, NULL, keep_result, &result);
  days = ggov_store_count_issue_days_finish (store, wait_for (&result), NULL);
  tell ("days of six weeks", begin, days->len);
}

static void
ask_table (GgovStore  *store,
           const char *column,
           guint       limit)
{
  g_autofree char *name = g_strdup_printf ("table by %s", column);
  g_autoptr(GgovQuery) query = ggov_query_new_issues (&questions[0].filter, column, FALSE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  gint64 begin = g_get_monotonic_time ();

  ggov_store_find_rows_async (store, query, limit, 50, NULL, NULL, keep_result, &result);
  answer = ggov_store_rows_finish (store, wait_for (&result), NULL);
  tell (name, begin, answer->keys->len);
}

static void
ask_spots (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovIssueSpots) spots = NULL;
  gint64 begin = g_get_monotonic_time ();

  ggov_store_find_issue_spots_async (store, &questions[0].filter, NULL, keep_result, &result);
  spots = ggov_store_list_issue_spots_finish (store, wait_for (&result), NULL);
  tell ("places on the map", begin, ggov_issue_spots_get_n (spots));
}

int
main (int   argc,
      char *argv[])
{
  StoreFixture fixture;
  BoardOffice office = { 0 };

  store_fixture_set_up (&fixture, NULL);
  board_office_found (fixture.store, &office);
  write_change (fixture.store, write_issues, &office);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    ask (fixture.store, i);
  ask_lanes (fixture.store, "lanes by grid", GGOV_ISSUE_GROUPING_GRID);
  ask_lanes (fixture.store, "by community", GGOV_ISSUE_GROUPING_COMMUNITY);
  ask_lanes (fixture.store, "by lane", GGOV_ISSUE_GROUPING_LANE);
  ask_lanes (fixture.store, "by handler", GGOV_ISSUE_GROUPING_HANDLER);
  ask_days (fixture.store);
  ask_table (fixture.store, "due", GGOV_QUERY_ALL);
  ask_table (fixture.store, "handler", GGOV_QUERY_ALL);
  ask_table (fixture.store, "title", GGOV_QUERY_ALL);
  ask_spots (fixture.store);

  store_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
