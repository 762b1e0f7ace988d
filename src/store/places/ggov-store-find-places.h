/* ggov-store-find-places.h: places by what somebody calls them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-place.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_find_places_async:
 * @scope: (nullable): code of a GgovScope; NULL looks at all of them, the largest first
 * @text: a code, a name or a door, or words of these: each has to be found somewhere
 * @as_of: ISO day on which a grid has to be there, and a building lies in a grid
 * @limit: the most wanted, at least 1
 *
 * Finds places. Where some are called exactly @text, blanks aside, only these are answered.
 */
void        ggov_store_find_places_async  (GgovStore            *self,
                                           const char           *scope,
                                           const char           *text,
                                           const char           *as_of,
                                           guint                 limit,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);

/**
 * ggov_store_find_places_finish:
 *
 * Returns: (transfer full) (element-type GgovPlace)
 */
GListModel *ggov_store_find_places_finish (GgovStore            *self,
                                           GAsyncResult         *result,
                                           GError              **error)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
