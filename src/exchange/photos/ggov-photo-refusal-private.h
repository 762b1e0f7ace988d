/* ggov-photo-refusal-private.h: why a picture is not taken, in the user's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * _ggov_photo_refusal_new:
 * @name: what the picture is called
 * @answer: (nullable): the reader's document, with ok false; NULL where there was none
 *
 * Returns: (transfer full): a GgovExchangeError
 */
GError *_ggov_photo_refusal_new       (const char *name,
                                       JsonObject *answer) G_GNUC_WARN_UNUSED_RESULT;

/* As above, for a file with more than GGOV_PHOTO_MAX_BYTES. */
GError *_ggov_photo_refusal_new_large (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
