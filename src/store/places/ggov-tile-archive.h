/* ggov-tile-archive.h: an MBTiles file: the pictures of a base map in one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-geo-bounds.h"
#include "ggov-store-error.h"

G_BEGIN_DECLS

/* A tile's picture is never longer; a kilobyte is usual for each 10 by 10 pixels. */
#define GGOV_TILE_MAX_BYTES (4u << 20)

#define GGOV_TILE_MAX_ZOOM 22

/**
 * GgovTileFormat:
 *
 * How a tile's picture is written.
 */
typedef enum
{
  GGOV_TILE_PNG,
  GGOV_TILE_JPEG,
  GGOV_TILE_WEBP,
} GgovTileFormat;

/**
 * ggov_tile_format_find:
 * @format: (out): left as it was when none is found
 *
 * Looks at how a picture begins, whatever it is called.
 *
 * Returns: whether it is one of the formats
 */
gboolean         ggov_tile_format_find             (GBytes         *picture,
                                                    GgovTileFormat *format);

/**
 * GgovTileArchive:
 *
 * Somebody else's file, which may be damaged or made to do harm: it is opened for reading alone,
 * as a file that nobody writes meanwhile, with nothing in it trusted, and with limits on what a
 * row holds and a view computes. Any thread; reading takes turns.
 *
 * Source: MBTiles 1.3 specification, https://github.com/mapbox/mbtiles-spec.
 */
#define GGOV_TYPE_TILE_ARCHIVE (ggov_tile_archive_get_type ())

G_DECLARE_FINAL_TYPE (GgovTileArchive, ggov_tile_archive, GGOV, TILE_ARCHIVE, GObject)

/**
 * ggov_tile_archive_open:
 * @path: in the GLib file name encoding
 * @error: GGOV_STORE_ERROR_MISSING where there is no such file; GGOV_STORE_ERROR_REFUSED where it
 *   is of no use. The message is a translated sentence that names the file in both.
 *
 * Looks into the file for some milliseconds; not for the main thread.
 *
 * Returns: (transfer full) (nullable): the archive, or NULL with @error set
 */
GgovTileArchive *ggov_tile_archive_open            (const char      *path,
                                                    GError         **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/* The name it gives itself, or its file's. */
const char      *ggov_tile_archive_get_name        (GgovTileArchive *self);

/* Whom the pictures are owed to, without markup; "" where it does not say. */
const char      *ggov_tile_archive_get_attribution (GgovTileArchive *self);

GgovTileFormat   ggov_tile_archive_get_format      (GgovTileArchive *self);

/* Degrees; the whole world where it does not say, or says what cannot be. */
void             ggov_tile_archive_get_bounds      (GgovTileArchive *self,
                                                    GgovGeoBounds   *bounds);

/* The coarsest and the finest zoom level. */
void             ggov_tile_archive_get_zooms       (GgovTileArchive *self,
                                                    int             *min_zoom,
                                                    int             *max_zoom);

/**
 * ggov_tile_archive_read:
 * @zoom: 0 to GGOV_TILE_MAX_ZOOM
 * @x: column from the west
 * @y: row from the north, whichever way the file counts
 * @error: GGOV_STORE_ERROR_REFUSED with a translated sentence, where the file is damaged there
 *
 * Returns: (transfer full) (nullable): the picture; NULL with no @error where there is none
 */
GBytes          *ggov_tile_archive_read            (GgovTileArchive  *self,
                                                    int               zoom,
                                                    int               x,
                                                    int               y,
                                                    GError          **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
