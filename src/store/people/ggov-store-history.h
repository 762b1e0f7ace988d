/* ggov-store-history.h: who had this place, what this person held, who is in charge of this door
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-post.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_history_async:
 * @kind: person, sub-district, community, grid, building or unit; leaves for all leaves of a person
 *   and all in which they stood in, each a post of the substitute's
 * @id: its number, the person's for leaves
 * @as_of: ISO day on which a post counts as held
 *
 * Lists all posts of a person, or all that were held on a place, the latest first, with those who
 * stood in. A building has those of its units as well, a unit those of its building.
 */
void        ggov_store_list_history_async  (GgovStore            *self,
                                            const char           *kind,
                                            gint64                id,
                                            const char           *as_of,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * ggov_store_list_chain_async:
 * @kind: community, grid, building or unit
 *
 * Lists who is in charge of a place on a day, from the nearest up to the community, each with who
 * nominated and approved them. End with ggov_store_list_history_finish().
 */
void        ggov_store_list_chain_async    (GgovStore            *self,
                                            const char           *kind,
                                            gint64                id,
                                            const char           *as_of,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * ggov_store_list_history_finish:
 *
 * Returns: (transfer full) (element-type GgovPost)
 */
GListModel *ggov_store_list_history_finish (GgovStore            *self,
                                            GAsyncResult         *result,
                                            GError              **error)
                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
