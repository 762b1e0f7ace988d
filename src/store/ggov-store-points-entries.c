/* ggov-store-points-entries.c: the passbook of an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-points-private.h"
#include "ggov-store-points.h"
#include "ggov-store-private.h"

/* The balance is summed over all entries before the latest are taken, and names are looked up for
 * those alone. $1 the day's end, $2 the limit, $3 the account. */
#define SQL_ENTRIES(owner, from, where) \
  "WITH book AS (SELECT e.id, e.transfer_id, e.account_id, e.points, t.at, " \
  "sum (e.points) OVER (ORDER BY t.at, e.id ROWS UNBOUNDED PRECEDING) AS balance " \
  "FROM " from " JOIN points_transfer t ON t.id = e.transfer_id WHERE t.at < $1 AND " where "), " \
  "latest AS (SELECT * FROM book ORDER BY at DESC, id DESC LIMIT $2) " \
  "SELECT t.id, t.at, t.kind, coalesce (r.activity, w.name, ''), " \
  "coalesce (r.activity_zh, w.name, ''), " owner ", " \
  "coalesce (c.kind, ''), coalesce (cp.name, cg.name, co.name, ''), e.points, e.balance, " \
  "EXISTS (SELECT 1 FROM points_transfer x WHERE x.reverses_id = t.id AND x.at < $1), " \
  "coalesce (t.reverses_id, 0), coalesce (v.number, ''), t.note FROM latest e " \
  "JOIN points_transfer t ON t.id = e.transfer_id " \
  "LEFT JOIN points_transfer z ON z.id = t.reverses_id " \
  "LEFT JOIN points_rule r ON r.id = coalesce (t.rule_id, z.rule_id) " \
  "LEFT JOIN reward w ON w.id = coalesce (t.reward_id, z.reward_id) " \
  "LEFT JOIN voucher v ON v.transfer_id = coalesce (z.id, t.id) " \
  "JOIN points_account o ON o.id = e.account_id " \
  "LEFT JOIN person op ON op.id = o.person_id LEFT JOIN grid og ON og.id = o.grid_id " \
  "LEFT JOIN points_entry y ON y.transfer_id = t.id AND y.id <> e.id " \
  "LEFT JOIN points_account c ON c.id = y.account_id " \
  "LEFT JOIN person cp ON cp.id = c.person_id LEFT JOIN grid cg ON cg.id = c.grid_id " \
  "LEFT JOIN venue cv ON cv.id = c.venue_id " \
  "LEFT JOIN organisation co ON co.id = cv.organisation_id " \
  "ORDER BY e.at DESC, e.id DESC"

#define SQL_OF_ONE SQL_ENTRIES ("''", "points_entry e", "e.account_id = $3")
#define SQL_OF_ALL \
  SQL_ENTRIES ("coalesce (op.name, og.name, '')", \
               "points_entry e JOIN points_account h ON h.id = e.account_id", \
               "h.kind IN ('person', 'grid_fund')")

static gpointer
make_entry (GgovStmt *stmt)
{
  const GgovPointsEntryFields fields = {
    .transfer_id = ggov_stmt_get_int (stmt, 0),
    .at = ggov_stmt_get_int (stmt, 1),
    .kind = ggov_stmt_get_text (stmt, 2),
    .activity = ggov_stmt_get_text (stmt, 3),
    .activity_zh = ggov_stmt_get_text (stmt, 4),
    .owner = ggov_stmt_get_text (stmt, 5),
    .counter_kind = ggov_stmt_get_text (stmt, 6),
    .counter = ggov_stmt_get_text (stmt, 7),
    .points = ggov_stmt_get_int (stmt, 8),
    .balance = ggov_stmt_get_int (stmt, 9),
    .reversed = ggov_stmt_get_int (stmt, 10),
    .reverses_id = ggov_stmt_get_int (stmt, 11),
    .voucher = ggov_stmt_get_text (stmt, 12),
    .note = ggov_stmt_get_text (stmt, 13),
  };

  return ggov_points_entry_new (&fields);
}

/* On the store's thread. */
static void
entries_job (GTask  *task,
             GgovDb *db)
{
  const GgovPointsQuery *query = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt =
    ggov_db_prepare (db, query->account_id ? SQL_OF_ONE : SQL_OF_ALL, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, query->day_end);
  ggov_stmt_bind_int (stmt, 2, query->limit);
  if (query->account_id)
    ggov_stmt_bind_int (stmt, 3, query->account_id);
  _ggov_store_return_rows (task, stmt, make_entry);
}

void
ggov_store_list_points_entries_async (GgovStore           *self,
                                      gint64               account_id,
                                      const char          *as_of,
                                      guint                limit,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  GgovPointsQuery *query;

  g_return_if_fail (as_of != NULL);
  g_return_if_fail (limit > 0);

  query = _ggov_points_query_new (as_of);
  query->account_id = account_id;
  query->limit = limit;
  _ggov_store_call (self, ggov_store_list_points_entries_async, entries_job, query,
                    (GDestroyNotify) _ggov_points_query_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_points_entries_finish (GgovStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_POINTS_ENTRY) : NULL;
}
