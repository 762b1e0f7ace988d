/* ggov-geo-edit-private.h: what all tools end with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-draft-private.h"
#include "ggov-geo-edit.h"
#include "ggov-geo-layout-private.h"

G_BEGIN_DECLS

/**
 * _ggov_geo_edit_commit:
 * @before: the layout edited
 * @draft: what the borders have become
 * @error: GGOV_GEO_ERROR_REFUSED where a rule is broken; or NULL
 *
 * Checks the grids that changed, assigns the buildings to the grids they stand in now, and makes a
 * state of it. Two arcs that cross or touch show as a grid that is not valid: one of them is of a
 * grid that changed, and so is the other, or it runs through one.
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *_ggov_geo_edit_commit      (GgovGeoLayout         *before,
                                           GgovGeoDraft          *draft,
                                           GArray                *locked,
                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_edit_commit_as:
 * @after: the borders, sound by themselves
 * @buildings: (array): the buildings with their new grids
 *
 * The same for borders that were traced around buildings: these are assigned already.
 *
 * Returns: (transfer full) (nullable): the new state
 */
GgovGeoLayout *_ggov_geo_edit_commit_as   (GgovGeoLayout         *before,
                                           GgovGeoSubdivision    *after,
                                           const GgovGeoBuilding *buildings,
                                           GArray                *locked,
                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_edit_carve:
 * @wanted: (array): the buildings of @site with the grids they are to have
 * @moved: (element-type guint): those that leave the ground of grid @from for grid @to
 *
 * Cuts the ground of the buildings out of their grid and gives it to the other. Nothing else
 * changes: all borders keep their points but for those which the new line begins and ends at. Some
 * milliseconds, however many buildings there are.
 *
 * Returns: (transfer full) (nullable): the new borders, sound; NULL where one line does not do: the
 *   grids have to be traced as a whole
 */
GgovGeoSubdivision *_ggov_geo_edit_carve  (GgovGeoSite           *site,
                                           GgovGeoSubdivision    *before,
                                           const GgovGeoBuilding *wanted,
                                           GArray                *moved,
                                           gint64                 from,
                                           gint64                 to) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_edit_find_touch:
 * @before: the borders as they were
 * @after: the borders as they would be
 * @place: (out) (array fixed-size=2): where, degrees
 *
 * Looks along the segments that @after has and @before had not for a vertex that one of them passes
 * within a millimetre without ending in it. To exact arithmetic such lines do not touch; but which
 * grid is between them is decided by rounding. What was as near before does not count.
 *
 * Returns: whether there is any
 */
gboolean       _ggov_geo_edit_find_touch  (GgovGeoSubdivision    *before,
                                           GgovGeoSubdivision    *after,
                                           double                 place[2]);

/**
 * GgovGeoLinePiece:
 * @points: (element-type double[2]): degrees; its ends are on borders
 */
typedef struct
{
  GArray *points;
} GgovGeoLinePiece;

/**
 * _ggov_geo_edit_cut_line:
 * @grid_id: the grid on whose border its ends are put
 * @error: GGOV_GEO_ERROR_REFUSED where it has no end there; or NULL
 *
 * Cuts a drawn line where it meets borders. Pieces that run along a border are left out.
 *
 * Returns: (transfer full) (nullable) (element-type GgovGeoLinePiece): the pieces, in order
 */
GArray        *_ggov_geo_edit_cut_line    (GgovGeoLayout         *layout,
                                           gint64                 grid_id,
                                           const double          *coords,
                                           guint                  n_points,
                                           double                 tolerance_m,
                                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* The middle of a piece: well away from the borders at its ends. */
void           _ggov_geo_line_piece_find_middle (const GgovGeoLinePiece *piece,
                                                 double                  middle[2]);

/**
 * _ggov_geo_edit_slide:
 * @before: the place of a node on the community's border
 * @wanted: (array fixed-size=2): where it is to go
 * @place: (out) (array fixed-size=2): the nearest place to it along the two outer arcs that meet at
 *   the node
 * @draft: (nullable): where the two arcs are cut anew
 *
 * Returns: TRUE, or FALSE where there is no room or the node is not between two outer arcs
 */
gboolean       _ggov_geo_edit_slide       (const GgovGeoLayout   *layout,
                                           GgovGeoDraft          *draft,
                                           const double          *before,
                                           const double          *wanted,
                                           double                *place);

G_END_DECLS
