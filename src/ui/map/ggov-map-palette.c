/* ggov-map-palette.c: the colours of the map, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-palette.h"

/* How much of a grid's hue shows on its ground, and on its buildings. */
#define GROUND_LIGHT      0.13
#define GROUND_DARK       0.17
#define RESIDENTIAL_SHARE 0.42
#define OTHER_SHARE       0.14

typedef struct
{
  guint32 ground;
  guint32 community;
  guint32 kinds[GGOV_BUILDING_N_KINDS];
  guint32 outline;
  guint32 street;
  guint32 main_street;
  guint32 street_edge;
  guint32 grid_border;
  guint32 community_border;
  guint32 halo;
  guint32 text;
  guint32 faint_text;
  guint32 selected;
} Scheme;

/* Blue, orange, bluish green, reddish purple, sky blue, yellow. */
static const guint32 hues[GGOV_MAP_N_HUES] = {
  0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xf0e442,
};

static const Scheme light = {
  .ground = 0xecebe7, .community = 0xf8f7f4,
  .kinds = { 0xd3cbc0, 0xdfc9b8, 0xc9cad6, 0xd9c1c6, 0xe3bdbd, 0xc6cbc4, 0xd6d5d1 },
  .outline = 0x3d3a36,
  .street = 0xffffff, .main_street = 0xfff6dc, .street_edge = 0xcbc6bb,
  .grid_border = 0x4b5763, .community_border = 0x6a2c8f,
  .halo = 0xffffff, .text = 0x24292f, .faint_text = 0x5d6570, .selected = 0x1a5fb4,
};

static const Scheme dark = {
  .ground = 0x1b1c1e, .community = 0x242629,
  .kinds = { 0x5f5c58, 0x675649, 0x545766, 0x654f56, 0x6e4c4c, 0x535953, 0x55575a },
  .outline = 0x0e0f10,
  .street = 0x3b3e42, .main_street = 0x4a4739, .street_edge = 0x17181a,
  .grid_border = 0xc4ccd4, .community_border = 0xd9a8f5,
  .halo = 0x141517, .text = 0xf2f4f6, .faint_text = 0xb4bcc4, .selected = 0x8ec7ff,
};

static GgovMapColour
colour (guint32 rgb,
        double  alpha)
{
  const GgovMapColour c = {
    (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, alpha,
  };

  return c;
}

static GgovMapColour
mix (GgovMapColour a,
     GgovMapColour b,
     double        share)
{
  const GgovMapColour c = {
    a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share, 1,
  };

  return c;
}

static void
make_shades (GgovMapPalette *palette,
             const Scheme   *scheme)
{
  for (guint kind = 0; kind < GGOV_BUILDING_N_KINDS; kind++)
    for (guint hue = 0; hue <= GGOV_MAP_N_HUES; hue++)
      {
        guint8 shade = ggov_map_palette_get_shade (kind, hue);
        GgovMapColour own = colour (scheme->kinds[kind], 1);
        double share = kind == GGOV_BUILDING_RESIDENTIAL ? RESIDENTIAL_SHARE : OTHER_SHARE;

        if (hue != GGOV_MAP_NO_HUE)
          own = mix (own, colour (hues[hue], 1), share);

        palette->shades[shade] = own;
        palette->outlines[shade] = mix (own, colour (scheme->outline, 1), 0.45);
      }
}

static GgovMapPalette *
make (const Scheme *scheme,
      double        ground)
{
  GgovMapPalette *palette = g_new0 (GgovMapPalette, 1);

  palette->ground = colour (scheme->ground, 1);
  palette->community = colour (scheme->community, 1);
  for (guint hue = 0; hue < GGOV_MAP_N_HUES; hue++)
    palette->hues[hue] = colour (hues[hue], ground);
  make_shades (palette, scheme);
  palette->street = colour (scheme->street, 1);
  palette->main_street = colour (scheme->main_street, 1);
  palette->street_edge = colour (scheme->street_edge, 1);
  palette->grid_border = colour (scheme->grid_border, 1);
  palette->community_border = colour (scheme->community_border, 1);
  palette->halo = colour (scheme->halo, 0.75);
  palette->text = colour (scheme->text, 1);
  palette->faint_text = colour (scheme->faint_text, 1);
  palette->selected = colour (scheme->selected, 1);

  return palette;
}

const GgovMapPalette *
ggov_map_palette_get (gboolean is_dark)
{
  static const GgovMapPalette *palettes[2];

  if (g_once_init_enter (&palettes[is_dark != 0]))
    g_once_init_leave (&palettes[is_dark != 0],
                       make (is_dark ? &dark : &light, is_dark ? GROUND_DARK : GROUND_LIGHT));

  return palettes[is_dark != 0];
}

guint8
ggov_map_palette_get_shade (GgovBuildingKind kind,
                            guint            hue)
{
  return kind * (GGOV_MAP_N_HUES + 1) + hue;
}
