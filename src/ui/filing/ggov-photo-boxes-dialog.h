/* ggov-photo-boxes-dialog.h: paints over what of a photo nobody is to see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-photo.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PHOTO_BOXES_DIALOG (ggov_photo_boxes_dialog_get_type ())

/* Emits "done" with the boxes (a GArray of GgovPhotoBox, good during the call) once they are
 * taken. */
G_DECLARE_FINAL_TYPE (GgovPhotoBoxesDialog, ggov_photo_boxes_dialog, GGOV, PHOTO_BOXES_DIALOG,
                      AdwWindow)

/* @boxes: (nullable) (element-type GgovPhotoBox): those there are */
GgovPhotoBoxesDialog *ggov_photo_boxes_dialog_new (GtkWindow *parent,
                                                   GgovPhoto *photo,
                                                   GArray    *boxes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
