/* ggov-proposals-window.h: divisions into grids that are proposed, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-draft.h"
#include "ggov-places.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_proposals_window_show:
 * @page: whose window it belongs to; asked for win.announce-change, win.show-message and
 *   map.open-plan
 * @places: for the communities to choose from
 * @draft: (nullable): the draft to propose for; NULL for the latest plan of a community, or of all
 * @community_id: the one to begin with; 0 for all
 *
 * Asks what is wanted, works several proposals out, and makes a draft of the one that is taken.
 */
void ggov_proposals_window_show (GtkWidget   *page,
                                 GgovSession *session,
                                 GgovPlaces  *places,
                                 GgovDraft   *draft,
                                 gint64       community_id);

G_END_DECLS
