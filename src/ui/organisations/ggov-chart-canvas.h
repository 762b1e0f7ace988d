/* ggov-chart-canvas.h: the organisation chart on the screen, drawn as on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-chart-node.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CHART_CANVAS (ggov_chart_canvas_get_type ())

/* Emits "chosen" once another box is chosen, or what it says is another; "activated" by a double
 * click or Enter; "zoomed" once it is drawn in another size. */
G_DECLARE_FINAL_TYPE (GgovChartCanvas, ggov_chart_canvas, GGOV, CHART_CANVAS, GtkWidget)

/* @window: around it; the chart is as wide as that before it is zoomed */
void           ggov_chart_canvas_set_window (GgovChartCanvas   *self,
                                             GtkScrolledWindow *window);

/* @nodes: (element-type GgovChartNode): as the store lists them; what is chosen stays so */
void           ggov_chart_canvas_set_nodes  (GgovChartCanvas   *self,
                                             GListModel        *nodes);

/* @steps: how many times bigger, less than 0 for smaller; 0 for as it was first */
void           ggov_chart_canvas_zoom       (GgovChartCanvas   *self,
                                             int                steps);

/* In percent of the size it had first. */
int            ggov_chart_canvas_get_zoom   (GgovChartCanvas   *self);

/* (nullable) (transfer none) */
GgovChartNode *ggov_chart_canvas_get_chosen (GgovChartCanvas   *self);

/* (transfer full) (nullable): what the box says that is chosen */
char          *ggov_chart_canvas_dup_words  (GgovChartCanvas   *self);

G_END_DECLS
