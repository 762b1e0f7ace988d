/* test-store-follow-ups.c: calls after closing, and what they bring back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-local-time.h"
#include "ggov-store-follow-ups.h"
#include "ggov-store-issue-parts.h"
#include "ggov-store-indicators.h"

#define N_DAYS 30

/* Reported on Monday 2026-04-27 and closed on Thursday 30 April at 16:00, before Labour Day: the first
 * working day after that is Wednesday 6 May. */
static gint64
close_issue (StoreFixture *fixture)
{
  static const struct
  {
    GgovIssueMove  move;
    const char    *when;
  } steps[] = {
    { GGOV_ISSUE_DISPATCH, "2026-04-27T11:00" }, { GGOV_ISSUE_ACCEPT, "2026-04-28T09:00" },
    { GGOV_ISSUE_REPORT_BACK, "2026-04-29T09:00" }, { GGOV_ISSUE_VERIFY_PASS, "2026-04-30T09:00" },
    { GGOV_ISSUE_CLOSE, "2026-04-30T16:00" },
  };
  BoardOffice office;
  gint64 issue;
  g_autoptr(GAsyncResult) reported = NULL;

  /* Whoever reported it is not in the records. */
  board_office_found (fixture->store, &office);
  issue = board_office_file (fixture->store, "C0101", "noise", office.grid[0], "2026-04-27T10:00");
  ggov_store_add_reporter_async (fixture->store, &(GgovReporterOrder) {
    .issue_id = issue, .name = "李四", .phone = "13900139000",
    .at = board_office_time ("2026-04-27T10:00"),
  }, NULL, keep_result, &reported);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&reported), NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const GgovIssueStep step = {
        .issue_id = issue, .row_version = -1, .move = steps[i].move, .note = "done",
        .at = board_office_time (steps[i].when),
      };
      g_autoptr(GError) error = NULL;

      board_office_move (fixture->store, &step, &error);
      g_assert_no_error (error);
    }

  return issue;
}

static GListModel *
list (StoreFixture *fixture,
      const char   *now)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *calls;

  ggov_store_list_follow_ups_async (fixture->store, board_office_time (now), N_DAYS, NULL,
                                    keep_result, &result);
  calls = ggov_store_list_follow_ups_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return calls;
}

static guint
count_calls (StoreFixture *fixture,
             const char   *now)
{
  g_autoptr(GListModel) calls = list (fixture, now);

  return g_list_model_get_n_items (calls);
}

static gint64
log_call (StoreFixture  *fixture,
          gint64         issue,
          const char    *when,
          guint          satisfaction,
          GError       **error)
{
  const GgovFollowUpCall call = {
    .issue_id = issue, .is_reached = satisfaction != 0, .satisfaction = satisfaction,
    .note = "still loud", .at = board_office_time (when),
  };
  g_autoptr(GAsyncResult) result = NULL;
  gint64 change_id = 0;

  ggov_store_log_follow_up_async (fixture->store, &call, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), &change_id, error);

  return change_id;
}

static void
assert_stage (StoreFixture   *fixture,
              gint64          issue,
              GgovIssueStage  stage,
              guint           n_events)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->store, issue);

  g_assert_cmpint (ggov_issue_get_fields (details->issue)->state.stage, ==, stage);
  g_assert_cmpuint (details->events->len, ==, n_events);
}

static void
test_list (StoreFixture  *fixture,
           gconstpointer  data)
{
  gint64 issue = close_issue (fixture);
  g_autoptr(GListModel) calls = NULL;
  g_autoptr(GgovFollowUp) call = NULL;
  g_autofree char *day = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (count_calls (fixture, "2026-05-05T23:59"), ==, 0);
  g_assert_cmpuint (count_calls (fixture, "2026-06-08T10:00"), ==, 0);

  /* Nobody answered: it stays, and says so. */
  log_call (fixture, issue, "2026-05-06T09:00", 0, &error);
  g_assert_no_error (error);
  calls = list (fixture, "2026-05-06T10:00");
  g_assert_cmpuint (g_list_model_get_n_items (calls), ==, 1);
  call = g_list_model_get_item (calls, 0);
  day = ggov_local_day_format (ggov_follow_up_get_fields (call)->due_day);
  g_assert_cmpstr (day, ==, "2026-05-06");
  g_assert_cmpint (ggov_follow_up_get_fields (call)->n_tries, ==, 1);
  g_assert_cmpint (ggov_follow_up_get_fields (call)->last_try_at, ==,
                   board_office_time ("2026-05-06T09:00"));
  g_assert_cmpint (ggov_issue_get_fields (ggov_follow_up_get_issue (call))->id, ==, issue);
  g_assert_cmpstr (ggov_follow_up_get_fields (call)->reporter, ==, "李四");
  g_assert_cmpstr (ggov_follow_up_get_fields (call)->phone, ==, "13900139000");

  log_call (fixture, issue, "2026-05-06T11:00", 4, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_calls (fixture, "2026-05-06T12:00"), ==, 0);
  assert_stage (fixture, issue, GGOV_ISSUE_CLOSED, 7);
}

/* Not satisfied: the call and the rework are one change, and are undone as one. */
static void
test_rework (StoreFixture  *fixture,
             gconstpointer  data)
{
  const GgovIndicatorPeriod april = { board_office_time ("2026-04-01"),
                                      board_office_time ("2026-05-01") };
  gint64 issue = close_issue (fixture), change_id;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  GgovIndicatorSums sums;

  change_id = log_call (fixture, issue, "2026-05-06T09:00", 2, &error);
  g_assert_no_error (error);
  assert_stage (fixture, issue, GGOV_ISSUE_HANDLED, 8);
  g_assert_cmpuint (count_calls (fixture, "2026-05-06T10:00"), ==, 0);

  board_office_undo (fixture->store, change_id);
  assert_stage (fixture, issue, GGOV_ISSUE_CLOSED, 7);
  g_assert_cmpuint (count_calls (fixture, "2026-05-06T10:00"), ==, 1);

  /* Just so is satisfied, as far as it counts. */
  log_call (fixture, issue, "2026-05-06T10:30", 3, &error);
  g_assert_no_error (error);
  assert_stage (fixture, issue, GGOV_ISSUE_CLOSED, 7);
  ggov_store_list_indicators_async (fixture->store, &april, GGOV_INDICATOR_BY_ALL, NULL, keep_result,
                                    &result);
  rows = ggov_store_list_indicators_finish (fixture->store, wait_for (&result), &sums, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sums.rates[GGOV_INDICATOR_FOLLOW_UP].numerator, ==, 1);
}

/* Who is not satisfied has the issue back, and counts all the same. */
static void
test_satisfaction (StoreFixture  *fixture,
                   gconstpointer  data)
{
  const GgovIndicatorPeriod may = { board_office_time ("2026-05-01"),
                                    board_office_time ("2026-06-01") };
  gint64 issue = close_issue (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  GgovIndicatorSums sums;

  log_call (fixture, issue, "2026-05-06T09:00", 2, &error);
  g_assert_no_error (error);
  assert_stage (fixture, issue, GGOV_ISSUE_HANDLED, 8);

  ggov_store_list_indicators_async (fixture->store, &may, GGOV_INDICATOR_BY_ALL, NULL, keep_result,
                                    &result);
  rows = ggov_store_list_indicators_finish (fixture->store, wait_for (&result), &sums, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sums.rates[GGOV_INDICATOR_SATISFACTION].numerator, ==, 0);
  g_assert_cmpint (sums.rates[GGOV_INDICATOR_SATISFACTION].denominator, ==, 1);
}

static void
test_evaluated (StoreFixture  *fixture,
                gconstpointer  data)
{
  gint64 issue = close_issue (fixture);
  const GgovIssueStep step = {
    .issue_id = issue, .row_version = -1, .move = GGOV_ISSUE_EVALUATE,
    .at = board_office_time ("2026-05-06T08:45"),
  };
  g_autoptr(GError) error = NULL;

  board_office_move (fixture->store, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_calls (fixture, "2026-05-06T09:00"), ==, 1);
  log_call (fixture, issue, "2026-05-06T09:30", 1, &error);
  g_assert_no_error (error);
  assert_stage (fixture, issue, GGOV_ISSUE_HANDLED, 9);
}

static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  gint64 issue = close_issue (fixture);
  g_autoptr(GError) early = NULL, points = NULL, open = NULL, error = NULL;

  log_call (fixture, issue, "2026-04-30T15:59", 4, &early);
  g_assert_error (early, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  log_call (fixture, issue, "2026-05-06T09:00", 6, &points);
  g_assert_error (points, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  log_call (fixture, issue, "2026-05-06T09:00", 1, &error);
  g_assert_no_error (error);
  log_call (fixture, issue, "2026-05-06T10:00", 4, &open);
  g_assert_error (open, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/follow-ups/" name, StoreFixture, NULL, store_fixture_set_up, function, \
              store_fixture_tear_down)
  ADD ("list", test_list);
  ADD ("rework", test_rework);
  ADD ("satisfaction", test_satisfaction);
  ADD ("evaluated", test_evaluated);
  ADD ("refused", test_refused);

  return g_test_run ();
}
