/* ggov-export-layer-private.h: surveyed rows as a job for the program that writes files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-export.h"

G_BEGIN_DECLS

/**
 * GgovExportField:
 * @name: of the column
 * @short_name: the same in ten characters at most, for shapefiles
 * @meaning: what it holds, in English, marked for translation
 * @offset: where in a GgovSurveyRow
 * @zero_is_nothing: of a number: whether 0 says that it is not known
 */
typedef enum
{
  GGOV_EXPORT_TEXT,
  GGOV_EXPORT_INT,
  GGOV_EXPORT_DAY,
} GgovExportType;

typedef struct
{
  const char     *name;
  const char     *short_name;
  const char     *meaning;
  gsize           offset;
  GgovExportType  type;
  gboolean        zero_is_nothing;
} GgovExportField;

/* (array length=n_fields): the columns of a kind. */
const GgovExportField *_ggov_export_get_fields   (GgovSurveyKind  kind,
                                                  guint          *n_fields);

/**
 * _ggov_export_make_job:
 * @rows: (element-type GgovSurveyRow)
 * @cancellable: (nullable)
 * @error: G_IO_ERROR_CANCELLED
 *
 * Any thread.
 *
 * Returns: (transfer full): a job as gridgov-reader takes it
 */
GVariant              *_ggov_export_make_job     (const GgovExportRequest  *request,
                                                  GPtrArray                *rows,
                                                  GCancellable             *cancellable,
                                                  GError                  **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_export_dup_qml:
 *
 * Returns: (transfer full): how QGIS draws the layer, as its own programs save it
 *
 * Source: QGIS 3, src/core/symbology (writeXml of renderers and symbols).
 */
char                  *_ggov_export_dup_qml      (GgovSurveyKind        kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_export_dup_sld:
 *
 * Returns: (transfer full): the same as OGC Styled Layer Descriptor
 *
 * Source: OGC 05-078r4 and 05-077r4 (SLD and Symbology Encoding 1.1).
 */
char                  *_ggov_export_dup_sld      (GgovSurveyKind        kind,
                                                  const char           *layer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_export_dup_ogr_style:
 *
 * Returns: (transfer full): how one shape is drawn, as an OGR feature style
 *
 * Source: GDAL, Feature Style Specification, version 0.016.
 */
char                  *_ggov_export_dup_ogr_style (GgovSurveyKind       kind,
                                                   const GgovSurveyRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
