/* ggov-drawing.c: a draft being drawn on the map with tools
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-drawing-private.h"
#include "ggov-line-tool.h"
#include "ggov-merge-tool.h"
#include "ggov-paint-tool.h"
#include "ggov-select-tool.h"
#include "ggov-swap-tool.h"
#include "ggov-vertex-tool.h"

/* How near the pointer has to come to something to snap to it. */
#define SNAP_PX 9

static const char * const names[GGOV_N_DRAW_TOOLS] = {
  "select", "paint", "vertex", "reshape", "split", "merge", "swap",
};

static const struct
{
  const char         *name;
  GgovGeoSnapTargets  target;
} snaps[] = {
  { "snap-vertices", GGOV_GEO_SNAP_VERTEX },
  { "snap-borders", GGOV_GEO_SNAP_BORDER },
  { "snap-streets", GGOV_GEO_SNAP_STREET },
  { "snap-buildings", GGOV_GEO_SNAP_FOOTPRINT },
};

enum {
  PREVIEWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovDrawing, ggov_drawing, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_MAP_TOOL,
                                                      _ggov_drawing_map_tool_init))

GgovDrawTool *
_ggov_drawing_get_tool (GgovDrawing *self)
{
  return self->canvas && ggov_drawing_get_layout (self) ? self->tools[self->tool] : NULL;
}

static void
redraw (GgovDrawing *self)
{
  ggov_drawing_redraw (self, GGOV_MAP_MARKS_STANDING);
  ggov_drawing_redraw (self, GGOV_MAP_MARKS_MOVING);
}

/* With another tool, another draft or none. */
static void
update (GgovDrawing *self)
{
  GgovDrawTool *tool = _ggov_drawing_get_tool (self);

  if (self->canvas == NULL)
    return;

  ggov_map_canvas_set_tool (self->canvas, tool ? GGOV_MAP_TOOL (self) : NULL);
  ggov_map_canvas_set_cursor (self->canvas, tool ? ggov_draw_tool_get_cursor (tool) : NULL);
  ggov_drawing_say (self, NULL, FALSE);
  redraw (self);
}

static void
put_down (GgovDrawing *self)
{
  ggov_draw_tool_cancel (self->tools[self->tool]);
  ggov_drawing_preview (self, NULL);
}

static void
use_tool (GgovDrawing *self,
          guint        tool)
{
  if (self->tool == tool)
    return;

  put_down (self);
  self->tool = tool;
  if (_ggov_drawing_get_tool (self))
    ggov_draw_tool_state_changed (self->tools[tool]);
  update (self);
}

static void
tool_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  GgovDrawing *self = user_data;
  const char *name = g_variant_get_string (state, NULL);

  for (guint i = 0; i < GGOV_N_DRAW_TOOLS; i++)
    if (g_str_equal (names[i], name))
      {
        g_simple_action_set_state (action, state);
        use_tool (self, i);
      }
}

/* Says anew what to do next. */
static void
option_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  GgovDrawing *self = user_data;

  g_simple_action_set_state (action, state);
  put_down (self);
  update (self);
}

static void
add_actions (GgovDrawing *self)
{
  static const GActionEntry entries[] = {
    { "tool", NULL, "s", "'select'", tool_cb },
    { "brush", NULL, "s", "'click'", option_cb },
    { "source", NULL, "x", "int64 -1", option_cb },
    { "snap-vertices", NULL, NULL, "true", option_cb },
    { "snap-borders", NULL, NULL, "true", option_cb },
    { "snap-streets", NULL, NULL, "true", option_cb },
    { "snap-buildings", NULL, NULL, "false", option_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

static void
add_tools (GgovDrawing *self)
{
  self->tools[0] = g_object_new (GGOV_TYPE_SELECT_TOOL, NULL);
  self->tools[1] = g_object_new (GGOV_TYPE_PAINT_TOOL, NULL);
  self->tools[2] = g_object_new (GGOV_TYPE_VERTEX_TOOL, NULL);
  self->tools[3] = ggov_line_tool_new (GGOV_PLAN_STROKE_RESHAPE);
  self->tools[4] = ggov_line_tool_new (GGOV_PLAN_STROKE_SPLIT);
  self->tools[5] = g_object_new (GGOV_TYPE_MERGE_TOOL, NULL);
  self->tools[6] = g_object_new (GGOV_TYPE_SWAP_TOOL, NULL);

  for (guint i = 0; i < GGOV_N_DRAW_TOOLS; i++)
    ggov_draw_tool_set_drawing (self->tools[i], self);
}

static void
find_locks (GgovDrawing *self)
{
  GgovGeoSubdivision *subdivision = ggov_draft_get_subdivision (ggov_drawing_get_draft (self));

  g_clear_pointer (&self->locked, g_array_unref);
  self->locked = ggov_draft_list_locked (ggov_drawing_get_draft (self));
  g_array_set_size (self->locks, 0);

  for (guint i = 0; subdivision && i < self->locked->len; i++)
    {
      double place[2];

      if (ggov_geo_subdivision_get_label_point (subdivision,
                                                g_array_index (self->locked, gint64, i), &place[0],
                                                &place[1], NULL))
        g_array_append_vals (self->locks, place, 1);
    }
}

/* Another state: tools that are about something in it look for it there. */
static void
changed_cb (GgovDrawing *self)
{
  find_locks (self);

  for (guint i = 0; i < GGOV_N_DRAW_TOOLS; i++)
    ggov_draw_tool_state_changed (self->tools[i]);

  if (self->is_wrong)
    redraw (self);
  else
    update (self);
}

static void
let_go (GgovDrawing *self)
{
  if (self->drafting)
    {
      g_signal_handlers_disconnect_by_data (self->drafting, self);
      put_down (self);
    }

  g_clear_object (&self->drafting);
}

static void
ggov_drawing_dispose (GObject *object)
{
  GgovDrawing *self = GGOV_DRAWING (object);

  g_clear_object (&self->actions);
  for (guint i = 0; i < GGOV_N_DRAW_TOOLS; i++)
    g_clear_object (&self->tools[i]);
  g_clear_object (&self->drafting);
  g_clear_pointer (&self->locked, g_array_unref);
  g_clear_pointer (&self->locks, g_array_unref);

  G_OBJECT_CLASS (ggov_drawing_parent_class)->dispose (object);
}

static void
ggov_drawing_class_init (GgovDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_drawing_dispose;

  signals[PREVIEWED] = g_signal_new ("previewed", GGOV_TYPE_DRAWING, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
ggov_drawing_init (GgovDrawing *self)
{
  self->locked = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->locks = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  add_actions (self);
  add_tools (self);
}

GgovDrawing *
ggov_drawing_new (GgovMapCanvas *canvas)
{
  GgovDrawing *self;

  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (canvas), NULL);

  self = g_object_new (GGOV_TYPE_DRAWING, NULL);
  self->canvas = canvas;

  return self;
}

void
ggov_drawing_close (GgovDrawing *self)
{
  g_return_if_fail (GGOV_IS_DRAWING (self));

  self->canvas = NULL;
  let_go (self);
}

GActionGroup *
ggov_drawing_get_actions (GgovDrawing *self)
{
  g_return_val_if_fail (GGOV_IS_DRAWING (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
ggov_drawing_set_drafting (GgovDrawing  *self,
                           GgovDrafting *drafting)
{
  g_return_if_fail (GGOV_IS_DRAWING (self));

  if (self->drafting == drafting)
    return;

  let_go (self);
  self->target = 0;
  self->has_cross = FALSE;
  ggov_drawing_set_tool (self, "select");
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "source",
                                      g_variant_new_int64 (-1));

  if (drafting)
    {
      self->drafting = g_object_ref (drafting);
      g_signal_connect_object (drafting, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (drafting, "queued", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
    }

  if (ggov_drawing_get_layout (self))
    changed_cb (self);
  else
    update (self);
}

void
ggov_drawing_set_target (GgovDrawing *self,
                         gint64       number)
{
  g_return_if_fail (GGOV_IS_DRAWING (self));

  if (self->target == number)
    return;

  self->target = number;
  if (_ggov_drawing_get_tool (self) == NULL)
    return;

  ggov_draw_tool_state_changed (self->tools[self->tool]);
  ggov_drawing_say (self, NULL, FALSE);
  redraw (self);
}

void
ggov_drawing_set_tool (GgovDrawing *self,
                       const char  *name)
{
  g_return_if_fail (GGOV_IS_DRAWING (self));

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "tool",
                                      g_variant_new_string (name));
}

const char *
ggov_drawing_get_tool (GgovDrawing *self)
{
  g_return_val_if_fail (GGOV_IS_DRAWING (self), NULL);

  return names[self->tool];
}

GgovDraft *
ggov_drawing_get_draft (GgovDrawing *self)
{
  return self->drafting ? ggov_drafting_get_draft (self->drafting) : NULL;
}

/* A plan that is only looked at cannot be drawn on. */
GgovGeoLayout *
ggov_drawing_get_layout (GgovDrawing *self)
{
  return self->drafting && ggov_drafting_can_draw (self->drafting)
    ? ggov_drafting_get_layout (self->drafting) : NULL;
}

gint64
ggov_drawing_get_target (GgovDrawing *self)
{
  return self->target;
}

GArray *
ggov_drawing_get_locked (GgovDrawing *self)
{
  return self->locked;
}

static GVariant *
get_state (GgovDrawing *self,
           const char  *action)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (self->actions), action);
}

const char *
ggov_drawing_get_brush (GgovDrawing *self)
{
  g_autoptr(GVariant) state = get_state (self, "brush");

  return g_intern_string (g_variant_get_string (state, NULL));
}

gint64
ggov_drawing_get_source (GgovDrawing *self)
{
  g_autoptr(GVariant) state = get_state (self, "source");

  return g_variant_get_int64 (state);
}

double
ggov_drawing_get_metres (GgovDrawing *self,
                         double       pixels)
{
  GgovMapFrame frame;

  ggov_map_canvas_get_frame (self->canvas, &frame);

  return pixels * ggov_map_frame_get_metres (&frame);
}

void
ggov_drawing_get_point (GgovDrawing   *self,
                        double         lon,
                        double         lat,
                        GgovDrawPoint *point)
{
  GgovMapFrame frame;

  ggov_map_canvas_get_frame (self->canvas, &frame);
  point->lon = lon;
  point->lat = lat;
  ggov_map_frame_to_screen (&frame, lon, lat, &point->x, &point->y);
}

void
ggov_drawing_get_bounds (GgovDrawing   *self,
                         GgovGeoBounds *bounds)
{
  GgovMapFrame frame;

  ggov_map_canvas_get_frame (self->canvas, &frame);
  ggov_map_frame_get_bounds (&frame, 0, bounds);
}

gboolean
ggov_drawing_find_building (GgovDrawing         *self,
                            const GgovDrawPoint *at,
                            guint               *building)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (ggov_drawing_get_layout (self));
  guint footprint;

  if (!ggov_geo_index_find_at (ggov_geo_site_get_index (site), at->lon, at->lat, &footprint))
    return FALSE;

  *building = ggov_geo_footprints_get_id (ggov_drawing_get_footprints (self), footprint);

  return TRUE;
}

gint64
ggov_drawing_find_grid (GgovDrawing         *self,
                        const GgovDrawPoint *at)
{
  GgovGeoLayout *layout = ggov_drawing_get_layout (self);

  return ggov_geo_subdivision_find_grid (ggov_geo_layout_get_subdivision (layout), at->lon,
                                         at->lat);
}

gint64
ggov_drawing_find_next (GgovDrawing *self,
                        gint64       number,
                        int          by)
{
  GgovDraft *draft = ggov_drawing_get_draft (self);
  guint n = ggov_draft_get_n_grids (draft);

  for (guint i = 0; i < n; i++)
    if (ggov_draft_get_grid (draft, i)->number == number)
      return ggov_draft_get_grid (draft, (i + n + by) % n)->number;

  return n == 0 ? 0 : ggov_draft_get_grid (draft, by > 0 ? 0 : n - 1)->number;
}

GgovGeoFootprints *
ggov_drawing_get_footprints (GgovDrawing *self)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (ggov_drawing_get_layout (self));

  return ggov_geo_index_get_footprints (ggov_geo_site_get_index (site));
}

void
ggov_drawing_snap (GgovDrawing         *self,
                   const GgovDrawPoint *at,
                   gint64               arc_id,
                   guint                index,
                   double              *place)
{
  GgovGeoLayout *layout = ggov_drawing_get_layout (self);
  double tolerance_m = ggov_drawing_get_metres (self, SNAP_PX);
  GgovGeoSnapTargets targets = GGOV_GEO_SNAP_NOTHING;
  GgovGeoSnap snap;

  for (guint i = 0; i < G_N_ELEMENTS (snaps); i++)
    {
      g_autoptr(GVariant) state = get_state (self, snaps[i].name);

      if (g_variant_get_boolean (state))
        targets |= snaps[i].target;
    }

  if (arc_id != 0)
    ggov_geo_snap_except (layout, targets, at->lon, at->lat, tolerance_m, arc_id, index, &snap);
  else
    ggov_geo_snap (layout, targets, at->lon, at->lat, tolerance_m, &snap);

  place[0] = snap.lon;
  place[1] = snap.lat;
}

void
ggov_drawing_submit (GgovDrawing    *self,
                     GgovPlanStroke *stroke)
{
  ggov_drawing_preview (self, NULL);
  ggov_drawing_say (self, NULL, FALSE);
  ggov_drafting_draw (self->drafting, stroke);
  ggov_plan_stroke_unref (stroke);
}

void
ggov_drawing_select (GgovDrawing         *self,
                     const GgovDrawPoint *at)
{
  ggov_map_canvas_pick (self->canvas, at->x, at->y);
}

void
ggov_drawing_select_grid (GgovDrawing *self,
                          gint64       number)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "map.select-grid", "x", number);
}

void
ggov_drawing_say (GgovDrawing *self,
                  const char  *sentence,
                  gboolean     is_wrong)
{
  GgovDrawTool *tool = _ggov_drawing_get_tool (self);
  g_autofree char *hint = tool && sentence == NULL ? ggov_draw_tool_dup_hint (tool) : NULL;

  self->is_wrong = is_wrong;
  if (self->canvas)
    ggov_map_canvas_set_status (self->canvas, sentence ? sentence : hint, is_wrong);
}

void
ggov_drawing_say_refusal (GgovDrawing          *self,
                          const GgovGeoRefusal *refusal)
{
  g_autofree char *sentence =
    ggov_plan_stroke_dup_refusal (ggov_drawing_get_draft (self), refusal);

  ggov_drawing_say (self, sentence, TRUE);
}

void
ggov_drawing_preview (GgovDrawing *self,
                      GArray      *tallies)
{
  g_signal_emit (self, signals[PREVIEWED], 0, tallies);
}

void
ggov_drawing_redraw (GgovDrawing  *self,
                     GgovMapMarks  marks)
{
  if (self->canvas)
    ggov_map_canvas_redraw_tool (self->canvas, marks);
}
