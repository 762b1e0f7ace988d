/* ggov-report-table.h: rows of ruled cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table measures and draws rows; which page they go on is the caller's business, who never
 * splits one. Heights and places are points.
 */

#pragma once

#include <cairo.h>

#include "ggov-report-page.h"

G_BEGIN_DECLS

/* A column this much wider than a text has it on one line. */
#define GGOV_REPORT_CELL_MARGIN_MM 2.4

typedef struct
{
  const char     *title;    /* kept, not copied: a literal or its translation */
  double          width_mm;
  PangoAlignment  align;
} GgovReportColumn;

typedef struct _GgovReportTable GgovReportTable;

/**
 * ggov_report_table_new:
 * @context: from ggov_report_context_new()
 * @columns: (array length=n_columns): copied
 * @size_pt: of the text in the cells
 */
GgovReportTable *ggov_report_table_new             (PangoContext           *context,
                                                    const GgovReportColumn *columns,
                                                    guint                   n_columns,
                                                    double                  size_pt)
                                                    G_GNUC_WARN_UNUSED_RESULT;
void             ggov_report_table_free            (GgovReportTable        *self);

double           ggov_report_table_get_head_height (GgovReportTable        *self);

/* @cells: a text for each column, NULL for an empty cell; text that is too long is wrapped */
double           ggov_report_table_measure_row     (GgovReportTable        *self,
                                                    const char * const     *cells);

void             ggov_report_table_draw_head       (GgovReportTable        *self,
                                                    cairo_t                *cr,
                                                    double                  x,
                                                    double                  y);

/* @height: what ggov_report_table_measure_row() answered */
void             ggov_report_table_draw_row        (GgovReportTable        *self,
                                                    cairo_t                *cr,
                                                    double                  x,
                                                    double                  y,
                                                    double                  height,
                                                    const char * const     *cells);

/* How many of the first cells of a row are one with those above, and with those below it. */
typedef struct
{
  guint above;
  guint below;
} GgovReportJoin;

/* A row of which some cells go over several rows: they are written in the uppermost. */
void             ggov_report_table_draw_joined     (GgovReportTable        *self,
                                                    cairo_t                *cr,
                                                    double                  x,
                                                    double                  y,
                                                    double                  height,
                                                    const char * const     *cells,
                                                    const GgovReportJoin   *join);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReportTable, ggov_report_table_free)

G_END_DECLS
