/* ggov-reader-error.c: why a foreign file was refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include "ggov-reader-error.h"

static const char *const names[] = {
  [GGOV_READER_ERROR_EMPTY] = "empty",
  [GGOV_READER_ERROR_NOT_WHAT_IT_SAYS] = "not-what-it-says",
  [GGOV_READER_ERROR_PASSWORD] = "password",
  [GGOV_READER_ERROR_TRUNCATED] = "truncated",
  [GGOV_READER_ERROR_PART_MISSING] = "part-missing",
  [GGOV_READER_ERROR_TOO_LARGE] = "too-large",
  [GGOV_READER_ERROR_NO_LAYER] = "no-layer",
  [GGOV_READER_ERROR_CRS_UNKNOWN] = "crs-unknown",
  [GGOV_READER_ERROR_ENCODING] = "encoding",
  [GGOV_READER_ERROR_BAD_QUOTE] = "bad-quote",
  [GGOV_READER_ERROR_UNSAFE] = "unsafe",
  [GGOV_READER_ERROR_IN_USE] = "in-use",
  [GGOV_READER_ERROR_UNSUPPORTED] = "unsupported",
  [GGOV_READER_ERROR_UNREADABLE] = "unreadable",
  [GGOV_READER_ERROR_OUTPUT] = "output",
  [GGOV_READER_ERROR_CONFINEMENT] = "confinement",
};

G_DEFINE_QUARK (ggov-reader-error-quark, ggov_reader_error)

const char *
ggov_reader_error_get_name (GgovReaderError code)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (names), "unreadable");

  return names[code];
}
