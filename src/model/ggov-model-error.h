/* ggov-model-error.h: what can be wrong with a value the office works with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_MODEL_ERROR (ggov_model_error_quark ())

/**
 * GgovModelError:
 * @GGOV_MODEL_ERROR_SYNTAX: a text cannot be read as what it should be
 * @GGOV_MODEL_ERROR_RANGE: it can be read, but says something that cannot be
 * @GGOV_MODEL_ERROR_STATE: not allowed as things stand now
 * @GGOV_MODEL_ERROR_DATA: a data file (calendar, catalogue) is wrong; the message names the place
 *
 * A caller may ask the user to correct the text after the first two, offer what is allowed after
 * the third, and ask for another file after the fourth.
 */
typedef enum
{
  GGOV_MODEL_ERROR_SYNTAX,
  GGOV_MODEL_ERROR_RANGE,
  GGOV_MODEL_ERROR_STATE,
  GGOV_MODEL_ERROR_DATA,
} GgovModelError;

GQuark ggov_model_error_quark (void);

G_END_DECLS
