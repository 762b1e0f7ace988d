/* ggov-store-rewards.h: what points buy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-reward.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* Finds the rewards that are on offer on an ISO day, by venue, the cheapest first; those out of
 * stock are among them. */
void        ggov_store_list_rewards_async       (GgovStore            *self,
                                                 const char           *as_of,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * ggov_store_list_rewards_finish:
 *
 * Returns: (transfer full) (element-type GgovReward)
 */
GListModel *ggov_store_list_rewards_finish      (GgovStore            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
