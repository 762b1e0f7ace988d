/* ggov-outline-tool.c: draws the outline of something on a map, corner by corner
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-geo-snap.h"
#include "ggov-map-tool.h"
#include "ggov-measure-layer.h"
#include "ggov-outline-tool.h"

/* Pixels: how near the pointer has to come to a wall or its corner to mean it. */
#define SNAP_PX 9

struct _GgovOutlineTool
{
  GObject           parent_instance;

  GgovMapCanvas    *canvas;  /* (unowned) */
  GgovMeasureLayer *layer;   /* (unowned): of the canvas */
  GgovMeasure      *outline;
};

/* Corners ------------------------------------------------------------------------------------- */

/* Most of what is built without leave is built onto a house: its corners and walls are taken. */
static void
find_place (GgovOutlineTool *self,
            double           x,
            double           y,
            double          *place)
{
  GgovPlaces *places = ggov_map_canvas_get_places (self->canvas);
  GgovMapFrame frame;

  ggov_map_canvas_get_frame (self->canvas, &frame);
  ggov_map_frame_to_place (&frame, x, y, &place[0], &place[1]);
  if (places)
    ggov_geo_snap_to_building (ggov_places_get_index (places), place[0], place[1],
                               SNAP_PX * ggov_map_frame_get_metres (&frame), place);
}

static void
put (GgovOutlineTool *self,
     double           x,
     double           y)
{
  double place[2];

  find_place (self, x, y, place);
  ggov_measure_add (self->outline, place[0], place[1]);
}

/* Two corners are no area yet. */
static void
finish (GgovOutlineTool *self)
{
  if (ggov_measure_get_n_points (self->outline) > 2)
    ggov_measure_finish (self->outline);
}

static void
put_in_middle (GgovOutlineTool *self)
{
  put (self, gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0,
       gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2.0);
}

/* The cross is there while the map has the keyboard, and shows it. */
static void
update_cross (GgovOutlineTool *self)
{
  ggov_measure_layer_set_cross (self->layer,
                                gtk_widget_has_visible_focus (GTK_WIDGET (self->canvas)));
}

/* The tool ------------------------------------------------------------------------------------ */

static gboolean
ggov_outline_tool_takes_drag (GgovMapTool *tool,
                              double       x,
                              double       y)
{
  return FALSE;
}

static void
ggov_outline_tool_drag (GgovMapTool      *tool,
                        GgovMapDragPhase  phase,
                        double            x,
                        double            y)
{
}

static void
ggov_outline_tool_point (GgovMapTool *tool,
                         double       x,
                         double       y)
{
  GgovOutlineTool *self = GGOV_OUTLINE_TOOL (tool);
  double place[2];

  find_place (self, x, y, place);
  ggov_measure_point (self->outline, place[0], place[1]);
}

static void
ggov_outline_tool_leave (GgovMapTool *tool)
{
  ggov_measure_stop_pointing (GGOV_OUTLINE_TOOL (tool)->outline);
}

static void
ggov_outline_tool_click (GgovMapTool *tool,
                         double       x,
                         double       y,
                         int          n_press)
{
  GgovOutlineTool *self = GGOV_OUTLINE_TOOL (tool);

  if (n_press == 1)
    put (self, x, y);
  else
    finish (self);
}

static gboolean
ggov_outline_tool_press_key (GgovMapTool     *tool,
                             guint            keyval,
                             GdkModifierType  modifiers)
{
  GgovOutlineTool *self = GGOV_OUTLINE_TOOL (tool);

  if (modifiers != 0)
    return FALSE;

  update_cross (self);
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      put_in_middle (self);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      finish (self);
      return TRUE;

    case GDK_KEY_BackSpace:
      ggov_measure_remove_last (self->outline);
      return TRUE;

    case GDK_KEY_Escape:
      if (ggov_measure_get_n_points (self->outline) == 0)
        return FALSE;
      ggov_measure_clear (self->outline);
      return TRUE;

    default:
      return FALSE;
    }
}

/* The layer of what is measured draws it. */
static void
ggov_outline_tool_draw (GgovMapTool          *tool,
                        GtkSnapshot          *snapshot,
                        const GgovMapFrame   *frame,
                        const GgovMapPalette *palette,
                        GgovMapMarks          marks)
{
}

static void
ggov_outline_tool_tool_iface_init (GgovMapToolInterface *iface)
{
  iface->takes_drag = ggov_outline_tool_takes_drag;
  iface->drag = ggov_outline_tool_drag;
  iface->point = ggov_outline_tool_point;
  iface->leave = ggov_outline_tool_leave;
  iface->click = ggov_outline_tool_click;
  iface->press_key = ggov_outline_tool_press_key;
  iface->draw = ggov_outline_tool_draw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovOutlineTool, ggov_outline_tool, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_MAP_TOOL,
                                                      ggov_outline_tool_tool_iface_init))

static void
ggov_outline_tool_dispose (GObject *object)
{
  g_clear_object (&GGOV_OUTLINE_TOOL (object)->outline);

  G_OBJECT_CLASS (ggov_outline_tool_parent_class)->dispose (object);
}

static void
ggov_outline_tool_class_init (GgovOutlineToolClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_outline_tool_dispose;
}

static void
ggov_outline_tool_init (GgovOutlineTool *self)
{
}

GgovOutlineTool *
ggov_outline_tool_new (GgovMapCanvas *canvas,
                       GgovMeasure   *outline)
{
  GgovOutlineTool *self = g_object_new (GGOV_TYPE_OUTLINE_TOOL, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->canvas = canvas;
  self->outline = g_object_ref (outline);
  self->layer = ggov_measure_layer_new (ggov_map_canvas_get_viewport (canvas), outline);
  ggov_map_canvas_add_layer (canvas, SHUMATE_LAYER (self->layer));
  ggov_map_canvas_set_tool (canvas, GGOV_MAP_TOOL (self));
  ggov_map_canvas_set_cursor (canvas, "crosshair");
  g_signal_connect_object (focus, "enter", G_CALLBACK (update_cross), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (update_cross), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (canvas), focus);

  return self;
}
