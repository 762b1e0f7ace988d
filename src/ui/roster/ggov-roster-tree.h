/* ggov-roster-tree.h: the roster by place, by role or by organisation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-branches.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ROSTER_TREE (ggov_roster_tree_get_type ())

/* Emits "answered" once the top of the tree is there; "failed" with a GError instead; "selected"
 * once another line is selected; "activated" when a line with somebody is to be opened. */
G_DECLARE_FINAL_TYPE (GgovRosterTree, ggov_roster_tree, GGOV, ROSTER_TREE, AdwBin)

/**
 * ggov_roster_tree_ask:
 * @store: (nullable): NULL shows nothing
 * @day: ISO day
 * @filter: (nullable): its text is passed over
 *
 * Shows a tree. What was open stays open if it is there again.
 */
void        ggov_roster_tree_ask        (GgovRosterTree          *self,
                                         GgovStore               *store,
                                         GgovTree                 tree,
                                         const char              *day,
                                         const GgovRosterFilter  *filter);

/* Shows the same as it is now, after something was written. */
void        ggov_roster_tree_ask_again  (GgovRosterTree          *self);

/* (nullable): what is selected */
GgovBranch *ggov_roster_tree_get_branch (GgovRosterTree          *self);

/* How many posts are held and vacant in all that is shown; in a tree of roles a grid’s lack of a
 * party organisation is not counted. FALSE while it is not known. */
gboolean    ggov_roster_tree_get_sums   (GgovRosterTree          *self,
                                         gint64                  *n_posts,
                                         gint64                  *n_vacant);

G_END_DECLS
