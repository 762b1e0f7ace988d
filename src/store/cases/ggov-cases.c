/* ggov-cases.c: what the files about disputes, structures, joint actions and utilities share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-cases-private.h"
#include "ggov-issue-stage.h"
#include "ggov-local-time.h"
#include "ggov-role.h"

#define DAY_S 86400

#define SQL_LATEST "SELECT max (filed_at) FROM issue"
#define SQL_ISSUE \
  "SELECT i.number, t.name, t.name_zh, t.figure, t.service, i.stage, i.filed_at, " \
  "coalesce (i.grid_id, 0), coalesce (i.lon_e7, 0), coalesce (i.lat_e7, 0), i.closed_at " \
  "FROM issue i JOIN case_type t ON t.id = i.case_type_id WHERE i.id = $1"

void
_ggov_case_issue_clear (GgovCaseIssue *issue)
{
  g_clear_pointer (&issue->number, g_free);
  g_clear_pointer (&issue->type, g_free);
  g_clear_pointer (&issue->service, g_free);
}

gboolean
_ggov_case_refuse (GError **error,
                   char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

static void
fill_issue (GgovStmt      *stmt,
            gint64         issue_id,
            GgovCaseIssue *issue)
{
  GgovIssueStage stage = GGOV_ISSUE_COLLECTED;

  ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, 5), &stage, NULL);
  *issue = (GgovCaseIssue) {
    .id = issue_id,
    .number = g_strdup (ggov_stmt_get_text (stmt, 0)),
    .type = g_strdup (ggov_role_choose_name (ggov_stmt_get_text (stmt, 1),
                                             ggov_stmt_get_text (stmt, 2))),
    .service = g_strdup (ggov_stmt_get_text (stmt, 4)),
    .is_open = ggov_issue_stage_is_open (stage),
    .is_void = stage == GGOV_ISSUE_VOID,
    .filed_at = ggov_stmt_get_int (stmt, 6),
    .grid_id = ggov_stmt_get_int (stmt, 7),
    .lon_e7 = ggov_stmt_get_int (stmt, 8),
    .lat_e7 = ggov_stmt_get_int (stmt, 9),
    .closed_at = ggov_stmt_get_int (stmt, 10),
  };
  ggov_figure_from_code (ggov_stmt_get_text (stmt, 3), &issue->figure);
}

gboolean
_ggov_case_find_issue (GgovChange     *change,
                       gint64          issue_id,
                       GgovCaseIssue  *issue,
                       GError        **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_ISSUE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no issue %" G_GINT64_FORMAT, issue_id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  fill_issue (stmt, issue_id, issue);
  ggov_change_set_subject (change, issue->number);
  if (!issue->is_void)
    return TRUE;

  /* Translators: an issue's number */
  return _ggov_case_refuse (error, g_strdup_printf (_("Issue %s has come to nothing. Reopen it "
                                                      "first."), issue->number));
}

gboolean
_ggov_case_find_present (GgovChange  *change,
                         gint64      *present,
                         GError     **error)
{
  gint64 latest;

  if (!ggov_db_query_int (change->db, SQL_LATEST, &latest, error))
    return FALSE;

  *present = MAX (change->at, latest + DAY_S);

  return TRUE;
}

const char *
_ggov_case_text (const char *text)
{
  return text ? text : "";
}

const char *
_ggov_case_day (const char *day)
{
  return day && *day ? day : NULL;
}

gboolean
_ggov_case_check_day (GgovChange  *change,
                      const char  *day,
                      const char  *what,
                      GError     **error)
{
  gint64 present;
  int number;

  if (_ggov_case_day (day) == NULL)
    return TRUE;
  if (!_ggov_case_find_present (change, &present, error))
    return FALSE;

  if (!ggov_local_day_parse (day, &number, NULL))
    /* Translators: what happened on a day, such as “Found”, and what was typed */
    return _ggov_case_refuse (error, g_strdup_printf (
      _("%1$s: “%2$s” is no day. Write it like 2026-04-01."), what, day));

  if (number > ggov_local_time_get_day (present))
    return _ggov_case_refuse (error, g_strdup_printf (
      _("%1$s: %2$s is still to come."), what, day));

  return TRUE;
}

gint64
_ggov_case_save (GgovChange        *change,
                 const char        *table,
                 gint64             id,
                 gint64             row_version,
                 const GgovColumn  *columns,
                 guint              n_columns,
                 GError           **error)
{
  if (id == 0)
    return _ggov_change_insert (change, table, columns, n_columns, error);

  return _ggov_change_update (change, table, id, row_version > 0 ? row_version : -1, columns,
                              n_columns, error) ? id : 0;
}

gboolean
_ggov_case_query_int (GgovDb      *db,
                      const char  *sql,
                      gint64       a,
                      gint64       b,
                      gint64      *value,
                      GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, a);
  if (b >= 0)
    ggov_stmt_bind_int (stmt, 2, b);
  step = ggov_stmt_step (stmt, error);
  *value = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;

  return step != GGOV_DB_ERROR;
}

gboolean
_ggov_case_delete_all (GgovChange  *change,
                       const char  *table,
                       const char  *sql,
                       gint64       id,
                       GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((ids = ggov_stmt_list_ints (stmt, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!_ggov_change_delete (change, table, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

void
_ggov_case_write (GgovStore           *store,
                  const char          *action,
                  GgovChangeFunc       func,
                  gpointer             row,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  ggov_store_change_async (store, action, "", func, g_object_ref (row), g_object_unref, cancellable,
                           callback, user_data);
}

void
_ggov_case_write_id (GgovStore           *store,
                     const char          *action,
                     GgovChangeFunc       func,
                     gint64               id,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  ggov_store_change_async (store, action, "", func, g_memdup2 (&id, sizeof id), g_free, cancellable,
                           callback, user_data);
}
