/* ggov-geo-mesh-cells.c: square cells, and what is in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-mesh-cells-private.h"

void
_ggov_geo_mesh_bins_clear (GgovGeoMeshBins *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->members, g_free);
}

void
_ggov_geo_mesh_cells_init (GgovGeoMeshCells         *self,
                           const GgovGeoMeshSegment *segments,
                           guint                     n)
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
find_column (const GgovGeoMeshCells *self,
             double                  x)
{
  return CLAMP ((x - self->west) / self->size, 0, self->n_columns - 1);
}

static guint
find_row (const GgovGeoMeshCells *self,
          double                  y)
{
  return CLAMP ((y - self->south) / self->size, 0, self->n_rows - 1);
}

void
_ggov_geo_mesh_cells_find_rows (const GgovGeoMeshCells   *self,
                                const GgovGeoMeshSegment *segment,
                                guint                    *from,
                                guint                    *to)
{
  *from = find_row (self, MIN (segment->a.y, segment->b.y) - 1);
  *to = find_row (self, MAX (segment->a.y, segment->b.y) + 1);
}

void
_ggov_geo_mesh_cells_find_columns (const GgovGeoMeshCells   *self,
                                   const GgovGeoMeshSegment *segment,
                                   guint                     row,
                                   guint                    *from,
                                   guint                    *to)
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
note_segments (const GgovGeoMeshCells   *self,
               const GgovGeoMeshSegment *segments,
               guint                     n,
               guint                    *next,
               guint                    *members)
{
  for (guint i = 0; i < n; i++)
    {
      guint row, last;

      _ggov_geo_mesh_cells_find_rows (self, &segments[i], &row, &last);

      for (; row <= last; row++)
        {
          guint from, to;

          _ggov_geo_mesh_cells_find_columns (self, &segments[i], row, &from, &to);

          for (guint column = from; column <= to; column++)
            {
              guint at = next[row * self->n_columns + column]++;

              if (members != NULL)
                members[at] = i;
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

void
_ggov_geo_mesh_cells_sort_segments (const GgovGeoMeshCells   *self,
                                    const GgovGeoMeshSegment *segments,
                                    guint                     n,
                                    GgovGeoMeshBins          *bins)
{
  guint n_cells = self->n_columns * self->n_rows;
  g_autofree guint *next = NULL;

  bins->first = g_new0 (guint, n_cells + 1);
  note_segments (self, segments, n, bins->first, NULL);
  bins->members = g_new (guint, add_up (bins->first, n_cells) + 1);
  next = g_memdup2 (bins->first, (n_cells + 1) * sizeof *next);
  note_segments (self, segments, n, next, bins->members);
}

static guint
find_cell (const GgovGeoMeshCells *self,
           const GArray           *points,
           guint                   i)
{
  const GgovGeoMeshPoint *point = &g_array_index (points, GgovGeoMeshPoint, i);

  return find_row (self, point->y) * self->n_columns + find_column (self, point->x);
}

void
_ggov_geo_mesh_cells_sort_points (const GgovGeoMeshCells *self,
                                  const GArray           *points,
                                  GgovGeoMeshBins        *bins)
{
  guint n_cells = self->n_columns * self->n_rows;
  g_autofree guint *next = NULL;

  bins->first = g_new0 (guint, n_cells + 1);
  bins->members = g_new (guint, MAX (1, points->len));

  for (guint i = 0; i < points->len; i++)
    bins->first[find_cell (self, points, i)]++;

  add_up (bins->first, n_cells);
  next = g_memdup2 (bins->first, (n_cells + 1) * sizeof *next);

  for (guint i = 0; i < points->len; i++)
    bins->members[next[find_cell (self, points, i)]++] = i;
}
