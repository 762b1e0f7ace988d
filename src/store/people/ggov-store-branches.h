/* ggov-store-branches.h: the tree of places, roles or organisations, a level at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-branch.h"
#include "ggov-store-roster.h"

G_BEGIN_DECLS

/* Which tree it is. */
typedef enum
{
  GGOV_TREE_PLACES,        /* sub-district, community, grid, building, unit; at each its people */
  GGOV_TREE_ROLES,         /* role, then community, then its people */
  GGOV_TREE_ORGANISATIONS, /* organisation, then its people with posts */
} GgovTree;

/**
 * ggov_store_list_branches_async:
 * @parent: (nullable): what the lines are wanted of; NULL for the top of the tree
 * @as_of: ISO day
 * @filter: (nullable): its text is passed over; copied
 *
 * Lists what is directly below a line: first the people who hold a post there, then what lies
 * within, with how many posts are held and vacant in all of it on that day; of the sub-district the
 * other way round. Buildings without units and posts are left out. A building that no grid has on
 * that day stands below its community.
 */
void        ggov_store_list_branches_async  (GgovStore               *self,
                                             GgovTree                 tree,
                                             GgovBranch              *parent,
                                             const char              *as_of,
                                             const GgovRosterFilter  *filter,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);

/**
 * ggov_store_list_branches_finish:
 *
 * Returns: (transfer full) (element-type GgovBranch)
 */
GListModel *ggov_store_list_branches_finish (GgovStore               *self,
                                             GAsyncResult            *result,
                                             GError                 **error)
                                             G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
