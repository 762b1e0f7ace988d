/* geo-map.h: communities to edit: the demo's, and maps of real towns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-town-private.h"
#include "ggov-geo-border.h"

typedef struct
{
  GBytes *community;
  GBytes *streets;       /* (nullable) */
  GArray *buildings;     /* (element-type GgovGeoBuilding): a reference on each footprint */
  GArray *households;    /* (element-type guint) */
  GgovGeoSubdivision *subdivision;
} Map;

void map_clear (Map *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Map, map_clear)

/* A community of the demo, whose grids are drawn. */
void map_read_demo (Map          *self,
                    GgovDemoTown *town,
                    guint         community);

/* The smallest statistical areas of a district, by the areas that they make up; FALSE, and the
 * test skipped, where the map is not at hand. */
gboolean map_read_taipei (Map *self);

/* Census blocks, each of a ward; likewise. */
gboolean map_read_providence (Map *self);
