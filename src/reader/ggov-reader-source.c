/* ggov-reader-source.c: a foreign file, opened with care
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <string.h>
#include <sys/stat.h>

#include "ggov-reader-error.h"
#include "ggov-reader-log.h"
#include "ggov-reader-shapefile.h"
#include "ggov-reader-source.h"
#include "ggov-reader-text.h"
#include "ggov-reader-unpack.h"

#define OSM_CONFIG "/vsimem/osm.ini"

static const char *const drivers[] = { "GeoJSON", "GPKG", "ESRI Shapefile", "LIBKML", "KML",
                                       "OSM", "XLSX", "XLS", "ODS" };

static const char *const options[][2] = {
  { "GDAL_DISABLE_READDIR_ON_OPEN", "TRUE" },
  { "GDAL_DRIVER_PATH", "disable" },
  { "GDAL_NUM_THREADS", "1" },
  { "GDAL_PAM_ENABLED", "NO" },
  { "OGR_ODS_FIELD_TYPES", "STRING" },
  { "OGR_ODS_HEADERS", "DISABLE" },
  { "OGR_SQLITE_JOURNAL", "MEMORY" },
  { "OGR_SQLITE_SYNCHRONOUS", "OFF" },
  { "OGR_XLS_FIELD_TYPES", "STRING" },
  { "OGR_XLS_HEADERS", "DISABLE" },
  { "OGR_XLSX_FIELD_TYPES", "STRING" },
  { "OGR_XLSX_HEADERS", "DISABLE" },
};

/* Tags keep their names; what is not a field of its own is in other_tags, as "k"=>"v". */
static const char osm_config[] =
  "closed_ways_are_polygons=aeroway,amenity,boundary,building,craft,geological,historic,landuse,"
  "leisure,military,natural,office,place,shop,sport,tourism,highway=platform,"
  "public_transport=platform\n"
  "attribute_name_laundering=no\n"
  "[points]\nosm_id=yes\nother_tags=yes\n"
  "attributes=name,place,building,addr:housenumber,addr:street\n"
  "[lines]\nosm_id=yes\nother_tags=yes\n"
  "attributes=name,highway,building,building:levels,addr:housenumber,addr:street,waterway,"
  "railway,barrier\n"
  "[multipolygons]\nosm_id=yes\nother_tags=yes\n"
  "attributes=name,building,building:levels,addr:housenumber,addr:street,boundary,admin_level,"
  "landuse,place\n"
  "[multilinestrings]\nosm_id=yes\nother_tags=yes\nattributes=name,type,boundary,admin_level\n"
  "[other_relations]\nosm_id=yes\nother_tags=yes\nattributes=name,type\n";

void
ggov_reader_source_prepare_gdal_for (const char        *scratch,
                                     const char *const *names,
                                     gsize              n_names)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    CPLSetConfigOption (options[i][0], options[i][1]);
  CPLSetConfigOption ("CPL_TMPDIR", scratch);

  GDALAllRegister ();
  for (int i = GDALGetDriverCount () - 1; i >= 0; i--)
    {
      GDALDriverH driver = GDALGetDriver (i);
      gboolean allowed = FALSE;

      for (gsize j = 0; j < n_names; j++)
        allowed = allowed || g_str_equal (GDALGetDriverShortName (driver), names[j]);
      if (!allowed)
        GDALDeregisterDriver (driver);
    }
}

void
ggov_reader_source_prepare_gdal (const char *scratch)
{
  ggov_reader_source_prepare_gdal_for (scratch, drivers, G_N_ELEMENTS (drivers));
  VSIFCloseL (VSIFileFromMemBuffer (OSM_CONFIG, (GByte *) osm_config, sizeof osm_config - 1,
                                    FALSE));
}

/* GDALClose() has returned a result since GDAL 3.7; what was opened for reading loses nothing. */
static void
close_dataset (gpointer dataset)
{
  GDALClose (dataset);
}

GgovReaderSource *
ggov_reader_source_new (const char *path)
{
  GgovReaderSource *self = g_new0 (GgovReaderSource, 1);

  self->said = ggov_reader_kind_from_name (path, &self->extension);
  self->datasets = g_ptr_array_new_with_free_func (close_dataset);

  return self;
}

void
ggov_reader_source_free (GgovReaderSource *self)
{
  g_free (self->extension);
  g_clear_pointer (&self->text, g_mapped_file_unref);
  g_clear_pointer (&self->workbook, ggov_reader_workbook_free);
  g_ptr_array_unref (self->datasets);
  g_free (self);
}

static gboolean
fail (GgovReaderError   code,
      const char       *message,
      GError          **error)
{
  g_set_error_literal (error, GGOV_READER_ERROR, code, message);
  return FALSE;
}

/* Kinds that are refused whatever the file is called. */
static gboolean
check_harm (GgovReaderKind   found,
            GError         **error)
{
  switch ((int) found)
    {
    case GGOV_READER_KIND_EMPTY:
      return fail (GGOV_READER_ERROR_EMPTY, "The file is empty; copy or export it again.", error);

    case GGOV_READER_KIND_XML_BOMB:
      return fail (GGOV_READER_ERROR_UNSAFE,
                   "The file defines XML entities, which can fill the memory of whoever opens it; "
                   "export it again from the program that made it.", error);

    case GGOV_READER_KIND_LOCKED_XLSX:
    case GGOV_READER_KIND_LOCKED_XLS:
    case GGOV_READER_KIND_LOCKED_ODS:
    case GGOV_READER_KIND_LOCKED_ZIP:
      return fail (GGOV_READER_ERROR_PASSWORD,
                   "The file is protected by a password; open it in its own program, save a copy "
                   "without the password, and choose that.", error);

    default:
      return TRUE;
    }
}

static gboolean
check_name (GgovReaderSource  *self,
            GError           **error)
{
  if (ggov_reader_kind_fits (self->said, self->found))
    return TRUE;

  if (self->said == GGOV_READER_KIND_UNKNOWN)
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNSUPPORTED,
                 "The file holds %s; files of these names are read: .geojson, .gpkg, .shp, .zip, "
                 ".kml, .kmz, .osm, .osm.pbf, .xlsx, .xls, .ods, .csv, .json, .xml.",
                 ggov_reader_kind_get_name (self->found));
  else
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_NOT_WHAT_IT_SAYS,
                 "The file is named .%s but holds %s; give it its right name, or choose another "
                 "file.",
                 self->extension, ggov_reader_kind_get_name (self->found));
  return FALSE;
}

/* GDAL would read around a write-ahead log, that is, without the last changes. */
static gboolean
check_log (const char  *path,
           GError     **error)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  struct stat facts;

  if (stat (log_path, &facts) != 0 || facts.st_size == 0)
    return TRUE;

  return fail (GGOV_READER_ERROR_IN_USE,
               "The GeoPackage is open in another program; close it there first.", error);
}

/* The header tells the page size at byte 16 and the number of pages at byte 28. */
static gboolean
check_pages (const char  *path,
             GError     **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const guint8 *bytes;
  guint64 page_size, n_pages;

  if (file == NULL || g_mapped_file_get_length (file) < 100)
    return fail (GGOV_READER_ERROR_TRUNCATED,
                 "The end of the GeoPackage is missing; copy it again.", error);

  bytes = (const guint8 *) g_mapped_file_get_contents (file);
  page_size = (guint64) bytes[16] << 8 | bytes[17];
  if (page_size == 1)
    page_size = 65536;
  n_pages = (guint64) bytes[28] << 24 | bytes[29] << 16 | bytes[30] << 8 | bytes[31];
  if (g_mapped_file_get_length (file) < page_size * n_pages)
    return fail (GGOV_READER_ERROR_TRUNCATED,
                 "The end of the GeoPackage is missing; copy it again.", error);

  return check_log (path, error);
}

static gboolean
check_json_end (const char  *path,
                GError     **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const char *text = file != NULL ? g_mapped_file_get_contents (file) : NULL;
  gsize length = file != NULL ? g_mapped_file_get_length (file) : 0;

  while (length > 0 && (g_ascii_isspace (text[length - 1]) || text[length - 1] == '\0'))
    length--;
  if (length > 0 && text[length - 1] == '}')
    return TRUE;

  return fail (GGOV_READER_ERROR_TRUNCATED,
               "The end of the file is missing; copy or download it again.", error);
}

static gboolean
open_dataset (GgovReaderSource  *self,
              const char        *path,
              const char *const *open_options,
              GError           **error)
{
  g_auto (GStrv) allowed = NULL;
  GDALDatasetH dataset;
  const char *reason;

  allowed = g_strsplit (ggov_reader_kind_get_drivers (self->found), ",", -1);
  dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, (const char *const *) allowed,
                        open_options, NULL);
  if (dataset != NULL)
    {
      g_ptr_array_add (self->datasets, dataset);
      return TRUE;
    }

  reason = ggov_reader_log_get_error ();
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNREADABLE,
               "The file is damaged; export it again from the program that made it (%s).",
               reason != NULL ? reason : "it cannot be opened");
  return FALSE;
}

static gboolean
open_shapefile (GgovReaderSource  *self,
                const char        *path,
                GError           **error)
{
  const char *guessed;
  g_autofree char *option = NULL;
  const char *open_options[2] = { NULL };

  if (!ggov_reader_shapefile_check (path, error))
    return FALSE;

  guessed = ggov_reader_shapefile_guess_encoding (path);
  if (guessed != NULL)
    {
      self->guessed_encoding = guessed;
      option = g_strconcat ("ENCODING=", guessed, NULL);
      open_options[0] = option;
    }

  return open_dataset (self, path, open_options, error);
}

static gboolean
open_zip (GgovReaderSource  *self,
          const char        *path,
          const char        *scratch,
          GError           **error)
{
  g_auto (GStrv) found = ggov_reader_unpack_shapefiles (path, scratch, error);

  if (found == NULL)
    return FALSE;
  for (gsize i = 0; found[i] != NULL; i++)
    if (!open_shapefile (self, found[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
open_text (GgovReaderSource  *self,
           const char        *path,
           const char        *scratch,
           GError           **error)
{
  static const char *const open_options[] = { "ARRAY_AS_STRING=YES", NULL };
  g_autofree char *target = g_build_filename (scratch, "converted", NULL);
  g_autofree char *usable = ggov_reader_text_prepare (path, target, &self->encoding, error);

  if (usable == NULL)
    return FALSE;
  if (self->found == GGOV_READER_KIND_GEOJSON)
    return check_json_end (usable, error) && open_dataset (self, usable, open_options, error);

  self->text = g_mapped_file_new (usable, FALSE, NULL);
  return self->text != NULL ? TRUE : fail (GGOV_READER_ERROR_TOO_LARGE,
                                           "The text is too long; split it.", error);
}

static gboolean
open_by_kind (GgovReaderSource  *self,
              const char        *path,
              const char        *scratch,
              GError           **error)
{
  static const char *const osm_options[] = { "CONFIG_FILE=" OSM_CONFIG, NULL };

  switch ((int) self->found)
    {
    case GGOV_READER_KIND_GEOJSON:
    case GGOV_READER_KIND_REQUESTS_JSON:
    case GGOV_READER_KIND_REQUESTS_XML:
    case GGOV_READER_KIND_CSV:
      return open_text (self, path, scratch, error);

    case GGOV_READER_KIND_SHAPEFILE:
      return open_shapefile (self, path, error);

    case GGOV_READER_KIND_SHAPEFILE_ZIP:
      return open_zip (self, path, scratch, error);

    case GGOV_READER_KIND_GPKG:
      return check_pages (path, error) && open_dataset (self, path, NULL, error);

    case GGOV_READER_KIND_OSM:
    case GGOV_READER_KIND_PBF:
      return open_dataset (self, path, osm_options, error);

    case GGOV_READER_KIND_XLSX:
      self->workbook = ggov_reader_workbook_new (path);
      return open_dataset (self, path, NULL, error);

    default:
      return open_dataset (self, path, NULL, error);
    }
}

/* Whether the kind is a zip archive inside. */
static gboolean
is_zip (GgovReaderKind kind)
{
  return kind == GGOV_READER_KIND_ZIP || kind == GGOV_READER_KIND_SHAPEFILE_ZIP
         || kind == GGOV_READER_KIND_KMZ || kind == GGOV_READER_KIND_XLSX
         || kind == GGOV_READER_KIND_ODS;
}

gboolean
ggov_reader_source_open (GgovReaderSource  *self,
                         const char        *path,
                         const char        *scratch,
                         GError           **error)
{
  g_autofree char *unpacked = NULL;

  g_return_val_if_fail (self != NULL && self->datasets->len == 0, FALSE);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);
  g_return_val_if_fail (scratch != NULL, FALSE);

  self->found = ggov_reader_kind_detect (path);
  if (self->found == GGOV_READER_KIND_GZIP)
    {
      g_autofree char *name = g_strconcat ("unpacked.", self->extension, NULL);

      unpacked = g_build_filename (scratch, name, NULL);
      if (!ggov_reader_unpack_gzip (path, unpacked, error))
        return FALSE;
      path = unpacked;
      self->found = ggov_reader_kind_detect (path);
    }

  if (is_zip (self->found) && !ggov_reader_unpack_check_zip (path, error))
    return FALSE;
  if (!check_harm (self->found, error) || !check_name (self, error))
    return FALSE;
  if (self->said == GGOV_READER_KIND_CSV)
    self->found = GGOV_READER_KIND_CSV;

  return open_by_kind (self, path, scratch, error);
}
