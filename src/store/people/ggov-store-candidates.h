/* ggov-store-candidates.h: who could be appointed to a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-candidate.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_candidates_async:
 * @place_kind: where the post is: sub-district, community, grid, building or unit
 * @place_id: the place's number
 * @as_of: ISO day on which posts count as held
 * @text: (nullable): only people in whose name, reading, initials, phone, home or organisation
 *   each of these words is found
 * @limit: the most people wanted, at least 1
 *
 * Finds people for a post, those who live nearest to it first, then by reading. Whether the rules
 * of the role let somebody have it is seen when they are appointed.
 */
void        ggov_store_list_candidates_async  (GgovStore            *self,
                                               const char           *place_kind,
                                               gint64                place_id,
                                               const char           *as_of,
                                               const char           *text,
                                               guint                 limit,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ggov_store_list_candidates_finish:
 *
 * Returns: (transfer full) (element-type GgovCandidate)
 */
GListModel *ggov_store_list_candidates_finish (GgovStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
