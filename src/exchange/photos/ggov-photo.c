/* ggov-photo.c: a photo by its pixels, upright and small enough to keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include "ggov-photo.h"

struct _GgovPhoto
{
  GObject  parent_instance;

  char    *name;
  int      width;
  int      height;
  GBytes  *pixels;
};

G_DEFINE_FINAL_TYPE (GgovPhoto, ggov_photo, G_TYPE_OBJECT)

static void
ggov_photo_finalize (GObject *object)
{
  GgovPhoto *self = GGOV_PHOTO (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->pixels, g_bytes_unref);

  G_OBJECT_CLASS (ggov_photo_parent_class)->finalize (object);
}

static void
ggov_photo_class_init (GgovPhotoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_photo_finalize;
}

static void
ggov_photo_init (GgovPhoto *self)
{
}

GgovPhoto *
ggov_photo_new (const char *name,
                int         width,
                int         height,
                GBytes     *pixels)
{
  GgovPhoto *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (width > 0 && width <= GGOV_PHOTO_MAX_SIDE, NULL);
  g_return_val_if_fail (height > 0 && height <= GGOV_PHOTO_MAX_SIDE, NULL);
  g_return_val_if_fail (g_bytes_get_size (pixels) ==
                          (gsize) width * (gsize) height * GGOV_PHOTO_PIXEL, NULL);

  self = g_object_new (GGOV_TYPE_PHOTO, NULL);
  self->name = g_strdup (name);
  self->width = width;
  self->height = height;
  self->pixels = g_bytes_ref (pixels);

  return self;
}

const char *
ggov_photo_get_name (GgovPhoto *self)
{
  g_return_val_if_fail (GGOV_IS_PHOTO (self), NULL);

  return self->name;
}

int
ggov_photo_get_width (GgovPhoto *self)
{
  g_return_val_if_fail (GGOV_IS_PHOTO (self), 0);

  return self->width;
}

int
ggov_photo_get_height (GgovPhoto *self)
{
  g_return_val_if_fail (GGOV_IS_PHOTO (self), 0);

  return self->height;
}

GBytes *
ggov_photo_get_pixels (GgovPhoto *self)
{
  g_return_val_if_fail (GGOV_IS_PHOTO (self), NULL);

  return self->pixels;
}
