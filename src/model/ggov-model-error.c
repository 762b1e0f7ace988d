/* ggov-model-error.c: what can be wrong with a value the office works with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-model-error.h"

G_DEFINE_QUARK (ggov-model-error-quark, ggov_model_error)
