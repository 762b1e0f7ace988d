/* ggov-chart-layout.h: the parts of the organisation chart below one another, as on one long sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes are points, from the upper left corner.
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-report-chart.h"

G_BEGIN_DECLS

typedef struct _GgovChartLayout GgovChartLayout;

/* @nodes: (element-type GgovChartNode): as the store lists them; @context: from
 * ggov_report_context_new() */
GgovChartLayout *ggov_chart_layout_new         (GListModel            *nodes,
                                                PangoContext          *context,
                                                double                 width)
                                                G_GNUC_WARN_UNUSED_RESULT;
void             ggov_chart_layout_free        (GgovChartLayout       *self);

double           ggov_chart_layout_get_width   (GgovChartLayout       *self);
double           ggov_chart_layout_get_height  (GgovChartLayout       *self);

guint            ggov_chart_layout_get_n_boxes (GgovChartLayout       *self);
GgovChartNode   *ggov_chart_layout_get_node    (GgovChartLayout       *self,
                                                guint                  i);
void             ggov_chart_layout_get_box     (GgovChartLayout       *self,
                                                guint                  i,
                                                graphene_rect_t       *box);

/* (transfer full): what a box says */
char            *ggov_chart_layout_dup_words   (GgovChartLayout       *self,
                                                guint                  i);

/* @i: (out): the box that is there; FALSE where none is */
gboolean         ggov_chart_layout_find        (GgovChartLayout       *self,
                                                double                 x,
                                                double                 y,
                                                guint                 *i);

/* The box of the same place or organisation as a node of another chart; G_MAXUINT where none is. */
guint            ggov_chart_layout_find_same   (GgovChartLayout       *self,
                                                GgovChartNode         *known);

/* The nearest box from box @i that way; @i where there is none. @dx: 1 to the right, -1 to the left,
 * else 0; @dy: likewise, down and up */
guint            ggov_chart_layout_find_next   (GgovChartLayout       *self,
                                                guint                  i,
                                                int                    dx,
                                                int                    dy);

/* Draws the parts that are between two heights. See ggov_report_chart_draw_part(). */
void             ggov_chart_layout_draw        (GgovChartLayout       *self,
                                                cairo_t               *cr,
                                                double                 from,
                                                double                 to,
                                                const double           ink[3],
                                                const double           vacant[3]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovChartLayout, ggov_chart_layout_free)

G_END_DECLS
