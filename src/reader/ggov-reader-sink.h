/* ggov-reader-sink.h: the file in which everything that was read arrives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <ogr_api.h>

#include "ggov-reader-layer.h"

G_BEGIN_DECLS

/* The most columns that a table of SQLite can have, less our own. */
#define GGOV_READER_MAX_FIELDS 1990

/**
 * GgovReaderForm:
 * @GGOV_READER_FORM_GEOPACKAGE: one table a layer, for whoever wants a file to keep. No table has
 *   a spatial index. The columns are
 *
 *     fid        INTEGER: line of a CSV file, row of a sheet, else 1-based place in the layer
 *     geom       BLOB: GeoPackage header, then WKB, WGS 84, longitude then latitude, 2D; NULL
 *                where it is missing or empty; the column is absent in a table without shapes
 *     source_id  TEXT: the feature's own id in the source, such as way/123; or NULL
 *     c1, c2, …  TEXT: the fields, as text, never guessed at; NULL where the source has none
 *
 * @GGOV_READER_FORM_ROWS: the same rows one after the other, for a program that takes them in at
 *   once: less work on both sides than a database, and less for whoever must mistrust it. The file
 *   is GGOV_READER_ROWS_MARK, then for each row, in the byte order of the machine and without
 *   padding
 *
 *     guint32    bytes of the row that follow
 *     guint32    layer, from 1
 *     gint64     what is fid above
 *     guint32    number of texts: one more than the layer has fields
 *     text       source_id, c1, c2, …: guint32 bytes, then these and a zero that is not counted;
 *                of a missing one only G_MAXUINT32
 *     shape      guint32 bytes, then WKB as above; 0 for a missing one
 */
typedef enum
{
  GGOV_READER_FORM_GEOPACKAGE,
  GGOV_READER_FORM_ROWS,
} GgovReaderForm;

#define GGOV_READER_ROWS_MARK "gridgov rows 1\n"

/**
 * GgovReaderSink:
 *
 * Not synced: the file is scratch, and is worthless unless ggov_reader_sink_close() succeeded.
 */
typedef struct _GgovReaderSink GgovReaderSink;

GgovReaderSink *ggov_reader_sink_new (const char      *path,
                                      GgovReaderForm   form,
                                      GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees without finishing: the file is left as it is. */
void ggov_reader_sink_free (GgovReaderSink *self);

/* @layer: its fields must be known; kept until the next call */
gboolean ggov_reader_sink_begin_layer (GgovReaderSink         *self,
                                       const GgovReaderLayer  *layer,
                                       GError                **error);

/**
 * ggov_reader_sink_add:
 * @fid: unique in the layer
 * @source_id: (nullable): UTF-8
 * @values: (array length=n_values): UTF-8 or NULL; may be fewer than the layer's fields
 * @geometry: (nullable) (transfer full): in longitude and latitude
 */
gboolean ggov_reader_sink_add (GgovReaderSink     *self,
                               gint64              fid,
                               const char         *source_id,
                               const char *const  *values,
                               guint               n_values,
                               OGRGeometryH        geometry,
                               GError            **error);

/* Commits; the file is whole afterwards. */
gboolean ggov_reader_sink_close (GgovReaderSink  *self,
                                 GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReaderSink, ggov_reader_sink_free)

G_END_DECLS
