/* ggov-tile-cache.h: tiles fetched before, kept in the user's cache folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What has been fetched so long ago is fetched anew once it is seen again. */
#define GGOV_TILE_CACHE_MAX_DAYS 30

/* Of one address. When more is found the oldest go, until a quarter is free. */
#define GGOV_TILE_CACHE_MAX_BYTES (200u << 20)

/**
 * ggov_tile_cache_dup_folder:
 *
 * Returns: (transfer full): where tiles of an address are kept; the folder may not be there yet
 */
char    *ggov_tile_cache_dup_folder (const char *address) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_tile_cache_read:
 * @is_old: (out): whether it should be fetched anew
 *
 * Blocks on the disk; any thread but the main one.
 *
 * Returns: (transfer full) (nullable): the picture, or NULL where it is not there
 */
GBytes  *ggov_tile_cache_read       (const char *folder,
                                     int         zoom,
                                     int         x,
                                     int         y,
                                     gboolean   *is_old) G_GNUC_WARN_UNUSED_RESULT;

/* Blocks likewise. A cache that cannot be written is none, which is told nobody. */
void     ggov_tile_cache_write      (const char *folder,
                                     int         zoom,
                                     int         x,
                                     int         y,
                                     GBytes     *picture);

/**
 * ggov_tile_cache_prune:
 * @max_bytes: what may stay, as files count
 *
 * Takes the oldest away until three quarters of @max_bytes are left, if there are more. Blocks.
 */
void     ggov_tile_cache_prune      (const char *folder,
                                     gsize       max_bytes);

G_END_DECLS
