/* ggov-store-office.c: which office it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-office.h"
#include "ggov-store-private.h"

#define SQL_NAME "SELECT name FROM sub_district ORDER BY code LIMIT 1"

/* On the store's thread. */
static void
name_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_NAME, &error);
  GgovDbStep step = stmt ? ggov_stmt_step (stmt, &error) : GGOV_DB_ERROR;

  if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           g_strdup (step == GGOV_DB_ROW ? ggov_stmt_get_text (stmt, 0) : ""),
                           g_free);
}

void
ggov_store_get_office_name_async (GgovStore           *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_get_office_name_async, name_job, NULL, NULL, cancellable,
                    callback, user_data);
}

char *
ggov_store_get_office_name_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
