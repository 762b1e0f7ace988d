/* ggov-people-csv.c: the roster as a table of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <string.h>

#include "ggov-people-export-private.h"

#define BYTE_ORDER_MARK "\357\273\277"

/* What makes a spreadsheet take a text for a formula, or for the end of the cell before. */
#define DANGEROUS "=+-@\t\r"

static void
append_cell (GString    *out,
             const char *text)
{
  gboolean is_guarded = text && *text && strchr (DANGEROUS, *text);

  if (text == NULL)
    return;

  if (strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append_printf (out, "%s%s", is_guarded ? "'" : "", text);
      return;
    }

  g_string_append (out, is_guarded ? "\"'" : "\"");
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_row (GString                *out,
            const GgovPeopleExport *request,
            const GgovRosterRecord *record)
{
  for (guint i = 0; i < request->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, record ? ggov_roster_column_get_text (request->columns[i], record)
                               : ggov_roster_column_get_title (request->columns[i]));
    }
  g_string_append (out, "\r\n");
}

char *
_ggov_people_dup_csv (GListModel             *rows,
                      const GgovPeopleExport *request)
{
  GString *out = g_string_new (BYTE_ORDER_MARK);

  append_row (out, request, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      append_row (out, request, ggov_roster_row_get_record (row));
    }

  return g_string_free (out, FALSE);
}
