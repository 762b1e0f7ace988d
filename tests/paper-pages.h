/* paper-pages.h: papers written as PDF and looked at again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-pager.h"

/* Aborts the test where it fails. */
void  paper_write           (const char      *path,
                             GgovReportPager *pager);

/* Every word is where a printer reaches, and every font is in the file that is written. */
void  paper_assert_on_pages (const char      *path,
                             GgovReportPager *pager);

/* (transfer full) (nullable): what is on a paper, which is checked and let go; NULL, with the test
 * skipped, where a tool is missing. @pager: (transfer full) */
char *paper_read            (const char      *path,
                             GgovReportPager *pager) G_GNUC_WARN_UNUSED_RESULT;
