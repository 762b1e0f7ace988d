/* ggov-reader-sheet.h: rows at the far end of a worksheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_reader_sheet_is_blank_from:
 * @path: an .xlsx workbook
 * @row: number of a row, from 1
 *
 * Spreadsheets leave formatted rows without values at the very end of a sheet. GDAL stops at the
 * gap before them and calls it an error, which it is only when something stands there.
 *
 * Source: ECMA-376 part 1, 18.3.1.73 (row), 18.3.1.4 (c), 18.3.1.96 (v).
 *
 * Returns: TRUE when a sheet has that row, and no sheet that has it has a value from there on
 */
gboolean ggov_reader_sheet_is_blank_from (const char *path,
                                          gint64      row);

G_END_DECLS
