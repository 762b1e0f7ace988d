/* ggov-reader-sink-private.h: what the forms of the output have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-reader-sink.h"

G_BEGIN_DECLS

/* One form of output; the functions do what their namesakes in ggov-reader-sink.h say. */
typedef struct
{
  void     (*free)        (GgovReaderSink *self);
  gboolean (*begin_layer) (GgovReaderSink         *self,
                           const GgovReaderLayer  *layer,
                           GError                **error);
  gboolean (*add)         (GgovReaderSink     *self,
                           gint64              fid,
                           const char         *source_id,
                           const char *const  *values,
                           guint               n_values,
                           OGRGeometryH        geometry,
                           GError            **error);
  gboolean (*close)       (GgovReaderSink  *self,
                           GError         **error);
} GgovReaderSinkClass;

/* The beginning of each form's own structure. */
struct _GgovReaderSink
{
  const GgovReaderSinkClass *class;
  guint                      n_fields; /* of the layer begun last */
};

GgovReaderSink *_ggov_reader_sink_new_geopackage (const char  *path,
                                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GgovReaderSink *_ggov_reader_sink_new_rows       (const char  *path,
                                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
