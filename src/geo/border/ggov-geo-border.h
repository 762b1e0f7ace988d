/* ggov-geo-border.h: neat border lines from the assignment of buildings to grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-subdivision.h"

G_BEGIN_DECLS

/**
 * GgovGeoBuilding:
 * @id: unique among the buildings handed over together
 * @grid_id: the grid it belongs to; 0: none yet, it follows the grid around it
 * @footprint: (unowned): WKB polygon or multipolygon, longitude then latitude in degrees
 *
 * A building as borders see it. Touching footprints are usual; one that overlaps another, crosses
 * itself or lies partly outside the community is taken as well as it goes, one that is empty or
 * lies wholly outside is passed over: ggov_geo_subdivision_check_buildings() names them.
 */
typedef struct
{
  gint64 id;
  gint64 grid_id;
  GBytes *footprint;
} GgovGeoBuilding;

/**
 * ggov_geo_border_trace:
 * @community_wkb: the community's border: WKB polygon (or multipolygon of one), longitude then
 *   latitude in degrees, valid
 * @buildings: (array length=n_buildings): all buildings of the community
 * @n_buildings: at least 1
 * @streets_wkb: (nullable): WKB lines, main streets and others, longitude then latitude; may
 *   reach beyond the community
 * @error: GGOV_GEO_ERROR_SHAPE or _INVALID where @community_wkb or @streets_wkb is at fault;
 *   GGOV_GEO_ERROR_REFUSED where the assignment leaves a grid in pieces, around another or
 *   without any building in the community: the message names the grid's id; or NULL
 *
 * Draws the borders between the grids: along street centre lines where streets part them, halfway
 * between buildings elsewhere, straightened within 3 metres (1 metre along streets) as long as
 * they stay clear of footprints. Ground without buildings goes to the neighbour that it shares
 * the longest border with, and so does a building without a grid, a street counting a quarter. No
 * building is cut. The community's own vertices are kept bit for bit;
 * to them come only the points where inner borders meet the outer one.
 *
 * Arcs are numbered from 1. The same input gives the same output. About a millisecond a building;
 * may run on any thread.
 *
 * Returns: (transfer full) (nullable): the subdivision, or NULL with @error set
 */
GgovGeoSubdivision *ggov_geo_border_trace (GBytes                 *community_wkb,
                                           const GgovGeoBuilding  *buildings,
                                           guint                   n_buildings,
                                           GBytes                 *streets_wkb,
                                           GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovGeoAdjacency:
 * @first: index of a building
 * @second: index of another building, above @first
 * @border_m: length of the border their plots share, metres; at least 0.5: less is a corner
 * @street_m: how much of it runs along streets, metres
 */
typedef struct
{
  guint first;
  guint second;
  double border_m;
  double street_m;
} GgovGeoAdjacency;

/**
 * ggov_geo_border_list_adjacencies:
 *
 * Which buildings' plots touch, as ggov_geo_border_trace() with the same community, buildings and
 * streets sees it: a grid whose buildings hang together by these pairs is traced in one piece.
 * The grids of @buildings are not looked at.
 *
 * Returns: (transfer full) (nullable) (element-type GgovGeoAdjacency): pairs by ascending @first,
 *   then @second; or NULL with @error set
 */
GArray *ggov_geo_border_list_adjacencies (GBytes                 *community_wkb,
                                          const GgovGeoBuilding  *buildings,
                                          guint                   n_buildings,
                                          GBytes                 *streets_wkb,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_subdivision_move_buildings:
 * @self: the subdivision in force; left as it is
 * @buildings: (array length=n_buildings): all buildings of the community with the grids they have
 *   in @self
 * @streets_wkb: (nullable): as for ggov_geo_border_trace()
 * @building_ids: (array length=n_ids): the buildings to move, some of @buildings; one without a
 *   grid is moved from the grid it stands in
 * @new_grid_id: where to: a grid that hangs together with those that lose buildings
 * @error: GGOV_GEO_ERROR_REFUSED where the buildings do not stand next to the new grid, or one of
 *   their old grids would fall into pieces, lose its last building or come to surround another:
 *   see ggov_geo_error_get_refusal(); or NULL
 *
 * Repaints buildings into a neighbouring grid, and the border follows. The border is traced
 * anew inside the grids concerned only; where what is left to them would hang together by too
 * narrow a neck, the grids beside them are traced along. All other arcs keep their ids and
 * coordinates, except where the new border meets them: such an arc is replaced by its two parts; two arcs between the same
 * grids that no third one parts any longer become one, without the point between them where that
 * lay on a straight line. New arcs have ids above all of @self's: a
 * store with numbers of its own writes what ggov_geo_subdivision_compare() lists and reads the
 * result afresh.
 *
 * Returns: (transfer full) (nullable): the new subdivision, or NULL with @error set
 */
GgovGeoSubdivision *ggov_geo_subdivision_move_buildings (GgovGeoSubdivision     *self,
                                                         const GgovGeoBuilding  *buildings,
                                                         guint                   n_buildings,
                                                         GBytes                 *streets_wkb,
                                                         const gint64           *building_ids,
                                                         guint                   n_ids,
                                                         gint64                  new_grid_id,
                                                         GError                **error)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/* The same for one building. */
GgovGeoSubdivision *ggov_geo_subdivision_move_building (GgovGeoSubdivision     *self,
                                                        const GgovGeoBuilding  *buildings,
                                                        guint                   n_buildings,
                                                        GBytes                 *streets_wkb,
                                                        gint64                  building_id,
                                                        gint64                  new_grid_id,
                                                        GError                **error)
                                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
