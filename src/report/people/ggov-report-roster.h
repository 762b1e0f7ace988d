/* ggov-report-roster.h: the roster on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-pager.h"
#include "ggov-roster-row.h"

G_BEGIN_DECLS

/**
 * GgovReportRosterOptions:
 * @scope: (nullable): what the rows were chosen by, in words, such as a community's name; NULL if
 *   they are all there are
 * @as_of: ISO day on which the posts are held
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints; stands in the watermark
 * @with_phones: whether phones are printed; if so, every page carries a watermark
 */
typedef struct
{
  const char      *scope;
  const char      *as_of;
  const char      *printed_at;
  const char      *account;
  gboolean         with_phones;
  GgovReportPaper size;
  GgovReportTurn  turn;
} GgovReportRosterOptions;

/**
 * ggov_report_roster_new:
 * @rows: (element-type GgovRosterRow): in the order of the roster, of which every grid is a
 *   section; not looked at again if it changes
 * @options: copied
 * @context: from ggov_report_context_new(); kept
 *
 * Measures the roster: title, a section for each grid with its people, totals by role, and the
 * lines for those who sign. Rows are never split, and headings are repeated on every page.
 *
 * Returns: (transfer full)
 */
GgovReportPager *ggov_report_roster_new (GListModel                    *rows,
                                         const GgovReportRosterOptions *options,
                                         PangoContext                  *context)
                                         G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
