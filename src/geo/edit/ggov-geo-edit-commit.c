/* ggov-geo-edit-commit.c: what all tools end with: the rules, and who is in which grid now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-edit-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-subdivision-private.h"

#define MAX_CUT_M2    0.1  /* as ggov_geo_subdivision_check_buildings() allows */
#define MAX_SHIFT_M2  0.01 /* what may change of ground that stays as it is, to rounding */
#define AT_PLACE      1e-8 /* degrees, a millimetre: how near GEOS says where lines cross */

/* A grid with an arc that changed. */
typedef struct
{
  gint64 id;
  GEOSGeometry *polygon;    /* metres; (nullable): NULL where the grid is gone */
  GgovGeoPrepared *prepared;
  GEOSGeometry *old_polygon; /* metres; (nullable): as it was, once asked for */
} Ground;

typedef struct
{
  GgovGeoLayout *before;
  GgovGeoSubdivision *old;
  GgovGeoSubdivision *after;
  GArray *grounds;          /* (element-type Ground) */
  GgovGeoBuilding *buildings;
} Commit;

static void
clear_ground (gpointer data)
{
  Ground *ground = data;

  g_clear_pointer (&ground->prepared, _ggov_geo_prepared_free);
  g_clear_pointer (&ground->polygon, _ggov_geo_geom_free);
  g_clear_pointer (&ground->old_polygon, _ggov_geo_geom_free);
}

static void
commit_clear (Commit *self)
{
  g_clear_pointer (&self->grounds, g_array_unref);
  g_clear_pointer (&self->buildings, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Commit, commit_clear)

static Ground *
find_ground (const Commit *self,
             gint64        grid_id)
{
  for (guint i = 0; i < self->grounds->len; i++)
    if (g_array_index (self->grounds, Ground, i).id == grid_id)
      return &g_array_index (self->grounds, Ground, i);

  return NULL;
}

static void
note_grid (Commit *self,
           gint64  grid_id)
{
  Ground ground = { grid_id };

  if (grid_id != 0 && find_ground (self, grid_id) == NULL)
    g_array_append_val (self->grounds, ground);
}

static void
note_sides (Commit             *self,
            GgovGeoSubdivision *subdivision,
            GArray             *arc_ids)
{
  for (guint i = 0; i < arc_ids->len; i++)
    {
      const GgovGeoArc *arc;

      arc = ggov_geo_subdivision_find_arc (subdivision, g_array_index (arc_ids, gint64, i));
      note_grid (self, arc->left_grid_id);
      note_grid (self, arc->right_grid_id);
    }
}

static void
list_grounds (Commit *self)
{
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;

  self->grounds = g_array_new (FALSE, FALSE, sizeof (Ground));
  g_array_set_clear_func (self->grounds, clear_ground);
  ggov_geo_subdivision_compare (self->old, self->after, &removed, &added, &relabelled);
  note_sides (self, self->old, removed);
  note_sides (self, self->old, relabelled);
  note_sides (self, self->after, added);
  note_sides (self, self->after, relabelled);
}

/* (transfer full) (nullable): a grid's polygon in metres; NULL where it has none. */
static GEOSGeometry *
dup_polygon (const Commit       *self,
             GgovGeoSubdivision *subdivision,
             gint64              grid_id)
{
  const GgovGeoFrame *frame;
  g_autoptr(GEOSGeometry) degrees = NULL;

  frame = _ggov_geo_site_get_frame (ggov_geo_layout_get_site (self->before));
  degrees = _ggov_geo_subdivision_dup_geom (subdivision, grid_id, NULL);

  return degrees != NULL ? _ggov_geo_frame_apply (frame, degrees, NULL) : NULL;
}

static const GEOSGeometry *
get_old_polygon (const Commit *self,
                 Ground       *ground)
{
  if (ground->old_polygon == NULL)
    ground->old_polygon = dup_polygon (self, self->old, ground->id);

  return ground->old_polygon;
}

static gboolean
is_on_arc (const GgovGeoArc *arc,
           const double     *place)
{
  for (const double *a = arc->coords; a < arc->coords + 2 * (arc->n_points - 1); a += 2)
    {
      double dx = a[2] - a[0], dy = a[3] - a[1];
      double square = dx * dx + dy * dy;
      double along = square > 0
        ? CLAMP (((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / square, 0, 1) : 0;

      if (hypot (a[0] + along * dx - place[0], a[1] + along * dy - place[1]) <= AT_PLACE)
        return TRUE;
    }

  return FALSE;
}

/* Says by the lines that meet at the place what is wrong with them. */
static gboolean
refuse_crossing (const Commit  *self,
                 gint64         grid_id,
                 const double  *place,
                 GError       **error)
{
  GgovGeoReason reason;
  guint n_arcs = 0;
  gboolean is_outer = FALSE;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->after); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->after, i);

      if (!is_on_arc (arc, place))
        continue;

      n_arcs++;
      is_outer |= arc->left_grid_id == 0 || arc->right_grid_id == 0;
    }

  reason = is_outer ? GGOV_GEO_REASON_LEAVES_COMMUNITY
    : n_arcs < 2 ? GGOV_GEO_REASON_CROSSES_ITSELF : GGOV_GEO_REASON_CROSSES_BORDER;

  return _ggov_geo_refuse (reason, grid_id, 0, place, error);
}

/* A grid that is not valid. */
static gboolean
refuse_polygon (const Commit        *self,
                gint64               grid_id,
                const GEOSGeometry  *location,
                GError             **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double place[2];

  if (location == NULL || GEOSGeomGetX_r (geos, location, &place[0]) != 1 ||
      GEOSGeomGetY_r (geos, location, &place[1]) != 1)
    return _ggov_geo_refuse (GGOV_GEO_REASON_CROSSES_BORDER, grid_id, 0, NULL, error);

  return refuse_crossing (self, grid_id, place, error);
}

/* One piece, no hole. */
static gboolean
check_rings (gint64      grid_id,
             GPtrArray  *rings,
             GError    **error)
{
  const GgovGeoRing *smallest = NULL;
  guint n_shells = 0;

  for (guint i = 0; i < rings->len; i++)
    {
      const GgovGeoRing *ring = g_ptr_array_index (rings, i);

      if (_ggov_geo_ring_is_inner_hole (ring))
        return _ggov_geo_refuse (GGOV_GEO_REASON_HOLE, grid_id, 0, ring->coords, error);

      n_shells += ring->area > 0;

      if (ring->area > 0 && (smallest == NULL || ring->area < smallest->area))
        smallest = ring;
    }

  if (n_shells != 1)
    return _ggov_geo_refuse (GGOV_GEO_REASON_PIECES, grid_id, 0,
                             smallest != NULL ? smallest->coords : NULL, error);

  return TRUE;
}

static gboolean
check_ground (const Commit  *self,
              Ground        *ground,
              GError       **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GgovGeoFrame *frame;
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GEOSGeometry) degrees = NULL;
  g_autoptr(GEOSGeometry) location = NULL;

  frame = _ggov_geo_site_get_frame (ggov_geo_layout_get_site (self->before));

  if (!(rings = _ggov_geo_subdivision_chain (self->after, &ground->id, 1, NULL, error)))
    return FALSE;

  if (rings->len == 0)
    return TRUE;

  if (!(degrees = _ggov_geo_rings_to_geom (rings, NULL)) ||
      GEOSisValidDetail_r (geos, degrees, 0, NULL, &location) != 1)
    return refuse_polygon (self, ground->id, location, error);

  if (!check_rings (ground->id, rings, error) ||
      !(ground->polygon = _ggov_geo_frame_apply (frame, degrees, error)))
    return FALSE;

  ground->prepared = GEOSPrepare_r (geos, ground->polygon);

  return TRUE;
}

/* A point that came to lie on its border does not change a grid. */
static gboolean
check_lock (const Commit  *self,
            Ground        *ground,
            GError       **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) difference = NULL;
  g_autoptr(GEOSGeometry) point = NULL;
  double area_m2 = 0, place[2];

  if (ground->polygon == NULL)
    ground->polygon = dup_polygon (self, self->after, ground->id);

  if (ground->polygon == NULL || get_old_polygon (self, ground) == NULL)
    return _ggov_geo_refuse (GGOV_GEO_REASON_LOCKED, ground->id, 0, NULL, error);

  if (!(difference = GEOSSymDifference_r (geos, ground->polygon, ground->old_polygon)))
    return _ggov_geo_engine_fail (error);

  if (GEOSArea_r (geos, difference, &area_m2) == 1 && area_m2 <= MAX_SHIFT_M2)
    return TRUE;

  if (!(point = GEOSPointOnSurface_r (geos, difference)) ||
      GEOSGeomGetX_r (geos, point, &place[0]) != 1 || GEOSGeomGetY_r (geos, point, &place[1]) != 1)
    return _ggov_geo_refuse (GGOV_GEO_REASON_LOCKED, ground->id, 0, NULL, error);

  _ggov_geo_frame_to_degrees (_ggov_geo_site_get_frame (ggov_geo_layout_get_site (self->before)),
                              place, 1);

  return _ggov_geo_refuse (GGOV_GEO_REASON_LOCKED, ground->id, 0, place, error);
}

static gboolean
check_locks (const Commit  *self,
             GArray        *locked,
             GError       **error)
{
  for (guint i = 0; i < self->grounds->len; i++)
    {
      Ground *ground = &g_array_index (self->grounds, Ground, i);

      if (_ggov_geo_ids_contain (locked, ground->id) && !check_lock (self, ground, error))
        return FALSE;
    }

  return TRUE;
}

static double
measure_beyond (const GEOSGeometry *shape,
                const GEOSGeometry *polygon)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) beyond = NULL;
  double area_m2 = 0;

  if (polygon != NULL && (beyond = GEOSDifference_r (geos, shape, polygon)))
    GEOSArea_r (geos, beyond, &area_m2);

  return area_m2;
}

/* One that was cut before may stay as it was, and no edit may add up to a cut with those before. */
static gboolean
is_fit (const Commit       *self,
        const GEOSGeometry *shape,
        Ground             *old_ground,
        const Ground       *ground)
{
  double beyond_m2 = measure_beyond (shape, ground->polygon);
  double before_m2;

  if (beyond_m2 <= MAX_CUT_M2)
    return TRUE;
  if (old_ground == NULL)
    return FALSE;

  before_m2 = measure_beyond (shape, get_old_polygon (self, old_ground));

  return before_m2 > MAX_CUT_M2 && beyond_m2 <= before_m2 + MAX_SHIFT_M2;
}

/* A building that stands where its grid's ground was before goes with the ground. */
static gboolean
settle_building (const Commit  *self,
                 guint          i,
                 GError       **error)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (self->before);
  GgovGeoBuilding *building = &self->buildings[i];
  const double *middle = _ggov_geo_site_get_middle (site, i);
  const Ground *ground = building->grid_id != 0 ? find_ground (self, building->grid_id) : NULL;
  g_autoptr(GEOSGeometry) shape = NULL;
  gint64 old_grid_id;

  if (middle == NULL || (ground == NULL && building->grid_id != 0) ||
      !(shape = _ggov_geo_frame_read (_ggov_geo_site_get_frame (site), building->footprint, NULL)))
    return TRUE;

  /* Most buildings end here. */
  if (ground != NULL && ground->prepared != NULL &&
      GEOSPreparedContains_r (_ggov_geo_engine (), ground->prepared, shape) == 1)
    return TRUE;

  ground = find_ground (self, ggov_geo_subdivision_find_grid (self->after, middle[0], middle[1]));

  if (ground == NULL || ground->polygon == NULL)
    return TRUE;

  old_grid_id = ggov_geo_subdivision_find_grid (self->old, middle[0], middle[1]);

  if (building->grid_id != 0 && building->grid_id == old_grid_id)
    building->grid_id = ground->id;

  return is_fit (self, shape, find_ground (self, old_grid_id), ground) ||
         _ggov_geo_refuse (GGOV_GEO_REASON_CUTS_BUILDING, ground->id, building->id, middle, error);
}

static gboolean
settle_buildings (const Commit  *self,
                  GError       **error)
{
  guint n_buildings;

  ggov_geo_layout_get_buildings (self->before, &n_buildings);

  for (guint i = 0; i < n_buildings; i++)
    if (!settle_building (self, i, error))
      return FALSE;

  return TRUE;
}

static gboolean
has_buildings (const Commit *self)
{
  for (guint i = 0; i < self->grounds->len; i++)
    if (ggov_geo_layout_get_totals (self->before,
                                    g_array_index (self->grounds, Ground, i).id).n_buildings > 0)
      return TRUE;

  return FALSE;
}

/* A grid that is new has a building, if there are any to have; one that had some keeps one. */
static gboolean
check_emptiness (const Commit         *self,
                 const GgovGeoLayout  *layout,
                 GError              **error)
{
  gboolean are_any = has_buildings (self);

  for (guint i = 0; i < self->grounds->len; i++)
    {
      gint64 grid_id = g_array_index (self->grounds, Ground, i).id;
      double bounds[4];

      if (ggov_geo_layout_get_totals (layout, grid_id).n_buildings == 0 &&
          ggov_geo_subdivision_get_bounds (self->after, grid_id, bounds) &&
          (ggov_geo_layout_get_totals (self->before, grid_id).n_buildings > 0 ||
           (are_any && !ggov_geo_subdivision_get_bounds (self->old, grid_id, bounds))))
        return _ggov_geo_refuse (GGOV_GEO_REASON_EMPTY, grid_id, 0, NULL, error);
    }

  return TRUE;
}

static GgovGeoLayout *
finish (const Commit  *self,
        GError       **error)
{
  g_autoptr(GgovGeoLayout) layout = NULL;

  layout = _ggov_geo_layout_new_state (ggov_geo_layout_get_site (self->before), self->after,
                                       self->buildings);

  return check_emptiness (self, layout, error) ? g_steal_pointer (&layout) : NULL;
}

GgovGeoLayout *
_ggov_geo_edit_commit (GgovGeoLayout  *before,
                       GgovGeoDraft   *draft,
                       GArray         *locked,
                       GError        **error)
{
  g_autoptr(GgovGeoSubdivision) after = _ggov_geo_draft_finish (draft, error);
  g_auto(Commit) self = { before, ggov_geo_layout_get_subdivision (before), after };
  const GgovGeoBuilding *buildings;
  double place[2];
  guint n_buildings;

  if (after == NULL)
    return NULL;

  buildings = ggov_geo_layout_get_buildings (before, &n_buildings);
  self.buildings = g_memdup2 (buildings, n_buildings * sizeof *buildings);
  list_grounds (&self);

  for (guint i = 0; i < self.grounds->len; i++)
    if (!check_ground (&self, &g_array_index (self.grounds, Ground, i), error))
      return NULL;

  if (_ggov_geo_edit_find_touch (self.old, after, place))
    {
      refuse_crossing (&self, 0, place, error);
      return NULL;
    }

  if (!check_locks (&self, locked, error) || !settle_buildings (&self, error))
    return NULL;

  return finish (&self, error);
}

GgovGeoLayout *
_ggov_geo_edit_commit_as (GgovGeoLayout          *before,
                          GgovGeoSubdivision     *after,
                          const GgovGeoBuilding  *buildings,
                          GArray                 *locked,
                          GError                **error)
{
  g_auto(Commit) self = { before, ggov_geo_layout_get_subdivision (before), after };
  guint n_buildings;

  ggov_geo_layout_get_buildings (before, &n_buildings);
  self.buildings = g_memdup2 (buildings, n_buildings * sizeof *buildings);
  list_grounds (&self);

  return check_locks (&self, locked, error) ? finish (&self, error) : NULL;
}
