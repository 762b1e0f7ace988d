/* ggov-geo-repaint-private.h: the borders between some grids traced anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-border.h"

G_BEGIN_DECLS

/**
 * GgovGeoRepaint:
 * @before: the subdivision in force
 * @buildings: (array length=n_buildings): all buildings, with the grids they are to have
 * @streets_wkb: (nullable): as for ggov_geo_border_trace()
 * @grids: (array length=n_grids): the grids that lose or gain buildings
 * @locked: (nullable) (element-type gint64): grids that must stay as they are
 */
typedef struct
{
  GgovGeoSubdivision *before;
  const GgovGeoBuilding *buildings;
  guint n_buildings;
  GBytes *streets_wkb;
  const gint64 *grids;
  guint n_grids;
  GArray *locked;
} GgovGeoRepaint;

/**
 * _ggov_geo_repaint:
 * @offender: (out) (optional): the grid at fault, where that is the error; 0 if none
 *
 * Traces the borders inside the grids concerned anew, as ggov_geo_subdivision_move_buildings()
 * does. Where these alone leave too narrow a neck, their neighbours are traced with them.
 *
 * Returns: (transfer full) (nullable): the new subdivision, or NULL with @error set
 */
GgovGeoSubdivision *_ggov_geo_repaint (const GgovGeoRepaint  *repaint,
                                       gint64                *offender,
                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_geo_building_find_ground:
 *
 * Returns: the grid a building belongs to, or where it has none, the one it stands in; 0 outside
 *   the community
 */
gint64              _ggov_geo_building_find_ground (GgovGeoSubdivision    *subdivision,
                                                    const GgovGeoBuilding *building);

G_END_DECLS
