/* ggov-geo-line.c: a line while it is drawn by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-error-private.h"
#include "ggov-geo-layout-private.h"
#include "ggov-geo-line.h"

/* Metres of a degree of latitude, near enough to tell where a line bends. */
#define DEGREE_M 111320.0

/* A stretch of the line that is still to be looked at. */
typedef struct
{
  guint first;
  guint last;
} Stretch;

/* How far a place is from a segment, metres. */
static double
measure_off (const double *place,
             const double *a,
             const double *b)
{
  double lon_m = DEGREE_M * cos (place[1] * G_PI / 180);
  double dx = (b[0] - a[0]) * lon_m, dy = (b[1] - a[1]) * DEGREE_M;
  double x = (place[0] - a[0]) * lon_m, y = (place[1] - a[1]) * DEGREE_M;
  double square = dx * dx + dy * dy;
  double along = square > 0 ? CLAMP ((x * dx + y * dy) / square, 0, 1) : 0;

  return hypot (x - along * dx, y - along * dy);
}

/* The point of the stretch that is farthest from its chord. */
static guint
find_farthest (const double  *coords,
               const Stretch *stretch,
               double        *farthest_m)
{
  guint found = stretch->first;

  *farthest_m = 0;
  for (guint i = stretch->first + 1; i < stretch->last; i++)
    {
      double off_m = measure_off (coords + 2 * i, coords + 2 * stretch->first,
                                  coords + 2 * stretch->last);

      if (off_m > *farthest_m)
        {
          *farthest_m = off_m;
          found = i;
        }
    }

  return found;
}

GArray *
ggov_geo_line_simplify (const double *coords,
                        guint         n_points,
                        double        tolerance_m)
{
  GArray *left = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Stretch stretch = { 0, n_points - 1 };

  g_return_val_if_fail (coords != NULL && n_points > 0, left);

  g_array_append_vals (left, coords, 1);
  if (n_points > 1)
    g_array_append_val (open, stretch);

  /* The stretch that comes first on the line is the last of the open ones. */
  while (open->len > 0)
    {
      double farthest_m;
      guint middle;

      stretch = g_array_index (open, Stretch, open->len - 1);
      middle = find_farthest (coords, &stretch, &farthest_m);

      if (farthest_m > tolerance_m)
        {
          const Stretch halves[] = { { middle, stretch.last }, { stretch.first, middle } };

          g_array_set_size (open, open->len - 1);
          g_array_append_vals (open, halves, 2);
          continue;
        }

      g_array_append_vals (left, coords + 2 * stretch.last, 1);
      g_array_set_size (open, open->len - 1);
    }

  return left;
}

static double
cross (const double *o,
       const double *a,
       const double *b)
{
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
}

static gboolean
do_cross (const double *a,
          const double *c)
{
  const double *b = a + 2, *d = c + 2;

  return (cross (a, b, c) > 0) != (cross (a, b, d) > 0) &&
         (cross (c, d, a) > 0) != (cross (c, d, b) > 0);
}

static gboolean
check_crossing (const double  *coords,
                guint          n_points,
                GError       **error)
{
  for (guint i = 2; i + 1 < n_points; i++)
    for (guint j = 0; j + 1 < i; j++)
      if (do_cross (coords + 2 * j, coords + 2 * i))
        return _ggov_geo_refuse (GGOV_GEO_REASON_CROSSES_ITSELF, 0, 0, coords + 2 * i, error);

  return TRUE;
}

/* Whether a border runs through the building already. */
static gboolean
is_cut_before (GgovGeoLayout *layout,
               guint          building)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (layout);
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (layout);
  g_autoptr(GArray) scratch = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      for (const double *a = arc->coords; a < arc->coords + 2 * (arc->n_points - 1); a += 2)
        if (_ggov_geo_site_is_cut (site, building, a, a + 2, scratch))
          return TRUE;
    }

  return FALSE;
}

static gboolean
check_segment (GgovGeoLayout  *layout,
               gint64          grid_id,
               const double   *a,
               GArray         *found,
               GError        **error)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (layout);
  guint n_buildings;
  const GgovGeoBuilding *buildings = ggov_geo_layout_get_buildings (layout, &n_buildings);
  g_autoptr(GArray) scratch = g_array_new (FALSE, FALSE, sizeof (guint));

  ggov_geo_site_find_under_stroke (site, a, 2, 0, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint building = g_array_index (found, guint, i);

      if ((grid_id == 0 || buildings[building].grid_id == grid_id) &&
          _ggov_geo_site_is_cut (site, building, a, a + 2, scratch) &&
          !is_cut_before (layout, building))
        return _ggov_geo_refuse (GGOV_GEO_REASON_CUTS_BUILDING, buildings[building].grid_id,
                                 buildings[building].id, a, error);
    }

  return TRUE;
}

gboolean
ggov_geo_line_check_unfinished (GgovGeoLayout  *layout,
                                gint64          grid_id,
                                const double   *coords,
                                guint           n_points,
                                GError        **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (layout != NULL && coords != NULL && n_points >= 2, FALSE);

  if (!check_crossing (coords, n_points, error))
    return FALSE;

  for (guint i = 0; i + 1 < n_points; i++)
    if (!check_segment (layout, grid_id, coords + 2 * i, found, error))
      return FALSE;

  return TRUE;
}
