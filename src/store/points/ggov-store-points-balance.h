/* ggov-store-points-balance.h: what one account holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/* Asks what an account held at the end of an ISO day, with all that belong to it. From its last
 * checkpoint on, so that it takes no longer in a long ledger than in a short one; what was written
 * later than the day is taken off one by one. */
void     ggov_store_get_points_balance_async  (GgovStore            *self,
                                               gint64                account_id,
                                               const char           *as_of,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/* @points: (out): 0 for an account that is not there */
gboolean ggov_store_get_points_balance_finish (GgovStore            *self,
                                               GAsyncResult         *result,
                                               gint64               *points,
                                               GError              **error);

G_END_DECLS
