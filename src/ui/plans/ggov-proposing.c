/* ggov-proposing.c: several proposals worked out off the main thread, one after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-draft-sketch.h"
#include "ggov-proposing.h"

/* How often the thread at work is asked how far it is. */
#define ASK_MS 50

/* Of 1, as atomic numbers go. */
#define WHOLE 10000

struct _GgovProposed
{
  GObject        parent_instance;

  GgovDivision  *division;
  GgovGeoSketch *sketch;
};

G_DEFINE_FINAL_TYPE (GgovProposed, ggov_proposed, G_TYPE_OBJECT)

struct _GgovProposing
{
  GObject       parent_instance;

  GCancellable *cancellable;
  guint         source;      /* while it runs */
  gpointer      work;        /* (element-type Work) (atomic-rc-box): shared with the thread */
};

enum {
  ENDED,
  FOUND,
  PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovProposing, ggov_proposing, G_TYPE_OBJECT)

/* What both threads know. */
typedef struct
{
  GPtrArray   *befores;
  GArray      *terms;
  GAsyncQueue *found;   /* (element-type GgovProposed) */
  guint        n_done;  /* the thread's own */
  int          way;     /* (atomic): of WHOLE */
} Work;

static void
clear_work (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->befores, g_ptr_array_unref);
  g_clear_pointer (&work->terms, g_array_unref);
  g_clear_pointer (&work->found, g_async_queue_unref);
}

static void
work_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_work);
}

static void
ggov_proposed_finalize (GObject *object)
{
  GgovProposed *self = GGOV_PROPOSED (object);

  g_clear_pointer (&self->division, ggov_division_free);
  g_clear_pointer (&self->sketch, ggov_geo_sketch_unref);

  G_OBJECT_CLASS (ggov_proposed_parent_class)->finalize (object);
}

static void
ggov_proposed_class_init (GgovProposedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_proposed_finalize;
}

static void
ggov_proposed_init (GgovProposed *self)
{
}

/* Takes @division over. On a thread of its own. */
static GgovProposed *
new_proposed (GgovDivision *division)
{
  GgovProposed *self = g_object_new (GGOV_TYPE_PROPOSED, NULL);

  self->division = division;
  self->sketch = ggov_geo_sketch_new ();
  for (guint i = 0; i < division->parts->len; i++)
    {
      const GgovDivisionPart *part = division->parts->pdata[i];

      ggov_draft_sketch_into (part->after ? part->after : part->before, self->sketch, TRUE, TRUE);
    }

  return self;
}

/* On any of the threads at work. */
static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Work *work = user_data;

  int way = (work->n_done + fraction) * WHOLE / work->terms->len;

  g_atomic_int_set (&work->way, way);
}

/* On a thread of its own. */
static void
propose (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Work *work = task_data;

  for (guint i = 0; i < work->terms->len; i++)
    {
      GError *error = NULL;
      GgovDivision *division =
        ggov_division_propose (work->befores, &g_array_index (work->terms, GgovDistrictingTerms, i),
                               cancellable, progress_cb, work, &error);

      if (division == NULL)
        {
          g_task_return_error (task, error);
          return;
        }

      g_async_queue_push (work->found, new_proposed (division));
      work->n_done++;
    }

  g_task_return_boolean (task, TRUE);
}

static gboolean
ask_cb (gpointer user_data)
{
  GgovProposing *self = user_data;
  Work *work = self->work;
  GgovProposed *found;

  while ((found = g_async_queue_try_pop (work->found)))
    {
      g_signal_emit (self, signals[FOUND], 0, found);
      g_object_unref (found);
    }
  g_signal_emit (self, signals[PROGRESS], 0, (double) g_atomic_int_get (&work->way) / WHOLE);

  return G_SOURCE_CONTINUE;
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GgovProposing *self = GGOV_PROPOSING (object);
  g_autoptr(GError) error = NULL;

  g_clear_handle_id (&self->source, g_source_remove);
  ask_cb (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[ENDED], 0, NULL);
  else
    g_signal_emit (self, signals[ENDED], 0, error);
}

static void
ggov_proposing_finalize (GObject *object)
{
  GgovProposing *self = GGOV_PROPOSING (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->work, work_unref);

  G_OBJECT_CLASS (ggov_proposing_parent_class)->finalize (object);
}

static void
ggov_proposing_class_init (GgovProposingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_proposing_finalize;

  signals[ENDED] = g_signal_new ("ended", GGOV_TYPE_PROPOSING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[FOUND] = g_signal_new ("found", GGOV_TYPE_PROPOSING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, GGOV_TYPE_PROPOSED);
  signals[PROGRESS] = g_signal_new ("progress", GGOV_TYPE_PROPOSING, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
ggov_proposing_init (GgovProposing *self)
{
  self->cancellable = g_cancellable_new ();
}

const GgovDivision *
ggov_proposed_get_division (GgovProposed *self)
{
  g_return_val_if_fail (GGOV_IS_PROPOSED (self), NULL);

  return self->division;
}

GgovGeoSketch *
ggov_proposed_get_sketch (GgovProposed *self)
{
  g_return_val_if_fail (GGOV_IS_PROPOSED (self), NULL);

  return self->sketch;
}

GgovProposing *
ggov_proposing_new (GPtrArray *befores,
                    GArray    *terms)
{
  GgovProposing *self = g_object_new (GGOV_TYPE_PROPOSING, NULL);
  g_autoptr(GTask) task = NULL;
  Work *work = g_atomic_rc_box_new0 (Work);

  work->befores = g_ptr_array_ref (befores);
  work->terms = g_array_ref (terms);
  work->found = g_async_queue_new_full (g_object_unref);
  self->work = work;

  task = g_task_new (self, self->cancellable, ended_cb, NULL);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (work), work_unref);
  g_task_run_in_thread (task, propose);
  self->source = g_timeout_add (ASK_MS, ask_cb, self);

  return self;
}

void
ggov_proposing_stop (GgovProposing *self)
{
  g_return_if_fail (GGOV_IS_PROPOSING (self));

  g_cancellable_cancel (self->cancellable);
}
