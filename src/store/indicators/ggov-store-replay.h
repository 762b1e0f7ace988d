/* ggov-store-replay.h: reading the issues of a past time to see them under other rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-replay.h"
#include "ggov-store.h"

G_BEGIN_DECLS

#define GGOV_REPLAY_NEW_GRID "+"

/**
 * ggov_store_read_replay_async:
 * @from: the first instant, seconds since 1970-01-01T00:00:00Z
 * @to: the first after it
 * @now: the moment to look from
 * @plan_id: a plan or a draft of one, that says on which grid a building, or a place without one, would
 *   have been; or 0. A grid without a code has GGOV_REPLAY_NEW_GRID and its number in the plan instead
 *
 * Reads the issues that were reported in a time and filed, not those that are void, with what was done
 * with them.
 */
void        ggov_store_read_replay_async  (GgovStore            *self,
                                           gint64                from,
                                           gint64                to,
                                           gint64                now,
                                           gint64                plan_id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);

GgovReplay *ggov_store_read_replay_finish (GgovStore            *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
