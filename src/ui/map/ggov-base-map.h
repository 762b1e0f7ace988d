/* ggov-base-map.h: somebody else's map, drawn under the buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-datum.h"
#include "ggov-map-tile.h"
#include "ggov-tile-archive.h"
#include "ggov-tile-fetcher.h"

G_BEGIN_DECLS

/**
 * GgovBaseMap:
 *
 * The pictures of an archive, or from an address. What it has it paints on any thread; what is
 * still on its way it paints coarser, and says so on the main thread once it is there.
 */
#define GGOV_TYPE_BASE_MAP (ggov_base_map_get_type ())

G_DECLARE_FINAL_TYPE (GgovBaseMap, ggov_base_map, GGOV, BASE_MAP, GObject)

/**
 * GgovBaseMap::changed:
 *
 * Emitted on the main thread when tiles have come in, or when the problem is another one.
 */

/**
 * ggov_base_map_new_for_archive:
 * @datum: what its tiles are drawn in: WGS 84 (CGCS2000) or GCJ-02
 * @opacity: 0 to 1
 */
GgovBaseMap *ggov_base_map_new_for_archive (GgovTileArchive *archive,
                                            GgovGeoDatum     datum,
                                            double           opacity) G_GNUC_WARN_UNUSED_RESULT;

/* The same for what is fetched; nothing is before it is painted. */
GgovBaseMap *ggov_base_map_new_for_fetcher (GgovTileFetcher *fetcher,
                                            GgovGeoDatum     datum,
                                            double           opacity) G_GNUC_WARN_UNUSED_RESULT;

/* Whom it is owed to; "" where that is not said. */
const char  *ggov_base_map_get_attribution (GgovBaseMap *self);

/* (nullable): a translated sentence on what cannot be drawn or fetched. Main thread. */
const char  *ggov_base_map_get_problem     (GgovBaseMap *self);

/* Grows when something has come in that was painted coarser before; any thread. */
guint        ggov_base_map_get_serial      (GgovBaseMap *self);

/**
 * ggov_base_map_paint:
 * @cr: user space is the tile's pixels; what is painted goes beyond its edges by a pixel or two
 * @is_dark: whether to dim it
 * @is_partial: (out): whether something is still on its way
 *
 * The shift between datums is taken as even across one tile: wrong by less than a pixel.
 *
 * Returns: whether anything was painted: FALSE outside the map, and where its finest level is more
 *   than GGOV_BASE_MAP_MAX_OVERZOOM coarser
 */
gboolean     ggov_base_map_paint           (GgovBaseMap           *self,
                                            cairo_t               *cr,
                                            const GgovMapTileSpot *spot,
                                            gboolean               is_dark,
                                            gboolean              *is_partial);

/* A picture is not seen larger than by so many levels: it would be one colour. */
#define GGOV_BASE_MAP_MAX_OVERZOOM 8

G_END_DECLS
