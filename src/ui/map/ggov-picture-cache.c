/* ggov-picture-cache.c: pictures of a base map that were looked at last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-picture-cache.h"

/* Room for some two hundred pictures of 256 by 256 pixels: twice a screen's. */
#define MAX_BYTES (48u << 20)

/* A picture that was looked for. */
typedef struct
{
  cairo_surface_t *surface; /* (nullable): NULL where there is none */
  gsize            bytes;
  guint64          key;
  GList            link;
} Picture;

static void
picture_free (Picture *picture)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_free (picture);
}

static void
drop (GgovPictureCache *self,
      Picture          *picture)
{
  self->bytes -= picture->bytes;
  g_queue_unlink (&self->used, &picture->link);
  g_hash_table_remove (self->pictures, &picture->key);
}

static Picture *
picture_new (guint64          key,
             cairo_surface_t *surface)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->key = key;
  picture->link.data = picture;
  picture->bytes = sizeof *picture;
  if (surface)
    {
      picture->surface = cairo_surface_reference (surface);
      picture->bytes += (gsize) cairo_image_surface_get_stride (surface) *
                        cairo_image_surface_get_height (surface);
    }

  return picture;
}

void
ggov_picture_cache_init (GgovPictureCache *self)
{
  g_mutex_init (&self->mutex);
  g_queue_init (&self->used);
  self->pictures = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                          (GDestroyNotify) picture_free);
}

void
ggov_picture_cache_clear (GgovPictureCache *self)
{
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
}

void
ggov_picture_cache_keep (GgovPictureCache *self,
                         guint64           key,
                         cairo_surface_t  *surface)
{
  Picture *picture;

  g_mutex_lock (&self->mutex);
  if ((picture = g_hash_table_lookup (self->pictures, &key)))
    drop (self, picture);

  picture = picture_new (key, surface);
  self->bytes += picture->bytes;
  g_queue_push_head_link (&self->used, &picture->link);
  g_hash_table_insert (self->pictures, &picture->key, picture);

  while (self->bytes > MAX_BYTES && self->used.length > 1)
    drop (self, g_queue_peek_tail (&self->used));
  g_mutex_unlock (&self->mutex);
}

gboolean
ggov_picture_cache_find (GgovPictureCache  *self,
                         guint64            key,
                         cairo_surface_t  **surface)
{
  Picture *picture;

  g_mutex_lock (&self->mutex);
  if ((picture = g_hash_table_lookup (self->pictures, &key)))
    {
      g_queue_unlink (&self->used, &picture->link);
      g_queue_push_head_link (&self->used, &picture->link);
      *surface = picture->surface ? cairo_surface_reference (picture->surface) : NULL;
    }
  g_mutex_unlock (&self->mutex);

  return picture != NULL;
}
