/* ggov-store-ladder.h: reminders, reminder notices, criticism and reports upward
 *
 * Times are seconds since 1970-01-01T00:00:00Z. The writes are changes that can be undone; end them
 * with ggov_store_change_finish().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-ladder-step.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* The tables it is kept in, for the store's `changed` signal. */
#define GGOV_STORE_LADDER       "ladder"
#define GGOV_STORE_LADDER_STEPS "ladder_step"

/* Which office's ladder: (transfer full) the text ggov_ladder_parse() reads. */
void        ggov_store_get_ladder_async     (GgovStore            *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
char       *ggov_store_get_ladder_finish    (GgovStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* Refused with GGOV_STORE_ERROR_REFUSED and a sentence where @entries cannot be read. */
void        ggov_store_set_ladder_async     (GgovStore            *self,
                                             const char           *entries,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * ggov_store_list_ladder_async:
 * @now: the moment to look at
 *
 * Finds what is to be done then, as ggov_ladder_find_step() says, for every issue whose clock runs;
 * what hardens most first, then what was due first.
 */
void        ggov_store_list_ladder_async    (GgovStore            *self,
                                             gint64                now,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * ggov_store_list_notices_async:
 * @from: an instant
 * @to: a later one
 *
 * Finds the reminder notices that were logged from @from to before @to, by when.
 */
void        ggov_store_list_notices_async   (GgovStore            *self,
                                             gint64                from,
                                             gint64                to,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/* Returns: (transfer full) (element-type GgovLadderStep): of either */
GListModel *ggov_store_list_ladder_finish   (GgovStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error)
                                             G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_climb_ladder_async:
 * @now: the moment to look at
 * @issue_id: the issue, or 0 for all
 * @n_steps: (out) (nullable): how many steps were logged; must stay good until the call ends
 *
 * Logs what is to be done: each step in the issue's history. Refused with GGOV_STORE_ERROR_REFUSED
 * where nothing is.
 */
void        ggov_store_climb_ladder_async   (GgovStore            *self,
                                             gint64                now,
                                             gint64                issue_id,
                                             guint                *n_steps,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * ggov_store_log_printed_async:
 * @from: as ggov_store_list_notices_async()
 * @to: so is this
 * @at: when they were printed
 * @n_notices: (out) (nullable): how many had not been; must stay good until the call ends
 *
 * Logs that the notices of a time were printed. Refused with GGOV_STORE_ERROR_REFUSED where there is
 * none that was not.
 */
void        ggov_store_log_printed_async    (GgovStore            *self,
                                             gint64                from,
                                             gint64                to,
                                             gint64                at,
                                             guint                *n_notices,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

G_END_DECLS
