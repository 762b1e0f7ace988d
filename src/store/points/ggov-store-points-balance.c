/* ggov-store-points-balance.c: what one account holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-store-points-balance.h"
#include "ggov-store-points-private.h"
#include "ggov-store-private.h"

#define SQL_BALANCE "SELECT " GGOV_POINTS_BALANCE_AT ("$1", "$2")

typedef struct
{
  gint64 account_id;
  gint64 end; /* seconds since 1970-01-01T00:00:00Z */
} Question;

/* On the store's thread. */
static void
balance_job (GTask  *task,
             GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_BALANCE, &error);
  gint64 *points;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, question->account_id);
      ggov_stmt_bind_int (stmt, 2, question->end);
    }
  if (stmt == NULL || ggov_stmt_step (stmt, &error) != GGOV_DB_ROW)
    {
      g_task_return_error (task, error);
      return;
    }

  points = g_new (gint64, 1);
  *points = ggov_stmt_get_int (stmt, 0);
  g_task_return_pointer (task, points, g_free);
}

void
ggov_store_get_points_balance_async (GgovStore           *self,
                                     gint64               account_id,
                                     const char          *as_of,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Question *question = g_new0 (Question, 1);
  int day = 0;

  if (!ggov_local_day_parse (as_of, &day, NULL))
    g_critical ("“%s” is not a day", as_of);

  question->account_id = account_id;
  question->end = ggov_local_time_from_day (day + 1, 0);
  _ggov_store_call (self, ggov_store_get_points_balance_async, balance_job, question, g_free,
                    cancellable, callback, user_data);
}

gboolean
ggov_store_get_points_balance_finish (GgovStore     *self,
                                      GAsyncResult  *result,
                                      gint64        *points,
                                      GError       **error)
{
  g_autofree gint64 *answer = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (points != NULL, FALSE);

  if (!(answer = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  *points = *answer;

  return TRUE;
}
