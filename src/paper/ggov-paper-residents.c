/* ggov-paper-residents.c: papers of the register: a household, a building's people, one's own data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-choice.h"
#include "ggov-paper-residents-private.h"
#include "ggov-query-residents.h"
#include "ggov-store-find-places.h"
#include "ggov-store-office.h"
#include "ggov-store-register-fields.h"
#include "ggov-store-residents.h"
#include "ggov-store-visits.h"

#define KEY_CONTENT  "ggov-content"
#define MOST_LINES   20000 /* of the register on one paper: some 700 sheets */
#define MOST_VISITS  20
#define MOST_CHOICES 500

void
_ggov_paper_residents_free (gpointer data)
{
  GgovPaperResidents *content = data;

  g_clear_pointer (&content->options, ggov_paper_options_free);
  g_free (content->office);
  g_clear_pointer (&content->catalogue, ggov_register_catalogue_unref);
  g_clear_object (&content->household);
  g_clear_object (&content->round);
  g_clear_object (&content->sheet);
  g_clear_object (&content->rows);
  g_clear_object (&content->visits);
  g_free (content->scope);
  g_free (content);
}

GgovPaperResidents *
_ggov_paper_residents_begin (GTask                  *task,
                             const GgovPaperOptions *options)
{
  GgovPaperResidents *content = g_new0 (GgovPaperResidents, 1);

  content->options = ggov_paper_options_copy (options);
  g_object_set_data_full (G_OBJECT (task), KEY_CONTENT, content, _ggov_paper_residents_free);

  return content;
}

GgovPaperResidents *
_ggov_paper_residents_get (GTask *task)
{
  return g_object_get_data (G_OBJECT (task), KEY_CONTENT);
}

static void
fields_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;

  _ggov_paper_residents_get (task)->catalogue =
    ggov_store_get_register_fields_finish (GGOV_STORE (object), result, &error);
  if (error)
    _ggov_paper_return (task, NULL, NULL, error);
  else
    _ggov_paper_return (task, g_object_steal_data (task, KEY_CONTENT), _ggov_paper_residents_free,
                        NULL);
}

static void
office_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;

  _ggov_paper_residents_get (task)->office =
    ggov_store_get_office_name_finish (GGOV_STORE (object), result, &error);
  if (error)
    _ggov_paper_return (task, NULL, NULL, error);
  else
    ggov_store_get_register_fields_async (GGOV_STORE (object), g_task_get_cancellable (task),
                                          fields_read_cb, task);
}

void
_ggov_paper_residents_return (GgovStore *store,
                              GTask     *task,
                              GError    *error)
{
  if (error)
    _ggov_paper_return (task, NULL, NULL, error);
  else
    ggov_store_get_office_name_async (store, g_task_get_cancellable (task), office_read_cb, task);
}

GgovReportResidentsOptions
_ggov_paper_residents_get_options (const GgovPaperResidents *content,
                                   const GgovPaperOptions   *options)
{
  return (GgovReportResidentsOptions) {
    .office = content->office,
    .scope = content->scope,
    .as_of = options->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .catalogue = content->catalogue,
    .size = options->size,
    .turn = options->turn,
  };
}

GgovReportPager *
_ggov_paper_residents_refuse (GError     **error,
                              const char  *sentence)
{
  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY, sentence);

  return NULL;
}

void
_ggov_paper_residents_add_choice (GListStore *choices,
                                  gint64      id,
                                  char       *name)
{
  const GgovChoiceFields fields = { .id = id, .name = name };
  g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

  g_list_store_append (choices, choice);
  g_free (name);
}

/* A household ------------------------------------------------------------------------------------- */

static void
households_listed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_households_finish (GGOV_STORE (object), result, &error);
  GListStore *choices = rows ? g_list_store_new (GGOV_TYPE_CHOICE) : NULL;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovHousehold) row = g_list_model_get_item (rows, i);
      const GgovHouseholdRecord *record = ggov_household_get_record (row);

      _ggov_paper_residents_add_choice (choices, record->id,
                                        g_strdup_printf ("%s %s %s", record->place, record->door,
                                                         record->head ? record->head : ""));
    }

  _ggov_paper_return (task, choices, g_object_unref, error);
}

static void
list_households (GgovStore              *store,
                 const GgovPaperOptions *options,
                 GTask                  *task)
{
  const GgovHouseholdFilter filter = { .limit = MOST_CHOICES };

  ggov_store_list_households_async (store, &filter, options->day, g_task_get_cancellable (task),
                                    households_listed_cb, task);
}

static void
visits_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;

  _ggov_paper_residents_get (task)->visits = ggov_store_list_visits_finish (GGOV_STORE (object),
                                                                            result, &error);
  _ggov_paper_residents_return (GGOV_STORE (object), task, error);
}

static void
members_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      task)
{
  GgovPaperResidents *content = _ggov_paper_residents_get (task);
  const GgovVisitFilter filter = { .household_id = content->options->record_id,
                                   .limit = MOST_VISITS };
  GError *error = NULL;

  content->rows = ggov_store_list_members_finish (GGOV_STORE (object), result, &error);
  if (error)
    _ggov_paper_return (task, NULL, NULL, error);
  else
    ggov_store_list_visits_async (GGOV_STORE (object), &filter, content->options->day,
                                  g_task_get_cancellable (task), visits_read_cb, task);
}

static void
household_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      task)
{
  GgovPaperResidents *content = _ggov_paper_residents_get (task);
  GError *error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_households_finish (GGOV_STORE (object), result, &error);

  if (rows == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  content->household = g_list_model_get_item (rows, 0);
  ggov_store_list_members_async (GGOV_STORE (object), content->options->record_id,
                                 content->options->day, g_task_get_cancellable (task),
                                 members_read_cb, task);
}

static void
read_household (GgovStore              *store,
                const GgovPaperOptions *options,
                GTask                  *task)
{
  const GgovHouseholdFilter filter = { .household_id = options->record_id, .limit = 1 };

  _ggov_paper_residents_begin (task, options);
  ggov_store_list_households_async (store, &filter, options->day, g_task_get_cancellable (task),
                                    household_read_cb, task);
}

static GgovReportPager *
make_household (gpointer                 data,
                const GgovPaperOptions  *options,
                PangoContext            *context,
                guint                   *n_counted,
                GError                 **error)
{
  const GgovPaperResidents *content = data;
  const GgovReportResidentsOptions report = _ggov_paper_residents_get_options (content, options);

  if (content->household == NULL)
    return _ggov_paper_residents_refuse (error, _("There is no such household on that day. Choose "
                                                  "another household or day."));

  *n_counted = g_list_model_get_n_items (content->rows);

  return ggov_report_household_new (content->household, content->rows, content->visits, &report,
                                    context);
}

const GgovPaperKind _ggov_paper_household = {
  .name = "household",
  .title = N_("Household sheet"),
  .about = N_("A household at its door: who is of it, and the last visits"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .record = "household",
  .record_title = N_("Household"),
  .counts = "people",
  .list_records = list_households,
  .read = read_household,
  .free_content = _ggov_paper_residents_free,
  .make = make_household,
};

/* The register by building ------------------------------------------------------------------------ */

static GListModel *
take_rows (GgovAnswer *answer)
{
  GListStore *rows = g_list_store_new (GGOV_TYPE_RESIDENT);

  for (guint i = 0; i < answer->keys->len; i++)
    {
      GgovResident *row = g_hash_table_lookup (answer->rows,
                                               &g_array_index (answer->keys, GgovRowKey, i).id);

      if (row)
        g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static void
register_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      task)
{
  GgovPaperResidents *content = _ggov_paper_residents_get (task);
  GError *error = NULL;
  g_autoptr(GgovAnswer) answer = ggov_store_rows_finish (GGOV_STORE (object), result, &error);

  if (answer)
    {
      content->is_too_long = answer->keys->len > MOST_LINES;
      content->rows = take_rows (answer);
    }
  _ggov_paper_residents_return (GGOV_STORE (object), task, error);
}

/* @place: (nullable) */
static void
ask_register (GgovStore *store,
              GgovPlace *place,
              GTask     *task)
{
  GgovPaperResidents *content = _ggov_paper_residents_get (task);
  const gboolean is_grid = ggov_paper_options_is_grid (content->options);
  const gint64 id = place ? ggov_place_get_record (place)->id : 0;
  const GgovResidentFilter filter = {
    .community_id = is_grid ? 0 : id,
    .grid_id = is_grid ? id : 0,
    .text = content->options->text,
  };
  g_autoptr(GgovQuery) query = ggov_query_new_residents (content->options->day, &filter, NULL, FALSE);

  content->scope = place ? g_strdup (ggov_place_get_record (place)->label) : NULL;
  ggov_store_find_rows_async (store, query, MOST_LINES + 1, MOST_LINES, NULL,
                              g_task_get_cancellable (task), register_read_cb, task);
}

static void
place_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) places = ggov_store_find_places_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GgovPlace) place = places ? g_list_model_get_item (places, 0) : NULL;

  if (place)
    ask_register (GGOV_STORE (object), place, task);
  else
    _ggov_paper_residents_return (GGOV_STORE (object), task, error);
}

static void
read_register (GgovStore              *store,
               const GgovPaperOptions *options,
               GTask                  *task)
{
  _ggov_paper_residents_begin (task, options);
  if (options->place)
    ggov_store_find_places_async (store, ggov_paper_options_is_grid (options) ? "grid" : "community",
                                  options->place, options->day, 1, g_task_get_cancellable (task),
                                  place_found_cb, task);
  else
    ask_register (store, NULL, task);
}

static GgovReportPager *
make_register (gpointer                 data,
               const GgovPaperOptions  *options,
               PangoContext            *context,
               guint                   *n_counted,
               GError                 **error)
{
  const GgovPaperResidents *content = data;
  const GgovReportResidentsOptions report = _ggov_paper_residents_get_options (content, options);

  if (content->is_too_long)
    return _ggov_paper_residents_refuse (error, _("That would be more than 20,000 lines. Choose a "
                                                  "community or a grid."));

  *n_counted = content->rows ? g_list_model_get_n_items (content->rows) : 0;
  if (*n_counted == 0)
    return _ggov_paper_residents_refuse (error, _("Nobody of the register is there on that day. "
                                                  "Check the place, the words and the day."));

  return ggov_report_register_new (content->rows, &report, context);
}

const GgovPaperKind _ggov_paper_register = {
  .name = "register",
  .title = N_("Register by building"),
  .about = N_("The residents of a grid, a community or all, door by door"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_TEXT | GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "lines",
  .read = read_register,
  .free_content = _ggov_paper_residents_free,
  .make = make_register,
};

/* One's own data ---------------------------------------------------------------------------------- */

static void
sheet_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GError *error = NULL;

  _ggov_paper_residents_get (task)->sheet = ggov_store_get_resident_finish (GGOV_STORE (object),
                                                                            result, &error);
  if (g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND))
    g_clear_error (&error);
  _ggov_paper_residents_return (GGOV_STORE (object), task, error);
}

static void
ask_sheet (GgovStore *store,
           GTask     *task)
{
  const GgovPaperOptions *options = _ggov_paper_residents_get (task)->options;

  ggov_store_get_resident_async (store, options->record_id, options->day,
                                 g_task_get_cancellable (task), sheet_read_cb, task);
}

static void
disclosed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      task)
{
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error))
    ask_sheet (GGOV_STORE (object), task);
  else
    _ggov_paper_residents_return (GGOV_STORE (object), task, error);
}

/* What is printed whole was seen whole: that is kept in the log before anything is read. */
static void
read_own_data (GgovStore              *store,
               const GgovPaperOptions *options,
               GTask                  *task)
{
  _ggov_paper_residents_begin (task, options);
  if (options->reason && !options->is_disclosed)
    ggov_store_disclose_async (store, options->record_id, options->reason,
                               g_task_get_cancellable (task), disclosed_cb, task);
  else
    ask_sheet (store, task);
}

static GgovReportPager *
make_own_data (gpointer                 data,
               const GgovPaperOptions  *options,
               PangoContext            *context,
               guint                   *n_counted,
               GError                 **error)
{
  const GgovPaperResidents *content = data;
  const GgovReportResidentsOptions report = _ggov_paper_residents_get_options (content, options);

  if (content->sheet == NULL)
    return _ggov_paper_residents_refuse (error, _("This is nobody of the register of residents."));

  return ggov_report_own_data_new (content->sheet, content->options->reason != NULL, &report,
                                   context);
}

const GgovPaperKind _ggov_paper_own_data = {
  .name = "own-data",
  .title = N_("A person’s own data"),
  .about = N_("All that the register has of somebody, for them; whole where it is said why"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN | GGOV_PAPER_REASON,
  .record = "person",
  .record_title = N_("Person"),
  .read = read_own_data,
  .free_content = _ggov_paper_residents_free,
  .make = make_own_data,
};
