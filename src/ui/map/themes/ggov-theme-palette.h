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
 * @colours: (out) (array length=n): of the classes in order
 *
 * The colours of ggov_theme_ramp_get_colour(), as the map takes them.
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
