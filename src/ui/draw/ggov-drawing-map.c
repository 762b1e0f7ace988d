/* ggov-drawing-map.c: the pointer and the keys of the map, given to a tool
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-drawing-private.h"

/* How far the cross goes by one key, pixels; with Shift for fine work. */
#define STEP_PX      16
#define FINE_STEP_PX 2

static void
find_point (GgovDrawing   *self,
            double         x,
            double         y,
            GgovDrawPoint *point)
{
  GgovMapFrame frame;

  ggov_map_canvas_get_frame (self->canvas, &frame);
  point->x = x;
  point->y = y;
  ggov_map_frame_to_place (&frame, x, y, &point->lon, &point->lat);
}

static gboolean
takes_drag (GgovMapTool *tool,
            double       x,
            double       y)
{
  GgovDrawing *self = GGOV_DRAWING (tool);
  GgovDrawTool *used = _ggov_drawing_get_tool (self);
  GgovDrawPoint at;

  if (used == NULL)
    return FALSE;

  find_point (self, x, y, &at);

  return ggov_draw_tool_takes_drag (used, &at);
}

static void
hide_cross (GgovDrawing *self)
{
  if (self->has_cross)
    ggov_drawing_redraw (self, GGOV_MAP_MARKS_MOVING);
  self->has_cross = FALSE;
}

static void
drag (GgovMapTool      *tool,
      GgovMapDragPhase  phase,
      double            x,
      double            y)
{
  GgovDrawing *self = GGOV_DRAWING (tool);
  GgovDrawPoint at;

  if (_ggov_drawing_get_tool (self) == NULL)
    return;

  hide_cross (self);
  find_point (self, x, y, &at);
  ggov_draw_tool_drag (_ggov_drawing_get_tool (self), phase, &at);
}

static void
point (GgovMapTool *tool,
       double       x,
       double       y)
{
  GgovDrawing *self = GGOV_DRAWING (tool);
  GgovDrawPoint at;

  /* What moves under the pointer is told of as a motion as well. */
  if (_ggov_drawing_get_tool (self) == NULL ||
      (self->has_cross && x == self->pointer[0] && y == self->pointer[1]))
    return;

  self->pointer[0] = x;
  self->pointer[1] = y;
  hide_cross (self);
  find_point (self, x, y, &at);
  ggov_draw_tool_point (_ggov_drawing_get_tool (self), &at);
}

static void
leave (GgovMapTool *tool)
{
}

static void
click (GgovMapTool *tool,
       double       x,
       double       y,
       int          n_press)
{
  GgovDrawing *self = GGOV_DRAWING (tool);
  GgovDrawPoint at;

  if (_ggov_drawing_get_tool (self) == NULL)
    return;

  hide_cross (self);
  find_point (self, x, y, &at);
  ggov_draw_tool_press (_ggov_drawing_get_tool (self), &at, n_press);
}

/* The cross is where it was, or in the middle of the map. */
static void
find_cross (GgovDrawing   *self,
            GgovDrawPoint *at)
{
  GgovGeoBounds seen;

  ggov_drawing_get_bounds (self, &seen);
  if (!self->has_cross || !ggov_geo_bounds_contains (&seen, self->cross[0], self->cross[1]))
    {
      GgovMapFrame frame;

      ggov_map_canvas_get_frame (self->canvas, &frame);
      ggov_map_frame_to_place (&frame, frame.width / 2.0, frame.height / 2.0, &self->cross[0],
                               &self->cross[1]);
    }

  self->has_cross = TRUE;
  ggov_drawing_get_point (self, self->cross[0], self->cross[1], at);
}

static void
put_cross (GgovDrawing *self,
           double       lon,
           double       lat)
{
  GgovDrawPoint at;

  self->cross[0] = lon;
  self->cross[1] = lat;
  ggov_map_canvas_show_place (self->canvas, lon, lat);
  ggov_drawing_get_point (self, lon, lat, &at);
  ggov_draw_tool_point (_ggov_drawing_get_tool (self), &at);
  ggov_drawing_redraw (self, GGOV_MAP_MARKS_MOVING);
}

static gboolean
move_cross (GgovDrawing     *self,
            guint            keyval,
            GdkModifierType  modifiers)
{
  static const struct
  {
    guint keyval;
    guint keypad;
    int   x;
    int   y;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },     { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };
  double step = modifiers & GDK_SHIFT_MASK ? FINE_STEP_PX : STEP_PX;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i].keyval || keyval == keys[i].keypad)
      {
        GgovDrawPoint at;

        find_cross (self, &at);
        find_point (self, at.x + step * keys[i].x, at.y + step * keys[i].y, &at);
        put_cross (self, at.lon, at.lat);
        return TRUE;
      }

  return FALSE;
}

static gboolean
press_at_cross (GgovDrawing *self)
{
  GgovDrawPoint at;

  find_cross (self, &at);
  ggov_draw_tool_point (_ggov_drawing_get_tool (self), &at);
  ggov_draw_tool_press (_ggov_drawing_get_tool (self), &at, 1);
  ggov_drawing_redraw (self, GGOV_MAP_MARKS_MOVING);

  return TRUE;
}

static gboolean
step (GgovDrawing *self,
      int          by)
{
  GgovDrawPoint at;

  find_cross (self, &at);
  if (!ggov_draw_tool_step (_ggov_drawing_get_tool (self), by, &at))
    return FALSE;

  put_cross (self, at.lon, at.lat);

  return TRUE;
}

/* What was begun is given up first, then the tool. */
static gboolean
give_up (GgovDrawing *self)
{
  if (ggov_draw_tool_cancel (_ggov_drawing_get_tool (self)))
    {
      ggov_drawing_preview (self, NULL);
      ggov_drawing_say (self, NULL, FALSE);
      ggov_drawing_redraw (self, GGOV_MAP_MARKS_STANDING);
      ggov_drawing_redraw (self, GGOV_MAP_MARKS_MOVING);
      return TRUE;
    }

  if (self->tool == 0)
    return FALSE;

  ggov_drawing_set_tool (self, "select");

  return TRUE;
}

static gboolean
press_key (GgovMapTool     *tool,
           guint            keyval,
           GdkModifierType  modifiers)
{
  GgovDrawing *self = GGOV_DRAWING (tool);

  if (_ggov_drawing_get_tool (self) == NULL || modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return press_at_cross (self);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return ggov_draw_tool_finish (_ggov_drawing_get_tool (self)) || press_at_cross (self);
    case GDK_KEY_Escape:
      return give_up (self);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return step (self, modifiers & GDK_SHIFT_MASK ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      return step (self, -1);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      return ggov_draw_tool_take_out (_ggov_drawing_get_tool (self));
    default:
      return move_cross (self, keyval, modifiers);
    }
}

/* What is not written yet is seen until it is. */
static void
draw_pending (GgovDrawing       *self,
              const GgovDrawPen *pen)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (ggov_drawing_get_layout (self));
  g_autoptr(GPtrArray) pending = ggov_drafting_list_pending (self->drafting);

  for (guint i = 0; i < pending->len; i++)
    {
      const GgovPlanStroke *stroke = pending->pdata[i];
      const double *places = (const double *) (gpointer) stroke->places->data;
      g_autoptr(GArray) buildings = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < stroke->ids->len + stroke->others->len; j++)
        {
          gint64 id = j < stroke->ids->len
            ? g_array_index (stroke->ids, gint64, j)
            : g_array_index (stroke->others, gint64, j - stroke->ids->len);
          guint building;

          if (stroke->kind != GGOV_PLAN_STROKE_MERGE &&
              ggov_geo_site_find_building (site, id, &building))
            g_array_append_val (buildings, building);
        }

      ggov_draw_pen_buildings (pen, ggov_drawing_get_footprints (self), buildings,
                               GGOV_DRAW_INK_WAITING);
      if (stroke->kind == GGOV_PLAN_STROKE_SPLIT || stroke->kind == GGOV_PLAN_STROKE_RESHAPE)
        ggov_draw_pen_line (pen, places, stroke->places->len, GGOV_DRAW_INK_WAITING);
      else if (stroke->places->len > 0)
        ggov_draw_pen_handles (pen, places + 2 * (stroke->places->len - 1), 1,
                               GGOV_DRAW_INK_WAITING);
    }
}

static void
draw (GgovMapTool          *tool,
      GtkSnapshot          *snapshot,
      const GgovMapFrame   *frame,
      const GgovMapPalette *palette,
      GgovMapMarks          marks)
{
  GgovDrawing *self = GGOV_DRAWING (tool);
  const GgovDrawPen pen = { snapshot, frame, palette };

  if (_ggov_drawing_get_tool (self) == NULL)
    return;

  if (marks == GGOV_MAP_MARKS_STANDING)
    {
      for (guint i = 0; i < self->locks->len; i++)
        ggov_draw_pen_lock (&pen, (const double *) (gpointer) self->locks->data + 2 * i);
      draw_pending (self, &pen);
    }

  ggov_draw_tool_draw (_ggov_drawing_get_tool (self), &pen, marks);
  if (marks == GGOV_MAP_MARKS_MOVING && self->has_cross)
    ggov_draw_pen_cross (&pen, self->cross);
}

void
_ggov_drawing_map_tool_init (GgovMapToolInterface *iface)
{
  iface->takes_drag = takes_drag;
  iface->drag = drag;
  iface->point = point;
  iface->leave = leave;
  iface->click = click;
  iface->press_key = press_key;
  iface->draw = draw;
}
