/* ggov-drafting-work.c: a draft is read, and what is drawn worked out and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-drafting-private.h"
#include "ggov-error-text.h"
#include "ggov-plan-stroke.h"
#include "ggov-store-error.h"
#include "ggov-store-plans.h"

/* What a draft is made of, and what is counted in it. */
static const char * const tables[] = {
  "building", "community", "draft_arc", "draft_building", "draft_grid", "issue", "plan", "post",
  "residence", "resident_group", "unit", NULL,
};

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

static void
tell (GgovDrafting *self,
      const char   *signal,
      const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  g_signal_emit_by_name (self, signal, sentence);
}

/* Another reason than that it is gone is said as it is: the office's file may be damaged. */
static void
lose (GgovDrafting *self,
      const GError *error)
{
  if (g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND))
    g_signal_emit_by_name (self, "lost", _("This draft is no longer there."));
  else
    tell (self, "lost", error);
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
  g_signal_emit_by_name (self, "changed");
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
  GgovDraftSum sum;

  /* What is summed up here, need not be while somebody waits for the screen. */
  ggov_draft_sum (task_data, 0, &sum);

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
      lose (self, error);
      return;
    }

  take_state (self, g_task_get_task_data (G_TASK (result)), layout);
  _ggov_drafting_go_on (self);
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
    lose (self, error);
  g_clear_object (&draft);
}

void
_ggov_drafting_load (GgovDrafting *self)
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
      tell (self, "refused", error);
    }
  else
    {
      /* Its own change need not be read again, but another's need. */
      self->is_old |= self->n_changes > 1 || deed->after == NULL;
      if (deed->after)
        take_state (self, deed->after, deed->layout);
      if (change != 0)
        g_signal_emit_by_name (self, "saved", deed->sentence, change);
    }

  g_signal_emit_by_name (self, "queued");
  _ggov_drafting_go_on (self);
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
    tell (self, "refused", error);

  g_signal_emit_by_name (self, "queued");
  _ggov_drafting_go_on (self);
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

void
_ggov_drafting_go_on (GgovDrafting *self)
{
  if (self->is_busy || self->session == NULL)
    return;

  if (self->is_old)
    _ggov_drafting_load (self);
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

void
_ggov_drafting_store_changed (GgovDrafting       *self,
                              const char * const *names)
{
  if (self->session == NULL || !is_concerned (names))
    return;

  if (self->is_writing)
    self->n_changes++;
  else if (self->is_busy)
    self->is_old = TRUE;
  else
    _ggov_drafting_load (self);
}
