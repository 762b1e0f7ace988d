/* ggov-report-sketch.h: a small map of grids, on paper and on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "ggov-geo-sketch.h"

G_BEGIN_DECLS

/**
 * ggov_report_sketch_draw:
 * @width: of the place there is, in units of @cr, from its origin on
 * @height: likewise
 * @dark: whether it is on a dark ground
 * @font: (nullable): for the names of grids; NULL leaves them out, as does too little room
 * @context: (nullable): where the fonts are, if there are names
 *
 * Draws a sketch as large as it fits, in the middle, north up. Borders that there were are dashed,
 * buildings that change their grid are much darker than others and have an edge: told apart without
 * seeing colours.
 */
void ggov_report_sketch_draw (GgovGeoSketch              *sketch,
                              cairo_t                    *cr,
                              double                      width,
                              double                      height,
                              gboolean                    dark,
                              const PangoFontDescription *font,
                              PangoContext               *context);

G_END_DECLS
