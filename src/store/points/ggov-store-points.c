/* ggov-store-points.c: the sums of the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-store-points-private.h"
#include "ggov-store-points.h"
#include "ggov-store-private.h"

#define SQL_TOTALS \
  "SELECT coalesce (sum (CASE WHEN a.kind = 'issue' THEN -e.points ELSE 0 END), 0), " \
  "coalesce (sum (CASE WHEN a.kind = 'venue' THEN e.points ELSE 0 END), 0), " \
  "coalesce (sum (CASE WHEN a.kind = 'expiry' THEN e.points ELSE 0 END), 0), " \
  "coalesce (sum (CASE WHEN a.kind IN ('person', 'grid_fund') THEN e.points ELSE 0 END), 0), " \
  "coalesce (sum (e.points), 0), count (DISTINCT coalesce (k.person_id, a.person_id)) " \
  "FROM points_entry e JOIN points_account a ON a.id = e.account_id " \
  "LEFT JOIN points_merge m ON m.account_id = a.id LEFT JOIN points_account k ON k.id = m.into_id " \
  "JOIN points_transfer t ON t.id = e.transfer_id WHERE t.at < $1"

GgovPointsQuery *
_ggov_points_query_new (const char *as_of)
{
  GgovPointsQuery *self = g_new0 (GgovPointsQuery, 1);
  int day = 0, year;

  if (!ggov_local_day_parse (as_of, &day, NULL))
    g_critical ("“%s” is not a day", as_of);

  ggov_local_day_to_date (day, &year, NULL, NULL);
  self->as_of = g_strdup (as_of);
  self->year_start = ggov_local_time_from_day (ggov_local_day_from_date (year, 1, 1), 0);
  self->day_end = ggov_local_time_from_day (day + 1, 0);

  return self;
}

void
_ggov_points_query_free (GgovPointsQuery *self)
{
  g_free (self->as_of);
  g_free (self);
}

static void
return_totals (GTask    *task,
               GgovStmt *stmt)
{
  const GgovPointsTotals totals = {
    .earned = ggov_stmt_get_int (stmt, 0),
    .redeemed = ggov_stmt_get_int (stmt, 1),
    .expired = ggov_stmt_get_int (stmt, 2),
    .outstanding = ggov_stmt_get_int (stmt, 3),
    .all_accounts = ggov_stmt_get_int (stmt, 4),
    .people = ggov_stmt_get_int (stmt, 5),
  };

  g_task_return_pointer (task, g_memdup2 (&totals, sizeof totals), g_free);
}

/* On the store's thread. */
static void
totals_job (GTask  *task,
            GgovDb *db)
{
  const GgovPointsQuery *query = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_TOTALS, &error);

  if (stmt)
    ggov_stmt_bind_int (stmt, 1, query->day_end);

  if (stmt && ggov_stmt_step (stmt, &error) == GGOV_DB_ROW)
    return_totals (task, stmt);
  else
    g_task_return_error (task, error);
}

void
ggov_store_get_points_totals_async (GgovStore           *self,
                                    const char          *as_of,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_get_points_totals_async, totals_job,
                    _ggov_points_query_new (as_of), (GDestroyNotify) _ggov_points_query_free,
                    cancellable, callback, user_data);
}

gboolean
ggov_store_get_points_totals_finish (GgovStore         *self,
                                     GAsyncResult      *result,
                                     GgovPointsTotals  *totals,
                                     GError           **error)
{
  g_autofree GgovPointsTotals *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (totals != NULL, FALSE);

  if (!(found = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  *totals = *found;

  return TRUE;
}
