/* ggov-catalogue-private.h: reading the data files the model is built with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * _ggov_catalogue_load_default:
 * @path: path below data/, "calendar/2026.json"; must be one that was built in
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes      *_ggov_catalogue_load_default (const char   *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_catalogue_parse:
 * @json: a JSON document, UTF-8
 * @length: its bytes, or -1 where it ends with NUL
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: (transfer full): its root, which is an object; or NULL with @error set
 */
JsonNode    *_ggov_catalogue_parse        (const char   *json,
                                           gssize        length,
                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_catalogue_get_objects:
 * @object: a JSON object
 * @name: a member that has to be an array of objects
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: (transfer none): the array, or NULL with @error set
 */
JsonArray   *_ggov_catalogue_get_objects  (JsonObject   *object,
                                           const char   *name,
                                           GError      **error);

/**
 * _ggov_catalogue_get_text:
 * @object: a JSON object
 * @name: a member that has to be a text, not empty
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: (transfer none): the text, which lives as long as @object; or NULL with @error set
 */
const char  *_ggov_catalogue_get_text     (JsonObject   *object,
                                           const char   *name,
                                           GError      **error);

/**
 * _ggov_catalogue_get_optional_text:
 *
 * As _ggov_catalogue_get_text(), but the member may be missing.
 *
 * Returns: TRUE with @text set, to NULL where the member is missing; or FALSE with @error set
 */
gboolean     _ggov_catalogue_get_optional_text (JsonObject   *object,
                                                const char   *name,
                                                const char  **text,
                                                GError      **error);

/**
 * _ggov_catalogue_get_number:
 * @object: a JSON object
 * @name: a member that has to be a whole number from @least to @most
 * @number: (out): the number
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean     _ggov_catalogue_get_number   (JsonObject   *object,
                                           const char   *name,
                                           int           least,
                                           int           most,
                                           int          *number,
                                           GError      **error);

/**
 * _ggov_catalogue_get_boolean:
 * @object: a JSON object
 * @name: a member that has to be true or false
 * @value: (out): which
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean     _ggov_catalogue_get_boolean  (JsonObject   *object,
                                           const char   *name,
                                           gboolean     *value,
                                           GError      **error);

/**
 * _ggov_catalogue_get_choice:
 * @object: a JSON object
 * @name: a member that has to be one of @words
 * @words: (array length=n_words): the words allowed
 * @n_words: how many
 * @choice: (out): the word's place among @words
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean     _ggov_catalogue_get_choice   (JsonObject         *object,
                                           const char         *name,
                                           const char *const  *words,
                                           guint               n_words,
                                           int                *choice,
                                           GError            **error);

/**
 * _ggov_catalogue_prefers_chinese:
 *
 * Returns: whether the user reads Chinese: which of two names in a data file to show
 */
gboolean     _ggov_catalogue_prefers_chinese (void);

G_END_DECLS
