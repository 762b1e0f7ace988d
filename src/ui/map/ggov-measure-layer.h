/* ggov-measure-layer.h: what is being measured, drawn on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-layer.h"
#include "ggov-measure.h"


G_BEGIN_DECLS

#define GGOV_TYPE_MEASURE_LAYER (ggov_measure_layer_get_type ())

G_DECLARE_FINAL_TYPE (GgovMeasureLayer, ggov_measure_layer, GGOV, MEASURE_LAYER, GgovMapLayer)

GgovMeasureLayer *ggov_measure_layer_new       (ShumateViewport  *viewport,
                                                GgovMeasure      *measure);

/* Whether a cross is drawn in the middle, where a key puts a point. */
void              ggov_measure_layer_set_cross (GgovMeasureLayer *self,
                                                gboolean          has_cross);

G_END_DECLS
