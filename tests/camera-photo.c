/* camera-photo.c: photos as cameras write them, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "camera-photo.h"

#define TAG_MAKE 0x010f
#define TAG_ORIENTATION 0x0112
#define TAG_GPS 0x8825
#define TYPE_ASCII 2
#define TYPE_SHORT 3
#define TYPE_LONG 4
#define TYPE_RATIONAL 5

#define IFD_AT 8        /* bytes from the beginning of the TIFF header */
#define N_ENTRIES 3
#define GPS_AT (IFD_AT + 2 + N_ENTRIES * 12 + 4)
#define MAKE_AT (GPS_AT + 2 + 2 * 12 + 4)
#define LATITUDE_AT (MAKE_AT + sizeof CAMERA_MAKE)

static const guint8 colours[][3] = {
  { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 },
};

const guint8 *
camera_photo_get_colour (CameraCorner corner)
{
  return colours[corner];
}

GdkPixbuf *
camera_photo_draw (int                width,
                   int                height,
                   const CameraCorner corners[4])
{
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guint8 *pixels = gdk_pixbuf_get_pixels (picture);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      memcpy (pixels + y * gdk_pixbuf_get_rowstride (picture) + x * 3,
              colours[corners[(y >= height / 2) * 2 + (x >= width / 2)]], 3);

  return picture;
}

GBytes *
camera_photo_write_as (GdkPixbuf  *picture,
                       const char *type)
{
  char *content;
  gsize length;

  g_assert_true (gdk_pixbuf_save_to_buffer (picture, &content, &length, type, NULL, NULL));

  return g_bytes_new_take (content, length);
}

static void
put (GByteArray *out,
     guint32     value,
     int         n_bytes)
{
  for (int i = n_bytes - 1; i >= 0; i--)
    g_byte_array_append (out, &(guint8) { (guint8) (value >> (8 * i)) }, 1);
}

static void
put_entry (GByteArray *out,
           guint32     tag,
           guint32     type,
           guint32     count,
           guint32     value)
{
  put (out, tag, 2);
  put (out, type, 2);
  put (out, count, 4);
  put (out, value, 4);
}

/* Source: CIPA DC-008 (Exif 2.32), 4.5.2 and 4.6; TIFF 6.0, section 2. */
static GByteArray *
make_exif (int orientation)
{
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (out, (const guint8 *) "Exif\0\0MM\0*", 10);
  put (out, IFD_AT, 4);
  put (out, N_ENTRIES, 2);
  put_entry (out, TAG_MAKE, TYPE_ASCII, sizeof CAMERA_MAKE, MAKE_AT);
  put_entry (out, TAG_ORIENTATION, TYPE_SHORT, 1, (guint32) orientation << 16);
  put_entry (out, TAG_GPS, TYPE_LONG, 1, GPS_AT);
  put (out, 0, 4);
  put (out, 2, 2);
  put_entry (out, 1, TYPE_ASCII, 2, (guint32) 'N' << 24);
  put_entry (out, 2, TYPE_RATIONAL, 3, LATITUDE_AT);
  put (out, 0, 4);
  g_byte_array_append (out, (const guint8 *) CAMERA_MAKE, sizeof CAMERA_MAKE);
  for (int i = 0; i < 3; i++)
    {
      put (out, 40, 4);
      put (out, 1, 4);
    }

  return out;
}

GBytes *
camera_photo_write (GdkPixbuf *picture,
                    int        orientation)
{
  g_autoptr(GBytes) plain = camera_photo_write_as (picture, "jpeg");
  g_autoptr(GByteArray) exif = make_exif (orientation);
  GByteArray *out = g_byte_array_new ();
  const guint8 *data = g_bytes_get_data (plain, NULL);

  /* Right behind the first mark of the file. */
  g_byte_array_append (out, data, 2);
  put (out, 0xffe1, 2);
  put (out, exif->len + 2, 2);
  g_byte_array_append (out, exif->data, exif->len);
  g_byte_array_append (out, data + 2, (guint) g_bytes_get_size (plain) - 2);

  return g_byte_array_free_to_bytes (out);
}

gboolean
camera_photo_holds (GBytes     *content,
                    const char *words)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  for (gsize i = 0; i + strlen (words) <= size; i++)
    if (memcmp (data + i, words, strlen (words)) == 0)
      return TRUE;

  return FALSE;
}
