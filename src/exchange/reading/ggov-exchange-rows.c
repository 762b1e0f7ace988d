/* ggov-exchange-rows.c: the rows of one layer of a file that was read
 *
 * The scratch file is what gridgov-reader writes with --rows; its form is told in
 * ggov-reader-sink.h. A stranger's file stands behind it, so nothing in it is believed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-exchange-rows.h"

#define MARK "gridgov rows 1\n"

struct _GgovExchangeRows
{
  GgovExchangeReading *reading; /* (owned) */
  GMappedFile         *file;    /* (owned) */
  const char          *next;    /* of the file's bytes, those not looked at yet */
  const char          *end;
  guint32              layer;   /* from 1 */
  guint                n_texts; /* source id and fields */
  const char         **texts;   /* (owned) (array length=n_texts): of the present row */
  gint64               number;
  const guint8        *shape;
  gsize                shape_size;
};

/* What is left of one row. */
typedef struct
{
  const char *next;
  const char *end;
} Bytes;

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_READER,
                       _("What was read of the file is damaged. Import the file again."));
  return FALSE;
}

/* NULL where there are fewer than @size left. */
static const char *
take (Bytes *self,
      gsize  size)
{
  const char *bytes = self->next;

  if ((gsize) (self->end - self->next) < size)
    return NULL;

  self->next += size;
  return bytes;
}

static gboolean
take_number (Bytes   *self,
             guint32 *number)
{
  const char *bytes = take (self, sizeof *number);

  if (bytes != NULL)
    memcpy (number, bytes, sizeof *number);

  return bytes != NULL;
}

static gboolean
take_text (Bytes       *self,
           const char **text)
{
  guint32 length;

  *text = NULL;
  if (!take_number (self, &length))
    return FALSE;
  if (length == G_MAXUINT32)
    return TRUE;

  *text = take (self, (gsize) length + 1);

  return *text != NULL && (*text)[length] == '\0' && g_utf8_validate_len (*text, length, NULL);
}

static gboolean
take_row (GgovExchangeRows *self,
          Bytes            *row)
{
  const char *number = take (row, sizeof self->number);
  guint32 n_texts, size;

  if (number == NULL || !take_number (row, &n_texts) || n_texts != self->n_texts)
    return FALSE;

  memcpy (&self->number, number, sizeof self->number);
  for (guint i = 0; i < n_texts; i++)
    if (!take_text (row, &self->texts[i]))
      return FALSE;

  if (!take_number (row, &size) || size != (gsize) (row->end - row->next))
    return FALSE;

  self->shape = size > 0 ? (const guint8 *) row->next : NULL;
  self->shape_size = size;

  return TRUE;
}

gboolean
ggov_exchange_rows_next (GgovExchangeRows  *self,
                         GError           **error)
{
  Bytes rest = { self->next, self->end };

  g_return_val_if_fail (self != NULL, FALSE);

  while (rest.next < rest.end)
    {
      Bytes row;
      guint32 size, layer;

      if (!take_number (&rest, &size) || (row.next = take (&rest, size)) == NULL)
        return refuse (error);
      row.end = rest.next;
      self->next = rest.next;

      if (!take_number (&row, &layer))
        return refuse (error);
      if (layer == self->layer)
        return take_row (self, &row) ? TRUE : refuse (error);
    }

  return FALSE;
}

GgovExchangeRows *
ggov_exchange_rows_open (GgovExchangeReading  *reading,
                         guint                 layer,
                         GError              **error)
{
  g_autoptr(GgovExchangeRows) self = g_new0 (GgovExchangeRows, 1);
  const char *mark;
  Bytes all;

  self->reading = g_object_ref (reading);
  self->layer = layer + 1;
  self->n_texts = ggov_exchange_reading_get_layer (reading, layer)->fields->len + 1;
  self->texts = g_new0 (const char *, self->n_texts);
  self->file = g_mapped_file_new (ggov_exchange_reading_get_path (reading), FALSE, NULL);
  if (self->file == NULL)
    {
      refuse (error);
      return NULL;
    }

  /* An empty file has no contents to begin at. */
  all.next = g_mapped_file_get_length (self->file) > 0
               ? g_mapped_file_get_contents (self->file) : "";
  all.end = all.next + g_mapped_file_get_length (self->file);
  mark = take (&all, strlen (MARK));
  if (mark == NULL || memcmp (mark, MARK, strlen (MARK)) != 0)
    {
      refuse (error);
      return NULL;
    }
  self->next = all.next;
  self->end = all.end;

  return g_steal_pointer (&self);
}

void
ggov_exchange_rows_free (GgovExchangeRows *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_clear_object (&self->reading);
  g_free (self->texts);
  g_free (self);
}

gint64
ggov_exchange_rows_get_number (GgovExchangeRows *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

const char *
ggov_exchange_rows_get_source_id (GgovExchangeRows *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[0];
}

const char *
ggov_exchange_rows_get_text (GgovExchangeRows *self,
                             guint             field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field + 1 < self->n_texts, NULL);

  return self->texts[field + 1];
}

const guint8 *
ggov_exchange_rows_get_shape (GgovExchangeRows *self,
                              gsize            *size)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (size != NULL, NULL);

  *size = self->shape_size;
  return self->shape;
}
