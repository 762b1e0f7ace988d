/* ggov-label-layer.h: names and numbers on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-layer.h"
#include "ggov-map-picture.h"

G_BEGIN_DECLS

/**
 * GgovLabelLayer:
 *
 * Names communities from afar, then numbers of grids, then their names and households, then
 * streets. A label that would lie on another is left out; the selected grid's comes first.
 */
#define GGOV_TYPE_LABEL_LAYER (ggov_label_layer_get_type ())

G_DECLARE_FINAL_TYPE (GgovLabelLayer, ggov_label_layer, GGOV, LABEL_LAYER, GgovMapLayer)

GgovLabelLayer *ggov_label_layer_new         (ShumateViewport *viewport);

/* (nullable) */
void            ggov_label_layer_set_picture (GgovLabelLayer *self,
                                              GgovMapPicture *picture);

/* @other: (unowned): of the same map; labels do not cover what it has there. */
void            ggov_label_layer_spare       (GgovLabelLayer *self,
                                              GgovMapLayer   *other);
void            ggov_label_layer_select      (GgovLabelLayer *self,
                                              gint64          grid_id);

G_END_DECLS
