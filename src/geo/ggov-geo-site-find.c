/* ggov-geo-site-find.c: buildings under a brush, within a lasso, in the way of a border
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-near-private.h"
#include "ggov-geo-ring-private.h"
#include "ggov-geo-site-private.h"

/* What a border may take of a building unnoticed: the length within times half the depth is about
 * the area cut off, of which ggov_geo_subdivision_check_buildings() allows 0.1 m². */
#define MAX_CUT_M2 0.1

/* Indices of footprints become indices of buildings: those that are not sound are left out of
 * the former. */
static void
to_buildings (const GgovGeoSite *self,
              GArray            *found)
{
  GgovGeoFootprints *footprints = ggov_geo_index_get_footprints (ggov_geo_site_get_index (self));

  for (guint i = 0; i < found->len; i++)
    g_array_index (found, guint, i) =
      ggov_geo_footprints_get_id (footprints, g_array_index (found, guint, i));
}

static void
copy_to_metres (const GgovGeoFrame *frame,
                const double       *coords,
                double             *metres)
{
  memcpy (metres, coords, 2 * sizeof *coords);
  _ggov_geo_frame_to_metres (frame, metres, 1);
}

static double
cross (const double *o,
       const double *a,
       const double *b)
{
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
}

static gboolean
do_segments_meet (const double *a,
                  const double *b,
                  const double *c,
                  const double *d)
{
  return (cross (a, b, c) > 0) != (cross (a, b, d) > 0) &&
         (cross (c, d, a) > 0) != (cross (c, d, b) > 0);
}

static double
measure_between (const double *a,
                 const double *b,
                 const double *c,
                 const double *d)
{
  if (do_segments_meet (a, b, c, d))
    return 0;

  return MIN (MIN (_ggov_geo_measure_to_segment (a, c, d), _ggov_geo_measure_to_segment (b, c, d)),
              MIN (_ggov_geo_measure_to_segment (c, a, b), _ggov_geo_measure_to_segment (d, a, b)));
}

/* Whether any part of a footprint is within @radius_m of the segment, which is in metres. */
static gboolean
is_footprint_near (const GgovGeoFrame      *frame,
                   const GgovGeoFootprints *footprints,
                   guint                    footprint,
                   const double            *a,
                   const double            *b,
                   double                   radius_m)
{
  for (guint i = 0; i < ggov_geo_footprints_get_n_rings (footprints, footprint); i++)
    {
      guint n_points;
      const double *ring = ggov_geo_footprints_get_ring (footprints, footprint, i, &n_points, NULL);
      double from[2], to[2];

      copy_to_metres (frame, ring, from);

      for (guint j = 1; j < n_points; j++)
        {
          copy_to_metres (frame, ring + 2 * j, to);

          if (measure_between (a, b, from, to) <= radius_m)
            return TRUE;

          memcpy (from, to, sizeof from);
        }
    }

  return FALSE;
}

static gboolean
is_under_stroke (const GgovGeoSite *self,
                 guint              footprint,
                 const double      *coords,
                 guint              n_points,
                 double             radius_m)
{
  const GgovGeoFrame *frame = _ggov_geo_site_get_frame (self);
  GgovGeoFootprints *footprints = ggov_geo_index_get_footprints (ggov_geo_site_get_index (self));
  double a[2], b[2];

  copy_to_metres (frame, coords, a);

  if (ggov_geo_footprints_contains (footprints, footprint, coords[0], coords[1]))
    return TRUE;

  for (guint i = MIN (1, n_points - 1); i < n_points; i++)
    {
      copy_to_metres (frame, coords + 2 * i, b);

      if (is_footprint_near (frame, footprints, footprint, a, b, radius_m))
        return TRUE;

      memcpy (a, b, sizeof a);
    }

  return FALSE;
}

void
ggov_geo_site_find_under_stroke (const GgovGeoSite *self,
                                 const double      *coords,
                                 guint              n_points,
                                 double             radius_m,
                                 GArray            *found)
{
  const GgovGeoFrame *frame = _ggov_geo_site_get_frame (self);
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;
  guint n = 0;

  g_return_if_fail (self != NULL && coords != NULL && n_points > 0 && found != NULL);

  for (guint i = 0; i < n_points; i++)
    ggov_geo_bounds_add (&bounds, coords[2 * i], coords[2 * i + 1]);

  bounds.min_lon -= radius_m / frame->lon_m;
  bounds.max_lon += radius_m / frame->lon_m;
  bounds.min_lat -= radius_m / frame->lat_m;
  bounds.max_lat += radius_m / frame->lat_m;
  ggov_geo_index_query (ggov_geo_site_get_index (self), &bounds, found);

  for (guint i = 0; i < found->len; i++)
    if (is_under_stroke (self, g_array_index (found, guint, i), coords, n_points, radius_m))
      g_array_index (found, guint, n++) = g_array_index (found, guint, i);

  g_array_set_size (found, n);
  to_buildings (self, found);
}

void
ggov_geo_site_find_within (const GgovGeoSite *self,
                           const double      *coords,
                           guint              n_points,
                           GArray            *found)
{
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;
  g_autofree double *ring = NULL;
  guint n = 0;

  g_return_if_fail (self != NULL && coords != NULL && n_points > 0 && found != NULL);

  ring = g_new (double, 2 * (n_points + 1));
  memcpy (ring, coords, 2 * n_points * sizeof *ring);
  memcpy (ring + 2 * n_points, coords, 2 * sizeof *ring);

  for (guint i = 0; i < n_points; i++)
    ggov_geo_bounds_add (&bounds, coords[2 * i], coords[2 * i + 1]);

  ggov_geo_index_query (ggov_geo_site_get_index (self), &bounds, found);
  to_buildings (self, found);

  for (guint i = 0; i < found->len; i++)
    {
      const double *middle = _ggov_geo_site_get_middle (self, g_array_index (found, guint, i));

      if (_ggov_geo_ring_is_crossed (ring, n_points + 1, middle[0], middle[1]))
        g_array_index (found, guint, n++) = g_array_index (found, guint, i);
    }

  g_array_set_size (found, n);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Adds how far along the segment, 0 to 1, it crosses the outline. */
static void
add_crossings (const double *a,
               const double *b,
               const double *ring,
               guint         n_points,
               GArray       *along)
{
  for (const double *c = ring; c < ring + 2 * (n_points - 1); c += 2)
    {
      double from = cross (a, b, c), to = cross (a, b, c + 2);
      double t;

      if ((from > 0) == (to > 0))
        continue;

      t = cross (c, c + 2, a) / (cross (c, c + 2, a) - cross (c, c + 2, b));

      if (t > 0 && t < 1)
        g_array_append_val (along, t);
    }
}

/* How far within the footprint a place is, metres. */
static double
measure_depth (const GgovGeoFootprints *footprints,
               guint                    footprint,
               const double            *place)
{
  double depth = G_MAXDOUBLE;

  if (!ggov_geo_footprints_contains (footprints, footprint, place[0], place[1]))
    return 0;

  for (guint i = 0; i < ggov_geo_footprints_get_n_rings (footprints, footprint); i++)
    {
      guint n_points;
      const double *ring = ggov_geo_footprints_get_ring (footprints, footprint, i, &n_points, NULL);

      depth = MIN (depth, _ggov_geo_ring_get_distance_m (ring, n_points, place[0], place[1]));
    }

  return depth;
}

static gboolean
is_cut (const GgovGeoSite *self,
        guint              footprint,
        const double      *a,
        const double      *b,
        double            *place)
{
  GgovGeoFootprints *footprints = ggov_geo_index_get_footprints (ggov_geo_site_get_index (self));
  const GgovGeoFrame *frame = _ggov_geo_site_get_frame (self);
  g_autoptr(GArray) along = g_array_new (FALSE, FALSE, sizeof (double));
  double length_m = hypot ((b[0] - a[0]) * frame->lon_m, (b[1] - a[1]) * frame->lat_m);
  double ends[] = { 0, 1 };

  g_array_append_vals (along, ends, 2);

  for (guint i = 0; i < ggov_geo_footprints_get_n_rings (footprints, footprint); i++)
    {
      guint n_points;
      const double *ring = ggov_geo_footprints_get_ring (footprints, footprint, i, &n_points, NULL);

      add_crossings (a, b, ring, n_points, along);
    }

  g_array_sort (along, compare_doubles);

  for (guint i = 1; i < along->len; i++)
    {
      double from = g_array_index (along, double, i - 1), to = g_array_index (along, double, i);

      place[0] = a[0] + (from + to) / 2 * (b[0] - a[0]);
      place[1] = a[1] + (from + to) / 2 * (b[1] - a[1]);

      if ((to - from) * length_m * measure_depth (footprints, footprint, place) / 2 > MAX_CUT_M2)
        return TRUE;
    }

  return FALSE;
}

gboolean
_ggov_geo_site_is_cut (const GgovGeoSite *self,
                       guint              building,
                       const double      *a,
                       const double      *b,
                       GArray            *found)
{
  GgovGeoFootprints *footprints = ggov_geo_index_get_footprints (ggov_geo_site_get_index (self));
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;
  double place[2];

  ggov_geo_bounds_add (&bounds, a[0], a[1]);
  ggov_geo_bounds_add (&bounds, b[0], b[1]);
  ggov_geo_index_query (ggov_geo_site_get_index (self), &bounds, found);

  for (guint i = 0; i < found->len; i++)
    {
      guint footprint = g_array_index (found, guint, i);

      if (ggov_geo_footprints_get_id (footprints, footprint) == building)
        return is_cut (self, footprint, a, b, place);
    }

  return FALSE;
}

guint
_ggov_geo_site_find_cut (const GgovGeoSite *self,
                         const double      *a,
                         const double      *b,
                         GArray            *found,
                         double            *place)
{
  GgovGeoFootprints *footprints = ggov_geo_index_get_footprints (ggov_geo_site_get_index (self));
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;

  ggov_geo_bounds_add (&bounds, a[0], a[1]);
  ggov_geo_bounds_add (&bounds, b[0], b[1]);
  ggov_geo_index_query (ggov_geo_site_get_index (self), &bounds, found);

  for (guint i = 0; i < found->len; i++)
    if (is_cut (self, g_array_index (found, guint, i), a, b, place))
      return ggov_geo_footprints_get_id (footprints, g_array_index (found, guint, i));

  return G_MAXUINT;
}
