/* ggov-geo-clusters.c: many points put together into few, the fewer the smaller the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "ggov-geo-clusters.h"

#define TILE_SIZE 256
#define MAX_ZOOM  30

#define NONE G_MAXUINT

/* A cluster while clusters are made: its parts are nodes of the level below. */
typedef struct
{
  GgovGeoCluster cluster;
  guint          child;   /* the first part, or NONE */
  guint          sibling; /* the next part of what it is part of, or NONE */
} Node;

/* A node's place among the cells of a level. */
typedef struct
{
  guint64 cell;
  guint   node;
} Spot;

struct _GgovGeoClusters
{
  gatomicrefcount  ref_count;

  int              min_zoom;
  int              max_zoom;
  guint           *order;  /* (array) */
  GArray         **levels; /* (array) (element-type GgovGeoCluster): by zoom level */
};

/* One level being made of the one below. */
typedef struct
{
  GArray *below; /* (element-type Node) */
  GArray *above; /* (element-type Node) */
  GArray *spots; /* (element-type Spot): of the nodes below, by their cells */
  double  radius;
} Step;

static guint64
get_cell (const Step *step,
          double      x,
          double      y)
{
  /* One more than fits on either side, so that a neighbour is never below 0. */
  guint64 column = 1 + (guint64) floor (CLAMP (x, 0, 1) / step->radius);
  guint64 row = 1 + (guint64) floor (CLAMP (y, 0, 1) / step->radius);

  return row << 32 | column;
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const Spot *x = a, *y = b;

  if (x->cell != y->cell)
    return x->cell < y->cell ? -1 : 1;

  return x->node < y->node ? -1 : x->node > y->node;
}

static void
sort_spots (Step *step)
{
  for (guint i = 0; i < step->below->len; i++)
    {
      const Node *node = &g_array_index (step->below, Node, i);
      const Spot spot = { get_cell (step, node->cluster.x, node->cluster.y), i };

      g_array_append_val (step->spots, spot);
    }

  g_array_sort (step->spots, compare_spots);
}

/* The first spot whose cell is not before @cell. */
static guint
find_spot (GArray  *spots,
           guint64  cell)
{
  guint first = 0, last = spots->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (spots, Spot, middle).cell < cell)
        first = middle + 1;
      else
        last = middle;
    }

  return first;
}

static void
join (GgovGeoCluster       *self,
      const GgovGeoCluster *part)
{
  double n = self->n + part->n;

  self->x = (self->x * self->n + part->x * part->n) / n;
  self->y = (self->y * self->n + part->y * part->n) / n;
  self->n += part->n;
  if (part->rank > self->rank)
    self->n_ranked = 0;
  if (part->rank >= self->rank)
    {
      self->rank = part->rank;
      self->n_ranked += part->n_ranked;
    }
}

/* Takes what is near the seed out of one row of cells, from the cell before its own to the one
 * after. */
static void
gather_row (Step       *step,
            const Node *seed,
            guint64     cell,
            gboolean   *is_taken,
            Node       *cluster)
{
  for (guint i = find_spot (step->spots, cell - 1); i < step->spots->len; i++)
    {
      const Spot *spot = &g_array_index (step->spots, Spot, i);
      Node *node = &g_array_index (step->below, Node, spot->node);

      if (spot->cell > cell + 1)
        return;
      if (is_taken[spot->node] || hypot (node->cluster.x - seed->cluster.x,
                                         node->cluster.y - seed->cluster.y) > step->radius)
        continue;

      is_taken[spot->node] = TRUE;
      node->sibling = cluster->child;
      cluster->child = spot->node;
      join (&cluster->cluster, &node->cluster);
    }
}

static GArray *
make_level (GArray *below,
            double  radius)
{
  g_autoptr(GArray) spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  g_autofree gboolean *is_taken = g_new0 (gboolean, below->len + 1);
  Step step = { below, g_array_new (FALSE, FALSE, sizeof (Node)), spots, radius };

  sort_spots (&step);
  for (guint i = 0; i < below->len; i++)
    {
      const Node seed = g_array_index (below, Node, i);
      guint64 cell = get_cell (&step, seed.cluster.x, seed.cluster.y);
      Node cluster = { { .n = 0 }, NONE, NONE };

      if (is_taken[i])
        continue;

      for (int row = -1; row <= 1; row++)
        gather_row (&step, &seed, cell + ((guint64) row << 32), is_taken, &cluster);
      g_array_append_val (step.above, cluster);
    }

  return step.above;
}

static GArray *
make_points (const GgovGeoClusterPoint *points,
             guint                      n)
{
  GArray *nodes = g_array_sized_new (FALSE, FALSE, sizeof (Node), n);

  for (guint i = 0; i < n; i++)
    {
      const Node node = {
        { points[i].x, points[i].y, 1, points[i].rank, 1, 0 }, NONE, NONE,
      };

      g_array_append_val (nodes, node);
    }

  return nodes;
}

/* Gives the points under a node their places in the order. */
static guint
put_in_order (GgovGeoClusters  *self,
              GArray          **nodes,
              int               zoom,
              guint             i,
              guint             position)
{
  Node *node = &g_array_index (nodes[zoom], Node, i);

  node->cluster.first = position;
  if (zoom > self->max_zoom)
    {
      self->order[position] = i;
      return position + 1;
    }

  for (guint child = node->child; child != NONE;
       child = g_array_index (nodes[zoom + 1], Node, child).sibling)
    position = put_in_order (self, nodes, zoom + 1, child, position);

  return position;
}

static int
compare_clusters (gconstpointer a,
                  gconstpointer b)
{
  const GgovGeoCluster *p = a, *q = b;

  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;

  return p->first < q->first ? -1 : p->first > q->first;
}

static GArray *
take_clusters (GArray *nodes)
{
  GArray *clusters = g_array_sized_new (FALSE, FALSE, sizeof (GgovGeoCluster), nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    g_array_append_val (clusters, g_array_index (nodes, Node, i).cluster);
  g_array_sort (clusters, compare_clusters);

  return clusters;
}

GgovGeoClusters *
ggov_geo_clusters_new (const GgovGeoClusterPoint *points,
                       guint                      n,
                       double                     radius_px,
                       int                        min_zoom,
                       int                        max_zoom)
{
  GArray *nodes[MAX_ZOOM + 2] = { NULL };
  GgovGeoClusters *self;
  guint position = 0;

  g_return_val_if_fail (min_zoom >= 0 && min_zoom <= max_zoom && max_zoom <= MAX_ZOOM, NULL);

  self = g_new0 (GgovGeoClusters, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->min_zoom = min_zoom;
  self->max_zoom = max_zoom;
  self->order = g_new (guint, n + 1);
  self->levels = g_new0 (GArray *, MAX_ZOOM + 1);

  nodes[max_zoom + 1] = make_points (points, n);
  for (int zoom = max_zoom; zoom >= min_zoom; zoom--)
    nodes[zoom] = make_level (nodes[zoom + 1], radius_px / (TILE_SIZE * exp2 (zoom)));
  for (guint i = 0; i < nodes[min_zoom]->len; i++)
    position = put_in_order (self, nodes, min_zoom, i, position);

  for (int zoom = min_zoom; zoom <= max_zoom + 1; zoom++)
    {
      if (zoom <= max_zoom)
        self->levels[zoom] = take_clusters (nodes[zoom]);
      g_array_unref (nodes[zoom]);
    }

  return self;
}

GgovGeoClusters *
ggov_geo_clusters_ref (GgovGeoClusters *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_geo_clusters_unref (GgovGeoClusters *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int zoom = self->min_zoom; zoom <= self->max_zoom; zoom++)
    g_array_unref (self->levels[zoom]);
  g_free (self->levels);
  g_free (self->order);
  g_free (self);
}

const GgovGeoCluster *
ggov_geo_clusters_get (GgovGeoClusters *self,
                       int              zoom,
                       guint           *n)
{
  GArray *level = self->levels[CLAMP (zoom, self->min_zoom, self->max_zoom)];

  *n = level->len;

  return (const GgovGeoCluster *) (gpointer) level->data;
}

const guint *
ggov_geo_clusters_get_order (GgovGeoClusters *self)
{
  return self->order;
}

void
ggov_geo_clusters_find (GgovGeoClusters *self,
                        int              zoom,
                        double           x0,
                        double           y0,
                        double           x1,
                        double           y1,
                        GArray          *found)
{
  guint n, first = 0, last;
  const GgovGeoCluster *clusters = ggov_geo_clusters_get (self, zoom, &n);

  last = n;
  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (clusters[middle].y < y0)
        first = middle + 1;
      else
        last = middle;
    }

  for (guint i = first; i < n && clusters[i].y <= y1; i++)
    if (clusters[i].x >= x0 && clusters[i].x <= x1)
      g_array_append_val (found, clusters[i]);
}

int
ggov_geo_clusters_find_split (GgovGeoClusters      *self,
                              int                   zoom,
                              const GgovGeoCluster *cluster)
{
  for (int next = MAX (zoom, self->min_zoom) + 1; next <= self->max_zoom; next++)
    {
      guint n;
      const GgovGeoCluster *clusters = ggov_geo_clusters_get (self, next, &n);

      for (guint i = 0; i < n; i++)
        if (clusters[i].first == cluster->first)
          {
            if (clusters[i].n < cluster->n)
              return next;
            break;
          }
    }

  return 0;
}
