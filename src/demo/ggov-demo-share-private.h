/* ggov-demo-share-private.h: which of the demo's buildings go to which grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-town-private.h"
#include "ggov-geo-border.h"

G_BEGIN_DECLS

/* Households a grid may have; the official band. */
#define GGOV_DEMO_GRID_LEAST 300
#define GGOV_DEMO_GRID_MOST  500

/**
 * _ggov_demo_share_buildings:
 * @pairs: (element-type GgovGeoAdjacency): of the community's buildings
 * @attempt: another number gives another result
 *
 * Returns: whether each grid is in one piece and within the band; only then are they kept
 */
gboolean _ggov_demo_share_buildings (GgovDemoTown *town,
                                     guint         community,
                                     GArray       *pairs,
                                     guint         attempt);

G_END_DECLS
