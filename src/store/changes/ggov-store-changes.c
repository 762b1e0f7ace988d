/* ggov-store-changes.c: the log of what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-changes.h"
#include "ggov-store-private.h"

#define SQL_LIST \
  "SELECT c.id, c.at, c.account, c.action, c.subject, coalesce (c.undoes_id, 0), " \
  "c.reversible = 1 AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes_id = c.id), " \
  "(SELECT count (*) FROM change_row r WHERE r.change_id = c.id) " \
  "FROM change c ORDER BY c.id DESC LIMIT $1"

static gpointer
make_entry (GgovStmt *stmt)
{
  const GgovChangeEntryFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .at = ggov_stmt_get_int (stmt, 1),
    .account = ggov_stmt_get_text (stmt, 2),
    .action = ggov_stmt_get_text (stmt, 3),
    .subject = ggov_stmt_get_text (stmt, 4),
    .undoes_id = ggov_stmt_get_int (stmt, 5),
    .undoable = ggov_stmt_get_int (stmt, 6) != 0,
    .n_rows = ggov_stmt_get_int (stmt, 7),
  };

  return ggov_change_entry_new (&fields);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, GPOINTER_TO_UINT (g_task_get_task_data (task)));
  _ggov_store_return_rows (task, stmt, make_entry);
}

void
ggov_store_list_changes_async (GgovStore           *self,
                               guint                limit,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_changes_async, list_job, GUINT_TO_POINTER (limit), NULL,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_changes_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_CHANGE_ENTRY) : NULL;
}
