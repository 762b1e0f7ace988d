/* ggov-store-person-points.c: what a person has in the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-store-person-points.h"
#include "ggov-store-points-private.h"
#include "ggov-store-private.h"

#define SQL_POINTS \
  "SELECT a.id, " GGOV_POINTS_BALANCE_AT ("a.id", "$2") " FROM points_account a WHERE a.person_id = $1"

typedef struct
{
  gint64 person_id;
  gint64 end; /* seconds since 1970-01-01T00:00:00Z */
} PointsOrder;

/* On the store's thread. */
static void
get_job (GTask  *task,
         GgovDb *db)
{
  const PointsOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_POINTS, &error);
  GgovPersonPoints points = { 0, 0 };
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, order->person_id);
      ggov_stmt_bind_int (stmt, 2, order->end);
      step = ggov_stmt_step (stmt, &error);
    }

  if (step == GGOV_DB_ERROR)
    {
      g_task_return_error (task, error);
      return;
    }

  if (step == GGOV_DB_ROW)
    points = (GgovPersonPoints) { ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 1) };

  g_task_return_pointer (task, g_memdup2 (&points, sizeof points), g_free);
}

void
ggov_store_get_person_points_async (GgovStore           *self,
                                    gint64               person_id,
                                    const char          *as_of,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  PointsOrder *order = g_new0 (PointsOrder, 1);
  int day = 0;

  if (!ggov_local_day_parse (as_of, &day, NULL))
    g_critical ("“%s” is not a day", as_of);

  order->person_id = person_id;
  order->end = ggov_local_time_from_day (day + 1, 0);
  _ggov_store_call (self, ggov_store_get_person_points_async, get_job, order, g_free, cancellable,
                    callback, user_data);
}

gboolean
ggov_store_get_person_points_finish (GgovStore         *self,
                                     GAsyncResult      *result,
                                     GgovPersonPoints  *points,
                                     GError           **error)
{
  g_autofree GgovPersonPoints *answer = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (answer)
    *points = *answer;

  return answer != NULL;
}
