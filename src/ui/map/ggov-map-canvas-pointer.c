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
ggov_map_canvas_pick (GgovMapCanvas *self,
                      double         x,
                      double         y)
{
  double lon, lat;
  gint64 building = find_building (self, x, y, &lon, &lat);
  gint64 grid = building == 0 && self->places ? ggov_places_find_grid_at (self->places, lon, lat)
                                              : 0;

  if (building != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.select-building", "x", building);
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
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (n_press != 1 || hypot (x - self->pressed.x, y - self->pressed.y) > CLICK_PX)
    return;

  if (self->tool && button != GDK_BUTTON_SECONDARY)
    {
      ggov_map_tool_click (self->tool, x, y, n_press);
      return;
    }

  if (button != GDK_BUTTON_SECONDARY && ggov_issue_layer_click (self->issues, x, y))
    return;

  ggov_map_canvas_pick (self, x, y);
  if (button == GDK_BUTTON_SECONDARY)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.show-menu", "(dd)", x, y);
}

/* The map would zoom at a double click, which is a tool's to use. */
static void
pressed_again_cb (GgovMapCanvas *self,
                  int            n_press,
                  double         x,
                  double         y,
                  GtkGesture    *gesture)
{
  if (self->tool == NULL || n_press == 1 || ggov_map_tool_takes_drag (self->tool, x, y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ggov_map_tool_click (self->tool, x, y, n_press);
}

/* A drag that is the tool's ends up there, without a click. */
static void
grab_focus_cb (GgovMapCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
motion_cb (GgovMapCanvas *self,
           double         x,
           double         y)
{
  double lon, lat;

  ggov_issue_layer_hover (self->issues, x, y);
  ggov_selection_layer_hover (self->selection, find_building (self, x, y, &lon, &lat));
  if (self->tool)
    ggov_map_tool_point (self->tool, x, y);
}

static void
leave_cb (GgovMapCanvas *self)
{
  ggov_issue_layer_hover (self->issues, -G_MAXINT, 0);
  ggov_selection_layer_hover (self->selection, 0);
  if (self->tool)
    ggov_map_tool_leave (self->tool);
}

void
_ggov_map_canvas_add_controllers (GgovMapCanvas *self)
{
  GtkGesture *early = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (early), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (early, "pressed", G_CALLBACK (grab_focus_cb), self);
  g_signal_connect_swapped (early, "pressed", G_CALLBACK (pressed_again_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (early));
}

void
ggov_map_canvas_set_cursor (GgovMapCanvas *self,
                            const char    *name)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), name);
}
