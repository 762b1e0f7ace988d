/* ggov-geo-layout.c: one state of a community's grids while they are edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-layout-private.h"

struct _GgovGeoLayout
{
  gatomicrefcount ref_count;

  GgovGeoSite *site;
  GgovGeoSubdivision *subdivision;
  GgovGeoBuilding *buildings; /* of the site, whose footprints they have */
  GHashTable *totals;         /* (element-type gint64 GgovGeoTotals): the values own the keys */
  GgovGeoBounds *bounds;      /* (array): of the arcs */
};

static GgovGeoTotals *
get_totals (GHashTable *totals,
            gint64      grid_id)
{
  GgovGeoTotals *found = g_hash_table_lookup (totals, &grid_id);

  if (found == NULL)
    {
      found = g_new0 (GgovGeoTotals, 1);
      found->grid_id = grid_id;
      g_hash_table_insert (totals, &found->grid_id, found);
    }

  return found;
}

static void
sum_up (GgovGeoLayout *self)
{
  guint n_buildings;

  ggov_geo_site_get_buildings (self->site, &n_buildings);

  for (guint i = 0; i < n_buildings; i++)
    {
      GgovGeoTotals *totals = get_totals (self->totals, self->buildings[i].grid_id);

      totals->n_buildings++;
      totals->households += ggov_geo_site_get_households (self->site, i);
    }
}

static void
measure_arcs (GgovGeoLayout *self)
{
  guint n_arcs = ggov_geo_subdivision_get_n_arcs (self->subdivision);

  self->bounds = g_new (GgovGeoBounds, n_arcs);

  for (guint i = 0; i < n_arcs; i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->subdivision, i);

      self->bounds[i] = (GgovGeoBounds) GGOV_GEO_BOUNDS_EMPTY;

      for (guint j = 0; j < arc->n_points; j++)
        ggov_geo_bounds_add (&self->bounds[i], arc->coords[2 * j], arc->coords[2 * j + 1]);
    }
}

GgovGeoLayout *
_ggov_geo_layout_new_state (GgovGeoSite           *site,
                            GgovGeoSubdivision    *subdivision,
                            const GgovGeoBuilding *buildings)
{
  GgovGeoLayout *self = g_new0 (GgovGeoLayout, 1);
  guint n_buildings;

  ggov_geo_site_get_buildings (site, &n_buildings);
  g_atomic_ref_count_init (&self->ref_count);
  self->site = ggov_geo_site_ref (site);
  self->subdivision = g_object_ref (subdivision);
  self->buildings = g_memdup2 (buildings, n_buildings * sizeof *buildings);
  self->totals = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  sum_up (self);
  measure_arcs (self);

  return self;
}

GgovGeoLayout *
ggov_geo_layout_new (GgovGeoSite        *site,
                     GgovGeoSubdivision *subdivision)
{
  guint n_buildings;

  g_return_val_if_fail (site != NULL, NULL);
  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (subdivision), NULL);

  return _ggov_geo_layout_new_state (site, subdivision,
                                     ggov_geo_site_get_buildings (site, &n_buildings));
}

GgovGeoLayout *
ggov_geo_layout_ref (GgovGeoLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_geo_layout_unref (GgovGeoLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->site, ggov_geo_site_unref);
  g_clear_object (&self->subdivision);
  g_clear_pointer (&self->buildings, g_free);
  g_clear_pointer (&self->totals, g_hash_table_unref);
  g_clear_pointer (&self->bounds, g_free);
  g_free (self);
}

GgovGeoSite *
ggov_geo_layout_get_site (const GgovGeoLayout *self)
{
  return self->site;
}

GgovGeoSubdivision *
ggov_geo_layout_get_subdivision (const GgovGeoLayout *self)
{
  return self->subdivision;
}

const GgovGeoBuilding *
ggov_geo_layout_get_buildings (const GgovGeoLayout *self,
                               guint               *n_buildings)
{
  ggov_geo_site_get_buildings (self->site, n_buildings);

  return self->buildings;
}

const GgovGeoBounds *
_ggov_geo_layout_get_bounds (const GgovGeoLayout *self,
                             guint                arc)
{
  return &self->bounds[arc];
}

GgovGeoTotals
ggov_geo_layout_get_totals (const GgovGeoLayout *self,
                            gint64               grid_id)
{
  const GgovGeoTotals *totals = g_hash_table_lookup (self->totals, &grid_id);

  return totals != NULL ? *totals : (GgovGeoTotals) { grid_id, 0, 0 };
}

GArray *
ggov_geo_layout_list_moves (const GgovGeoLayout *self,
                            const GgovGeoLayout *before)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (GgovGeoMove));
  guint n_buildings;

  g_return_val_if_fail (self->site == before->site, moves);

  ggov_geo_site_get_buildings (self->site, &n_buildings);

  for (guint i = 0; i < n_buildings; i++)
    {
      GgovGeoMove move = { self->buildings[i].id, before->buildings[i].grid_id,
                           self->buildings[i].grid_id };

      if (move.old_grid_id != move.new_grid_id)
        g_array_append_val (moves, move);
    }

  return moves;
}
