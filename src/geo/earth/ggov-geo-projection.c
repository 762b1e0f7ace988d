/* ggov-geo-projection.c: between degrees as they are stored and metres as they are computed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-private.h"
#include "ggov-geo-proj-private.h"
#include "ggov-geo-projection.h"

#define MAX_LAT      85.0
#define MAX_LON_AWAY 30.0 /* degrees; beyond it a transverse Mercator folds over */
#define MAX_METRES   4e6  /* as far as MAX_LON_AWAY reaches */

struct _GgovGeoProjection
{
  GObject parent_instance;

  const GgovGeoProj *proj;
  PJ_CONTEXT *context;
  PJ *operation;
  double lon; /* degrees */
};

G_DEFINE_FINAL_TYPE (GgovGeoProjection, ggov_geo_projection, G_TYPE_OBJECT)

static void
ggov_geo_projection_finalize (GObject *object)
{
  GgovGeoProjection *self = GGOV_GEO_PROJECTION (object);

  g_clear_pointer (&self->operation, self->proj->proj_destroy);
  g_clear_pointer (&self->context, self->proj->proj_context_destroy);

  G_OBJECT_CLASS (ggov_geo_projection_parent_class)->finalize (object);
}

static void
ggov_geo_projection_class_init (GgovGeoProjectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_geo_projection_finalize;
}

static void
ggov_geo_projection_init (GgovGeoProjection *self)
{
}

static gboolean
create_operation (GgovGeoProjection  *self,
                  double              lat,
                  GError            **error)
{
  char lon_text[G_ASCII_DTOSTR_BUF_SIZE];
  char lat_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *definition = NULL;
  const GgovGeoProj *proj = self->proj;

  definition = g_strdup_printf ("+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
                                "+step +proj=tmerc +lon_0=%s +lat_0=%s +k=1 +ellps=GRS80",
                                g_ascii_dtostr (lon_text, sizeof lon_text, self->lon),
                                g_ascii_dtostr (lat_text, sizeof lat_text, lat));

  self->context = proj->proj_context_create ();
  proj->proj_log_level (self->context, PJ_LOG_NONE);
  proj->proj_context_set_enable_network (self->context, FALSE);
  self->operation = proj->proj_create (self->context, definition);

  if (self->operation == NULL)
    {
      int code = proj->proj_context_errno (self->context);

      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_ENGINE,
                           proj->proj_context_errno_string (self->context, code));
      return FALSE;
    }

  return TRUE;
}

GgovGeoProjection *
ggov_geo_projection_new (double   lon,
                         double   lat,
                         GError **error)
{
  g_autoptr(GgovGeoProjection) self = NULL;

  /* Written so that not-a-number is refused as well. */
  if (!(fabs (lon) <= 180 && fabs (lat) <= MAX_LAT))
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                   "Longitude %g, latitude %g cannot be the centre of a map", lon, lat);
      return NULL;
    }

  self = g_object_new (GGOV_TYPE_GEO_PROJECTION, NULL);
  self->lon = lon;
  if (!(self->proj = _ggov_geo_proj (error)))
    return NULL;

  return create_operation (self, lat, error) ? g_steal_pointer (&self) : NULL;
}

GgovGeoProjection *
ggov_geo_projection_new_for_wkb (GBytes  *wkb,
                                 GError **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) geom = NULL;
  double west, south, east, north;

  g_return_val_if_fail (wkb != NULL, NULL);

  if (!(geom = _ggov_geo_geom_from_wkb (wkb, error)))
    return NULL;

  if (GEOSGeom_getXMin_r (geos, geom, &west) != 1 || GEOSGeom_getYMin_r (geos, geom, &south) != 1 ||
      GEOSGeom_getXMax_r (geos, geom, &east) != 1 || GEOSGeom_getYMax_r (geos, geom, &north) != 1)
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID,
                           "An empty shape has no centre");
      return NULL;
    }

  return ggov_geo_projection_new ((west + east) / 2, (south + north) / 2, error);
}

static gboolean
transform (GgovGeoProjection  *self,
           PJ_DIRECTION        direction,
           double             *coords,
           gsize               n_points,
           GError            **error)
{
  self->proj->proj_trans_generic (self->operation, direction,
                                  coords, 2 * sizeof (double), n_points,
                                  coords + 1, 2 * sizeof (double), n_points,
                                  NULL, 0, 0, NULL, 0, 0);

  for (gsize i = 0; i < 2 * n_points; i++)
    if (!isfinite (coords[i]))
      {
        g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                     "Point %" G_GSIZE_FORMAT " is no place on earth", i / 2);
        self->proj->proj_errno_reset (self->operation);
        return FALSE;
      }

  return TRUE;
}

gboolean
ggov_geo_projection_forward (GgovGeoProjection  *self,
                             double             *coords,
                             gsize               n_points,
                             GError            **error)
{
  g_return_val_if_fail (GGOV_IS_GEO_PROJECTION (self), FALSE);
  g_return_val_if_fail (coords != NULL || n_points == 0, FALSE);

  for (gsize i = 0; i < n_points; i++)
    if (!(fabs (coords[2 * i] - self->lon) <= MAX_LON_AWAY && fabs (coords[2 * i + 1]) <= 90))
      {
        g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                     "Longitude %g, latitude %g is not near longitude %g",
                     coords[2 * i], coords[2 * i + 1], self->lon);
        return FALSE;
      }

  return transform (self, PJ_FWD, coords, n_points, error);
}

gboolean
ggov_geo_projection_inverse (GgovGeoProjection  *self,
                             double             *coords,
                             gsize               n_points,
                             GError            **error)
{
  g_return_val_if_fail (GGOV_IS_GEO_PROJECTION (self), FALSE);
  g_return_val_if_fail (coords != NULL || n_points == 0, FALSE);

  for (gsize i = 0; i < n_points; i++)
    if (!(fabs (coords[2 * i]) <= MAX_METRES && fabs (coords[2 * i + 1]) <= 5 * MAX_METRES))
      {
        g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                     "Point %" G_GSIZE_FORMAT " is too far from the centre", i);
        return FALSE;
      }

  return transform (self, PJ_INV, coords, n_points, error);
}

static void
measure_line (const GgovGeoProj  *proj,
              const GEOSGeometry *line,
              gboolean            is_ring,
              double             *area_m2,
              double             *length_m)
{
  g_autofree double *coords = NULL;
  struct geod_geodesic ellipsoid;
  struct geod_polygon polygon;
  double area = 0;
  guint n_points;

  coords = _ggov_geo_geom_dup_coords (line, &n_points);
  proj->geod_init (&ellipsoid, GGOV_GEO_EQUATOR_RADIUS_M, GGOV_GEO_FLATTENING);
  proj->geod_polygon_init (&polygon, !is_ring);

  /* A ring's last point repeats its first, which the algorithm closes by itself. */
  for (guint i = 0; i + (is_ring ? 1 : 0) < n_points; i++)
    proj->geod_polygon_addpoint (&ellipsoid, &polygon, coords[2 * i + 1], coords[2 * i]);

  proj->geod_polygon_compute (&ellipsoid, &polygon, FALSE, TRUE, is_ring ? &area : NULL, length_m);
  *area_m2 = fabs (area);
}

static void
add_measure (const GgovGeoProj  *proj,
             const GEOSGeometry *geom,
             double             *area_m2,
             double             *length_m)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  int type = GEOSGeomTypeId_r (geos, geom);
  double area = 0, length = 0;

  if (type == GEOS_POINT || type == GEOS_MULTIPOINT || GEOSisEmpty_r (geos, geom) == 1)
    return;

  if (type == GEOS_LINESTRING || type == GEOS_LINEARRING)
    {
      measure_line (proj, geom, FALSE, &area, &length);
      *length_m += length;
    }
  else if (type == GEOS_POLYGON)
    {
      measure_line (proj, GEOSGetExteriorRing_r (geos, geom), TRUE, &area, &length);
      *area_m2 += area;
      *length_m += length;

      for (int i = 0; i < GEOSGetNumInteriorRings_r (geos, geom); i++)
        {
          measure_line (proj, GEOSGetInteriorRingN_r (geos, geom, i), TRUE, &area, &length);
          *area_m2 -= area;
          *length_m += length;
        }
    }
  else
    {
      for (int i = 0; i < GEOSGetNumGeometries_r (geos, geom); i++)
        add_measure (proj, GEOSGetGeometryN_r (geos, geom, i), area_m2, length_m);
    }
}

gboolean
ggov_geo_measure (GBytes  *wkb,
                  double  *area_m2,
                  double  *perimeter_m,
                  GError **error)
{
  g_autoptr(GEOSGeometry) geom = NULL;
  const GgovGeoProj *proj;
  double area = 0, length = 0;

  g_return_val_if_fail (wkb != NULL, FALSE);

  if (!(proj = _ggov_geo_proj (error)) || !(geom = _ggov_geo_geom_from_wkb (wkb, error)))
    return FALSE;

  add_measure (proj, geom, &area, &length);

  if (area_m2 != NULL)
    *area_m2 = area;

  if (perimeter_m != NULL)
    *perimeter_m = length;

  return TRUE;
}
