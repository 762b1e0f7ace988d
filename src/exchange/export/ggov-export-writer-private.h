/* ggov-export-writer-private.h: having gridgov-reader write a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-reader.h"

G_BEGIN_DECLS

/**
 * _ggov_export_write_async:
 * @job: path of a job
 * @output: path of a file that does not exist, alone in its folder but for the job
 * @progress: (nullable)
 * @cancellable: (nullable): ends the program
 *
 * What it answers is checked, since it works on shapes that were once a stranger's.
 */
void     _ggov_export_write_async  (const char                *job,
                                    const char                *output,
                                    GgovExchangeProgressFunc   progress,
                                    gpointer                   progress_data,
                                    GCancellable              *cancellable,
                                    GAsyncReadyCallback        callback,
                                    gpointer                   user_data);

/**
 * _ggov_export_write_finish:
 * @n_shapes: (out): how many were written
 * @notes: (out) (transfer full): what the format could not hold
 * @error: GGOV_EXCHANGE_ERROR_READER or G_IO_ERROR_CANCELLED
 */
gboolean _ggov_export_write_finish (GAsyncResult              *result,
                                    guint                     *n_shapes,
                                    GStrv                     *notes,
                                    GError                   **error);

G_END_DECLS
