/* ggov-merge-tool.c: making one grid of several
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-drawing.h"
#include "ggov-merge-tool.h"

struct _GgovMergeTool
{
  GgovDrawTool  parent_instance;

  GArray       *numbers; /* (element-type gint64): the grids that are to be one */
};

G_DEFINE_FINAL_TYPE (GgovMergeTool, ggov_merge_tool, GGOV_TYPE_DRAW_TOOL)

static GgovDrawing *
get_drawing (GgovMergeTool *self)
{
  return ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
}

static void
show (GgovMergeTool *self)
{
  ggov_drawing_say (get_drawing (self), NULL, FALSE);
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_STANDING);
}

static void
toggle (GgovMergeTool *self,
        gint64         number)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, gint64, i) == number)
      {
        g_array_remove_index (self->numbers, i);
        return;
      }

  g_array_append_val (self->numbers, number);
}

static gboolean
ggov_merge_tool_finish (GgovDrawTool *tool)
{
  GgovMergeTool *self = GGOV_MERGE_TOOL (tool);
  GgovPlanStroke *stroke;

  if (self->numbers->len < 2)
    return FALSE;

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_MERGE, 0);
  g_array_append_vals (stroke->ids, self->numbers->data, self->numbers->len);
  g_array_set_size (self->numbers, 0);
  ggov_drawing_submit (get_drawing (self), stroke);
  show (self);

  return TRUE;
}

static void
ggov_merge_tool_press (GgovDrawTool        *tool,
                       const GgovDrawPoint *at,
                       int                  n_press)
{
  GgovMergeTool *self = GGOV_MERGE_TOOL (tool);
  gint64 number = ggov_drawing_find_grid (get_drawing (self), at);

  if (n_press > 1)
    ggov_merge_tool_finish (tool);
  else if (number != 0)
    {
      toggle (self, number);
      show (self);
    }
}

static gboolean
ggov_merge_tool_cancel (GgovDrawTool *tool)
{
  GgovMergeTool *self = GGOV_MERGE_TOOL (tool);
  gboolean had_any = self->numbers->len > 0;

  g_array_set_size (self->numbers, 0);

  return had_any;
}

/* The cross goes from grid to grid, on from the one that it is in. */
static gboolean
ggov_merge_tool_step (GgovDrawTool  *tool,
                      int            by,
                      GgovDrawPoint *at)
{
  GgovDrawing *drawing = get_drawing (GGOV_MERGE_TOOL (tool));
  GgovGeoSubdivision *subdivision =
    ggov_geo_layout_get_subdivision (ggov_drawing_get_layout (drawing));
  gint64 number = ggov_drawing_find_next (drawing, ggov_drawing_find_grid (drawing, at), by);

  return number != 0 && ggov_geo_subdivision_get_label_point (subdivision, number, &at->lon,
                                                              &at->lat, NULL);
}

/* Grids that are gone are no longer to be merged. The one that is chosen is the first. */
static void
ggov_merge_tool_state_changed (GgovDrawTool *tool)
{
  GgovMergeTool *self = GGOV_MERGE_TOOL (tool);
  GgovDraft *draft = ggov_drawing_get_draft (get_drawing (self));
  gint64 target = ggov_drawing_get_target (get_drawing (self));

  for (guint i = self->numbers->len; i > 0; i--)
    if (ggov_draft_find_grid (draft, g_array_index (self->numbers, gint64, i - 1)) == NULL)
      g_array_remove_index (self->numbers, i - 1);

  if (self->numbers->len == 0 && ggov_draft_find_grid (draft, target))
    g_array_append_val (self->numbers, target);
}

static char *
ggov_merge_tool_dup_hint (GgovDrawTool *tool)
{
  GgovMergeTool *self = GGOV_MERGE_TOOL (tool);
  GgovDraft *draft = ggov_drawing_get_draft (get_drawing (self));
  g_autoptr(GString) grids = g_string_new (NULL);
  guint households = 0;

  if (self->numbers->len == 0)
    return g_strdup (_("Click the grids that shall be one."));

  for (guint i = 0; i < self->numbers->len; i++)
    {
      gint64 number = g_array_index (self->numbers, gint64, i);
      g_autofree char *label = ggov_plan_stroke_dup_label (draft, number);

      g_string_append_printf (grids, "%s%s", i > 0 ? " + " : "", label);
      households += ggov_geo_layout_get_totals (ggov_drawing_get_layout (get_drawing (self)),
                                                number).households;
    }

  if (self->numbers->len == 1)
    /* Translators: a grid */
    return g_strdup_printf (_("Grid %s and which others? Click them."), grids->str);

  /* Translators: grids with plus signs between them, and their households */
  return g_strdup_printf (_("%1$s: %2$u households. Enter makes them one grid."), grids->str,
                          households);
}

static void
ggov_merge_tool_draw (GgovDrawTool      *tool,
                      const GgovDrawPen *pen,
                      GgovMapMarks       marks)
{
  GgovMergeTool *self = GGOV_MERGE_TOOL (tool);
  GgovGeoSubdivision *subdivision =
    ggov_geo_layout_get_subdivision (ggov_drawing_get_layout (get_drawing (self)));

  for (guint i = 0; marks == GGOV_MAP_MARKS_STANDING && i < self->numbers->len; i++)
    ggov_draw_pen_grid (pen, subdivision, g_array_index (self->numbers, gint64, i),
                        GGOV_DRAW_INK_STRONG);
}

static void
ggov_merge_tool_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_MERGE_TOOL (object)->numbers, g_array_unref);

  G_OBJECT_CLASS (ggov_merge_tool_parent_class)->finalize (object);
}

static void
ggov_merge_tool_class_init (GgovMergeToolClass *klass)
{
  GgovDrawToolClass *tool_class = GGOV_DRAW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_merge_tool_finalize;

  tool_class->press = ggov_merge_tool_press;
  tool_class->finish = ggov_merge_tool_finish;
  tool_class->cancel = ggov_merge_tool_cancel;
  tool_class->step = ggov_merge_tool_step;
  tool_class->state_changed = ggov_merge_tool_state_changed;
  tool_class->dup_hint = ggov_merge_tool_dup_hint;
  tool_class->draw = ggov_merge_tool_draw;
}

static void
ggov_merge_tool_init (GgovMergeTool *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
}
