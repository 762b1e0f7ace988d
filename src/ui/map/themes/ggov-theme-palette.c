/* ggov-theme-palette.c: the colours of classes on the map, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-theme-palette.h"
#include "ggov-theme-ramp.h"

static const guint32 lines[2] = { 0xb4b3ae, 0x53575d };

static GgovMapColour
make (guint32 rgb,
      double  alpha)
{
  const GgovMapColour colour = {
    (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, alpha,
  };

  return colour;
}

void
ggov_theme_palette_fill (GgovThemeRamp  ramp,
                         gboolean       zero_apart,
                         guint          n,
                         gboolean       is_dark,
                         GgovMapColour *colours)
{
  g_return_if_fail (n <= GGOV_CLASSES_MAX);

  for (guint i = 0; i < n; i++)
    colours[i] = make (ggov_theme_ramp_get_colour (ramp, zero_apart, i, n, is_dark), 1);
}

GgovMapColour
ggov_theme_palette_get_no_data (gboolean is_dark)
{
  return make (ggov_theme_ramp_get_no_data (is_dark), 1);
}

GgovMapColour
ggov_theme_palette_get_lines (gboolean is_dark)
{
  return make (lines[is_dark != FALSE], 1);
}

GgovMapColour
ggov_theme_palette_get_veil (gboolean is_dark,
                             gboolean is_strong)
{
  return make (is_dark ? 0xffffff : 0x000000, is_strong ? 0.20 : 0.08);
}

GgovMapColour
ggov_theme_palette_get_outline (gboolean is_dark)
{
  return make (is_dark ? 0xffffff : 0x000000, 0.30);
}
