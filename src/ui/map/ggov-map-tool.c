/* ggov-map-tool.c: what has the pointer and the keys of the map instead of selecting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-tool.h"

G_DEFINE_INTERFACE (GgovMapTool, ggov_map_tool, G_TYPE_OBJECT)

static void
ggov_map_tool_default_init (GgovMapToolInterface *iface)
{
}

gboolean
ggov_map_tool_takes_drag (GgovMapTool *self,
                          double       x,
                          double       y)
{
  g_return_val_if_fail (GGOV_IS_MAP_TOOL (self), FALSE);

  return GGOV_MAP_TOOL_GET_IFACE (self)->takes_drag (self, x, y);
}

void
ggov_map_tool_drag (GgovMapTool      *self,
                    GgovMapDragPhase  phase,
                    double            x,
                    double            y)
{
  g_return_if_fail (GGOV_IS_MAP_TOOL (self));

  GGOV_MAP_TOOL_GET_IFACE (self)->drag (self, phase, x, y);
}

void
ggov_map_tool_point (GgovMapTool *self,
                     double       x,
                     double       y)
{
  g_return_if_fail (GGOV_IS_MAP_TOOL (self));

  GGOV_MAP_TOOL_GET_IFACE (self)->point (self, x, y);
}

void
ggov_map_tool_leave (GgovMapTool *self)
{
  g_return_if_fail (GGOV_IS_MAP_TOOL (self));

  GGOV_MAP_TOOL_GET_IFACE (self)->leave (self);
}

void
ggov_map_tool_click (GgovMapTool *self,
                     double       x,
                     double       y,
                     int          n_press)
{
  g_return_if_fail (GGOV_IS_MAP_TOOL (self));

  GGOV_MAP_TOOL_GET_IFACE (self)->click (self, x, y, n_press);
}

gboolean
ggov_map_tool_press_key (GgovMapTool     *self,
                         guint            keyval,
                         GdkModifierType  modifiers)
{
  g_return_val_if_fail (GGOV_IS_MAP_TOOL (self), FALSE);

  return GGOV_MAP_TOOL_GET_IFACE (self)->press_key (self, keyval, modifiers);
}

void
ggov_map_tool_draw (GgovMapTool          *self,
                    GtkSnapshot          *snapshot,
                    const GgovMapFrame   *frame,
                    const GgovMapPalette *palette,
                    GgovMapMarks          marks)
{
  g_return_if_fail (GGOV_IS_MAP_TOOL (self));

  GGOV_MAP_TOOL_GET_IFACE (self)->draw (self, snapshot, frame, palette, marks);
}
