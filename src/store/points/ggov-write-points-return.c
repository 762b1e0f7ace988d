/* ggov-write-points-return.c: giving goods back at the counter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-points-rules-private.h"
#include "ggov-write-points-private.h"
#include "ggov-write-points.h"

#define SQL_REDEEMED \
  "SELECT t.reward_id, -e.points, e.account_id, r.venue_id, coalesce (v.id, 0), " \
  "coalesce (v.state, 'used'), coalesce (r.stock, -1), " GGOV_POINTS_STANDS ("t") " " \
  "FROM points_transfer t JOIN points_entry e ON e.transfer_id = t.id AND e.points < 0 " \
  "JOIN reward r ON r.id = t.reward_id LEFT JOIN voucher v ON v.transfer_id = t.id " \
  "WHERE t.id = $1 AND t.kind = 'redeem'"

/* What was had, as the statement says. */
typedef struct
{
  gint64      reward_id;
  gint64      price;
  gint64      account_id;
  gint64      venue_id;
  gint64      voucher_id; /* 0 where it has none */
  const char *state;      /* of the voucher */
  gint64      stock;      /* -1 for a service */
  gboolean    stands;
} Redeemed;

static gboolean
check (const Redeemed          *had,
       const GgovReturnRecord  *record,
       GError                 **error)
{
  if (record->reason == NULL || *record->reason == '\0')
    return _ggov_points_refuse (error, _("Say why it is taken back: the ledger keeps the reason."));
  if (!had->stands)
    return _ggov_points_refuse (error, _("This entry was reversed already."));
  if (g_strcmp0 (had->state, "open") == 0)
    return _ggov_points_refuse (error, _("Nothing was handed out for this voucher yet. Reverse the "
                                         "redemption instead."));

  return (record->points > 0 && record->points <= had->price) ||
         _ggov_points_refuse (error, _("Give back 1 point at the least, and no more than was paid."));
}

static gboolean
put_back (GgovChange              *change,
          const Redeemed          *had,
          const GgovReturnRecord  *record,
          GError                 **error)
{
  if (had->voucher_id != 0 &&
      !_ggov_change_update (change, "voucher", had->voucher_id, -1, (GgovColumn[]) {
        GGOV_TEXT ("state", "void") }, 1, error))
    return FALSE;

  return !record->to_shelf || had->stock < 0 ||
         _ggov_change_update (change, "reward", had->reward_id, -1, (GgovColumn[]) {
           GGOV_INT ("stock", had->stock + 1) }, 1, error);
}

/* Both legs the other way round. */
static gint64
take_back (GgovChange              *change,
           const Redeemed          *had,
           const GgovReturnRecord  *record,
           gint64                   venue_account,
           GError                 **error)
{
  const GgovPointsTransfer transfer = {
    .kind = "reverse",
    .at = record->at,
    .reverses_id = record->transfer_id,
    .note = record->reason,
  };

  return _ggov_points_move (change, &transfer, venue_account, had->account_id, had->price, error);
}

/* What is kept is paid for again, at once and at no more than it was. */
static gboolean
keep_rest (GgovChange              *change,
           const Redeemed          *had,
           const GgovReturnRecord  *record,
           gint64                   venue_account,
           GError                 **error)
{
  const GgovPointsTransfer transfer = {
    .kind = "redeem",
    .at = record->at,
    .reward_id = had->reward_id,
    .note = record->reason,
  };

  return record->points == had->price ||
         _ggov_points_move (change, &transfer, had->account_id, venue_account,
                            had->price - record->points, error) != 0;
}

gint64
ggov_change_return_reward (GgovChange              *change,
                           const GgovReturnRecord  *record,
                           GError                 **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_REDEEMED, error);
  Redeemed had = { 0 };
  gint64 venue_account, id;

  if (stmt == NULL)
    return 0;

  ggov_stmt_bind_int (stmt, 1, record->transfer_id);
  if (!_ggov_points_ask (stmt, "redemption", error))
    return 0;

  had = (Redeemed) {
    .reward_id = ggov_stmt_get_int (stmt, 0),
    .price = ggov_stmt_get_int (stmt, 1),
    .account_id = ggov_stmt_get_int (stmt, 2),
    .venue_id = ggov_stmt_get_int (stmt, 3),
    .voucher_id = ggov_stmt_get_int (stmt, 4),
    .state = ggov_stmt_get_text (stmt, 5),
    .stock = ggov_stmt_get_int (stmt, 6),
    .stands = ggov_stmt_get_int (stmt, 7),
  };
  if (!check (&had, record, error) || !put_back (change, &had, record, error) ||
      !(venue_account = _ggov_points_open_account (change, "venue", had.venue_id, error)) ||
      !(id = take_back (change, &had, record, venue_account, error)) ||
      !keep_rest (change, &had, record, venue_account, error))
    return 0;

  return id;
}
