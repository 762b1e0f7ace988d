/* ggov-map-canvas-keys.c: what the map does by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-canvas-private.h"

#define KEY_PAN_PX 90

/* With Shift, to bring the middle on a building. */
#define FINE_PAN 0.125

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  double x, y;

  g_variant_get (args, "(dd)", &x, &y);
  _ggov_map_canvas_pan (GGOV_MAP_CANVAS (widget), x * KEY_PAN_PX, y * KEY_PAN_PX);

  return TRUE;
}

/* The tool comes before what the map does by itself, but not before the buttons on it. */
static gboolean
key_pressed_cb (GgovMapCanvas   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  return self->tool && gtk_widget_has_focus (GTK_WIDGET (self)) &&
         ggov_map_tool_press_key (self->tool, keyval, modifiers & GDK_MODIFIER_MASK);
}

/* Opens the marker of issues that was gone to. */
static gboolean
open_marker_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  return ggov_issue_layer_activate (GGOV_MAP_CANVAS (widget)->issues);
}

static void
add_pan_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint  keyval;
    guint  keypad;
    double x;
    double y;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },     { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i].keyval, 0, pan_cb, "(dd)", keys[i].x, keys[i].y);
      gtk_widget_class_add_binding (klass, keys[i].keypad, 0, pan_cb, "(dd)", keys[i].x, keys[i].y);
      gtk_widget_class_add_binding (klass, keys[i].keyval, GDK_SHIFT_MASK, pan_cb, "(dd)",
                                    keys[i].x * FINE_PAN, keys[i].y * FINE_PAN);
    }
}

static void
add_action_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_plus, 0, "map.zoom-in" },        { GDK_KEY_plus, GDK_SHIFT_MASK, "map.zoom-in" },
    { GDK_KEY_equal, 0, "map.zoom-in" },       { GDK_KEY_KP_Add, 0, "map.zoom-in" },
    { GDK_KEY_minus, 0, "map.zoom-out" },      { GDK_KEY_KP_Subtract, 0, "map.zoom-out" },
    { GDK_KEY_Home, 0, "map.show-all" },       { GDK_KEY_KP_Home, 0, "map.show-all" },
    { GDK_KEY_Menu, 0, "map.show-move-menu" }, { GDK_KEY_F10, GDK_SHIFT_MASK, "map.show-move-menu" },
    { GDK_KEY_m, 0, "map.show-move-menu" },    { GDK_KEY_Escape, 0, "map.clear-selection" },
    { GDK_KEY_n, 0, "map.new-grid" },          { GDK_KEY_l, 0, "map.lock-grid" },
    { GDK_KEY_b, 0, "map.choose-base-map" },   { GDK_KEY_d, 0, "map.measure" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, keys[i].modifiers, keys[i].action,
                                         NULL);
}

void
_ggov_map_canvas_add_bindings (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, open_marker_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, open_marker_cb, NULL);
  add_pan_bindings (klass);
  add_action_bindings (klass);
}

void
_ggov_map_canvas_add_keys (GgovMapCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
