/* ggov-report-watermark-private.h: who printed a page, across it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "ggov-report-page.h"

G_BEGIN_DECLS

/**
 * _ggov_report_watermark_new:
 * @text: such as an account and a time
 *
 * Makes a page's watermark once, to be painted at 0, 0 below the writing of every page. It stays
 * within the margins and is outlines, not text, so that it does not get between the words that
 * are searched or copied.
 *
 * Returns: (transfer full): a surface
 */
cairo_surface_t *_ggov_report_watermark_new (PangoContext         *context,
                                             const GgovReportPage *page,
                                             const char           *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
