/* bench-grids.h: a made-up community of 10,000 buildings in 25 grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "../geo-town.h"
#include "ggov-geo-border.h"
#include "ggov-geo-wkb.h"

#define N_BLOCKS 29 /* a side: about 10,000 buildings */
#define N_GRIDS  5  /* a side, so that each has about 400 buildings */

/* Squares of the ground before it was turned: buildings next to each other, street by street. */
static inline void
assign_squares (Town *town)
{
  GgovGeoBuilding *buildings = (GgovGeoBuilding *) town->buildings->data;
  double most[2] = { 0, 0 };

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < town->buildings->len; i++)
      {
        GgovGeoWkb shape;
        double place[2], x, y, u, v;

        ggov_geo_wkb_init_bytes (&shape, buildings[i].footprint, NULL);
        ggov_geo_wkb_get_centroid (&shape, &place[0], &place[1]);
        x = (place[0] - TOWN_LON) * TOWN_LON_M;
        y = (place[1] - TOWN_LAT) * TOWN_LAT_M;
        u = x * cos (town->angle) + y * sin (town->angle);
        v = y * cos (town->angle) - x * sin (town->angle);

        if (pass == 0)
          {
            most[0] = MAX (most[0], u);
            most[1] = MAX (most[1], v);
          }
        else
          buildings[i].grid_id = 1 + (gint64) CLAMP (u / most[0] * N_GRIDS, 0, N_GRIDS - 1) +
                                 N_GRIDS * (gint64) CLAMP (v / most[1] * N_GRIDS, 0, N_GRIDS - 1);
      }
}

/* Numbers the pieces in which the buildings of each grid hang together, and counts them. */
static inline void
find_pieces (const GgovGeoBuilding *buildings,
             guint                  n_buildings,
             GArray                *pairs,
             guint                 *piece_of,
             guint                 *sizes)
{
  gboolean has_changed = TRUE;

  for (guint i = 0; i < n_buildings; i++)
    piece_of[i] = i;

  while (has_changed)
    {
      has_changed = FALSE;

      for (guint i = 0; i < pairs->len; i++)
        {
          const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);
          guint *first = &piece_of[pair->first], *second = &piece_of[pair->second];

          if (buildings[pair->first].grid_id == buildings[pair->second].grid_id &&
              *first != *second)
            {
              *first = *second = MIN (*first, *second);
              has_changed = TRUE;
            }
        }
    }

  memset (sizes, 0, n_buildings * sizeof *sizes);

  for (guint i = 0; i < n_buildings; i++)
    sizes[piece_of[i]]++;
}

/* Gives small pieces of grids to the grid next to them. */
static inline void
join_pieces (Town *town)
{
  GgovGeoBuilding *buildings = (GgovGeoBuilding *) town->buildings->data;
  guint n = town->buildings->len;
  g_autofree guint *piece_of = g_new (guint, n);
  g_autofree guint *sizes = g_new (guint, n);
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GError) error = NULL;

  pairs = ggov_geo_border_list_adjacencies (town->community, buildings, n, town->streets, &error);
  g_assert_no_error (error);

  for (guint round = 0; round < 5; round++)
    {
      find_pieces (buildings, n, pairs, piece_of, sizes);

      for (guint i = 0; i < pairs->len; i++)
        {
          const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);
          guint first = sizes[piece_of[pair->first]], second = sizes[piece_of[pair->second]];

          if (first < 100 && second >= 100)
            buildings[pair->first].grid_id = buildings[pair->second].grid_id;
          else if (second < 100 && first >= 100)
            buildings[pair->second].grid_id = buildings[pair->first].grid_id;
        }
    }
}

static inline void
init_community (Town  *town,
                GRand *rand)
{
  town_init (town, rand, N_BLOCKS, N_BLOCKS);
  assign_squares (town);
  join_pieces (town);
}
