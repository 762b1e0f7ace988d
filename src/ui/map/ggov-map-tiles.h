/* ggov-map-tiles.h: the map's tiles: kept, wanted, and drawn off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-base-map.h"

G_BEGIN_DECLS

/**
 * GgovMapTiles:
 *
 * Belongs to the main thread. Keeps the tiles used last, up to a number of bytes. In each frame
 * its owner asks for what is seen; what is missing or out of date is drawn by threads of its own,
 * nearest to the middle first, and what was wanted only in an earlier frame is not drawn at all.
 */
#define GGOV_TYPE_MAP_TILES (ggov_map_tiles_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapTiles, ggov_map_tiles, GGOV, MAP_TILES, GObject)

/**
 * GgovMapTiles::ready:
 *
 * Emitted when a tile has been drawn, at a priority that drawing frames cannot starve.
 */

/**
 * GgovMapTileImage:
 * @surface: somewhat larger than the tile to the right and below
 * @size: at which it was drawn, pixels
 * @scale: device pixels in a pixel
 * @generation: of the picture it shows
 * @is_partial: whether some of its base map was on its way
 * @serial: of the base map when it was drawn
 *
 * A tile that is there. Good until the main loop runs again.
 */
typedef struct
{
  cairo_surface_t *surface;
  double           size;
  int              scale;
  guint            generation;
  gboolean         is_partial;
  guint            serial;

  /*< private >*/
  guint64          key;
  GdkTexture      *texture; /* (nullable): made when it is asked for */
  GList            link;    /* in the order of use */
} GgovMapTileImage;

GgovMapTiles           *ggov_map_tiles_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): what to draw. Tiles of the picture before stay until those of this one are there. */
void                    ggov_map_tiles_set_picture (GgovMapTiles   *self,
                                                    GgovMapPicture *picture);
GgovMapPicture         *ggov_map_tiles_get_picture (GgovMapTiles   *self);

/* (nullable): what to draw under the picture. */
void                    ggov_map_tiles_set_base    (GgovMapTiles   *self,
                                                    GgovBaseMap    *base);

/* Begins a frame: forgets what was wanted. */
void                    ggov_map_tiles_begin       (GgovMapTiles   *self);

/**
 * ggov_map_tiles_find:
 *
 * Returns: (transfer none) (nullable): the tile as it was last drawn, at whatever size
 */
GgovMapTileImage       *ggov_map_tiles_find        (GgovMapTiles *self,
                                                    int           zoom,
                                                    int           x,
                                                    int           y);

/* Whether a tile shows the present picture at the size that is wanted. */
gboolean                ggov_map_tiles_is_fresh    (GgovMapTiles           *self,
                                                    const GgovMapTileImage *image,
                                                    const GgovMapTileSpot  *spot);

/* Asks for a tile; what is asked for first is drawn first. */
void                    ggov_map_tiles_want        (GgovMapTiles          *self,
                                                    const GgovMapTileSpot *spot);

/* Ends a frame: threads get to work. */
void                    ggov_map_tiles_end         (GgovMapTiles *self);

/* (transfer none): the tile for a renderer that draws textures. */
GdkTexture             *ggov_map_tile_image_get_texture (GgovMapTileImage *image);

/* Whether nothing is being drawn or waits for it. */
gboolean                ggov_map_tiles_is_idle     (GgovMapTiles *self);

G_END_DECLS
