/* ggov-reader-workbook.h: what a workbook says that GDAL passes over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in a cell whose formula has no result in the file, and is blank to GDAL. */
#define GGOV_READER_NO_RESULT "#FORMULA!"

/**
 * GgovReaderWorkbook:
 * @is_from_1904: its days are counted from 1904-01-01
 * @sheets: private
 *
 * Source: ECMA-376 part 1, 18.2.28 (workbookPr), 18.2.19 (sheet).
 */
typedef struct
{
  char      *path;
  gboolean   is_from_1904;
  GPtrArray *sheets;
} GgovReaderWorkbook;

/* Cells of one sheet that GDAL gets wrong. */
typedef struct _GgovReaderCells GgovReaderCells;

/**
 * ggov_reader_workbook_new:
 * @path: an .xlsx workbook that has passed the checks of archives
 *
 * Returns: (transfer full) (nullable): NULL where it does not tell of itself
 */
GgovReaderWorkbook *ggov_reader_workbook_new       (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void                ggov_reader_workbook_free      (GgovReaderWorkbook *self);

/* Whether the sheet of that name is not shown to whoever opens the workbook. */
gboolean            ggov_reader_workbook_is_hidden (const GgovReaderWorkbook *self,
                                                    const char               *sheet);

/**
 * ggov_reader_cells_new:
 * @self: (nullable)
 * @sheet: its name
 *
 * Looks through a sheet once more if there is anything to be put right: a day is a number to the
 * file and a text when GDAL hands it over, so that which cells are numbers has to be looked up.
 *
 * Returns: (transfer full) (nullable): NULL where nothing is to be put right
 */
GgovReaderCells *ggov_reader_cells_new     (const GgovReaderWorkbook *self,
                                            const char               *sheet)
                                            G_GNUC_WARN_UNUSED_RESULT;
void             ggov_reader_cells_free    (GgovReaderCells          *self);

/**
 * ggov_reader_cells_correct:
 * @row: from 1
 * @column: from 0
 * @value: (nullable): what GDAL says of the cell
 * @buffer: room for another value
 *
 * GDAL 3.6 counts all days from 1899-12-30, so that those of a workbook from 1904 come 1,462 days
 * early; and it takes a formula without a result for a blank.
 *
 * Returns: (nullable): @value, or what should stand there
 */
const char      *ggov_reader_cells_correct (const GgovReaderCells    *self,
                                            gint64                    row,
                                            guint                     column,
                                            const char               *value,
                                            GString                  *buffer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReaderWorkbook, ggov_reader_workbook_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReaderCells, ggov_reader_cells_free)

G_END_DECLS
