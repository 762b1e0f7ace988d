/* bench-issues.c: how long the board waits for its issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 50,000 issues, all but 50 of them closed, are counted by stage and listed with at most 200 a
 * stage, as the board asks for them: without a filter and with each of those that cost most.
 */

#include <stdlib.h>

#include "board-office.h"
#include "ggov-write-issues.h"

#define N_ISSUES 50000
#define N_OPEN   50

static const struct
{
  const char      *name;
  GgovIssueFilter  filter;
} questions[] = {
  { "all", { .limit = 200 } },
  { "one lane", { .limit = 200, .lane = "community" } },
  { "one community", { .limit = 200, .community_id = 1 } },
  { "words found", { .limit = 200, .text = "noise" } },
  { "words not found", { .limit = 200, .text = "nothing" } },
  { "overdue", { .limit = 200, .overdue = TRUE, .now = 1800000000 } },
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
        .stage = ggov_issue_stage_get_code (open ? GGOV_ISSUE_HANDLED : GGOV_ISSUE_EVALUATED),
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

  store_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
