/* ggov-paper-points.c: papers of the points ledger: passbook, vouchers, honour list, settlement, catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ggov-choice.h"
#include "ggov-local-time.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-query-points.h"
#include "ggov-report-points.h"
#include "ggov-report-vouchers.h"
#include "ggov-store-office.h"
#include "ggov-store-person-points.h"
#include "ggov-store-person.h"
#include "ggov-store-points-views.h"
#include "ggov-store-rewards.h"
#include "ggov-store-settlements.h"
#include "ggov-store-vouchers.h"

#define KEY_READING "ggov-reading"

/* What one of these papers is made of. */
typedef struct
{
  GListModel     *rows;
  GgovSettlement *sheet; /* (nullable) */
  char           *whose; /* (nullable): name of a person */
  char           *month; /* 2026-02 */
  char           *office;
} Content;

typedef struct
{
  Content          *content;
  GgovPaperOptions *options;
} Reading;

static void
content_free (gpointer data)
{
  Content *content = data;

  g_clear_object (&content->rows);
  g_clear_object (&content->sheet);
  g_free (content->whose);
  g_free (content->month);
  g_free (content->office);
  g_free (content);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->content, content_free);
  ggov_paper_options_free (reading->options);
  g_free (reading);
}

static Reading *
get_reading (gpointer task)
{
  return g_object_get_data (task, KEY_READING);
}

static void
begin (GTask                  *task,
       const GgovPaperOptions *options)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->content = g_new0 (Content, 1);
  reading->content->month = g_strndup (options->day, strlen ("2026-02"));
  reading->options = ggov_paper_options_copy (options);
  g_object_set_data_full (G_OBJECT (task), KEY_READING, reading, reading_free);
}

static void
office_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  Reading *reading = get_reading (task);
  GError *error = NULL;

  reading->content->office = ggov_store_get_office_name_finish (GGOV_STORE (object), result, &error);
  if (error)
    _ggov_paper_return (task, NULL, NULL, error);
  else
    _ggov_paper_return (task, g_steal_pointer (&reading->content), content_free, NULL);
}

/* Goes on with the office's name once the rows are there. */
static void
take_rows (GObject    *store,
           gpointer    task,
           GListModel *rows,
           GError     *error)
{
  if (rows == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  get_reading (task)->content->rows = rows;
  ggov_store_get_office_name_async (GGOV_STORE (store), g_task_get_cancellable (task), office_read_cb,
                                    task);
}

static GgovReportPointsOptions
get_options (const Content          *content,
             const GgovPaperOptions *options)
{
  return (GgovReportPointsOptions) {
    .office = content->office ? content->office : "",
    .as_of = options->day,
    .scope = content->whose,
    .printed_at = options->printed_at,
    .account = options->account,
    .size = options->size,
    .turn = options->turn,
  };
}

static GgovReportPager *
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY, sentence);

  return NULL;
}

/* Passbook -------------------------------------------------------------------------------------- */

static void
entries_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GgovAnswer) answer = ggov_store_rows_finish (GGOV_STORE (object), result, &error);
  GListStore *rows = answer ? g_list_store_new (GGOV_TYPE_POINTS_ENTRY) : NULL;

  for (guint i = 0; answer && i < answer->keys->len; i++)
    {
      gpointer row = g_hash_table_lookup (answer->rows,
                                          &g_array_index (answer->keys, GgovRowKey, i).id);

      if (row)
        g_list_store_append (rows, row);
    }

  take_rows (object, task, (GListModel *) rows, error);
}

static void
points_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GgovQuery) query = NULL;
  GgovPersonPoints points;

  if (!ggov_store_get_person_points_finish (GGOV_STORE (object), result, &points, &error))
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  if (points.account_id == 0)
    {
      take_rows (object, task, G_LIST_MODEL (g_list_store_new (GGOV_TYPE_POINTS_ENTRY)), NULL);
      return;
    }

  query = ggov_query_new_points_entries (points.account_id, get_reading (task)->options->day);
  ggov_store_find_rows_async (GGOV_STORE (object), query, GGOV_QUERY_MAX_ENTRIES,
                              GGOV_QUERY_MAX_ENTRIES, NULL, g_task_get_cancellable (task),
                              entries_read_cb, task);
}

static void
person_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  Reading *reading = get_reading (task);
  GError *error = NULL;
  g_autoptr(GgovPerson) person = ggov_store_get_person_finish (GGOV_STORE (object), result, &error);

  if (person == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  reading->content->whose = g_strdup (ggov_person_get_details (person)->name);
  ggov_store_get_person_points_async (GGOV_STORE (object), reading->options->record_id,
                                      reading->options->day, g_task_get_cancellable (task),
                                      points_read_cb, task);
}

static void
read_passbook (GgovStore              *store,
               const GgovPaperOptions *options,
               GTask                  *task)
{
  begin (task, options);
  ggov_store_get_person_async (store, options->record_id, options->day, g_task_get_cancellable (task),
                               person_read_cb, task);
}

static GgovReportPager *
make_passbook (gpointer                 data,
               const GgovPaperOptions  *options,
               PangoContext            *context,
               guint                   *n_counted,
               GError                 **error)
{
  const Content *content = data;
  const GgovReportPointsOptions report = get_options (content, options);

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return refuse (error, _("This person has no points account yet. The first award opens it."));

  return ggov_report_passbook_new (content->rows, &report, context);
}

/* Vouchers -------------------------------------------------------------------------------------- */

static void
vouchers_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      task)
{
  const char *number = get_reading (task)->options->text;
  GError *error = NULL;
  g_autoptr(GListModel) all = ggov_store_list_vouchers_finish (GGOV_STORE (object), result, &error);
  GListStore *rows = all ? g_list_store_new (GGOV_TYPE_VOUCHER) : NULL;

  for (guint i = 0; all && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GgovVoucher) voucher = g_list_model_get_item (all, i);
      const GgovVoucherFields *fields = ggov_voucher_get_fields (voucher);

      /* One whose last day is over is listed as well. */
      if (g_str_equal (fields->state, "open") &&
          (number == NULL || *number == '\0' || g_str_equal (fields->number, number)))
        g_list_store_append (rows, voucher);
    }

  take_rows (object, task, (GListModel *) rows, error);
}

static void
read_vouchers (GgovStore              *store,
               const GgovPaperOptions *options,
               GTask                  *task)
{
  begin (task, options);
  ggov_store_list_vouchers_async (store, "open", options->record_id, 0, options->day,
                                  g_task_get_cancellable (task), vouchers_read_cb, task);
}

static GgovReportPager *
make_vouchers (gpointer                 data,
               const GgovPaperOptions  *options,
               PangoContext            *context,
               guint                   *n_counted,
               GError                 **error)
{
  const Content *content = data;

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return refuse (error, _("There is no voucher that is still to be handed in. Redeem points first."));

  return GGOV_REPORT_PAGER (ggov_report_vouchers_new (content->rows, content->office, context));
}

/* Honour list ------------------------------------------------------------------------------------ */

static void
honours_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      task)
{
  GError *error = NULL;
  GListModel *rows = ggov_store_list_points_honours_finish (GGOV_STORE (object), result, &error);

  take_rows (object, task, rows, error);
}

/* The month of the day, up to the day. */
static void
read_honours (GgovStore              *store,
              const GgovPaperOptions *options,
              GTask                  *task)
{
  g_autofree char *month = g_strndup (options->day, strlen ("2026-02"));
  g_autofree char *first = g_strconcat (month, "-01", NULL);
  const GgovPointsHonours honours = { first, options->day, options->place, options->role, 0 };

  begin (task, options);
  get_reading (task)->content->whose = g_strdup (options->place);
  ggov_store_list_points_honours_async (store, &honours, g_task_get_cancellable (task), honours_read_cb,
                                        task);
}

static GgovReportPager *
make_honours (gpointer                 data,
              const GgovPaperOptions  *options,
              PangoContext            *context,
              guint                   *n_counted,
              GError                 **error)
{
  const Content *content = data;
  const GgovReportPointsOptions report = get_options (content, options);

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return refuse (error, _("Nobody earned points in this month yet. Choose a day of another."));

  return ggov_report_honours_new (content->rows, content->month, &report, context);
}

/* Settlement ------------------------------------------------------------------------------------- */

static void
venues_listed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) sheets = ggov_store_list_settlements_finish (GGOV_STORE (object), result, &error);
  GListStore *choices = sheets ? g_list_store_new (GGOV_TYPE_CHOICE) : NULL;

  for (guint i = 0; sheets && i < g_list_model_get_n_items (sheets); i++)
    {
      g_autoptr(GgovSettlement) sheet = g_list_model_get_item (sheets, i);
      const GgovSettlementFields *fields = ggov_settlement_get_fields (sheet);
      const GgovChoiceFields choice_fields = { .id = fields->venue_id, .name = fields->venue };
      g_autoptr(GgovChoice) choice = ggov_choice_new (&choice_fields);

      g_list_store_append (choices, choice);
    }

  _ggov_paper_return (task, choices, g_object_unref, error);
}

static void
list_venues (GgovStore              *store,
             const GgovPaperOptions *options,
             GTask                  *task)
{
  g_autofree char *month = g_strndup (options->day, strlen ("2026-02"));

  ggov_store_list_settlements_async (store, month, g_task_get_cancellable (task), venues_listed_cb, task);
}

static void
lines_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      task)
{
  GError *error = NULL;
  GListModel *rows = ggov_store_list_settlement_lines_finish (GGOV_STORE (object), result, &error);

  take_rows (object, task, rows, error);
}

static void
sheets_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      task)
{
  Reading *reading = get_reading (task);
  GError *error = NULL;
  g_autoptr(GListModel) sheets = ggov_store_list_settlements_finish (GGOV_STORE (object), result, &error);

  if (sheets == NULL)
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (sheets); i++)
    {
      g_autoptr(GgovSettlement) sheet = g_list_model_get_item (sheets, i);

      if (ggov_settlement_get_fields (sheet)->venue_id == reading->options->record_id)
        g_set_object (&reading->content->sheet, sheet);
    }
  ggov_store_list_settlement_lines_async (GGOV_STORE (object), reading->options->record_id,
                                          reading->content->month, g_task_get_cancellable (task),
                                          lines_read_cb, task);
}

static void
read_settlement (GgovStore              *store,
                 const GgovPaperOptions *options,
                 GTask                  *task)
{
  begin (task, options);
  ggov_store_list_settlements_async (store, get_reading (task)->content->month,
                                     g_task_get_cancellable (task), sheets_read_cb, task);
}

static GgovReportPager *
make_settlement (gpointer                 data,
                 const GgovPaperOptions  *options,
                 PangoContext            *context,
                 guint                   *n_counted,
                 GError                 **error)
{
  const Content *content = data;
  const GgovReportPointsOptions report = get_options (content, options);

  if (content->sheet == NULL)
    return refuse (error, _("There is no such venue. Choose another."));

  *n_counted = g_list_model_get_n_items (content->rows);

  return ggov_report_settlement_new (content->sheet, content->rows, &report, context);
}

/* Catalogue -------------------------------------------------------------------------------------- */

static void
rewards_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      task)
{
  GError *error = NULL;
  GListModel *rows = ggov_store_list_rewards_finish (GGOV_STORE (object), result, &error);

  take_rows (object, task, rows, error);
}

static void
read_catalogue (GgovStore              *store,
                const GgovPaperOptions *options,
                GTask                  *task)
{
  begin (task, options);
  ggov_store_list_rewards_async (store, options->day, g_task_get_cancellable (task), rewards_read_cb,
                                 task);
}

static GgovReportPager *
make_catalogue (gpointer                 data,
                const GgovPaperOptions  *options,
                PangoContext            *context,
                guint                   *n_counted,
                GError                 **error)
{
  const Content *content = data;
  const GgovReportPointsOptions report = get_options (content, options);

  *n_counted = g_list_model_get_n_items (content->rows);
  if (*n_counted == 0)
    return refuse (error, _("No venue offers anything for points on this day."));

  return ggov_report_catalogue_new (content->rows, &report, context);
}

const GgovPaperKind _ggov_paper_points_passbook = {
  .name = "passbook",
  .title = N_("Points passbook"),
  .about = N_("What somebody earned and redeemed, entry by entry, with the balance"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .record = "person",
  .record_title = N_("Person"),
  .counts = "entries",
  .read = read_passbook,
  .free_content = content_free,
  .make = make_passbook,
};

const GgovPaperKind _ggov_paper_points_vouchers = {
  .name = "vouchers",
  .title = N_("Points vouchers"),
  .about = N_("Cards to cut out, ten on a sheet, with a QR code that cannot be forged"),
  .takes = GGOV_PAPER_TEXT,
  .record = "person",
  .record_is_open = TRUE,
  .record_title = N_("Person"),
  .counts = "vouchers",
  .read = read_vouchers,
  .free_content = content_free,
  .make = make_vouchers,
};

const GgovPaperKind _ggov_paper_points_honours = {
  .name = "honour-list",
  .title = N_("Honour list"),
  .about = N_("Who earned most in a month, with names masked, to be posted up"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_ROLE | GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "people",
  .read = read_honours,
  .free_content = content_free,
  .make = make_honours,
};

const GgovPaperKind _ggov_paper_points_settlement = {
  .name = "settlement",
  .title = N_("Settlement sheet"),
  .about = N_("What a venue took in for points in the month of the day, for both sides to sign"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .record = "venue",
  .record_title = N_("Venue"),
  .counts = "rewards",
  .list_records = list_venues,
  .read = read_settlement,
  .free_content = content_free,
  .make = make_settlement,
};

const GgovPaperKind _ggov_paper_points_catalogue = {
  .name = "catalogue",
  .title = N_("What points buy"),
  .about = N_("Goods and services of all venues with their prices"),
  .takes = GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "rewards",
  .read = read_catalogue,
  .free_content = content_free,
  .make = make_catalogue,
};
