/* ggov-store-rewards.c: what points buy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-private.h"
#include "ggov-store-rewards.h"

#define SQL_REWARDS \
  "SELECT r.id, o.name, r.name, r.points, coalesce (r.stock, -1), v.id, " \
  "coalesce (r.per_month, 0), coalesce (r.voucher_days, 0), coalesce (r.valid_to, '') FROM reward r " \
  "JOIN venue v ON v.id = r.venue_id JOIN organisation o ON o.id = v.organisation_id " \
  "WHERE r.valid_to IS NULL OR r.valid_to >= $1 ORDER BY v.id, r.points, r.id"

static gpointer
make_reward (GgovStmt *stmt)
{
  const GgovRewardFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .venue = ggov_stmt_get_text (stmt, 1),
    .name = ggov_stmt_get_text (stmt, 2),
    .points = ggov_stmt_get_int (stmt, 3),
    .stock = ggov_stmt_get_int (stmt, 4),
    .venue_id = ggov_stmt_get_int (stmt, 5),
    .per_month = ggov_stmt_get_int (stmt, 6),
    .voucher_days = ggov_stmt_get_int (stmt, 7),
    .valid_to = ggov_stmt_get_text (stmt, 8),
  };

  return ggov_reward_new (&fields);
}

/* On the store's thread. */
static void
rewards_job (GTask  *task,
             GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_REWARDS, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
  _ggov_store_return_rows (task, stmt, make_reward);
}

void
ggov_store_list_rewards_async (GgovStore           *self,
                               const char          *as_of,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_rewards_async, rewards_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_rewards_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_REWARD) : NULL;
}
