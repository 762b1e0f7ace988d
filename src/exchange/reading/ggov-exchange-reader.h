/* ggov-exchange-reader.h: having a foreign file read by gridgov-reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-exchange-error.h"
#include "ggov-exchange-reading.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_EXCHANGE_EXPECT_ANYTHING,
  GGOV_EXCHANGE_EXPECT_SHAPES, /* buildings, borders: layers with geometry only */
  GGOV_EXCHANGE_EXPECT_TABLE,  /* people, lists: sheets and tables without geometry only */
} GgovExchangeExpect;

/**
 * GgovExchangeRequest:
 * @path: the foreign file
 * @layer: (nullable): the only layer wanted; NULL for all that have rows. Of OpenStreetMap data
 *   NULL means the buildings, and a name (points, lines, multipolygons) a whole layer.
 * @crs: (nullable): "EPSG:nnnn", to take the file for, whatever it says of itself; NULL to
 *   believe the file. Anything else than EPSG: and a number is refused with CRS.
 * @expect: what is wanted of the file
 */
typedef struct
{
  const char *path;
  const char *layer;
  const char *crs;
  GgovExchangeExpect expect;
} GgovExchangeRequest;

/**
 * GgovExchangeProgressFunc:
 * @fraction: 0 to 1, rising
 */
typedef void (*GgovExchangeProgressFunc) (double   fraction,
                                          gpointer user_data);

/**
 * ggov_exchange_read_async:
 * @request: copied
 * @progress: (nullable) (scope async): called in the caller's main context
 * @progress_data: for @progress; must live until @callback is called
 * @cancellable: (nullable): cancelling kills the reader, at any time, and removes what it wrote
 *
 * Has gridgov-reader turn a foreign file into rows in a scratch file. It is the program that the
 * environment variable GRIDGOV_READER names, else the one installed beside this. What it
 * answers is checked, since a stranger's file may have got the better of it.
 */
void ggov_exchange_read_async (const GgovExchangeRequest *request,
                               GgovExchangeProgressFunc   progress,
                               gpointer                   progress_data,
                               GCancellable              *cancellable,
                               GAsyncReadyCallback        callback,
                               gpointer                   user_data);

/**
 * ggov_exchange_read_finish:
 * @error: return location for a GgovExchangeError or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the reading, or NULL with @error set; then nothing is left behind
 */
GgovExchangeReading *ggov_exchange_read_finish (GAsyncResult  *result,
                                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
