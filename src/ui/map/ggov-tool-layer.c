/* ggov-tool-layer.c: what a tool draws over the map, and where it takes the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <adwaita.h>

#include "ggov-tool-layer.h"

struct _GgovToolLayer
{
  GgovMapLayer      parent_instance;

  GgovMapTool      *tool; /* (nullable) */
  GgovMapMarks      marks;
  graphene_point_t  begun; /* where the drag under way began */
};

G_DEFINE_FINAL_TYPE (GgovToolLayer, ggov_tool_layer, GGOV_TYPE_MAP_LAYER)

static void
drag_begin_cb (GgovToolLayer *self,
               double         x,
               double         y,
               GtkGesture    *gesture)
{
  if (self->tool == NULL || !ggov_map_tool_takes_drag (self->tool, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  graphene_point_init (&self->begun, x, y);
  ggov_map_tool_drag (self->tool, GGOV_MAP_DRAG_BEGIN, x, y);
}

static void
drag_update_cb (GgovToolLayer *self,
                double         x,
                double         y)
{
  if (self->tool)
    ggov_map_tool_drag (self->tool, GGOV_MAP_DRAG_MOVE, self->begun.x + x, self->begun.y + y);
}

static void
drag_end_cb (GgovToolLayer *self,
             double         x,
             double         y)
{
  if (self->tool)
    ggov_map_tool_drag (self->tool, GGOV_MAP_DRAG_END, self->begun.x + x, self->begun.y + y);
}

static void
drag_cancel_cb (GgovToolLayer *self)
{
  if (self->tool)
    ggov_map_tool_drag (self->tool, GGOV_MAP_DRAG_CANCEL, self->begun.x, self->begun.y);
}

static gboolean
ggov_tool_layer_contains (GtkWidget *widget,
                          double     x,
                          double     y)
{
  GgovToolLayer *self = GGOV_TOOL_LAYER (widget);

  return self->tool && self->marks == GGOV_MAP_MARKS_MOVING &&
         ggov_map_tool_takes_drag (self->tool, x, y);
}

static void
ggov_tool_layer_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GgovToolLayer *self = GGOV_TOOL_LAYER (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GgovMapFrame frame;

  if (self->tool == NULL)
    return;

  ggov_map_frame_init (&frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget);
  ggov_map_tool_draw (self->tool, snapshot, &frame, ggov_map_palette_get (dark), self->marks);
}

static void
ggov_tool_layer_dispose (GObject *object)
{
  g_clear_object (&GGOV_TOOL_LAYER (object)->tool);

  G_OBJECT_CLASS (ggov_tool_layer_parent_class)->dispose (object);
}

static void
ggov_tool_layer_class_init (GgovToolLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_tool_layer_dispose;

  widget_class->contains = ggov_tool_layer_contains;
  widget_class->snapshot = ggov_tool_layer_snapshot;
}

static void
ggov_tool_layer_init (GgovToolLayer *self)
{
}

GgovToolLayer *
ggov_tool_layer_new (ShumateViewport *viewport,
                     GgovMapMarks     marks)
{
  GgovToolLayer *self = g_object_new (GGOV_TYPE_TOOL_LAYER, "viewport", viewport, NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->marks = marks;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  return self;
}

void
ggov_tool_layer_set_tool (GgovToolLayer *self,
                          GgovMapTool   *tool)
{
  g_return_if_fail (GGOV_IS_TOOL_LAYER (self));

  if (g_set_object (&self->tool, tool))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
