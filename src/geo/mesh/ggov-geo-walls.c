/* ggov-geo-walls.c: the outline of an area, for many short questions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-walls-private.h"

static void
add_ring (const GEOSGeometry *ring,
          GArray             *points,
          GArray             *ends)
{
  g_autofree double *coords = NULL;
  guint n_points;

  if (!(coords = _ggov_geo_geom_dup_coords (ring, &n_points)))
    return;

  g_array_append_vals (points, coords, n_points);
  g_array_append_val (ends, points->len);
}

static void
add_polygon (const GEOSGeometry *polygon,
             GArray             *points,
             GArray             *ends)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();

  add_ring (GEOSGetExteriorRing_r (geos, polygon), points, ends);

  for (int i = 0; i < GEOSGetNumInteriorRings_r (geos, polygon); i++)
    add_ring (GEOSGetInteriorRingN_r (geos, polygon, i), points, ends);
}

void
_ggov_geo_walls_init (GgovGeoWalls       *self,
                      const GEOSGeometry *shape)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GArray *points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));

  if (GEOSGeomTypeId_r (geos, shape) == GEOS_POLYGON)
    add_polygon (shape, points, ends);
  else
    for (int i = 0; i < GEOSGetNumGeometries_r (geos, shape); i++)
      add_polygon (GEOSGetGeometryN_r (geos, shape, i), points, ends);

  self->n_points = points->len;
  self->n_rings = ends->len;
  self->points = (double *) (gpointer) g_array_free (points, FALSE);
  self->ends = (guint *) (gpointer) g_array_free (ends, FALSE);
}

void
_ggov_geo_walls_clear (GgovGeoWalls *self)
{
  g_clear_pointer (&self->points, g_free);
  g_clear_pointer (&self->ends, g_free);
}

gboolean
_ggov_geo_walls_contain (const GgovGeoWalls *self,
                         const double       *place)
{
  gboolean is_inside = FALSE;

  for (guint ring = 0; ring < self->n_rings; ring++)
    for (guint i = _ggov_geo_walls_get_first (self, ring); i + 1 < self->ends[ring]; i++)
      {
        const double *a = self->points + 2 * i, *b = a + 2;

        if ((a[1] > place[1]) != (b[1] > place[1]) &&
            place[0] < a[0] + (place[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
          is_inside = !is_inside;
      }

  return is_inside;
}

/* Square of the distance. */
static double
measure_to_wall (const double *place,
                 const double *a)
{
  double dx = a[2] - a[0], dy = a[3] - a[1], square = dx * dx + dy * dy;
  double t = square > 0
    ? CLAMP (((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / square, 0, 1) : 0;
  double x = a[0] + t * dx - place[0], y = a[1] + t * dy - place[1];

  return x * x + y * y;
}

double
_ggov_geo_walls_measure (const GgovGeoWalls *self,
                         const double       *place)
{
  double nearest = INFINITY;

  if (_ggov_geo_walls_contain (self, place))
    return 0;

  for (guint ring = 0; ring < self->n_rings; ring++)
    for (guint i = _ggov_geo_walls_get_first (self, ring); i + 1 < self->ends[ring]; i++)
      nearest = MIN (nearest, measure_to_wall (place, self->points + 2 * i));

  return sqrt (nearest);
}
