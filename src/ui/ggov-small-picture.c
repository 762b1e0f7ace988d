/* ggov-small-picture.c: a kept picture made small, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-small-picture.h"

/* A picture of more is not unpacked for this: width times height. */
#define MAX_PIXELS (50 * 1000 * 1000)

typedef struct
{
  GBytes *content;
  int     size_px;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_bytes_unref (order->content);
  g_free (order);
}

/* Fills the square, so that the small picture can be cut to one. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  double scale = (double) *(int *) user_data / MIN (width, height);

  if ((gint64) width * height > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (width * scale, 1), MAX (height * scale, 1));
}

/* On a thread of its own. */
static void
make_small (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr(GdkPixbuf) turned = NULL;
  GError *error = NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &order->size_px);
  if (!gdk_pixbuf_loader_write_bytes (loader, order->content, &error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      g_task_return_error (task, error);
      return;
    }

  if (gdk_pixbuf_loader_close (loader, &error))
    turned = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  if (turned)
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (turned), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_small_picture_make_async (GBytes              *content,
                               int                  size_px,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->content = g_bytes_ref (content);
  order->size_px = size_px;
  g_task_set_source_tag (task, ggov_small_picture_make_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_small);
}

GdkTexture *
ggov_small_picture_make_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
