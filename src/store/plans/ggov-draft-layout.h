/* ggov-draft-layout.h: a draft as the drawing tools take it, and what they made of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft.h"
#include "ggov-geo-layout.h"

G_BEGIN_DECLS

/**
 * ggov_draft_new_layout:
 * @error: return location for a GgovGeoError where the community's border or its streets cannot be
 *   read
 *
 * The grids of the layout are the draft's numbers, its buildings those of the draft in the same
 * order; without any border while nothing is drawn. Some 20 ms for 10,000 buildings; any thread.
 *
 * Returns: (transfer full) (nullable): a state to draw on, or NULL with @error set
 */
GgovGeoLayout *ggov_draft_new_layout  (GgovDraft           *self,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_draft_edit_layout:
 * @layout: made of ggov_draft_new_layout() of this draft, or of one it was edited from, by tools
 *
 * Returns: (transfer full): the state with these borders, and with the buildings in these grids
 */
GgovDraft     *ggov_draft_edit_layout (GgovDraft           *self,
                                       const GgovGeoLayout *layout) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type gint64): the numbers of the grids that are locked */
GArray        *ggov_draft_list_locked (GgovDraft           *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
