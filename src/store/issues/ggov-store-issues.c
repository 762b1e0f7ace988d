/* ggov-store-issues.c: reading the issues of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-issues-private.h"
#include "ggov-store-issues.h"

/* What is not asked for is 0 or empty. The words are looked for in one text, so that one pass
 * does. */
#define WHERE \
  "WHERE i.stage = $1 AND ($2 = 0 OR g.community_id = $2) AND ($3 = 0 OR i.grid_id = $3 " \
  "OR " GGOV_SQL_PRESENT_GRID ("i", "$8") " = $3) " \
  "AND ($4 = '' OR t.lane = $4) AND ($5 = 0 OR i.handler_id = $5) " \
  "AND ($6 = '' OR lower (i.number || ' ' || i.title || ' ' || i.place || ' ' || t.name || ' ' " \
  "|| t.name_zh || ' ' || coalesce (g.code || ' ' || g.name, '') || ' ' || coalesce (h.name, '')) " \
  "LIKE $6 ESCAPE '\\') " \
  "AND ($7 = 0 OR (i.due_at <= $7 AND i.suspended = 0)) "

#define LAST 8 /* the parameter of the last of these */

#define SQL_OPEN \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$8") WHERE \
  "ORDER BY i.due_at NULLS LAST, i.id LIMIT $9"
#define SQL_ENDED \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$8") WHERE \
  "ORDER BY i.closed_at DESC, i.id DESC LIMIT $9"
#define SQL_COUNT "SELECT count (*) " GGOV_SQL_ISSUE_TABLES WHERE
#define SQL_COUNT_ALL "SELECT count (*) FROM issue WHERE stage = $1"

/* A filter with texts of its own. */
typedef struct
{
  GgovIssueFilter  filter;
  char            *lane;
  char            *pattern; /* what LIKE takes, or empty */
} Query;

static void
query_free (Query *query)
{
  g_free (query->lane);
  g_free (query->pattern);
  g_free (query);
}

static char *
dup_pattern (const char *text)
{
  g_autofree char *plain = g_strstrip (g_utf8_strdown (text ? text : "", -1));
  GString *pattern;

  if (*plain == '\0')
    return g_strdup ("");

  pattern = g_string_new ("%");
  for (const char *at = plain; *at; at++)
    {
      if (*at == '%' || *at == '_' || *at == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *at);
    }
  g_string_append_c (pattern, '%');

  return g_string_free (pattern, FALSE);
}

static Query *
query_new (const GgovIssueFilter *filter)
{
  Query *query = g_new0 (Query, 1);

  query->filter = *filter;
  query->filter.text = NULL;
  query->lane = g_strdup (filter->lane ? filter->lane : "");
  query->filter.lane = query->lane;
  query->pattern = dup_pattern (filter->text);
  if (query->filter.stages == 0)
    query->filter.stages = (1u << GGOV_ISSUE_N_STAGES) - 1;
  /* What is ended is not overdue any more. */
  if (filter->overdue)
    query->filter.stages &= GGOV_ISSUE_FILTER_OPEN;

  return query;
}

static gboolean
has_stage (const Query    *query,
           GgovIssueStage  stage)
{
  return (query->filter.stages & (1u << stage)) != 0;
}

static void
bind_query (GgovStmt       *stmt,
            const Query    *query,
            GgovIssueStage  stage)
{
  ggov_stmt_bind_text (stmt, 1, ggov_issue_stage_get_code (stage));
  ggov_stmt_bind_int (stmt, 2, query->filter.community_id);
  ggov_stmt_bind_int (stmt, 3, query->filter.grid_id);
  ggov_stmt_bind_text (stmt, 4, query->lane);
  ggov_stmt_bind_int (stmt, 5, query->filter.handler_id);
  ggov_stmt_bind_text (stmt, 6, query->pattern);
  ggov_stmt_bind_int (stmt, 7, query->filter.overdue ? query->filter.now : 0);
  _ggov_issue_bind_day (stmt, LAST, query->filter.now);
}

static gboolean
list_stage (GgovDb          *db,
            const Query     *query,
            GgovIssueStage   stage,
            GPtrArray       *rows,
            GError         **error)
{
  const char *sql = ggov_issue_stage_is_open (stage) ? SQL_OPEN : SQL_ENDED;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  bind_query (stmt, query, stage);
  ggov_stmt_bind_int (stmt, LAST + 1, query->filter.limit ? query->filter.limit : G_MAXINT64);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (rows, _ggov_issue_make (stmt));

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    if (has_stage (query, stage) &&
        (g_task_return_error_if_cancelled (task) ||
         !list_stage (db, query, stage, rows, &error)))
      {
        if (error)
          g_task_return_error (task, error);
        return;
      }

  g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_issues_async (GgovStore             *self,
                              const GgovIssueFilter *filter,
                              GCancellable          *cancellable,
                              GAsyncReadyCallback    callback,
                              gpointer               user_data)
{
  _ggov_store_call (self, ggov_store_list_issues_async, list_job, query_new (filter),
                    (GDestroyNotify) query_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_issues_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_ISSUE) : NULL;
}

/* Without a filter the index on stages alone can answer. */
static gboolean
wants_all (const Query *query)
{
  const GgovIssueFilter *filter = &query->filter;

  return filter->community_id == 0 && filter->grid_id == 0 && filter->handler_id == 0 &&
         *query->lane == '\0' && *query->pattern == '\0' && !filter->overdue;
}

static gboolean
count_stage (GgovDb          *db,
             const Query     *query,
             GgovIssueStage   stage,
             gint64          *count,
             GError         **error)
{
  gboolean all = wants_all (query);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, all ? SQL_COUNT_ALL : SQL_COUNT, error);

  if (stmt == NULL)
    return FALSE;

  if (all)
    ggov_stmt_bind_text (stmt, 1, ggov_issue_stage_get_code (stage));
  else
    bind_query (stmt, query, stage);

  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  *count = ggov_stmt_get_int (stmt, 0);
  return TRUE;
}

/* On the store's thread. */
static void
count_job (GTask  *task,
           GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  g_autofree gint64 *counts = g_new0 (gint64, GGOV_ISSUE_N_STAGES);
  GError *error = NULL;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    if (has_stage (query, stage) && !count_stage (db, query, stage, &counts[stage], &error))
      {
        g_task_return_error (task, error);
        return;
      }

  g_task_return_pointer (task, g_steal_pointer (&counts), g_free);
}

void
ggov_store_count_issues_async (GgovStore             *self,
                               const GgovIssueFilter *filter,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  _ggov_store_call (self, ggov_store_count_issues_async, count_job, query_new (filter),
                    (GDestroyNotify) query_free, cancellable, callback, user_data);
}

gboolean
ggov_store_count_issues_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                gint64         counts[GGOV_ISSUE_N_STAGES],
                                GError       **error)
{
  g_autofree gint64 *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!(found = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;

  memcpy (counts, found, sizeof (gint64) * GGOV_ISSUE_N_STAGES);

  return TRUE;
}
