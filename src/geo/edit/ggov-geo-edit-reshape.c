/* ggov-geo-edit-reshape.c: a grid's border drawn anew by a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-edit-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-ring-private.h"
#include "ggov-geo-subdivision-private.h"

typedef struct
{
  gint64 grid_id;      /* whose border is drawn */
  gint64 part_id;      /* of what is cut off, for a moment */
  GgovGeoDraft *draft;
  GArray *locked;      /* (nullable) (element-type gint64) */
} Reshaping;

/* What a part of a grid borders on. */
typedef struct
{
  double area;         /* square degrees */
  gint64 neighbour_id; /* the unlocked one with the longest border; 0 where there is none */
  gboolean has_one;    /* whether it borders on that only, and not on the outside */
} Part;

static const double *
get_coords (const GgovGeoLinePiece *piece)
{
  return (const double *) (gpointer) piece->points->data;
}

static const double *
get_last (const GgovGeoLinePiece *piece)
{
  return get_coords (piece) + 2 * (piece->points->len - 1);
}

static gint64
find_grid (const Reshaping        *self,
           const GgovGeoLinePiece *piece)
{
  g_autoptr(GgovGeoSubdivision) now = _ggov_geo_draft_finish (self->draft, NULL);
  double middle[2];

  _ggov_geo_line_piece_find_middle (piece, middle);

  return now != NULL ? ggov_geo_subdivision_find_grid (now, middle[0], middle[1]) : 0;
}

static gboolean
make_nodes (const Reshaping         *self,
            const GgovGeoLinePiece  *piece,
            GError                 **error)
{
  if (_ggov_geo_draft_make_node (self->draft, get_coords (piece)) &&
      _ggov_geo_draft_make_node (self->draft, get_last (piece)))
    return TRUE;

  return _ggov_geo_refuse (GGOV_GEO_REASON_OFF_BORDER, self->grid_id, 0, get_last (piece), error);
}

static double
measure_arc (const GgovGeoArc *arc)
{
  double length = 0;

  for (const double *a = arc->coords; a < arc->coords + 2 * (arc->n_points - 1); a += 2)
    length += hypot (a[2] - a[0], a[3] - a[1]);

  return length;
}

static void
note_neighbour (const Reshaping *self,
                GHashTable      *lengths,
                Part            *part,
                gint64           neighbour_id,
                double           length)
{
  double *sum = g_hash_table_lookup (lengths, &neighbour_id);
  double *best;

  if (sum == NULL)
    {
      sum = g_new0 (double, 1);
      g_hash_table_insert (lengths, g_memdup2 (&neighbour_id, sizeof neighbour_id), sum);
    }

  *sum += length;
  best = g_hash_table_lookup (lengths, &part->neighbour_id);

  if (neighbour_id != 0 && !_ggov_geo_ids_contain (self->locked, neighbour_id) &&
      (part->neighbour_id == 0 || best == NULL || *sum > *best))
    part->neighbour_id = neighbour_id;
}

static gboolean
look_at_part (const Reshaping  *self,
              gint64            part_id,
              gint64            other_id,
              Part             *part,
              GError          **error)
{
  g_autoptr(GgovGeoSubdivision) now = _ggov_geo_draft_finish (self->draft, error);
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GHashTable) lengths = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                                         g_free, g_free);

  if (now == NULL || !(rings = _ggov_geo_subdivision_chain (now, &part_id, 1, NULL, error)))
    return FALSE;

  for (guint i = 0; i < rings->len; i++)
    {
      const GgovGeoRing *ring = g_ptr_array_index (rings, i);

      part->area += ring->area;

      for (guint j = 0; j < ring->steps->len; j++)
        {
          const GgovGeoStep *step = &g_array_index (ring->steps, GgovGeoStep, j);
          gint64 beyond = step->is_backward ? step->arc->left_grid_id : step->arc->right_grid_id;

          if (beyond != other_id)
            note_neighbour (self, lengths, part, beyond, measure_arc (step->arc));
        }
    }

  part->has_one = g_hash_table_size (lengths) == 1 && part->neighbour_id != 0;

  return TRUE;
}

/* The line is inside the grid: a part goes to a neighbour. */
static gboolean
cut_off (const Reshaping         *self,
         const GgovGeoLinePiece  *piece,
         GError                 **error)
{
  Part kept = { 0 }, part = { 0 };
  gboolean is_other;

  if (!make_nodes (self, piece, error) ||
      !_ggov_geo_draft_cut (self->draft, self->grid_id, get_coords (piece), piece->points->len,
                            self->grid_id, self->part_id, error) ||
      !look_at_part (self, self->grid_id, self->part_id, &kept, error) ||
      !look_at_part (self, self->part_id, self->grid_id, &part, error))
    return FALSE;

  is_other = kept.has_one != part.has_one ? kept.has_one : kept.area < part.area;

  if ((is_other ? kept : part).neighbour_id == 0)
    return _ggov_geo_refuse (GGOV_GEO_REASON_NOT_NEIGHBOUR, self->grid_id, 0, get_coords (piece),
                             error);

  if (is_other)
    {
      _ggov_geo_draft_relabel (self->draft, self->grid_id, kept.neighbour_id);
      _ggov_geo_draft_relabel (self->draft, self->part_id, self->grid_id);
    }
  else
    _ggov_geo_draft_relabel (self->draft, self->part_id, part.neighbour_id);

  return TRUE;
}

static void
append_steps (GArray            *loop,
              const GgovGeoRing *ring,
              guint              from,
              guint              to)
{
  guint n_steps = ring->steps->len;

  for (guint i = from; i % n_steps != to; i++)
    {
      const GgovGeoStep *step = &g_array_index (ring->steps, GgovGeoStep, i % n_steps);
      guint n = step->arc->n_points;

      for (guint j = 1; j < n; j++)
        g_array_append_vals (loop, step->arc->coords + 2 * (step->is_backward ? n - 1 - j : j), 1);
    }
}

static guint
find_step (const GgovGeoRing *ring,
           const double      *place)
{
  for (guint i = 0; i < ring->steps->len; i++)
    {
      const GgovGeoStep *step = &g_array_index (ring->steps, GgovGeoStep, i);

      if (_ggov_geo_place_equal (step->arc->coords +
                                 (step->is_backward ? 2 * (step->arc->n_points - 1) : 0), place))
        return i;
    }

  return G_MAXUINT;
}

/* On which hand the ground between a run of pieces and the grid is: the run and the grid's border
 * back to its start go clockwise around it, unless they go around the grid. */
static gboolean
find_side (const Reshaping         *self,
           const GgovGeoLinePiece  *pieces,
           guint                    n_pieces,
           gboolean                *is_left,
           GError                 **error)
{
  const double *first = get_coords (pieces), *last = get_last (pieces + n_pieces - 1);
  g_autoptr(GArray) loop = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_autoptr(GgovGeoSubdivision) now = _ggov_geo_draft_finish (self->draft, error);
  g_autoptr(GPtrArray) rings = NULL;

  if (now == NULL || !(rings = _ggov_geo_subdivision_chain (now, &self->grid_id, 1, NULL, error)))
    return FALSE;

  for (guint i = 0; i < n_pieces; i++)
    g_array_append_vals (loop, get_coords (pieces + i), pieces[i].points->len);

  for (guint i = 0; i < rings->len; i++)
    {
      const GgovGeoRing *ring = g_ptr_array_index (rings, i);
      guint from = find_step (ring, last), to = find_step (ring, first);

      if (from == G_MAXUINT || to == G_MAXUINT || from == to)
        continue;

      append_steps (loop, ring, from, to);
      *is_left = _ggov_geo_ring_sum_area ((const double *) (gpointer) loop->data, loop->len) > 0;
      return TRUE;
    }

  return _ggov_geo_refuse (GGOV_GEO_REASON_OFF_BORDER, self->grid_id, 0, last, error);
}

/* The line is outside the grid: what is between the two goes to it. */
static gboolean
add_ground (const Reshaping         *self,
            const GgovGeoLinePiece  *pieces,
            guint                    n_pieces,
            GError                 **error)
{
  gboolean is_left = FALSE;

  if (!make_nodes (self, pieces, error) || !make_nodes (self, pieces + n_pieces - 1, error) ||
      !find_side (self, pieces, n_pieces, &is_left, error))
    return FALSE;

  for (guint i = 0; i < n_pieces; i++)
    {
      gint64 other_id = find_grid (self, pieces + i);

      if (other_id == 0)
        return _ggov_geo_refuse (GGOV_GEO_REASON_LEAVES_COMMUNITY, self->grid_id, 0,
                                 get_coords (pieces + i), error);

      if (!make_nodes (self, pieces + i, error) ||
          !_ggov_geo_draft_cut (self->draft, other_id, get_coords (pieces + i),
                                pieces[i].points->len, is_left ? self->part_id : other_id,
                                is_left ? other_id : self->part_id, error))
        return FALSE;

      _ggov_geo_draft_relabel (self->draft, self->part_id, self->grid_id);
    }

  return TRUE;
}

/* Where the run of pieces outside comes back to the grid. Returns: how many pieces it has,
 * 0 where it does not */
static guint
count_run (const Reshaping        *self,
           const GgovGeoLinePiece *pieces,
           guint                   n_pieces)
{
  if (!_ggov_geo_draft_is_on_grid (self->draft, self->grid_id, get_coords (pieces)))
    return 0;

  for (guint i = 0; i < n_pieces; i++)
    {
      if (_ggov_geo_draft_is_on_grid (self->draft, self->grid_id, get_last (pieces + i)))
        return i + 1;

      if (i + 1 < n_pieces && find_grid (self, pieces + i + 1) == self->grid_id)
        return 0;
    }

  return 0;
}

static gboolean
apply (const Reshaping  *self,
       GArray           *pieces,
       GError          **error)
{
  const GgovGeoLinePiece *all = (const GgovGeoLinePiece *) (gpointer) pieces->data;
  guint n_changes = 0;

  for (guint i = 0; i < pieces->len; )
    {
      gboolean is_inside = find_grid (self, all + i) == self->grid_id;
      guint n = is_inside ? 1 : count_run (self, all + i, pieces->len - i);

      if (n > 0 && !(is_inside ? cut_off (self, all + i, error)
                               : add_ground (self, all + i, n, error)))
        return FALSE;

      n_changes += n > 0;
      i += MAX (n, 1);
    }

  return n_changes > 0 ||
         _ggov_geo_refuse (GGOV_GEO_REASON_OFF_BORDER, self->grid_id, 0, get_coords (all), error);
}

GgovGeoLayout *
ggov_geo_edit_reshape (GgovGeoLayout  *layout,
                       gint64          grid_id,
                       const double   *coords,
                       guint           n_points,
                       double          tolerance_m,
                       GArray         *locked,
                       GError        **error)
{
  g_autoptr(GArray) pieces = NULL;
  g_autoptr(GArray) grids = NULL;
  g_autoptr(GgovGeoDraft) draft = NULL;
  Reshaping reshaping = { grid_id, 1, NULL, locked };

  g_return_val_if_fail (layout != NULL && coords != NULL && n_points >= 2, NULL);
  g_return_val_if_fail (grid_id > 0, NULL);

  if (_ggov_geo_ids_contain (locked, grid_id))
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_LOCKED, grid_id, 0, coords, error);
      return NULL;
    }

  if (!(pieces = _ggov_geo_edit_cut_line (layout, grid_id, coords, n_points, tolerance_m, error)))
    return NULL;

  grids = ggov_geo_subdivision_list_grids (ggov_geo_layout_get_subdivision (layout));
  reshaping.part_id += g_array_index (grids, gint64, grids->len - 1);
  draft = _ggov_geo_draft_new (ggov_geo_layout_get_subdivision (layout), TRUE);
  reshaping.draft = draft;

  return apply (&reshaping, pieces, error) ? _ggov_geo_edit_commit (layout, draft, locked, error)
                                           : NULL;
}
