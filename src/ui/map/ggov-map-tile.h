/* ggov-map-tile.h: one square of the map, drawn by any thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "ggov-map-picture.h"

G_BEGIN_DECLS

/* Device pixels around a tile's image: one placed on whole pixels is up to one wider than its
 * ground, and one that is seen larger is smooth up to its edge. */
#define GGOV_MAP_TILE_MARGIN 1

/**
 * GgovMapTileSpot:
 * @zoom: whole zoom level, 0 to 22
 * @x: column from the west, 0 to 2^zoom - 1
 * @y: row from the north
 * @size: width and height at which it is to be seen, pixels
 * @scale: device pixels in a pixel
 */
typedef struct
{
  int    zoom;
  int    x;
  int    y;
  double size;
  int    scale;
} GgovMapTileSpot;

typedef struct _GgovBaseMap GgovBaseMap;

/**
 * ggov_map_tile_draw:
 * @base: (nullable): what to draw under it all, instead of streets and the ground of communities
 * @is_partial: (out): whether some of that is on its way, and the tile to be drawn again
 *
 * Draws buildings, streets, borders and the soft ground of grids. Labels and what is selected are
 * not of a tile.
 *
 * Returns: (transfer full): an opaque image with a margin on each side
 */
cairo_surface_t *ggov_map_tile_draw (GgovMapPicture        *picture,
                                     GgovBaseMap           *base,
                                     const GgovMapTileSpot *spot,
                                     gboolean              *is_partial) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
