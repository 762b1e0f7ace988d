/* ggov-map-panel.h: beside the map: the list of grids, and what is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-map-details.h"

G_BEGIN_DECLS

/**
 * GgovMapPanel:
 *
 * The list does by keys what the pointer does on the map. Asks by the actions
 * map.select-grid (x) and, for a grid that is chosen twice, map.zoom-to-grid (x).
 */
#define GGOV_TYPE_MAP_PANEL (ggov_map_panel_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapPanel, ggov_map_panel, GGOV, MAP_PANEL, AdwBin)

void            ggov_map_panel_set_places  (GgovMapPanel *self,
                                            GgovPlaces   *places);

/* Marks a grid in the list, without asking for anything; 0 for none. */
void            ggov_map_panel_select_grid (GgovMapPanel *self,
                                            gint64        grid_id);

GgovMapDetails *ggov_map_panel_get_details (GgovMapPanel *self);

G_END_DECLS
