/* ggov-geo-mesh.c: lines cut where they cross, every point of them on a step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-mesh-private.h"

#define SEGMENTS_A_STOP 4096 /* some milliseconds */

/* A product of three differences. */
__extension__ typedef __int128 Wide;

typedef struct
{
  GgovGeoMeshPoint a;
  GgovGeoMeshPoint b;
  guint kind;
} Segment;

/* Square cells, and what is in each. */
typedef struct
{
  gint64 west;
  gint64 south;
  double size;
  guint n_columns;
  guint n_rows;
} Cells;

typedef struct
{
  guint *first;   /* (array): where a cell's members begin */
  guint *members;
} Bins;

/* Points that lines go through; each is found by where it is. */
typedef struct
{
  GArray *points;
  guint *slots;   /* (array length=mask + 1): index + 1 */
  guint mask;
} Spots;

typedef struct
{
  const Segment *segments;
  guint n_segments;
  Cells cells;
  Bins bins;      /* of segments */
  Spots spots;
  Bins spot_bins;
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
  g_clear_pointer (&self->bins.first, g_free);
  g_clear_pointer (&self->bins.members, g_free);
  g_clear_pointer (&self->spots.points, g_array_unref);
  g_clear_pointer (&self->spots.slots, g_free);
  g_clear_pointer (&self->spot_bins.first, g_free);
  g_clear_pointer (&self->spot_bins.members, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cutting, cutting_clear)

/* Spots ------------------------------------------------------------------------------------- */

static guint
hash_point (const GgovGeoMeshPoint *point)
{
  guint64 bits = (guint64) point->x * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^
                 (guint64) point->y * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);

  return bits >> 32 ^ bits >> 16;
}

static void
put_in_slot (Spots *self,
             guint  index)
{
  guint slot = hash_point (&g_array_index (self->points, GgovGeoMeshPoint, index)) & self->mask;

  while (self->slots[slot] != 0)
    slot = (slot + 1) & self->mask;

  self->slots[slot] = index + 1;
}

static void
spots_grow (Spots *self)
{
  g_free (self->slots);
  self->mask = 2 * self->mask + 1;
  self->slots = g_new0 (guint, (gsize) self->mask + 1);

  for (guint i = 0; i < self->points->len; i++)
    put_in_slot (self, i);
}

/* Returns: the point's index, a new one where it was not known */
static guint
spots_find (Spots            *self,
            GgovGeoMeshPoint  point)
{
  guint slot = hash_point (&point) & self->mask;

  for (; self->slots[slot] != 0; slot = (slot + 1) & self->mask)
    {
      const GgovGeoMeshPoint *known;

      known = &g_array_index (self->points, GgovGeoMeshPoint, self->slots[slot] - 1);

      if (known->x == point.x && known->y == point.y)
        return self->slots[slot] - 1;
    }

  g_array_append_val (self->points, point);
  self->slots[slot] = self->points->len;

  if (2 * self->points->len > self->mask)
    spots_grow (self);

  return self->points->len - 1;
}

/* Cells ------------------------------------------------------------------------------------- */

/* About as many cells as segments. */
static void
cells_init (Cells         *self,
            const Segment *segments,
            guint          n)
{
  gint64 east = G_MININT64, north = G_MININT64;
  double width, height;

  self->west = self->south = G_MAXINT64;

  for (guint i = 0; i < n; i++)
    {
      self->west = MIN (self->west, MIN (segments[i].a.x, segments[i].b.x));
      self->south = MIN (self->south, MIN (segments[i].a.y, segments[i].b.y));
      east = MAX (east, MAX (segments[i].a.x, segments[i].b.x));
      north = MAX (north, MAX (segments[i].a.y, segments[i].b.y));
    }

  width = east - self->west + 1;
  height = north - self->south + 1;
  self->size = MAX (sqrt (width * height / n), MAX (width, height) / n);
  self->n_columns = width / self->size + 1;
  self->n_rows = height / self->size + 1;
}

static guint
find_column (const Cells *self,
             double       x)
{
  return CLAMP ((x - self->west) / self->size, 0, self->n_columns - 1);
}

static guint
find_row (const Cells *self,
          double       y)
{
  return CLAMP ((y - self->south) / self->size, 0, self->n_rows - 1);
}

/* The columns of a row that a segment passes within a step. */
static void
find_columns (const Cells   *self,
              const Segment *segment,
              guint          row,
              guint         *from,
              guint         *to)
{
  double south = self->south + row * self->size - 1, north = south + self->size + 2;
  double dy = segment->b.y - segment->a.y, dx = segment->b.x - segment->a.x;
  double west = MIN (segment->a.x, segment->b.x), east = MAX (segment->a.x, segment->b.x);

  if (fabs (dy) >= 1)
    {
      double one = segment->a.x + (south - segment->a.y) / dy * dx;
      double other = segment->a.x + (north - segment->a.y) / dy * dx;

      west = MAX (west, MIN (one, other));
      east = MIN (east, MAX (one, other));
    }

  *from = find_column (self, west - 1);
  *to = find_column (self, east + 1);
}

/* Adds segments to the cells they pass: counts them where there are no @members yet. */
static void
bin_segments (Cutting *self,
              guint   *next)
{
  for (guint i = 0; i < self->n_segments; i++)
    {
      const Segment *segment = &self->segments[i];
      guint last = find_row (&self->cells, MAX (segment->a.y, segment->b.y) + 1);

      for (guint row = find_row (&self->cells, MIN (segment->a.y, segment->b.y) - 1);
           row <= last; row++)
        {
          guint from, to;

          find_columns (&self->cells, segment, row, &from, &to);

          for (guint column = from; column <= to; column++)
            {
              guint at = next[row * self->cells.n_columns + column]++;

              if (self->bins.members != NULL)
                self->bins.members[at] = i;
            }
        }
    }
}

/* Makes beginnings of counts. @first has one more than there are cells. Returns: their sum */
static guint
add_up (guint *first,
        guint  n)
{
  guint sum = 0;

  for (guint i = 0; i <= n; i++)
    {
      guint count = first[i];

      first[i] = sum;
      sum += count;
    }

  return sum;
}

static void
make_bins (Cutting *self)
{
  guint n = self->cells.n_columns * self->cells.n_rows;
  g_autofree guint *next = NULL;

  self->bins.first = g_new0 (guint, n + 1);
  bin_segments (self, self->bins.first);
  self->bins.members = g_new (guint, add_up (self->bins.first, n) + 1);
  next = g_memdup2 (self->bins.first, (n + 1) * sizeof *next);
  bin_segments (self, next);
}

static guint
find_cell (const Cells            *self,
           const GgovGeoMeshPoint *point)
{
  return find_row (self, point->y) * self->n_columns + find_column (self, point->x);
}

static void
make_spot_bins (Cutting *self)
{
  guint n = self->cells.n_columns * self->cells.n_rows;
  const GArray *points = self->spots.points;
  g_autofree guint *next = NULL;

  self->spot_bins.first = g_new0 (guint, n + 1);
  self->spot_bins.members = g_new (guint, MAX (1, points->len));

  for (guint i = 0; i < points->len; i++)
    self->spot_bins.first[find_cell (&self->cells, &g_array_index (points, GgovGeoMeshPoint, i))]++;

  add_up (self->spot_bins.first, n);
  next = g_memdup2 (self->spot_bins.first, (n + 1) * sizeof *next);

  for (guint i = 0; i < points->len; i++)
    self->spot_bins.members[next[find_cell (&self->cells,
                                            &g_array_index (points, GgovGeoMeshPoint, i))]++] = i;
}

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
  spots_find (&self->spots, point);
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
  guint last = find_row (&self->cells, MAX (segment->a.y, segment->b.y) + 1);

  g_array_set_size (stops, 0);

  for (guint row = find_row (&self->cells, MIN (segment->a.y, segment->b.y) - 1); row <= last; row++)
    {
      guint from, to;

      find_columns (&self->cells, segment, row, &from, &to);

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

  cells_init (&cutting.cells, cutting.segments, cutting.n_segments);
  cutting.spots.points = g_array_ref (self->points);
  cutting.spots.mask = 1023;
  spots_grow (&cutting.spots);

  for (guint i = 0; i < cutting.n_segments; i++)
    {
      spots_find (&cutting.spots, cutting.segments[i].a);
      spots_find (&cutting.spots, cutting.segments[i].b);
    }

  make_bins (&cutting);

  if (!find_crossings (&cutting, stop))
    return FALSE;

  make_spot_bins (&cutting);

  if (!cut_segments (&cutting, self->edges, stop))
    return FALSE;

  g_array_set_size (self->segments, 0);

  return TRUE;
}
