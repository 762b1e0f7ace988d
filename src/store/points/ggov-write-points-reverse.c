/* ggov-write-points-reverse.c: taking a transfer of points back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-store-points-private.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

#define SQL_LEGS \
  "SELECT account_id, points FROM points_entry WHERE transfer_id = $1 ORDER BY id"
#define SQL_OVERDRAWN \
  "SELECT 1 FROM points_entry e JOIN points_account a ON a.id = e.account_id " \
  "WHERE a.kind = 'person' AND e.transfer_id = $1 AND e.points > " \
  GGOV_POINTS_BALANCE (GGOV_POINTS_OWNER ("a"))
#define SQL_REVERSED \
  "SELECT kind, EXISTS (SELECT 1 FROM points_transfer r WHERE r.reverses_id = t.id) " \
  "FROM points_transfer t WHERE id = $1"
#define SQL_HANDED_OUT \
  "SELECT v.id, v.state, r.id, coalesce (r.stock, -1) FROM points_transfer t " \
  "JOIN reward r ON r.id = t.reward_id JOIN voucher v ON v.transfer_id = t.id WHERE t.id = $1"

static gboolean
check_reversible (GgovChange  *change,
                  gint64       transfer_id,
                  GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_REVERSED, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, transfer_id);
  if (!_ggov_points_ask (stmt, "transfer", error))
    return FALSE;

  if (g_strcmp0 (ggov_stmt_get_text (stmt, 0), "reverse") == 0)
    return _ggov_points_refuse (error,
                                _("A reversal cannot be reversed. Give the points again instead."));

  return !ggov_stmt_get_int (stmt, 1) ||
         _ggov_points_refuse (error, _("This entry was reversed already."));
}

/* What was spent cannot be taken back before what it was spent on is. */
static gboolean
check_not_spent (GgovChange  *change,
                 gint64       transfer_id,
                 GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_OVERDRAWN, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, transfer_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  return step == GGOV_DB_DONE ||
         _ggov_points_refuse (error,
                              _("These points were spent already. Reverse the redemption first."));
}

/* A redemption that is taken back voids its voucher and returns the goods to the shelf. */
static gboolean
take_goods_back (GgovChange  *change,
                 gint64       transfer_id,
                 GError     **error)
{
  const GgovColumn voucher[] = { GGOV_TEXT ("state", "void") };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_HANDED_OUT, error);
  GgovDbStep step;
  gint64 stock;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, transfer_id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  if (g_strcmp0 (ggov_stmt_get_text (stmt, 1), "used") == 0)
    return _ggov_points_refuse (error,
                                _("This voucher was used at the venue. It cannot be taken back."));

  if (!_ggov_change_update (change, "voucher", ggov_stmt_get_int (stmt, 0), -1, voucher, 1, error))
    return FALSE;

  if ((stock = ggov_stmt_get_int (stmt, 3)) >= 0)
    {
      const GgovColumn shelf[] = { GGOV_INT ("stock", stock + 1) };

      return _ggov_change_update (change, "reward", ggov_stmt_get_int (stmt, 2), -1, shelf, 1,
                                  error);
    }

  return TRUE;
}

gint64
ggov_change_reverse_transfer (GgovChange  *change,
                              gint64       transfer_id,
                              gint64       at,
                              const char  *reason,
                              GError     **error)
{
  const GgovPointsTransfer transfer = {
    .kind = "reverse",
    .at = at,
    .reverses_id = transfer_id,
    .note = reason,
  };
  g_autoptr(GgovStmt) legs = NULL;
  GgovDbStep step;
  gint64 id;

  if (reason == NULL || *reason == '\0')
    {
      _ggov_points_refuse (error, _("Say why it is taken back: the ledger keeps the reason."));
      return 0;
    }

  if (!check_reversible (change, transfer_id, error) ||
      !check_not_spent (change, transfer_id, error) ||
      !take_goods_back (change, transfer_id, error) ||
      !(legs = ggov_db_prepare (change->db, SQL_LEGS, error)) ||
      !(id = _ggov_points_insert_transfer (change, &transfer, error)))
    return 0;

  ggov_stmt_bind_int (legs, 1, transfer_id);
  while ((step = ggov_stmt_step (legs, error)) == GGOV_DB_ROW)
    if (!_ggov_points_insert_leg (change, id, ggov_stmt_get_int (legs, 0),
                                  -ggov_stmt_get_int (legs, 1), error))
      return 0;

  return step == GGOV_DB_DONE ? id : 0;
}
