/* ggov-people-export.c: the roster as a workbook, a table of text or address cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ggov-people-export-private.h"

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

/* Nothing but the whole file ever has its name. */
static gboolean
write_beside (GListModel             *rows,
              const GgovPeopleExport *request,
              const char             *part,
              guint                  *n)
{
  g_autofree char *text = NULL;

  *n = g_list_model_get_n_items (rows);
  /* libxlsxwriter complains aloud where nothing can be written. */
  if (request->format == GGOV_PEOPLE_XLSX)
    return g_file_set_contents (part, "", 0, NULL) &&
           _ggov_people_save_workbook (rows, request, part);

  text = request->format == GGOV_PEOPLE_CSV ? _ggov_people_dup_csv (rows, request)
                                            : _ggov_people_dup_cards (rows, request, n);

  return g_file_set_contents (part, text, -1, NULL);
}

gboolean
ggov_people_export_write (GListModel              *rows,
                          const GgovPeopleExport  *request,
                          guint                   *n,
                          GError                 **error)
{
  g_autofree char *part = NULL;
  g_autofree char *name = NULL;
  guint written;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), FALSE);
  g_return_val_if_fail (request != NULL && request->path != NULL, FALSE);
  g_return_val_if_fail (request->n_columns > 0, FALSE);
  g_return_val_if_fail (request->n_columns <= GGOV_ROSTER_N_COLUMNS, FALSE);

  part = g_strconcat (request->path, ".part", NULL);
  if (write_beside (rows, request, part, &written) && g_rename (part, request->path) == 0)
    {
      if (n)
        *n = written;
      return TRUE;
    }

  g_unlink (part);
  name = g_filename_display_basename (request->path);
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
               _("“%s” cannot be written. Choose another folder, or make room on the disk."), name);

  return FALSE;
}
