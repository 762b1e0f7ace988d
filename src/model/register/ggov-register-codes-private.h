/* ggov-register-codes-private.h: how a catalogue makes its code tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ggov-register-codes.h"

G_BEGIN_DECLS

/**
 * _ggov_register_codes_new:
 * @object: a table of data/fields/codes.json; keep it as long as the table
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: (transfer full): NULL with @error set
 */
GgovRegisterCodes *_ggov_register_codes_new  (JsonObject         *object,
                                              GError            **error)
                                              G_GNUC_WARN_UNUSED_RESULT;
void               _ggov_register_codes_free (GgovRegisterCodes  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovRegisterCodes, _ggov_register_codes_free)

G_END_DECLS
