/* ggov-vertex-tool.c: moving, adding and deleting vertices of borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ggov-drawing.h"
#include "ggov-vertex-tool.h"

/* How near the pointer has to be to a vertex, and to a border to add one. */
#define VERTEX_PX 9
#define BORDER_PX 6

/* Farther out the handles would lie on each other. */
#define MOST_METRES_PER_PX 2.5

/* A vertex, or a place on a border where one can be added. */
typedef struct
{
  gint64   arc_id; /* 0 for none */
  guint    index;  /* of the vertex, or of the one before the new one */
  gboolean is_new;
  double   place[2];
} Hold;

struct _GgovVertexTool
{
  GgovDrawTool    parent_instance;

  Hold            hold;       /* what the pointer or the cross is at */
  gboolean        is_grabbed; /* whether it moves with it */
  double          offset[2];  /* from the pointer to the vertex, degrees */
  double          to[2];      /* where it would go */
  gboolean        is_fine;    /* whether it could go there */
  gboolean        has_moved;
  GgovGeoRefusal  refusal;    /* why not */
};

G_DEFINE_FINAL_TYPE (GgovVertexTool, ggov_vertex_tool, GGOV_TYPE_DRAW_TOOL)

static GgovDrawing *
get_drawing (GgovVertexTool *self)
{
  return ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
}

static GgovGeoSubdivision *
get_subdivision (GgovVertexTool *self)
{
  return ggov_geo_layout_get_subdivision (ggov_drawing_get_layout (get_drawing (self)));
}

/* The community's own border stays; with a grid chosen, only its borders can be taken hold of. */
static gboolean
may_take (GgovVertexTool   *self,
          const GgovGeoArc *arc)
{
  gint64 target = ggov_drawing_get_target (get_drawing (self));

  if (ggov_draft_find_grid (ggov_drawing_get_draft (get_drawing (self)), target) == NULL)
    target = 0;

  return arc->left_grid_id != 0 && arc->right_grid_id != 0 &&
         (target == 0 || arc->left_grid_id == target || arc->right_grid_id == target);
}

static gboolean
is_close_enough (GgovVertexTool *self)
{
  return ggov_drawing_get_metres (get_drawing (self), 1) <= MOST_METRES_PER_PX;
}

/* Degrees of latitude that a distance squared is in; longitudes shrink with the latitude. */
static double
measure (const double *a,
         const double *b,
         double        shrink)
{
  return hypot ((a[0] - b[0]) * shrink, a[1] - b[1]);
}

/* The place on the segment next to the pointer. */
static double
find_foot (const double *a,
           const double *at,
           double        shrink,
           double       *foot)
{
  double dx = (a[2] - a[0]) * shrink, dy = a[3] - a[1];
  double square = dx * dx + dy * dy;
  double along = square > 0
    ? CLAMP (((at[0] - a[0]) * shrink * dx + (at[1] - a[1]) * dy) / square, 0, 1) : 0;

  foot[0] = a[0] + along * (a[2] - a[0]);
  foot[1] = a[1] + along * (a[3] - a[1]);

  return measure (foot, at, shrink);
}

/* A vertex within reach comes before a border. */
static gboolean
find_hold (GgovVertexTool *self,
           const double   *at,
           Hold           *hold)
{
  GgovDrawing *drawing = get_drawing (self);
  double degrees = ggov_drawing_get_metres (drawing, 1) / 111320.0;
  double shrink = cos (at[1] * G_PI / 180);
  double vertex = VERTEX_PX * degrees, border = BORDER_PX * degrees;
  Hold added = { 0 };

  *hold = (Hold) { 0 };
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (get_subdivision (self)); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (get_subdivision (self), i);

      for (guint j = 0; may_take (self, arc) && j < arc->n_points; j++)
        {
          const double *place = arc->coords + 2 * j;
          double distance = measure (place, at, shrink);
          double foot[2];

          if (distance < vertex)
            {
              vertex = distance;
              *hold = (Hold) { arc->id, j, FALSE, { place[0], place[1] } };
            }

          if (j + 1 < arc->n_points && (distance = find_foot (place, at, shrink, foot)) < border)
            {
              border = distance;
              added = (Hold) { arc->id, j, TRUE, { foot[0], foot[1] } };
            }
        }
    }

  if (hold->arc_id == 0)
    *hold = added;

  return hold->arc_id != 0;
}

static void
grab (GgovVertexTool      *self,
      const GgovDrawPoint *at)
{
  self->is_grabbed = TRUE;
  self->is_fine = FALSE;
  self->has_moved = FALSE;
  memcpy (self->to, self->hold.place, sizeof self->to);
  self->offset[0] = self->hold.place[0] - at->lon;
  self->offset[1] = self->hold.place[1] - at->lat;
  ggov_drawing_say (get_drawing (self), NULL, FALSE);
}

/* Also takes the vertex along where the snapping leads it. */
static void
move (GgovVertexTool      *self,
      const GgovDrawPoint *at)
{
  GgovDrawing *drawing = get_drawing (self);
  GgovGeoLayout *layout = ggov_drawing_get_layout (drawing);
  GArray *locked = ggov_drawing_get_locked (drawing);
  const GgovDrawPoint wanted = { at->x, at->y, at->lon + self->offset[0],
                                 at->lat + self->offset[1] };
  double place[2];

  ggov_drawing_snap (drawing, &wanted, self->hold.arc_id, self->hold.index, place);
  self->is_fine = self->hold.is_new
    ? ggov_geo_layout_preview_insert (layout, self->hold.arc_id, self->hold.index, place[0],
                                      place[1], locked, &self->refusal)
    : ggov_geo_layout_preview_vertex (layout, self->hold.arc_id, self->hold.index, place[0],
                                      place[1], locked, place, &self->refusal);
  memcpy (self->to, place, sizeof place);
  self->has_moved = TRUE;

  if (self->is_fine)
    ggov_drawing_say (drawing, NULL, FALSE);
  else
    ggov_drawing_say_refusal (drawing, &self->refusal);
  ggov_drawing_redraw (drawing, GGOV_MAP_MARKS_MOVING);
}

static GgovPlanStroke *
new_stroke (GgovVertexTool *self)
{
  const GgovGeoArc *arc = ggov_geo_subdivision_find_arc (get_subdivision (self),
                                                         self->hold.arc_id);
  GgovPlanStroke *stroke =
    ggov_plan_stroke_new (self->hold.is_new ? GGOV_PLAN_STROKE_INSERT_VERTEX
                                            : GGOV_PLAN_STROKE_MOVE_VERTEX, 0);

  ggov_plan_stroke_add_place (stroke, arc->coords + 2 * self->hold.index);
  if (self->hold.is_new)
    ggov_plan_stroke_add_place (stroke, arc->coords + 2 * (self->hold.index + 1));
  ggov_plan_stroke_add_place (stroke, self->to);

  return stroke;
}

/* Where it cannot be, it stays where it was, and the reason stands. */
static void
drop (GgovVertexTool *self)
{
  GgovDrawing *drawing = get_drawing (self);

  self->is_grabbed = FALSE;
  if (self->has_moved && self->is_fine)
    {
      ggov_drawing_submit (drawing, new_stroke (self));
      memcpy (self->hold.place, self->to, sizeof self->to);
      self->hold.is_new = FALSE;
    }
  else if (!self->has_moved)
    ggov_drawing_say (drawing, NULL, FALSE);

  ggov_drawing_redraw (drawing, GGOV_MAP_MARKS_MOVING);
}

static gboolean
ggov_vertex_tool_takes_drag (GgovDrawTool        *tool,
                             const GgovDrawPoint *at)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);
  Hold hold;

  return self->is_grabbed || (is_close_enough (self) && find_hold (self, &at->lon, &hold));
}

static void
ggov_vertex_tool_drag (GgovDrawTool        *tool,
                       GgovMapDragPhase     phase,
                       const GgovDrawPoint *at)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);

  if (phase == GGOV_MAP_DRAG_BEGIN)
    {
      if (!self->is_grabbed && find_hold (self, &at->lon, &self->hold))
        grab (self, at);
    }
  else if (!self->is_grabbed)
    return;
  else if (phase == GGOV_MAP_DRAG_MOVE)
    move (self, at);
  else if (phase == GGOV_MAP_DRAG_END)
    drop (self);
  else
    ggov_draw_tool_cancel (tool);
}

static void
ggov_vertex_tool_point (GgovDrawTool        *tool,
                        const GgovDrawPoint *at)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);
  const Hold before = self->hold;

  if (self->is_grabbed)
    {
      move (self, at);
      return;
    }

  find_hold (self, &at->lon, &self->hold);
  if (self->hold.arc_id == before.arc_id && self->hold.index == before.index &&
      self->hold.is_new == before.is_new && !self->hold.is_new)
    return;

  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_MOVING);
}

/* The space bar takes hold and lets go. A click elsewhere chooses another grid. */
static void
ggov_vertex_tool_press (GgovDrawTool        *tool,
                        const GgovDrawPoint *at,
                        int                  n_press)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);

  if (self->is_grabbed)
    drop (self);
  else if (is_close_enough (self) && find_hold (self, &at->lon, &self->hold))
    grab (self, at);
  else
    ggov_drawing_select (get_drawing (self), at);
}

static gboolean
ggov_vertex_tool_finish (GgovDrawTool *tool)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);
  gboolean was_grabbed = self->is_grabbed;

  if (was_grabbed)
    drop (self);

  return was_grabbed;
}

static gboolean
ggov_vertex_tool_cancel (GgovDrawTool *tool)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);
  gboolean was_grabbed = self->is_grabbed;

  self->is_grabbed = FALSE;

  return was_grabbed;
}

static gboolean
ggov_vertex_tool_take_out (GgovDrawTool *tool)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);
  const GgovGeoArc *arc = ggov_geo_subdivision_find_arc (get_subdivision (self),
                                                         self->hold.arc_id);
  GgovPlanStroke *stroke;

  if (arc == NULL || self->hold.is_new || self->is_grabbed)
    return FALSE;

  if (self->hold.index == 0 || self->hold.index + 1 == arc->n_points)
    {
      const GgovGeoRefusal refusal = { .reason = GGOV_GEO_REASON_NODE };

      ggov_drawing_say_refusal (get_drawing (self), &refusal);
      return TRUE;
    }

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_DELETE_VERTEX, 0);
  ggov_plan_stroke_add_place (stroke, self->hold.place);
  ggov_drawing_submit (get_drawing (self), stroke);

  return TRUE;
}

/* (transfer full) (element-type Hold): all vertices that can be taken hold of, each once. */
static GArray *
list_vertices (GgovVertexTool *self)
{
  GArray *vertices = g_array_new (FALSE, FALSE, sizeof (Hold));

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (get_subdivision (self)); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (get_subdivision (self), i);

      for (guint j = 0; may_take (self, arc) && j < arc->n_points; j++)
        {
          const Hold vertex = { arc->id, j, FALSE, { arc->coords[2 * j], arc->coords[2 * j + 1] } };
          gboolean is_known = FALSE;

          for (guint k = 0; k < vertices->len && !is_known; k++)
            is_known = memcmp (g_array_index (vertices, Hold, k).place, vertex.place,
                               sizeof vertex.place) == 0;
          if (!is_known)
            g_array_append_val (vertices, vertex);
        }
    }

  return vertices;
}

/* The nearest to the cross first, then one after another along the borders. */
static gboolean
ggov_vertex_tool_step (GgovDrawTool  *tool,
                       int            by,
                       GgovDrawPoint *at)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);
  g_autoptr(GArray) vertices = NULL;
  double shrink = cos (at->lat * G_PI / 180);
  guint best = 0;
  gboolean is_there = FALSE;

  if (self->is_grabbed)
    return TRUE;

  vertices = list_vertices (self);
  for (guint i = 0; i < vertices->len && !is_there; i++)
    {
      const double *place = g_array_index (vertices, Hold, i).place;

      is_there = memcmp (place, &at->lon, sizeof self->to) == 0;
      if (is_there || measure (place, &at->lon, shrink) <
                        measure (g_array_index (vertices, Hold, best).place, &at->lon, shrink))
        best = i;
    }

  if (vertices->len == 0)
    return FALSE;

  if (is_there)
    best = (best + vertices->len + by) % vertices->len;
  at->lon = g_array_index (vertices, Hold, best).place[0];
  at->lat = g_array_index (vertices, Hold, best).place[1];

  return TRUE;
}

/* What was held may have another number, or be gone. */
static void
ggov_vertex_tool_state_changed (GgovDrawTool *tool)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);
  const Hold before = self->hold;

  if (before.arc_id == 0)
    return;

  if (!find_hold (self, before.place, &self->hold) || self->hold.is_new != before.is_new)
    {
      self->hold = (Hold) { 0 };
      self->is_grabbed = FALSE;
    }
}

static char *
ggov_vertex_tool_dup_hint (GgovDrawTool *tool)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);

  if (self->is_grabbed)
    return g_strdup (_("Let go where the vertex shall be; Esc leaves it where it was."));
  if (!is_close_enough (self))
    return g_strdup (_("Zoom in to see the vertices of borders."));

  return g_strdup (_("Drag a vertex, or a border to add one; Delete takes one out. Tab goes to the "
                     "next, Space takes hold."));
}

static void
draw_handles (GgovVertexTool    *self,
              const GgovDrawPen *pen)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  GgovGeoBounds seen;

  ggov_drawing_get_bounds (get_drawing (self), &seen);
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (get_subdivision (self)); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (get_subdivision (self), i);

      for (guint j = 0; may_take (self, arc) && j < arc->n_points; j++)
        if (ggov_geo_bounds_contains (&seen, arc->coords[2 * j], arc->coords[2 * j + 1]))
          g_array_append_vals (places, arc->coords + 2 * j, 1);
    }

  ggov_draw_pen_handles (pen, (const double *) (gpointer) places->data, places->len,
                         GGOV_DRAW_INK_PLAIN);
}

static void
draw_stretch (GgovVertexTool    *self,
              const GgovDrawPen *pen,
              const double      *from)
{
  const double line[] = { from[0], from[1], self->to[0], self->to[1] };

  ggov_draw_pen_line (pen, line, 2, self->is_fine || !self->has_moved ? GGOV_DRAW_INK_STRONG
                                                                      : GGOV_DRAW_INK_WRONG);
}

/* From the neighbours of the vertex to where it would be; of a node in all arcs that meet there. */
static void
draw_stretches (GgovVertexTool    *self,
                const GgovDrawPen *pen)
{
  const GgovGeoArc *held = ggov_geo_subdivision_find_arc (get_subdivision (self),
                                                          self->hold.arc_id);

  if (held == NULL)
    return;

  if (self->hold.is_new)
    {
      draw_stretch (self, pen, held->coords + 2 * self->hold.index);
      draw_stretch (self, pen, held->coords + 2 * self->hold.index + 2);
      return;
    }

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (get_subdivision (self)); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (get_subdivision (self), i);

      for (guint j = 0; arc->left_grid_id != 0 && arc->right_grid_id != 0 && j < arc->n_points; j++)
        if (memcmp (arc->coords + 2 * j, self->hold.place, sizeof self->hold.place) == 0)
          {
            if (j > 0)
              draw_stretch (self, pen, arc->coords + 2 * j - 2);
            if (j + 1 < arc->n_points)
              draw_stretch (self, pen, arc->coords + 2 * j + 2);
          }
    }
}

static void
ggov_vertex_tool_draw (GgovDrawTool      *tool,
                       const GgovDrawPen *pen,
                       GgovMapMarks       marks)
{
  GgovVertexTool *self = GGOV_VERTEX_TOOL (tool);

  if (!is_close_enough (self) && !self->is_grabbed)
    return;

  if (marks == GGOV_MAP_MARKS_STANDING)
    draw_handles (self, pen);
  else if (self->is_grabbed)
    {
      draw_stretches (self, pen);
      ggov_draw_pen_handles (pen, self->to, 1, self->is_fine || !self->has_moved
                                                 ? GGOV_DRAW_INK_STRONG : GGOV_DRAW_INK_WRONG);
    }
  else if (self->hold.arc_id != 0)
    ggov_draw_pen_handles (pen, self->hold.place, 1,
                           self->hold.is_new ? GGOV_DRAW_INK_PLAIN : GGOV_DRAW_INK_STRONG);
}

static void
ggov_vertex_tool_class_init (GgovVertexToolClass *klass)
{
  GgovDrawToolClass *tool_class = GGOV_DRAW_TOOL_CLASS (klass);

  tool_class->takes_drag = ggov_vertex_tool_takes_drag;
  tool_class->drag = ggov_vertex_tool_drag;
  tool_class->point = ggov_vertex_tool_point;
  tool_class->press = ggov_vertex_tool_press;
  tool_class->finish = ggov_vertex_tool_finish;
  tool_class->cancel = ggov_vertex_tool_cancel;
  tool_class->take_out = ggov_vertex_tool_take_out;
  tool_class->step = ggov_vertex_tool_step;
  tool_class->state_changed = ggov_vertex_tool_state_changed;
  tool_class->dup_hint = ggov_vertex_tool_dup_hint;
  tool_class->draw = ggov_vertex_tool_draw;
}

static void
ggov_vertex_tool_init (GgovVertexTool *self)
{
}
