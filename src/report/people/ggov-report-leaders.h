/* ggov-report-leaders.h: leaders of buildings and units, building by building, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-roster.h"

G_BEGIN_DECLS

/**
 * ggov_report_leaders_new:
 * @rows: (element-type GgovRosterRow): of which those on grids, buildings and units are looked at
 * @vacancies: (element-type GgovVacancy): whose places are listed as vacant
 * @place: (nullable): code of the community or grid that vacancies count of
 * @options: copied
 * @context: from ggov_report_context_new(); kept
 *
 * Measures the list: each grid with its buildings, their leaders and those of their units.
 *
 * Returns: (transfer full) (nullable): NULL where there is no building
 */
GgovReportPager *ggov_report_leaders_new (GListModel                    *rows,
                                          GListModel                    *vacancies,
                                          const char                    *place,
                                          const GgovReportRosterOptions *options,
                                          PangoContext                  *context)
                                          G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
