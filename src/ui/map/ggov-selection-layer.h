/* ggov-selection-layer.h: what is chosen on the map, and what the pointer is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-layer.h"
#include "ggov-map-picture.h"


G_BEGIN_DECLS

#define GGOV_TYPE_SELECTION_LAYER (ggov_selection_layer_get_type ())

G_DECLARE_FINAL_TYPE (GgovSelectionLayer, ggov_selection_layer, GGOV, SELECTION_LAYER, GgovMapLayer)

GgovSelectionLayer *ggov_selection_layer_new         (ShumateViewport *viewport);

/* (nullable) */
void                ggov_selection_layer_set_picture (GgovSelectionLayer *self,
                                                      GgovMapPicture     *picture);

/* Marks a grid, a building, both or, with 0, neither. */
void                ggov_selection_layer_select      (GgovSelectionLayer *self,
                                                      gint64              grid_id,
                                                      gint64              building_id);

/* Marks the building that the pointer is over; 0 for none. */
void                ggov_selection_layer_hover       (GgovSelectionLayer *self,
                                                      gint64              building_id);

G_END_DECLS
