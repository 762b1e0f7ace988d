/* ggov-geo-border-lines.c: where the plots of two grids meet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-border-private.h"

/* The border edges around each vertex, and what has been walked. */
typedef struct
{
  const GgovGeoPlots *plots;
  const gint64 *grids;
  guint *first;          /* (array length=n_vertices + 2) */
  guint *edges;          /* (array): indices of edges, by vertex from first on */
  gboolean *is_outer;    /* for each vertex: whether it is on the community's border */
  gboolean *is_walked;   /* for each edge */
} Net;

static void
net_clear (Net *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->edges, g_free);
  g_clear_pointer (&self->is_outer, g_free);
  g_clear_pointer (&self->is_walked, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Net, net_clear)

static void
free_line (gpointer data)
{
  GgovGeoLine *line = data;

  g_clear_pointer (&line->points, g_array_unref);
  g_clear_pointer (&line->is_street, g_array_unref);
  g_free (line);
}

static const GgovGeoEdge *
get_edge (const Net *self,
          guint      index)
{
  return &g_array_index (self->plots->edges, GgovGeoEdge, index);
}

static gboolean
is_border (const Net         *self,
           const GgovGeoEdge *edge)
{
  return edge->left != GGOV_GEO_NONE && edge->right != GGOV_GEO_NONE &&
         self->grids[edge->left] != self->grids[edge->right];
}

static gboolean
is_node (const Net *self,
         guint      vertex)
{
  return self->is_outer[vertex] || self->first[vertex + 1] - self->first[vertex] != 2;
}

static void
net_init (Net                *self,
          const GgovGeoPlots *plots,
          const gint64       *grids)
{
  guint n_vertices = plots->vertices->len;
  guint *next;

  self->plots = plots;
  self->grids = grids;
  self->first = g_new0 (guint, n_vertices + 2);
  self->is_outer = g_new0 (gboolean, n_vertices);
  self->is_walked = g_new0 (gboolean, plots->edges->len);

  for (guint i = 0; i < plots->edges->len; i++)
    {
      const GgovGeoEdge *edge = get_edge (self, i);

      if (edge->left == GGOV_GEO_NONE || edge->right == GGOV_GEO_NONE)
        self->is_outer[edge->from] = self->is_outer[edge->to] = TRUE;

      if (is_border (self, edge))
        {
          self->first[edge->from + 2]++;
          self->first[edge->to + 2]++;
        }
    }

  for (guint i = 2; i < n_vertices + 2; i++)
    self->first[i] += self->first[i - 1];

  /* Counted one place too high, so that filling moves each beginning to where it belongs. */
  self->edges = g_new (guint, self->first[n_vertices + 1]);
  next = self->first + 1;

  for (guint i = 0; i < plots->edges->len; i++)
    if (is_border (self, get_edge (self, i)))
      {
        self->edges[next[get_edge (self, i)->from]++] = i;
        self->edges[next[get_edge (self, i)->to]++] = i;
      }
}

static void
append_vertex (GgovGeoLine        *line,
               const GgovGeoPlots *plots,
               guint               vertex)
{
  g_array_append_vals (line->points, (const double *) plots->vertices->data + 2 * vertex, 1);
}

static guint
find_unwalked (const Net *self,
               guint      vertex)
{
  for (guint i = self->first[vertex]; i < self->first[vertex + 1]; i++)
    if (!self->is_walked[self->edges[i]])
      return self->edges[i];

  return GGOV_GEO_NONE;
}

static GgovGeoLine *
walk (Net   *self,
      guint  from,
      guint  index)
{
  GgovGeoLine *line = g_new0 (GgovGeoLine, 1);
  const GgovGeoEdge *edge = get_edge (self, index);
  gboolean is_forward = edge->from == from;
  guint vertex = from;

  line->left_grid_id = self->grids[is_forward ? edge->left : edge->right];
  line->right_grid_id = self->grids[is_forward ? edge->right : edge->left];
  line->is_exact = TRUE;
  line->from = from;
  line->points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  line->is_street = g_array_new (FALSE, FALSE, sizeof (gboolean));
  append_vertex (line, self->plots, from);

  do
    {
      const GgovGeoFace *left, *right;
      gboolean is_street;

      edge = get_edge (self, index);
      left = &g_array_index (self->plots->faces, GgovGeoFace, edge->left);
      right = &g_array_index (self->plots->faces, GgovGeoFace, edge->right);
      /* Only streets part blocks. */
      is_street = left->block != right->block;
      line->is_exact = line->is_exact && left->is_exact && right->is_exact;
      self->is_walked[index] = TRUE;
      vertex = edge->from == vertex ? edge->to : edge->from;
      append_vertex (line, self->plots, vertex);
      g_array_append_val (line->is_street, is_street);
      index = is_node (self, vertex) ? GGOV_GEO_NONE : find_unwalked (self, vertex);
    }
  while (index != GGOV_GEO_NONE);

  line->to = vertex;
  line->is_from_outer = self->is_outer[from];
  line->is_to_outer = self->is_outer[vertex];

  return line;
}

GPtrArray *
_ggov_geo_lines_extract (const GgovGeoPlots *plots,
                         const gint64       *grids)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);
  g_auto(Net) net = { 0 };

  net_init (&net, plots, grids);

  for (guint i = 0; i < plots->vertices->len; i++)
    if (is_node (&net, i))
      for (guint edge; (edge = find_unwalked (&net, i)) != GGOV_GEO_NONE; )
        g_ptr_array_add (lines, walk (&net, i, edge));

  /* What is left goes around without meeting anything: a grid inside another. */
  for (guint i = 0; i < plots->edges->len; i++)
    if (is_border (&net, get_edge (&net, i)) && !net.is_walked[i])
      g_ptr_array_add (lines, walk (&net, get_edge (&net, i)->from, i));

  return lines;
}
