/* ggov-case-type-rules.c: what has to hold of a case type before it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-types-private.h"
#include "ggov-typed-text.h"
#include "ggov-write-case-types.h"

#define SQL_ROLE "SELECT count (*) FROM role WHERE code = $1"

#define MOST_CODE_BYTES 16
#define MOST_METRES     10000
#define MOST_DAYS       3650

static gboolean
refuse (const char **field,
        const char  *name,
        char        *sentence,
        GError     **error)
{
  if (field)
    *field = name;

  return _ggov_case_type_refuse (error, sentence);
}

/* Letters, digits, "-" and "_": it stands for the type in files. */
static gboolean
check_code (const GgovCaseTypeRecord  *record,
            const char               **field,
            GError                   **error)
{
  const char *code = record->code ? record->code : "";
  gsize n = 0;

  while (g_ascii_isalnum (code[n]) || code[n] == '-' || code[n] == '_')
    n++;

  if (n > 0 && n <= MOST_CODE_BYTES && code[n] == '\0')
    return TRUE;

  return refuse (field, "code", g_strdup (_("The code has letters and digits alone, sixteen at the "
                                            "most, such as E0101.")), error);
}

static gboolean
check_texts (const GgovCaseTypeRecord  *record,
             const char               **field,
             GError                   **error)
{
  GgovLane lane;

  if (ggov_typed_is_blank (record->name) || ggov_typed_is_blank (record->name_zh))
    return refuse (field, "name_zh", g_strdup (_("Give the case type a name.")), error);

  if (ggov_typed_is_blank (record->class_name) || ggov_typed_is_blank (record->class_name_zh))
    return refuse (field, "class_zh", g_strdup (_("Say which class the case type belongs to.")),
                   error);

  if (record->lane == NULL || !ggov_lane_from_code (record->lane, &lane, NULL))
    return refuse (field, "lane", g_strdup (_("Choose one of the three lanes for the case type.")),
                   error);

  if (ggov_typed_is_blank (record->filing) || ggov_typed_is_blank (record->filing_zh))
    return refuse (field, "filing_zh", g_strdup (_("Say when such an issue is filed.")), error);

  if (ggov_typed_is_blank (record->closing) || ggov_typed_is_blank (record->closing_zh))
    return refuse (field, "closing_zh", g_strdup (_("Say when such an issue can be closed.")), error);

  return TRUE;
}

/* @name: of the field; @what: what the limit is of, or NULL for the whole */
static gboolean
check_limit (const char   *text,
             const char   *name,
             const char   *what,
             GgovLimit    *limit,
             const char  **field,
             GError      **error)
{
  if (text && ggov_limit_parse (text, limit, NULL))
    return TRUE;

  if (what)
    return refuse (field, name, g_strdup_printf (
      /* Translators: a stage of a case type */
      _("The limit of “%s” is at least one hour or day, such as 4h, 7d or 3cd."), what), error);

  return refuse (field, name, g_strdup (_("The limit is at least one hour or day, such as 4h, 7d or "
                                          "3cd.")), error);
}

static gboolean
check_stages (const GgovCaseTypeRecord  *record,
              const GgovLimit           *whole,
              const char               **field,
              GError                   **error)
{
  static const char *const limits[] = { "stage1_limit", "stage2_limit", "stage3_limit",
                                        "stage4_limit" };
  static const char *const names[] = { "stage1_name_zh", "stage2_name_zh", "stage3_name_zh",
                                       "stage4_name_zh" };
  GgovLimit before = { 0 }, limit;
  gboolean ended = FALSE;

  for (guint i = 0; i < GGOV_CASE_TYPE_MAX_STAGES; i++)
    {
      const GgovCaseStageRecord *stage = &record->stages[i];

      if (ggov_typed_is_blank (stage->name_zh) && ggov_typed_is_blank (stage->limit_text))
        {
          ended = TRUE;
          continue;
        }

      if (ended || ggov_typed_is_blank (stage->name) || ggov_typed_is_blank (stage->name_zh))
        return refuse (field, names[i], g_strdup (_("Each stage has a name and a limit, one after the "
                                                    "other without a gap.")), error);

      if (!check_limit (stage->limit_text, limits[i], stage->name_zh, &limit, field, error))
        return FALSE;

      if (i > 0 && ggov_limit_compare (&before, &limit) >= 0)
        return refuse (field, limits[i], g_strdup_printf (
          /* Translators: a stage of a case type */
          _("The limit of “%s” is not longer than that of the stage before it."), stage->name_zh),
          error);

      if (ggov_limit_compare (&limit, whole) > 0)
        return refuse (field, limits[i], g_strdup_printf (
          /* Translators: a stage of a case type, and the limit of the whole: 20d */
          _("The limit of “%1$s” is longer than that of the whole, %2$s."), stage->name_zh,
          record->limit_text), error);

      before = limit;
    }

  return TRUE;
}

static gboolean
check_demands (const GgovCaseTypeRecord  *record,
               const char               **field,
               GError                   **error)
{
  GgovEvidencePlan plan;
  GgovStartRule rule;
  GgovFigure figure;
  GgovUtility service;

  if (!ggov_start_rule_from_code (record->start_rule, &rule, NULL))
    return refuse (field, "start", g_strdup_printf (
      _("“%s” is no rule for the beginning of a limit. Say at-once, next-day or nothing."),
      record->start_rule), error);

  if (!ggov_figure_from_code (record->figure, &figure))
    return refuse (field, "figure", g_strdup_printf (
      _("“%s” is no figure of the office’s account."), record->figure), error);

  if (record->service && *record->service && !ggov_utility_from_code (record->service, &service))
    return refuse (field, "service", g_strdup_printf (
      _("“%s” is no service to homes. Say water, power, heating, gas, property or nothing."),
      record->service), error);

  if (record->measures < 0 || record->measures > (GGOV_MEASURE_COUNT | GGOV_MEASURE_AREA))
    return refuse (field, "measures", g_strdup (_("Places are counted, square metres are measured; "
                                                  "there are no other measures.")), error);

  if (!ggov_evidence_plan_parse (record->evidence ? record->evidence : "", &plan, NULL))
    return refuse (field, "evidence", g_strdup_printf (
      _("“%s” does not say which link asks for what. Say file:photo report-back:photo,text."),
      record->evidence), error);

  return TRUE;
}

static gboolean
check_duplicates (const GgovCaseTypeRecord  *record,
                  const char               **field,
                  GError                   **error)
{
  if (record->duplicate_radius_m < 0 || record->duplicate_radius_m > MOST_METRES)
    return refuse (field, "duplicate_metres", g_strdup_printf (
      _("Duplicates are looked for within %d metres at the most; 0 looks for none."), MOST_METRES),
      error);

  if (record->duplicate_days < 0 || record->duplicate_days > MOST_DAYS)
    return refuse (field, "duplicate_days", g_strdup_printf (
      _("Duplicates are looked for within %d days at the most."), MOST_DAYS), error);

  if ((record->duplicate_radius_m > 0) != (record->duplicate_days > 0))
    return refuse (field, "duplicate_days", g_strdup (
      _("Duplicates are looked for within metres and days: give both, or neither.")), error);

  return TRUE;
}

static gboolean
check_role (GgovDb                    *db,
            const GgovCaseTypeRecord  *record,
            const char               **field,
            GError                   **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROLE, error);
  const char *role = record->role ? record->role : "";

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, role);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;
  if (ggov_stmt_get_int (stmt, 0) > 0)
    return TRUE;

  if (ggov_typed_is_blank (role))
    return refuse (field, "role", g_strdup (_("Choose the role that answers for such an issue.")),
                   error);

  /* Translators: a code that somebody typed */
  return refuse (field, "role", g_strdup_printf (_("There is no role “%s”."), role), error);
}

gboolean
ggov_change_check_case_type (GgovChange                *change,
                             const GgovCaseTypeRecord  *record,
                             const char               **field,
                             GError                   **error)
{
  GgovLimit limit = { 0 };

  if (field)
    *field = NULL;

  return check_code (record, field, error) &&
         check_texts (record, field, error) &&
         check_limit (record->limit_text, "limit", NULL, &limit, field, error) &&
         check_stages (record, &limit, field, error) &&
         check_demands (record, field, error) &&
         check_duplicates (record, field, error) &&
         check_role (change->db, record, field, error);
}
