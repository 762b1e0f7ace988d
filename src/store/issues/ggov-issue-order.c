/* ggov-issue-order.c: what is to be written about the parts of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issue-order-private.h"
#include "ggov-post-papers-private.h"
#include "ggov-write-issues.h"

#define SQL_READ \
  "SELECT c.content FROM attachment a JOIN attachment_content c ON c.sha256 = a.sha256 " \
  "WHERE a.id = $1 AND a.issue_event_id IS NOT NULL"

char *
_ggov_issue_dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text ? text : ""));
}

GgovIssueOrder *
_ggov_issue_order_new (gint64      issue_id,
                       gint64      person_id,
                       gint64      at,
                       const char *note)
{
  GgovIssueOrder *order = g_new0 (GgovIssueOrder, 1);

  order->issue_id = issue_id;
  order->person_id = person_id;
  order->at = at;
  order->note = _ggov_issue_dup_stripped (note);

  return order;
}

GgovIssueOrder *
_ggov_issue_order_new_answer (const GgovPartAnswer *answer)
{
  GgovIssueOrder *order = _ggov_issue_order_new (0, answer->person_id, answer->at, answer->note);

  order->id = answer->id;
  order->row_version = answer->row_version;
  order->is_good = answer->is_good;
  order->papers = _ggov_post_papers_copy (answer->papers, answer->n_papers);

  return order;
}

void
_ggov_issue_order_free (GgovIssueOrder *order)
{
  g_free (order->text);
  g_free (order->phone);
  g_free (order->limit);
  g_free (order->note);
  g_clear_pointer (&order->papers, g_ptr_array_unref);
  g_clear_pointer (&order->next, _ggov_issue_order_free);
  g_free (order);
}

void
_ggov_issue_order_write (GgovStore           *store,
                         const char          *action,
                         GgovChangeFunc       func,
                         GgovIssueOrder      *order,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  ggov_store_change_async (store, action, "", func, order, (GDestroyNotify) _ggov_issue_order_free,
                           cancellable, callback, user_data);
}

gboolean
_ggov_issue_check_count (GgovStmt    *stmt,
                         const char  *sentence,
                         GError     **error)
{
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  return ggov_stmt_get_int (stmt, 0) == 0 || _ggov_issue_refuse (error, sentence);
}

/* The issue, if work is still to be done about it. */
GgovIssue *
_ggov_issue_find_open (GgovChange  *change,
                       gint64       issue_id,
                       GError     **error)
{
  g_autoptr(GgovIssue) issue = _ggov_issue_find (change->db, issue_id, error);

  if (issue == NULL)
    return NULL;

  ggov_change_set_subject (change, ggov_issue_get_fields (issue)->number);
  if (ggov_issue_stage_is_open (ggov_issue_get_fields (issue)->state.stage))
    return g_steal_pointer (&issue);

  _ggov_issue_refuse (error, _("The issue is ended. Reopen it first."));
  return NULL;
}

/* Reads what is to be answered; FALSE where it is not there, is answered, or began later. */
gboolean
_ggov_issue_find_part (GgovChange            *change,
                       const char            *sql,
                       const GgovIssueOrder  *order,
                       GgovIssuePart         *part,
                       GError               **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no such part of an issue: %" G_GINT64_FORMAT, order->id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  *part = (GgovIssuePart) {
    ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 1), ggov_stmt_get_int (stmt, 2),
    ggov_stmt_get_int (stmt, 3),
  };
  if (part->ended_at != 0)
    return _ggov_issue_refuse (error, _("This was answered already."));

  return order->at >= part->since ||
         _ggov_issue_refuse (error, _("This began later than the time that is given. Is the "
                                      "computer’s clock right?"));
}

gboolean
_ggov_issue_write_papers (GgovChange       *change,
                          gint64            event_id,
                          const GgovPaper  *papers,
                          guint             n_papers,
                          GError          **error)
{
  for (guint i = 0; i < n_papers; i++)
    {
      const char *media_type = _ggov_paper_find_media_type (&papers[i], error);

      if (media_type == NULL || !ggov_change_attach (change, event_id, papers[i].name, media_type,
                                                     papers[i].content, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_ggov_issue_write_beside (GgovChange     *change,
                          GgovIssue      *issue,
                          GgovIssueMove   move,
                          gint64          at,
                          gint64          person_id,
                          const char     *note,
                          GPtrArray      *papers,
                          GError        **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  const char *stage = ggov_issue_stage_get_code (fields->state.stage);
  gint64 id = ggov_change_add_issue_event (change, &(GgovIssueEventRecord) {
    .issue_id = fields->id,
    .at = at,
    .move = ggov_issue_move_get_code (move),
    .from_stage = stage,
    .to_stage = stage,
    .person_id = person_id,
    .note = note,
  }, error);

  for (guint i = 0; id != 0 && papers && i < papers->len; i++)
    if (!_ggov_issue_write_papers (change, id, papers->pdata[i], 1, error))
      return FALSE;

  return id != 0;
}

/* On the store's thread. */
static void
read_job (GTask  *task,
          GgovDb *db)
{
  const gint64 *paper_id = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_READ, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, *paper_id);
      step = ggov_stmt_step (stmt, &error);
    }

  if (step == GGOV_DB_ROW)
    g_task_return_pointer (task, ggov_stmt_dup_bytes (stmt, 0), (GDestroyNotify) g_bytes_unref);
  else if (step == GGOV_DB_DONE)
    g_task_return_new_error (task, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                             "there is no paper %" G_GINT64_FORMAT, *paper_id);
  else
    g_task_return_error (task, error);
}

void
ggov_store_read_issue_paper_async (GgovStore           *self,
                                   gint64               paper_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_read_issue_paper_async, read_job,
                    g_memdup2 (&paper_id, sizeof paper_id), g_free, cancellable, callback, user_data);
}

GBytes *
ggov_store_read_issue_paper_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
