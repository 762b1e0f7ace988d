/* ggov-paper-roster.c: the grid roster
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-kinds-private.h"
#include "ggov-report-roster.h"
#include "ggov-store-roster.h"

static void
rows_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      task)
{
  GError *error = NULL;
  GListModel *rows = ggov_store_list_roster_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, rows, g_object_unref, error);
}

static void
read_rows (GgovStore              *store,
           const GgovPaperOptions *options,
           GTask                  *task)
{
  const GgovRosterFilter filter = {
    .place_code = options->place, .role = options->role, .text = options->text,
  };

  ggov_store_list_roster_async (store, options->day, &filter, g_task_get_cancellable (task),
                                rows_read_cb, task);
}

/* What the rows were chosen by, in words. */
static char *
dup_scope (const GgovRosterRecord *record,
           const GgovPaperOptions *options)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  if (options->place)
    g_strv_builder_add (words, ggov_paper_options_is_grid (options) ? record->grid
                                                                    : record->community);
  if (options->role)
    g_strv_builder_add (words, g_str_equal (options->role, record->role_code) ? record->role
                                                                              : options->role);
  if (options->text)
    g_strv_builder_add (words, options->text);

  parts = g_strv_builder_end (words);

  return parts[0] ? g_strjoinv (" ", parts) : NULL;
}

static GgovReportPager *
make (gpointer                 content,
      const GgovPaperOptions  *options,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  g_autoptr(GgovRosterRow) first = g_list_model_get_item (content, 0);
  g_autofree char *scope = NULL;
  GgovReportRosterOptions report = {
    .as_of = options->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .with_phones = options->with_phones,
    .size = options->size,
    .turn = options->turn,
  };

  if (first == NULL)
    {
      g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                           _("No post is held there on that day. Check the place, the words and "
                             "the day."));
      return NULL;
    }

  report.scope = scope = dup_scope (ggov_roster_row_get_record (first), options);
  *n_counted = g_list_model_get_n_items (content);

  return ggov_report_roster_new (content, &report, context);
}

const GgovPaperKind _ggov_paper_roster = {
  .name = "roster",
  .title = N_("Grid roster"),
  .about = N_("Who holds which post, grid by grid, with totals"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_TURN | GGOV_PAPER_PHONES | GGOV_PAPER_ROLE |
           GGOV_PAPER_TEXT,
  .counts = "posts",
  .read = read_rows,
  .free_content = g_object_unref,
  .make = make,
};
