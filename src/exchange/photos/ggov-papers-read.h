/* ggov-papers-read.h: files that somebody chose to be kept with a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-store-papers.h"

G_BEGIN_DECLS

/**
 * ggov_papers_read_async:
 * @files: (element-type GFile): in order; held
 * @cancellable: (nullable)
 *
 * Reads papers. A picture goes through gridgov-reader, as ggov_photo_read_async() says: it is kept as
 * a JPEG file, upright and small, with nothing left in it of what the camera wrote. Anything else is
 * taken as it is and never opened here; whether it is a paper is for the store to say.
 */
void    ggov_papers_read_async  (GListModel           *files,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);

/**
 * ggov_papers_read_finish:
 * @error: return location for a GgovExchangeError, whose message is a translated sentence with the
 *   file's name in it, a GIOError, or NULL
 *
 * Returns: (transfer full) (element-type GgovPaper): all of them, or NULL with @error set
 */
GArray *ggov_papers_read_finish (GAsyncResult         *result,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* The papers of such an array. */
#define GGOV_PAPERS(array) ((const GgovPaper *) (gconstpointer) (array)->data)

G_END_DECLS
