/* ggov-geo-subdivision-private.h: arcs put end to end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-private.h"
#include "ggov-geo-subdivision.h"

G_BEGIN_DECLS

/**
 * GgovGeoStep:
 * @arc: (unowned): an arc
 * @is_backward: whether it is walked from its last point to its first
 */
typedef struct
{
  const GgovGeoArc *arc;
  gboolean is_backward;
} GgovGeoStep;

/**
 * GgovGeoRing:
 * @steps: (element-type GgovGeoStep): arcs in the order walked, the region on the left hand
 * @coords: (array): shape [n_points][2], degrees; the last point repeats the first
 * @n_points: number of points
 * @area: in square degrees; positive for a shell, negative for a hole
 *
 * A ring that meets no point twice.
 */
typedef struct
{
  GArray *steps;
  double *coords;
  guint n_points;
  double area;
} GgovGeoRing;

void _ggov_geo_ring_free (GgovGeoRing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoRing, _ggov_geo_ring_free)

/**
 * _ggov_geo_ring_is_inner_hole:
 *
 * Returns: whether it is a hole with other grids in it; a grid may have one only where the
 *   community has one
 */
gboolean _ggov_geo_ring_is_inner_hole (const GgovGeoRing *self);

/**
 * _ggov_geo_subdivision_chain:
 * @grid_ids: (array length=n_grids): the grids of the region
 * @n_grids: 0 for every grid: the community
 * @place: (out) (optional) (array fixed-size=2): where no arc goes on, when that is the error
 * @error: GGOV_GEO_ERROR_INVALID where the arcs do not close; or NULL
 *
 * Returns: (transfer full) (nullable) (element-type GgovGeoRing): the rings around the region,
 *   none where it has no arcs
 */
GPtrArray    *_ggov_geo_subdivision_chain    (GgovGeoSubdivision  *self,
                                              const gint64        *grid_ids,
                                              guint                n_grids,
                                              double              *place,
                                              GError             **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_rings_to_geom:
 * @rings: (element-type GgovGeoRing): at least one shell
 *
 * Returns: (transfer full) (nullable): a polygon, or a multipolygon where there are more shells
 */
GEOSGeometry *_ggov_geo_rings_to_geom        (GPtrArray           *rings,
                                              GError             **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_subdivision_dup_geom:
 * @grid_id: a grid, or 0 for all together
 *
 * Returns: (transfer full) (nullable): its polygon or multipolygon in degrees
 */
GEOSGeometry *_ggov_geo_subdivision_dup_geom (GgovGeoSubdivision  *self,
                                              gint64               grid_id,
                                              GError             **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_place_hash:
 * @place: (array fixed-size=2): a coordinate pair
 *
 * With _ggov_geo_place_equal(): a hash table's keys that are equal bit for bit.
 */
guint    _ggov_geo_place_hash  (gconstpointer place);
gboolean _ggov_geo_place_equal (gconstpointer a,
                                gconstpointer b);

G_END_DECLS
