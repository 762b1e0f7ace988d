/* ggov-report-residents.h: households, the register, visits and the population on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phones and identity numbers are masked as ggov-mask.h has it. All of these pages hold personal data:
 * they say so, and who printed them stands across them; but for the population, which counts heads.
 */

#pragma once

#include <gio/gio.h>

#include "ggov-household.h"
#include "ggov-register-catalogue.h"
#include "ggov-report-pager.h"
#include "ggov-resident-sheet.h"
#include "ggov-visit-round.h"

G_BEGIN_DECLS

/**
 * GgovReportResidentsOptions:
 * @office: name of the sub-district office
 * @scope: (nullable): what the paper is of, such as a grid
 * @as_of: ISO day that the paper is of
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints
 * @catalogue: fields of the register as the office has them
 */
typedef struct
{
  const char            *office;
  const char            *scope;
  const char            *as_of;
  const char            *printed_at;
  const char            *account;
  GgovRegisterCatalogue *catalogue;
  GgovReportPaper        size;
  GgovReportTurn         turn;
} GgovReportResidentsOptions;

/* @members: (element-type GgovResident): the head first; @visits: (element-type GgovVisit): the newest
 * first. Returns: (transfer full) */
GgovReportPager *ggov_report_household_new      (GgovHousehold                    *household,
                                                 GListModel                       *members,
                                                 GListModel                       *visits,
                                                 const GgovReportResidentsOptions *options,
                                                 PangoContext                     *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* @residents: (element-type GgovResident): in the order of doors; a table for each unit.
 * Returns: (transfer full) */
GgovReportPager *ggov_report_register_new       (GListModel                       *residents,
                                                 const GgovReportResidentsOptions *options,
                                                 PangoContext                     *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* @stops: (element-type GgovVisitStop). What came of those that were made is on it, the others have
 * boxes to tick. Returns: (transfer full) */
GgovReportPager *ggov_report_visit_sheet_new    (GgovVisitRound                   *round,
                                                 GListModel                       *stops,
                                                 const GgovReportResidentsOptions *options,
                                                 PangoContext                     *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* @people: (element-type GgovVisitDue): those of special groups, a line for each group of theirs; a
 * table for each group. Returns: (transfer full) */
GgovReportPager *ggov_report_special_groups_new (GListModel                       *people,
                                                 const GgovReportResidentsOptions *options,
                                                 PangoContext                     *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* @flows: (element-type GgovRegisterFlow): by code of the grid; each community and all of it are summed
 * up. @options->scope is the month in words. Returns: (transfer full) */
GgovReportPager *ggov_report_population_new     (GListModel                       *flows,
                                                 const GgovReportResidentsOptions *options,
                                                 PangoContext                     *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* All that is known of somebody, for them. @is_whole: nothing is masked: that it was said why is the
 * caller's business. Returns: (transfer full) */
GgovReportPager *ggov_report_own_data_new       (GgovResidentSheet                *sheet,
                                                 gboolean                          is_whole,
                                                 const GgovReportResidentsOptions *options,
                                                 PangoContext                     *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* More columns than this cannot be read on a sheet. */
#define GGOV_REPORT_HANDOUT_MOST_FIELDS 12

/**
 * ggov_report_handout_new:
 * @serial: the number of the list, which is on every page
 * @fields: (array zero-terminated=1): codes, GGOV_REPORT_HANDOUT_MOST_FIELDS at the most
 * @rows: (element-type GStrv): a text for each field, masked as it is to be
 *
 * Returns: (transfer full)
 */
GgovReportPager *ggov_report_handout_new        (const char                       *serial,
                                                 const char *const                *fields,
                                                 GPtrArray                        *rows,
                                                 const GgovReportResidentsOptions *options,
                                                 PangoContext                     *context)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
