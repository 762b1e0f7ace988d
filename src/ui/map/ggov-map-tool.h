/* ggov-map-tool.h: what has the pointer and the keys of the map instead of selecting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-frame.h"
#include "ggov-map-palette.h"

G_BEGIN_DECLS

/**
 * GgovMapDragPhase:
 * @GGOV_MAP_DRAG_BEGIN: the button went down
 * @GGOV_MAP_DRAG_MOVE: the pointer moved since
 * @GGOV_MAP_DRAG_END: the button went up; there may have been no motion
 * @GGOV_MAP_DRAG_CANCEL: nothing came of it
 */
typedef enum
{
  GGOV_MAP_DRAG_BEGIN,
  GGOV_MAP_DRAG_MOVE,
  GGOV_MAP_DRAG_END,
  GGOV_MAP_DRAG_CANCEL,
} GgovMapDragPhase;

/**
 * GgovMapMarks:
 * @GGOV_MAP_MARKS_STANDING: what changes with the map and with each step: handles, borders
 * @GGOV_MAP_MARKS_MOVING: what follows the pointer, drawn above; a small thing to redraw
 */
typedef enum
{
  GGOV_MAP_MARKS_STANDING,
  GGOV_MAP_MARKS_MOVING,
} GgovMapMarks;

/**
 * GgovMapTool:
 *
 * Given to a canvas by ggov_map_canvas_set_tool(). Places are the canvas's own pixels. A drag that
 * the tool does not take pans the map.
 */
#define GGOV_TYPE_MAP_TOOL (ggov_map_tool_get_type ())

G_DECLARE_INTERFACE (GgovMapTool, ggov_map_tool, GGOV, MAP_TOOL, GObject)

struct _GgovMapToolInterface
{
  GTypeInterface parent_interface;

  gboolean (* takes_drag) (GgovMapTool          *self,
                           double                x,
                           double                y);
  void     (* drag)       (GgovMapTool          *self,
                           GgovMapDragPhase      phase,
                           double                x,
                           double                y);
  void     (* point)      (GgovMapTool          *self,
                           double                x,
                           double                y);
  void     (* leave)      (GgovMapTool          *self);
  void     (* click)      (GgovMapTool          *self,
                           double                x,
                           double                y,
                           int                   n_press);
  gboolean (* press_key)  (GgovMapTool          *self,
                           guint                 keyval,
                           GdkModifierType       modifiers);
  void     (* draw)       (GgovMapTool          *self,
                           GtkSnapshot          *snapshot,
                           const GgovMapFrame   *frame,
                           const GgovMapPalette *palette,
                           GgovMapMarks          marks);
};

/* Whether a drag that begins here is the tool's; it is asked at each motion of the pointer. */
gboolean ggov_map_tool_takes_drag (GgovMapTool          *self,
                                   double                x,
                                   double                y);
void     ggov_map_tool_drag       (GgovMapTool          *self,
                                   GgovMapDragPhase      phase,
                                   double                x,
                                   double                y);

/* The pointer moved without a button held, or left the map. */
void     ggov_map_tool_point      (GgovMapTool          *self,
                                   double                x,
                                   double                y);
void     ggov_map_tool_leave      (GgovMapTool          *self);
void     ggov_map_tool_click      (GgovMapTool          *self,
                                   double                x,
                                   double                y,
                                   int                   n_press);

/* Whether the key meant something to the tool. */
gboolean ggov_map_tool_press_key  (GgovMapTool          *self,
                                   guint                 keyval,
                                   GdkModifierType       modifiers);
void     ggov_map_tool_draw       (GgovMapTool          *self,
                                   GtkSnapshot          *snapshot,
                                   const GgovMapFrame   *frame,
                                   const GgovMapPalette *palette,
                                   GgovMapMarks          marks);

G_END_DECLS
