/* ggov-paint-tool.h: painting buildings into a grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draw-tool.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PAINT_TOOL (ggov_paint_tool_get_type ())

G_DECLARE_FINAL_TYPE (GgovPaintTool, ggov_paint_tool, GGOV, PAINT_TOOL, GgovDrawTool)

G_END_DECLS
