/* ggov-store-plans.c: plans listed, drafts begun and thrown away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-private.h"
#include "ggov-local-time.h"
#include "ggov-places-private.h"
#include "ggov-store-plans.h"
#include "ggov-write-places.h"

#define SQL_COMMUNITY \
  "SELECT c.code, c.name, (SELECT o.id FROM plan o WHERE o.community_id = c.id " \
  "AND o.state <> 'draft' ORDER BY coalesce (o.valid_from, '') DESC, o.id DESC LIMIT 1) " \
  "FROM community c WHERE c.id = $1"

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

/* A draft to begin, and what came of it. */
typedef struct
{
  gint64          community_id;
  GgovDraftStart  start;
  char           *name;      /* (nullable) */

  char           *code;
  char           *community;
  gint64          latest_id;
  gint64          plan_id;
  gint64          change_id;
} CreateOrder;

static void
create_order_free (CreateOrder *order)
{
  g_free (order->name);
  g_free (order->code);
  g_free (order->community);
  g_free (order);
}

static gboolean
find_community (GgovDb       *db,
                CreateOrder  *order,
                GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_COMMUNITY, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->community_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                           "no such community");
      return FALSE;
    }

  order->code = g_strdup (ggov_stmt_get_text (stmt, 0));
  order->community = g_strdup (ggov_stmt_get_text (stmt, 1));
  order->latest_id = ggov_stmt_get_int (stmt, 2);
  if (order->start == GGOV_DRAFT_FROM_PLAN && order->latest_id == 0)
    return _ggov_plan_refuse (error, _("This community has no plan yet. Begin from nothing."));

  return TRUE;
}

static gint64
write_plan (GgovChange   *change,
            CreateOrder  *order,
            GError      **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (change->at));
  g_autofree char *name = NULL;
  GgovPlanRecord record = {
    .community_id = order->community_id,
    .state = "draft",
    .based_on_id = order->latest_id,
  };

  if (order->name && *order->name != '\0')
    name = g_strdup (order->name);
  else
    /* Translators: the name of a plan: a community and a day */
    name = g_strdup_printf (_("%s %s"), order->community, day);
  record.name = name;

  return ggov_change_add_plan (change, &record, error);
}

/* The grids of a plan, numbered from 1 by their codes, and so are its arcs. */
static GgovDraft *
renumber (GgovDraft  *plan,
          GError    **error)
{
  g_autoptr(GgovDraft) draft = _ggov_draft_new (plan->facts);
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan->facts->bases->len; i++)
    {
      const GgovDraftBase *base = ggov_draft_get_base (plan, i);
      const GgovDraftGrid *grid = _ggov_draft_find_going_on (plan, base->grid_id);

      if (grid == NULL)
        continue;

      g_hash_table_insert (numbers, (gpointer) &grid->number,
                           GUINT_TO_POINTER (draft->grids->len + 1));
      _ggov_draft_add_grid (draft, draft->grids->len + 1, grid->grid_id, grid->name, FALSE);
    }

  for (guint i = 0; i < plan->facts->lots->len; i++)
    draft->numbers[i] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &plan->numbers[i]));

  draft->subdivision = ggov_geo_subdivision_new ();
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (plan->subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (plan->subdivision, i);
      gpointer left = g_hash_table_lookup (numbers, &arc->left_grid_id);
      gpointer right = g_hash_table_lookup (numbers, &arc->right_grid_id);

      if (!ggov_geo_subdivision_add_arc (draft->subdivision, i + 1, GPOINTER_TO_UINT (left),
                                         GPOINTER_TO_UINT (right), arc->coords, arc->n_points,
                                         error))
        return NULL;
    }

  return g_steal_pointer (&draft);
}

/* On the store's thread. */
static gboolean
create (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  CreateOrder *order = data;
  g_autoptr(GgovDraft) from = NULL;
  g_autoptr(GgovDraft) draft = NULL;

  if (!find_community (change->db, order, error) ||
      !(order->plan_id = write_plan (change, order, error)))
    return FALSE;

  ggov_change_set_subject (change, order->code);
  from = _ggov_draft_read (change->db,
                           order->start == GGOV_DRAFT_FROM_PLAN ? order->latest_id
                                                                : order->plan_id,
                           order->latest_id, "9999-12-31", error);
  if (from == NULL)
    return FALSE;

  draft = order->start == GGOV_DRAFT_FROM_PLAN ? renumber (from, error) : g_object_ref (from);

  return draft != NULL && _ggov_draft_write_all (change, order->plan_id, draft, error);
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CreateOrder *order = g_task_get_task_data (task);
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &order->change_id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ggov_store_create_draft_async (GgovStore           *self,
                               gint64               community_id,
                               GgovDraftStart       start,
                               const char          *name,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  CreateOrder *order = g_new0 (CreateOrder, 1);

  order->community_id = community_id;
  order->start = start;
  order->name = g_strdup (name);

  /* What is on the disk is done, even if it was given up in the same moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, ggov_store_create_draft_async);
  g_task_set_task_data (task, order, (GDestroyNotify) create_order_free);
  ggov_store_change_async (self, N_("Begin a draft of a plan"), "", create, order, NULL,
                           cancellable, created_cb, task);
}

gboolean
ggov_store_create_draft_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                gint64        *change_id,
                                gint64        *plan_id,
                                GError       **error)
{
  const CreateOrder *order;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  order = g_task_get_task_data (G_TASK (result));
  if (change_id)
    *change_id = order->change_id;
  if (plan_id)
    *plan_id = order->plan_id;

  return TRUE;
}

/* On the store's thread. */
static gboolean
discard (GgovChange  *change,
         gpointer     data,
         GError     **error)
{
  const gint64 *plan_id = data;
  g_autoptr(GgovPlan) plan = _ggov_draft_find_plan (change->db, *plan_id, error);

  if (plan == NULL)
    return FALSE;

  ggov_change_set_subject (change, ggov_plan_get_row (plan)->community_code);

  return _ggov_draft_remove_all (change, *plan_id, error) &&
         _ggov_change_delete (change, "plan", *plan_id, error);
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
