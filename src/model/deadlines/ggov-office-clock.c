/* ggov-office-clock.c: a clock that runs only while the office is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-office-clock.h"

struct _GgovOfficeClock
{
  gatomicrefcount  ref_count;

  GgovCalendar    *calendar;
  GgovWorkHours   *hours;
};

G_DEFINE_BOXED_TYPE (GgovOfficeClock, ggov_office_clock,
                     ggov_office_clock_ref, ggov_office_clock_unref)

/* The day that is number @n on the clock, or -1. */
static int
get_nth_day (GgovOfficeClock *self,
             GgovPace         pace,
             gint64           n)
{
  if (n > GGOV_CALENDAR_LAST_DAY - GGOV_CALENDAR_FIRST_DAY)
    return -1;

  if (pace == GGOV_PACE_EVERY_DAY)
    return GGOV_CALENDAR_FIRST_DAY + n;

  return ggov_calendar_get_nth_working (self->calendar, n);
}

GgovOfficeClock *
ggov_office_clock_new (GgovCalendar  *calendar,
                       GgovWorkHours *hours)
{
  GgovOfficeClock *self = NULL;

  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (hours != NULL, NULL);

  self = g_new0 (GgovOfficeClock, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->calendar = ggov_calendar_ref (calendar);
  self->hours = ggov_work_hours_ref (hours);

  return self;
}

GgovOfficeClock *
ggov_office_clock_new_default (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autoptr(GgovWorkHours) hours = ggov_work_hours_new_default ();

  return ggov_office_clock_new (calendar, hours);
}

GgovOfficeClock *
ggov_office_clock_ref (GgovOfficeClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_office_clock_unref (GgovOfficeClock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  ggov_calendar_unref (self->calendar);
  ggov_work_hours_unref (self->hours);
  g_free (self);
}

GgovCalendar *
ggov_office_clock_get_calendar (GgovOfficeClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->calendar;
}

GgovWorkHours *
ggov_office_clock_get_hours (GgovOfficeClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hours;
}

gboolean
ggov_office_clock_covers (GgovOfficeClock *self,
                          gint64           time)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return time >= ggov_local_time_from_day (GGOV_CALENDAR_FIRST_DAY, 0) &&
         time < ggov_local_time_from_day (GGOV_CALENDAR_LAST_DAY + 1, 0);
}

gint64
ggov_office_clock_count (GgovOfficeClock *self,
                         GgovPace         pace,
                         gint64           time)
{
  gint64 first = ggov_local_time_from_day (GGOV_CALENDAR_FIRST_DAY, 0);
  gint64 end = ggov_local_time_from_day (GGOV_CALENDAR_LAST_DAY + 1, 0);
  gint64 inside = CLAMP (time, first, end - 1);
  int day = ggov_local_time_get_day (inside);
  int minute = (inside - ggov_local_time_from_day (day, 0)) / 60;
  gint64 n_days;
  gboolean runs;

  g_return_val_if_fail (self != NULL, 0);

  if (pace == GGOV_PACE_EVERY_DAY)
    {
      n_days = day - GGOV_CALENDAR_FIRST_DAY;
      runs = TRUE;
    }
  else
    {
      n_days = ggov_calendar_count_working (self->calendar, day);
      runs = ggov_calendar_is_working (self->calendar, day);
    }

  return n_days * ggov_work_hours_get_minutes (self->hours) +
         (runs ? ggov_work_hours_count (self->hours, minute) : 0);
}

gboolean
ggov_office_clock_reach (GgovOfficeClock *self,
                         GgovPace         pace,
                         gint64           count,
                         gint64          *time)
{
  int minutes_per_day;
  gint64 n_whole;
  int day;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (count >= 1, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  /* A day that is just full is reached at its end, not when the next begins. */
  minutes_per_day = ggov_work_hours_get_minutes (self->hours);
  n_whole = (count - 1) / minutes_per_day;
  day = get_nth_day (self, pace, n_whole);
  if (day < 0)
    return FALSE;

  *time = ggov_local_time_from_day (day, ggov_work_hours_reach (self->hours,
                                                                count - n_whole * minutes_per_day));
  return TRUE;
}
