/* ggov-geo-edit-slide.c: a node that slides along the community's border
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-edit-private.h"
#include "ggov-geo-subdivision-private.h"

#define AT_VERTEX_M 0.02 /* nearer than this to a vertex is at it */

/* One of the two outer arcs at the node. */
typedef struct
{
  const GgovGeoArc *arc;
  gboolean is_last; /* whether it ends at the node; else it begins there */
} Side;

static guint
find_sides (GgovGeoSubdivision *subdivision,
            const double       *node,
            Side                sides[2])
{
  guint n = 0;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      if (arc->left_grid_id != 0 && arc->right_grid_id != 0)
        continue;

      for (guint is_last = 0; is_last < 2; is_last++)
        if (_ggov_geo_place_equal (arc->coords + (is_last ? 2 * (arc->n_points - 1) : 0), node))
          {
            if (n < 2)
              sides[n] = (Side) { arc, is_last };

            n++;
          }
    }

  return n;
}

/* A side's points, walked towards the node or away from it. */
static void
append_side (GArray     *points,
             const Side *side,
             gboolean    towards)
{
  guint n = side->arc->n_points;

  for (guint i = 0; i < n; i++)
    g_array_append_vals (points,
                         side->arc->coords + 2 * (side->is_last == towards ? i : n - 1 - i), 1);
}

/* The nearest place on the line. Returns: the point before it, or G_MAXUINT where it is an end */
static guint
find_nearest (const GgovGeoFrame *frame,
              GArray             *points,
              const double       *wanted,
              double             *place)
{
  const double *coords = (const double *) (gpointer) points->data;
  double best_m = G_MAXDOUBLE;
  guint best = G_MAXUINT;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      const double *a = coords + 2 * i, *b = a + 2;
      double dx = (b[0] - a[0]) * frame->lon_m, dy = (b[1] - a[1]) * frame->lat_m;
      double x = (wanted[0] - a[0]) * frame->lon_m, y = (wanted[1] - a[1]) * frame->lat_m;
      double length_m = hypot (dx, dy);
      double t = length_m > 0 ? CLAMP ((x * dx + y * dy) / (length_m * length_m), 0, 1) : 0;
      double off_m = hypot (x - t * dx, y - t * dy);

      if (off_m >= best_m)
        continue;

      t = t * length_m < AT_VERTEX_M ? 0 : (1 - t) * length_m < AT_VERTEX_M ? 1 : t;
      best_m = off_m;
      best = i;
      place[0] = t == 1 ? b[0] : a[0] + t * (b[0] - a[0]);
      place[1] = t == 1 ? b[1] : a[1] + t * (b[1] - a[1]);
    }

  if (_ggov_geo_place_equal (place, coords) ||
      _ggov_geo_place_equal (place, coords + 2 * (points->len - 1)))
    return G_MAXUINT;

  return best;
}

static void
redraw_side (GgovGeoDraft *draft,
             const Side   *side,
             GArray       *points,
             gboolean      towards)
{
  GgovGeoDraftArc *arc = _ggov_geo_draft_find (draft, side->arc->id);

  g_array_unref (arc->points);
  arc->points = g_array_ref (points);

  if (side->is_last == towards)
    return;

  /* Drawn the other way round: its points are turned, its sides stay. */
  _ggov_geo_draft_turn (arc);
  arc->left_grid_id = side->arc->left_grid_id;
  arc->right_grid_id = side->arc->right_grid_id;
}

/* Cuts the line at the place, which comes after point @before. */
static void
redraw (GgovGeoDraft *draft,
        const Side   *sides,
        GArray       *points,
        guint         before,
        const double *place)
{
  const double *coords = (const double *) (gpointer) points->data;
  g_autoptr(GArray) first = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_autoptr(GArray) second = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  g_array_append_vals (first, coords, before + 1);

  if (!_ggov_geo_place_equal (coords + 2 * before, place))
    g_array_append_vals (first, place, 1);

  g_array_append_vals (second, place, 1);

  for (guint i = before + 1; i < points->len; i++)
    if (i > before + 1 || !_ggov_geo_place_equal (coords + 2 * i, place))
      g_array_append_vals (second, coords + 2 * i, 1);

  redraw_side (draft, &sides[0], first, TRUE);
  redraw_side (draft, &sides[1], second, FALSE);
}

gboolean
_ggov_geo_edit_slide (const GgovGeoLayout *layout,
                      GgovGeoDraft        *draft,
                      const double        *before,
                      const double        *wanted,
                      double              *place)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (layout);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  Side sides[2];
  guint node, nearest;

  if (find_sides (ggov_geo_layout_get_subdivision (layout), before, sides) != 2 ||
      sides[0].arc == sides[1].arc)
    return FALSE;

  append_side (points, &sides[0], TRUE);
  node = points->len - 1;
  g_array_set_size (points, node);
  append_side (points, &sides[1], FALSE);

  /* Where it was on a side of the community, no vertex stays behind. */
  if (!_ggov_geo_site_is_corner (site, before))
    g_array_remove_index (points, node);

  nearest = find_nearest (_ggov_geo_site_get_frame (site), points, wanted, place);

  if (nearest == G_MAXUINT)
    return FALSE;

  if (draft != NULL)
    redraw (draft, sides, points, nearest, place);

  return TRUE;
}
