/* ggov-geo-repaint.c: the borders between some grids traced anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-draft-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-repaint-private.h"
#include "ggov-geo-subdivision-private.h"

#define MAX_WIDER 1000 /* buildings that may be traced again to find that it cannot be: a second */

/* Along the outline of the grids, the grid on the left: what comes after a point. */
typedef struct
{
  const double *next;
  gint64 grid_id;
} Stretch;

typedef struct
{
  const GgovGeoRepaint *wanted;
  GgovGeoSubdivision *inside; /* the grids alone, as traced anew */
  GHashTable *outline;        /* (element-type double[2] GArray of Stretch): keys of inside */
  GgovGeoDraft *draft;
  GArray *old_ends;           /* (element-type double[2]): where old borders among them ended */
} Repaint;

static void
repaint_clear (Repaint *self)
{
  g_clear_pointer (&self->outline, g_hash_table_unref);
  g_clear_object (&self->inside);
  g_clear_pointer (&self->draft, _ggov_geo_draft_free);
  g_clear_pointer (&self->old_ends, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Repaint, repaint_clear)

static gboolean
is_concerned (const Repaint *self,
              gint64         grid_id)
{
  for (guint i = 0; i < self->wanted->n_grids; i++)
    if (self->wanted->grids[i] == grid_id)
      return TRUE;

  return FALSE;
}

gint64
_ggov_geo_building_find_ground (GgovGeoSubdivision    *subdivision,
                                const GgovGeoBuilding *building)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) shape = NULL;
  g_autoptr(GEOSGeometry) point = NULL;
  double lon, lat;

  if (building->grid_id != 0)
    return building->grid_id;

  if (!(shape = _ggov_geo_geom_from_wkb (building->footprint, NULL)) ||
      !(point = GEOSPointOnSurface_r (geos, shape)) ||
      GEOSGeomGetX_r (geos, point, &lon) != 1 || GEOSGeomGetY_r (geos, point, &lat) != 1)
    return 0;

  return ggov_geo_subdivision_find_grid (subdivision, lon, lat);
}

/* Returns: (transfer full): the buildings of the grids, and those without one */
static GArray *
list_buildings (const Repaint *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));

  for (guint i = 0; i < self->wanted->n_buildings; i++)
    {
      gint64 grid_id = self->wanted->buildings[i].grid_id;

      if (grid_id == 0 || is_concerned (self, grid_id))
        g_array_append_vals (list, &self->wanted->buildings[i], 1);
    }

  return list;
}

static GBytes *
dup_region (const Repaint  *self,
            GError        **error)
{
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GEOSGeometry) region = NULL;

  if (!(rings = _ggov_geo_subdivision_chain (self->wanted->before, self->wanted->grids,
                                             self->wanted->n_grids, NULL, error)) ||
      !(region = _ggov_geo_rings_to_geom (rings, error)))
    return NULL;

  return _ggov_geo_geom_to_wkb (region, error);
}

static void
index_outline (Repaint *self)
{
  self->outline = g_hash_table_new_full (_ggov_geo_place_hash, _ggov_geo_place_equal,
                                         NULL, (GDestroyNotify) g_array_unref);

  /* The tracer leaves the outside on the right hand. */
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->inside); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->inside, i);

      for (guint j = 0; arc->right_grid_id == 0 && j + 1 < arc->n_points; j++)
        {
          Stretch stretch = { arc->coords + 2 * (j + 1), arc->left_grid_id };
          GArray *stretches = g_hash_table_lookup (self->outline, arc->coords + 2 * j);

          if (stretches == NULL)
            {
              stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
              g_hash_table_insert (self->outline, (gpointer) (arc->coords + 2 * j), stretches);
            }

          g_array_append_val (stretches, stretch);
        }
    }
}

/* The stretch from a place towards the next point of the arc. Where the outline touches itself
 * there are two; an arc only ever begins there. */
static const Stretch *
find_stretch (const Repaint *self,
              const double  *place,
              const double  *next)
{
  GArray *stretches = g_hash_table_lookup (self->outline, place);
  const Stretch *best = NULL;
  double best_match = -INFINITY;

  for (guint i = 0; stretches != NULL && i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      double dx = stretch->next[0] - place[0], dy = stretch->next[1] - place[1];
      double match = (dx * (next[0] - place[0]) + dy * (next[1] - place[1])) / hypot (dx, dy);

      if (best == NULL || match > best_match)
        {
          best = stretch;
          best_match = match;
        }
    }

  return best;
}

static void
note_ends (Repaint          *self,
           const GgovGeoArc *arc)
{
  g_array_append_vals (self->old_ends, arc->coords, 1);
  g_array_append_vals (self->old_ends, arc->coords + 2 * (arc->n_points - 1), 1);
}

/* Follows the traced outline along an arc of it; a new draft begins where the grid changes. */
static gboolean
redraw_outer (Repaint           *self,
              const GgovGeoArc  *arc,
              GError           **error)
{
  gboolean is_left = is_concerned (self, arc->left_grid_id);
  gint64 beyond = is_left ? arc->right_grid_id : arc->left_grid_id;
  const double *last = arc->coords + 2 * (arc->n_points - 1);
  const double *place = is_left ? arc->coords : last;
  const double *end = is_left ? last : arc->coords;
  const double *next = is_left ? arc->coords + 2 : last - 2;
  guint first = self->draft->arcs->len;
  GgovGeoDraftArc *traced = NULL;

  for (guint n = 0; n == 0 || !_ggov_geo_place_equal (place, end); n++)
    {
      const Stretch *stretch = find_stretch (self, place, next);

      if (stretch == NULL || n > g_hash_table_size (self->outline))
        {
          g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_ENGINE,
                       "Arc %" G_GINT64_FORMAT " was lost in tracing", arc->id);
          return FALSE;
        }

      if (traced == NULL || traced->left_grid_id != stretch->grid_id)
        traced = _ggov_geo_draft_add (self->draft, 0, stretch->grid_id, beyond, place, 1);

      g_array_append_vals (traced->points, stretch->next, 1);
      place = stretch->next;
    }

  /* One grid all along: the arc as it was, with the grid that is there now. */
  if (self->draft->arcs->len == first + 1 && traced->points->len == arc->n_points)
    {
      gint64 grid_id = traced->left_grid_id;

      g_ptr_array_set_size (self->draft->arcs, first);
      _ggov_geo_draft_add (self->draft, arc->id, is_left ? grid_id : beyond,
                           is_left ? beyond : grid_id, arc->coords, arc->n_points);
    }

  return TRUE;
}

static gboolean
redraw (Repaint  *self,
        GError  **error)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->wanted->before); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->wanted->before, i);
      gboolean left = is_concerned (self, arc->left_grid_id);
      gboolean right = is_concerned (self, arc->right_grid_id);

      if (left && right)
        note_ends (self, arc);
      else if (!left && !right)
        _ggov_geo_draft_add (self->draft, arc->id, arc->left_grid_id, arc->right_grid_id,
                             arc->coords, arc->n_points);
      else if (!redraw_outer (self, arc, error))
        return FALSE;
    }

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->inside); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->inside, i);

      if (arc->right_grid_id != 0)
        _ggov_geo_draft_add (self->draft, 0, arc->left_grid_id, arc->right_grid_id,
                             arc->coords, arc->n_points);
    }

  return TRUE;
}

static GgovGeoSubdivision *
finish (Repaint  *self,
        GError  **error)
{
  g_autoptr(GgovGeoSubdivision) after = NULL;

  for (guint i = 0; i < self->old_ends->len; i++)
    _ggov_geo_draft_mend (self->draft, (const double *) (gpointer) self->old_ends->data + 2 * i);

  if (!(after = _ggov_geo_draft_finish (self->draft, error)))
    return NULL;

  for (guint i = 0; i < self->wanted->n_grids; i++)
    if (!_ggov_geo_border_check_grid (after, self->wanted->grids[i], NULL, NULL, error))
      return NULL;

  return g_steal_pointer (&after);
}

static gboolean
trace_inside (Repaint  *self,
              gint64   *offender,
              GError  **error)
{
  GBytes *streets_wkb = self->wanted->streets_wkb;
  g_autoptr(GArray) own = list_buildings (self);
  const GgovGeoBuilding *buildings = (const GgovGeoBuilding *) (gpointer) own->data;
  g_autoptr(GBytes) region = dup_region (self, error);
  g_autoptr(GError) local_error = NULL;

  if (region == NULL)
    return FALSE;

  self->inside = _ggov_geo_border_trace (region, buildings, own->len, streets_wkb,
                                         offender, &local_error);

  /* A park or a strip between carriageways that joined a grid may go to the other one when only
   * these are looked at. Without streets there is none: the border runs halfway between
   * buildings everywhere. */
  if (self->inside == NULL && streets_wkb != NULL &&
      (self->inside = _ggov_geo_border_trace (region, buildings, own->len, NULL, NULL, NULL)))
    g_clear_error (&local_error);

  if (self->inside == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return self->inside != NULL;
}

static GgovGeoSubdivision *
try (const GgovGeoRepaint  *repaint,
     gint64                *offender,
     GError               **error)
{
  g_auto(Repaint) self = { repaint };

  self.draft = _ggov_geo_draft_new (repaint->before, FALSE);
  self.old_ends = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  if (!trace_inside (&self, offender, error))
    return NULL;

  index_outline (&self);

  return redraw (&self, error) ? finish (&self, error) : NULL;
}

static guint
count (GArray *ids,
       gint64  id)
{
  guint n = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    n += g_array_index (ids, gint64, i) == id;

  return n;
}

/* Adds the unlocked neighbours of at least @n_shared of the grids. Returns: whether there are
 * any */
static gboolean
widen (const GgovGeoRepaint *repaint,
       GArray               *grids,
       guint                 n_shared)
{
  g_autoptr(GArray) around = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_before = grids->len;

  for (guint i = 0; i < repaint->n_grids; i++)
    {
      g_autoptr(GArray) neighbours = NULL;

      neighbours = ggov_geo_subdivision_list_neighbours (repaint->before, repaint->grids[i]);
      g_array_append_vals (around, neighbours->data, neighbours->len);
    }

  for (guint i = 0; i < around->len; i++)
    {
      gint64 grid_id = g_array_index (around, gint64, i);

      if (count (around, grid_id) >= n_shared && count (grids, grid_id) == 0 &&
          count (repaint->locked, grid_id) == 0)
        g_array_append_val (grids, grid_id);
    }

  return grids->len > n_before;
}

static guint
count_buildings (const GgovGeoRepaint *repaint)
{
  Repaint self = { repaint };
  guint n = 0;

  for (guint i = 0; i < repaint->n_buildings; i++)
    n += is_concerned (&self, repaint->buildings[i].grid_id);

  return n;
}

static gboolean
is_in_pieces (const GError *error)
{
  return error->domain == GGOV_GEO_ERROR &&
         ggov_geo_error_get_refusal (error)->reason == GGOV_GEO_REASON_PIECES;
}

/* Whether each grid concerned is reached from the first by way of the others. */
static gboolean
check_together (const GgovGeoRepaint  *repaint,
                GError               **error)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) reached = g_array_new (FALSE, FALSE, sizeof (gint64));
  double bounds[4];

  /* A grid that is new lies in the ground of the others. */
  for (guint i = 0; i < repaint->n_grids; i++)
    if (ggov_geo_subdivision_get_bounds (repaint->before, repaint->grids[i], bounds))
      g_array_append_val (all, repaint->grids[i]);

  if (all->len > 0)
    g_array_append_vals (reached, all->data, 1);

  for (guint i = 0; i < reached->len; i++)
    {
      g_autoptr(GArray) neighbours = NULL;

      neighbours = ggov_geo_subdivision_list_neighbours (repaint->before,
                                                         g_array_index (reached, gint64, i));

      for (guint j = 0; j < neighbours->len; j++)
        {
          gint64 grid_id = g_array_index (neighbours, gint64, j);

          if (count (all, grid_id) > 0 && count (reached, grid_id) == 0)
            g_array_append_val (reached, grid_id);
        }
    }

  for (guint i = 0; i < all->len; i++)
    if (count (reached, g_array_index (all, gint64, i)) == 0)
      return _ggov_geo_refuse (GGOV_GEO_REASON_NOT_NEIGHBOUR, g_array_index (all, gint64, i), 0,
                               NULL, error);

  return TRUE;
}

GgovGeoSubdivision *
_ggov_geo_repaint (const GgovGeoRepaint  *repaint,
                   gint64                *offender,
                   GError               **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GArray) grids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GgovGeoRepaint wider = *repaint;
  GgovGeoSubdivision *after;

  if (!check_together (repaint, error))
    return NULL;

  after = try (repaint, offender, &local_error);
  g_array_append_vals (grids, repaint->grids, repaint->n_grids);

  /* A border with a third grid was straightened: what it left between that border and a building
   * may be too narrow for grids to hang together by, though it was not before. */
  for (guint n_shared = 2; after == NULL && is_in_pieces (local_error) && n_shared > 0; n_shared--)
    if (widen (repaint, grids, n_shared))
      {
        wider.grids = (const gint64 *) (gpointer) grids->data;
        wider.n_grids = grids->len;

        if (count_buildings (&wider) <= MAX_WIDER)
          after = try (&wider, NULL, NULL);
      }

  if (after == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return after;
}
