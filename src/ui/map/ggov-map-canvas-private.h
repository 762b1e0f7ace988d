/* ggov-map-canvas-private.h: what the files of the map canvas share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-footprint-layer.h"
#include "ggov-issue-layer.h"
#include "ggov-label-layer.h"
#include "ggov-map-canvas.h"
#include "ggov-net-layer.h"
#include "ggov-selection-layer.h"
#include "ggov-tool-layer.h"

G_BEGIN_DECLS

struct _GgovMapCanvas
{
  AdwBin              parent_instance;

  GgovPlaces         *places;  /* (nullable) */
  GgovMapPicture     *picture; /* (nullable): NULL until it is made */
  GgovBaseMap        *base;    /* (nullable) */
  GgovThemeSource    *theme;   /* (nullable): what it is coloured by */
  guint               serial;  /* of the picture asked for last */
  guint               n_awaited;
  gboolean            has_view; /* whether something was fitted into view */
  GgovGeoBounds       target;   /* to be shown once there is room; else empty */
  double              target_zoom;
  graphene_point_t    pressed;
  GgovMapTool        *tool; /* (nullable) */
  GgovFootprintLayer *footprints;
  GgovSelectionLayer *selection;
  GgovIssueLayer     *issues;
  GgovLabelLayer     *labels;
  GgovNetLayer       *net;
  GgovToolLayer      *marks[2]; /* of the tool: by GgovMapMarks */

  /* From the template. */
  GtkWidget          *base_map_button;
  ShumateMap         *map;
  GtkWidget          *measure_button;
  GtkOverlay         *overlay;
  GtkWidget          *print_button;
  ShumateScale       *scale;
  GtkLabel           *sources_label;
  GtkLabel           *status_label;
};

/* The layers, from the lowest to the uppermost, and the picture they show: -layers.c. */
void _ggov_map_canvas_add_layers      (GgovMapCanvas  *self);
void _ggov_map_canvas_order_picture   (GgovMapCanvas  *self);

/* Where the map is: -view.c. What is to be shown is, once there is room for it; a map that is not
 * seen waits without asking for frames. */
void _ggov_map_canvas_await_room      (GgovMapCanvas  *self);

/* Pixels to the right and down. */
void _ggov_map_canvas_pan             (GgovMapCanvas  *self,
                                       double          x_px,
                                       double          y_px);

/* The pointer: -pointer.c. */
void _ggov_map_canvas_add_controllers (GgovMapCanvas  *self);

/* The keys: -keys.c. */
void _ggov_map_canvas_add_keys        (GgovMapCanvas  *self);
void _ggov_map_canvas_add_bindings    (GtkWidgetClass *klass);

G_END_DECLS
