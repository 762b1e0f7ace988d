/* ggov-geo-footprints.c: all the buildings of an office, packed for drawing and searching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-footprints.h"
#include "ggov-geo-ring-private.h"
#include "ggov-geo-wkb.h"

#define MAX_POINTS 100000000u /* 1.6 GB: more is a mistake, and guint must not overflow */

struct _GgovGeoFootprints
{
  gatomicrefcount ref_count;

  guint n;
  gint64 *ids;           /* [n] */
  guint8 *kinds;         /* [n] */
  GgovGeoBounds *bounds; /* [n] */
  guint *first_rings;    /* [n + 1] */
  guint *first_points;   /* [rings + 1] */
  guint8 *are_holes;     /* [rings] */
  double *coords;        /* [points][2] */
  GgovGeoBounds extent;
  gboolean is_sorted; /* ids ascend */
};

struct _GgovGeoFootprintsBuilder
{
  GArray *ids;          /* (element-type gint64) */
  GByteArray *kinds;
  GArray *bounds;       /* (element-type GgovGeoBounds) */
  GArray *first_rings;  /* (element-type guint) */
  GArray *first_points; /* (element-type guint) */
  GByteArray *are_holes;
  GArray *coords; /* (element-type double) */
};

static gboolean
accept (GgovGeoFootprintsBuilder  *self,
        const GgovGeoWkb          *wkb,
        GError                   **error)
{
  if (wkb->type != GGOV_GEO_WKB_POLYGON && wkb->type != GGOV_GEO_WKB_MULTI_POLYGON)
    g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                 "A footprint is a polygon, not a shape of type %u", wkb->type);
  else if (wkb->n_points == 0)
    g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID, "The polygon is empty");
  else if (wkb->n_points > MAX_POINTS - self->coords->len / 2)
    g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                 "More than %u points of footprints", MAX_POINTS);
  else
    return TRUE;

  return FALSE;
}

static void
append_ring (GgovGeoFootprintsBuilder *self,
             const GgovGeoWkbRing     *ring)
{
  guint8 is_hole = ring->ring > 0;
  guint start = self->coords->len;
  guint next = start / 2 + ring->n_points;

  g_array_set_size (self->coords, start + 2 * ring->n_points);
  ggov_geo_wkb_ring_copy (ring, &g_array_index (self->coords, double, start));
  g_array_append_val (self->first_points, next);
  g_byte_array_append (self->are_holes, &is_hole, 1);
}

static gboolean
are_ascending (const gint64 *ids,
               guint         n)
{
  for (guint i = 1; i < n; i++)
    {
      if (ids[i] < ids[i - 1])
        return FALSE;
    }

  return TRUE;
}

/* Growing by doubling leaves up to half unused: the pages go back. */
static gpointer
steal_trimmed (GArray **array)
{
  gsize n;
  gsize size = g_array_get_element_size (*array);
  gpointer data = g_array_steal (*array, &n);

  g_clear_pointer (array, g_array_unref);

  return g_realloc (data, n * size);
}

static guint8 *
steal_bytes (GByteArray **array)
{
  gsize n;
  guint8 *data = g_byte_array_steal (*array, &n);

  g_clear_pointer (array, g_byte_array_unref);

  return g_realloc (data, n);
}

GgovGeoFootprintsBuilder *
ggov_geo_footprints_builder_new (guint n_expected)
{
  GgovGeoFootprintsBuilder *self = g_new0 (GgovGeoFootprintsBuilder, 1);
  const guint zero = 0;

  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_expected);
  self->kinds = g_byte_array_sized_new (n_expected);
  self->bounds = g_array_sized_new (FALSE, FALSE, sizeof (GgovGeoBounds), n_expected);
  self->first_rings = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_expected + 1);
  self->first_points = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_expected + 1);
  self->are_holes = g_byte_array_sized_new (n_expected);
  self->coords = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (self->first_rings, zero);
  g_array_append_val (self->first_points, zero);

  return self;
}

void
ggov_geo_footprints_builder_free (GgovGeoFootprintsBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->kinds, g_byte_array_unref);
  g_clear_pointer (&self->bounds, g_array_unref);
  g_clear_pointer (&self->first_rings, g_array_unref);
  g_clear_pointer (&self->first_points, g_array_unref);
  g_clear_pointer (&self->are_holes, g_byte_array_unref);
  g_clear_pointer (&self->coords, g_array_unref);
  g_free (self);
}

gboolean
ggov_geo_footprints_builder_append (GgovGeoFootprintsBuilder  *self,
                                    gint64                     id,
                                    guint8                     kind,
                                    const guint8              *wkb,
                                    gsize                      size,
                                    GError                   **error)
{
  GgovGeoWkb shape;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  GgovGeoBounds bounds;
  guint next;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!ggov_geo_wkb_init (&shape, wkb, size, error) || !accept (self, &shape, error))
    return FALSE;

  ggov_geo_wkb_iter_init (&iter, &shape);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    append_ring (self, &ring);

  ggov_geo_wkb_get_bounds (&shape, &bounds);
  next = self->first_points->len - 1;
  g_array_append_val (self->ids, id);
  g_byte_array_append (self->kinds, &kind, 1);
  g_array_append_val (self->bounds, bounds);
  g_array_append_val (self->first_rings, next);

  return TRUE;
}

GgovGeoFootprints *
ggov_geo_footprints_builder_end (GgovGeoFootprintsBuilder *self)
{
  GgovGeoFootprints *made;

  g_return_val_if_fail (self != NULL, NULL);

  made = g_new0 (GgovGeoFootprints, 1);
  g_atomic_ref_count_init (&made->ref_count);
  made->n = self->ids->len;
  made->ids = steal_trimmed (&self->ids);
  made->kinds = steal_bytes (&self->kinds);
  made->bounds = steal_trimmed (&self->bounds);
  made->first_rings = steal_trimmed (&self->first_rings);
  made->first_points = steal_trimmed (&self->first_points);
  made->are_holes = steal_bytes (&self->are_holes);
  made->coords = steal_trimmed (&self->coords);
  made->extent = (GgovGeoBounds) GGOV_GEO_BOUNDS_EMPTY;
  made->is_sorted = are_ascending (made->ids, made->n);

  for (guint i = 0; i < made->n; i++)
    ggov_geo_bounds_join (&made->extent, &made->bounds[i]);

  ggov_geo_footprints_builder_free (self);

  return made;
}

GgovGeoFootprints *
ggov_geo_footprints_ref (GgovGeoFootprints *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_geo_footprints_unref (GgovGeoFootprints *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->kinds, g_free);
  g_clear_pointer (&self->bounds, g_free);
  g_clear_pointer (&self->first_rings, g_free);
  g_clear_pointer (&self->first_points, g_free);
  g_clear_pointer (&self->are_holes, g_free);
  g_clear_pointer (&self->coords, g_free);
  g_free (self);
}

guint
ggov_geo_footprints_get_n (const GgovGeoFootprints *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

gint64
ggov_geo_footprints_get_id (const GgovGeoFootprints *self,
                            guint                    i)
{
  g_return_val_if_fail (self != NULL && i < self->n, 0);

  return self->ids[i];
}

guint8
ggov_geo_footprints_get_kind (const GgovGeoFootprints *self,
                              guint                    i)
{
  g_return_val_if_fail (self != NULL && i < self->n, 0);

  return self->kinds[i];
}

const GgovGeoBounds *
ggov_geo_footprints_get_bounds (const GgovGeoFootprints *self,
                                guint                    i)
{
  g_return_val_if_fail (self != NULL && i < self->n, NULL);

  return &self->bounds[i];
}

const GgovGeoBounds *
ggov_geo_footprints_get_extent (const GgovGeoFootprints *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->extent;
}

guint
ggov_geo_footprints_get_n_rings (const GgovGeoFootprints *self,
                                 guint                    i)
{
  g_return_val_if_fail (self != NULL && i < self->n, 0);

  return self->first_rings[i + 1] - self->first_rings[i];
}

const double *
ggov_geo_footprints_get_ring (const GgovGeoFootprints *self,
                              guint                    i,
                              guint                    ring,
                              guint                   *n_points,
                              gboolean                *is_hole)
{
  g_return_val_if_fail (self != NULL && i < self->n, NULL);
  g_return_val_if_fail (ring < self->first_rings[i + 1] - self->first_rings[i], NULL);
  g_return_val_if_fail (n_points != NULL, NULL);

  ring += self->first_rings[i];
  *n_points = self->first_points[ring + 1] - self->first_points[ring];
  if (is_hole != NULL)
    *is_hole = self->are_holes[ring];

  return self->coords + 2 * (gsize) self->first_points[ring];
}

gboolean
ggov_geo_footprints_find_id (const GgovGeoFootprints *self,
                             gint64                   id,
                             guint                   *i)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (i != NULL, FALSE);

  high = self->n;
  while (self->is_sorted && low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }

  while (!self->is_sorted && low < self->n && self->ids[low] != id)
    low++;

  if (low == self->n || self->ids[low] != id)
    return FALSE;

  *i = low;

  return TRUE;
}

gboolean
ggov_geo_footprints_contains (const GgovGeoFootprints *self,
                              guint                    i,
                              double                   lon,
                              double                   lat)
{
  gboolean odd = FALSE;

  g_return_val_if_fail (self != NULL && i < self->n, FALSE);

  if (!ggov_geo_bounds_contains (&self->bounds[i], lon, lat))
    return FALSE;

  for (guint r = self->first_rings[i]; r < self->first_rings[i + 1]; r++)
    odd ^= _ggov_geo_ring_is_crossed (self->coords + 2 * (gsize) self->first_points[r],
                                      self->first_points[r + 1] - self->first_points[r], lon, lat);

  return odd;
}

double
ggov_geo_footprints_get_distance_m (const GgovGeoFootprints *self,
                                    guint                    i,
                                    double                   lon,
                                    double                   lat)
{
  double nearest = G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL && i < self->n, G_MAXDOUBLE);

  if (ggov_geo_footprints_contains (self, i, lon, lat))
    return 0;

  for (guint r = self->first_rings[i]; r < self->first_rings[i + 1]; r++)
    {
      const double *coords = self->coords + 2 * (gsize) self->first_points[r];
      guint n_points = self->first_points[r + 1] - self->first_points[r];

      nearest = MIN (nearest, _ggov_geo_ring_get_distance_m (coords, n_points, lon, lat));
    }

  return nearest;
}

GBytes *
ggov_geo_footprints_dup_wkb (const GgovGeoFootprints *self,
                             guint                    i)
{
  g_autoptr(GPtrArray) parts = NULL;
  guint end;

  g_return_val_if_fail (self != NULL && i < self->n, NULL);

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  end = self->first_rings[i + 1];

  for (guint from = self->first_rings[i], to; from < end; from = to)
    {
      g_autoptr(GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));

      to = from;
      do
        {
          guint size = self->first_points[to + 1] - self->first_points[to];
          g_array_append_val (sizes, size);
        }
      while (++to < end && self->are_holes[to]);

      g_ptr_array_add (parts, ggov_geo_wkb_new_polygon (
                                self->coords + 2 * (gsize) self->first_points[from],
                                (const guint *) (gpointer) sizes->data, sizes->len));
    }

  if (parts->len == 1)
    return g_bytes_ref (g_ptr_array_index (parts, 0));

  return ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_POLYGON, parts);
}
