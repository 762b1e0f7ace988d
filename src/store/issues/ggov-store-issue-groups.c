/* ggov-store-issue-groups.c: counting issues by lane of the board and by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-issue-ask-private.h"
#include "ggov-issue-kind.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-issue-groups.h"

#define SQL_IS_OPEN "i.stage NOT IN ('closed', 'evaluated', 'void')"
#define SQL_IS_LATE \
  "(" SQL_IS_OPEN " AND i.suspended = 0 AND i.due_at <= " GGOV_ASK_SQL_OWN_1 ")"
#define SQL_SUM(condition) "sum (CASE WHEN " condition " THEN 1 ELSE 0 END)"
#define SECONDS_PER_DAY "86400"

/* Issues are counted by what an index has, and only those counts put together by lane. */
#define SQL_GROUPS(key, parts, where) \
  "SELECT ", key, " AS k, i.stage, sum (i.n), sum (i.n_late) FROM (SELECT ", parts, \
  ", count (*) AS n, " SQL_SUM (SQL_IS_LATE) " AS n_late FROM issue i ", where, \
  "GROUP BY ", parts, ") i GROUP BY k, i.stage ORDER BY k"
#define SQL_DAYS(where) \
  "SELECT (i.due_at - " GGOV_ASK_SQL_OWN_2 ") / " SECONDS_PER_DAY " AS d, count (*), " \
  SQL_SUM (SQL_IS_OPEN) ", " SQL_SUM (SQL_IS_LATE) ", " \
  SQL_SUM (SQL_IS_OPEN " AND i.due_provisional = 1") \
  " FROM issue i ", where, "AND i.due_at IS NOT NULL GROUP BY d ORDER BY d"

/* What a lane is called; the day is $2 where it matters. */
static const char *const names[] = {
  [GGOV_ISSUE_GROUPING_GRID] = "SELECT code, name, 0 FROM grid WHERE id = $1 AND $2 <> ''",
  [GGOV_ISSUE_GROUPING_COMMUNITY] =
    "SELECT code, name, 0 FROM community WHERE id = $1 AND $2 <> ''",
  [GGOV_ISSUE_GROUPING_HANDLER] =
    "SELECT coalesce (h.pinyin, ''), h.name, EXISTS (SELECT 1 FROM post_leave l "
    "JOIN post o ON o.id = l.post_id WHERE o.person_id = h.id AND l.valid_from <= $2 "
    "AND l.valid_to >= $2) FROM person h WHERE h.id = $1",
};

/* A filter, and by what its issues are counted. */
typedef struct
{
  GgovIssueAsk      *ask;
  GgovIssueGrouping  grouping;
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->ask, _ggov_issue_ask_free);
  g_free (order);
}

/* For what has begun: nothing is over its time before that. */
static gint64
get_now (const GgovIssueAsk *ask)
{
  return ask->filter.now != 0 ? ask->filter.now : g_get_real_time () / G_USEC_PER_SEC;
}

static GgovIssueGroup *
name_group (GgovDb                *db,
            const Order           *order,
            GgovIssueGroupFields  *fields,
            GError               **error)
{
  const char *sql = order->grouping < G_N_ELEMENTS (names) ? names[order->grouping] : NULL;
  g_autoptr(GgovStmt) stmt = NULL;

  fields->code = fields->name = "";
  if (order->grouping == GGOV_ISSUE_GROUPING_LANE && fields->id > 0)
    fields->code = ggov_lane_get_code (fields->id - 1);
  if (sql == NULL || fields->id == 0)
    return ggov_issue_group_new (fields);

  if (!(stmt = ggov_db_prepare (db, sql, error)))
    return NULL;

  ggov_stmt_bind_int (stmt, 1, fields->id);
  _ggov_issue_bind_day (stmt, 2, order->ask->filter.now);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return NULL;

  fields->code = ggov_stmt_get_text (stmt, 0);
  fields->name = ggov_stmt_get_text (stmt, 1);
  fields->is_away = ggov_stmt_get_int (stmt, 2) != 0;

  return ggov_issue_group_new (fields);
}

/* Those of none at the end. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const GgovIssueGroupFields *one = ggov_issue_group_get_fields (*(GgovIssueGroup **) a);
  const GgovIssueGroupFields *other = ggov_issue_group_get_fields (*(GgovIssueGroup **) b);
  int order;

  if ((one->id == 0) != (other->id == 0))
    return one->id == 0 ? 1 : -1;
  if (*one->name == '\0')
    return one->id < other->id ? -1 : 1;
  if ((order = g_strcmp0 (one->code, other->code)) != 0)
    return order;
  if ((order = g_strcmp0 (one->name, other->name)) != 0)
    return order;

  return one->id < other->id ? -1 : 1;
}

static GgovStmt *
prepare_groups (GgovDb       *db,
                const Order  *order,
                GError      **error)
{
  g_autofree char *where = _ggov_issue_ask_dup_where (order->ask);
  const char *key = _ggov_issue_ask_get_key (order->grouping);
  const char *parts = _ggov_issue_ask_get_parts (order->grouping);
  g_autofree char *sql = g_strconcat (SQL_GROUPS (key, parts, where), NULL);
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  _ggov_issue_ask_bind (order->ask, stmt);
  ggov_stmt_bind_int (stmt, GGOV_ASK_LAST, get_now (order->ask));

  return stmt;
}

/* Takes what is counted so far for a lane of its own, if there is any. */
static gboolean
end_group (GgovDb                *db,
           const Order           *order,
           GgovIssueGroupFields  *fields,
           GPtrArray             *groups,
           GError               **error)
{
  GgovIssueGroup *group;

  if (fields->id < 0)
    return TRUE;

  if (!(group = name_group (db, order, fields, error)))
    return FALSE;

  g_ptr_array_add (groups, group);
  return TRUE;
}

static gboolean
read_groups (GgovDb       *db,
             const Order  *order,
             GPtrArray    *groups,
             GError      **error)
{
  g_autoptr(GgovStmt) stmt = prepare_groups (db, order, error);
  GgovIssueGroupFields fields = { .id = -1 };
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 id = ggov_stmt_get_int (stmt, 0);
      GgovIssueStage stage;

      if (id != fields.id)
        {
          if (!end_group (db, order, &fields, groups, error))
            return FALSE;
          fields = (GgovIssueGroupFields) { .id = id };
        }

      if (ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, 1), &stage, NULL))
        fields.counts[stage] = ggov_stmt_get_int (stmt, 2);
      fields.n_overdue += ggov_stmt_get_int (stmt, 3);
    }

  return step == GGOV_DB_DONE && end_group (db, order, &fields, groups, error);
}

/* On the store's thread. */
static void
groups_job (GTask  *task,
            GgovDb *db)
{
  const Order *order = g_task_get_task_data (task);
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  if (!read_groups (db, order, groups, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_sort (groups, compare_groups);
  g_task_return_pointer (task, g_steal_pointer (&groups), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_issue_groups_async (GgovStore             *self,
                                    const GgovIssueFilter *filter,
                                    GgovIssueGrouping      grouping,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data)
{
  Order *order = g_new0 (Order, 1);

  order->ask = _ggov_issue_ask_new (filter);
  order->grouping = grouping;
  _ggov_store_call (self, ggov_store_list_issue_groups_async, groups_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_issue_groups_finish (GgovStore     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_ISSUE_GROUP) : NULL;
}

/* Days -------------------------------------------------------------------------------------- */

/* On the store's thread. */
static void
days_job (GTask  *task,
          GgovDb *db)
{
  const GgovIssueAsk *ask = g_task_get_task_data (task);
  g_autofree char *where = _ggov_issue_ask_dup_where (ask);
  g_autofree char *sql = g_strconcat (SQL_DAYS (where), NULL);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (GgovIssueDay));
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      _ggov_issue_ask_bind (ask, stmt);
      ggov_stmt_bind_int (stmt, GGOV_ASK_LAST, get_now (ask));
      ggov_stmt_bind_int (stmt, GGOV_ASK_LAST + 1, ggov_local_time_from_day (0, 0));
    }

  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    {
      const GgovIssueDay day = {
        .day = ggov_stmt_get_int (stmt, 0),
        .n = ggov_stmt_get_int (stmt, 1),
        .n_open = ggov_stmt_get_int (stmt, 2),
        .n_overdue = ggov_stmt_get_int (stmt, 3),
        .n_provisional = ggov_stmt_get_int (stmt, 4),
      };

      g_array_append_val (days, day);
    }

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&days), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_count_issue_days_async (GgovStore             *self,
                                   const GgovIssueFilter *filter,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  _ggov_store_call (self, ggov_store_count_issue_days_async, days_job, _ggov_issue_ask_new (filter),
                    (GDestroyNotify) _ggov_issue_ask_free, cancellable, callback, user_data);
}

GArray *
ggov_store_count_issue_days_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
