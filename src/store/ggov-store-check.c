/* ggov-store-check.c: does the office still add up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-store-check-private.h"
#include "ggov-store-check.h"

#define SQL_CHANGES "SELECT id, digest FROM change ORDER BY id"
#define SQL_IMAGES \
  "SELECT change_id, table_name, row_id FROM change_row " \
  "WHERE (before IS NOT NULL OR after IS NOT NULL) " \
  "AND digest <> CASE WHEN salt IS NULL " \
  "THEN ggov_digest (change_id, table_name, row_id, op, before, after) " \
  "ELSE ggov_digest (change_id, table_name, row_id, op, before, after, salt) END ORDER BY id"

static void
report (GPtrArray  *findings,
        const char *kind,
        const char *subject,
        const char *message)
{
  g_ptr_array_add (findings, ggov_finding_new (kind, subject, message));
}

static gboolean
check_integrity (GgovDb     *db,
                 GPtrArray  *findings,
                 GError    **error)
{
  g_autoptr(GPtrArray) lines = ggov_db_find_damage (db, error);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    report (findings, "integrity", "", lines->pdata[i]);

  return TRUE;
}

static gboolean
check_chain (GgovDb     *db,
             GPtrArray  *findings,
             GError    **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_CHANGES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 id = ggov_stmt_get_int (stmt, 0);
      g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autofree char *digest = _ggov_chain_dup_digest (db, id, error);

      if (digest == NULL)
        return FALSE;

      if (g_strcmp0 (digest, ggov_stmt_get_text (stmt, 1)) != 0)
        report (findings, "chain", subject,
                _("The chain of changes is broken here: a change before this one, or "
                  "this one itself, was altered afterwards. Restore a backup."));
    }

  return step == GGOV_DB_DONE;
}

static gboolean
check_images (GgovDb     *db,
              GPtrArray  *findings,
              GError    **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_IMAGES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, ggov_stmt_get_int (stmt, 0));

      report (findings, "chain", subject,
              _("The history of a record was altered afterwards. Restore a backup."));
    }

  return step == GGOV_DB_DONE;
}

gboolean
_ggov_check_rows (GgovDb      *db,
                  const char  *kind,
                  const char  *sql,
                  const char  *sentence,
                  GPtrArray   *findings,
                  GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    report (findings, kind, ggov_stmt_get_text (stmt, 0), sentence);

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static void
check_job (GTask  *task,
           GgovDb *db)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  if (check_integrity (db, findings, &error) &&
      check_chain (db, findings, &error) &&
      check_images (db, findings, &error) &&
      _ggov_check_geometry (db, findings, &error) &&
      _ggov_check_plans (db, findings, &error) &&
      _ggov_check_posts (db, findings, &error) &&
      _ggov_check_nets (db, findings, &error) &&
      _ggov_check_training (db, findings, &error) &&
      _ggov_check_organisations (db, findings, &error) &&
      _ggov_check_issues (db, findings, &error) &&
      _ggov_check_case_types (db, findings, &error) &&
      _ggov_check_cases (db, findings, &error) &&
      _ggov_check_residents (db, findings, &error) &&
      _ggov_check_points (db, findings, &error))
    g_task_return_pointer (task, g_steal_pointer (&findings), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_check_async (GgovStore           *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_check_async, check_job, NULL, NULL, cancellable, callback,
                    user_data);
}

GListModel *
ggov_store_check_finish (GgovStore     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  GPtrArray *findings;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  findings = g_task_propagate_pointer (G_TASK (result), error);

  return findings ? _ggov_store_take_list (findings, GGOV_TYPE_FINDING) : NULL;
}
