/* ggov-paper-visits.c: papers of visits: sheets, special groups; and of the population month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-choice.h"
#include "ggov-paper-residents-private.h"
#include "ggov-store-register-grids.h"
#include "ggov-store-visit-rounds.h"

#define MOST_SHEETS 300
#define HORIZON     36500 /* days: everybody, whenever they are due */

/* A visit sheet ----------------------------------------------------------------------------------- */

static void
sheets_listed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_visit_rounds_finish (GGOV_STORE (object), result,
                                                                    &error);
  GListStore *choices = rows ? g_list_store_new (GGOV_TYPE_CHOICE) : NULL;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVisitRound) row = g_list_model_get_item (rows, i);
      const GgovVisitRoundRecord *record = ggov_visit_round_get_record (row);

      _ggov_paper_residents_add_choice (choices, record->id,
                                        g_strdup_printf ("%s %s %s", record->day,
                                                         record->visitor ? record->visitor : "",
                                                         record->grid ? record->grid : ""));
    }

  _ggov_paper_return (task, choices, g_object_unref, error);
}

static void
list_sheets (GgovStore              *store,
             const GgovPaperOptions *options,
             GTask                  *task)
{
  const GgovVisitRoundFilter filter = { .limit = MOST_SHEETS };

  ggov_store_list_visit_rounds_async (store, &filter, g_task_get_cancellable (task), sheets_listed_cb,
                                      task);
}

static void
stops_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GError *error = NULL;

  _ggov_paper_residents_get (task)->rows = ggov_store_list_visit_stops_finish (GGOV_STORE (object),
                                                                               result, &error);
  _ggov_paper_residents_return (GGOV_STORE (object), task, error);
}

static void
sheet_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GgovPaperResidents *content = _ggov_paper_residents_get (task);
  GError *error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_visit_rounds_finish (GGOV_STORE (object), result,
                                                                    &error);

  if (rows == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  content->round = g_list_model_get_item (rows, 0);
  ggov_store_list_visit_stops_async (GGOV_STORE (object), content->options->record_id,
                                     content->options->day, g_task_get_cancellable (task),
                                     stops_read_cb, task);
}

static void
read_sheet (GgovStore              *store,
            const GgovPaperOptions *options,
            GTask                  *task)
{
  const GgovVisitRoundFilter filter = { .round_id = options->record_id };

  _ggov_paper_residents_begin (task, options);
  ggov_store_list_visit_rounds_async (store, &filter, g_task_get_cancellable (task), sheet_read_cb,
                                      task);
}

static GgovReportPager *
make_sheet (gpointer                 data,
            const GgovPaperOptions  *options,
            PangoContext            *context,
            guint                   *n_counted,
            GError                 **error)
{
  const GgovPaperResidents *content = data;
  const GgovReportResidentsOptions report = _ggov_paper_residents_get_options (content, options);

  if (content->round == NULL)
    return _ggov_paper_residents_refuse (error, _("There is no such visit sheet. Choose one."));

  *n_counted = g_list_model_get_n_items (content->rows);

  return ggov_report_visit_sheet_new (content->round, content->rows, &report, context);
}

const GgovPaperKind _ggov_paper_visit_sheet = {
  .name = "visit-sheet",
  .title = N_("Visit sheet"),
  .about = N_("Doors to go to in their order, with boxes for what came of it"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .record = "sheet",
  .record_title = N_("Visit sheet"),
  .counts = "stops",
  .list_records = list_sheets,
  .read = read_sheet,
  .free_content = _ggov_paper_residents_free,
  .make = make_sheet,
};

/* Special groups ---------------------------------------------------------------------------------- */

/* Takes @rows over: those whose grid is @place, or in it. */
static GListModel *
choose_inside (GListModel *rows,
               const char *place,
               const char *property)
{
  GListStore *inside;

  if (rows == NULL || place == NULL)
    return rows;

  inside = g_list_store_new (G_TYPE_OBJECT);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (rows, i);
      g_autofree char *code = NULL;

      g_object_get (row, property, &code, NULL);
      if (code && g_str_has_prefix (code, place))
        g_list_store_append (inside, row);
    }
  g_object_unref (rows);

  return G_LIST_MODEL (inside);
}

static void
groups_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GgovPaperResidents *content = _ggov_paper_residents_get (task);
  GError *error = NULL;

  content->rows = choose_inside (ggov_store_plan_visits_finish (GGOV_STORE (object), result, &error),
                                 content->options->place, "grid-code");
  content->scope = g_strdup (content->options->place);
  _ggov_paper_residents_return (GGOV_STORE (object), task, error);
}

static void
read_groups (GgovStore              *store,
             const GgovPaperOptions *options,
             GTask                  *task)
{
  const GgovVisitPlanTerms terms = { .day = options->day, .horizon_days = HORIZON, .care_only = TRUE,
                                     .each_group = TRUE };

  _ggov_paper_residents_begin (task, options);
  ggov_store_plan_visits_async (store, &terms, g_task_get_cancellable (task), groups_read_cb, task);
}

static GgovReportPager *
make_groups (gpointer                 data,
             const GgovPaperOptions  *options,
             PangoContext            *context,
             guint                   *n_counted,
             GError                 **error)
{
  const GgovPaperResidents *content = data;
  const GgovReportResidentsOptions report = _ggov_paper_residents_get_options (content, options);

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return _ggov_paper_residents_refuse (error, _("Nobody is in a special group there on that day."));

  return ggov_report_special_groups_new (content->rows, &report, context);
}

const GgovPaperKind _ggov_paper_special_groups = {
  .name = "special-groups",
  .title = N_("Special groups"),
  .about = N_("People who need looking after, who looks after them, and whose visit is late"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "lines",
  .read = read_groups,
  .free_content = _ggov_paper_residents_free,
  .make = make_groups,
};

/* The population ---------------------------------------------------------------------------------- */

static void
flows_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GgovPaperResidents *content = _ggov_paper_residents_get (task);
  GError *error = NULL;

  content->rows = choose_inside (ggov_store_list_register_flows_finish (GGOV_STORE (object), result,
                                                                        &error),
                                 content->options->place, "code");
  _ggov_paper_residents_return (GGOV_STORE (object), task, error);
}

/* From the first of the month up to the day. */
static void
read_population (GgovStore              *store,
                 const GgovPaperOptions *options,
                 GTask                  *task)
{
  g_autofree char *first = g_strdup_printf ("%.7s-01", options->day);
  GgovPaperResidents *content = _ggov_paper_residents_begin (task, options);

  /* Translators: the first and the last day of what a paper tells */
  content->scope = g_strdup_printf (C_("population", "%1$s to %2$s"), first, options->day);
  ggov_store_list_register_flows_async (store, first, options->day, g_task_get_cancellable (task),
                                        flows_read_cb, task);
}

static GgovReportPager *
make_population (gpointer                 data,
                 const GgovPaperOptions  *options,
                 PangoContext            *context,
                 guint                   *n_counted,
                 GError                 **error)
{
  const GgovPaperResidents *content = data;
  const GgovReportResidentsOptions report = _ggov_paper_residents_get_options (content, options);

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return _ggov_paper_residents_refuse (error, _("There is no grid on that day. Check the place and "
                                                  "the day."));

  return ggov_report_population_new (content->rows, &report, context);
}

const GgovPaperKind _ggov_paper_population = {
  .name = "population",
  .title = N_("Monthly population report"),
  .about = N_("How many live in each grid, and what changed in the month of the day"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "grids",
  .read = read_population,
  .free_content = _ggov_paper_residents_free,
  .make = make_population,
};
