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
  "SELECT points, coalesce (stock, -1), venue_id, coalesce (valid_to, $2) >= $2 " \
  "FROM reward WHERE id = $1"
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
                  GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("number", number),
    GGOV_ID ("transfer_id", transfer_id),
    GGOV_TEXT ("state", "open"),
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
  gint64 from, to, id;

  if (stmt == NULL)
    return 0;

  ggov_stmt_bind_int (stmt, 1, reward_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if (!_ggov_points_ask (stmt, "reward", error) ||
      !check_offered (ggov_stmt_get_int (stmt, 3), error) ||
      !(from = _ggov_points_open_account (change, "person", person_id, error)) ||
      !check_balance (change, from, ggov_stmt_get_int (stmt, 0), error) ||
      !take_from_stock (change, reward_id, ggov_stmt_get_int (stmt, 1), error) ||
      !(to = _ggov_points_open_account (change, "venue", ggov_stmt_get_int (stmt, 2), error)))
    return 0;

  id = _ggov_points_move (change, &transfer, from, to, ggov_stmt_get_int (stmt, 0), error);

  return id != 0 && hand_out_voucher (change, id, voucher, error) ? id : 0;
}
