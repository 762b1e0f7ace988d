/* ggov-draw-tool.h: a tool with which a draft is drawn on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draw-pen.h"

G_BEGIN_DECLS

/* What the tool is used on; declared in ggov-drawing.h. */
typedef struct _GgovDrawing GgovDrawing;

/**
 * GgovDrawPoint:
 * @x: pixels of the map
 * @y: likewise
 * @lon: degrees
 * @lat: degrees
 *
 * A place that the pointer or the keys point to.
 */
typedef struct
{
  double x;
  double y;
  double lon;
  double lat;
} GgovDrawPoint;

/**
 * GgovDrawTool:
 *
 * Asks its drawing for the draft's state, and hands it strokes. What a tool has no use for it
 * leaves out: the functions below then do nothing, or answer FALSE.
 */
#define GGOV_TYPE_DRAW_TOOL (ggov_draw_tool_get_type ())

G_DECLARE_DERIVABLE_TYPE (GgovDrawTool, ggov_draw_tool, GGOV, DRAW_TOOL, GObject)

struct _GgovDrawToolClass
{
  GObjectClass parent_class;

  const char *cursor; /* (nullable): of the pointer */

  gboolean (* takes_drag) (GgovDrawTool        *self,
                           const GgovDrawPoint *at);
  void     (* drag)       (GgovDrawTool        *self,
                           GgovMapDragPhase     phase,
                           const GgovDrawPoint *at);
  void     (* point)      (GgovDrawTool        *self,
                           const GgovDrawPoint *at);
  void     (* press)      (GgovDrawTool        *self,
                           const GgovDrawPoint *at,
                           int                  n_press);
  gboolean (* finish)     (GgovDrawTool        *self);
  gboolean (* cancel)     (GgovDrawTool        *self);
  gboolean (* take_out)   (GgovDrawTool        *self);
  gboolean (* step)       (GgovDrawTool        *self,
                           int                  by,
                           GgovDrawPoint       *at);
  void     (* state_changed) (GgovDrawTool     *self);
  char    *(* dup_hint)   (GgovDrawTool        *self);
  void     (* draw)       (GgovDrawTool        *self,
                           const GgovDrawPen   *pen,
                           GgovMapMarks         marks);
};

/* (transfer none): what it is used on; outlives the tool. */
GgovDrawing *ggov_draw_tool_get_drawing (GgovDrawTool        *self);
void         ggov_draw_tool_set_drawing (GgovDrawTool        *self,
                                         GgovDrawing         *drawing);

gboolean     ggov_draw_tool_takes_drag  (GgovDrawTool        *self,
                                         const GgovDrawPoint *at);
void         ggov_draw_tool_drag        (GgovDrawTool        *self,
                                         GgovMapDragPhase     phase,
                                         const GgovDrawPoint *at);

/* The pointer is there, or the cross that the keys move. */
void         ggov_draw_tool_point       (GgovDrawTool        *self,
                                         const GgovDrawPoint *at);

/* A click, or the space bar. */
void         ggov_draw_tool_press       (GgovDrawTool        *self,
                                         const GgovDrawPoint *at,
                                         int                  n_press);

/* Enter, Escape, and Delete: whether there was something to finish, to give up, or to take out. */
gboolean     ggov_draw_tool_finish      (GgovDrawTool        *self);
gboolean     ggov_draw_tool_cancel      (GgovDrawTool        *self);
gboolean     ggov_draw_tool_take_out    (GgovDrawTool        *self);

/**
 * ggov_draw_tool_step:
 * @by: 1 for the next, -1 for the one before
 * @at: (inout): where the cross is, and where it goes: only its degrees count
 *
 * Goes on to the next of what the tool is about: vertices, grids or buildings.
 *
 * Returns: whether there is one
 */
gboolean     ggov_draw_tool_step        (GgovDrawTool        *self,
                                         int                  by,
                                         GgovDrawPoint       *at);

/* Another state of the draft, or another grid is chosen. */
void         ggov_draw_tool_state_changed (GgovDrawTool      *self);

/* Returns: (transfer full): what to do next, in a translated sentence */
char        *ggov_draw_tool_dup_hint    (GgovDrawTool        *self) G_GNUC_WARN_UNUSED_RESULT;
void         ggov_draw_tool_draw        (GgovDrawTool        *self,
                                         const GgovDrawPen   *pen,
                                         GgovMapMarks         marks);

const char  *ggov_draw_tool_get_cursor  (GgovDrawTool        *self);

G_END_DECLS
