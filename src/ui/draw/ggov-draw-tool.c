/* ggov-draw-tool.c: a tool with which a draft is drawn on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-draw-tool.h"

typedef struct
{
  GgovDrawing *drawing; /* (unowned): outlives its tools */
} GgovDrawToolPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GgovDrawTool, ggov_draw_tool, G_TYPE_OBJECT)

static void
ggov_draw_tool_class_init (GgovDrawToolClass *klass)
{
}

static void
ggov_draw_tool_init (GgovDrawTool *self)
{
}

GgovDrawing *
ggov_draw_tool_get_drawing (GgovDrawTool *self)
{
  g_return_val_if_fail (GGOV_IS_DRAW_TOOL (self), NULL);

  return ((GgovDrawToolPrivate *) ggov_draw_tool_get_instance_private (self))->drawing;
}

void
ggov_draw_tool_set_drawing (GgovDrawTool *self,
                            GgovDrawing  *drawing)
{
  g_return_if_fail (GGOV_IS_DRAW_TOOL (self));

  ((GgovDrawToolPrivate *) ggov_draw_tool_get_instance_private (self))->drawing = drawing;
}

gboolean
ggov_draw_tool_takes_drag (GgovDrawTool        *self,
                           const GgovDrawPoint *at)
{
  GgovDrawToolClass *klass;

  g_return_val_if_fail (GGOV_IS_DRAW_TOOL (self), FALSE);

  klass = GGOV_DRAW_TOOL_GET_CLASS (self);

  return klass->takes_drag && klass->takes_drag (self, at);
}

void
ggov_draw_tool_drag (GgovDrawTool        *self,
                     GgovMapDragPhase     phase,
                     const GgovDrawPoint *at)
{
  g_return_if_fail (GGOV_IS_DRAW_TOOL (self));

  if (GGOV_DRAW_TOOL_GET_CLASS (self)->drag)
    GGOV_DRAW_TOOL_GET_CLASS (self)->drag (self, phase, at);
}

void
ggov_draw_tool_point (GgovDrawTool        *self,
                      const GgovDrawPoint *at)
{
  g_return_if_fail (GGOV_IS_DRAW_TOOL (self));

  if (GGOV_DRAW_TOOL_GET_CLASS (self)->point)
    GGOV_DRAW_TOOL_GET_CLASS (self)->point (self, at);
}

void
ggov_draw_tool_press (GgovDrawTool        *self,
                      const GgovDrawPoint *at,
                      int                  n_press)
{
  g_return_if_fail (GGOV_IS_DRAW_TOOL (self));

  if (GGOV_DRAW_TOOL_GET_CLASS (self)->press)
    GGOV_DRAW_TOOL_GET_CLASS (self)->press (self, at, n_press);
}

gboolean
ggov_draw_tool_finish (GgovDrawTool *self)
{
  GgovDrawToolClass *klass;

  g_return_val_if_fail (GGOV_IS_DRAW_TOOL (self), FALSE);

  klass = GGOV_DRAW_TOOL_GET_CLASS (self);

  return klass->finish && klass->finish (self);
}

gboolean
ggov_draw_tool_cancel (GgovDrawTool *self)
{
  GgovDrawToolClass *klass;

  g_return_val_if_fail (GGOV_IS_DRAW_TOOL (self), FALSE);

  klass = GGOV_DRAW_TOOL_GET_CLASS (self);

  return klass->cancel && klass->cancel (self);
}

gboolean
ggov_draw_tool_take_out (GgovDrawTool *self)
{
  GgovDrawToolClass *klass;

  g_return_val_if_fail (GGOV_IS_DRAW_TOOL (self), FALSE);

  klass = GGOV_DRAW_TOOL_GET_CLASS (self);

  return klass->take_out && klass->take_out (self);
}

gboolean
ggov_draw_tool_step (GgovDrawTool  *self,
                     int            by,
                     GgovDrawPoint *at)
{
  GgovDrawToolClass *klass;

  g_return_val_if_fail (GGOV_IS_DRAW_TOOL (self), FALSE);

  klass = GGOV_DRAW_TOOL_GET_CLASS (self);

  return klass->step && klass->step (self, by, at);
}

void
ggov_draw_tool_state_changed (GgovDrawTool *self)
{
  g_return_if_fail (GGOV_IS_DRAW_TOOL (self));

  if (GGOV_DRAW_TOOL_GET_CLASS (self)->state_changed)
    GGOV_DRAW_TOOL_GET_CLASS (self)->state_changed (self);
}

char *
ggov_draw_tool_dup_hint (GgovDrawTool *self)
{
  GgovDrawToolClass *klass;

  g_return_val_if_fail (GGOV_IS_DRAW_TOOL (self), NULL);

  klass = GGOV_DRAW_TOOL_GET_CLASS (self);

  return klass->dup_hint ? klass->dup_hint (self) : g_strdup ("");
}

void
ggov_draw_tool_draw (GgovDrawTool      *self,
                     const GgovDrawPen *pen,
                     GgovMapMarks       marks)
{
  g_return_if_fail (GGOV_IS_DRAW_TOOL (self));

  if (GGOV_DRAW_TOOL_GET_CLASS (self)->draw)
    GGOV_DRAW_TOOL_GET_CLASS (self)->draw (self, pen, marks);
}

const char *
ggov_draw_tool_get_cursor (GgovDrawTool *self)
{
  g_return_val_if_fail (GGOV_IS_DRAW_TOOL (self), NULL);

  return GGOV_DRAW_TOOL_GET_CLASS (self)->cursor;
}
