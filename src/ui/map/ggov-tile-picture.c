/* ggov-tile-picture.c: somebody else's picture of a tile, made ready for drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-tile-picture.h"

static const char *
get_loader_name (GgovTileFormat format)
{
  return format == GGOV_TILE_PNG ? "png" : format == GGOV_TILE_JPEG ? "jpeg" : "webp";
}

/* What has been seen of a picture while it is read. */
typedef struct
{
  gboolean is_too_large;
  int      n_rows; /* down to the lowest one that was there */
} Reading;

/* Before anything is made room for. Loaders take a width of nothing for an error. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Reading         *reading)
{
  if (width <= GGOV_TILE_PICTURE_MAX_PX && height <= GGOV_TILE_PICTURE_MAX_PX)
    return;

  reading->is_too_large = TRUE;
  gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static void
area_updated_cb (GdkPixbufLoader *loader,
                 int              x,
                 int              y,
                 int              width,
                 int              height,
                 Reading         *reading)
{
  reading->n_rows = MAX (reading->n_rows, y + height);
}

static cairo_surface_t *
new_surface (GdkPixbuf *pixbuf)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    gdk_pixbuf_get_has_alpha (pixbuf) ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
    gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  cairo_t *cr = cairo_create (surface);

  gdk_cairo_set_source_pixbuf (cr, pixbuf, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

gboolean
ggov_tile_picture_can_read (GgovTileFormat format)
{
  g_autoptr(GdkPixbufLoader) loader =
    gdk_pixbuf_loader_new_with_type (get_loader_name (format), NULL);

  if (loader)
    gdk_pixbuf_loader_close (loader, NULL);

  return loader != NULL;
}

cairo_surface_t *
ggov_tile_picture_decode (GBytes  *bytes,
                          GError **error)
{
  g_autoptr(GdkPixbufLoader) loader = NULL;
  GgovTileFormat format;
  GdkPixbuf *pixbuf;
  Reading reading = { 0 };
  gboolean is_written;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!ggov_tile_format_find (bytes, &format))
    {
      g_set_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE, "neither PNG, JPEG nor "
                   "WebP");
      return NULL;
    }

  if (!(loader = gdk_pixbuf_loader_new_with_type (get_loader_name (format), error)))
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &reading);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated_cb), &reading);
  is_written = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, is_written ? error : NULL) || !is_written)
    return NULL;

  /* One that is cut off is no error to the loader; what is missing of it is noise. */
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (reading.is_too_large || pixbuf == NULL || reading.n_rows < gdk_pixbuf_get_height (pixbuf))
    {
      g_set_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE, "too large or cut off");
      return NULL;
    }

  return new_surface (pixbuf);
}
