/* ggov-geo-subdivision.h: a community cut into grids by border lines, each stored once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-geo-error.h"

G_BEGIN_DECLS

/**
 * GgovGeoArc:
 * @id: positive, unique in its subdivision
 * @left_grid_id: the grid on the left hand of one who walks along the arc; 0 is outside
 * @right_grid_id: the grid on the right hand; 0 is outside; never equal to @left_grid_id
 * @n_points: at least 2; at least 4 where the arc is closed
 * @coords: (array): shape [n_points][2], longitude then latitude in degrees
 *
 * A stretch of border between two grids, or between a grid and what is not the community. It
 * ends where a third grid begins; an end is the very same number, bit for bit, in every arc that
 * meets there. Owned by the subdivision.
 */
typedef struct
{
  gint64 id;
  gint64 left_grid_id;
  gint64 right_grid_id;
  guint n_points;
  const double *coords;
} GgovGeoArc;

/**
 * ggov_geo_arc_to_wkb:
 * @arc: an arc
 *
 * Returns: (transfer full): a WKB line string, little endian, longitude then latitude
 */
GBytes *ggov_geo_arc_to_wkb (const GgovGeoArc *arc) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovGeoSubdivision:
 *
 * A community's grids as arcs. Grid polygons are derived by putting arcs end to end, so that no
 * gap or overlap can come between two grids. Filled by adding arcs; a subdivision that is no
 * longer added to may be read by several threads.
 */
#define GGOV_TYPE_GEO_SUBDIVISION (ggov_geo_subdivision_get_type ())
G_DECLARE_FINAL_TYPE (GgovGeoSubdivision, ggov_geo_subdivision, GGOV, GEO_SUBDIVISION, GObject)

GgovGeoSubdivision *ggov_geo_subdivision_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_subdivision_add_arc:
 * @id: positive, not in use yet
 * @left_grid_id: 0 or a grid
 * @right_grid_id: 0 or a grid, another than @left_grid_id
 * @coords: (array): shape [n_points][2], longitude then latitude in degrees; copied
 * @n_points: at least 2
 * @error: GGOV_GEO_ERROR_SHAPE where a coordinate is no place on earth, points are too few, or
 *   the numbers break the rules above; or NULL
 *
 * Whether the arc meets others is found by ggov_geo_subdivision_check().
 *
 * Returns: TRUE, or FALSE with @error set and nothing added
 */
gboolean            ggov_geo_subdivision_add_arc     (GgovGeoSubdivision  *self,
                                                      gint64               id,
                                                      gint64               left_grid_id,
                                                      gint64               right_grid_id,
                                                      const double        *coords,
                                                      guint                n_points,
                                                      GError             **error);

/**
 * ggov_geo_subdivision_add_arc_wkb:
 * @wkb: a WKB line string, longitude then latitude in degrees
 *
 * The same for an arc as it was stored.
 *
 * Returns: TRUE, or FALSE with @error set and nothing added
 */
gboolean            ggov_geo_subdivision_add_arc_wkb (GgovGeoSubdivision  *self,
                                                      gint64               id,
                                                      gint64               left_grid_id,
                                                      gint64               right_grid_id,
                                                      GBytes              *wkb,
                                                      GError             **error);

guint               ggov_geo_subdivision_get_n_arcs  (GgovGeoSubdivision *self);

/**
 * ggov_geo_subdivision_get_arc:
 * @index: 0 to the number of arcs - 1, in the order of adding
 *
 * Returns: (transfer none): the arc; good until the next one is added
 */
const GgovGeoArc   *ggov_geo_subdivision_get_arc     (GgovGeoSubdivision *self,
                                                      guint               index);

/**
 * ggov_geo_subdivision_find_arc:
 * @id: an arc's id
 *
 * Returns: (transfer none) (nullable): the arc; good until the next one is added
 */
const GgovGeoArc   *ggov_geo_subdivision_find_arc    (GgovGeoSubdivision *self,
                                                      gint64              id);

/**
 * ggov_geo_subdivision_list_grids:
 *
 * Returns: (transfer full) (element-type gint64): the grids' ids, ascending, without 0
 */
GArray             *ggov_geo_subdivision_list_grids  (GgovGeoSubdivision *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_subdivision_list_neighbours:
 * @grid_id: a grid
 *
 * Returns: (transfer full) (element-type gint64): the grids which share an arc with @grid_id,
 *   ascending, without 0; a common corner alone does not make a neighbour
 */
GArray             *ggov_geo_subdivision_list_neighbours (GgovGeoSubdivision *self,
                                                          gint64              grid_id)
                                                          G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_subdivision_dup_grid_wkb:
 * @grid_id: a grid, or 0 for all grids together: the community
 * @error: GGOV_GEO_ERROR_INVALID where its arcs do not close; or NULL
 *
 * Puts arcs end to end, exactly: no coordinate is computed. The shell runs counter-clockwise.
 *
 * Returns: (transfer full) (nullable): a WKB polygon, longitude then latitude; a multipolygon
 *   only where the grid is in pieces, which ggov_geo_subdivision_check() reports
 */
GBytes             *ggov_geo_subdivision_dup_grid_wkb (GgovGeoSubdivision  *self,
                                                       gint64               grid_id,
                                                       GError             **error)
                                                       G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_subdivision_get_label_point:
 * @grid_id: a grid
 * @lon: (out): degrees
 * @lat: (out): degrees
 * @error: return location for a GgovGeoError, or NULL
 *
 * A place well inside the grid, for its label: the centre of the largest circle that fits, to a
 * hundredth of the grid's width.
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean            ggov_geo_subdivision_get_label_point (GgovGeoSubdivision  *self,
                                                          gint64               grid_id,
                                                          double              *lon,
                                                          double              *lat,
                                                          GError             **error);

/**
 * ggov_geo_subdivision_get_bounds:
 * @grid_id: a grid, or 0 for the whole community
 * @bounds: (out) (array fixed-size=4): west, south, east, north in degrees
 *
 * Returns: TRUE, or FALSE where no arc touches the grid
 */
gboolean            ggov_geo_subdivision_get_bounds  (GgovGeoSubdivision *self,
                                                      gint64              grid_id,
                                                      double              bounds[4]);

/**
 * ggov_geo_subdivision_find_grid:
 * @lon: degrees
 * @lat: degrees
 *
 * Counts the arcs to the east of the place: some microseconds, nothing to prepare.
 *
 * Returns: the grid there; 0 outside the community; on a border either side
 */
gint64              ggov_geo_subdivision_find_grid   (GgovGeoSubdivision *self,
                                                      double              lon,
                                                      double              lat);

/**
 * ggov_geo_subdivision_compare:
 * @before: one state
 * @after: a later state, in which an unchanged arc kept its id
 * @removed: (out) (transfer full) (element-type gint64): ids only in @before, ascending
 * @added: (out) (transfer full) (element-type gint64): ids only in @after, or with other
 *   coordinates there, ascending; the latter are in @removed as well
 * @relabelled: (out) (transfer full) (element-type gint64): ids of the same line in both with
 *   another grid on a side, ascending
 *
 * What a store has to write to come from one state to the other.
 */
void                ggov_geo_subdivision_compare     (GgovGeoSubdivision  *before,
                                                      GgovGeoSubdivision  *after,
                                                      GArray             **removed,
                                                      GArray             **added,
                                                      GArray             **relabelled);

G_END_DECLS
