/* ggov-screenshots.c: pictures of every page, for the documentation and for whoever looks them over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ggov-map-canvas.h"
#include "ggov-screenshot-views.h"
#include "ggov-screenshots.h"
#include "ggov-store-plans.h"

/* A page stands still once it has not been painted for so long, and has had time to start; what
 * never stands still, such as a spinner, is taken as it is after the longest time. */
#define TICK_MS 100
#define QUIET_TICKS 3
#define LEAST_TICKS 5
#define MOST_TICKS 60

/* A window without a manager has its shadow's place counted to its size; never more than this. */
#define MAX_GUTTER 100

/* For an office to open, or the demo to be made. */
#define MOST_OPEN_TICKS 3000

static const char * const themes[] = { "light", "dark" };
static const struct
{
  int width;
  int height;
} sizes[] = {
  { 1024, 768 },
  { 1600, 1000 },
};

/* A page is taken in each size, a window of its own in the size that it has. */
typedef struct
{
  const GgovScreenshotView *view;
  guint                     theme; /* of themes */
  guint                     size;  /* of sizes */
} Shot;

/* What is being taken. */
typedef struct
{
  char      *folder;
  GArray    *views;   /* of GgovScreenshotView */
  GArray    *shots;   /* of Shot */
  gint64     draft;   /* the first one that there is, or 0 */
  guint      shot;    /* of shots */
  guint      n_ticks; /* since the shot was set up */
  guint      n_quiet; /* of these, the last ones in which nothing was painted */
  char      *colours; /* (nullable): what the map was coloured by before */
  GtkWindow *target;  /* (nullable): what is to be taken, once it is open */
  GtkWindow *below;   /* (nullable): the window over which the form of the shot opens */
  gboolean   framed;  /* whether the map has all in sight in this size */
  gboolean   asked;   /* whether the window of the shot was asked for */
  gboolean   formed;  /* whether its form was */
  gboolean   due;     /* whether the next frame is taken */
  gboolean   taken;   /* whether the picture is written */
  GError    *error;   /* (nullable): why the rest is not taken */
  int        gutter;  /* pixels of the window beside its content, to which the size counts them */
} Series;

static void
series_free (Series *series)
{
  g_free (series->folder);
  g_free (series->colours);
  g_clear_error (&series->error);
  g_clear_pointer (&series->shots, g_array_unref);
  g_clear_pointer (&series->views, g_array_unref);
  g_free (series);
}

static void
plan_shots (Series *series)
{
  series->views = ggov_screenshot_views_new (series->draft != 0);
  series->shots = g_array_new (FALSE, FALSE, sizeof (Shot));
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint theme = 0; theme < G_N_ELEMENTS (themes); theme++)
      for (guint i = 0; i < series->views->len; i++)
        {
          const GgovScreenshotView *view = &g_array_index (series->views, GgovScreenshotView, i);
          const Shot shot = { view, theme, size };

          if (view->window == NULL || size == 0)
            g_array_append_val (series->shots, shot);
        }
}

static const Shot *
get_shot (const Series *series)
{
  return &g_array_index (series->shots, Shot, series->shot);
}

/* The map is made when it is first shown. */
static GtkWidget *
find_map (GtkWidget *widget)
{
  GtkWidget *found = GGOV_IS_MAP_CANVAS (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_map (child);

  return found;
}

static void
colour_map (GgovWindow *window,
            Series     *series,
            const char *colours)
{
  GtkWidget *map = find_map (GTK_WIDGET (window));

  if (map == NULL)
    return;

  if (series->colours == NULL)
    series->colours = ggov_map_canvas_dup_theme (GGOV_MAP_CANVAS (map));
  gtk_widget_activate_action (map, "themes.theme", "s", colours);
}

/* What was opened for a shot is closed for the next. */
static void
open_draft (GgovWindow   *window,
            const Series *series)
{
  GtkWidget *map = find_map (GTK_WIDGET (window));

  if (map && get_shot (series)->view->needs_draft)
    gtk_widget_activate_action (map, "map.open-plan", "x", series->draft);
  else if (map)
    {
      gtk_widget_activate_action (map, "map.close-plan", NULL);
      gtk_widget_activate_action (map, "map.hide-plans", NULL);
    }
}

static GtkWidget *
get_content (GtkWindow *window)
{
  if (ADW_IS_WINDOW (window))
    return adw_window_get_content (ADW_WINDOW (window));

  return adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
}

/* Which part of a page has the action is the page's affair: the first that knows it. */
static gboolean
activate (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  if (gtk_widget_activate_action_variant (widget, action, target))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && activate (child, action, target))
      return TRUE;

  return FALSE;
}

static gboolean
do_action (GtkWindow  *window,
           const char *detailed)
{
  g_autoptr(GVariant) target = NULL;
  g_autofree char *action = NULL;

  return g_action_parse_detailed_name (detailed, &action, &target, NULL) &&
         activate (get_content (window), action, target);
}

static void
set_up_shot (GgovWindow *window,
             Series     *series)
{
  const Shot *shot = get_shot (series);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      shot->theme == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                       : ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_window_set_default_size (GTK_WINDOW (window), sizes[shot->size].width + series->gutter,
                               sizes[shot->size].height + series->gutter);
  ggov_window_show_page (window, shot->view->page);
  if (shot->view->look)
    do_action (GTK_WINDOW (window), shot->view->look);
  colour_map (window, series, shot->view->colours ? shot->view->colours : "");
  open_draft (window, series);
  series->target = GTK_WINDOW (window);
  series->framed = !g_str_equal (shot->view->page, "map");
  series->asked = shot->view->window == NULL;
  series->below = NULL;
  series->formed = FALSE;
}

/* The map keeps its middle when the window gets another size, not what is seen. */
static void
frame_map (GgovWindow *window,
           Series     *series)
{
  GtkWidget *map = find_map (GTK_WIDGET (window));

  series->framed = TRUE;
  series->n_ticks = 0;
  if (map && !get_shot (series)->view->needs_draft)
    gtk_widget_activate_action (map, "map.show-all", NULL);
}

/* (nullable): the window that was opened over the one with the pages, or over @below */
static GtkWindow *
find_opened (GtkWindow *below)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkWindow) one = g_list_model_get_item (all, i);

      if (ADW_IS_WINDOW (one) && one != below)
        return one;
    }

  return NULL;
}

/* How much narrower the page is than it should be. */
static int
get_missing (GgovWindow   *window,
             const Series *series)
{
  GtkWidget *content = get_content (GTK_WINDOW (window));

  return sizes[get_shot (series)->size].width - gtk_widget_get_width (content);
}

/* The window as it is, without the shadow around it, on its own background. */
static GskRenderNode *
dup_node (GtkWindow             *window,
          const graphene_rect_t *area)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (get_content (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA background = { 1, 1, 1, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (window)),
                                  "window_bg_color", &background);
  gtk_snapshot_append_color (snapshot, &background, area);
  gdk_paintable_snapshot (paintable, snapshot, area->size.width, area->size.height);

  return gtk_snapshot_free_to_node (snapshot);
}

static char *
dup_path (const Series *series)
{
  gboolean chinese = g_str_has_prefix (g_get_language_names ()[0], "zh");
  const Shot *shot = get_shot (series);
  GtkWidget *content = get_content (series->target);
  const char *colours = shot->view->colours ? shot->view->colours : "";
  g_autofree char *name = g_strdup_printf ("%s%s%s-%s-%dx%d-%s.png", shot->view->name,
                                           *colours ? "-" : "", colours, themes[shot->theme],
                                           gtk_widget_get_width (content),
                                           gtk_widget_get_height (content),
                                           chinese ? "zh_CN" : "en");

  return g_build_filename (series->folder, name, NULL);
}

static gboolean
write_shot (const Series  *series,
            GError       **error)
{
  GtkWidget *content = get_content (series->target);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (content),
                                                   gtk_widget_get_height (content));
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (series->target));
  GskRenderNode *node = dup_node (series->target, &area);
  g_autoptr(GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &area);
  g_autofree char *path = dup_path (series);

  gsk_render_node_unref (node);
  if (gdk_texture_save_to_png (texture, path))
    return TRUE;

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("“%s” cannot be written."), path);

  return FALSE;
}

/* Between two frames a widget that is to be drawn anew has nothing to show: a picture is taken of a
 * frame that has just been painted. */
static void
after_paint_cb (GdkFrameClock *clock,
                GTask         *task)
{
  Series *series = g_task_get_task_data (task);

  series->n_quiet = 0;
  if (!series->due || clock != gtk_widget_get_frame_clock (GTK_WIDGET (series->target)))
    return;

  series->due = FALSE;
  series->taken = write_shot (series, &series->error);
}

/* What is returned may have the window closed at once: the rest is done before. */
static void
end_series (GTask *task)
{
  GtkWidget *window = g_task_get_source_object (task);
  Series *series = g_task_get_task_data (task);

  if (series->colours)
    colour_map (GGOV_WINDOW (window), series, series->colours);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (window), after_paint_cb, task);
  if (series->error)
    g_task_return_error (task, g_steal_pointer (&series->error));
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* FALSE once the last one is taken. */
static gboolean
next_shot (GgovWindow *window,
           Series     *series)
{
  if (series->target != GTK_WINDOW (window))
    gtk_window_destroy (series->target);
  if (series->below)
    gtk_window_destroy (series->below);
  series->taken = FALSE;
  series->n_ticks = 0;
  if (++series->shot == series->shots->len)
    return FALSE;

  set_up_shot (window, series);

  return TRUE;
}

/* The page stands still: what is to be opened over it is. */
static void
ask_for_window (GgovWindow *window,
                Series     *series)
{
  series->asked = TRUE;
  series->n_ticks = 0;
  do_action (GTK_WINDOW (window), get_shot (series)->view->window);
}

/* What has the action of the form may be read only now. TRUE once the form was asked for. */
static gboolean
ask_for_form (Series *series)
{
  const char *form = get_shot (series)->view->form;

  if (series->below == NULL && (series->below = find_opened (NULL)))
    series->n_ticks = 0;
  if (series->below && !series->formed && (series->formed = do_action (series->below, form)))
    series->n_ticks = 0;

  return series->formed;
}

/* Whether there is a window to take a picture of, now or on a later tick. */
static gboolean
find_target (GTask  *task,
             Series *series)
{
  GgovWindow *window = g_task_get_source_object (task);
  GtkWindow *opened = NULL;

  if (get_shot (series)->view->window == NULL || series->target != GTK_WINDOW (window))
    return TRUE;

  if (get_shot (series)->view->form == NULL || ask_for_form (series))
    opened = find_opened (series->below);
  if (opened)
    {
      series->target = opened;
      series->n_ticks = 0;
      g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (opened)), "after-paint",
                        G_CALLBACK (after_paint_cb), task);
    }
  else if (series->n_ticks >= MOST_TICKS)
    g_set_error (&series->error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” opens no window."),
                 get_shot (series)->view->form ? get_shot (series)->view->form
                                               : get_shot (series)->view->window);

  return FALSE;
}

/* TRUE once nothing moves, or has moved for too long. */
static gboolean
is_still (GgovWindow *window,
          Series     *series)
{
  int missing = get_missing (window, series);

  if (series->n_ticks >= MOST_TICKS)
    return TRUE;
  if (series->n_ticks < LEAST_TICKS || series->n_quiet < QUIET_TICKS)
    return FALSE;

  if (series->gutter == 0 && missing > 0 && missing < MAX_GUTTER)
    {
      series->gutter = missing;
      set_up_shot (window, series);
    }

  return missing == 0;
}

static gboolean
tick_cb (gpointer user_data)
{
  GTask *task = user_data;
  GgovWindow *window = g_task_get_source_object (task);
  Series *series = g_task_get_task_data (task);

  series->n_ticks++;
  series->n_quiet++;
  if (series->error || (series->taken && !next_shot (window, series)))
    {
      end_series (task);
      return G_SOURCE_REMOVE;
    }

  if (series->due || !is_still (window, series))
    return G_SOURCE_CONTINUE;

  if (!series->framed)
    frame_map (window, series);
  else if (!series->asked)
    ask_for_window (window, series);
  else if (find_target (task, series))
    {
      series->due = TRUE;
      gtk_widget_queue_draw (get_content (series->target));
    }

  return G_SOURCE_CONTINUE;
}

static gint64
find_draft (GListModel *plans)
{
  for (guint i = 0; plans && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (plans, i);

      if (ggov_plan_get_state (plan) == GGOV_PLAN_DRAFT)
        return ggov_plan_get_row (plan)->id;
    }

  return 0;
}

static void
plans_listed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  GgovWindow *window = g_task_get_source_object (task);
  Series *series = g_task_get_task_data (task);
  g_autoptr(GListModel) plans = ggov_store_list_plans_finish (GGOV_STORE (object), result, NULL);

  series->draft = find_draft (plans);
  plan_shots (series);
  series->n_ticks = 0;
  set_up_shot (window, series);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (after_paint_cb), task);
  g_timeout_add (TICK_MS, tick_cb, task);
}

static gboolean
wait_cb (gpointer user_data)
{
  GTask *task = user_data;
  GgovWindow *window = g_task_get_source_object (task);
  Series *series = g_task_get_task_data (task);

  series->n_ticks++;
  if (ggov_window_get_session (window) == NULL && series->n_ticks < MOST_OPEN_TICKS &&
      !ggov_window_has_failed (window))
    return G_SOURCE_CONTINUE;

  /* A window that is not on the screen yet takes no other size than its first. */
  if (ggov_window_get_session (window) && series->n_ticks < LEAST_TICKS)
    return G_SOURCE_CONTINUE;

  if (ggov_window_get_session (window) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                               _("the office cannot be opened. Start without --screenshots to "
                                 "see why."));
      g_object_unref (task);
      return G_SOURCE_REMOVE;
    }

  ggov_store_list_plans_async (ggov_session_get_store (ggov_window_get_session (window)), 0,
                               ggov_session_get_today (ggov_window_get_session (window)), NULL,
                               plans_listed_cb, task);

  return G_SOURCE_REMOVE;
}

void
ggov_screenshots_take_async (GgovWindow          *window,
                             const char          *folder,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;
  Series *series;

  g_return_if_fail (GGOV_IS_WINDOW (window));
  g_return_if_fail (folder != NULL);

  task = g_task_new (window, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_screenshots_take_async);
  series = g_new0 (Series, 1);
  series->folder = g_strdup (folder);
  g_task_set_task_data (task, series, (GDestroyNotify) series_free);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_task_return_new_error (task, G_FILE_ERROR, g_file_error_from_errno (errno),
                               _("the folder “%s” cannot be made."), folder);
      g_object_unref (task);
      return;
    }

  /* A caret that blinks is painted at every frame as it fades: nothing would ever stand still. */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE, NULL);
  g_timeout_add (TICK_MS, wait_cb, task);
}

gboolean
ggov_screenshots_take_finish (GgovWindow    *window,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, window), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
