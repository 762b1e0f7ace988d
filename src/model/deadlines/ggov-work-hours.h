/* ggov-work-hours.h: when the office is open on a day it works
 *
 * Several spans a day, the same on every working day. Work hours never change; reading them from
 * any thread is safe. Moments of a day are minutes since its midnight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_WORK_HOURS (ggov_work_hours_get_type ())

typedef struct _GgovWorkHours GgovWorkHours;

GType          ggov_work_hours_get_type       (void);

/**
 * ggov_work_hours_new_default:
 *
 * Returns: (transfer full): 08:30 to 12:00 and 14:00 to 17:30, seven hours
 */
GgovWorkHours *ggov_work_hours_new_default    (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_work_hours_new_parse:
 * @text: "08:30-12:00,14:00-17:30": spans in order, none touching the next, up to 24:00
 * @error: return location for a GgovModelError (SYNTAX or RANGE), or NULL
 *
 * Returns: (transfer full): the hours, or NULL with @error set
 */
GgovWorkHours *ggov_work_hours_new_parse      (const char     *text,
                                               GError        **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

GgovWorkHours *ggov_work_hours_ref            (GgovWorkHours  *self);
void           ggov_work_hours_unref          (GgovWorkHours  *self);

/**
 * ggov_work_hours_to_string:
 *
 * Returns: (transfer full): the text ggov_work_hours_new_parse() reads
 */
char          *ggov_work_hours_to_string      (GgovWorkHours  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_work_hours_get_minutes:
 *
 * Returns: minutes of work in a day, 1 to 1440
 */
int            ggov_work_hours_get_minutes    (GgovWorkHours  *self);

/**
 * ggov_work_hours_get_opening:
 *
 * Returns: the minute of the day at which work begins
 */
int            ggov_work_hours_get_opening    (GgovWorkHours  *self);

/**
 * ggov_work_hours_get_closing:
 *
 * Returns: the minute of the day at which work ends
 */
int            ggov_work_hours_get_closing    (GgovWorkHours  *self);

/**
 * ggov_work_hours_count:
 * @minute: a minute of the day, 0 to 1440
 *
 * Returns: minutes worked from midnight to @minute
 */
int            ggov_work_hours_count          (GgovWorkHours  *self,
                                               int             minute);

/**
 * ggov_work_hours_reach:
 * @worked: minutes of work, 1 to ggov_work_hours_get_minutes()
 *
 * The inverse of ggov_work_hours_count(): a count that is full at noon is reached at noon, not
 * when work begins again.
 *
 * Returns: the earliest minute of the day by which @worked minutes have been worked
 */
int            ggov_work_hours_reach          (GgovWorkHours  *self,
                                               int             worked);

/**
 * ggov_work_hours_is_open:
 * @minute: a minute of the day, 0 to 1439
 * @until: (out) (optional): the minute at which that changes, at most 1440
 *
 * Returns: whether the minute that begins at @minute is worked
 */
gboolean       ggov_work_hours_is_open        (GgovWorkHours  *self,
                                               int             minute,
                                               int            *until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovWorkHours, ggov_work_hours_unref)

G_END_DECLS
