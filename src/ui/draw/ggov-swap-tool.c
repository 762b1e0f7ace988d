/* ggov-swap-tool.c: exchanging buildings between two grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-drawing.h"
#include "ggov-swap-tool.h"

struct _GgovSwapTool
{
  GgovDrawTool  parent_instance;

  GArray       *chosen;  /* (element-type guint): buildings of one grid or two */
  guint         n_known; /* how many buildings there were to choose from */
};

G_DEFINE_FINAL_TYPE (GgovSwapTool, ggov_swap_tool, GGOV_TYPE_DRAW_TOOL)

/* The buildings chosen of one grid. */
typedef struct
{
  gint64 number; /* 0 for none */
  guint  n;
  guint  households;
} Side;

static GgovDrawing *
get_drawing (GgovSwapTool *self)
{
  return ggov_draw_tool_get_drawing (GGOV_DRAW_TOOL (self));
}

static const GgovGeoBuilding *
get_building (GgovSwapTool *self,
              guint         building)
{
  guint n;

  return ggov_geo_layout_get_buildings (ggov_drawing_get_layout (get_drawing (self)), &n) +
         building;
}

static void
sum_up (GgovSwapTool *self,
        Side          sides[2])
{
  GgovGeoSite *site = ggov_geo_layout_get_site (ggov_drawing_get_layout (get_drawing (self)));

  sides[0] = sides[1] = (Side) { 0 };
  for (guint i = 0; i < self->chosen->len; i++)
    {
      guint building = g_array_index (self->chosen, guint, i);
      gint64 number = get_building (self, building)->grid_id;
      Side *side = &sides[i > 0 && number != sides[0].number];

      side->number = number;
      side->n++;
      side->households += ggov_geo_site_get_households (site, building);
    }
}

static void
show (GgovSwapTool *self)
{
  ggov_drawing_say (get_drawing (self), NULL, FALSE);
  ggov_drawing_redraw (get_drawing (self), GGOV_MAP_MARKS_STANDING);
}

static gboolean
ggov_swap_tool_finish (GgovDrawTool *tool)
{
  GgovSwapTool *self = GGOV_SWAP_TOOL (tool);
  GgovPlanStroke *stroke;
  Side sides[2];

  sum_up (self, sides);
  if (sides[1].number == 0)
    return FALSE;

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_SWAP, 0);
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const GgovGeoBuilding *building = get_building (self, g_array_index (self->chosen, guint, i));

      g_array_append_val (building->grid_id == sides[0].number ? stroke->ids : stroke->others,
                          building->id);
    }

  g_array_set_size (self->chosen, 0);
  ggov_drawing_submit (get_drawing (self), stroke);
  show (self);

  return TRUE;
}

static gboolean
take_away (GgovSwapTool *self,
           guint         building)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, guint, i) == building)
      {
        g_array_remove_index (self->chosen, i);
        return TRUE;
      }

  return FALSE;
}

static void
ggov_swap_tool_press (GgovDrawTool        *tool,
                      const GgovDrawPoint *at,
                      int                  n_press)
{
  GgovSwapTool *self = GGOV_SWAP_TOOL (tool);
  Side sides[2];
  gint64 number;
  guint building;

  if (n_press > 1 || !ggov_drawing_find_building (get_drawing (self), at, &building))
    return;

  if (!take_away (self, building))
    {
      sum_up (self, sides);
      number = get_building (self, building)->grid_id;
      if (number == 0 || (sides[1].number != 0 && number != sides[0].number &&
                          number != sides[1].number))
        {
          ggov_drawing_say (get_drawing (self), _("Buildings are swapped between two grids only."),
                            TRUE);
          return;
        }

      g_array_append_val (self->chosen, building);
    }

  show (self);
}

static gboolean
ggov_swap_tool_cancel (GgovDrawTool *tool)
{
  GgovSwapTool *self = GGOV_SWAP_TOOL (tool);
  gboolean had_any = self->chosen->len > 0;

  g_array_set_size (self->chosen, 0);

  return had_any;
}

/* The cross goes from building to building, of those that are seen. */
static gboolean
ggov_swap_tool_step (GgovDrawTool  *tool,
                     int            by,
                     GgovDrawPoint *at)
{
  GgovSwapTool *self = GGOV_SWAP_TOOL (tool);
  GgovGeoFootprints *footprints = ggov_drawing_get_footprints (get_drawing (self));
  guint n = ggov_geo_footprints_get_n (footprints);
  GgovGeoBounds seen;
  guint building, i = by > 0 ? n - 1 : 0;

  ggov_drawing_get_bounds (get_drawing (self), &seen);
  if (ggov_drawing_find_building (get_drawing (self), at, &building))
    ggov_geo_footprints_find_id (footprints, building, &i);

  for (guint tries = 0; tries < n; tries++)
    {
      const GgovGeoBounds *bounds;

      i = (i + n + by) % n;
      bounds = ggov_geo_footprints_get_bounds (footprints, i);
      at->lon = (bounds->min_lon + bounds->max_lon) / 2;
      at->lat = (bounds->min_lat + bounds->max_lat) / 2;
      if (ggov_geo_bounds_contains (&seen, at->lon, at->lat) &&
          ggov_geo_footprints_contains (footprints, i, at->lon, at->lat))
        return TRUE;
    }

  return FALSE;
}

/* In another state they may be in other grids, or others altogether. */
static void
ggov_swap_tool_state_changed (GgovDrawTool *tool)
{
  GgovSwapTool *self = GGOV_SWAP_TOOL (tool);
  Side sides[2];
  guint n;

  ggov_geo_layout_get_buildings (ggov_drawing_get_layout (get_drawing (self)), &n);
  if (n != self->n_known)
    g_array_set_size (self->chosen, 0);

  self->n_known = n;
  sum_up (self, sides);
  for (guint i = 0; i < self->chosen->len; i++)
    {
      gint64 number = get_building (self, g_array_index (self->chosen, guint, i))->grid_id;

      if (number != sides[0].number && number != sides[1].number)
        {
          g_array_set_size (self->chosen, 0);
          return;
        }
    }
}

static char *
ggov_swap_tool_dup_hint (GgovDrawTool *tool)
{
  GgovSwapTool *self = GGOV_SWAP_TOOL (tool);
  GgovDraft *draft = ggov_drawing_get_draft (get_drawing (self));
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  Side sides[2];

  if (self->chosen->len == 0)
    return g_strdup (_("Click buildings of one grid, then those of another to swap them for."));

  sum_up (self, sides);
  first = ggov_plan_stroke_dup_label (draft, sides[0].number);
  second = ggov_plan_stroke_dup_label (draft, sides[1].number);
  if (sides[1].number == 0)
    /* Translators: households of the buildings chosen, and their grid */
    return g_strdup_printf (_("%1$u households of grid %2$s. Now click buildings of another grid."),
                            sides[0].households, first);

  /* Translators: households of the buildings chosen and their grid, and again of the other grid */
  return g_strdup_printf (_("%1$u households of grid %2$s for %3$u of grid %4$s. Enter swaps "
                            "them."), sides[0].households, first, sides[1].households, second);
}

static void
ggov_swap_tool_draw (GgovDrawTool      *tool,
                     const GgovDrawPen *pen,
                     GgovMapMarks       marks)
{
  GgovSwapTool *self = GGOV_SWAP_TOOL (tool);

  if (marks == GGOV_MAP_MARKS_STANDING)
    ggov_draw_pen_buildings (pen, ggov_drawing_get_footprints (get_drawing (self)), self->chosen,
                             GGOV_DRAW_INK_STRONG);
}

static void
ggov_swap_tool_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_SWAP_TOOL (object)->chosen, g_array_unref);

  G_OBJECT_CLASS (ggov_swap_tool_parent_class)->finalize (object);
}

static void
ggov_swap_tool_class_init (GgovSwapToolClass *klass)
{
  GgovDrawToolClass *tool_class = GGOV_DRAW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_swap_tool_finalize;

  tool_class->press = ggov_swap_tool_press;
  tool_class->finish = ggov_swap_tool_finish;
  tool_class->cancel = ggov_swap_tool_cancel;
  tool_class->step = ggov_swap_tool_step;
  tool_class->state_changed = ggov_swap_tool_state_changed;
  tool_class->dup_hint = ggov_swap_tool_dup_hint;
  tool_class->draw = ggov_swap_tool_draw;
}

static void
ggov_swap_tool_init (GgovSwapTool *self)
{
  self->chosen = g_array_new (FALSE, FALSE, sizeof (guint));
}
