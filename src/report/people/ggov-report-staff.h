/* ggov-report-staff.h: who works where: the staff of the office, of communities and grids on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-roster.h"

G_BEGIN_DECLS

/**
 * ggov_report_staff_new:
 * @rows: (element-type GgovRosterRow): in the order of the roster
 * @options: copied
 * @context: from ggov_report_context_new(); kept
 *
 * Measures the roster of the staff: that of the office first, then each community on pages of its
 * own, where those of the community come before those of its grids. Leaders of buildings and units
 * are counted only.
 */
GgovReportPager *ggov_report_staff_new (GListModel                    *rows,
                                        const GgovReportRosterOptions *options,
                                        PangoContext                  *context)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
