/* ggov-paper-organisations.c: the office's organisations, and its chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-chart-node.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-organisations.h"
#include "ggov-store-organisations.h"

static GgovReportOrganisationsOptions
make_options (const GgovPaperOptions *options)
{
  const GgovReportOrganisationsOptions report = {
    .as_of = options->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .with_phones = options->with_phones,
    .size = options->size,
    .turn = options->turn,
  };

  return report;
}

static gboolean
is_empty (GListModel  *rows,
          const char  *sentence,
          GError     **error)
{
  if (g_list_model_get_n_items (rows) > 0)
    return FALSE;

  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY, sentence);

  return TRUE;
}

/* Organisations ---------------------------------------------------------------------------- */

static void
organisations_read_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      task)
{
  GError *error = NULL;
  GListModel *rows = ggov_store_list_organisations_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, rows, g_object_unref, error);
}

static void
read_organisations (GgovStore              *store,
                    const GgovPaperOptions *options,
                    GTask                  *task)
{
  const GgovOrganisationFilter filter = { .text = options->text };

  ggov_store_list_organisations_async (store, &filter, options->day, g_task_get_cancellable (task),
                                       organisations_read_cb, task);
}

static GgovReportPager *
make_organisations (gpointer                 content,
                    const GgovPaperOptions  *options,
                    PangoContext            *context,
                    guint                   *n_counted,
                    GError                 **error)
{
  GgovReportOrganisationsOptions report = make_options (options);

  if (is_empty (content, _("There is no such organisation on that day. Check the words and the day."),
                error))
    return NULL;

  report.scope = options->text;
  *n_counted = g_list_model_get_n_items (content);

  return ggov_report_organisations_new (content, &report, context);
}

const GgovPaperKind _ggov_paper_organisations = {
  .name = "organisations",
  .title = N_("Organisations"),
  .about = N_("Committee, departments, co-building organisations, companies and the Party’s, with "
              "whom one calls there"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN | GGOV_PAPER_PHONES | GGOV_PAPER_TEXT,
  .counts = "organisations",
  .read = read_organisations,
  .free_content = g_object_unref,
  .make = make_organisations,
};

/* The chart -------------------------------------------------------------------------------- */

static void
chart_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GError *error = NULL;
  GListModel *nodes = ggov_store_list_chart_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, nodes, g_object_unref, error);
}

static void
read_chart (GgovStore              *store,
            const GgovPaperOptions *options,
            GTask                  *task)
{
  ggov_store_list_chart_async (store, options->day, g_task_get_cancellable (task), chart_read_cb,
                               task);
}

static GgovReportPager *
make_chart (gpointer                 content,
            const GgovPaperOptions  *options,
            PangoContext            *context,
            guint                   *n_counted,
            GError                 **error)
{
  GgovReportOrganisationsOptions report = make_options (options);
  g_autoptr(GgovChartNode) office = g_list_model_get_item (content, 0);

  if (is_empty (content, _("There is no office yet that a chart could show."), error))
    return NULL;

  report.office = ggov_chart_node_get_row (office)->name;
  report.with_phones = FALSE;
  *n_counted = g_list_model_get_n_items (content);

  return ggov_report_organisation_chart_new (content, &report, context);
}

const GgovPaperKind _ggov_paper_organisation_chart = {
  .name = "organisation-chart",
  .title = N_("Organisation chart"),
  .about = N_("The office, its committee and departments, communities and grids with their heads"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "boxes",
  .read = read_chart,
  .free_content = g_object_unref,
  .make = make_chart,
};
