/* ggov-geo-delaunay.c: points joined to triangles, each with no other point in its circle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-delaunay-private.h"

/* Of the fourth degree. */
__extension__ typedef __int128 Wide;

typedef struct
{
  const GgovGeoMeshPoint *points;
  GArray *triangles;
  GArray *doubtful; /* (element-type guint): triangles whose first corner is the new point */
  guint last;       /* where the last point was */
} Delaunay;

static GgovGeoTriangle *
get_triangle (const Delaunay *self,
              guint           index)
{
  return &g_array_index (self->triangles, GgovGeoTriangle, index);
}

/* Whether a point is to the right of the way from one to another. */
static gboolean
is_right (const Delaunay         *self,
          guint                   from,
          guint                   to,
          const GgovGeoMeshPoint *point)
{
  const GgovGeoMeshPoint *a = &self->points[from], *b = &self->points[to];

  return (b->x - a->x) * (point->y - a->y) - (b->y - a->y) * (point->x - a->x) < 0;
}

static gboolean
is_in_circle (const GgovGeoMeshPoint *a,
              const GgovGeoMeshPoint *b,
              const GgovGeoMeshPoint *c,
              const GgovGeoMeshPoint *d)
{
  gint64 ax = a->x - d->x, ay = a->y - d->y;
  gint64 bx = b->x - d->x, by = b->y - d->y;
  gint64 cx = c->x - d->x, cy = c->y - d->y;

  return (Wide) (ax * ax + ay * ay) * (bx * cy - cx * by) +
         (Wide) (bx * bx + by * by) * (cx * ay - ax * cy) +
         (Wide) (cx * cx + cy * cy) * (ax * by - bx * ay) > 0;
}

/* All triangles from the first of the points around. */
static void
fan_out (Delaunay *self,
         guint     n_around)
{
  for (guint i = 0; i + 2 < n_around; i++)
    {
      GgovGeoTriangle triangle = {
        { 0, i + 1, i + 2 },
        { GGOV_GEO_MESH_NONE, i + 3 < n_around ? i + 1 : GGOV_GEO_MESH_NONE,
          i > 0 ? i - 1 : GGOV_GEO_MESH_NONE },
      };

      g_array_append_val (self->triangles, triangle);
    }
}

/* Walks from the last point towards the new one. */
static guint
locate (const Delaunay         *self,
        const GgovGeoMeshPoint *point)
{
  guint at = self->last;
  guint turn = 0;

  for (;;)
    {
      const GgovGeoTriangle *triangle = get_triangle (self, at);
      guint i;

      /* Not always the same side first: none is walked around for ever. */
      turn++;

      for (i = 0; i < 3; i++)
        {
          guint side = (i + turn) % 3;

          if (is_right (self, triangle->corners[(side + 1) % 3], triangle->corners[(side + 2) % 3],
                        point))
            {
              at = triangle->across[side];
              break;
            }
        }

      if (i == 3)
        return at;
    }
}

static void
set_across (Delaunay *self,
            guint     triangle,
            guint     old,
            guint     across)
{
  if (triangle == GGOV_GEO_MESH_NONE)
    return;

  for (guint i = 0; i < 3; i++)
    if (get_triangle (self, triangle)->across[i] == old)
      {
        get_triangle (self, triangle)->across[i] = across;
        return;
      }
}

/* Makes three triangles of one, all with the new point as their first corner. */
static void
split (Delaunay *self,
       guint     index,
       guint     point)
{
  GgovGeoTriangle old = *get_triangle (self, index);
  guint second = self->triangles->len, third = second + 1;
  const GgovGeoTriangle parts[] = {
    { { point, old.corners[0], old.corners[1] }, { old.across[2], second, third } },
    { { point, old.corners[1], old.corners[2] }, { old.across[0], third, index } },
    { { point, old.corners[2], old.corners[0] }, { old.across[1], index, second } },
  };

  *get_triangle (self, index) = parts[0];
  g_array_append_vals (self->triangles, parts + 1, 2);
  set_across (self, old.across[0], index, second);
  set_across (self, old.across[1], index, third);
  g_array_append_val (self->doubtful, index);
  g_array_append_val (self->doubtful, second);
  g_array_append_val (self->doubtful, third);
}

/* Turns the line between a triangle and the one across from the new point, where that is in its
 * circle. A point on a line has a triangle without area at first: that is turned too. */
static void
turn_line (Delaunay *self,
           guint     index)
{
  GgovGeoTriangle near = *get_triangle (self, index), far;
  guint other = near.across[0], at = 0;

  if (other == GGOV_GEO_MESH_NONE)
    return;

  far = *get_triangle (self, other);

  while (far.across[at] != index)
    at++;

  if (!is_in_circle (&self->points[near.corners[0]], &self->points[near.corners[1]],
                     &self->points[near.corners[2]], &self->points[far.corners[at]]))
    return;

  *get_triangle (self, index) = (GgovGeoTriangle) {
    { near.corners[0], near.corners[1], far.corners[at] },
    { far.across[(at + 1) % 3], other, near.across[2] },
  };
  *get_triangle (self, other) = (GgovGeoTriangle) {
    { near.corners[0], far.corners[at], near.corners[2] },
    { far.across[(at + 2) % 3], near.across[1], index },
  };
  set_across (self, far.across[(at + 1) % 3], other, index);
  set_across (self, near.across[1], index, other);
  g_array_append_val (self->doubtful, index);
  g_array_append_val (self->doubtful, other);
}

static void
add_point (Delaunay *self,
           guint     point)
{
  self->last = locate (self, &self->points[point]);
  split (self, self->last, point);

  while (self->doubtful->len > 0)
    {
      guint index = g_array_index (self->doubtful, guint, self->doubtful->len - 1);

      g_array_set_size (self->doubtful, self->doubtful->len - 1);
      turn_line (self, index);
    }
}

GArray *
_ggov_geo_delaunay_new (const GgovGeoMeshPoint *points,
                        guint                   n_points,
                        guint                   n_around)
{
  Delaunay self = { points };

  self.triangles = g_array_sized_new (FALSE, FALSE, sizeof (GgovGeoTriangle), 2 * n_points);
  self.doubtful = g_array_new (FALSE, FALSE, sizeof (guint));
  fan_out (&self, n_around);

  for (guint i = n_around; i < n_points; i++)
    add_point (&self, i);

  g_array_unref (self.doubtful);

  return self.triangles;
}
