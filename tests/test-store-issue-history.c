/* test-store-issue-history.c: the steps of an issue follow from one another, whoever writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "board-office.h"
#include "ggov-change-private.h"
#include "ggov-issue-flow.h"
#include "ggov-write-issues.h"

static void
test_clock_set_back (StoreFixture  *fixture,
                     gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  gint64 id;

  board_office_found (store, &office);
  id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  board_office_refuse (store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T09:59", 0, "2026-03-02 10:00");
  board_office_step (store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T11:00", 0);
  board_office_refuse (store, id, GGOV_ISSUE_ACCEPT, "2026-03-02T10:59", 0, "clock right");
  board_office_step (store, id, GGOV_ISSUE_ACCEPT, "2026-03-02T11:00", 0);
}

/* An event as whoever goes round the flow would write it. */
typedef struct
{
  gint64      issue_id;
  const char *when;
  const char *move;
  const char *from;
  const char *to;
} Forgery;

static gboolean
forge_event (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Forgery *forgery = data;

  return ggov_change_add_issue_event (change, &(GgovIssueEventRecord) {
    .issue_id = forgery->issue_id, .at = board_office_time (forgery->when), .move = forgery->move,
    .from_stage = forgery->from, .to_stage = forgery->to,
  }, error) != 0;
}

static gboolean
forge_stage (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Forgery *forgery = data;

  return _ggov_change_update (change, "issue", forgery->issue_id, -1, (GgovColumn[]) {
           GGOV_TEXT ("stage", forgery->to),
         }, 1, error);
}

static void
assert_impossible (GgovStore      *store,
                   GgovChangeFunc  func,
                   Forgery        *forgery)
{
  g_autoptr(GError) error = fail_change (store, func, forgery);

  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);
}

static void
test_impossible (StoreFixture  *fixture,
                 gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  gint64 id;

  board_office_found (store, &office);
  id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");

  /* No such step; from where it is not; earlier than the one before; a stop that never began. */
  assert_impossible (store, forge_event,
                     &(Forgery) { id, "2026-03-02T11:00", "close", "file", "closed" });
  assert_impossible (store, forge_event,
                     &(Forgery) { id, "2026-03-02T11:00", "close", "verify", "closed" });
  assert_impossible (store, forge_event,
                     &(Forgery) { id, "2026-03-02T09:00", "dispatch", "file", "dispatch" });
  assert_impossible (store, forge_event,
                     &(Forgery) { id, "2026-03-02T11:00", "evaluate", "file", "file" });
  board_office_step (store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T11:00", 0);
  assert_impossible (store, forge_event,
                     &(Forgery) { id, "2026-03-02T12:00", "resume", "dispatch", "dispatch" });
  board_office_step (store, id, GGOV_ISSUE_SUSPEND, "2026-03-02T11:00", 0);
  assert_impossible (store, forge_event,
                     &(Forgery) { id, "2026-03-02T12:00", "accept", "dispatch", "handle" });

  /* A stage that no step led to, or that there is not; a step that the issue does not follow. */
  assert_impossible (store, forge_stage, &(Forgery) { .issue_id = id, .to = "closed" });
  assert_impossible (store, forge_stage, &(Forgery) { .issue_id = id, .to = "done" });
  g_assert_cmpuint (board_office_count_findings (store), ==, 0);
}

/* The records know the same steps as the program. */
static void
test_same_flow (StoreFixture  *fixture,
                gconstpointer  data)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  BoardOffice office = { 0 };
  guint n = 0, n_allowed = 0;

  board_office_found (fixture->store, &office);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT from_stage, move, to_stage FROM issue_flow", -1,
                                       &stmt, NULL), ==, SQLITE_OK);
  for (; sqlite3_step (stmt) == SQLITE_ROW; n++)
    {
      GgovIssueState state = { GGOV_ISSUE_COLLECTED, FALSE };
      GgovIssueMove to_do = GGOV_ISSUE_FILE;

      g_assert_true (ggov_issue_stage_from_code ((const char *) sqlite3_column_text (stmt, 0),
                                                 &state.stage, NULL));
      g_assert_true (ggov_issue_move_from_code ((const char *) sqlite3_column_text (stmt, 1), &to_do,
                                                NULL));
      state.suspended = to_do == GGOV_ISSUE_RESUME;
      g_assert_true (ggov_issue_flow_apply (&state, to_do, NULL));
      g_assert_cmpstr (ggov_issue_stage_get_code (state.stage), ==,
                       (const char *) sqlite3_column_text (stmt, 2));
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    for (guint to_do = 0; to_do < GGOV_ISSUE_N_MOVES; to_do++)
      n_allowed += ggov_issue_flow_allows (&(GgovIssueState) { stage, to_do == GGOV_ISSUE_RESUME },
                                           to_do);
  g_assert_cmpuint (n, ==, n_allowed);
}

/* A merge of two records of one person, and its undoing, write whole rows again: who did it may be
 * another then, what was done and when may not. */
static void
test_fixed (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const char again[] =
    "UPDATE issue_event SET issue_id = issue_id, at = at, move = move, from_stage = from_stage, "
    "to_stage = to_stage, person_id = (SELECT min (id) FROM person)";
  static const char *const altered[] = { "issue_id = 0", "at = at + 1", "move = 'close'",
                                         "from_stage = NULL", "to_stage = 'closed'" };
  BoardOffice office = { 0 };
  sqlite3 *db = NULL;
  gint64 id;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  board_office_step (fixture->store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T11:00", 0);

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DROP TRIGGER issue_event_image_update", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, again, NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (altered); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE issue_event SET %s WHERE move = 'dispatch'",
                                              altered[i]);

      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
    }
  sqlite3_close (db);
}

/* Whoever alters the file itself is found out. */
static void
test_check (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const char *const alterations[] = {
    ("DROP TRIGGER issue_event_fixed; DROP TRIGGER issue_event_image_update; "
     "DROP TRIGGER issue_image_update; DROP TRIGGER issue_stage_joint;"),
    "UPDATE issue SET stage = 'verify'",                          /* not where it was brought */
    "UPDATE issue SET stage = 'handle'",
    "UPDATE issue_event SET at = at - 86400 WHERE move = 'accept'", /* out of order */
    "UPDATE issue_event SET at = at + 86400 WHERE move = 'accept'",
    "UPDATE issue_event SET move = 'close' WHERE move = 'accept'",  /* no such step */
  };
  static const guint expected[] = { 0, 1, 0, 1, 0, 1 };
  BoardOffice office = { 0 };
  gint64 id;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  board_office_step (fixture->store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T11:00", 0);
  board_office_step (fixture->store, id, GGOV_ISSUE_ACCEPT, "2026-03-02T11:00", 0);

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      sqlite3 *db = NULL;

      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, alterations[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      g_assert_cmpuint (board_office_count_findings (fixture->store), ==, expected[i]);
    }
}

#define ADD(name, func) \
  g_test_add ("/store/issue-history/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("clock-set-back", test_clock_set_back);
  ADD ("impossible", test_impossible);
  ADD ("same-flow", test_same_flow);
  ADD ("fixed", test_fixed);
  ADD ("check", test_check);

  return g_test_run ();
}
