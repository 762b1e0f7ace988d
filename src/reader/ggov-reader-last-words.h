/* ggov-reader-last-words.h: an answer even when a file brings the program down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_reader_last_words_prepare:
 * @output: file to remove if the program is brought down; kept until then
 *
 * Arranges that running out of memory, time or disk, or a crash inside a format's driver, still
 * ends with one JSON document on standard output, status 1 and no output file.
 */
void ggov_reader_last_words_prepare (const char *output);

G_END_DECLS
