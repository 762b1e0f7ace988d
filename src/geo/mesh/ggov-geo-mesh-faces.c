/* ggov-geo-mesh-faces.c: the faces between the edges of a mesh
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-mesh-private.h"

/* An edge seen from one of its ends: two times its index, and one more where it is walked back. */
typedef struct
{
  const GgovGeoMesh *mesh;
  guint *first;    /* (array): where the sides that leave a point begin in @leaving */
  guint *leaving;  /* (array): by direction, counterclockwise */
  guint *rank;     /* (array): for each side, its place in @leaving */
  guint *walk_of;  /* (array): for each side, the walk it is on */
  GArray *areas;   /* (element-type gint64): for each walk, twice what it goes around */
  GArray *starts;  /* (element-type guint): for each walk, a side of it */
} Walks;

static void
walks_clear (Walks *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->leaving, g_free);
  g_clear_pointer (&self->rank, g_free);
  g_clear_pointer (&self->walk_of, g_free);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walks, walks_clear)

static const GgovGeoMeshEdge *
get_edge (const Walks *self,
          guint        side)
{
  return &g_array_index (self->mesh->edges, GgovGeoMeshEdge, side / 2);
}

static guint
get_from (const Walks *self,
          guint        side)
{
  return side % 2 == 0 ? get_edge (self, side)->from : get_edge (self, side)->to;
}

static const GgovGeoMeshPoint *
get_point (const Walks *self,
           guint        point)
{
  return &g_array_index (self->mesh->points, GgovGeoMeshPoint, point);
}

static GgovGeoMeshPoint
get_direction (const Walks *self,
               guint        side)
{
  const GgovGeoMeshPoint *from = get_point (self, get_from (self, side));
  const GgovGeoMeshPoint *to = get_point (self, get_from (self, side ^ 1));

  return (GgovGeoMeshPoint) { to->x - from->x, to->y - from->y };
}

/* Whether one side leaves before the other, counterclockwise from the east. */
static gboolean
is_before (const Walks *self,
           guint        one,
           guint        other)
{
  GgovGeoMeshPoint a = get_direction (self, one), b = get_direction (self, other);
  gboolean is_a_low = a.y < 0 || (a.y == 0 && a.x < 0);
  gboolean is_b_low = b.y < 0 || (b.y == 0 && b.x < 0);

  return is_a_low != is_b_low ? is_b_low : a.x * b.y - a.y * b.x > 0;
}

static void
sort_sides (Walks *self,
            guint  point)
{
  guint *sides = self->leaving + self->first[point];
  guint n = self->first[point + 1] - self->first[point];

  for (guint i = 1; i < n; i++)
    {
      guint side = sides[i], at = i;

      for (; at > 0 && is_before (self, side, sides[at - 1]); at--)
        sides[at] = sides[at - 1];

      sides[at] = side;
    }

  for (guint i = 0; i < n; i++)
    self->rank[sides[i]] = self->first[point] + i;
}

static void
list_sides (Walks *self)
{
  guint n_points = self->mesh->points->len, n_sides = 2 * self->mesh->edges->len;
  guint *next;

  /* Counted one place too high, so that filling moves each beginning to where it belongs. */
  self->first = g_new0 (guint, n_points + 2);
  self->leaving = g_new (guint, MAX (1, n_sides));
  self->rank = g_new (guint, MAX (1, n_sides));
  next = self->first + 1;

  for (guint side = 0; side < n_sides; side++)
    next[get_from (self, side) + 1]++;

  for (guint i = 1; i <= n_points; i++)
    next[i] += next[i - 1];

  for (guint side = 0; side < n_sides; side++)
    self->leaving[next[get_from (self, side)]++] = side;

  for (guint i = 0; i < n_points; i++)
    sort_sides (self, i);
}

/* Turns as far to the left as can be: clockwise the next after the way back. */
static guint
get_next (const Walks *self,
          guint        side)
{
  guint point = get_from (self, side ^ 1), rank = self->rank[side ^ 1];

  return self->leaving[rank == self->first[point] ? self->first[point + 1] - 1 : rank - 1];
}

static gint64
walk (Walks *self,
      guint  start,
      guint  number)
{
  const GgovGeoMeshPoint *origin = get_point (self, get_from (self, start));
  gint64 area = 0;
  guint side = start;

  do
    {
      const GgovGeoMeshPoint *a = get_point (self, get_from (self, side));
      const GgovGeoMeshPoint *b = get_point (self, get_from (self, side ^ 1));

      area += (a->x - origin->x) * (b->y - origin->y) - (a->y - origin->y) * (b->x - origin->x);
      self->walk_of[side] = number;
      side = get_next (self, side);
    }
  while (side != start);

  return area;
}

static void
walks_init (Walks             *self,
            const GgovGeoMesh *mesh)
{
  guint n_sides = 2 * mesh->edges->len;

  self->mesh = mesh;
  list_sides (self);
  self->walk_of = g_new (guint, MAX (1, n_sides));
  self->areas = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint side = 0; side < n_sides; side++)
    self->walk_of[side] = GGOV_GEO_MESH_NONE;

  for (guint side = 0; side < n_sides; side++)
    if (self->walk_of[side] == GGOV_GEO_MESH_NONE)
      {
        gint64 area = walk (self, side, self->areas->len);

        g_array_append_val (self->areas, area);
        g_array_append_val (self->starts, side);
      }
}

/* Leaves out edges that are on the same walk both ways: they part nothing. */
static void
drop_loose_ends (GgovGeoMesh *self)
{
  g_auto(Walks) walks = { 0 };
  guint n = 0;

  walks_init (&walks, self);

  for (guint i = 0; i < self->edges->len; i++)
    if (walks.walk_of[2 * i] != walks.walk_of[2 * i + 1])
      g_array_index (self->edges, GgovGeoMeshEdge, n++) =
        g_array_index (self->edges, GgovGeoMeshEdge, i);

  g_array_set_size (self->edges, n);
}

/* Leaves out points without edges. */
static void
drop_loose_points (GgovGeoMesh *self)
{
  g_autofree guint *number = g_new0 (guint, MAX (1, self->points->len));
  guint n = 0;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const GgovGeoMeshEdge *edge = &g_array_index (self->edges, GgovGeoMeshEdge, i);

      number[edge->from] = number[edge->to] = 1;
    }

  for (guint i = 0; i < self->points->len; i++)
    if (number[i] != 0)
      {
        g_array_index (self->points, GgovGeoMeshPoint, n) =
          g_array_index (self->points, GgovGeoMeshPoint, i);
        number[i] = n++;
      }

  g_array_set_size (self->points, n);

  for (guint i = 0; i < self->edges->len; i++)
    {
      GgovGeoMeshEdge *edge = &g_array_index (self->edges, GgovGeoMeshEdge, i);

      edge->from = number[edge->from];
      edge->to = number[edge->to];
    }
}

/* Holes ------------------------------------------------------------------------------------- */

/* The sides that walk north, by the rows of ground they pass, to be met by one who goes west. */
typedef struct
{
  gint64 south;
  double height;
  guint n_rows;
  guint *first;
  guint *sides;
} Rows;

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->sides, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static guint
find_row (const Rows *self,
          gint64      y)
{
  return CLAMP ((y - self->south) / self->height, 0, self->n_rows - 1);
}

static void
fill_rows (Rows        *self,
           const Walks *walks,
           guint       *next)
{
  for (guint i = 0; i < walks->mesh->edges->len; i++)
    {
      gint64 dy = get_direction (walks, 2 * i).y;
      guint side = dy > 0 ? 2 * i : 2 * i + 1;
      guint last;

      if (dy == 0)
        continue;

      last = find_row (self, get_point (walks, get_from (walks, side ^ 1))->y);

      for (guint row = find_row (self, get_point (walks, get_from (walks, side))->y); row <= last;
           row++)
        {
          guint at = next[row]++;

          if (self->sides != NULL)
            self->sides[at] = side;
        }
    }
}

static void
rows_init (Rows        *self,
           const Walks *walks)
{
  const GArray *points = walks->mesh->points;
  g_autofree guint *next = NULL;
  gint64 north = G_MININT64;
  guint sum = 0;

  self->south = G_MAXINT64;

  for (guint i = 0; i < points->len; i++)
    {
      self->south = MIN (self->south, get_point (walks, i)->y);
      north = MAX (north, get_point (walks, i)->y);
    }

  self->n_rows = CLAMP (sqrt (points->len), 1, north - self->south + 1);
  self->height = (double) (north - self->south + 1) / self->n_rows;
  self->first = g_new0 (guint, self->n_rows + 1);
  fill_rows (self, walks, self->first);

  for (guint i = 0; i <= self->n_rows; i++)
    {
      guint count = self->first[i];

      self->first[i] = sum;
      sum += count;
    }

  self->sides = g_new (guint, MAX (1, sum));
  next = g_memdup2 (self->first, (self->n_rows + 1) * sizeof *next);
  fill_rows (self, walks, next);
}

/* How far west of a place a side that walks north is, a little north of the place; negative where
 * it is not met there. */
static double
measure_west (const Walks            *walks,
              guint                   side,
              const GgovGeoMeshPoint *place)
{
  const GgovGeoMeshPoint *a = get_point (walks, get_from (walks, side));
  GgovGeoMeshPoint way = get_direction (walks, side);

  if (a->y > place->y || a->y + way.y <= place->y)
    return -1;

  return place->x - a->x - (double) (place->y - a->y) * way.x / way.y;
}

/* Returns: the first side that one meets who goes west from a place; GGOV_GEO_MESH_NONE if none */
static guint
find_west (const Walks            *walks,
           const Rows             *rows,
           const GgovGeoMeshPoint *place)
{
  guint row = find_row (rows, place->y);
  guint best = GGOV_GEO_MESH_NONE;
  double best_distance = INFINITY;

  for (guint i = rows->first[row]; i < rows->first[row + 1]; i++)
    {
      guint side = rows->sides[i];
      double distance = measure_west (walks, side, place);

      if (distance <= 0)
        continue;

      /* Of two that leave one point on the way, the eastern one. */
      if (distance < best_distance ||
          (distance == best_distance && is_before (walks, side, best)))
        {
          best = side;
          best_distance = distance;
        }
    }

  return best;
}

static const GgovGeoMeshPoint *
find_westmost (const Walks *walks,
               guint        number)
{
  guint start = g_array_index (walks->starts, guint, number), side = start;
  const GgovGeoMeshPoint *best = get_point (walks, get_from (walks, side));

  do
    {
      const GgovGeoMeshPoint *point = get_point (walks, get_from (walks, side));

      if (point->x < best->x)
        best = point;

      side = get_next (walks, side);
    }
  while (side != start);

  return best;
}

/* The face around what a walk goes around from outside. */
static guint
find_face_around (const Walks *walks,
                  const Rows  *rows,
                  guint       *face_of,
                  guint        number)
{
  guint west;

  /* A walk around another that is around this one, and so on outwards. */
  while (g_array_index (walks->areas, gint64, number) <= 0)
    {
      if ((west = find_west (walks, rows, find_westmost (walks, number))) == GGOV_GEO_MESH_NONE)
        return GGOV_GEO_MESH_NONE;

      number = walks->walk_of[west ^ 1];
    }

  return face_of[number];
}

void
_ggov_geo_mesh_enclose (GgovGeoMesh *self)
{
  g_auto(Walks) walks = { 0 };
  g_auto(Rows) rows = { 0 };
  g_autofree guint *face_of = NULL;

  self->n_faces = 0;
  drop_loose_ends (self);
  drop_loose_points (self);

  if (self->edges->len == 0)
    return;

  walks_init (&walks, self);
  rows_init (&rows, &walks);
  face_of = g_new (guint, walks.areas->len);

  for (guint i = 0; i < walks.areas->len; i++)
    face_of[i] = g_array_index (walks.areas, gint64, i) > 0 ? self->n_faces++ : GGOV_GEO_MESH_NONE;

  for (guint i = 0; i < walks.areas->len; i++)
    if (g_array_index (walks.areas, gint64, i) <= 0)
      face_of[i] = find_face_around (&walks, &rows, face_of, i);

  for (guint i = 0; i < self->edges->len; i++)
    {
      GgovGeoMeshEdge *edge = &g_array_index (self->edges, GgovGeoMeshEdge, i);

      edge->left = face_of[walks.walk_of[2 * i]];
      edge->right = face_of[walks.walk_of[2 * i + 1]];
    }
}
