/* ggov-reader-write-beside.c: styles, field lists and archives that go with written shapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogr_api.h>
#include <string.h>

#include "ggov-reader-error.h"
#include "ggov-reader-write-private.h"

/* As QGIS itself makes it. */
#define SQL_STYLES \
  "CREATE TABLE layer_styles (" \
  "id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), " \
  "f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), " \
  "styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, " \
  "owner TEXT(30), ui TEXT(30), " \
  "update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))"
#define SQL_CONTENTS \
  "INSERT INTO gpkg_contents (table_name, data_type, identifier) " \
  "VALUES ('layer_styles', 'attributes', 'layer_styles')"

static gboolean
run_sql (GDALDatasetH  dataset,
         const char   *sql,
         GError      **error)
{
  CPLErrorReset ();
  GDALDatasetReleaseResultSet (dataset, GDALDatasetExecuteSQL (dataset, sql, NULL, NULL));

  return CPLGetLastErrorType () < CE_Failure ? TRUE : _ggov_reader_write_fail (error);
}

static char *
quote (const char *text)
{
  g_autoptr (GString) quoted = g_string_new (text);

  g_string_replace (quoted, "'", "''", 0);
  g_string_prepend_c (quoted, '\'');
  g_string_append_c (quoted, '\'');

  return g_strdup (quoted->str);
}

gboolean
_ggov_reader_write_styles (const GgovReaderJob  *job,
                           GDALDatasetH          dataset,
                           GError              **error)
{
  g_autofree char *table = quote (job->name);
  g_autofree char *name = quote (job->style_name);
  g_autofree char *qml = quote (job->qml);
  g_autofree char *sld = quote (job->sld);
  g_autofree char *insert = g_strdup_printf (
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
    "styleName, styleQML, styleSLD, useAsDefault, description, owner) "
    "VALUES ('', '', %s, 'geom', %s, %s, %s, 1, %s, '')", table, name, qml, sld, name);

  return run_sql (dataset, SQL_STYLES, error) && run_sql (dataset, SQL_CONTENTS, error)
         && run_sql (dataset, insert, error);
}

gboolean
_ggov_reader_write_readme (const GgovReaderJob  *job,
                           const char           *path,
                           GError              **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", job->about);
  if (*job->note != '\0')
    g_string_append_printf (text, "%s\n", job->note);
  g_string_append_c (text, '\n');
  for (gsize i = 0; i < g_variant_n_children (job->fields); i++)
    {
      GgovReaderJobField field;

      _ggov_reader_job_get_field (job, i, &field);
      g_string_append_printf (text, "%-10s  %-16s  %s\n", field.short_name, field.name,
                              field.meaning);
    }

  /* Not by way of another file: nothing is renamed in here. */
  if (g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_NONE,
                                0666, NULL))
    return TRUE;

  g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_OUTPUT,
                       "The list of fields could not be written; make room on the disk.");
  return FALSE;
}

static gboolean
add_to_zip (void       *zip,
            const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL && CPLCreateFileInZip (zip, name, NULL) == CE_None
         && CPLWriteFileInZip (zip, g_mapped_file_get_contents (file),
                               (int) g_mapped_file_get_length (file)) == CE_None
         && CPLCloseFileInZip (zip) == CE_None;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

gboolean
_ggov_reader_write_zip (const char  *folder,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  void *zip = dir != NULL ? CPLCreateZip (path, NULL) : NULL;
  const char *name;
  gboolean ok = zip != NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; ok && i < names->len; i++)
    ok = add_to_zip (zip, folder, names->pdata[i]);
  if (zip != NULL && CPLCloseZip (zip) != CE_None)
    ok = FALSE;

  return ok ? TRUE : _ggov_reader_write_fail (error);
}
