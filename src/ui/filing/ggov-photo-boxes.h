/* ggov-photo-boxes.h: what of a photo is painted over, being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-photo.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PHOTO_BOXES (ggov_photo_boxes_get_type ())

/* A photo with boxes on it. A drag on the photo draws one, a drag on a box moves it, one on its
 * corner or edge makes it larger or smaller. By keys: Insert adds one in the middle, Tab goes to
 * the next, arrows move it, with Shift its lower right corner, Delete takes it away. Emits
 * "changed". */
G_DECLARE_FINAL_TYPE (GgovPhotoBoxes, ggov_photo_boxes, GGOV, PHOTO_BOXES, GtkWidget)

/* @boxes: (nullable) (element-type GgovPhotoBox): copied */
void                ggov_photo_boxes_set_photo  (GgovPhotoBoxes *self,
                                                 GgovPhoto      *photo,
                                                 GArray         *boxes);

/* (transfer none) (element-type GgovPhotoBox) */
GArray             *ggov_photo_boxes_get_boxes  (GgovPhotoBoxes *self);

/* The box that keys are for, or -1. */
int                 ggov_photo_boxes_get_chosen (GgovPhotoBoxes *self);

/* In the middle of the photo. */
void                ggov_photo_boxes_add        (GgovPhotoBoxes *self);
void                ggov_photo_boxes_remove     (GgovPhotoBoxes *self);

/* (transfer full): what GTK shows of a photo. */
GdkTexture         *ggov_photo_make_texture     (GgovPhoto      *photo) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
