/* ggov-paint-tool.c: painting buildings into a grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-draft-tally.h"
#include "ggov-drawing.h"
#include "ggov-paint-tool.h"

/* A drag that ends this far from its beginning was a click. */
#define CLICK_PX 6

/* Half the width of the brush. */
#define BRUSH_PX 4

/* A lasso takes a point each so many pixels. */
#define LASSO_STEP_PX 4

/* The brush "click" sweeps over buildings while it is dragged; a rectangle or a lasso is dragged,
 * or put down point by point. */
struct _GgovPaintTool
{
  GgovDrawTool   parent_instance;

  GArray        *points;  /* (element-type GgovDrawPoint): of the shape so far */
  GgovDrawPoint  at;      /* where it would go on */
  gboolean       is_dragged;
  gboolean       has_moved; /* whether the drag is more than a click */
  GHashTable    *swept;   /* (element-type guint): buildings under the brush so far */
  GArray        *under;   /* (element-type guint): buildings that would be painted */
  guint          n_locked; /* of locked grids, that would not */
  GArray        *tallies; /* (element-type GgovDraftTally) */
  guint          n_known; /* how many buildings there were to paint */
};

G_DEFINE_FINAL_TYPE (GgovPaintTool, ggov_paint_tool, GGOV_TYPE_DRAW_TOOL)

static gboolean
has_brush (GgovPaintTool *self,
           const char    *name)
{
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));

  return g_str_equal (ggov_drawing_get_brush (drawing), name);
}

static gboolean
is_locked (GgovPaintTool *self,
           gint64         number)
{
  GArray *locked = ggov_drawing_get_locked (ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self)));

  for (guint i = 0; i < locked->len; i++)
    if (g_array_index (locked, gint64, i) == number)
      return TRUE;

  return FALSE;
}

/* (transfer full) (element-type double[2]): the outline that was drawn, with where it would go on. */
static GArray *
new_outline (GgovPaintTool *self)
{
  GArray *outline = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  const GgovDrawPoint *first = (const GgovDrawPoint *) (gpointer) self->points->data;

  if (has_brush (self, "rectangle") && self->points->len > 0)
    {
      const double corners[] = {
        first->lon, first->lat, self->at.lon, first->lat, self->at.lon, self->at.lat, first->lon,
        self->at.lat,
      };

      g_array_append_vals (outline, corners, 4);
      return outline;
    }

  for (guint i = 0; i < self->points->len; i++)
    g_array_append_vals (outline, &first[i].lon, 1);
  if (self->points->len > 0)
    g_array_append_vals (outline, &self->at.lon, 1);

  return outline;
}

/* Of these buildings, those that would change their grid. */
static void
take (GgovPaintTool *self,
      GArray        *found)
{
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
  gint64 source = ggov_drawing_get_source (drawing);
  gint64 target = ggov_drawing_get_target (drawing);
  guint n;
  const GgovGeoBuilding *buildings =
    ggov_geo_layout_get_buildings (ggov_drawing_get_layout (drawing), &n);

  for (guint j = 0; j < found->len; j++)
    {
      guint i = g_array_index (found, guint, j);
      gint64 number = buildings[i].grid_id;

      if (number == target || (source >= 0 && number != source))
        continue;

      if (is_locked (self, number))
        self->n_locked++;
      else
        g_array_append_val (self->under, i);
    }
}

/* What the drag has swept over since the last motion. */
static void
sweep (GgovPaintTool *self,
       GArray        *found)
{
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
  GgovGeoSite *site = ggov_geo_layout_get_site (ggov_drawing_get_layout (drawing));
  const GgovDrawPoint *last =
    &g_array_index (self->points, GgovDrawPoint, self->points->len - 1);
  const double stroke[] = { last->lon, last->lat, self->at.lon, self->at.lat };
  g_autofree gpointer *swept = NULL;
  guint n;

  ggov_geo_site_find_under_stroke (site, stroke, 2, ggov_drawing_get_metres (drawing, BRUSH_PX),
                                   found);
  for (guint j = 0; j < found->len; j++)
    g_hash_table_add (self->swept, GUINT_TO_POINTER (g_array_index (found, guint, j)));

  swept = g_hash_table_get_keys_as_array (self->swept, &n);
  g_array_set_size (found, n);
  for (guint j = 0; j < n; j++)
    g_array_index (found, guint, j) = GPOINTER_TO_UINT (swept[j]);

  g_array_append_val (self->points, self->at);
}

static void
say (GgovPaintTool *self)
{
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
  g_autofree char *grid = ggov_plan_stroke_dup_label (ggov_drawing_get_draft (drawing),
                                                      ggov_drawing_get_target (drawing));
  const GgovDraftTally *to = (const GgovDraftTally *) (gpointer) self->tallies->data;
  GgovDraftSum before;
  g_autoptr(GString) text = g_string_new (NULL);

  ggov_draft_sum (ggov_drawing_get_draft (drawing), to->number, &before);

  /* Translators: buildings under the brush, the grid they go to, its households before and after */
  g_string_append_printf (text, ngettext ("%1$u building into grid %2$s: %3$u → %4$u households",
                                          "%1$u buildings into grid %2$s: %3$u → %4$u households",
                                          self->under->len),
                          self->under->len, grid, (guint) before.households,
                          (guint) to->sum.households);
  if (self->n_locked > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u building of a locked grid stays",
                                              "%u buildings of locked grids stay",
                                              self->n_locked), self->n_locked);
    }

  ggov_drawing_say (drawing, text->str, FALSE);
}

/* The shape goes on to where the pointer is. */
static void
follow (GgovPaintTool *self)
{
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
  GgovGeoLayout *layout = ggov_drawing_get_layout (drawing);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_set_size (self->under, 0);
  self->n_locked = 0;

  if (has_brush (self, "click"))
    sweep (self, found);
  else
    {
      g_autoptr(GArray) outline = new_outline (self);

      ggov_geo_site_find_within (ggov_geo_layout_get_site (layout),
                                 (const double *) (gpointer) outline->data, outline->len, found);
    }

  take (self, found);
  ggov_draft_tally_paint (ggov_drawing_get_draft (drawing), self->under,
                          ggov_drawing_get_target (drawing), self->tallies);
  ggov_drawing_preview (drawing, self->tallies);
  say (self);
  ggov_drawing_redraw (drawing, GGOV_MAP_MARKS_MOVING);
}

static void
clear (GgovPaintTool *self)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->under, 0);
  g_hash_table_remove_all (self->swept);
  self->is_dragged = self->has_moved = FALSE;
  self->n_locked = 0;
}

static void
submit (GgovPaintTool *self)
{
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
  GgovPlanStroke *stroke;
  guint n;
  const GgovGeoBuilding *buildings =
    ggov_geo_layout_get_buildings (ggov_drawing_get_layout (drawing), &n);

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, ggov_drawing_get_target (drawing));
  for (guint j = 0; j < self->under->len; j++)
    ggov_plan_stroke_add_id (stroke, buildings[g_array_index (self->under, guint, j)].id);

  clear (self);
  if (stroke->ids->len > 0)
    ggov_drawing_submit (drawing, stroke);
  else
    {
      ggov_drawing_preview (drawing, NULL);
      ggov_drawing_say (drawing, _("No building there would change its grid."), TRUE);
      ggov_plan_stroke_unref (stroke);
    }

  ggov_drawing_redraw (drawing, GGOV_MAP_MARKS_MOVING);
}

/* One building; beside buildings the grid there is chosen. */
static void
paint_at (GgovPaintTool       *self,
          const GgovDrawPoint *at)
{
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint building;

  clear (self);
  if (!ggov_drawing_find_building (drawing, at, &building))
    {
      ggov_drawing_select (drawing, at);
      return;
    }

  g_array_append_val (found, building);
  take (self, found);
  if (self->n_locked > 0)
    {
      guint n;
      const GgovGeoBuilding *buildings =
        ggov_geo_layout_get_buildings (ggov_drawing_get_layout (drawing), &n);
      const GgovGeoRefusal refusal = {
        .reason = GGOV_GEO_REASON_LOCKED, .grid_id = buildings[building].grid_id,
      };

      ggov_drawing_say_refusal (drawing, &refusal);
      clear (self);
    }
  else
    submit (self);
}

/* Whether there is a grid that may be painted. */
static gboolean
is_ready (GgovPaintTool *self)
{
  gint64 target = ggov_drawing_get_target (ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self)));

  return target != 0 && !is_locked (self, target);
}

static gboolean
ggov_paint_tool_takes_drag (GgovDrawTool        *tool,
                            const GgovDrawPoint *at)
{
  return is_ready (GGOV_PAINT_TOOL (tool));
}

static void
ggov_paint_tool_press (GgovDrawTool        *tool,
                       const GgovDrawPoint *at,
                       int                  n_press)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (tool);
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (tool);

  self->at = *at;
  if (!is_ready (self))
    ggov_drawing_select (drawing, at);
  else if (has_brush (self, "click"))
    paint_at (self, at);
  else if (has_brush (self, "rectangle") && self->points->len > 0)
    {
      follow (self);
      submit (self);
    }
  else
    {
      g_array_append_val (self->points, *at);
      follow (self);
    }
}

static void
drag_on (GgovPaintTool       *self,
         const GgovDrawPoint *at)
{
  const GgovDrawPoint *last = &g_array_index (self->points, GgovDrawPoint, self->points->len - 1);

  if (!self->has_moved && hypot (at->x - last->x, at->y - last->y) < CLICK_PX)
    return;

  self->has_moved = TRUE;
  self->at = *at;
  if (has_brush (self, "lasso") && hypot (at->x - last->x, at->y - last->y) >= LASSO_STEP_PX)
    g_array_append_val (self->points, *at);
  follow (self);
}

static void
drag_out (GgovPaintTool       *self,
          const GgovDrawPoint *at)
{
  const GgovDrawPoint first = g_array_index (self->points, GgovDrawPoint, 0);

  drag_on (self, at);
  if (self->has_moved)
    submit (self);
  else
    {
      clear (self);
      ggov_paint_tool_press (GGOV_DRAW_TOOL (self), &first, 1);
    }
}

static void
ggov_paint_tool_drag (GgovDrawTool        *tool,
                      GgovMapDragPhase     phase,
                      const GgovDrawPoint *at)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (tool);

  /* A click in between two that put down points. */
  if (phase == GGOV_MAP_DRAG_BEGIN && self->points->len > 0)
    ggov_paint_tool_press (tool, at, 1);
  else if (phase == GGOV_MAP_DRAG_BEGIN)
    {
      clear (self);
      self->is_dragged = TRUE;
      g_array_append_val (self->points, *at);
      self->at = *at;
    }
  else if (!self->is_dragged)
    return;
  else if (phase == GGOV_MAP_DRAG_MOVE)
    drag_on (self, at);
  else if (phase == GGOV_MAP_DRAG_END)
    drag_out (self, at);
  else
    clear (self);
}

static void
ggov_paint_tool_point (GgovDrawTool        *tool,
                       const GgovDrawPoint *at)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (tool);

  self->at = *at;
  if (self->points->len > 0 && !self->is_dragged)
    follow (self);
}

static gboolean
ggov_paint_tool_finish (GgovDrawTool *tool)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (tool);

  if (self->points->len == 0)
    return FALSE;

  submit (self);

  return TRUE;
}

static gboolean
ggov_paint_tool_cancel (GgovDrawTool *tool)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (tool);
  gboolean had_any = self->points->len > 0;

  clear (self);

  return had_any;
}

/* The next grid to paint. */
static gboolean
ggov_paint_tool_step (GgovDrawTool  *tool,
                      int            by,
                      GgovDrawPoint *at)
{
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (tool);
  gint64 number = ggov_drawing_find_next (drawing, ggov_drawing_get_target (drawing), by);

  if (number != 0)
    ggov_drawing_select_grid (drawing, number);

  return number != 0;
}

/* Buildings that came or went: others have their numbers now. */
static void
ggov_paint_tool_state_changed (GgovDrawTool *tool)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (tool);
  guint n;

  ggov_geo_layout_get_buildings (ggov_drawing_get_layout (ggov_draw_tool_get_drawing (tool)), &n);
  if (n != self->n_known)
    clear (self);

  self->n_known = n;
}

static char *
ggov_paint_tool_dup_hint (GgovDrawTool *tool)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (tool);
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (tool);
  gint64 target = ggov_drawing_get_target (drawing);
  GgovDraft *draft = ggov_drawing_get_draft (drawing);
  g_autofree char *grid = ggov_plan_stroke_dup_label (draft, target);

  if (target == 0)
    return g_strdup (_("Choose the grid that buildings shall move to."));
  if (is_locked (self, target))
    return g_strdup_printf (_("Grid %s is locked. Unlock it to change it."), grid);
  if (ggov_draft_find_grid (draft, target) == NULL)
    return g_strdup (_("Click or draw round the first buildings of the new grid."));
  if (has_brush (self, "rectangle"))
    return g_strdup_printf (_("Drag a rectangle round buildings to move them into grid %s."), grid);
  if (has_brush (self, "lasso"))
    return g_strdup_printf (_("Draw round buildings to move them into grid %s."), grid);

  return g_strdup_printf (_("Click buildings, or drag over them, to move them into grid %s."),
                          grid);
}

static void
ggov_paint_tool_draw (GgovDrawTool      *tool,
                      const GgovDrawPen *pen,
                      GgovMapMarks       marks)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (tool);
  GgovDrawing *drawing = ggov_draw_tool_get_drawing (tool);
  g_autoptr(GArray) outline = NULL;

  if (marks != GGOV_MAP_MARKS_MOVING || self->points->len == 0)
    return;

  ggov_draw_pen_buildings (pen, ggov_drawing_get_footprints (drawing), self->under,
                           GGOV_DRAW_INK_STRONG);
  if (has_brush (self, "click"))
    return;

  outline = new_outline (self);
  ggov_draw_pen_area (pen, (const double *) (gpointer) outline->data, outline->len,
                      GGOV_DRAW_INK_STRONG);
}

static void
ggov_paint_tool_finalize (GObject *object)
{
  GgovPaintTool *self = GGOV_PAINT_TOOL (object);

  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->swept, g_hash_table_unref);
  g_clear_pointer (&self->under, g_array_unref);
  g_clear_pointer (&self->tallies, g_array_unref);

  G_OBJECT_CLASS (ggov_paint_tool_parent_class)->finalize (object);
}

static void
ggov_paint_tool_class_init (GgovPaintToolClass *klass)
{
  GgovDrawToolClass *tool_class = GGOV_DRAW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_paint_tool_finalize;

  tool_class->cursor = "crosshair";
  tool_class->takes_drag = ggov_paint_tool_takes_drag;
  tool_class->drag = ggov_paint_tool_drag;
  tool_class->point = ggov_paint_tool_point;
  tool_class->press = ggov_paint_tool_press;
  tool_class->finish = ggov_paint_tool_finish;
  tool_class->cancel = ggov_paint_tool_cancel;
  tool_class->step = ggov_paint_tool_step;
  tool_class->state_changed = ggov_paint_tool_state_changed;
  tool_class->dup_hint = ggov_paint_tool_dup_hint;
  tool_class->draw = ggov_paint_tool_draw;
}

static void
ggov_paint_tool_init (GgovPaintTool *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (GgovDrawPoint));
  self->swept = g_hash_table_new (NULL, NULL);
  self->under = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tallies = g_array_new (FALSE, FALSE, sizeof (GgovDraftTally));
}
