/* ggov-geo-overlap.c: how much of the ground two footprints share
 *
 * An area is the sum of the trapezoids between each side and a line south of it, those under
 * sides that run west added, those under sides that run east taken off (for a ring wound
 * anticlockwise). So the area common to two shapes is the sum, over all pairs of sides, of the
 * area common to two trapezoids, which is an integral of the lower of two straight lines. Nothing
 * is cut, so nothing can fail, and shapes that share sides need no special care.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <stdlib.h>

#include "ggov-geo-overlap.h"
#include "ggov-geo-ring-private.h"

#define FEW_SIDES 64 /* room for most buildings without asking for memory */

typedef struct
{
  double west;
  double east;
  double west_height; /* above the line */
  double east_height;
  double sign;
} Side;

typedef struct
{
  Side few[FEW_SIDES];
  Side *many; /* (nullable): owned, when there are more than a few */
  Side *sides;
  gsize n;
  double widest;
  double area;
} Outline;

static void
add_side (Outline      *self,
          const double *from,
          const double *to,
          const double  origin[2],
          double        sign)
{
  const double *west = from[0] < to[0] ? from : to;
  const double *east = west == from ? to : from;
  Side *side;

  if (from[0] == to[0])
    return;

  side = &self->sides[self->n++];
  side->west = west[0] - origin[0];
  side->east = east[0] - origin[0];
  side->west_height = west[1] - origin[1];
  side->east_height = east[1] - origin[1];
  side->sign = west == to ? sign : -sign;

  self->widest = MAX (self->widest, side->east - side->west);
  self->area += side->sign * (side->east - side->west) *
                (side->west_height + side->east_height) / 2;
}

static gsize
count_points (const GgovGeoFootprints *prints,
              guint                    i)
{
  gsize sum = 0;

  for (guint r = 0; r < ggov_geo_footprints_get_n_rings (prints, i); r++)
    {
      guint n_points;

      ggov_geo_footprints_get_ring (prints, i, r, &n_points, NULL);
      sum += n_points;
    }

  return sum;
}

static void
outline_fill (Outline                 *self,
              const GgovGeoFootprints *prints,
              guint                    i,
              const double             origin[2])
{
  gsize n = count_points (prints, i);

  self->many = n > FEW_SIDES ? g_new (Side, n) : NULL;
  self->sides = self->many ? self->many : self->few;
  self->n = 0;
  self->widest = 0;
  self->area = 0;

  for (guint r = 0; r < ggov_geo_footprints_get_n_rings (prints, i); r++)
    {
      guint n_points;
      gboolean is_hole;
      const double *coords = ggov_geo_footprints_get_ring (prints, i, r, &n_points, &is_hole);
      gboolean is_clockwise = _ggov_geo_ring_sum_area (coords, n_points) < 0;

      for (guint k = 0; k + 1 < n_points; k++)
        add_side (self, coords + 2 * k, coords + 2 * k + 2, origin,
                  is_clockwise == is_hole ? 1 : -1);
    }
}

static int
compare_sides (const void *a,
               const void *b)
{
  const Side *left = a;
  const Side *right = b;

  return (left->west > right->west) - (left->west < right->west);
}

static double
height_at (const Side *side,
           double      x)
{
  return side->west_height + (side->east_height - side->west_height) * (x - side->west) /
                               (side->east - side->west);
}

/* The integral of the lower of two lines: half their sum, less half their difference. */
static double
common_area (const Side *a,
             const Side *b)
{
  double west = MAX (a->west, b->west);
  double east = MIN (a->east, b->east);
  double a_west, a_east, b_west, b_east, apart_west, apart_east, apart;

  if (west >= east)
    return 0;

  a_west = height_at (a, west);
  a_east = height_at (a, east);
  b_west = height_at (b, west);
  b_east = height_at (b, east);
  apart_west = a_west - b_west;
  apart_east = a_east - b_east;

  if ((apart_west < 0) == (apart_east < 0) || apart_west == 0 || apart_east == 0)
    apart = fabs (apart_west + apart_east) / 2;
  else
    apart = (apart_west * apart_west + apart_east * apart_east) /
            (2 * (fabs (apart_west) + fabs (apart_east)));

  return (east - west) * ((a_west + a_east + b_west + b_east) / 4 - apart / 2);
}

/* The first side that can reach as far east as @west; @self is sorted. */
static gsize
first_reaching (const Outline *self,
                double         west)
{
  gsize low = 0, high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->sides[middle].west + self->widest < west)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static double
intersect (const Outline *a,
           Outline       *b)
{
  double sum = 0;

  qsort (b->sides, b->n, sizeof *b->sides, compare_sides);

  for (gsize i = 0; i < a->n; i++)
    {
      const Side *side = &a->sides[i];

      for (gsize j = first_reaching (b, side->west);
           j < b->n && b->sides[j].west < side->east; j++)
        sum += side->sign * b->sides[j].sign * common_area (side, &b->sides[j]);
    }

  return sum;
}

double
ggov_geo_overlap_get_share (const GgovGeoFootprints *a,
                            guint                    i,
                            const GgovGeoFootprints *b,
                            guint                    j)
{
  const GgovGeoBounds *here, *there;
  Outline left, right;
  double origin[2];
  double both, either;

  g_return_val_if_fail (a != NULL && i < ggov_geo_footprints_get_n (a), 0);
  g_return_val_if_fail (b != NULL && j < ggov_geo_footprints_get_n (b), 0);

  here = ggov_geo_footprints_get_bounds (a, i);
  there = ggov_geo_footprints_get_bounds (b, j);
  if (!ggov_geo_bounds_intersects (here, there))
    return 0;

  /* The line is south of both: every height is positive. */
  origin[0] = MIN (here->min_lon, there->min_lon);
  origin[1] = MIN (here->min_lat, there->min_lat);
  outline_fill (&left, a, i, origin);
  outline_fill (&right, b, j, origin);
  both = intersect (&left, &right);
  either = left.area + right.area - both;
  g_clear_pointer (&left.many, g_free);
  g_clear_pointer (&right.many, g_free);

  return either > 0 ? CLAMP (both / either, 0, 1) : 0;
}
