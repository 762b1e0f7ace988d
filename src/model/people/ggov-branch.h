/* ggov-branch.h: one line of the tree of places, roles or organisations with their people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GGOV_TYPE_BRANCH (ggov_branch_get_type ())

G_DECLARE_FINAL_TYPE (GgovBranch, ggov_branch, GGOV, BRANCH, GObject)

/**
 * GgovBranchRecord:
 * @kind: sub-district, community, grid, building or unit; role, or area: a community below a role;
 *   organisation; post: somebody, below which there is nothing
 * @id: its number; of an area, the community's
 * @role_id: of a role, an area and a post
 * @person_id: of a post, or 0
 * @n_posts: how many posts are held here and below
 * @n_vacant: how many are vacant here and below
 * @label: what it is called; a person's name
 * @note: (nullable): a code, a kind of organisation, what somebody does and where
 * @phone: (nullable)
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      role_id;
  gint64      person_id;
  gint64      n_posts;
  gint64      n_vacant;
  const char *kind;
  const char *label;
  const char *note;
  const char *phone;
} GgovBranchRecord;

/* Copies the texts. */
GgovBranch             *ggov_branch_new        (const GgovBranchRecord *record)
                                                G_GNUC_WARN_UNUSED_RESULT;

const GgovBranchRecord *ggov_branch_get_record (GgovBranch             *self);

/* (nullable) (element-type GgovBranch): what is directly below, where it was read along with the line. It
 * is set before anybody else has the line. */
GListModel             *ggov_branch_get_below  (GgovBranch             *self);
void                    ggov_branch_set_below  (GgovBranch             *self,
                                                GListModel             *below);

/* Whether it is somebody, and has nothing below. */
gboolean                ggov_branch_is_post    (GgovBranch             *self);

G_END_DECLS
