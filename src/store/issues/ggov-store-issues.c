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

/* Few with some words --------------------------------------------------------------------- */

/* As many as it is quicker to find at once than stage by stage: words are looked for in every issue. */
#define FEW 2000

#define SQL_FEW(where) \
  "SELECT i.id, i.stage, i.due_at, i.closed_at FROM issue i ", where, "LIMIT " GGOV_ASK_SQL_OWN_1
#define SQL_ONE \
  "SELECT " GGOV_SQL_ISSUE_COLUMNS GGOV_SQL_ISSUE_TABLES GGOV_SQL_ISSUE_PRESENT ("$2") \
  "WHERE i.id = $1"

/* One that has the words, and where it stands in its stage: by rank, then by tie. */
typedef struct
{
  GgovIssueStage stage;
  gint64         id;
  gint64         rank;
  gint64         tie;
} Found;

static Found
make_found (GgovStmt *stmt)
{
  Found found = { .stage = GGOV_ISSUE_COLLECTED, .id = ggov_stmt_get_int (stmt, 0) };

  ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, 1), &found.stage, NULL);
  if (ggov_issue_stage_is_open (found.stage))
    {
      found.rank = ggov_stmt_is_null (stmt, 2) ? G_MAXINT64 : ggov_stmt_get_int (stmt, 2);
      found.tie = found.id;
    }
  else
    {
      found.rank = -ggov_stmt_get_int (stmt, 3);
      found.tie = -found.id;
    }

  return found;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a;
  const Found *other = b;

  if (one->stage != other->stage)
    return one->stage < other->stage ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return one->tie < other->tie ? -1 : one->tie > other->tie;
}

/* (transfer full): in the order of the board; more than a few if there are */
static GArray *
find_few (GgovDb              *db,
          const GgovIssueAsk  *query,
          GError             **error)
{
  g_autofree char *where = _ggov_issue_ask_dup_where (query);
  g_autofree char *sql = g_strconcat (SQL_FEW (where), NULL);
  g_autoptr(GArray) few = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  _ggov_issue_ask_bind (query, stmt);
  ggov_stmt_bind_int (stmt, GGOV_ASK_LAST, FEW + 1);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      Found found = make_found (stmt);

      g_array_append_val (few, found);
    }
  g_array_sort (few, compare_found);

  return step == GGOV_DB_DONE ? g_steal_pointer (&few) : NULL;
}

static gboolean
read_one (GgovDb              *db,
          const GgovIssueAsk  *query,
          gint64               id,
          GPtrArray           *rows,
          GError             **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ONE, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  _ggov_issue_bind_day (stmt, 2, query->filter.now);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  g_ptr_array_add (rows, _ggov_issue_make (stmt));
  return TRUE;
}

/* The first of each stage, of a few that were found. */
static gboolean
read_few (GgovDb              *db,
          const GgovIssueAsk  *query,
          GArray              *few,
          GPtrArray           *rows,
          GError             **error)
{
  guint limit = query->filter.limit ? query->filter.limit : G_MAXUINT;
  guint n = 0;

  for (guint i = 0; i < few->len; i++)
    {
      const Found *found = &g_array_index (few, Found, i);

      n = i > 0 && found[-1].stage == found->stage ? n + 1 : 0;
      if (n < limit && !read_one (db, query, found->id, rows, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether it is done: not where more than a few have the words, or none were asked for. */
static gboolean
list_few (GgovDb              *db,
          const GgovIssueAsk  *query,
          GPtrArray           *rows,
          gboolean            *is_done,
          GError             **error)
{
  g_autoptr(GArray) few = NULL;

  *is_done = FALSE;
  if (!_ggov_issue_ask_has_words (query))
    return TRUE;
  if (!(few = find_few (db, query, error)))
    return FALSE;

  *is_done = few->len <= FEW;

  return !*is_done || read_few (db, query, few, rows, error);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const GgovIssueAsk *query = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  gboolean is_done;

  if (!list_few (db, query, rows, &is_done, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES && !is_done; stage++)
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
  /* Words are looked for issue after issue; an index by stage would only lead to and fro. */
  const char *group = _ggov_issue_ask_has_words (query) ? "GROUP BY coalesce (i.stage, '')"
                                                        : "GROUP BY i.stage";
  g_autofree char *sql = g_strconcat ("SELECT min (i.stage), count (*) FROM issue i ", where, group,
                                      NULL);
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
