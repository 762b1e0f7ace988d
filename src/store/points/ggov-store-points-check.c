/* ggov-store-points-check.c: does the points ledger still add up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-check-private.h"
#include "ggov-store-points-check.h"
#include "ggov-store-points-private.h"
#include "ggov-store-private.h"

#define SQL_UNEVEN \
  "SELECT CAST (t.id AS TEXT) FROM points_transfer t " \
  "LEFT JOIN points_entry e ON e.transfer_id = t.id " \
  "GROUP BY t.id HAVING coalesce (sum (e.points), 0) <> 0 OR count (e.id) < 2 ORDER BY t.id"
#define SQL_OVERDRAWN \
  "SELECT CAST (" GGOV_POINTS_OWNER ("a") " AS TEXT) FROM points_account a " \
  "JOIN points_entry e ON e.account_id = a.id WHERE a.kind = 'person' " \
  "GROUP BY " GGOV_POINTS_OWNER ("a") " HAVING sum (e.points) < 0 ORDER BY 1"
#define SQL_MISLAID \
  "SELECT CAST (m.account_id AS TEXT) FROM points_merge m " \
  "JOIN points_account a ON a.id = m.account_id JOIN points_account k ON k.id = m.into_id " \
  "JOIN person n ON n.id = a.person_id " \
  "WHERE n.merged_into_id IS DISTINCT FROM k.person_id " \
  "OR EXISTS (SELECT 1 FROM points_merge x WHERE x.account_id = m.into_id) ORDER BY m.account_id"

/* Each checkpoint from the one before it, so that no entry is read twice. */
#define SQL_MISCOUNTED \
  "SELECT DISTINCT CAST (x.account_id AS TEXT) FROM (SELECT account_id, entry_id, balance, " \
  "lag (entry_id, 1, 0) OVER (PARTITION BY account_id ORDER BY entry_id) AS last_id, " \
  "lag (balance, 1, 0) OVER (PARTITION BY account_id ORDER BY entry_id) AS last_balance " \
  "FROM points_checkpoint) x WHERE x.balance <> x.last_balance + coalesce ((" \
  "SELECT sum (e.points) FROM points_entry e WHERE e.account_id = x.account_id " \
  "AND e.id > x.last_id AND e.id <= x.entry_id), 0)"

/* A voucher is good for as long as what was paid for it was not given back. */
#define SQL_UNPAID \
  "SELECT v.number FROM voucher v JOIN points_transfer r ON r.reverses_id = v.transfer_id " \
  "WHERE v.state <> 'void' UNION ALL SELECT v.number FROM voucher v WHERE v.state = 'void' " \
  "AND NOT EXISTS (SELECT 1 FROM points_transfer r WHERE r.reverses_id = v.transfer_id)"

/* The days' sums of what venues took in. */
#define SQL_MISTAKEN \
  "WITH ledger AS (SELECT e.account_id, (t.at + 28800) / 86400 AS day, " \
  "sum (e.points) AS points, count (*) AS n FROM points_account a " \
  "JOIN points_entry e ON e.account_id = a.id JOIN points_transfer t ON t.id = e.transfer_id " \
  "WHERE a.kind = 'venue' GROUP BY e.account_id, (t.at + 28800) / 86400), " \
  "taken AS (SELECT account_id, day, sum (came - went) AS points, sum (n_came + n_went) AS n " \
  "FROM points_taking GROUP BY account_id, day) " \
  "SELECT CAST (x.account_id AS TEXT) FROM (SELECT l.account_id FROM ledger l LEFT JOIN taken k " \
  "ON k.account_id = l.account_id AND k.day = l.day WHERE k.points IS DISTINCT FROM l.points " \
  "OR k.n IS DISTINCT FROM l.n UNION SELECT k.account_id FROM taken k LEFT JOIN ledger l " \
  "ON k.account_id = l.account_id AND k.day = l.day WHERE l.account_id IS NULL) x ORDER BY 1"

/* What was confirmed, and nothing else, has its entry. */
#define SQL_MISPROPOSED \
  "SELECT CAST (p.id AS TEXT) FROM points_proposal p " \
  "LEFT JOIN points_transfer t ON t.id = p.transfer_id WHERE p.state = 'confirmed' " \
  "AND (t.id IS NULL OR t.kind <> 'earn' OR t.rule_id <> p.rule_id " \
  "OR t.source IS DISTINCT FROM p.source) ORDER BY p.id"

#define SQL_MISSETTLED \
  "SELECT s.month FROM settlement s JOIN points_account a ON a.venue_id = s.venue_id " \
  "WHERE s.closing <> coalesce ((SELECT sum (e.points) FROM points_entry e " \
  "JOIN points_transfer t ON t.id = e.transfer_id WHERE e.account_id = a.id " \
  "AND t.at < s.ends_at), 0) ORDER BY 1"

gboolean
_ggov_check_points (GgovDb     *db,
                    GPtrArray  *findings,
                    GError    **error)
{
  return _ggov_check_rows (db, "ledger", SQL_UNEVEN,
                           _("The two sides of this points entry do not balance."), findings,
                           error) &&
         _ggov_check_rows (db, "ledger", SQL_MISCOUNTED,
                           _("A checkpoint of this points account is not the sum of its entries. "
                             "Restore a backup."), findings, error) &&
         _ggov_check_rows (db, "ledger", SQL_UNPAID,
                           _("This voucher and the points paid for it do not fit."), findings,
                           error) &&
         _ggov_check_rows (db, "ledger", SQL_MISSETTLED,
                           _("A settlement of this month is not what the ledger says."), findings,
                           error) &&
         _ggov_check_rows (db, "ledger", SQL_MISTAKEN,
                           _("What this venue’s account took in is not the sum of its entries. "
                             "Restore a backup."), findings, error) &&
         _ggov_check_rows (db, "ledger", SQL_MISPROPOSED,
                           _("This confirmed award and its entry do not fit."), findings, error) &&
         _ggov_check_rows (db, "ledger", SQL_OVERDRAWN, _("This points account is below zero."),
                           findings, error) &&
         _ggov_check_rows (db, "ledger", SQL_MISLAID,
                           _("This points account belongs to another of somebody else."), findings,
                           error);
}

/* On the store's thread. */
static void
check_job (GTask  *task,
           GgovDb *db)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  if (_ggov_check_points (db, findings, &error))
    g_task_return_pointer (task, g_steal_pointer (&findings), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_check_points_async (GgovStore           *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_check_points_async, check_job, NULL, NULL, cancellable,
                    callback, user_data);
}

GListModel *
ggov_store_check_points_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  GPtrArray *findings;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  findings = g_task_propagate_pointer (G_TASK (result), error);

  return findings ? _ggov_store_take_list (findings, GGOV_TYPE_FINDING) : NULL;
}
