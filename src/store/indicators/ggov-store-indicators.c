/* ggov-store-indicators.c: the indicators of a period, and the issues behind each number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-indicator-read-private.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-indicators.h"

#define MONTH_LENGTH 7 /* "2026-03" */

/* What was asked for, with a text of its own. */
typedef struct
{
  GgovIndicatorCell  cell;
  char              *key; /* (nullable) */
} Query;

/* A row while it is being counted. */
typedef struct
{
  char               *key;
  char               *label;
  GgovIndicatorTally *tally;
} Line;

typedef struct
{
  GPtrArray         *rows; /* (element-type GgovIndicatorRow) */
  GgovIndicatorSums  totals;
} Answer;

typedef struct
{
  GPtrArray *issues; /* (element-type GgovIssue) */
  guint      n_all;
} Issues;

/* What a pass over the issues fills. */
typedef struct
{
  const Query        *query;
  GHashTable         *lines;  /* (element-type utf8 Line) */
  GgovIndicatorTally *totals;
  GArray             *ids;    /* (element-type gint64) */
  GgovIndicatorPeriod month;  /* the part of the period that is in the month at hand */
} Pass;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->key);
  g_free (query);
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->key);
  g_free (line->label);
  g_clear_pointer (&line->tally, ggov_indicator_tally_free);
  g_free (line);
}

static void
answer_free (gpointer data)
{
  g_clear_pointer (&((Answer *) data)->rows, g_ptr_array_unref);
  g_free (data);
}

static void
issues_free (gpointer data)
{
  g_clear_pointer (&((Issues *) data)->issues, g_ptr_array_unref);
  g_free (data);
}

static gint64
get_moment (guint                     indicator,
            const GgovIndicatorFacts *facts)
{
  return indicator < GGOV_N_INDICATORS ? ggov_indicator_get_moment (indicator, facts)
                                       : facts->closed_at;
}

static char *
dup_month (gint64 at)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (at));

  return g_strndup (day, MONTH_LENGTH);
}

/* What can happen to an issue again counts in each month as it went last in that month. */
static gboolean
is_monthly (guint indicator)
{
  return indicator == GGOV_INDICATOR_REWORK || indicator == GGOV_INDICATOR_SATISFACTION;
}

/* The part of @period in the month that begins at, or holds, @at. */
static GgovIndicatorPeriod
find_month (const GgovIndicatorPeriod *period,
            gint64                     at)
{
  GgovIndicatorPeriod month = *period;
  int year, number;

  ggov_local_day_to_date (ggov_local_time_get_day (at), &year, &number, NULL);
  month.from = MAX (period->from,
                    ggov_local_time_from_day (ggov_local_day_from_date (year, number, 1), 0));
  if (number == 12)
    year++;
  month.to = MIN (period->to, ggov_local_time_from_day (
                                ggov_local_day_from_date (year, number % 12 + 1, 1), 0));

  return month;
}

/* Counting ---------------------------------------------------------------------------------- */

static char *
dup_line_label (GgovIndicatorBy          by,
                const GgovIndicatorRead *one)
{
  GgovLane lane;

  if (by == GGOV_INDICATOR_BY_ALL)
    return g_strdup (_("All issues"));
  if (*one->key == '\0')
    return g_strdup (by == GGOV_INDICATOR_BY_DEPARTMENT ? _("No department")
                     : by == GGOV_INDICATOR_BY_PERSON ? _("Nobody is sent") : _("No grid"));
  if (by == GGOV_INDICATOR_BY_LANE && ggov_lane_from_code (one->key, &lane, NULL))
    return g_strdup (ggov_lane_get_label (lane));

  return _ggov_indicator_dup_label (one->label, one->label_zh);
}

static Line *
find_line (Pass                    *pass,
           const char              *key,
           const GgovIndicatorRead *one)
{
  GgovIndicatorBy by = pass->query->cell.by;
  Line *line = g_hash_table_lookup (pass->lines, key);

  if (line)
    return line;

  line = g_new0 (Line, 1);
  line->key = g_strdup (key);
  line->label = by == GGOV_INDICATOR_BY_MONTH ? g_strdup (key) : dup_line_label (by, one);
  line->tally = ggov_indicator_tally_new ();
  g_hash_table_insert (pass->lines, line->key, line);

  return line;
}

/* Each number of an issue in the month in which it happened. */
static void
count_months (Pass                    *pass,
              const GgovIndicatorRead *one)
{
  const GgovIndicatorPeriod *period = &pass->query->cell.period;

  for (guint i = 0; i <= GGOV_N_INDICATORS; i++)
    {
      gint64 at = get_moment (i, &one->facts);
      g_autofree char *month = NULL;

      if (is_monthly (i) || at == 0 || at < period->from || at >= period->to)
        continue;

      month = dup_month (at);
      ggov_indicator_tally_add_one (find_line (pass, month, one)->tally, i, &one->facts, period);
    }
}

static void
count_monthly (const GgovIndicatorRead *one,
               gpointer                 data)
{
  Pass *pass = data;
  g_autofree char *month = dup_month (pass->month.from);

  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    if (is_monthly (i) &&
        ggov_indicator_judge (i, &one->facts, &pass->month) != GGOV_INDICATOR_OUTSIDE)
      ggov_indicator_tally_add_one (find_line (pass, month, one)->tally, i, &one->facts,
                                    &pass->month);
}

static gboolean
count_each_month (Pass    *pass,
                  GgovDb  *db,
                  GError **error)
{
  const GgovIndicatorPeriod *period = &pass->query->cell.period;

  for (gint64 at = period->from; at < period->to; at = pass->month.to)
    {
      pass->month = find_month (period, at);
      if (!_ggov_indicator_read (db, GGOV_INDICATOR_BY_MONTH, &pass->month, count_monthly, pass,
                                 error))
        return FALSE;
    }

  return TRUE;
}

static void
count_issue (const GgovIndicatorRead *one,
             gpointer                 data)
{
  Pass *pass = data;
  const GgovIndicatorPeriod *period = &pass->query->cell.period;

  ggov_indicator_tally_add (pass->totals, &one->facts, period);
  if (pass->query->cell.by == GGOV_INDICATOR_BY_MONTH)
    count_months (pass, one);
  else
    ggov_indicator_tally_add (find_line (pass, one->key, one)->tally, &one->facts, period);
}

static gboolean
is_sorted_by_label (GgovIndicatorBy by)
{
  return by == GGOV_INDICATOR_BY_DEPARTMENT || by == GGOV_INDICATOR_BY_PERSON;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Line *x = *(Line *const *) a, *y = *(Line *const *) b;
  int order = 0;

  if ((*x->key == '\0') != (*y->key == '\0'))
    return *x->key == '\0' ? 1 : -1;
  if (is_sorted_by_label (*(const GgovIndicatorBy *) data))
    order = g_utf8_collate (x->label, y->label);

  return order != 0 ? order : g_strcmp0 (x->key, y->key);
}

static GPtrArray *
make_rows (Pass *pass)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GgovIndicatorBy by = pass->query->cell.by;
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, pass->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    g_ptr_array_add (lines, line);
  g_ptr_array_sort_with_data (lines, compare_lines, &by);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *one = lines->pdata[i];
      GgovIndicatorSums sums;

      ggov_indicator_tally_sum (one->tally, &sums);
      g_ptr_array_add (rows, ggov_indicator_row_new (one->key, one->label, &sums));
    }

  return rows;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  g_autoptr(GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, line_free);
  g_autoptr(GgovIndicatorTally) totals = ggov_indicator_tally_new ();
  Pass pass = { .query = query, .lines = lines, .totals = totals };
  GError *error = NULL;
  Answer *answer;

  if (!_ggov_indicator_read (db, query->cell.by, &query->cell.period, count_issue, &pass, &error) ||
      (query->cell.by == GGOV_INDICATOR_BY_MONTH && !count_each_month (&pass, db, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  answer = g_new0 (Answer, 1);
  answer->rows = make_rows (&pass);
  ggov_indicator_tally_sum (totals, &answer->totals);
  g_task_return_pointer (task, answer, answer_free);
}

void
ggov_store_list_indicators_async (GgovStore                 *self,
                                  const GgovIndicatorPeriod *period,
                                  GgovIndicatorBy            by,
                                  GCancellable              *cancellable,
                                  GAsyncReadyCallback        callback,
                                  gpointer                   user_data)
{
  Query *query;

  g_return_if_fail (period != NULL && (guint) by < GGOV_N_INDICATOR_BYS);

  query = g_new0 (Query, 1);
  query->cell.period = *period;
  query->cell.by = by;
  _ggov_store_call (self, ggov_store_list_indicators_async, list_job, query, query_free, cancellable,
                    callback, user_data);
}

GListModel *
ggov_store_list_indicators_finish (GgovStore          *self,
                                   GAsyncResult       *result,
                                   GgovIndicatorSums  *totals,
                                   GError            **error)
{
  GListModel *rows;
  Answer *answer;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!(answer = g_task_propagate_pointer (G_TASK (result), error)))
    return NULL;

  if (totals)
    *totals = answer->totals;
  rows = _ggov_store_take_list (g_steal_pointer (&answer->rows), GGOV_TYPE_INDICATOR_ROW);
  answer_free (answer);

  return rows;
}

/* What is behind a number ------------------------------------------------------------------- */

static gboolean
is_in_row (const GgovIndicatorCell *cell,
           const GgovIndicatorRead *one)
{
  g_autofree char *month = NULL;
  gint64 at;

  if (cell->key == NULL)
    return TRUE;
  if (cell->by != GGOV_INDICATOR_BY_MONTH)
    return g_str_equal (one->key, cell->key);
  if ((at = get_moment (cell->indicator, &one->facts)) == 0)
    return FALSE;

  month = dup_month (at);

  return g_str_equal (month, cell->key);
}

static gboolean
is_in_number (const GgovIndicatorCell *cell,
              const GgovIndicatorRead *one)
{
  GgovIndicatorPart part;

  if (cell->indicator == GGOV_N_INDICATORS)
    return ggov_indicator_is_closed (&one->facts, &cell->period);

  part = ggov_indicator_judge (cell->indicator, &one->facts, &cell->period);
  switch (cell->rows)
    {
    case GGOV_INDICATOR_ROWS_NUMERATOR:
      return part == GGOV_INDICATOR_NUMERATOR;

    case GGOV_INDICATOR_ROWS_REST:
      return part == GGOV_INDICATOR_REST;

    case GGOV_INDICATOR_ROWS_DENOMINATOR:
    default:
      return part != GGOV_INDICATOR_OUTSIDE;
    }
}

static void
collect_issue (const GgovIndicatorRead *one,
               gpointer                 data)
{
  Pass *pass = data;

  if (is_in_number (&pass->query->cell, one) && is_in_row (&pass->query->cell, one))
    g_array_append_val (pass->ids, one->id);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* On the store's thread. */
static void
issues_job (GTask  *task,
            GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Pass pass = { .query = query, .ids = ids };
  Issues *found = g_new0 (Issues, 1);
  GError *error = NULL;

  found->issues = g_ptr_array_new_with_free_func (g_object_unref);
  if (_ggov_indicator_read (db, query->cell.by, &query->cell.period, collect_issue, &pass, &error))
    g_array_sort (ids, compare_ids);
  for (guint i = 0; error == NULL && i < MIN (ids->len, query->cell.limit); i++)
    {
      GgovIssue *issue = _ggov_issue_find (db, g_array_index (ids, gint64, i), &error);

      if (issue)
        g_ptr_array_add (found->issues, issue);
    }

  found->n_all = ids->len;
  if (error == NULL)
    {
      g_task_return_pointer (task, found, issues_free);
      return;
    }

  issues_free (found);
  g_task_return_error (task, error);
}

/* A month that is not there has no issues. */
static void
keep_to_month (GgovIndicatorCell *cell)
{
  g_autofree char *first = g_strconcat (cell->key, "-01", NULL);
  int day;

  if (ggov_local_day_parse (first, &day, NULL))
    cell->period = find_month (&cell->period, ggov_local_time_from_day (day, 0));
}

void
ggov_store_list_indicator_issues_async (GgovStore               *self,
                                        const GgovIndicatorCell *cell,
                                        GCancellable            *cancellable,
                                        GAsyncReadyCallback      callback,
                                        gpointer                 user_data)
{
  Query *query;

  g_return_if_fail (cell != NULL && (guint) cell->by < GGOV_N_INDICATOR_BYS);
  g_return_if_fail (cell->indicator <= GGOV_N_INDICATORS);

  query = g_new0 (Query, 1);
  query->cell = *cell;
  query->cell.key = query->key = g_strdup (cell->key);
  if (cell->key && cell->by == GGOV_INDICATOR_BY_MONTH && is_monthly (cell->indicator))
    keep_to_month (&query->cell);
  _ggov_store_call (self, ggov_store_list_indicator_issues_async, issues_job, query, query_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_indicator_issues_finish (GgovStore     *self,
                                         GAsyncResult  *result,
                                         guint         *n_all,
                                         GError       **error)
{
  GListModel *rows;
  Issues *found;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!(found = g_task_propagate_pointer (G_TASK (result), error)))
    return NULL;

  if (n_all)
    *n_all = found->n_all;
  rows = _ggov_store_take_list (g_steal_pointer (&found->issues), GGOV_TYPE_ISSUE);
  issues_free (found);

  return rows;
}
