/* ggov-report-organisations.h: the office's organisations and its chart on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-pager.h"

G_BEGIN_DECLS

/**
 * GgovReportOrganisationsOptions:
 * @office: (nullable): the name of the sub-district
 * @scope: (nullable): what the rows were chosen by, in words
 * @as_of: ISO day
 * @printed_at: local time of printing, as ggov_local_time_format() gives it
 * @account: who prints; stands in the watermark
 * @with_phones: whether phones are printed; if so, every page carries a watermark
 */
typedef struct
{
  const char      *office;
  const char      *scope;
  const char      *as_of;
  const char      *printed_at;
  const char      *account;
  gboolean         with_phones;
  GgovReportPaper  size;
  GgovReportTurn   turn;
} GgovReportOrganisationsOptions;

/* @rows: (element-type GgovOrganisation): by kind, of which each is a section */
GgovReportPager *ggov_report_organisations_new (GListModel                           *rows,
                                                const GgovReportOrganisationsOptions *options,
                                                PangoContext                         *context)
                                                G_GNUC_WARN_UNUSED_RESULT;

/* @nodes: (element-type GgovChartNode): as the store lists them, at least one */
GgovReportPager *ggov_report_organisation_chart_new (GListModel                           *nodes,
                                                     const GgovReportOrganisationsOptions *options,
                                                     PangoContext                         *context)
                                                     G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
