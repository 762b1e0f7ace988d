/* ggov-geo-subdivision-move.c: a building repainted into the neighbouring grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-subdivision-private.h"

#define STRAIGHT 1e-11 /* degrees, a thousandth of a millimetre: a point no further off is on it */

/* An arc of the subdivision to be; an id of 0 is given out at the end. */
typedef struct
{
  gint64 id;
  gint64 left_grid_id;
  gint64 right_grid_id;
  GArray *points; /* (element-type double[2]) */
} Draft;

/* Along the outline of the two grids, the grid on the left: what comes after a point. */
typedef struct
{
  const double *next;
  gint64 grid_id;
} Stretch;

typedef struct
{
  GgovGeoSubdivision *before;
  gint64 grids[2];         /* the old one, the new one */
  GgovGeoSubdivision *inside; /* the two grids alone, as traced anew */
  GHashTable *outline;     /* (element-type double[2] GArray of Stretch): keys owned by inside */
  GPtrArray *drafts;       /* (element-type Draft) */
  GArray *old_ends;        /* (element-type double[2]): where the old border between them ended */
} Move;

static void
free_draft (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->points, g_array_unref);
  g_free (draft);
}

static void
move_clear (Move *self)
{
  g_clear_pointer (&self->outline, g_hash_table_unref);
  g_clear_object (&self->inside);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->old_ends, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

static gboolean
is_moving (const Move *self,
           gint64      grid_id)
{
  return grid_id == self->grids[0] || grid_id == self->grids[1];
}

static Draft *
add_draft (Move         *self,
           gint64        id,
           gint64        left_grid_id,
           gint64        right_grid_id,
           const double *coords,
           guint         n_points)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->id = id;
  draft->left_grid_id = left_grid_id;
  draft->right_grid_id = right_grid_id;
  draft->points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_array_append_vals (draft->points, coords, n_points);
  g_ptr_array_add (self->drafts, draft);

  return draft;
}

static gboolean
refuse (GError     **error,
        gint64       grid_id,
        const char  *what)
{
  g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
               "Grid %" G_GINT64_FORMAT " %s", grid_id, what);

  return FALSE;
}

static const GgovGeoBuilding *
find_building (const GgovGeoBuilding *buildings,
               guint                  n_buildings,
               gint64                 id)
{
  for (guint i = 0; i < n_buildings; i++)
    if (buildings[i].id == id)
      return &buildings[i];

  return NULL;
}

/* A building without a grid counts with the one it stands in. */
static gint64
find_grid (GgovGeoSubdivision    *subdivision,
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

static gboolean
check_request (const Move             *self,
               const GgovGeoBuilding  *buildings,
               guint                   n_buildings,
               gint64                  building_id,
               GError                **error)
{
  g_autoptr(GArray) neighbours = NULL;
  guint n_left = 0;

  if (self->grids[0] == 0)
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
                   "Building %" G_GINT64_FORMAT " does not stand in the community", building_id);
      return FALSE;
    }

  if (self->grids[0] == self->grids[1])
    return refuse (error, self->grids[0], "has the building already");

  for (guint i = 0; i < n_buildings; i++)
    n_left += buildings[i].grid_id == self->grids[0] && buildings[i].id != building_id;

  if (n_left == 0)
    return refuse (error, self->grids[0], "would lose its last building");

  neighbours = ggov_geo_subdivision_list_neighbours (self->before, self->grids[0]);

  for (guint i = 0; i < neighbours->len; i++)
    if (g_array_index (neighbours, gint64, i) == self->grids[1])
      return TRUE;

  return refuse (error, self->grids[1], "is not a neighbour of the building's grid");
}

/* Returns: (transfer full): the buildings of the two grids, and those without one */
static GArray *
list_buildings (const Move            *self,
                const GgovGeoBuilding *buildings,
                guint                  n_buildings,
                gint64                 building_id)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));

  for (guint i = 0; i < n_buildings; i++)
    {
      GgovGeoBuilding building = buildings[i];

      if (building.id == building_id)
        building.grid_id = self->grids[1];

      if (building.grid_id == 0 || is_moving (self, building.grid_id))
        g_array_append_val (list, building);
    }

  return list;
}

static GBytes *
dup_region (const Move  *self,
            GError     **error)
{
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GEOSGeometry) region = NULL;

  if (!(rings = _ggov_geo_subdivision_chain (self->before, self->grids, 2, NULL, error)) ||
      !(region = _ggov_geo_rings_to_geom (rings, error)))
    return NULL;

  return _ggov_geo_geom_to_wkb (region, error);
}

/* Says of whom the tracer's refusal speaks: what is in pieces with the building in it was whole
 * without it. */
static void
explain (const Move  *self,
         gint64       building_id,
         gint64       offender,
         GError     **error)
{
  if (!g_error_matches (*error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
    return;

  if (offender == self->grids[1])
    {
      g_clear_error (error);
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
                   "Building %" G_GINT64_FORMAT " does not stand next to grid %" G_GINT64_FORMAT,
                   building_id, offender);
    }
}

static void
index_outline (Move *self)
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
find_stretch (const Move   *self,
              const double *place,
              const double *next)
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
note_ends (Move             *self,
           const GgovGeoArc *arc)
{
  g_array_append_vals (self->old_ends, arc->coords, 1);
  g_array_append_vals (self->old_ends, arc->coords + 2 * (arc->n_points - 1), 1);
}

static void
append_reversed (GArray       *points,
                 const double *coords,
                 guint         n_points)
{
  for (guint i = n_points; i > 0; i--)
    g_array_append_vals (points, coords + 2 * (i - 1), 1);
}

/* Follows the traced outline along an arc of it; a new draft begins where the grid changes. */
static gboolean
redraw_outer (Move              *self,
              const GgovGeoArc  *arc,
              GError           **error)
{
  gboolean is_left = is_moving (self, arc->left_grid_id);
  gint64 beyond = is_left ? arc->right_grid_id : arc->left_grid_id;
  const double *last = arc->coords + 2 * (arc->n_points - 1);
  const double *place = is_left ? arc->coords : last;
  const double *end = is_left ? last : arc->coords;
  const double *next = is_left ? arc->coords + 2 : last - 2;
  guint first = self->drafts->len;
  Draft *draft = NULL;

  for (guint n = 0; n == 0 || !_ggov_geo_place_equal (place, end); n++)
    {
      const Stretch *stretch = find_stretch (self, place, next);

      if (stretch == NULL || n > g_hash_table_size (self->outline))
        {
          g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_ENGINE,
                       "Arc %" G_GINT64_FORMAT " was lost in tracing", arc->id);
          return FALSE;
        }

      if (draft == NULL || draft->left_grid_id != stretch->grid_id)
        draft = add_draft (self, 0, stretch->grid_id, beyond, place, 1);

      g_array_append_vals (draft->points, stretch->next, 1);
      place = stretch->next;
    }

  /* One grid all along: the arc as it was, with the grid that is there now. */
  if (self->drafts->len == first + 1 && draft->points->len == arc->n_points)
    {
      gint64 grid_id = draft->left_grid_id;

      g_ptr_array_set_size (self->drafts, first);
      add_draft (self, arc->id, is_left ? grid_id : beyond, is_left ? beyond : grid_id,
                 arc->coords, arc->n_points);
    }

  return TRUE;
}

static gboolean
redraw (Move    *self,
        GError **error)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->before); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->before, i);
      gboolean left = is_moving (self, arc->left_grid_id);
      gboolean right = is_moving (self, arc->right_grid_id);

      if (left && right)
        note_ends (self, arc);
      else if (!left && !right)
        add_draft (self, arc->id, arc->left_grid_id, arc->right_grid_id,
                   arc->coords, arc->n_points);
      else if (!redraw_outer (self, arc, error))
        return FALSE;
    }

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->inside); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->inside, i);

      if (arc->right_grid_id != 0)
        add_draft (self, 0, arc->left_grid_id, arc->right_grid_id, arc->coords, arc->n_points);
    }

  return TRUE;
}

static const double *
get_end (const Draft *draft,
         gboolean     is_last)
{
  return (const double *) draft->points->data + (is_last ? 2 * (draft->points->len - 1) : 0);
}

static void
turn (Draft *draft)
{
  GArray *points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  gint64 left_grid_id = draft->left_grid_id;

  append_reversed (points, (const double *) draft->points->data, draft->points->len);
  g_array_unref (draft->points);
  draft->points = points;
  draft->left_grid_id = draft->right_grid_id;
  draft->right_grid_id = left_grid_id;
}

/* Appends @other to @draft, which ends where it begins. */
static void
join (Draft *draft,
      Draft *other)
{
  guint joint = draft->points->len - 1;
  const double *a, *b, *c;
  double length, off;

  g_array_append_vals (draft->points, (const double *) other->points->data + 2,
                       other->points->len - 1);
  a = (const double *) draft->points->data + 2 * (joint - 1);
  b = a + 2;
  c = a + 4;
  length = hypot (c[0] - a[0], c[1] - a[1]);
  off = fabs ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));

  if (draft->points->len > 4 && off <= STRAIGHT * length)
    g_array_remove_index (draft->points, joint);

  draft->id = 0;
}

/* Joins the two arcs that are left at a place where three or more met. */
static void
mend (Move         *self,
      const double *place)
{
  Draft *met[2];
  guint n_met = 0;
  guint second = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    for (guint is_last = 0; is_last < 2; is_last++)
      {
        Draft *draft = g_ptr_array_index (self->drafts, i);

        if (!_ggov_geo_place_equal (get_end (draft, is_last), place))
          continue;

        if (n_met == 2)
          return;

        met[n_met++] = draft;
        second = i;
      }

  /* An arc that closes in itself is met twice. */
  if (n_met != 2 || met[0] == met[1])
    return;

  if (!_ggov_geo_place_equal (get_end (met[0], TRUE), place))
    turn (met[0]);

  if (!_ggov_geo_place_equal (get_end (met[1], FALSE), place))
    turn (met[1]);

  if (met[0]->left_grid_id != met[1]->left_grid_id ||
      met[0]->right_grid_id != met[1]->right_grid_id)
    return;

  join (met[0], met[1]);
  g_ptr_array_remove_index (self->drafts, second);
}

static GgovGeoSubdivision *
finish (Move    *self,
        GError **error)
{
  g_autoptr(GgovGeoSubdivision) after = ggov_geo_subdivision_new ();
  gint64 last_id = 0;

  for (guint i = 0; i < self->old_ends->len; i++)
    mend (self, (const double *) self->old_ends->data + 2 * i);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->before); i++)
    last_id = MAX (last_id, ggov_geo_subdivision_get_arc (self->before, i)->id);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = g_ptr_array_index (self->drafts, i);

      if (!ggov_geo_subdivision_add_arc (after, draft->id != 0 ? draft->id : ++last_id,
                                         draft->left_grid_id, draft->right_grid_id,
                                         (const double *) draft->points->data,
                                         draft->points->len, error))
        return NULL;
    }

  for (guint i = 0; i < 2; i++)
    if (!_ggov_geo_border_check_grid (after, self->grids[i], NULL, NULL, error))
      return NULL;

  return g_steal_pointer (&after);
}

static gboolean
trace_inside (Move                   *self,
              const GgovGeoBuilding  *buildings,
              guint                   n_buildings,
              GBytes                 *streets_wkb,
              gint64                  building_id,
              GError                **error)
{
  g_autoptr(GArray) own = list_buildings (self, buildings, n_buildings, building_id);
  g_autoptr(GBytes) region = dup_region (self, error);
  g_autoptr(GError) local_error = NULL;
  gint64 offender = 0;

  if (region == NULL)
    return FALSE;

  self->inside = _ggov_geo_border_trace (region, (const GgovGeoBuilding *) own->data, own->len,
                                         streets_wkb, &offender, &local_error);

  /* A park or a strip between carriageways that joined a grid may go to the other one when only
   * these two are looked at. Without streets there is none: the border runs halfway between
   * buildings everywhere. */
  if (self->inside == NULL && streets_wkb != NULL &&
      (self->inside = _ggov_geo_border_trace (region, (const GgovGeoBuilding *) own->data,
                                              own->len, NULL, NULL, NULL)))
    g_clear_error (&local_error);

  if (self->inside == NULL)
    {
      explain (self, building_id, offender, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return self->inside != NULL;
}

GgovGeoSubdivision *
ggov_geo_subdivision_move_building (GgovGeoSubdivision     *self,
                                    const GgovGeoBuilding  *buildings,
                                    guint                   n_buildings,
                                    GBytes                 *streets_wkb,
                                    gint64                  building_id,
                                    gint64                  new_grid_id,
                                    GError                **error)
{
  const GgovGeoBuilding *building;
  g_auto(Move) move = { self };

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), NULL);
  g_return_val_if_fail (buildings != NULL, NULL);

  building = find_building (buildings, n_buildings, building_id);
  g_return_val_if_fail (building != NULL, NULL);

  move.grids[0] = find_grid (self, building);
  move.grids[1] = new_grid_id;
  move.drafts = g_ptr_array_new_with_free_func (free_draft);
  move.old_ends = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  if (!check_request (&move, buildings, n_buildings, building_id, error) ||
      !trace_inside (&move, buildings, n_buildings, streets_wkb, building_id, error))
    return NULL;

  index_outline (&move);

  return redraw (&move, error) ? finish (&move, error) : NULL;
}
