/* ggov-exchange-export.h: the office's shapes as files for others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-reader.h"
#include "ggov-geo-datum.h"
#include "ggov-store-survey.h"

G_BEGIN_DECLS

/**
 * GgovExportFormat:
 * @GGOV_EXPORT_GEOJSON: RFC 7946
 * @GGOV_EXPORT_GEOPACKAGE: with the style that QGIS opens it in
 * @GGOV_EXPORT_SHAPEFILE: its parts side by side
 * @GGOV_EXPORT_SHAPEFILE_ZIP: its parts in one file
 * @GGOV_EXPORT_KML: with names and styles
 */
typedef enum
{
  GGOV_EXPORT_GEOJSON,
  GGOV_EXPORT_GEOPACKAGE,
  GGOV_EXPORT_SHAPEFILE,
  GGOV_EXPORT_SHAPEFILE_ZIP,
  GGOV_EXPORT_KML,
  GGOV_EXPORT_N_FORMATS,
} GgovExportFormat;

/* The ending of a format's files, without a dot at its beginning. */
const char *ggov_export_format_get_ending (GgovExportFormat  format);

/* What a format is called, in the user's language. */
const char *ggov_export_format_get_label  (GgovExportFormat  format);

/**
 * ggov_export_format_of_path:
 * @format: (out): the format that the file's ending names; .zip is a zipped shapefile
 * @error: GGOV_EXCHANGE_ERROR_CHOICE where it names none
 */
gboolean    ggov_export_format_of_path    (const char        *path,
                                           GgovExportFormat  *format,
                                           GError           **error);

/**
 * GgovExportRequest:
 * @survey: what is wanted
 * @path: the file; what is there is replaced once the new one is whole
 * @format: of the file
 * @datum: what its degrees are to be counted from
 */
typedef struct
{
  GgovSurveyRequest  survey;
  const char        *path;
  GgovExportFormat   format;
  GgovGeoDatum       datum;
} GgovExportRequest;

/**
 * ggov_export_get_warning:
 *
 * Returns: (nullable): what somebody should know who gives away data in a datum, in the user's
 *   language; NULL where there is nothing to say
 */
const char *ggov_export_get_warning       (GgovGeoDatum               datum,
                                           GgovExportFormat           format);

/**
 * ggov_exchange_export_async:
 * @request: copied
 * @progress: (nullable): told how far it is, in the caller's main context
 * @progress_data: for @progress; must live until @callback is called
 * @cancellable: (nullable): gives up at any time; nothing is left behind then
 *
 * Writes shapes to a file, by gridgov-reader. They are written beside the target and take its
 * place when they are whole.
 */
void        ggov_exchange_export_async    (GgovStore                 *store,
                                           const GgovExportRequest   *request,
                                           GgovExchangeProgressFunc   progress,
                                           gpointer                   progress_data,
                                           GCancellable              *cancellable,
                                           GAsyncReadyCallback        callback,
                                           gpointer                   user_data);

/**
 * ggov_exchange_export_finish:
 * @n_shapes: (out): how many were written
 * @notes: (out) (transfer full): what the format could not hold, in English, for a list of
 *   details; NULL-terminated
 * @error: a GgovExchangeError, a GgovStoreError or G_IO_ERROR_CANCELLED
 */
gboolean    ggov_exchange_export_finish   (GgovStore                 *store,
                                           GAsyncResult              *result,
                                           guint                     *n_shapes,
                                           GStrv                     *notes,
                                           GError                   **error);

G_END_DECLS
