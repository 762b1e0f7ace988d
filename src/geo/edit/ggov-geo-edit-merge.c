/* ggov-geo-edit-merge.c: neighbouring grids made one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-edit-private.h"
#include "ggov-geo-error-private.h"

static gint64
find_largest (GgovGeoLayout *layout,
              GArray        *grid_ids)
{
  gint64 largest = g_array_index (grid_ids, gint64, 0);

  for (guint i = 1; i < grid_ids->len; i++)
    {
      gint64 grid_id = g_array_index (grid_ids, gint64, i);

      if (ggov_geo_layout_get_totals (layout, grid_id).households >
          ggov_geo_layout_get_totals (layout, largest).households)
        largest = grid_id;
    }

  return largest;
}

/* The first of the grids that is no neighbour of the ones reached. Returns: 0 where all are */
static gint64
find_apart (GgovGeoSubdivision *subdivision,
            GArray             *grid_ids)
{
  g_autoptr(GArray) reached = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (reached, grid_ids->data, 1);

  for (guint i = 0; i < reached->len; i++)
    {
      g_autoptr(GArray) neighbours = NULL;

      neighbours = ggov_geo_subdivision_list_neighbours (subdivision,
                                                         g_array_index (reached, gint64, i));

      for (guint j = 0; j < neighbours->len; j++)
        {
          gint64 grid_id = g_array_index (neighbours, gint64, j);

          if (_ggov_geo_ids_contain (grid_ids, grid_id) &&
              !_ggov_geo_ids_contain (reached, grid_id))
            g_array_append_val (reached, grid_id);
        }
    }

  for (guint i = 0; i < grid_ids->len; i++)
    if (!_ggov_geo_ids_contain (reached, g_array_index (grid_ids, gint64, i)))
      return g_array_index (grid_ids, gint64, i);

  return 0;
}

static gboolean
check (GgovGeoLayout  *layout,
       GArray         *grid_ids,
       GArray         *locked,
       GError        **error)
{
  gint64 apart;

  if (grid_ids->len < 2)
    return _ggov_geo_refuse (GGOV_GEO_REASON_NO_CHANGE, 0, 0, NULL, error);

  for (guint i = 0; i < grid_ids->len; i++)
    if (_ggov_geo_ids_contain (locked, g_array_index (grid_ids, gint64, i)))
      return _ggov_geo_refuse (GGOV_GEO_REASON_LOCKED, g_array_index (grid_ids, gint64, i), 0,
                               NULL, error);

  if ((apart = find_apart (ggov_geo_layout_get_subdivision (layout), grid_ids)) != 0)
    return _ggov_geo_refuse (GGOV_GEO_REASON_NOT_NEIGHBOUR, apart, 0, NULL, error);

  return TRUE;
}

GgovGeoLayout *
ggov_geo_edit_merge (GgovGeoLayout  *layout,
                     GArray         *grid_ids,
                     gint64          kept_grid_id,
                     GArray         *locked,
                     GError        **error)
{
  g_autoptr(GgovGeoDraft) draft = NULL;

  g_return_val_if_fail (layout != NULL && grid_ids != NULL, NULL);
  g_return_val_if_fail (kept_grid_id == 0 || _ggov_geo_ids_contain (grid_ids, kept_grid_id), NULL);

  if (!check (layout, grid_ids, locked, error))
    return NULL;

  if (kept_grid_id == 0)
    kept_grid_id = find_largest (layout, grid_ids);

  draft = _ggov_geo_draft_new (ggov_geo_layout_get_subdivision (layout), TRUE);

  for (guint i = 0; i < grid_ids->len; i++)
    if (g_array_index (grid_ids, gint64, i) != kept_grid_id)
      _ggov_geo_draft_relabel (draft, g_array_index (grid_ids, gint64, i), kept_grid_id);

  return _ggov_geo_edit_commit (layout, draft, locked, error);
}
