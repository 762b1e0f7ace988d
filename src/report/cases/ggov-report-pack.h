/* ggov-report-pack.h: several papers as one, each from a page of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-pager.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_PACK (ggov_report_pack_get_type ())

G_DECLARE_FINAL_TYPE (GgovReportPack, ggov_report_pack, GGOV, REPORT_PACK, GObject)

/* @title: of the whole */
GgovReportPack *ggov_report_pack_new   (const char      *title) G_GNUC_WARN_UNUSED_RESULT;

/* @paper: (transfer full): its title is what begins there, in the outline of the whole */
void            ggov_report_pack_add   (GgovReportPack  *self,
                                        GgovReportPager *paper);

/* Puts a paper before another, of which there are @at. */
void            ggov_report_pack_insert (GgovReportPack  *self,
                                         guint            at,
                                         GgovReportPager *paper);

G_END_DECLS
