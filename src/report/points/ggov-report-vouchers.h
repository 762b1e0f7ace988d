/* ggov-report-vouchers.h: vouchers the size of a card, ten on a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-pager.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_VOUCHERS (ggov_report_vouchers_get_type ())

G_DECLARE_FINAL_TYPE (GgovReportVouchers, ggov_report_vouchers, GGOV, REPORT_VOUCHERS, GObject)

/**
 * ggov_report_vouchers_new:
 * @vouchers: (element-type GgovVoucher): at least one; kept
 * @office: its name; copied
 *
 * Cards to cut out: what is had and where, for how many points, up to when, the number, and a QR code
 * that says all of this signed. The holder's name is masked.
 */
GgovReportVouchers *ggov_report_vouchers_new (GListModel   *vouchers,
                                              const char   *office,
                                              PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
