/* map-town.h: a small town in a store, for the tests of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store-fixture.h"

/* The day that its grids and posts are in force. */
#define MAP_TOWN_DAY "2026-03-02"

/* The middle of the town. */
#define MAP_TOWN_LON 110.0
#define MAP_TOWN_LAT 40.6

#define MAP_TOWN_N_COLUMNS 6
#define MAP_TOWN_N_ROWS    4

/**
 * MapTown:
 * @buildings: by row from the south, then column from the west; each is 40 by 14 m and has two
 *   units of 10 households and 25 people
 * @grids: of two columns each, from the west: the first is numbered 001
 * @member: full-time member of the first grid
 * @leader: of the first building
 *
 * Numbers of what is in the town: one community of 24 buildings in three grids, with a main
 * street to the south of it and a street between the second and the third grid.
 */
typedef struct
{
  gint64 community;
  gint64 plan;
  gint64 buildings[MAP_TOWN_N_ROWS][MAP_TOWN_N_COLUMNS];
  gint64 grids[3];
  gint64 member;
  gint64 leader;
  gint64 issue;
} MapTown;

/* Writes the town as one change; aborts the test if that fails. */
void map_town_write (GgovStore *store,
                     MapTown   *town);

/* Where a place of the town is: @place is longitude and latitude of so many metres to the east and
 * north of its south-west corner. Building (row, column) has its corner at (20 + 70 column,
 * 20 + 45 row); the community is 430 by 200 m. */
void map_town_place (double     east_m,
                     double     north_m,
                     double    *place);
