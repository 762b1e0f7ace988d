/* ggov-case-types.c: reading versions of case types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-types-private.h"
#include "ggov-role.h"

/* The last version that began by the day, whatever has become of it. What is filed afterwards, of a
 * day before there was any, is filed under the first. */
#define SQL_ON_DAY \
  "SELECT t.id, t.name, t.name_zh, t.valid_to FROM case_type w " \
  "JOIN case_type t ON t.code = w.code WHERE w.id = $1 " \
  "ORDER BY t.valid_from > $2, " \
  "CASE WHEN t.valid_from > $2 THEN t.version ELSE -t.version END LIMIT 1"

#define SQL_STAGES \
  "SELECT name, name_zh, limit_text FROM case_type_stage WHERE case_type_id = $1 ORDER BY position"

enum
{
  ID, ROW_VERSION, NUMBER, N_VERSIONS, N_ISSUES, MEASURES, RADIUS, DAYS, CODE, LANE, CLASS_CODE,
  CLASS, CLASS_ZH, NAME, NAME_ZH, FILING, FILING_ZH, CLOSING, CLOSING_ZH, LIMIT, START_RULE, ROLE,
  FIGURE, EVIDENCE, POINTS, VALID_FROM, VALID_TO, ROLE_NAME, ROLE_NAME_ZH, ACTIVITY, ACTIVITY_ZH,
  READING, SERVICE,
};

static const char *
choose_name (GgovStmt *stmt,
             int       column)
{
  return ggov_role_choose_name (ggov_stmt_get_text (stmt, column),
                                ggov_stmt_get_text (stmt, column + 1));
}

static const char *
find_lane_label (const char *code)
{
  GgovLane lane;

  return ggov_lane_from_code (code, &lane, NULL) ? ggov_lane_get_label (lane) : code;
}

/* More than a type can have are left out. */
static GgovCaseTypeVersion *
make_with_stages (GgovDb              *db,
                  GgovCaseTypeRecord  *record,
                  GError             **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_STAGES, error);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GgovDbStep step = GGOV_DB_ROW;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, record->id);
  for (guint i = 0; i < GGOV_CASE_TYPE_MAX_STAGES &&
                    (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW; i++)
    {
      for (int column = 0; column < 3; column++)
        g_ptr_array_add (texts, g_strdup (ggov_stmt_get_text (stmt, column)));
      record->stages[i] = (GgovCaseStageRecord) { texts->pdata[texts->len - 3],
                                                  texts->pdata[texts->len - 2],
                                                  texts->pdata[texts->len - 1] };
    }

  return step == GGOV_DB_ERROR ? NULL : ggov_case_type_version_new (record);
}

GgovCaseTypeVersion *
_ggov_case_type_make (GgovDb    *db,
                      GgovStmt  *stmt,
                      GError   **error)
{
  GgovCaseTypeRecord record = {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .version = ggov_stmt_get_int (stmt, NUMBER),
    .n_versions = ggov_stmt_get_int (stmt, N_VERSIONS),
    .n_issues = ggov_stmt_get_int (stmt, N_ISSUES),
    .measures = ggov_stmt_get_int (stmt, MEASURES),
    .duplicate_radius_m = ggov_stmt_get_int (stmt, RADIUS),
    .duplicate_days = ggov_stmt_get_int (stmt, DAYS),
    .code = ggov_stmt_get_text (stmt, CODE),
    .lane = ggov_stmt_get_text (stmt, LANE),
    .class_code = ggov_stmt_get_text (stmt, CLASS_CODE),
    .class_name = ggov_stmt_get_text (stmt, CLASS),
    .class_name_zh = ggov_stmt_get_text (stmt, CLASS_ZH),
    .name = ggov_stmt_get_text (stmt, NAME),
    .name_zh = ggov_stmt_get_text (stmt, NAME_ZH),
    .filing = ggov_stmt_get_text (stmt, FILING),
    .filing_zh = ggov_stmt_get_text (stmt, FILING_ZH),
    .closing = ggov_stmt_get_text (stmt, CLOSING),
    .closing_zh = ggov_stmt_get_text (stmt, CLOSING_ZH),
    .limit_text = ggov_stmt_get_text (stmt, LIMIT),
    .start_rule = ggov_stmt_get_text (stmt, START_RULE),
    .role = ggov_stmt_get_text (stmt, ROLE),
    .figure = ggov_stmt_get_text (stmt, FIGURE),
    .service = ggov_stmt_get_text (stmt, SERVICE),
    .evidence = ggov_stmt_get_text (stmt, EVIDENCE),
    .points_activity = ggov_stmt_get_text (stmt, POINTS),
    .valid_from = ggov_stmt_get_text (stmt, VALID_FROM),
    .valid_to = ggov_stmt_get_text (stmt, VALID_TO),
    .reading = ggov_stmt_get_text (stmt, READING),
    .label = choose_name (stmt, NAME),
    .class_label = choose_name (stmt, CLASS),
    .lane_label = find_lane_label (ggov_stmt_get_text (stmt, LANE)),
    .role_label = choose_name (stmt, ROLE_NAME),
    .points_label = choose_name (stmt, ACTIVITY),
  };

  return make_with_stages (db, &record, error);
}

gboolean
_ggov_case_type_refuse (GError **error,
                        char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

gboolean
_ggov_case_type_find_in_force (GgovDb      *db,
                               gint64       case_type_id,
                               const char  *day,
                               gint64      *found,
                               GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ON_DAY, error);
  const char *last;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, case_type_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;
  if (step == GGOV_DB_DONE)
    return _ggov_case_type_refuse (error, g_strdup (_("Choose what the issue is about.")));

  last = ggov_stmt_get_text (stmt, 3);
  if (last && g_strcmp0 (last, day) < 0)
    /* Translators: a case type and its last day */
    return _ggov_case_type_refuse (error, g_strdup_printf (
      _("The case type “%1$s” was withdrawn after %2$s. Choose another."),
      ggov_role_choose_name (ggov_stmt_get_text (stmt, 1), ggov_stmt_get_text (stmt, 2)), last));

  *found = ggov_stmt_get_int (stmt, 0);

  return TRUE;
}
