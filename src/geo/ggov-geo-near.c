/* ggov-geo-near.c: what is near, among many short segments and points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-near-private.h"

#define CELL_M 10.0 /* about a wall's length */

typedef struct
{
  double a[2];
  double b[2];
  gboolean is_removed;
} Segment;

struct _GgovGeoNear
{
  GArray *segments;  /* (element-type Segment) */
  GHashTable *cells; /* (element-type gint64 GArray of guint): keys owned by itself */
};

/* A range of cells. */
typedef struct
{
  gint from[2];
  gint to[2];
} Range;

GgovGeoNear *
_ggov_geo_near_new (void)
{
  GgovGeoNear *self = g_new0 (GgovGeoNear, 1);

  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                       g_free, (GDestroyNotify) g_array_unref);

  return self;
}

void
_ggov_geo_near_free (GgovGeoNear *self)
{
  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_free (self);
}

static gint64
get_key (gint x,
         gint y)
{
  return (gint64) ((guint64) (guint32) x << 32 | (guint32) y);
}

static Range
get_range (const double *a,
           const double *b,
           double        reach)
{
  Range range;

  for (guint i = 0; i < 2; i++)
    {
      range.from[i] = floor ((MIN (a[i], b[i]) - reach) / CELL_M);
      range.to[i] = floor ((MAX (a[i], b[i]) + reach) / CELL_M);
    }

  return range;
}

guint
_ggov_geo_near_add (GgovGeoNear  *self,
                    const double *a,
                    const double *b)
{
  Segment segment = { { a[0], a[1] }, { b[0], b[1] }, FALSE };
  Range range = get_range (a, b, 0);
  guint number = self->segments->len;

  g_array_append_val (self->segments, segment);

  for (gint x = range.from[0]; x <= range.to[0]; x++)
    for (gint y = range.from[1]; y <= range.to[1]; y++)
      {
        gint64 key = get_key (x, y);
        GArray *cell = g_hash_table_lookup (self->cells, &key);

        if (cell == NULL)
          {
            cell = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
          }

        g_array_append_val (cell, number);
      }

  return number;
}

void
_ggov_geo_near_remove (GgovGeoNear *self,
                       guint        number)
{
  g_array_index (self->segments, Segment, number).is_removed = TRUE;
}

double
_ggov_geo_measure_to_segment (const double *place,
                              const double *a,
                              const double *b)
{
  double dx = b[0] - a[0], dy = b[1] - a[1];
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / length2 : 0;

  t = CLAMP (t, 0, 1);

  return hypot (place[0] - a[0] - t * dx, place[1] - a[1] - t * dy);
}

static double
get_side (const double *a,
          const double *b,
          const double *place)
{
  return (b[0] - a[0]) * (place[1] - a[1]) - (place[0] - a[0]) * (b[1] - a[1]);
}

static gboolean
do_cross (const double *a,
          const double *b,
          const double *c,
          const double *d)
{
  return (get_side (a, b, c) > 0) != (get_side (a, b, d) > 0) &&
         (get_side (c, d, a) > 0) != (get_side (c, d, b) > 0);
}

static double
measure_between (const double *a,
                 const double *b,
                 const double *c,
                 const double *d)
{
  if (do_cross (a, b, c, d))
    return 0;

  return MIN (MIN (_ggov_geo_measure_to_segment (a, c, d), _ggov_geo_measure_to_segment (b, c, d)),
              MIN (_ggov_geo_measure_to_segment (c, a, b), _ggov_geo_measure_to_segment (d, a, b)));
}

static gboolean
is_cell_far (gint          x,
             gint          y,
             const double *a,
             const double *b,
             double        limit)
{
  double middle[] = { (x + 0.5) * CELL_M, (y + 0.5) * CELL_M };

  return _ggov_geo_measure_to_segment (middle, a, b) > limit + CELL_M * G_SQRT2 / 2;
}

double
_ggov_geo_near_measure (const GgovGeoNear *self,
                        const double      *a,
                        const double      *b,
                        double             limit)
{
  Range range = get_range (a, b, limit);
  double nearest = limit;

  for (gint x = range.from[0]; x <= range.to[0]; x++)
    for (gint y = range.from[1]; y <= range.to[1]; y++)
      {
        gint64 key = get_key (x, y);
        GArray *cell = is_cell_far (x, y, a, b, limit)
          ? NULL : g_hash_table_lookup (self->cells, &key);

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const Segment *segment = &g_array_index (self->segments, Segment,
                                                     g_array_index (cell, guint, i));

            if (!segment->is_removed)
              nearest = MIN (nearest, measure_between (a, b, segment->a, segment->b));
          }
      }

  return nearest;
}

static gboolean
is_same (const double *a,
         const double *b)
{
  return a[0] == b[0] && a[1] == b[1];
}

static gboolean
is_in_triangle (const double *place,
                const double *a,
                const double *b,
                const double *c)
{
  double ab = get_side (a, b, place), bc = get_side (b, c, place), ca = get_side (c, a, place);

  if (is_same (place, a) || is_same (place, b) || is_same (place, c))
    return FALSE;

  /* A flat triangle has no inside: what counts is whether the place is between its ends. */
  if (ab == 0 && bc == 0 && ca == 0)
    return _ggov_geo_measure_to_segment (place, a, c) == 0;

  return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

gboolean
_ggov_geo_near_is_empty (const GgovGeoNear *self,
                         const double      *a,
                         const double      *b,
                         const double      *c)
{
  double low[] = { MIN (a[0], MIN (b[0], c[0])), MIN (a[1], MIN (b[1], c[1])) };
  double high[] = { MAX (a[0], MAX (b[0], c[0])), MAX (a[1], MAX (b[1], c[1])) };
  Range range = get_range (low, high, 0);

  for (gint x = range.from[0]; x <= range.to[0]; x++)
    for (gint y = range.from[1]; y <= range.to[1]; y++)
      {
        gint64 key = get_key (x, y);
        GArray *cell = g_hash_table_lookup (self->cells, &key);

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const Segment *segment = &g_array_index (self->segments, Segment,
                                                     g_array_index (cell, guint, i));

            if (!segment->is_removed && is_in_triangle (segment->a, a, b, c))
              return FALSE;
          }
      }

  return TRUE;
}

static gboolean
is_in_the_way (const double *place,
               const double *a,
               const double *b,
               double        reach)
{
  return _ggov_geo_measure_to_segment (place, a, b) < reach &&
         hypot (place[0] - a[0], place[1] - a[1]) >= reach &&
         hypot (place[0] - b[0], place[1] - b[1]) >= reach;
}

gboolean
_ggov_geo_near_is_clear (const GgovGeoNear *self,
                         const double      *a,
                         const double      *b,
                         const double      *except,
                         double             reach)
{
  Range range = get_range (a, b, reach);

  for (gint x = range.from[0]; x <= range.to[0]; x++)
    for (gint y = range.from[1]; y <= range.to[1]; y++)
      {
        gint64 key = get_key (x, y);
        GArray *cell = is_cell_far (x, y, a, b, reach)
          ? NULL : g_hash_table_lookup (self->cells, &key);

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const Segment *segment = &g_array_index (self->segments, Segment,
                                                     g_array_index (cell, guint, i));

            if (!segment->is_removed && !is_same (segment->a, except) &&
                is_in_the_way (segment->a, a, b, reach))
              return FALSE;
          }
      }

  return TRUE;
}
