/* ggov-reader-sheet.c: rows at the far end of a worksheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <string.h>

#include "ggov-reader-sheet.h"

#define CHUNK (256 * 1024)
#define OVERLAP 64 /* bytes kept from one chunk to the next; longer than what is looked for */

typedef enum
{
  ROW_ABSENT,
  ROW_BLANK,
  ROW_FILLED,
} RowState;

static gboolean
has_value (const char *bytes,
           gsize       length)
{
  return memmem (bytes, length, "<v>", 3) != NULL || memmem (bytes, length, "<v ", 3) != NULL
         || memmem (bytes, length, "<is>", 4) != NULL;
}

static RowState
scan_sheet (VSILFILE   *file,
            const char *marker)
{
  g_autofree char *bytes = g_malloc (CHUNK);
  RowState state = ROW_ABSENT;
  gsize kept = 0, n;

  while ((n = VSIFReadL (bytes + kept, 1, CHUNK - kept, file)) > 0)
    {
      const char *from = bytes;
      const gsize length = kept + n;

      if (state == ROW_ABSENT)
        {
          from = memmem (bytes, length, marker, strlen (marker));
          state = from != NULL ? ROW_BLANK : ROW_ABSENT;
        }
      if (state == ROW_BLANK && has_value (from, (gsize) (bytes + length - from)))
        return ROW_FILLED;

      /* What lies before the marker must not come back into view. */
      kept = MIN (OVERLAP, (gsize) (bytes + length - (from != NULL ? from : bytes)));
      memmove (bytes, bytes + length - kept, kept);
    }

  return state;
}

gboolean
ggov_reader_sheet_is_blank_from (const char *path,
                                 gint64      row)
{
  g_autofree char *folder = NULL;
  g_autofree char *marker = g_strdup_printf ("<row r=\"%" G_GINT64_FORMAT "\"", row);
  char **names;
  gboolean found = FALSE, filled = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = g_strconcat ("/vsizip/{", path, "}/xl/worksheets", NULL);
  names = VSIReadDir (folder);
  for (gsize i = 0; names != NULL && names[i] != NULL && !filled; i++)
    {
      g_autofree char *part = g_build_filename (folder, names[i], NULL);
      VSILFILE *file = g_str_has_suffix (names[i], ".xml") ? VSIFOpenL (part, "rb") : NULL;
      RowState state = ROW_ABSENT;

      if (file == NULL)
        continue;
      state = scan_sheet (file, marker);
      VSIFCloseL (file);
      found = found || state != ROW_ABSENT;
      filled = state == ROW_FILLED;
    }
  CSLDestroy (names);

  return found && !filled;
}
