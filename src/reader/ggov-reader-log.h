/* ggov-reader-log.h: what GDAL complains of, and how far the reading is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Collects GDAL's errors and warnings from now on, instead of printing them. */
void ggov_reader_log_install (void);

/* The first error, or NULL while there was none. GDAL often returns data all the same. */
const char *ggov_reader_log_get_error (void);

/* The row, from 1, before which GDAL stopped because of a gap in a worksheet; 0 for none. It is
 * not among the errors. */
gint64 ggov_reader_log_get_far_row (void);

/* (element-type utf8) The warnings, each once, the first twenty. */
GPtrArray *ggov_reader_log_get_warnings (void);

/* Turns on the lines "progress 0.42" on standard error. */
void ggov_reader_log_enable_progress (void);

/* @fraction: 0 to 1; a line is printed when the hundredths have changed. */
void ggov_reader_log_progress (double fraction);

G_END_DECLS
