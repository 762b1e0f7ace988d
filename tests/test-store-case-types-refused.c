/* test-store-case-types-refused.c: what no case type can be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "case-types-office.h"

static void
assert_refused (TypesOffice              *fixture,
                const GgovCaseTypeRecord *record,
                const char               *day,
                const char               *words)
{
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", words);
  g_assert_cmpint (types_save (fixture, record, day, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refused_days (TypesOffice   *fixture,
                   gconstpointer  data)
{
  g_autoptr(GgovCaseTypeVersion) seen = types_get (fixture, "C0101", TYPES_TODAY);
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
  g_assert_cmpint (types_save (fixture, &record, "2026-04-01", &error), !=, 0);
  g_assert_no_error (error);
  record.limit_text = "5d";
  assert_refused (fixture, &record, "2026-05-01", "changed meanwhile");
  last = types_get (fixture, "C0101", "2026-04-01");
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
test_refused (TypesOffice   *fixture,
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
  g_autoptr(GgovCaseTypeVersion) seen = types_get (fixture, "E0101", TYPES_TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      GgovCaseTypeRecord record = *ggov_case_type_version_get_record (seen);

      spoilt[i].spoil (&record);
      assert_refused (fixture, &record, NULL, spoilt[i].words);
    }
}

#define ADD(name, func) \
  g_test_add ("/store/case-types-refused/" name, TypesOffice, NULL, types_set_up, func, \
              types_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("refused-days", test_refused_days);
  ADD ("refused", test_refused);

  return g_test_run ();
}
