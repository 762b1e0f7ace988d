/* ggov-office-clock.h: a clock that runs only while the office is open
 *
 * A calendar and the hours of a day together. The clock reads minutes of work since the calendar's
 * first day; between two moments it has advanced by the time worked. It never changes; reading it
 * from any thread is safe, and costs a few look-ups.
 *
 * Times are seconds since 1970-01-01T00:00:00Z; the clock looks at whole minutes and drops what is
 * over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-calendar.h"
#include "ggov-work-hours.h"

G_BEGIN_DECLS

#define GGOV_TYPE_OFFICE_CLOCK (ggov_office_clock_get_type ())

typedef struct _GgovOfficeClock GgovOfficeClock;

/**
 * GgovPace:
 * @GGOV_PACE_WORKING_DAYS: the clock runs in the work hours of working days
 * @GGOV_PACE_EVERY_DAY: the clock runs in the work hours of every day, whatever the calendar says
 */
typedef enum
{
  GGOV_PACE_WORKING_DAYS,
  GGOV_PACE_EVERY_DAY,
} GgovPace;

GType            ggov_office_clock_get_type      (void);

/**
 * ggov_office_clock_new:
 * @calendar: (transfer none): which days are worked
 * @hours: (transfer none): when on those days
 */
GgovOfficeClock *ggov_office_clock_new           (GgovCalendar     *calendar,
                                                  GgovWorkHours    *hours)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_office_clock_new_default:
 *
 * Returns: (transfer full): a clock of the built-in calendar and the default hours
 */
GgovOfficeClock *ggov_office_clock_new_default   (void) G_GNUC_WARN_UNUSED_RESULT;

GgovOfficeClock *ggov_office_clock_ref           (GgovOfficeClock  *self);
void             ggov_office_clock_unref         (GgovOfficeClock  *self);

GgovCalendar    *ggov_office_clock_get_calendar  (GgovOfficeClock  *self);
GgovWorkHours   *ggov_office_clock_get_hours     (GgovOfficeClock  *self);

/**
 * ggov_office_clock_covers:
 * @time: a time
 *
 * Returns: whether @time lies in the calendar's range
 */
gboolean         ggov_office_clock_covers        (GgovOfficeClock  *self,
                                                  gint64            time);

/**
 * ggov_office_clock_count:
 * @pace: on which days the clock runs
 * @time: a time; one outside the calendar's range is taken for the range's end
 *
 * Returns: minutes on the clock at @time
 */
gint64           ggov_office_clock_count         (GgovOfficeClock  *self,
                                                  GgovPace          pace,
                                                  gint64            time);

/**
 * ggov_office_clock_reach:
 * @pace: on which days the clock runs
 * @count: minutes on the clock, at least 1
 * @time: (out): the earliest time at which the clock shows @count
 *
 * Returns: TRUE, or FALSE where the calendar's range has not so many minutes, with @time left as it
 *   was
 */
gboolean         ggov_office_clock_reach         (GgovOfficeClock  *self,
                                                  GgovPace          pace,
                                                  gint64            count,
                                                  gint64           *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovOfficeClock, ggov_office_clock_unref)

G_END_DECLS
