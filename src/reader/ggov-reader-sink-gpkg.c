/* ggov-reader-sink-gpkg.c: the output as a GeoPackage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include "ggov-reader-error.h"
#include "ggov-reader-sink-private.h"

typedef struct
{
  GgovReaderSink       parent;
  GDALDatasetH         dataset; /* (nullable): NULL once closed */
  OGRLayerH            layer;   /* (nullable): borrowed from dataset */
  OGRFeatureH          feature; /* (nullable): one that every row is written with */
  OGRSpatialReferenceH wgs84;
} Package;

static gboolean
fail (GError **error)
{
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_OUTPUT,
               "The result could not be written; make room on the disk (%s).",
               CPLGetLastErrorMsg ());
  return FALSE;
}

static void
end_layer (Package *self)
{
  g_clear_pointer (&self->feature, OGR_F_Destroy);
  self->layer = NULL;
}

static void
package_free (GgovReaderSink *sink)
{
  Package *self = (Package *) sink;

  end_layer (self);
  g_clear_pointer (&self->dataset, GDALClose);
  g_clear_pointer (&self->wgs84, OSRDestroySpatialReference);
  g_free (self);
}

static gboolean
add_column (Package    *self,
            const char *name)
{
  OGRFieldDefnH field = OGR_Fld_Create (name, OFTString);
  const OGRErr result = OGR_L_CreateField (self->layer, field, FALSE);

  OGR_Fld_Destroy (field);
  return result == OGRERR_NONE;
}

static gboolean
add_columns (Package *self)
{
  if (!add_column (self, "source_id"))
    return FALSE;
  for (guint i = 1; i <= self->parent.n_fields; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);

      if (!add_column (self, name))
        return FALSE;
    }

  return TRUE;
}

static gboolean
package_begin_layer (GgovReaderSink         *sink,
                     const GgovReaderLayer  *layer,
                     GError                **error)
{
  Package *self = (Package *) sink;
  const char *options[] = { "SPATIAL_INDEX=NO", "FID=fid", "GEOMETRY_NAME=geom", NULL };

  end_layer (self);
  self->layer = GDALDatasetCreateLayer (self->dataset, layer->table,
                                        layer->has_shapes ? self->wgs84 : NULL,
                                        layer->has_shapes ? wkbUnknown : wkbNone,
                                        (char **) options);
  if (self->layer == NULL || !add_columns (self))
    return fail (error);

  self->feature = OGR_F_Create (OGR_L_GetLayerDefn (self->layer));
  return TRUE;
}

static void
set_text (OGRFeatureH  feature,
          int          column,
          const char  *value)
{
  if (value != NULL)
    OGR_F_SetFieldString (feature, column, value);
  else
    OGR_F_SetFieldNull (feature, column);
}

static gboolean
package_add (GgovReaderSink     *sink,
             gint64              fid,
             const char         *source_id,
             const char *const  *values,
             guint               n_values,
             OGRGeometryH        geometry,
             GError            **error)
{
  Package *self = (Package *) sink;

  OGR_F_SetFID (self->feature, fid);
  set_text (self->feature, 0, source_id);
  for (guint i = 0; i < sink->n_fields; i++)
    set_text (self->feature, (int) i + 1, i < n_values ? values[i] : NULL);
  OGR_F_SetGeometryDirectly (self->feature, geometry);

  return OGR_L_CreateFeature (self->layer, self->feature) == OGRERR_NONE ? TRUE : fail (error);
}

static gboolean
package_close (GgovReaderSink  *sink,
               GError         **error)
{
  Package *self = (Package *) sink;

  end_layer (self);
  if (GDALDatasetCommitTransaction (self->dataset) != OGRERR_NONE)
    return fail (error);

  CPLErrorReset ();
  g_clear_pointer (&self->dataset, GDALClose);
  return CPLGetLastErrorType () < CE_Failure ? TRUE : fail (error);
}

static const GgovReaderSinkClass package_class = {
  .free = package_free,
  .begin_layer = package_begin_layer,
  .add = package_add,
  .close = package_close,
};

GgovReaderSink *
_ggov_reader_sink_new_geopackage (const char  *path,
                                  GError     **error)
{
  Package *self = g_new0 (Package, 1);
  const char *options[] = { "ADD_GPKG_OGR_CONTENTS=NO", NULL };
  GDALDriverH driver = GDALGetDriverByName ("GPKG");

  self->parent.class = &package_class;
  self->wgs84 = OSRNewSpatialReference (NULL);
  OSRImportFromEPSG (self->wgs84, 4326);
  OSRSetAxisMappingStrategy (self->wgs84, OAMS_TRADITIONAL_GIS_ORDER);
  if (driver != NULL)
    self->dataset = GDALCreate (driver, path, 0, 0, 0, GDT_Unknown, (char **) options);
  if (self->dataset != NULL && GDALDatasetStartTransaction (self->dataset, FALSE) == OGRERR_NONE)
    return &self->parent;

  fail (error);
  package_free (&self->parent);
  return NULL;
}
