/* ggov-draft-panel.h: beside the map of a draft: its balance, its tools, and what is wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-draft.h"
#include "ggov-geo-layout.h"
#include "ggov-places.h"

G_BEGIN_DECLS

/**
 * GgovDraftPanel:
 *
 * Asks by the actions map.select-grid (x), map.zoom-to-grid (x), map.name-grid (s) and
 * map.show-finding ((ddxx): longitude and latitude in degrees or NaN, building, grid) and
 * map.fix-finding ((ixxx): a GgovPlanFindingKind, grid, other grid, building).
 */
#define GGOV_TYPE_DRAFT_PANEL (ggov_draft_panel_get_type ())

G_DECLARE_FINAL_TYPE (GgovDraftPanel, ggov_draft_panel, GGOV, DRAFT_PANEL, AdwBin)

/**
 * ggov_draft_panel_show_draft:
 * @draft: (nullable): NULL clears the panel
 * @places: (nullable): by ggov_draft_new_places()
 */
void ggov_draft_panel_show_draft     (GgovDraftPanel *self,
                                      GgovDraft      *draft,
                                      GgovPlaces     *places);

/* @tallies: (nullable) (element-type GgovDraftTally): what grids would hold; NULL: as they are */
void ggov_draft_panel_preview        (GgovDraftPanel *self,
                                      GArray         *tallies);

/**
 * ggov_draft_panel_select:
 * @number: the grid that buildings go to, one that is not there yet, or 0 for none
 * @building_id: 0 for none
 * @move_menu: (nullable): the grids that the building can move to
 */
void ggov_draft_panel_select         (GgovDraftPanel *self,
                                      gint64          number,
                                      gint64          building_id,
                                      GMenuModel     *move_menu);

/* (nullable) (element-type GgovPlanFinding): NULL while it is being looked for */
void ggov_draft_panel_show_findings  (GgovDraftPanel *self,
                                      GListModel     *findings);

/* Brings the list of findings to the front. */
void ggov_draft_panel_open_check     (GgovDraftPanel *self);

G_END_DECLS
