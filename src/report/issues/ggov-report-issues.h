/* ggov-report-issues.h: papers about issues: forms, orders, lists and ways
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each has codes that phones read, as ggov_issue_dup_uri() makes them; the program's search finds an
 * issue by them.
 */

#pragma once

#include "ggov-issue-facts.h"
#include "ggov-report-flow.h"

G_BEGIN_DECLS

/**
 * GgovReportIssuesOptions:
 * @office: what the office is called
 * @scope: (nullable): which issues these are, in words
 * @as_of: ISO day
 * @now: the instant at which an issue's time may be up, seconds since 1970-01-01T00:00:00Z
 */
typedef struct
{
  const char      *office;
  const char      *scope;
  const char      *as_of;
  const char      *printed_at;
  const char      *account;
  gint64           now;
  GgovReportPaper  size;
  GgovReportTurn   turn;
} GgovReportIssuesOptions;

/**
 * GgovReportStop:
 * @leg_m: metres as the crow flies from the stop before
 * @has_place: whether it is known where it is; @lon and @lat, degrees, are
 *
 * An issue on a way.
 */
typedef struct
{
  GgovIssue *issue;
  double     leg_m;
  gboolean   has_place;
  double     lon;
  double     lat;
} GgovReportStop;

/* 网格事务登记表: all that is known of an issue, what was done with it, lines to sign on. */
GgovReportPager *ggov_report_issue_form_new     (const GgovIssueFacts          *facts,
                                                 const GgovReportIssuesOptions *options,
                                                 PangoContext                  *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* 任务派遣单: who is sent to do what by when, with room for what came of it. */
GgovReportPager *ggov_report_dispatch_order_new (const GgovIssueFacts          *facts,
                                                 const GgovReportIssuesOptions *options,
                                                 PangoContext                  *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* @issues: (element-type GgovIssue): in the order in which they shall stand, by community */
GgovReportPager *ggov_report_issue_list_new     (GListModel                    *issues,
                                                 const GgovReportIssuesOptions *options,
                                                 PangoContext                  *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_report_route_new:
 * @stops: (array length=n_stops): in the order of walking, those of no known place last
 * @who: whose way it is
 *
 * A drawing of the way, then each stop with its code.
 */
GgovReportPager *ggov_report_route_new          (const GgovReportStop          *stops,
                                                 guint                          n_stops,
                                                 const char                    *who,
                                                 const GgovReportIssuesOptions *options,
                                                 PangoContext                  *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
