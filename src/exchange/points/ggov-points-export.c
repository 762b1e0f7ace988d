/* ggov-points-export.c: the points ledger as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-points-export.h"
#include "ggov-points-kind.h"
#include "ggov-sheet-private.h"

#define MOST_LINES 1048575 /* of a workbook, below its headings */

/* Points that came and points that went: a number below zero would look like a formula. */
enum { TRANSFER, TIME, KIND, SUBJECT, ACCOUNT_KIND, ACCOUNT, CAME, WENT, N_COLUMNS };

/* Texts are those of the table of texts: few, however many lines there are. */
typedef struct
{
  gint64      transfer_id;
  gint64      at;
  gint64      account_id;
  gint64      points;
  const char *kind;
  const char *subject;
  const char *account_kind;
} Line;

struct _GgovPointsExport
{
  GArray       *lines; /* (element-type Line) */
  GStringChunk *texts;
};

GgovPointsExport *
ggov_points_export_new (void)
{
  GgovPointsExport *self = g_new0 (GgovPointsExport, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->texts = g_string_chunk_new (4096);

  return self;
}

void
ggov_points_export_free (GgovPointsExport *self)
{
  g_array_unref (self->lines);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
ggov_points_export_add (const GgovPointsLeg *leg,
                        gpointer             data)
{
  GgovPointsExport *self = data;
  const Line line = {
    .transfer_id = leg->transfer_id,
    .at = leg->at,
    .account_id = leg->account_id,
    .points = leg->points,
    .kind = g_string_chunk_insert_const (self->texts, leg->kind),
    .subject = g_string_chunk_insert_const (self->texts, leg->subject),
    .account_kind = g_string_chunk_insert_const (self->texts, leg->account_kind),
  };

  g_array_append_val (self->lines, line);
}

static const char *
get_title (guint         column,
           gconstpointer data)
{
  static const char *const titles[N_COLUMNS] = {
    [TRANSFER] = NC_("ledger", "Transfer"), [TIME] = NC_("ledger", "Time"),
    [KIND] = NC_("ledger", "Kind"), [SUBJECT] = NC_("ledger", "Rule or reward"),
    [ACCOUNT_KIND] = NC_("ledger", "Kind of account"), [ACCOUNT] = NC_("ledger", "Account"),
    [CAME] = NC_("ledger", "Points in"), [WENT] = NC_("ledger", "Points out"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "ledger", titles[column]);
}

static char *
dup_text (guint         row,
          guint         column,
          gconstpointer data)
{
  const Line *line = &g_array_index (((const GgovPointsExport *) data)->lines, Line, row);

  switch (column)
    {
    case TRANSFER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, line->transfer_id);
    case TIME:
      return ggov_local_time_format (line->at);
    case KIND:
      return g_strdup (ggov_points_transfer_kind_get_label (line->kind));
    case SUBJECT:
      return g_strdup (line->subject);
    case ACCOUNT_KIND:
      return g_strdup (ggov_points_account_kind_get_label (line->account_kind));
    case ACCOUNT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, line->account_id);
    default:
      return (column == CAME) == (line->points > 0)
               ? g_strdup_printf ("%" G_GINT64_FORMAT, ABS (line->points)) : NULL;
    }
}

static gboolean
write_workbook (const char *part,
                gpointer    data)
{
  return _ggov_sheet_save_workbook (data, part);
}

static gboolean
write_csv (const char *part,
           gpointer    data)
{
  g_autofree char *text = _ggov_sheet_dup_csv (data);

  return g_file_set_contents (part, text, -1, NULL);
}

guint
ggov_points_export_write (GgovPointsExport  *self,
                          const char        *path,
                          GError           **error)
{
  const gboolean is_workbook = g_str_has_suffix (path, ".xlsx");
  GgovSheet sheet = {
    .name = C_("ledger", "Points ledger"),
    .heading = C_("ledger", "Points ledger"),
    .n_columns = N_COLUMNS,
    .n_rows = self->lines->len,
    .get_title = get_title,
    .dup_text = dup_text,
    .data = self,
  };

  if (!is_workbook && !g_str_has_suffix (path, ".csv"))
    {
      g_set_error_literal (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                           _("The ledger is written as .csv or .xlsx."));
      return 0;
    }
  if (is_workbook && self->lines->len > MOST_LINES)
    {
      g_set_error_literal (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                           _("This is more than a workbook holds. Write it as .csv."));
      return 0;
    }

  return _ggov_sheet_replace_file (path, is_workbook ? write_workbook : write_csv, &sheet, error)
           ? self->lines->len : 0;
}
