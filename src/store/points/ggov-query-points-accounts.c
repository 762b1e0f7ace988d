/* ggov-query-points-accounts.c: who holds how many points, a few accounts at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-points-kind.h"
#include "ggov-query-points.h"
#include "ggov-query-private.h"
#include "ggov-roster-private.h"
#include "ggov-store-points-private.h"

/* $1 the ISO day, $2 the day's end, $3 the year's beginning in all of these. */
#define MOVES \
  "sum (e.points) AS balance, max (t.at) AS last_at, " \
  "sum (CASE WHEN t.kind = 'earn' AND t.at >= $3 AND r.id IS NULL THEN abs (e.points) " \
  "ELSE 0 END) AS earned, " \
  "sum (CASE WHEN t.kind = 'redeem' AND t.at >= $3 AND r.id IS NULL THEN abs (e.points) " \
  "ELSE 0 END) AS redeemed " \
  "FROM points_entry e JOIN points_transfer t ON t.id = e.transfer_id " \
  "LEFT JOIN points_transfer r ON r.reverses_id = t.id AND r.at < $2 "

/* What a list may be sorted or narrowed by and is not in an account: reckoned only where it is asked
 * for, by the joins below. What is later than the day is taken off again: most often that is nothing. */
#define PLACED \
  "placed AS (SELECT p.person_id, coalesce (p.grid_id, x.grid_id) AS grid_id, " \
  "row_number () OVER (PARTITION BY p.person_id ORDER BY o.sort_order, p.id) AS n " \
  "FROM post p JOIN role o ON o.id = p.role_id LEFT JOIN unit u ON u.id = p.unit_id " \
  "LEFT JOIN ground x ON x.building_id = coalesce (p.building_id, u.building_id) " \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " AND coalesce (p.grid_id, x.grid_id) IS NOT NULL)"
/* Of INTEGER affinity, as ids are: else the joins below would read all of it for each account. */
#define OWNER "CAST (coalesce (g.into_id, x.account_id) AS INTEGER)"
#define OWNED \
  OWNER " AS account_id, sum (x.points) AS points FROM "
#define OF_OWNER \
  "LEFT JOIN points_merge g ON g.account_id = x.account_id GROUP BY coalesce (g.into_id, x.account_id)"
#define MOVED \
  "moved AS (SELECT " OWNER " AS account_id, max (x.last_at) AS last_at, " \
  "sum (x.earned) AS earned, sum (x.redeemed) AS redeemed FROM (" \
  "SELECT e.account_id, " MOVES "WHERE t.at < $2 GROUP BY e.account_id) x " OF_OWNER ")"
#define HELD \
  "held AS (SELECT " OWNED "(SELECT account_id, sum (points) AS points FROM points_entry " \
  "GROUP BY account_id) x " OF_OWNER "), " \
  "later AS (SELECT " OWNED "(SELECT e.account_id, sum (e.points) AS points FROM points_entry e " \
  "WHERE e.transfer_id IN (SELECT id FROM points_transfer WHERE at >= $2) GROUP BY e.account_id) x " \
  OF_OWNER ")"

#define SQL_HEAD \
  "WITH " GGOV_ROSTER_GROUND ", " PLACED ", " MOVED ", " HELD " " \
  "SELECT a.id, 0, a.kind, coalesce (p.name, f.name, o.name, ''), " \
  "coalesce (p.search_text, '') FROM points_account a LEFT JOIN person p ON p.id = a.person_id " \
  "LEFT JOIN grid f ON f.id = a.grid_id LEFT JOIN venue v ON v.id = a.venue_id " \
  "LEFT JOIN organisation o ON o.id = v.organisation_id "
#define SQL_JOIN_GRID \
  "LEFT JOIN placed l ON l.person_id = a.person_id AND l.n = 1 " \
  "LEFT JOIN grid g ON g.id = l.grid_id "
#define SQL_JOIN_MOVED "LEFT JOIN moved m ON m.account_id = a.id "
#define SQL_JOIN_HELD \
  "LEFT JOIN held h ON h.account_id = a.id LEFT JOIN later z ON z.account_id = a.id "
#define SQL_OF_KIND \
  "WHERE NOT EXISTS (SELECT 1 FROM points_merge y WHERE y.account_id = a.id) " \
  "AND ($4 IS NULL OR a.kind = $4 OR ($4 = 'office' AND a.kind NOT IN ('person', 'venue'))) "
#define SQL_OF_GRID   "AND ($5 IS NULL OR coalesce (g.code, f.code) = $5) "
#define SQL_ANY_GRID  "AND $5 IS NULL "

#define RANK \
  "CASE a.kind WHEN 'person' THEN 1 WHEN 'grid_fund' THEN 2 WHEN 'venue' THEN 3 " \
  "WHEN 'issue' THEN 4 ELSE 5 END"
#define BY_NAME RANK ", p.pinyin, p.name, f.code, a.id"

static const struct
{
  const char *column;
  const char *join;
  const char *up;
  const char *down;
} orders[] = {
  { "account", "", BY_NAME,
    RANK " DESC, p.pinyin DESC, p.name DESC, f.code DESC, a.id DESC" },
  { "grid", SQL_JOIN_GRID, "coalesce (g.code, f.code) NULLS FIRST, " BY_NAME,
    "coalesce (g.code, f.code) DESC NULLS LAST, " BY_NAME },
  { "balance", SQL_JOIN_HELD, "coalesce (h.points, 0) - coalesce (z.points, 0), " BY_NAME,
    "coalesce (h.points, 0) - coalesce (z.points, 0) DESC, " BY_NAME },
  { "earned", SQL_JOIN_MOVED, "coalesce (m.earned, 0), " BY_NAME,
    "coalesce (m.earned, 0) DESC, " BY_NAME },
  { "redeemed", SQL_JOIN_MOVED, "coalesce (m.redeemed, 0), " BY_NAME,
    "coalesce (m.redeemed, 0) DESC, " BY_NAME },
  { "last", SQL_JOIN_MOVED, "m.last_at NULLS FIRST, " BY_NAME,
    "m.last_at DESC NULLS LAST, " BY_NAME },
};

#define SQL_ROW \
  "SELECT a.id, a.kind, coalesce (a.person_id, a.grid_id, a.venue_id, 0), " \
  "coalesce (p.name, f.name, o.name, ''), coalesce (p.pinyin, ''), " \
  "coalesce (p.search_text, ''), coalesce (g.code, f.code, ''), coalesce (g.name, f.name, ''), " \
  "coalesce (m.balance, 0), coalesce (m.earned, 0), coalesce (m.redeemed, 0), m.last_at " \
  "FROM points_account a " \
  "LEFT JOIN (SELECT " MOVES "WHERE t.at < $2 AND e.account_id IN " GGOV_POINTS_OWN ("$4") ") m ON a.id = $4 " \
  "LEFT JOIN person p ON p.id = a.person_id LEFT JOIN grid f ON f.id = a.grid_id " \
  "LEFT JOIN venue v ON v.id = a.venue_id LEFT JOIN organisation o ON o.id = v.organisation_id " \
  "LEFT JOIN grid g ON g.id = (SELECT coalesce (p.grid_id, x.grid_id) FROM post p " \
  "JOIN role j ON j.id = p.role_id LEFT JOIN unit u ON u.id = p.unit_id " \
  "LEFT JOIN building b ON b.id = coalesce (p.building_id, u.building_id) " \
  "LEFT JOIN " GGOV_ROSTER_SPOT " " \
  "WHERE p.person_id = a.person_id AND " GGOV_ROSTER_ON_DAY ("p") " " \
  "AND coalesce (p.grid_id, x.grid_id) IS NOT NULL ORDER BY j.sort_order, p.id LIMIT 1) " \
  "WHERE a.id = $4"

enum
{
  ID, DETAIL, KIND, NAME, SEARCH_TEXT,
};

typedef struct
{
  GgovPointsQuery *day;
  char            *kind;       /* (nullable) */
  char            *grid_code;  /* (nullable) */
  GStrv            typed;      /* (nullable) */
  guint            order;      /* which of the orders */
  gboolean         descending;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_pointer (&self->day, _ggov_points_query_free);
  g_free (self->kind);
  g_free (self->grid_code);
  g_strfreev (self->typed);
  g_free (self);
}

static void
bind_day (const Question *self,
          GgovStmt       *stmt)
{
  ggov_stmt_bind_text (stmt, 1, self->day->as_of);
  ggov_stmt_bind_int (stmt, 2, self->day->day_end);
  ggov_stmt_bind_int (stmt, 3, self->day->year_start);
}

static GgovStmt *
prepare_keys (const Question  *self,
              GgovDb          *db,
              guint            limit,
              GError         **error)
{
  const char *join = orders[self->order].join;
  gboolean is_joined = g_str_equal (join, SQL_JOIN_GRID);
  g_autofree char *sql =
    g_strconcat (SQL_HEAD, join, self->grid_code && !is_joined ? SQL_JOIN_GRID : "", SQL_OF_KIND,
                 self->grid_code || is_joined ? SQL_OF_GRID : SQL_ANY_GRID, "ORDER BY ",
                 self->descending ? orders[self->order].down : orders[self->order].up,
                 " LIMIT $6", NULL);
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  bind_day (self, stmt);
  ggov_stmt_bind_text (stmt, 4, self->kind);
  ggov_stmt_bind_text (stmt, 5, self->grid_code);
  ggov_stmt_bind_int (stmt, 6, self->typed ? GGOV_QUERY_ALL : limit);

  return stmt;
}

/* The office's own accounts have no name but that of their kind. */
static gboolean
is_wanted (const Question *self,
           GgovStmt       *stmt)
{
  const char *name = ggov_stmt_get_text (stmt, NAME);
  const char *const texts[] = {
    *name ? name : ggov_points_account_kind_get_label (ggov_stmt_get_text (stmt, KIND)),
  };

  return _ggov_roster_match ((const char * const *) self->typed,
                             ggov_stmt_get_text (stmt, SEARCH_TEXT), texts, G_N_ELEMENTS (texts));
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
  g_autoptr(GgovStmt) stmt = prepare_keys (self, db, limit, error);
  GgovDbStep step = stmt ? GGOV_DB_DONE : GGOV_DB_ERROR;

  while (stmt && keys->len < limit && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovRowKey key = { ggov_stmt_get_int (stmt, ID), ggov_stmt_get_int (stmt, DETAIL) };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (is_wanted (self, stmt))
        g_array_append_val (keys, key);
    }

  return step != GGOV_DB_ERROR;
}

static GgovPointsAccount *
make_account (GgovStmt *stmt)
{
  g_autofree char *last_day = NULL;
  GgovPointsAccountFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .kind = ggov_stmt_get_text (stmt, 1),
    .owner_id = ggov_stmt_get_int (stmt, 2),
    .name = ggov_stmt_get_text (stmt, 3),
    .sort_key = ggov_stmt_get_text (stmt, 4),
    .search_text = ggov_stmt_get_text (stmt, 5),
    .grid_code = ggov_stmt_get_text (stmt, 6),
    .grid = ggov_stmt_get_text (stmt, 7),
    .balance = ggov_stmt_get_int (stmt, 8),
    .earned = ggov_stmt_get_int (stmt, 9),
    .redeemed = ggov_stmt_get_int (stmt, 10),
    .last_day = "",
  };

  if (!ggov_stmt_is_null (stmt, 11))
    fields.last_day = last_day =
      ggov_local_day_format (ggov_local_time_get_day (ggov_stmt_get_int (stmt, 11)));

  return ggov_points_account_new (&fields);
}

static gpointer
read_row (gconstpointer      question,
          GgovDb            *db,
          const GgovRowKey  *key,
          GError           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROW, error);

  if (stmt == NULL)
    return NULL;

  bind_day (question, stmt);
  ggov_stmt_bind_int (stmt, 4, key->id);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW ? make_account (stmt) : NULL;
}

static const GgovQueryClass klass = { find_keys, read_row };

static guint
find_order (const char *column)
{
  for (guint i = 0; column && i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].column, column))
      return i;

  if (column)
    g_critical ("the accounts have no column “%s”", column);

  return 0;
}

static GgovPointsAccount *
make_blank (void)
{
  const GgovPointsAccountFields nothing = {
    .kind = "", .name = "", .sort_key = "", .search_text = "", .grid_code = "", .grid = "",
    .last_day = "",
  };

  return ggov_points_account_new (&nothing);
}

GgovQuery *
ggov_query_new_points_accounts (const char             *as_of,
                                const GgovPointsFilter *filter,
                                const GgovPointsOrder  *order)
{
  Question *question;

  g_return_val_if_fail (as_of != NULL, NULL);

  question = g_new0 (Question, 1);
  question->day = _ggov_points_query_new (as_of);
  question->order = find_order (order ? order->column : NULL);
  question->descending = order && order->descending;
  if (filter)
    {
      question->kind = g_strdup (filter->kind);
      question->grid_code = g_strdup (filter->grid_code);
      question->typed = _ggov_roster_split_text (filter->text);
    }

  return _ggov_query_new (&klass, question, question_free, make_blank (),
                          question->typed == NULL && question->order == 0);
}
