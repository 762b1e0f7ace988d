/* ggov-photo-intake.h: what is pasted or dropped, as files or as the bytes of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GgovPhotoIntakeFunc:
 * @files: (nullable) (element-type GFile): what came as files
 * @content: (nullable): a picture that came as bytes; both are NULL where nothing came
 *
 * Called once, unless the other side never answers.
 */
typedef void (*GgovPhotoIntakeFunc) (GSList   *files,
                                     GBytes   *content,
                                     gpointer  user_data);

/* (transfer full): what can be taken in: files, and pictures as their bytes. They are never decoded
 * here; ggov_photo_read_async() does that. */
GdkContentFormats *ggov_photo_intake_new_formats (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @formats has something that can be taken. */
gboolean           ggov_photo_intake_fits        (GdkContentFormats   *formats);

/* @user_data: (transfer full): a GObject, which is let go after @func was called */
void               ggov_photo_intake_paste       (GdkClipboard        *clipboard,
                                                  GgovPhotoIntakeFunc  func,
                                                  gpointer             user_data);
void               ggov_photo_intake_drop        (GdkDrop             *drop,
                                                  GgovPhotoIntakeFunc  func,
                                                  gpointer             user_data);

G_END_DECLS
