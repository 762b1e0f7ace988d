/* ggov-photo-read.h: photos that somebody chose, pasted or dropped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-exchange-error.h"
#include "ggov-photo.h"

G_BEGIN_DECLS

/* Bytes of a file or of what is pasted at most. */
#define GGOV_PHOTO_MAX_BYTES (100 << 20)

/**
 * ggov_photo_read_async:
 * @path: a JPEG, PNG or WebP file by its content, whatever its name says
 * @cancellable: (nullable): kills the reader at any time
 *
 * Has gridgov-reader unfold a picture. That program is shut in and may come to harm; what comes
 * back are bare pixels, turned upright and scaled down to GGOV_PHOTO_MAX_SIDE, so that neither this
 * program nor whoever opens the office later decodes what a stranger made. Nothing is left of what
 * the camera wrote besides: no place, no time, no name.
 */
void       ggov_photo_read_async       (const char           *path,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/* The same of a picture that is no file, such as one from the clipboard; @name: what to call it. */
void       ggov_photo_read_bytes_async (GBytes               *content,
                                        const char           *name,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/**
 * ggov_photo_read_finish:
 * @error: return location for FILE or READER of GgovExchangeError, whose message is a translated
 *   sentence with the name in it, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the photo, or NULL with @error set; nothing is left behind
 */
GgovPhoto *ggov_photo_read_finish      (GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
