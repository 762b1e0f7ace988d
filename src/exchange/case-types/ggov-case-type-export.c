/* ggov-case-type-export.c: case types as a workbook, a table of text or a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ggov-case-type-columns-private.h"
#include "ggov-case-type-export-private.h"
#include "ggov-case-type-export.h"
#include "ggov-export-csv-private.h"

static void
append_row (GString                  *out,
            const GgovCaseTypeRecord *record)
{
  for (guint i = 0; i < GGOV_CASE_TYPE_N_COLUMNS; i++)
    {
      g_autofree char *text = record ? _ggov_case_type_dup_cell (record, i)
                                     : g_strdup (_(_ggov_case_type_get_columns ()[i].label));

      if (i > 0)
        g_string_append_c (out, ',');
      _ggov_export_csv_append (out, text);
    }
  g_string_append (out, "\r\n");
}

static char *
dup_csv (GListModel *rows)
{
  GString *out = g_string_new (GGOV_EXPORT_CSV_MARK);

  append_row (out, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, i);

      append_row (out, ggov_case_type_version_get_record (version));
    }

  return g_string_free (out, FALSE);
}

/* Nothing but the whole file ever has its name. */
static gboolean
write_beside (GListModel *rows,
              const char *folded,
              const char *part)
{
  g_autofree char *text = NULL;

  /* libxlsxwriter complains aloud where nothing can be written. */
  if (g_str_has_suffix (folded, ".xlsx"))
    return g_file_set_contents (part, "", 0, NULL) && _ggov_case_types_save_workbook (rows, part);

  text = g_str_has_suffix (folded, ".csv") ? dup_csv (rows) : _ggov_case_types_dup_json (rows);

  return g_file_set_contents (part, text, -1, NULL);
}

gboolean
ggov_case_type_export_write (GListModel  *rows,
                             const char  *path,
                             GError     **error)
{
  g_autofree char *folded = NULL, *part = NULL, *name = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  folded = g_ascii_strdown (path, -1);
  part = g_strconcat (path, ".part", NULL);
  name = g_filename_display_basename (path);
  if (!g_str_has_suffix (folded, ".xlsx") && !g_str_has_suffix (folded, ".csv") &&
      !g_str_has_suffix (folded, ".json"))
    {
      /* Translators: a file’s name */
      g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                   _("“%s” does not tell in which format it shall be. Give it the ending .xlsx, .csv "
                     "or .json."), name);
      return FALSE;
    }

  if (write_beside (rows, folded, part) && g_rename (part, path) == 0)
    return TRUE;

  g_unlink (part);
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
               _("“%s” cannot be written. Choose another folder, or make room on the disk."), name);

  return FALSE;
}
