/* ggov-geo-index.h: which building is where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-footprints.h"

G_BEGIN_DECLS

/**
 * GgovGeoIndex:
 *
 * A packed R-tree (GEOS STRtree) over a set of footprints, about 60 bytes a footprint. It is
 * whole when it is handed out, never changes, and any number of threads may ask it at once: each
 * does so by its own GEOS handle. The reference count is atomic.
 */
typedef struct _GgovGeoIndex GgovGeoIndex;

/**
 * ggov_geo_index_new:
 * @footprints: (transfer none): kept alive by the index
 *
 * Takes about half a second a million footprints.
 */
GgovGeoIndex      *ggov_geo_index_new            (GgovGeoFootprints *footprints)
                                                  G_GNUC_WARN_UNUSED_RESULT;
GgovGeoIndex      *ggov_geo_index_ref            (GgovGeoIndex *self);
void               ggov_geo_index_unref          (GgovGeoIndex *self);

/* (transfer none) */
GgovGeoFootprints *ggov_geo_index_get_footprints (const GgovGeoIndex *self);

/**
 * ggov_geo_index_query:
 * @bounds: a rectangle in degrees
 * @found: (element-type guint) (inout): the caller's array, to be used again and again; emptied,
 *   then filled with the indices of footprints, ascending: the order of drawing
 *
 * Finds each footprint whose rectangle meets @bounds; its shape may still be clear of them.
 */
void               ggov_geo_index_query          (GgovGeoIndex        *self,
                                                  const GgovGeoBounds *bounds,
                                                  GArray              *found);

/**
 * ggov_geo_index_find_at:
 * @lon: degrees
 * @lat: degrees
 * @i: (out): the footprint there; of several the one drawn last
 *
 * Returns: TRUE when there is one; @i is left as it was otherwise
 */
gboolean           ggov_geo_index_find_at        (GgovGeoIndex *self,
                                                  double        lon,
                                                  double        lat,
                                                  guint        *i);

/**
 * ggov_geo_index_find_nearest:
 * @lon: degrees
 * @lat: degrees
 * @max_m: how far to look, metres, more than 0, up to 10,000
 * @i: (out): the nearest footprint; of several as near the first
 * @distance_m: (out) (optional): metres to it, 0 when the place is in it
 *
 * Returns: TRUE when one is within @max_m; the outputs are left as they were otherwise
 */
gboolean           ggov_geo_index_find_nearest   (GgovGeoIndex *self,
                                                  double        lon,
                                                  double        lat,
                                                  double        max_m,
                                                  guint        *i,
                                                  double       *distance_m);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoIndex, ggov_geo_index_unref)

G_END_DECLS
