/* ggov-store-register-grids.h: the register grid by grid: how fresh, how complete, what changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-register-flow.h"
#include "ggov-register-grid.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* What is known counts as fresh for so many days. */
#define GGOV_REGISTER_FRESH_DAYS 180

/* Sums up the register of each grid of a day. @grid_id: of this one only; 0 for all */
void        ggov_store_list_register_grids_async  (GgovStore            *self,
                                                   gint64                grid_id,
                                                   const char           *as_of,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

/* Returns: (transfer full) (element-type GgovRegisterGrid): by code */
GListModel *ggov_store_list_register_grids_finish (GgovStore            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_list_register_flows_async:
 * @from: ISO day the month begins on, or any other first day
 * @until: the last day; may be the same
 *
 * Counts for each grid who lived there before the first day and at the end of the last, and what
 * happened on the days from one to the other.
 */
void        ggov_store_list_register_flows_async  (GgovStore            *self,
                                                   const char           *from,
                                                   const char           *until,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

/* Returns: (transfer full) (element-type GgovRegisterFlow): by code of the grid */
GListModel *ggov_store_list_register_flows_finish (GgovStore            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
