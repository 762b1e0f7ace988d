/* test-store-board.c: lanes, limits, days and kept filters of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-local-time.h"
#include "ggov-paged-list.h"
#include "ggov-query-issues.h"
#include "ggov-store-board-limits.h"
#include "ggov-store-follow-ups.h"
#include "ggov-store-issue-groups.h"
#include "ggov-store-issue-parts.h"
#include "ggov-store-kept-filters.h"
#include "ggov-store-move-issues.h"
#include "ggov-store-stand-down.h"
#include "ggov-write-issues.h"

/* An office with three issues: noise and a cable on the first grid, a shed on the second, which is
 * sent out. Three working days from Monday 2 March, half an office day, and twenty working days from
 * 2 February, which are over on Friday 6 March. */
typedef struct
{
  StoreFixture  base;
  BoardOffice   office;
  gint64        noise;
  gint64        cable;
  gint64        shed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH };
  GgovStore *store;

  store_fixture_set_up (&fixture->base, NULL);
  store = fixture->base.store;
  board_office_found (store, &fixture->office);
  fixture->noise = board_office_file (store, "C0101", "noise", fixture->office.grid[0],
                                      "2026-03-02T10:00");
  fixture->cable = board_office_file (store, "C0202", "cable", fixture->office.grid[0],
                                      "2026-03-02T10:00");
  fixture->shed = board_office_file (store, "E0101", "shed", fixture->office.grid[1],
                                     "2026-02-02T10:00");
  step.issue_id = fixture->shed;
  step.handler_id = fixture->office.officer;
  step.at = board_office_time ("2026-02-02T10:00");
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, NULL);
}

/* "noise cable": titles of the table's answer, in its order. */
static void
assert_table (Fixture               *fixture,
              const GgovIssueFilter *filter,
              const char            *column,
              gboolean               descending,
              const char            *expected)
{
  g_autoptr(GgovQuery) query = ggov_query_new_issues (filter, column, descending);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(GString) titles = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_find_rows_async (fixture->base.store, query, GGOV_QUERY_ALL, 10, NULL, NULL,
                              keep_result, &result);
  answer = ggov_store_rows_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < answer->keys->len; i++)
    {
      GgovRowKey *key = &g_array_index (answer->keys, GgovRowKey, i);
      GgovIssue *issue = g_hash_table_lookup (answer->rows, &key->id);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              ggov_issue_get_fields (issue)->title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  GgovIssueFilter filter = { 0 };

  assert_table (fixture, &filter, NULL, FALSE, "cable noise shed");
  assert_table (fixture, &filter, "number", TRUE, "shed cable noise");
  assert_table (fixture, &filter, "stage", FALSE, "cable noise shed");
  assert_table (fixture, &filter, "type", FALSE, "noise cable shed");
  assert_table (fixture, &filter, "grid", TRUE, "shed cable noise");

  filter = (GgovIssueFilter) { .type_code = "C0202" };
  assert_table (fixture, &filter, NULL, FALSE, "cable");
  filter = (GgovIssueFilter) { .source = "hotline" };
  assert_table (fixture, &filter, NULL, FALSE, "");
  filter = (GgovIssueFilter) { .source = "patrol", .lane = "enforcement" };
  assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .handler_id = GGOV_ISSUE_FILTER_NOBODY };
  assert_table (fixture, &filter, NULL, FALSE, "cable noise");
  filter = (GgovIssueFilter) { .handler_id = fixture->office.officer };
  assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .text = "单雨" }; /* who is sent */
  assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .filed_from = board_office_time ("2026-03-01T00:00") };
  assert_table (fixture, &filter, NULL, FALSE, "cable noise");
  filter = (GgovIssueFilter) { .filed_before = board_office_time ("2026-03-01T00:00") };
  assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .due_from = board_office_time ("2026-03-05T00:00"),
                               .due_before = board_office_time ("2026-03-06T00:00") };
  assert_table (fixture, &filter, NULL, FALSE, "noise");
  filter = (GgovIssueFilter) { .stages = GGOV_ISSUE_FILTER_OPEN & ~(1u << GGOV_ISSUE_FILED) };
  assert_table (fixture, &filter, NULL, FALSE, "shed");
}

/* Titles as the columns of the board have them, stage after stage. */
static void
assert_columns (Fixture               *fixture,
                const GgovIssueFilter *filter,
                const char            *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GString) titles = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_list_issues_async (fixture->base.store, filter, NULL, keep_result, &result);
  issues = ggov_store_list_issues_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              ggov_issue_get_fields (issue)->title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

/* Words are looked for at once in all stages, and what is found stands as it does without them: all
 * three are on a first grid. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  GgovIssueFilter filter = { .limit = 0 };

  assert_columns (fixture, &filter, "cable noise shed");
  filter.text = "第1网格";
  assert_columns (fixture, &filter, "cable noise shed");
  filter.limit = 1;
  assert_columns (fixture, &filter, "cable shed");
  filter.text = "青松第1网格";
  assert_columns (fixture, &filter, "cable");
  filter.text = "第2网格";
  assert_columns (fixture, &filter, "");

  /* Two that were ended: the last one first. */
  board_office_step (fixture->base.store, fixture->noise, GGOV_ISSUE_ANNUL, "2026-03-02T11:00", 0);
  board_office_step (fixture->base.store, fixture->cable, GGOV_ISSUE_ANNUL, "2026-03-02T12:00", 0);
  filter = (GgovIssueFilter) { .text = "第1网格" };
  assert_columns (fixture, &filter, "shed cable noise");
}

/* "青松第1网格:0/2+1 …": each lane's name, how many are dispatched, of how many, and over their time. */
static void
assert_groups (Fixture           *fixture,
               GgovIssueGrouping  grouping,
               const char        *expected)
{
  const GgovIssueFilter filter = { .now = board_office_time ("2026-03-03T09:00") };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) groups = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_list_issue_groups_async (fixture->base.store, &filter, grouping, NULL, keep_result,
                                      &result);
  groups = ggov_store_list_issue_groups_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovIssueGroup) group = g_list_model_get_item (groups, i);
      const GgovIssueGroupFields *fields = ggov_issue_group_get_fields (group);

      g_assert_cmpint (ggov_issue_group_get_in_work (group), ==,
                       fields->counts[GGOV_ISSUE_DISPATCHED]);
      g_string_append_printf (text, "%s%s:%d/%d+%d", i > 0 ? " " : "",
                              *fields->name ? fields->name : fields->code,
                              (int) fields->counts[GGOV_ISSUE_DISPATCHED],
                              (int) ggov_issue_group_get_total (group), (int) fields->n_overdue);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* On Tuesday morning the cable's four hours of Monday are over. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  assert_groups (fixture, GGOV_ISSUE_GROUPING_GRID, "青松第1网格:0/2+1 白杨第1网格:1/1+0");
  assert_groups (fixture, GGOV_ISSUE_GROUPING_COMMUNITY, "青松:0/2+1 白杨:1/1+0");
  assert_groups (fixture, GGOV_ISSUE_GROUPING_LANE, "community:0/2+1 enforcement:1/1+0");
  assert_groups (fixture, GGOV_ISSUE_GROUPING_HANDLER, "单雨:1/1+0 :0/2+1");
  assert_groups (fixture, GGOV_ISSUE_GROUPING_NONE, ":1/3+1");
}

/* What a lane counts is what it lists. */
static void
test_one_group (Fixture       *fixture,
                gconstpointer  data)
{
  GgovIssueFilter filter = { .grouping = GGOV_ISSUE_GROUPING_GRID };

  filter.group_id = fixture->office.grid[1];
  assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter.group_id = 0;
  assert_table (fixture, &filter, NULL, FALSE, "");
  filter = (GgovIssueFilter) { .grouping = GGOV_ISSUE_GROUPING_HANDLER };
  assert_table (fixture, &filter, NULL, FALSE, "cable noise");
  filter = (GgovIssueFilter) { .grouping = GGOV_ISSUE_GROUPING_LANE,
                               .group_id = 1 + GGOV_LANE_ENFORCEMENT };
  assert_table (fixture, &filter, NULL, FALSE, "shed");
  filter = (GgovIssueFilter) { .grouping = GGOV_ISSUE_GROUPING_COMMUNITY,
                               .group_id = fixture->office.community[0] };
  assert_table (fixture, &filter, NULL, FALSE, "cable noise");
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  const GgovIssueFilter filter = { .now = board_office_time ("2026-03-03T09:00") };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) days = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  ggov_store_count_issue_days_async (fixture->base.store, &filter, NULL, keep_result, &result);
  days = ggov_store_count_issue_days_finish (fixture->base.store, wait_for (&result), NULL);
  g_assert_nonnull (days);
  for (guint i = 0; i < days->len; i++)
    {
      GgovIssueDay *day = &g_array_index (days, GgovIssueDay, i);
      g_autofree char *date = ggov_local_day_format (day->day);

      g_string_append_printf (text, "%s:%d/%d ", date, (int) day->n_overdue, (int) day->n);
      g_assert_cmpint (day->n_open, ==, day->n);
      g_assert_cmpint (day->n_provisional, ==, 0);
    }
  g_assert_cmpstr (text->str, ==, "2026-03-02:1/1 2026-03-05:0/1 2026-03-06:0/1 ");
}

/* Limits -------------------------------------------------------------------------------------- */

static void
set_limit (Fixture            *fixture,
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
find_limit (Fixture            *fixture,
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
test_limits (Fixture       *fixture,
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
assert_crowded (Fixture             *fixture,
                const GgovIssueStep *step,
                const char          *sentence)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (board_office_move (fixture->base.store, step, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CROWDED);
  g_assert_cmpstr (error->message, ==, sentence);
}

static char *
dup_last_note (Fixture *fixture,
               gint64   id)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->base.store, id);
  GgovIssueEvent *event = details->events->pdata[details->events->len - 1];

  return g_strdup (ggov_issue_event_get_fields (event)->note);
}

static void
test_pass (Fixture       *fixture,
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

/* Who goes leaves two issues on the grid to somebody who may have one: that keeps nobody in the post. */
static void
test_hand_over (Fixture       *fixture,
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
test_follow_up (Fixture       *fixture,
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
  assert_table (fixture, &at_work, NULL, FALSE, "noise shed");
  note = dup_last_note (fixture, fixture->noise);
  g_assert_cmpstr (note, ==, "Not satisfied at the follow-up call "
                   "(over the limit: asked for at the follow-up call)");
}

/* Many at once -------------------------------------------------------------------------------- */

static GPtrArray *
move_all (Fixture             *fixture,
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
test_many (Fixture       *fixture,
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
  assert_table (fixture, &dispatched, NULL, FALSE, "cable noise shed");

  /* One undo for both. */
  board_office_undo (fixture->base.store, change_id);
  assert_table (fixture, &dispatched, NULL, FALSE, "shed");
}

/* Each counts for the next. */
static void
test_many_crowded (Fixture       *fixture,
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

/* Kept filters -------------------------------------------------------------------------------- */

static GListModel *
list_kept (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *kept;

  ggov_store_list_kept_filters_async (fixture->base.store, "issues", NULL, keep_result, &result);
  kept = ggov_store_list_kept_filters_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return kept;
}

static void
keep (Fixture     *fixture,
      const char  *page,
      const char  *name,
      const char  *choices,
      GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_keep_filter_async (fixture->base.store, page, name, choices, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static void
rename_kept (Fixture     *fixture,
             gint64       id,
             const char  *name,
             GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_rename_filter_async (fixture->base.store, id, name, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GListModel) kept = NULL;
  g_autoptr(GListModel) renamed = NULL;
  g_autoptr(GListModel) rest = NULL;
  g_autoptr(GgovChoice) first = NULL;
  g_autoptr(GgovChoice) again = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  keep (fixture, "issues", " Late ", "overdue=1", NULL);
  keep (fixture, "issues", "Mine", "handler=3", NULL);
  keep (fixture, "people", "Late", "x=1", NULL);
  keep (fixture, "issues", "Late", "overdue=1;lane=market", NULL);
  keep (fixture, "issues", "  ", "overdue=1", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);

  kept = list_kept (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 2);
  first = g_list_model_get_item (kept, 0);
  g_assert_cmpstr (ggov_choice_get_label (first), ==, "Late");
  g_assert_cmpstr (ggov_choice_get_fields (first)->code, ==, "overdue=1;lane=market");

  g_clear_error (&error);
  rename_kept (fixture, ggov_choice_get_fields (first)->id, "Mine", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  rename_kept (fixture, ggov_choice_get_fields (first)->id, " ", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  rename_kept (fixture, ggov_choice_get_fields (first)->id, " Too late ", NULL);
  renamed = list_kept (fixture);
  again = g_list_model_get_item (renamed, 0);
  g_assert_cmpstr (ggov_choice_get_label (again), ==, "Too late");
  g_assert_cmpstr (ggov_choice_get_fields (again)->code, ==, "overdue=1;lane=market");

  ggov_store_forget_filter_async (fixture->base.store, ggov_choice_get_fields (first)->id, NULL,
                                  keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, NULL));
  rest = list_kept (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (rest), ==, 1);
}

/* What a card tells --------------------------------------------------------------------------- */

static gboolean
attach (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  g_autoptr(GBytes) note = g_bytes_new_static ("note", 4);
  g_autoptr(GBytes) picture = g_bytes_new_static ("picture", 7);
  const GgovIssueEventRecord event = {
    .issue_id = *(gint64 *) data, .at = 1772500000, .move = "remind",
    .from_stage = "file", .to_stage = "file",
  };
  gint64 id = ggov_change_add_issue_event (change, &event, error);

  return id && ggov_change_attach (change, id, "a.pdf", "application/pdf", note, error) &&
         ggov_change_attach (change, id, "b.jpg", "image/jpeg", picture, error) &&
         ggov_change_attach (change, id, "c.png", "image/png", note, error);
}

static void
test_photo (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) other = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;
  const GgovIssueFields *fields;

  write_change (fixture->base.store, attach, &fixture->noise);
  details = board_office_get (fixture->base.store, fixture->noise);
  fields = ggov_issue_get_fields (details->issue);
  g_assert_cmpint (fields->n_photos, ==, 2);
  g_assert_cmpint (fields->community_id, ==, fixture->office.community[0]);
  g_assert_false (fields->handler_is_away);

  ggov_store_read_issue_paper_async (fixture->base.store, fields->photo_id, NULL, keep_result,
                                     &result);
  content = ggov_store_read_issue_paper_finish (fixture->base.store, wait_for (&result), NULL);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "picture", 7);

  ggov_store_read_issue_paper_async (fixture->base.store, 999, NULL, keep_result, &other);
  g_assert_null (ggov_store_read_issue_paper_finish (fixture->base.store, wait_for (&other),
                                                     &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, func) g_test_add ("/store/board/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("filters", test_filters);
  ADD ("words", test_words);
  ADD ("groups", test_groups);
  ADD ("one-group", test_one_group);
  ADD ("days", test_days);
  ADD ("limits", test_limits);
  ADD ("pass", test_pass);
  ADD ("hand-over", test_hand_over);
  ADD ("follow-up", test_follow_up);
  ADD ("many", test_many);
  ADD ("many-crowded", test_many_crowded);
  ADD ("kept", test_kept);
  ADD ("photo", test_photo);

  return g_test_run ();
}
