/* ggov-geo-line.h: a line while it is drawn by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-layout.h"

G_BEGIN_DECLS

/**
 * ggov_geo_line_simplify:
 * @coords: (array): shape [n_points][2]: longitude then latitude in degrees
 * @tolerance_m: how far the line may be from where it was, metres
 *
 * Leaves out points that the line does as well without; its ends stay. A line that did not cross
 * itself may do so after.
 *
 * Source: Douglas and Peucker, "Algorithms for the reduction of the number of points required to
 * represent a digitized line or its caricature", Cartographica 10 (1973).
 *
 * Returns: (transfer full) (element-type double[2]): the points that are left
 */
GArray   *ggov_geo_line_simplify         (const double   *coords,
                                          guint           n_points,
                                          double          tolerance_m) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_line_check_unfinished:
 * @grid_id: the grid that the line is in, when what is beyond it does not count; else 0
 * @coords: (array): shape [n_points][2]: the line as far as it is drawn, degrees
 * @error: GGOV_GEO_ERROR_REFUSED where it cannot become a border however it goes on: it crosses
 *   itself, or cuts a building that no border cuts yet; or NULL
 *
 * A line that does not reach a border yet is none that a tool would take, though nothing may be
 * wrong with it. About a millisecond; any thread.
 */
gboolean  ggov_geo_line_check_unfinished (GgovGeoLayout  *layout,
                                          gint64          grid_id,
                                          const double   *coords,
                                          guint           n_points,
                                          GError        **error);

G_END_DECLS
