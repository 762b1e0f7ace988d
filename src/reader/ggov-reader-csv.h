/* ggov-reader-csv.h: text tables, read so that nothing is lost in silence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovReaderCsvRowFunc:
 * @line: line of the file on which the record begins, from 1
 * @values: (array length=n_values): the record's fields; empty ones are ""
 *
 * Returns: FALSE to stop, with @error set
 */
typedef gboolean (*GgovReaderCsvRowFunc) (gint64              line,
                                          const char *const  *values,
                                          guint               n_values,
                                          gpointer            user_data,
                                          GError            **error);

/**
 * ggov_reader_csv_find_delimiter:
 * @text: UTF-8
 * @length: bytes
 *
 * Returns: the one of , ; tab | that is most frequent outside quotation marks in the first
 *   64 KiB; a comma where there is none
 */
char ggov_reader_csv_find_delimiter (const char *text,
                                     gsize       length);

/**
 * ggov_reader_csv_parse:
 * @text: UTF-8; a byte order mark is passed over
 * @length: bytes
 * @func: (scope call): called for every record that is not a blank line
 * @bad_line: (out): line of the quotation mark that is wrong; set with BAD_QUOTE alone
 * @error: return location for BAD_QUOTE, or what @func set
 *
 * All values are text, nothing is guessed. A quotation mark opens at the beginning of a field
 * only; after the closing one only a delimiter or the end of the line may follow: anything
 * else means that rows have run together, so the file is refused.
 *
 * Source: RFC 4180, section 2.
 */
gboolean ggov_reader_csv_parse (const char            *text,
                                gsize                  length,
                                char                   delimiter,
                                GgovReaderCsvRowFunc   func,
                                gpointer               user_data,
                                gint64                *bad_line,
                                GError               **error);

G_END_DECLS
