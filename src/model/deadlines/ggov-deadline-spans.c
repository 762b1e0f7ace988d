/* ggov-deadline-spans.c: why a deadline is when it is, span by span
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-deadline-private.h"
#include "ggov-local-time.h"

/* By GgovSpanReason. */
static const struct
{
  const char *code;
  const char *label;
} reasons[] = {
  { "working", N_("Working time") },
  { "make-up", N_("Make-up workday") },
  { "start-day", N_("First day, not counted") },
  { "break", N_("Break") },
  { "closed", N_("Office closed") },
  { "weekend", N_("Weekend") },
  { "holiday", N_("Public holiday") },
  { "suspended", N_("Suspended") },
  { "moved", N_("Moved to the next working day") },
};

/* The suspension that holds @time and lasts longest, or NULL. @next is pulled to the nearest
 * beginning of one after @time. */
static const GgovSuspension *
find_suspension (const GgovDeadlineRun *run,
                 gint64                 time,
                 gint64                *next)
{
  const GgovSuspension *found = NULL;

  for (guint i = 0; i < run->terms->n_suspensions; i++)
    {
      const GgovSuspension *suspension = &run->suspensions[i];

      if (suspension->from > time)
        *next = MIN (*next, suspension->from);
      else if (suspension->to > time && (found == NULL || suspension->to > found->to))
        found = suspension;
    }

  return found;
}

/* A day that the clock runs on, told by hours. */
static void
tell_hours (const GgovDeadlineRun *run,
            GgovDeadlineSpan      *span,
            int                    day,
            GgovSpanReason         reason)
{
  GgovWorkHours *hours = ggov_office_clock_get_hours (run->clock, day);
  int minute = (span->from - ggov_local_time_from_day (day, 0)) / 60;
  int until;

  if (ggov_work_hours_is_open (hours, minute, &until))
    span->reason = reason;
  else if (minute < ggov_work_hours_get_opening (hours) ||
           minute >= ggov_work_hours_get_closing (hours))
    span->reason = GGOV_SPAN_CLOSED;
  else
    span->reason = GGOV_SPAN_BREAK;

  if (span->reason != reason)
    span->name = NULL;
  span->to = MIN (span->to, ggov_local_time_from_day (day, until));
}

/* A day on which nothing but the calendar decides. */
static void
tell_day (const GgovDeadlineRun *run,
          GgovDeadlineSpan      *span,
          int                    day)
{
  GgovCalendar *calendar = ggov_office_clock_get_calendar (run->clock);
  GgovDayKind kind = ggov_calendar_get_kind (calendar, day, &span->name);

  if (run->pace == GGOV_PACE_CALENDAR_DAYS)
    {
      span->reason = GGOV_SPAN_WORKING;
      span->name = NULL;
    }
  else if (kind == GGOV_DAY_WEEKEND)
    span->reason = GGOV_SPAN_WEEKEND;
  else if (kind == GGOV_DAY_HOLIDAY)
    span->reason = GGOV_SPAN_HOLIDAY;
  else if (!ggov_office_clock_is_working (run->clock, day))
    {
      span->reason = GGOV_SPAN_CLOSED;
      span->name = NULL;
    }
  else
    {
      span->reason = kind == GGOV_DAY_MAKE_UP ? GGOV_SPAN_MAKE_UP : GGOV_SPAN_WORKING;
      if (run->terms->limit.unit == GGOV_LIMIT_WORKING_HOURS)
        tell_hours (run, span, day, span->reason);
    }
}

/* The span that begins at @from; its minutes are still to be counted. */
static GgovDeadlineSpan
tell_span (const GgovDeadlineRun *run,
           gint64                 from)
{
  int day = ggov_local_time_get_day (from);
  GgovDeadlineSpan span = { from, MIN (ggov_local_time_from_day (day + 1, 0), run->due) };
  const GgovSuspension *suspension = NULL;

  if (from < run->begin)
    {
      span.reason = GGOV_SPAN_START_DAY;
      return span;
    }
  if (from >= run->run_out)
    {
      span.to = run->due;
      span.reason = GGOV_SPAN_MOVED;
      return span;
    }

  span.to = MIN (span.to, run->run_out);
  suspension = find_suspension (run, from, &span.to);
  if (suspension != NULL)
    {
      span.to = MIN (suspension->to, run->due);
      span.reason = GGOV_SPAN_SUSPENDED;
      return span;
    }

  tell_day (run, &span, day);
  return span;
}

/* Minutes that the clock has made since it began: those of the spans add up without a rest. */
static gint64
count_since_begin (const GgovDeadlineRun *run,
                   gint64                 time)
{
  gint64 ticks = ggov_office_clock_count (run->clock, run->pace, time) - run->base;

  return ggov_office_clock_get_minutes (run->clock, run->pace, ticks);
}

static guint
count_minutes (const GgovDeadlineRun  *run,
               const GgovDeadlineSpan *span)
{
  if (span->reason != GGOV_SPAN_WORKING && span->reason != GGOV_SPAN_MAKE_UP)
    return 0;

  return count_since_begin (run, span->to) - count_since_begin (run, span->from);
}

/* A night or a weekend is one span, not two with midnight between them. */
static void
append_span (GArray                 *spans,
             const GgovDeadlineSpan *span)
{
  GgovDeadlineSpan *last = NULL;

  if (spans->len > 0)
    last = &g_array_index (spans, GgovDeadlineSpan, spans->len - 1);

  if (last != NULL && last->reason == span->reason && last->name == span->name &&
      last->minutes == 0 && span->minutes == 0)
    last->to = span->to;
  else
    g_array_append_vals (spans, span, 1);
}

GArray *
ggov_deadline_explain (GgovOfficeClock          *clock,
                       const GgovDeadlineTerms  *terms,
                       GError                  **error)
{
  g_auto(GgovDeadlineRun) run = { 0 };
  GArray *spans = NULL;
  gint64 from;

  g_return_val_if_fail (clock != NULL, NULL);
  g_return_val_if_fail (terms != NULL && terms->limit.count > 0, NULL);

  if (!_ggov_deadline_run (clock, terms, &run, error))
    return NULL;

  spans = g_array_new (FALSE, FALSE, sizeof (GgovDeadlineSpan));
  for (from = terms->start; from < run.due; )
    {
      GgovDeadlineSpan span = tell_span (&run, from);

      span.minutes = count_minutes (&run, &span);
      append_span (spans, &span);
      from = span.to;
    }

  return spans;
}

const char *
ggov_span_reason_get_code (GgovSpanReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), NULL);

  return reasons[reason].code;
}

const char *
ggov_span_reason_get_label (GgovSpanReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), NULL);

  return _(reasons[reason].label);
}
