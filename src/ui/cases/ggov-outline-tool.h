/* ggov-outline-tool.h: draws the outline of something on a map, corner by corner
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-canvas.h"
#include "ggov-measure.h"

G_BEGIN_DECLS

#define GGOV_TYPE_OUTLINE_TOOL (ggov_outline_tool_get_type ())

/* A GgovMapTool. A click puts a corner, on the corner or wall of a building that is near; a double click
 * or Enter closes the outline, Backspace takes the last corner away, Escape all of them; by keys the map
 * is moved below a cross, and Space puts a corner there. */
G_DECLARE_FINAL_TYPE (GgovOutlineTool, ggov_outline_tool, GGOV, OUTLINE_TOOL, GObject)

/* @canvas: whose tool it is from now on; not held. @outline: an area, drawn on the canvas. */
GgovOutlineTool *ggov_outline_tool_new   (GgovMapCanvas *canvas,
                                          GgovMeasure   *outline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
