/* ggov-geo-draft.c: a subdivision under way, whose arcs may still be cut and joined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-draft-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-ring-private.h"
#include "ggov-geo-subdivision-private.h"

#define STRAIGHT 1e-11 /* degrees, a thousandth of a millimetre: a point no further off is on it */
#define ON_ARC   1e-8  /* degrees, a millimetre: a place computed on an arc is this near */

static void
free_arc (gpointer data)
{
  GgovGeoDraftArc *arc = data;

  g_clear_pointer (&arc->points, g_array_unref);
  g_free (arc);
}

GgovGeoDraft *
_ggov_geo_draft_new (GgovGeoSubdivision *before,
                     gboolean            has_arcs)
{
  GgovGeoDraft *self = g_new0 (GgovGeoDraft, 1);

  self->arcs = g_ptr_array_new_with_free_func (free_arc);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (before); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (before, i);

      self->last_id = MAX (self->last_id, arc->id);

      if (has_arcs)
        _ggov_geo_draft_add (self, arc->id, arc->left_grid_id, arc->right_grid_id,
                             arc->coords, arc->n_points);
    }

  return self;
}

void
_ggov_geo_draft_free (GgovGeoDraft *self)
{
  g_clear_pointer (&self->arcs, g_ptr_array_unref);
  g_free (self);
}

GgovGeoDraftArc *
_ggov_geo_draft_add (GgovGeoDraft *self,
                     gint64        id,
                     gint64        left_grid_id,
                     gint64        right_grid_id,
                     const double *coords,
                     guint         n_points)
{
  GgovGeoDraftArc *arc = g_new0 (GgovGeoDraftArc, 1);

  arc->id = id != 0 ? id : ++self->last_id;
  arc->left_grid_id = left_grid_id;
  arc->right_grid_id = right_grid_id;
  arc->points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_array_append_vals (arc->points, coords, n_points);
  g_ptr_array_add (self->arcs, arc);

  return arc;
}

GgovGeoDraftArc *
_ggov_geo_draft_find (GgovGeoDraft *self,
                      gint64        id)
{
  for (guint i = 0; i < self->arcs->len; i++)
    {
      GgovGeoDraftArc *arc = g_ptr_array_index (self->arcs, i);

      if (arc->id == id)
        return arc;
    }

  return NULL;
}

static double *
get_end (const GgovGeoDraftArc *arc,
         gboolean               is_last)
{
  return _ggov_geo_draft_arc_get (arc, is_last ? arc->points->len - 1 : 0);
}

void
_ggov_geo_draft_turn (GgovGeoDraftArc *arc)
{
  GArray *points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  gint64 left_grid_id = arc->left_grid_id;

  for (guint i = arc->points->len; i > 0; i--)
    g_array_append_vals (points, _ggov_geo_draft_arc_get (arc, i - 1), 1);

  g_array_unref (arc->points);
  arc->points = points;
  arc->left_grid_id = arc->right_grid_id;
  arc->right_grid_id = left_grid_id;
}

void
_ggov_geo_draft_give_number (GgovGeoDraft    *self,
                             GgovGeoDraftArc *arc)
{
  arc->id = ++self->last_id;
}

static void
split (GgovGeoDraft    *self,
       GgovGeoDraftArc *arc,
       guint            index)
{
  _ggov_geo_draft_add (self, 0, arc->left_grid_id, arc->right_grid_id,
                       _ggov_geo_draft_arc_get (arc, index), arc->points->len - index);
  g_array_set_size (arc->points, index + 1);
  _ggov_geo_draft_give_number (self, arc);
}

/* Square of the distance in degrees. */
static double
measure_to_segment (const double *place,
                    const double *a,
                    const double *b)
{
  double dx = b[0] - a[0], dy = b[1] - a[1];
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0
    ? CLAMP (((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / length2, 0, 1) : 0;
  double x = a[0] + t * dx - place[0], y = a[1] + t * dy - place[1];

  return x * x + y * y;
}

gboolean
_ggov_geo_draft_make_node (GgovGeoDraft *self,
                           const double *place)
{
  double best = ON_ARC * ON_ARC;
  GgovGeoDraftArc *best_arc = NULL;
  guint best_index = 0;

  for (guint i = 0; i < self->arcs->len; i++)
    {
      GgovGeoDraftArc *arc = g_ptr_array_index (self->arcs, i);

      for (guint j = 0; j < arc->points->len; j++)
        {
          const double *a = _ggov_geo_draft_arc_get (arc, j);

          if (_ggov_geo_place_equal (a, place))
            {
              if (j > 0 && j + 1 < arc->points->len)
                split (self, arc, j);

              return TRUE;
            }

          if (j + 1 < arc->points->len && measure_to_segment (place, a, a + 2) < best)
            {
              best = measure_to_segment (place, a, a + 2);
              best_arc = arc;
              best_index = j + 1;
            }
        }
    }

  if (best_arc == NULL)
    return FALSE;

  g_array_insert_vals (best_arc->points, best_index, place, 1);
  split (self, best_arc, best_index);

  return TRUE;
}

gboolean
_ggov_geo_draft_is_on_grid (GgovGeoDraft *self,
                            gint64        grid_id,
                            const double *place)
{
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const GgovGeoDraftArc *arc = g_ptr_array_index (self->arcs, i);
      gboolean is_own = arc->left_grid_id == grid_id || arc->right_grid_id == grid_id;

      for (guint j = 0; is_own && j + 1 < arc->points->len; j++)
        {
          const double *a = _ggov_geo_draft_arc_get (arc, j);

          if (measure_to_segment (place, a, a + 2) < ON_ARC * ON_ARC)
            return TRUE;
        }
    }

  return FALSE;
}

/* Appends @other to @arc, which ends where it begins. */
static void
join (GgovGeoDraft    *self,
      GgovGeoDraftArc *arc,
      GgovGeoDraftArc *other)
{
  guint joint = arc->points->len - 1;
  const double *a, *b, *c;
  double length, off;

  g_array_append_vals (arc->points, _ggov_geo_draft_arc_get (other, 1), other->points->len - 1);
  a = _ggov_geo_draft_arc_get (arc, joint - 1);
  b = a + 2;
  c = a + 4;
  length = hypot (c[0] - a[0], c[1] - a[1]);
  off = fabs ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));

  if (arc->points->len > 4 && off <= STRAIGHT * length)
    g_array_remove_index (arc->points, joint);

  _ggov_geo_draft_give_number (self, arc);
}

void
_ggov_geo_draft_mend (GgovGeoDraft *self,
                      const double *place)
{
  const double at[] = { place[0], place[1] };
  GgovGeoDraftArc *met[2];
  guint n_met = 0;
  guint second = 0;

  for (guint i = 0; i < self->arcs->len; i++)
    for (guint is_last = 0; is_last < 2; is_last++)
      {
        GgovGeoDraftArc *arc = g_ptr_array_index (self->arcs, i);

        if (!_ggov_geo_place_equal (get_end (arc, is_last), at))
          continue;

        if (n_met == 2)
          return;

        met[n_met++] = arc;
        second = i;
      }

  /* An arc that closes in itself is met twice. */
  if (n_met != 2 || met[0] == met[1])
    return;

  if (!_ggov_geo_place_equal (get_end (met[0], TRUE), at))
    _ggov_geo_draft_turn (met[0]);

  if (!_ggov_geo_place_equal (get_end (met[1], FALSE), at))
    _ggov_geo_draft_turn (met[1]);

  if (met[0]->left_grid_id != met[1]->left_grid_id ||
      met[0]->right_grid_id != met[1]->right_grid_id)
    return;

  join (self, met[0], met[1]);
  g_ptr_array_remove_index (self->arcs, second);
}

void
_ggov_geo_draft_relabel (GgovGeoDraft *self,
                         gint64        from,
                         gint64        to)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  for (guint i = self->arcs->len; i > 0; i--)
    {
      GgovGeoDraftArc *arc = g_ptr_array_index (self->arcs, i - 1);

      arc->left_grid_id = arc->left_grid_id == from ? to : arc->left_grid_id;
      arc->right_grid_id = arc->right_grid_id == from ? to : arc->right_grid_id;

      if (arc->left_grid_id != to && arc->right_grid_id != to)
        continue;

      g_array_append_vals (ends, get_end (arc, FALSE), 1);
      g_array_append_vals (ends, get_end (arc, TRUE), 1);

      if (arc->left_grid_id == arc->right_grid_id)
        g_ptr_array_remove_index (self->arcs, i - 1);
    }

  for (guint i = 0; i < ends->len; i++)
    _ggov_geo_draft_mend (self, (const double *) (gpointer) ends->data + 2 * i);
}

static const double *
get_start (const GgovGeoStep *step)
{
  return step->arc->coords + (step->is_backward ? 2 * (step->arc->n_points - 1) : 0);
}

static guint
find_step (const GgovGeoRing *ring,
           const double      *place)
{
  for (guint i = 0; i < ring->steps->len; i++)
    if (_ggov_geo_place_equal (get_start (&g_array_index (ring->steps, GgovGeoStep, i)), place))
      return i;

  return G_MAXUINT;
}

/* Gives the arc of a step another grid on the side of the ring's region. */
static void
set_side (GgovGeoDraft      *self,
          const GgovGeoStep *step,
          gint64             grid_id)
{
  GgovGeoDraftArc *arc = _ggov_geo_draft_find (self, step->arc->id);

  if (step->is_backward)
    arc->right_grid_id = grid_id;
  else
    arc->left_grid_id = grid_id;
}

static void
append_step (GArray            *outline,
             const GgovGeoStep *step)
{
  guint n = step->arc->n_points;

  for (guint i = 1; i < n; i++)
    g_array_append_vals (outline, step->arc->coords + 2 * (step->is_backward ? n - 1 - i : i), 1);
}

/* Shares a ring's steps out between the two sides of a line that ends at steps @from and @to.
 * Returns: (transfer full) (element-type double[2]): the outline of the left part */
static GArray *
share_ring (GgovGeoDraft      *self,
            const GgovGeoRing *ring,
            guint              from,
            guint              to,
            const double      *coords,
            guint              n_points,
            const gint64       grid_ids[2])
{
  GArray *outline = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  guint n = ring->steps->len;

  g_array_append_vals (outline, coords, n_points);

  for (guint i = from; i % n != to; i++)
    set_side (self, &g_array_index (ring->steps, GgovGeoStep, i % n), grid_ids[1]);

  for (guint i = to; i % n != from; i++)
    {
      const GgovGeoStep *step = &g_array_index (ring->steps, GgovGeoStep, i % n);

      set_side (self, step, grid_ids[0]);
      append_step (outline, step);
    }

  return outline;
}

/* A ring that the line does not touch is around a hole of the community. */
static void
share_hole (GgovGeoDraft      *self,
            const GgovGeoRing *ring,
            GArray            *outline,
            const gint64       grid_ids[2])
{
  gboolean is_left = _ggov_geo_ring_is_crossed ((const double *) (gpointer) outline->data,
                                                outline->len, ring->coords[0], ring->coords[1]);

  for (guint i = 0; i < ring->steps->len; i++)
    set_side (self, &g_array_index (ring->steps, GgovGeoStep, i), grid_ids[is_left ? 0 : 1]);
}

gboolean
_ggov_geo_draft_cut (GgovGeoDraft  *self,
                     gint64         grid_id,
                     const double  *coords,
                     guint          n_points,
                     gint64         left_grid_id,
                     gint64         right_grid_id,
                     GError       **error)
{
  const gint64 grid_ids[] = { left_grid_id, right_grid_id };
  const double *last = coords + 2 * (n_points - 1);
  g_autoptr(GgovGeoSubdivision) now = _ggov_geo_draft_finish (self, error);
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GArray) outline = NULL;
  const GgovGeoRing *shared = NULL;

  if (now == NULL || !(rings = _ggov_geo_subdivision_chain (now, &grid_id, 1, NULL, error)))
    return FALSE;

  for (guint i = 0; i < rings->len && outline == NULL; i++)
    {
      guint from, to;

      shared = g_ptr_array_index (rings, i);
      from = find_step (shared, coords);
      to = find_step (shared, last);

      if (from != G_MAXUINT && to != G_MAXUINT && from != to)
        outline = share_ring (self, shared, from, to, coords, n_points, grid_ids);
    }

  if (outline == NULL)
    return _ggov_geo_refuse (GGOV_GEO_REASON_OFF_BORDER, grid_id, 0, last, error);

  for (guint i = 0; i < rings->len; i++)
    if (g_ptr_array_index (rings, i) != shared)
      share_hole (self, g_ptr_array_index (rings, i), outline, grid_ids);

  _ggov_geo_draft_add (self, 0, left_grid_id, right_grid_id, coords, n_points);

  return TRUE;
}

GgovGeoSubdivision *
_ggov_geo_draft_finish (GgovGeoDraft  *self,
                        GError       **error)
{
  g_autoptr(GgovGeoSubdivision) subdivision = ggov_geo_subdivision_new ();

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const GgovGeoDraftArc *arc = g_ptr_array_index (self->arcs, i);

      if (!ggov_geo_subdivision_add_arc (subdivision, arc->id, arc->left_grid_id,
                                         arc->right_grid_id, _ggov_geo_draft_arc_get (arc, 0),
                                         arc->points->len, error))
        return NULL;
    }

  return g_steal_pointer (&subdivision);
}
