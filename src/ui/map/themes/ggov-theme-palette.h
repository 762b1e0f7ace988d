/* ggov-theme-palette.h: the colours of classes on the map, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-palette.h"
#include "ggov-store-themes.h"

G_BEGIN_DECLS

/**
 * ggov_theme_palette_fill:
 * @zero_apart: whether the first class is that of nothing, which is grey instead
 * @n: how many classes, 1 to GGOV_CLASSES_MAX; odd for GGOV_THEME_BALANCE
 * @colours: (out) (array length=n): of the classes in order
 *
 * On light ground more is darker, on dark ground more is brighter. People who see colours
 * differently tell the classes apart by lightness, and the two sides of a balance by hue as well.
 *
 * Source: Harrower and Brewer, ColorBrewer.org (2003): YlGnBu, YlOrRd, Purples and PuOr, which it
 *   marks as safe for colour-blind people; vermilion and blue of Okabe and Ito (2008).
 */
void          ggov_theme_palette_fill        (GgovThemeRamp  ramp,
                                              gboolean       zero_apart,
                                              guint          n,
                                              gboolean       is_dark,
                                              GgovMapColour *colours);

/* The ground of what nothing can be said of, and the lines on it. */
GgovMapColour ggov_theme_palette_get_no_data (gboolean       is_dark);
GgovMapColour ggov_theme_palette_get_lines   (gboolean       is_dark);

/* A veil for buildings on a ground that is dark or not, and their outlines; @is_strong where people
 * live. */
GgovMapColour ggov_theme_palette_get_veil    (gboolean       is_dark,
                                              gboolean       is_strong);
GgovMapColour ggov_theme_palette_get_outline (gboolean       is_dark);

G_END_DECLS
