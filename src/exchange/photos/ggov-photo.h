/* ggov-photo.h: a photo by its pixels, upright and small enough to keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Pixels of the long side at most. */
#define GGOV_PHOTO_MAX_SIDE 1600

/* Bytes of a pixel: red, green, blue. */
#define GGOV_PHOTO_PIXEL 3

#define GGOV_TYPE_PHOTO (ggov_photo_get_type ())

G_DECLARE_FINAL_TYPE (GgovPhoto, ggov_photo, GGOV, PHOTO, GObject)

/**
 * GgovPhotoBox:
 * @x: of the left edge, pixels of the photo from its upper left corner
 * @y: of the upper edge
 * @width: more than 0
 * @height: more than 0
 *
 * A part of a photo that nobody is to see: a face, a number plate. What of it lies outside does not
 * matter.
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} GgovPhotoBox;

/**
 * ggov_photo_new:
 * @name: what it is called in the list
 * @width: pixels, 1 to GGOV_PHOTO_MAX_SIDE
 * @height: likewise
 * @pixels: width * height * GGOV_PHOTO_PIXEL bytes, row by row from the top
 */
GgovPhoto  *ggov_photo_new        (const char *name,
                                   int         width,
                                   int         height,
                                   GBytes     *pixels) G_GNUC_WARN_UNUSED_RESULT;

/* It never changes, so any thread may read it. */
const char *ggov_photo_get_name   (GgovPhoto *self);
int         ggov_photo_get_width  (GgovPhoto *self);
int         ggov_photo_get_height (GgovPhoto *self);
GBytes     *ggov_photo_get_pixels (GgovPhoto *self);

G_END_DECLS
