/* ggov-register-value-private.h: reading one kind of value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-register-value.h"

G_BEGIN_DECLS

/* A value being read: @text is tidied and not empty; @value and @notice are to be set. */
typedef struct
{
  const GgovRegisterField   *field;
  const GgovRegisterReading *reading;
  const GgovRegisterCodes   *codes;  /* (nullable) */
  const char                *text;
  char                      *value;  /* (owned) */
  char                      *notice; /* (owned) (nullable) */
} GgovRegisterTyped;

gboolean _ggov_register_read_name   (GgovRegisterTyped *self, GError **error);
gboolean _ggov_register_read_day    (GgovRegisterTyped *self, GError **error);
gboolean _ggov_register_read_number (GgovRegisterTyped *self, GError **error);

G_END_DECLS
