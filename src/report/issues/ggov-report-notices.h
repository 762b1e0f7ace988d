/* ggov-report-notices.h: reminder notices (催办通知书), a page each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-pager.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_NOTICES (ggov_report_notices_get_type ())

G_DECLARE_FINAL_TYPE (GgovReportNotices, ggov_report_notices, GGOV, REPORT_NOTICES, GObject)

/**
 * ggov_report_notices_new:
 * @notices: (element-type GgovLadderStep): those that were logged, at least one
 * @office: (nullable): what the office is called
 * @context: from ggov_report_context_new(); kept
 *
 * A page of A4 for each: whom it is for, the issue, by when it had to be done, what is asked for,
 * the office and the day, and a receipt to cut off. No reporter and no phone is on it.
 */
GgovReportNotices *ggov_report_notices_new (GListModel   *notices,
                                            const char   *office,
                                            PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
