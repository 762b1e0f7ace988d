/* ggov-report-vacancies.h: posts that should be held and are not, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-roster.h"

G_BEGIN_DECLS

/**
 * ggov_report_vacancies_new:
 * @vacancies: (element-type GgovVacancy): in the order of the roster
 * @options: copied
 * @context: from ggov_report_context_new(); kept
 *
 * Measures the list: each community with its vacancies, then how many there are of each role.
 */
GgovReportPager *ggov_report_vacancies_new (GListModel                    *vacancies,
                                            const GgovReportRosterOptions *options,
                                            PangoContext                  *context)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
