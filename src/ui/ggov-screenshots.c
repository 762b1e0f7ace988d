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
#include "ggov-screenshots.h"
#include "ggov-store-plans.h"
#include "ggov-store-themes.h"

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

static const char * const pages[] = { "overview", "map", "roster", "issues", "points", "changes" };
static const char * const themes[] = { "light", "dark" };
static const struct
{
  int width;
  int height;
} sizes[] = {
  { 1024, 768 },
  { 1600, 1000 },
};

/* What is being taken. */
typedef struct
{
  char     *folder;
  gint64    draft;   /* the first one that there is, or 0 */
  guint     shot;    /* 0 to get_n_shots() */
  guint     n_ticks; /* since the shot was set up */
  guint     n_quiet; /* of these, the last ones in which nothing was painted */
  char     *colours; /* (nullable): what the map was coloured by before */
  gboolean  due;     /* whether the next frame is taken */
  gboolean  over;    /* whether all are taken, or one could not be */
  int       gutter;  /* pixels of the window beside its content, to which the size counts them */
} Series;

static void
series_free (Series *series)
{
  g_free (series->folder);
  g_free (series->colours);
  g_free (series);
}

/* The pages, then the map in each of its colours, and with a draft to be drawn. */
static guint
get_n_views (const Series *series)
{
  return G_N_ELEMENTS (pages) + ggov_theme_get_n () + (series->draft != 0);
}

static guint
get_n_shots (const Series *series)
{
  return get_n_views (series) * G_N_ELEMENTS (themes) * G_N_ELEMENTS (sizes);
}

static const char *
get_page (const Series *series)
{
  guint view = series->shot % get_n_views (series);

  return view < G_N_ELEMENTS (pages) ? pages[view] : "map";
}

static gboolean
is_draft (const Series *series)
{
  return series->shot % get_n_views (series) >= G_N_ELEMENTS (pages) + ggov_theme_get_n ();
}

/* What the map is coloured by in this shot; empty for nothing. */
static const char *
get_colours (const Series *series)
{
  guint view = series->shot % get_n_views (series);

  return view < G_N_ELEMENTS (pages) || is_draft (series) ? "" : ggov_theme_get (view - G_N_ELEMENTS (pages))->id;
}

static guint
get_theme (const Series *series)
{
  return series->shot / get_n_views (series) % G_N_ELEMENTS (themes);
}

static guint
get_size (const Series *series)
{
  return series->shot / get_n_views (series) / G_N_ELEMENTS (themes);
}

static char *
dup_path (const Series *series)
{
  gboolean chinese = g_str_has_prefix (g_get_language_names ()[0], "zh");
  guint size = get_size (series);
  const char *colours = get_colours (series);
  g_autofree char *name = g_strdup_printf ("%s%s%s-%s-%dx%d-%s.png",
                                           is_draft (series) ? "draft" : get_page (series),
                                           *colours ? "-" : "", colours,
                                           themes[get_theme (series)], sizes[size].width,
                                           sizes[size].height, chinese ? "zh_CN" : "en");

  return g_build_filename (series->folder, name, NULL);
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

  if (map && is_draft (series))
    gtk_widget_activate_action (map, "map.open-plan", "x", series->draft);
  else if (map)
    {
      gtk_widget_activate_action (map, "map.close-plan", NULL);
      gtk_widget_activate_action (map, "map.hide-plans", NULL);
    }
}

static void
set_up_shot (GgovWindow *window,
             Series     *series)
{
  guint size = get_size (series);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      get_theme (series) == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                              : ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_window_set_default_size (GTK_WINDOW (window), sizes[size].width + series->gutter,
                               sizes[size].height + series->gutter);
  ggov_window_show_page (window, get_page (series));
  colour_map (window, series, get_colours (series));
  open_draft (window, series);
}

/* How much narrower the content is than it should be. */
static int
get_missing (GgovWindow   *window,
             const Series *series)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

  return sizes[get_size (series)].width - gtk_widget_get_width (content);
}

/* The window as it is, without the shadow around it, on its own background. */
static GskRenderNode *
dup_node (GgovWindow            *window,
          const graphene_rect_t *area)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (content);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA background = { 1, 1, 1, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (window)),
                                  "window_bg_color", &background);
  gtk_snapshot_append_color (snapshot, &background, area);
  gdk_paintable_snapshot (paintable, snapshot, area->size.width, area->size.height);

  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
write_shot (GgovWindow    *window,
            const Series  *series,
            GError       **error)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (content),
                                                   gtk_widget_get_height (content));
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  GskRenderNode *node = dup_node (window, &area);
  g_autoptr(GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &area);
  g_autofree char *path = dup_path (series);

  gsk_render_node_unref (node);
  if (gdk_texture_save_to_png (texture, path))
    return TRUE;

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("“%s” cannot be written."), path);

  return FALSE;
}

static void after_paint_cb (GdkFrameClock *clock,
                            GTask         *task);

/* What is returned may have the window closed at once: the rest is done before. */
static void
end_series (GTask  *task,
            GError *error)
{
  GtkWidget *window = g_task_get_source_object (task);

  Series *series = g_task_get_task_data (task);

  series->over = TRUE;
  if (series->colours)
    colour_map (GGOV_WINDOW (window), series, series->colours);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (window), after_paint_cb, task);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Between two frames a widget that is to be drawn anew has nothing to show: a picture is taken of a
 * frame that has just been painted. */
static void
after_paint_cb (GdkFrameClock *clock,
                GTask         *task)
{
  GgovWindow *window = g_task_get_source_object (task);
  Series *series = g_task_get_task_data (task);
  GError *error = NULL;

  series->n_quiet = 0;
  if (!series->due)
    return;

  series->due = FALSE;
  series->n_ticks = 0;
  if (!write_shot (window, series, &error))
    end_series (task, error);
  else if (++series->shot == get_n_shots (series))
    end_series (task, NULL);
  else
    set_up_shot (window, series);
}

static gboolean
tick_cb (gpointer user_data)
{
  GTask *task = user_data;
  GgovWindow *window = g_task_get_source_object (task);
  Series *series = g_task_get_task_data (task);
  int missing;

  if (series->over)
    {
      g_object_unref (task);
      return G_SOURCE_REMOVE;
    }

  series->n_ticks++;
  series->n_quiet++;
  if (series->due || series->n_ticks < LEAST_TICKS ||
      (series->n_quiet < QUIET_TICKS && series->n_ticks < MOST_TICKS))
    return G_SOURCE_CONTINUE;

  missing = get_missing (window, series);
  if (missing != 0 && series->n_ticks < MOST_TICKS)
    {
      if (series->gutter == 0 && missing > 0 && missing < MAX_GUTTER)
        {
          series->gutter = missing;
          set_up_shot (window, series);
        }
      return G_SOURCE_CONTINUE;
    }

  series->due = TRUE;
  gtk_widget_queue_draw (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)));

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

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations", FALSE,
                NULL);
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
