/* ggov-paper-nets.c: an old net laid over the base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-choice.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-net.h"
#include "ggov-store-nets.h"

/* (element-type GgovChoice) */
static GListModel *
offer_nets (GListModel *nets)
{
  GListStore *choices = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; i < g_list_model_get_n_items (nets); i++)
    {
      g_autoptr(GgovNet) net = g_list_model_get_item (nets, i);
      const GgovNetRow *row = ggov_net_get_row (net);
      const GgovChoiceFields fields = { .id = row->id, .name = row->name };
      g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

      g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

static void
nets_listed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) nets = ggov_store_list_nets_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, nets ? offer_nets (nets) : NULL, g_object_unref, error);
}

static void
list_nets (GgovStore              *store,
           const GgovPaperOptions *options,
           GTask                  *task)
{
  ggov_store_list_nets_async (store, g_task_get_cancellable (task), nets_listed_cb, task);
}

static void
studied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      task)
{
  GError *error = NULL;
  GgovNetStudy *study = ggov_store_study_net_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, study, g_object_unref, error);
}

static void
read_study (GgovStore              *store,
            const GgovPaperOptions *options,
            GTask                  *task)
{
  ggov_store_study_net_async (store, options->record_id, options->day,
                              g_task_get_cancellable (task), studied_cb, task);
}

static GgovReportPager *
make (gpointer                 content,
      const GgovPaperOptions  *options,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  const GgovReportNetOptions report = {
    .as_of = options->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .with_phones = options->with_phones,
    .size = options->size,
    .turn = options->turn,
  };

  *n_counted = ggov_net_study_get_people (content)->len;

  return ggov_report_net_new (content, &report, context);
}

const GgovPaperKind _ggov_paper_old_net = {
  .name = "old-net",
  .title = N_("Old net and base grids"),
  .about = N_("What old grids and base grids have in common, and where a net’s people go"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN | GGOV_PAPER_PHONES,
  .record = "net",
  .record_title = N_("Old net"),
  .counts = "people",
  .list_records = list_nets,
  .read = read_study,
  .free_content = g_object_unref,
  .make = make,
};
