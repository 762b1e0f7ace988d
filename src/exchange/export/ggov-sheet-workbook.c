/* ggov-sheet-workbook.c: rows of texts as a workbook ready to be printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ggov-sheet-private.h"
#include "ggov-xlsx-private.h"

/* In widths of a digit. */
#define LEAST_WIDTH 6
#define MOST_WIDTH  48
#define PADDING     2

#define PAPER_A4 9
#define FORMAT_TEXT 49 /* @: ECMA-376, 18.8.30 */
#define MOST_COLUMNS GGOV_SHEET_MOST_COLUMNS
#define MOST_RANGE 24 /* characters: A1:XFD1048576 */
#define MOST_TEXT 32767 /* characters of a cell: ECMA-376, 18.4.12 */
#define MOST_HEADING 255 /* characters: libxlsxwriter takes no more */

/* Inches, as workbooks have them. */
#define MARGIN_SIDE 0.5
#define MARGIN_TOP  0.8

typedef struct
{
  const GgovSheet *rows;
  lxw_workbook    *book;   /* (owned) */
  lxw_worksheet   *sheet;
  lxw_format      *heading;
  lxw_format      *text;   /* so that what is typed into a cell stays a text as well */
  guint            widths[MOST_COLUMNS];
} Writer;

/* A Chinese character is as wide as two digits. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return width;
}

static void
write_cell (Writer     *self,
            guint       row,
            guint       column,
            const char *text)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  g_autofree char *fitting = NULL;

  if (text == NULL)
    return;

  self->widths[column] = MAX (self->widths[column], measure (text));
  if (g_utf8_strlen (text, -1) > MOST_TEXT)
    text = fitting = g_utf8_substring (text, 0, MOST_TEXT);
  xlsx->worksheet_write_string (self->sheet, row, (lxw_col_t) column, text,
                                row == 0 ? self->heading : self->text);
}

static void
write_rows (Writer *self)
{
  const GgovSheet *rows = self->rows;

  for (guint c = 0; c < rows->n_columns; c++)
    write_cell (self, 0, c, rows->get_title (c, rows->data));

  for (guint r = 0; r < rows->n_rows; r++)
    for (guint c = 0; c < rows->n_columns; c++)
      {
        g_autofree char *text = rows->dup_text (r, c, rows->data);

        write_cell (self, r + 1, c, text);
      }
}

/* An ampersand begins a code in a page's heading: it stands for itself where it is doubled. */
static char *
dup_heading (const char *words)
{
  g_autoptr(GString) heading = g_string_new (words);

  g_string_replace (heading, "&", "&&", 0);
  g_string_prepend (heading, "&C");

  return g_utf8_substring (heading->str, 0, MIN (g_utf8_strlen (heading->str, -1), MOST_HEADING));
}

static void
lay_out (Writer *self,
         guint   n_rows)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  const lxw_col_t last = (lxw_col_t) (self->rows->n_columns - 1);
  g_autofree char *heading = dup_heading (self->rows->heading);
  char range[MOST_RANGE];

  for (guint c = 0; c <= last; c++)
    xlsx->worksheet_set_column (self->sheet, (lxw_col_t) c, (lxw_col_t) c,
                                CLAMP (self->widths[c] + PADDING, LEAST_WIDTH, MOST_WIDTH), NULL);

  xlsx->lxw_rowcol_to_range (range, 0, 0, n_rows, last);
  xlsx->worksheet_freeze_panes (self->sheet, 1, 0);
  xlsx->worksheet_autofilter (self->sheet, 0, 0, n_rows, last);
  xlsx->worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
  xlsx->worksheet_repeat_rows (self->sheet, 0, 0);
  xlsx->worksheet_set_landscape (self->sheet);
  xlsx->worksheet_set_paper (self->sheet, PAPER_A4);
  xlsx->worksheet_set_margins (self->sheet, MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_TOP);
  xlsx->worksheet_fit_to_pages (self->sheet, 1, 0);
  xlsx->worksheet_set_header (self->sheet, heading);
  /* Translators: below a page of a workbook; &P and &N are the page and how many there are */
  xlsx->worksheet_set_footer (self->sheet, _("&CPage &P of &N"));
}

static void
set_up (Writer *self)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();

  self->sheet = xlsx->workbook_add_worksheet (self->book, self->rows->name);
  self->heading = xlsx->workbook_add_format (self->book);
  xlsx->format_set_bold (self->heading);
  xlsx->format_set_border (self->heading, LXW_BORDER_THIN);
  xlsx->format_set_align (self->heading, LXW_ALIGN_CENTER);
  self->text = xlsx->workbook_add_format (self->book);
  xlsx->format_set_num_format_index (self->text, FORMAT_TEXT);
  xlsx->format_set_border (self->text, LXW_BORDER_THIN);
}

gboolean
_ggov_sheet_save_workbook (const GgovSheet *self,
                           const char      *path)
{
  const GgovXlsx *xlsx = _ggov_xlsx ();
  Writer writer = { .rows = self };

  g_return_val_if_fail (self->n_columns <= MOST_COLUMNS, FALSE);

  /* libxlsxwriter complains aloud where nothing can be written. */
  if (!g_file_set_contents (path, "", 0, NULL) || !(writer.book = xlsx->workbook_new (path)))
    return FALSE;

  set_up (&writer);
  write_rows (&writer);
  lay_out (&writer, self->n_rows);

  return xlsx->workbook_close (writer.book) == LXW_NO_ERROR;
}

gboolean
_ggov_sheet_replace_file (const char          *path,
                          GgovSheetWriteFunc   func,
                          gpointer             data,
                          GError             **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *name = g_filename_display_basename (path);

  if (func (part, data) && g_rename (part, path) == 0)
    return TRUE;

  g_unlink (part);
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
               _("“%s” cannot be written. Choose another folder, or make room on the disk."), name);

  return FALSE;
}
