/* ggov-register-read-private.h: a field of the register out of its document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ggov-register-field.h"

G_BEGIN_DECLS

/**
 * _ggov_register_read_field:
 * @object: a member of "fields" in data/fields/fields.json, which holds the texts
 * @lists: takes the lists of synonyms over, to be freed after the field
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: TRUE with @field filled, or FALSE with @error set
 */
gboolean _ggov_register_read_field (JsonObject         *object,
                                    GPtrArray          *lists,
                                    GgovRegisterField  *field,
                                    GError            **error);

G_END_DECLS
