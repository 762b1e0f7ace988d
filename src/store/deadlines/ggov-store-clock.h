/* ggov-store-clock.h: the office's clock: yearly notices, its own days, its hours
 *
 * Each of the writes is one change that reckons the deadlines of all open issues again, and can be
 * undone. End them with ggov_store_change_finish().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-office-clock.h"

G_BEGIN_DECLS

/* The tables that the clock is made of, for the store's `changed` signal. */
#define GGOV_STORE_CLOCK_DAYS     "calendar_day"
#define GGOV_STORE_CLOCK_SCHEDULE "work_schedule"

void             ggov_store_get_clock_async    (GgovStore              *self,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);

/* Returns: (transfer full): the clock, or NULL with @error set. */
GgovOfficeClock *ggov_store_get_clock_finish   (GgovStore              *self,
                                                GAsyncResult           *result,
                                                GError                **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_weigh_clock_async:
 * @clock: a clock the office might have
 *
 * Counts, without writing anything, the open issues that would be due at another time on @clock.
 */
void             ggov_store_weigh_clock_async (GgovStore              *self,
                                               GgovOfficeClock        *clock,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);

/* Returns: how many, or -1 with @error set. */
int              ggov_store_weigh_clock_finish (GgovStore             *self,
                                                GAsyncResult          *result,
                                                GError               **error);

/**
 * ggov_store_take_notice_async:
 * @json: one year, as ggov_calendar_with_json() reads it
 * @n_moved: (out) (nullable): how many open issues have another deadline now; must stay good until
 *   the call ends
 *
 * Takes in the notice for a year, in the place of what was known of it. Refused with
 * GGOV_STORE_ERROR_REFUSED where the file is wrong, or names no day because nothing is announced.
 */
void             ggov_store_take_notice_async  (GgovStore              *self,
                                                GBytes                 *json,
                                                guint                  *n_moved,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);

/**
 * ggov_store_set_own_day_async:
 * @day: a day, as in ggov-local-time.h
 * @kind: GGOV_DAY_HOLIDAY or GGOV_DAY_MAKE_UP; another for what the notices say
 * @name: (nullable): why; needed for the first two
 * @n_moved: as ggov_store_take_notice_async()
 *
 * Has the office off or at work on a day whatever the yearly notice says.
 */
void             ggov_store_set_own_day_async  (GgovStore              *self,
                                                int                     day,
                                                GgovDayKind             kind,
                                                const char             *name,
                                                guint                  *n_moved,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);

/**
 * ggov_store_set_schedule_async:
 * @entries: as ggov_work_schedule_new_parse() reads it
 * @n_moved: as ggov_store_take_notice_async()
 *
 * Sets the work hours. Refused with GGOV_STORE_ERROR_REFUSED and a sentence where @entries cannot be
 * read.
 */
void             ggov_store_set_schedule_async (GgovStore              *self,
                                                const char             *entries,
                                                guint                  *n_moved,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);

G_END_DECLS
