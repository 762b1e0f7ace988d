/* ggov-exchange-refusal-private.h: the reader's refusals in the user's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * _ggov_exchange_refusal_new:
 * @path: the file that was refused
 * @answer: the reader's document, with ok false
 *
 * Returns: (transfer full): a GgovExchangeError
 */
GError *_ggov_exchange_refusal_new (const char *path,
                                    JsonObject *answer) G_GNUC_WARN_UNUSED_RESULT;

/* As above, for a reader that gave no answer. */
GError *_ggov_exchange_refusal_new_broken (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* As above, for a file that is not there. */
GError *_ggov_exchange_refusal_new_absent (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* As above, for a coordinate system that somebody asked for and that does not exist. */
GError *_ggov_exchange_refusal_new_crs (const char *crs) G_GNUC_WARN_UNUSED_RESULT;

/* As above, for a reader that could not be started. */
GError *_ggov_exchange_refusal_new_missing (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
