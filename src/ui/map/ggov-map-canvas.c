/* ggov-map-canvas.c: the map itself: layers, pointer and keys, without the panel beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-canvas-private.h"

G_DEFINE_FINAL_TYPE (GgovMapCanvas, ggov_map_canvas, ADW_TYPE_BIN)

static void
ggov_map_canvas_dispose (GObject *object)
{
  GgovMapCanvas *self = GGOV_MAP_CANVAS (object);

  self->footprints = NULL;
  self->selection = NULL;
  self->issues = NULL;
  self->labels = NULL;
  self->net = NULL;
  self->marks[0] = self->marks[1] = NULL;
  g_clear_object (&self->tool);
  g_clear_object (&self->places);
  g_clear_object (&self->base);
  g_clear_pointer (&self->picture, ggov_map_picture_unref);
  g_clear_pointer (&self->theme, ggov_theme_source_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (ggov_map_canvas_parent_class)->dispose (object);
}

static void
ggov_map_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ggov_map_canvas_parent_class)->map (widget);
  _ggov_map_canvas_await_room (GGOV_MAP_CANVAS (widget));
}

static void
ggov_map_canvas_class_init (GgovMapCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_map_canvas_dispose;
  widget_class->map = ggov_map_canvas_map;

  g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/map/ggov-map-canvas.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, base_map_button);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, map);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, measure_button);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, overlay);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, print_button);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, scale);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, sources_label);
  gtk_widget_class_bind_template_child (widget_class, GgovMapCanvas, status_label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  _ggov_map_canvas_add_bindings (widget_class);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (SHUMATE_TYPE_SCALE);
}

static void
ggov_map_canvas_init (GgovMapCanvas *self)
{
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;

  self->target = nowhere;
  gtk_widget_init_template (GTK_WIDGET (self));
  _ggov_map_canvas_add_layers (self);
  _ggov_map_canvas_add_controllers (self);
  _ggov_map_canvas_add_keys (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (_ggov_map_canvas_order_picture), self, G_CONNECT_SWAPPED);
}

void
ggov_map_canvas_hide_tools (GgovMapCanvas *self)
{
  g_return_if_fail (GGOV_IS_MAP_CANVAS (self));

  gtk_widget_set_visible (self->base_map_button, FALSE);
  gtk_widget_set_visible (self->measure_button, FALSE);
  gtk_widget_set_visible (self->print_button, FALSE);
}
