/* camera-photo.h: photos as cameras write them, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Of a photo that is held upright. */
typedef enum
{
  CAMERA_TOP_LEFT,
  CAMERA_TOP_RIGHT,
  CAMERA_BOTTOM_LEFT,
  CAMERA_BOTTOM_RIGHT,
} CameraCorner;

/* What a camera writes of itself; none of it may be kept. */
#define CAMERA_MAKE "GridCam of somebody"

/* A picture of which each quarter has a colour of its own, as @corners has them in the order above:
 * red, green, blue or white for the corner of that number. */
GdkPixbuf *camera_photo_draw      (int                 width,
                                   int                 height,
                                   const CameraCorner  corners[4]);

/* The colour of a corner: red, green and blue. */
const guint8 *camera_photo_get_colour (CameraCorner    corner);

/* (transfer full): a JPEG with what a camera writes besides: its name, the place, how it was
 * held. */
GBytes    *camera_photo_write     (GdkPixbuf          *picture,
                                   int                 orientation);

/* (transfer full): a file of another type: "jpeg" or "png". */
GBytes    *camera_photo_write_as  (GdkPixbuf          *picture,
                                   const char         *type);

/* Whether the bytes are found anywhere. */
gboolean   camera_photo_holds     (GBytes             *content,
                                   const char         *words);
