/* ggov-net-layer.h: the grids of a department's old net, over the base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-layer.h"
#include "ggov-net-study.h"


G_BEGIN_DECLS

#define GGOV_TYPE_NET_LAYER (ggov_net_layer_get_type ())

G_DECLARE_FINAL_TYPE (GgovNetLayer, ggov_net_layer, GGOV, NET_LAYER, GgovMapLayer)

GgovNetLayer *ggov_net_layer_new       (ShumateViewport *viewport);

/* (nullable): the net to draw; broken lines and codes, nothing is filled, so that what is under it
 * stays to be read. */
void          ggov_net_layer_set_study (GgovNetLayer    *self,
                                        GgovNetStudy    *study);

/* (nullable): what is drawn */
GgovNetStudy *ggov_net_layer_get_study (GgovNetLayer    *self);

G_END_DECLS
