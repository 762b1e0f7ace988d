/* ggov-line-tool.c: drawing a line that splits a grid or is its new border
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-draft-tally.h"
#include "ggov-drawing.h"
#include "ggov-geo-line.h"
#include "ggov-line-tool.h"
#include "ggov-line-trial.h"

/* How far an end of the line may be from the border it is meant to reach. */
#define REACH_PX 12

/* What is drawn freehand: how far apart its points are, and how far from them the line may be that
 * is made of them. */
#define TRAIL_STEP_PX 3
#define TRAIL_OFF_PX  4

/* A drag that ends this far from its beginning was a click. */
#define CLICK_PX 4

struct _GgovLineTool
{
  GgovDrawTool        parent_instance;

  GgovPlanStrokeKind  kind;
  GArray             *points;     /* (element-type double[2]): of the line so far, degrees */
  GArray             *trail;      /* (element-type double[2]): where the drag under way went */
  GgovDrawPoint       pressed;    /* where it began */
  GgovDrawPoint       clicked;    /* where the last point was put */
  double              at[2];      /* where it would go on */
  gboolean            is_pressed; /* whether a drag is under way */
  gboolean            is_drawn;   /* whether it has moved: the line is drawn freehand */
  gboolean            is_checked; /* whether the line is being looked at */
  gboolean            is_newer;   /* whether it has changed since */
  gboolean            is_wrong;
  gboolean            is_last;    /* whether it is to be drawn if nothing speaks against it */
};

G_DEFINE_FINAL_TYPE (GgovLineTool, ggov_line_tool, GGOV_TYPE_DRAW_TOOL)

static GgovDrawing *
get_drawing (GgovLineTool *self)
{
  return ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
}

/* The grid that is drawn anew; a split may find its own. */
static gint64
get_grid (GgovLineTool *self)
{
  gint64 target = ggov_drawing_get_target (get_drawing (self));

  return ggov_draft_find_grid (ggov_drawing_get_draft (get_drawing (self)), target) ? target : 0;
}

static const double *
get_last (GgovLineTool *self)
{
  return (const double *) (gpointer) self->points->data + 2 * (self->points->len - 1);
}

static void
snap (GgovLineTool *self,
      const double *place,
      double       *snapped)
{
  GgovDrawPoint at;

  ggov_drawing_get_point (get_drawing (self), place[0], place[1], &at);
  ggov_drawing_snap (get_drawing (self), &at, 0, 0, snapped);
}

/* What was drawn freehand as few points, each where a click would have put it. */
static void
append_trail (GgovLineTool *self,
              GArray       *places)
{
  g_autoptr(GArray) left = NULL;

  if (self->trail->len == 0)
    return;

  left = ggov_geo_line_simplify ((const double *) (gpointer) self->trail->data, self->trail->len,
                                 ggov_drawing_get_metres (get_drawing (self), TRAIL_OFF_PX));
  for (guint i = 0; i < left->len; i++)
    {
      double place[2];
      const double *last = (const double *) (gpointer) places->data + 2 * (places->len - 1);

      snap (self, (const double *) (gpointer) left->data + 2 * i, place);
      if (places->len == 0 || memcmp (last, place, sizeof place) != 0)
        g_array_append_vals (places, place, 1);
    }
}

/* @has_end: whether the line goes on to where the pointer is */
static GgovPlanStroke *
new_stroke (GgovLineTool *self,
            gboolean      has_end)
{
  GgovPlanStroke *stroke = ggov_plan_stroke_new (self->kind, get_grid (self));

  stroke->tolerance_m = ggov_drawing_get_metres (get_drawing (self), REACH_PX);
  g_array_append_vals (stroke->places, self->points->data, self->points->len);
  append_trail (self, stroke->places);
  if (has_end && !self->is_drawn && memcmp (get_last (self), self->at, sizeof self->at) != 0)
    ggov_plan_stroke_add_place (stroke, self->at);

  return stroke;
}

static void
clear (GgovLineTool *self)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->trail, 0);
  self->is_wrong = self->is_last = self->is_pressed = self->is_drawn = FALSE;
}

/* The households of the grids that would change. */
static void
say_households (GgovLineTool        *self,
                const GgovLineTrial *trial,
                GgovDraft           *after)
{
  g_autoptr(GArray) changed = g_array_new (FALSE, FALSE, sizeof (GgovDraftTally));
  g_autofree char *households = NULL;
  g_autofree char *text = NULL;

  ggov_draft_tally_changes (after, trial->draft, changed);
  households = ggov_line_trial_dup_sentence (trial, changed);
  text =
    g_strconcat (households, self->is_drawn ? _("Let go to draw it.") : _("Enter draws it."), NULL);
  ggov_drawing_preview (get_drawing (self), changed);
  ggov_drawing_say (get_drawing (self), text, FALSE);
}

/* A line under way does not reach a border yet: that is nothing wrong. */
static void
say_wrong (GgovLineTool        *self,
           const GgovLineTrial *trial,
           const GError        *error)
{
  const GgovGeoRefusal none = { .reason = GGOV_GEO_REASON_NONE };
  const GgovGeoRefusal *refusal =
    error->domain == GGOV_GEO_ERROR ? ggov_geo_error_get_refusal (error) : &none;

  g_debug ("Not drawn: %s", error->message);
  self->is_wrong = !ggov_line_trial_is_unfinished (trial, error);
  ggov_drawing_preview (get_drawing (self), NULL);
  if (self->is_wrong)
    ggov_drawing_say_refusal (get_drawing (self), refusal);
  else
    ggov_drawing_say (get_drawing (self), NULL, FALSE);
}

static void check (GgovLineTool *self);

static void
tried_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GgovLineTool *self = GGOV_LINE_TOOL (object);
  const GgovLineTrial *trial = ggov_line_trial_get (result);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDraft) after = ggov_line_trial_run_finish (result, &error);

  self->is_checked = FALSE;
  if (self->points->len == 0 && !self->is_drawn)
    return;

  if (self->is_newer && !trial->is_last)
    {
      check (self);
      return;
    }

  self->is_wrong = FALSE;
  if (after == NULL)
    say_wrong (self, trial, error);
  else if (trial->is_last)
    {
      clear (self);
      ggov_drawing_submit (get_drawing (self), ggov_plan_stroke_ref (trial->stroke));
    }
  else
    say_households (self, trial, after);

  self->is_last = FALSE;
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_MOVING);
}

/* One line is looked at at a time; then the latest. */
static void
check (GgovLineTool *self)
{
  GgovDrawing *drawing = get_drawing (self);
  g_autoptr(GgovPlanStroke) stroke = NULL;

  self->is_newer = self->is_checked;
  if (self->is_checked || (self->points->len == 0 && !self->is_drawn))
    return;

  stroke = new_stroke (self, !self->is_last);
  if (stroke->places->len < 2)
    return;

  self->is_checked = TRUE;
  ggov_line_trial_run_async (g_steal_pointer (&stroke), ggov_drawing_get_draft (drawing),
                             ggov_drawing_get_layout (drawing), self->is_last, self, tried_cb);
}

static gboolean
finish (GgovLineTool *self)
{
  if (self->points->len < 2)
    {
      const GgovGeoRefusal refusal = { .reason = GGOV_GEO_REASON_TOO_FEW_POINTS };

      if (self->points->len == 1)
        ggov_drawing_say_refusal (get_drawing (self), &refusal);
      return self->points->len == 1;
    }

  self->is_last = TRUE;
  check (self);

  return TRUE;
}

/* Whether this is where the last point was put: the second click of two. */
static gboolean
is_again (GgovLineTool        *self,
          const GgovDrawPoint *at)
{
  return self->points->len > 1 &&
         hypot (at->x - self->clicked.x, at->y - self->clicked.y) < CLICK_PX;
}

static void
ggov_line_tool_press (GgovDrawTool        *tool,
                      const GgovDrawPoint *at,
                      int                  n_press)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  double place[2];

  if (self->is_last)
    return;

  if ((n_press > 1 && self->points->len > 0) || is_again (self, at))
    {
      finish (self);
      return;
    }

  if (self->kind == GGOV_PLAN_STROKE_RESHAPE && get_grid (self) == 0)
    {
      ggov_drawing_select_grid (get_drawing (self),
                                ggov_drawing_find_grid (get_drawing (self), at));
      return;
    }

  ggov_drawing_snap (get_drawing (self), at, 0, 0, place);
  g_array_append_vals (self->points, place, 1);
  self->clicked = *at;
  memcpy (self->at, place, sizeof place);
  check (self);
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_MOVING);
}

/* Whether a border is one that the line may begin at. */
static gboolean
is_of_grid (GgovLineTool *self,
            gint64        arc_id)
{
  GgovGeoSubdivision *subdivision =
    ggov_geo_layout_get_subdivision (ggov_drawing_get_layout (get_drawing (self)));
  const GgovGeoArc *arc = ggov_geo_subdivision_find_arc (subdivision, arc_id);
  gint64 number = get_grid (self);

  return arc && (number == 0 || arc->left_grid_id == number || arc->right_grid_id == number);
}

/* Freehand begins where a line does: at a border, or where the points so far end. Elsewhere a drag
 * moves the map. */
static gboolean
ggov_line_tool_takes_drag (GgovDrawTool        *tool,
                           const GgovDrawPoint *at)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  GgovDrawing *drawing = get_drawing (self);
  GgovGeoSnap found;

  if (self->is_last || (self->kind == GGOV_PLAN_STROKE_RESHAPE && get_grid (self) == 0))
    return FALSE;

  if (self->points->len > 0)
    {
      GgovDrawPoint last;

      ggov_drawing_get_point (drawing, get_last (self)[0], get_last (self)[1], &last);
      return hypot (at->x - last.x, at->y - last.y) <= REACH_PX;
    }

  return ggov_geo_snap (ggov_drawing_get_layout (drawing), GGOV_GEO_SNAP_BORDER, at->lon, at->lat,
                        ggov_drawing_get_metres (drawing, REACH_PX), &found) &&
         is_of_grid (self, found.arc_id);
}

static void
draw_on (GgovLineTool        *self,
         const GgovDrawPoint *at)
{
  GgovDrawPoint last = self->pressed;

  if (self->trail->len > 0)
    {
      const double *place = (const double *) (gpointer) self->trail->data;

      place += 2 * (self->trail->len - 1);
      ggov_drawing_get_point (get_drawing (self), place[0], place[1], &last);
    }

  if (hypot (at->x - last.x, at->y - last.y) < (self->is_drawn ? TRAIL_STEP_PX : CLICK_PX))
    return;

  if (!self->is_drawn)
    g_array_append_vals (self->trail, &self->pressed.lon, 1);

  self->is_drawn = TRUE;
  g_array_append_vals (self->trail, &at->lon, 1);
  memcpy (self->at, &at->lon, sizeof self->at);
  check (self);
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_MOVING);
}

/* A line that reaches no border yet is left for more of it to be drawn. */
static void
let_go (GgovLineTool        *self,
        const GgovDrawPoint *at)
{
  self->is_pressed = FALSE;
  if (!self->is_drawn)
    {
      ggov_line_tool_press (GGOV_DRAW_TOOL (self), &self->pressed, 1);
      return;
    }

  g_array_append_vals (self->trail, &at->lon, 1);
  append_trail (self, self->points);
  g_array_set_size (self->trail, 0);
  self->is_drawn = FALSE;
  self->clicked = *at;
  finish (self);
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_MOVING);
}

static void
ggov_line_tool_drag (GgovDrawTool        *tool,
                     GgovMapDragPhase     phase,
                     const GgovDrawPoint *at)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);

  if (phase == GGOV_MAP_DRAG_BEGIN)
    {
      self->is_pressed = TRUE;
      self->pressed = *at;
    }
  else if (!self->is_pressed)
    return;
  else if (phase == GGOV_MAP_DRAG_MOVE)
    draw_on (self, at);
  else if (phase == GGOV_MAP_DRAG_END)
    let_go (self, at);
  else
    clear (self);
}

static void
ggov_line_tool_point (GgovDrawTool        *tool,
                      const GgovDrawPoint *at)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  const double before[] = { self->at[0], self->at[1] };

  if (self->is_drawn)
    return;

  ggov_drawing_snap (get_drawing (self), at, 0, 0, self->at);
  if (memcmp (self->at, before, sizeof before) == 0)
    return;

  if (self->points->len > 0 && !self->is_last)
    check (self);
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_MOVING);
}

static gboolean
ggov_line_tool_finish (GgovDrawTool *tool)
{
  return finish (GGOV_LINE_TOOL (tool));
}

static gboolean
ggov_line_tool_cancel (GgovDrawTool *tool)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  gboolean had_any = self->points->len > 0 || self->is_drawn;

  clear (self);

  return had_any;
}

/* The last point. */
static gboolean
ggov_line_tool_take_out (GgovDrawTool *tool)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);

  if (self->points->len == 0 || self->is_last || self->is_drawn)
    return FALSE;

  g_array_set_size (self->points, self->points->len - 1);
  self->is_wrong = FALSE;
  ggov_drawing_preview (get_drawing (self), NULL);
  ggov_drawing_say (get_drawing (self), NULL, FALSE);
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_MOVING);
  check (self);

  return TRUE;
}

/* Another grid. */
static gboolean
ggov_line_tool_step (GgovDrawTool  *tool,
                     int            by,
                     GgovDrawPoint *at)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  GgovDrawing *drawing = get_drawing (self);
  gint64 number = ggov_drawing_find_next (drawing, ggov_drawing_get_target (drawing), by);

  if (number == 0 || self->points->len > 0)
    return self->points->len > 0;

  ggov_drawing_select_grid (drawing, number);

  return ggov_geo_subdivision_get_label_point (
    ggov_geo_layout_get_subdivision (ggov_drawing_get_layout (drawing)), number, &at->lon,
    &at->lat, NULL);
}

static char *
ggov_line_tool_dup_hint (GgovDrawTool *tool)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  gint64 number = get_grid (self);
  g_autofree char *grid = ggov_plan_stroke_dup_label (ggov_drawing_get_draft (get_drawing (self)),
                                                      number);

  if (self->points->len > 0)
    return g_strdup (_("Put the next point; the last one on a border of the grid, then Enter. "
                       "Backspace takes one back, Esc all."));
  if (self->kind == GGOV_PLAN_STROKE_RESHAPE && number == 0)
    return g_strdup (_("Click the grid whose border shall be drawn anew."));
  if (self->kind == GGOV_PLAN_STROKE_RESHAPE)
    return g_strdup_printf (_("Click along the new border of grid %s, or draw it, from its border "
                              "to its border."), grid);
  if (number != 0)
    return g_strdup_printf (_("Click a line across grid %s, or draw it, from border to border."),
                            grid);

  return g_strdup (_("Click a line across a grid, or draw it, from border to border."));
}

static void
ggov_line_tool_draw (GgovDrawTool      *tool,
                     const GgovDrawPen *pen,
                     GgovMapMarks       marks)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  GgovDrawInk ink = self->is_wrong ? GGOV_DRAW_INK_WRONG : GGOV_DRAW_INK_STRONG;
  g_autoptr(GArray) line = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  if (marks != GGOV_MAP_MARKS_MOVING || (self->points->len == 0 && !self->is_drawn))
    return;

  g_array_append_vals (line, self->points->data, self->points->len);
  g_array_append_vals (line, self->trail->data, self->trail->len);
  if (!self->is_last && !self->is_drawn)
    g_array_append_vals (line, self->at, 1);
  ggov_draw_pen_line (pen, (const double *) (gpointer) line->data, line->len, ink);
  ggov_draw_pen_handles (pen, (const double *) (gpointer) line->data,
                         line->len - self->trail->len, ink);
}

static void
ggov_line_tool_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_LINE_TOOL (object)->points, g_array_unref);
  g_clear_pointer (&GGOV_LINE_TOOL (object)->trail, g_array_unref);

  G_OBJECT_CLASS (ggov_line_tool_parent_class)->finalize (object);
}

static void
ggov_line_tool_class_init (GgovLineToolClass *klass)
{
  GgovDrawToolClass *tool_class = GGOV_DRAW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_line_tool_finalize;

  tool_class->cursor = "crosshair";
  tool_class->takes_drag = ggov_line_tool_takes_drag;
  tool_class->drag = ggov_line_tool_drag;
  tool_class->point = ggov_line_tool_point;
  tool_class->press = ggov_line_tool_press;
  tool_class->finish = ggov_line_tool_finish;
  tool_class->cancel = ggov_line_tool_cancel;
  tool_class->take_out = ggov_line_tool_take_out;
  tool_class->step = ggov_line_tool_step;
  tool_class->dup_hint = ggov_line_tool_dup_hint;
  tool_class->draw = ggov_line_tool_draw;
}

static void
ggov_line_tool_init (GgovLineTool *self)
{
  self->points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  self->trail = g_array_new (FALSE, FALSE, 2 * sizeof (double));
}

GgovDrawTool *
ggov_line_tool_new (GgovPlanStrokeKind kind)
{
  GgovLineTool *self = g_object_new (GGOV_TYPE_LINE_TOOL, NULL);

  self->kind = kind;

  return GGOV_DRAW_TOOL (self);
}
