/* ggov-points-charts.h: what points come to month by month, and whether leaders are more active
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_CHARTS (ggov_points_charts_get_type ())

/* Charts of the year's months, and of the grids before and after a day. */
G_DECLARE_FINAL_TYPE (GgovPointsCharts, ggov_points_charts, GGOV, POINTS_CHARTS, AdwBin)

GtkWidget *ggov_points_charts_new (GgovSession *session);

G_END_DECLS
