/* ggov-geo-edit-paint.c: buildings painted into another grid, and swapped between two
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-edit-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-repaint-private.h"
#include "ggov-geo-wkb.h"

typedef struct
{
  guint building;
  gint64 from;
} Departure;

typedef struct
{
  GgovGeoLayout *layout;
  GArray *locked;            /* (nullable) (element-type gint64) */
  GgovGeoBuilding *wanted;   /* all buildings with the grids they are to have */
  guint n_buildings;
  GArray *grids;             /* (element-type gint64): those that lose or gain ground */
  GArray *departures;        /* (element-type Departure): buildings that change ground */
  gint64 first_id;           /* the first building that changes ground, or 0 */
  gboolean has_changed;      /* whether any building gets another grid */
} Painting;

static void
painting_clear (Painting *self)
{
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->grids, g_array_unref);
  g_clear_pointer (&self->departures, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Painting, painting_clear)

static void
painting_init (Painting      *self,
               GgovGeoLayout *layout,
               GArray        *locked)
{
  const GgovGeoBuilding *buildings = ggov_geo_layout_get_buildings (layout, &self->n_buildings);

  self->layout = layout;
  self->locked = locked;
  self->wanted = g_memdup2 (buildings, self->n_buildings * sizeof *buildings);
  self->grids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->departures = g_array_new (FALSE, FALSE, sizeof (Departure));
}

static gboolean
check_lock (const Painting  *self,
            gint64           grid_id,
            GError         **error)
{
  return !_ggov_geo_ids_contain (self->locked, grid_id) ||
         _ggov_geo_refuse (GGOV_GEO_REASON_LOCKED, grid_id, 0, NULL, error);
}

static gboolean
note_grid (Painting  *self,
           gint64     grid_id,
           GError   **error)
{
  if (!check_lock (self, grid_id, error))
    return FALSE;

  if (!_ggov_geo_ids_contain (self->grids, grid_id))
    g_array_append_val (self->grids, grid_id);

  return TRUE;
}

static gint64
find_ground (const Painting *self,
             guint           building)
{
  return _ggov_geo_building_find_ground (ggov_geo_layout_get_subdivision (self->layout),
                                         &self->wanted[building]);
}

/* Whether a building is on a grid's ground with all its corners, whatever grid it is said to be of. */
static gboolean
stands_in (const Painting *self,
           guint           building,
           gint64          grid_id)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (self->layout);
  GgovGeoBuilding stray = self->wanted[building];
  GgovGeoBounds bounds;
  GgovGeoWkb wkb;

  stray.grid_id = 0;
  if (_ggov_geo_building_find_ground (subdivision, &stray) != grid_id ||
      !ggov_geo_wkb_init_bytes (&wkb, stray.footprint, NULL))
    return FALSE;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);

  return ggov_geo_subdivision_find_grid (subdivision, bounds.min_lon, bounds.min_lat) == grid_id &&
         ggov_geo_subdivision_find_grid (subdivision, bounds.min_lon, bounds.max_lat) == grid_id &&
         ggov_geo_subdivision_find_grid (subdivision, bounds.max_lon, bounds.min_lat) == grid_id &&
         ggov_geo_subdivision_find_grid (subdivision, bounds.max_lon, bounds.max_lat) == grid_id;
}

static gboolean
assign (Painting  *self,
        gint64     building_id,
        gint64     grid_id,
        GError   **error)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (self->layout);
  Departure departure;
  gint64 old_grid_id;
  guint i;

  if (!ggov_geo_site_find_building (site, building_id, &i) ||
      (old_grid_id = find_ground (self, i)) == 0)
    return _ggov_geo_refuse (GGOV_GEO_REASON_OUTSIDE, 0, building_id, NULL, error);

  if (self->wanted[i].grid_id == grid_id)
    return TRUE;

  self->has_changed = TRUE;
  self->wanted[i].grid_id = grid_id;

  if (old_grid_id == grid_id)
    return TRUE;

  /* It is in the wrong list, and no border has to move. */
  if (stands_in (self, i, grid_id))
    return check_lock (self, old_grid_id, error) && check_lock (self, grid_id, error);

  departure = (Departure) { i, old_grid_id };
  g_array_append_val (self->departures, departure);

  if (self->first_id == 0)
    self->first_id = building_id;

  return note_grid (self, old_grid_id, error) && note_grid (self, grid_id, error);
}

/* Each grid that had a building keeps one. */
static gboolean
check_emptiness (const Painting  *self,
                 GError         **error)
{
  for (guint i = 0; i < self->grids->len; i++)
    {
      gint64 grid_id = g_array_index (self->grids, gint64, i);
      gboolean is_empty = TRUE;

      for (guint j = 0; j < self->n_buildings && is_empty; j++)
        is_empty = self->wanted[j].grid_id != grid_id;

      if (is_empty)
        return _ggov_geo_refuse (GGOV_GEO_REASON_EMPTY, grid_id, 0, NULL, error);
    }

  return TRUE;
}

/* (transfer full): the buildings that leave a grid. All of them go to the same. */
static GArray *
list_departures (const Painting *self,
                 gint64          from)
{
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->departures->len; i++)
    if (g_array_index (self->departures, Departure, i).from == from)
      g_array_append_val (moved, g_array_index (self->departures, Departure, i).building);

  return moved;
}

/* Gives the ground of the buildings away, one grid after the other, where a line round them will
 * do. Returns: (transfer full) (nullable): NULL where it will not */
static GgovGeoSubdivision *
carve (const Painting *self)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (self->layout);
  g_autoptr(GgovGeoSubdivision) now = NULL;

  now = g_object_ref (ggov_geo_layout_get_subdivision (self->layout));

  for (guint i = 0; i < self->grids->len; i++)
    {
      gint64 from = g_array_index (self->grids, gint64, i);
      g_autoptr(GArray) moved = list_departures (self, from);
      GgovGeoSubdivision *after;
      gint64 to;

      if (moved->len == 0)
        continue;

      to = self->wanted[g_array_index (moved, guint, 0)].grid_id;

      if (!(after = _ggov_geo_edit_carve (site, now, self->wanted, moved, from, to)))
        return NULL;

      g_object_unref (now);
      now = after;
    }

  return g_steal_pointer (&now);
}

static GgovGeoSubdivision *
trace (const Painting  *self,
       gint64           new_grid_id,
       GError         **error)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (self->layout);
  GgovGeoRepaint repaint = { ggov_geo_layout_get_subdivision (self->layout), self->wanted,
                             self->n_buildings, ggov_geo_site_get_streets (site),
                             (const gint64 *) (gpointer) self->grids->data, self->grids->len,
                             self->locked };
  g_autoptr(GError) local_error = NULL;
  GgovGeoSubdivision *after;
  gint64 offender = 0;
  guint building = 0;

  if ((after = carve (self)) ||
      (after = _ggov_geo_repaint (&repaint, &offender, &local_error)))
    return after;

  /* Of whom the refusal speaks: what is in pieces with the buildings in it was whole without. */
  if (offender == new_grid_id && offender != 0 &&
      ggov_geo_error_get_refusal (local_error)->reason == GGOV_GEO_REASON_PIECES)
    {
      ggov_geo_site_find_building (site, self->first_id, &building);
      _ggov_geo_refuse (GGOV_GEO_REASON_NOT_BESIDE, new_grid_id, self->first_id,
                        _ggov_geo_site_get_middle (site, building), error);
    }
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static GgovGeoLayout *
finish (const Painting  *self,
        gint64           new_grid_id,
        GError         **error)
{
  g_autoptr(GgovGeoSubdivision) after = NULL;

  if (!self->has_changed)
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_NO_CHANGE, new_grid_id, 0, NULL, error);
      return NULL;
    }

  /* Buildings without a grid may have been assigned to the one they stand in. */
  if (self->grids->len == 0)
    return _ggov_geo_layout_new_state (ggov_geo_layout_get_site (self->layout),
                                       ggov_geo_layout_get_subdivision (self->layout),
                                       self->wanted);

  if (!check_emptiness (self, error) || !(after = trace (self, new_grid_id, error)))
    return NULL;

  return _ggov_geo_edit_commit_as (self->layout, after, self->wanted, self->locked, error);
}

GgovGeoLayout *
ggov_geo_edit_paint (GgovGeoLayout  *layout,
                     GArray         *building_ids,
                     gint64          grid_id,
                     GArray         *locked,
                     GError        **error)
{
  g_auto(Painting) painting = { 0 };

  g_return_val_if_fail (layout != NULL && building_ids != NULL, NULL);
  g_return_val_if_fail (grid_id > 0, NULL);

  painting_init (&painting, layout, locked);

  for (guint i = 0; i < building_ids->len; i++)
    if (!assign (&painting, g_array_index (building_ids, gint64, i), grid_id, error))
      return NULL;

  return finish (&painting, grid_id, error);
}

/* The grid that all of the buildings are in. */
static gint64
find_common_ground (const Painting  *self,
                    GArray          *building_ids,
                    GError         **error)
{
  gint64 common = 0;

  for (guint i = 0; i < building_ids->len; i++)
    {
      gint64 building_id = g_array_index (building_ids, gint64, i);
      gint64 grid_id;
      guint building;

      if (!ggov_geo_site_find_building (ggov_geo_layout_get_site (self->layout), building_id,
                                        &building) ||
          (grid_id = find_ground (self, building)) == 0 || (common != 0 && grid_id != common))
        {
          _ggov_geo_refuse (GGOV_GEO_REASON_OUTSIDE, common, building_id, NULL, error);
          return 0;
        }

      common = grid_id;
    }

  if (common == 0)
    _ggov_geo_refuse (GGOV_GEO_REASON_NO_CHANGE, 0, 0, NULL, error);

  return common;
}

GgovGeoLayout *
ggov_geo_edit_swap (GgovGeoLayout  *layout,
                    GArray         *first,
                    GArray         *second,
                    GArray         *locked,
                    GError        **error)
{
  g_auto(Painting) painting = { 0 };
  gint64 first_grid_id, second_grid_id;

  g_return_val_if_fail (layout != NULL && first != NULL && second != NULL, NULL);

  painting_init (&painting, layout, locked);

  if ((first_grid_id = find_common_ground (&painting, first, error)) == 0 ||
      (second_grid_id = find_common_ground (&painting, second, error)) == 0)
    return NULL;

  for (guint i = 0; i < first->len; i++)
    if (!assign (&painting, g_array_index (first, gint64, i), second_grid_id, error))
      return NULL;

  for (guint i = 0; i < second->len; i++)
    if (!assign (&painting, g_array_index (second, gint64, i), first_grid_id, error))
      return NULL;

  return finish (&painting, 0, error);
}
