/* ggov-geo-mesh-spots-private.h: points, each found by where it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-mesh-private.h"

G_BEGIN_DECLS

/**
 * GgovGeoMeshSpots:
 * @points: (element-type GgovGeoMeshPoint): all different
 * @slots: (array length=mask + 1): index + 1 of a point; 0 where a slot is free
 * @mask: one less than a power of two
 */
typedef struct
{
  GArray *points;
  guint *slots;
  guint mask;
} GgovGeoMeshSpots;

/* @points: (element-type GgovGeoMeshPoint): empty; the spots are appended to it. */
void  _ggov_geo_mesh_spots_init  (GgovGeoMeshSpots *self,
                                  GArray           *points);
void  _ggov_geo_mesh_spots_clear (GgovGeoMeshSpots *self);

/* Returns: the point's index, a new one where it was not known */
guint _ggov_geo_mesh_spots_find  (GgovGeoMeshSpots *self,
                                  GgovGeoMeshPoint  point);

G_END_DECLS
