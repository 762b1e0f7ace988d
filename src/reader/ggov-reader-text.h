/* ggov-reader-text.h: text files made UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Loads the converters for Chinese text. To be called before confinement, which keeps the C
 * library from loading them later. */
void ggov_reader_text_load_converters (void);

/**
 * ggov_reader_text_prepare:
 * @path: a text file
 * @target: file to write when a conversion is needed
 * @encoding: (out): "UTF-8", "UTF-16LE", "UTF-16BE" or "GB18030"; borrowed for ever
 * @error: return location for ENCODING, TOO_LARGE or OUTPUT
 *
 * A byte order mark tells; without one, what is valid UTF-8 is that, and all else must be
 * valid GB18030, of which GBK and GB 2312 are parts.
 *
 * Source: GB 18030-2005; the Unicode Standard, 23.8 (byte order mark).
 *
 * Returns: (transfer full): the file to read instead: @path itself, or @target, which is UTF-8
 *   without a mark
 */
char *ggov_reader_text_prepare (const char  *path,
                                const char  *target,
                                const char **encoding,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
