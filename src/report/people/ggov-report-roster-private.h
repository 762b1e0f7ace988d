/* ggov-report-roster-private.h: the roster's pages, between being measured and being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-pen-private.h"
#include "ggov-report-roster-rows-private.h"
#include "ggov-report-roster.h"
#include "ggov-report-table.h"

G_BEGIN_DECLS

/* Enough for the numbers of a row in words. */
#define GGOV_REPORT_SCRATCH_SIZE 32

typedef enum
{
  GGOV_REPORT_ITEM_TITLE,
  GGOV_REPORT_ITEM_SUBTITLE,
  GGOV_REPORT_ITEM_SECTION,
  GGOV_REPORT_ITEM_CONTINUED, /* a section's heading again, at the top of a page */
  GGOV_REPORT_ITEM_HEAD,
  GGOV_REPORT_ITEM_ROW,
  GGOV_REPORT_ITEM_SIGNERS,
} GgovReportItemKind;

/* Something at its place on a page. */
typedef struct
{
  GgovReportItemKind kind;
  guint              page;
  guint              section;
  guint              row;     /* of the section, from 0 */
  double             y;       /* points from the top of the paper */
  double             height;
} GgovReportItem;

struct _GgovReportRoster
{
  GObject               parent_instance;

  const GgovReportPage *page;
  double                left;      /* the edges of what is drawn on, in points */
  double                width;
  double                top;
  double                bottom;
  char                 *title;
  char                 *subtitle;
  char                 *as_of;
  char                 *printed;
  gboolean              with_phones;
  GPtrArray            *rows;      /* (element-type GgovRosterRow) */
  GPtrArray            *counts;    /* (element-type GgovReportCount) */
  GPtrArray            *sections;  /* (element-type GgovReportSection) */
  GgovReportTable      *people;
  GgovReportTable      *totals;
  GgovReportPen        *title_pen;
  GgovReportPen        *subtitle_pen;
  GgovReportPen        *heading_pen;
  GgovReportPen        *text_pen;
  GgovReportPen        *small_pen;
  cairo_surface_t      *watermark; /* (nullable) */
  GArray               *items;     /* (element-type GgovReportItem), page after page */
  guint                 n_pages;
  double                y;         /* where the next item goes while items are being placed */
};

/* The table a section is set in, and the cells of one of its rows. */
GgovReportTable *_ggov_report_roster_get_table (GgovReportRoster         *self,
                                                const GgovReportSection  *section);
void             _ggov_report_roster_get_cells (GgovReportRoster         *self,
                                                const GgovReportSection  *section,
                                                guint                     row,
                                                char                     *scratch,
                                                const char              **cells);

/* Draws a page; the pager's part of the work. */
void   _ggov_report_roster_draw       (GgovReportPager         *pager,
                                       cairo_t                 *cr,
                                       guint                    page);

G_END_DECLS
