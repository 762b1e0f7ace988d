/* test-store-issue-deadlines.c: what has a deadline, and that it is the clock's whatever was undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-issue-strand.h"
#include "ggov-local-time.h"
#include "ggov-store-changes.h"
#include "ggov-store-clock.h"
#include "ggov-store-issue-parts.h"
#include "ggov-store-move-issues.h"

static void
assert_due (GgovStore  *store,
            gint64      issue_id,
            const char *due)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (store, issue_id);
  const GgovIssueFields *fields = ggov_issue_get_fields (details->issue);
  g_autofree char *text = fields->due_at ? ggov_local_time_format (fields->due_at) : NULL;

  g_assert_cmpstr (text, ==, due);
}

static void
assert_strand_due (GgovStore  *store,
                   gint64      issue_id,
                   const char *due)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (store, issue_id);
  const GgovIssueStrandRecord *record = ggov_issue_strand_get_record (details->strands->pdata[0]);
  g_autofree char *text = ggov_local_time_format (record->due_at);

  g_assert_cmpstr (text, ==, due);
}

/* C0101 has three days. Filed on Monday the 2nd they are Tuesday to Thursday; filed anew on Monday the
 * 9th they are Tuesday to Thursday of that week. */
static void
test_collected (StoreFixture  *fixture,
                gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  gint64 id;

  board_office_found (store, &office);
  id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  assert_due (store, id, "2026-03-05T17:30");

  board_office_step (store, id, GGOV_ISSUE_RETURN, "2026-03-02T11:00", 0);
  assert_due (store, id, NULL);
  board_office_step (store, id, GGOV_ISSUE_FILE, "2026-03-09T10:00", 0);
  assert_due (store, id, "2026-03-12T17:30");

  board_office_step (store, id, GGOV_ISSUE_ANNUL, "2026-03-09T11:00", 0);
  board_office_step (store, id, GGOV_ISSUE_REOPEN, "2026-03-09T14:00", 0);
  assert_due (store, id, NULL);
}

static gint64
set_holiday (GgovStore  *store,
             const char *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = 0;
  int number = 0;

  g_assert_true (ggov_local_day_parse (day, &number, NULL));
  ggov_store_set_own_day_async (store, number, GGOV_DAY_HOLIDAY, "停电", NULL, NULL, keep_result,
                                &result);
  ggov_store_change_finish (store, wait_for (&result), &id, &error);
  g_assert_no_error (error);

  return id;
}

/* Wednesday the 4th is off while the issue and its strand are ended: what brings them back reckons
 * them on the clock as it is now. */
static void
test_undo (StoreFixture  *fixture,
           gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovStrandOrder strand = { .task = "Talk", .limit_text = "2d" };
  GgovPartAnswer answer = { .row_version = -1, .is_good = TRUE, .note = "agreed" };
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GAsyncResult) begun = NULL;
  g_autoptr(GAsyncResult) ended = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id, end, annul, holiday;

  board_office_found (store, &office);
  id = strand.issue_id = board_office_file (store, "C0101", "noise", office.grid[0],
                                            "2026-03-02T10:00");
  strand.at = board_office_time ("2026-03-02T10:00");
  ggov_store_begin_strand_async (store, &strand, NULL, keep_result, &begun);
  ggov_store_change_finish (store, wait_for (&begun), NULL, &error);
  g_assert_no_error (error);
  assert_strand_due (store, id, "2026-03-04T17:30");

  details = board_office_get (store, id);
  answer.id = ggov_issue_strand_get_record (details->strands->pdata[0])->id;
  answer.at = board_office_time ("2026-03-02T11:00");
  ggov_store_end_strand_async (store, &answer, NULL, keep_result, &ended);
  ggov_store_change_finish (store, wait_for (&ended), &end, &error);
  g_assert_no_error (error);
  annul = board_office_step (store, id, GGOV_ISSUE_ANNUL, "2026-03-02T12:00", 0);

  holiday = set_holiday (store, "2026-03-04");
  board_office_undo (store, annul);
  assert_due (store, id, "2026-03-06T17:30");
  board_office_undo (store, end);
  assert_strand_due (store, id, "2026-03-05T17:30");

  board_office_undo (store, holiday);
  assert_due (store, id, "2026-03-05T17:30");
  assert_strand_due (store, id, "2026-03-04T17:30");
}

/* A strand of four hours that is noted on Thursday for Monday at ten: the issue stood still from eleven
 * until Wednesday at nine, so that an hour was gone and three are until noon. */
static void
test_strand_of_the_past (StoreFixture  *fixture,
                         gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovStrandOrder strand = { .task = "Talk", .limit_text = "4h" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  board_office_found (store, &office);
  id = strand.issue_id = board_office_file (store, "C0101", "noise", office.grid[0],
                                            "2026-03-02T09:00");
  board_office_step (store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T09:30", 0);
  board_office_step (store, id, GGOV_ISSUE_SUSPEND, "2026-03-02T11:00", 0);
  board_office_step (store, id, GGOV_ISSUE_RESUME, "2026-03-04T09:00", 0);
  strand.at = board_office_time ("2026-03-02T10:00");
  ggov_store_begin_strand_async (store, &strand, NULL, keep_result, &result);
  ggov_store_change_finish (store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  assert_strand_due (store, id, "2026-03-04T12:00");
}

/* The first is marked as a duplicate of the second, and not any more; meanwhile the second became one
 * of the third: the first cannot be the second's again. */
static void
test_knot (StoreFixture  *fixture,
           gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 first, second, third, reopened;

  board_office_found (store, &office);
  first = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  second = board_office_file (store, "C0101", "noise again", office.grid[0], "2026-03-02T11:00");
  third = board_office_file (store, "C0101", "noise once more", office.grid[0], "2026-03-02T12:00");
  board_office_step (store, first, GGOV_ISSUE_DUPLICATE, "2026-03-02T14:00", second);
  reopened = board_office_step (store, first, GGOV_ISSUE_REOPEN, "2026-03-02T15:00", 0);
  board_office_step (store, second, GGOV_ISSUE_DUPLICATE, "2026-03-02T16:00", third);

  ggov_store_undo_async (store, reopened, NULL, keep_result, &result);
  g_assert_false (ggov_store_change_finish (store, wait_for (&result), NULL, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);
  g_assert_cmpuint (board_office_count_findings (store), ==, 0);
}

/* The change is called after what was done in it, not after what was refused last. */
static void
test_subject (StoreFixture  *fixture,
              gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovIssueStep step = { .move = GGOV_ISSUE_DISPATCH, .row_version = -1 };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GAsyncResult) moved = NULL;
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GPtrArray) refusals = NULL;
  g_autoptr(GListModel) changes = NULL;
  g_autoptr(GgovChangeEntry) change = NULL;
  g_autoptr(GError) error = NULL;
  gint64 first, second, id;

  board_office_found (store, &office);
  first = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  second = board_office_file (store, "C0101", "noise again", office.grid[0], "2026-03-02T10:00");
  board_office_step (store, second, GGOV_ISSUE_DISPATCH, "2026-03-02T10:30", 0);
  g_array_append_val (ids, first);
  g_array_append_val (ids, second);
  step.at = board_office_time ("2026-03-02T11:00");

  ggov_store_move_issues_async (store, ids, &step, NULL, keep_result, &moved);
  ggov_store_move_issues_finish (store, wait_for (&moved), &id, &refusals, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (refusals->len, ==, 1);

  ggov_store_list_changes_async (store, 1, NULL, keep_result, &listed);
  changes = ggov_store_list_changes_finish (store, wait_for (&listed), &error);
  g_assert_no_error (error);
  change = g_list_model_get_item (changes, 0);
  g_assert_cmpstr (ggov_change_entry_get_subject (change), ==, "2026-00001");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/issue-deadlines/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)
  ADD ("collected", test_collected);
  ADD ("undo", test_undo);
  ADD ("strand-of-the-past", test_strand_of_the_past);
  ADD ("knot", test_knot);
  ADD ("subject", test_subject);
#undef ADD

  return g_test_run ();
}
