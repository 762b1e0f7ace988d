/* test-store-issues.c: listing, filing and moving issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-store-choices.h"
#include "ggov-write-founding.h"
#include "ggov-write-issues.h"

#define N_STATES (2 * GGOV_ISSUE_N_STAGES)

/* An issue without a history, as it comes from elsewhere. */
typedef struct
{
  const char    *case_type;
  gint64         grid_id;
  GgovIssueState state;
  gint64         issue_id; /* out */
} Bare;

static gboolean
write_bare (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  static guint n;
  Bare *bare = data;
  g_autofree char *number = g_strdup_printf ("2025-%05u", ++n);
  const GgovIssueRecord record = {
    .number = number,
    .case_type_id = ggov_change_find_case_type (change, bare->case_type, "2026-03-02", error),
    .title = "bare",
    .source = "import",
    .stage = ggov_issue_stage_get_code (bare->state.stage),
    .suspended = bare->state.suspended,
    .grid_id = bare->grid_id,
    .filed_at = board_office_time ("2026-03-02T10:00"),
  };

  bare->issue_id = ggov_change_add_issue (change, &record, error);

  return bare->issue_id != 0;
}

static char *
list_titles (GgovStore             *store,
             const GgovIssueFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;
  GString *titles = g_string_new (NULL);

  ggov_store_list_issues_async (store, filter, NULL, keep_result, &result);
  issues = ggov_store_list_issues_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              ggov_issue_get_fields (issue)->title);
    }

  return g_string_free (titles, FALSE);
}

static void
assert_titles (GgovStore             *store,
               const GgovIssueFilter *filter,
               const char            *expected)
{
  g_autofree char *titles = list_titles (store, filter);

  g_assert_cmpstr (titles, ==, expected);
}

static void
assert_counts (GgovStore             *store,
               const GgovIssueFilter *filter,
               gint64                 filed,
               gint64                 dispatched)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 counts[GGOV_ISSUE_N_STAGES];

  ggov_store_count_issues_async (store, filter, NULL, keep_result, &result);
  ggov_store_count_issues_finish (store, wait_for (&result), counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts[GGOV_ISSUE_FILED], ==, filed);
  g_assert_cmpint (counts[GGOV_ISSUE_DISPATCHED], ==, dispatched);
  g_assert_cmpint (counts[GGOV_ISSUE_CLOSED], ==, 0);
}

static void
test_list (StoreFixture  *fixture,
           gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovIssueStep dispatch = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH };
  GgovIssueFilter filter = { 0 };

  board_office_found (store, &office);
  /* Three working days, half an office day and twenty working days. */
  board_office_file (store, "C0101", "noise_A", office.grid[0], "2026-03-02T10:00");
  dispatch.issue_id = board_office_file (store, "C0202", "cable", office.grid[0],
                                         "2026-03-02T10:00");
  dispatch.at = board_office_time ("2026-03-02T10:00");
  board_office_file (store, "E0101", "shed", office.grid[1], "2026-02-02T10:00");
  g_assert_cmpint (board_office_move (store, &dispatch, NULL), >, 0);

  /* Stage after stage, the next due first: the quarrel on Thursday 5 March, the shed on Friday: its
   * twenty days are 3 to 6, 9 to 13, 14 (made up), 24 to 27 and 28 (made up) February, with the
   * holiday from 15 to 23 left out, and 2 to 6 March. */
  assert_titles (store, &filter, "noise_A shed cable");
  assert_counts (store, &filter, 2, 1);

  filter.community_id = office.community[0];
  assert_titles (store, &filter, "noise_A cable");
  assert_counts (store, &filter, 1, 1);
  filter.stages = 1u << GGOV_ISSUE_DISPATCHED;
  assert_titles (store, &filter, "cable");

  filter = (GgovIssueFilter) { .grid_id = office.grid[1] };
  assert_titles (store, &filter, "shed");
  filter = (GgovIssueFilter) { .lane = "community" };
  assert_titles (store, &filter, "noise_A cable");
  /* Nobody of a company serves the grid: its member goes. */
  filter = (GgovIssueFilter) { .handler_id = office.member };
  assert_titles (store, &filter, "cable");
  filter = (GgovIssueFilter) { .limit = 1 };
  assert_titles (store, &filter, "noise_A cable");
  assert_counts (store, &filter, 2, 1);
}

static void
test_text (StoreFixture  *fixture,
           gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovIssueFilter filter = { .text = "Noise" };

  board_office_found (store, &office);
  board_office_file (store, "C0101", "noise_A", office.grid[0], "2026-03-02T10:00");
  board_office_file (store, "C0202", "cable%", office.grid[1], "2026-03-03T10:00");

  assert_titles (store, &filter, "noise_A");
  filter.text = " 飞线 "; /* of the case type */
  assert_titles (store, &filter, "cable%");
  filter.text = "白杨"; /* of the grid */
  assert_titles (store, &filter, "cable%");
  filter.text = "2026-00001";
  assert_titles (store, &filter, "noise_A");
  /* No signs with a meaning of their own. */
  filter.text = "%";
  assert_titles (store, &filter, "cable%");
  filter.text = "noise_";
  assert_titles (store, &filter, "noise_A");
  filter.text = "oiseXA";
  assert_titles (store, &filter, "");
}

static void
test_overdue (StoreFixture  *fixture,
              gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovIssueFilter filter = { .overdue = TRUE };
  GgovIssueStep step = { .row_version = -1, .note = "why" };

  board_office_found (store, &office);
  step.at = board_office_time ("2026-03-06T10:00");
  step.issue_id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");

  /* Three working days after Monday: Thursday 17:30. */
  filter.now = board_office_time ("2026-03-05T17:29");
  assert_titles (store, &filter, "");
  filter.now = board_office_time ("2026-03-05T17:30");
  assert_titles (store, &filter, "noise");

  step.move = GGOV_ISSUE_ANNUL;
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
  assert_titles (store, &filter, "");
}

static void
test_file (StoreFixture  *fixture,
           gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autofree char *number = NULL;
  GgovIssueFiling filing = { .case_type_id = 1, .title = "  " };
  gint64 change_id, issue_id;

  board_office_found (store, &office);
  filing.building_id = office.building;
  filing.at = board_office_time ("2026-03-02T10:00");
  board_office_file (store, "C0101", "first", office.grid[0], "2026-03-02T09:00");

  ggov_store_file_issue_async (store, &filing, NULL, keep_result, &result);
  g_assert_false (ggov_store_file_issue_finish (store, wait_for (&result), NULL, NULL, NULL,
                                                &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  filing.title = " leak ";
  ggov_store_file_issue_async (store, &filing, NULL, keep_result, &second);
  ggov_store_file_issue_finish (store, wait_for (&second), &change_id, &issue_id, &number, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "2026-00002");

  /* The first case type is between neighbours, three working days; grid and place come with the
   * building. */
  details = board_office_get (store, issue_id);
  g_assert_cmpstr (ggov_issue_get_fields (details->issue)->title, ==, "leak");
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->grid_id, ==, office.grid[0]);
  g_assert_cmpstr (ggov_issue_get_fields (details->issue)->place, ==, "3号楼");
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->due_at, ==,
                   board_office_time ("2026-03-05T17:30"));
  g_assert_cmpuint (details->events->len, ==, 1);

  board_office_undo (store, change_id);
  assert_titles (store, &(GgovIssueFilter) { 0 }, "first");
}

/* Everything a move could ask for, so that only the flow can say no. */
static void
try_every_move (StoreFixture   *fixture,
                gint64          grid_id,
                gint64          other_id,
                GgovIssueState  state)
{
  /* A new issue for each move, so that nothing of the one before is left. */
  for (guint move = 0; move < GGOV_ISSUE_N_MOVES; move++)
    {
      Bare bare = { "C0101", grid_id, state, 0 };
      g_autoptr(GError) error = NULL;
      g_autoptr(GgovIssueDetails) details = NULL;
      GgovIssueState expected = state;
      gboolean allowed = ggov_issue_flow_apply (&expected, move, NULL);
      GgovIssueStep step = {
        .row_version = -1, .move = move, .note = "why", .granted = "1d",
        .duplicate_of_id = other_id, .at = board_office_time ("2026-03-03T10:00"),
      };

      write_change (fixture->store, write_bare, &bare);
      step.issue_id = bare.issue_id;
      g_assert_cmpint (board_office_move (fixture->store, &step, &error) > 0, ==, allowed);
      if (!allowed)
        g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);

      details = board_office_get (fixture->store, bare.issue_id);
      g_assert_cmpint (ggov_issue_get_fields (details->issue)->state.stage, ==, expected.stage);
      g_assert_cmpint (ggov_issue_get_fields (details->issue)->state.suspended, ==,
                       expected.suspended);
      g_assert_cmpint (ggov_issue_get_fields (details->issue)->closed_at == 0, ==,
                       ggov_issue_stage_is_open (expected.stage) || !allowed);
      g_assert_cmpint (details->duplicate_of != NULL, ==,
                       allowed && move == GGOV_ISSUE_DUPLICATE);
    }
}

static void
test_flow (StoreFixture  *fixture,
           gconstpointer  data)
{
  BoardOffice office = { 0 };
  gint64 other_id;

  board_office_found (fixture->store, &office);
  other_id = board_office_file (fixture->store, "C0101", "noise", office.grid[0],
                                "2026-03-02T10:00");

  for (guint i = 0; i < N_STATES; i++)
    try_every_move (fixture, office.grid[0], other_id, (GgovIssueState) { i / 2, i % 2 });
  g_assert_cmpuint (board_office_count_findings (fixture->store), ==, 0);
}

static void
move_at (GgovStore     *store,
         gint64         issue_id,
         GgovIssueMove  move,
         const char    *when)
{
  g_autoptr(GError) error = NULL;
  const GgovIssueStep step = {
    .issue_id = issue_id, .row_version = -1, .move = move, .note = "why", .granted = "2d",
    .at = board_office_time (when),
  };

  board_office_move (store, &step, &error);
  g_assert_no_error (error);
}

static void
assert_due (GgovStore  *store,
            gint64      issue_id,
            const char *when)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (store, issue_id);

  g_assert_cmpint (ggov_issue_get_fields (details->issue)->due_at, ==,
                   when ? board_office_time (when) : 0);
}

static void
test_clock (StoreFixture  *fixture,
            gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  g_autoptr(GgovIssueDetails) details = NULL;
  gint64 id;

  board_office_found (store, &office);
  id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-02-26T10:00");

  /* Three working days from Monday 2 March: Thursday. The clock begins with the dispatch. */
  move_at (store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T10:00");
  assert_due (store, id, "2026-03-05T17:30");

  /* On Tuesday at ten 5.5 hours of that day are left, and 14 of the next two: 19.5. */
  move_at (store, id, GGOV_ISSUE_SUSPEND, "2026-03-03T10:00");
  assert_due (store, id, NULL);

  /* Monday from three 2.5, Tuesday and Wednesday 14; 3 more on Thursday from half past eight. */
  move_at (store, id, GGOV_ISSUE_RESUME, "2026-03-09T15:00");
  assert_due (store, id, "2026-03-12T11:30");

  /* Fourteen more: 4 on Thursday, 7 on Friday, 3 on Monday. */
  move_at (store, id, GGOV_ISSUE_EXTEND, "2026-03-10T09:00");
  assert_due (store, id, "2026-03-16T11:30");

  /* Nothing else moves it. */
  move_at (store, id, GGOV_ISSUE_ACCEPT, "2026-03-10T09:10");
  assert_due (store, id, "2026-03-16T11:30");

  details = board_office_get (store, id);
  g_assert_cmpuint (details->terms->terms.n_extensions, ==, 1);
  g_assert_cmpuint (details->terms->terms.n_suspensions, ==, 1);
}

static void
test_handler (StoreFixture  *fixture,
              gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH };
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GgovIssueDetails) given = NULL;

  board_office_found (store, &office);
  step.at = board_office_time ("2026-03-02T11:00");

  /* The full-time member of the grid answers for quarrels. */
  step.issue_id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
  details = board_office_get (store, step.issue_id);
  g_assert_cmpstr (ggov_issue_get_fields (details->issue)->handler_name, ==, "任晓明");

  /* A choice goes before. */
  step.issue_id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  step.handler_id = office.officer;
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
  given = board_office_get (store, step.issue_id);
  g_assert_cmpstr (ggov_issue_get_fields (given->issue)->handler_name, ==, "单雨");
}

static void
assert_refused (GgovStore           *store,
                const GgovIssueStep *step,
                GgovStoreError       code)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (board_office_move (store, step, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, (int) code);
}

static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_ANNUL, .note = " \n" };
  Bare bare = { "E0103", 0, { GGOV_ISSUE_VERIFIED, FALSE }, 0 };

  board_office_found (store, &office);
  step.at = board_office_time ("2026-03-05T17:30");
  step.issue_id = board_office_file (store, "E0103", "wall", office.grid[0], "2026-03-02T10:00");

  /* No reason; no such issue. */
  assert_refused (store, &step, GGOV_STORE_ERROR_REFUSED);
  step.issue_id += 99;
  assert_refused (store, &step, GGOV_STORE_ERROR_NOT_FOUND);
  step.issue_id -= 99;

  /* Walls are counted and measured before they are closed. */
  bare.grid_id = office.grid[0];
  write_change (store, write_bare, &bare);
  step.issue_id = bare.issue_id;
  step.move = GGOV_ISSUE_CLOSE;
  assert_refused (store, &step, GGOV_STORE_ERROR_REFUSED);
  step.measure_count = 2;
  assert_refused (store, &step, GGOV_STORE_ERROR_REFUSED);
  step.measure_area_cm2 = 120000;
  /* What was signed goes with it. */
  assert_refused (store, &step, GGOV_STORE_ERROR_REFUSED);
  step.papers = board_office_get_photo ();
  step.n_papers = 1;
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);

  /* An extension without a length, of another kind, and after the time was up. */
  step = (GgovIssueStep) { .row_version = -1, .move = GGOV_ISSUE_EXTEND, .note = "why" };
  step.issue_id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  move_at (store, step.issue_id, GGOV_ISSUE_DISPATCH, "2026-03-02T10:00");
  step.at = board_office_time ("2026-03-05T17:29");
  assert_refused (store, &step, GGOV_STORE_ERROR_REFUSED);
  step.granted = "2cd";
  assert_refused (store, &step, GGOV_STORE_ERROR_REFUSED);
  step.granted = "2d";
  step.at = board_office_time ("2026-03-05T17:30");
  assert_refused (store, &step, GGOV_STORE_ERROR_REFUSED);
}

static void
test_conflict (StoreFixture  *fixture,
               gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovIssueStep step = { .row_version = 1, .move = GGOV_ISSUE_DISPATCH };
  g_autoptr(GgovIssueDetails) details = NULL;

  board_office_found (store, &office);
  step.issue_id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  step.at = board_office_time ("2026-03-02T11:00");
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);

  /* The other desk still sees it filed, and hears that it is not. */
  assert_refused (store, &step, GGOV_STORE_ERROR_CONFLICT);
  step.move = GGOV_ISSUE_ACCEPT;
  assert_refused (store, &step, GGOV_STORE_ERROR_CONFLICT);

  details = board_office_get (store, step.issue_id);
  step.row_version = ggov_issue_get_fields (details->issue)->row_version;
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
}

static void
test_undo (StoreFixture  *fixture,
           gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH };
  g_autoptr(GgovIssueDetails) before = NULL;
  g_autoptr(GgovIssueDetails) after = NULL;
  gint64 change_id;

  board_office_found (store, &office);
  step.issue_id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  step.at = board_office_time ("2026-03-04T11:00");
  before = board_office_get (store, step.issue_id);
  change_id = board_office_move (store, &step, NULL);

  board_office_undo (store, change_id);
  after = board_office_get (store, step.issue_id);
  g_assert_cmpint (ggov_issue_get_fields (after->issue)->state.stage, ==, GGOV_ISSUE_FILED);
  g_assert_cmpint (ggov_issue_get_fields (after->issue)->due_at, ==,
                   ggov_issue_get_fields (before->issue)->due_at);
  g_assert_cmpint (ggov_issue_get_fields (after->issue)->handler_id, ==, 0);
  g_assert_cmpuint (after->events->len, ==, 1);
}

static void
assert_choices (GgovStore      *store,
                GgovChoiceKind  kind,
                gint64          grid_id,
                guint           n,
                const char     *first)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) choices = NULL;
  g_autoptr(GgovChoice) choice = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_choices_async (store, kind, grid_id, "2026-03-02", NULL, keep_result, &result);
  choices = ggov_store_list_choices_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, n);

  choice = g_list_model_get_item (choices, 0);
  g_assert_cmpstr (ggov_choice_get_label (choice), ==, first);
}

static void
test_choices (StoreFixture  *fixture,
              gconstpointer  data)
{
  BoardOffice office = { 0 };

  board_office_found (fixture->store, &office);
  assert_choices (fixture->store, GGOV_CHOICE_COMMUNITIES, 0, 2, "青松");
  assert_choices (fixture->store, GGOV_CHOICE_GRIDS, 0, 2, "青松第1网格");
  assert_choices (fixture->store, GGOV_CHOICE_BUILDINGS, office.grid[0], 1, "3号楼");
  assert_choices (fixture->store, GGOV_CHOICE_HANDLERS, office.grid[0], 1, "任晓明");
}

#define ADD(name, func) \
  g_test_add ("/store/issues/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("list", test_list);
  ADD ("text", test_text);
  ADD ("overdue", test_overdue);
  ADD ("file", test_file);
  ADD ("flow", test_flow);
  ADD ("clock", test_clock);
  ADD ("handler", test_handler);
  ADD ("refused", test_refused);
  ADD ("conflict", test_conflict);
  ADD ("undo", test_undo);
  ADD ("choices", test_choices);

  return g_test_run ();
}
