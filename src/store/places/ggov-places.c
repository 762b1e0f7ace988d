/* ggov-places.c: what the map shows: buildings, streets, communities and their grids on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-geo-wkb.h"
#include "ggov-places-private.h"

G_DEFINE_FINAL_TYPE (GgovPlaces, ggov_places, G_TYPE_OBJECT)

static void
numbers_clear (GgovPlacesNumbers *self)
{
  g_clear_pointer (&self->words, g_string_chunk_free);
  g_clear_pointer (&self->of, g_ptr_array_unref);
}

GgovPlacesNumbers *
_ggov_places_numbers_new (void)
{
  GgovPlacesNumbers *self = g_atomic_rc_box_new0 (GgovPlacesNumbers);

  self->words = g_string_chunk_new (1024);
  self->of = g_ptr_array_new ();

  return self;
}

void
_ggov_places_numbers_unref (GgovPlacesNumbers *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) numbers_clear);
}

static void
community_clear (GgovPlacesCommunity *community)
{
  g_clear_pointer (&community->code, g_free);
  g_clear_pointer (&community->name, g_free);
  g_clear_pointer (&community->border, g_bytes_unref);
  g_clear_object (&community->subdivision);
}

static void
street_clear (GgovPlacesStreet *street)
{
  g_clear_pointer (&street->name, g_free);
  g_clear_pointer (&street->line, g_bytes_unref);
}

static void
ggov_places_finalize (GObject *object)
{
  GgovPlaces *self = GGOV_PLACES (object);

  g_clear_pointer (&self->index, ggov_geo_index_unref);
  g_clear_pointer (&self->footprints, ggov_geo_footprints_unref);
  g_clear_pointer (&self->numbers, _ggov_places_numbers_unref);
  g_clear_pointer (&self->grid_ids, g_free);
  g_clear_pointer (&self->communities, g_array_unref);
  g_clear_pointer (&self->streets, g_array_unref);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_pointer (&self->grids_by_id, g_hash_table_unref);
  g_string_free (self->sources, TRUE);

  G_OBJECT_CLASS (ggov_places_parent_class)->finalize (object);
}

static void
ggov_places_class_init (GgovPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_places_finalize;
}

static void
ggov_places_init (GgovPlaces *self)
{
  self->communities = g_array_new (FALSE, TRUE, sizeof (GgovPlacesCommunity));
  self->streets = g_array_new (FALSE, TRUE, sizeof (GgovPlacesStreet));
  self->grids = g_ptr_array_new_with_free_func (g_object_unref);
  self->grids_by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->sources = g_string_new (NULL);

  g_array_set_clear_func (self->communities, (GDestroyNotify) community_clear);
  g_array_set_clear_func (self->streets, (GDestroyNotify) street_clear);
}

GgovPlaces *
_ggov_places_new (void)
{
  return g_object_new (GGOV_TYPE_PLACES, NULL);
}

GgovGeoIndex *
ggov_places_get_index (GgovPlaces *self)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);

  return self->index;
}

GgovGeoFootprints *
ggov_places_get_footprints (GgovPlaces *self)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);

  return self->footprints;
}

gint64
ggov_places_get_grid_of (GgovPlaces *self,
                         guint       footprint)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), 0);
  g_return_val_if_fail (footprint < ggov_geo_footprints_get_n (self->footprints), 0);

  return self->grid_ids[footprint];
}

const char *
ggov_places_get_number (GgovPlaces *self,
                        guint       footprint)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);
  g_return_val_if_fail (footprint < ggov_geo_footprints_get_n (self->footprints), NULL);

  return self->numbers ? self->numbers->of->pdata[footprint] : NULL;
}

guint
ggov_places_get_n_communities (GgovPlaces *self)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), 0);

  return self->communities->len;
}

const GgovPlacesCommunity *
ggov_places_get_community (GgovPlaces *self,
                           guint       i)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);
  g_return_val_if_fail (i < self->communities->len, NULL);

  return &g_array_index (self->communities, GgovPlacesCommunity, i);
}

const GgovPlacesCommunity *
ggov_places_find_community (GgovPlaces *self,
                            gint64      id)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);

  for (guint i = 0; i < self->communities->len; i++)
    if (g_array_index (self->communities, GgovPlacesCommunity, i).id == id)
      return &g_array_index (self->communities, GgovPlacesCommunity, i);

  return NULL;
}

guint
ggov_places_get_n_streets (GgovPlaces *self)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), 0);

  return self->streets->len;
}

const GgovPlacesStreet *
ggov_places_get_street (GgovPlaces *self,
                        guint       i)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);
  g_return_val_if_fail (i < self->streets->len, NULL);

  return &g_array_index (self->streets, GgovPlacesStreet, i);
}

guint
ggov_places_get_n_grids (GgovPlaces *self)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), 0);

  return self->grids->len;
}

GgovGrid *
ggov_places_get_grid (GgovPlaces *self,
                      guint       i)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);
  g_return_val_if_fail (i < self->grids->len, NULL);

  return self->grids->pdata[i];
}

GgovGrid *
ggov_places_find_grid (GgovPlaces *self,
                       gint64      id)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);

  return g_hash_table_lookup (self->grids_by_id, &id);
}

GgovGeoSubdivision *
ggov_places_find_subdivision (GgovPlaces *self,
                              gint64      grid_id)
{
  GgovGrid *grid = ggov_places_find_grid (self, grid_id);
  const GgovPlacesCommunity *community = NULL;

  if (grid)
    community = ggov_places_find_community (self, ggov_grid_get_community_id (grid));

  return community ? community->subdivision : NULL;
}

gint64
ggov_places_find_grid_at (GgovPlaces *self,
                          double      lon,
                          double      lat)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), 0);

  for (guint i = 0; i < self->communities->len; i++)
    {
      GgovGeoSubdivision *subdivision =
        g_array_index (self->communities, GgovPlacesCommunity, i).subdivision;
      gint64 id = subdivision ? ggov_geo_subdivision_find_grid (subdivision, lon, lat) : 0;

      if (id != 0)
        return id;
    }

  return 0;
}

const char *
ggov_places_get_sources (GgovPlaces *self)
{
  g_return_val_if_fail (GGOV_IS_PLACES (self), NULL);

  return self->sources->str;
}

void
ggov_places_get_extent (GgovPlaces    *self,
                        GgovGeoBounds *bounds)
{
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;

  g_return_if_fail (GGOV_IS_PLACES (self));

  *bounds = nowhere;
  for (guint i = 0; i < self->communities->len; i++)
    {
      GgovGeoWkb wkb;
      GgovGeoBounds part;

      if (!ggov_geo_wkb_init_bytes (&wkb, ggov_places_get_community (self, i)->border, NULL))
        continue;

      ggov_geo_wkb_get_bounds (&wkb, &part);
      ggov_geo_bounds_join (bounds, &part);
    }

  if (ggov_geo_bounds_is_empty (bounds))
    *bounds = *ggov_geo_footprints_get_extent (self->footprints);
}
