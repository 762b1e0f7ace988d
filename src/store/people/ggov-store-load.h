/* ggov-store-load.h: who looks after how much
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-load.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_load_async:
 * @as_of: ISO day
 *
 * Counts for each holder of a post on a grid, and for whoever has several posts of one role or an
 * open issue, the households, units and open issues they have on that day. Full-time members with
 * more than GGOV_LOAD_MOST or fewer than GGOV_LOAD_LEAST households come first.
 */
void        ggov_store_list_load_async  (GgovStore            *self,
                                         const char           *as_of,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/**
 * ggov_store_list_load_finish:
 *
 * Returns: (transfer full) (element-type GgovLoad)
 */
GListModel *ggov_store_list_load_finish (GgovStore            *self,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
