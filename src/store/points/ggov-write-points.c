/* ggov-write-points.c: writing transfers of the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-store-points-private.h"
#include "ggov-write-points-private.h"

#define SQL_PERSON_ACCOUNT "SELECT id FROM points_account WHERE person_id = $1"
#define SQL_VENUE_ACCOUNT  "SELECT id FROM points_account WHERE venue_id = $1"
#define SQL_ISSUE_ACCOUNT  "SELECT id FROM points_account WHERE kind = 'issue' LIMIT 1"
#define SQL_EXPIRY_ACCOUNT "SELECT id FROM points_account WHERE kind = 'expiry' LIMIT 1"

#define SQL_BEFORE "SELECT at FROM change WHERE id < $1 ORDER BY id DESC LIMIT 1"

/* Clocks of several desks differ by so much, and one is set right by so much now and then: seconds. */
#define CLOCK_TOLERANCE 600

#define SQL_SETTLED \
  "SELECT 1 FROM points_account a JOIN settlement s ON s.venue_id = a.venue_id " \
  "JOIN points_transfer t ON t.id = $2 WHERE a.id = $1 AND t.at < s.ends_at LIMIT 1"

#define SQL_OVERDRAWN \
  "SELECT 1 FROM points_account a JOIN points_entry e ON e.account_id = a.id " \
  "WHERE a.kind = 'person' GROUP BY " GGOV_POINTS_OWNER ("a") " HAVING sum (e.points) < 0 LIMIT 1"

gboolean
_ggov_points_refuse (GError     **error,
                     const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  return FALSE;
}

gboolean
_ggov_points_ask (GgovStmt    *stmt,
                  const char  *what,
                  GError     **error)
{
  GgovDbStep step = ggov_stmt_step (stmt, error);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "there is no such %s", what);

  return step == GGOV_DB_ROW;
}

/* Accounts are opened by the first transfer that needs them. */
gint64
_ggov_points_open_account (GgovChange  *change,
                           const char  *kind,
                           gint64       owner_id,
                           GError     **error)
{
  gboolean venue = g_str_equal (kind, "venue");
  const char *sql = g_str_equal (kind, "issue") ? SQL_ISSUE_ACCOUNT
                    : g_str_equal (kind, "expiry") ? SQL_EXPIRY_ACCOUNT
                    : venue ? SQL_VENUE_ACCOUNT : SQL_PERSON_ACCOUNT;
  const GgovColumn columns[] = {
    GGOV_TEXT ("kind", kind),
    GGOV_ID (venue ? "venue_id" : "person_id", owner_id),
  };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return 0;

  if (owner_id != 0)
    ggov_stmt_bind_int (stmt, 1, owner_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return 0;

  if (step == GGOV_DB_ROW)
    return ggov_stmt_get_int (stmt, 0);

  return _ggov_change_insert (change, "points_account", columns, G_N_ELEMENTS (columns), error);
}

/* A ledger whose newest entries are older than those before them can be proved to nobody. */
static gboolean
check_clock (GgovChange  *change,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BEFORE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change->id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  return step == GGOV_DB_DONE || change->at >= ggov_stmt_get_int (stmt, 0) - CLOCK_TOLERANCE ||
         _ggov_points_refuse (error, _("The clock of this computer is behind the office’s last "
                                       "change. Set it right, then try again."));
}

gint64
_ggov_points_insert_transfer (GgovChange                *change,
                              const GgovPointsTransfer  *transfer,
                              GError                   **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("kind", transfer->kind),
    GGOV_INT ("at", transfer->at),
    GGOV_ID ("rule_id", transfer->rule_id),
    GGOV_ID ("reward_id", transfer->reward_id),
    GGOV_ID ("reverses_id", transfer->reverses_id),
    GGOV_TEXT ("source", transfer->source),
    GGOV_TEXT ("note", transfer->note ? transfer->note : ""),
  };

  if (!check_clock (change, error))
    return 0;

  ggov_change_set_irreversible (change);

  return _ggov_change_insert (change, "points_transfer", columns, G_N_ELEMENTS (columns), error);
}

static gboolean
check_not_settled (GgovChange  *change,
                   gint64       transfer_id,
                   gint64       account_id,
                   GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SETTLED, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, account_id);
  ggov_stmt_bind_int (stmt, 2, transfer_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  return step == GGOV_DB_DONE ||
         _ggov_points_refuse (error, _("This month is settled with the venue, and locked. Write it on a "
                                       "later day."));
}

gboolean
_ggov_points_insert_leg (GgovChange  *change,
                         gint64       transfer_id,
                         gint64       account_id,
                         gint64       points,
                         GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("transfer_id", transfer_id),
    GGOV_ID ("account_id", account_id),
    GGOV_INT ("points", points),
  };

  return check_not_settled (change, transfer_id, account_id, error) &&
         _ggov_change_insert (change, "points_entry", columns, G_N_ELEMENTS (columns), error) != 0;
}

gint64
_ggov_points_move (GgovChange                *change,
                   const GgovPointsTransfer  *transfer,
                   gint64                     from,
                   gint64                     to,
                   gint64                     points,
                   GError                   **error)
{
  gint64 id;

  if (from == 0 || to == 0 ||
      !(id = _ggov_points_insert_transfer (change, transfer, error)) ||
      !_ggov_points_insert_leg (change, id, from, -points, error) ||
      !_ggov_points_insert_leg (change, id, to, points, error))
    return 0;

  return id;
}

gboolean
_ggov_points_check_parted (GgovDb  *db,
                           GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_OVERDRAWN, error);
  GgovDbStep step = stmt ? ggov_stmt_step (stmt, error) : GGOV_DB_ERROR;

  if (step != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  return _ggov_points_refuse (error, _("Points of both records were spent together since. Reverse "
                                       "the redemption first."));
}
