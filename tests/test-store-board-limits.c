/* test-store-board-limits.c: how many issues a place of the board may have, and many moved at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-three.h"
#include "ggov-store-board-limits.h"
#include "ggov-store-follow-ups.h"
#include "ggov-store-move-issues.h"
#include "ggov-store-stand-down.h"

static void
set_limit (BoardThree         *fixture,
           GgovBoardLimitKind  kind,
           const char         *key,
           guint               most)
{
  g_autoptr(GPtrArray) limits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_board_limit_free);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (limits, ggov_board_limit_new (kind, key, most));
  ggov_store_set_board_limits_async (fixture->base.store, limits, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

static guint
find_limit (BoardThree         *fixture,
            GgovBoardLimitKind  kind,
            const char         *key)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) limits = NULL;

  ggov_store_list_board_limits_async (fixture->base.store, NULL, keep_result, &result);
  limits = ggov_store_list_board_limits_finish (fixture->base.store, wait_for (&result), NULL);
  g_assert_nonnull (limits);

  return ggov_board_limits_find (limits, kind, key);
}

static void
test_limits (BoardThree    *fixture,
             gconstpointer  data)
{
  g_assert_cmpuint (find_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "dispatch"), ==, 0);
  set_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "dispatch", 4);
  set_limit (fixture, GGOV_BOARD_LIMIT_PERSON, "", 9);
  set_limit (fixture, GGOV_BOARD_LIMIT_PERSON, "77", 12);
  g_assert_cmpuint (find_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "dispatch"), ==, 4);
  g_assert_cmpuint (find_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "handle"), ==, 0);
  g_assert_cmpuint (find_limit (fixture, GGOV_BOARD_LIMIT_PERSON, "77"), ==, 12);
  g_assert_cmpuint (find_limit (fixture, GGOV_BOARD_LIMIT_PERSON, "78"), ==, 9);
  set_limit (fixture, GGOV_BOARD_LIMIT_PERSON, "77", 0);
  g_assert_cmpuint (find_limit (fixture, GGOV_BOARD_LIMIT_PERSON, "77"), ==, 9);
  set_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "dispatch", 5);
  g_assert_cmpuint (find_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "dispatch"), ==, 5);
}

static void
assert_crowded (BoardThree          *fixture,
                const GgovIssueStep *step,
                const char          *sentence)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (board_office_move (fixture->base.store, step, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CROWDED);
  g_assert_cmpstr (error->message, ==, sentence);
}

static char *
dup_last_note (BoardThree *fixture,
               gint64   id)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->base.store, id);
  GgovIssueEvent *event = details->events->pdata[details->events->len - 1];

  return g_strdup (ggov_issue_event_get_fields (event)->note);
}

static void
test_pass (BoardThree    *fixture,
           gconstpointer  data)
{
  GgovIssueStep step = {
    .issue_id = fixture->noise, .row_version = -1, .move = GGOV_ISSUE_DISPATCH,
    .handler_id = fixture->office.officer, .at = board_office_time ("2026-03-02T11:00"),
  };
  g_autofree char *officer = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->office.officer);
  g_autofree char *community = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->office.community[1]);
  g_autofree char *note = NULL;
  g_autoptr(GError) error = NULL;

  /* The shed is the one that is dispatched already. */
  set_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "dispatch", 1);
  assert_crowded (fixture, &step, "“Dispatched” has 1 issues already; the limit is 1.");
  set_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "dispatch", 2);
  set_limit (fixture, GGOV_BOARD_LIMIT_PERSON, officer, 1);
  assert_crowded (fixture, &step, "“单雨” has 1 issues already; the limit is 1.");
  step.handler_id = fixture->office.member;
  set_limit (fixture, GGOV_BOARD_LIMIT_COMMUNITY, community, 1); /* not the noise's */
  set_limit (fixture, GGOV_BOARD_LIMIT_GRID, "", 1); /* none is in work on the noise's */
  set_limit (fixture, GGOV_BOARD_LIMIT_LANE, "community", 1);
  g_assert_cmpint (board_office_move (fixture->base.store, &step, &error), >, 0);
  g_assert_no_error (error);

  /* Now the grid's one is the noise. */
  step.issue_id = fixture->cable;
  set_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "dispatch", 0);
  assert_crowded (fixture, &step, "“青松第1网格” has 1 issues already; the limit is 1.");
  step.pass_reason = "storm";
  step.note = "at once";
  g_assert_cmpint (board_office_move (fixture->base.store, &step, &error), >, 0);
  g_assert_no_error (error);
  note = dup_last_note (fixture, fixture->cable);
  g_assert_cmpstr (note, ==, "at once (over the limit: storm)");

  /* What adds to no place is not asked about, however full it is. */
  step = (GgovIssueStep) { .issue_id = fixture->cable, .row_version = -1,
                           .move = GGOV_ISSUE_ACCEPT,
                           .at = board_office_time ("2026-03-02T11:30") };
  g_assert_cmpint (board_office_move (fixture->base.store, &step, &error), >, 0);
  g_assert_no_error (error);
}

/* Who goes leaves two issues on the grid to somebody who may have one: that keeps nobody in the
 * post. */
static void
test_hand_over (BoardThree    *fixture,
                gconstpointer  data)
{
  const GgovIssueStep dispatch = {
    .issue_id = fixture->noise, .row_version = -1, .move = GGOV_ISSUE_DISPATCH,
    .handler_id = fixture->office.member, .at = board_office_time ("2026-03-02T11:00"),
  };
  GgovIssueStep second = dispatch;
  const GgovStandDown order = {
    .post_id = fixture->office.member_post, .from = "2026-03-03", .reason = "moves away",
    .hand_over_to = fixture->office.officer,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *note = NULL;
  g_autoptr(GError) error = NULL;

  second.issue_id = fixture->cable;
  g_assert_cmpint (board_office_move (fixture->base.store, &dispatch, NULL), >, 0);
  g_assert_cmpint (board_office_move (fixture->base.store, &second, NULL), >, 0);
  set_limit (fixture, GGOV_BOARD_LIMIT_PERSON, "", 1);

  ggov_store_stand_down_async (fixture->base.store, &order, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  note = dup_last_note (fixture, fixture->cable);
  g_assert_cmpstr (note, ==, "moves away (over the limit: the post changes hands)");
}

/* Nor is what somebody said on the telephone not written down. */
static void
test_follow_up (BoardThree    *fixture,
                gconstpointer  data)
{
  const GgovFollowUpCall call = {
    .issue_id = fixture->noise, .is_reached = TRUE, .satisfaction = 1,
    .at = board_office_time ("2026-03-05T09:00"),
  };
  const GgovIssueMove moves[] = {
    GGOV_ISSUE_DISPATCH, GGOV_ISSUE_ACCEPT, GGOV_ISSUE_REPORT_BACK, GGOV_ISSUE_VERIFY_PASS,
    GGOV_ISSUE_CLOSE,
  };
  const GgovIssueFilter at_work = { .stages = 1u << GGOV_ISSUE_HANDLED };
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *note = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    board_office_step (fixture->base.store, fixture->noise, moves[i], "2026-03-02T11:00", 0);
  board_office_step (fixture->base.store, fixture->shed, GGOV_ISSUE_ACCEPT, "2026-03-02T11:00", 0);
  set_limit (fixture, GGOV_BOARD_LIMIT_STAGE, "handle", 1);

  ggov_store_log_follow_up_async (fixture->base.store, &call, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  board_three_assert_table (fixture, &at_work, NULL, FALSE, "noise shed");
  note = dup_last_note (fixture, fixture->noise);
  g_assert_cmpstr (note, ==, "Not satisfied at the follow-up call "
                   "(over the limit: asked for at the follow-up call)");
}

/* Many at once -------------------------------------------------------------------------------- */

static GPtrArray *
move_all (BoardThree          *fixture,
          const GgovIssueStep *step,
          gint64              *change_id)
{
  const gint64 ids[] = { fixture->noise, fixture->shed, fixture->cable, 999 };
  g_autoptr(GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *refusals = NULL;

  g_array_append_vals (some, ids, G_N_ELEMENTS (ids));
  ggov_store_move_issues_async (fixture->base.store, some, step, NULL, keep_result, &result);
  ggov_store_move_issues_finish (fixture->base.store, wait_for (&result), change_id, &refusals,
                                 &error);
  g_assert_no_error (error);

  return refusals;
}

static void
test_many (BoardThree    *fixture,
           gconstpointer  data)
{
  const GgovIssueStep dispatch = { .move = GGOV_ISSUE_DISPATCH,
                                   .handler_id = fixture->office.member,
                                   .at = board_office_time ("2026-03-02T11:00") };
  const GgovIssueFilter dispatched = { .stages = 1u << GGOV_ISSUE_DISPATCHED };
  g_autoptr(GPtrArray) refusals = NULL;
  const GgovIssueRefusal *refusal;
  gint64 change_id = 0;

  refusals = move_all (fixture, &dispatch, &change_id);
  g_assert_cmpint (change_id, >, 0);
  g_assert_cmpuint (refusals->len, ==, 2);
  refusal = refusals->pdata[0];
  g_assert_cmpint (refusal->issue_id, ==, fixture->shed);
  g_assert_cmpstr (refusal->number, ==, "2026-00003");
  g_assert_cmpstr (refusal->sentence, ==,
                   "“Dispatch” is not possible while an issue is in “Dispatched”.");
  refusal = refusals->pdata[1];
  g_assert_cmpint (refusal->issue_id, ==, 999);
  board_three_assert_table (fixture, &dispatched, NULL, FALSE, "cable noise shed");

  /* One undo for both. */
  board_office_undo (fixture->base.store, change_id);
  board_three_assert_table (fixture, &dispatched, NULL, FALSE, "shed");
}

/* Each counts for the next. */
static void
test_many_crowded (BoardThree    *fixture,
                   gconstpointer  data)
{
  GgovIssueStep dispatch = { .move = GGOV_ISSUE_DISPATCH, .handler_id = fixture->office.member,
                             .at = board_office_time ("2026-03-02T11:00") };
  g_autoptr(GPtrArray) refusals = NULL;
  const GgovIssueRefusal *refusal;
  gint64 change_id = 0;

  set_limit (fixture, GGOV_BOARD_LIMIT_PERSON, "", 1);
  refusals = move_all (fixture, &dispatch, &change_id);
  g_assert_cmpint (change_id, >, 0);
  g_assert_cmpuint (refusals->len, ==, 3);
  refusal = refusals->pdata[0];
  g_assert_false (refusal->is_crowded);
  refusal = refusals->pdata[1];
  g_assert_cmpint (refusal->issue_id, ==, fixture->cable);
  g_assert_true (refusal->is_crowded);
  g_assert_cmpstr (refusal->sentence, ==, "“任晓明” has 1 issues already; the limit is 1.");
}

#define ADD(name, func) \
  g_test_add ("/store/board-limits/" name, BoardThree, NULL, board_three_set_up, func, \
              board_three_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("limits", test_limits);
  ADD ("pass", test_pass);
  ADD ("hand-over", test_hand_over);
  ADD ("follow-up", test_follow_up);
  ADD ("many", test_many);
  ADD ("many-crowded", test_many_crowded);

  return g_test_run ();
}
