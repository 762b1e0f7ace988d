/* ggov-exchange-rows.h: the rows of one layer of a file that was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-error.h"
#include "ggov-exchange-reading.h"

G_BEGIN_DECLS

/**
 * GgovExchangeRows:
 *
 * Goes through the scratch file once, from the first row to the last. What it gives lives until it
 * is freed. For one thread at a time.
 */
typedef struct _GgovExchangeRows GgovExchangeRows;

/**
 * ggov_exchange_rows_open:
 * @reading: kept alive by the rows
 * @layer: from 0, below the number of layers
 * @error: GGOV_EXCHANGE_ERROR_READER where the scratch file is not what a reader makes
 *
 * Returns: (transfer full) (nullable): before the first row; or NULL with @error set
 */
GgovExchangeRows *ggov_exchange_rows_open (GgovExchangeReading  *reading,
                                           guint                 layer,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void ggov_exchange_rows_free (GgovExchangeRows *self);

/* To the next row. FALSE after the last, and with @error set where the file is damaged. */
gboolean ggov_exchange_rows_next (GgovExchangeRows  *self,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Line of a CSV file, row of a sheet, else the feature's place in its layer, from 1. */
gint64 ggov_exchange_rows_get_number (GgovExchangeRows *self);

/* (nullable): the feature's own id in the source, of the kind that the layer's ids tell. */
const char *ggov_exchange_rows_get_source_id (GgovExchangeRows *self);

/* (nullable): UTF-8, as the file has it: "001" stays "001". @field: from 0, as in the layer's
 * fields. */
const char *ggov_exchange_rows_get_text (GgovExchangeRows *self,
                                         guint             field);

/* (nullable): WKB, WGS 84, longitude then latitude, 2D, valid or not; NULL where there is none. */
const guint8 *ggov_exchange_rows_get_shape (GgovExchangeRows *self,
                                            gsize            *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovExchangeRows, ggov_exchange_rows_free)

G_END_DECLS
