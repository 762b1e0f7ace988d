/* ggov-query-issues.c: issues as a table, a few rows at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-issue-ask-private.h"
#include "ggov-issues-private.h"
#include "ggov-query-issues.h"
#include "ggov-query-private.h"

#define SQL_ROW \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$2") \
  "WHERE i.id = $1"
#define SQL_STAGE_RANK \
  "CASE i.stage WHEN 'collect' THEN 0 WHEN 'file' THEN 1 WHEN 'dispatch' THEN 2 " \
  "WHEN 'handle' THEN 3 WHEN 'report-back' THEN 4 WHEN 'verify' THEN 5 WHEN 'closed' THEN 6 " \
  "WHEN 'evaluated' THEN 7 ELSE 8 END"

#define SQL_LANE_RANK \
  "CASE t.lane WHEN 'community' THEN 0 WHEN 'enforcement' THEN 1 ELSE 2 END"

/* As many of the first orders an index has. */
#define N_QUICK 2

static const struct
{
  const char *column;
  const char *join;
  const char *up;
  const char *down;
} orders[] = {
  { "left", "", NULL, NULL },
  { "due", "", "i.due_at NULLS LAST, i.id", "i.due_at DESC NULLS LAST, i.id DESC" },
  { "number", "", "i.number", "i.number DESC" },
  { "title", "", "i.title, i.id", "i.title DESC, i.id DESC" },
  { "type", "JOIN case_type t ON t.id = i.case_type_id ", "t.code, i.id", "t.code DESC, i.id DESC" },
  { "place", "", "i.place, i.id", "i.place DESC, i.id DESC" },
  { "grid", "LEFT JOIN grid g ON g.id = i.grid_id ", "g.code NULLS LAST, i.id",
    "g.code DESC NULLS LAST, i.id DESC" },
  { "community", "LEFT JOIN grid g ON g.id = i.grid_id LEFT JOIN community u ON u.id = g.community_id ",
    "u.code NULLS LAST, i.id", "u.code DESC NULLS LAST, i.id DESC" },
  { "lane", "JOIN case_type t ON t.id = i.case_type_id ", SQL_LANE_RANK ", i.id",
    SQL_LANE_RANK " DESC, i.id DESC" },
  { "handler", "LEFT JOIN person h ON h.id = i.handler_id ", "h.pinyin NULLS LAST, h.name, i.id",
    "h.pinyin DESC NULLS LAST, h.name DESC, i.id DESC" },
  { "stage", "", SQL_STAGE_RANK ", i.due_at NULLS LAST, i.id",
    SQL_STAGE_RANK " DESC, i.due_at NULLS LAST, i.id" },
  { "filed", "", "i.filed_at, i.id", "i.filed_at DESC, i.id DESC" },
};

typedef struct
{
  GgovIssueAsk *ask;
  guint         order; /* which of the orders */
  gboolean      descending;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_pointer (&self->ask, _ggov_issue_ask_free);
  g_free (self);
}

/* What is open, the next due before the others, and then what is ended, the last closed first; or the
 * other way round within each. As an index has them. */
#define OPEN_UP    "AND i.closed_at IS NULL ORDER BY i.due_at NULLS LAST, i.id"
#define OPEN_DOWN  "AND i.closed_at IS NULL ORDER BY i.due_at DESC NULLS LAST, i.id DESC"
#define ENDED_UP   "AND i.closed_at IS NOT NULL ORDER BY i.closed_at DESC, i.due_at DESC, i.id DESC"
#define ENDED_DOWN "AND i.closed_at IS NOT NULL ORDER BY i.closed_at, i.due_at, i.id"

static gboolean
append_keys (const Question  *self,
             GgovDb          *db,
             const char      *join,
             const char      *order,
             guint            limit,
             GCancellable    *cancellable,
             GArray          *keys,
             GError         **error)
{
  g_autofree char *where = _ggov_issue_ask_dup_where (self->ask);
  g_autofree char *sql = g_strconcat ("SELECT i.id, 0 FROM issue i ", join, where, order,
                                      " LIMIT " GGOV_ASK_SQL_OWN_1, NULL);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  _ggov_issue_ask_bind (self->ask, stmt);
  ggov_stmt_bind_int (stmt, GGOV_ASK_LAST, limit);

  return _ggov_query_step_keys (stmt, cancellable, keys, error);
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
  const char *up = orders[self->order].up;
  g_autofree char *order = NULL;

  if (up == NULL)
    return append_keys (self, db, "", self->descending ? OPEN_DOWN : OPEN_UP, limit, cancellable,
                        keys, error) &&
           (keys->len >= limit ||
            append_keys (self, db, "", self->descending ? ENDED_DOWN : ENDED_UP, limit - keys->len,
                         cancellable, keys, error));

  order = g_strconcat ("ORDER BY ", self->descending ? orders[self->order].down : up, NULL);

  return append_keys (self, db, orders[self->order].join, order, limit, cancellable, keys, error);
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

  ggov_stmt_bind_int (stmt, 1, key->id);
  _ggov_issue_bind_day (stmt, 2, self->ask->filter.now);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW ? _ggov_issue_make (stmt) : NULL;
}

static const GgovQueryClass klass = { find_keys, read_row };

static guint
find_order (const char *column)
{
  for (guint i = 0; column && i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].column, column))
      return i;

  if (column)
    g_critical ("issues have no column “%s”", column);

  return 0;
}

GgovQuery *
ggov_query_new_issues (const GgovIssueFilter *filter,
                       const char            *column,
                       gboolean               descending)
{
  const GgovIssueFields nothing = { .number = "", .title = "", .place = "" };
  Question *question;

  g_return_val_if_fail (filter != NULL, NULL);

  question = g_new0 (Question, 1);
  question->ask = _ggov_issue_ask_new (filter);
  question->order = find_order (column);
  question->descending = descending;

  return _ggov_query_new (&klass, question, question_free, ggov_issue_new (&nothing),
                          question->order < N_QUICK && !descending);
}
