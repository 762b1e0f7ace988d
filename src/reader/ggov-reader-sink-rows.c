/* ggov-reader-sink-rows.c: the output as rows one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "ggov-reader-error.h"
#include "ggov-reader-sink-private.h"

typedef struct
{
  GgovReaderSink parent;
  FILE          *file;  /* (nullable): NULL once closed */
  guint32        layer; /* the one begun last, from 1 */
  GByteArray    *row;   /* (owned): being put together */
} Rows;

static gboolean
fail (GError **error)
{
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_OUTPUT,
               "The result could not be written; make room on the disk (%s).", g_strerror (errno));
  return FALSE;
}

static void
rows_free (GgovReaderSink *sink)
{
  Rows *self = (Rows *) sink;

  g_clear_pointer (&self->file, fclose);
  g_clear_pointer (&self->row, g_byte_array_unref);
  g_free (self);
}

static gboolean
rows_begin_layer (GgovReaderSink         *sink,
                  const GgovReaderLayer  *layer,
                  GError                **error)
{
  ((Rows *) sink)->layer++;
  return TRUE;
}

static void
append_number (GByteArray *row,
               guint32     number)
{
  g_byte_array_append (row, (const guint8 *) &number, sizeof number);
}

static void
append_text (GByteArray *row,
             const char *text)
{
  const gsize length = text != NULL ? strlen (text) : 0;

  if (text == NULL)
    {
      append_number (row, G_MAXUINT32);
      return;
    }

  append_number (row, (guint32) length);
  g_byte_array_append (row, (const guint8 *) text, (guint) length + 1);
}

/* Returns whether GDAL could write it. */
static gboolean
append_shape (GByteArray   *row,
              OGRGeometryH  geometry)
{
  const guint size = geometry != NULL ? (guint) OGR_G_WkbSize (geometry) : 0;
  guint at;

  append_number (row, size);
  if (size == 0)
    return TRUE;

  at = row->len;
  g_byte_array_set_size (row, at + size);
  return OGR_G_ExportToIsoWkb (geometry, wkbNDR, row->data + at) == OGRERR_NONE;
}

static gboolean
rows_add (GgovReaderSink     *sink,
          gint64              fid,
          const char         *source_id,
          const char *const  *values,
          guint               n_values,
          OGRGeometryH        geometry,
          GError            **error)
{
  Rows *self = (Rows *) sink;
  GByteArray *row = self->row;
  guint32 size;
  gboolean ok;

  g_byte_array_set_size (row, 0);
  append_number (row, 0); /* its size, once known */
  append_number (row, self->layer);
  g_byte_array_append (row, (const guint8 *) &fid, sizeof fid);
  append_number (row, sink->n_fields + 1);
  append_text (row, source_id);
  for (guint i = 0; i < sink->n_fields; i++)
    append_text (row, i < n_values ? values[i] : NULL);
  ok = append_shape (row, geometry);
  if (geometry != NULL)
    OGR_G_DestroyGeometry (geometry);

  size = row->len - (guint32) sizeof size;
  memcpy (row->data, &size, sizeof size);

  return ok && fwrite (row->data, row->len, 1, self->file) == 1 ? TRUE : fail (error);
}

static gboolean
rows_close (GgovReaderSink  *sink,
            GError         **error)
{
  Rows *self = (Rows *) sink;

  return fclose (g_steal_pointer (&self->file)) == 0 ? TRUE : fail (error);
}

static const GgovReaderSinkClass rows_class = {
  .free = rows_free,
  .begin_layer = rows_begin_layer,
  .add = rows_add,
  .close = rows_close,
};

GgovReaderSink *
_ggov_reader_sink_new_rows (const char  *path,
                            GError     **error)
{
  Rows *self = g_new0 (Rows, 1);

  self->parent.class = &rows_class;
  self->row = g_byte_array_new ();
  self->file = fopen (path, "wbxe");
  if (self->file != NULL && fputs (GGOV_READER_ROWS_MARK, self->file) >= 0)
    return &self->parent;

  fail (error);
  rows_free (&self->parent);
  return NULL;
}
