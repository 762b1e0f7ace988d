/* ggov-write-points-expire.c: letting points expire
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-store-points-private.h"
#include "ggov-write-points-private.h"

#define SQL_TERMS \
  "SELECT mode, span, notice_days FROM points_expiry WHERE valid_from <= $1 " \
  "ORDER BY valid_from DESC LIMIT 1"
#define SQL_ENTRIES \
  "SELECT t.id, coalesce (t.reverses_id, 0), t.at, e.points FROM points_entry e " \
  "JOIN points_transfer t ON t.id = e.transfer_id WHERE e.account_id IN " GGOV_POINTS_OWN ("$1") \
  " ORDER BY e.id"

gboolean
_ggov_points_read_expiry (GgovDb            *db,
                          const char        *day,
                          GgovPointsExpiry  *expiry,
                          GError           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_TERMS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, day);
  *expiry = (GgovPointsExpiry) { GGOV_POINTS_NEVER, 1, 0 };
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *expiry = (GgovPointsExpiry) { ggov_points_expiry_mode_find (ggov_stmt_get_text (stmt, 0)),
                                   ggov_stmt_get_int (stmt, 1), ggov_stmt_get_int (stmt, 2) };

  return step != GGOV_DB_ERROR;
}

static GgovPointsLots *
read_lots (GgovDb  *db,
           gint64   account_id,
           GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ENTRIES, error);
  g_autoptr(GgovPointsLots) lots = ggov_points_lots_new ();
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, account_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    ggov_points_lots_add (lots, ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 1),
                          ggov_local_time_get_day (ggov_stmt_get_int (stmt, 2)),
                          ggov_stmt_get_int (stmt, 3));

  return step == GGOV_DB_DONE ? g_steal_pointer (&lots) : NULL;
}

gboolean
_ggov_points_expire_account (GgovChange  *change,
                             gint64       account_id,
                             gint64       at,
                             gint64      *points,
                             GError     **error)
{
  const GgovPointsTransfer transfer = { .kind = "expire", .at = at };
  const int day = ggov_local_time_get_day (at);
  g_autofree char *day_text = ggov_local_day_format (day);
  g_autoptr(GgovPointsLots) lots = NULL;
  GgovPointsExpiry expiry;
  gint64 due, to;

  if (points)
    *points = 0;
  if (!_ggov_points_read_expiry (change->db, day_text, &expiry, error))
    return FALSE;
  if (expiry.mode == GGOV_POINTS_NEVER)
    return TRUE;

  if (!(lots = read_lots (change->db, account_id, error)))
    return FALSE;
  if ((due = ggov_points_lots_get_due (lots, &expiry, day)) == 0)
    return TRUE;

  if (!(to = _ggov_points_open_account (change, "expiry", 0, error)) ||
      !_ggov_points_move (change, &transfer, account_id, to, due, error))
    return FALSE;
  if (points)
    *points = due;

  return TRUE;
}
