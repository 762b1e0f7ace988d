/* ggov-map-legend.h: what the colours on the map mean, and the menu they are chosen from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-issue-due.h"
#include "ggov-theme-paint.h"

G_BEGIN_DECLS

/**
 * GgovMapLegend:
 *
 * Lies on the map. Works by the actions of the group "themes".
 */
#define GGOV_TYPE_MAP_LEGEND (ggov_map_legend_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapLegend, ggov_map_legend, GGOV, MAP_LEGEND, AdwBin)

GgovMapLegend *ggov_map_legend_new       (void);

/**
 * ggov_map_legend_set_theme:
 * @theme: (nullable): what is chosen
 * @has_to_wait: whether it cannot be shown while a plan is drawn
 */
void           ggov_map_legend_set_theme (GgovMapLegend   *self,
                                          const GgovTheme *theme,
                                          gboolean         has_to_wait);

/* (nullable): the classes that are shown now */
void           ggov_map_legend_set_paint (GgovMapLegend   *self,
                                          GgovThemePaint  *paint);

/* (nullable) (array fixed-size=GGOV_ISSUE_N_DUES): how many of the issues that are marked stand how;
 * NULL where none are marked */
void           ggov_map_legend_set_issues (GgovMapLegend  *self,
                                           const guint    *counts);

void           ggov_map_legend_set_open  (GgovMapLegend   *self,
                                          gboolean         is_open);
void           ggov_map_legend_open_menu (GgovMapLegend   *self);

G_END_DECLS
