/* ggov-map-tiles.c: the map's tiles: kept, wanted, and drawn off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <math.h>

#include "ggov-map-tiles.h"

/* Room for three screens of 3840 by 2160. */
#define MAX_BYTES (96u << 20)

#define MAX_THREADS 4

struct _GgovMapTiles
{
  GObject         parent_instance;

  GgovMapPicture *picture; /* (nullable) */
  GgovBaseMap    *base;    /* (nullable) */
  guint           generation;
  GHashTable     *images;  /* (element-type guint64 GgovMapTileImage) */
  GQueue          used;    /* (element-type GgovMapTileImage): used last first; unowned */
  gsize           bytes;   /* of all images */
  GArray         *wanted;  /* (element-type GgovMapTileSpot) */
  guint           next;    /* the first of them that no thread has taken */
  GHashTable     *drawn;   /* (element-type guint64): keys of what threads draw now */
  GThreadPool    *threads;
  guint           n_threads;
};

/* One tile on its way through a thread. */
typedef struct
{
  GgovMapTiles    *tiles;   /* (owned): touched on the main thread only */
  GgovMapPicture  *picture; /* (owned) */
  GgovBaseMap     *base;    /* (owned) (nullable) */
  guint            generation;
  guint            serial;
  guint64          key;
  GgovMapTileSpot  spot;
  cairo_surface_t *surface; /* (owned) (nullable): NULL until drawn */
  gboolean         is_partial;
} Job;

enum {
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovMapTiles, ggov_map_tiles, G_TYPE_OBJECT)

static guint64
make_key (int zoom,
          int x,
          int y)
{
  return (guint64) zoom << 58 | (guint64) x << 29 | (guint64) y;
}

static gsize
get_bytes (const GgovMapTileImage *image)
{
  return (gsize) cairo_image_surface_get_stride (image->surface) *
         cairo_image_surface_get_height (image->surface);
}

static void
image_free (GgovMapTileImage *image)
{
  g_clear_pointer (&image->surface, cairo_surface_destroy);
  g_clear_object (&image->texture);
  g_free (image);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->tiles);
  g_clear_pointer (&job->picture, ggov_map_picture_unref);
  g_clear_object (&job->base);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_free (job);
}

static void
drop_image (GgovMapTiles     *self,
            GgovMapTileImage *image)
{
  self->bytes -= get_bytes (image);
  g_queue_unlink (&self->used, &image->link);
  g_hash_table_remove (self->images, &image->key);
}

static void
keep_image (GgovMapTiles *self,
            Job          *job)
{
  GgovMapTileImage *image = g_hash_table_lookup (self->images, &job->key);

  if (image)
    drop_image (self, image);

  image = g_new0 (GgovMapTileImage, 1);
  image->surface = g_steal_pointer (&job->surface);
  image->size = job->spot.size;
  image->scale = job->spot.scale;
  image->generation = job->generation;
  image->is_partial = job->is_partial;
  image->serial = job->serial;
  image->key = job->key;
  image->link.data = image;

  self->bytes += get_bytes (image);
  g_queue_push_head_link (&self->used, &image->link);
  g_hash_table_insert (self->images, &image->key, image);
}

static void
drop_oldest (GgovMapTiles *self)
{
  while (self->bytes > MAX_BYTES && self->used.length > 1)
    drop_image (self, g_queue_peek_tail (&self->used));
}

static void
start_job (GgovMapTiles          *self,
           const GgovMapTileSpot *spot)
{
  Job *job = g_new0 (Job, 1);

  job->tiles = g_object_ref (self);
  job->picture = ggov_map_picture_ref (self->picture);
  g_set_object (&job->base, self->base);
  job->generation = self->generation;
  job->serial = self->base ? ggov_base_map_get_serial (self->base) : 0;
  job->key = make_key (spot->zoom, spot->x, spot->y);
  job->spot = *spot;

  g_hash_table_add (self->drawn, &job->key);
  g_thread_pool_push (self->threads, job, NULL);
}

static void
start_jobs (GgovMapTiles *self)
{
  while (self->picture && self->next < self->wanted->len &&
         g_hash_table_size (self->drawn) < self->n_threads)
    {
      const GgovMapTileSpot *spot = &g_array_index (self->wanted, GgovMapTileSpot, self->next++);
      guint64 key = make_key (spot->zoom, spot->x, spot->y);

      if (!g_hash_table_contains (self->drawn, &key))
        start_job (self, spot);
    }
}

static gboolean
job_done_cb (gpointer user_data)
{
  Job *job = user_data;
  GgovMapTiles *self = job->tiles;
  GgovMapTileImage *present = g_hash_table_lookup (self->images, &job->key);

  g_hash_table_remove (self->drawn, &job->key);

  /* One of an older picture is better than none, but not than a newer one. */
  if (self->picture && (present == NULL || present->generation <= job->generation))
    keep_image (self, job);

  start_jobs (self);
  g_signal_emit (self, signals[READY], 0);

  return G_SOURCE_REMOVE;
}

/* On a thread of the pool. */
static void
draw (gpointer data,
      gpointer user_data)
{
  Job *job = data;

  job->surface = ggov_map_tile_draw (job->picture, job->base, &job->spot, &job->is_partial);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, job_done_cb, job, (GDestroyNotify) job_free);
}

/* Jobs hold a reference, so that none is left when this is reached. */
static void
ggov_map_tiles_finalize (GObject *object)
{
  GgovMapTiles *self = GGOV_MAP_TILES (object);

  g_clear_pointer (&self->picture, ggov_map_picture_unref);
  g_clear_object (&self->base);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->drawn, g_hash_table_unref);
  g_thread_pool_free (self->threads, TRUE, TRUE);

  G_OBJECT_CLASS (ggov_map_tiles_parent_class)->finalize (object);
}

static void
ggov_map_tiles_class_init (GgovMapTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_map_tiles_finalize;

  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
ggov_map_tiles_init (GgovMapTiles *self)
{
  self->images = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                        (GDestroyNotify) image_free);
  g_queue_init (&self->used);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (GgovMapTileSpot));
  self->drawn = g_hash_table_new (g_int64_hash, g_int64_equal);

  /* One processor is left to the main thread. */
  self->n_threads = CLAMP ((int) g_get_num_processors () - 1, 1, MAX_THREADS);
  self->threads = g_thread_pool_new (draw, NULL, self->n_threads, FALSE, NULL);
}

GgovMapTiles *
ggov_map_tiles_new (void)
{
  return g_object_new (GGOV_TYPE_MAP_TILES, NULL);
}

void
ggov_map_tiles_set_picture (GgovMapTiles   *self,
                            GgovMapPicture *picture)
{
  g_return_if_fail (GGOV_IS_MAP_TILES (self));

  g_clear_pointer (&self->picture, ggov_map_picture_unref);
  self->picture = picture ? ggov_map_picture_ref (picture) : NULL;
  self->generation++;

  if (picture == NULL)
    while (self->used.length > 0)
      drop_image (self, g_queue_peek_tail (&self->used));
}

GgovMapPicture *
ggov_map_tiles_get_picture (GgovMapTiles *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_TILES (self), NULL);

  return self->picture;
}

static void
base_changed_cb (GgovMapTiles *self)
{
  g_signal_emit (self, signals[READY], 0);
}

void
ggov_map_tiles_set_base (GgovMapTiles *self,
                         GgovBaseMap  *base)
{
  g_return_if_fail (GGOV_IS_MAP_TILES (self));

  if (self->base)
    g_signal_handlers_disconnect_by_func (self->base, base_changed_cb, self);
  g_set_object (&self->base, base);
  if (base)
    g_signal_connect_object (base, "changed", G_CALLBACK (base_changed_cb), self,
                             G_CONNECT_SWAPPED);
  self->generation++;
}

void
ggov_map_tiles_begin (GgovMapTiles *self)
{
  g_array_set_size (self->wanted, 0);
  self->next = 0;
}

GgovMapTileImage *
ggov_map_tiles_find (GgovMapTiles *self,
                     int           zoom,
                     int           x,
                     int           y)
{
  guint64 key = make_key (zoom, x, y);
  GgovMapTileImage *image = g_hash_table_lookup (self->images, &key);

  if (image)
    {
      g_queue_unlink (&self->used, &image->link);
      g_queue_push_head_link (&self->used, &image->link);
    }

  return image;
}

gboolean
ggov_map_tiles_is_fresh (GgovMapTiles           *self,
                         const GgovMapTileImage *image,
                         const GgovMapTileSpot  *spot)
{
  return image->generation == self->generation && image->scale == spot->scale &&
         fabs (image->size - spot->size) < 0.01 &&
         (!image->is_partial || self->base == NULL ||
          image->serial == ggov_base_map_get_serial (self->base));
}

void
ggov_map_tiles_want (GgovMapTiles          *self,
                     const GgovMapTileSpot *spot)
{
  g_array_append_vals (self->wanted, spot, 1);
}

void
ggov_map_tiles_end (GgovMapTiles *self)
{
  start_jobs (self);
  drop_oldest (self);
}

gboolean
ggov_map_tiles_is_idle (GgovMapTiles *self)
{
  return g_hash_table_size (self->drawn) == 0 && self->next >= self->wanted->len;
}

GdkTexture *
ggov_map_tile_image_get_texture (GgovMapTileImage *image)
{
  cairo_surface_t *surface = image->surface;
  g_autoptr(GBytes) bytes = NULL;

  if (image->texture)
    return image->texture;

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), get_bytes (image),
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  image->texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                           cairo_image_surface_get_height (surface),
                                           GDK_MEMORY_DEFAULT, bytes,
                                           cairo_image_surface_get_stride (surface));

  return image->texture;
}
