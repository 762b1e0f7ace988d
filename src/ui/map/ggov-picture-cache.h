/* ggov-picture-cache.h: pictures of a base map that were looked at last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovPictureCache:
 * @mutex: of what follows
 * @pictures: by key
 * @used: used last first
 * @bytes: of all pictures
 *
 * May be used by several threads at a time.
 */
typedef struct
{
  GMutex      mutex;
  GHashTable *pictures;
  GQueue      used;
  gsize       bytes;
} GgovPictureCache;

void     ggov_picture_cache_init  (GgovPictureCache  *self);
void     ggov_picture_cache_clear (GgovPictureCache  *self);

/**
 * ggov_picture_cache_keep:
 * @surface: (nullable): an image; NULL where it is known that there is none
 *
 * Those not used for longest go, where there is no room for all.
 */
void     ggov_picture_cache_keep  (GgovPictureCache  *self,
                                   guint64            key,
                                   cairo_surface_t   *surface);

/**
 * ggov_picture_cache_find:
 * @surface: (out) (transfer full) (nullable): as it was kept
 *
 * Returns: whether it is known
 */
gboolean ggov_picture_cache_find  (GgovPictureCache  *self,
                                   guint64            key,
                                   cairo_surface_t  **surface);

G_END_DECLS
