/* ggov-geo-border-outline.c: the community's own border, cut where inner borders meet it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-border-private.h"

#define SAME_PLACE_M (10 * GGOV_GEO_STEP_M) /* what rounding may part, and then some */

/* A ring of the community, with the ground on its left hand. */
typedef struct
{
  double *degrees; /* (array): shape [n_points][2], the last point repeats the first */
  double *metres;  /* the same in the frame */
  guint n_points;
} Ring;

/* Where a line ends on a ring: on the segment from point floor (position) on. */
typedef struct
{
  guint vertex;
  double position;
  double degrees[2];
} Crossing;

typedef struct
{
  const GgovGeoGround *ground;
  const GgovGeoPlots *plots;
  const gint64 *grids;
  GgovGeoSubdivision *subdivision;
  GArray *rings;        /* (element-type Ring) */
  GPtrArray *crossings; /* (element-type GArray of Crossing): for each ring */
  GHashTable *places;   /* (element-type guint double[2]): degrees of lines' ends */
  gint64 *grid_after;   /* for each vertex: the grid along the community's border from there on */
  GArray *pinches;      /* (element-type guint): vertices which two rings pass */
} Outline;

static void
clear_ring (gpointer data)
{
  Ring *ring = data;

  g_clear_pointer (&ring->degrees, g_free);
  g_clear_pointer (&ring->metres, g_free);
}

static void
outline_clear (Outline *self)
{
  g_clear_object (&self->subdivision);
  g_clear_pointer (&self->rings, g_array_unref);
  g_clear_pointer (&self->crossings, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->grid_after, g_free);
  g_clear_pointer (&self->pinches, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outline, outline_clear)

static double
compute_area (const double *coords,
              guint         n_points)
{
  double sum = 0;

  for (guint i = 0; i + 1 < n_points; i++)
    sum += coords[2 * i] * coords[2 * i + 3] - coords[2 * i + 2] * coords[2 * i + 1];

  return sum / 2;
}

static void
reverse (double *coords,
         guint   n_points)
{
  for (guint i = 0, j = n_points - 1; i < j; i++, j--)
    {
      double point[2];

      memcpy (point, coords + 2 * i, sizeof point);
      memcpy (coords + 2 * i, coords + 2 * j, sizeof point);
      memcpy (coords + 2 * j, point, sizeof point);
    }
}

static void
add_ring (Outline            *self,
          const GEOSGeometry *geom,
          gboolean            is_hole)
{
  Ring ring = { 0 };

  ring.degrees = _ggov_geo_geom_dup_coords (geom, &ring.n_points);
  ring.metres = g_memdup2 (ring.degrees, 2 * sizeof (double) * ring.n_points);
  _ggov_geo_frame_to_metres (&self->ground->frame, ring.metres, ring.n_points);

  if ((compute_area (ring.metres, ring.n_points) > 0) == is_hole)
    {
      reverse (ring.degrees, ring.n_points);
      reverse (ring.metres, ring.n_points);
    }

  g_array_append_val (self->rings, ring);
  g_ptr_array_add (self->crossings, g_array_new (FALSE, FALSE, sizeof (Crossing)));
}

static void
add_rings (Outline *self)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GEOSGeometry *degrees = self->ground->degrees;

  self->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  g_array_set_clear_func (self->rings, clear_ring);
  self->crossings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  add_ring (self, GEOSGetExteriorRing_r (geos, degrees), FALSE);

  for (int i = 0; i < GEOSGetNumInteriorRings_r (geos, degrees); i++)
    add_ring (self, GEOSGetInteriorRingN_r (geos, degrees, i), TRUE);
}

/* Whether an edge is on the community's border; if so, turned with the ground on the left. */
static gboolean
get_outer (const GgovGeoEdge *edge,
           guint             *from,
           guint             *to,
           guint             *face)
{
  gboolean is_forward = edge->right == GGOV_GEO_NONE;

  if (!is_forward && edge->left != GGOV_GEO_NONE)
    return FALSE;

  *from = is_forward ? edge->from : edge->to;
  *to = is_forward ? edge->to : edge->from;
  *face = is_forward ? edge->left : edge->right;

  return TRUE;
}

static void
note_grids (Outline *self)
{
  self->grid_after = g_new0 (gint64, self->plots->vertices->len);
  self->pinches = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->plots->edges->len; i++)
    {
      guint from, to, face;

      if (!get_outer (&g_array_index (self->plots->edges, GgovGeoEdge, i), &from, &to, &face))
        continue;

      if (self->grid_after[from] != 0)
        g_array_append_val (self->pinches, from);

      self->grid_after[from] = self->grids[face];
    }
}

/* The grid along a ring that leaves @vertex towards @next. */
static gint64
find_grid_after (const Outline *self,
                 guint          vertex,
                 const double  *next)
{
  const double *vertices = (const double *) self->plots->vertices->data;
  const double *place = vertices + 2 * vertex;
  gint64 grid_id = self->grid_after[vertex];
  double best = -INFINITY;
  gboolean is_pinch = FALSE;

  for (guint i = 0; i < self->pinches->len; i++)
    is_pinch = is_pinch || g_array_index (self->pinches, guint, i) == vertex;

  for (guint i = 0; is_pinch && i < self->plots->edges->len; i++)
    {
      guint from, to, face;
      double dx, dy, match;

      if (!get_outer (&g_array_index (self->plots->edges, GgovGeoEdge, i), &from, &to, &face) ||
          from != vertex)
        continue;

      dx = vertices[2 * to] - place[0];
      dy = vertices[2 * to + 1] - place[1];
      match = (dx * (next[0] - place[0]) + dy * (next[1] - place[1])) / hypot (dx, dy);

      if (match > best)
        {
          best = match;
          grid_id = self->grids[face];
        }
    }

  return grid_id;
}

/* How far a place is from a segment; @t is where on it, from 0 to 1. */
static double
measure_distance (const double *place,
                  const double *a,
                  double       *t)
{
  const double *b = a + 2;
  double dx = b[0] - a[0], dy = b[1] - a[1];
  double length2 = dx * dx + dy * dy;

  *t = length2 > 0 ? ((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / length2 : 0;
  *t = CLAMP (*t, 0, 1);

  return hypot (place[0] - a[0] - *t * dx, place[1] - a[1] - *t * dy);
}

static void
set_degrees (Crossing   *crossing,
             const Ring *ring)
{
  guint i = crossing->position;
  double t = crossing->position - i;
  const double *a = ring->degrees + 2 * i, *b = a + 2;

  /* On a corner, its own numbers; else a point of the stored segment. */
  crossing->degrees[0] = t == 0 ? a[0] : a[0] + t * (b[0] - a[0]);
  crossing->degrees[1] = t == 0 ? a[1] : a[1] + t * (b[1] - a[1]);
}

/* Whether a line ends on a corner of the ring already. */
static gboolean
is_taken (const Outline *self,
          guint          ring,
          guint          corner)
{
  const GArray *crossings = g_ptr_array_index (self->crossings, ring);

  for (guint i = 0; i < crossings->len; i++)
    if (g_array_index (crossings, Crossing, i).position == corner)
      return TRUE;

  return FALSE;
}

static void
locate (Outline      *self,
        guint         vertex,
        const double *place)
{
  Crossing crossing = { vertex, 0, { 0 } };
  double nearest = INFINITY;
  guint nearest_ring = 0;

  for (guint i = 0; i < self->rings->len; i++)
    {
      const Ring *ring = &g_array_index (self->rings, Ring, i);

      for (guint j = 0; j + 1 < ring->n_points; j++)
        {
          const double *a = ring->metres + 2 * j;
          double t, distance = measure_distance (place, a, &t);
          double corner_m = hypot (place[0] - a[0], place[1] - a[1]);

          /* Corners come first, by how near they are; then segments. */
          if (corner_m < SAME_PLACE_M && !is_taken (self, i, j))
            {
              t = 0;
              distance = corner_m - SAME_PLACE_M;
            }
          else if (t == 1)
            continue;

          if (distance < nearest)
            {
              nearest = distance;
              nearest_ring = i;
              crossing.position = j + t;
            }
        }
    }

  set_degrees (&crossing, &g_array_index (self->rings, Ring, nearest_ring));
  g_array_append_val ((GArray *) g_ptr_array_index (self->crossings, nearest_ring), crossing);
  g_hash_table_insert (self->places, GUINT_TO_POINTER (vertex),
                       g_memdup2 (crossing.degrees, sizeof crossing.degrees));
}

/* Where two rings touch the grid may change on both, though no line ends there. */
static void
cut_at_pinch (Outline *self,
              guint    vertex)
{
  const double *place = (const double *) self->plots->vertices->data + 2 * vertex;

  for (guint i = 0; i < self->rings->len; i++)
    {
      const Ring *ring = &g_array_index (self->rings, Ring, i);

      for (guint j = 0; j + 1 < ring->n_points; j++)
        {
          const double *corner = ring->metres + 2 * j;
          Crossing crossing = { vertex, j, { ring->degrees[2 * j], ring->degrees[2 * j + 1] } };

          if (hypot (place[0] - corner[0], place[1] - corner[1]) < SAME_PLACE_M &&
              !is_taken (self, i, j))
            g_array_append_val ((GArray *) g_ptr_array_index (self->crossings, i), crossing);
        }
    }
}

static void
place_end (Outline      *self,
           guint         vertex,
           gboolean      is_outer,
           const double *metres)
{
  double degrees[] = { metres[0], metres[1] };

  if (g_hash_table_contains (self->places, GUINT_TO_POINTER (vertex)))
    return;

  if (is_outer)
    {
      locate (self, vertex, metres);
      return;
    }

  _ggov_geo_frame_to_degrees (&self->ground->frame, degrees, 1);
  g_hash_table_insert (self->places, GUINT_TO_POINTER (vertex),
                       g_memdup2 (degrees, sizeof degrees));
}

static gboolean
add_line (Outline            *self,
          const GgovGeoLine  *line,
          GError            **error)
{
  guint n = line->points->len;
  g_autofree double *coords = g_memdup2 (line->points->data, 2 * sizeof (double) * n);

  _ggov_geo_frame_to_degrees (&self->ground->frame, coords, n);
  memcpy (coords, g_hash_table_lookup (self->places, GUINT_TO_POINTER (line->from)),
          2 * sizeof (double));
  memcpy (coords + 2 * (n - 1), g_hash_table_lookup (self->places, GUINT_TO_POINTER (line->to)),
          2 * sizeof (double));

  return ggov_geo_subdivision_add_arc (self->subdivision,
                                       ggov_geo_subdivision_get_n_arcs (self->subdivision) + 1,
                                       line->left_grid_id, line->right_grid_id, coords, n, error);
}

static int
compare_crossings (gconstpointer a,
                   gconstpointer b)
{
  double first = ((const Crossing *) a)->position;
  double second = ((const Crossing *) b)->position;

  return (first > second) - (first < second);
}

static gboolean
add_outer_arc (Outline     *self,
               GArray      *coords,
               gint64       grid_id,
               GError     **error)
{
  return ggov_geo_subdivision_add_arc (self->subdivision,
                                       ggov_geo_subdivision_get_n_arcs (self->subdivision) + 1,
                                       grid_id, 0, (const double *) coords->data, coords->len,
                                       error);
}

/* A ring that no line meets belongs to one grid: that of the nearest edge. */
static gboolean
add_whole_ring (Outline     *self,
                const Ring  *ring,
                GError     **error)
{
  g_autoptr(GArray) coords = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  double nearest = INFINITY;
  gint64 grid_id = 0;

  for (guint i = 0; i < self->plots->vertices->len; i++)
    {
      const double *vertex = (const double *) self->plots->vertices->data + 2 * i;
      double distance = hypot (vertex[0] - ring->metres[0], vertex[1] - ring->metres[1]);

      if (self->grid_after[i] != 0 && distance < nearest)
        {
          nearest = distance;
          grid_id = self->grid_after[i];
        }
    }

  g_array_append_vals (coords, ring->degrees, ring->n_points);

  return add_outer_arc (self, coords, grid_id, error);
}

static gboolean
add_ring_arcs (Outline     *self,
               const Ring  *ring,
               GArray      *crossings,
               GError     **error)
{
  guint n = ring->n_points - 1;

  if (crossings->len == 0)
    return add_whole_ring (self, ring, error);

  g_array_sort (crossings, compare_crossings);

  for (guint i = 0; i < crossings->len; i++)
    {
      g_autoptr(GArray) coords = g_array_new (FALSE, FALSE, 2 * sizeof (double));
      const Crossing *from = &g_array_index (crossings, Crossing, i);
      const Crossing *to = &g_array_index (crossings, Crossing, (i + 1) % crossings->len);
      double end = to->position + (i + 1 == crossings->len ? n : 0);

      g_array_append_vals (coords, from->degrees, 1);

      for (guint j = (guint) from->position + 1; j < end; j++)
        g_array_append_vals (coords, ring->degrees + 2 * (j % n), 1);

      g_array_append_vals (coords, to->degrees, 1);

      if (!add_outer_arc (self, coords,
                          find_grid_after (self, from->vertex,
                                           ring->metres + 2 * ((guint) from->position + 1)),
                          error))
        return FALSE;
    }

  return TRUE;
}

GgovGeoSubdivision *
_ggov_geo_lines_to_subdivision (GPtrArray            *lines,
                                const GgovGeoGround  *ground,
                                const GgovGeoPlots   *plots,
                                const gint64         *grids,
                                GError              **error)
{
  g_auto(Outline) outline = { ground, plots, grids, ggov_geo_subdivision_new () };

  outline.places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  add_rings (&outline);
  note_grids (&outline);

  for (guint i = 0; i < lines->len; i++)
    {
      const GgovGeoLine *line = g_ptr_array_index (lines, i);
      const double *points = (const double *) line->points->data;

      place_end (&outline, line->from, line->is_from_outer, points);
      place_end (&outline, line->to, line->is_to_outer, points + 2 * (line->points->len - 1));

      if (!add_line (&outline, line, error))
        return NULL;
    }

  for (guint i = 0; i < outline.pinches->len; i++)
    cut_at_pinch (&outline, g_array_index (outline.pinches, guint, i));

  for (guint i = 0; i < outline.rings->len; i++)
    if (!add_ring_arcs (&outline, &g_array_index (outline.rings, Ring, i),
                        g_ptr_array_index (outline.crossings, i), error))
      return NULL;

  return g_steal_pointer (&outline.subdivision);
}
