/* ggov-drafting.c: one draft being drawn at one desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-draft-deed.h"
#include "ggov-drafting.h"
#include "ggov-error-text.h"
#include "ggov-plan-stroke.h"
#include "ggov-store-plans.h"

/* What a draft is made of, and what is counted in it. */
static const char * const tables[] = {
  "building", "community", "draft_arc", "draft_building", "draft_grid", "household", "issue", "plan",
  "post", NULL,
};

struct _GgovDrafting
{
  GObject        parent_instance;

  GgovSession   *session;   /* (nullable): NULL once it is closed */
  gint64         plan_id;
  GgovDraft     *draft;     /* (nullable): NULL until it is read */
  GgovGeoLayout *layout;    /* (nullable): of the draft */
  GQueue         deeds;     /* (element-type GgovDraftDeed): what is still to be done */
  GgovDraftDeed *doing;     /* (nullable) (unowned): what is being done */
  gboolean       is_busy;
  gboolean       is_writing;
  gboolean       is_taken_back; /* whether what is being worked out is not wanted any more */
  guint          n_changes; /* that were told of while a deed was being written */
  gboolean       is_old;    /* whether it has to be read again */
};

enum {
  CHANGED,
  LOST,
  QUEUED,
  REFUSED,
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovDrafting, ggov_drafting, G_TYPE_OBJECT)

/* A deed under way, and whose it is. */
typedef struct
{
  GgovDrafting  *drafting; /* (owned) */
  GgovDraftDeed *deed;     /* (owned) */
} Work;

static void
work_free (Work *work)
{
  if (work->drafting->doing == work->deed)
    work->drafting->doing = NULL;
  g_clear_object (&work->drafting);
  g_clear_pointer (&work->deed, ggov_draft_deed_free);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static Work *
work_new (GgovDrafting  *self,
          GgovDraftDeed *deed)
{
  Work *work = g_new0 (Work, 1);

  work->drafting = g_object_ref (self);
  work->deed = deed;
  self->doing = deed;

  return work;
}

static void go_on (GgovDrafting *self);

static void
tell (GgovDrafting *self,
      guint         signal,
      const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  g_signal_emit (self, signals[signal], 0, sentence);
}

static void
take_state (GgovDrafting  *self,
            GgovDraft     *draft,
            GgovGeoLayout *layout)
{
  g_set_object (&self->draft, draft);
  ggov_geo_layout_ref (layout);
  g_clear_pointer (&self->layout, ggov_geo_layout_unref);
  self->layout = layout;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* On a thread of its own. */
static void
lay_out (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  GError *error = NULL;
  GgovGeoLayout *layout = ggov_draft_new_layout (task_data, &error);

  if (layout)
    g_task_return_pointer (task, layout, (GDestroyNotify) ggov_geo_layout_unref);
  else
    g_task_return_error (task, error);
}

static void
laid_out_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GgovDrafting *self = GGOV_DRAFTING (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovGeoLayout) layout = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_busy = FALSE;
  if (self->session == NULL)
    return;

  if (layout == NULL)
    {
      tell (self, LOST, error);
      return;
    }

  take_state (self, g_task_get_task_data (G_TASK (result)), layout);
  go_on (self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovDrafting) self = user_data;
  g_autoptr(GError) error = NULL;
  GgovDraft *draft = ggov_store_load_draft_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GTask) task = NULL;

  if (draft && self->session)
    {
      task = g_task_new (self, NULL, laid_out_cb, NULL);
      g_task_set_task_data (task, draft, g_object_unref);
      g_task_run_in_thread (task, lay_out);
      return;
    }

  self->is_busy = FALSE;
  if (self->session)
    tell (self, LOST, error);
  g_clear_object (&draft);
}

static void
load (GgovDrafting *self)
{
  self->is_busy = TRUE;
  self->is_old = FALSE;
  ggov_store_load_draft_async (ggov_session_get_store (self->session), self->plan_id,
                               ggov_session_get_today (self->session), NULL, loaded_cb,
                               g_object_ref (self));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Work) work = user_data;
  GgovDrafting *self = work->drafting;
  GgovDraftDeed *deed = work->deed;
  g_autoptr(GError) error = NULL;
  gint64 change;

  self->is_busy = self->is_writing = FALSE;
  self->doing = NULL;
  if (self->session == NULL)
    return;

  if (!ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    {
      self->is_old = TRUE;
      tell (self, REFUSED, error);
    }
  else
    {
      /* Its own change need not be read again, but another's need. */
      self->is_old |= self->n_changes > 1 || deed->after == NULL;
      if (deed->after)
        take_state (self, deed->after, deed->layout);
      if (change != 0)
        g_signal_emit (self, signals[SAVED], 0, deed->sentence, change);
    }

  g_signal_emit (self, signals[QUEUED], 0);
  go_on (self);
}

/* On a thread of its own. */
static void
work_out (GTask        *task,
          gpointer      source_object,
          gpointer      task_data,
          GCancellable *cancellable)
{
  GError *error = NULL;

  if (ggov_draft_deed_work_out (((Work *) task_data)->deed, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
do_again (GgovDrafting  *self,
          GgovDraftDeed *deed)
{
  ggov_draft_deed_leave (deed);
  g_queue_push_head (&self->deeds, deed);
}

static void
save (GgovDrafting  *self,
      GgovDraftDeed *deed)
{
  self->is_busy = self->is_writing = TRUE;
  self->n_changes = 0;
  ggov_store_save_draft_async (ggov_session_get_store (self->session), deed->before, deed->after,
                               ggov_plan_stroke_get_action (deed->stroke), NULL, written_cb,
                               work_new (self, deed));
}

static void
worked_out_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GgovDrafting *self = GGOV_DRAFTING (object);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean is_fine = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_busy = FALSE;
  if (self->session == NULL)
    return;

  /* Somebody wrote meanwhile: once more, on what is there now. */
  self->doing = NULL;
  if (self->is_taken_back)
    self->is_taken_back = FALSE;
  else if (is_fine && self->is_old)
    do_again (self, g_steal_pointer (&work->deed));
  else if (is_fine && work->deed->after)
    {
      save (self, g_steal_pointer (&work->deed));
      return;
    }
  else if (!is_fine)
    tell (self, REFUSED, error);

  g_signal_emit (self, signals[QUEUED], 0);
  go_on (self);
}

static void
begin_deed (GgovDrafting  *self,
            GgovDraftDeed *deed)
{
  self->is_busy = TRUE;
  self->n_changes = 0;

  if ((self->is_writing = deed->stroke == NULL))
    ggov_store_set_draft_grid_async (ggov_session_get_store (self->session), self->plan_id,
                                     deed->number, deed->name, deed->is_locked, NULL, written_cb,
                                     work_new (self, deed));
  else
    {
      g_autoptr(GTask) task = g_task_new (self, NULL, worked_out_cb, NULL);

      ggov_draft_deed_begin (deed, self->draft, self->layout);
      g_task_set_task_data (task, work_new (self, deed), (GDestroyNotify) work_free);
      g_task_run_in_thread (task, work_out);
    }
}

static void
go_on (GgovDrafting *self)
{
  if (self->is_busy || self->session == NULL)
    return;

  if (self->is_old)
    load (self);
  else if (self->draft && self->deeds.length > 0)
    begin_deed (self, g_queue_pop_head (&self->deeds));
}

static gboolean
is_concerned (const char * const *names)
{
  for (guint i = 0; names[i]; i++)
    if (g_strv_contains (tables, names[i]))
      return TRUE;

  return FALSE;
}

static void
store_changed_cb (GgovDrafting       *self,
                  const char * const *names)
{
  if (self->session == NULL || !is_concerned (names))
    return;

  if (self->is_writing)
    self->n_changes++;
  else if (self->is_busy)
    self->is_old = TRUE;
  else
    load (self);
}

static void
ggov_drafting_dispose (GObject *object)
{
  GgovDrafting *self = GGOV_DRAFTING (object);

  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->layout, ggov_geo_layout_unref);
  g_queue_clear_full (&self->deeds, (GDestroyNotify) ggov_draft_deed_free);

  G_OBJECT_CLASS (ggov_drafting_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, GGOV_TYPE_DRAFTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ggov_drafting_class_init (GgovDraftingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_drafting_dispose;

  signals[CHANGED] = g_signal_new ("changed", GGOV_TYPE_DRAFTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[LOST] = add_signal ("lost");
  signals[QUEUED] = g_signal_new ("queued", GGOV_TYPE_DRAFTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = add_signal ("refused");
  signals[SAVED] = g_signal_new ("saved", GGOV_TYPE_DRAFTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
ggov_drafting_init (GgovDrafting *self)
{
}

GgovDrafting *
ggov_drafting_new (GgovSession *session,
                   gint64       plan_id)
{
  GgovDrafting *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_DRAFTING, NULL);
  self->session = g_object_ref (session);
  self->plan_id = plan_id;
  g_signal_connect_object (ggov_session_get_store (session), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

void
ggov_drafting_close (GgovDrafting *self)
{
  g_return_if_fail (GGOV_IS_DRAFTING (self));

  g_clear_object (&self->session);
  g_queue_clear_full (&self->deeds, (GDestroyNotify) ggov_draft_deed_free);
}

gint64
ggov_drafting_get_plan_id (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), 0);

  return self->plan_id;
}

GgovDraft *
ggov_drafting_get_draft (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), NULL);

  return self->draft;
}

GgovGeoLayout *
ggov_drafting_get_layout (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), NULL);

  return self->layout;
}

gboolean
ggov_drafting_can_draw (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), FALSE);

  return self->draft &&
         ggov_plan_get_state (ggov_draft_get_plan (self->draft)) == GGOV_PLAN_DRAFT;
}

static void
add (GgovDrafting  *self,
     GgovDraftDeed *deed)
{
  g_queue_push_tail (&self->deeds, deed);
  go_on (self);
  g_signal_emit (self, signals[QUEUED], 0);
}

void
ggov_drafting_draw (GgovDrafting   *self,
                    GgovPlanStroke *stroke)
{
  g_return_if_fail (GGOV_IS_DRAFTING (self));
  g_return_if_fail (stroke != NULL);

  if (ggov_drafting_can_draw (self))
    add (self, ggov_draft_deed_new (self->draft, stroke));
}

void
ggov_drafting_paint (GgovDrafting *self,
                     const gint64 *building_ids,
                     guint         n,
                     gint64        number)
{
  g_autoptr(GgovPlanStroke) stroke = NULL;

  g_return_if_fail (GGOV_IS_DRAFTING (self));
  g_return_if_fail (building_ids != NULL && n > 0 && number > 0);

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, number);
  g_array_append_vals (stroke->ids, building_ids, n);
  ggov_drafting_draw (self, stroke);
}

void
ggov_drafting_set_grid (GgovDrafting *self,
                        gint64        number,
                        const char   *name,
                        gboolean      is_locked)
{
  g_return_if_fail (GGOV_IS_DRAFTING (self));

  if (ggov_drafting_can_draw (self) && ggov_draft_find_grid (self->draft, number))
    add (self, ggov_draft_deed_new_for_grid (self->draft, number, name, is_locked));
}

GPtrArray *
ggov_drafting_list_pending (GgovDrafting *self)
{
  GPtrArray *pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_plan_stroke_unref);

  g_return_val_if_fail (GGOV_IS_DRAFTING (self), pending);

  if (self->doing && self->doing->stroke)
    g_ptr_array_add (pending, ggov_plan_stroke_ref (self->doing->stroke));
  for (GList *l = self->deeds.head; l; l = l->next)
    {
      GgovDraftDeed *deed = l->data;

      if (deed->stroke)
        g_ptr_array_add (pending, ggov_plan_stroke_ref (deed->stroke));
    }

  return pending;
}

gboolean
ggov_drafting_can_take_back (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), FALSE);

  return self->deeds.length > 0 || (self->doing && !self->is_writing && !self->is_taken_back);
}

void
ggov_drafting_take_back (GgovDrafting *self)
{
  g_return_if_fail (GGOV_IS_DRAFTING (self));

  if (!ggov_drafting_can_take_back (self))
    return;

  if (self->deeds.length > 0)
    ggov_draft_deed_free (g_queue_pop_tail (&self->deeds));
  else
    {
      self->is_taken_back = TRUE;
      self->doing = NULL;
    }

  g_signal_emit (self, signals[QUEUED], 0);
}
