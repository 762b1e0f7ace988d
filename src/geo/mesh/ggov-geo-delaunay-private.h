/* ggov-geo-delaunay-private.h: points joined to triangles, each with no other point in its circle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-mesh-private.h"

G_BEGIN_DECLS

/**
 * GGOV_GEO_DELAUNAY_MAX:
 *
 * Coordinates are below this, either way: all is exact in 128 bits then.
 */
#define GGOV_GEO_DELAUNAY_MAX (1 << 29)

/**
 * GgovGeoTriangle:
 * @corners: indices of points, counterclockwise
 * @across: for each corner the triangle on the other side of the line between the other two;
 *   GGOV_GEO_MESH_NONE outside
 */
typedef struct
{
  guint corners[3];
  guint across[3];
} GgovGeoTriangle;

/**
 * _ggov_geo_delaunay_new:
 * @points: (array length=n_points): all different; the first @n_around go around all others
 *   counterclockwise, without a corner that points inwards
 * @n_around: at least 3
 *
 * Fast where most points are near the one before.
 *
 * Source: C. Lawson, Software for C1 surface interpolation, Mathematical Software III (1977).
 *
 * Returns: (transfer full) (element-type GgovGeoTriangle): the triangles
 */
GArray *_ggov_geo_delaunay_new (const GgovGeoMeshPoint *points,
                                guint                   n_points,
                                guint                   n_around) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
