/* ggov-report-comparison.h: on paper what a plan changes: grids, households and their workers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-sketch.h"
#include "ggov-plan-comparison.h"
#include "ggov-plan.h"
#include "ggov-report-pager.h"

G_BEGIN_DECLS

/**
 * GgovReportComparisonOptions:
 * @printed_at: local time, such as 2026-02-13T16:30
 * @account: who prints; it is across every page, as workers' names are on it
 */
typedef struct
{
  const char      *printed_at;
  const char      *account;
  GgovReportPaper  size;
  GgovReportTurn   turn;
} GgovReportComparisonOptions;

/**
 * ggov_report_comparison_new:
 * @plan: the plan after
 * @sketch: (nullable): its map, with the borders there were
 * @context: from ggov_report_context_new()
 *
 * A map, each grid before and after, the buildings that move with the workers they leave and come
 * to, and the posts on grids that are given up. Measures everything.
 */
GgovReportPager *ggov_report_comparison_new (GgovPlan                          *plan,
                                             GgovPlanComparison                *comparison,
                                             GgovGeoSketch                     *sketch,
                                             const GgovReportComparisonOptions *options,
                                             PangoContext                      *context)
                                             G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
