/* ggov-map-layer.c: what is drawn over the map, and anew whenever the map moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-layer.h"

G_DEFINE_ABSTRACT_TYPE (GgovMapLayer, ggov_map_layer, SHUMATE_TYPE_LAYER)

static void
ggov_map_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (ggov_map_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object,
                           G_CONNECT_SWAPPED);
}

/* Most layers leave the labels where they are. */
static void
ggov_map_layer_real_list_boxes (GgovMapLayer *self,
                                GArray       *boxes)
{
}

static void
ggov_map_layer_class_init (GgovMapLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = ggov_map_layer_constructed;
  klass->list_boxes = ggov_map_layer_real_list_boxes;
}

static void
ggov_map_layer_init (GgovMapLayer *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ggov_map_layer_list_boxes (GgovMapLayer *self,
                           GArray       *boxes)
{
  g_return_if_fail (GGOV_IS_MAP_LAYER (self) && boxes != NULL);

  GGOV_MAP_LAYER_GET_CLASS (self)->list_boxes (self, boxes);
}
