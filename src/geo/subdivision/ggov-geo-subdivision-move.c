/* ggov-geo-subdivision-move.c: buildings repainted into the neighbouring grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-error-private.h"
#include "ggov-geo-repaint-private.h"

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Gives the buildings their new grid in @wanted, and notes the grids concerned. */
static gboolean
assign (GgovGeoSubdivision  *self,
        GgovGeoBuilding     *wanted,
        guint                n_buildings,
        GHashTable          *moved,
        gint64               new_grid_id,
        GArray              *grids,
        GError             **error)
{
  guint n_changed = 0;

  for (guint i = 0; i < n_buildings; i++)
    {
      gint64 old_grid_id;

      if (!g_hash_table_contains (moved, &wanted[i].id))
        continue;

      if ((old_grid_id = _ggov_geo_building_find_ground (self, &wanted[i])) == 0)
        return _ggov_geo_refuse (GGOV_GEO_REASON_OUTSIDE, 0, wanted[i].id, NULL, error);

      if (!contains (grids, old_grid_id))
        g_array_append_val (grids, old_grid_id);

      n_changed += old_grid_id != new_grid_id;
      wanted[i].grid_id = new_grid_id;
    }

  if (n_changed == 0)
    return _ggov_geo_refuse (GGOV_GEO_REASON_NO_CHANGE, new_grid_id, 0, NULL, error);

  return TRUE;
}

static gboolean
has_building (const GgovGeoBuilding *buildings,
              guint                  n_buildings,
              gint64                 grid_id)
{
  for (guint i = 0; i < n_buildings; i++)
    if (buildings[i].grid_id == grid_id)
      return TRUE;

  return FALSE;
}

static gboolean
check_emptiness (const GgovGeoBuilding  *buildings,
                 const GgovGeoBuilding  *wanted,
                 guint                   n_buildings,
                 GArray                 *grids,
                 GError                **error)
{
  for (guint i = 0; i < grids->len; i++)
    {
      gint64 grid_id = g_array_index (grids, gint64, i);

      if (has_building (buildings, n_buildings, grid_id) &&
          !has_building (wanted, n_buildings, grid_id))
        return _ggov_geo_refuse (GGOV_GEO_REASON_EMPTY, grid_id, 0, NULL, error);
    }

  return TRUE;
}

GgovGeoSubdivision *
ggov_geo_subdivision_move_buildings (GgovGeoSubdivision     *self,
                                     const GgovGeoBuilding  *buildings,
                                     guint                   n_buildings,
                                     GBytes                 *streets_wkb,
                                     const gint64           *building_ids,
                                     guint                   n_ids,
                                     gint64                  new_grid_id,
                                     GError                **error)
{
  g_autofree GgovGeoBuilding *wanted = NULL;
  g_autoptr(GHashTable) moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GArray) grids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) local_error = NULL;
  GgovGeoSubdivision *after;
  GgovGeoRepaint repaint;
  gint64 offender = 0;

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), NULL);
  g_return_val_if_fail (buildings != NULL, NULL);
  g_return_val_if_fail (building_ids != NULL && n_ids > 0, NULL);

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (moved, (gpointer) &building_ids[i]);

  wanted = g_memdup2 (buildings, n_buildings * sizeof *buildings);
  g_array_append_val (grids, new_grid_id);

  if (!assign (self, wanted, n_buildings, moved, new_grid_id, grids, error) ||
      !check_emptiness (buildings, wanted, n_buildings, grids, error))
    return NULL;

  repaint = (GgovGeoRepaint) { self, wanted, n_buildings, streets_wkb,
                               (const gint64 *) (gpointer) grids->data, grids->len, NULL };

  if ((after = _ggov_geo_repaint (&repaint, &offender, &local_error)))
    return after;

  /* Of whom the refusal speaks: what is in pieces with the buildings in it was whole without. */
  if (offender == new_grid_id &&
      ggov_geo_error_get_refusal (local_error)->reason == GGOV_GEO_REASON_PIECES)
    _ggov_geo_refuse (GGOV_GEO_REASON_NOT_BESIDE, new_grid_id, building_ids[0], NULL, error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

GgovGeoSubdivision *
ggov_geo_subdivision_move_building (GgovGeoSubdivision     *self,
                                    const GgovGeoBuilding  *buildings,
                                    guint                   n_buildings,
                                    GBytes                 *streets_wkb,
                                    gint64                  building_id,
                                    gint64                  new_grid_id,
                                    GError                **error)
{
  return ggov_geo_subdivision_move_buildings (self, buildings, n_buildings, streets_wkb,
                                              &building_id, 1, new_grid_id, error);
}
