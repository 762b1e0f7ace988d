/* ggov-demo-grids.c: the demo's communities cut into grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-share-private.h"
#include "ggov-geo-wkb.h"
#include "ggov-place-code.h"

#define MAX_ATTEMPTS 12

static GBytes *
dup_streets (GgovDemoTown            *town,
             const GgovDemoCommunity *place)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  const double *box = place->box;

  for (guint i = 0; i < town->streets->len; i++)
    {
      const GgovDemoStreet *street = &g_array_index (town->streets, GgovDemoStreet, i);

      if (street->box[0] <= box[2] && street->box[2] >= box[0] &&
          street->box[1] <= box[3] && street->box[3] >= box[1])
        g_ptr_array_add (lines, street->line);
    }

  return ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_LINE_STRING, lines);
}

static GgovGeoBuilding *
dup_buildings (GgovDemoTown            *town,
               const GgovDemoCommunity *place)
{
  GgovGeoBuilding *buildings = g_new (GgovGeoBuilding, place->n_buildings);

  for (guint i = 0; i < place->n_buildings; i++)
    {
      GgovDemoBuilding *building = _ggov_demo_town_building (town, place->first_building + i);

      buildings[i].id = place->first_building + i + 1;
      buildings[i].grid_id = building->grid + 1;
      buildings[i].footprint = building->footprint;
    }

  return buildings;
}

/* An assignment may leave a grid around another, which only the tracing shows. */
static gboolean
trace (GgovDemoTown       *town,
       guint               community,
       GBytes             *streets,
       GArray             *pairs,
       GError            **error)
{
  GgovDemoCommunity *place = _ggov_demo_town_community (town, community);

  for (guint attempt = 0; attempt < MAX_ATTEMPTS; attempt++)
    {
      g_autofree GgovGeoBuilding *buildings = NULL;
      g_autoptr(GError) refusal = NULL;

      if (!_ggov_demo_share_buildings (town, community, pairs, attempt))
        continue;

      buildings = dup_buildings (town, place);
      place->subdivision = ggov_geo_border_trace (place->border, buildings, place->n_buildings,
                                                  streets, &refusal);
      if (place->subdivision)
        return TRUE;

      if (!g_error_matches (refusal, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }
    }

  g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
               "no sound grids were found for %s", place->code);
  return FALSE;
}

/* Codes in the order in which one reads. */
static gboolean
number_grids (GgovDemoTown  *town,
              guint          community,
              GError       **error)
{
  GgovDemoCommunity *place = _ggov_demo_town_community (town, community);
  g_autofree GgovPlacePoint *points = g_new (GgovPlacePoint, place->n_grids);

  for (guint i = 0; i < place->n_grids; i++)
    {
      points[i].id = place->first_grid + i;
      if (!ggov_geo_subdivision_get_label_point (place->subdivision, points[i].id + 1,
                                                 &points[i].lon, &points[i].lat, error))
        return FALSE;
    }

  ggov_place_order (points, place->n_grids, GGOV_PLACE_ROW_HEIGHT_M);

  for (guint i = 0; i < place->n_grids; i++)
    {
      GgovDemoGrid *grid = _ggov_demo_town_grid (town, points[i].id);

      grid->community = community;
      grid->number = i + 1;
      grid->code = g_strdup_printf ("%s%03u", place->code, i + 1);
      grid->name = g_strdup_printf ("%s第%u网格", place->name, i + 1);
    }

  return TRUE;
}

gboolean
_ggov_demo_draw_grids (GgovDemoTown  *town,
                       guint          community,
                       GError       **error)
{
  GgovDemoCommunity *place = _ggov_demo_town_community (town, community);
  g_autoptr(GBytes) streets = dup_streets (town, place);
  g_autofree GgovGeoBuilding *buildings = dup_buildings (town, place);
  g_autoptr(GArray) pairs = ggov_geo_border_list_adjacencies (place->border, buildings,
                                                              place->n_buildings, streets, error);

  return pairs != NULL && trace (town, community, streets, pairs, error) &&
         number_grids (town, community, error);
}
