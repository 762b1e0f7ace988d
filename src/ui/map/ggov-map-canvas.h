/* ggov-map-canvas.h: the map itself: layers, pointer and keys, without the panel beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-base-map.h"
#include "ggov-issue-layer.h"
#include "ggov-map-tool.h"
#include "ggov-net-study.h"
#include "ggov-places.h"
#include "ggov-theme-paint.h"

G_BEGIN_DECLS

/**
 * GgovMapCanvas:
 *
 * Asks by the actions map.select-grid (x), map.select-building (x), map.clear-selection and
 * map.show-menu; whoever holds it answers by ggov_map_canvas_select(). Drawn off the main thread;
 * works without a network.
 */
#define GGOV_TYPE_MAP_CANVAS (ggov_map_canvas_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapCanvas, ggov_map_canvas, GGOV, MAP_CANVAS, AdwBin)

/* (nullable): what to show. The first places are fitted into view; later ones leave it. */
void     ggov_map_canvas_set_places    (GgovMapCanvas *self,
                                        GgovPlaces    *places);

/* (nullable): somebody else's map, to be drawn under it all; whose it is, or what is wrong with it,
 * is said in the corner. */
void     ggov_map_canvas_set_base_map  (GgovMapCanvas *self,
                                        GgovBaseMap   *base);

/* (nullable): what to colour it by; NULL to tell grids from each other. */
void     ggov_map_canvas_set_theme     (GgovMapCanvas   *self,
                                        GgovThemeSource *theme);

/* (transfer full): id of what it is or will be coloured by; empty for nothing. */
char    *ggov_map_canvas_dup_theme     (GgovMapCanvas *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovMapCanvas::painted:
 *
 * Emitted when another picture is shown: other places, other colours.
 */

/* (nullable) (transfer none): what is coloured now, and how. */
GgovThemePaint *ggov_map_canvas_get_paint (GgovMapCanvas *self);

/* (transfer none): where open issues are marked. */
GgovIssueLayer *ggov_map_canvas_get_issue_layer (GgovMapCanvas *self);

/* Labels make room for what is marked: to be called when that is something else. */
void     ggov_map_canvas_redraw_labels (GgovMapCanvas *self);

/* (transfer full): something to lie on the map, such as a legend. */
void     ggov_map_canvas_add_overlay   (GgovMapCanvas *self,
                                        GtkWidget     *widget);

/* (nullable): an old net to be drawn over the base grids. */
void     ggov_map_canvas_set_net       (GgovMapCanvas *self,
                                        GgovNetStudy  *study);

/* (nullable): the one that is drawn */
GgovNetStudy *ggov_map_canvas_get_net  (GgovMapCanvas *self);

/* Marks a grid, a building or both; 0 for none. */
void     ggov_map_canvas_select        (GgovMapCanvas *self,
                                        gint64         grid_id,
                                        gint64         building_id);

/**
 * ggov_map_canvas_show_bounds:
 * @bounds: degrees; nothing happens where they are empty
 * @max_zoom: how close to go at most
 *
 * Moves so that the bounds fill the view; at once where animations are off.
 */
void     ggov_map_canvas_show_bounds   (GgovMapCanvas       *self,
                                        const GgovGeoBounds *bounds,
                                        double               max_zoom);

/* Moves only if some of the bounds is out of view. */
void     ggov_map_canvas_reveal_bounds (GgovMapCanvas       *self,
                                        const GgovGeoBounds *bounds,
                                        double               max_zoom);

/* @tool: (nullable): has the pointer and the keys from now on; NULL for choosing. */
void     ggov_map_canvas_set_tool      (GgovMapCanvas *self,
                                        GgovMapTool   *tool);
GgovMapTool *ggov_map_canvas_get_tool  (GgovMapCanvas *self);
void     ggov_map_canvas_redraw_tool   (GgovMapCanvas *self,
                                        GgovMapMarks   marks);

/* @name: (nullable): how the pointer looks on the map */
void     ggov_map_canvas_set_cursor    (GgovMapCanvas *self,
                                        const char    *name);

/* @sentence: (nullable): what to do next, or why something cannot be, over the map */
void     ggov_map_canvas_set_status    (GgovMapCanvas *self,
                                        const char    *sentence,
                                        gboolean       is_wrong);

/* Chooses what is there: pixels of the canvas. */
void     ggov_map_canvas_pick          (GgovMapCanvas *self,
                                        double         x,
                                        double         y);

/* Pans so far that a place is well in view: degrees. */
void     ggov_map_canvas_show_place    (GgovMapCanvas *self,
                                        double         lon,
                                        double         lat);

void     ggov_map_canvas_show_all      (GgovMapCanvas *self);
void     ggov_map_canvas_zoom_in       (GgovMapCanvas *self);
void     ggov_map_canvas_zoom_out      (GgovMapCanvas *self);

/* Leaves the buttons that zoom, for a small map in a dialog. */
void     ggov_map_canvas_hide_tools    (GgovMapCanvas *self);

/* What the map shows at this moment, in the canvas's own pixels. */
void     ggov_map_canvas_get_frame     (GgovMapCanvas *self,
                                        GgovMapFrame  *frame);

ShumateViewport *ggov_map_canvas_get_viewport (GgovMapCanvas *self);

/* (transfer none) (nullable): what is shown. */
GgovPlaces *ggov_map_canvas_get_places (GgovMapCanvas *self);

/* Draws something more above all the rest. */
void     ggov_map_canvas_add_layer     (GgovMapCanvas *self,
                                        ShumateLayer  *layer);

/* Whether all that is seen is drawn. */
gboolean ggov_map_canvas_is_complete   (GgovMapCanvas *self);

G_END_DECLS
