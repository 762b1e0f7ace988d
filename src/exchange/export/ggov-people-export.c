/* ggov-people-export.c: the roster as a workbook, a table of text or address cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-people-export-private.h"
#include "ggov-sheet-private.h"

/* What has a code first is what an ending means. */
static const struct
{
  const char *code;
  const char *ending;
  const char *label;
} formats[] = {
  [GGOV_PEOPLE_XLSX] = { "xlsx", "xlsx", N_("Workbook") },
  [GGOV_PEOPLE_CSV] = { "csv", "csv", N_("Table of text") },
  [GGOV_PEOPLE_VCARD] = { "vcard", "vcf", N_("Address cards 4.0") },
  [GGOV_PEOPLE_VCARD_3] = { "vcard3", "vcf", N_("Address cards 3.0, for older phones") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == GGOV_PEOPLE_N_FORMATS);

const char *
ggov_people_format_get_code (GgovPeopleFormat format)
{
  g_return_val_if_fail (format < GGOV_PEOPLE_N_FORMATS, NULL);

  return formats[format].code;
}

const char *
ggov_people_format_get_ending (GgovPeopleFormat format)
{
  g_return_val_if_fail (format < GGOV_PEOPLE_N_FORMATS, NULL);

  return formats[format].ending;
}

const char *
ggov_people_format_get_label (GgovPeopleFormat format)
{
  g_return_val_if_fail (format < GGOV_PEOPLE_N_FORMATS, NULL);

  return _(formats[format].label);
}

gboolean
ggov_people_format_from_code (const char       *code,
                              GgovPeopleFormat *format)
{
  g_return_val_if_fail (code != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].code, code))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
ggov_people_format_of_path (const char        *path,
                            GgovPeopleFormat  *format,
                            GError           **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);
  g_autofree char *name = g_filename_display_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i].ending, NULL);

      if (g_str_has_suffix (folded, ending))
        {
          *format = i;
          return TRUE;
        }
    }

  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
               /* Translators: a file’s name */
               _("“%s” does not tell in which format it shall be. Give it the ending .xlsx, .csv or "
                 ".vcf."), name);
  return FALSE;
}

/* The roster as rows of texts -------------------------------------------------------------- */

typedef struct
{
  GListModel             *rows;
  const GgovPeopleExport *request;
  guint                   n;    /* out: lines or cards */
} Work;

static const char *
get_title (guint         column,
           gconstpointer data)
{
  return ggov_roster_column_get_title (((const Work *) data)->request->columns[column]);
}

static char *
dup_text (guint         row,
          guint         column,
          gconstpointer data)
{
  const Work *work = data;
  g_autoptr(GgovRosterRow) found = g_list_model_get_item (work->rows, row);

  return g_strdup (ggov_roster_column_get_text (work->request->columns[column],
                                                ggov_roster_row_get_record (found)));
}

static gboolean
write_beside (const char *part,
              gpointer    data)
{
  Work *work = data;
  const GgovPeopleExport *request = work->request;
  /* Translators: a page’s heading; which part of the roster, and a day */
  g_autofree char *heading = g_strdup_printf (_("Grid roster  %1$s  as of %2$s"),
                                              request->scope ? request->scope : "",
                                              request->as_of);
  const GgovSheet sheet = {
    .name = C_("sheet", "Roster"),
    .heading = heading,
    .n_columns = request->n_columns,
    .n_rows = work->n,
    .get_title = get_title,
    .dup_text = dup_text,
    .data = work,
  };
  g_autofree char *text = NULL;

  if (request->format == GGOV_PEOPLE_XLSX)
    return _ggov_sheet_save_workbook (&sheet, part);

  text = request->format == GGOV_PEOPLE_CSV ? _ggov_sheet_dup_csv (&sheet)
                                            : _ggov_people_dup_cards (work->rows, request, &work->n);

  return g_file_set_contents (part, text, -1, NULL);
}

gboolean
ggov_people_export_write (GListModel              *rows,
                          const GgovPeopleExport  *request,
                          guint                   *n,
                          GError                 **error)
{
  Work work = { rows, request, 0 };

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), FALSE);
  g_return_val_if_fail (request != NULL && request->path != NULL, FALSE);
  g_return_val_if_fail (request->n_columns > 0, FALSE);
  g_return_val_if_fail (request->n_columns <= GGOV_ROSTER_N_COLUMNS, FALSE);

  work.n = g_list_model_get_n_items (rows);
  if (!_ggov_sheet_replace_file (request->path, write_beside, &work, error))
    return FALSE;

  if (n)
    *n = work.n;

  return TRUE;
}
