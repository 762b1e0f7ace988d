/* ggov-office-clock.h: a clock that runs only while the office is open
 *
 * A calendar and a schedule of work hours together. The clock reads ticks since the calendar's
 * first day; between two moments it has advanced by the time worked. What a tick is depends on the
 * pace: a minute of work where hours are counted; a share of a day where days are, so that a short
 * day in winter counts as much as a long one in summer. The clock never changes; reading it from
 * any thread is safe, and costs a few look-ups.
 *
 * Times are seconds since 1970-01-01T00:00:00Z; the clock looks at whole minutes and drops what is
 * over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-calendar.h"
#include "ggov-limit.h"
#include "ggov-work-schedule.h"

G_BEGIN_DECLS

#define GGOV_TYPE_OFFICE_CLOCK (ggov_office_clock_get_type ())

typedef struct _GgovOfficeClock GgovOfficeClock;

/**
 * GgovPace:
 * @GGOV_PACE_WORKING_HOURS: runs in the work hours of working days; a tick is a minute
 * @GGOV_PACE_WORKING_DAYS: the same, but every working day has the same number of ticks
 * @GGOV_PACE_CALENDAR_DAYS: runs in the work hours of every day, whatever the calendar says, in
 *   those that hold by default where the office is closed; every day has the same number of ticks
 */
typedef enum
{
  GGOV_PACE_WORKING_HOURS,
  GGOV_PACE_WORKING_DAYS,
  GGOV_PACE_CALENDAR_DAYS,
} GgovPace;

#define GGOV_N_PACES (GGOV_PACE_CALENDAR_DAYS + 1)

GType            ggov_office_clock_get_type      (void);

/**
 * ggov_office_clock_new:
 * @calendar: (transfer none): which days are worked
 * @schedule: (transfer none): when on those days
 */
GgovOfficeClock *ggov_office_clock_new           (GgovCalendar     *calendar,
                                                  GgovWorkSchedule *schedule)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_office_clock_new_default:
 *
 * Returns: (transfer full): a clock of the built-in calendar and the default hours
 */
GgovOfficeClock *ggov_office_clock_new_default   (void) G_GNUC_WARN_UNUSED_RESULT;

GgovOfficeClock *ggov_office_clock_ref           (GgovOfficeClock  *self);
void             ggov_office_clock_unref         (GgovOfficeClock  *self);

GgovCalendar     *ggov_office_clock_get_calendar (GgovOfficeClock  *self);
GgovWorkSchedule *ggov_office_clock_get_schedule (GgovOfficeClock  *self);

/**
 * ggov_office_clock_get_hours:
 * @day: a day of the calendar's range
 *
 * Returns: (transfer none) (nullable): the work hours if @day is worked; NULL where the schedule has
 *   the office closed on it
 */
GgovWorkHours   *ggov_office_clock_get_hours     (GgovOfficeClock  *self,
                                                  int               day);

/**
 * ggov_office_clock_is_working:
 * @day: a day of the calendar's range
 *
 * Returns: whether there are work hours on @day
 */
gboolean         ggov_office_clock_is_working    (GgovOfficeClock  *self,
                                                  int               day);

/**
 * ggov_office_clock_covers:
 * @time: a time
 *
 * Returns: whether @time lies in the calendar's range
 */
gboolean         ggov_office_clock_covers        (GgovOfficeClock  *self,
                                                  gint64            time);

/**
 * ggov_office_clock_measure:
 * @pace: on which days the clock runs
 * @limit: an amount of time; working hours where days are counted, or the other way round, by the
 *   length of a day that has the hours by default
 *
 * Returns: its ticks
 */
gint64           ggov_office_clock_measure       (GgovOfficeClock  *self,
                                                  GgovPace          pace,
                                                  const GgovLimit  *limit);

/**
 * ggov_office_clock_get_minutes:
 * @pace: on which days the clock runs
 * @ticks: ticks, 0 or more
 *
 * Returns: the whole minutes that are in @ticks, by the length of a day that has the hours by
 *   default
 */
gint64           ggov_office_clock_get_minutes   (GgovOfficeClock  *self,
                                                  GgovPace          pace,
                                                  gint64            ticks);

/**
 * ggov_office_clock_count:
 * @pace: on which days the clock runs
 * @time: a time; one outside the calendar's range is taken for the range's end
 *
 * Returns: ticks on the clock at @time
 */
gint64           ggov_office_clock_count         (GgovOfficeClock  *self,
                                                  GgovPace          pace,
                                                  gint64            time);

/**
 * ggov_office_clock_reach:
 * @pace: on which days the clock runs
 * @count: ticks on the clock, at least 1
 * @time: (out): the earliest minute at which the clock shows @count or more
 *
 * Returns: TRUE, or FALSE where the calendar's range has not so many ticks, with @time left as it
 *   was
 */
gboolean         ggov_office_clock_reach         (GgovOfficeClock  *self,
                                                  GgovPace          pace,
                                                  gint64            count,
                                                  gint64           *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovOfficeClock, ggov_office_clock_unref)

G_END_DECLS
