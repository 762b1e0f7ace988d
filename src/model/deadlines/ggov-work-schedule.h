/* ggov-work-schedule.h: the work hours of each day of the year
 *
 * Hours that hold by default, others for a season that comes back every year (summer and winter
 * hours), others for certain days of one year, and days on which the office is closed although the
 * calendar has them worked. A schedule never changes; reading it from any thread is safe.
 *
 * Days are numbered as in ggov-local-time.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-work-hours.h"

G_BEGIN_DECLS

#define GGOV_TYPE_WORK_SCHEDULE (ggov_work_schedule_get_type ())

/* More than any office needs. */
#define GGOV_WORK_SCHEDULE_MAX_ENTRIES 64

typedef struct _GgovWorkSchedule GgovWorkSchedule;

GType             ggov_work_schedule_get_type     (void);

/**
 * ggov_work_schedule_new_default:
 *
 * Returns: (transfer full): the hours of ggov_work_hours_new_default() on every day
 */
GgovWorkSchedule *ggov_work_schedule_new_default  (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_work_schedule_new_parse:
 * @text: entries with a semicolon or a line's end between them. The first are the hours by default,
 *   "08:30-12:00,14:00-17:30"; then "05-01..09-30 08:30-12:00,14:30-18:00" for a season, which may
 *   go past the year's end, "2026-02-13 08:30-12:00" for a day, "2026-02-13..2026-02-15 closed" for
 *   days of one year. Where several speak of a day, the last one holds.
 * @error: return location for a GgovModelError (SYNTAX or RANGE) with a translated sentence that
 *   names the entry, or NULL
 *
 * Returns: (transfer full): the schedule, or NULL with @error set
 */
GgovWorkSchedule *ggov_work_schedule_new_parse    (const char        *text,
                                                   GError           **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

GgovWorkSchedule *ggov_work_schedule_ref          (GgovWorkSchedule  *self);
void              ggov_work_schedule_unref        (GgovWorkSchedule  *self);

/**
 * ggov_work_schedule_to_string:
 *
 * Returns: (transfer full): the text ggov_work_schedule_new_parse() reads, an entry a line
 */
char             *ggov_work_schedule_to_string    (GgovWorkSchedule  *self)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_work_schedule_get_n_entries:
 *
 * Returns: how many entries there are, at least 1
 */
guint             ggov_work_schedule_get_n_entries (GgovWorkSchedule *self);

/**
 * ggov_work_schedule_get_hours_at:
 * @index: an entry; 0 for the hours by default
 *
 * Returns: (transfer none) (nullable): its hours, or NULL where the office is closed
 */
GgovWorkHours    *ggov_work_schedule_get_hours_at (GgovWorkSchedule  *self,
                                                   guint              index);

/**
 * ggov_work_schedule_find:
 * @day: a day
 *
 * Returns: the entry that holds on it
 */
guint             ggov_work_schedule_find         (GgovWorkSchedule  *self,
                                                   int                day);

/**
 * ggov_work_schedule_get_ticks_per_day:
 *
 * Returns: the smallest number that the minutes of every length of a day divide: what a working day
 *   is counted as, so that a short one and a long one count the same and shares of them are exact
 */
gint64            ggov_work_schedule_get_ticks_per_day (GgovWorkSchedule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovWorkSchedule, ggov_work_schedule_unref)

G_END_DECLS
