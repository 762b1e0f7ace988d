/* ggov-branch-list.h: the lines below a line of a tree, read when somebody looks at them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-store-branches.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BRANCH_LIST (ggov_branch_list_get_type ())

/* A GListModel of GgovBranch, empty until its length is asked for and the store has answered. Emits
 * "answered" then, or "failed" with a GError. */
G_DECLARE_FINAL_TYPE (GgovBranchList, ggov_branch_list, GGOV, BRANCH_LIST, GObject)

/**
 * ggov_branch_list_new:
 * @parent: (nullable): NULL for the top of the tree
 * @day: ISO day
 * @filter: (nullable): copied
 */
GgovBranchList *ggov_branch_list_new        (GgovStore               *store,
                                             GgovTree                 tree,
                                             GgovBranch              *parent,
                                             const char              *day,
                                             const GgovRosterFilter  *filter)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (nullable): the same below a line of this list; NULL where nothing can be. */
GgovBranchList *ggov_branch_list_new_below  (GgovBranchList          *self,
                                             GgovBranch              *branch)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): below which line it is */
GgovBranch     *ggov_branch_list_get_parent (GgovBranchList          *self);

G_END_DECLS
