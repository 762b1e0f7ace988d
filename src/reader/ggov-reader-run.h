/* ggov-reader-run.h: the whole of one reading, and when its result is accepted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-reader-answer.h"
#include "ggov-reader-sink.h"
#include "ggov-reader-source.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_READER_EXPECT_ANYTHING,
  GGOV_READER_EXPECT_VECTOR,
  GGOV_READER_EXPECT_TABLE,
} GgovReaderExpect;

/**
 * GgovReaderRequest:
 * @layer: (nullable): name of the only layer wanted; of OpenStreetMap data it is read whole,
 *   while without a name the buildings alone are read: areas, and for completeness the outlines
 *   that their mappers forgot to close, which come as lines
 * @crs: (nullable): "EPSG:nnnn", to take the file for whatever it says of itself
 * @input: absolute path
 * @output: absolute path of a file that does not exist
 * @form: of @output
 * @scratch: an empty folder
 */
typedef struct
{
  const char *layer;
  const char *crs;
  const char *input;
  const char *output;
  const char *scratch;
  GgovReaderExpect expect;
  GgovReaderForm form;
} GgovReaderRequest;

/**
 * ggov_reader_run:
 * @source: not opened yet
 * @answer: filled in
 * @error: return location for any GgovReaderError but CONFINEMENT
 *
 * GDAL says success when data was lost. A result is accepted only when GDAL reported no error,
 * at least one row came, all text is UTF-8, and as many rows came as were announced.
 */
gboolean ggov_reader_run (const GgovReaderRequest  *request,
                          GgovReaderSource         *source,
                          GgovReaderAnswer         *answer,
                          GError                  **error);

G_END_DECLS
