/* ggov-map-page.h: the office on the map: grids, buildings, and moving borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-canvas.h"
#include "ggov-map-themes.h"

G_BEGIN_DECLS

/**
 * GgovMapPage:
 *
 * Actions: map.select-grid (x), map.select-building (x), map.clear-selection, map.zoom-to-grid (x),
 * map.move-building (x: the grid to move the selected building to), map.show-menu (dd: a point of
 * the map), map.show-move-menu, map.show-all, map.zoom-in, map.zoom-out, map.choose-base-map,
 * map.measure (on, and off again).
 *
 * And for plans: map.show-plans, map.hide-plans, map.new-draft ((xb): a community, and whether from
 * nothing), map.open-plan (x), map.close-plan, map.discard-draft (x), map.check-plan,
 * map.compare-plan, map.approve-plan. While a plan is open, grids go by their numbers in it; for
 * the selected one there are map.lock-grid and map.name-grid (s). Further map.new-grid,
 * map.show-finding ((ddxx)), and with the prefix draw those of GgovDrawing.
 */
#define GGOV_TYPE_MAP_PAGE (ggov_map_page_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapPage, ggov_map_page, GGOV, MAP_PAGE, AdwBin)

/**
 * ggov_map_page_show_record:
 * @page: a GgovMapPage
 * @kind: "grid", "building", "compound", "community" or "street"; "issue-place" and "person-place"
 *   for where an issue or a person is
 *
 * Selects a record and moves to it, as soon as the places are there.
 */
void           ggov_map_page_show_record  (GtkWidget   *page,
                                           const char  *kind,
                                           gint64       id);

GgovMapCanvas *ggov_map_page_get_canvas   (GgovMapPage *self);
GgovMapThemes *ggov_map_page_get_themes   (GgovMapPage *self);

/* What is selected: 0 for none. With a building its grid is selected too. */
gint64         ggov_map_page_get_grid     (GgovMapPage *self);
gint64         ggov_map_page_get_building (GgovMapPage *self);

/* The plan that is drawn or looked at, once it is shown; 0 where the plans in force are. */
gint64         ggov_map_page_get_plan     (GgovMapPage *self);

/* Where the choice of a base map is kept; a page in a window of the application finds it. */
void           ggov_map_page_set_settings (GgovMapPage *self,
                                           GSettings   *settings);

G_END_DECLS
