/* ggov-reader-photo.h: a foreign photo, turned upright, scaled down, and nothing but its pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than any telephone takes by default; one of 100 megapixels takes a gigabyte to unfold. */
#define GGOV_READER_PHOTO_MAX_PIXELS 64000000

/* What is written: the mark, width and height as 32-bit numbers, lowest byte first, then the
 * pixels, row by row from the top, a byte each of red, green and blue. */
#define GGOV_READER_PHOTO_MARK "GGOVPIX1"
#define GGOV_READER_PHOTO_MAX_SIDE 1600

/**
 * GgovReaderPhoto:
 * @holds: what the file is by its content: "jpeg", "png", "webp"; or what cannot be taken:
 *   "heic", "gif", "tiff", "bmp", "other"
 * @from_width: pixels, as it is stored; 0 while it is not known
 * @from_height: likewise
 * @width: of what was written
 * @height: likewise
 */
typedef struct
{
  const char *holds;
  int from_width;
  int from_height;
  int width;
  int height;
} GgovReaderPhoto;

/* Sets GDAL up for photos alone. To be called once, after confinement. */
void ggov_reader_photo_prepare_gdal (const char *scratch);

/**
 * ggov_reader_photo_read:
 * @input: absolute path
 * @output: absolute path of a file that does not exist
 * @photo: (out): what it is; also on failure
 * @error: return location for EMPTY, UNSUPPORTED, TOO_LARGE, UNREADABLE or OUTPUT
 *
 * Whatever is not a pixel stays behind: the time, the place, the camera, the small picture in the
 * picture. What is transparent becomes white.
 *
 * Source: CIPA DC-008 (Exif 2.32), 4.6.4 A, Orientation.
 */
gboolean ggov_reader_photo_read (const char       *input,
                                 const char       *output,
                                 GgovReaderPhoto  *photo,
                                 GError          **error);

/* The one JSON document: {"ok":true,"holds":"jpeg","from":[4000,3000],"width":1600,"height":1200} */
void     ggov_reader_photo_print (const GgovReaderPhoto *photo);

/* Likewise: {"ok":false,"code":"too-large","holds":"png","from":[60000,60000],"message":"…"} */
void     ggov_reader_photo_print_refusal (const GgovReaderPhoto *photo,
                                          const GError          *reason);

G_END_DECLS
