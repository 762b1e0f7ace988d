/* ggov-map-layer.h: what is drawn over the map, and anew whenever the map moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * GgovMapLayer:
 *
 * Nothing of it is seen beside the map. A layer has a snapshot of its own.
 */
#define GGOV_TYPE_MAP_LAYER (ggov_map_layer_get_type ())

G_DECLARE_DERIVABLE_TYPE (GgovMapLayer, ggov_map_layer, GGOV, MAP_LAYER, ShumateLayer)

struct _GgovMapLayerClass
{
  ShumateLayerClass parent_class;

  void (* list_boxes) (GgovMapLayer *self,
                       GArray       *boxes);
};

/**
 * ggov_map_layer_list_boxes:
 * @boxes: (element-type graphene_rect_t): appended to, in the layer's own pixels
 *
 * What of the screen the layer covers now and labels should keep clear of.
 */
void ggov_map_layer_list_boxes (GgovMapLayer *self,
                                GArray       *boxes);

G_END_DECLS
