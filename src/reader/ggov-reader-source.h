/* ggov-reader-source.h: a foreign file, opened with care
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdal.h>
#include <glib.h>

#include "ggov-reader-kind.h"
#include "ggov-reader-workbook.h"

G_BEGIN_DECLS

/**
 * GgovReaderSource:
 * @said: the kind that the file's name tells
 * @found: the kind that its content tells; of what is inside a gzip file
 * @extension: the name's ending, without ".gz"
 * @encoding: (nullable): of a text file
 * @guessed_encoding: (nullable): of a shapefile that does not tell it
 * @text: (nullable): a CSV file or requests, as UTF-8
 * @bad_line: line of a CSV file with a wrong quotation mark; 0 while there is none
 * @workbook: (nullable): of an .xlsx file, what GDAL passes over
 * @datasets: (element-type GDALDatasetH): what GDAL opened; none where @text is
 */
typedef struct
{
  GgovReaderKind said;
  GgovReaderKind found;
  char *extension;
  const char *encoding;
  const char *guessed_encoding;
  GMappedFile *text;
  gint64 bad_line;
  GgovReaderWorkbook *workbook;
  GPtrArray *datasets;
} GgovReaderSource;

/* Sets GDAL up: only the drivers that are allowed, no plug-ins, no side files, no network. To be
 * called once, after confinement. */
void ggov_reader_source_prepare_gdal (const char *scratch);

/* The same with the drivers of these names alone. */
void ggov_reader_source_prepare_gdal_for (const char        *scratch,
                                          const char *const *names,
                                          gsize              n_names);

/* @path: the file; only its name is looked at */
GgovReaderSource *ggov_reader_source_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;

void ggov_reader_source_free (GgovReaderSource *self);

/**
 * ggov_reader_source_open:
 * @path: the file, an absolute path
 * @scratch: a folder for what is unpacked and converted
 * @error: return location for any of GgovReaderError up to UNREADABLE
 *
 * Finds out what the file really is, refuses what does not fit its name, unpacks, and opens it
 * with the one driver of its kind. @self->found is right afterwards, also on failure.
 */
gboolean ggov_reader_source_open (GgovReaderSource  *self,
                                  const char        *path,
                                  const char        *scratch,
                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReaderSource, ggov_reader_source_free)

G_END_DECLS
