/* ggov-report-chart-private.h: what the files of the chart share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-chart.h"
#include "ggov-report-pen-private.h"

G_BEGIN_DECLS

#define GGOV_CHART_LINE_WIDTH 0.6 /* points */

typedef enum
{
  GGOV_CHART_STRONG,
  GGOV_CHART_WEAK,
  GGOV_CHART_NONE,
} GgovChartShade;

typedef struct
{
  GgovChartNode *node;   /* (owned) */
  guint          part;
  GgovChartShade shade;
  gboolean       is_vacant;
  double         x, y, width, height;
  char          *title;
  char          *aside;  /* (nullable): at the right end of the title's line */
  char          *lines[3];
} GgovChartBox;

typedef struct
{
  guint  part;
  double points[4]; /* from x, y to x, y */
} GgovChartLine;

struct _GgovReportChart
{
  GgovReportPen *title_pen;
  GgovReportPen *text_pen;
  double         width;
  double         most_height;
  double         trunk;   /* where what joins the head with the communities begins */
  GPtrArray     *boxes;   /* (element-type GgovChartBox) */
  GArray        *lines;   /* (element-type GgovChartLine) */
  GArray        *heights; /* (element-type double): of the parts */
};

void  _ggov_chart_box_free      (GgovChartBox       *box);

/* Fills in what a box of this node and width says, and how high it is then. */
void  _ggov_chart_box_fill      (GgovReportChart    *chart,
                                 GgovChartBox       *box);

void  _ggov_chart_box_draw      (GgovReportChart    *chart,
                                 cairo_t            *cr,
                                 const GgovChartBox *box,
                                 const double        ink[3],
                                 const double        vacant[3]);

/* (transfer full): all that it says, in one line */
char *_ggov_chart_box_dup_words (const GgovChartBox *box);

G_END_DECLS
