/* bench-places.h: the demo office's communities as places to be divided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-town-private.h"
#include "ggov-districting-private.h"
#include "ggov-geo-wkb.h"

typedef struct
{
  GArray *places;   /* (element-type GgovDistrictingPlace) */
  GPtrArray *owned; /* what the places point to */
  guint n_buildings;
  guint n_residential;
} Land;

static inline void
land_clear (Land *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->owned, g_ptr_array_unref);
}

static inline GBytes *
dup_streets (GgovDemoTown            *town,
             const GgovDemoCommunity *community,
             gboolean                 only_main)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  const double *box = community->box;

  for (guint i = 0; i < town->streets->len; i++)
    {
      const GgovDemoStreet *street = &g_array_index (town->streets, GgovDemoStreet, i);

      if (street->box[0] <= box[2] && street->box[2] >= box[0] &&
          street->box[1] <= box[3] && street->box[3] >= box[1] && (street->main || !only_main))
        g_ptr_array_add (lines, street->line);
    }

  return lines->len > 0 ? ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_LINE_STRING, lines) : NULL;
}

static inline gpointer
keep (Land           *self,
      gpointer        data,
      GDestroyNotify  free_data)
{
  if (data != NULL)
    g_ptr_array_add (self->owned, g_bytes_new_with_free_func (data, 1, free_data, data));

  return data;
}

static inline void
land_init (Land         *self,
           GgovDemoTown *town)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (GgovDistrictingPlace));
  self->owned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < town->communities->len; i++)
    {
      const GgovDemoCommunity *community = _ggov_demo_town_community (town, i);
      GgovDistrictingBuilding *buildings = g_new0 (GgovDistrictingBuilding,
                                                   community->n_buildings);
      GgovDistrictingPlace place = { community->border, buildings, community->n_buildings,
                                     NULL, NULL };

      for (guint j = 0; j < community->n_buildings; j++)
        {
          GgovDemoBuilding *building = _ggov_demo_town_building (town,
                                                                 community->first_building + j);

          buildings[j] = (GgovDistrictingBuilding) { j + 1, building->households,
                                                     building->footprint,
                                                     building->compound + 1, 0 };
          self->n_residential += building->households > 0;
        }

      self->n_buildings += community->n_buildings;
      keep (self, buildings, g_free);
      place.streets = keep (self, dup_streets (town, community, FALSE),
                            (GDestroyNotify) g_bytes_unref);
      place.main_streets = keep (self, dup_streets (town, community, TRUE),
                                 (GDestroyNotify) g_bytes_unref);
      g_array_append_val (self->places, place);
    }
}

static inline GBytes *
dup_united_border (const Land *land)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GPtrArray) borders = g_ptr_array_new ();
  g_autoptr(GEOSGeometry) all = NULL;
  g_autoptr(GEOSGeometry) united = NULL;

  for (guint i = 0; i < land->places->len; i++)
    g_ptr_array_add (borders, _ggov_geo_geom_from_wkb (
                       g_array_index (land->places, GgovDistrictingPlace, i).border, NULL));

  all = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION,
                                     (GEOSGeometry **) borders->pdata, borders->len);
  united = GEOSUnaryUnion_r (geos, all);

  return _ggov_geo_geom_to_wkb (united, NULL);
}

/* The communities of a town as one, so that main streets run inside it and not around it only. */
static inline void
land_unite (Land         *self,
            const Land   *parts,
            GgovDemoTown *town)
{
  GgovDistrictingBuilding *buildings = g_new0 (GgovDistrictingBuilding, parts->n_buildings);
  GgovDistrictingPlace place = { NULL, buildings, 0, NULL, NULL };
  g_autoptr(GPtrArray) streets = g_ptr_array_new ();
  g_autoptr(GPtrArray) main_streets = g_ptr_array_new ();

  *self = (Land) { g_array_new (FALSE, TRUE, sizeof place), NULL, parts->n_buildings,
                   parts->n_residential };
  self->owned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < parts->places->len; i++)
    {
      const GgovDistrictingPlace *part = &g_array_index (parts->places, GgovDistrictingPlace, i);

      for (guint j = 0; j < part->n_buildings; j++)
        {
          buildings[place.n_buildings] = part->buildings[j];
          buildings[place.n_buildings].id = place.n_buildings + 1;
          place.n_buildings++;
        }
    }

  for (guint i = 0; i < town->streets->len; i++)
    {
      const GgovDemoStreet *street = &g_array_index (town->streets, GgovDemoStreet, i);

      g_ptr_array_add (streets, street->line);

      if (street->main)
        g_ptr_array_add (main_streets, street->line);
    }

  keep (self, buildings, g_free);
  place.border = keep (self, dup_united_border (parts), (GDestroyNotify) g_bytes_unref);
  place.streets = keep (self, ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_LINE_STRING, streets),
                        (GDestroyNotify) g_bytes_unref);
  place.main_streets = keep (self, ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_LINE_STRING,
                                                           main_streets),
                             (GDestroyNotify) g_bytes_unref);
  g_array_append_val (self->places, place);
}

static inline const GgovDistrictingPlace *
get_place (const Land *land,
           guint       index)
{
  return &g_array_index (land->places, GgovDistrictingPlace, index);
}
