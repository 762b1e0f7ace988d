/* ggov-report-chart.h: the chart of an office, drawn: who leads, departments, communities, grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart has parts that stand one below the other: the head with the committee and the departments,
 * then rows of communities with their grids. A part is never split over pages. Sizes are points.
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

#include "ggov-chart-node.h"

G_BEGIN_DECLS

/* What stays free between two parts, points: lines go over it. */
#define GGOV_REPORT_CHART_GAP 8.0

typedef struct _GgovReportChart GgovReportChart;

/**
 * ggov_report_chart_new:
 * @nodes: (element-type GgovChartNode): as the store lists them; kept
 * @context: from ggov_report_context_new(); kept
 * @width: of the room there is
 * @most_height: of a part: a community with more grids goes on in the next column
 *
 * Measures everything.
 */
GgovReportChart *ggov_report_chart_new             (GListModel       *nodes,
                                                    PangoContext     *context,
                                                    double            width,
                                                    double            most_height)
                                                    G_GNUC_WARN_UNUSED_RESULT;
void             ggov_report_chart_free            (GgovReportChart  *self);

/* At least 1 where there are nodes. */
guint            ggov_report_chart_get_n_parts     (GgovReportChart  *self);
double           ggov_report_chart_get_part_height (GgovReportChart  *self,
                                                    guint             part);

/**
 * ggov_report_chart_draw_part:
 * @ink: red, green and blue of lines and text, from 0 to 1
 * @vacant: likewise, of boxes where a post is vacant; their lines are thicker as well
 *
 * Draws from the origin of @cr on, in the thread that made it.
 */
void             ggov_report_chart_draw_part       (GgovReportChart  *self,
                                                    cairo_t          *cr,
                                                    guint             part,
                                                    const double      ink[3],
                                                    const double      vacant[3]);

/**
 * GgovReportChartBox:
 * @node: (unowned)
 * @x: from the origin of its part, as are the others
 *
 * Where a box stands.
 */
typedef struct
{
  GgovChartNode *node;
  guint          part;
  double         x;
  double         y;
  double         width;
  double         height;
} GgovReportChartBox;

/* From the top to the bottom, and community by community; one that goes on has two. */
guint            ggov_report_chart_get_n_boxes     (GgovReportChart    *self);
void             ggov_report_chart_get_box         (GgovReportChart    *self,
                                                    guint               i,
                                                    GgovReportChartBox *box);

/* (transfer full): all that a box says, in one line */
char            *ggov_report_chart_dup_words       (GgovReportChart    *self,
                                                    guint               i);

/* @i: (out): the box that is there; FALSE where none is */
gboolean         ggov_report_chart_find            (GgovReportChart    *self,
                                                    guint               part,
                                                    double              x,
                                                    double              y,
                                                    guint              *i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReportChart, ggov_report_chart_free)

G_END_DECLS
