/* ggov-store-attachment.c: what a paper or photo of an issue holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-attachment.h"
#include "ggov-store-private.h"

#define SQL_READ \
  "SELECT c.content FROM attachment a JOIN attachment_content c ON c.sha256 = a.sha256 " \
  "WHERE a.id = $1"

/* On the store's thread. */
static void
read_job (GTask  *task,
          GgovDb *db)
{
  gint64 id = *(gint64 *) g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_READ, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, id);
      step = ggov_stmt_step (stmt, &error);
    }

  if (step == GGOV_DB_ROW)
    g_task_return_pointer (task, ggov_stmt_dup_bytes (stmt, 0), (GDestroyNotify) g_bytes_unref);
  else if (step == GGOV_DB_DONE)
    g_task_return_new_error (task, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                             "there is no attachment %" G_GINT64_FORMAT, id);
  else
    g_task_return_error (task, error);
}

void
ggov_store_read_attachment_async (GgovStore           *self,
                                  gint64               attachment_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_read_attachment_async, read_job,
                    g_memdup2 (&attachment_id, sizeof attachment_id), g_free, cancellable, callback,
                    user_data);
}

GBytes *
ggov_store_read_attachment_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
