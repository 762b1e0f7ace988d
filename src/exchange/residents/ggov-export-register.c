/* ggov-export-register.c: the fields of the register as a workbook to be filled in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ggov-exchange-reader.h"
#include "ggov-export-register.h"
#include "ggov-xlsx-private.h"

#define COLUMN_WIDTH 16 /* characters */

typedef struct
{
  lxw_worksheet *form;
  lxw_worksheet *lists;
  lxw_format    *bold;
  lxw_format    *text;
  lxw_col_t      n_columns;
  lxw_col_t      n_lists;
} Sheets;

static void
write_field (Sheets                  *self,
             const GgovRegisterField *field)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  g_autofree char *title = g_strconcat (ggov_register_field_get_label (field),
                                        field->is_required ? "*" : "", NULL);

  xlsx->worksheet_set_column (self->form, self->n_columns, self->n_columns, COLUMN_WIDTH,
                              self->text);
  xlsx->worksheet_write_string (self->form, 0, self->n_columns, title, self->bold);
  self->n_columns++;
}

static void
write_list (Sheets                  *self,
            const GgovRegisterField *field,
            const GgovRegisterCodes *codes)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();

  xlsx->worksheet_set_column (self->lists, self->n_lists, self->n_lists, COLUMN_WIDTH, self->text);
  xlsx->worksheet_write_string (self->lists, 0, self->n_lists,
                                ggov_register_field_get_label (field), self->bold);
  for (guint i = 0; i < ggov_register_codes_get_n (codes); i++)
    {
      const GgovRegisterCode *code = ggov_register_codes_get_at (codes, i);

      xlsx->worksheet_write_string (self->lists, i + 1, self->n_lists,
                                    ggov_register_code_get_label (code), NULL);
    }
  self->n_lists++;
}

static void
write_all (Sheets                *self,
           GgovRegisterCatalogue *catalogue)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();

  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (catalogue); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (catalogue, i);
      const GgovRegisterCodes *codes = ggov_register_catalogue_get_codes (catalogue, field);

      if (field->is_retired)
        continue;
      write_field (self, field);
      if (codes)
        write_list (self, field, codes);
    }
  xlsx->worksheet_freeze_panes (self->form, 1, 1);
  xlsx->worksheet_freeze_panes (self->lists, 1, 0);
}

gboolean
ggov_export_register_form (GgovRegisterCatalogue  *catalogue,
                           const char             *path,
                           GError                **error)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *name = g_filename_display_basename (path);
  lxw_workbook *book = xlsx->workbook_new (part);
  Sheets sheets = {
    .form = xlsx->workbook_add_worksheet (book, _("Residents")),
    .lists = xlsx->workbook_add_worksheet (book, _("Lists")),
    .bold = xlsx->workbook_add_format (book),
    .text = xlsx->workbook_add_format (book),
  };

  xlsx->format_set_bold (sheets.bold);
  xlsx->format_set_num_format (sheets.text, "@");
  write_all (&sheets, catalogue);
  if (xlsx->workbook_close (book) == LXW_NO_ERROR && g_rename (part, path) == 0)
    return TRUE;

  g_unlink (part);
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
               _("“%s” cannot be written. Choose another folder, or make room on the disk."), name);

  return FALSE;
}
