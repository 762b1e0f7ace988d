/* ggov-geo-datum-fit.c: how well footprints lie on those that are known, counted from a datum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-datum-fit.h"
#include "ggov-geo-match.h"

#define MAX_LOOKED_AT 20000
#define MAX_MEASURED  1000
#define REACH_DEG     0.02   /* no datum is shifted by more, some 2 km */
#define MAX_OFFSET_M  1000.0
#define METRES_A_DEGREE 111195.0

#define MIN_SHARE  0.5 /* of the buildings that a datum fits, to be recommended */
#define MIN_AHEAD  0.1 /* and so much more than the chosen one */

static guint
count_near (GgovGeoFootprints   *footprints,
            const GgovGeoBounds *ground)
{
  guint n = 0;

  for (guint i = 0; i < ggov_geo_footprints_get_n (footprints); i++)
    n += ggov_geo_bounds_intersects (ggov_geo_footprints_get_bounds (footprints, i), ground);

  return n;
}

static GgovGeoBounds
widen (const GgovGeoBounds *bounds)
{
  return (GgovGeoBounds) { bounds->min_lon - REACH_DEG, bounds->min_lat - REACH_DEG,
                           bounds->max_lon + REACH_DEG, bounds->max_lat + REACH_DEG };
}

static guint
count_comparable (GgovGeoFootprints *known,
                  GgovGeoFootprints *shifted)
{
  GgovGeoBounds ground, other;

  if (ggov_geo_footprints_get_n (known) == 0 || ggov_geo_footprints_get_n (shifted) == 0)
    return 0;

  ground = widen (ggov_geo_footprints_get_extent (known));
  other = widen (ggov_geo_footprints_get_extent (shifted));

  return MIN (count_near (shifted, &ground), count_near (known, &other));
}

static void
get_middle (const GgovGeoBounds *bounds,
            double              *lon,
            double              *lat)
{
  *lon = (bounds->min_lon + bounds->max_lon) / 2;
  *lat = (bounds->min_lat + bounds->max_lat) / 2;
}

/* Metres between the middles; NaN where no known footprint is near. */
static double
measure_offset (GgovGeoIndex        *known,
                const GgovGeoBounds *bounds)
{
  double lon, lat, other_lon, other_lat;
  guint i;

  get_middle (bounds, &lon, &lat);
  if (!ggov_geo_index_find_nearest (known, lon, lat, MAX_OFFSET_M, &i, NULL))
    return NAN;

  get_middle (ggov_geo_footprints_get_bounds (ggov_geo_index_get_footprints (known), i),
              &other_lon, &other_lat);

  return hypot ((other_lon - lon) * cos (lat * G_PI / 180), other_lat - lat) * METRES_A_DEGREE;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

void
ggov_geo_datum_fit (GgovGeoIndex      *known,
                    GgovGeoFootprints *shifted,
                    GgovGeoDatumFit   *fit)
{
  const guint n = ggov_geo_footprints_get_n (shifted);
  const guint step = n / MAX_LOOKED_AT + 1;
  const guint long_step = step * (n / step / MAX_MEASURED + 1);
  g_autoptr(GgovGeoMatcher) matcher = ggov_geo_matcher_new (known);
  g_autoptr(GArray) offsets = g_array_new (FALSE, FALSE, sizeof (double));

  *fit = (GgovGeoDatumFit) { .offset_m = NAN };
  fit->n_comparable =
    count_comparable (ggov_geo_index_get_footprints (known), shifted) / step;
  if (fit->n_comparable == 0)
    return;

  for (guint i = 0; i < n; i += step)
    {
      double offset = i % long_step == 0
        ? measure_offset (known, ggov_geo_footprints_get_bounds (shifted, i)) : NAN;
      GgovGeoMatch match;

      if (!isnan (offset))
        g_array_append_val (offsets, offset);
      if (ggov_geo_matcher_find (matcher, shifted, i, &match))
        {
          ggov_geo_matcher_take (matcher, match.i);
          fit->n_matched++;
        }
    }

  fit->share = MIN (1.0, (double) fit->n_matched / fit->n_comparable);
  g_array_sort (offsets, compare_doubles);
  if (offsets->len > 0)
    fit->offset_m = g_array_index (offsets, double, offsets->len / 2);
}

gboolean
ggov_geo_datum_find_better (const GgovGeoDatumFit *fits,
                            GgovGeoDatum           chosen,
                            GgovGeoDatum          *better)
{
  GgovGeoDatum best = chosen;

  for (guint i = 0; i <= GGOV_GEO_DATUM_BD09; i++)
    if (fits[i].share > fits[best].share)
      best = i;

  *better = best;

  return fits[best].share >= MIN_SHARE && fits[best].share >= fits[chosen].share + MIN_AHEAD;
}
