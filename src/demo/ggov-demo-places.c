/* ggov-demo-places.c: writing the demo's places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-names-private.h"
#include "ggov-demo-office-private.h"
#include "ggov-write-founding.h"
#include "ggov-write-places.h"

#define SUB_DISTRICT_NAME "锦宁街道"

typedef struct
{
  GgovChange        *change;
  GgovDemoOffice    *office;
  GgovDemoTown      *town;
  GgovDemoCommunity *place;
  guint              community;
  gint64             plan_id;
} Writing;

static gboolean
write_streets (GgovChange    *change,
               GgovDemoTown  *town,
               GError       **error)
{
  for (guint i = 0; i < town->streets->len; i++)
    {
      const GgovDemoStreet *street = &g_array_index (town->streets, GgovDemoStreet, i);

      if (!ggov_change_add_street (change, street->name, street->main, street->line, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_compounds (Writing  *writing,
                 GError  **error)
{
  GgovDemoTown *town = writing->town;

  for (guint i = 0; i < town->compounds->len; i++)
    {
      GgovDemoCompound *compound = &g_array_index (town->compounds, GgovDemoCompound, i);

      if (compound->community != writing->community)
        continue;

      compound->id = ggov_change_add_compound (writing->change, writing->place->id, compound->name,
                                               error);
      if (compound->id == 0)
        return FALSE;
    }

  return TRUE;
}

/* Grids are written by their codes, so that their numbers follow these. */
static gboolean
write_grids (Writing  *writing,
             GError  **error)
{
  const GgovDemoCommunity *place = writing->place;

  for (guint number = 1; number <= place->n_grids; number++)
    for (guint i = 0; i < place->n_grids; i++)
      {
        GgovDemoGrid *grid = _ggov_demo_town_grid (writing->town, place->first_grid + i);
        const GgovGridRecord record = {
          .community_id = place->id,
          .code = grid->code,
          .name = grid->name,
          .valid_from = writing->office->founded_text,
        };

        if (grid->number != number)
          continue;

        if (!(grid->id = ggov_change_add_grid (writing->change, &record, error)))
          return FALSE;
      }

  return TRUE;
}

static gboolean
write_units (Writing           *writing,
             GgovDemoBuilding  *building,
             GError           **error)
{
  for (guint i = 0; i < building->n_units; i++)
    {
      GgovDemoUnit *unit = _ggov_demo_town_unit (writing->town, building->first_unit + i);

      unit->id = ggov_change_add_unit (writing->change, building->id, unit->number,
                                       unit->households, unit->people, error);
      if (unit->id == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_building (Writing           *writing,
                GgovDemoBuilding  *building,
                GError           **error)
{
  GgovDemoTown *town = writing->town;
  const GgovBuildingRecord record = {
    .community_id = writing->place->id,
    .compound_id = building->compound < 0
                   ? 0 : g_array_index (town->compounds, GgovDemoCompound, building->compound).id,
    .number = building->number,
    .name = building->name,
    .kind = building->kind,
    .floors = building->floors,
    .footprint = building->footprint,
    .source = "demo",
  };

  building->id = ggov_change_add_building (writing->change, &record, error);

  return building->id != 0 && write_units (writing, building, error) &&
         ggov_change_assign_building (writing->change, writing->plan_id, building->id,
                                      _ggov_demo_town_grid (town, building->grid)->id, error);
}

static gboolean
write_buildings (Writing  *writing,
                 GError  **error)
{
  const GgovDemoCommunity *place = writing->place;

  for (guint i = 0; i < place->n_buildings; i++)
    if (!write_building (writing,
                         _ggov_demo_town_building (writing->town, place->first_building + i),
                         error))
      return FALSE;

  return TRUE;
}

static gint64
get_grid_id (GgovDemoTown *town,
             gint64        grid)
{
  return grid == 0 ? 0 : _ggov_demo_town_grid (town, grid - 1)->id;
}

static gboolean
write_arcs (Writing  *writing,
            GError  **error)
{
  GgovGeoSubdivision *subdivision = writing->place->subdivision;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);
      g_autoptr(GBytes) line = ggov_geo_arc_to_wkb (arc);

      if (!ggov_change_add_arc (writing->change, writing->plan_id,
                                get_grid_id (writing->town, arc->left_grid_id),
                                get_grid_id (writing->town, arc->right_grid_id), line, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_community (Writing  *writing,
                 GError  **error)
{
  GgovDemoCommunity *place = writing->place;
  const GgovCommunityRecord community = {
    .sub_district_id = writing->town->sub_district_id,
    .code = place->code,
    .name = place->name,
    .border = place->border,
    .source = "demo",
  };
  GgovPlanRecord plan = {
    .name = "基础网格划分方案",
    .state = "in_force",
    .valid_from = writing->office->founded_text,
  };

  if (!(place->id = ggov_change_add_community (writing->change, &community, error)))
    return FALSE;

  plan.community_id = place->id;
  writing->plan_id = ggov_change_add_plan (writing->change, &plan, error);

  return writing->plan_id != 0 && write_compounds (writing, error) &&
         write_grids (writing, error) && write_buildings (writing, error) &&
         write_arcs (writing, error);
}

/* On the store's thread. */
gboolean
_ggov_demo_write_places (GgovChange  *change,
                         gpointer     data,
                         GError     **error)
{
  GgovDemoOffice *office = data;
  GgovDemoTown *town = office->town;
  Writing writing = { .change = change, .office = office, .town = town };

  ggov_change_set_irreversible (change);
  town->sub_district_id = ggov_change_found_office (change, GGOV_DEMO_SUB_DISTRICT,
                                                    SUB_DISTRICT_NAME, office->founded_text, error);
  if (town->sub_district_id == 0 || !write_streets (change, town, error))
    return FALSE;

  for (guint i = 0; i < town->communities->len; i++)
    {
      writing.community = i;
      writing.place = _ggov_demo_town_community (town, i);
      if (!ggov_change_check_cancelled (change, error) || !write_community (&writing, error))
        return FALSE;
      _ggov_demo_progress_set (office->progress, GGOV_DEMO_DRAWN, GGOV_DEMO_PLACED, i,
                               town->communities->len);
    }

  return TRUE;
}
