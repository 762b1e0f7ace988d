/* ggov-report-statistics.h: the month's statistics on issues, with charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-indicator-row.h"
#include "ggov-report-pager.h"

G_BEGIN_DECLS

/**
 * GgovReportStatistics:
 * @office: what the office is called
 * @month: "2026-03"
 * @as_of: ISO day up to which the month was counted
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints
 * @totals: of the month
 * @months: (element-type GgovIndicatorRow): up to a year that ends with the month, a row a month
 * @communities: (element-type GgovIndicatorRow): of the month, and so are the others
 */
typedef struct
{
  const char               *office;
  const char               *month;
  const char               *as_of;
  const char               *printed_at;
  const char               *account;
  const GgovIndicatorSums  *totals;
  GListModel               *months;
  GListModel               *communities;
  GListModel               *lanes;
  GListModel               *departments;
  GListModel               *types;
  GListModel               *grids;
} GgovReportStatistics;

/**
 * ggov_report_statistics_new:
 * @statistics: its texts are copied
 * @context: from ggov_report_context_new(); kept
 *
 * Measures the statistics: the indicators with what they are a share of, charts of the months and the
 * communities, and a table for each way to tell issues apart. No person is named.
 *
 * Returns: (transfer full)
 */
GgovReportPager *ggov_report_statistics_new (const GgovReportStatistics *statistics,
                                             PangoContext               *context)
                                             G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
