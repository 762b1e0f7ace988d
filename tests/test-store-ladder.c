/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "board-office.h"
#include "ggov-local-time.h"
#include "ggov-store-clock.h"
#include "ggov-store-ladder.h"

/* Filed on Monday 2026-04-27 at 10:00 with three working days: due on Thursday 30 April at 17:30,
 * before the five days of Labour Day. */
typedef struct
{
  BoardOffice office;
  gint64      issue;
} Town;

static void
found (StoreFixture *fixture,
       Town         *town)
{
  g_autoptr(GgovIssueDetails) details = NULL;

  board_office_found (fixture->store, &town->office);
  town->issue = board_office_file (fixture->store, "C0101", "noise", town->office.grid[0],
                                   "2026-04-27T10:00");
  details = board_office_get (fixture->store, town->issue);
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->due_at, ==,
                   board_office_time ("2026-04-30T17:30"));
}

/* The rung that is due for the one issue then, or NULL. */
static const char *
get_due (StoreFixture *fixture,
         const char   *now)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) steps = NULL;
  g_autoptr(GgovLadderStep) step = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_ladder_async (fixture->store, board_office_time (now), NULL, keep_result,
                                &result);
  steps = ggov_store_list_ladder_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (steps), <=, 1);
  step = g_list_model_get_item (steps, 0);

  return step ? ggov_rung_get_code (ggov_ladder_step_get_fields (step)->rung) : NULL;
}

static gint64
climb (StoreFixture  *fixture,
       const char    *now,
       GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 change_id = 0;
  guint n = 0;

  ggov_store_climb_ladder_async (fixture->store, board_office_time (now), 0, &n, NULL, keep_result,
                                 &result);
  if (ggov_store_change_finish (fixture->store, wait_for (&result), &change_id, error))
    g_assert_cmpuint (n, ==, 1);

  return change_id;
}

static void
assert_last_event (StoreFixture *fixture,
                   const Town   *town,
                   guint         n_events,
                   const char   *move)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->store, town->issue);
  GgovIssueEvent *event = details->events->pdata[details->events->len - 1];

  g_assert_cmpuint (details->events->len, ==, n_events);
  g_assert_cmpstr (ggov_issue_move_get_code (ggov_issue_event_get_fields (event)->move), ==, move);
}

static void
test_climb (StoreFixture  *fixture,
            gconstpointer  data)
{
  Town town;
  g_autoptr(GError) closed = NULL, done = NULL, error = NULL;
  gint64 reminder, notice;

  found (fixture, &town);
  g_assert_cmpstr (get_due (fixture, "2026-04-30T11:29"), ==, NULL);
  g_assert_cmpstr (get_due (fixture, "2026-04-30T11:30"), ==, "remind");
  reminder = climb (fixture, "2026-04-30T14:10", &error);
  g_assert_no_error (error);
  assert_last_event (fixture, &town, 2, "remind");
  g_assert_cmpstr (get_due (fixture, "2026-04-30T14:11"), ==, NULL);

  /* On a holiday nothing is due, and nothing can be logged. */
  g_assert_cmpstr (get_due (fixture, "2026-05-02T10:00"), ==, NULL);
  climb (fixture, "2026-05-02T10:00", &closed);
  g_assert_error (closed, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);

  notice = climb (fixture, "2026-05-06T08:30", &error);
  g_assert_no_error (error);
  g_assert_cmpint (notice, >, reminder);
  assert_last_event (fixture, &town, 3, "notice");
  climb (fixture, "2026-05-06T16:00", &done);
  g_assert_error (done, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);

  /* Undone, it is due again; its event is gone. */
  board_office_undo (fixture->store, notice);
  assert_last_event (fixture, &town, 2, "remind");
  g_assert_cmpstr (get_due (fixture, "2026-05-06T16:00"), ==, "notice");
  climb (fixture, "2026-05-06T16:00", &error);
  g_assert_no_error (error);

  /* 6, 7, 8, 9 and 11 May are the five working days. */
  g_assert_cmpstr (get_due (fixture, "2026-05-09T17:00"), ==, NULL);
  g_assert_cmpstr (get_due (fixture, "2026-05-11T08:30"), ==, "criticise");
  climb (fixture, "2026-05-11T09:00", &error);
  climb (fixture, "2026-05-12T09:00", &error);
  g_assert_no_error (error);
  assert_last_event (fixture, &town, 5, "report-up");
  g_assert_cmpstr (get_due (fixture, "2026-05-13T09:00"), ==, NULL);
}

/* What is suspended or ended is left alone; an extension begins anew. */
static void
test_clock (StoreFixture  *fixture,
            gconstpointer  data)
{
  Town town;
  g_autoptr(GError) error = NULL;
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH };

  found (fixture, &town);
  step.issue_id = town.issue;
  step.handler_id = town.office.member;
  step.at = board_office_time ("2026-04-27T10:30");
  board_office_move (fixture->store, &step, &error);
  g_assert_no_error (error);

  step.move = GGOV_ISSUE_SUSPEND;
  step.note = "The other side is away";
  step.at = board_office_time ("2026-04-28T08:30");
  board_office_move (fixture->store, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_due (fixture, "2026-05-06T08:30"), ==, NULL);

  /* All three days are left: 7, 8 and 9 May. */
  step.move = GGOV_ISSUE_RESUME;
  step.at = board_office_time ("2026-05-06T17:30");
  board_office_move (fixture->store, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_due (fixture, "2026-05-08T11:00"), ==, NULL);
  g_assert_cmpstr (get_due (fixture, "2026-05-09T11:30"), ==, "remind");
  climb (fixture, "2026-05-11T08:30", &error);
  g_assert_no_error (error);
  assert_last_event (fixture, &town, 5, "notice");

  step.move = GGOV_ISSUE_ANNUL;
  step.at = board_office_time ("2026-05-12T08:30");
  board_office_move (fixture->store, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_due (fixture, "2026-05-19T08:30"), ==, NULL);
}

/* As the office wants it, and by its own days. */
static void
test_own_ladder (StoreFixture  *fixture,
                 gconstpointer  data)
{
  Town town;
  g_autoptr(GError) refused = NULL, error = NULL;
  g_autoptr(GAsyncResult) set = NULL, wrong = NULL, own = NULL, got = NULL;
  g_autofree char *entries = NULL;
  int day = 0;

  found (fixture, &town);
  ggov_store_set_ladder_async (fixture->store, "remind 1d; criticise 2d", NULL, keep_result, &set);
  ggov_store_change_finish (fixture->store, wait_for (&set), NULL, &error);
  g_assert_no_error (error);
  ggov_store_set_ladder_async (fixture->store, "shout 1d", NULL, keep_result, &wrong);
  ggov_store_change_finish (fixture->store, wait_for (&wrong), NULL, &refused);
  g_assert_error (refused, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  ggov_store_get_ladder_async (fixture->store, NULL, keep_result, &got);
  entries = ggov_store_get_ladder_finish (fixture->store, wait_for (&got), &error);
  g_assert_cmpstr (entries, ==, "remind 1d\ncriticise 2d");

  g_assert_cmpstr (get_due (fixture, "2026-04-29T08:30"), ==, "remind");
  g_assert_cmpstr (get_due (fixture, "2026-05-06T09:00"), ==, NULL);
  g_assert_cmpstr (get_due (fixture, "2026-05-07T08:30"), ==, "criticise");

  g_assert_true (ggov_local_day_parse ("2026-05-07", &day, NULL));
  ggov_store_set_own_day_async (fixture->store, day, GGOV_DAY_HOLIDAY, "停电", NULL, NULL,
                                keep_result, &own);
  ggov_store_change_finish (fixture->store, wait_for (&own), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_due (fixture, "2026-05-07T08:30"), ==, NULL);
  g_assert_cmpstr (get_due (fixture, "2026-05-08T08:30"), ==, "criticise");
}

/* Other hours move the deadline to 17:00: what was done for it is done all the same. */
static void
test_other_hours (StoreFixture  *fixture,
                  gconstpointer  data)
{
  Town town;
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) set = NULL;
  guint n_moved = 0;

  found (fixture, &town);
  climb (fixture, "2026-05-06T08:30", &error);
  g_assert_no_error (error);
  ggov_store_set_schedule_async (fixture->store, "08:30-12:00,14:00-17:00", &n_moved, NULL,
                                 keep_result, &set);
  ggov_store_change_finish (fixture->store, wait_for (&set), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_moved, ==, 1);

  g_assert_cmpstr (get_due (fixture, "2026-05-07T10:00"), ==, NULL);
  g_assert_cmpstr (get_due (fixture, "2026-05-11T08:30"), ==, "criticise");
}

static gboolean
log_printed (StoreFixture  *fixture,
             const char    *at,
             GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  guint n = 0;

  ggov_store_log_printed_async (fixture->store, board_office_time ("2026-05-06T00:00"),
                                board_office_time ("2026-05-07T00:00"), board_office_time (at), &n,
                                NULL, keep_result, &result);
  if (!ggov_store_change_finish (fixture->store, wait_for (&result), NULL, error))
    return FALSE;

  g_assert_cmpuint (n, ==, 1);

  return TRUE;
}

static void
test_printed (StoreFixture  *fixture,
              gconstpointer  data)
{
  Town town;
  g_autoptr(GError) none = NULL, again = NULL, error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) notices = NULL;
  g_autoptr(GgovLadderStep) notice = NULL;

  found (fixture, &town);
  g_assert_false (log_printed (fixture, "2026-05-06T09:00", &none));
  g_assert_error (none, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);

  climb (fixture, "2026-05-06T08:30", &error);
  g_assert_no_error (error);
  g_assert_true (log_printed (fixture, "2026-05-06T09:00", &error));
  g_assert_false (log_printed (fixture, "2026-05-06T10:00", &again));

  ggov_store_list_notices_async (fixture->store, board_office_time ("2026-05-06T00:00"),
                                 board_office_time ("2026-05-07T00:00"), NULL, keep_result,
                                 &result);
  notices = ggov_store_list_ladder_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notices), ==, 1);
  notice = g_list_model_get_item (notices, 0);
  g_assert_cmpint (ggov_ladder_step_get_fields (notice)->printed_at, ==,
                   board_office_time ("2026-05-06T09:00"));
  g_assert_cmpint (ggov_ladder_step_get_fields (notice)->due_at, ==,
                   board_office_time ("2026-04-30T17:30"));
}

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/ladder/climb", test_climb);
  ADD ("/store/ladder/clock", test_clock);
  ADD ("/store/ladder/own", test_own_ladder);
  ADD ("/store/ladder/other-hours", test_other_hours);
  ADD ("/store/ladder/printed", test_printed);

  return g_test_run ();
}
