/* ggov-store-changes.c: the log of what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-changes.h"
#include "ggov-store-private.h"

#define SQL_ENTRY \
  "SELECT c.id, c.at, c.account, c.action, c.subject, coalesce (c.undoes_id, 0), " \
  "c.reversible = 1 AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes_id = c.id), "
#define SQL_COUNTED \
  SQL_ENTRY "(SELECT count (*) FROM change_row r WHERE r.change_id = c.id) FROM change c "
#define SQL_LIST SQL_COUNTED "ORDER BY c.id DESC LIMIT $1"
#define SQL_LATEST SQL_ENTRY "0 FROM change c ORDER BY c.id DESC LIMIT $1"

/* What touched a person, the posts they have or had, or a leave from one of these. */
#define SQL_OF_PERSON \
  "WITH own AS (SELECT 'person' AS table_name, $2 AS row_id UNION ALL " \
  "SELECT 'post', id FROM post WHERE person_id = $2 UNION ALL " \
  "SELECT 'post_leave', l.id FROM post_leave l JOIN post p ON p.id = l.post_id " \
  "WHERE p.person_id = $2 UNION ALL " \
  "SELECT 'post_leave', id FROM post_leave WHERE substitute_id = $2) " \
  SQL_COUNTED "WHERE c.id IN (SELECT r.change_id FROM own o JOIN change_row r " \
  "ON r.table_name = o.table_name AND r.row_id = o.row_id) ORDER BY c.id DESC LIMIT $1"

/* Whose changes are wanted, and how many. */
typedef struct
{
  const char *sql;
  gint64      person_id; /* or 0 for all */
  guint       limit;
} ListOrder;

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
  const ListOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, order->sql, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, order->limit);
  if (order->person_id)
    ggov_stmt_bind_int (stmt, 2, order->person_id);
  _ggov_store_return_rows (task, stmt, make_entry);
}

static void
list_changes (GgovStore           *self,
              const ListOrder     *wanted,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_changes_async, list_job,
                    g_memdup2 (wanted, sizeof *wanted), g_free, cancellable, callback, user_data);
}

void
ggov_store_list_changes_async (GgovStore           *self,
                               guint                limit,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  const ListOrder order = { .sql = SQL_LIST, .limit = limit };

  list_changes (self, &order, cancellable, callback, user_data);
}

void
ggov_store_list_latest_changes_async (GgovStore           *self,
                                      guint                limit,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  const ListOrder order = { .sql = SQL_LATEST, .limit = limit };

  list_changes (self, &order, cancellable, callback, user_data);
}

void
ggov_store_list_person_changes_async (GgovStore           *self,
                                      gint64               person_id,
                                      guint                limit,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  const ListOrder order = {
    .sql = person_id ? SQL_OF_PERSON : SQL_LIST,
    .person_id = person_id,
    .limit = limit,
  };

  list_changes (self, &order, cancellable, callback, user_data);
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
