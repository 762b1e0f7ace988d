/* ggov-deadline.c: by when something has to be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-deadline-private.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

static gboolean
add_extensions (GgovDeadlineRun  *run,
                GError          **error)
{
  gboolean in_calendar_days = run->pace == GGOV_PACE_CALENDAR_DAYS;

  for (guint i = 0; i < run->terms->n_extensions; i++)
    {
      const GgovLimit *extension = &run->terms->extensions[i];

      if ((extension->unit == GGOV_LIMIT_CALENDAR_DAYS) != in_calendar_days)
        {
          g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                       "calendar days and working time cannot extend each other");
          return FALSE;
        }
      run->total += ggov_office_clock_measure (run->clock, run->pace, extension);
    }

  return TRUE;
}

static int
compare_suspensions (gconstpointer a,
                     gconstpointer b)
{
  const GgovSuspension *first = a;
  const GgovSuspension *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

/* Most issues have none or one suspension, and nothing is copied. */
static gboolean
order_suspensions (GgovDeadlineRun  *run,
                   GError          **error)
{
  const GgovSuspension *given = run->terms->suspensions;
  guint n = run->terms->n_suspensions;

  for (guint i = 0; i < n; i++)
    if (given[i].to < given[i].from)
      {
        g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                     "a suspension ends before it begins");
        return FALSE;
      }

  run->suspensions = given;
  if (n > 1)
    {
      run->owned = g_array_sized_new (FALSE, FALSE, sizeof (GgovSuspension), n);
      g_array_append_vals (run->owned, given, n);
      g_array_sort (run->owned, compare_suspensions);
      run->suspensions = (const GgovSuspension *) (void *) run->owned->data;
    }

  return TRUE;
}

static const GgovLimit one_day = { 1, GGOV_LIMIT_WORKING_DAYS };

static gint64
count (GgovDeadlineRun *run,
       gint64           time)
{
  return ggov_office_clock_count (run->clock, run->pace, time);
}

/* What the clock shows when the ticks are used up, or -1 where a suspension without end comes
 * first. Each suspension moves the mark on by the ticks it stood still for; overlapping ones
 * count once. */
static gint64
find_target (GgovDeadlineRun *run)
{
  gint64 target = run->base + run->total;
  gint64 stood_until = run->base;

  for (guint i = 0; i < run->terms->n_suspensions; i++)
    {
      const GgovSuspension *suspension = &run->suspensions[i];
      gint64 from = MAX (count (run, suspension->from), stood_until);

      if (from >= target)
        break;
      if (suspension->to == GGOV_DEADLINE_NONE)
        return -1;

      stood_until = MAX (count (run, suspension->to), from);
      target += stood_until - from;
    }

  return target;
}

/* By GgovLimitUnit. */
static const GgovPace paces[] = {
  [GGOV_LIMIT_WORKING_HOURS] = GGOV_PACE_WORKING_HOURS,
  [GGOV_LIMIT_WORKING_DAYS] = GGOV_PACE_WORKING_DAYS,
  [GGOV_LIMIT_CALENDAR_DAYS] = GGOV_PACE_CALENDAR_DAYS,
};

static gboolean
begins_next_day (const GgovDeadlineTerms *terms)
{
  if (terms->start_rule == GGOV_START_BY_UNIT)
    return terms->limit.unit != GGOV_LIMIT_WORKING_HOURS;

  return terms->start_rule == GGOV_START_NEXT_DAY;
}

static void
begin_run (GgovDeadlineRun *run)
{
  run->pace = paces[run->terms->limit.unit];
  run->begin = run->terms->start;
  if (begins_next_day (run->terms))
    run->begin = ggov_local_time_from_day (ggov_local_time_get_day (run->begin) + 1, 0);
  run->base = count (run, run->begin);
  run->total = ggov_office_clock_measure (run->clock, run->pace, &run->terms->limit);
}

/* Off a day of rest, to the close of the next working day. */
static gboolean
move_on (GgovDeadlineRun *run)
{
  int day = ggov_local_time_get_day (run->run_out);
  gint64 ticks;

  run->due = run->run_out;
  if (run->pace != GGOV_PACE_CALENDAR_DAYS || ggov_office_clock_is_working (run->clock, day))
    return TRUE;

  ticks = ggov_office_clock_count (run->clock, GGOV_PACE_WORKING_DAYS, run->run_out);

  return ggov_office_clock_reach (run->clock, GGOV_PACE_WORKING_DAYS,
                                  ticks + ggov_office_clock_measure (run->clock,
                                                                     GGOV_PACE_WORKING_DAYS,
                                                                     &one_day), &run->due);
}

static gboolean
end_run (GgovDeadlineRun  *run,
         GError          **error)
{
  gint64 target = find_target (run);

  run->run_out = GGOV_DEADLINE_NONE;
  run->due = GGOV_DEADLINE_NONE;
  if (target < 0)
    return TRUE;

  if (ggov_office_clock_reach (run->clock, run->pace, target, &run->run_out) && move_on (run))
    return TRUE;

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
               "the deadline lies beyond the calendar");
  return FALSE;
}

static gboolean
is_provisional (const GgovDeadlineRun *run)
{
  GgovCalendar *calendar = ggov_office_clock_get_calendar (run->clock);
  /* Calendar days ask for the calendar only where they end. */
  gint64 from = run->pace == GGOV_PACE_CALENDAR_DAYS ? run->run_out : run->terms->start;
  int year, last_year;

  if (run->due == GGOV_DEADLINE_NONE)
    return FALSE;

  ggov_local_day_to_date (ggov_local_time_get_day (from), &year, NULL, NULL);
  ggov_local_day_to_date (ggov_local_time_get_day (run->due), &last_year, NULL, NULL);
  for (; year <= last_year; year++)
    if (!ggov_calendar_is_announced (calendar, year))
      return TRUE;

  return FALSE;
}

gboolean
_ggov_deadline_run (GgovOfficeClock          *clock,
                    const GgovDeadlineTerms  *terms,
                    GgovDeadlineRun          *run,
                    GError                  **error)
{
  *run = (GgovDeadlineRun) { .clock = clock, .terms = terms };

  if (!ggov_office_clock_covers (clock, terms->start))
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                   "the start lies outside the calendar");
      return FALSE;
    }

  begin_run (run);
  if (add_extensions (run, error) && order_suspensions (run, error) && end_run (run, error))
    return TRUE;

  _ggov_deadline_run_clear (run);
  return FALSE;
}

void
_ggov_deadline_run_clear (GgovDeadlineRun *run)
{
  g_clear_pointer (&run->owned, g_array_unref);
}

gboolean
ggov_deadline_reckon (GgovOfficeClock          *clock,
                      const GgovDeadlineTerms  *terms,
                      GgovDeadline             *deadline,
                      GError                  **error)
{
  g_auto(GgovDeadlineRun) run = { 0 };

  g_return_val_if_fail (clock != NULL, FALSE);
  g_return_val_if_fail (terms != NULL && terms->limit.count > 0, FALSE);
  g_return_val_if_fail (deadline != NULL, FALSE);

  if (!_ggov_deadline_run (clock, terms, &run, error))
    return FALSE;

  deadline->due = run.due;
  deadline->provisional = is_provisional (&run);
  return TRUE;
}

/* Ticks the clock has stood still for by @now. */
static gint64
count_stood (GgovDeadlineRun *run,
             gint64           now)
{
  gint64 stood_until = run->base;
  gint64 stood = 0;

  for (guint i = 0; i < run->terms->n_suspensions; i++)
    {
      const GgovSuspension *suspension = &run->suspensions[i];
      gint64 from = MAX (count (run, suspension->from), stood_until);

      stood_until = MAX (count (run, MIN (suspension->to, now)), from);
      stood += stood_until - from;
    }

  return stood;
}

gboolean
ggov_deadline_get_left (GgovOfficeClock          *clock,
                        const GgovDeadlineTerms  *terms,
                        gint64                    now,
                        gint64                   *minutes,
                        GError                  **error)
{
  g_auto(GgovDeadlineRun) run = { 0 };
  gint64 used;

  g_return_val_if_fail (clock != NULL, FALSE);
  g_return_val_if_fail (terms != NULL && terms->limit.count > 0, FALSE);
  g_return_val_if_fail (minutes != NULL, FALSE);

  if (!_ggov_deadline_run (clock, terms, &run, error))
    return FALSE;

  used = MAX (count (&run, now) - run.base, 0) - count_stood (&run, now);
  if (run.due == GGOV_DEADLINE_NONE || now < run.due)
    *minutes = ggov_office_clock_get_minutes (clock, run.pace, MAX (run.total - used, 0));
  else
    *minutes = ggov_office_clock_count (clock, GGOV_PACE_WORKING_HOURS, run.due) -
               ggov_office_clock_count (clock, GGOV_PACE_WORKING_HOURS, now);

  return TRUE;
}
