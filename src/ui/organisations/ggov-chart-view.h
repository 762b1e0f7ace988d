/* ggov-chart-view.h: the organisation chart, what its boxes say, and the ways from there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-chart-node.h"

G_BEGIN_DECLS

/**
 * GgovChartWay:
 * @GGOV_CHART_WAY_HEAD: to whoever is in charge; where the post is vacant, to filling it
 * @GGOV_CHART_WAY_SECOND: likewise, to whoever stands beside
 * @GGOV_CHART_WAY_PLACE: to the map, or to the organisation
 */
typedef enum
{
  GGOV_CHART_WAY_HEAD,
  GGOV_CHART_WAY_SECOND,
  GGOV_CHART_WAY_PLACE,
} GgovChartWay;

#define GGOV_TYPE_CHART_VIEW (ggov_chart_view_get_type ())

/* Emits "go" (GgovChartNode, a GgovChartWay as guint) once the user wants to go somewhere. */
G_DECLARE_FINAL_TYPE (GgovChartView, ggov_chart_view, GGOV, CHART_VIEW, AdwBin)

/* @nodes: (element-type GgovChartNode): as the store lists them */
void ggov_chart_view_set_nodes (GgovChartView *self,
                                GListModel    *nodes);

/* Moves the cursor to the chart. */
void ggov_chart_view_start     (GgovChartView *self);

G_END_DECLS
