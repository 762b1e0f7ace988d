/* test-replay.c: the lateness that other rules would have brought
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-issue-event.h"
#include "ggov-local-time.h"
#include "ggov-replay.h"

static gint64
at (const char *when)
{
  gint64 time = 0;

  g_assert_true (ggov_local_time_parse (when, &time, NULL));

  return time;
}

static void
add_event (GPtrArray     *events,
           GgovIssueMove  move,
           const char    *when,
           const char    *granted)
{
  const GgovIssueEventFields fields = { .at = at (when), .move = move, .granted = granted, .note = "" };

  g_ptr_array_add (events, ggov_issue_event_new (&fields));
}

/* Hot: given out on Friday 2026-02-13 at 16:30 with four hours, due on the make-up Saturday at 11:30,
 * closed half an hour later: late. Cold: given out on Monday 2026-04-27 with three days, due on
 * Thursday 30 April at 17:30, and closed then. Long: four days and one more from the same Monday on,
 * due on Thursday 7 May (the 1st to the 5th are off, 6 and 7 May are worked), open. */
static GgovReplay *
make_replay (void)
{
  GgovReplay *replay = ggov_replay_new (at ("2026-05-08T10:00"));
  g_autoptr(GPtrArray) hot = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) cold = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) lasting = g_ptr_array_new_with_free_func (g_object_unref);
  GgovReplayCase one = {
    .type_code = "H", .type_name = "hot", .limit_text = "4h", .grid_code = "001", .grid_name = "one",
    .other_grid_code = "002", .other_grid_name = "two", .filed_at = at ("2026-02-13T16:00"),
    .due_at = at ("2026-02-14T11:30"), .closed_at = at ("2026-02-14T12:00"),
  };

  add_event (hot, GGOV_ISSUE_DISPATCH, "2026-02-13T16:30", NULL);
  ggov_replay_add (replay, &one, hot);

  one = (GgovReplayCase) {
    .type_code = "C", .type_name = "cold", .limit_text = "3d", .grid_code = "001",
    .grid_name = "one", .filed_at = at ("2026-04-27T09:00"), .due_at = at ("2026-04-30T17:30"),
    .closed_at = at ("2026-04-30T17:30"),
  };
  add_event (cold, GGOV_ISSUE_DISPATCH, "2026-04-27T10:00", NULL);
  ggov_replay_add (replay, &one, cold);

  one = (GgovReplayCase) {
    .type_code = "L", .type_name = "long", .limit_text = "4d", .grid_code = "002",
    .grid_name = "two", .filed_at = at ("2026-04-27T09:00"), .due_at = at ("2026-05-07T17:30"),
  };
  add_event (lasting, GGOV_ISSUE_DISPATCH, "2026-04-27T10:00", NULL);
  add_event (lasting, GGOV_ISSUE_EXTEND, "2026-04-28T10:00", "1d");
  ggov_replay_add (replay, &one, lasting);

  return replay;
}

static GgovReplayOutcome *
run (GgovReplay *replay,
     const char *hours,
     const char *code,
     const char *limit_text)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autoptr(GgovWorkSchedule) schedule = hours ? ggov_work_schedule_new_parse (hours, NULL)
                                               : ggov_work_schedule_new_default ();
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new (calendar, schedule);
  g_autoptr(GHashTable) limits = g_hash_table_new (g_str_hash, g_str_equal);
  GgovReplayOutcome *outcome;
  GgovLimit limit;
  g_autoptr(GError) error = NULL;
  const GgovReplayRules rules = { clock, limits };

  if (code)
    {
      g_assert_true (ggov_limit_parse (limit_text, &limit, NULL));
      g_hash_table_insert (limits, (gpointer) code, &limit);
    }
  outcome = ggov_replay_run (replay, &rules, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->n_issues + outcome->n_left_out, ==, 3);

  return outcome;
}

/* Under the rules as they were everything is as it was. */
static void
test_same (void)
{
  g_autoptr(GgovReplay) replay = make_replay ();
  g_autoptr(GgovReplayOutcome) outcome = run (replay, NULL, NULL, NULL);

  g_assert_cmpuint (ggov_replay_get_n (replay), ==, 3);
  g_assert_cmpint (outcome->n_late_was, ==, 2);
  g_assert_cmpint (outcome->n_late_would, ==, 2);
  g_assert_cmpint (outcome->n_newly_late, ==, 0);
  g_assert_cmpint (outcome->n_saved, ==, 0);
}

static void
test_limits (void)
{
  g_autoptr(GgovReplay) replay = make_replay ();
  g_autoptr(GgovReplayOutcome) more = run (replay, NULL, "H", "5h");  /* due at 14:30 */
  g_autoptr(GgovReplayOutcome) less = run (replay, NULL, "C", "2d");  /* due on the 29th */
  g_autoptr(GgovReplayOutcome) other = run (replay, NULL, "L", "3cd"); /* 30 April, no extension */
  const GgovReplayCount *type;

  g_assert_cmpint (more->n_late_would, ==, 1);
  g_assert_cmpint (more->n_saved, ==, 1);
  g_assert_cmpint (more->n_newly_late, ==, 0);

  g_assert_cmpint (less->n_late_would, ==, 3);
  g_assert_cmpint (less->n_newly_late, ==, 1);
  type = less->types->pdata[0];
  g_assert_cmpstr (type->key, ==, "C");
  g_assert_cmpstr (type->label, ==, "cold");
  g_assert_cmpint (type->n_was, ==, 1);
  g_assert_cmpint (type->n_late_was, ==, 0);
  g_assert_cmpint (type->n_late_would, ==, 1);

  g_assert_cmpint (other->n_without_extension, ==, 1);
  g_assert_cmpint (other->n_late_would, ==, 2);
}

/* Half an hour on Friday, three hours on Saturday morning, and the last half from 14:00 on. */
static void
test_hours (void)
{
  g_autoptr(GgovReplay) replay = make_replay ();
  g_autoptr(GgovReplayOutcome) outcome = run (replay, "09:00-12:00,14:00-17:00", NULL, NULL);

  g_assert_cmpint (outcome->n_saved, ==, 1);
  /* Days end at 17:00 then: what was closed at 17:30 would have been late. */
  g_assert_cmpint (outcome->n_newly_late, ==, 1);
}

/* The first issue would have been on another grid. */
static void
test_grids (void)
{
  g_autoptr(GgovReplay) replay = make_replay ();
  g_autoptr(GgovReplayOutcome) outcome = run (replay, NULL, NULL, NULL);
  const GgovReplayCount *one = outcome->grids->pdata[0], *two = outcome->grids->pdata[1];

  g_assert_cmpuint (outcome->grids->len, ==, 2);
  g_assert_cmpstr (one->key, ==, "001");
  g_assert_cmpint (one->n_was, ==, 2);
  g_assert_cmpint (one->n_would, ==, 1);
  g_assert_cmpint (one->n_late_was, ==, 1);
  g_assert_cmpint (one->n_late_would, ==, 0);
  g_assert_cmpint (two->n_was, ==, 1);
  g_assert_cmpint (two->n_would, ==, 2);
  g_assert_cmpint (two->n_late_would, ==, 2);
}

static void
keep_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_given_up (void)
{
  g_autoptr(GgovReplay) replay = make_replay ();
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const GgovReplayRules rules = { clock, NULL };

  g_cancellable_cancel (cancellable);
  ggov_replay_run_async (replay, &rules, cancellable, keep_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (ggov_replay_run_finish (replay, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/replay/same", test_same);
  g_test_add_func ("/model/replay/limits", test_limits);
  g_test_add_func ("/model/replay/hours", test_hours);
  g_test_add_func ("/model/replay/grids", test_grids);
  g_test_add_func ("/model/replay/given-up", test_given_up);

  return g_test_run ();
}
