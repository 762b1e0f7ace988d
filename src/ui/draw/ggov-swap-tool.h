/* ggov-swap-tool.h: exchanging buildings between two grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draw-tool.h"

G_BEGIN_DECLS

#define GGOV_TYPE_SWAP_TOOL (ggov_swap_tool_get_type ())

G_DECLARE_FINAL_TYPE (GgovSwapTool, ggov_swap_tool, GGOV, SWAP_TOOL, GgovDrawTool)

G_END_DECLS
