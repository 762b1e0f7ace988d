/* ggov-error-text.h: what an error means to the person at the desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_error_dup_sentence:
 * @error: from any layer below
 *
 * Returns: (transfer full): one translated sentence that says what is wrong and what to do
 */
char *ggov_error_dup_sentence       (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

/* The same where the error may be about a file: @file_name as it is shown. */
char *ggov_error_dup_sentence_about (const GError *error,
                                     const char   *file_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
