/* ggov-photo-encode.h: a photo as it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-photo.h"

G_BEGIN_DECLS

#define GGOV_PHOTO_MEDIA_TYPE "image/jpeg"

/**
 * ggov_photo_encode_async:
 * @boxes: (array length=n_boxes) (nullable): what is painted over; copied
 *
 * Makes a JPEG in a thread, about 200 kB of a large photo. What lies under a box is gone from it,
 * and it has nothing in it but the picture.
 */
void    ggov_photo_encode_async  (GgovPhoto            *photo,
                                  const GgovPhotoBox   *boxes,
                                  guint                 n_boxes,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

/* (transfer full): the file, or NULL with @error set. */
GBytes *ggov_photo_encode_finish (GgovPhoto            *photo,
                                  GAsyncResult         *result,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
