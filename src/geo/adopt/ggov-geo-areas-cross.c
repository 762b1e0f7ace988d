/* ggov-geo-areas-cross.c: what two sets of areas, or one with itself, have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-areas-private.h"

#define LEAST_M2 0.01 /* less in common is the rounding of a border that both share */

/* The common ground of two areas, cut only where neither lies within the other. */
static gboolean
measure_common (const GgovGeoArea  *one,
                const GgovGeoArea  *other,
                double             *area_m2,
                GError            **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) common = NULL;

  *area_m2 = 0;
  if (GEOSPreparedIntersects_r (geos, one->prepared, other->geom) != 1)
    return TRUE;

  if (GEOSPreparedCovers_r (geos, one->prepared, other->geom) == 1)
    *area_m2 = other->area_m2;
  else if (GEOSPreparedCovers_r (geos, other->prepared, one->geom) == 1)
    *area_m2 = one->area_m2;
  else if ((common = GEOSIntersection_r (geos, one->geom, other->geom)))
    *area_m2 = _ggov_geo_area_measure (common);
  else
    return _ggov_geo_engine_fail (error);

  return TRUE;
}

GArray *
ggov_geo_areas_cross (GgovGeoAreas  *self,
                      GgovGeoAreas  *other,
                      GError       **error)
{
  g_autoptr(GArray) crossings = g_array_new (FALSE, FALSE, sizeof (GgovGeoCrossing));
  g_autoptr(GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < self->areas->len; row++)
    {
      const GgovGeoArea *area = _ggov_geo_areas_peek (self, row);

      _ggov_geo_areas_query (other, area->geom, near);
      for (guint k = 0; k < near->len; k++)
        {
          GgovGeoCrossing crossing = { .row = row, .column = g_array_index (near, guint, k) };

          if (!measure_common (area, _ggov_geo_areas_peek (other, crossing.column),
                               &crossing.area_m2, error))
            return NULL;
          if (crossing.area_m2 > LEAST_M2)
            g_array_append_val (crossings, crossing);
        }
    }

  return g_steal_pointer (&crossings);
}

/* Patches ---------------------------------------------------------------------------------- */

static const GEOSGeometry *
find_largest (const GEOSGeometry *geom)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GEOSGeometry *largest = geom;
  double most_m2 = -1;

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, geom); i++)
    {
      const GEOSGeometry *piece = GEOSGetGeometryN_r (geos, geom, i);
      double area_m2 = _ggov_geo_area_measure (piece);

      if (area_m2 > most_m2)
        {
          most_m2 = area_m2;
          largest = piece;
        }
    }

  return largest;
}

static void
fill_patch (GgovGeoPatch       *patch,
            const GEOSGeometry *geom,
            double              area_m2)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) place = GEOSPointOnSurface_r (geos, find_largest (geom));
  double length_m = _ggov_geo_area_perimeter (geom);

  patch->area_m2 = area_m2;
  patch->width_m = length_m > 0 ? 2 * area_m2 / length_m : 0;
  patch->lon = patch->lat = NAN;
  if (place && GEOSisEmpty_r (geos, place) == 0)
    {
      GEOSGeomGetX_r (geos, place, &patch->lon);
      GEOSGeomGetY_r (geos, place, &patch->lat);
    }
}

void
ggov_geo_areas_get_patch (GgovGeoAreas *self,
                          guint         i,
                          GgovGeoPatch *patch)
{
  const GgovGeoArea *area;

  g_return_if_fail (i < self->areas->len);

  area = _ggov_geo_areas_peek (self, i);
  patch->a = patch->b = i;
  fill_patch (patch, area->geom, area->area_m2);
}

static gboolean
add_overlap (GgovGeoAreas  *self,
             guint          a,
             guint          b,
             double         least_m2,
             GArray        *patches,
             GError       **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GgovGeoArea *one = _ggov_geo_areas_peek (self, a);
  const GgovGeoArea *other = _ggov_geo_areas_peek (self, b);
  g_autoptr(GEOSGeometry) common = NULL;
  GgovGeoPatch patch = { .a = a, .b = b };
  double area_m2;

  /* Neighbours touch: that is quicker to know than what they have in common. */
  if (GEOSPreparedIntersects_r (geos, one->prepared, other->geom) != 1 ||
      GEOSPreparedTouches_r (geos, one->prepared, other->geom) == 1)
    return TRUE;

  if (!(common = GEOSIntersection_r (geos, one->geom, other->geom)))
    return _ggov_geo_engine_fail (error);

  area_m2 = _ggov_geo_area_measure (common);
  if (area_m2 >= least_m2)
    {
      fill_patch (&patch, common, area_m2);
      g_array_append_val (patches, patch);
    }

  return TRUE;
}

GArray *
ggov_geo_areas_find_overlaps (GgovGeoAreas  *self,
                              double         least_m2,
                              GError       **error)
{
  g_autoptr(GArray) patches = g_array_new (FALSE, FALSE, sizeof (GgovGeoPatch));
  g_autoptr(GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint a = 0; a < self->areas->len; a++)
    {
      _ggov_geo_areas_query (self, _ggov_geo_areas_peek (self, a)->geom, near);
      for (guint k = 0; k < near->len; k++)
        {
          guint b = g_array_index (near, guint, k);

          if (b > a && !add_overlap (self, a, b, least_m2, patches, error))
            return NULL;
        }
    }

  return g_steal_pointer (&patches);
}

/* What is left of an area once all those near it are taken off. */
static GEOSGeometry *
take_off (const GgovGeoArea  *area,
          GgovGeoAreas       *cover,
          const GArray       *near,
          GError            **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) left = GEOSGeom_clone_r (geos, area->geom);

  for (guint k = 0; k < near->len && GEOSisEmpty_r (geos, left) == 0; k++)
    {
      const GgovGeoArea *other = _ggov_geo_areas_peek (cover, g_array_index (near, guint, k));
      g_autoptr(GEOSGeometry) before = g_steal_pointer (&left);

      if (!(left = GEOSDifference_r (geos, before, other->geom)))
        {
          _ggov_geo_engine_fail (error);
          return NULL;
        }
    }

  return g_steal_pointer (&left);
}

GArray *
ggov_geo_areas_find_uncovered (GgovGeoAreas  *self,
                               GgovGeoAreas  *cover,
                               double         least_m2,
                               GError       **error)
{
  g_autoptr(GArray) patches = g_array_new (FALSE, FALSE, sizeof (GgovGeoPatch));
  g_autoptr(GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->areas->len; i++)
    {
      const GgovGeoArea *area = _ggov_geo_areas_peek (self, i);
      g_autoptr(GEOSGeometry) left = NULL;
      GgovGeoPatch patch = { .a = i, .b = i };
      double area_m2;

      _ggov_geo_areas_query (cover, area->geom, near);
      if (!(left = take_off (area, cover, near, error)))
        return NULL;

      area_m2 = _ggov_geo_area_measure (left);
      if (area_m2 >= least_m2)
        {
          fill_patch (&patch, left, area_m2);
          g_array_append_val (patches, patch);
        }
    }

  return g_steal_pointer (&patches);
}

double
ggov_geo_areas_get_union_m2 (GgovGeoAreas  *self,
                             GError       **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autofree GEOSGeometry **parts = g_new0 (GEOSGeometry *, self->areas->len + 1);
  g_autoptr(GEOSGeometry) all = NULL;
  g_autoptr(GEOSGeometry) joined = NULL;

  for (guint i = 0; i < self->areas->len; i++)
    parts[i] = GEOSGeom_clone_r (geos, _ggov_geo_areas_peek (self, i)->geom);

  all = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION, parts, self->areas->len);
  if (all == NULL || !(joined = GEOSUnaryUnion_r (geos, all)))
    {
      _ggov_geo_engine_fail (error);
      return 0;
    }

  return _ggov_geo_area_measure (joined);
}
