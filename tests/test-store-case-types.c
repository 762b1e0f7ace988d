/* test-store-case-types.c: versions of case types, what is refused, and what issues keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "board-office.h"
#include "ggov-finding.h"
#include "ggov-store-case-types.h"
#include "ggov-store-check.h"
#include "ggov-store-file-issue.h"
#include "ggov-write-case-types.h"
#include "store-fixture.h"

#define TODAY "2026-03-02"

typedef struct
{
  StoreFixture base;
  BoardOffice  office;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  board_office_found (fixture->base.store, &fixture->office);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static GListModel *
list (Fixture                  *fixture,
      const GgovCaseTypeFilter *filter,
      const char               *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_case_types_async (fixture->base.store, filter, day, NULL, keep_result, &result);
  rows = ggov_store_list_case_types_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

/* A type as it holds on a day. */
static GgovCaseTypeVersion *
get (Fixture    *fixture,
     const char *code,
     const char *day)
{
  g_autoptr(GListModel) rows = list (fixture, &(GgovCaseTypeFilter) { .with_ended = TRUE }, day);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, i);

      if (g_str_equal (ggov_case_type_version_get_record (version)->code, code))
        return g_steal_pointer (&version);
    }

  return NULL;
}

static guint
count (Fixture                  *fixture,
       const GgovCaseTypeFilter *filter)
{
  g_autoptr(GListModel) rows = list (fixture, filter, TODAY);

  return g_list_model_get_n_items (rows);
}

/* Returns the change's number; 0 where nothing was different or with @error set. */
static gint64
save (Fixture                   *fixture,
      const GgovCaseTypeRecord  *record,
      const char                *day,
      GError                   **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_save_case_type_async (fixture->base.store, record, day, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), &id, error) ? id : 0;
}

static gint64
withdraw (Fixture     *fixture,
          const char  *code,
          const char  *day,
          GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_withdraw_case_type_async (fixture->base.store, code, day, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), &id, error) ? id : 0;
}

static void
undo (Fixture *fixture,
      gint64   change_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_undo_async (fixture->base.store, change_id, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

/* The office of this test has no ground to stand on; its case types have to hold. */
static void
assert_types_clean (Fixture *fixture)
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
test_founding (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovCaseTypeCatalogue) types = ggov_case_type_catalogue_new_default ();
  g_autoptr(GListModel) rows = list (fixture, NULL, TODAY);
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
test_search (Fixture       *fixture,
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
      g_autoptr(GListModel) rows = list (fixture, &filter, TODAY);
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, 0);

      g_test_message ("%s", asked[i].text);
      g_assert_cmpuint (g_list_model_get_n_items (rows), ==, asked[i].code ? 1 : 0);
      if (asked[i].code)
        g_assert_cmpstr (ggov_case_type_version_get_record (version)->code, ==, asked[i].code);
    }
}

/* Versions ----------------------------------------------------------------------------------- */

static void
test_version (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 issue = board_office_file (fixture->base.store, "C0101", "noise", fixture->office.grid[0],
                                    "2026-03-02T10:00");
  g_autoptr(GgovCaseTypeVersion) before = get (fixture, "C0101", TODAY);
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
  change = save (fixture, &record, "2026-03-10", &error);
  g_assert_no_error (error);
  g_assert_cmpint (change, !=, 0);

  still = get (fixture, "C0101", "2026-03-09");
  after = get (fixture, "C0101", "2026-03-10");
  g_assert_cmpstr (ggov_case_type_version_get_record (still)->limit_text, ==, "3d");
  g_assert_cmpstr (ggov_case_type_version_get_record (still)->valid_to, ==, "2026-03-09");
  g_assert_cmpstr (ggov_case_type_version_get_record (after)->limit_text, ==, "6d");
  g_assert_cmpint (ggov_case_type_version_get_record (after)->version, ==, 2);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->n_versions, ==, 2);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->n_issues, ==, 0);
  g_assert_cmpuint (ggov_case_type_record_count_stages (
    ggov_case_type_version_get_record (after)), ==, 1);
  g_assert_cmpuint (count (fixture, &(GgovCaseTypeFilter) { .code = "C0101" }), ==, 2);
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
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) before = get (fixture, "E0101", TODAY);
  g_autoptr(GgovCaseTypeVersion) after = NULL;
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (before);
  g_autoptr(GError) error = NULL;
  gint64 change;

  record.stages[2] = (GgovCaseStageRecord) { NULL, NULL, NULL };
  change = save (fixture, &record, TODAY, &error);
  g_assert_no_error (error);
  undo (fixture, change);
  after = get (fixture, "E0101", TODAY);
  g_assert_true (ggov_case_type_record_equal (ggov_case_type_version_get_record (before),
                                              ggov_case_type_version_get_record (after)));
  g_assert_null (ggov_case_type_version_get_record (after)->valid_to);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->n_versions, ==, 1);
}

/* Nothing was filed under it: it is put right as if it had been so from its first day. */
static void
test_in_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) before = get (fixture, "E0101", TODAY);
  g_autoptr(GgovCaseTypeVersion) after = NULL;
  g_autoptr(GError) error = NULL;
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (before);

  g_assert_cmpint (save (fixture, &record, NULL, &error), ==, 0);
  g_assert_no_error (error);

  record.stages[0].limit_text = "2h";
  record.evidence = "file:photo";
  g_assert_cmpint (save (fixture, &record, NULL, &error), !=, 0);
  g_assert_no_error (error);
  after = get (fixture, "E0101", TODAY);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->id, ==, record.id);
  g_assert_cmpint (ggov_case_type_version_get_record (after)->n_versions, ==, 1);
  g_assert_cmpstr (ggov_case_type_version_get_record (after)->stages[0].limit_text, ==, "2h");
  g_assert_cmpstr (ggov_case_type_version_get_record (after)->stages[2].limit_text, ==, "20d");
  g_assert_cmpstr (ggov_case_type_version_get_record (after)->evidence, ==, "file:photo");

  /* What another desk saw before is not there any more. */
  record.limit_text = "25d";
  g_assert_cmpint (save (fixture, &record, NULL, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) like = get (fixture, "E0201", TODAY);
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (like);
  g_autoptr(GgovCaseTypeVersion) found = NULL;
  g_autoptr(GError) error = NULL;

  record.id = 0;
  record.code = "E0299";
  record.name = "Drone flown low";
  record.name_zh = "无人机低飞";
  g_assert_cmpint (save (fixture, &record, "2026-04-01", &error), !=, 0);
  g_assert_no_error (error);
  found = get (fixture, "E0299", TODAY);
  g_assert_cmpstr (ggov_case_type_version_get_record (found)->valid_from, ==, "2026-04-01");
  g_assert_cmpuint (count (fixture, &(GgovCaseTypeFilter) { .text = "wurenji" }), ==, 1);

  /* Not twice. */
  g_assert_cmpint (save (fixture, &record, "2026-05-01", &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Drone flown low"));
}

/* Withdrawing -------------------------------------------------------------------------------- */

static gboolean
file_under (Fixture     *fixture,
            gint64       case_type_id,
            const char  *when,
            GError     **error)
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
test_withdraw (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) before = get (fixture, "E0201", TODAY);
  const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (before);
  g_autoptr(GgovCaseTypeVersion) again = NULL;
  g_autoptr(GError) error = NULL;
  guint n = count (fixture, NULL);
  gint64 change = withdraw (fixture, "E0201", "2026-03-01", &error);

  g_assert_no_error (error);
  g_assert_cmpint (change, !=, 0);
  g_assert_cmpuint (count (fixture, NULL), ==, n - 1);
  g_assert_cmpuint (count (fixture, &(GgovCaseTypeFilter) { .with_ended = TRUE }), ==, n);
  assert_types_clean (fixture);

  /* A desk that had it open still offers it; the last day is one more on which it was filed. */
  g_assert_true (file_under (fixture, record->id, "2026-02-28T10:00", &error));
  g_assert_false (file_under (fixture, record->id, "2026-03-01T10:00", &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, record->label));
  g_assert_nonnull (strstr (error->message, "2026-02-28"));
  g_clear_error (&error);

  g_assert_cmpint (withdraw (fixture, "E0201", "2026-03-05", &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  /* It comes back as a version of its own. */
  again = get (fixture, "E0201", TODAY);
  g_assert_cmpint (save (fixture, ggov_case_type_version_get_record (again), "2026-06-01", &error),
                   !=, 0);
  g_assert_no_error (error);
  g_assert_true (file_under (fixture, record->id, "2026-06-01T10:00", &error));
  g_assert_false (file_under (fixture, record->id, "2026-05-31T10:00", NULL));
  assert_types_clean (fixture);
}

/* What is refused ---------------------------------------------------------------------------- */

static void
assert_refused (Fixture                  *fixture,
                const GgovCaseTypeRecord *record,
                const char               *day,
                const char               *words)
{
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", words);
  g_assert_cmpint (save (fixture, record, day, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refused_days (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) seen = get (fixture, "C0101", TODAY);
  g_autoptr(GgovCaseTypeVersion) last = NULL;
  g_autoptr(GError) error = NULL;
  GgovCaseTypeRecord record = *ggov_case_type_version_get_record (seen);

  record.limit_text = "4d";
  assert_refused (fixture, &record, "2000-01-01", "Choose that day or a later one");
  assert_refused (fixture, &record, "2026-02-30", "is not a day");

  board_office_file (fixture->base.store, "C0101", "noise", fixture->office.grid[0],
                     "2026-03-02T10:00");
  assert_refused (fixture, &record, NULL, "Choose a later day");
  assert_refused (fixture, &record, record.valid_from, "Choose a later day");

  /* A second version; who saw the first changes nothing. */
  g_assert_cmpint (save (fixture, &record, "2026-04-01", &error), !=, 0);
  g_assert_no_error (error);
  record.limit_text = "5d";
  assert_refused (fixture, &record, "2026-05-01", "changed meanwhile");
  last = get (fixture, "C0101", "2026-04-01");
  record = *ggov_case_type_version_get_record (last);
  record.limit_text = "5d";
  assert_refused (fixture, &record, "2026-03-31", "2026-04-01");

  record.code = "C0199";
  assert_refused (fixture, &record, "2026-06-01", "code of a case type stays");
}

typedef struct
{
  const char *words;
  void      (*spoil) (GgovCaseTypeRecord *record);
} Spoilt;

static void spoil_zero (GgovCaseTypeRecord *r) { r->limit_text = "0d"; }
static void spoil_words (GgovCaseTypeRecord *r) { r->limit_text = "soon"; }
static void spoil_role (GgovCaseTypeRecord *r) { r->role = "mayor"; }
static void spoil_no_role (GgovCaseTypeRecord *r) { r->role = NULL; }
static void spoil_name (GgovCaseTypeRecord *r) { r->name_zh = " "; }
static void spoil_class (GgovCaseTypeRecord *r) { r->class_name = NULL; }
static void spoil_lane (GgovCaseTypeRecord *r) { r->lane = "police"; }
static void spoil_filing (GgovCaseTypeRecord *r) { r->filing = ""; }
static void spoil_closing (GgovCaseTypeRecord *r) { r->closing_zh = ""; }
static void spoil_stage_zero (GgovCaseTypeRecord *r) { r->stages[0].limit_text = "0h"; }
static void spoil_stage_falls (GgovCaseTypeRecord *r) { r->stages[1].limit_text = "3h"; }
static void spoil_stage_same (GgovCaseTypeRecord *r) { r->stages[1].limit_text = "4h"; }
static void spoil_stage_beyond (GgovCaseTypeRecord *r) { r->stages[2].limit_text = "21d"; }
static void spoil_stage_name (GgovCaseTypeRecord *r) { r->stages[1].name = ""; }
static void spoil_stage_gap (GgovCaseTypeRecord *r)
{
  r->stages[1] = (GgovCaseStageRecord) { NULL, NULL, NULL };
}
static void spoil_evidence (GgovCaseTypeRecord *r) { r->evidence = "file:smell"; }
static void spoil_start (GgovCaseTypeRecord *r) { r->start_rule = "tomorrow"; }
static void spoil_figure (GgovCaseTypeRecord *r) { r->figure = "rain"; }
static void spoil_measures (GgovCaseTypeRecord *r) { r->measures = 4; }
static void spoil_metres (GgovCaseTypeRecord *r) { r->duplicate_radius_m = -1; }
static void spoil_days (GgovCaseTypeRecord *r) { r->duplicate_days = 0; }
static void spoil_code (GgovCaseTypeRecord *r) { r->code = "E 01"; }

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const Spoilt spoilt[] = {
    { "at least one hour or day", spoil_zero },
    { "at least one hour or day", spoil_words },
    { "no role “mayor”", spoil_role },
    { "Choose the role", spoil_no_role },
    { "a name", spoil_name },
    { "which class", spoil_class },
    { "three lanes", spoil_lane },
    { "is filed", spoil_filing },
    { "can be closed", spoil_closing },
    { "“责令停工” is at least", spoil_stage_zero },
    { "“行政处罚” is not longer", spoil_stage_falls },
    { "“行政处罚” is not longer", spoil_stage_same },
    { "longer than that of the whole, 20d", spoil_stage_beyond },
    { "without a gap", spoil_stage_name },
    { "without a gap", spoil_stage_gap },
    { "which link asks for what", spoil_evidence },
    { "beginning of a limit", spoil_start },
    { "no figure", spoil_figure },
    { "no other measures", spoil_measures },
    { "within 10000 metres", spoil_metres },
    { "give both, or neither", spoil_days },
    { "letters and digits", spoil_code },
  };
  g_autoptr(GgovCaseTypeVersion) seen = get (fixture, "E0101", TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      GgovCaseTypeRecord record = *ggov_case_type_version_get_record (seen);

      spoilt[i].spoil (&record);
      assert_refused (fixture, &record, NULL, spoilt[i].words);
    }
}

/* Deadlines ---------------------------------------------------------------------------------- */

/* 2026-03-02 is a Monday. One day from the next day is due on Tuesday at 17:30; at once, when a day of
 * seven hours has passed since 10:00: on Tuesday at 10:00. */
static void
test_start_rule (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) seen = get (fixture, "C0201", TODAY);
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
  g_assert_cmpint (save (fixture, &record, TODAY, &error), !=, 0);
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

/* An office as the thirteenth schema has it: a type with a stage that an issue was filed under asks for
 * nothing new, is found by a reading it never had, and is changed as any other. */
static void
test_old_office (Fixture       *fixture,
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
  found = list (fixture, &(GgovCaseTypeFilter) { .text = "feixian" }, TODAY);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);
  version = g_list_model_get_item (found, 0);
  record = *ggov_case_type_version_get_record (version);
  g_assert_cmpstr (record.class_code, ==, "C02");
  g_assert_cmpstr (record.evidence, ==, "");
  g_assert_cmpint (record.n_issues, ==, 1);
  g_assert_cmpuint (ggov_case_type_record_count_stages (&record), ==, 1);

  record.evidence = "report-back:photo";
  g_assert_cmpint (save (fixture, &record, TODAY, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, &(GgovCaseTypeFilter) { .code = "C0202" }), ==, 2);

  ggov_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (store);
  fixture->base.store = own;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/case-types/founding", test_founding);
  ADD ("/store/case-types/search", test_search);
  ADD ("/store/case-types/version", test_version);
  ADD ("/store/case-types/undo", test_undo);
  ADD ("/store/case-types/in-place", test_in_place);
  ADD ("/store/case-types/new", test_new);
  ADD ("/store/case-types/withdraw", test_withdraw);
  ADD ("/store/case-types/refused-days", test_refused_days);
  ADD ("/store/case-types/refused", test_refused);
  ADD ("/store/case-types/start-rule", test_start_rule);
  ADD ("/store/case-types/old-office", test_old_office);

  return g_test_run ();
}
