/* ggov-demo-shapes-private.h: from metres on the demo's ground to shapes in degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-town-private.h"

G_BEGIN_DECLS

/**
 * _ggov_demo_shape_line:
 * @points: (array) (inout): shape [n_points][2], metres east and north; degrees afterwards. Equal
 *   points become equal degrees
 * @box: (out): west, south, east, north in degrees
 *
 * Returns: (transfer full): a WKB line string
 */
GBytes *_ggov_demo_shape_line     (GgovGeoProjection *projection,
                                   double            *points,
                                   guint              n_points,
                                   double             box[4]) G_GNUC_WARN_UNUSED_RESULT;

/* The same for one ring, whose last point is its first. */
GBytes *_ggov_demo_shape_polygon  (GgovGeoProjection *projection,
                                   double            *points,
                                   guint              n_points,
                                   double             box[4]) G_GNUC_WARN_UNUSED_RESULT;

/* Draws a building's footprint. */
void    _ggov_demo_shape_building (GgovGeoProjection *projection,
                                   GgovDemoBuilding  *building);

G_END_DECLS
