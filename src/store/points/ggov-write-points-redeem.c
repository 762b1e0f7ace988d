/* ggov-write-points-redeem.c: taking a reward for points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-store-points-private.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

#define SQL_REWARD \
  "SELECT points, coalesce (stock, -1), venue_id, coalesce (valid_to, $2) >= $2, " \
  "coalesce (per_month, 0), coalesce (voucher_days, 0) FROM reward WHERE id = $1"
#define SQL_HAD \
  "SELECT count (*) FROM points_entry e JOIN points_transfer t ON t.id = e.transfer_id " \
  "WHERE e.account_id IN " GGOV_POINTS_OWN ("$1") " AND t.kind = 'redeem' AND t.reward_id = $2 " \
  "AND t.at >= $3 AND t.at < $4 " \
  "AND NOT EXISTS (SELECT 1 FROM points_transfer r WHERE r.reverses_id = t.id)"
#define SQL_BALANCE "SELECT " GGOV_POINTS_BALANCE ("$1")

static gboolean
check_balance (GgovChange  *change,
               gint64       account_id,
               gint64       points,
               GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BALANCE, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, account_id);

  return _ggov_points_ask (stmt, "account", error) &&
         (ggov_stmt_get_int (stmt, 0) >= points ||
          _ggov_points_refuse (error, _("The balance is not enough for this reward.")));
}

/* On its last day a reward is still there to be had. */
static gboolean
check_offered (gboolean   is_offered,
               GError   **error)
{
  return is_offered ||
         _ggov_points_refuse (error, _("This reward is no longer offered. Choose another one."));
}

/* What was given back does not count towards the month. */
static gboolean
check_month (GgovChange  *change,
             gint64       account_id,
             gint64       reward_id,
             gint64       at,
             gint64       per_month,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  int year, month;

  if (per_month == 0)
    return TRUE;
  if (!(stmt = ggov_db_prepare (change->db, SQL_HAD, error)))
    return FALSE;

  ggov_local_day_to_date (ggov_local_time_get_day (at), &year, &month, NULL);
  ggov_stmt_bind_int (stmt, 1, account_id);
  ggov_stmt_bind_int (stmt, 2, reward_id);
  ggov_stmt_bind_int (stmt, 3, ggov_local_time_from_day (ggov_local_day_from_date (year, month, 1),
                                                         0));
  ggov_stmt_bind_int (stmt, 4,
                      ggov_local_time_from_day (ggov_local_day_from_date (year + month / 12,
                                                                          month % 12 + 1, 1), 0));

  return _ggov_points_ask (stmt, "month", error) &&
         (ggov_stmt_get_int (stmt, 0) < per_month ||
          _ggov_points_refuse (error, _("This person has had as many of this reward as there are for "
                                        "one in a month.")));
}

static gboolean
take_from_stock (GgovChange  *change,
                 gint64       reward_id,
                 gint64       stock,
                 GError     **error)
{
  const GgovColumn columns[] = { GGOV_INT ("stock", stock - 1) };

  if (stock < 0)
    return TRUE;

  if (stock == 0)
    return _ggov_points_refuse (error, _("This reward is out of stock."));

  return _ggov_change_update (change, "reward", reward_id, -1, columns, 1, error);
}

static gboolean
hand_out_voucher (GgovChange  *change,
                  gint64       transfer_id,
                  const char  *number,
                  const char  *valid_to,
                  GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("number", number),
    GGOV_ID ("transfer_id", transfer_id),
    GGOV_TEXT ("state", "open"),
    GGOV_TEXT ("valid_to", valid_to),
  };

  return _ggov_change_insert (change, "voucher", columns, G_N_ELEMENTS (columns), error) != 0;
}

gint64
ggov_change_redeem (GgovChange  *change,
                    gint64       person_id,
                    gint64       reward_id,
                    gint64       at,
                    const char  *voucher,
                    GError     **error)
{
  const GgovPointsTransfer transfer = { .kind = "redeem", .at = at, .reward_id = reward_id };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_REWARD, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (at));
  g_autofree char *valid_to = NULL;
  gint64 from, to, id;

  if (stmt == NULL)
    return 0;

  ggov_stmt_bind_int (stmt, 1, reward_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if (!_ggov_points_ask (stmt, "reward", error) ||
      !check_offered (ggov_stmt_get_int (stmt, 3), error) ||
      !(from = _ggov_points_open_account (change, "person", person_id, error)) ||
      !_ggov_points_expire_account (change, from, at, NULL, error) ||
      !check_balance (change, from, ggov_stmt_get_int (stmt, 0), error) ||
      !check_month (change, from, reward_id, at, ggov_stmt_get_int (stmt, 4), error) ||
      !take_from_stock (change, reward_id, ggov_stmt_get_int (stmt, 1), error) ||
      !(to = _ggov_points_open_account (change, "venue", ggov_stmt_get_int (stmt, 2), error)))
    return 0;

  id = _ggov_points_move (change, &transfer, from, to, ggov_stmt_get_int (stmt, 0), error);
  if (ggov_stmt_get_int (stmt, 5) > 0)
    valid_to = ggov_local_day_format (ggov_local_time_get_day (at) + ggov_stmt_get_int (stmt, 5));

  return id != 0 && hand_out_voucher (change, id, voucher, valid_to, error) ? id : 0;
}
