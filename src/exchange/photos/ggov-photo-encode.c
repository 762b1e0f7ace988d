/* ggov-photo-encode.c: a photo as it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "ggov-photo-encode.h"

/* Of 100; number plates stay readable, and 1600 by 1200 pixels take about 200 kB. */
#define QUALITY "85"
#define BITS_PER_PART 8

/* Black, so that nobody takes it for a part of the picture. */
static void
paint_box (guint8             *pixels,
           int                 width,
           int                 height,
           const GgovPhotoBox *box)
{
  const int left = CLAMP (box->x, 0, width);
  const int right = CLAMP ((gint64) box->x + box->width, left, width);
  const int top = CLAMP (box->y, 0, height);
  const int bottom = CLAMP ((gint64) box->y + box->height, top, height);

  for (int y = top; y < bottom; y++)
    memset (pixels + ((gsize) y * (gsize) width + (gsize) left) * GGOV_PHOTO_PIXEL, 0,
            (gsize) (right - left) * GGOV_PHOTO_PIXEL);
}

/* In a thread of its own. */
static void
encode_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GgovPhoto *photo = source;
  GArray *boxes = data;
  GBytes *bytes = ggov_photo_get_pixels (photo);
  g_autofree guint8 *pixels = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const int width = ggov_photo_get_width (photo);
  const int height = ggov_photo_get_height (photo);
  g_autoptr (GdkPixbuf) picture = NULL;
  GError *error = NULL;
  char *content;
  gsize length;

  for (guint i = 0; i < boxes->len; i++)
    paint_box (pixels, width, height, &g_array_index (boxes, GgovPhotoBox, i));

  picture = gdk_pixbuf_new_from_data (pixels, GDK_COLORSPACE_RGB, FALSE, BITS_PER_PART, width,
                                      height, width * GGOV_PHOTO_PIXEL, NULL, NULL);
  if (gdk_pixbuf_save_to_buffer (picture, &content, &length, "jpeg", &error, "quality", QUALITY,
                                 NULL))
    g_task_return_pointer (task, g_bytes_new_take (content, length),
                           (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_photo_encode_async (GgovPhoto           *photo,
                         const GgovPhotoBox  *boxes,
                         guint                n_boxes,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GArray *copy;

  g_return_if_fail (GGOV_IS_PHOTO (photo));
  g_return_if_fail (boxes != NULL || n_boxes == 0);

  copy = g_array_new (FALSE, FALSE, sizeof *boxes);
  if (n_boxes > 0)
    g_array_append_vals (copy, boxes, n_boxes);
  task = g_task_new (photo, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_photo_encode_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (task, encode_job);
}

GBytes *
ggov_photo_encode_finish (GgovPhoto     *photo,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, photo), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
