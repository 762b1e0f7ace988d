/* ggov-store-plans.c: plans listed and named, drafts thrown away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-private.h"
#include "ggov-store-plans.h"

/* Whether something is a plan does not depend on the day. */
#define NO_DAY "0001-01-01"

typedef struct
{
  gint64  community_id;
  char   *day;
} ListOrder;

static void
list_order_free (ListOrder *order)
{
  g_free (order->day);
  g_free (order);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const ListOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *plans = _ggov_plan_read (db, order->community_id, 0, order->day, &error);

  if (plans)
    g_task_return_pointer (task, plans, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_plans_async (GgovStore           *self,
                             gint64               community_id,
                             const char          *day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  ListOrder *order;

  g_return_if_fail (day != NULL);

  order = g_new0 (ListOrder, 1);
  order->community_id = community_id;
  order->day = g_strdup (day);

  _ggov_store_call (self, ggov_store_list_plans_async, list_job, order,
                    (GDestroyNotify) list_order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_plans_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  GPtrArray *plans;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  plans = g_task_propagate_pointer (G_TASK (result), error);

  return plans ? _ggov_store_take_list (plans, GGOV_TYPE_PLAN) : NULL;
}

gboolean
_ggov_draft_discard (GgovChange  *change,
                     gint64       plan_id,
                     GError     **error)
{
  g_autoptr(GgovPlan) plan = _ggov_draft_find_plan (change->db, plan_id, error);

  if (plan == NULL)
    return FALSE;

  ggov_change_set_subject (change, ggov_plan_get_row (plan)->community_code);

  return _ggov_draft_remove_all (change, plan_id, error) &&
         _ggov_change_delete (change, "plan", plan_id, error);
}

/* On the store's thread. */
static gboolean
discard (GgovChange  *change,
         gpointer     data,
         GError     **error)
{
  return _ggov_draft_discard (change, *(const gint64 *) data, error);
}

void
ggov_store_discard_draft_async (GgovStore           *self,
                                gint64               plan_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  ggov_store_change_async (self, N_("Throw a draft of a plan away"), "", discard,
                           g_memdup2 (&plan_id, sizeof plan_id), g_free, cancellable, callback,
                           user_data);
}

typedef struct
{
  gint64  plan_id;
  char   *name; /* (nullable) */
  char   *note; /* (nullable) */
} NameOrder;

static void
name_order_free (gpointer data)
{
  NameOrder *order = data;

  g_free (order->name);
  g_free (order->note);
  g_free (order);
}

/* On the store's thread. */
static gboolean
name_plan (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  NameOrder *order = data;
  g_autoptr(GPtrArray) plans = _ggov_plan_read (change->db, 0, order->plan_id, NO_DAY, error);
  GgovColumn columns[] = { GGOV_TEXT ("name", NULL), GGOV_TEXT ("note", NULL) };
  const GgovPlanRow *row;

  if (plans == NULL)
    return FALSE;

  if (plans->len == 0 || order->plan_id == 0)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "no such plan");
      return FALSE;
    }

  if (order->name && *order->name == '\0')
    return _ggov_plan_refuse (error, _("A plan needs a name."));

  row = ggov_plan_get_row (plans->pdata[0]);
  ggov_change_set_subject (change, row->community_code);
  columns[0].value = order->name ? order->name : row->name;
  columns[1].value = order->note ? order->note : row->note;

  return _ggov_change_update (change, "plan", order->plan_id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

void
ggov_store_name_plan_async (GgovStore           *self,
                            gint64               plan_id,
                            const char          *name,
                            const char          *note,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  NameOrder *order = g_new0 (NameOrder, 1);

  order->plan_id = plan_id;
  order->name = name ? g_strstrip (g_strdup (name)) : NULL;
  order->note = note ? g_strstrip (g_strdup (note)) : NULL;

  ggov_store_change_async (self, N_("Name a plan or note something of it"), "", name_plan, order,
                           name_order_free, cancellable, callback, user_data);
}
