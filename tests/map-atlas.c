/* map-atlas.c: a piece of town made for printed maps, each thing where a sum says it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-atlas.h"

#include "ggov-geo-wkb.h"

#define LON 110.0
#define LAT 40.6

/* Metres to a degree at latitude 40.6, roughly: what is measured is measured on the ellipsoid. */
#define LON_M 84600.0
#define LAT_M 111050.0

/* Of its place, what a building covers. */
#define COVER 0.55

static void
put (double  east_m,
     double  north_m,
     double *place)
{
  place[0] = LON + east_m / LON_M;
  place[1] = LAT + north_m / LAT_M;
}

static GBytes *
new_rectangle (double west_m,
               double south_m,
               double width_m,
               double height_m)
{
  const guint n = 5;
  double coords[10];

  put (west_m, south_m, coords);
  put (west_m + width_m, south_m, coords + 2);
  put (west_m + width_m, south_m + height_m, coords + 4);
  put (west_m, south_m + height_m, coords + 6);
  put (west_m, south_m, coords + 8);

  return ggov_geo_wkb_new_polygon (coords, &n, 1);
}

static void
add_grid (GgovAtlas          *atlas,
          const MapAtlasPlan *plan,
          guint               index)
{
  GgovAtlasGrid *grid = g_new0 (GgovAtlasGrid, 1);

  grid->id = index + 1;
  grid->community_id = 1;
  grid->code = g_strdup_printf ("150203005001%03u", index + 1);
  grid->name = g_strdup_printf ("第%u网格", index + 1);
  grid->buildings = plan->n_columns * plan->n_rows;
  grid->households = 20 * (grid->buildings - 1);
  grid->people = 2 * grid->households;
  grid->area = new_rectangle (index * plan->width_m, 0, plan->width_m, plan->height_m);
  grid->neighbours = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 id = index; id <= index + 2; id += 2)
    if (id > 0 && id <= plan->n_grids)
      g_array_append_val (grid->neighbours, id);
  g_ptr_array_add (atlas->grids, grid);
}

static void
add_post (GgovAtlas  *atlas,
          gint64      grid_id,
          gint64      building_id,
          const char *role_code,
          const char *role,
          guint       n)
{
  GgovAtlasPost *post = g_new0 (GgovAtlasPost, 1);

  post->grid_id = grid_id;
  post->building_id = building_id;
  post->role_code = g_strdup (role_code);
  post->role = g_strdup (role);
  post->name = g_strdup_printf ("王%03u", n);
  post->phone = g_strdup_printf ("138%08u", n);
  g_ptr_array_add (atlas->posts, post);
}

static void
add_building (GgovAtlas          *atlas,
              const MapAtlasPlan *plan,
              guint               grid,
              guint               n)
{
  const double width_m = plan->width_m / plan->n_columns;
  const double height_m = plan->height_m / plan->n_rows;
  const guint n_all = plan->n_columns * plan->n_rows;
  GgovAtlasBuilding *building = g_new0 (GgovAtlasBuilding, 1);

  building->id = grid * n_all + n + 1;
  building->grid_id = grid + 1;
  building->footprint =
    new_rectangle (grid * plan->width_m + (n % plan->n_columns + (1 - COVER) / 2) * width_m,
                   (n / plan->n_columns + (1 - COVER) / 2) * height_m, COVER * width_m,
                   COVER * height_m);
  g_ptr_array_add (atlas->buildings, building);

  if (n + 1 == n_all)
    {
      building->kind = GGOV_BUILDING_SCHOOL;
      building->name = g_strdup ("实验小学");
      return;
    }

  building->kind = GGOV_BUILDING_RESIDENTIAL;
  building->compound = g_strdup ("友谊小区");
  building->number = g_strdup_printf ("%u号楼", n + 1);
  building->units = 2;
  building->households = 20;
  add_post (atlas, 0, building->id, "building_leader", "楼长", building->id);
}

static void
add_street (GgovAtlas          *atlas,
            const MapAtlasPlan *plan)
{
  GgovAtlasStreet *street = g_new0 (GgovAtlasStreet, 1);
  double coords[4];

  put (-100, -6, coords);
  put (plan->n_grids * plan->width_m + 100, -6, coords + 2);
  street->name = g_strdup ("钢铁大街");
  street->is_main = TRUE;
  street->line = ggov_geo_wkb_new_line_string (coords, 2);
  g_ptr_array_add (atlas->streets, street);
}

GgovAtlas *
map_atlas_new (const MapAtlasPlan *plan)
{
  GgovAtlas *atlas = ggov_atlas_new ();
  GgovAtlasCommunity *community = g_new0 (GgovAtlasCommunity, 1);

  community->id = 1;
  community->code = g_strdup ("150203005001");
  community->name = g_strdup ("青松社区");
  community->border = new_rectangle (0, 0, plan->n_grids * plan->width_m, plan->height_m);
  g_ptr_array_add (atlas->communities, community);

  atlas->day = g_strdup ("2026-02-13");
  atlas->office = g_strdup ("青松街道");
  atlas->sources = g_strdup ("测绘院 2025");
  for (guint i = 0; i < plan->n_grids; i++)
    {
      add_grid (atlas, plan, i);
      add_post (atlas, i + 1, 0, "full_time_member", "专职网格员", 90000 + i);
      for (guint n = 0; n < plan->n_columns * plan->n_rows; n++)
        add_building (atlas, plan, i, n);
    }
  add_street (atlas, plan);

  return atlas;
}

void
map_atlas_get_centre (const MapAtlasPlan *plan,
                      guint               row,
                      guint               column,
                      double             *place)
{
  put ((column + 0.5) * plan->width_m / plan->n_columns,
       (row + 0.5) * plan->height_m / plan->n_rows, place);
}
