/* ggov-office-clock.c: a clock that runs only while the office is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-office-clock.h"

#define N_DAYS (GGOV_CALENDAR_LAST_DAY - GGOV_CALENDAR_FIRST_DAY + 1)

/* Laid out day by day at once, some 500 kB, as the calendar is. */
struct _GgovOfficeClock
{
  gatomicrefcount   ref_count;

  GgovCalendar     *calendar;
  GgovWorkSchedule *schedule;
  int               minutes_per_day;                  /* of the hours by default */
  gint64            ticks_per_day;                    /* where days are counted */
  guint8            entries[N_DAYS];                  /* of the schedule */
  int               before[GGOV_N_PACES][N_DAYS + 1]; /* minutes or days counted before a day */
};

G_DEFINE_BOXED_TYPE (GgovOfficeClock, ggov_office_clock,
                     ggov_office_clock_ref, ggov_office_clock_unref)

/* (nullable): when the clock runs on the day, by its index; NULL where it stands */
static GgovWorkHours *
get_running (GgovOfficeClock *self,
             GgovPace         pace,
             int              index)
{
  GgovWorkHours *hours = ggov_work_schedule_get_hours_at (self->schedule, self->entries[index]);

  if (pace == GGOV_PACE_CALENDAR_DAYS)
    return hours ? hours : ggov_work_schedule_get_hours_at (self->schedule, 0);

  return ggov_calendar_is_working (self->calendar, GGOV_CALENDAR_FIRST_DAY + index) ? hours : NULL;
}

static void
lay_out (GgovOfficeClock *self)
{
  for (int i = 0; i < N_DAYS; i++)
    {
      self->entries[i] = ggov_work_schedule_find (self->schedule, GGOV_CALENDAR_FIRST_DAY + i);
      for (GgovPace pace = 0; pace < GGOV_N_PACES; pace++)
        {
          GgovWorkHours *hours = get_running (self, pace, i);
          int counted = 0;

          if (hours)
            counted = pace == GGOV_PACE_WORKING_HOURS ? ggov_work_hours_get_minutes (hours) : 1;
          self->before[pace][i + 1] = self->before[pace][i] + counted;
        }
    }
}

GgovOfficeClock *
ggov_office_clock_new (GgovCalendar     *calendar,
                       GgovWorkSchedule *schedule)
{
  GgovOfficeClock *self = NULL;

  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (schedule != NULL, NULL);

  self = g_new0 (GgovOfficeClock, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->calendar = ggov_calendar_ref (calendar);
  self->schedule = ggov_work_schedule_ref (schedule);
  self->minutes_per_day =
    ggov_work_hours_get_minutes (ggov_work_schedule_get_hours_at (schedule, 0));
  self->ticks_per_day = ggov_work_schedule_get_ticks_per_day (schedule);
  lay_out (self);

  return self;
}

GgovOfficeClock *
ggov_office_clock_new_default (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autoptr(GgovWorkSchedule) schedule = ggov_work_schedule_new_default ();

  return ggov_office_clock_new (calendar, schedule);
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
  ggov_work_schedule_unref (self->schedule);
  g_free (self);
}

GgovCalendar *
ggov_office_clock_get_calendar (GgovOfficeClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->calendar;
}

GgovWorkSchedule *
ggov_office_clock_get_schedule (GgovOfficeClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->schedule;
}

GgovWorkHours *
ggov_office_clock_get_hours (GgovOfficeClock *self,
                             int              day)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (day >= GGOV_CALENDAR_FIRST_DAY && day <= GGOV_CALENDAR_LAST_DAY, NULL);

  return ggov_work_schedule_get_hours_at (self->schedule,
                                          self->entries[day - GGOV_CALENDAR_FIRST_DAY]);
}

gboolean
ggov_office_clock_is_working (GgovOfficeClock *self,
                              int              day)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (day >= GGOV_CALENDAR_FIRST_DAY && day <= GGOV_CALENDAR_LAST_DAY, FALSE);

  return get_running (self, GGOV_PACE_WORKING_DAYS, day - GGOV_CALENDAR_FIRST_DAY) != NULL;
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
ggov_office_clock_measure (GgovOfficeClock *self,
                           GgovPace         pace,
                           const GgovLimit *limit)
{
  gint64 count = limit->count;

  g_return_val_if_fail (self != NULL, 0);

  if (limit->unit == GGOV_LIMIT_WORKING_HOURS)
    return pace == GGOV_PACE_WORKING_HOURS
             ? count * 60
             : count * 60 * (self->ticks_per_day / self->minutes_per_day);

  return count * (pace == GGOV_PACE_WORKING_HOURS ? self->minutes_per_day : self->ticks_per_day);
}

gint64
ggov_office_clock_get_minutes (GgovOfficeClock *self,
                               GgovPace         pace,
                               gint64           ticks)
{
  g_return_val_if_fail (self != NULL, 0);

  if (pace == GGOV_PACE_WORKING_HOURS)
    return ticks;

  return ticks / (self->ticks_per_day / self->minutes_per_day);
}

/* Ticks that the clock has made on a day by a minute of it. */
static gint64
count_within (GgovOfficeClock *self,
              GgovPace         pace,
              GgovWorkHours   *hours,
              int              minute)
{
  gint64 worked = ggov_work_hours_count (hours, minute);

  if (pace == GGOV_PACE_WORKING_HOURS)
    return worked;

  return worked * (self->ticks_per_day / ggov_work_hours_get_minutes (hours));
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
  int index = day - GGOV_CALENDAR_FIRST_DAY;
  GgovWorkHours *hours;
  gint64 before;

  g_return_val_if_fail (self != NULL, 0);

  hours = get_running (self, pace, index);
  before = self->before[pace][index];
  if (pace != GGOV_PACE_WORKING_HOURS)
    before *= self->ticks_per_day;

  return before + (hours ? count_within (self, pace, hours, minute) : 0);
}

/* The first day by whose end more than @before minutes or days are counted, or -1. */
static int
find_day (const int *counted,
          gint64     before)
{
  int low = 0, high = N_DAYS;

  if (counted[N_DAYS] <= before)
    return -1;

  while (high - low > 1)
    {
      int middle = low + (high - low) / 2;

      if (counted[middle] > before)
        high = middle;
      else
        low = middle;
    }

  return low;
}

gboolean
ggov_office_clock_reach (GgovOfficeClock *self,
                         GgovPace         pace,
                         gint64           count,
                         gint64          *time)
{
  gboolean in_hours = pace == GGOV_PACE_WORKING_HOURS;
  GgovWorkHours *hours;
  gint64 per_minute = 1;
  gint64 per_day = 1;
  gint64 worked;
  int index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (count >= 1, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  /* A day that is just full is reached at its end, not when the next begins. */
  if (!in_hours)
    per_day = self->ticks_per_day;
  index = find_day (self->before[pace], (count - 1) / per_day);
  if (index < 0)
    return FALSE;

  hours = get_running (self, pace, index);
  if (!in_hours)
    per_minute = per_day / ggov_work_hours_get_minutes (hours);
  worked = (count - self->before[pace][index] * per_day + per_minute - 1) / per_minute;
  *time = ggov_local_time_from_day (GGOV_CALENDAR_FIRST_DAY + index,
                                    ggov_work_hours_reach (hours, worked));

  return TRUE;
}
