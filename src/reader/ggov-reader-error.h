/* ggov-reader-error.h: why a foreign file was refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_READER_ERROR (ggov_reader_error_quark ())

/**
 * GgovReaderError:
 * @GGOV_READER_ERROR_EMPTY: the file, or everything in it, has no rows
 * @GGOV_READER_ERROR_NOT_WHAT_IT_SAYS: its content is of another kind than its name
 * @GGOV_READER_ERROR_PASSWORD: it is protected by a password
 * @GGOV_READER_ERROR_TRUNCATED: its end, or the end of one of its parts, is missing
 * @GGOV_READER_ERROR_PART_MISSING: a file that belongs to it is missing
 * @GGOV_READER_ERROR_TOO_LARGE: it asks for more memory, time or disk than is allowed
 * @GGOV_READER_ERROR_NO_LAYER: it has no layer of the name, or of the kind, asked for
 * @GGOV_READER_ERROR_CRS_UNKNOWN: it does not tell its coordinate system
 * @GGOV_READER_ERROR_ENCODING: its text is in no encoding that is known
 * @GGOV_READER_ERROR_BAD_QUOTE: a quotation mark of a CSV file is not closed or misplaced
 * @GGOV_READER_ERROR_UNSAFE: it is built to harm whoever opens it
 * @GGOV_READER_ERROR_IN_USE: another program has it open and has not written all of it
 * @GGOV_READER_ERROR_UNSUPPORTED: it is of a kind that is not read
 * @GGOV_READER_ERROR_UNREADABLE: it is damaged
 * @GGOV_READER_ERROR_OUTPUT: the result could not be written
 * @GGOV_READER_ERROR_CONFINEMENT: this system does not let the reader confine itself
 *
 * The first fourteen are the file's, the last two the machine's.
 */
typedef enum
{
  GGOV_READER_ERROR_EMPTY,
  GGOV_READER_ERROR_NOT_WHAT_IT_SAYS,
  GGOV_READER_ERROR_PASSWORD,
  GGOV_READER_ERROR_TRUNCATED,
  GGOV_READER_ERROR_PART_MISSING,
  GGOV_READER_ERROR_TOO_LARGE,
  GGOV_READER_ERROR_NO_LAYER,
  GGOV_READER_ERROR_CRS_UNKNOWN,
  GGOV_READER_ERROR_ENCODING,
  GGOV_READER_ERROR_BAD_QUOTE,
  GGOV_READER_ERROR_UNSAFE,
  GGOV_READER_ERROR_IN_USE,
  GGOV_READER_ERROR_UNSUPPORTED,
  GGOV_READER_ERROR_UNREADABLE,
  GGOV_READER_ERROR_OUTPUT,
  GGOV_READER_ERROR_CONFINEMENT,
} GgovReaderError;

GQuark ggov_reader_error_quark (void);

/**
 * ggov_reader_error_get_name:
 *
 * Returns: the word that stands for @code in the answer, such as "not-what-it-says"
 */
const char *ggov_reader_error_get_name (GgovReaderError code);

G_END_DECLS
