/* ggov-geo-label.c: where the name of a shape is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-label.h"
#include "ggov-geo-private.h"
#include "ggov-geo-wkb.h"

static gboolean
find_on_surface (GBytes  *wkb,
                 double  *lon,
                 double  *lat,
                 GError **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) geom = NULL;
  g_autoptr(GEOSGeometry) place = NULL;
  double x, y;

  if (!(geom = _ggov_geo_geom_from_wkb (wkb, error)))
    return FALSE;

  if (!(place = GEOSPointOnSurface_r (geos, geom)) || GEOSGeomGetX_r (geos, place, &x) != 1 ||
      GEOSGeomGetY_r (geos, place, &y) != 1)
    return _ggov_geo_engine_fail (error);

  *lon = x;
  *lat = y;

  return TRUE;
}

gboolean
ggov_geo_get_label_place (GBytes  *wkb,
                          double  *lon,
                          double  *lat,
                          GError **error)
{
  GgovGeoWkb shape;
  double x, y;

  g_return_val_if_fail (wkb != NULL, FALSE);
  g_return_val_if_fail (lon != NULL && lat != NULL, FALSE);

  if (!ggov_geo_wkb_init_bytes (&shape, wkb, error))
    return FALSE;

  if (!ggov_geo_wkb_get_centroid (&shape, &x, &y))
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID, "The shape is empty");
      return FALSE;
    }

  /* True of nearly every building, and a hundred times as quick as asking GEOS. */
  if (shape.type == GGOV_GEO_WKB_POINT || ggov_geo_wkb_contains (&shape, x, y))
    {
      *lon = x;
      *lat = y;
      return TRUE;
    }

  return find_on_surface (wkb, lon, lat, error);
}
