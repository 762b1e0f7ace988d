/* ggov-geo-border-plots.c: the ground shared out between buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-border-private.h"

#define STREET_BOND 0.25 /* what a metre of street binds, to a metre of open ground */

#define MIN_WIDTH_M 0.3  /* thinner ground goes to a neighbour: nobody wants a border there */

void
_ggov_geo_plots_free (GgovGeoPlots *self)
{
  g_clear_pointer (&self->vertices, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->faces, g_array_unref);
  g_clear_pointer (&self->first_edge, g_free);
  g_clear_pointer (&self->face_edges, g_free);
  g_free (self);
}

double
_ggov_geo_plots_get_length (const GgovGeoPlots *self,
                            const GgovGeoEdge  *edge)
{
  const double *a = (const double *) self->vertices->data + 2 * edge->from;
  const double *b = (const double *) self->vertices->data + 2 * edge->to;

  return hypot (b[0] - a[0], b[1] - a[1]);
}

double
_ggov_geo_plots_get_bond (const GgovGeoPlots *self,
                          const GgovGeoEdge  *edge)
{
  guint left = g_array_index (self->faces, GgovGeoFace, edge->left).block;
  guint right = g_array_index (self->faces, GgovGeoFace, edge->right).block;

  /* Only streets part blocks. */
  return _ggov_geo_plots_get_length (self, edge) * (left == right ? 1 : STREET_BOND);
}

void
_ggov_geo_plots_index (GgovGeoPlots *self)
{
  guint n_faces = self->faces->len;
  guint *next;

  self->first_edge = g_new0 (guint, n_faces + 2);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, i);

      if (edge->left != GGOV_GEO_NONE)
        self->first_edge[edge->left + 2]++;

      if (edge->right != GGOV_GEO_NONE)
        self->first_edge[edge->right + 2]++;
    }

  for (guint i = 2; i < n_faces + 2; i++)
    self->first_edge[i] += self->first_edge[i - 1];

  /* Counted one place too high, so that filling moves each beginning to where it belongs. */
  self->face_edges = g_new (guint, self->first_edge[n_faces + 1]);
  next = self->first_edge + 1;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, i);

      if (edge->left != GGOV_GEO_NONE)
        self->face_edges[next[edge->left]++] = i;

      if (edge->right != GGOV_GEO_NONE)
        self->face_edges[next[edge->right]++] = i;
    }
}

/* The settled building to which a face belongs most. */
static guint
find_neighbour (const GgovGeoPlots *self,
                const gboolean     *is_loose,
                guint               face,
                GHashTable         *bonds)
{
  double best_bond = 0;
  guint best = GGOV_GEO_NONE;

  g_hash_table_remove_all (bonds);

  for (guint i = self->first_edge[face]; i < self->first_edge[face + 1]; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, self->face_edges[i]);
      guint other = edge->left == face ? edge->right : edge->left;
      double *bond;
      guint building;

      if (other == GGOV_GEO_NONE || is_loose[other])
        continue;

      building = g_array_index (self->faces, GgovGeoFace, other).building;

      if (!(bond = g_hash_table_lookup (bonds, GUINT_TO_POINTER (building))))
        g_hash_table_insert (bonds, GUINT_TO_POINTER (building), (bond = g_new0 (double, 1)));

      *bond += _ggov_geo_plots_get_bond (self, edge);

      if (*bond > best_bond)
        {
          best_bond = *bond;
          best = building;
        }
    }

  return best;
}

void
_ggov_geo_plots_settle (GgovGeoPlots *self,
                        gboolean     *is_loose)
{
  g_autoptr(GHashTable) bonds = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree guint *found = g_new (guint, self->faces->len);
  gboolean has_changed;

  /* In rounds, so that the outcome does not hang on the order of the faces. */
  do
    {
      has_changed = FALSE;

      for (guint i = 0; i < self->faces->len; i++)
        found[i] = is_loose[i] ? find_neighbour (self, is_loose, i, bonds) : GGOV_GEO_NONE;

      for (guint i = 0; i < self->faces->len; i++)
        if (found[i] != GGOV_GEO_NONE)
          {
            g_array_index (self->faces, GgovGeoFace, i).building = found[i];
            is_loose[i] = FALSE;
            has_changed = TRUE;
          }
    }
  while (has_changed);
}

/* Two lines that nearly coincide, as a street along the community's border, leave slivers. */
static gboolean
is_sliver (const GgovGeoPlots *self,
           guint               face)
{
  double length = 0;

  for (guint i = self->first_edge[face]; i < self->first_edge[face + 1]; i++)
    length += _ggov_geo_plots_get_length (self, &g_array_index (self->edges, GgovGeoEdge,
                                                                self->face_edges[i]));

  return 2 * g_array_index (self->faces, GgovGeoFace, face).area_m2 < MIN_WIDTH_M * length;
}

/* Faces which hang together with their building's footprint are its own; others are loose. */
static gboolean
share_out (GgovGeoPlots *self)
{
  g_autofree gboolean *is_loose = g_new (gboolean, self->faces->len);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->faces->len; i++)
    {
      is_loose[i] = !g_array_index (self->faces, GgovGeoFace, i).is_footprint;

      if (!is_loose[i])
        g_array_append_val (queue, i);
    }

  for (guint n = 0; n < queue->len; n++)
    {
      guint face = g_array_index (queue, guint, n);
      guint building = g_array_index (self->faces, GgovGeoFace, face).building;

      for (guint i = self->first_edge[face]; i < self->first_edge[face + 1]; i++)
        {
          const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, self->face_edges[i]);
          guint other = edge->left == face ? edge->right : edge->left;

          if (other != GGOV_GEO_NONE && is_loose[other] && !is_sliver (self, other) &&
              g_array_index (self->faces, GgovGeoFace, other).building == building)
            {
              is_loose[other] = FALSE;
              g_array_append_val (queue, other);
            }
        }
    }

  _ggov_geo_plots_settle (self, is_loose);

  return queue->len > 0;
}

GgovGeoPlots *
_ggov_geo_plots_new (const GgovGeoGround  *ground,
                     const GgovGeoStop    *stop,
                     GError              **error)
{
  g_autoptr(GgovGeoPlots) self = g_new0 (GgovGeoPlots, 1);

  self->vertices = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  self->edges = g_array_new (FALSE, FALSE, sizeof (GgovGeoEdge));
  self->faces = g_array_new (FALSE, FALSE, sizeof (GgovGeoFace));

  if (!_ggov_geo_plots_cut (self, ground, stop, error))
    return NULL;

  _ggov_geo_plots_index (self);

  if (!share_out (self))
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
                           "No building stands in the community");
      return NULL;
    }

  return g_steal_pointer (&self);
}
