/* test-store-indicators.c: indicators counted from an office's records, and the issues behind them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-store-indicators.h"
#include "ggov-write-issues.h"

#define N_DUE     972
#define N_CLOSED  911
#define N_ON_TIME 737

/* Kinds of issue that are not due to close in March. */
#define N_VOID  10
#define N_APRIL 7

static GgovIndicatorPeriod
get_march (void)
{
  return (GgovIndicatorPeriod) { board_office_time ("2026-03-01"), board_office_time ("2026-04-01") };
}

static gint64
add_issue (GgovChange         *change,
           const BoardOffice  *office,
           guint               i,
           GError            **error)
{
  const gint64 due = board_office_time ("2026-03-12T17:30");
  g_autofree char *number = g_strdup_printf ("2026-%05u", i + 1);
  GgovIssueRecord record = {
    .number = number,
    .case_type_id = 1 + i % 2,
    .title = "Noise",
    .source = "patrol",
    .stage = "handle",
    .grid_id = office->grid[i % 3 == 0],
    .handler_id = i % 2 ? office->member : office->officer,
    .filed_at = board_office_time ("2026-03-09T10:00"),
    .due_at = due,
  };

  if (i < N_CLOSED)
    {
      record.stage = i % 2 ? "closed" : "evaluated";
      record.closed_at = i < N_ON_TIME ? due : due + 1;
    }
  else if (i >= N_DUE)
    {
      record.stage = i < N_DUE + N_VOID ? "void" : "closed";
      record.closed_at = due;
      record.due_at = i < N_DUE + N_VOID ? due : board_office_time ("2026-04-01");
    }

  return ggov_change_add_issue (change, &record, error);
}

static gboolean
write_published (GgovChange  *change,
                 gpointer     data,
                 GError     **error)
{
  for (guint i = 0; i < N_DUE + N_VOID + N_APRIL; i++)
    if (add_issue (change, data, i, error) == 0)
      return FALSE;

  return TRUE;
}

static GListModel *
list (GgovStore                 *store,
      const GgovIndicatorPeriod *period,
      GgovIndicatorBy            by,
      GgovIndicatorSums         *totals)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_indicators_async (store, period, by, NULL, keep_result, &result);
  rows = ggov_store_list_indicators_finish (store, wait_for (&result), totals, &error);
  g_assert_no_error (error);

  return rows;
}

static guint
count_issues (GgovStore         *store,
              GgovIndicatorBy    by,
              const char        *key,
              guint              indicator,
              GgovIndicatorRows  rows)
{
  const GgovIndicatorCell cell = {
    .period = get_march (), .by = by, .key = key, .indicator = indicator, .rows = rows, .limit = 5,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ggov_store_list_indicator_issues_async (store, &cell, NULL, keep_result, &result);
  issues = ggov_store_list_indicator_issues_finish (store, wait_for (&result), &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, MIN (n, 5));

  return n;
}

/* The published example comes out of an office's records, and each of its numbers opens as many. */
static void
test_published (StoreFixture  *fixture,
                gconstpointer  data)
{
  const GgovIndicatorPeriod march = get_march ();
  BoardOffice office;
  g_autoptr(GListModel) rows = NULL;
  g_autofree char *closing = NULL, *on_time = NULL;
  GgovIndicatorSums totals;

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_published, &office);
  rows = list (fixture->store, &march, GGOV_INDICATOR_BY_ALL, &totals);

  closing = ggov_rate_dup_percent (&totals.rates[GGOV_INDICATOR_CLOSING]);
  on_time = ggov_rate_dup_percent (&totals.rates[GGOV_INDICATOR_ON_TIME]);
  g_assert_cmpint (totals.rates[GGOV_INDICATOR_CLOSING].numerator, ==, N_CLOSED);
  g_assert_cmpint (totals.rates[GGOV_INDICATOR_CLOSING].denominator, ==, N_DUE);
  g_assert_cmpstr (closing, ==, "93.72 %");
  g_assert_cmpstr (on_time, ==, "75.82 %");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);

  g_assert_cmpuint (count_issues (fixture->store, GGOV_INDICATOR_BY_ALL, NULL,
                                  GGOV_INDICATOR_CLOSING, GGOV_INDICATOR_ROWS_NUMERATOR), ==, 911);
  g_assert_cmpuint (count_issues (fixture->store, GGOV_INDICATOR_BY_ALL, NULL,
                                  GGOV_INDICATOR_CLOSING, GGOV_INDICATOR_ROWS_DENOMINATOR), ==, 972);
  g_assert_cmpuint (count_issues (fixture->store, GGOV_INDICATOR_BY_ALL, NULL,
                                  GGOV_INDICATOR_CLOSING, GGOV_INDICATOR_ROWS_REST), ==, 61);
  g_assert_cmpuint (count_issues (fixture->store, GGOV_INDICATOR_BY_ALL, NULL,
                                  GGOV_INDICATOR_ON_TIME, GGOV_INDICATOR_ROWS_NUMERATOR), ==, 737);
  g_assert_cmpuint (count_issues (fixture->store, GGOV_INDICATOR_BY_ALL, NULL, GGOV_N_INDICATORS,
                                  GGOV_INDICATOR_ROWS_DENOMINATOR), ==, 911 + N_APRIL);

  /* Monday 10:00 to Thursday 17:30: 5.5 + 7 + 7 + 7 hours, and one second is no minute. */
  g_assert_cmpint (totals.median_minutes, ==, 1590);
  g_assert_cmpint (totals.p90_minutes, ==, 1590);
}

/* By whatever rows are told apart, they add up to the whole, and open what they say. */
static void
test_rows (StoreFixture  *fixture,
           gconstpointer  data)
{
  static const guint n_rows[GGOV_N_INDICATOR_BYS] = {
    [GGOV_INDICATOR_BY_ALL] = 1, [GGOV_INDICATOR_BY_GRID] = 2, [GGOV_INDICATOR_BY_COMMUNITY] = 2,
    [GGOV_INDICATOR_BY_TYPE] = 2, [GGOV_INDICATOR_BY_LANE] = 1, [GGOV_INDICATOR_BY_DEPARTMENT] = 1,
    [GGOV_INDICATOR_BY_PERSON] = 2, [GGOV_INDICATOR_BY_MONTH] = 1,
  };
  const GgovIndicatorPeriod march = get_march ();
  BoardOffice office;

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_published, &office);

  for (guint by = 0; by < GGOV_N_INDICATOR_BYS; by++)
    {
      g_autoptr(GListModel) rows = list (fixture->store, &march, by, NULL);
      gint64 n_due = 0, n_closed = 0;

      g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n_rows[by]);
      for (guint i = 0; i < n_rows[by]; i++)
        {
          g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (rows, i);
          const GgovIndicatorSums *sums = ggov_indicator_row_get_sums (row);
          const GgovRate *rate = &sums->rates[GGOV_INDICATOR_CLOSING];

          n_due += rate->denominator;
          n_closed += rate->numerator;
          g_assert_cmpstr (ggov_indicator_row_get_label (row), !=, "");
          g_assert_cmpuint (count_issues (fixture->store, by, ggov_indicator_row_get_key (row),
                                          GGOV_INDICATOR_CLOSING, GGOV_INDICATOR_ROWS_NUMERATOR),
                            ==, rate->numerator);
        }
      g_assert_cmpint (n_due, ==, N_DUE);
      g_assert_cmpint (n_closed, ==, N_CLOSED);
    }
}

static void
step (GgovStore     *store,
      gint64         issue,
      GgovIssueMove  move,
      const char    *when,
      const char    *granted)
{
  const GgovIssueStep one = {
    .issue_id = issue, .row_version = -1, .move = move, .note = "because", .granted = granted,
    .at = board_office_time (when),
  };
  g_autoptr(GError) error = NULL;

  board_office_move (store, &one, &error);
  g_assert_no_error (error);
}

/* Through the flow: three days from Monday 2 March on would end on Thursday at 17:30. Suspended from
 * Tuesday 10:00 to Wednesday 10:00, which is a day of work, they end on Friday, and with a day on top on
 * Monday 9 March. Sent back once, verified, and closed on Tuesday at 10:00. */
static void
test_flow (StoreFixture  *fixture,
           gconstpointer  data)
{
  const GgovIndicatorPeriod march = get_march ();
  BoardOffice office;
  gint64 issue;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovIssueDetails) details = NULL;
  GgovIndicatorSums totals;

  board_office_found (fixture->store, &office);
  issue = board_office_file (fixture->store, "C0101", "noise", office.grid[0], "2026-03-02T09:30");
  step (fixture->store, issue, GGOV_ISSUE_DISPATCH, "2026-03-02T10:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_ACCEPT, "2026-03-02T11:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_SUSPEND, "2026-03-03T10:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_RESUME, "2026-03-04T10:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_EXTEND, "2026-03-05T10:00", "1d");
  step (fixture->store, issue, GGOV_ISSUE_REPORT_BACK, "2026-03-05T11:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_REWORK, "2026-03-05T15:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_REPORT_BACK, "2026-03-06T11:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_VERIFY_PASS, "2026-03-06T15:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_CLOSE, "2026-03-10T10:00", NULL);

  details = board_office_get (fixture->store, issue);
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->due_at, ==,
                   board_office_time ("2026-03-09T17:30"));

  rows = list (fixture->store, &march, GGOV_INDICATOR_BY_MONTH, &totals);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  g_assert_cmpint (totals.rates[GGOV_INDICATOR_CLOSING].numerator, ==, 1);
  g_assert_cmpint (totals.rates[GGOV_INDICATOR_ON_TIME].numerator, ==, 0);
  g_assert_cmpint (totals.rates[GGOV_INDICATOR_EXTENSION].numerator, ==, 1);
  g_assert_cmpint (totals.rates[GGOV_INDICATOR_REWORK].numerator, ==, 1);
  g_assert_cmpint (totals.rates[GGOV_INDICATOR_REWORK].denominator, ==, 1);

  /* From Monday 9:30 to 17:30 6 hours, Tuesday to Friday and Monday 7 each, Tuesday 1.5, and 7 less
   * for the day it stood still: 35.5 hours. */
  g_assert_cmpint (totals.median_minutes, ==, 2130);
}

/* Sent back on 30 March and seen to be done on 2 April: each month has its own. */
static void
test_months (StoreFixture  *fixture,
             gconstpointer  data)
{
  const GgovIndicatorPeriod spring = {
    board_office_time ("2026-03-15"), board_office_time ("2026-05-01"),
  };
  GgovIndicatorCell cell = {
    .period = spring, .by = GGOV_INDICATOR_BY_MONTH, .indicator = GGOV_INDICATOR_REWORK,
    .rows = GGOV_INDICATOR_ROWS_NUMERATOR, .limit = 5,
  };
  BoardOffice office;
  g_autoptr(GListModel) rows = NULL;
  gint64 issue;

  board_office_found (fixture->store, &office);
  issue = board_office_file (fixture->store, "C0101", "noise", office.grid[0], "2026-03-27T09:30");
  step (fixture->store, issue, GGOV_ISSUE_DISPATCH, "2026-03-27T10:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_ACCEPT, "2026-03-27T11:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_REPORT_BACK, "2026-03-30T11:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_REWORK, "2026-03-30T15:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_REPORT_BACK, "2026-04-01T11:00", NULL);
  step (fixture->store, issue, GGOV_ISSUE_VERIFY_PASS, "2026-04-02T15:00", NULL);

  rows = list (fixture->store, &spring, GGOV_INDICATOR_BY_MONTH, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GgovIndicatorRow) row = g_list_model_get_item (rows, i);
      const GgovRate *rate = &ggov_indicator_row_get_sums (row)->rates[GGOV_INDICATOR_REWORK];
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GListModel) issues = NULL;
      guint n = 0;

      cell.key = i == 0 ? "2026-03" : "2026-04";
      g_assert_cmpstr (ggov_indicator_row_get_key (row), ==, cell.key);
      g_assert_cmpint (rate->denominator, ==, 1);
      g_assert_cmpint (rate->numerator, ==, i == 0 ? 1 : 0);
      ggov_store_list_indicator_issues_async (fixture->store, &cell, NULL, keep_result, &result);
      issues = ggov_store_list_indicator_issues_finish (fixture->store, wait_for (&result), &n, NULL);
      g_assert_cmpuint (n, ==, i == 0 ? 1 : 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/indicators/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)
  ADD ("published", test_published);
  ADD ("months", test_months);
  ADD ("rows", test_rows);
  ADD ("flow", test_flow);

  return g_test_run ();
}
