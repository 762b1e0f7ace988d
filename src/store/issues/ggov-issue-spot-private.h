/* ggov-issue-spot-private.h: the grid that a point of the map is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-private.h"

G_BEGIN_DECLS

/**
 * _ggov_issue_find_grid_at:
 * @day: ISO day whose plans count
 * @lon_e7: degrees times ten million
 * @lat_e7: likewise
 * @grid_id: (out): the grid there; left as it was where there is none
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean _ggov_issue_find_grid_at (GgovDb      *db,
                                   const char  *day,
                                   gint64       lon_e7,
                                   gint64       lat_e7,
                                   gint64      *grid_id,
                                   GError     **error);

G_END_DECLS
