/* ggov-sheet-csv.c: rows of texts as a table of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include "ggov-export-csv-private.h"
#include "ggov-sheet-private.h"

char *
_ggov_sheet_dup_csv (const GgovSheet *self)
{
  GString *out = g_string_new (GGOV_EXPORT_CSV_MARK);

  for (guint c = 0; c < self->n_columns; c++)
    {
      if (c > 0)
        g_string_append_c (out, ',');
      _ggov_export_csv_append (out, self->get_title (c, self->data));
    }
  g_string_append (out, "\r\n");

  for (guint r = 0; r < self->n_rows; r++)
    {
      for (guint c = 0; c < self->n_columns; c++)
        {
          g_autofree char *text = self->dup_text (r, c, self->data);

          if (c > 0)
            g_string_append_c (out, ',');
          _ggov_export_csv_append (out, text);
        }
      g_string_append (out, "\r\n");
    }

  return g_string_free (out, FALSE);
}
