/* ggov-demo.c: makes an invented office to look around in
 *
 * The town is drawn on threads of its own, the store writes it on its thread, change by change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-demo-office-private.h"
#include "ggov-local-time.h"

#define PROGRESS_INTERVAL_MS 100

/* What the store is told that the user does. */
static const struct { const char *action; GgovChangeFunc write; } parts[] = {
  { N_("Demo office: places"), _ggov_demo_write_places },
  { N_("Demo office: people and posts"), _ggov_demo_write_people },
  { N_("Demo office: issues"), _ggov_demo_write_issues },
  { N_("Demo office: points"), _ggov_demo_write_points },
  { N_("Demo office: old nets"), _ggov_demo_write_nets },
  { N_("Demo office: training"), _ggov_demo_write_training },
  { N_("Demo office: organisations"), _ggov_demo_write_organisations },
  { N_("Demo office: disputes, structures and joint actions"), _ggov_demo_write_cases },
  { N_("Demo office: residents"), _ggov_demo_write_residents },
};

#define RESIDENTS_SHARE 0.6 /* of the time, where all of them are made up */

typedef struct
{
  guint32               seed;
  int                   scale;
  int                   as_of;
  int                   residents;

  GgovDemoProgress      done;
  GgovDemoProgressFunc  tell;
  gpointer              tell_data;
  GSource              *ticks;    /* (nullable) */

  GgovDemoOffice       *office;   /* (nullable): NULL until drawn */
  guint                 part;     /* being written */
} Order;

static void
order_free (Order *order)
{
  g_assert (order->ticks == NULL);

  g_clear_pointer (&order->office, _ggov_demo_office_free);
  g_free (order);
}

/* Drawing --------------------------------------------------------------------------------- */

/* The communities, each drawn by whatever thread is free. */
typedef struct
{
  GgovDemoTown     *town;
  GCancellable     *cancellable;
  GgovDemoProgress *progress;
  GMutex            lock;
  guint             drawn;
  GError           *error;   /* the first; nothing is drawn after it */
} Drawing;

static void
draw_community (gpointer data,
                gpointer user_data)
{
  Drawing *drawing = user_data;
  g_autoptr(GError) error = NULL;
  gboolean given_up;

  g_mutex_lock (&drawing->lock);
  given_up = drawing->error != NULL ||
             g_cancellable_set_error_if_cancelled (drawing->cancellable, &drawing->error);
  g_mutex_unlock (&drawing->lock);
  if (given_up)
    return;

  _ggov_demo_draw_grids (drawing->town, GPOINTER_TO_UINT (data) - 1, &error);

  g_mutex_lock (&drawing->lock);
  if (error && drawing->error == NULL)
    drawing->error = g_steal_pointer (&error);
  _ggov_demo_progress_set (drawing->progress, 0, GGOV_DEMO_DRAWN, ++drawing->drawn,
                           drawing->town->communities->len);
  g_mutex_unlock (&drawing->lock);
}

static gboolean
draw_grids (GgovDemoTown      *town,
            GCancellable      *cancellable,
            GgovDemoProgress  *progress,
            GError           **error)
{
  Drawing drawing = { .town = town, .cancellable = cancellable, .progress = progress };
  GThreadPool *pool = g_thread_pool_new (draw_community, &drawing, g_get_num_processors (), FALSE,
                                         NULL);

  g_mutex_init (&drawing.lock);
  for (guint i = 0; i < town->communities->len; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&drawing.lock);

  if (drawing.error)
    g_propagate_error (error, drawing.error);

  return drawing.error == NULL;
}

/* On a thread of its own. */
static void
draw_town (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr(GgovDemoTown) town = NULL;
  GError *error = NULL;

  town = _ggov_demo_town_new (order->seed, order->scale, &error);
  if (town && draw_grids (town, cancellable, &order->done, &error))
    g_task_return_pointer (task, g_steal_pointer (&town), (GDestroyNotify) _ggov_demo_town_free);
  else
    g_task_return_error (task, error);
}

/* Writing --------------------------------------------------------------------------------- */

static gboolean
tick_cb (gpointer user_data)
{
  Order *order = user_data;
  const double share = RESIDENTS_SHARE * order->residents / 100;

  order->tell ((1 - share) * g_atomic_int_get (&order->done.done) / 1000.0 +
               share * g_atomic_int_get (&order->done.registered) / 1000.0, order->tell_data);

  return G_SOURCE_CONTINUE;
}

static void
stop_ticks (Order *order)
{
  if (order->ticks)
    g_source_destroy (order->ticks);
  g_clear_pointer (&order->ticks, g_source_unref);
}

static void
end (GTask  *task,
     GError *error)
{
  stop_ticks (g_task_get_task_data (task));
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* Whether all parts are written; the last of them is one for each tile. */
static gboolean
is_written (const Order *order)
{
  const GgovDemoOffice *office = order->office;
  const guint tiles = _ggov_demo_office_get_tile (office->town->communities->len - 1) + 1;

  return order->part == G_N_ELEMENTS (parts) - 1 && (order->residents == 0 || office->tile == tiles);
}

/* Writes the parts one after the other.
 * @result: (nullable): of the part before, NULL for the first
 * @user_data: (transfer full): the task */
static void
write_next_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  if ((result && !ggov_store_change_finish (GGOV_STORE (store), result, NULL, &error)) ||
      is_written (order))
    {
      end (task, error);
      return;
    }

  ggov_store_change_async (GGOV_STORE (store), parts[order->part].action, GGOV_DEMO_SUB_DISTRICT,
                           parts[order->part].write, order->office, NULL,
                           g_task_get_cancellable (task), write_next_cb, task);
  order->part = MIN (order->part + 1, G_N_ELEMENTS (parts) - 1);
}

static void
town_drawn_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;
  GgovDemoTown *town = g_task_propagate_pointer (G_TASK (result), &error);

  if (town == NULL)
    {
      end (task, error);
      return;
    }

  order->office = _ggov_demo_office_new (town, order->as_of);
  order->office->progress = &order->done;
  order->office->residents = order->residents;
  write_next_cb (store, NULL, task);
}

void
ggov_demo_make_async (GgovStore              *store,
                      const GgovDemoOptions  *options,
                      GgovDemoProgressFunc    progress,
                      gpointer                progress_data,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                user_data)
{
  g_autoptr(GTask) drawing = NULL;
  Order *order;
  GTask *task;
  int as_of = 0;

  g_return_if_fail (GGOV_IS_STORE (store));
  g_return_if_fail (options->scale >= 1 && options->scale <= GGOV_DEMO_MAX_SCALE);
  g_return_if_fail (ggov_local_day_parse (options->as_of, &as_of, NULL));

  order = g_new0 (Order, 1);
  order->seed = options->seed;
  order->scale = options->scale;
  order->as_of = as_of;
  order->residents = CLAMP (options->residents, 0, 100);
  order->tell = progress;
  order->tell_data = progress_data;

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_demo_make_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);

  if (strcmp (options->as_of, GGOV_DEMO_FIRST_AS_OF) < 0 ||
      strcmp (options->as_of, GGOV_DEMO_LAST_AS_OF) > 0)
    {
      end (task, g_error_new (GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                              /* Translators: two dates. */
                              _("The demo office can be of any day from %s to %s."),
                              GGOV_DEMO_FIRST_AS_OF, GGOV_DEMO_LAST_AS_OF));
      return;
    }

  if (progress)
    {
      order->ticks = g_timeout_source_new (PROGRESS_INTERVAL_MS);
      g_source_set_callback (order->ticks, tick_cb, order, NULL);
      g_source_attach (order->ticks, g_main_context_get_thread_default ());
    }

  drawing = g_task_new (store, cancellable, town_drawn_cb, task);
  g_task_set_task_data (drawing, order, NULL);
  g_task_run_in_thread (drawing, draw_town);
}

gboolean
ggov_demo_make_finish (GgovStore     *store,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
