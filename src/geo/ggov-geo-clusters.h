/* ggov-geo-clusters.h: many points put together into few, the fewer the smaller the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovGeoClusterPoint:
 * @x: part of the world's square from the west, 0 to 1
 * @y: part of the world's square from the north
 * @rank: how much it matters; the greatest of a cluster is that of the cluster
 *
 * Source: OGC 17-083r4, annex D (WebMercatorQuad), for the square.
 */
typedef struct
{
  double x;
  double y;
  guint  rank;
} GgovGeoClusterPoint;

/**
 * GgovGeoCluster:
 * @x: the middle of its points
 * @y: likewise
 * @n: how many points it has, at least 1
 * @rank: the greatest of its points
 * @n_ranked: how many of its points have that rank
 * @first: where its points begin in ggov_geo_clusters_get_order()
 */
typedef struct
{
  double x;
  double y;
  guint  n;
  guint  rank;
  guint  n_ranked;
  guint  first;
} GgovGeoCluster;

/**
 * GgovGeoClusters:
 *
 * Points in clusters for each zoom level. Each point is in one cluster of a level, and a cluster is
 * made of whole clusters of the next level. Never changes, so any number of threads may read it;
 * the reference count is atomic.
 */
typedef struct _GgovGeoClusters GgovGeoClusters;

/**
 * ggov_geo_clusters_new:
 * @points: (array length=n): copied
 * @radius_px: what is as near as this to the first point of a cluster belongs to it, pixels of a
 *   world of 256 pixels times 2 to the power of the zoom level
 * @min_zoom: the first zoom level
 * @max_zoom: the last one, at most 30
 *
 * Clusters begin in the order of the points, so that the same points give the same clusters. Takes
 * O(n log n) for each level.
 *
 * Source: the greedy method of Mapbox's supercluster, with sorted cells in place of a tree.
 */
GgovGeoClusters      *ggov_geo_clusters_new        (const GgovGeoClusterPoint *points,
                                                    guint                      n,
                                                    double                     radius_px,
                                                    int                        min_zoom,
                                                    int                        max_zoom)
                                                    G_GNUC_WARN_UNUSED_RESULT;
GgovGeoClusters      *ggov_geo_clusters_ref        (GgovGeoClusters *self);
void                  ggov_geo_clusters_unref      (GgovGeoClusters *self);

/* (array length=n): the clusters of a zoom level, from the north to the south. A level beyond the
 * first or the last is taken for that one. */
const GgovGeoCluster *ggov_geo_clusters_get        (GgovGeoClusters *self,
                                                    int              zoom,
                                                    guint           *n);

/* (array): indices of the points, so that those of any cluster stand together. */
const guint          *ggov_geo_clusters_get_order  (GgovGeoClusters *self);

/**
 * ggov_geo_clusters_find:
 * @found: (element-type GgovGeoCluster): what lies in the rectangle, edges included, is appended
 */
void                  ggov_geo_clusters_find       (GgovGeoClusters *self,
                                                    int              zoom,
                                                    double           x0,
                                                    double           y0,
                                                    double           x1,
                                                    double           y1,
                                                    GArray          *found);

/**
 * ggov_geo_clusters_find_split:
 * @cluster: of this zoom level
 *
 * Returns: the next zoom level on which the cluster is more than one, or 0 if it stays together
 */
int                   ggov_geo_clusters_find_split (GgovGeoClusters      *self,
                                                    int                   zoom,
                                                    const GgovGeoCluster *cluster);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoClusters, ggov_geo_clusters_unref)

G_END_DECLS
