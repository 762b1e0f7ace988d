/* ggov-store-move-issues.c: doing the same with many issues at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-issues-private.h"
#include "ggov-store-move-issues.h"

typedef struct
{
  GArray        *issue_ids;
  GgovIssueStep  step;
  char          *note;
  char          *granted;
  char          *pass_reason;
  GPtrArray     *refusals;
  gint64         change_id;
} Order;

static void
refusal_free (GgovIssueRefusal *refusal)
{
  g_free (refusal->number);
  g_free (refusal->title);
  g_free (refusal->sentence);
  g_free (refusal);
}

static void
order_free (Order *order)
{
  g_clear_pointer (&order->issue_ids, g_array_unref);
  g_free (order->note);
  g_free (order->granted);
  g_free (order->pass_reason);
  g_clear_pointer (&order->refusals, g_ptr_array_unref);
  g_free (order);
}

static gboolean
move_one (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  return ggov_change_move_issue (change, data, error);
}

/* What is no rule's word ends the whole change: a full disk, a defect. */
static gboolean
is_of_one (const GError *error)
{
  return g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED) ||
         g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CROWDED) ||
         g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT) ||
         g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static void
take_refusal (GgovChange   *change,
              Order        *order,
              gint64        issue_id,
              const GError *cause)
{
  g_autoptr(GgovIssue) issue = _ggov_issue_find (change->db, issue_id, NULL);
  GgovIssueRefusal *refusal = g_new0 (GgovIssueRefusal, 1);

  refusal->issue_id = issue_id;
  refusal->number = g_strdup (issue ? ggov_issue_get_fields (issue)->number : "");
  refusal->title = g_strdup (issue ? ggov_issue_get_fields (issue)->title : "");
  refusal->sentence = ggov_store_error_dup_sentence (cause, NULL);
  refusal->is_crowded = cause->code == GGOV_STORE_ERROR_CROWDED;
  g_ptr_array_add (order->refusals, refusal);
}

/* On the store's thread. */
static gboolean
move_issues (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  Order *order = data;
  g_autofree char *subject = NULL;
  guint n_moved;

  for (guint i = 0; i < order->issue_ids->len; i++)
    {
      g_autoptr(GError) cause = NULL;

      order->step.issue_id = g_array_index (order->issue_ids, gint64, i);
      order->step.row_version = -1;
      if (ggov_change_try (change, move_one, &order->step, &cause))
        continue;

      if (!is_of_one (cause))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      take_refusal (change, order, order->step.issue_id, cause);
    }

  /* The last number is the change's subject already, where there was only one. */
  n_moved = order->issue_ids->len - order->refusals->len;
  if (n_moved != 1)
    {
      subject = g_strdup_printf ("%u", n_moved);
      ggov_change_set_subject (change, subject);
    }

  return TRUE;
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &order->change_id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ggov_store_move_issues_async (GgovStore           *self,
                              GArray              *issue_ids,
                              const GgovIssueStep *step,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;
  Order *order;

  g_return_if_fail (issue_ids != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  order = g_new0 (Order, 1);
  order->issue_ids = g_array_copy (issue_ids);
  order->step = *step;
  order->step.note = order->note = g_strdup (step->note);
  order->step.granted = order->granted = g_strdup (step->granted);
  order->step.pass_reason = order->pass_reason = g_strdup (step->pass_reason);
  order->step.n_papers = 0;
  order->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) refusal_free);

  g_task_set_source_tag (task, ggov_store_move_issues_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  ggov_store_change_async (self, N_("Move issues on"), "", move_issues, order, NULL, cancellable,
                           moved_cb, task);
}

gboolean
ggov_store_move_issues_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               gint64        *change_id,
                               GPtrArray    **refusals,
                               GError       **error)
{
  Order *order;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  order = g_task_get_task_data (G_TASK (result));
  *change_id = order->change_id;
  *refusals = g_steal_pointer (&order->refusals);

  return TRUE;
}
