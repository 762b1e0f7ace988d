/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-case-type-version.h"
#include "ggov-model-error.h"
#include "ggov-role-catalogue.h"

static void
test_illegal_construction (void)
{
  g_autoptr(GgovCaseTypeCatalogue) catalogue = ggov_case_type_catalogue_new_default ();
  const GgovCaseType *type = ggov_case_type_catalogue_find (catalogue, "E0101");

  g_assert_nonnull (type);
  g_assert_cmpstr (type->class_code, ==, "E01");
  g_assert_cmpstr (type->class_name_zh, ==, "违法建设");
  g_assert_cmpstr (type->name_zh, ==, "在建违法建设");
  g_assert_cmpint (type->lane, ==, GGOV_LANE_ENFORCEMENT);
  g_assert_cmpstr (type->role, ==, "department_enforcement");
  g_assert_cmpint (type->measures, ==, GGOV_MEASURE_COUNT | GGOV_MEASURE_AREA);
  g_assert_cmpint (type->figure, ==, GGOV_FIGURE_ILLEGAL_STRUCTURE);

  /* Stop in 4 working hours, penalty in 7 working days, demolition in 20. */
  g_assert_cmpuint (type->n_stages, ==, 3);
  g_assert_cmpuint (type->stages[0].limit.count, ==, 4);
  g_assert_cmpint (type->stages[0].limit.unit, ==, GGOV_LIMIT_WORKING_HOURS);
  g_assert_cmpuint (type->stages[1].limit.count, ==, 7);
  g_assert_cmpint (type->stages[1].limit.unit, ==, GGOV_LIMIT_WORKING_DAYS);
  g_assert_cmpuint (type->stages[2].limit.count, ==, 20);
  g_assert_cmpuint (type->limit.count, ==, 20);
}

/* Each figure of the office's account has types, all in the lane the account names. */
static void
test_figures (void)
{
  g_autoptr(GgovCaseTypeCatalogue) catalogue = ggov_case_type_catalogue_new_default ();
  static const GgovLane lanes[GGOV_N_FIGURES] = {
    [GGOV_FIGURE_DISPUTE] = GGOV_LANE_COMMUNITY,
    [GGOV_FIGURE_ILLEGAL_STRUCTURE] = GGOV_LANE_ENFORCEMENT,
    [GGOV_FIGURE_WALL_BREAKING] = GGOV_LANE_ENFORCEMENT,
    [GGOV_FIGURE_UTILITY] = GGOV_LANE_MARKET,
  };
  guint counts[GGOV_N_FIGURES] = { 0 };

  for (guint i = 0; i < ggov_case_type_catalogue_get_n_types (catalogue); i++)
    {
      const GgovCaseType *type = ggov_case_type_catalogue_get_type_at (catalogue, i);

      counts[type->figure]++;
      if (type->figure != GGOV_FIGURE_NONE)
        g_assert_cmpint (type->lane, ==, lanes[type->figure]);
      if (type->figure == GGOV_FIGURE_ILLEGAL_STRUCTURE ||
          type->figure == GGOV_FIGURE_WALL_BREAKING)
        g_assert_cmpint (type->measures, ==, GGOV_MEASURE_COUNT | GGOV_MEASURE_AREA);
      if (type->lane == GGOV_LANE_MARKET)
        g_assert_cmpint (type->figure, ==, GGOV_FIGURE_UTILITY);
    }

  for (guint figure = 0; figure < GGOV_N_FIGURES; figure++)
    g_assert_cmpuint (counts[figure], >, 0);
  g_assert_cmpstr (ggov_figure_get_code (GGOV_FIGURE_WALL_BREAKING), ==, "wall_breaking");
  g_assert_null (ggov_figure_get_code (GGOV_FIGURE_NONE));
}

static void
test_utilities (void)
{
  g_autoptr(GgovCaseTypeCatalogue) catalogue = ggov_case_type_catalogue_new_default ();
  static const char *const classes[] = { "供水", "供电", "供热", "供气", "物业管理" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint n = 0;

      for (guint j = 0; j < ggov_case_type_catalogue_get_n_types (catalogue); j++)
        n += g_str_equal (ggov_case_type_catalogue_get_type_at (catalogue, j)->class_name_zh,
                          classes[i]);
      g_assert_cmpuint (n, >, 0);
    }
}

static guint
to_hours (const GgovLimit *limit)
{
  return limit->count * (limit->unit == GGOV_LIMIT_WORKING_HOURS ? 1 : 7);
}

static void
assert_languages (const char *english,
                  const char *chinese)
{
  g_assert_true (g_str_is_ascii (english));
  g_assert_true (g_utf8_validate (chinese, -1, NULL));
  g_assert_false (g_str_is_ascii (chinese));
}

/* The default set: codes within their class, roles that exist, both languages, stages that grow to
 * the limit of the whole. */
static void
test_default_set (void)
{
  g_autoptr(GgovCaseTypeCatalogue) catalogue = ggov_case_type_catalogue_new_default ();
  g_autoptr(GgovRoleCatalogue) roles = ggov_role_catalogue_new_default ();
  const char *const activities[] = { "report", "assist", "help", NULL };
  guint n = ggov_case_type_catalogue_get_n_types (catalogue);

  g_assert_cmpuint (n, >=, 90);
  g_assert_cmpuint (n, <=, 110);
  for (guint i = 0; i < n; i++)
    {
      const GgovCaseType *type = ggov_case_type_catalogue_get_type_at (catalogue, i);

      g_test_message ("%s", type->code);
      g_assert_true (ggov_case_type_catalogue_find (catalogue, type->code) == type);
      g_assert_true (g_str_has_prefix (type->code, type->class_code));
      g_assert_cmpuint (strlen (type->code), ==, 5);
      g_assert_nonnull (ggov_role_catalogue_find (roles, type->role));
      assert_languages (type->class_name, type->class_name_zh);
      assert_languages (type->name, type->name_zh);
      assert_languages (type->filing, type->filing_zh);
      assert_languages (type->closing, type->closing_zh);
      g_assert_cmpstr (ggov_case_type_get_label (type), ==, type->name);
      g_assert_cmpstr (ggov_case_type_get_class_label (type), ==, type->class_name);
      g_assert_cmpuint (ggov_case_type_get_evidence (type, GGOV_ISSUE_REPORT_BACK), !=, 0);
      g_assert_cmpint (type->duplicate_radius_m > 0, ==, type->duplicate_days > 0);
      if (*type->points_activity)
        g_assert_true (g_strv_contains (activities, type->points_activity));
      for (guint j = 0; j < type->n_stages; j++)
        {
          const GgovLimit *next = j + 1 < type->n_stages ? &type->stages[j + 1].limit
                                                         : &type->limit;

          assert_languages (type->stages[j].name, type->stages[j].name_zh);
          g_assert_cmpuint (to_hours (&type->stages[j].limit), <=, to_hours (next));
        }
    }
  g_assert_null (ggov_case_type_catalogue_find (catalogue, "X9999"));
}

#define TYPE(code, more) \
  "{\"code\": \"" code "\", \"name\": \"N\", \"name_zh\": \"名\", \"filing\": \"F\"," \
  "\"filing_zh\": \"立\", \"closing\": \"C\", \"closing_zh\": \"结\", \"role\": \"r\"" more "}"
#define CLASS(lane, types) \
  "{\"code\": \"K\", \"name\": \"K\", \"name_zh\": \"类\", \"lane\": \"" lane "\"," \
  "\"types\": [" types "]}"
#define FILE_OF(classes) "{\"classes\": [" classes "]}"
#define STAGE "{\"name\": \"S\", \"name_zh\": \"段\", \"limit\": \"1h\"}"

static void
test_small_file (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovCaseTypeCatalogue) catalogue = ggov_case_type_catalogue_new_from_json (
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"3cd\", \"measures\": [\"area\"]"))), -1,
    &error);
  const GgovCaseType *type;

  g_assert_no_error (error);
  type = ggov_case_type_catalogue_get_type_at (catalogue, 0);
  g_assert_cmpint (type->limit.unit, ==, GGOV_LIMIT_CALENDAR_DAYS);
  g_assert_cmpint (type->measures, ==, GGOV_MEASURE_AREA);
  g_assert_cmpint (type->figure, ==, GGOV_FIGURE_NONE);
  g_assert_cmpuint (type->n_stages, ==, 0);
  g_assert_cmpint (type->start_rule, ==, GGOV_START_BY_UNIT);
  g_assert_cmpuint (type->duplicate_radius_m, ==, 0);
  g_assert_cmpstr (type->points_activity, ==, "");
  for (guint move = 0; move < GGOV_ISSUE_N_MOVES; move++)
    g_assert_cmpuint (ggov_case_type_get_evidence (type, move), ==, 0);
}

static void
test_demands (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovCaseTypeCatalogue) catalogue = ggov_case_type_catalogue_new_from_json (
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"3d\", \"start\": \"at-once\", "
                                    "\"evidence\": \"file:photo report-back:photo,text\", "
                                    "\"duplicate\": {\"metres\": 80, \"days\": 14}, "
                                    "\"points\": \"report\""))), -1, &error);
  const GgovCaseType *type;

  g_assert_no_error (error);
  type = ggov_case_type_catalogue_get_type_at (catalogue, 0);
  g_assert_cmpint (type->start_rule, ==, GGOV_START_AT_ONCE);
  g_assert_cmpuint (type->duplicate_radius_m, ==, 80);
  g_assert_cmpuint (type->duplicate_days, ==, 14);
  g_assert_cmpstr (type->points_activity, ==, "report");
  g_assert_cmpuint (ggov_case_type_get_evidence (type, GGOV_ISSUE_FILE), ==, GGOV_EVIDENCE_PHOTO);
  g_assert_cmpuint (ggov_case_type_get_evidence (type, GGOV_ISSUE_REPORT_BACK), ==,
                    GGOV_EVIDENCE_PHOTO | GGOV_EVIDENCE_TEXT);
  g_assert_cmpuint (ggov_case_type_get_evidence (type, GGOV_ISSUE_CLOSE), ==, 0);
  g_assert_cmpuint (ggov_case_type_get_evidence (type, GGOV_ISSUE_REPORT_UP), ==, 0);
}

/* A version says the same as the type it was made of, and differs where one thing differs. */
static void
test_version (void)
{
  g_autoptr(GgovCaseTypeCatalogue) catalogue = ggov_case_type_catalogue_new_default ();
  g_autoptr(GgovCaseTypeVersion) version = ggov_case_type_version_new_from_type (
    ggov_case_type_catalogue_find (catalogue, "E0101"));
  const GgovCaseTypeRecord *record = ggov_case_type_version_get_record (version);
  GgovCaseTypeRecord other = *record;
  g_autofree char *stage = NULL;

  g_assert_cmpstr (record->code, ==, "E0101");
  g_assert_cmpstr (record->lane, ==, "enforcement");
  g_assert_cmpstr (record->class_code, ==, "E01");
  g_assert_cmpstr (record->limit_text, ==, "20d");
  g_assert_cmpstr (record->figure, ==, "illegal_structure");
  g_assert_cmpuint (ggov_case_type_record_count_stages (record), ==, 3);
  g_assert_cmpstr (record->stages[1].limit_text, ==, "7d");
  g_object_get (version, "stage-3-limit", &stage, NULL);
  g_assert_cmpstr (stage, ==, "20d");

  other.version = 7;
  other.valid_from = "2026-01-01";
  other.stages[3].limit_text = "";
  g_assert_true (ggov_case_type_record_equal (record, &other));
  other.stages[0].limit_text = "5h";
  g_assert_false (ggov_case_type_record_equal (record, &other));
  other.stages[0].limit_text = "4h";
  other.duplicate_days++;
  g_assert_false (ggov_case_type_record_equal (record, &other));
}

static void
test_refused (void)
{
  static const char *const files[] = {
    "[]",
    "{}",
    FILE_OF ("1"),
    FILE_OF ("{\"code\": \"K\"}"),
    FILE_OF (CLASS ("police", "")),
    FILE_OF (CLASS ("market", "{}")),
    FILE_OF (CLASS ("market", TYPE ("K1", ""))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"soon\""))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": 4"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"measures\": \"area\""))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"measures\": [\"weight\"]"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"measures\": [[], {}]"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"figure\": \"rain\""))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"stages\": [{}]"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"start\": \"tomorrow\""))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"evidence\": \"file:smell\""))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"evidence\": [\"photo\"]"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"duplicate\": 50"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"duplicate\": "
                                          "{\"metres\": 0, \"days\": 7}"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"duplicate\": "
                                          "{\"metres\": 50}"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"points\": 3"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\", \"stages\": ["
                                          STAGE "," STAGE "," STAGE "," STAGE "," STAGE "]"))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\"") ","
                              TYPE ("K1", ", \"limit\": \"4h\""))),
    FILE_OF (CLASS ("market", TYPE ("K1", ", \"limit\": \"4h\"")) ","
             CLASS ("community", TYPE ("K1", ", \"limit\": \"4h\""))),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", files[i]);
      g_assert_null (ggov_case_type_catalogue_new_from_json (files[i], -1, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA);
    }
}

/* A file of brackets alone would have the parser use up its stack. */
static void
test_too_deep (void)
{
  g_autofree char *brackets = g_strnfill (200000, '[');
  g_autofree char *json = g_strconcat ("{\"types\": ", brackets, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (ggov_case_type_catalogue_new_from_json (json, -1, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "deeper"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/case-type/illegal-construction", test_illegal_construction);
  g_test_add_func ("/model/case-type/figures", test_figures);
  g_test_add_func ("/model/case-type/utilities", test_utilities);
  g_test_add_func ("/model/case-type/default-set", test_default_set);
  g_test_add_func ("/model/case-type/small-file", test_small_file);
  g_test_add_func ("/model/case-type/demands", test_demands);
  g_test_add_func ("/model/case-type/version", test_version);
  g_test_add_func ("/model/case-type/refused", test_refused);
  g_test_add_func ("/model/case-type/too-deep", test_too_deep);

  return g_test_run ();
}
