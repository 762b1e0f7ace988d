/* ggov-change.c: one thing a user did: all its writes together, kept in the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-private.h"
#include "ggov-issue-parts-private.h"

#define SQL_BEGIN \
  "INSERT INTO change (at, account, action, subject, undoes_id) VALUES ($1, $2, $3, $4, $5) " \
  "RETURNING id"
#define SQL_END   "UPDATE change SET subject = $2, reversible = $3 WHERE id = $1"
#define SQL_SEAL  "UPDATE change SET digest = $2 WHERE id = $1"
#define SQL_TABLES "SELECT DISTINCT table_name FROM change_row WHERE change_id = $1"

typedef struct
{
  char           *action;
  char           *subject;
  GgovChangeFunc  func;
  gpointer        data;
  GDestroyNotify  free_data;
} Order;

static void
order_free (Order *order)
{
  g_free (order->action);
  g_free (order->subject);
  if (order->free_data)
    order->free_data (order->data);
  g_free (order);
}

static gboolean
insert_change (GgovChange  *change,
               GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BEGIN, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change->at);
  ggov_stmt_bind_text (stmt, 2, change->account);
  ggov_stmt_bind_text (stmt, 3, change->action);
  ggov_stmt_bind_text (stmt, 4, change->subject);
  ggov_stmt_bind_id (stmt, 5, change->undoes_id);

  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  change->id = ggov_stmt_get_int (stmt, 0);

  return ggov_stmt_run (stmt, error);
}

gboolean
_ggov_change_begin (GgovChange  *change,
                    GError     **error)
{
  if (!ggov_db_begin (change->db, error))
    return FALSE;

  if (insert_change (change, error))
    {
      ggov_db_set_change (change->db, change->id);
      return TRUE;
    }

  ggov_db_rollback (change->db);
  return FALSE;
}

static gboolean
seal (GgovChange  *change,
      GError     **error)
{
  g_autoptr(GgovStmt) end = ggov_db_prepare (change->db, SQL_END, error);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SEAL, error);
  g_autofree char *digest = NULL;

  if (end == NULL || stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (end, 1, change->id);
  ggov_stmt_bind_text (end, 2, change->subject);
  ggov_stmt_bind_int (end, 3, !change->irreversible);
  if (!ggov_stmt_run (end, error))
    return FALSE;

  if (!(digest = _ggov_chain_dup_digest (change->db, change->id, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change->id);
  ggov_stmt_bind_text (stmt, 2, digest);

  return ggov_stmt_run (stmt, error);
}

static GPtrArray *
list_tables (GgovChange  *change,
             GError     **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_TABLES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, change->id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (tables, g_strdup (ggov_stmt_get_text (stmt, 0)));

  return step == GGOV_DB_DONE ? g_steal_pointer (&tables) : NULL;
}

static gboolean
has_table (GPtrArray  *tables,
           const char *name)
{
  return g_ptr_array_find_with_equal_func (tables, name, g_str_equal, NULL);
}

void
_ggov_change_abandon (GgovChange *change)
{
  ggov_db_set_change (change->db, 0);
  ggov_db_rollback (change->db);
  g_clear_pointer (&change->words, g_ptr_array_unref);
  change->id = 0;
}

gboolean
_ggov_change_end (GgovChange  *change,
                  GgovStore   *store,
                  GError     **error)
{
  g_autoptr(GPtrArray) tables = list_tables (change, error);

  if (tables == NULL)
    {
      _ggov_change_abandon (change);
      return FALSE;
    }

  /* What changes nothing leaves no trace. */
  if (tables->len == 0 || change->rehearsal)
    {
      _ggov_change_abandon (change);
      return TRUE;
    }

  ggov_db_set_change (change->db, 0);
  if ((has_table (tables, "issue") && !_ggov_issue_check_written (change->db, change->id, error)) ||
      !seal (change, error) || !_ggov_change_write_words (change, error) ||
      !ggov_change_check_cancelled (change, error) || !ggov_db_commit (change->db, error))
    {
      _ggov_change_abandon (change);
      return FALSE;
    }

  g_clear_pointer (&change->words, g_ptr_array_unref);

  _ggov_store_announce (store, change->id, tables);

  return TRUE;
}

/* What is on the disk is done, even if it was given up in the same moment. */
static void
return_id (GTask  *task,
           gint64  id)
{
  g_task_set_check_cancellable (task, FALSE);
  g_task_return_pointer (task, g_memdup2 (&id, sizeof id), g_free);
}

/* On the store's thread. */
static void
change_job (GTask  *task,
            GgovDb *db)
{
  GgovStore *store = g_task_get_source_object (task);
  Order *order = g_task_get_task_data (task);
  GgovChange change = {
    .db = db,
    .cancellable = g_task_get_cancellable (task),
    .at = g_get_real_time () / G_USEC_PER_SEC,
    .account = ggov_store_get_account (store),
    .action = order->action,
    .subject = g_strdup (order->subject),
  };
  GError *error = NULL;

  if (!_ggov_change_begin (&change, &error))
    g_task_return_error (task, error);
  else if (!order->func (&change, order->data, &error))
    {
      _ggov_change_abandon (&change);
      g_task_return_error (task, error);
    }
  else if (!_ggov_change_end (&change, store, &error))
    g_task_return_error (task, error);
  else
    return_id (task, change.id);

  g_free (change.subject);
}

void
ggov_store_change_async (GgovStore           *self,
                         const char          *action,
                         const char          *subject,
                         GgovChangeFunc       func,
                         gpointer             data,
                         GDestroyNotify       free_data,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->action = g_strdup (action);
  order->subject = g_strdup (subject ? subject : "");
  order->func = func;
  order->data = data;
  order->free_data = free_data;

  _ggov_store_call (self, ggov_store_change_async, change_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

gboolean
ggov_store_change_finish (GgovStore     *self,
                          GAsyncResult  *result,
                          gint64        *change_id,
                          GError       **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!(id = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  if (change_id)
    *change_id = *id;

  return TRUE;
}

gint64
ggov_change_get_at (GgovChange *change)
{
  return change->at;
}

void
ggov_change_set_subject (GgovChange *change,
                         const char *subject)
{
  g_free (change->subject);
  change->subject = g_strdup (subject);
}

void
ggov_change_set_irreversible (GgovChange *change)
{
  change->irreversible = TRUE;
}

void
ggov_change_set_rehearsal (GgovChange *change)
{
  change->rehearsal = TRUE;
}

gboolean
ggov_change_try (GgovChange      *change,
                 GgovChangeFunc   func,
                 gpointer         data,
                 GError         **error)
{
  const guint n_words = change->words ? change->words->len : 0;

  if (!ggov_db_run_script (change->db, "SAVEPOINT part", error))
    return FALSE;

  if (func (change, data, error))
    return ggov_db_run_script (change->db, "RELEASE SAVEPOINT part", error);

  ggov_db_run_script (change->db, "ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part", NULL);
  if (change->words)
    g_ptr_array_set_size (change->words, (int) n_words);

  return FALSE;
}

gboolean
ggov_change_check_cancelled (GgovChange  *change,
                             GError     **error)
{
  return !g_cancellable_set_error_if_cancelled (change->cancellable, error);
}
