/* ggov-store-drafts.c: drafts read, saved, compared and looked over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-private.h"
#include "ggov-store-plans.h"

/* The first day there is: what is read for its rows only needs no other. */
#define NO_DAY "0001-01-01"

/* A plan, what it is set beside, and a day. */
typedef struct
{
  gint64  plan_id;
  gint64  before_id;
  char   *day;
} Request;

static void
request_free (Request *request)
{
  g_free (request->day);
  g_free (request);
}

static Request *
request_new (gint64      plan_id,
             gint64      before_id,
             const char *day)
{
  Request *request = g_new0 (Request, 1);

  request->plan_id = plan_id;
  request->before_id = before_id;
  request->day = g_strdup (day);

  return request;
}

/* Two plans that are compared are of one community. */
static gboolean
check_before (GgovDb     *db,
              GgovDraft  *draft,
              gint64      before_id,
              GError    **error)
{
  g_autoptr(GPtrArray) plans = NULL;
  const GgovPlanRow *row;

  if (before_id == 0)
    return TRUE;

  if (!(plans = _ggov_plan_read (db, 0, before_id, NO_DAY, error)))
    return FALSE;

  row = plans->len > 0 ? ggov_plan_get_row (plans->pdata[0]) : NULL;
  if (row == NULL || g_str_equal (row->state_code, "draft") ||
      row->community_id != ggov_plan_get_row (draft->facts->plan)->community_id)
    return _ggov_plan_refuse (error, _("Only with an approved plan of the same community can a "
                                       "plan be compared."));

  return TRUE;
}

static GgovDraft *
read_request (GTask   *task,
              GgovDb  *db,
              GError **error)
{
  const Request *request = g_task_get_task_data (task);
  g_autoptr(GgovDraft) draft =
    _ggov_draft_read (db, request->plan_id, request->before_id, request->day, error);

  if (draft == NULL || !check_before (db, draft, request->before_id, error))
    return NULL;

  return g_steal_pointer (&draft);
}

/* On the store's thread. */
static void
load_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GgovDraft *draft = read_request (task, db, &error);

  if (draft)
    g_task_return_pointer (task, draft, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_load_draft_async (GgovStore           *self,
                             gint64               plan_id,
                             const char          *day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_load_draft_async, load_job, request_new (plan_id, 0, day),
                    (GDestroyNotify) request_free, cancellable, callback, user_data);
}

GgovDraft *
ggov_store_load_draft_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* On the store's thread. */
static void
compare_job (GTask  *task,
             GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovDraft) draft = read_request (task, db, &error);

  if (draft)
    g_task_return_pointer (task, ggov_draft_compare (draft), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_compare_plans_async (GgovStore           *self,
                                gint64               before_id,
                                gint64               after_id,
                                const char          *day,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_compare_plans_async, compare_job,
                    request_new (after_id, before_id, day), (GDestroyNotify) request_free,
                    cancellable, callback, user_data);
}

GgovPlanComparison *
ggov_store_compare_plans_finish (GgovStore     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* On the store's thread. */
static void
validate_job (GTask  *task,
              GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovDraft) draft = read_request (task, db, &error);
  GListModel *findings = draft ? ggov_draft_validate (draft, &error) : NULL;

  if (findings)
    g_task_return_pointer (task, findings, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_validate_plan_async (GgovStore           *self,
                                gint64               plan_id,
                                const char          *day,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_validate_plan_async, validate_job,
                    request_new (plan_id, 0, day), (GDestroyNotify) request_free, cancellable,
                    callback, user_data);
}

GListModel *
ggov_store_validate_plan_finish (GgovStore     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GgovDraft *before;
  GgovDraft *after;
} SaveOrder;

static void
save_order_free (gpointer data)
{
  SaveOrder *order = data;

  g_clear_object (&order->before);
  g_clear_object (&order->after);
  g_free (order);
}

/* On the store's thread. */
static gboolean
save (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  SaveOrder *order = data;
  gint64 plan_id = ggov_plan_get_row (order->before->facts->plan)->id;
  g_autoptr(GgovPlan) plan = _ggov_draft_find_plan (change->db, plan_id, error);

  if (plan == NULL)
    return FALSE;

  ggov_change_set_subject (change, ggov_plan_get_row (plan)->community_code);

  return _ggov_draft_write_difference (change, order->before, order->after, error);
}

void
ggov_store_save_draft_async (GgovStore           *self,
                             GgovDraft           *before,
                             GgovDraft           *after,
                             const char          *action,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  SaveOrder *order;

  g_return_if_fail (GGOV_IS_DRAFT (before));
  g_return_if_fail (GGOV_IS_DRAFT (after));
  g_return_if_fail (before->facts == after->facts);

  order = g_new0 (SaveOrder, 1);
  order->before = g_object_ref (before);
  order->after = g_object_ref (after);

  ggov_store_change_async (self, action, "", save, order, save_order_free, cancellable, callback,
                           user_data);
}

typedef struct
{
  gint64    plan_id;
  gint64    number;
  char     *name; /* (nullable) */
  gboolean  is_locked;
} GridOrder;

static void
grid_order_free (gpointer data)
{
  GridOrder *order = data;

  g_free (order->name);
  g_free (order);
}

/* On the store's thread. */
static gboolean
set_grid (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  GridOrder *order = data;
  g_autoptr(GgovPlan) plan = _ggov_draft_find_plan (change->db, order->plan_id, error);
  g_autoptr(GgovDraft) before = NULL;
  g_autoptr(GgovDraft) after = NULL;

  if (plan == NULL ||
      !(before = _ggov_draft_read (change->db, order->plan_id, 0, NO_DAY, error)))
    return FALSE;

  if (ggov_draft_find_grid (before, order->number) == NULL)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                           "the draft has no such grid");
      return FALSE;
    }

  ggov_change_set_subject (change, ggov_plan_get_row (plan)->community_code);
  after = ggov_draft_edit_grid (before, order->number, order->name, order->is_locked);

  return _ggov_draft_write_difference (change, before, after, error);
}

void
ggov_store_set_draft_grid_async (GgovStore           *self,
                                 gint64               plan_id,
                                 gint64               number,
                                 const char          *name,
                                 gboolean             is_locked,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GridOrder *order = g_new0 (GridOrder, 1);

  order->plan_id = plan_id;
  order->number = number;
  order->name = g_strdup (name);
  order->is_locked = is_locked;

  ggov_store_change_async (self, N_("Name or lock a grid of a draft"), "", set_grid, order,
                           grid_order_free, cancellable, callback, user_data);
}

/* On the store's thread. */
static gboolean
rebase (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  const gint64 *plan_id = data;
  g_autoptr(GgovPlan) plan = _ggov_draft_find_plan (change->db, *plan_id, error);
  g_autoptr(GgovDraft) before = NULL;
  g_autoptr(GgovDraft) after = NULL;
  GgovColumn columns[] = { GGOV_ID ("based_on_id", 0) };

  if (plan == NULL || !(before = _ggov_draft_read (change->db, *plan_id, 0, NO_DAY, error)))
    return FALSE;

  ggov_change_set_subject (change, ggov_plan_get_row (plan)->community_code);
  columns[0].number = ggov_plan_get_row (plan)->latest_id;
  after = ggov_draft_match_codes (before);

  return _ggov_change_update (change, "plan", *plan_id, -1, columns, 1, error) &&
         _ggov_draft_write_difference (change, before, after, error);
}

void
ggov_store_rebase_draft_async (GgovStore           *self,
                               gint64               plan_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ggov_store_change_async (self, N_("Let a draft follow the latest plan"), "", rebase,
                           g_memdup2 (&plan_id, sizeof plan_id), g_free, cancellable, callback,
                           user_data);
}
