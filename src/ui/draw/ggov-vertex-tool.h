/* ggov-vertex-tool.h: moving, adding and deleting vertices of borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draw-tool.h"

G_BEGIN_DECLS

#define GGOV_TYPE_VERTEX_TOOL (ggov_vertex_tool_get_type ())

G_DECLARE_FINAL_TYPE (GgovVertexTool, ggov_vertex_tool, GGOV, VERTEX_TOOL, GgovDrawTool)

G_END_DECLS
