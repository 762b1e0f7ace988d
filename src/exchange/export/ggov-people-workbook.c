/* ggov-people-workbook.c: the roster as a workbook ready to be printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

#include "ggov-people-export-private.h"

/* In widths of a digit. */
#define LEAST_WIDTH 6
#define MOST_WIDTH  48
#define PADDING     2

#define PAPER_A4 9
#define FORMAT_TEXT 49 /* @: ECMA-376, 18.8.30 */
#define MOST_HEADING 255 /* characters: libxlsxwriter takes no more */

/* Inches, as workbooks have them. */
#define MARGIN_SIDE 0.5
#define MARGIN_TOP  0.8

typedef struct
{
  const GgovPeopleExport *request;
  lxw_workbook           *book;   /* (owned) */
  lxw_worksheet          *sheet;
  lxw_format             *heading;
  lxw_format             *text;   /* so that what is typed into a cell stays a text as well */
  guint                   widths[GGOV_ROSTER_N_COLUMNS];
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
  if (text == NULL)
    return;

  self->widths[column] = MAX (self->widths[column], measure (text));
  worksheet_write_string (self->sheet, row, (lxw_col_t) column, text,
                          row == 0 ? self->heading : self->text);
}

static void
write_rows (Writer     *self,
            GListModel *rows)
{
  const GgovPeopleExport *request = self->request;

  for (guint c = 0; c < request->n_columns; c++)
    write_cell (self, 0, c, ggov_roster_column_get_title (request->columns[c]));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      for (guint c = 0; c < request->n_columns; c++)
        write_cell (self, i + 1, c,
                    ggov_roster_column_get_text (request->columns[c],
                                                 ggov_roster_row_get_record (row)));
    }
}

/* An ampersand begins a code in a page's heading: it stands for itself where it is doubled. */
static char *
dup_heading (const GgovPeopleExport *request)
{
  /* Translators: a page’s heading; which part of the roster, and a day */
  g_autofree char *words = g_strdup_printf (_("Grid roster  %1$s  as of %2$s"),
                                            request->scope ? request->scope : "", request->as_of);
  g_autoptr(GString) heading = g_string_new (words);

  g_string_replace (heading, "&", "&&", 0);
  g_string_prepend (heading, "&C");

  return g_utf8_substring (heading->str, 0, MIN (g_utf8_strlen (heading->str, -1), MOST_HEADING));
}

static void
lay_out (Writer *self,
         guint   n_rows)
{
  const lxw_col_t last = (lxw_col_t) (self->request->n_columns - 1);
  g_autofree char *heading = dup_heading (self->request);
  g_autofree char *range = g_strdup_printf ("A1:%c%u", 'A' + last, n_rows + 1);

  for (guint c = 0; c <= last; c++)
    worksheet_set_column (self->sheet, (lxw_col_t) c, (lxw_col_t) c,
                          CLAMP (self->widths[c] + PADDING, LEAST_WIDTH, MOST_WIDTH), NULL);

  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_autofilter (self->sheet, 0, 0, n_rows, last);
  worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
  worksheet_repeat_rows (self->sheet, 0, 0);
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, PAPER_A4);
  worksheet_set_margins (self->sheet, MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_TOP);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_set_header (self->sheet, heading);
  /* Translators: below a page of a workbook; &P and &N are the page and how many there are */
  worksheet_set_footer (self->sheet, _("&CPage &P of &N"));
}

static void
set_up (Writer *self)
{
  self->sheet = workbook_add_worksheet (self->book, C_("sheet", "Roster"));
  self->heading = workbook_add_format (self->book);
  format_set_bold (self->heading);
  format_set_border (self->heading, LXW_BORDER_THIN);
  format_set_align (self->heading, LXW_ALIGN_CENTER);
  self->text = workbook_add_format (self->book);
  format_set_num_format_index (self->text, FORMAT_TEXT);
  format_set_border (self->text, LXW_BORDER_THIN);
}

gboolean
_ggov_people_save_workbook (GListModel             *rows,
                            const GgovPeopleExport *request,
                            const char             *path)
{
  Writer writer = { .request = request, .book = workbook_new (path) };

  if (writer.book == NULL)
    return FALSE;

  set_up (&writer);
  write_rows (&writer, rows);
  lay_out (&writer, g_list_model_get_n_items (rows));

  return workbook_close (writer.book) == LXW_NO_ERROR;
}
