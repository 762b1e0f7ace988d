/* ggov-report-points.h: papers of the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-pager.h"
#include "ggov-settlement.h"

G_BEGIN_DECLS

/**
 * GgovReportPointsOptions:
 * @office: its name
 * @as_of: ISO day the paper is of
 * @scope: (nullable): whose it is, or what it is narrowed to
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints
 */
typedef struct
{
  const char      *office;
  const char      *as_of;
  const char      *scope;
  const char      *printed_at;
  const char      *account;
  GgovReportPaper  size;
  GgovReportTurn   turn;
} GgovReportPointsOptions;

/* @context: from ggov_report_context_new() in all of these. They return (transfer full). */

/* @entries: (element-type GgovPointsEntry): of one account, the newest first, as the paper has them the
 * other way round; @options->scope: whose */
GgovReportPager *ggov_report_passbook_new   (GListModel                    *entries,
                                             const GgovReportPointsOptions *options,
                                             PangoContext                  *context)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* @honours: (element-type GgovPointsHonour): names are masked, so that it can be posted up; @month:
 * 2026-02 */
GgovReportPager *ggov_report_honours_new    (GListModel                    *honours,
                                             const char                    *month,
                                             const GgovReportPointsOptions *options,
                                             PangoContext                  *context)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* @lines: (element-type GgovSettlementLine): what @sheet is the sum of */
GgovReportPager *ggov_report_settlement_new (GgovSettlement                *sheet,
                                             GListModel                    *lines,
                                             const GgovReportPointsOptions *options,
                                             PangoContext                  *context)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* @rewards: (element-type GgovReward): by venue */
GgovReportPager *ggov_report_catalogue_new  (GListModel                    *rewards,
                                             const GgovReportPointsOptions *options,
                                             PangoContext                  *context)
                                             G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
