/* ggov-report-words-private.h: what stands on all kinds of paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-pen-private.h"

G_BEGIN_DECLS

#define GGOV_REPORT_SIGNERS_HEIGHT 54.0

/* (transfer full): an ISO day as paper in the user's language has it; as it is if it is none */
char *_ggov_report_dup_day      (const char    *iso) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a day as certificates have it, in words where the language does so: 二〇二六年
 * 三月三十一日; as it is if it is none */
char *_ggov_report_dup_formal_day (const char *iso) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): "Printed" and the time, of a local time such as 2026-02-13T16:30 */
char *_ggov_report_dup_printed  (const char    *local_time) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): "Page 2 of 5"; @page counts from 0 */
char *_ggov_report_dup_number   (guint          page,
                                 guint          n_pages) G_GNUC_WARN_UNUSED_RESULT;

/* Lines to sign on, side by side, @base being where they end. */
void  _ggov_report_draw_signers (GgovReportPen *pen,
                                 cairo_t       *cr,
                                 double         left,
                                 double         width,
                                 double         base);

G_END_DECLS
