/* ggov-geo-mesh.c: lines cut where they cross, every point of them on a step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-mesh-cells-private.h"
#include "ggov-geo-mesh-spots-private.h"

#define SEGMENTS_A_STOP 4096 /* some milliseconds */

/* A product of three differences. */
__extension__ typedef __int128 Wide;

typedef GgovGeoMeshSegment Segment;

typedef struct
{
  const Segment *segments;
  guint n_segments;
  GgovGeoMeshCells cells;
  GgovGeoMeshBins bins;      /* of segments */
  GgovGeoMeshSpots spots;    /* that lines go through */
  GgovGeoMeshBins spot_bins;
} Cutting;

GgovGeoMesh *
_ggov_geo_mesh_new (void)
{
  GgovGeoMesh *self = g_new0 (GgovGeoMesh, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (GgovGeoMeshPoint));
  self->edges = g_array_new (FALSE, FALSE, sizeof (GgovGeoMeshEdge));
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));

  return self;
}

void
_ggov_geo_mesh_free (GgovGeoMesh *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->segments, g_array_unref);
  g_free (self);
}

void
_ggov_geo_mesh_add (GgovGeoMesh      *self,
                    GgovGeoMeshPoint  from,
                    GgovGeoMeshPoint  to,
                    guint             kind)
{
  Segment segment = { from, to, kind };

  if (from.x != to.x || from.y != to.y)
    g_array_append_val (self->segments, segment);
}

static void
cutting_clear (Cutting *self)
{
  _ggov_geo_mesh_bins_clear (&self->bins);
  _ggov_geo_mesh_spots_clear (&self->spots);
  _ggov_geo_mesh_bins_clear (&self->spot_bins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cutting, cutting_clear)

/* Crossings --------------------------------------------------------------------------------- */

static gint64
cross (const GgovGeoMeshPoint *o,
       const GgovGeoMeshPoint *a,
       const GgovGeoMeshPoint *b)
{
  return (a->x - o->x) * (b->y - o->y) - (a->y - o->y) * (b->x - o->x);
}

static int
get_sign (gint64 number)
{
  return (number > 0) - (number < 0);
}

/* The nearest whole number, of two the greater. */
static gint64
divide (Wide   number,
        gint64 by)
{
  Wide twice = 2 * number + by, whole = twice / (2 * (Wide) by);

  return whole - (whole * 2 * by > twice);
}

/* Adds the point where two segments cross, unless they only touch: then it is an end. */
static void
add_crossing (Cutting       *self,
              const Segment *one,
              const Segment *other)
{
  gint64 c = cross (&one->a, &one->b, &other->a), d = cross (&one->a, &one->b, &other->b);
  gint64 by;
  GgovGeoMeshPoint point;

  if (get_sign (c) * get_sign (d) >= 0 ||
      get_sign (cross (&other->a, &other->b, &one->a)) *
      get_sign (cross (&other->a, &other->b, &one->b)) >= 0)
    return;

  by = c - d;
  point.x = other->a.x + (by > 0 ? divide ((Wide) (other->b.x - other->a.x) * c, by)
                                 : divide (-(Wide) (other->b.x - other->a.x) * c, -by));
  point.y = other->a.y + (by > 0 ? divide ((Wide) (other->b.y - other->a.y) * c, by)
                                 : divide (-(Wide) (other->b.y - other->a.y) * c, -by));
  _ggov_geo_mesh_spots_find (&self->spots, point);
}

static gboolean
do_boxes_meet (const Segment *one,
               const Segment *other)
{
  return MIN (one->a.x, one->b.x) <= MAX (other->a.x, other->b.x) &&
         MIN (other->a.x, other->b.x) <= MAX (one->a.x, one->b.x) &&
         MIN (one->a.y, one->b.y) <= MAX (other->a.y, other->b.y) &&
         MIN (other->a.y, other->b.y) <= MAX (one->a.y, one->b.y);
}

static gboolean
find_crossings (Cutting           *self,
                const GgovGeoStop *stop)
{
  for (guint cell = 0; cell < self->cells.n_columns * self->cells.n_rows; cell++)
    {
      if (cell % SEGMENTS_A_STOP == 0 && _ggov_geo_stop_is_wanted (stop))
        return FALSE;

      for (guint i = self->bins.first[cell]; i < self->bins.first[cell + 1]; i++)
        for (guint j = self->bins.first[cell]; j < i; j++)
          {
            const Segment *one = &self->segments[self->bins.members[i]];
            const Segment *other = &self->segments[self->bins.members[j]];

            if (do_boxes_meet (one, other))
              add_crossing (self, one, other);
          }
    }

  return TRUE;
}

/* Cuts -------------------------------------------------------------------------------------- */

/* Whether a segment passes through the square around a point, of which the west and the south side
 * are part, and of the corners that between them. All is doubled, so that sides are whole numbers.
 */
static gboolean
does_pass (const Segment          *segment,
           const GgovGeoMeshPoint *point)
{
  gboolean is_eastward = segment->a.x <= segment->b.x;
  const GgovGeoMeshPoint *from = is_eastward ? &segment->a : &segment->b;
  const GgovGeoMeshPoint *to = is_eastward ? &segment->b : &segment->a;
  const GgovGeoMeshPoint p = { 2 * from->x, 2 * from->y }, q = { 2 * to->x, 2 * to->y };
  gint64 west = 2 * point->x - 1, east = west + 2, south = 2 * point->y - 1, north = south + 2;
  int sides[4];

  if (p.x >= east || q.x < west || MIN (p.y, q.y) >= north || MAX (p.y, q.y) < south)
    return FALSE;

  if (p.x == q.x || p.y == q.y)
    return TRUE;

  sides[0] = get_sign (cross (&p, &q, &(GgovGeoMeshPoint) { west, north }));
  sides[1] = get_sign (cross (&p, &q, &(GgovGeoMeshPoint) { east, north }));
  sides[2] = get_sign (cross (&p, &q, &(GgovGeoMeshPoint) { west, south }));
  sides[3] = get_sign (cross (&p, &q, &(GgovGeoMeshPoint) { east, south }));

  /* Through a corner, it passes through the square where it is not going by. */
  if (sides[0] == 0)
    return p.y > q.y;

  if (sides[1] == 0)
    return p.y < q.y;

  if (sides[3] == 0)
    return p.y > q.y;

  return sides[2] == 0 || sides[0] != sides[1] || sides[0] != sides[2] || sides[0] != sides[3];
}

typedef struct
{
  gint64 along;
  guint spot;
} Stop;

static int
compare_stops (gconstpointer a,
               gconstpointer b)
{
  const Stop *one = a, *other = b;

  if (one->along != other->along)
    return one->along < other->along ? -1 : 1;

  return one->spot < other->spot ? -1 : one->spot > other->spot;
}

static void
list_stops_in_cell (const Cutting *self,
                    const Segment *segment,
                    guint          cell,
                    GArray        *stops)
{
  for (guint i = self->spot_bins.first[cell]; i < self->spot_bins.first[cell + 1]; i++)
    {
      guint spot = self->spot_bins.members[i];
      const GgovGeoMeshPoint *point = &g_array_index (self->spots.points, GgovGeoMeshPoint, spot);
      Stop stop;

      if (!does_pass (segment, point))
        continue;

      stop.along = (point->x - segment->a.x) * (segment->b.x - segment->a.x) +
                   (point->y - segment->a.y) * (segment->b.y - segment->a.y);
      stop.spot = spot;
      g_array_append_val (stops, stop);
    }
}

/* The points that a segment goes through, in this order. */
static void
list_stops (const Cutting *self,
            const Segment *segment,
            GArray        *stops)
{
  guint row, last;

  g_array_set_size (stops, 0);
  _ggov_geo_mesh_cells_find_rows (&self->cells, segment, &row, &last);

  for (; row <= last; row++)
    {
      guint from, to;

      _ggov_geo_mesh_cells_find_columns (&self->cells, segment, row, &from, &to);

      for (guint column = from; column <= to; column++)
        list_stops_in_cell (self, segment, row * self->cells.n_columns + column, stops);
    }

  if (stops->len > 1)
    g_array_sort (stops, compare_stops);
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const GgovGeoMeshEdge *one = a, *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;

  return one->to < other->to ? -1 : one->to > other->to;
}

/* Each edge once, with the kinds of all lines that run there. */
static void
unite_edges (GArray *edges)
{
  guint n = 0;

  g_array_sort (edges, compare_edges);

  for (guint i = 0; i < edges->len; i++)
    {
      const GgovGeoMeshEdge *edge = &g_array_index (edges, GgovGeoMeshEdge, i);

      if (n > 0 && compare_edges (&g_array_index (edges, GgovGeoMeshEdge, n - 1), edge) == 0)
        g_array_index (edges, GgovGeoMeshEdge, n - 1).kinds |= edge->kinds;
      else
        g_array_index (edges, GgovGeoMeshEdge, n++) = *edge;
    }

  g_array_set_size (edges, n);
}

static gboolean
cut_segments (const Cutting     *self,
              GArray            *edges,
              const GgovGeoStop *stop)
{
  g_autoptr(GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  for (guint i = 0; i < self->n_segments; i++)
    {
      if (i % SEGMENTS_A_STOP == 0 && _ggov_geo_stop_is_wanted (stop))
        return FALSE;

      list_stops (self, &self->segments[i], stops);

      for (guint j = 1; j < stops->len; j++)
        {
          guint one = g_array_index (stops, Stop, j - 1).spot;
          guint other = g_array_index (stops, Stop, j).spot;
          GgovGeoMeshEdge edge = { MIN (one, other), MAX (one, other), self->segments[i].kind,
                                   GGOV_GEO_MESH_NONE, GGOV_GEO_MESH_NONE };

          g_array_append_val (edges, edge);
        }
    }

  unite_edges (edges);

  return TRUE;
}

gboolean
_ggov_geo_mesh_cut (GgovGeoMesh       *self,
                    const GgovGeoStop *stop)
{
  g_auto(Cutting) cutting = { (const Segment *) (gpointer) self->segments->data,
                              self->segments->len };

  if (self->segments->len == 0)
    return TRUE;

  _ggov_geo_mesh_cells_init (&cutting.cells, cutting.segments, cutting.n_segments);
  _ggov_geo_mesh_spots_init (&cutting.spots, self->points);

  for (guint i = 0; i < cutting.n_segments; i++)
    {
      _ggov_geo_mesh_spots_find (&cutting.spots, cutting.segments[i].a);
      _ggov_geo_mesh_spots_find (&cutting.spots, cutting.segments[i].b);
    }

  _ggov_geo_mesh_cells_sort_segments (&cutting.cells, cutting.segments, cutting.n_segments,
                                      &cutting.bins);

  if (!find_crossings (&cutting, stop))
    return FALSE;

  _ggov_geo_mesh_cells_sort_points (&cutting.cells, self->points, &cutting.spot_bins);

  if (!cut_segments (&cutting, self->edges, stop))
    return FALSE;

  g_array_set_size (self->segments, 0);

  return TRUE;
}
