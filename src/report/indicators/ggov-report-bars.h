/* ggov-report-bars.h: a chart of bars, for paper and the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "ggov-report-page.h"

G_BEGIN_DECLS

/* The most bars that stand side by side for one thing. */
#define GGOV_REPORT_BARS_MAX_SERIES 2

/**
 * GgovReportBar:
 * @label: below it
 * @values: 0 or more, one for each series; below 0 there is none
 * @texts: (nullable): above each bar; NULL for nothing
 */
typedef struct
{
  const char *label;
  double      values[GGOV_REPORT_BARS_MAX_SERIES];
  const char *texts[GGOV_REPORT_BARS_MAX_SERIES];
} GgovReportBar;

/**
 * GgovReportBars:
 * @title: (nullable): above it
 * @bars: (array length=n_bars): from the left
 * @n_series: 1 or 2
 * @series: what each is, in words; told above the chart where there are two
 * @most: what the highest bar would stand for; 0 for the highest there is
 * @face: of the text: that of documents, or a sober one for the screen
 * @size: of the text, in the units of the drawing
 * @ink: red, green and blue of lines and text, from 0 to 1
 * @fills: of each series, likewise; they differ in brightness too, so that a copier tells them apart
 */
typedef struct
{
  const char          *title;
  const GgovReportBar *bars;
  guint                n_bars;
  guint                n_series;
  const char          *series[GGOV_REPORT_BARS_MAX_SERIES];
  double               most;
  GgovReportFace       face;
  double               size;
  double               ink[3];
  double               fills[GGOV_REPORT_BARS_MAX_SERIES][3];
} GgovReportBars;

/**
 * ggov_report_bars_draw:
 * @context: from ggov_report_context_new()
 *
 * Draws from the origin of @cr on. Labels that do not fit side by side are left out in turn.
 */
void ggov_report_bars_draw (const GgovReportBars *chart,
                            cairo_t              *cr,
                            PangoContext         *context,
                            double                width,
                            double                height);

G_END_DECLS
