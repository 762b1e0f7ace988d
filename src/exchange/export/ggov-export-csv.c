/* ggov-export-csv.c: cells of a table of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <string.h>

#include "ggov-export-csv-private.h"

/* What makes a spreadsheet take a text for a formula, or for the end of the cell before. */
#define DANGEROUS "=+-@\t\r"

void
_ggov_export_csv_append (GString    *out,
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
