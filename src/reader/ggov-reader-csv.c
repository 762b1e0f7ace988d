/* ggov-reader-csv.c: text tables, read so that nothing is lost in silence
 *
 * GDAL's own driver takes an unclosed quotation mark for the rest of the table, cuts rows at
 * the width of the first one, and does not tell the line of a record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <string.h>

#include "ggov-reader-csv.h"
#include "ggov-reader-error.h"

#define SAMPLE ((gsize) 64 * 1024) /* bytes in which the delimiter is looked for */

typedef struct
{
  const char *at;
  const char *end;
  char delimiter;
  gint64 line;       /* from 1 */
  gint64 bad_line;   /* 0 while all is well */
  GString *bytes;    /* the record's fields, each ended by NUL */
  GArray *starts;    /* (element-type gsize): where each field begins in bytes */
  GPtrArray *values; /* (element-type char*): into bytes */
} Parser;

char
ggov_reader_csv_find_delimiter (const char *text,
                                gsize       length)
{
  static const char candidates[] = ",;\t|";
  gsize counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  gsize best = 0;

  g_return_val_if_fail (text != NULL, ',');

  for (gsize i = 0; i < MIN (length, SAMPLE); i++)
    {
      const char *found = text[i] != '\0' ? strchr (candidates, text[i]) : NULL;

      if (text[i] == '"')
        quoted = !quoted;
      else if (found != NULL && !quoted)
        counts[found - candidates]++;
    }
  for (gsize i = 1; candidates[i] != '\0'; i++)
    if (counts[i] > counts[best])
      best = i;

  return candidates[best];
}

static gboolean
fail_quote (Parser     *self,
            gint64      line,
            const char *what,
            GError    **error)
{
  self->bad_line = line;
  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_BAD_QUOTE,
               "Line %" G_GINT64_FORMAT ": %s; correct it in a text editor, or save the table "
               "again from a spreadsheet.",
               line, what);
  return FALSE;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Past the quotation mark that opens. Leaves the position behind the one that closes. */
static gboolean
read_quoted (Parser  *self,
             GError **error)
{
  const gint64 opened = self->line;

  while (self->at < self->end)
    {
      const char c = *self->at++;

      if (c == '\n')
        self->line++;
      if (c != '"')
        g_string_append_c (self->bytes, c);
      else if (self->at < self->end && *self->at == '"')
        g_string_append_c (self->bytes, *self->at++);
      else if (self->at == self->end || *self->at == self->delimiter || is_line_end (*self->at))
        return TRUE;
      else
        return fail_quote (self, self->line, "a closing quotation mark is followed by more text",
                           error);
    }

  return fail_quote (self, opened, "the quotation mark that opens here is never closed", error);
}

static gboolean
read_field (Parser  *self,
            GError **error)
{
  const gsize start = self->bytes->len;

  g_array_append_val (self->starts, start);
  if (self->at < self->end && *self->at == '"')
    {
      self->at++;
      if (!read_quoted (self, error))
        return FALSE;
    }
  else
    {
      const char *from = self->at;

      while (self->at < self->end && *self->at != self->delimiter && !is_line_end (*self->at))
        self->at++;
      g_string_append_len (self->bytes, from, self->at - from);
    }
  g_string_append_c (self->bytes, '\0');

  return TRUE;
}

static void
end_line (Parser *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
}

static gboolean
read_record (Parser  *self,
             GError **error)
{
  g_string_truncate (self->bytes, 0);
  g_array_set_size (self->starts, 0);
  g_ptr_array_set_size (self->values, 0);

  while (TRUE)
    {
      if (!read_field (self, error))
        return FALSE;
      if (self->at == self->end || *self->at != self->delimiter)
        break;
      self->at++;
    }
  end_line (self);

  /* Only now: the bytes may have moved while they grew. */
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->values, self->bytes->str + g_array_index (self->starts, gsize, i));

  return TRUE;
}

static gboolean
read_all (Parser                *self,
          GgovReaderCsvRowFunc   func,
          gpointer               user_data,
          GError               **error)
{
  while (self->at < self->end)
    {
      const gint64 line = self->line;

      if (is_line_end (*self->at))
        {
          end_line (self);
          continue;
        }
      if (!read_record (self, error)
          || !func (line, (const char *const *) self->values->pdata, self->values->len, user_data,
                    error))
        return FALSE;
    }

  return TRUE;
}

gboolean
ggov_reader_csv_parse (const char            *text,
                       gsize                  length,
                       char                   delimiter,
                       GgovReaderCsvRowFunc   func,
                       gpointer               user_data,
                       gint64                *bad_line,
                       GError               **error)
{
  Parser self = { .at = text, .end = text + length, .delimiter = delimiter, .line = 1 };
  gboolean ok;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    self.at += 3;
  self.bytes = g_string_new (NULL);
  self.starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self.values = g_ptr_array_new ();

  ok = read_all (&self, func, user_data, error);

  g_string_free (self.bytes, TRUE);
  g_array_unref (self.starts);
  g_ptr_array_unref (self.values);
  if (self.bad_line > 0)
    *bad_line = self.bad_line;
  return ok;
}
