/* ggov-reader-sink.c: the GeoPackage in which everything that was read arrives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include "ggov-reader-error.h"
#include "ggov-reader-sink.h"

struct _GgovReaderSink
{
  GDALDatasetH dataset;      /* (nullable): NULL once closed */
  OGRLayerH layer;           /* (nullable): borrowed from dataset */
  OGRFeatureH feature;       /* (nullable): one that every row is written with */
  OGRSpatialReferenceH wgs84;
  guint n_fields;
};

static gboolean
fail (GError **error)
{
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_OUTPUT,
               "The result could not be written; make room on the disk (%s).",
               CPLGetLastErrorMsg ());
  return FALSE;
}

GgovReaderSink *
ggov_reader_sink_new (const char  *path,
                      GError     **error)
{
  g_autoptr (GgovReaderSink) self = g_new0 (GgovReaderSink, 1);
  const char *options[] = { "ADD_GPKG_OGR_CONTENTS=NO", NULL };
  GDALDriverH driver = GDALGetDriverByName ("GPKG");

  self->wgs84 = OSRNewSpatialReference (NULL);
  OSRImportFromEPSG (self->wgs84, 4326);
  OSRSetAxisMappingStrategy (self->wgs84, OAMS_TRADITIONAL_GIS_ORDER);
  if (driver != NULL)
    self->dataset = GDALCreate (driver, path, 0, 0, 0, GDT_Unknown, (char **) options);
  if (self->dataset == NULL || GDALDatasetStartTransaction (self->dataset, FALSE) != OGRERR_NONE)
    {
      fail (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static void
end_layer (GgovReaderSink *self)
{
  g_clear_pointer (&self->feature, OGR_F_Destroy);
  self->layer = NULL;
}

void
ggov_reader_sink_free (GgovReaderSink *self)
{
  end_layer (self);
  g_clear_pointer (&self->dataset, GDALClose);
  g_clear_pointer (&self->wgs84, OSRDestroySpatialReference);
  g_free (self);
}

static gboolean
add_column (GgovReaderSink *self,
            const char     *name)
{
  OGRFieldDefnH field = OGR_Fld_Create (name, OFTString);
  const OGRErr result = OGR_L_CreateField (self->layer, field, FALSE);

  OGR_Fld_Destroy (field);
  return result == OGRERR_NONE;
}

static gboolean
add_columns (GgovReaderSink *self)
{
  if (!add_column (self, "source_id"))
    return FALSE;
  for (guint i = 1; i <= self->n_fields; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);

      if (!add_column (self, name))
        return FALSE;
    }

  return TRUE;
}

gboolean
ggov_reader_sink_begin_layer (GgovReaderSink         *self,
                              const GgovReaderLayer  *layer,
                              GError                **error)
{
  const char *options[] = { "SPATIAL_INDEX=NO", "FID=fid", "GEOMETRY_NAME=geom", NULL };

  g_return_val_if_fail (self != NULL && self->dataset != NULL, FALSE);
  g_return_val_if_fail (layer != NULL, FALSE);

  if (layer->fields->len > GGOV_READER_MAX_FIELDS)
    {
      g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TOO_LARGE,
                   "The table has %u columns, %d are allowed; remove those that are not needed.",
                   layer->fields->len, GGOV_READER_MAX_FIELDS);
      return FALSE;
    }

  end_layer (self);
  self->n_fields = layer->fields->len;
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

gboolean
ggov_reader_sink_add (GgovReaderSink     *self,
                      gint64              fid,
                      const char         *source_id,
                      const char *const  *values,
                      guint               n_values,
                      OGRGeometryH        geometry,
                      GError            **error)
{
  g_return_val_if_fail (self != NULL && self->feature != NULL, FALSE);
  g_return_val_if_fail (n_values <= self->n_fields, FALSE);

  OGR_F_SetFID (self->feature, fid);
  set_text (self->feature, 0, source_id);
  for (guint i = 0; i < self->n_fields; i++)
    set_text (self->feature, (int) i + 1, i < n_values ? values[i] : NULL);
  OGR_F_SetGeometryDirectly (self->feature, geometry);

  return OGR_L_CreateFeature (self->layer, self->feature) == OGRERR_NONE ? TRUE : fail (error);
}

gboolean
ggov_reader_sink_close (GgovReaderSink  *self,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL && self->dataset != NULL, FALSE);

  end_layer (self);
  if (GDALDatasetCommitTransaction (self->dataset) != OGRERR_NONE)
    return fail (error);

  CPLErrorReset ();
  g_clear_pointer (&self->dataset, GDALClose);
  return CPLGetLastErrorType () < CE_Failure ? TRUE : fail (error);
}
