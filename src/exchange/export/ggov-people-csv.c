/* ggov-people-csv.c: the roster as a table of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include "ggov-export-csv-private.h"
#include "ggov-people-export-private.h"

static void
append_row (GString                *out,
            const GgovPeopleExport *request,
            const GgovRosterRecord *record)
{
  for (guint i = 0; i < request->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      _ggov_export_csv_append (out, record
                                      ? ggov_roster_column_get_text (request->columns[i], record)
                                      : ggov_roster_column_get_title (request->columns[i]));
    }
  g_string_append (out, "\r\n");
}

char *
_ggov_people_dup_csv (GListModel             *rows,
                      const GgovPeopleExport *request)
{
  GString *out = g_string_new (GGOV_EXPORT_CSV_MARK);

  append_row (out, request, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      append_row (out, request, ggov_roster_row_get_record (row));
    }

  return g_string_free (out, FALSE);
}
