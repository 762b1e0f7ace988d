/* ggov-store-search.h: finding people, buildings and issues by what a user types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-search-hit.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_search_async:
 * @typed: characters of a name, its reading or initials, a door, a number, a phone's first or last
 *   digits; every word has to be found
 * @day: ISO day whose posts say what a person does
 * @limit: the most hits of each kind
 *
 * Finds records: people first, then buildings, then issues, the best first among each; then grids,
 * compounds, communities and streets by any part of their names, in the order of their records.
 */
void        ggov_store_search_async  (GgovStore            *self,
                                      const char           *typed,
                                      const char           *day,
                                      guint                 limit,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/**
 * ggov_store_search_finish:
 *
 * Returns: (transfer full) (element-type GgovSearchHit): empty if nothing was found
 */
GListModel *ggov_store_search_finish (GgovStore            *self,
                                      GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
