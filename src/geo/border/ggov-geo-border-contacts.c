/* ggov-geo-border-contacts.c: which buildings' plots touch, and how far
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-border-private.h"

static int
compare_adjacencies (gconstpointer a,
                     gconstpointer b)
{
  const GgovGeoAdjacency *first = a, *second = b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;

  return first->second < second->second ? -1 : first->second > second->second;
}

/* Returns: (transfer none): the pair of two buildings, new where it is not known */
static GgovGeoAdjacency *
find_pair (GArray     *pairs,
           GHashTable *by_pair,
           guint       one,
           guint       other)
{
  GgovGeoAdjacency fresh = { MIN (one, other), MAX (one, other), 0, 0 };
  gint64 key = (gint64) fresh.first << 32 | fresh.second;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (by_pair, &key));

  if (known == 0)
    {
      g_array_append_val (pairs, fresh);
      known = pairs->len;
      g_hash_table_insert (by_pair, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (known));
    }

  return &g_array_index (pairs, GgovGeoAdjacency, known - 1);
}

GArray *
_ggov_geo_plots_list_contacts (const GgovGeoPlots *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (GgovGeoAdjacency));
  g_autoptr(GHashTable) by_pair = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, i);
      const GgovGeoFace *left, *right;
      GgovGeoAdjacency *pair;

      if (edge->left == GGOV_GEO_NONE || edge->right == GGOV_GEO_NONE)
        continue;

      left = &g_array_index (self->faces, GgovGeoFace, edge->left);
      right = &g_array_index (self->faces, GgovGeoFace, edge->right);

      if (left->building == right->building)
        continue;

      pair = find_pair (pairs, by_pair, left->building, right->building);
      pair->border_m += _ggov_geo_plots_get_length (self, edge);

      if (left->block != right->block)
        pair->street_m += _ggov_geo_plots_get_length (self, edge);
    }

  g_array_sort (pairs, compare_adjacencies);

  return pairs;
}

GArray *
ggov_geo_border_list_adjacencies (GBytes                 *community_wkb,
                                  const GgovGeoBuilding  *buildings,
                                  guint                   n_buildings,
                                  GBytes                 *streets_wkb,
                                  GError                **error)
{
  g_autoptr(GgovGeoGround) ground = NULL;
  g_autoptr(GgovGeoPlots) plots = NULL;
  GArray *pairs;
  guint n = 0;

  g_return_val_if_fail (community_wkb != NULL, NULL);
  g_return_val_if_fail (buildings != NULL || n_buildings == 0, NULL);

  if (!(ground = _ggov_geo_ground_new (community_wkb, buildings, n_buildings,
                                       streets_wkb, NULL, error)) ||
      !(plots = _ggov_geo_plots_new (ground, NULL, error)))
    return NULL;

  pairs = _ggov_geo_plots_list_contacts (plots);

  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, GgovGeoAdjacency, i).border_m >= GGOV_GEO_CONTACT_M)
      g_array_index (pairs, GgovGeoAdjacency, n++) = g_array_index (pairs, GgovGeoAdjacency, i);

  return g_array_set_size (pairs, n);
}
