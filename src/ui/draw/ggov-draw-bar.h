/* ggov-draw-bar.h: the tools with which a draft is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-draft.h"

G_BEGIN_DECLS

/**
 * GgovDrawBar:
 *
 * Asks by the actions of GgovDrawing, and by map.new-grid and map.lock-grid.
 */
#define GGOV_TYPE_DRAW_BAR (ggov_draw_bar_get_type ())

G_DECLARE_FINAL_TYPE (GgovDrawBar, ggov_draw_bar, GGOV, DRAW_BAR, AdwBin)

/**
 * ggov_draw_bar_show:
 * @draft: (nullable): NULL hides the bar
 * @number: the grid that is chosen, or 0
 */
void ggov_draw_bar_show (GgovDrawBar *self,
                         GgovDraft   *draft,
                         gint64       number);

G_END_DECLS
