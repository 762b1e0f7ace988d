/* ggov-store-points-trial.c: what a rule of points would have paid in the year before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-local-time.h"
#include "ggov-points-events-private.h"
#include "ggov-points-rules-private.h"
#include "ggov-store-points-rules.h"
#include "ggov-store-private.h"
#include "ggov-write-points-private.h"

#define SQL_NOW \
  "SELECT coalesce (sum (e.points), 0) FROM points_transfer t " \
  "JOIN points_entry e ON e.transfer_id = t.id AND e.points > 0 WHERE t.kind = 'earn' " \
  "AND t.at >= $1 AND t.at < $2 AND t.rule_id IN (SELECT id FROM points_rule WHERE code = $3) " \
  "AND " GGOV_POINTS_STANDS ("t")

typedef struct
{
  gint64 rule_id;
  int    last;    /* day since 1970-01-01 */
} Question;

/* A rule while it is tried. What a person got in a day and a month is kept by texts that name both. */
typedef struct
{
  GgovDb                     *db;
  const GgovPointsRuleFields *rule;
  GHashTable                 *earned;  /* (element-type utf8 gint64) */
  GHashTable                 *people;  /* (element-type utf8): in the month, and in all */
  GgovPointsTrialRecord       month;
  GgovPointsTrialRecord       total;
  char                        name[16]; /* of the month, 2026-01 */
} Trial;

static gint64
get_earned (const Trial *trial,
            const char  *key)
{
  const gint64 *earned = g_hash_table_lookup (trial->earned, key);

  return earned ? *earned : 0;
}

static void
add_earned (Trial      *trial,
            const char *key,
            gint64      points)
{
  const gint64 sum = get_earned (trial, key) + points;

  g_hash_table_replace (trial->earned, g_strdup (key), g_memdup2 (&sum, sizeof sum));
}

static void
count_paid (GgovPointsTrialRecord *record,
            gboolean               is_new,
            gint64                 points,
            gint64                 approve_above)
{
  record->n_paid++;
  record->points += points;
  record->n_people += is_new;
  record->n_second += approve_above > 0 && points > approve_above;
}

/* Within what one person gets, or not. */
static void
pay (Trial                 *trial,
     const GgovPointsEvent *event,
     const char            *day,
     gint64                 points)
{
  g_autofree char *of_day = g_strdup_printf ("%" G_GINT64_FORMAT " %s", event->person_id, day);
  g_autofree char *of_month = g_strndup (of_day, strlen (of_day) - strlen ("-01"));
  g_autofree char *of_all = g_strdup_printf ("%" G_GINT64_FORMAT, event->person_id);
  const gint64 per_day = trial->rule->per_day, per_month = trial->rule->per_month;

  if ((per_day > 0 && get_earned (trial, of_day) + points > per_day) ||
      (per_month > 0 && get_earned (trial, of_month) + points > per_month))
    {
      trial->month.n_capped++;
      trial->total.n_capped++;
      return;
    }

  add_earned (trial, of_day, points);
  add_earned (trial, of_month, points);
  count_paid (&trial->month, g_hash_table_add (trial->people, g_strdup (of_month)), points,
              trial->rule->approve_above);
  count_paid (&trial->total, g_hash_table_add (trial->people, g_strdup (of_all)), points,
              trial->rule->approve_above);
}

static gboolean
try_event (Trial                  *trial,
           const GgovPointsEvent  *event,
           GError                **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (event->at));
  gboolean ended;
  gint64 points;

  trial->month.n_events++;
  trial->total.n_events++;
  if (!_ggov_points_weigh (trial->db, trial->rule, event->person_id, day, event->minutes, &points,
                           error) ||
      !_ggov_points_stood_down (trial->db, event->person_id, day, &ended, error))
    return FALSE;

  if (ended)
    {
      trial->month.n_ended++;
      trial->total.n_ended++;
    }
  else if (points == 0)
    {
      trial->month.n_nothing++;
      trial->total.n_nothing++;
    }
  else
    {
      pay (trial, event, day, points);
    }

  return TRUE;
}

/* What rules of this code did pay from a day up to another. */
static gboolean
ask_now (const Trial  *trial,
         int           from,
         int           to,
         gint64       *points,
         GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (trial->db, SQL_NOW, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, ggov_local_time_from_day (from, 0));
  ggov_stmt_bind_int (stmt, 2, ggov_local_time_from_day (to + 1, 0));
  ggov_stmt_bind_text (stmt, 3, trial->rule->code);
  if (!_ggov_points_ask (stmt, "sum", error))
    return FALSE;
  *points = ggov_stmt_get_int (stmt, 0);

  return TRUE;
}

/* The events from a day up to another, which are of one month. */
static GgovPointsTrial *
try_month (Trial   *trial,
           int      from,
           int      to,
           GError **error)
{
  g_autoptr(GgovStmt) stmt = _ggov_points_prepare_events (trial->db, trial->rule, from, to, error);
  g_auto(GgovPointsEvent) event = { 0 };
  GgovDbStep step = GGOV_DB_ERROR;
  int year, month;

  ggov_local_day_to_date (from, &year, &month, NULL);
  g_snprintf (trial->name, sizeof trial->name, "%04d-%02d", year, month);
  trial->month = (GgovPointsTrialRecord) { .month = trial->name };
  while (stmt && (step = _ggov_points_step_event (stmt, trial->rule, &event, error)) == GGOV_DB_ROW)
    if (!try_event (trial, &event, error))
      return NULL;

  if (step != GGOV_DB_DONE || !ask_now (trial, from, to, &trial->month.points_now, error))
    return NULL;
  trial->total.points_now += trial->month.points_now;

  return ggov_points_trial_new (&trial->month);
}

static GPtrArray *
try_year (Trial   *trial,
          int      last,
          GError **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  int year, month, number, from;

  ggov_local_day_to_date (last, &year, &month, &number);
  from = ggov_local_day_from_date (year - 1, month, MIN (number, 28)) + 1;
  while (from <= last)
    {
      int next;
      GgovPointsTrial *row;

      ggov_local_day_to_date (from, &year, &month, NULL);
      next = ggov_local_day_from_date (year + month / 12, month % 12 + 1, 1);
      if (!(row = try_month (trial, from, MIN (next - 1, last), error)))
        return NULL;
      g_ptr_array_add (rows, row);
      from = next;
    }
  trial->total.month = "";
  g_ptr_array_add (rows, ggov_points_trial_new (&trial->total));

  return g_steal_pointer (&rows);
}

/* On the store's thread. */
static void
try_job (GTask  *task,
         GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovPointsRule) rule = _ggov_points_get_rule (db, question->rule_id, &error);
  g_autoptr(GHashTable) earned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Trial trial = { .db = db, .earned = earned, .people = people };
  GPtrArray *rows = NULL;

  if (rule)
    {
      trial.rule = ggov_points_rule_get_fields (rule);
      rows = try_year (&trial, question->last, &error);
    }

  if (rows)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_try_points_rule_async (GgovStore           *self,
                                  gint64               rule_id,
                                  const char          *as_of,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Question *question = g_new0 (Question, 1);

  if (!ggov_local_day_parse (as_of, &question->last, NULL))
    g_critical ("“%s” is not a day", as_of);

  question->rule_id = rule_id;
  _ggov_store_call (self, ggov_store_try_points_rule_async, try_job, question, g_free, cancellable,
                    callback, user_data);
}

GListModel *
ggov_store_try_points_rule_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_POINTS_TRIAL) : NULL;
}
