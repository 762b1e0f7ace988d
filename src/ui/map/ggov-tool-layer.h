/* ggov-tool-layer.h: what a tool draws over the map, and where it takes the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-layer.h"
#include "ggov-map-tool.h"

G_BEGIN_DECLS

/**
 * GgovToolLayer:
 *
 * Draws either kind of marks. That of the moving ones takes the pointer where the tool takes a
 * drag, and claims it, so that the map does not pan.
 */
#define GGOV_TYPE_TOOL_LAYER (ggov_tool_layer_get_type ())

G_DECLARE_FINAL_TYPE (GgovToolLayer, ggov_tool_layer, GGOV, TOOL_LAYER, GgovMapLayer)

GgovToolLayer *ggov_tool_layer_new      (ShumateViewport *viewport,
                                         GgovMapMarks     marks);

/* @tool: (nullable) */
void           ggov_tool_layer_set_tool (GgovToolLayer   *self,
                                         GgovMapTool     *tool);

G_END_DECLS
