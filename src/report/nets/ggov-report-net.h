/* ggov-report-net.h: an old net laid over the base grids, and where its people go, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-net-study.h"
#include "ggov-report-pager.h"

G_BEGIN_DECLS

/**
 * GgovReportNetOptions:
 * @as_of: ISO day of the base grids
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints; stands in the watermark
 * @with_phones: whether phones are printed; if so, every page carries a watermark
 */
typedef struct
{
  const char      *as_of;
  const char      *printed_at;
  const char      *account;
  gboolean         with_phones;
  GgovReportPaper  size;
  GgovReportTurn   turn;
} GgovReportNetOptions;

/* Base grids by old grids, in households, buildings and ground; then each person of the net with the
 * base grids proposed, chosen or, where it is retired, moved to. @study: kept. */
GgovReportPager *ggov_report_net_new (GgovNetStudy               *study,
                                      const GgovReportNetOptions *options,
                                      PangoContext               *context)
                                      G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
