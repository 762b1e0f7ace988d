/* ggov-drafting.c: one draft being drawn at one desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-drafting.h"
#include "ggov-error-text.h"
#include "ggov-plan-stroke.h"
#include "ggov-store-error.h"
#include "ggov-store-plans.h"

/* What a draft is made of, and what is counted in it. */
static const char * const tables[] = {
  "building", "community", "draft_arc", "draft_building", "draft_grid", "household", "issue", "plan",
  "post", NULL,
};

/* What is to be done to the draft, or is being done. */
typedef struct
{
  GArray    *building_ids; /* (nullable) (element-type gint64): NULL to name or lock */
  gint64     number;
  char      *name;         /* (nullable) */
  gboolean   is_locked;
  char      *sentence;     /* (nullable): that tells of it once it is done */
  GgovDraft *before;       /* (nullable) */
  GgovDraft *after;        /* (nullable) */
} Stroke;

struct _GgovDrafting
{
  GObject       parent_instance;

  GgovSession  *session; /* (nullable): NULL once it is closed */
  gint64        plan_id;
  GgovDraft    *draft;   /* (nullable): NULL until it is read */
  GQueue        strokes; /* (element-type Stroke): what is still to be done */
  gboolean      is_busy;
  gboolean      is_writing;
  guint         n_changes; /* that were told of while a stroke was being written */
  gboolean      is_old;  /* whether it has to be read again */
};

enum {
  CHANGED,
  LOST,
  REFUSED,
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovDrafting, ggov_drafting, G_TYPE_OBJECT)

static void
stroke_free (Stroke *stroke)
{
  g_clear_pointer (&stroke->building_ids, g_array_unref);
  g_free (stroke->name);
  g_free (stroke->sentence);
  g_clear_object (&stroke->before);
  g_clear_object (&stroke->after);
  g_free (stroke);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stroke, stroke_free)

/* A stroke under way, and whose it is. */
typedef struct
{
  GgovDrafting *drafting; /* (owned) */
  Stroke       *stroke;   /* (owned) */
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->drafting);
  g_clear_pointer (&work->stroke, stroke_free);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static Work *
work_new (GgovDrafting *self,
          Stroke       *stroke)
{
  Work *work = g_new0 (Work, 1);

  work->drafting = g_object_ref (self);
  work->stroke = stroke;

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
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovDrafting) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDraft) draft = ggov_store_load_draft_finish (GGOV_STORE (object), result, &error);

  self->is_busy = FALSE;
  if (self->session == NULL)
    return;

  if (draft == NULL)
    {
      tell (self, LOST, error);
      return;
    }

  g_set_object (&self->draft, draft);
  g_signal_emit (self, signals[CHANGED], 0);
  go_on (self);
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
  g_autoptr(GError) error = NULL;
  gint64 change;

  self->is_busy = self->is_writing = FALSE;
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
      self->is_old |= self->n_changes > 1 || work->stroke->after == NULL;
      if (work->stroke->after && g_set_object (&self->draft, work->stroke->after))
        g_signal_emit (self, signals[CHANGED], 0);
      if (change != 0)
        g_signal_emit (self, signals[SAVED], 0, work->stroke->sentence, change);
    }

  go_on (self);
}

/* On a thread of its own. */
static void
work_out (GTask        *task,
          gpointer      source_object,
          gpointer      task_data,
          GCancellable *cancellable)
{
  Stroke *stroke = ((Work *) task_data)->stroke;
  GError *error = NULL;

  stroke->after = ggov_plan_stroke_paint (stroke->before,
                                          (const gint64 *) stroke->building_ids->data,
                                          stroke->building_ids->len, stroke->number, &error);
  if (stroke->after)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
worked_out_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GgovDrafting *self = GGOV_DRAFTING (object);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  self->is_busy = FALSE;
  if (self->session == NULL)
    return;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    tell (self, REFUSED, error);
  else if (work->stroke->after != work->stroke->before && !self->is_old)
    {
      Work *writing = work_new (self, g_steal_pointer (&work->stroke));

      self->is_busy = self->is_writing = TRUE;
      self->n_changes = 0;
      ggov_store_save_draft_async (ggov_session_get_store (self->session),
                                   writing->stroke->before, writing->stroke->after,
                                   N_("Move buildings of a draft to another grid"), NULL,
                                   written_cb, writing);
      return;
    }
  else if (self->is_old)
    {
      /* Somebody wrote meanwhile: once more, on what is there now. */
      g_clear_object (&work->stroke->before);
      g_clear_object (&work->stroke->after);
      g_queue_push_head (&self->strokes, g_steal_pointer (&work->stroke));
    }

  go_on (self);
}

static void
begin_stroke (GgovDrafting *self,
              Stroke       *stroke)
{
  self->is_busy = TRUE;
  self->n_changes = 0;

  if ((self->is_writing = stroke->building_ids == NULL))
    ggov_store_set_draft_grid_async (ggov_session_get_store (self->session), self->plan_id,
                                     stroke->number, stroke->name, stroke->is_locked, NULL,
                                     written_cb, work_new (self, stroke));
  else
    {
      g_autoptr(GTask) task = g_task_new (self, NULL, worked_out_cb, NULL);

      stroke->before = g_object_ref (self->draft);
      g_task_set_task_data (task, work_new (self, stroke), (GDestroyNotify) work_free);
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
  else if (self->draft && self->strokes.length > 0)
    begin_stroke (self, g_queue_pop_head (&self->strokes));
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
  g_queue_clear_full (&self->strokes, (GDestroyNotify) stroke_free);

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
  g_queue_clear_full (&self->strokes, (GDestroyNotify) stroke_free);
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

gboolean
ggov_drafting_can_draw (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), FALSE);

  return self->draft &&
         ggov_plan_get_state (ggov_draft_get_plan (self->draft)) == GGOV_PLAN_DRAFT;
}

/* The name of one building, or how many there are. */
static char *
dup_what (GgovDraft    *draft,
          const gint64 *building_ids,
          guint         n)
{
  guint i;

  if (n == 1 && ggov_draft_find_building (draft, building_ids[0], &i))
    return g_strdup (ggov_draft_get_building (draft, i)->label);

  return g_strdup_printf (ngettext ("%u building", "%u buildings", n), n);
}

void
ggov_drafting_paint (GgovDrafting *self,
                     const gint64 *building_ids,
                     guint         n,
                     gint64        number)
{
  g_autofree char *what = NULL;
  g_autofree char *to = NULL;
  Stroke *stroke;

  g_return_if_fail (GGOV_IS_DRAFTING (self));
  g_return_if_fail (building_ids != NULL && n > 0 && number > 0);

  if (!ggov_drafting_can_draw (self))
    return;

  what = dup_what (self->draft, building_ids, n);
  to = ggov_plan_stroke_dup_label (self->draft, number);
  stroke = g_new0 (Stroke, 1);
  stroke->building_ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)),
                                              building_ids, n);
  stroke->number = number;
  /* Translators: a building, or how many; and a grid of the draft */
  stroke->sentence = g_strdup_printf (_("%1$s moved to grid %2$s of the draft"), what, to);
  g_queue_push_tail (&self->strokes, stroke);
  go_on (self);
}

void
ggov_drafting_set_grid (GgovDrafting *self,
                        gint64        number,
                        const char   *name,
                        gboolean      is_locked)
{
  const GgovDraftGrid *grid;
  g_autofree char *label = NULL;
  Stroke *stroke;

  g_return_if_fail (GGOV_IS_DRAFTING (self));

  if (!ggov_drafting_can_draw (self) || !(grid = ggov_draft_find_grid (self->draft, number)))
    return;

  label = ggov_plan_stroke_dup_label (self->draft, number);
  stroke = g_new0 (Stroke, 1);
  stroke->number = number;
  stroke->name = g_strdup (name);
  stroke->is_locked = is_locked;
  if (grid->is_locked != is_locked)
    stroke->sentence = g_strdup_printf (is_locked ? _("Grid %s of the draft locked")
                                                  : _("Grid %s of the draft unlocked"), label);
  else
    /* Translators: a grid of the draft, and its new name */
    stroke->sentence = g_strdup_printf (_("Grid %1$s of the draft is called %2$s"), label, name);
  g_queue_push_tail (&self->strokes, stroke);
  go_on (self);
}
