/* ggov-write-points.c: writing venues, rewards, rules and the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-write-points.h"

#define SQL_RULE \
  "SELECT points, coalesce (per_day, 0), valid_from <= $2 AND coalesce (valid_to, $2) >= $2 " \
  "FROM points_rule WHERE id = $1"
#define SQL_EARNED_TODAY \
  "SELECT coalesce (sum (e.points), 0) FROM points_entry e " \
  "JOIN points_transfer t ON t.id = e.transfer_id JOIN points_account a ON a.id = e.account_id " \
  "WHERE a.person_id = $1 AND t.rule_id = $2 AND t.kind = 'earn' AND t.at >= $3 AND t.at < $4 " \
  "AND NOT EXISTS (SELECT 1 FROM points_transfer r WHERE r.reverses_id = t.id)"
#define SQL_PAID \
  "SELECT 1 FROM points_transfer WHERE rule_id = $1 AND source = $2"
#define SQL_REWARD \
  "SELECT points, coalesce (stock, -1), venue_id FROM reward WHERE id = $1"
#define SQL_PERSON_ACCOUNT "SELECT id FROM points_account WHERE person_id = $1"
#define SQL_VENUE_ACCOUNT  "SELECT id FROM points_account WHERE venue_id = $1"
#define SQL_ISSUE_ACCOUNT  "SELECT id FROM points_account WHERE kind = 'issue' LIMIT 1"
#define SQL_BALANCE \
  "SELECT coalesce (sum (points), 0) FROM points_entry WHERE account_id = $1"
#define SQL_LEGS \
  "SELECT account_id, points FROM points_entry WHERE transfer_id = $1 ORDER BY id"
#define SQL_OVERDRAWN \
  "SELECT 1 FROM points_entry e JOIN points_account a ON a.id = e.account_id " \
  "WHERE a.kind = 'person' AND e.transfer_id = $1 AND e.points > (" \
  "SELECT sum (b.points) FROM points_entry b WHERE b.account_id = a.id)"
#define SQL_REVERSED \
  "SELECT kind, EXISTS (SELECT 1 FROM points_transfer r WHERE r.reverses_id = t.id) " \
  "FROM points_transfer t WHERE id = $1"
#define SQL_HANDED_OUT \
  "SELECT v.id, v.state, r.id, coalesce (r.stock, -1) FROM points_transfer t " \
  "JOIN reward r ON r.id = t.reward_id JOIN voucher v ON v.transfer_id = t.id WHERE t.id = $1"

typedef struct
{
  const char *kind;
  gint64      at;
  gint64      rule_id;
  gint64      reward_id;
  gint64      reverses_id;
  const char *source;
  const char *note;
} Transfer;

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  return FALSE;
}

/* Runs a statement that answers with one row. */
static gboolean
ask (GgovStmt    *stmt,
     const char  *what,
     GError     **error)
{
  GgovDbStep step = ggov_stmt_step (stmt, error);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "there is no such %s", what);

  return step == GGOV_DB_ROW;
}

gint64
ggov_change_add_venue (GgovChange  *change,
                       gint64       organisation_id,
                       GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("organisation_id", organisation_id),
  };

  return _ggov_change_insert (change, "venue", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_reward (GgovChange  *change,
                        gint64       venue_id,
                        const char  *name,
                        int          points,
                        int          stock,
                        GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("venue_id", venue_id),
    GGOV_TEXT ("name", name),
    GGOV_INT ("points", points),
    GGOV_INT ("stock", stock),
  };

  /* Without the last, the stock is NULL. */
  return _ggov_change_insert (change, "reward", columns,
                              stock < 0 ? G_N_ELEMENTS (columns) - 1 : G_N_ELEMENTS (columns),
                              error);
}

gint64
ggov_change_add_points_rule (GgovChange                  *change,
                             const GgovPointsRuleRecord  *record,
                             GError                     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("code", record->code),
    GGOV_TEXT ("activity", record->activity),
    GGOV_TEXT ("activity_zh", record->activity_zh),
    GGOV_INT ("points", record->points),
    GGOV_ID ("per_day", record->per_day),
    GGOV_TEXT ("valid_from", record->valid_from),
    GGOV_TEXT ("valid_to", record->valid_to),
  };

  return _ggov_change_insert (change, "points_rule", columns, G_N_ELEMENTS (columns), error);
}

/* Accounts are opened by the first transfer that needs them. */
static gint64
open_account (GgovChange  *change,
              const char  *kind,
              gint64       owner_id,
              GError     **error)
{
  gboolean venue = g_str_equal (kind, "venue");
  const char *sql = owner_id == 0 ? SQL_ISSUE_ACCOUNT
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

static gint64
insert_transfer (GgovChange      *change,
                 const Transfer  *transfer,
                 GError         **error)
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

  ggov_change_set_irreversible (change);

  return _ggov_change_insert (change, "points_transfer", columns, G_N_ELEMENTS (columns), error);
}

static gboolean
insert_leg (GgovChange  *change,
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

  return _ggov_change_insert (change, "points_entry", columns, G_N_ELEMENTS (columns), error) != 0;
}

static gint64
move_points (GgovChange      *change,
             const Transfer  *transfer,
             gint64           from,
             gint64           to,
             gint64           points,
             GError         **error)
{
  gint64 id;

  if (from == 0 || to == 0 ||
      !(id = insert_transfer (change, transfer, error)) ||
      !insert_leg (change, id, from, -points, error) ||
      !insert_leg (change, id, to, points, error))
    return 0;

  return id;
}

/* Award ----------------------------------------------------------------------------------- */

static gboolean
check_day (GgovChange             *change,
           const GgovAwardRecord  *record,
           gint64                  points,
           gint64                  per_day,
           GError                **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  int day = ggov_local_time_get_day (record->at);

  if (per_day == 0)
    return TRUE;

  if (!(stmt = ggov_db_prepare (change->db, SQL_EARNED_TODAY, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->person_id);
  ggov_stmt_bind_int (stmt, 2, record->rule_id);
  ggov_stmt_bind_int (stmt, 3, ggov_local_time_from_day (day, 0));
  ggov_stmt_bind_int (stmt, 4, ggov_local_time_from_day (day + 1, 0));
  if (!ask (stmt, "sum", error))
    return FALSE;

  return ggov_stmt_get_int (stmt, 0) + points <= per_day ||
         refuse (error, _("This person has earned the most this activity gives in a day."));
}

static gboolean
check_source (GgovChange             *change,
              const GgovAwardRecord  *record,
              GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PAID, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->rule_id);
  ggov_stmt_bind_text (stmt, 2, record->source);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  return step == GGOV_DB_DONE ||
         refuse (error, _("Points have been given for this already."));
}

static gboolean
read_rule (GgovChange             *change,
           const GgovAwardRecord  *record,
           gint64                 *points,
           GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_RULE, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (record->at));

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->rule_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if (!ask (stmt, "rule", error))
    return FALSE;

  if (!ggov_stmt_get_int (stmt, 2))
    return refuse (error, _("This activity's rule is not in force on that day."));

  *points = ggov_stmt_get_int (stmt, 0);

  return check_day (change, record, *points, ggov_stmt_get_int (stmt, 1), error);
}

gint64
ggov_change_award (GgovChange             *change,
                   const GgovAwardRecord  *record,
                   GError                **error)
{
  const Transfer transfer = {
    .kind = "earn",
    .at = record->at,
    .rule_id = record->rule_id,
    .source = record->source,
    .note = record->note,
  };
  gint64 points, from;

  if (!read_rule (change, record, &points, error) || !check_source (change, record, error) ||
      !(from = open_account (change, "issue", 0, error)))
    return 0;

  return move_points (change, &transfer, from,
                      open_account (change, "person", record->person_id, error), points, error);
}

/* Redeem ---------------------------------------------------------------------------------- */

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

  return ask (stmt, "account", error) &&
         (ggov_stmt_get_int (stmt, 0) >= points ||
          refuse (error, _("The balance is not enough for this reward.")));
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
    return refuse (error, _("This reward is out of stock."));

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
  const Transfer transfer = { .kind = "redeem", .at = at, .reward_id = reward_id };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_REWARD, error);
  gint64 from, id;

  if (stmt == NULL)
    return 0;

  ggov_stmt_bind_int (stmt, 1, reward_id);
  if (!ask (stmt, "reward", error) ||
      !(from = open_account (change, "person", person_id, error)) ||
      !check_balance (change, from, ggov_stmt_get_int (stmt, 0), error) ||
      !take_from_stock (change, reward_id, ggov_stmt_get_int (stmt, 1), error))
    return 0;

  id = move_points (change, &transfer, from,
                    open_account (change, "venue", ggov_stmt_get_int (stmt, 2), error),
                    ggov_stmt_get_int (stmt, 0), error);

  return id != 0 && hand_out_voucher (change, id, voucher, error) ? id : 0;
}

/* Reverse --------------------------------------------------------------------------------- */

static gboolean
check_reversible (GgovChange  *change,
                  gint64       transfer_id,
                  GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_REVERSED, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, transfer_id);
  if (!ask (stmt, "transfer", error))
    return FALSE;

  if (g_strcmp0 (ggov_stmt_get_text (stmt, 0), "reverse") == 0)
    return refuse (error, _("A reversal cannot be reversed. Give the points again instead."));

  return !ggov_stmt_get_int (stmt, 1) || refuse (error, _("This entry was reversed already."));
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
         refuse (error, _("These points were spent already. Reverse the redemption first."));
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
    return refuse (error, _("This voucher was used at the venue. It cannot be taken back."));

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
  const Transfer transfer = {
    .kind = "reverse",
    .at = at,
    .reverses_id = transfer_id,
    .note = reason,
  };
  g_autoptr(GgovStmt) legs = NULL;
  GgovDbStep step;
  gint64 id;

  if (!check_reversible (change, transfer_id, error) ||
      !check_not_spent (change, transfer_id, error) ||
      !take_goods_back (change, transfer_id, error) ||
      !(legs = ggov_db_prepare (change->db, SQL_LEGS, error)) ||
      !(id = insert_transfer (change, &transfer, error)))
    return 0;

  ggov_stmt_bind_int (legs, 1, transfer_id);
  while ((step = ggov_stmt_step (legs, error)) == GGOV_DB_ROW)
    if (!insert_leg (change, id, ggov_stmt_get_int (legs, 0), -ggov_stmt_get_int (legs, 1), error))
      return 0;

  return step == GGOV_DB_DONE ? id : 0;
}
