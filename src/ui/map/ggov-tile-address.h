/* ggov-tile-address.h: the address that tiles of a web map are fetched from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ggov_tile_address_check:
 * @address: as a user types it: of http or https, with {z}, {x} and {y} (rows from the north) or
 *   {-y} (rows from the south) where the numbers go, or with {q} for all three as a quadkey
 * @error: G_IO_ERROR_INVALID_ARGUMENT with a translated sentence on what is wrong
 *
 * Source: TileJSON 3.0.0, 3.21 "tiles"; Bing Maps Tile System, "Tile coordinates and quadkeys".
 *
 * Returns: whether tiles can be fetched from it
 */
gboolean  ggov_tile_address_check   (const char *address,
                                     GError    **error);

/**
 * ggov_tile_address_dup_uri:
 * @address: one that was checked
 * @y: row from the north
 *
 * Returns: (transfer full): where one tile is
 */
char     *ggov_tile_address_dup_uri (const char *address,
                                     int         zoom,
                                     int         x,
                                     int         y) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
