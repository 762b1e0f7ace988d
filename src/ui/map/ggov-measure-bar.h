/* ggov-measure-bar.h: measuring on the map: what was measured, and pointer and keys meanwhile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-canvas.h"
#include "ggov-measure.h"

G_BEGIN_DECLS

/**
 * GgovMeasureBar:
 *
 * While it is seen, a click or Space puts a point, at a footprint's corner where one is near and
 * Control is not held; a double click or Return ends the line; Backspace takes the last point away,
 * Escape all of them and then the bar; Control and C copies what was measured.
 */
#define GGOV_TYPE_MEASURE_BAR (ggov_measure_bar_get_type ())

G_DECLARE_FINAL_TYPE (GgovMeasureBar, ggov_measure_bar, GGOV, MEASURE_BAR, AdwBin)

/* (transfer none): over a map, which owns it; not seen yet. */
GgovMeasureBar *ggov_measure_bar_add_to      (GgovMapCanvas  *canvas);

void            ggov_measure_bar_toggle      (GgovMeasureBar *self);

GgovMeasure    *ggov_measure_bar_get_measure (GgovMeasureBar *self);

G_END_DECLS
