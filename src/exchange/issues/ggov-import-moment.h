/* ggov-import-moment.h: moments as other platforms write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_import_moment_parse:
 * @text: ISO 8601, with a zone or without: 2026-02-13T16:30:00+08:00, 2026-02-13 16:30;
 *   2026/2/13 16:30:05, 2026年2月13日16时30分, and as American platforms have it, the month first:
 *   10/21/18 4:30 PM
 * @time: (out): seconds since 1970-01-01T00:00:00Z
 * @has_zone: (out): whether the text says its zone; else it is taken for the office's
 *
 * A day without a time of day is its midnight.
 *
 * Returns: FALSE where it cannot be read, or the calendar has no such day; the outputs are left as
 *   they were
 */
gboolean ggov_import_moment_parse (const char *text,
                                   gint64     *time,
                                   gboolean   *has_zone);

G_END_DECLS
