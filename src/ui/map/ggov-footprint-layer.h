/* ggov-footprint-layer.h: the drawn ground of the map: buildings, streets and borders in tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-base-map.h"
#include "ggov-map-layer.h"
#include "ggov-map-picture.h"


G_BEGIN_DECLS

#define GGOV_TYPE_FOOTPRINT_LAYER (ggov_footprint_layer_get_type ())

G_DECLARE_FINAL_TYPE (GgovFootprintLayer, ggov_footprint_layer, GGOV, FOOTPRINT_LAYER, GgovMapLayer)

GgovFootprintLayer *ggov_footprint_layer_new         (ShumateViewport *viewport);

/* (nullable): what is seen of the picture before stays until this one is drawn. */
void                ggov_footprint_layer_set_picture (GgovFootprintLayer *self,
                                                      GgovMapPicture     *picture);

/* (nullable): what is drawn under the picture. */
void                ggov_footprint_layer_set_base    (GgovFootprintLayer *self,
                                                      GgovBaseMap        *base);

/* Whether all that is seen is drawn as it should be. */
gboolean            ggov_footprint_layer_is_complete (GgovFootprintLayer *self);

G_END_DECLS
