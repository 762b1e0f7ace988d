/* ggov-paper-comparison.c: what a plan changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-choice.h"
#include "ggov-draft-sketch.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-comparison.h"
#include "ggov-store-plans.h"

/* (element-type GgovChoice): drafts and plans, each with its state */
static GListModel *
offer_plans (GListModel *plans)
{
  GListStore *choices = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (plans, i);
      const GgovPlanRow *row = ggov_plan_get_row (plan);
      /* Translators: a plan to choose: its community, its name, its state */
      g_autofree char *name = g_strdup_printf (C_("plan", "%1$s: %2$s (%3$s)"), row->community,
                                               row->name, row->state);
      const GgovChoiceFields fields = { .id = row->id, .name = name };
      g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

      g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

static void
plans_listed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) plans = ggov_store_list_plans_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, plans ? offer_plans (plans) : NULL, g_object_unref, error);
}

static void
list_plans (GgovStore              *store,
            const GgovPaperOptions *options,
            GTask                  *task)
{
  ggov_store_list_plans_async (store, 0, options->day, g_task_get_cancellable (task),
                               plans_listed_cb, task);
}

static void
draft_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GError *error = NULL;
  GgovDraft *draft = ggov_store_load_draft_finish (GGOV_STORE (object), result, &error);

  _ggov_paper_return (task, draft, g_object_unref, error);
}

static void
read_draft (GgovStore              *store,
            const GgovPaperOptions *options,
            GTask                  *task)
{
  ggov_store_load_draft_async (store, options->record_id, options->day,
                               g_task_get_cancellable (task), draft_read_cb, task);
}

static GgovReportPager *
make (gpointer                 content,
      const GgovPaperOptions  *options,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  g_autoptr(GgovPlanComparison) comparison = ggov_draft_compare (content);
  g_autoptr(GgovGeoSketch) sketch = ggov_geo_sketch_new ();
  const GgovReportComparisonOptions report = {
    .printed_at = options->printed_at,
    .account = options->account,
    .size = options->size,
    .turn = options->turn,
  };

  ggov_draft_sketch_into (content, sketch, TRUE, TRUE);

  return ggov_report_comparison_new (ggov_draft_get_plan (content), comparison, sketch, &report,
                                     context);
}

const GgovPaperKind _ggov_paper_comparison = {
  .name = "plan-comparison",
  .title = N_("Comparison of plans"),
  .about = N_("What a plan changes: map, grids before and after, households that move"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .record = "plan",
  .record_title = N_("Plan"),
  .list_records = list_plans,
  .read = read_draft,
  .free_content = g_object_unref,
  .make = make,
};
