/* ggov-geo-adopt.h: grids as somebody else drew them, made to tile a community
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-border.h"

G_BEGIN_DECLS

/**
 * GgovGeoAdoptKind:
 * @GGOV_GEO_ADOPT_OVERLAP: grid_id and other_grid_id were drawn over the same ground, which went
 *   to grid_id
 * @GGOV_GEO_ADOPT_GAP: ground was drawn in no grid; it went to grid_id
 * @GGOV_GEO_ADOPT_GAP_GRID: ground with buildings was drawn in no grid; as there is so much of it
 *   it is a grid of its own now, grid_id
 * @GGOV_GEO_ADOPT_OUTSIDE: grid_id was drawn beyond the community; that was cut off
 * @GGOV_GEO_ADOPT_BUILDING_CUT: a border ran through building_id, which went whole to grid_id that
 *   holds most of it; area_m2 is what was in other_grid_id
 * @GGOV_GEO_ADOPT_PIECE_GIVEN: grid_id is in pieces; one of them, small or without a building, went
 *   to other_grid_id
 * @GGOV_GEO_ADOPT_PIECE_GRID: grid_id is in pieces; one of them is a grid of its own now,
 *   other_grid_id
 * @GGOV_GEO_ADOPT_ENCLOSED: grid_id lies wholly inside other_grid_id, and is one with it now
 * @GGOV_GEO_ADOPT_LOST: nothing of grid_id is left
 * @GGOV_GEO_ADOPT_REDRAWN: the lines could not be kept: all were drawn anew around the buildings
 */
typedef enum
{
  GGOV_GEO_ADOPT_OVERLAP,
  GGOV_GEO_ADOPT_GAP,
  GGOV_GEO_ADOPT_GAP_GRID,
  GGOV_GEO_ADOPT_OUTSIDE,
  GGOV_GEO_ADOPT_BUILDING_CUT,
  GGOV_GEO_ADOPT_PIECE_GIVEN,
  GGOV_GEO_ADOPT_PIECE_GRID,
  GGOV_GEO_ADOPT_ENCLOSED,
  GGOV_GEO_ADOPT_LOST,
  GGOV_GEO_ADOPT_REDRAWN,
  GGOV_GEO_N_ADOPT_KINDS,
} GgovGeoAdoptKind;

/* A stable English word for machines: "overlap", "building-cut" and so on. */
const char *ggov_geo_adopt_kind_to_nick (GgovGeoAdoptKind kind);

/**
 * GgovGeoAdoptNote:
 * @grid_id: the grid, or 0
 * @other_grid_id: the second grid, or 0
 * @building_id: the building, or 0
 * @lon: where to look, degrees; NaN where no place is known
 * @lat: where to look, degrees; NaN where no place is known
 * @area_m2: how much ground it is about; 0 where that says nothing
 *
 * What had to be done to a drawing, and where. What is one about the same two grids is one note.
 */
typedef struct
{
  GgovGeoAdoptKind kind;
  gint64 grid_id;
  gint64 other_grid_id;
  gint64 building_id;
  double lon;
  double lat;
  double area_m2;
} GgovGeoAdoptNote;

/**
 * GgovGeoDrawnGrid:
 * @grid_id: positive; several shapes may be of one grid
 * @shape: (unowned): WKB polygon or multipolygon, longitude then latitude in degrees, valid
 * @is_used: (out): whether it lies in the community
 */
typedef struct
{
  gint64 grid_id;
  GBytes *shape;
  gboolean is_used;
} GgovGeoDrawnGrid;

/**
 * ggov_geo_drawn_lie_in:
 * @community_wkb: the community's border, as for ggov_geo_border_trace()
 * @drawn: (array length=n_drawn) (inout): the shapes, each told whether it does
 *
 * Returns: whether any of the shapes lies in the community; FALSE also with @error set
 */
gboolean            ggov_geo_drawn_lie_in (GBytes            *community_wkb,
                                           GgovGeoDrawnGrid  *drawn,
                                           guint              n_drawn,
                                           GError           **error);

/**
 * ggov_geo_adopt:
 * @community_wkb: the community's border, as for ggov_geo_border_trace()
 * @drawn: (array length=n_drawn) (inout): the shapes; what does not lie in the community is not
 *   looked at
 * @buildings: (array length=n_buildings) (inout): all buildings of the community; what grid they
 *   are in is written here, 0 for one that stands outside
 * @streets_wkb: (nullable): as for ggov_geo_border_trace(), should the lines have to be drawn anew
 * @notes: (element-type GgovGeoAdoptNote): where notes are added; none are where all is well
 * @error: GGOV_GEO_ERROR_REFUSED where nothing of the drawing lies in the community; as for
 *   ggov_geo_border_trace() otherwise; or NULL
 *
 * Makes a subdivision that keeps every rule of the lines that were drawn, and says what that took.
 * A drawing that keeps the rules itself keeps its lines, to a millimetre. Else each stretch of
 * ground goes to the grid that has the longest border with it, a building to the grid that holds
 * most of it, and the lines are straightened as in ggov_geo_border_trace(). Grids that are new,
 * of gaps and pieces, are numbered above all that were drawn.
 *
 * Some tens of milliseconds for 1,000 buildings; any thread.
 *
 * Returns: (transfer full) (nullable): the subdivision, or NULL with @error set
 */
GgovGeoSubdivision *ggov_geo_adopt (GBytes            *community_wkb,
                                    GgovGeoDrawnGrid  *drawn,
                                    guint              n_drawn,
                                    GgovGeoBuilding   *buildings,
                                    guint              n_buildings,
                                    GBytes            *streets_wkb,
                                    GArray            *notes,
                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
