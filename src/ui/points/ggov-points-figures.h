/* ggov-points-figures.h: the sums of the points ledger, and the proof that they balance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-points.h"

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_FIGURES (ggov_points_figures_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsFigures, ggov_points_figures, GGOV, POINTS_FIGURES, AdwBin)

void ggov_points_figures_set_totals (GgovPointsFigures      *self,
                                     const GgovPointsTotals *totals);

G_END_DECLS
