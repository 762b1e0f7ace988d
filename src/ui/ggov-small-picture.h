/* ggov-small-picture.h: a kept picture made small, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ggov_small_picture_make_async:
 * @content: a file that GdkPixbuf reads; one of very many pixels is not unpacked
 * @size_px: the short side of the small picture, so that it can be cut to a square
 */
void        ggov_small_picture_make_async  (GBytes               *content,
                                            int                   size_px,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/* (transfer full): or NULL with @error set, where it is no picture */
GdkTexture *ggov_small_picture_make_finish (GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
