/* ggov-geo-repair.c: a valid shape of the same ground
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-check.h"
#include "ggov-geo-private.h"
#include "ggov-geo-wkb.h"

/* The engine's own reader refuses rings that are not closed; this one closes them. */
static GEOSGeometry *
read_lenient (GBytes *wkb)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GEOSWKBReader *reader = GEOSWKBReader_create_r (geos);
  GEOSGeometry *geom;
  gconstpointer data;
  gsize size;

  data = g_bytes_get_data (wkb, &size);
  GEOSWKBReader_setFixStructure_r (geos, reader, 1);
  geom = GEOSWKBReader_read_r (geos, reader, data, size);
  GEOSWKBReader_destroy_r (geos, reader);

  return geom;
}

static GEOSGeometry *
make_valid (const GEOSGeometry *geom)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GEOSMakeValidParams *params = GEOSMakeValidParams_create_r (geos);
  GEOSGeometry *valid;

  GEOSMakeValidParams_setMethod_r (geos, params, GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r (geos, params, 0);
  valid = GEOSMakeValidWithParams_r (geos, geom, params);
  GEOSMakeValidParams_destroy_r (geos, params);

  return valid;
}

static gboolean
is_area (const GEOSGeometry *geom)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  int type = GEOSGeomTypeId_r (geos, geom);

  return (type == GEOS_POLYGON || type == GEOS_MULTIPOLYGON) && GEOSisEmpty_r (geos, geom) == 0;
}

GBytes *
ggov_geo_repair (GBytes  *wkb,
                 GError **error)
{
  g_autoptr(GEOSGeometry) geom = NULL;
  g_autoptr(GEOSGeometry) valid = NULL;
  GgovGeoWkb shape;

  g_return_val_if_fail (wkb != NULL, NULL);

  if (!ggov_geo_wkb_init_bytes (&shape, wkb, error))
    return NULL;

  if (shape.type != GGOV_GEO_WKB_POLYGON && shape.type != GGOV_GEO_WKB_MULTI_POLYGON)
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE, "A shape of type %u has no area",
                   shape.type);
      return NULL;
    }

  if (!(geom = read_lenient (wkb)) || !(valid = make_valid (geom)))
    {
      _ggov_geo_engine_fail (error);
      return NULL;
    }

  if (!is_area (valid))
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID,
                           "Nothing with an area is left of the shape");
      return NULL;
    }

  return _ggov_geo_geom_to_wkb (valid, error);
}
