/* ggov-map-page.h: the office on the map: grids, buildings, and moving borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-canvas.h"

G_BEGIN_DECLS

/**
 * GgovMapPage:
 *
 * Actions: map.select-grid (x), map.select-building (x), map.clear-selection, map.zoom-to-grid (x),
 * map.move-building (x: the grid to move the selected building to), map.show-menu (dd: a point of
 * the map), map.show-move-menu, map.show-all, map.zoom-in, map.zoom-out.
 */
#define GGOV_TYPE_MAP_PAGE (ggov_map_page_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapPage, ggov_map_page, GGOV, MAP_PAGE, AdwBin)

/**
 * ggov_map_page_show_record:
 * @page: a GgovMapPage
 * @kind: "grid" or "building"
 *
 * Selects a record and moves to it, as soon as the places are there.
 */
void           ggov_map_page_show_record  (GtkWidget   *page,
                                           const char  *kind,
                                           gint64       id);

GgovMapCanvas *ggov_map_page_get_canvas   (GgovMapPage *self);

/* What is selected: 0 for none. With a building its grid is selected too. */
gint64         ggov_map_page_get_grid     (GgovMapPage *self);
gint64         ggov_map_page_get_building (GgovMapPage *self);

G_END_DECLS
