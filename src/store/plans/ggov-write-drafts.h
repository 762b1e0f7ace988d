/* ggov-write-drafts.h: a draft begun within a change, as somebody else drew it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-draft.h"

G_BEGIN_DECLS

/**
 * ggov_change_load_latest_plan:
 *
 * What ggov_store_load_latest_plan_async() reads, as the change sees it.
 *
 * Returns: (transfer full) (nullable): the state, or NULL with @error set
 */
GgovDraft *ggov_change_load_latest_plan (GgovChange  *change,
                                         gint64       community_id,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_change_add_draft:
 * @state: made by edits of ggov_change_load_latest_plan()
 * @name: (nullable): NULL for one made of the community's name and the day
 *
 * Begins a draft with the grids of a state.
 *
 * Returns: the draft, or 0 with @error set
 */
gint64     ggov_change_add_draft        (GgovChange  *change,
                                         GgovDraft   *state,
                                         const char  *name,
                                         GError     **error);

G_END_DECLS
