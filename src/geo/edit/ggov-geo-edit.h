/* ggov-geo-edit.h: the tools with which grids are drawn by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-layout.h"

G_BEGIN_DECLS

/*
 * Every tool takes a layout, which it leaves as it is, and returns a new one in which the grids
 * tile the community without gap or overlap, each in one piece and without a hole, or NULL with
 * GGOV_GEO_ERROR_REFUSED: ggov_geo_error_get_refusal() says why, where and of whom. It refuses to
 * cut a building, except one that was cut before and is cut no further, to take a grid its last
 * building, and to change the ground of a grid in @locked, a (nullable) (element-type gint64) list.
 * Buildings that come to stand in another grid than before are assigned to it; those without a grid
 * stay without. The community's own border never moves.
 *
 * Arcs that stay where they were keep their ids; so does one of which only inner vertices moved.
 * ggov_geo_subdivision_compare() and ggov_geo_layout_list_moves() tell what a store has to write.
 * All may run on any thread, and take some 10 ms with a few hundred buildings in the grids
 * concerned.
 */

/**
 * ggov_geo_edit_move_vertex:
 * @arc_id: an arc
 * @index: which of its points: an inner one, or an end, which is a node: the ends of all arcs
 *   there move with it. A node on the community's border slides along it, between its neighbours
 * @lon: where to, degrees
 * @lat: where to, degrees
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *ggov_geo_edit_move_vertex   (GgovGeoLayout  *layout,
                                            gint64          arc_id,
                                            guint           index,
                                            double          lon,
                                            double          lat,
                                            GArray         *locked,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_edit_insert_vertex:
 * @arc_id: an arc between two grids
 * @segment: after which of its points
 * @lon: degrees
 * @lat: degrees
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *ggov_geo_edit_insert_vertex (GgovGeoLayout  *layout,
                                            gint64          arc_id,
                                            guint           segment,
                                            double          lon,
                                            double          lat,
                                            GArray         *locked,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes out an inner vertex of an arc between two grids: the border becomes straight there. */
GgovGeoLayout *ggov_geo_edit_delete_vertex (GgovGeoLayout  *layout,
                                            gint64          arc_id,
                                            guint           index,
                                            GArray         *locked,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_edit_split:
 * @grid_id: the grid to split; 0 for the one that the middle of the line is in
 * @coords: (array): shape [n_points][2]: the drawn line, degrees. What reaches beyond the grid
 *   does not count
 * @tolerance_m: how far an end may stop short of the grid's border
 * @new_grid_id: the id of the new grid, not in use; the half with more households keeps @grid_id,
 *   of equal halves the larger
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *ggov_geo_edit_split         (GgovGeoLayout  *layout,
                                            gint64          grid_id,
                                            const double   *coords,
                                            guint           n_points,
                                            double          tolerance_m,
                                            gint64          new_grid_id,
                                            GArray         *locked,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_edit_reshape:
 * @grid_id: the grid whose border is drawn anew
 * @coords: (array): shape [n_points][2]: the drawn line, degrees, from its border to its border
 * @tolerance_m: how far an end may be from it
 *
 * Where the line runs outside the grid, the grid grows as far as the line. Where it runs inside,
 * it cuts off a part: that between the line and a border with one neighbour goes to this, else the
 * smaller part, and to the neighbour that it has the longest border with.
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *ggov_geo_edit_reshape       (GgovGeoLayout  *layout,
                                            gint64          grid_id,
                                            const double   *coords,
                                            guint           n_points,
                                            double          tolerance_m,
                                            GArray         *locked,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_edit_merge:
 * @grid_ids: (element-type gint64): two or more grids that hang together
 * @kept_grid_id: which of them keeps its id; 0 for the one with most households
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *ggov_geo_edit_merge         (GgovGeoLayout  *layout,
                                            GArray         *grid_ids,
                                            gint64          kept_grid_id,
                                            GArray         *locked,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_edit_paint:
 * @building_ids: (element-type gint64): buildings, whatever their grids
 * @grid_id: the grid they go to; it hangs together with theirs, or is new and lies among them
 *
 * The borders between the grids concerned are traced anew around the buildings, as
 * ggov_geo_subdivision_move_buildings() does: about a millisecond a building in these grids. A building
 * that is on the ground of @grid_id already, with another grid's number, only gets its number.
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *ggov_geo_edit_paint         (GgovGeoLayout  *layout,
                                            GArray         *building_ids,
                                            gint64          grid_id,
                                            GArray         *locked,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_edit_swap:
 * @first: (element-type gint64): buildings of one grid
 * @second: (element-type gint64): buildings of another
 *
 * Each go where the others were, in one step: neither grid is empty or in pieces in between.
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *ggov_geo_edit_swap          (GgovGeoLayout  *layout,
                                            GArray         *first,
                                            GArray         *second,
                                            GArray         *locked,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
