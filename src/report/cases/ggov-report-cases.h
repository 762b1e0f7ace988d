/* ggov-report-cases.h: mediation files, structures, joint actions and utility problems on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-dispute-file.h"
#include "ggov-joint-action.h"
#include "ggov-report-pager.h"

G_BEGIN_DECLS

/**
 * GgovReportCasesOptions:
 * @office: name of the sub-district office
 * @as_of: ISO day that the paper is of
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints
 */
typedef struct
{
  const char      *office;
  const char      *as_of;
  const char      *printed_at;
  const char      *account;
  GgovReportPaper  size;
  GgovReportTurn   turn;
} GgovReportCasesOptions;

/**
 * ggov_report_dispute_file_new:
 *
 * The whole mediation file of a dispute: a cover, what is there and what is missing with the page it
 * is on, and each form filled as far as it is known, with room to sign. Always A4 upright.
 *
 * Source: forms of people's mediation papers, Ministry of Justice, 2010; rights and duties by
 * articles 23 and 24 of the People's Mediation Law.
 *
 * Returns: (transfer full)
 */
GgovReportPager *ggov_report_dispute_file_new (const GgovDisputeFile        *file,
                                               const GgovReportCasesOptions *options,
                                               PangoContext                 *context)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* @structures: (element-type GgovStructure). Areas and how many there are in all at the end.
 * Returns: (transfer full) */
GgovReportPager *ggov_report_structures_new   (GListModel                   *structures,
                                               const GgovReportCasesOptions *options,
                                               PangoContext                 *context)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* @lines: (element-type GgovJointActionLine). Returns: (transfer full) */
GgovReportPager *ggov_report_joint_action_new (GgovJointAction              *action,
                                               GListModel                   *lines,
                                               const GgovReportCasesOptions *options,
                                               PangoContext                 *context)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* @rows: (element-type GgovUtilityRow). Returns: (transfer full) */
GgovReportPager *ggov_report_utilities_new    (GListModel                   *rows,
                                               const GgovReportCasesOptions *options,
                                               PangoContext                 *context)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
