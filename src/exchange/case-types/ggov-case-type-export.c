/* ggov-case-type-export.c: case types as a workbook, a table of text or a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-type-columns-private.h"
#include "ggov-case-type-export-private.h"
#include "ggov-case-type-export.h"
#include "ggov-sheet-private.h"

/* What is written: in which format is told by the name it will have. */
typedef struct
{
  GListModel *rows;
  const char *folded; /* the path in small letters */
} Work;

static const char *
get_title (guint         column,
           gconstpointer data)
{
  return _(_ggov_case_type_get_columns ()[column].label);
}

static char *
dup_text (guint         row,
          guint         column,
          gconstpointer data)
{
  g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item ((GListModel *) data, row);

  return _ggov_case_type_dup_cell (ggov_case_type_version_get_record (version), column);
}

static char *
dup_csv (GListModel *rows)
{
  const GgovSheet sheet = {
    .n_columns = GGOV_CASE_TYPE_N_COLUMNS, .n_rows = g_list_model_get_n_items (rows),
    .get_title = get_title, .dup_text = dup_text, .data = rows,
  };

  return _ggov_sheet_dup_csv (&sheet);
}

/* A GgovSheetWriteFunc. */
static gboolean
write_part (const char *part,
            gpointer    data)
{
  const Work *work = data;
  g_autofree char *text = NULL;

  if (g_str_has_suffix (work->folded, ".xlsx"))
    return _ggov_case_types_save_workbook (work->rows, part);

  text = g_str_has_suffix (work->folded, ".csv") ? dup_csv (work->rows)
                                                 : _ggov_case_types_dup_json (work->rows);

  return g_file_set_contents (part, text, -1, NULL);
}

gboolean
ggov_case_type_export_write (GListModel  *rows,
                             const char  *path,
                             GError     **error)
{
  g_autofree char *folded = NULL, *name = NULL;
  Work work = { rows, NULL };

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  folded = g_ascii_strdown (path, -1);
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

  work.folded = folded;

  return _ggov_sheet_replace_file (path, write_part, &work, error);
}
