/* ggov-map-details.h: what there is to know about the grid or building chosen on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-places.h"

G_BEGIN_DECLS

#define GGOV_TYPE_MAP_DETAILS (ggov_map_details_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapDetails, ggov_map_details, GGOV, MAP_DETAILS, AdwBin)

/* Counts all grids of the places together. */
void ggov_map_details_show_places   (GgovMapDetails *self,
                                     GgovPlaces     *places);

/**
 * ggov_map_details_show_grid:
 * @details: (nullable): NULL while they are still being read
 * @now: seconds since 1970-01-01T00:00:00Z, for what is overdue
 */
void ggov_map_details_show_grid     (GgovMapDetails        *self,
                                     GgovGrid              *grid,
                                     const GgovGridDetails *details,
                                     gint64                 now);

/**
 * ggov_map_details_show_building:
 * @grid: (nullable): the one it is assigned to
 * @move_menu: (nullable): the grids it can move to
 * @now: seconds since 1970-01-01T00:00:00Z, for what is overdue
 */
void ggov_map_details_show_building (GgovMapDetails            *self,
                                     const GgovBuildingDetails *details,
                                     GgovGrid                  *grid,
                                     GMenuModel                *move_menu,
                                     gint64                     now);

G_END_DECLS
