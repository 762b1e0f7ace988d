/* ggov-geo-route.c: in which order to walk to several places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-bounds.h"
#include "ggov-geo-projection.h"
#include "ggov-geo-route.h"

#define MIN_GAIN_M 1e-6 /* what is gained by less is a matter of rounding */

/* Stop 0 is where the way begins. */
typedef struct
{
  double *metres;  /* shape [n][2] */
  guint  *stops;   /* in the order of walking */
  guint   n;
} Way;

static void
way_clear (Way *way)
{
  g_free (way->metres);
  g_free (way->stops);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Way, way_clear)

static double
measure (const Way *way,
         guint      a,
         guint      b)
{
  return hypot (way->metres[2 * a] - way->metres[2 * b],
                way->metres[2 * a + 1] - way->metres[2 * b + 1]);
}

/* Between two places of the way; behind its end there is nothing to walk to. */
static double
measure_leg (const Way *way,
             guint      i)
{
  return i + 1 < way->n ? measure (way, way->stops[i], way->stops[i + 1]) : 0;
}

static void
take_nearest (Way *way)
{
  for (guint i = 0; i + 1 < way->n; i++)
    {
      guint nearest = i + 1;

      for (guint j = i + 2; j < way->n; j++)
        if (measure (way, way->stops[i], way->stops[j]) <
            measure (way, way->stops[i], way->stops[nearest]))
          nearest = j;

      /* The others keep their order, so that of those as near the first is found. */
      if (nearest != i + 1)
        {
          guint stop = way->stops[nearest];

          memmove (&way->stops[i + 2], &way->stops[i + 1], (nearest - i - 1) * sizeof stop);
          way->stops[i + 1] = stop;
        }
    }
}

static void
turn_round (Way   *way,
            guint  from,
            guint  to)
{
  for (; from < to; from++, to--)
    {
      const guint stop = way->stops[from];

      way->stops[from] = way->stops[to];
      way->stops[to] = stop;
    }
}

/* What is gained by walking from @i + 1 to @j the other way round. */
static double
get_gain (const Way *way,
          guint      i,
          guint      j)
{
  const double after = measure (way, way->stops[i], way->stops[j]) +
                       (j + 1 < way->n ? measure (way, way->stops[i + 1], way->stops[j + 1]) : 0);

  return measure_leg (way, i) + measure_leg (way, j) - after;
}

/* Each turn makes the way shorter, so it comes to an end. */
static gboolean
improve (Way *way)
{
  gboolean improved = FALSE;

  for (guint i = 0; i + 2 < way->n; i++)
    for (guint j = i + 2; j < way->n; j++)
      if (get_gain (way, i, j) > MIN_GAIN_M)
        {
          turn_round (way, i + 1, j);
          improved = TRUE;
        }

  return improved;
}

static gboolean
project (Way           *way,
         const double  *coords,
         guint          n,
         const double  *start,
         GError       **error)
{
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;
  g_autoptr(GgovGeoProjection) projection = NULL;
  const guint first = start ? 1 : 0;

  way->n = n + first;
  way->metres = g_new (double, 2 * way->n);
  way->stops = g_new (guint, way->n);
  if (start)
    memcpy (way->metres, start, 2 * sizeof *start);
  memcpy (way->metres + 2 * first, coords, 2 * n * sizeof *coords);
  for (guint i = 0; i < way->n; i++)
    {
      way->stops[i] = i;
      ggov_geo_bounds_add (&bounds, way->metres[2 * i], way->metres[2 * i + 1]);
    }

  projection = ggov_geo_projection_new ((bounds.min_lon + bounds.max_lon) / 2,
                                        (bounds.min_lat + bounds.max_lat) / 2, error);

  return projection && ggov_geo_projection_forward (projection, way->metres, way->n, error);
}

gboolean
ggov_geo_route_find (const double  *coords,
                     guint          n,
                     const double  *start,
                     guint         *order,
                     double        *legs_m,
                     GError       **error)
{
  g_auto(Way) way = { NULL };
  const guint first = start ? 1 : 0;

  g_return_val_if_fail (n <= GGOV_GEO_ROUTE_MAX, FALSE);
  g_return_val_if_fail (n == 0 || (coords != NULL && order != NULL && legs_m != NULL), FALSE);

  if (n == 0)
    return TRUE;
  if (!project (&way, coords, n, start, error))
    return FALSE;

  take_nearest (&way);
  while (improve (&way))
    ;

  for (guint i = 0; i < n; i++)
    {
      order[i] = way.stops[i + first] - first;
      legs_m[i] = i + first > 0 ? measure_leg (&way, i + first - 1) : 0;
    }

  return TRUE;
}
