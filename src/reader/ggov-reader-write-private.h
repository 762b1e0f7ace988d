/* ggov-reader-write-private.h: what stands beside the shapes in some formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdal.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovReaderJob:
 *
 * A job file, taken apart; see GGOV_READER_JOB. Texts belong to @whole.
 */
typedef struct
{
  GVariant   *whole;
  const char *format;
  const char *crs;
  const char *name;
  const char *about;
  const char *note;
  GVariant   *fields;
  const char *style_name;
  const char *qml;
  const char *sld;
  GVariant   *shapes;
} GgovReaderJob;

/* One field of a job; texts belong to it. */
typedef struct
{
  const char *name;
  const char *short_name;
  const char *type;
  const char *meaning;
} GgovReaderJobField;

void     _ggov_reader_job_get_field       (const GgovReaderJob  *job,
                                           gsize                 i,
                                           GgovReaderJobField   *field);

/**
 * _ggov_reader_write_styles:
 *
 * Puts a layer's style where QGIS looks for it: the table layer_styles of a GeoPackage.
 *
 * Source: QGIS, src/providers/ogr/qgsogrprovidermetadata.cpp, saveStyle().
 */
gboolean _ggov_reader_write_styles        (const GgovReaderJob  *job,
                                           GDALDatasetH          dataset,
                                           GError              **error);

/* Writes what a shapefile cannot say of itself: its fields' full names and meanings. */
gboolean _ggov_reader_write_readme        (const GgovReaderJob  *job,
                                           const char           *path,
                                           GError              **error);

/* Puts the files of a folder into a zip file. */
gboolean _ggov_reader_write_zip           (const char           *folder,
                                           const char           *path,
                                           GError              **error);

/* Sets GGOV_READER_ERROR_OUTPUT with what GDAL says. Returns FALSE. */
gboolean _ggov_reader_write_fail          (GError              **error);

G_END_DECLS
