/* ggov-reader-place.c: geometry brought to longitude and latitude
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_error.h>
#include <math.h>
#include <ogr_srs_api.h>

#include "ggov-reader-error.h"
#include "ggov-reader-place.h"

struct _GgovReaderPlace
{
  OGRCoordinateTransformationH transformation; /* (nullable): NULL where it is WGS 84 already */
};

static const char *
name_type (OGRwkbGeometryType type)
{
  static const char *const names[] = { "Geometry", "Point", "LineString", "Polygon", "MultiPoint",
                                       "MultiLineString", "MultiPolygon", "GeometryCollection" };

  return (gsize) type < G_N_ELEMENTS (names) ? names[type] : "Geometry";
}

static OGRSpatialReferenceH
new_crs (OGRLayerH    layer,
         const char  *crs)
{
  OGRSpatialReferenceH own = OGR_L_GetSpatialRef (layer);
  OGRSpatialReferenceH result;

  if (crs == NULL)
    return own != NULL ? OSRClone (own) : NULL;

  result = OSRNewSpatialReference (NULL);
  if (OSRSetFromUserInput (result, crs) == OGRERR_NONE)
    return result;

  OSRDestroySpatialReference (result);
  return NULL;
}

/* GDAL gives a GeoPackage's "undefined" systems a name, and any drawing a local one. */
static gboolean
is_known (OGRSpatialReferenceH crs)
{
  const char *name = crs != NULL ? OSRGetName (crs) : NULL;

  return name != NULL && (OSRIsGeographic (crs) || OSRIsProjected (crs))
         && !g_str_has_prefix (name, "Undefined");
}

static char *
make_name (OGRSpatialReferenceH crs)
{
  const char *authority = OSRGetAuthorityName (crs, NULL);
  const char *code = OSRGetAuthorityCode (crs, NULL);

  if (authority != NULL && code != NULL)
    return g_strconcat (authority, ":", code, NULL);

  return g_utf8_make_valid (OSRGetName (crs), -1);
}

/* Takes @crs. */
static GgovReaderPlace *
new_from_crs (OGRSpatialReferenceH crs)
{
  g_autoptr (GgovReaderPlace) self = g_new0 (GgovReaderPlace, 1);
  OGRSpatialReferenceH wgs84 = OSRNewSpatialReference (NULL);
  gboolean ok = OSRImportFromEPSG (wgs84, 4326) == OGRERR_NONE;

  OSRSetAxisMappingStrategy (wgs84, OAMS_TRADITIONAL_GIS_ORDER);
  OSRSetAxisMappingStrategy (crs, OAMS_TRADITIONAL_GIS_ORDER);
  if (ok && !OSRIsSame (crs, wgs84))
    {
      self->transformation = OCTNewCoordinateTransformation (crs, wgs84);
      ok = self->transformation != NULL;
    }
  OSRDestroySpatialReference (wgs84);
  OSRDestroySpatialReference (crs);

  return ok ? g_steal_pointer (&self) : NULL;
}

GgovReaderPlace *
ggov_reader_place_new (OGRLayerH    layer,
                       const char  *crs,
                       char       **name,
                       GError     **error)
{
  OGRSpatialReferenceH source = new_crs (layer, crs);
  GgovReaderPlace *self = NULL;

  if (is_known (source))
    {
      *name = make_name (source);
      self = new_from_crs (source);
    }
  else if (source != NULL)
    OSRDestroySpatialReference (source);

  if (self == NULL && crs != NULL)
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_CRS_UNKNOWN,
                 "There is no coordinate system %s; look its EPSG number up.", crs);
  else if (self == NULL)
    g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_CRS_UNKNOWN,
                         "The file does not tell its coordinate system; ask whoever made it, and "
                         "give the EPSG number.");

  return self;
}

void
ggov_reader_place_free (GgovReaderPlace *self)
{
  g_clear_pointer (&self->transformation, OCTDestroyCoordinateTransformation);
  g_free (self);
}

/* Takes @geometry; returns it, or another in its place. */
static OGRGeometryH
flatten (OGRGeometryH geometry)
{
  OGRGeometryH straight;

  if (OGR_G_HasCurveGeometry (geometry, FALSE))
    {
      straight = OGR_G_GetLinearGeometry (geometry, 0, NULL);
      OGR_G_DestroyGeometry (geometry);
      geometry = straight;
    }
  if (geometry != NULL && (OGR_G_Is3D (geometry) || OGR_G_IsMeasured (geometry)))
    OGR_G_FlattenTo2D (geometry);

  return geometry;
}

static gboolean
transform (GgovReaderPlace *self,
           OGRGeometryH     geometry,
           double           box[4])
{
  OGREnvelope envelope;
  gboolean ok = TRUE;

  if (self->transformation != NULL)
    {
      /* One shape beyond the projection's reach is counted; it is no reason to give up. */
      CPLPushErrorHandler (CPLQuietErrorHandler);
      ok = OGR_G_Transform (geometry, self->transformation) == OGRERR_NONE;
      CPLPopErrorHandler ();
    }
  OGR_G_GetEnvelope (geometry, &envelope);
  box[0] = envelope.MinX;
  box[1] = envelope.MinY;
  box[2] = envelope.MaxX;
  box[3] = envelope.MaxY;

  return ok && isfinite (box[0]) && isfinite (box[1]) && isfinite (box[2]) && isfinite (box[3]);
}

OGRGeometryH
ggov_reader_place_bring (GgovReaderPlace *self,
                         OGRGeometryH     geometry,
                         GgovReaderLayer *layer)
{
  double box[4];

  if (geometry != NULL)
    geometry = flatten (geometry);
  if (geometry == NULL || OGR_G_IsEmpty (geometry))
    layer->n_empty++;
  else if (!transform (self, geometry, box))
    layer->n_unplaced++;
  else
    {
      ggov_reader_layer_count_shape (layer, name_type (OGR_G_GetGeometryType (geometry)), box);
      return geometry;
    }

  g_clear_pointer (&geometry, OGR_G_DestroyGeometry);
  return NULL;
}
