/* ggov-tile-fetcher.h: tiles of a web map, fetched as they are asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GGOV_TILE_FETCHER_MAX_ZOOM 19

/**
 * GgovTileFetcher:
 *
 * Fetches few tiles at a time, keeps them on the disk, and lets a server that fails be for longer
 * and longer. Made and released on the main thread.
 */
#define GGOV_TYPE_TILE_FETCHER (ggov_tile_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (GgovTileFetcher, ggov_tile_fetcher, GGOV, TILE_FETCHER, GObject)

/**
 * GgovTileFetcher::arrived:
 *
 * Emitted on the main thread when it is worth asking again, or when the problem is another one.
 */

/**
 * ggov_tile_fetcher_new:
 * @address: one that ggov_tile_address_check() takes
 * @attribution: whom the tiles are owed to
 *
 * Nothing is fetched before it is asked for.
 */
GgovTileFetcher *ggov_tile_fetcher_new             (const char      *address,
                                                    const char      *attribution)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/* Fetches nothing from now on. Main thread. */
void             ggov_tile_fetcher_stop            (GgovTileFetcher *self);

const char      *ggov_tile_fetcher_get_attribution (GgovTileFetcher *self);

/* (nullable): a translated sentence on why nothing comes. Main thread. */
const char      *ggov_tile_fetcher_get_problem     (GgovTileFetcher *self);

/**
 * ggov_tile_fetcher_read:
 * @y: row from the north
 * @is_awaited: (out): whether it was not there and is on its way
 *
 * Reads from the disk, so not for the main thread; any other.
 *
 * Returns: (transfer full) (nullable): the picture; NULL where it is awaited, or where the server
 *   has none
 */
GBytes          *ggov_tile_fetcher_read            (GgovTileFetcher *self,
                                                    int              zoom,
                                                    int              x,
                                                    int              y,
                                                    gboolean        *is_awaited)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
