/* ggov-sheet-private.h: rows of texts as a workbook or a table of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-error.h"

G_BEGIN_DECLS

/* More than the register has fields, with some of an office's own. */
#define GGOV_SHEET_MOST_COLUMNS 256

/**
 * GgovSheet:
 * @name: of the sheet
 * @heading: of its pages
 * @n_columns: GGOV_SHEET_MOST_COLUMNS at the most
 * @get_title: what stands above a column
 * @dup_text: (transfer full) (nullable): what stands in a cell, rows and columns from 0
 */
typedef struct
{
  const char   *name;
  const char   *heading;
  guint         n_columns;
  guint         n_rows;
  const char *(*get_title) (guint         column,
                            gconstpointer data);
  char       *(*dup_text)  (guint         row,
                            guint         column,
                            gconstpointer data);
  gconstpointer data;
} GgovSheet;

/* (transfer full): RFC 4180 in UTF-8 with a byte order mark, CRLF after each line; a cell that a
 * spreadsheet would take for a formula has an apostrophe before it */
char    *_ggov_sheet_dup_csv       (const GgovSheet  *self) G_GNUC_WARN_UNUSED_RESULT;

/* A workbook ready to be printed, all cells texts. FALSE if it could not be written */
gboolean _ggov_sheet_save_workbook (const GgovSheet  *self,
                                    const char       *path);

/* What takes a whole new file in place of what @path is: it writes to @part, and says whether it
 * could. */
typedef gboolean (*GgovSheetWriteFunc) (const char *part,
                                        gpointer    data);

/* Nothing but the whole file ever has its name. @error: GGOV_EXCHANGE_ERROR_FILE */
gboolean _ggov_sheet_replace_file  (const char          *path,
                                    GgovSheetWriteFunc   func,
                                    gpointer             data,
                                    GError             **error);

G_END_DECLS
