/* ggov-clock-wish.h: the office's clock, but for what somebody would have otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-office-clock.h"

G_BEGIN_DECLS

/**
 * GgovClockWish:
 * @hours: (nullable): work hours, as ggov_work_schedule_new_parse() reads them
 * @days: (nullable): days that are off or worked besides those that are known, entries with a comma, a
 *   semicolon or a line's end between them: "2025-10-09 off, 2025-09-28 on"; 休 and 班 say the same
 * @notice: (nullable): a year's notice in the place of the one that is known, as
 *   ggov_calendar_with_json() reads it
 *
 * What is NULL or empty stays as it is.
 */
typedef struct
{
  const char *hours;
  const char *days;
  GBytes     *notice;
} GgovClockWish;

/**
 * ggov_clock_wish_make:
 * @own: the office's clock
 * @error: a GgovModelError with a translated sentence, or NULL
 *
 * Returns: (transfer full): the other clock, or @own where nothing is wished; NULL with @error set
 */
GgovOfficeClock *ggov_clock_wish_make (const GgovClockWish  *self,
                                       GgovOfficeClock      *own,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
