/* test-photos.c: photos that come in, and what of them is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "camera-photo.h"
#include "ggov-papers-read.h"
#include "ggov-photo-encode.h"
#include "ggov-photo-read.h"

/* Of a JPEG's colours, of 255: a quarter's middle is even. */
#define TOLERANCE 12

static const CameraCorner upright[4] = {
  CAMERA_TOP_LEFT, CAMERA_TOP_RIGHT, CAMERA_BOTTOM_LEFT, CAMERA_BOTTOM_RIGHT,
};

static char *tmp_dir;

static void
ready_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static guint
count_files (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;

  return n;
}

static GgovPhoto *
read_bytes (GBytes  *content,
            GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  GgovPhoto *photo;

  ggov_photo_read_bytes_async (content, "door.jpg", NULL, ready_cb, &result);
  photo = ggov_photo_read_finish (wait_for (&result), error);
  g_clear_object (&result);
  g_assert_cmpuint (count_files (tmp_dir), ==, 0);

  return photo;
}

static void
assert_refused (GBytes     *content,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  GgovPhoto *photo = read_bytes (content, &error);

  g_assert_null (photo);
  g_assert_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "“door.jpg”"));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
assert_colour (const guint8 *pixel,
               const guint8 *wanted)
{
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (ABS (pixel[i] - wanted[i]), <=, TOLERANCE);
}

/* The middle of each quarter. */
static void
assert_upright (const guint8 *pixels,
                int           width,
                int           height)
{
  for (int corner = 0; corner < 4; corner++)
    {
      const int x = width / 4 + corner % 2 * width / 2;
      const int y = height / 4 + corner / 2 * height / 2;

      assert_colour (pixels + (y * width + x) * 3, camera_photo_get_colour (corner));
    }
}

/* Which corner of the upright photo is stored in each corner of the file: the first row and the
 * first column of the file are, by the standard, top and left; top, right; bottom, right; bottom,
 * left; left, top; right, top; right, bottom; left, bottom. */
static void
test_orientations (void)
{
  static const CameraCorner stored[8][4] = {
    { CAMERA_TOP_LEFT, CAMERA_TOP_RIGHT, CAMERA_BOTTOM_LEFT, CAMERA_BOTTOM_RIGHT },
    { CAMERA_TOP_RIGHT, CAMERA_TOP_LEFT, CAMERA_BOTTOM_RIGHT, CAMERA_BOTTOM_LEFT },
    { CAMERA_BOTTOM_RIGHT, CAMERA_BOTTOM_LEFT, CAMERA_TOP_RIGHT, CAMERA_TOP_LEFT },
    { CAMERA_BOTTOM_LEFT, CAMERA_BOTTOM_RIGHT, CAMERA_TOP_LEFT, CAMERA_TOP_RIGHT },
    { CAMERA_TOP_LEFT, CAMERA_BOTTOM_LEFT, CAMERA_TOP_RIGHT, CAMERA_BOTTOM_RIGHT },
    { CAMERA_TOP_RIGHT, CAMERA_BOTTOM_RIGHT, CAMERA_TOP_LEFT, CAMERA_BOTTOM_LEFT },
    { CAMERA_BOTTOM_RIGHT, CAMERA_TOP_RIGHT, CAMERA_BOTTOM_LEFT, CAMERA_TOP_LEFT },
    { CAMERA_BOTTOM_LEFT, CAMERA_TOP_LEFT, CAMERA_BOTTOM_RIGHT, CAMERA_TOP_RIGHT },
  };

  for (int orientation = 1; orientation <= 8; orientation++)
    {
      const gboolean is_turned = orientation > 4;
      g_autoptr(GdkPixbuf) picture = camera_photo_draw (is_turned ? 80 : 128, is_turned ? 128 : 80,
                                                        stored[orientation - 1]);
      g_autoptr(GBytes) content = camera_photo_write (picture, orientation);
      g_autoptr(GError) error = NULL;
      g_autoptr(GgovPhoto) photo = read_bytes (content, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ggov_photo_get_width (photo), ==, 128);
      g_assert_cmpint (ggov_photo_get_height (photo), ==, 80);
      assert_upright (g_bytes_get_data (ggov_photo_get_pixels (photo), NULL), 128, 80);
    }
}

/* 4000 by 3000 to 1600 by 1200, and 30 by 3300 to 15 by 1600: 30 * 1600 / 3300 is 14.5. */
static void
test_scaled (void)
{
  static const int sizes[][4] = { { 4000, 3000, 1600, 1200 }, { 30, 3300, 15, 1600 },
                                  { 1600, 900, 1600, 900 },   { 1, 1, 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GdkPixbuf) picture = camera_photo_draw (sizes[i][0], sizes[i][1], upright);
      g_autoptr(GBytes) content = camera_photo_write (picture, 1);
      g_autoptr(GError) error = NULL;
      g_autoptr(GgovPhoto) photo = read_bytes (content, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ggov_photo_get_width (photo), ==, sizes[i][2]);
      g_assert_cmpint (ggov_photo_get_height (photo), ==, sizes[i][3]);
      if (sizes[i][2] > 100)
        assert_upright (g_bytes_get_data (ggov_photo_get_pixels (photo), NULL), sizes[i][2],
                        sizes[i][3]);
    }
}

/* What is transparent becomes white, and a name that lies does not matter. */
static void
test_png (void)
{
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (64, 48, upright);
  g_autoptr(GdkPixbuf) clear = gdk_pixbuf_add_alpha (picture, TRUE, 255, 0, 0);
  g_autoptr(GBytes) content = camera_photo_write_as (clear, "png");
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPhoto) photo = read_bytes (content, &error);
  const guint8 *pixels;

  g_assert_no_error (error);
  pixels = g_bytes_get_data (ggov_photo_get_pixels (photo), NULL);
  assert_colour (pixels, camera_photo_get_colour (CAMERA_BOTTOM_RIGHT));
  assert_colour (pixels + (12 * 64 + 48) * 3, camera_photo_get_colour (CAMERA_TOP_RIGHT));
}

/* The smallest file of its kind: one pixel. */
static void
test_webp (void)
{
  gsize size;
  guchar *data = g_base64_decode ("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", &size);
  g_autoptr(GBytes) content = g_bytes_new_take (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPhoto) photo = read_bytes (content, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ggov_photo_get_width (photo), ==, 1);
  g_assert_cmpint (ggov_photo_get_height (photo), ==, 1);
}

static GBytes *
cut (GBytes *content,
     gsize   size)
{
  return g_bytes_new_from_bytes (content, 0, size);
}

static void
test_damaged (void)
{
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (640, 480, upright);
  g_autoptr(GBytes) jpeg = camera_photo_write (picture, 1);
  g_autoptr(GBytes) png = camera_photo_write_as (picture, "png");
  g_autoptr(GBytes) half = cut (jpeg, g_bytes_get_size (jpeg) / 2);
  g_autoptr(GBytes) head = cut (jpeg, 12);
  g_autoptr(GBytes) half_png = cut (png, g_bytes_get_size (png) / 2);
  g_autoptr(GBytes) nothing = cut (jpeg, 0);

  assert_refused (half, "damaged or cut off");
  assert_refused (head, "damaged or cut off");
  assert_refused (half_png, "damaged or cut off");
  assert_refused (nothing, "nothing in");
}

static void
test_no_photo (void)
{
  g_autoptr(GBytes) text = g_bytes_new_static ("This is a letter.\n", 18);
  g_autoptr(GBytes) heic = g_bytes_new_static ("\0\0\0\x18" "ftypheic\0\0\0\0mif1heic", 24);
  g_autoptr(GBytes) gif = g_bytes_new_static ("GIF89a\1\0\1\0\0\0\0;", 14);

  assert_refused (text, "is no photo");
  assert_refused (heic, "HEIC");
  assert_refused (gif, "another kind of picture");
}

/* The check of a PNG chunk. Source: ISO/IEC 15948, annex D. */
static guint32
get_crc (const guint8 *data,
         gsize         n)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < n; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }

  return crc ^ 0xffffffff;
}

static void
put_number (guint8  *to,
            guint32  value)
{
  const guint32 big = GUINT32_TO_BE (value);

  memcpy (to, &big, sizeof big);
}

/* A small file that says it is @width by @height: behind 8 bytes of mark, 4 of length and the name
 * come the two, and behind the 13 bytes of the header their check. */
static GBytes *
make_bomb (guint32 width,
           guint32 height)
{
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (16, 16, upright);
  g_autoptr(GBytes) png = camera_photo_write_as (picture, "png");
  guint8 *data = g_memdup2 (g_bytes_get_data (png, NULL), g_bytes_get_size (png));

  put_number (data + 16, width);
  put_number (data + 20, height);
  put_number (data + 29, get_crc (data + 12, 17));

  return g_bytes_new_take (data, g_bytes_get_size (png));
}

static void
test_huge (void)
{
  g_autoptr(GBytes) hundred = make_bomb (10000, 10000);
  g_autoptr(GBytes) bomb = make_bomb (60000, 60000);
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (GGOV_PHOTO_MAX_BYTES + 1),
                                              GGOV_PHOTO_MAX_BYTES + 1);

  assert_refused (hundred, "has 100 megapixels");
  assert_refused (bomb, "has 3600 megapixels");
  assert_refused (bytes, "too large");
}

static GBytes *
encode (GgovPhoto          *photo,
        const GgovPhotoBox *boxes,
        guint               n_boxes)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *content;

  ggov_photo_encode_async (photo, boxes, n_boxes, NULL, ready_cb, &result);
  content = ggov_photo_encode_finish (photo, wait_for (&result), &error);
  g_assert_no_error (error);

  return content;
}

static void
test_nothing_else_is_kept (void)
{
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (320, 240, upright);
  g_autoptr(GBytes) taken = camera_photo_write (picture, 1);
  g_autoptr(GgovPhoto) photo = read_bytes (taken, NULL);
  g_autoptr(GBytes) kept = encode (photo, NULL, 0);

  /* The first shows that the search would find it. */
  g_assert_true (camera_photo_holds (taken, CAMERA_MAKE));
  g_assert_true (camera_photo_holds (taken, "Exif"));
  g_assert_false (camera_photo_holds (kept, CAMERA_MAKE));
  g_assert_false (camera_photo_holds (kept, "Exif"));
  g_assert_false (camera_photo_holds (kept, "\xff\xe1"));
  g_assert_false (camera_photo_holds (kept, "\xff\xfe"));
  g_assert_true (camera_photo_holds (kept, "JFIF"));
}

static GdkPixbuf *
decode (GBytes *content)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();

  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, content, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));

  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* The left half is over two quarters; the other reaches out of the photo. */
static void
test_boxes (void)
{
  static const guint8 black[] = { 0, 0, 0 };
  const GgovPhotoBox boxes[] = { { 0, 0, 160, 240 }, { 300, -50, 5000, 100 } };
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (320, 240, upright);
  g_autoptr(GBytes) taken = camera_photo_write (picture, 1);
  g_autoptr(GgovPhoto) photo = read_bytes (taken, NULL);
  g_autoptr(GBytes) kept = encode (photo, boxes, G_N_ELEMENTS (boxes));
  g_autoptr(GdkPixbuf) seen = decode (kept);
  const guint8 *pixels = gdk_pixbuf_get_pixels (seen);
  const int stride = gdk_pixbuf_get_rowstride (seen);

  g_assert_cmpint (gdk_pixbuf_get_width (seen), ==, 320);
  assert_colour (pixels + 60 * stride + 80 * 3, black);
  assert_colour (pixels + 180 * stride + 80 * 3, black);
  assert_colour (pixels + 20 * stride + 310 * 3, black);
  assert_colour (pixels + 60 * stride + 240 * 3, camera_photo_get_colour (CAMERA_TOP_RIGHT));
  assert_colour (pixels + 180 * stride + 240 * 3, camera_photo_get_colour (CAMERA_BOTTOM_RIGHT));

  /* The photo itself is whole still. */
  assert_upright (g_bytes_get_data (ggov_photo_get_pixels (photo), NULL), 320, 240);
}

static void
test_cancelled (void)
{
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (4000, 3000, upright);
  g_autoptr(GBytes) content = camera_photo_write (picture, 1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPhoto *photo;

  ggov_photo_read_bytes_async (content, "door.jpg", cancellable, ready_cb, &result);
  g_assert_null (result);
  g_cancellable_cancel (cancellable);
  photo = ggov_photo_read_finish (wait_for (&result), &error);
  g_assert_null (photo);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  g_assert_cmpuint (count_files (tmp_dir), ==, 0);
}

static void
test_files (void)
{
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (64, 48, upright);
  g_autoptr(GBytes) content = camera_photo_write (picture, 1);
  g_autofree char *dir = g_dir_make_tmp ("ggov-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "门 1.jpg", NULL);
  g_autofree char *absent = g_build_filename (dir, "none.jpg", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) other = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPhoto) photo = NULL;
  GgovPhoto *none;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (content, NULL),
                                      (gssize) g_bytes_get_size (content), NULL));
  ggov_photo_read_async (path, NULL, ready_cb, &result);
  photo = ggov_photo_read_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ggov_photo_get_name (photo), ==, "门 1.jpg");

  ggov_photo_read_async (absent, NULL, ready_cb, &other);
  none = ggov_photo_read_finish (wait_for (&other), &error);
  g_assert_null (none);
  g_assert_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "none.jpg"));

  g_unlink (path);
  g_rmdir (dir);
}

/* What is kept with a record: a picture as the reader has it, a paper as it is. */
static void
test_papers (void)
{
  static const char secret[] = "GPS of somebody's home";
  g_autoptr(GdkPixbuf) picture = camera_photo_draw (2000, 1000, upright);
  g_autoptr(GBytes) shot = camera_photo_write (picture, 1);
  g_autoptr(GByteArray) marked = g_byte_array_new ();
  g_autofree char *dir = g_dir_make_tmp ("ggov-test-XXXXXX", NULL);
  g_autofree char *photo = g_build_filename (dir, "门 1.png.jpeg", NULL);
  g_autofree char *letter = g_build_filename (dir, "信.pdf", NULL);
  g_autofree char *absent = g_build_filename (dir, "none.pdf", NULL);
  const char *const paths[] = { photo, letter };
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) none = g_file_new_for_path (absent);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) other = NULL;
  g_autoptr(GArray) papers = NULL;
  g_autoptr(GgovPhoto) again = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *kept;

  /* A JPEG may have anything after its end. */
  g_byte_array_append (marked, g_bytes_get_data (shot, NULL), (guint) g_bytes_get_size (shot));
  g_byte_array_append (marked, (const guint8 *) secret, sizeof secret);
  g_assert_true (g_file_set_contents (photo, (const char *) marked->data, marked->len, NULL));
  g_assert_true (g_file_set_contents (letter, "%PDF-1.7\n", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (paths[i]);

      g_list_store_append (files, file);
    }

  ggov_papers_read_async (G_LIST_MODEL (files), NULL, ready_cb, &result);
  papers = ggov_papers_read_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (papers->len, ==, 2);
  g_assert_cmpstr (GGOV_PAPERS (papers)[0].name, ==, "门 1.png.jpg");
  g_assert_cmpstr (GGOV_PAPERS (papers)[1].name, ==, "信.pdf");
  kept = g_bytes_get_data (GGOV_PAPERS (papers)[0].content, &size);
  g_assert_cmpmem (kept, 3, "\xff\xd8\xff", 3);
  g_assert_null (g_strstr_len (kept, (gssize) size, "GPS"));
  kept = g_bytes_get_data (GGOV_PAPERS (papers)[1].content, &size);
  g_assert_cmpmem (kept, size, "%PDF-1.7\n", 9);

  g_list_store_append (files, none);
  ggov_papers_read_async (G_LIST_MODEL (files), NULL, ready_cb, &other);
  g_assert_null (ggov_papers_read_finish (wait_for (&other), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_unlink (photo);
  g_unlink (letter);
  g_rmdir (dir);
  again = read_bytes (GGOV_PAPERS (papers)[0].content, NULL);
  g_assert_cmpint (ggov_photo_get_width (again), ==, GGOV_PHOTO_MAX_SIDE);
  g_assert_cmpint (ggov_photo_get_height (again), ==, GGOV_PHOTO_MAX_SIDE / 2);
}

/* A reader that a picture got the better of says what it likes. */
static void
test_lying_reader (void)
{
  static const char *const lies[] = {
    "echo '{\"ok\":true,\"width\":10,\"height\":10}'",
    "printf 'GGOVPIX1\\377\\377\\0\\0\\377\\377\\0\\0' > \"$output\"; echo '{\"ok\":true}'",
    "printf 'GGOVPIX1\\002\\0\\0\\0\\002\\0\\0\\0short' > \"$output\"; echo '{\"ok\":true}'",
    "echo nonsense",
    "kill -9 $$",
  };
  g_autofree char *program = g_strdup (g_getenv ("GRIDGOV_READER"));
  g_autofree char *dir = g_dir_make_tmp ("ggov-test-XXXXXX", NULL);
  g_autofree char *script = g_build_filename (dir, "script", NULL);
  g_autoptr(GBytes) content = g_bytes_new_static ("x", 1);

  g_setenv ("GRIDGOV_READER", script, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *text =
        g_strconcat ("#!/bin/sh\nfor output; do :; done\n", lies[i], "\n", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GAsyncResult) result = NULL;
      GgovPhoto *photo;

      g_assert_true (g_file_set_contents_full (script, text, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                                               0700, NULL));
      ggov_photo_read_bytes_async (content, "door.jpg", NULL, ready_cb, &result);
      photo = ggov_photo_read_finish (wait_for (&result), &error);
      g_assert_null (photo);
      g_assert_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_READER);
    }

  g_setenv ("GRIDGOV_READER", program, TRUE);
  g_unlink (script);
  g_rmdir (dir);
}

int
main (int    argc,
      char **argv)
{
  int status;

  tmp_dir = g_dir_make_tmp ("ggov-photos-XXXXXX", NULL);
  g_setenv ("TMPDIR", tmp_dir, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/photos/orientations", test_orientations);
  g_test_add_func ("/exchange/photos/scaled", test_scaled);
  g_test_add_func ("/exchange/photos/png", test_png);
  g_test_add_func ("/exchange/photos/webp", test_webp);
  g_test_add_func ("/exchange/photos/damaged", test_damaged);
  g_test_add_func ("/exchange/photos/no-photo", test_no_photo);
  g_test_add_func ("/exchange/photos/huge", test_huge);
  g_test_add_func ("/exchange/photos/nothing-else-is-kept", test_nothing_else_is_kept);
  g_test_add_func ("/exchange/photos/boxes", test_boxes);
  g_test_add_func ("/exchange/photos/cancelled", test_cancelled);
  g_test_add_func ("/exchange/photos/files", test_files);
  g_test_add_func ("/exchange/photos/papers", test_papers);
  g_test_add_func ("/exchange/photos/lying-reader", test_lying_reader);

  status = g_test_run ();
  g_rmdir (tmp_dir);
  g_free (tmp_dir);

  return status;
}
