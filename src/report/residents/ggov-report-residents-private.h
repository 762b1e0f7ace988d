/* ggov-report-residents-private.h: what papers about residents share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-flow.h"
#include "ggov-report-residents.h"

G_BEGIN_DECLS

#define GGOV_RESIDENTS_DAY_MM   23
#define GGOV_RESIDENTS_AGE_MM   11
#define GGOV_RESIDENTS_COUNT_MM 14

/* (transfer full): a paper with its title, of which office and what */
GgovReportFlow  *_ggov_report_residents_begin       (const char                       *title,
                                                     gboolean                          is_personal,
                                                     const GgovReportResidentsOptions *options,
                                                     PangoContext                     *context)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* Takes it over: lines to sign on, and it is measured. */
GgovReportPager *_ggov_report_residents_finish      (GgovReportFlow                   *flow);

/* (transfer full): a value of a field in words, "" for none */
char            *_ggov_report_residents_dup_value   (const GgovReportResidentsOptions *options,
                                                     const char                       *code,
                                                     const char                       *value)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): "" for none */
char            *_ggov_report_residents_dup_phone   (const char                       *phone)
                                                     G_GNUC_WARN_UNUSED_RESULT;
char            *_ggov_report_residents_dup_identity (const char                      *number)
                                                     G_GNUC_WARN_UNUSED_RESULT;
char            *_ggov_report_residents_dup_count   (gint64                            count)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* Whether somebody is registered there, lives there, or both, in words. */
const char      *_ggov_report_residents_get_stay    (gboolean                          registered,
                                                     gboolean                          living);

/* What came of a visit, in words; "" for none. @outcome: (nullable) */
const char      *_ggov_report_residents_get_outcome (const char                       *outcome);

G_END_DECLS
