/* ggov-board-map.c: the board's open issues on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-map.h"
#include "ggov-map-canvas.h"
#include "ggov-map-issues.h"
#include "ggov-store-places.h"

struct _GgovBoardMap
{
  AdwBin         parent_instance;

  GgovSession   *session;     /* (nullable) */
  GCancellable  *cancellable; /* (nullable): of the places being read */
  gboolean       has_places;
  GgovMapCanvas *canvas;      /* (unowned): the child */
  GgovMapIssues *issues;
};

G_DEFINE_FINAL_TYPE (GgovBoardMap, ggov_board_map, ADW_TYPE_BIN)

static void
places_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovBoardMap) self = user_data;
  g_autoptr(GgovPlaces) places = ggov_store_load_map_finish (GGOV_STORE (object), result, NULL);

  if (places && self->session)
    ggov_map_canvas_set_places (self->canvas, places);
}

static void
read_places (GgovBoardMap *self)
{
  self->has_places = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ggov_store_load_map_async (ggov_session_get_store (self->session),
                             ggov_session_get_today (self->session), NULL, self->cancellable,
                             places_cb, g_object_ref (self));
}

/* Actions --------------------------------------------------------------------------------- */

static void
show_all_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ggov_map_canvas_show_all (GGOV_BOARD_MAP (widget)->canvas);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ggov_map_canvas_zoom_in (GGOV_BOARD_MAP (widget)->canvas);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ggov_map_canvas_zoom_out (GGOV_BOARD_MAP (widget)->canvas);
}

/* What the page of the map does besides has no place here. */
static void
hide_others (GgovBoardMap *self,
             GtkWidget    *widget)
{
  const char *action = GTK_IS_ACTIONABLE (widget)
                       ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  if (action && !g_str_has_prefix (action, "map.zoom") && !g_str_equal (action, "map.show-all"))
    gtk_widget_set_visible (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    hide_others (self, child);
}

/* The widget ------------------------------------------------------------------------------ */

static void
ggov_board_map_dispose (GObject *object)
{
  GgovBoardMap *self = GGOV_BOARD_MAP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->issues)
    ggov_map_issues_set_session (self->issues, NULL);
  g_clear_object (&self->issues);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_board_map_parent_class)->dispose (object);
}

static void
ggov_board_map_class_init (GgovBoardMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_board_map_dispose;

  gtk_widget_class_install_action (widget_class, "map.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
}

static void
ggov_board_map_init (GgovBoardMap *self)
{
  self->canvas = g_object_new (GGOV_TYPE_MAP_CANVAS, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->canvas));
  hide_others (self, GTK_WIDGET (self->canvas));
  self->issues = ggov_map_issues_new (self->canvas, NULL);
  ggov_map_issues_set_shown (self->issues, TRUE);
}

void
ggov_board_map_show (GgovBoardMap          *self,
                     GgovSession           *session,
                     const GgovIssueFilter *filter)
{
  g_return_if_fail (GGOV_IS_BOARD_MAP (self));

  if (session != self->session)
    {
      self->has_places = FALSE;
      ggov_map_canvas_set_places (self->canvas, NULL);
      g_set_object (&self->session, session);
      ggov_map_issues_set_filter (self->issues, filter);
      ggov_map_issues_set_session (self->issues, session);
    }
  else if (session)
    ggov_map_issues_set_filter (self->issues, filter);

  if (session && !self->has_places)
    read_places (self);
}

gboolean
ggov_board_map_is_complete (GgovBoardMap *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_MAP (self), FALSE);

  return ggov_map_canvas_get_places (self->canvas) && ggov_map_issues_is_complete (self->issues) &&
         ggov_map_canvas_is_complete (self->canvas);
}
