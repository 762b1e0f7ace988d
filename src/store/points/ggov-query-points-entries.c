/* ggov-query-points-entries.c: the passbook of an account, a few entries at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-query-points.h"
#include "ggov-query-private.h"
#include "ggov-store-points-private.h"

/* $1 the day's end, $2 the account in all of these but that of everybody's, which has no account. The
 * plus keeps everybody's from being looked for account by account: they come by their time. */
#define OF_ONE "e.account_id IN " GGOV_POINTS_OWN ("$2")
#define OF_ALL \
  "+e.account_id IN (SELECT id FROM points_account WHERE kind IN ('person', 'grid_fund'))"

/* What comes after the day is taken off again: most often that is nothing. */
#define SQL_HELD_ONE GGOV_POINTS_BALANCE ("$2")
#define SQL_HELD_ALL \
  "coalesce ((SELECT sum (e.points) FROM points_entry e WHERE " OF_ALL "), 0)"
#define SQL_BALANCE(held, which) \
  "SELECT " held " - " \
  "coalesce ((SELECT sum (e.points) FROM points_entry e WHERE e.transfer_id IN " \
  "(SELECT id FROM points_transfer WHERE at >= $1) AND " which "), 0)"
#define SQL_KEYS(which) \
  "SELECT e.id, e.points FROM points_transfer t JOIN points_entry e ON e.transfer_id = t.id " \
  "WHERE t.at < $1 AND " which " ORDER BY t.at DESC, e.id DESC LIMIT $3"

#define SQL_ROW \
  "SELECT t.id, t.at, t.kind, coalesce (r.activity, w.name, ''), " \
  "coalesce (r.activity_zh, w.name, ''), coalesce (op.name, og.name, ''), " \
  "coalesce (c.kind, ''), coalesce (cp.name, cg.name, co.name, ''), e.points, " \
  "EXISTS (SELECT 1 FROM points_transfer x WHERE x.reverses_id = t.id AND x.at < $1), " \
  "coalesce (t.reverses_id, 0), coalesce (v.number, ''), t.note FROM points_entry e " \
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
  "LEFT JOIN organisation co ON co.id = cv.organisation_id WHERE e.id = $2"

typedef struct
{
  GgovPointsQuery *day;
  gint64           account_id; /* 0 for everybody's */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_pointer (&self->day, _ggov_points_query_free);
  g_free (self);
}

static GgovStmt *
prepare (const Question  *self,
         GgovDb          *db,
         const char      *sql_one,
         const char      *sql_all,
         GError         **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, self->account_id != 0 ? sql_one : sql_all, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, self->day->day_end);
  if (self->account_id != 0)
    ggov_stmt_bind_int (stmt, 2, self->account_id);

  return stmt;
}

static gboolean
find_balance (const Question  *self,
              GgovDb          *db,
              gint64          *balance,
              GError         **error)
{
  g_autoptr(GgovStmt) stmt = prepare (self, db, SQL_BALANCE (SQL_HELD_ONE, OF_ONE),
                                       SQL_BALANCE (SQL_HELD_ALL, OF_ALL), error);

  if (stmt == NULL || ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  *balance = ggov_stmt_get_int (stmt, 0);

  return TRUE;
}

static gboolean
find_keys (gconstpointer   question,
           GgovDb         *db,
           guint           limit,
           GCancellable   *cancellable,
           GArray         *keys,
           GError        **error)
{
  const Question *self = question;
  g_autoptr(GgovStmt) stmt = prepare (self, db, SQL_KEYS (OF_ONE), SQL_KEYS (OF_ALL), error);
  gint64 balance;

  if (stmt == NULL || !find_balance (self, db, &balance, error))
    return FALSE;

  ggov_stmt_bind_int (stmt, 3, MIN (limit, GGOV_QUERY_MAX_ENTRIES));
  if (!_ggov_query_step_keys (stmt, cancellable, keys, error))
    return FALSE;

  /* From the newest backwards: before an entry there were its points less. */
  for (guint i = 0; i < keys->len; i++)
    {
      GgovRowKey *key = &g_array_index (keys, GgovRowKey, i);
      gint64 points = key->detail;

      key->detail = balance;
      balance -= points;
    }

  return TRUE;
}

static GgovPointsEntry *
make_entry (GgovStmt *stmt,
            gboolean  with_owner,
            gint64    balance)
{
  const GgovPointsEntryFields fields = {
    .transfer_id = ggov_stmt_get_int (stmt, 0),
    .at = ggov_stmt_get_int (stmt, 1),
    .kind = ggov_stmt_get_text (stmt, 2),
    .activity = ggov_stmt_get_text (stmt, 3),
    .activity_zh = ggov_stmt_get_text (stmt, 4),
    .owner = with_owner ? ggov_stmt_get_text (stmt, 5) : "",
    .counter_kind = ggov_stmt_get_text (stmt, 6),
    .counter = ggov_stmt_get_text (stmt, 7),
    .points = ggov_stmt_get_int (stmt, 8),
    .balance = balance,
    .reversed = ggov_stmt_get_int (stmt, 9),
    .reverses_id = ggov_stmt_get_int (stmt, 10),
    .voucher = ggov_stmt_get_text (stmt, 11),
    .note = ggov_stmt_get_text (stmt, 12),
  };

  return ggov_points_entry_new (&fields);
}

static gpointer
read_row (gconstpointer      question,
          GgovDb            *db,
          const GgovRowKey  *key,
          GError           **error)
{
  const Question *self = question;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROW, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, self->day->day_end);
  ggov_stmt_bind_int (stmt, 2, key->id);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW
           ? make_entry (stmt, self->account_id == 0, key->detail) : NULL;
}

static const GgovQueryClass klass = { find_keys, read_row };

static GgovPointsEntry *
make_blank (void)
{
  const GgovPointsEntryFields nothing = {
    .kind = "", .activity = "", .activity_zh = "", .owner = "", .counter_kind = "", .counter = "",
    .voucher = "", .note = "",
  };

  return ggov_points_entry_new (&nothing);
}

GgovQuery *
ggov_query_new_points_entries (gint64      account_id,
                               const char *as_of)
{
  Question *question;

  g_return_val_if_fail (as_of != NULL, NULL);

  question = g_new0 (Question, 1);
  question->day = _ggov_points_query_new (as_of);
  question->account_id = account_id;

  return _ggov_query_new (&klass, question, question_free, make_blank (), TRUE);
}
