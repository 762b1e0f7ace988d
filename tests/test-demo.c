/* test-demo.c: the demo office has the figures of the account it was drawn after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "ggov-demo.h"
#include "ggov-identity.h"
#include "ggov-issue-terms.h"
#include "ggov-local-time.h"
#include "ggov-store-figures.h"
#include "store-fixture.h"

#define AS_OF "2026-03-16"
#define RESIDENTS 3 /* of a hundred units: enough to look at, and quick */

static void
make_office (GgovStore *store,
             guint32    seed,
             int        scale)
{
  const GgovDemoOptions options = { seed, scale, AS_OF, RESIDENTS };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_demo_make_async (store, &options, NULL, NULL, NULL, keep_result, &result);
  ggov_demo_make_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
}

static GgovFigures *
get_figures (GgovStore  *store,
             const char *as_of)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovFigures *figures;

  ggov_store_get_figures_async (store, as_of, NULL, keep_result, &result);
  figures = ggov_store_get_figures_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return figures;
}

/* The office's own file, read beside the store. */
static sqlite3 *
open_file (StoreFixture *fixture)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);

  return db;
}

static gint64
ask (sqlite3    *db,
     const char *sql)
{
  sqlite3_stmt *stmt;
  gint64 answer;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return answer;
}

/* Figures ----------------------------------------------------------------------------------- */

/* Every number is one of the office's own account. */
static void
assert_account (const GgovFigures *figures,
                gint64             scale)
{
  g_assert_cmpint (figures->communities, ==, 4 * scale);
  g_assert_cmpint (figures->grids, ==, 39 * scale);
  g_assert_cmpint (figures->first_secretaries, ==, 4 * scale);
  g_assert_cmpint (figures->chief_grid_leaders, ==, 4 * scale);
  g_assert_cmpint (figures->full_time_members, ==, 39 * scale);
  g_assert_cmpint (figures->part_time_members, ==, 1160 * scale);
  g_assert_cmpint (figures->building_leaders, ==, 254 * scale);
  g_assert_cmpint (figures->unit_leaders, ==, 906 * scale);
  g_assert_cmpint (figures->department_members.total, ==, 31 * scale);
  g_assert_cmpint (figures->department_members.enforcement, ==, 12 * scale);
  g_assert_cmpint (figures->department_members.medical, ==, 8 * scale);
  g_assert_cmpint (figures->department_members.police, ==, 6 * scale);
  g_assert_cmpint (figures->department_members.justice, ==, 1 * scale);
  g_assert_cmpint (figures->department_members.market, ==, 4 * scale);
  g_assert_cmpint (figures->department_liaisons.total, ==, 6 * scale);
  g_assert_cmpint (figures->department_liaisons.housing, ==, 1 * scale);
  g_assert_cmpint (figures->department_liaisons.education, ==, 1 * scale);
  g_assert_cmpint (figures->department_liaisons.traffic, ==, 1 * scale);
  g_assert_cmpint (figures->department_liaisons.emergency, ==, 1 * scale);
  g_assert_cmpint (figures->department_liaisons.culture, ==, 1 * scale);
  g_assert_cmpint (figures->department_liaisons.ecology, ==, 1 * scale);
  g_assert_cmpint (figures->cobuilding_organisations, ==, 33 * scale);
  g_assert_cmpint (figures->market_liaisons.total, ==, 26 * scale);
  g_assert_cmpint (figures->market_liaisons.property, ==, 11 * scale);
  g_assert_cmpint (figures->market_liaisons.gas, ==, 9 * scale);
  g_assert_cmpint (figures->market_liaisons.water, ==, 6 * scale);
  g_assert_cmpint (figures->party_branches, ==, 28 * scale);
  g_assert_cmpint (figures->party_groups, ==, 39 * scale);
  g_assert_cmpint (figures->issues_handled, ==, 861 * scale);
  g_assert_cmpint (figures->disputes_mediated, >=, 310 * scale);
  g_assert_cmpint (figures->illegal_structures.count, ==, 317 * scale);
  g_assert_cmpint (figures->illegal_structures.area_m2, ==, 3493 * scale);
  g_assert_cmpint (figures->wall_breaking.count, ==, 25 * scale);
  g_assert_cmpint (figures->wall_breaking.area_m2, ==, 354 * scale);
  g_assert_cmpint (figures->utility_problems, >=, 170 * scale);
  g_assert_cmpint (figures->gas_patrol_members, >=, 50 * scale);
  g_assert_cmpint (figures->residential_buildings, ==, 254 * scale);
  g_assert_cmpint (figures->units, ==, 906 * scale);
  g_assert_cmpint (figures->households, ==, 15600 * scale);
}

static void
test_figures (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(GgovFigures) figures = NULL;
  g_autoptr(GgovFigures) earlier = NULL;

  make_office (fixture->store, 1, 1);
  figures = get_figures (fixture->store, AS_OF);
  assert_account (figures, 1);

  g_assert_cmpint (figures->buildings, >, 300);
  g_assert_cmpint (figures->people, >, 2 * 15600);
  g_assert_cmpint (figures->people, <, 3 * 15600);
  g_assert_cmpint (figures->issues_open, >=, 40);
  g_assert_cmpint (figures->issues_open, <=, 70);
  g_assert_cmpint (figures->issues_overdue, >, 0);

  /* Posts have dates: before the office was founded there was nobody. */
  earlier = get_figures (fixture->store, "2020-01-01");
  g_assert_cmpint (earlier->communities, ==, 4);
  g_assert_cmpint (earlier->grids, ==, 0);
  g_assert_cmpint (earlier->unit_leaders, ==, 0);
  g_assert_cmpint (earlier->party_groups, ==, 0);
  g_assert_cmpint (earlier->issues_handled, ==, 0);
}

static void
test_json (void)
{
  const GgovFigures figures = {
    .grids = 39,
    .department_members = { .total = 31, .police = 6 },
    .wall_breaking = { 25, 354 },
    .units = 906,
  };
  g_autofree char *json = ggov_figures_to_json (&figures);
  g_autoptr(GRegex) blanks = g_regex_new ("\\s", 0, 0, NULL);
  g_autofree char *text = g_regex_replace_literal (blanks, json, -1, 0, "", 0, NULL);

  g_assert_true (g_str_has_prefix (text, "{\"communities\":0,\"grids\":39,"));
  g_assert_nonnull (strstr (text, "\"department_members\":{\"total\":31,\"enforcement\":0,"
                                  "\"medical\":0,\"police\":6,\"justice\":0,\"market\":0},"
                                  "\"department_liaisons\":{"));
  g_assert_nonnull (strstr (text, ",\"wall_breaking\":{\"count\":25,\"area_m2\":354},"));
  g_assert_nonnull (strstr (text, ",\"units\":906,"));
}

/* Dates due --------------------------------------------------------------------------------- */

static GPtrArray *
list_events (sqlite3 *db,
             gint64   issue_id)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *stmt;

  sqlite3_prepare_v2 (db, "SELECT at, move, to_stage, granted FROM issue_event "
                          "WHERE issue_id = ? ORDER BY id", -1, &stmt, NULL);
  sqlite3_bind_int64 (stmt, 1, issue_id);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      GgovIssueEventFields fields = {
        .at = sqlite3_column_int64 (stmt, 0),
        .granted = (const char *) sqlite3_column_text (stmt, 3),
      };

      g_assert_true (ggov_issue_move_from_code ((const char *) sqlite3_column_text (stmt, 1),
                                                &fields.move, NULL));
      g_assert_true (ggov_issue_stage_from_code ((const char *) sqlite3_column_text (stmt, 2),
                                                 &fields.to, NULL));
      g_ptr_array_add (events, ggov_issue_event_new (&fields));
    }
  sqlite3_finalize (stmt);

  return events;
}

/* What is kept is what the board reckons from the events. */
static void
check_due (sqlite3 *db)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  guint n_extended = 0, n_checked = 0;
  sqlite3_stmt *stmt;

  sqlite3_prepare_v2 (db, "SELECT i.id, i.filed_at, coalesce (i.due_at, 0), t.limit_text "
                          "FROM issue i JOIN case_type t ON t.id = i.case_type_id "
                          "WHERE i.stage NOT IN ('collect', 'void')", -1, &stmt, NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_autoptr(GPtrArray) events = list_events (db, sqlite3_column_int64 (stmt, 0));
      g_autoptr(GgovIssueTerms) terms = NULL;
      g_autoptr(GError) error = NULL;
      GgovDeadline deadline;
      GgovLimit limit;

      g_assert_true (ggov_limit_parse ((const char *) sqlite3_column_text (stmt, 3), &limit, NULL));
      terms = ggov_issue_terms_new (&limit, sqlite3_column_int64 (stmt, 1), events);
      ggov_deadline_reckon (clock, &terms->terms, &deadline, &error);
      g_assert_no_error (error);
      g_assert_cmpint (sqlite3_column_int64 (stmt, 2), ==,
                       deadline.due == GGOV_DEADLINE_NONE ? 0 : deadline.due);
      n_extended += terms->extensions->len;
      n_checked++;
    }
  sqlite3_finalize (stmt);

  g_assert_cmpuint (n_checked, >, 861);
  g_assert_cmpuint (n_extended, >, 0);
}

/* Soundness --------------------------------------------------------------------------------- */

/* Each counts what must not be. */
static const struct { const char *what, *sql; } faults[] = {
  { "buildings not in exactly one grid",
    "SELECT count (*) FROM building b WHERE (SELECT count (*) FROM plan_building a "
    "JOIN plan p ON p.id = a.plan_id WHERE a.building_id = b.id AND p.state = 'in_force') <> 1" },
  { "buildings in a grid of another community",
    "SELECT count (*) FROM plan_building a JOIN building b ON b.id = a.building_id "
    "JOIN grid g ON g.id = a.grid_id WHERE g.community_id <> b.community_id" },
  { "grids without 300 to 500 households",
    "SELECT count (*) FROM (SELECT a.grid_id, sum (u.households) AS n FROM plan_building a "
    "JOIN unit u ON u.building_id = a.building_id GROUP BY a.grid_id) "
    "WHERE n NOT BETWEEN 300 AND 500" },
  { "grids whose code is not their community's",
    "SELECT count (*) FROM grid g JOIN community c ON c.id = g.community_id "
    "WHERE substr (g.code, 1, 12) <> c.code" },
  { "part-time members who live elsewhere",
    "SELECT count (*) FROM post p JOIN role r ON r.id = p.role_id JOIN person n "
    "ON n.id = p.person_id LEFT JOIN unit u ON u.id = n.unit_id "
    "WHERE (r.code = 'unit_leader' AND n.unit_id IS NOT p.unit_id) "
    "OR (r.code = 'building_leader' AND u.building_id IS NOT p.building_id)" },
  { "grids without a party group",
    "SELECT count (*) FROM grid g WHERE NOT EXISTS (SELECT 1 FROM party_organisation_grid a "
    "JOIN party_organisation o ON o.id = a.party_organisation_id "
    "WHERE a.grid_id = g.id AND o.kind = 'group')" },
  { "posts by nobody's approval", "SELECT count (*) FROM post p JOIN role r ON r.id = p.role_id "
    "WHERE p.approved_by_id IS NULL AND r.code <> 'working_committee_member'" },
  { "issues whose last event is not their stage",
    "SELECT count (*) FROM issue i WHERE i.stage <> coalesce ((SELECT e.to_stage "
    "FROM issue_event e WHERE e.issue_id = i.id ORDER BY e.id DESC LIMIT 1), 'collect')" },
  { "events out of order",
    "SELECT count (*) FROM (SELECT e.at, lag (e.at) OVER w AS before, e.from_stage, "
    "lag (e.to_stage) OVER w AS stage FROM issue_event e "
    "WINDOW w AS (PARTITION BY e.issue_id ORDER BY e.id)) WHERE at < before "
    "OR (stage IS NOT NULL AND stage <> from_stage)" },
  { "closed issues without a handler, and others with an end",
    "SELECT count (*) FROM issue WHERE stage IN ('closed', 'evaluated') "
    "AND (handler_id IS NULL OR closed_at IS NULL OR due_at IS NULL) "
    "OR stage NOT IN ('closed', 'evaluated', 'void') AND closed_at IS NOT NULL" },
  { "issues verified by whoever handled them",
    "SELECT count (*) FROM issue i JOIN issue_event e ON e.issue_id = i.id "
    "WHERE e.move = 'verify-pass' AND e.person_id = i.handler_id" },
  { "what happened later than the day before",
    "SELECT (SELECT count (*) FROM issue_event WHERE at >= unixepoch ('" AS_OF "', '-8 hours')) + "
    "(SELECT count (*) FROM points_transfer WHERE at >= unixepoch ('" AS_OF "', '-8 hours'))" },
  { "issues of another year",
    "SELECT count (*) FROM issue WHERE filed_at < unixepoch ('" AS_OF "', '-366 days')" },
  { "telephone numbers that a network may have",
    "SELECT count (*) FROM person WHERE phone NOT LIKE '12_________' "
    "OR phone GLOB '*[^0-9]*'" },
  { "accounts overdrawn at some time",
    "SELECT count (*) FROM (SELECT a.kind, sum (e.points) OVER "
    "(PARTITION BY a.id ORDER BY t.at, e.id) AS balance "
    "FROM points_entry e JOIN points_transfer t ON t.id = e.transfer_id "
    "JOIN points_account a ON a.id = e.account_id) WHERE kind = 'person' AND balance < 0" },
};

/* Each counts what there must be some of. */
static const struct { const char *what, *sql; } wants[] = {
  { "issues at each of eight stages", "SELECT count (DISTINCT stage) >= 8 FROM issue" },
  { "suspended issues", "SELECT count (*) FROM issue WHERE suspended = 1 AND due_at IS NULL" },
  { "posts that ended", "SELECT count (*) FROM post WHERE valid_to IS NOT NULL "
    "AND end_reason <> ''" },
  { "people without a post", "SELECT count (*) FROM person p WHERE unit_id IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM post WHERE person_id = p.id)" },
  { "grids without police", "SELECT count (*) FROM grid g WHERE NOT EXISTS (SELECT 1 FROM post p "
    "JOIN role r ON r.id = p.role_id WHERE p.grid_id = g.id AND r.code = 'department_police')" },
  { "reversals", "SELECT count (*) FROM points_transfer WHERE kind = 'reverse'" },
  { "vouchers", "SELECT count (*) FROM voucher" },
  { "all five venues", "SELECT count (*) = 5 FROM venue" },
  { "arcs between grids", "SELECT count (*) FROM arc WHERE left_grid_id IS NOT NULL "
    "AND right_grid_id IS NOT NULL" },
  { "many different names", "SELECT count (DISTINCT name) > 1000 FROM person" },
};

static void
test_sound (StoreFixture  *fixture,
            gconstpointer  data)
{
  sqlite3 *db;

  make_office (fixture->store, 7, 1);
  assert_check_clean (fixture->store);

  db = open_file (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_test_message ("%s", faults[i].what);
      g_assert_cmpint (ask (db, faults[i].sql), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wants); i++)
    {
      g_test_message ("%s", wants[i].what);
      g_assert_cmpint (ask (db, wants[i].sql), >, 0);
    }
  check_due (db);
  sqlite3_close (db);
}

/* The same again ---------------------------------------------------------------------------- */

/* A digest of every row image, in the order they were written: all that is kept but the clock. */
static char *
dup_digest (StoreFixture *fixture)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *db = open_file (fixture);
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT table_name, row_id, op, after FROM change_row "
                                           "ORDER BY id", -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      g_checksum_update (sum, sqlite3_column_blob (stmt, i), sqlite3_column_bytes (stmt, i));
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return g_strdup (g_checksum_get_string (sum));
}

static char *
make_and_digest (guint32 seed)
{
  StoreFixture fixture;
  char *digest;

  store_fixture_set_up (&fixture, NULL);
  make_office (fixture.store, seed, 1);
  digest = dup_digest (&fixture);
  store_fixture_tear_down (&fixture, NULL);

  return digest;
}

static void
test_same (void)
{
  g_autofree char *one = make_and_digest (5);
  g_autofree char *again = make_and_digest (5);

  g_assert_cmpstr (one, ==, again);
}

/* Scale, progress and giving up ------------------------------------------------------------- */

static void
keep_progress (double   done,
               gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (done, >=, *last);
  g_assert_cmpfloat (done, <=, 1);
  *last = done;
}

static void
test_scale (StoreFixture  *fixture,
            gconstpointer  data)
{
  const GgovDemoOptions options = { 3, 2, AS_OF, RESIDENTS };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovFigures) figures = NULL;
  g_autoptr(GError) error = NULL;
  double done = 0;

  ggov_demo_make_async (fixture->store, &options, keep_progress, &done, NULL, keep_result, &result);
  ggov_demo_make_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (done, >, 0);

  figures = get_figures (fixture->store, AS_OF);
  assert_account (figures, 2);
  assert_check_clean (fixture->store);
}

/* Each unit that has doors has as many people and households as are counted in it, whoever is in the
 * records lives there, and numbers are as those who read them want them. */
static void
test_residents (StoreFixture  *fixture,
                gconstpointer  data)
{
  sqlite3 *db;
  sqlite3_stmt *stmt;
  int today = 0;
  guint n = 0;

  make_office (fixture->store, 5, 1);
  g_assert_true (ggov_local_day_parse (AS_OF, &today, NULL));
  db = open_file (fixture);

#define LIVING "FROM residence r JOIN household h ON h.id = r.household_id " \
               "JOIN dwelling d ON d.id = h.dwelling_id WHERE r.living = 1 AND r.moved_out IS NULL"
  g_assert_cmpint (ask (db, "SELECT count (DISTINCT unit_id) FROM dwelling"), >=, 20);
  g_assert_cmpint (ask (db, "SELECT count (*) FROM unit u WHERE EXISTS (SELECT 1 FROM dwelling d "
                            "WHERE d.unit_id = u.id) AND u.people <> (SELECT count (*) " LIVING
                            " AND d.unit_id = u.id)"), ==, 0);
  g_assert_cmpint (ask (db, "SELECT count (*) FROM unit u WHERE EXISTS (SELECT 1 FROM dwelling d "
                            "WHERE d.unit_id = u.id) AND u.households <> (SELECT count (DISTINCT "
                            "h.id) " LIVING " AND d.unit_id = u.id)"), ==, 0);
  g_assert_cmpint (ask (db, "SELECT count (*) FROM post p JOIN person n ON n.id = p.person_id "
                            "WHERE p.unit_id IN (SELECT unit_id FROM dwelling) AND NOT EXISTS "
                            "(SELECT 1 FROM resident m WHERE m.person_id = n.id)"), ==, 0);
  g_assert_cmpint (ask (db, "SELECT count (*) FROM visit"), >, 300);
  g_assert_cmpint (ask (db, "SELECT count (DISTINCT group_id) FROM resident_group"), >=, 6);
  g_assert_cmpint (ask (db, "SELECT count (*) FROM resident WHERE identity_number IS NULL"), ==, 0);

  sqlite3_prepare_v2 (db, "SELECT m.identity_number, n.birth_date, n.sex FROM resident m "
                          "JOIN person n ON n.id = m.person_id", -1, &stmt, NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_autoptr(GError) error = NULL;
      GgovIdentity identity;

      ggov_identity_parse ((const char *) sqlite3_column_text (stmt, 0), today, &identity, &error);
      g_assert_no_error (error);
      ggov_identity_compare (&identity, (const char *) sqlite3_column_text (stmt, 1),
                             (const char *) sqlite3_column_text (stmt, 2), &error);
      g_assert_no_error (error);
      n++;
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  g_assert_cmpuint (n, >, 800);
  assert_check_clean (fixture->store);
}

static void
cancel_cb (GgovStore          *store,
           const char *const  *tables,
           gpointer            user_data)
{
  g_cancellable_cancel (user_data);
}

/* Given up after the first change, so that the next one is cut off. */
static void
test_cancelled (StoreFixture  *fixture,
                gconstpointer  data)
{
  const GgovDemoOptions options = { 3, 1, AS_OF };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovFigures) figures = NULL;
  g_autoptr(GError) error = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (cancel_cb), cancellable);
  ggov_demo_make_async (fixture->store, &options, NULL, NULL, cancellable, keep_result, &result);
  g_assert_false (ggov_demo_make_finish (fixture->store, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  figures = get_figures (fixture->store, AS_OF);
  g_assert_cmpint (figures->grids, ==, 39);
  g_assert_cmpint (figures->building_leaders, ==, 0);
}

static void
test_out_of_range (StoreFixture  *fixture,
                   gconstpointer  data)
{
  const GgovDemoOptions options = { 3, 1, "2150-01-01" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_demo_make_async (fixture->store, &options, NULL, NULL, NULL, keep_result, &result);
  g_assert_false (ggov_demo_make_finish (fixture->store, wait_for (&result), &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/demo/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)

  ADD ("figures", test_figures);
  ADD ("residents", test_residents);
  g_test_add_func ("/demo/json", test_json);
  ADD ("sound", test_sound);
  g_test_add_func ("/demo/same", test_same);
  ADD ("scale", test_scale);
  ADD ("cancelled", test_cancelled);
  ADD ("out-of-range", test_out_of_range);

  return g_test_run ();
}
