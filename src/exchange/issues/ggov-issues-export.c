/* ggov-issues-export.c: issues as service requests, or as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-issues-export-private.h"
#include "ggov-mask.h"
#include "ggov-sheet-private.h"

static const struct
{
  const char *ending;
  const char *label;
} formats[] = {
  [GGOV_ISSUES_JSON] = { "json", N_("Service requests (GeoReport JSON)") },
  [GGOV_ISSUES_XML] = { "xml", N_("Service requests (GeoReport XML)") },
  [GGOV_ISSUES_XLSX] = { "xlsx", N_("Workbook") },
  [GGOV_ISSUES_CSV] = { "csv", N_("Table of text") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == GGOV_ISSUES_N_FORMATS);

const char *
ggov_issues_format_get_ending (GgovIssuesFormat format)
{
  g_return_val_if_fail (format < GGOV_ISSUES_N_FORMATS, NULL);

  return formats[format].ending;
}

const char *
ggov_issues_format_get_label (GgovIssuesFormat format)
{
  g_return_val_if_fail (format < GGOV_ISSUES_N_FORMATS, NULL);

  return _(formats[format].label);
}

gboolean
ggov_issues_format_of_path (const char        *path,
                            GgovIssuesFormat  *format,
                            GError           **error)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *name = g_filename_display_basename (path);

  for (guint i = 0; dot && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].ending) == 0)
      {
        *format = i;
        return TRUE;
      }

  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
               /* Translators: a file’s name */
               _("“%s” does not tell in which format it shall be. Give it the ending .json, .xml, .xlsx "
                 "or .csv."), name);
  return FALSE;
}

/* What an issue says --------------------------------------------------------------------- */

char *
_ggov_issues_dup_words (const char *text,
                        gboolean    with_personal)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return with_personal ? g_strdup (text) : ggov_mask_free_text (text);
}

/* A title that was cut from the description is not said again. */
static gboolean
is_beginning (const char *title,
              const char *description)
{
  g_autofree char *start = g_strdup (title);

  if (!g_str_has_suffix (start, "…"))
    return FALSE;

  start[strlen (start) - strlen ("…")] = '\0';

  return g_str_has_prefix (description, start);
}

char *
_ggov_issues_dup_description (const GgovIssueFacts *facts,
                              gboolean              with_personal)
{
  const char *title = ggov_issue_get_fields (facts->issue)->title;
  g_autofree char *both = NULL;

  if (facts->description == NULL || *facts->description == '\0')
    return _ggov_issues_dup_words (title, with_personal);
  if (is_beginning (title, facts->description))
    return _ggov_issues_dup_words (facts->description, with_personal);

  both = g_strconcat (title, "\n", facts->description, NULL);

  return _ggov_issues_dup_words (both, with_personal);
}

const char *
_ggov_issues_get_notes (const GgovIssueFacts *facts)
{
  return facts->source_id && *facts->status_notes ? facts->status_notes : facts->last_note;
}

gint64
_ggov_issues_get_expected (const GgovIssueFacts *facts)
{
  return facts->expected_at != 0 ? facts->expected_at
                                 : ggov_issue_get_fields (facts->issue)->due_at;
}

/* Writing -------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray              *facts;   /* (nullable) */
  GListModel             *types;   /* (nullable) */
  const GgovIssuesExport *request;
} Work;

static gboolean
write_beside (const char *part,
              gpointer    data)
{
  const Work *work = data;
  g_autofree char *text = NULL;

  if (work->types == NULL && work->request->format >= GGOV_ISSUES_XLSX)
    return _ggov_issues_write_table (work->facts, work->request, part);

  text = work->types ? _ggov_services_dup_georeport (work->types, work->request)
                     : _ggov_issues_dup_georeport (work->facts, work->request);

  return g_file_set_contents (part, text, -1, NULL);
}

gboolean
ggov_issues_export_write (GPtrArray               *facts,
                          const GgovIssuesExport  *request,
                          GError                 **error)
{
  Work work = { facts, NULL, request };

  g_return_val_if_fail (facts != NULL, FALSE);
  g_return_val_if_fail (request != NULL && request->path != NULL, FALSE);

  return _ggov_sheet_replace_file (request->path, write_beside, &work, error);
}

gboolean
ggov_services_export_write (GListModel              *types,
                            const GgovIssuesExport  *request,
                            GError                 **error)
{
  Work work = { NULL, types, request };

  g_return_val_if_fail (G_IS_LIST_MODEL (types), FALSE);
  g_return_val_if_fail (request != NULL && request->path != NULL, FALSE);
  g_return_val_if_fail (request->format < GGOV_ISSUES_XLSX, FALSE);

  return _ggov_sheet_replace_file (request->path, write_beside, &work, error);
}
