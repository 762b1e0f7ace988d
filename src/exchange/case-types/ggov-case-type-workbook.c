/* ggov-case-type-workbook.c: case types as a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-type-columns-private.h"
#include "ggov-case-type-export-private.h"
#include "ggov-xlsx-private.h"

/* In widths of a digit. */
#define WIDTH       14
#define TEXT_WIDTH  40 /* of a condition, which wraps */

#define FORMAT_TEXT 49 /* @: ECMA-376, 18.8.30 */

static void
write_row (lxw_worksheet            *sheet,
           lxw_row_t                 row,
           const GgovCaseTypeRecord *record,
           lxw_format               *format)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();

  for (guint i = 0; i < GGOV_CASE_TYPE_N_COLUMNS; i++)
    {
      g_autofree char *text = record ? _ggov_case_type_dup_cell (record, i)
                                     : g_strdup (_(_ggov_case_type_get_columns ()[i].label));

      xlsx->worksheet_write_string (sheet, row, (lxw_col_t) i, text, format);
    }
}

static void
lay_out (lxw_worksheet *sheet,
         guint          n_rows)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  const lxw_col_t last = GGOV_CASE_TYPE_N_COLUMNS - 1;

  xlsx->worksheet_set_column (sheet, 0, last, WIDTH, NULL);
  xlsx->worksheet_set_column (sheet, GGOV_CASE_TYPE_FILING_ZH, GGOV_CASE_TYPE_CLOSING, TEXT_WIDTH,
                              NULL);
  xlsx->worksheet_set_column (sheet, GGOV_CASE_TYPE_EVIDENCE, GGOV_CASE_TYPE_EVIDENCE, TEXT_WIDTH,
                              NULL);
  xlsx->worksheet_freeze_panes (sheet, 1, GGOV_CASE_TYPE_NAME);
  xlsx->worksheet_autofilter (sheet, 0, 0, n_rows, last);
  xlsx->worksheet_set_landscape (sheet);
}

gboolean
_ggov_case_types_save_workbook (GListModel *rows,
                                const char *path)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  guint n = g_list_model_get_n_items (rows);
  lxw_workbook *book = xlsx->workbook_new (path);
  lxw_worksheet *sheet;
  lxw_format *heading, *plain;

  if (book == NULL)
    return FALSE;

  sheet = xlsx->workbook_add_worksheet (book, C_("sheet", "Case types"));
  heading = xlsx->workbook_add_format (book);
  xlsx->format_set_bold (heading);
  xlsx->format_set_text_wrap (heading);
  plain = xlsx->workbook_add_format (book);
  xlsx->format_set_num_format_index (plain, FORMAT_TEXT);
  xlsx->format_set_text_wrap (plain);
  xlsx->format_set_align (plain, LXW_ALIGN_VERTICAL_TOP);

  write_row (sheet, 0, NULL, heading);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, i);

      write_row (sheet, i + 1, ggov_case_type_version_get_record (version), plain);
    }
  lay_out (sheet, n);

  return xlsx->workbook_close (book) == LXW_NO_ERROR;
}
