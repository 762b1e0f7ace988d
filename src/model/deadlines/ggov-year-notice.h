/* ggov-year-notice.h: a file with the holidays of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_year_notice_read:
 * @error: a GFileError, or GGOV_MODEL_ERROR_RANGE with a translated sentence where the file is far too
 *   large for a notice; or NULL
 *
 * Returns: (transfer full): what the file holds, for ggov_calendar_with_json(); or NULL with @error set
 */
GBytes *ggov_year_notice_read (const char  *path,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
