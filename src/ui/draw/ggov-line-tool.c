/* ggov-line-tool.c: drawing a line that splits a grid or is its new border
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-drawing.h"
#include "ggov-line-tool.h"

/* How far an end of the line may be from the border it is meant to reach. */
#define REACH_PX 12

/* How many grids' households are said in words. */
#define MOST_SAID 3

struct _GgovLineTool
{
  GgovDrawTool        parent_instance;

  GgovPlanStrokeKind  kind;
  GArray             *points;     /* (element-type double[2]): of the line so far, degrees */
  double              at[2];      /* where it would go on */
  gboolean            is_checked; /* whether the line is being looked at */
  gboolean            is_newer;   /* whether it has changed since */
  gboolean            is_wrong;
  gboolean            is_last;    /* whether it is to be drawn if nothing speaks against it */
};

G_DEFINE_FINAL_TYPE (GgovLineTool, ggov_line_tool, GGOV_TYPE_DRAW_TOOL)

/* A line being looked at, on a thread of its own. */
typedef struct
{
  GgovPlanStroke *stroke;
  GgovDraft      *draft;
  GgovGeoLayout  *layout;
  gboolean        is_last;
} Trial;

static void
trial_free (Trial *trial)
{
  g_clear_pointer (&trial->stroke, ggov_plan_stroke_unref);
  g_clear_object (&trial->draft);
  g_clear_pointer (&trial->layout, ggov_geo_layout_unref);
  g_free (trial);
}

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

/* @has_end: whether the line goes on to where the pointer is */
static GgovPlanStroke *
new_stroke (GgovLineTool *self,
            gboolean      has_end)
{
  GgovPlanStroke *stroke = ggov_plan_stroke_new (self->kind, get_grid (self));
  const double *last;

  stroke->tolerance_m = ggov_drawing_get_metres (get_drawing (self), REACH_PX);
  g_array_append_vals (stroke->places, self->points->data, self->points->len);
  last = (const double *) (gpointer) self->points->data + 2 * (self->points->len - 1);
  if (has_end && memcmp (last, self->at, sizeof self->at) != 0)
    ggov_plan_stroke_add_place (stroke, self->at);

  return stroke;
}

static void
clear (GgovLineTool *self)
{
  g_array_set_size (self->points, 0);
  self->is_wrong = self->is_last = FALSE;
}

/* On a thread of its own. */
static void
try (GTask        *task,
     gpointer      source_object,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Trial *trial = task_data;
  GError *error = NULL;
  GgovGeoLayout *after = ggov_plan_stroke_try (trial->stroke, trial->draft, trial->layout, &error);

  if (after)
    g_task_return_pointer (task, after, (GDestroyNotify) ggov_geo_layout_unref);
  else
    g_task_return_error (task, error);
}

/* The households of the grids that would change. */
static void
say_households (GgovLineTool  *self,
                const Trial   *trial,
                GgovGeoLayout *after)
{
  g_autoptr(GArray) numbers =
    ggov_geo_subdivision_list_grids (ggov_geo_layout_get_subdivision (after));
  g_autoptr(GArray) changed = g_array_new (FALSE, FALSE, sizeof (GgovGeoTotals));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      GgovGeoTotals now = ggov_geo_layout_get_totals (after, number);
      GgovGeoTotals before = ggov_geo_layout_get_totals (trial->layout, number);
      g_autofree char *label = ggov_plan_stroke_dup_label (trial->draft, number);

      if (now.n_buildings == before.n_buildings && now.households == before.households)
        continue;

      g_array_append_val (changed, now);
      if (changed->len <= MOST_SAID)
        /* Translators: a grid and its households, before and after; such parts follow one another */
        g_string_append_printf (text, _("%1$s: %2$u → %3$u households."), label,
                                before.households, now.households);
      if (changed->len <= MOST_SAID)
        g_string_append_c (text, ' ');
    }

  g_string_append (text, _("Enter draws it."));
  ggov_drawing_preview (get_drawing (self), changed);
  ggov_drawing_say (get_drawing (self), text->str, FALSE);
}

/* A line under way does not reach a border yet: that is nothing wrong. */
static void
say_wrong (GgovLineTool *self,
           const Trial  *trial,
           const GError *error)
{
  const GgovGeoRefusal none = { .reason = GGOV_GEO_REASON_NONE };
  const GgovGeoRefusal *refusal =
    error->domain == GGOV_GEO_ERROR ? ggov_geo_error_get_refusal (error) : &none;

  g_debug ("Not drawn: %s", error->message);
  self->is_wrong = trial->is_last || (refusal->reason != GGOV_GEO_REASON_OFF_BORDER &&
                                      refusal->reason != GGOV_GEO_REASON_TOO_FEW_POINTS &&
                                      refusal->reason != GGOV_GEO_REASON_NO_CHANGE);
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
  Trial *trial = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovGeoLayout) after = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_checked = FALSE;
  if (self->points->len == 0)
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
  g_autoptr(GTask) task = NULL;
  Trial *trial;

  self->is_newer = self->is_checked;
  if (self->is_checked || self->points->len == 0)
    return;

  stroke = new_stroke (self, !self->is_last);
  if (stroke->places->len < 2)
    return;

  self->is_checked = TRUE;
  trial = g_new0 (Trial, 1);
  trial->is_last = self->is_last;
  trial->stroke = g_steal_pointer (&stroke);
  trial->draft = g_object_ref (ggov_drawing_get_draft (drawing));
  trial->layout = ggov_geo_layout_ref (ggov_drawing_get_layout (drawing));
  task = g_task_new (self, NULL, tried_cb, NULL);
  g_task_set_task_data (task, trial, (GDestroyNotify) trial_free);
  g_task_run_in_thread (task, try);
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

static void
ggov_line_tool_press (GgovDrawTool        *tool,
                      const GgovDrawPoint *at,
                      int                  n_press)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  double place[2];

  if (self->is_last)
    return;

  if (n_press > 1 && self->points->len > 0)
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
  memcpy (self->at, place, sizeof place);
  check (self);
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_MOVING);
}

static void
ggov_line_tool_point (GgovDrawTool        *tool,
                      const GgovDrawPoint *at)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  const double before[] = { self->at[0], self->at[1] };

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
  gboolean had_any = self->points->len > 0;

  clear (self);

  return had_any;
}

/* The last point. */
static gboolean
ggov_line_tool_take_out (GgovDrawTool *tool)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);

  if (self->points->len == 0 || self->is_last)
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
    return g_strdup_printf (_("Click along the new border of grid %s, from its border to its "
                              "border."), grid);
  if (number != 0)
    return g_strdup_printf (_("Click a line across grid %s, from border to border."), grid);

  return g_strdup (_("Click a line across a grid, from border to border."));
}

static void
ggov_line_tool_draw (GgovDrawTool      *tool,
                     const GgovDrawPen *pen,
                     GgovMapMarks       marks)
{
  GgovLineTool *self = GGOV_LINE_TOOL (tool);
  GgovDrawInk ink = self->is_wrong ? GGOV_DRAW_INK_WRONG : GGOV_DRAW_INK_STRONG;
  g_autoptr(GArray) line = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  if (marks != GGOV_MAP_MARKS_MOVING || self->points->len == 0)
    return;

  g_array_append_vals (line, self->points->data, self->points->len);
  if (!self->is_last)
    g_array_append_vals (line, self->at, 1);
  ggov_draw_pen_line (pen, (const double *) (gpointer) line->data, line->len, ink);
  ggov_draw_pen_handles (pen, (const double *) (gpointer) line->data, line->len, ink);
}

static void
ggov_line_tool_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_LINE_TOOL (object)->points, g_array_unref);

  G_OBJECT_CLASS (ggov_line_tool_parent_class)->finalize (object);
}

static void
ggov_line_tool_class_init (GgovLineToolClass *klass)
{
  GgovDrawToolClass *tool_class = GGOV_DRAW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_line_tool_finalize;

  tool_class->cursor = "crosshair";
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
}

GgovDrawTool *
ggov_line_tool_new (GgovPlanStrokeKind kind)
{
  GgovLineTool *self = g_object_new (GGOV_TYPE_LINE_TOOL, NULL);

  self->kind = kind;

  return GGOV_DRAW_TOOL (self);
}
