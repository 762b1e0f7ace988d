/* ggov-geo-index.c: which building is where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-index.h"
#include "ggov-geo-private.h"
#include "ggov-geo-ring-private.h"

#define NODE_CAPACITY 10   /* the GEOS manual's own */
#define FIRST_REACH_M 20.0 /* looking for the nearest starts with the next street's breadth */
#define FARTHEST_M 10000.0

struct _GgovGeoIndex
{
  gatomicrefcount ref_count;

  GgovGeoFootprints *footprints;
  GEOSSTRtree *tree; /* items are indices */
};

static GEOSGeometry *
new_rectangle (const GgovGeoBounds *bounds)
{
  return GEOSGeom_createRectangle_r (_ggov_geo_engine (), bounds->min_lon, bounds->min_lat,
                                     bounds->max_lon, bounds->max_lat);
}

static void
found_cb (void *item,
          void *user_data)
{
  guint i = GPOINTER_TO_UINT (item);

  g_array_append_val ((GArray *) user_data, i);
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

static GgovGeoBounds
bounds_around (double lon,
               double lat,
               double reach_m)
{
  double north = reach_m / METRES_A_DEGREE;
  double east = north / MAX (cos (lat * G_PI / 180.0), 0.01);

  return (GgovGeoBounds){ lon - east, lat - north, lon + east, lat + north };
}

static double
pick_nearest (GgovGeoIndex *self,
              const GArray *candidates,
              double        lon,
              double        lat,
              guint        *best)
{
  double nearest = G_MAXDOUBLE;

  for (guint k = 0; k < candidates->len; k++)
    {
      guint i = g_array_index (candidates, guint, k);
      double away_m = ggov_geo_footprints_get_distance_m (self->footprints, i, lon, lat);

      if (away_m < nearest)
        {
          nearest = away_m;
          *best = i;
        }
    }

  return nearest;
}

static void
insert_all (GgovGeoIndex *self)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  guint n = ggov_geo_footprints_get_n (self->footprints);

  for (guint i = 0; i < n; i++)
    {
      const GgovGeoBounds *bounds = ggov_geo_footprints_get_bounds (self->footprints, i);
      g_autoptr(GEOSGeometry) rectangle = NULL;

      /* All its coordinates are no numbers: it is nowhere, so it is not found. */
      if (ggov_geo_bounds_is_empty (bounds))
        continue;

      /* The tree copies the rectangle's extent (GEOS 3.10 and later). */
      rectangle = new_rectangle (bounds);
      GEOSSTRtree_insert_r (geos, self->tree, rectangle, GUINT_TO_POINTER (i));
    }
}

GgovGeoIndex *
ggov_geo_index_new (GgovGeoFootprints *footprints)
{
  const GgovGeoBounds anywhere = { 0, 0, 0, 0 };
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  GgovGeoIndex *self;

  g_return_val_if_fail (footprints != NULL, NULL);

  self = g_new0 (GgovGeoIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->footprints = ggov_geo_footprints_ref (footprints);
  self->tree = GEOSSTRtree_create_r (_ggov_geo_engine (), NODE_CAPACITY);
  insert_all (self);

  /* GEOS packs the tree at its first query: that one must not be two threads' at once. */
  ggov_geo_index_query (self, &anywhere, found);

  return self;
}

GgovGeoIndex *
ggov_geo_index_ref (GgovGeoIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_geo_index_unref (GgovGeoIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->footprints, ggov_geo_footprints_unref);
  g_clear_pointer (&self->tree, _ggov_geo_tree_free);
  g_free (self);
}

GgovGeoFootprints *
ggov_geo_index_get_footprints (const GgovGeoIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->footprints;
}

void
ggov_geo_index_query (GgovGeoIndex        *self,
                      const GgovGeoBounds *bounds,
                      GArray              *found)
{
  g_autoptr(GEOSGeometry) rectangle = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bounds != NULL);
  g_return_if_fail (found != NULL && g_array_get_element_size (found) == sizeof (guint));

  g_array_set_size (found, 0);

  if (ggov_geo_bounds_is_empty (bounds))
    return;

  rectangle = new_rectangle (bounds);
  GEOSSTRtree_query_r (_ggov_geo_engine (), self->tree, rectangle, found_cb, found);
  g_array_sort (found, compare_indices);
}

gboolean
ggov_geo_index_find_at (GgovGeoIndex *self,
                        double        lon,
                        double        lat,
                        guint        *i)
{
  const GgovGeoBounds here = { lon, lat, lon, lat };
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (i != NULL, FALSE);

  ggov_geo_index_query (self, &here, found);

  for (guint k = found->len; k > 0; k--)
    {
      guint candidate = g_array_index (found, guint, k - 1);

      if (ggov_geo_footprints_contains (self->footprints, candidate, lon, lat))
        {
          *i = candidate;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
ggov_geo_index_find_nearest (GgovGeoIndex *self,
                             double        lon,
                             double        lat,
                             double        max_m,
                             guint        *i,
                             double       *distance_m)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  double reach_m = MIN (FIRST_REACH_M, max_m);
  double nearest;
  guint best = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (max_m > 0 && max_m <= FARTHEST_M, FALSE);
  g_return_val_if_fail (i != NULL, FALSE);

  /* One that is farther than the reach may have a nearer one beside the rectangle. */
  while (TRUE)
    {
      GgovGeoBounds around = bounds_around (lon, lat, reach_m);

      ggov_geo_index_query (self, &around, found);
      nearest = pick_nearest (self, found, lon, lat, &best);

      if (nearest <= reach_m || reach_m >= max_m)
        break;

      reach_m = MIN (2 * reach_m, max_m);
    }

  if (nearest > max_m)
    return FALSE;

  *i = best;
  if (distance_m != NULL)
    *distance_m = nearest;

  return TRUE;
}
