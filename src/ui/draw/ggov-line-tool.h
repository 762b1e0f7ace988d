/* ggov-line-tool.h: drawing a line that splits a grid or is its new border
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draw-tool.h"
#include "ggov-plan-stroke.h"

G_BEGIN_DECLS

#define GGOV_TYPE_LINE_TOOL (ggov_line_tool_get_type ())

G_DECLARE_FINAL_TYPE (GgovLineTool, ggov_line_tool, GGOV, LINE_TOOL, GgovDrawTool)

/* @kind: GGOV_PLAN_STROKE_SPLIT or GGOV_PLAN_STROKE_RESHAPE */
GgovDrawTool *ggov_line_tool_new (GgovPlanStrokeKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
