/* map-atlas.h: a piece of town made for printed maps, each thing where a sum says it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-atlas.h"

/**
 * MapAtlasPlan:
 * @n_grids: side by side from the west, each @width_m by @height_m
 * @n_columns: of buildings in each grid
 * @n_rows: likewise
 *
 * A community of grids in which buildings stand in rows, numbered from the south-west: 1号楼, 2号楼
 * and on, each with 20 households and a leader 王001 with the phone 13800000001 and on. The last
 * of each grid is a school without a number.
 */
typedef struct
{
  guint  n_grids;
  guint  n_columns;
  guint  n_rows;
  double width_m;
  double height_m;
} MapAtlasPlan;

GgovAtlas *map_atlas_new (const MapAtlasPlan *plan);

/* The centre of a building of the first grid: longitude and latitude. */
void       map_atlas_get_centre (const MapAtlasPlan *plan,
                                 guint               row,
                                 guint               column,
                                 double             *place);
