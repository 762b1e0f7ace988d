/* ggov-export-csv-private.h: cells of a table of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The byte order mark of UTF-8, which Excel asks for. */
#define GGOV_EXPORT_CSV_MARK "\357\273\277"

/**
 * _ggov_export_csv_append:
 * @text: (nullable): what stands in the cell
 *
 * As RFC 4180 has it. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
void _ggov_export_csv_append (GString    *out,
                              const char *text);

G_END_DECLS
