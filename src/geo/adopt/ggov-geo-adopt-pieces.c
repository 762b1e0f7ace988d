/* ggov-geo-adopt-pieces.c: ground that hangs together, and grids that lie around others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-adopt-private.h"

/* Pieces ----------------------------------------------------------------------------------- */

/* Faces from one on, over edges between faces that are the same, into a piece. */
static void
fill_piece (const GgovGeoAdoption *self,
            guint                  start,
            GgovGeoSameFunc        is_same,
            gconstpointer          data,
            guint                 *piece_of,
            guint                  number,
            GgovGeoPiece                 *piece)
{
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  piece_of[start] = number;
  g_array_append_val (queue, start);

  for (guint n = 0; n < queue->len; n++)
    {
      guint face = g_array_index (queue, guint, n);

      piece->area_m2 += _ggov_geo_adopt_get_face (self, face)->area_m2;

      for (guint j = self->plots->first_edge[face]; j < self->plots->first_edge[face + 1]; j++)
        {
          guint other = _ggov_geo_adopt_get_other (_ggov_geo_adopt_get_edge (self, j), face);

          if (other != GGOV_GEO_NONE && piece_of[other] == GGOV_GEO_NONE &&
              is_same (self, face, other, data))
            {
              piece_of[other] = number;
              g_array_append_val (queue, other);
            }
        }
    }
}

GArray *
_ggov_geo_adopt_list_pieces (const GgovGeoAdoption *self,
                             GgovGeoSameFunc        is_same,
                             gconstpointer          data,
                             guint                 *piece_of)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (GgovGeoPiece));

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    piece_of[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    {
      GgovGeoPiece piece = { _ggov_geo_adopt_get_face (self, i)->building, i };

      if (piece_of[i] != GGOV_GEO_NONE || !is_same (self, i, i, data))
        continue;

      fill_piece (self, i, is_same, data, piece_of, pieces->len, &piece);
      g_array_append_val (pieces, piece);
    }

  for (guint i = 0; i < self->ground->parts->len; i++)
    {
      guint face = self->face_of_part[i];

      if (face != GGOV_GEO_NONE && piece_of[face] != GGOV_GEO_NONE)
        g_array_index (pieces, GgovGeoPiece, piece_of[face]).n_buildings++;
    }

  return pieces;
}

/* Holes ------------------------------------------------------------------------------------ */

static gboolean
are_both_others (const GgovGeoAdoption *self,
                 guint                  face,
                 guint                  other,
                 gconstpointer          data)
{
  const guint *owner = data;

  return _ggov_geo_adopt_get_face (self, face)->building != *owner &&
         _ggov_geo_adopt_get_face (self, other)->building != *owner;
}

static gboolean
is_at_border (const GgovGeoAdoption *self,
              guint                  face)
{
  for (guint i = self->plots->first_edge[face]; i < self->plots->first_edge[face + 1]; i++)
    if (_ggov_geo_adopt_get_other (_ggov_geo_adopt_get_edge (self, i), face) == GGOV_GEO_NONE)
      return TRUE;

  return FALSE;
}

/* What is left of the ground without one grid, and cannot be reached from outside, is inside it. */
static void
open_hole (GgovGeoAdoption *self,
           guint            owner)
{
  g_autofree guint *piece_of = g_new (guint, _ggov_geo_adopt_count_faces (self) + 1);
  g_autoptr(GArray) pieces = _ggov_geo_adopt_list_pieces (self, are_both_others, &owner, piece_of);
  g_autofree gboolean *is_reached = g_new0 (gboolean, pieces->len + 1);

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    if (piece_of[i] != GGOV_GEO_NONE && is_at_border (self, i))
      is_reached[piece_of[i]] = TRUE;

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    {
      GgovGeoFace *face = _ggov_geo_adopt_get_face (self, i);

      if (piece_of[i] == GGOV_GEO_NONE || is_reached[piece_of[i]])
        continue;

      _ggov_geo_adopt_note (self, GGOV_GEO_ADOPT_ENCLOSED,
                            _ggov_geo_adopt_get_grid (self, face->building),
                            _ggov_geo_adopt_get_grid (self, owner), 0,
                            _ggov_geo_adopt_get_place (self, i), face->area_m2);
      face->building = owner;
    }
}

/* Which grid borders on which; the last is what is outside. */
typedef struct
{
  GPtrArray *neighbours; /* (element-type GArray of guint) */
  guint *order;          /* in which they were met; 0 for not yet */
  guint *low;            /* the first met that can be reached without going back */
  gboolean *is_gate;     /* whether some cannot be reached but through it */
  guint n_met;
} Net;

static void
join_neighbours (Net   *net,
                 guint  one,
                 guint  other)
{
  GArray *list = net->neighbours->pdata[one];

  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, guint, i) == other)
      return;

  g_array_append_val (list, other);
}

static void
net_init (Net                   *net,
          const GgovGeoAdoption *self)
{
  const guint outside = self->grid_ids->len;

  net->neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i <= outside; i++)
    g_ptr_array_add (net->neighbours, g_array_new (FALSE, FALSE, sizeof (guint)));
  net->order = g_new0 (guint, outside + 1);
  net->low = g_new0 (guint, outside + 1);
  net->is_gate = g_new0 (gboolean, outside + 1);

  for (guint i = 0; i < self->plots->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->plots->edges, GgovGeoEdge, i);
      guint left = edge->left == GGOV_GEO_NONE
        ? outside : _ggov_geo_adopt_get_face (self, edge->left)->building;
      guint right = edge->right == GGOV_GEO_NONE
        ? outside : _ggov_geo_adopt_get_face (self, edge->right)->building;

      if (left != right)
        {
          join_neighbours (net, left, right);
          join_neighbours (net, right, left);
        }
    }
}

static void
net_clear (Net *net)
{
  g_clear_pointer (&net->neighbours, g_ptr_array_unref);
  g_clear_pointer (&net->order, g_free);
  g_clear_pointer (&net->low, g_free);
  g_clear_pointer (&net->is_gate, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Net, net_clear)

/* As deep as the longest way through the grids, of which there are thousands at most.
 *
 * Source: J. Hopcroft, R. Tarjan, Efficient algorithms for graph manipulation, Communications of
 * the ACM 16 (1973): articulation points. */
static void
visit (Net   *net,
       guint  one,
       guint  from)
{
  const GArray *list = net->neighbours->pdata[one];

  net->order[one] = net->low[one] = ++net->n_met;

  for (guint i = 0; i < list->len; i++)
    {
      guint other = g_array_index (list, guint, i);

      if (other == from)
        continue;

      if (net->order[other] == 0)
        {
          visit (net, other, one);
          net->is_gate[one] = net->is_gate[one] || net->low[other] >= net->order[one];
          net->low[one] = MIN (net->low[one], net->low[other]);
        }
      else
        net->low[one] = MIN (net->low[one], net->order[other]);
    }
}

void
_ggov_geo_adopt_open_holes (GgovGeoAdoption *self)
{
  const guint outside = self->grid_ids->len;
  g_auto(Net) net = { NULL };

  net_init (&net, self);
  visit (&net, outside, GGOV_GEO_NONE);

  for (guint i = 0; i < outside; i++)
    if (net.is_gate[i])
      open_hole (self, i);
}
