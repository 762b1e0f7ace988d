/* ggov-merge-tool.h: making one grid of several
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draw-tool.h"

G_BEGIN_DECLS

#define GGOV_TYPE_MERGE_TOOL (ggov_merge_tool_get_type ())

G_DECLARE_FINAL_TYPE (GgovMergeTool, ggov_merge_tool, GGOV, MERGE_TOOL, GgovDrawTool)

G_END_DECLS
