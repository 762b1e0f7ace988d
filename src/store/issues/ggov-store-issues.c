/* ggov-store-issues.c: reading the issues of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-issue-ask-private.h"
#include "ggov-issues-private.h"
#include "ggov-store-issues.h"

GgovIssueFilter *
ggov_issue_filter_copy (const GgovIssueFilter *self)
{
  GgovIssueFilter *copy = g_memdup2 (self, sizeof *self);

  copy->lane = g_strdup (self->lane);
  copy->type_code = g_strdup (self->type_code);
  copy->source = g_strdup (self->source);
  copy->text = g_strdup (self->text);

  return copy;
}

void
ggov_issue_filter_free (GgovIssueFilter *self)
{
  g_free ((char *) self->lane);
  g_free ((char *) self->type_code);
  g_free ((char *) self->source);
  g_free ((char *) self->text);
  g_free (self);
}

/* Which they are is found before anything is read of them. */
#define SQL_LIST(where) \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$1") \
  "WHERE i.id IN (SELECT i.id FROM issue i ", where, "AND i.stage = " GGOV_ASK_SQL_OWN_1 " "
#define OPEN  "ORDER BY i.due_at NULLS LAST, i.id "
#define ENDED "ORDER BY i.closed_at DESC, i.id DESC "
#define LIMIT "LIMIT " GGOV_ASK_SQL_OWN_2 ") "

static gboolean
list_stage (GgovDb              *db,
            const GgovIssueAsk  *query,
            GgovIssueStage       stage,
            GPtrArray           *rows,
            GError             **error)
{
  const char *order = ggov_issue_stage_is_open (stage) ? OPEN : ENDED;
  g_autofree char *where = _ggov_issue_ask_dup_where (query);
  g_autofree char *sql = g_strconcat (SQL_LIST (where), order, LIMIT, order, NULL);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  _ggov_issue_ask_bind (query, stmt);
  ggov_stmt_bind_text (stmt, GGOV_ASK_LAST, ggov_issue_stage_get_code (stage));
  ggov_stmt_bind_int (stmt, GGOV_ASK_LAST + 1,
                      query->filter.limit ? query->filter.limit : G_MAXINT64);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (rows, _ggov_issue_make (stmt));

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const GgovIssueAsk *query = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    if (_ggov_issue_ask_has_stage (query, stage) &&
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
  _ggov_store_call (self, ggov_store_list_issues_async, list_job, _ggov_issue_ask_new (filter),
                    (GDestroyNotify) _ggov_issue_ask_free, cancellable, callback, user_data);
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

/* On the store's thread. */
static void
count_job (GTask  *task,
           GgovDb *db)
{
  const GgovIssueAsk *query = g_task_get_task_data (task);
  g_autofree gint64 *counts = g_new0 (gint64, GGOV_ISSUE_N_STAGES);
  g_autofree char *where = _ggov_issue_ask_dup_where (query);
  g_autofree char *sql = g_strconcat ("SELECT i.stage, count (*) FROM issue i ", where,
                                      "GROUP BY i.stage", NULL);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, &error);
  GgovDbStep step = GGOV_DB_ERROR;
  GgovIssueStage stage;

  if (stmt)
    _ggov_issue_ask_bind (query, stmt);
  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    if (ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, 0), &stage, NULL))
      counts[stage] = ggov_stmt_get_int (stmt, 1);

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&counts), g_free);
  else
    g_task_return_error (task, error);
}

void
ggov_store_count_issues_async (GgovStore             *self,
                               const GgovIssueFilter *filter,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  _ggov_store_call (self, ggov_store_count_issues_async, count_job, _ggov_issue_ask_new (filter),
                    (GDestroyNotify) _ggov_issue_ask_free, cancellable, callback, user_data);
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
