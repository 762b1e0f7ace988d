/* ggov-local-time.h: dates and times of day as the office's clock shows them
 *
 * The office lives by one clock, Asia/Shanghai: UTC+8 all year. (Summer time was kept there until
 * 1991; moments before 1992 may be an hour off and no deadline lies there. Dates are not touched.)
 * A "time" is seconds since 1970-01-01T00:00:00Z; a "day" is the number of a local date, with
 * 1970-01-01 as day 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_LOCAL_TIME_MINUTES_PER_DAY 1440

/**
 * ggov_local_time_parse:
 * @text: "2026-02-13T16:30" or "2026-02-13T16:30:05" (a blank may stand for the T), local time,
 *   or a bare date, which means its midnight
 * @time: (out): seconds since 1970-01-01T00:00:00Z
 * @error: return location for a GgovModelError (SYNTAX or RANGE), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @time left as it was
 */
gboolean  ggov_local_time_parse        (const char  *text,
                                        gint64      *time,
                                        GError     **error);

/**
 * ggov_local_time_format:
 * @time: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: (transfer full): local time to the minute, "2026-02-14T11:30"; seconds are dropped
 */
char     *ggov_local_time_format       (gint64       time) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_local_time_get_day:
 * @time: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: the day @time lies in
 */
int       ggov_local_time_get_day      (gint64       time);

/**
 * ggov_local_time_from_day:
 * @day: a day
 * @minute: minutes since that day's midnight; may pass 1440
 *
 * Returns: seconds since 1970-01-01T00:00:00Z
 */
gint64    ggov_local_time_from_day     (int          day,
                                        int          minute);

/**
 * ggov_local_day_from_date:
 * @year: a year of the Gregorian calendar
 * @month: 1 to 12
 * @day_of_month: 1 to 31; not checked against the month
 *
 * Returns: the day
 */
int       ggov_local_day_from_date     (int          year,
                                        int          month,
                                        int          day_of_month);

/**
 * ggov_local_day_to_date:
 * @day: a day
 * @year: (out) (nullable): its year
 * @month: (out) (nullable): its month, 1 to 12
 * @day_of_month: (out) (nullable): its day of the month, 1 to 31
 */
void      ggov_local_day_to_date       (int          day,
                                        int         *year,
                                        int         *month,
                                        int         *day_of_month);

/**
 * ggov_local_day_get_weekday:
 * @day: a day
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int       ggov_local_day_get_weekday   (int          day);

/**
 * ggov_local_day_parse:
 * @text: "2026-02-13"
 * @day: (out): the day
 * @error: return location for a GgovModelError (SYNTAX or RANGE), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @day left as it was
 */
gboolean  ggov_local_day_parse         (const char  *text,
                                        int         *day,
                                        GError     **error);

/**
 * ggov_local_day_format:
 * @day: a day
 *
 * Returns: (transfer full): "2026-02-13"
 */
char     *ggov_local_day_format        (int          day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
