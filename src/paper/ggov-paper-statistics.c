/* ggov-paper-statistics.c: the month's statistics on issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-statistics.h"
#include "ggov-store-indicators.h"
#include "ggov-store-office.h"

#define MONTHS 12

#define MONTH_LENGTH 7 /* "2026-03" */

/* What is read, in this order; the months are of a year, the rest of the month. */
enum
{
  MONTH_ROWS, COMMUNITY_ROWS, LANE_ROWS, DEPARTMENT_ROWS, TYPE_ROWS, GRID_ROWS, N_ROWS,
};

static const GgovIndicatorBy bys[N_ROWS] = {
  [MONTH_ROWS] = GGOV_INDICATOR_BY_MONTH,
  [COMMUNITY_ROWS] = GGOV_INDICATOR_BY_COMMUNITY,
  [LANE_ROWS] = GGOV_INDICATOR_BY_LANE,
  [DEPARTMENT_ROWS] = GGOV_INDICATOR_BY_DEPARTMENT,
  [TYPE_ROWS] = GGOV_INDICATOR_BY_TYPE,
  [GRID_ROWS] = GGOV_INDICATOR_BY_GRID,
};

typedef struct
{
  GListModel        *rows[N_ROWS]; /* (element-type GgovIndicatorRow) */
  GgovIndicatorSums  totals;       /* of the month */
  char              *office;
} Content;

/* What is read so far, and for whom. */
typedef struct
{
  Content             *content; /* (owned) */
  GTask               *task;    /* (owned) */
  GgovIndicatorPeriod  year;
  GgovIndicatorPeriod  month;
  guint                n_read;
} Reading;

static void
content_free (gpointer data)
{
  Content *content = data;

  for (guint i = 0; i < N_ROWS; i++)
    g_clear_object (&content->rows[i]);
  g_free (content->office);
  g_free (content);
}

/* Takes @error. */
static void
fail (Reading *reading,
      GError  *error)
{
  content_free (reading->content);
  _ggov_paper_return (reading->task, NULL, NULL, error);
  g_free (reading);
}

static void
name_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Reading *reading = user_data;
  GError *error = NULL;

  reading->content->office = ggov_store_get_office_name_finish (GGOV_STORE (object), result, &error);
  if (error)
    {
      fail (reading, error);
      return;
    }

  _ggov_paper_return (reading->task, reading->content, content_free, NULL);
  g_free (reading);
}

static void read_next (GgovStore *store,
                       Reading   *reading);

static void
rows_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Reading *reading = user_data;
  GError *error = NULL;

  reading->content->rows[reading->n_read] =
    ggov_store_list_indicators_finish (GGOV_STORE (object), result, &reading->content->totals,
                                       &error);
  if (error)
    {
      fail (reading, error);
      return;
    }

  reading->n_read++;
  read_next (GGOV_STORE (object), reading);
}

/* The months first, so that the totals that stay are those of the month. */
static void
read_next (GgovStore *store,
           Reading   *reading)
{
  GCancellable *cancellable = g_task_get_cancellable (reading->task);

  if (reading->n_read < N_ROWS)
    ggov_store_list_indicators_async (store,
                                      reading->n_read == MONTH_ROWS ? &reading->year
                                                                    : &reading->month,
                                      bys[reading->n_read], cancellable, rows_read_cb, reading);
  else
    ggov_store_get_office_name_async (store, cancellable, name_read_cb, reading);
}

/* The month that the day lies in, up to the end of the day. */
static void
read_statistics (GgovStore              *store,
                 const GgovPaperOptions *options,
                 GTask                  *task)
{
  GError *error = NULL;
  Reading *reading;
  int day, year, month;

  if (!ggov_local_day_parse (options->day, &day, &error))
    {
      _ggov_paper_return (task, NULL, NULL, error);
      return;
    }

  ggov_local_day_to_date (day, &year, &month, NULL);
  reading = g_new0 (Reading, 1);
  reading->task = task;
  reading->content = g_new0 (Content, 1);
  ggov_indicator_period_set_days (&reading->month, ggov_local_day_from_date (year, month, 1), day);
  month -= MONTHS - 1;
  reading->year.from =
    ggov_local_time_from_day (ggov_local_day_from_date (month < 1 ? year - 1 : year,
                                                        month < 1 ? month + MONTHS : month, 1), 0);
  reading->year.to = reading->month.to;
  read_next (store, reading);
}

static GgovReportPager *
make (gpointer                 data,
      const GgovPaperOptions  *options,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  const Content *content = data;
  g_autofree char *month = g_strndup (options->day, MONTH_LENGTH);
  const GgovReportStatistics statistics = {
    .office = content->office ? content->office : "",
    .month = month,
    .as_of = options->day,
    .printed_at = options->printed_at,
    .account = options->account,
    .totals = &content->totals,
    .months = content->rows[MONTH_ROWS],
    .communities = content->rows[COMMUNITY_ROWS],
    .lanes = content->rows[LANE_ROWS],
    .departments = content->rows[DEPARTMENT_ROWS],
    .types = content->rows[TYPE_ROWS],
    .grids = content->rows[GRID_ROWS],
  };

  *n_counted = (guint) content->totals.rates[GGOV_INDICATOR_CLOSING].denominator;
  if (g_list_model_get_n_items (content->rows[COMMUNITY_ROWS]) > 0)
    return ggov_report_statistics_new (&statistics, context);

  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                       _("There was no issue in that month."));

  return NULL;
}

const GgovPaperKind _ggov_paper_statistics = {
  .name = "statistics",
  .title = N_("Monthly statistics"),
  .about = N_("The month’s indicators on issues with what they are shares of, and charts"),
  .counts = "due",
  .read = read_statistics,
  .free_content = content_free,
  .make = make,
};
