/* ggov-drawing.h: a draft being drawn on the map with tools
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draw-tool.h"
#include "ggov-drafting.h"
#include "ggov-geo-snap.h"
#include "ggov-map-canvas.h"

G_BEGIN_DECLS

/**
 * GgovDrawing:
 *
 * Has the tools, one of which is in use, and gives it the pointer and the keys of a map while
 * there is a draft to draw. Says on the map what to do next, and at once what is wrong.
 *
 * Actions, for a widget to insert: tool (s: "select", "paint", "vertex", "reshape", "split",
 * "merge" or "swap"), brush (s: "click", "rectangle" or "lasso"), source (x: buildings of which
 * grid are painted: -1 for all, 0 for those without one), snap-vertices, snap-borders,
 * snap-streets, snap-buildings (b).
 *
 * Signals: "previewed" (a (element-type GgovDraftTally) array, or NULL): what grids would hold.
 */
#define GGOV_TYPE_DRAWING (ggov_drawing_get_type ())

G_DECLARE_FINAL_TYPE (GgovDrawing, ggov_drawing, GGOV, DRAWING, GObject)

GgovDrawing    *ggov_drawing_new           (GgovMapCanvas       *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* Lets go of the canvas. */
void            ggov_drawing_close         (GgovDrawing         *self);

/* (transfer none): the actions above. */
GActionGroup   *ggov_drawing_get_actions   (GgovDrawing         *self);

/* @drafting: (nullable): the draft to draw, once it is there; NULL to put the tools away. */
void            ggov_drawing_set_drafting  (GgovDrawing         *self,
                                            GgovDrafting        *drafting);

/* @number: the grid that is chosen, one that is to be begun, or 0. */
void            ggov_drawing_set_target    (GgovDrawing         *self,
                                            gint64               number);

/* The same tool as the action. */
void            ggov_drawing_set_tool      (GgovDrawing         *self,
                                            const char          *name);
const char     *ggov_drawing_get_tool      (GgovDrawing         *self);

/* For tools. -------------------------------------------------------------------------------- */

/* (transfer none): the state that is drawn on; there while a tool is in use. */
GgovDraft      *ggov_drawing_get_draft     (GgovDrawing         *self);
GgovGeoLayout  *ggov_drawing_get_layout    (GgovDrawing         *self);
gint64          ggov_drawing_get_target    (GgovDrawing         *self);

/* (transfer none) (element-type gint64) */
GArray         *ggov_drawing_get_locked    (GgovDrawing         *self);
const char     *ggov_drawing_get_brush     (GgovDrawing         *self);
gint64          ggov_drawing_get_source    (GgovDrawing         *self);

/* Metres of so many pixels. */
double          ggov_drawing_get_metres    (GgovDrawing         *self,
                                            double               pixels);

/* Where a place is on the map now. */
void            ggov_drawing_get_point     (GgovDrawing         *self,
                                            double               lon,
                                            double               lat,
                                            GgovDrawPoint       *point);

/* What of the ground is seen. */
void            ggov_drawing_get_bounds    (GgovDrawing         *self,
                                            GgovGeoBounds       *bounds);

/* @building: (out): its index in the site; left as it was where there is none. */
gboolean        ggov_drawing_find_building (GgovDrawing         *self,
                                            const GgovDrawPoint *at,
                                            guint               *building);

/* The grid of the draft there, or 0. */
gint64          ggov_drawing_find_grid     (GgovDrawing         *self,
                                            const GgovDrawPoint *at);

/* The next grid of the draft, or with -1 the one before, in the order of their numbers. */
gint64          ggov_drawing_find_next     (GgovDrawing         *self,
                                            gint64               number,
                                            int                  by);

/* (transfer none): of the site's index; their ids are the buildings' indices. */
GgovGeoFootprints *ggov_drawing_get_footprints (GgovDrawing     *self);

/**
 * ggov_drawing_snap:
 * @arc_id: an arc of which a vertex is dragged, or 0
 * @index: that vertex
 * @place: (out) (array fixed-size=2): where the point is meant to be: degrees
 */
void            ggov_drawing_snap          (GgovDrawing         *self,
                                            const GgovDrawPoint *at,
                                            gint64               arc_id,
                                            guint                index,
                                            double              *place);

/* (transfer full): has it done; what it draws stays on the map until it is. */
void            ggov_drawing_submit        (GgovDrawing         *self,
                                            GgovPlanStroke      *stroke);

/* Chooses another grid, or a building with it. */
void            ggov_drawing_select        (GgovDrawing         *self,
                                            const GgovDrawPoint *at);
void            ggov_drawing_select_grid   (GgovDrawing         *self,
                                            gint64               number);

/**
 * ggov_drawing_say:
 * @sentence: (nullable): NULL for the tool's hint
 * @is_wrong: whether it is why something cannot be
 */
void            ggov_drawing_say           (GgovDrawing         *self,
                                            const char          *sentence,
                                            gboolean             is_wrong);
void            ggov_drawing_say_refusal   (GgovDrawing          *self,
                                            const GgovGeoRefusal *refusal);

/* @tallies: (nullable) (element-type GgovDraftTally): what grids would hold */
void            ggov_drawing_preview       (GgovDrawing         *self,
                                            GArray              *tallies);

void            ggov_drawing_redraw        (GgovDrawing         *self,
                                            GgovMapMarks         marks);

G_END_DECLS
