/* ggov-export-handout.c: a list of residents that leaves the office, as a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-export-handout.h"
#include "ggov-sheet-private.h"

typedef struct
{
  const GgovHandout      *handout;
  const GgovHandoutSheet *sheet;
  char                   *mark; /* whose it is, and since when */
} Work;

static const char *
get_title (guint         column,
           gconstpointer data)
{
  const Work *work = data;
  const char *code = work->sheet->fields[column];
  const GgovRegisterField *field = ggov_register_catalogue_find (work->sheet->catalogue, code);

  return field ? ggov_register_field_get_label (field) : code;
}

static char *
dup_text (guint         row,
          guint         column,
          gconstpointer data)
{
  const Work *work = data;

  if (row < work->handout->rows->len)
    return g_strdup (((GStrv) work->handout->rows->pdata[row])[column]);

  return column == 0 ? g_strdup (work->mark) : NULL;
}

static gboolean
write_beside (const char *part,
              gpointer    data)
{
  const Work *work = data;
  const GgovSheet sheet = {
    .name = work->handout->serial,
    .heading = work->mark,
    .n_columns = g_strv_length ((char **) work->sheet->fields),
    .n_rows = work->handout->rows->len + 1,
    .get_title = get_title,
    .dup_text = dup_text,
    .data = work,
  };

  return _ggov_sheet_save_workbook (&sheet, part);
}

gboolean
ggov_export_handout (const GgovHandout       *handout,
                     const GgovHandoutSheet  *sheet,
                     const char              *path,
                     GError                 **error)
{
  /* Translators: on a list of residents: its number, who took it out of the office, and when */
  g_autofree char *mark = g_strdup_printf (_("No. %1$s  %2$s  %3$s"), handout->serial, sheet->account,
                                           sheet->at);
  Work work = { handout, sheet, mark };

  g_return_val_if_fail (g_strv_length ((char **) sheet->fields) <= GGOV_SHEET_MOST_COLUMNS, FALSE);

  return _ggov_sheet_replace_file (path, write_beside, &work, error);
}
