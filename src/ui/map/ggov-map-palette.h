/* ggov-map-palette.h: the colours of the map, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-building-kind.h"

G_BEGIN_DECLS

/* Grids that border on each other take different ones. */
#define GGOV_MAP_N_HUES 6

/* The hue of what is in no grid. */
#define GGOV_MAP_NO_HUE GGOV_MAP_N_HUES

/* A building's colour depends on its kind and on the hue of its grid. */
#define GGOV_MAP_N_SHADES (GGOV_BUILDING_N_KINDS * (GGOV_MAP_N_HUES + 1))

/**
 * GgovMapColour:
 *
 * Parts of 1, alpha not multiplied in.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} GgovMapColour;

/**
 * GgovMapPalette:
 * @ground: where there is no community
 * @community: the ground of a community
 * @hues: soft, over the ground of a grid
 * @shades: of buildings, by ggov_map_palette_get_shade()
 * @outlines: of the same buildings
 * @halo: around borders and labels, to set them off
 * @selected: what the user has chosen
 */
typedef struct
{
  GgovMapColour ground;
  GgovMapColour community;
  GgovMapColour hues[GGOV_MAP_N_HUES + 1];
  GgovMapColour shades[GGOV_MAP_N_SHADES];
  GgovMapColour outlines[GGOV_MAP_N_SHADES];
  GgovMapColour street;
  GgovMapColour main_street;
  GgovMapColour street_edge;
  GgovMapColour grid_border;
  GgovMapColour community_border;
  GgovMapColour halo;
  GgovMapColour text;
  GgovMapColour faint_text;
  GgovMapColour selected;
} GgovMapPalette;

/**
 * ggov_map_palette_get:
 *
 * The hues are told apart by people who see colours differently, too.
 *
 * Source: Okabe and Ito, Color Universal Design (2008), for the six hues.
 *
 * Returns: (transfer none): the palette; any thread
 */
const GgovMapPalette *ggov_map_palette_get       (gboolean         dark);

guint8                ggov_map_palette_get_shade (GgovBuildingKind kind,
                                                  guint            hue);

G_END_DECLS
