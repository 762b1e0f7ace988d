/* test-store-issue-troubles.c: what goes wrong at a desk: one sentence each, and nothing is lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "case-types-office.h"
#include "ggov-store-clock.h"
#include "ggov-store-file-issue.h"

static gint64
find_version (TypesOffice *fixture,
              const char  *code)
{
  g_autoptr(GgovCaseTypeVersion) version = types_get (fixture, code, TYPES_TODAY);

  return ggov_case_type_version_get_record (version)->id;
}

/* One whole sentence that has @words in it. */
static void
assert_sentence (const GError *error,
                 int           code,
                 const char   *words)
{
  g_assert_error (error, GGOV_STORE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strchr (error->message, '\n'));
}

static void
refuse_filing (TypesOffice           *fixture,
               const GgovIssueFiling *filing,
               const char            *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_file_issue_async (fixture->base.store, filing, NULL, keep_result, &result);
  g_assert_false (ggov_store_file_issue_finish (fixture->base.store, wait_for (&result), NULL, NULL,
                                                NULL, &error));
  assert_sentence (error, GGOV_STORE_ERROR_REFUSED, words);
}

/* The next issue has the next number: a refused one takes none. */
static void
assert_nothing_filed (TypesOffice *fixture)
{
  gint64 id = board_office_file (fixture->base.store, "C0101", "noise", fixture->office.grid[0],
                                 "2026-03-02T10:00");
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->base.store, id);

  g_assert_cmpstr (ggov_issue_get_fields (details->issue)->number, ==, "2026-00001");
}

static void
test_outside (TypesOffice   *fixture,
              gconstpointer  data)
{
  GgovIssueFiling filing = {
    .case_type_id = find_version (fixture, "C0101"), .title = "noise",
    .lon_e7 = 1090000000, .lat_e7 = 400000000, .at = board_office_time ("2026-03-02T10:00"),
  };

  refuse_filing (fixture, &filing, "outside every grid");
  filing.lon_e7 = filing.lat_e7 = 0;
  refuse_filing (fixture, &filing, "Choose the grid");
  assert_nothing_filed (fixture);
}

/* Two desks send the same card to two people: the second is told, and the first one's stays. */
static void
test_two_desks (TypesOffice   *fixture,
                gconstpointer  data)
{
  GgovStore *store = fixture->base.store;
  GgovIssueStep step = { .move = GGOV_ISSUE_DISPATCH, .handler_id = fixture->office.member };
  g_autoptr(GgovIssueDetails) seen = NULL, after = NULL;
  g_autoptr(GError) error = NULL;

  step.issue_id = board_office_file (store, "C0101", "noise", fixture->office.grid[0],
                                     "2026-03-02T09:30");
  step.at = board_office_time ("2026-03-02T10:00");
  seen = board_office_get (store, step.issue_id);
  step.row_version = ggov_issue_get_fields (seen->issue)->row_version;
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);

  step.handler_id = fixture->office.officer;
  g_assert_cmpint (board_office_move (store, &step, &error), ==, 0);
  assert_sentence (error, GGOV_STORE_ERROR_CONFLICT, "");
  after = board_office_get (store, step.issue_id);
  g_assert_cmpint (ggov_issue_get_fields (after->issue)->handler_id, ==, fixture->office.member);
}

/* An office that never opens cannot have a deadline: the hours stay as they were. */
static void
test_never_open (TypesOffice   *fixture,
                 gconstpointer  data)
{
  GgovStore *store = fixture->base.store;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_set_schedule_async (store, "closed", NULL, NULL, keep_result, &result);
  g_assert_false (ggov_store_change_finish (store, wait_for (&result), NULL, &error));
  assert_sentence (error, GGOV_STORE_ERROR_REFUSED, "by default");
  details = board_office_get (store, board_office_file (
    store, "C0101", "noise", fixture->office.grid[0], "2026-03-02T10:00"));
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->due_at, ==,
                   board_office_time ("2026-03-05T17:30"));
}

#define ADD(name, func) \
  g_test_add ("/store/issue-troubles/" name, TypesOffice, NULL, types_set_up, func, types_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("outside", test_outside);
  ADD ("two-desks", test_two_desks);
  ADD ("never-open", test_never_open);

  return g_test_run ();
}
