/* ggov-report-flow.h: lists on paper: headings, tables and drawings that flow over pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a paper has is added from the top. Then ggov_report_flow_finish() measures it, and it is a
 * GgovReportPager: title, blocks, lines to sign on; headings again on every page, rows never split,
 * the page's number, and who printed it across pages that hold personal data.
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-pager.h"
#include "ggov-report-table.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_FLOW (ggov_report_flow_get_type ())

G_DECLARE_FINAL_TYPE (GgovReportFlow, ggov_report_flow, GGOV, REPORT_FLOW, GObject)

/**
 * GgovReportFlowOptions:
 * @title: of the paper
 * @subtitle: (nullable): below it
 * @as_of: (nullable): at the head of each further page, on the right: "As of …"
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints; stands in the watermark
 * @is_personal: whether pages hold personal data: they say so, and carry a watermark
 */
typedef struct
{
  const char      *title;
  const char      *subtitle;
  const char      *as_of;
  const char      *printed_at;
  const char      *account;
  gboolean         is_personal;
  GgovReportPaper  size;
  GgovReportTurn   turn;
} GgovReportFlowOptions;

/**
 * GgovReportFlowFlags:
 * @GGOV_REPORT_FLOW_KEEP: on one page, with lines to sign on that follow, where a page can hold it
 * @GGOV_REPORT_FLOW_NEW_PAGE: begins on a page of its own, but for the first section
 */
typedef enum
{
  GGOV_REPORT_FLOW_NONE     = 0,
  GGOV_REPORT_FLOW_KEEP     = 1 << 0,
  GGOV_REPORT_FLOW_NEW_PAGE = 1 << 1,
} GgovReportFlowFlags;

/* Draws from the origin of @cr on, in points. */
typedef void (*GgovReportDrawFunc) (cairo_t *cr,
                                    double   width,
                                    double   height,
                                    gpointer data);

/* @context: from ggov_report_context_new(); kept */
GgovReportFlow *ggov_report_flow_new         (const GgovReportFlowOptions *options,
                                              PangoContext                *context)
                                              G_GNUC_WARN_UNUSED_RESULT;

/* A paragraph over the whole width. */
void            ggov_report_flow_add_line    (GgovReportFlow              *self,
                                              const char                  *text);

/* A place for a drawing over the whole width. */
void            ggov_report_flow_add_drawing (GgovReportFlow              *self,
                                              double                       height_mm,
                                              GgovReportDrawFunc           func,
                                              gpointer                     data,
                                              GDestroyNotify               free_data);

/**
 * ggov_report_flow_add_columns:
 * @columns: (array length=n_columns): copied; a width of 0 is as wide as what stands in it needs,
 *   in all sections with these columns. What is left goes to such columns, and what is short is
 *   taken from the widest of them.
 * @n_joined: so many of the first columns are written once for rows that say the same in them
 *
 * Returns: what stands for the columns in ggov_report_flow_add_section()
 */
guint           ggov_report_flow_add_columns (GgovReportFlow              *self,
                                              const GgovReportColumn      *columns,
                                              guint                        n_columns,
                                              guint                        n_joined);

/* @heading: (nullable): above the table, again at the top of each page; @note: (nullable): at its
 * right end, once. Rows are added after that. Without rows there is no section. */
void            ggov_report_flow_add_section (GgovReportFlow              *self,
                                              guint                        columns,
                                              const char                  *heading,
                                              const char                  *note,
                                              GgovReportFlowFlags          flags);

/* @cells: (array): a text for each column of the section, NULL for an empty cell; copied */
void            ggov_report_flow_add_row     (GgovReportFlow              *self,
                                              const char * const          *cells);

/* The same with texts that are freed after that. */
void            ggov_report_flow_take_row    (GgovReportFlow              *self,
                                              char * const                *cells);

void            ggov_report_flow_add_signers (GgovReportFlow              *self);

/* Measures all that was added; nothing is added after that. */
void            ggov_report_flow_finish      (GgovReportFlow              *self);

G_END_DECLS
