/* ggov-geo-walls-private.h: the outline of an area, for many short questions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-private.h"

G_BEGIN_DECLS

/**
 * GgovGeoWalls:
 * @points: (array): shape [n_points][2], all rings one after the other; each ends where it began
 * @n_points: how many
 * @ends: (array length=n_rings): after which point a ring ends
 * @n_rings: how many
 *
 * The rings of a polygon or of several that do not overlap.
 */
typedef struct
{
  double *points;
  guint n_points;
  guint *ends;
  guint n_rings;
} GgovGeoWalls;

/* @shape: a polygon or a collection of polygons. */
void     _ggov_geo_walls_init     (GgovGeoWalls       *self,
                                   const GEOSGeometry *shape);
void     _ggov_geo_walls_clear    (GgovGeoWalls       *self);

/* Whether a place is inside; one on the outline may be either. */
gboolean _ggov_geo_walls_contain  (const GgovGeoWalls *self,
                                   const double       *place);

/* How far a place is from the nearest wall; 0 inside. */
double   _ggov_geo_walls_measure  (const GgovGeoWalls *self,
                                   const double       *place);

/* The point that a ring begins with. */
static inline guint
_ggov_geo_walls_get_first (const GgovGeoWalls *self,
                           guint               ring)
{
  return ring == 0 ? 0 : self->ends[ring - 1];
}

/* Whether a point is the last of its ring: no wall leads on from it. */
static inline gboolean
_ggov_geo_walls_is_end (const GgovGeoWalls *self,
                        guint               point)
{
  for (guint i = 0; i < self->n_rings; i++)
    if (self->ends[i] == point + 1)
      return TRUE;

  return FALSE;
}

G_END_DECLS
