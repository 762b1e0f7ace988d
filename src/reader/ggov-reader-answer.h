/* ggov-reader-answer.h: the one JSON document that the program prints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-reader-confine.h"
#include "ggov-reader-layer.h"
#include "ggov-reader-source.h"

G_BEGIN_DECLS

/**
 * GgovReaderAnswer:
 * @driver: what read the file: a GDAL driver's short name, or "CSV"
 * @source: the file
 * @layers: (element-type GgovReaderLayer): what was written
 * @delimiter: of a CSV file, else NUL
 * @confinement: what was in force
 */
typedef struct
{
  const char *driver;
  const GgovReaderSource *source;
  GPtrArray *layers;
  char delimiter;
  GgovReaderConfinement confinement;
} GgovReaderAnswer;

/**
 * ggov_reader_answer_print:
 *
 * Prints, on one line (see gridgov-reader.c for an example):
 *   ok           true
 *   driver       as above
 *   kind         what the file is, such as "shapefile-zip"
 *   encoding     of a text file, or of a shapefile that does not tell it; absent otherwise
 *   epoch        of a workbook: the year its days are counted from, 1900 or 1904; absent otherwise
 *   delimiter    of a CSV file; absent otherwise
 *   crs          coordinate system of the first layer with shapes, or null
 *   layers[]     name, table, features, blank_rows, empty_geometries, unplaced_geometries,
 *                out_of_range, ids, hidden, crs, geometry_types {name: count}, bbox [w, s, e, n] or null,
 *                fields [{name, column}]
 *   confinement  landlock (version, 0 for none), seccomp
 *   problems[]   code, message, layer or null, count
 */
void ggov_reader_answer_print (const GgovReaderAnswer *self);

/**
 * ggov_reader_answer_print_refusal:
 * @source: (nullable): adds what the file's name says and what it holds
 *
 * Prints ok (false), code, message, and, where @source is known, named (the file's ending), holds
 * (a word for the kind of its content) and line (of a CSV file with a wrong quotation mark).
 */
void ggov_reader_answer_print_refusal (const GgovReaderSource *source,
                                       const GError           *reason);

/* Prints ok (true), shapes (how many were written) and problems[] as above. */
void ggov_reader_answer_print_written (guint n_written);

G_END_DECLS
