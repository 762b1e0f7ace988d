/* ggov-store-points-legs.c: the whole points ledger, one leg after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-points-legs.h"
#include "ggov-store-points-private.h"
#include "ggov-store-private.h"

#define SQL_LEGS \
  "SELECT t.id, t.at, t.kind, coalesce (r.code, w.name, ''), a.kind, " GGOV_POINTS_OWNER ("a") ", " \
  "e.points FROM points_transfer t JOIN points_entry e ON e.transfer_id = t.id " \
  "JOIN points_account a ON a.id = e.account_id " \
  "LEFT JOIN points_transfer z ON z.id = t.reverses_id " \
  "LEFT JOIN points_rule r ON r.id = coalesce (t.rule_id, z.rule_id) " \
  "LEFT JOIN reward w ON w.id = coalesce (t.reward_id, z.reward_id) ORDER BY t.id, e.id"

typedef struct
{
  GgovPointsLegFunc func;
  gpointer          data;
} Walk;

/* On the store's thread. */
static void
legs_job (GTask  *task,
          GgovDb *db)
{
  const Walk *walk = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LEGS, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    {
      const GgovPointsLeg leg = {
        .transfer_id = ggov_stmt_get_int (stmt, 0),
        .at = ggov_stmt_get_int (stmt, 1),
        .kind = ggov_stmt_get_text (stmt, 2),
        .subject = ggov_stmt_get_text (stmt, 3),
        .account_kind = ggov_stmt_get_text (stmt, 4),
        .account_id = ggov_stmt_get_int (stmt, 5),
        .points = ggov_stmt_get_int (stmt, 6),
      };

      if (g_task_return_error_if_cancelled (task))
        return;

      walk->func (&leg, walk->data);
    }

  if (step == GGOV_DB_DONE)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ggov_store_each_points_leg_async (GgovStore           *self,
                                  GgovPointsLegFunc    func,
                                  gpointer             data,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Walk *walk;

  g_return_if_fail (func != NULL);

  walk = g_new0 (Walk, 1);
  walk->func = func;
  walk->data = data;
  _ggov_store_call (self, ggov_store_each_points_leg_async, legs_job, walk, g_free, cancellable, callback,
                    user_data);
}

gboolean
ggov_store_each_points_leg_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
