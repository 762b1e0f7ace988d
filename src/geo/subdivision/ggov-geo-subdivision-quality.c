/* ggov-geo-subdivision-quality.c: grids that break no rule, but are seldom meant so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-frame-private.h"
#include "ggov-geo-subdivision-check.h"
#include "ggov-geo-subdivision-private.h"

#define MIN_WIDTH_M  6.0    /* the clearance from buildings on both sides of a border */
#define MIN_LENGTH_M 20.0   /* of a thin stretch */
#define MIN_GRID_M2  1000.0 /* as the smallest border that is taken in without a notice */
#define ROUNDING_M   0.01   /* what buffering there and back loses along straight borders */
#define QUARTER      8      /* segments of a quarter circle */

typedef struct
{
  GgovGeoFrame frame;
  gint64 grid_id;
  GPtrArray *findings; /* (element-type GgovGeoFinding) */
} Look;

static void
add_finding (const Look         *self,
             GgovGeoFindingKind  kind,
             double              amount,
             const GEOSGeometry *where)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) point = where != NULL ? GEOSPointOnSurface_r (geos, where) : NULL;
  GgovGeoFinding finding = { kind, self->grid_id, 0, 0, NAN, NAN, amount };
  double place[2];

  if (point != NULL && GEOSGeomGetX_r (geos, point, &place[0]) == 1 &&
      GEOSGeomGetY_r (geos, point, &place[1]) == 1)
    {
      _ggov_geo_frame_to_degrees (&self->frame, place, 1);
      finding.lon = place[0];
      finding.lat = place[1];
    }

  g_ptr_array_add (self->findings, ggov_geo_finding_copy (&finding));
}

/* Half the way around a thin stretch is about its length. */
static void
look_at_rest (const Look         *self,
              const GEOSGeometry *rest)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, rest); i++)
    {
      const GEOSGeometry *part = GEOSGetGeometryN_r (geos, rest, i);
      double around_m = 0;

      if (GEOSLength_r (geos, part, &around_m) == 1 && around_m / 2 > MIN_LENGTH_M)
        add_finding (self, GGOV_GEO_FINDING_SLIVER, around_m / 2, part);
    }
}

static gboolean
look_at_grid (const Look         *self,
              const GEOSGeometry *polygon,
              GError            **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) core = GEOSBuffer_r (geos, polygon, -MIN_WIDTH_M / 2, QUARTER);
  g_autoptr(GEOSGeometry) opened = NULL;
  g_autoptr(GEOSGeometry) rest = NULL;
  double area_m2 = 0;

  if (core == NULL || GEOSArea_r (geos, polygon, &area_m2) != 1)
    return _ggov_geo_engine_fail (error);

  if (area_m2 < MIN_GRID_M2 || GEOSisEmpty_r (geos, core) == 1)
    {
      add_finding (self, GGOV_GEO_FINDING_TINY, area_m2, polygon);
      return TRUE;
    }

  if (!(opened = GEOSBuffer_r (geos, core, MIN_WIDTH_M / 2 + ROUNDING_M, QUARTER)) ||
      !(rest = GEOSDifference_r (geos, polygon, opened)))
    return _ggov_geo_engine_fail (error);

  look_at_rest (self, rest);

  return TRUE;
}

static gboolean
has_building (const GgovGeoBuilding *buildings,
              guint                  n_buildings,
              gint64                 grid_id)
{
  for (guint i = 0; i < n_buildings; i++)
    if (buildings[i].grid_id == grid_id)
      return TRUE;

  return FALSE;
}

gboolean
ggov_geo_subdivision_check_quality (GgovGeoSubdivision     *self,
                                    const GgovGeoBuilding  *buildings,
                                    guint                   n_buildings,
                                    GPtrArray              *findings,
                                    GError                **error)
{
  g_autoptr(GArray) ids = NULL;

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), FALSE);
  g_return_val_if_fail (buildings != NULL || n_buildings == 0, FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  ids = ggov_geo_subdivision_list_grids (self);

  for (guint i = 0; i < ids->len; i++)
    {
      Look look = { { 0 }, g_array_index (ids, gint64, i), findings };
      g_autoptr(GEOSGeometry) degrees = NULL;
      g_autoptr(GEOSGeometry) polygon = NULL;

      if (!(degrees = _ggov_geo_subdivision_dup_geom (self, look.grid_id, error)) ||
          !_ggov_geo_frame_init (&look.frame, degrees, error) ||
          !(polygon = _ggov_geo_frame_apply (&look.frame, degrees, error)) ||
          !look_at_grid (&look, polygon, error))
        return FALSE;

      if (!has_building (buildings, n_buildings, look.grid_id))
        add_finding (&look, GGOV_GEO_FINDING_EMPTY, 0, polygon);
    }

  return TRUE;
}
