/* ggov-report-certificates.h: training certificates on paper, one a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-certificate.h"
#include "ggov-report-pager.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPORT_CERTIFICATES (ggov_report_certificates_get_type ())

G_DECLARE_FINAL_TYPE (GgovReportCertificates, ggov_report_certificates, GGOV, REPORT_CERTIFICATES,
                      GObject)

/**
 * ggov_report_certificates_new:
 * @certificates: (element-type GgovCertificate): at least one; not looked at again if it changes
 * @office: name of the sub-district, which issues them
 * @context: from ggov_report_context_new(); kept
 *
 * Puts each certificate on a lying A4 sheet: who has learnt what, for how many hours, its number, until
 * when it is good, and room for the office's seal. Words that are too long for a line are wrapped, and
 * set smaller where they would not fit the sheet.
 *
 * Returns: (transfer full): a GgovReportPager
 */
GgovReportCertificates *ggov_report_certificates_new (GListModel    *certificates,
                                                      const char    *office,
                                                      PangoContext  *context)
                                                      G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
