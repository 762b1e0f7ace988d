/* ggov-theme-ramp.h: the colours of classes, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-themes.h"

G_BEGIN_DECLS

/**
 * ggov_theme_ramp_get_colour:
 * @zero_apart: whether the first class is that of nothing, which is grey instead
 * @i: which class
 * @n: how many there are, 1 to GGOV_CLASSES_MAX; odd for GGOV_THEME_BALANCE
 *
 * On light ground more is darker, on dark ground more is brighter. People who see colours
 * differently tell the classes apart by lightness, and the two sides of a balance by hue as well.
 *
 * Source: Harrower and Brewer, ColorBrewer.org (2003): YlGnBu, YlOrRd, Purples and PuOr, which it
 *   marks as safe for colour-blind people; vermilion and blue of Okabe and Ito (2008).
 *
 * Returns: 0xRRGGBB
 */
guint32 ggov_theme_ramp_get_colour  (GgovThemeRamp ramp,
                                     gboolean      zero_apart,
                                     guint         i,
                                     guint         n,
                                     gboolean      is_dark);

/* Of what nothing can be said of. */
guint32 ggov_theme_ramp_get_no_data (gboolean      is_dark);

G_END_DECLS
