/* ggov-geo-match.c: which known building a new outline is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "ggov-geo-match.h"
#include "ggov-geo-overlap.h"
#include "ggov-geo-ring-private.h"

typedef struct
{
  guint64 digest;
  guint i;
} Print;

struct _GgovGeoMatcher
{
  GgovGeoIndex *index;
  GgovGeoFootprints *known; /* (unowned): the index's */
  Print *prints;            /* [known], by digest, then index */
  guint8 *taken;            /* [known] */
  GArray *near;             /* (element-type guint): used again and again */
};

/* FNV-1a, eight bytes at a time. Only finds candidates: the points themselves decide. */
static guint64
digest (const GgovGeoFootprints *prints,
        guint                    i)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (guint r = 0; r < ggov_geo_footprints_get_n_rings (prints, i); r++)
    {
      guint n_points;
      const double *coords = ggov_geo_footprints_get_ring (prints, i, r, &n_points, NULL);

      for (guint k = 0; k < 2 * n_points; k++)
        {
          guint64 word;

          memcpy (&word, coords + k, sizeof word);
          hash = (hash ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
          hash ^= hash >> 32;
        }
    }

  return hash;
}

static gboolean
is_same (const GgovGeoFootprints *a,
         guint                    i,
         const GgovGeoFootprints *b,
         guint                    j)
{
  guint n_rings = ggov_geo_footprints_get_n_rings (a, i);

  if (n_rings != ggov_geo_footprints_get_n_rings (b, j))
    return FALSE;

  for (guint r = 0; r < n_rings; r++)
    {
      guint here, there;
      gboolean is_hole, is_other_hole;
      const double *coords = ggov_geo_footprints_get_ring (a, i, r, &here, &is_hole);
      const double *other = ggov_geo_footprints_get_ring (b, j, r, &there, &is_other_hole);

      if (here != there || is_hole != is_other_hole ||
          memcmp (coords, other, 2 * sizeof *coords * here) != 0)
        return FALSE;
    }

  return TRUE;
}

static int
compare_prints (const void *a,
                const void *b)
{
  const Print *left = a;
  const Print *right = b;

  if (left->digest != right->digest)
    return left->digest < right->digest ? -1 : 1;

  return (left->i > right->i) - (left->i < right->i);
}

static guint
first_print (GgovGeoMatcher *self,
             guint64         wanted)
{
  guint low = 0, high = ggov_geo_footprints_get_n (self->known);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->prints[middle].digest < wanted)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static double
sum_area (const GgovGeoFootprints *prints,
          guint                    i)
{
  double sum = 0;

  for (guint r = 0; r < ggov_geo_footprints_get_n_rings (prints, i); r++)
    {
      guint n_points;
      gboolean is_hole;
      const double *coords = ggov_geo_footprints_get_ring (prints, i, r, &n_points, &is_hole);
      double area = fabs (_ggov_geo_ring_sum_area (coords, n_points));

      sum += is_hole ? -area : area;
    }

  return sum;
}

/* No share can be larger than what the rectangles have in common, over the larger area. */
static gboolean
can_match (const GgovGeoBounds *a,
           double               a_area,
           const GgovGeoBounds *b,
           double               b_area)
{
  double width = MIN (a->max_lon, b->max_lon) - MAX (a->min_lon, b->min_lon);
  double height = MIN (a->max_lat, b->max_lat) - MAX (a->min_lat, b->min_lat);

  return MIN (width * height, MIN (a_area, b_area)) > GGOV_GEO_MATCH_SHARE * MAX (a_area, b_area);
}

static gboolean
find_by_place (GgovGeoMatcher          *self,
               const GgovGeoFootprints *incoming,
               guint                    k,
               GgovGeoMatch            *match)
{
  const GgovGeoBounds *bounds = ggov_geo_footprints_get_bounds (incoming, k);
  double area = sum_area (incoming, k);

  *match = (GgovGeoMatch){ .share = GGOV_GEO_MATCH_SHARE };
  ggov_geo_index_query (self->index, bounds, self->near);

  for (guint n = 0; n < self->near->len; n++)
    {
      guint i = g_array_index (self->near, guint, n);
      double share;

      if (self->taken[i] ||
          !can_match (bounds, area, ggov_geo_footprints_get_bounds (self->known, i),
                      sum_area (self->known, i)))
        continue;

      share = ggov_geo_overlap_get_share (self->known, i, incoming, k);
      if (share > match->share)
        *match = (GgovGeoMatch){ GGOV_GEO_MATCH_PLACE, i, share };
    }

  if (match->kind == GGOV_GEO_MATCH_NONE)
    match->share = 0;

  return match->kind != GGOV_GEO_MATCH_NONE;
}

GgovGeoMatcher *
ggov_geo_matcher_new (GgovGeoIndex *known)
{
  GgovGeoMatcher *self;
  guint n;

  g_return_val_if_fail (known != NULL, NULL);

  self = g_new0 (GgovGeoMatcher, 1);
  self->index = ggov_geo_index_ref (known);
  self->known = ggov_geo_index_get_footprints (known);
  n = ggov_geo_footprints_get_n (self->known);
  self->prints = g_new (Print, n);
  self->taken = g_new0 (guint8, n);
  self->near = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    self->prints[i] = (Print){ digest (self->known, i), i };
  if (n > 0)
    qsort (self->prints, n, sizeof *self->prints, compare_prints);

  return self;
}

void
ggov_geo_matcher_free (GgovGeoMatcher *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->index, ggov_geo_index_unref);
  g_clear_pointer (&self->prints, g_free);
  g_clear_pointer (&self->taken, g_free);
  g_clear_pointer (&self->near, g_array_unref);
  g_free (self);
}

gboolean
ggov_geo_matcher_find_same (GgovGeoMatcher          *self,
                            const GgovGeoFootprints *incoming,
                            guint                    k,
                            GgovGeoMatch            *match)
{
  guint64 wanted;
  guint n;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (incoming != NULL && k < ggov_geo_footprints_get_n (incoming), FALSE);
  g_return_val_if_fail (match != NULL, FALSE);

  *match = (GgovGeoMatch){ GGOV_GEO_MATCH_NONE };
  wanted = digest (incoming, k);
  n = ggov_geo_footprints_get_n (self->known);

  for (guint p = first_print (self, wanted); p < n && self->prints[p].digest == wanted; p++)
    {
      guint i = self->prints[p].i;

      if (!self->taken[i] && is_same (self->known, i, incoming, k))
        {
          *match = (GgovGeoMatch){ GGOV_GEO_MATCH_SAME, i, 1 };
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
ggov_geo_matcher_find (GgovGeoMatcher          *self,
                       const GgovGeoFootprints *incoming,
                       guint                    k,
                       GgovGeoMatch            *match)
{
  return ggov_geo_matcher_find_same (self, incoming, k, match) ||
         find_by_place (self, incoming, k, match);
}

void
ggov_geo_matcher_take (GgovGeoMatcher *self,
                       guint           i)
{
  g_return_if_fail (self != NULL && i < ggov_geo_footprints_get_n (self->known));

  self->taken[i] = TRUE;
}

gboolean
ggov_geo_matcher_is_taken (GgovGeoMatcher *self,
                           guint           i)
{
  g_return_val_if_fail (self != NULL && i < ggov_geo_footprints_get_n (self->known), FALSE);

  return self->taken[i];
}

void
ggov_geo_matcher_find_all (GgovGeoMatcher          *self,
                           const GgovGeoFootprints *incoming,
                           const guint8            *skip,
                           GgovGeoMatch            *matches)
{
  guint n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (incoming != NULL);
  n = ggov_geo_footprints_get_n (incoming);
  g_return_if_fail (matches != NULL || n == 0);

  for (guint k = 0; k < n; k++)
    {
      matches[k] = (GgovGeoMatch){ GGOV_GEO_MATCH_NONE };
      if ((skip == NULL || !skip[k]) && ggov_geo_matcher_find_same (self, incoming, k, &matches[k]))
        self->taken[matches[k].i] = TRUE;
    }

  for (guint k = 0; k < n; k++)
    {
      if ((skip == NULL || !skip[k]) && matches[k].kind == GGOV_GEO_MATCH_NONE &&
          find_by_place (self, incoming, k, &matches[k]))
        self->taken[matches[k].i] = TRUE;
    }
}
