/* ggov-store-follow-ups.h: calls to whoever reported an issue, after it was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-follow-up.h"

G_BEGIN_DECLS

/* The table they are kept in, for the store's `changed` signal. */
#define GGOV_STORE_FOLLOW_UPS "follow_up"

/**
 * ggov_store_list_follow_ups_async:
 * @now: the moment to look at, seconds since 1970-01-01T00:00:00Z
 * @n_days: how many days back a closing is still asked about
 *
 * Lists the calls that are to be made: of each issue that was closed in these days and whose reporter
 * was not reached since, once the next working day has begun.
 */
void        ggov_store_list_follow_ups_async  (GgovStore            *self,
                                               gint64                now,
                                               guint                 n_days,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/* Returns: (transfer full) (element-type GgovFollowUp): what was closed first, first */
GListModel *ggov_store_list_follow_ups_finish (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovFollowUpCall:
 * @issue_id: an issue that is closed
 * @is_reached: whether somebody answered
 * @satisfaction: how satisfied they are, 1 to 5; 0 where nobody was reached
 * @note: (nullable): what they said
 * @at: when, seconds since 1970-01-01T00:00:00Z; 0 for now
 *
 * A call.
 */
typedef struct
{
  gint64      issue_id;
  gboolean    is_reached;
  guint       satisfaction;
  const char *note;
  gint64      at;
} GgovFollowUpCall;

/**
 * ggov_store_log_follow_up_async:
 * @call: copied
 *
 * Logs a call, as one change. Where the reporter is not satisfied the issue goes back in the same
 * change: for rework, or opened again where it was evaluated already. Refused with
 * GGOV_STORE_ERROR_REFUSED and a sentence where the issue is not closed, or the call is no call. End with
 * ggov_store_change_finish().
 */
void        ggov_store_log_follow_up_async    (GgovStore              *self,
                                               const GgovFollowUpCall *call,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);

G_END_DECLS
