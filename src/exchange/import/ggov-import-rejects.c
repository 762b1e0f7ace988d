/* ggov-import-rejects.c: the rows that were left out, as a workbook to be mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ggov-exchange-rows.h"
#include "ggov-import-rejects.h"
#include "ggov-xlsx-private.h"

#define COLUMN_WIDTH 14 /* characters */
#define REASON_WIDTH 48
#define MOST_CHARACTERS 32767 /* of a cell: ECMA-376, 18.4.12 */

typedef struct
{
  lxw_workbook  *book;  /* (owned) */
  lxw_worksheet *sheet;
  lxw_format    *bold;
  lxw_row_t      row;   /* the next */
  guint          n_columns;
} Writer;

static void
write_cell (Writer     *self,
            guint       column,
            const char *text,
            gboolean    is_heading)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  g_autofree char *fitting = NULL;

  if (text == NULL)
    return;

  if (g_utf8_strlen (text, -1) > MOST_CHARACTERS)
    text = fitting = g_utf8_substring (text, 0, MOST_CHARACTERS);
  xlsx->worksheet_write_string (self->sheet, self->row, (lxw_col_t) column, text,
                                is_heading ? self->bold : NULL);
}

static void
write_row (Writer           *self,
           GgovExchangeRows *rows,
           const char       *reason,
           gboolean          is_heading)
{
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, i, ggov_exchange_rows_get_text (rows, i), is_heading);
  write_cell (self, self->n_columns, reason, is_heading);
  self->row++;
}

static gboolean
write_rows (Writer               *self,
            GgovExchangeRows     *rows,
            GgovImportReport     *report,
            GError              **error)
{
  GError *broken = NULL;

  while (ggov_exchange_rows_next (rows, &broken))
    {
      const gint64 number = ggov_exchange_rows_get_number (rows);
      const char *reason = ggov_import_report_get_reason (report, number);

      if (number == report->heading)
        write_row (self, rows, _("Why it was left out"), TRUE);
      else if (reason)
        write_row (self, rows, reason, FALSE);
    }

  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, broken);
  return FALSE;
}

/* Columns that have names have no row of them. */
static void
write_names (Writer                  *self,
             const GgovExchangeLayer *layer)
{
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, i, layer->fields->pdata[i], TRUE);
  write_cell (self, self->n_columns, _("Why it was left out"), TRUE);
  self->row++;
}

static void
set_up (Writer     *self,
        const char *path)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();

  self->book = xlsx->workbook_new (path);
  self->sheet = xlsx->workbook_add_worksheet (self->book, NULL);
  self->bold = xlsx->workbook_add_format (self->book);
  xlsx->format_set_bold (self->bold);
  xlsx->worksheet_set_column (self->sheet, 0, (lxw_col_t) self->n_columns, COLUMN_WIDTH, NULL);
  xlsx->worksheet_set_column (self->sheet, (lxw_col_t) self->n_columns, (lxw_col_t) self->n_columns,
                              REASON_WIDTH, NULL);
  xlsx->worksheet_freeze_panes (self->sheet, 1, 0);
  xlsx->worksheet_set_landscape (self->sheet);
  xlsx->worksheet_repeat_rows (self->sheet, 0, 0);
}

static gboolean
fail (const char  *path,
      GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
               _("“%s” cannot be written. Choose another folder, or make room on the disk."), name);
  return FALSE;
}

gboolean
ggov_import_write_rejects (GgovExchangeReading  *reading,
                           guint                 layer,
                           GgovImportReport     *report,
                           const char           *path,
                           GError              **error)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  const GgovExchangeLayer *facts = ggov_exchange_reading_get_layer (reading, layer);
  g_autoptr(GgovExchangeRows) rows = ggov_exchange_rows_open (reading, layer, error);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  Writer writer = { .n_columns = facts->fields->len };
  gboolean ok;

  if (rows == NULL)
    return FALSE;

  set_up (&writer, part);
  if (report->heading == 0)
    write_names (&writer, facts);
  ok = write_rows (&writer, rows, report, error);

  if (xlsx->workbook_close (writer.book) != LXW_NO_ERROR || (ok && g_rename (part, path) != 0))
    {
      g_unlink (part);
      return ok ? fail (path, error) : FALSE;
    }
  if (!ok)
    g_unlink (part);

  return ok;
}
