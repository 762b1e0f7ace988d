/* ggov-report-pdf.h: paper as a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-pager.h"

G_BEGIN_DECLS

#define GGOV_REPORT_ERROR (ggov_report_error_quark ())

/**
 * GgovReportError:
 * @GGOV_REPORT_ERROR_WRITE: the file cannot be written there; choose another place, or free some
 *   space
 */
typedef enum
{
  GGOV_REPORT_ERROR_WRITE,
} GgovReportError;

GQuark   ggov_report_error_quark (void);

/**
 * ggov_report_write_pdf:
 * @path: file name, in the GLib file name encoding; a file there is replaced once all is written
 * @error: return location for a GgovReportError, with a translated sentence
 *
 * Writes all pages with their fonts embedded.
 */
gboolean ggov_report_write_pdf   (GgovReportPager  *pager,
                                  const char       *path,
                                  GError          **error);

G_END_DECLS
