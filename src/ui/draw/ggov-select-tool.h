/* ggov-select-tool.h: choosing a grid or a building of the draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draw-tool.h"

G_BEGIN_DECLS

#define GGOV_TYPE_SELECT_TOOL (ggov_select_tool_get_type ())

G_DECLARE_FINAL_TYPE (GgovSelectTool, ggov_select_tool, GGOV, SELECT_TOOL, GgovDrawTool)

G_END_DECLS
