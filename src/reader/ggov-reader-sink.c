/* ggov-reader-sink.c: the file in which everything that was read arrives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include "ggov-reader-error.h"
#include "ggov-reader-sink-private.h"

GgovReaderSink *
ggov_reader_sink_new (const char      *path,
                      GgovReaderForm   form,
                      GError         **error)
{
  return form == GGOV_READER_FORM_ROWS ? _ggov_reader_sink_new_rows (path, error)
                                       : _ggov_reader_sink_new_geopackage (path, error);
}

void
ggov_reader_sink_free (GgovReaderSink *self)
{
  self->class->free (self);
}

gboolean
ggov_reader_sink_begin_layer (GgovReaderSink         *self,
                              const GgovReaderLayer  *layer,
                              GError                **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (layer != NULL, FALSE);

  if (layer->fields->len > GGOV_READER_MAX_FIELDS)
    {
      g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TOO_LARGE,
                   "The table has %u columns, %d are allowed; remove those that are not needed.",
                   layer->fields->len, GGOV_READER_MAX_FIELDS);
      return FALSE;
    }

  self->n_fields = layer->fields->len;
  return self->class->begin_layer (self, layer, error);
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
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (n_values <= self->n_fields, FALSE);

  return self->class->add (self, fid, source_id, values, n_values, geometry, error);
}

gboolean
ggov_reader_sink_close (GgovReaderSink  *self,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->class->close (self, error);
}
