/* ggov-store-begin-draft.c: drafts begun: from a plan, from nothing, or as something was proposed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-private.h"
#include "ggov-local-time.h"
#include "ggov-store-plans.h"
#include "ggov-store-private.h"
#include "ggov-write-drafts.h"
#include "ggov-write-places.h"

#define SQL_SAME_NAME "SELECT count (*) FROM plan WHERE community_id = $1 AND name = $2"
#define SQL_BUILDINGS "SELECT count (*) FROM building WHERE community_id = $1"

/* Posts and issues of this day are nobody's: none began so late. */
#define NO_DAY "9999-12-31"

/* What to begin, and what came of it. */
typedef struct
{
  gint64          community_id; /* 0 where a plan is copied, or states are taken */
  gint64          plan_id;      /* the plan to copy, or 0 */
  GgovDraftStart  start;
  GPtrArray      *befores;      /* (nullable) (element-type GgovDraft) */
  GPtrArray      *afters;       /* (nullable) (element-type GgovDraft) */
  char           *name;         /* (nullable) */

  GArray         *plan_ids;     /* (element-type gint64): the drafts */
  gint64          change_id;
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->befores, g_ptr_array_unref);
  g_clear_pointer (&order->afters, g_ptr_array_unref);
  g_free (order->name);
  g_array_unref (order->plan_ids);
  g_free (order);
}

static gboolean
count (GgovDb      *db,
       const char  *sql,
       gint64       community_id,
       const char  *name,
       gint64      *n,
       GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, community_id);
  if (name)
    ggov_stmt_bind_text (stmt, 2, name);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  *n = ggov_stmt_get_int (stmt, 0);

  return TRUE;
}

/* Plans of one community that are called alike are told apart by a number. */
static char *
dup_free_name (GgovChange  *change,
               gint64       community_id,
               const char  *wanted,
               GError     **error)
{
  g_autofree char *name = g_strdup (wanted);
  gint64 n;

  for (guint i = 2; ; i++)
    {
      if (!count (change->db, SQL_SAME_NAME, community_id, name, &n, error))
        return NULL;
      if (n == 0)
        return g_steal_pointer (&name);

      g_free (name);
      name = g_strdup_printf ("%s (%u)", wanted, i);
    }
}

static gint64
write_plan (GgovChange         *change,
            const GgovPlanRow  *community,
            const char         *wanted,
            GError            **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (change->at));
  g_autofree char *usual = NULL;
  g_autofree char *name = NULL;
  GgovPlanRecord record = {
    .community_id = community->community_id,
    .state = "draft",
    .based_on_id = community->latest_id,
  };

  if (wanted == NULL || *wanted == '\0')
    /* Translators: the name of a plan: a community and a day */
    usual = g_strdup_printf (_("%s %s"), community->community, day);
  if (!(name = dup_free_name (change, community->community_id, usual ? usual : wanted, error)))
    return 0;

  record.name = name;

  return ggov_change_add_plan (change, &record, error);
}

static void
add_renumbered (GgovDraft           *draft,
                GHashTable          *numbers,
                const GgovDraftGrid *grid,
                gint64               grid_id)
{
  g_hash_table_insert (numbers, (gpointer) &grid->number,
                       GUINT_TO_POINTER (draft->grids->len + 1));
  _ggov_draft_add_grid (draft, draft->grids->len + 1, grid_id, grid->name, grid->is_locked);
}

/* The grids numbered from 1, those that go on by their codes, then the others. A grid that the plan
 * compared with has not was given up, and its code is not given twice. */
static GHashTable *
renumber_grids (GgovDraft *from,
                GgovDraft *draft)
{
  GHashTable *numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < from->facts->bases->len; i++)
    {
      const GgovDraftBase *base = ggov_draft_get_base (from, i);
      const GgovDraftGrid *grid = _ggov_draft_find_going_on (from, base->grid_id);

      if (grid)
        add_renumbered (draft, numbers, grid, base->is_before ? base->grid_id : 0);
    }

  for (guint i = 0; i < from->grids->len; i++)
    if (!g_hash_table_contains (numbers, &ggov_draft_get_grid (from, i)->number))
      add_renumbered (draft, numbers, ggov_draft_get_grid (from, i), 0);

  return numbers;
}

static GgovDraft *
renumber (GgovDraft  *from,
          GError    **error)
{
  g_autoptr(GgovDraft) draft = _ggov_draft_new (from->facts);
  g_autoptr(GHashTable) numbers = renumber_grids (from, draft);

  for (guint i = 0; i < from->facts->lots->len; i++)
    draft->numbers[i] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &from->numbers[i]));

  if (from->subdivision == NULL)
    return g_steal_pointer (&draft);

  draft->subdivision = ggov_geo_subdivision_new ();
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (from->subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (from->subdivision, i);
      gpointer left = g_hash_table_lookup (numbers, &arc->left_grid_id);
      gpointer right = g_hash_table_lookup (numbers, &arc->right_grid_id);

      if (!ggov_geo_subdivision_add_arc (draft->subdivision, i + 1, GPOINTER_TO_UINT (left),
                                         GPOINTER_TO_UINT (right), arc->coords, arc->n_points,
                                         error))
        return NULL;
    }

  return g_steal_pointer (&draft);
}

/* Returns: the plan's number, or 0 with @error set */
static gint64
write_draft_as (GgovChange  *change,
                GgovDraft   *draft,
                const char  *name,
                GError     **error)
{
  const GgovPlanRow *row = ggov_plan_get_row (draft->facts->plan);
  gint64 plan_id = write_plan (change, row, name, error);

  if (plan_id == 0 || !_ggov_draft_write_all (change, plan_id, draft, error))
    return 0;

  ggov_change_set_subject (change, row->community_code);

  return plan_id;
}

static gboolean
write_draft (GgovChange  *change,
             Order       *order,
             GgovDraft   *draft,
             GError     **error)
{
  gint64 plan_id = write_draft_as (change, draft, order->name, error);

  if (plan_id != 0)
    g_array_append_val (order->plan_ids, plan_id);

  return plan_id != 0;
}

/* On the store's thread. */
static gboolean
create (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  Order *order = data;
  g_autoptr(GgovDraft) latest =
    _ggov_draft_read_latest (change->db, order->community_id, NO_DAY, error);
  g_autoptr(GgovDraft) draft = NULL;

  if (latest == NULL)
    return FALSE;

  if (order->start == GGOV_DRAFT_FROM_PLAN && latest->facts->before_id == 0)
    return _ggov_plan_refuse (error, _("This community has no plan yet. Begin from nothing."));

  draft = order->start == GGOV_DRAFT_FROM_PLAN ? renumber (latest, error)
                                               : _ggov_draft_new (latest->facts);

  return draft != NULL && write_draft (change, order, draft, error);
}

GgovDraft *
ggov_change_load_latest_plan (GgovChange  *change,
                              gint64       community_id,
                              GError     **error)
{
  return _ggov_draft_read_latest (change->db, community_id, NO_DAY, error);
}

gint64
ggov_change_add_draft (GgovChange  *change,
                       GgovDraft   *state,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(GgovDraft) draft = renumber (state, error);

  return draft ? write_draft_as (change, draft, name, error) : 0;
}

static gboolean
is_draft (GgovDraft *draft)
{
  const GgovPlanRow *row = ggov_plan_get_row (draft->facts->plan);

  return row->id != 0 && g_str_equal (row->state_code, "draft");
}

/* On the store's thread. */
static gboolean
copy (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  Order *order = data;
  g_autoptr(GPtrArray) plans = _ggov_plan_read (change->db, 0, order->plan_id, NO_DAY, error);
  g_autoptr(GgovDraft) from = NULL;
  g_autoptr(GgovDraft) numbered = NULL;
  g_autoptr(GgovDraft) draft = NULL;
  gint64 latest_id;

  if (plans == NULL)
    return FALSE;

  latest_id = plans->len > 0 ? ggov_plan_get_row (plans->pdata[0])->latest_id : 0;
  if (!(from = _ggov_draft_read (change->db, order->plan_id, latest_id, NO_DAY, error)) ||
      !(numbered = renumber (from, error)))
    return FALSE;

  if (order->name == NULL)
    /* Translators: the name of a plan that was copied from this one */
    order->name = g_strdup_printf (_("%s (copy)"), ggov_plan_get_row (from->facts->plan)->name);
  draft = is_draft (from) && !ggov_plan_is_overtaken (from->facts->plan)
    ? g_object_ref (numbered) : ggov_draft_match_codes (numbered);

  return write_draft (change, order, draft, error);
}

/* What was worked out for another state than there is now is not written. */
static gboolean
check_ground (GgovDb     *db,
              GgovDraft  *before,
              GError    **error)
{
  gint64 community_id = ggov_plan_get_row (before->facts->plan)->community_id;
  g_autoptr(GPtrArray) plans = _ggov_plan_read (db, community_id, 0, NO_DAY, error);
  gint64 latest_id, n_buildings;

  if (plans == NULL ||
      !count (db, SQL_BUILDINGS, community_id, NULL, &n_buildings, error))
    return FALSE;

  latest_id = plans->len > 0 ? ggov_plan_get_row (plans->pdata[0])->latest_id : 0;
  if (latest_id == before->facts->before_id && n_buildings == before->facts->lots->len)
    return TRUE;

  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT,
                       "the plan or its buildings changed since this was worked out");
  return FALSE;
}

static gboolean
take_into (GgovChange  *change,
           Order       *order,
           GgovDraft   *before,
           GgovDraft   *after,
           GError     **error)
{
  gint64 plan_id = ggov_plan_get_row (before->facts->plan)->id;
  g_autoptr(GgovPlan) plan = _ggov_draft_find_plan (change->db, plan_id, error);

  if (plan == NULL || !_ggov_draft_write_difference (change, before, after, error))
    return FALSE;

  ggov_change_set_subject (change, ggov_plan_get_row (plan)->community_code);
  g_array_append_val (order->plan_ids, plan_id);

  return TRUE;
}

static gboolean
take_anew (GgovChange  *change,
           Order       *order,
           GgovDraft   *before,
           GgovDraft   *after,
           GError     **error)
{
  g_autoptr(GgovDraft) draft = NULL;

  return check_ground (change->db, before, error) && (draft = renumber (after, error)) &&
         write_draft (change, order, draft, error);
}

/* On the store's thread. */
static gboolean
take (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  Order *order = data;

  for (guint i = 0; i < order->afters->len; i++)
    {
      GgovDraft *before = order->befores->pdata[i];
      GgovDraft *after = order->afters->pdata[i];

      if (!(is_draft (before) ? take_into (change, order, before, after, error)
                              : take_anew (change, order, before, after, error)))
        return FALSE;
    }

  if (order->afters->len > 1)
    ggov_change_set_subject (change, "");

  return TRUE;
}

static void
begun_cb (GObject      *object,
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

static void
begin (GgovStore           *self,
       gpointer             tag,
       const char          *action,
       GgovChangeFunc       func,
       Order               *order,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  order->plan_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* What is on the disk is done, even if it was given up in the same moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  ggov_store_change_async (self, action, "", func, order, NULL, cancellable, begun_cb, task);
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
  Order *order = g_new0 (Order, 1);

  order->community_id = community_id;
  order->start = start;
  order->name = g_strdup (name);
  begin (self, ggov_store_create_draft_async, N_("Begin a draft of a plan"), create, order,
         cancellable, callback, user_data);
}

void
ggov_store_copy_plan_async (GgovStore           *self,
                            gint64               plan_id,
                            const char          *name,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->plan_id = plan_id;
  order->name = g_strdup (name);
  begin (self, ggov_store_copy_plan_async, N_("Copy a plan as a draft"), copy, order, cancellable,
         callback, user_data);
}

void
ggov_store_take_drafts_async (GgovStore           *self,
                              GPtrArray           *befores,
                              GPtrArray           *afters,
                              const char          *name,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Order *order;

  g_return_if_fail (befores != NULL && afters != NULL && befores->len == afters->len);

  order = g_new0 (Order, 1);
  order->befores = g_ptr_array_ref (befores);
  order->afters = g_ptr_array_ref (afters);
  order->name = g_strdup (name);
  begin (self, ggov_store_take_drafts_async, N_("Propose a division into grids"), take, order,
         cancellable, callback, user_data);
}

gboolean
ggov_store_create_draft_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                gint64        *change_id,
                                gint64        *plan_id,
                                GError       **error)
{
  const Order *order;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  order = g_task_get_task_data (G_TASK (result));
  if (change_id)
    *change_id = order->change_id;
  if (plan_id)
    *plan_id = order->plan_ids->len > 0 ? g_array_index (order->plan_ids, gint64, 0) : 0;

  return TRUE;
}

GArray *
ggov_store_take_drafts_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               gint64        *change_id,
                               GError       **error)
{
  if (!ggov_store_create_draft_finish (self, result, change_id, NULL, error))
    return NULL;

  return g_array_ref (((Order *) g_task_get_task_data (G_TASK (result)))->plan_ids);
}

/* What a community's next plan begins from. */
typedef struct
{
  gint64  community_id;
  char   *day;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->day);
  g_free (request);
}

/* On the store's thread. */
static void
load_job (GTask  *task,
          GgovDb *db)
{
  const Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  GgovDraft *draft = _ggov_draft_read_latest (db, request->community_id, request->day, &error);

  if (draft)
    g_task_return_pointer (task, draft, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_load_latest_plan_async (GgovStore           *self,
                                   gint64               community_id,
                                   const char          *day,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Request *request;

  g_return_if_fail (day != NULL);

  request = g_new0 (Request, 1);
  request->community_id = community_id;
  request->day = g_strdup (day);
  _ggov_store_call (self, ggov_store_load_latest_plan_async, load_job, request, request_free,
                    cancellable, callback, user_data);
}

GgovDraft *
ggov_store_load_latest_plan_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
