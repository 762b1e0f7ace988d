/* ggov-report-pager.h: something that is measured and can be drawn page by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "ggov-report-page.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_PAGER (ggov_report_pager_get_type ())

G_DECLARE_INTERFACE (GgovReportPager, ggov_report_pager, GGOV, REPORT_PAGER, GObject)

/**
 * GgovReportPagerInterface:
 * @get_page_at: may be NULL where all pages are alike
 * @get_bookmark: may be NULL where there are none
 */
struct _GgovReportPagerInterface
{
  GTypeInterface parent_interface;

  const GgovReportPage *(*get_page)    (GgovReportPager *self);
  const GgovReportPage *(*get_page_at) (GgovReportPager *self,
                                        guint            page);
  const char           *(*get_bookmark) (GgovReportPager *self,
                                         guint            page,
                                         gboolean        *is_within);
  const char           *(*get_title)   (GgovReportPager *self);
  guint                 (*get_n_pages) (GgovReportPager *self);
  void                  (*draw)        (GgovReportPager *self,
                                        cairo_t         *cr,
                                        guint            page);
};

/* What most pages are. */
const GgovReportPage *ggov_report_pager_get_page    (GgovReportPager *self);

/* What a page is: some stand upright, some lie. @page counts from 0. */
const GgovReportPage *ggov_report_pager_get_page_at (GgovReportPager *self,
                                                     guint            page);

/**
 * ggov_report_pager_get_bookmark:
 * @page: from 0
 * @is_within: (out): whether it belongs under the last one that does not
 *
 * Returns: (nullable): what begins on a page, for an outline; NULL where nothing does
 */
const char           *ggov_report_pager_get_bookmark (GgovReportPager *self,
                                                      guint            page,
                                                      gboolean        *is_within);

/* What the paper is called, as in a list of print jobs. */
const char           *ggov_report_pager_get_title   (GgovReportPager *self);

/* At least 1. */
guint                 ggov_report_pager_get_n_pages (GgovReportPager *self);

/**
 * ggov_report_pager_draw:
 * @cr: in points, from the top left corner of the paper
 * @page: from 0
 *
 * Draws one page. Where everything goes is known since the pager was made; only in the thread
 * that made it.
 */
void                  ggov_report_pager_draw        (GgovReportPager *self,
                                                     cairo_t         *cr,
                                                     guint            page);

G_END_DECLS
