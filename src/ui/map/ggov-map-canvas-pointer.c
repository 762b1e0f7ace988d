/* ggov-map-canvas-pointer.c: the pointer on the map, and what is under it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-canvas-private.h"

/* A click that ends this far from its beginning was a pan. */
#define CLICK_PX 6

/* The building under a point of the canvas, or 0. */
static gint64
find_building (GgovMapCanvas *self,
               double         x,
               double         y,
               double        *lon,
               double        *lat)
{
  GgovMapFrame frame;
  guint i;

  if (self->places == NULL)
    return 0;

  ggov_map_canvas_get_frame (self, &frame);
  ggov_map_frame_to_place (&frame, x, y, lon, lat);
  if (!ggov_geo_index_find_at (ggov_places_get_index (self->places), *lon, *lat, &i))
    return 0;

  return ggov_geo_footprints_get_id (ggov_places_get_footprints (self->places), i);
}

void
_ggov_map_canvas_pick (GgovMapCanvas *self,
                       double         x,
                       double         y,
                       gboolean       has_brush)
{
  double lon, lat;
  gint64 building = find_building (self, x, y, &lon, &lat);
  gint64 grid = building == 0 && self->places ? ggov_places_find_grid_at (self->places, lon, lat)
                                              : 0;

  if (building != 0)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                has_brush ? "map.paint-building" : "map.select-building", "x",
                                building);
  else if (grid != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.select-grid", "x", grid);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "map.clear-selection", NULL);
}

static void
pressed_cb (GgovMapCanvas *self,
            int            n_press,
            double         x,
            double         y)
{
  graphene_point_init (&self->pressed, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Comes after a pan as well. */
static void
released_cb (GgovMapCanvas   *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  gboolean is_secondary =
    gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY;

  if (n_press != 1 || hypot (x - self->pressed.x, y - self->pressed.y) > CLICK_PX)
    return;

  _ggov_map_canvas_pick (self, x, y, self->has_brush && !is_secondary);
  if (is_secondary)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.show-menu", "(dd)", x, y);
}

static void
update_cross (GgovMapCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_set_visible (self->cross, self->has_brush && GTK_IS_WINDOW (root) &&
                          gtk_window_get_focus (GTK_WINDOW (root)) == GTK_WIDGET (self));
}

static void
motion_cb (GgovMapCanvas *self,
           double         x,
           double         y)
{
  double lon, lat;

  ggov_selection_layer_hover (self->selection, find_building (self, x, y, &lon, &lat));
}

static void
leave_cb (GgovMapCanvas *self)
{
  ggov_selection_layer_hover (self->selection, 0);
}

void
_ggov_map_canvas_add_controllers (GgovMapCanvas *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (update_cross), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
ggov_map_canvas_set_brush (GgovMapCanvas *self,
                           gboolean       has_brush)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  self->has_brush = has_brush;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), has_brush ? "crosshair" : NULL);
  update_cross (self);
}
