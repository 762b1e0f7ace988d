/* test-store-case-types.c: versions of case types, and what issues keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "case-types-office.h"
#include "ggov-finding.h"
#include "ggov-store-check.h"
#include "ggov-write-case-types.h"

/* The office of this test has no ground to stand on; its case types have to hold. */
static void
assert_types_clean (TypesOffice *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_check_async (fixture->base.store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      g_assert_cmpstr (ggov_finding_get_kind (finding), !=, "case-types");
    }
}

/* What is there ------------------------------------------------------------------------------ */

static void
test_founding (TypesOffice   *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovCaseTypeCatalogue) types = ggov_case_type_catalogue_new_default ();
  g_autoptr(GListModel) rows = types_list (fixture, NULL, TYPES_TODAY);
  guint n = ggov_case_type_catalogue_get_n_types (types);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, i);
      const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (version);
      g_autoptr(GgovCaseTypeVersion) built_in = ggov_case_type_version_new_from_type (
        ggov_case_type_catalogue_find (types, record->code));

      g_test_message ("%s", record->code);
      g_assert_true (ggov_case_type_record_equal (
        record, ggov_case_type_version_get_record (built_in)));
      g_assert_cmpint (record->version, ==, 1);
      g_assert_cmpint (record->n_issues, ==, 0);
      g_assert_nonnull (record->role_label);
    }
  assert_types_clean (fixture);
}

static void
test_search (TypesOffice   *fixture,
             gconstpointer  data)
{
  static const struct { const char *text, *lane; const char *code; } asked[] = {
    { "shantou", NULL, NULL },
    { "feixian", NULL, "C0202" },           /* 飞线充电 */
    { "fxcd", NULL, "C0202" },
    { "飞线", NULL, "C0202" },
    { "danyuanmen", NULL, "M0505" },        /* 单元门: dan, not the surname shan */
    { "hanging wire", NULL, "C0202" },
    { "E0101", "enforcement", "E0101" },
    { "E0101", "market", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      const GgovCaseTypeFilter filter = { .text = asked[i].text, .lane = asked[i].lane };
      g_autoptr(GListModel) rows = types_list (fixture, &filter, TYPES_TODAY);
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, 0);

      g_test_message ("%s", asked[i].text);
      g_assert_cmpuint (g_list_model_get_n_items (rows), ==, asked[i].code ? 1 : 0);
      if (asked[i].code)
        g_assert_cmpstr (ggov_case_type_version_get_record (version)->code, ==, asked[i].code);
    }
}

/* Versions ----------------------------------------------------------------------------------- */

static void
test_version (TypesOffice   *fixture,
              gconstpointer  data)
{
  gint64 issue = board_office_file (fixture->base.store, "C0101", "noise", fixture->office.grid[0],
                                    "2026-03-02T10:00");
  g_autoptr(GgovCaseTypeVersion) before = types_get (fixture, "C0101", TYPES_TODAY);
  g_autoptr(GgovCaseTypeVersion) still = NULL;
  g_autoptr(GgovCaseTypeVersion) after = NULL;
  g_autoptr(GgovIssueDetails) old = NULL;
  g_autoptr(GgovIssueDetails) new = NULL;
  g_autoptr(GError) error = NULL;
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (before);
  gint64 change, later;

  g_assert_cmpint (record.n_issues, ==, 1);
  record.limit_text = "6d";
  record.stages[0] = (GgovCaseStageRecord) { "Meeting", "调解会议", "3d" };
  change = types_save (fixture, &record, "2026-03-10", &error);
  g_assert_no_error (error);
  g_assert_cmpint (change, !=, 0);

  still = types_get (fixture, "C0101", "2026-03-09");
  after = types_get (fixture, "C0101", "2026-03-10");
  g_assert_cmpstr (ggov_case_type_version_get_record (still)->limit_text, ==, "3d");
  g_assert_cmpstr (ggov_case_type_version_get_record (still)->valid_to, ==, "2026-03-09");
  g_assert_cmpstr (ggov_case_type_version_get_record (after)->limit_text, ==, "6d");
  g_assert_cmpint (ggov_case_type_version_get_record (after)->version, ==, 2);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->n_versions, ==, 2);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->n_issues, ==, 0);
  g_assert_cmpuint (ggov_case_type_record_count_stages (
    ggov_case_type_version_get_record (after)), ==, 1);
  g_assert_cmpuint (types_count (fixture, &(GgovCaseTypeFilter) { .code = "C0101" }), ==, 2);
  assert_types_clean (fixture);

  /* The issue that was filed keeps its three days, the next one has six. */
  later = board_office_file (fixture->base.store, "C0101", "noise", fixture->office.grid[0],
                             "2026-03-10T10:00");
  old = board_office_get (fixture->base.store, issue);
  new = board_office_get (fixture->base.store, later);
  g_assert_cmpstr (ggov_issue_get_fields (old->issue)->limit_text, ==, "3d");
  g_assert_cmpstr (ggov_issue_get_fields (new->issue)->limit_text, ==, "6d");
}

static void
test_undo (TypesOffice   *fixture,
           gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) before = types_get (fixture, "E0101", TYPES_TODAY);
  g_autoptr(GgovCaseTypeVersion) after = NULL;
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (before);
  g_autoptr(GError) error = NULL;
  gint64 change;

  record.stages[2] = (GgovCaseStageRecord) { NULL, NULL, NULL };
  change = types_save (fixture, &record, TYPES_TODAY, &error);
  g_assert_no_error (error);
  board_office_undo (fixture->base.store, change);
  after = types_get (fixture, "E0101", TYPES_TODAY);
  g_assert_true (ggov_case_type_record_equal (ggov_case_type_version_get_record (before),
                                              ggov_case_type_version_get_record (after)));
  g_assert_null (ggov_case_type_version_get_record (after)->valid_to);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->n_versions, ==, 1);
}

/* Nothing was filed under it: it is put right as if it had been so from its first day. */
static void
test_in_place (TypesOffice   *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) before = types_get (fixture, "E0101", TYPES_TODAY);
  g_autoptr(GgovCaseTypeVersion) after = NULL;
  g_autoptr(GError) error = NULL;
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (before);

  g_assert_cmpint (types_save (fixture, &record, NULL, &error), ==, 0);
  g_assert_no_error (error);

  record.stages[0].limit_text = "2h";
  record.evidence = "file:photo";
  g_assert_cmpint (types_save (fixture, &record, NULL, &error), !=, 0);
  g_assert_no_error (error);
  after = types_get (fixture, "E0101", TYPES_TODAY);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->id, ==, record.id);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->n_versions, ==, 1);
  g_assert_cmpstr (ggov_case_type_version_get_record (after)->stages[0].limit_text, ==, "2h");
  g_assert_cmpstr (ggov_case_type_version_get_record (after)->stages[2].limit_text, ==, "20d");
  g_assert_cmpstr (ggov_case_type_version_get_record (after)->evidence, ==, "file:photo");

  /* What another desk saw before is not there any more. */
  record.limit_text = "25d";
  g_assert_cmpint (types_save (fixture, &record, NULL, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
}

static void
test_new (TypesOffice   *fixture,
          gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) like = types_get (fixture, "E0201", TYPES_TODAY);
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (like);
  g_autoptr(GgovCaseTypeVersion) found = NULL;
  g_autoptr(GError) error = NULL;

  record.id = 0;
  record.code = "E0299";
  record.name = "Drone flown low";
  record.name_zh = "无人机低飞";
  g_assert_cmpint (types_save (fixture, &record, "2026-04-01", &error), !=, 0);
  g_assert_no_error (error);
  found = types_get (fixture, "E0299", TYPES_TODAY);
  g_assert_cmpstr (ggov_case_type_version_get_record (found)->valid_from, ==, "2026-04-01");
  g_assert_cmpuint (types_count (fixture, &(GgovCaseTypeFilter) { .text = "wurenji" }), ==, 1);

  /* Not twice. */
  g_assert_cmpint (types_save (fixture, &record, "2026-05-01", &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Drone flown low"));
}

/* Withdrawing -------------------------------------------------------------------------------- */

static gboolean
file_under (TypesOffice  *fixture,
            gint64        case_type_id,
            const char   *when,
            GError      **error)
{
  const GgovIssueFiling filing = {
    .case_type_id = case_type_id,
    .title = "stall",
    .source = GGOV_ISSUE_SOURCE_PATROL,
    .grid_id = fixture->office.grid[0],
    .at = board_office_time (when),
    .papers = board_office_get_photo (),
    .n_papers = 1,
  };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_file_issue_async (fixture->base.store, &filing, NULL, keep_result, &result);

  return ggov_store_file_issue_finish (fixture->base.store, wait_for (&result), NULL, NULL, NULL,
                                       error);
}

static void
test_withdraw (TypesOffice   *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) before = types_get (fixture, "E0201", TYPES_TODAY);
  const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (before);
  g_autoptr(GgovCaseTypeVersion) again = NULL;
  g_autoptr(GError) error = NULL;
  guint n = types_count (fixture, NULL);
  gint64 change = types_withdraw (fixture, "E0201", "2026-03-01", &error);

  g_assert_no_error (error);
  g_assert_cmpint (change, !=, 0);
  g_assert_cmpuint (types_count (fixture, NULL), ==, n - 1);
  g_assert_cmpuint (types_count (fixture, &(GgovCaseTypeFilter) { .with_ended = TRUE }), ==, n);
  assert_types_clean (fixture);

  /* A desk that had it open still offers it; the last day is one more on which it was filed. */
  g_assert_true (file_under (fixture, record->id, "2026-02-28T10:00", &error));
  g_assert_false (file_under (fixture, record->id, "2026-03-01T10:00", &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, record->label));
  g_assert_nonnull (strstr (error->message, "2026-02-28"));
  g_clear_error (&error);

  g_assert_cmpint (types_withdraw (fixture, "E0201", "2026-03-05", &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  /* It comes back as a version of its own. */
  again = types_get (fixture, "E0201", TYPES_TODAY);
  g_assert_cmpint (types_save (fixture, ggov_case_type_version_get_record (again), "2026-06-01",
                               &error),
                   !=, 0);
  g_assert_no_error (error);
  g_assert_true (file_under (fixture, record->id, "2026-06-01T10:00", &error));
  g_assert_false (file_under (fixture, record->id, "2026-05-31T10:00", NULL));
  assert_types_clean (fixture);
}

/* Deadlines ---------------------------------------------------------------------------------- */

/* 2026-03-02 is a Monday. One day from the next day is due on Tuesday at 17:30; at once, when a day
 * of seven hours has passed since 10:00: on Tuesday at 10:00. */
static void
test_start_rule (TypesOffice   *fixture,
                 gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) seen = types_get (fixture, "C0201", TYPES_TODAY);
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (seen);
  g_autoptr(GgovIssueDetails) by_unit = NULL;
  g_autoptr(GgovIssueDetails) at_once = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (record.limit_text, ==, "1d");
  by_unit = board_office_get (fixture->base.store, board_office_file (
    fixture->base.store, "C0201", "boxes", fixture->office.grid[0], "2026-03-02T10:00"));
  g_assert_cmpint (ggov_issue_get_fields (by_unit->issue)->due_at, ==,
                   board_office_time ("2026-03-03T17:30"));

  record.start_rule = "at-once";
  g_assert_cmpint (types_save (fixture, &record, TYPES_TODAY, &error), !=, 0);
  g_assert_no_error (error);
  at_once = board_office_get (fixture->base.store, board_office_file (
    fixture->base.store, "C0201", "boxes", fixture->office.grid[0], "2026-03-02T10:00"));
  g_assert_cmpint (ggov_issue_get_fields (at_once->issue)->due_at, ==,
                   board_office_time ("2026-03-03T10:00"));
  g_assert_cmpint (at_once->terms->terms.start_rule, ==, GGOV_START_AT_ONCE);
}

/* Older offices ----------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Makes a file of the schema's steps before @step, and rows. */
static void
make_old_office (const char *path,
                 const char *step,
                 const char *rows)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "schema", "sqlite",
                                                   NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  sqlite3 *db = NULL;

  while ((name = g_dir_read_name (dir)))
    if (strcmp (name, step) < 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *script = NULL;

      g_assert_true (g_file_get_contents (file, &script, NULL, NULL));
      g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
    }
  g_assert_cmpint (sqlite3_exec (db, rows, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* An office as the thirteenth schema has it: a type with a stage that an issue was filed under asks
 * for nothing new, is found by a reading it never had, and is changed as any other. */
static void
test_old_office (TypesOffice   *fixture,
                 gconstpointer  data)
{
  const char *rows =
    "INSERT INTO role (code, family, name, name_zh, scope, presence) VALUES "
    "('unit_leader', 'part_time_member', 'Unit leader', '单元长', 'unit', 'rounds');"
    "INSERT INTO case_type (id, code, lane, class, class_zh, name, name_zh, limit_text, role_code, "
    "filing, filing_zh, closing, closing_zh, valid_from) VALUES (1, 'C0202', 'community', 'Shared "
    "places', '公共环境秩序', 'Charging by a hanging wire', '飞线充电', '4h', 'unit_leader', 'a', "
    "'甲', 'b', '乙', '2025-01-01');"
    "INSERT INTO case_type_stage (case_type_id, position, name, name_zh, limit_text) "
    "VALUES (1, 1, 'Stop', '停', '1h');"
    "INSERT INTO issue (number, case_type_id, title, source, stage, filed_at) "
    "VALUES ('2025-00001', 1, '充电', 'patrol', 'file', 1735700000);"
    "CREATE TRIGGER case_type_image_update AFTER UPDATE ON case_type "
    "BEGIN SELECT RAISE (ABORT, 'no change is open'); END;"
    "PRAGMA application_id = 1196901238; PRAGMA user_version = 13;";
  g_autofree char *path = g_build_filename (fixture->base.dir, "old.gridgov", NULL);
  GgovStore *store = ggov_store_new (path, GGOV_STORE_NONE), *own = fixture->base.store;
  g_autoptr(GListModel) found = NULL;
  g_autoptr(GgovCaseTypeVersion) version = NULL;
  g_autoptr(GError) error = NULL;
  GgovCaseTypeRecord record;

  make_old_office (path, "0014", rows);
  fixture->base.store = store;
  found = types_list (fixture, &(GgovCaseTypeFilter) { .text = "feixian" }, TYPES_TODAY);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);
  version = g_list_model_get_item (found, 0);
  record = *ggov_case_type_version_get_record (version);
  g_assert_cmpstr (record.class_code, ==, "C02");
  g_assert_cmpstr (record.evidence, ==, "");
  g_assert_cmpint (record.n_issues, ==, 1);
  g_assert_cmpuint (ggov_case_type_record_count_stages (&record), ==, 1);

  record.evidence = "report-back:photo";
  g_assert_cmpint (types_save (fixture, &record, TYPES_TODAY, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (types_count (fixture, &(GgovCaseTypeFilter) { .code = "C0202" }), ==, 2);

  ggov_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (store);
  fixture->base.store = own;
}

#define ADD(name, func) \
  g_test_add ("/store/case-types/" name, TypesOffice, NULL, types_set_up, func, \
              types_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("founding", test_founding);
  ADD ("search", test_search);
  ADD ("version", test_version);
  ADD ("undo", test_undo);
  ADD ("in-place", test_in_place);
  ADD ("new", test_new);
  ADD ("withdraw", test_withdraw);
  ADD ("start-rule", test_start_rule);
  ADD ("old-office", test_old_office);

  return g_test_run ();
}
