/* ggov-reader-write.c: the office's own shapes into a foreign format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <stdio.h>
#include <string.h>

#include "ggov-reader-error.h"
#include "ggov-reader-log.h"
#include "ggov-reader-write-private.h"
#include "ggov-reader-write.h"

#define MAX_DBF_TEXT 254 /* bytes */
#define TITLE_FIELD "title" /* what a place is called in KML */

static const struct
{
  const char *format;
  const char *driver;
  const char *layer_options[5];
} targets[] = {
  /* Ten decimals are a hundredth of a millimetre. */
  { "geojson", "GeoJSON", { "RFC7946=YES", "COORDINATE_PRECISION=10", NULL } },
  { "gpkg", "GPKG", { "FID=fid", "GEOMETRY_NAME=geom", NULL } },
  { "shp", "ESRI Shapefile", { "ENCODING=UTF-8", NULL } },
  { "shp.zip", "ESRI Shapefile", { "ENCODING=UTF-8", NULL } },
  { "kml", "LIBKML", { NULL } },
};

typedef struct
{
  GgovReaderJob job;
  guint target;
  GDALDatasetH dataset; /* (nullable): NULL once closed */
  OGRLayerH layer;
  OGRFeatureH feature;  /* (nullable): one that every shape is written with */
  int title;            /* the field for titles, or -1 */
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->job.fields, g_variant_unref);
  g_clear_pointer (&self->job.shapes, g_variant_unref);
  g_clear_pointer (&self->job.whole, g_variant_unref);
  g_clear_pointer (&self->feature, OGR_F_Destroy);
  if (self->dataset != NULL)
    GDALClose (self->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

gboolean
_ggov_reader_write_fail (GError **error)
{
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_OUTPUT,
               "The file could not be written; make room on the disk (%s).",
               CPLGetLastErrorMsg ());
  return FALSE;
}

void
_ggov_reader_job_get_field (const GgovReaderJob *job,
                            gsize                i,
                            GgovReaderJobField  *field)
{
  g_autoptr (GVariant) child = g_variant_get_child_value (job->fields, i);

  g_variant_get (child, "(&s&s&s&s)", &field->name, &field->short_name, &field->type,
                 &field->meaning);
}

static gboolean
is_shapefile (const Writing *self)
{
  return g_str_has_prefix (self->job.format, "shp");
}

static gboolean
read_job (Writing     *self,
          const char  *path,
          GError     **error)
{
  GgovReaderJob *job = &self->job;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return FALSE;

  bytes = g_mapped_file_get_bytes (file);
  job->whole = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (GGOV_READER_JOB),
                                                             bytes, FALSE));
  g_variant_get (job->whole, "(&s&s&s&s&s@a(ssss)&s&s&s@a(ayssams))", &job->format, &job->crs,
                 &job->name, &job->about, &job->note, &job->fields, &job->style_name, &job->qml,
                 &job->sld, &job->shapes);
  for (self->target = 0; self->target < G_N_ELEMENTS (targets); self->target++)
    if (g_str_equal (targets[self->target].format, job->format))
      return TRUE;

  g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNREADABLE,
                       "The job names no format that is known.");
  return FALSE;
}

static OGRSpatialReferenceH
new_crs (const char *words)
{
  OGRSpatialReferenceH crs = OSRNewSpatialReference (NULL);

  if (OSRSetFromUserInput (crs, words) != OGRERR_NONE)
    g_clear_pointer (&crs, OSRDestroySpatialReference);
  else
    OSRSetAxisMappingStrategy (crs, OAMS_TRADITIONAL_GIS_ORDER);

  return crs;
}

static gboolean
add_field (Writing     *self,
           const char  *name,
           OGRFieldType type,
           int          width)
{
  OGRFieldDefnH field = OGR_Fld_Create (name, type);
  OGRErr result;

  OGR_Fld_SetWidth (field, width);
  result = OGR_L_CreateField (self->layer, field, FALSE);
  OGR_Fld_Destroy (field);

  return result == OGRERR_NONE;
}

/* The longest text of a field, bytes. */
static int
find_width (Writing *self,
            gsize    field)
{
  GVariantIter iter;
  GVariant *values;
  gsize width = 1;

  g_variant_iter_init (&iter, self->job.shapes);
  while (g_variant_iter_next (&iter, "(@ay&s&s@ams)", NULL, NULL, NULL, &values))
    {
      const char *text = NULL;

      g_variant_get_child (values, field, "m&s", &text);
      width = MAX (width, text != NULL ? strlen (text) : 0);
      g_variant_unref (values);
    }

  return (int) MIN (width, MAX_DBF_TEXT);
}

/* KML has neither long numbers nor days. */
static OGRFieldType
find_type (Writing    *self,
           const char *word)
{
  const gboolean is_kml = g_str_equal (self->job.format, "kml");

  if (g_str_equal (word, "int"))
    return is_kml ? OFTInteger : OFTInteger64;

  return g_str_equal (word, "day") && !is_kml ? OFTDate : OFTString;
}

static gboolean
add_fields (Writing *self)
{
  gsize n = g_variant_n_children (self->job.fields);

  for (gsize i = 0; i < n; i++)
    {
      GgovReaderJobField field;
      OGRFieldType type;

      _ggov_reader_job_get_field (&self->job, i, &field);
      type = find_type (self, field.type);
      if (!add_field (self, is_shapefile (self) ? field.short_name : field.name, type,
                      type == OFTString && is_shapefile (self) ? find_width (self, i) : 0))
        return FALSE;
    }

  self->title = -1;
  if (!g_str_equal (self->job.format, "kml"))
    return TRUE;

  self->title = (int) n;
  return add_field (self, TITLE_FIELD, OFTString, 0);
}

static char **
make_layer_options (Writing *self)
{
  char **options = CSLDuplicate ((char **) targets[self->target].layer_options);

  if (g_str_equal (self->job.format, "gpkg"))
    {
      options = CSLSetNameValue (options, "IDENTIFIER", self->job.about);
      options = CSLSetNameValue (options, "DESCRIPTION", self->job.note);
    }
  else if (g_str_equal (self->job.format, "geojson") && *self->job.note != '\0')
    options = CSLSetNameValue (options, "DESCRIPTION", self->job.note);

  return options;
}

static gboolean
create (Writing     *self,
        const char  *path,
        GError     **error)
{
  GDALDriverH driver = GDALGetDriverByName (targets[self->target].driver);
  OGRSpatialReferenceH crs = new_crs (self->job.crs);
  char **options = make_layer_options (self);
  /* A shapefile's layer is called as its file. */
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL)
    *dot = '\0';
  CPLSetConfigOption ("LIBKML_NAME_FIELD", TITLE_FIELD);
  if (driver != NULL && crs != NULL)
    self->dataset = GDALCreate (driver, path, 0, 0, 0, GDT_Unknown, NULL);
  if (self->dataset != NULL)
    self->layer = GDALDatasetCreateLayer (self->dataset,
                                          is_shapefile (self) ? base : self->job.name, crs,
                                          is_shapefile (self) ? wkbPolygon : wkbMultiPolygon,
                                          options);
  CSLDestroy (options);
  g_clear_pointer (&crs, OSRDestroySpatialReference);
  if (self->layer == NULL || !add_fields (self))
    return _ggov_reader_write_fail (error);

  self->feature = OGR_F_Create (OGR_L_GetLayerDefn (self->layer));
  return TRUE;
}

static void
set_value (Writing    *self,
           int         index,
           const char *text)
{
  const OGRFieldType type =
    OGR_Fld_GetType (OGR_FD_GetFieldDefn (OGR_L_GetLayerDefn (self->layer), index));
  int year, month, day;

  if (text == NULL)
    OGR_F_SetFieldNull (self->feature, index);
  else if (type == OFTInteger64 || type == OFTInteger)
    OGR_F_SetFieldInteger64 (self->feature, index, g_ascii_strtoll (text, NULL, 10));
  else if (type == OFTDate && sscanf (text, "%d-%d-%d", &year, &month, &day) == 3)
    OGR_F_SetFieldDateTime (self->feature, index, year, month, day, 0, 0, 0, 0);
  else
    OGR_F_SetFieldString (self->feature, index, text);
}

static OGRGeometryH
read_shape (Writing  *self,
            GVariant *wkb)
{
  OGRGeometryH shape = NULL;
  gsize size;
  const guint8 *bytes = g_variant_get_fixed_array (wkb, &size, 1);

  if (size == 0 || OGR_G_CreateFromWkb (bytes, NULL, &shape, (int) size) != OGRERR_NONE)
    return NULL;

  /* One kind of shape in a layer: that is what other programs can edit. */
  return is_shapefile (self) ? shape : OGR_G_ForceToMultiPolygon (shape);
}

static gboolean
write_shape (Writing  *self,
             GVariant *shape)
{
  g_autoptr (GVariant) wkb = NULL;
  g_autoptr (GVariant) values = NULL;
  const char *title, *style;
  OGRGeometryH geometry;

  g_variant_get (shape, "(@ay&s&s@ams)", &wkb, &title, &style, &values);
  if ((geometry = read_shape (self, wkb)) == NULL)
    return FALSE;

  OGR_F_SetFID (self->feature, OGRNullFID);
  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      const char *text = NULL;

      g_variant_get_child (values, i, "m&s", &text);
      set_value (self, (int) i, text);
    }
  if (self->title >= 0)
    {
      OGR_F_SetFieldString (self->feature, self->title, title);
      OGR_F_SetStyleString (self->feature, style);
    }
  OGR_F_SetGeometryDirectly (self->feature, geometry);

  return OGR_L_CreateFeature (self->layer, self->feature) == OGRERR_NONE;
}

static gboolean
write_shapes (Writing  *self,
              guint    *n_written,
              GError  **error)
{
  const gsize n = g_variant_n_children (self->job.shapes);
  const gboolean has_transaction = GDALDatasetTestCapability (self->dataset, ODsCTransactions);

  if (has_transaction && GDALDatasetStartTransaction (self->dataset, FALSE) != OGRERR_NONE)
    return _ggov_reader_write_fail (error);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) shape = g_variant_get_child_value (self->job.shapes, i);

      if (!write_shape (self, shape))
        return _ggov_reader_write_fail (error);
      ggov_reader_log_progress ((double) i / (double) n);
    }
  if (has_transaction && GDALDatasetCommitTransaction (self->dataset) != OGRERR_NONE)
    return _ggov_reader_write_fail (error);

  *n_written = (guint) n;
  return TRUE;
}

static gboolean
finish (Writing  *self,
        GError  **error)
{
  if (g_str_equal (self->job.format, "gpkg") && *self->job.qml != '\0' &&
      !_ggov_reader_write_styles (&self->job, self->dataset, error))
    return FALSE;

  g_clear_pointer (&self->feature, OGR_F_Destroy);
  GDALClose (g_steal_pointer (&self->dataset));

  /* GDAL says success when a disk was full: its log knows better. */
  return ggov_reader_log_get_error () == NULL ? TRUE : _ggov_reader_write_fail (error);
}

/* Beside x.shp its x.readme.txt. */
static gboolean
write_readme (Writing     *self,
              const char  *shp,
              GError     **error)
{
  g_autofree char *stem = g_strndup (shp, strlen (shp) - strlen (".shp"));
  g_autofree char *path = g_strconcat (stem, ".readme.txt", NULL);

  return _ggov_reader_write_readme (&self->job, path, error);
}

gboolean
ggov_reader_write (const char  *job,
                   const char  *output,
                   const char  *scratch,
                   guint       *n_written,
                   GError     **error)
{
  g_auto (Writing) self = { .title = -1 };
  g_autofree char *inner = NULL;
  gboolean is_zip;

  g_return_val_if_fail (job != NULL && output != NULL && scratch != NULL, FALSE);

  if (!read_job (&self, job, error))
    return FALSE;

  is_zip = g_str_equal (self.job.format, "shp.zip");
  inner = is_zip ? g_strdup_printf ("%s/%s.shp", scratch, self.job.name) : g_strdup (output);
  return create (&self, inner, error) && write_shapes (&self, n_written, error)
         && finish (&self, error) && (!is_shapefile (&self) || write_readme (&self, inner, error))
         && (!is_zip || _ggov_reader_write_zip (scratch, output, error));
}
