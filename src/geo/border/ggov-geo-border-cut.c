/* ggov-geo-border-cut.c: the ground cut along streets, walls and halfway lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-mesh-private.h"

#define FACES_A_STOP 256 /* about a millisecond */

/* Kinds of lines. */
#define STREET 1 /* or the community's border: the edge of a block */
#define WALL   2
#define CELL   4

/* A face of the mesh, with all that is known of it. */
typedef struct
{
  guint first;   /* of its edges in the list of all faces' edges */
  guint n;
  double area2;  /* twice its area, square steps */
  guint block;
} Draft;

typedef struct
{
  const GgovGeoGround *ground;
  GgovGeoMesh *mesh;
  Draft *drafts;       /* (array): of each face of the mesh */
  guint *face_edges;   /* (array) */
  GArray *crossings;   /* (element-type double): scratch space */
} Cut;

static void
cut_clear (Cut *self)
{
  g_clear_pointer (&self->mesh, _ggov_geo_mesh_free);
  g_clear_pointer (&self->drafts, g_free);
  g_clear_pointer (&self->face_edges, g_free);
  g_clear_pointer (&self->crossings, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

/* Lines ------------------------------------------------------------------------------------- */

static GgovGeoMeshPoint
to_steps (const double *place)
{
  return (GgovGeoMeshPoint) { llround (place[0] / GGOV_GEO_STEP_M),
                              llround (place[1] / GGOV_GEO_STEP_M) };
}

static void
add_walls (Cut                *self,
           const GgovGeoWalls *walls,
           guint               kind)
{
  for (guint ring = 0; ring < walls->n_rings; ring++)
    for (guint i = _ggov_geo_walls_get_first (walls, ring); i + 1 < walls->ends[ring]; i++)
      _ggov_geo_mesh_add (self->mesh, to_steps (walls->points + 2 * i),
                          to_steps (walls->points + 2 * (i + 1)), kind);
}

static void
add_cells (Cut                *self,
           const GgovGeoBlock *block,
           GArray             *segments)
{
  g_array_set_size (segments, 0);
  _ggov_geo_cells_draw (self->ground, block, segments);

  for (guint i = 0; i < segments->len; i++)
    {
      const double *ends = (const double *) (gpointer) segments->data + 4 * i;

      _ggov_geo_mesh_add (self->mesh, to_steps (ends), to_steps (ends + 2), CELL);
    }
}

static gboolean
add_lines (Cut                *self,
           const GgovGeoStop  *stop,
           GError            **error)
{
  g_autoptr(GArray) segments = g_array_new (FALSE, FALSE, 4 * sizeof (double));

  for (guint i = 0; i < self->ground->blocks->len; i++)
    {
      const GgovGeoBlock *block = g_ptr_array_index (self->ground->blocks, i);

      if (_ggov_geo_stop_is_wanted (stop))
        return _ggov_geo_stop_fail (error);

      add_walls (self, &block->walls, STREET);
      add_cells (self, block, segments);
    }

  for (guint i = 0; i < self->ground->parts->len; i++)
    add_walls (self, &((GgovGeoPart *) g_ptr_array_index (self->ground->parts, i))->walls, WALL);

  return TRUE;
}

static gboolean
check_width (const GgovGeoGround  *ground,
             GError              **error)
{
  for (guint i = 0; i < ground->blocks->len; i++)
    {
      const GgovGeoBlock *block = g_ptr_array_index (ground->blocks, i);

      for (guint j = 0; j < 4; j++)
        if (fabs (block->box[j]) >= GGOV_GEO_MESH_MAX * GGOV_GEO_STEP_M)
          {
            g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                                 "The community is wider than any");
            return FALSE;
          }
    }

  return TRUE;
}

/* Faces ------------------------------------------------------------------------------------- */

static const GgovGeoMeshEdge *
get_edge (const Cut *self,
          guint      edge)
{
  return &g_array_index (self->mesh->edges, GgovGeoMeshEdge, edge);
}

static const GgovGeoMeshPoint *
get_point (const Cut *self,
           guint      point)
{
  return &g_array_index (self->mesh->points, GgovGeoMeshPoint, point);
}

static void
add_side (Cut    *self,
          guint   face,
          guint   edge,
          double  area2)
{
  if (face == GGOV_GEO_MESH_NONE)
    return;

  self->face_edges[self->drafts[face].first + self->drafts[face].n++] = edge;
  self->drafts[face].area2 += area2;
}

static void
list_drafts (Cut *self)
{
  guint sum = 0;

  self->drafts = g_new0 (Draft, self->mesh->n_faces + 1);
  self->face_edges = g_new (guint, 2 * self->mesh->edges->len + 1);

  for (guint i = 0; i < self->mesh->edges->len; i++)
    {
      const GgovGeoMeshEdge *edge = get_edge (self, i);

      /* What is outside counts in the one more that there is. */
      self->drafts[MIN (edge->left, self->mesh->n_faces)].n++;
      self->drafts[MIN (edge->right, self->mesh->n_faces)].n++;
    }

  for (guint i = 0; i <= self->mesh->n_faces; i++)
    {
      self->drafts[i].first = sum;
      self->drafts[i].block = GGOV_GEO_NONE;
      sum += self->drafts[i].n;
      self->drafts[i].n = 0;
    }

  for (guint i = 0; i < self->mesh->edges->len; i++)
    {
      const GgovGeoMeshEdge *edge = get_edge (self, i);
      const GgovGeoMeshPoint *a = get_point (self, edge->from), *b = get_point (self, edge->to);
      double area2 = (double) (a->x * b->y - b->x * a->y);

      add_side (self, edge->left, i, area2);
      add_side (self, edge->right, i, -area2);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Between the two rows of corners that are nearest to the middle of a face. */
static double
choose_row (const Cut   *self,
            const Draft *draft)
{
  double south = INFINITY, north = -INFINITY, below = -INFINITY, above = INFINITY, middle;

  for (guint i = 0; i < 2 * draft->n; i++)
    {
      const GgovGeoMeshEdge *edge = get_edge (self, self->face_edges[draft->first + i / 2]);
      double y = get_point (self, i % 2 == 0 ? edge->from : edge->to)->y;

      south = MIN (south, y);
      north = MAX (north, y);
    }

  middle = (south + north) / 2;

  for (guint i = 0; i < 2 * draft->n; i++)
    {
      const GgovGeoMeshEdge *edge = get_edge (self, self->face_edges[draft->first + i / 2]);
      double y = get_point (self, i % 2 == 0 ? edge->from : edge->to)->y;

      if (y <= middle)
        below = MAX (below, y);
      else
        above = MIN (above, y);
    }

  return (below + above) / 2;
}

/* A place inside a face: the middle of its widest stretch from west to east. */
static void
find_inside (const Cut   *self,
             const Draft *draft,
             double       place[2])
{
  double y = choose_row (self, draft), widest = -1;

  g_array_set_size (self->crossings, 0);

  for (guint i = 0; i < draft->n; i++)
    {
      const GgovGeoMeshEdge *edge = get_edge (self, self->face_edges[draft->first + i]);
      const GgovGeoMeshPoint *a = get_point (self, edge->from), *b = get_point (self, edge->to);
      double x;

      if ((a->y > y) == (b->y > y))
        continue;

      x = a->x + (y - a->y) / (b->y - a->y) * (b->x - a->x);
      g_array_append_val (self->crossings, x);
    }

  g_array_sort (self->crossings, compare_numbers);

  for (guint i = 0; i + 1 < self->crossings->len; i += 2)
    {
      double west = g_array_index (self->crossings, double, i);
      double east = g_array_index (self->crossings, double, i + 1);

      if (east - west > widest)
        {
          widest = east - west;
          place[0] = (west + east) / 2 * GGOV_GEO_STEP_M;
        }
    }

  place[1] = y * GGOV_GEO_STEP_M;
}

/* Blocks and buildings ---------------------------------------------------------------------- */

/* The block a place lies in. */
static guint
find_block (const GgovGeoGround *ground,
            const double        *place)
{
  for (guint i = 0; i < ground->blocks->len; i++)
    {
      const GgovGeoBlock *block = g_ptr_array_index (ground->blocks, i);

      if (place[0] >= block->box[0] && place[0] <= block->box[2] &&
          place[1] >= block->box[1] && place[1] <= block->box[3] &&
          _ggov_geo_walls_contain (&block->walls, place))
        return i;
    }

  return GGOV_GEO_NONE;
}

/* Adds the faces around the first that no street parts from it. Returns: the largest */
static guint
gather_block (const Cut *self,
              gboolean  *is_seen,
              GArray    *queue)
{
  guint largest = g_array_index (queue, guint, 0);

  for (guint n = 0; n < queue->len; n++)
    {
      guint face = g_array_index (queue, guint, n);
      const Draft *draft = &self->drafts[face];

      if (draft->area2 > self->drafts[largest].area2)
        largest = face;

      for (guint i = 0; i < draft->n; i++)
        {
          const GgovGeoMeshEdge *edge = get_edge (self, self->face_edges[draft->first + i]);
          guint other = edge->left == face ? edge->right : edge->left;

          if ((edge->kinds & STREET) == 0 && other != GGOV_GEO_MESH_NONE && !is_seen[other])
            {
              is_seen[other] = TRUE;
              g_array_append_val (queue, other);
            }
        }
    }

  return largest;
}

/* All faces that no street parts are in one block: only one place of each is looked for. */
static void
find_blocks (Cut *self)
{
  g_autofree gboolean *is_seen = g_new0 (gboolean, self->mesh->n_faces + 1);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->mesh->n_faces; i++)
    {
      double place[2];
      guint block;

      if (is_seen[i])
        continue;

      is_seen[i] = TRUE;
      g_array_set_size (queue, 0);
      g_array_append_val (queue, i);
      find_inside (self, &self->drafts[gather_block (self, is_seen, queue)], place);
      block = find_block (self->ground, place);

      for (guint j = 0; j < queue->len; j++)
        self->drafts[g_array_index (queue, guint, j)].block = block;
    }
}

/* The building nearest to a place of a block; of several that it stands in the smallest, so that a
 * tower has its plot on the roof of what it rises from. */
static guint
find_building (const GgovGeoGround *ground,
               const GgovGeoBlock  *block,
               const double        *place,
               gboolean            *is_footprint)
{
  const GgovGeoPart *nearest = NULL;
  double nearest_m = INFINITY;

  for (guint i = 0; i < block->parts->len; i++)
    {
      const GgovGeoPart *part;
      double dx, dy, distance_m;

      part = g_ptr_array_index (ground->parts, g_array_index (block->parts, guint, i));
      dx = MAX (0, MAX (part->box[0] - place[0], place[0] - part->box[2]));
      dy = MAX (0, MAX (part->box[1] - place[1], place[1] - part->box[3]));

      if (dx > nearest_m || dy > nearest_m || dx * dx + dy * dy > nearest_m * nearest_m)
        continue;

      distance_m = _ggov_geo_walls_measure (&part->walls, place);

      if (distance_m < nearest_m ||
          (distance_m == 0 && nearest != NULL && part->area_m2 < nearest->area_m2))
        {
          nearest_m = distance_m;
          nearest = part;
        }
    }

  *is_footprint = nearest_m == 0;

  return nearest != NULL ? nearest->building : GGOV_GEO_NONE;
}

/* Plots ------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (array) (nullable): for each face of the mesh its number in @plots;
 * GGOV_GEO_NONE for a hole of the community; NULL where it was stopped */
static guint *
add_faces (const Cut         *self,
           GgovGeoPlots      *plots,
           const GgovGeoStop *stop)
{
  g_autofree guint *numbers = g_new (guint, self->mesh->n_faces + 1);

  for (guint i = 0; i < self->mesh->n_faces; i++)
    {
      const Draft *draft = &self->drafts[i];
      GgovGeoFace face = { .block = draft->block };
      double place[2];

      if (i % FACES_A_STOP == 0 && _ggov_geo_stop_is_wanted (stop))
        return NULL;

      numbers[i] = GGOV_GEO_NONE;

      if (face.block == GGOV_GEO_NONE)
        continue;

      find_inside (self, draft, place);
      face.area_m2 = draft->area2 / 2 * GGOV_GEO_STEP_M * GGOV_GEO_STEP_M;
      face.building = find_building (self->ground,
                                     g_ptr_array_index (self->ground->blocks, face.block), place,
                                     &face.is_footprint);
      numbers[i] = plots->faces->len;
      g_array_append_val (plots->faces, face);
    }

  numbers[self->mesh->n_faces] = GGOV_GEO_NONE;

  return g_steal_pointer (&numbers);
}

static void
add_edges (const Cut    *self,
           GgovGeoPlots *plots,
           const guint  *numbers)
{
  for (guint i = 0; i < self->mesh->points->len; i++)
    {
      const GgovGeoMeshPoint *point = get_point (self, i);
      double place[] = { point->x * GGOV_GEO_STEP_M, point->y * GGOV_GEO_STEP_M };

      g_array_append_val (plots->vertices, place);
    }

  for (guint i = 0; i < self->mesh->edges->len; i++)
    {
      const GgovGeoMeshEdge *edge = get_edge (self, i);
      GgovGeoEdge drawn = { edge->from, edge->to, numbers[MIN (edge->left, self->mesh->n_faces)],
                            numbers[MIN (edge->right, self->mesh->n_faces)] };

      if (drawn.left != GGOV_GEO_NONE || drawn.right != GGOV_GEO_NONE)
        g_array_append_val (plots->edges, drawn);
    }
}

gboolean
_ggov_geo_plots_cut (GgovGeoPlots         *self,
                     const GgovGeoGround  *ground,
                     const GgovGeoStop    *stop,
                     GError              **error)
{
  g_auto(Cut) cut = { ground, _ggov_geo_mesh_new () };
  g_autofree guint *numbers = NULL;

  cut.crossings = g_array_new (FALSE, FALSE, sizeof (double));

  if (!check_width (ground, error) || !add_lines (&cut, stop, error))
    return FALSE;

  if (!_ggov_geo_mesh_cut (cut.mesh, stop))
    return _ggov_geo_stop_fail (error);

  _ggov_geo_mesh_enclose (cut.mesh);

  if (!_ggov_geo_stop_check (stop, error))
    return FALSE;

  list_drafts (&cut);
  find_blocks (&cut);

  if (!(numbers = add_faces (&cut, self, stop)))
    return _ggov_geo_stop_fail (error);

  add_edges (&cut, self, numbers);

  return TRUE;
}
