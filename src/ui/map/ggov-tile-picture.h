/* ggov-tile-picture.h: somebody else's picture of a tile, made ready for drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-tile-archive.h"

G_BEGIN_DECLS

/* Wider or higher than any tile is. */
#define GGOV_TILE_PICTURE_MAX_PX 1024

/* Whether this machine has what reads the format. */
gboolean         ggov_tile_picture_can_read (GgovTileFormat format);

/**
 * ggov_tile_picture_decode:
 * @error: GDK_PIXBUF_ERROR where it is damaged, cut off or too large; for the log
 *
 * Only the three formats of tiles are tried, whatever else the picture may claim to be. Some
 * milliseconds; any thread, and not the main one.
 *
 * Returns: (transfer full) (nullable): an image, or NULL with @error set
 */
cairo_surface_t *ggov_tile_picture_decode   (GBytes  *bytes,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
