/* ggov-geo-subdivision-check.c: whether grids tile their community and keep buildings whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-frame-private.h"
#include "ggov-geo-subdivision-check.h"
#include "ggov-geo-subdivision-private.h"

#define MAX_GAP_SHARE  1e-6 /* of the community's area */
#define MAX_OVERLAP_M2 0.01 /* less is rounding: a tenth of a millimetre along a hundred metres */
#define MAX_CUT_M2     0.1  /* a wall in common is known to a millimetre only */

/* One check under way. All shapes are in metres of one frame. */
typedef struct
{
  GgovGeoFrame frame;
  GArray *ids;          /* (element-type gint64) */
  GPtrArray *polygons;  /* (element-type GEOSGeometry): by index of ids; (nullable) elements */
  GPtrArray *findings;  /* (element-type GgovGeoFinding) */
} Check;

static void
free_geom (gpointer geom)
{
  if (geom != NULL)
    _ggov_geo_geom_free (geom);
}

static void
check_clear (Check *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->polygons, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)
G_DEFINE_BOXED_TYPE (GgovGeoFinding, ggov_geo_finding, ggov_geo_finding_copy, ggov_geo_finding_free)

GgovGeoFinding *
ggov_geo_finding_copy (const GgovGeoFinding *self)
{
  return g_memdup2 (self, sizeof *self);
}

void
ggov_geo_finding_free (GgovGeoFinding *self)
{
  g_free (self);
}

const char *
ggov_geo_finding_kind_to_nick (GgovGeoFindingKind kind)
{
  switch (kind)
    {
    case GGOV_GEO_FINDING_LOOSE_END:
      return "loose-end";
    case GGOV_GEO_FINDING_CROSSED:
      return "crossed";
    case GGOV_GEO_FINDING_PIECES:
      return "pieces";
    case GGOV_GEO_FINDING_HOLE:
      return "hole";
    case GGOV_GEO_FINDING_OVERLAP:
      return "overlap";
    case GGOV_GEO_FINDING_GAP:
      return "gap";
    case GGOV_GEO_FINDING_OUTSIDE:
      return "outside";
    case GGOV_GEO_FINDING_BUILDING_CUT:
      return "building-cut";
    case GGOV_GEO_FINDING_BUILDING_ELSEWHERE:
      return "building-elsewhere";
    case GGOV_GEO_FINDING_BUILDING_NOWHERE:
      return "building-nowhere";
    case GGOV_GEO_FINDING_BUILDING_ODD:
      return "building-odd";
    case GGOV_GEO_FINDING_SLIVER:
      return "sliver";
    case GGOV_GEO_FINDING_TINY:
      return "tiny";
    case GGOV_GEO_FINDING_EMPTY:
      return "empty";
    default:
      g_return_val_if_reached ("unknown");
    }
}

static GgovGeoFinding *
add_finding (Check              *self,
             GgovGeoFindingKind  kind,
             gint64              grid_id,
             double              amount)
{
  GgovGeoFinding finding = { kind, grid_id, 0, 0, NAN, NAN, amount };

  g_ptr_array_add (self->findings, ggov_geo_finding_copy (&finding));

  return g_ptr_array_index (self->findings, self->findings->len - 1);
}

/* A point inside @geom, which is in metres. */
static gboolean
find_place (Check              *self,
            const GEOSGeometry *geom,
            double              place[2])
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) point = GEOSPointOnSurface_r (geos, geom);

  if (point == NULL || GEOSGeomGetX_r (geos, point, &place[0]) != 1 ||
      GEOSGeomGetY_r (geos, point, &place[1]) != 1)
    return FALSE;

  _ggov_geo_frame_to_degrees (&self->frame, place, 1);

  return TRUE;
}

static void
set_place (Check              *self,
           GgovGeoFinding     *finding,
           const GEOSGeometry *geom)
{
  double place[2];

  if (find_place (self, geom, place))
    {
      finding->lon = place[0];
      finding->lat = place[1];
    }
}

static double
measure_area (const GEOSGeometry *geom)
{
  double area = 0;

  if (geom != NULL)
    GEOSArea_r (_ggov_geo_engine (), geom, &area);

  return area;
}

static GEOSGeometry *
new_ring_polygon (Check             *self,
                  const GgovGeoRing *ring)
{
  g_autoptr(GEOSGeometry) degrees = _ggov_geo_geom_new_polygon (ring->coords, ring->n_points, NULL);

  return degrees != NULL ? _ggov_geo_frame_apply (&self->frame, degrees, NULL) : NULL;
}

/* One piece, no hole. */
static void
check_rings (Check     *self,
             gint64     grid_id,
             GPtrArray *rings)
{
  const GgovGeoRing *smallest = NULL;
  guint n_shells = 0;

  for (guint i = 0; i < rings->len; i++)
    {
      const GgovGeoRing *ring = g_ptr_array_index (rings, i);
      g_autoptr(GEOSGeometry) polygon = new_ring_polygon (self, ring);

      if (ring->area <= 0)
        {
          set_place (self, add_finding (self, GGOV_GEO_FINDING_HOLE, grid_id,
                                        measure_area (polygon)), polygon);
          continue;
        }

      n_shells++;
      smallest = smallest == NULL || ring->area < smallest->area ? ring : smallest;
    }

  if (n_shells > 1)
    {
      g_autoptr(GEOSGeometry) polygon = new_ring_polygon (self, smallest);

      set_place (self, add_finding (self, GGOV_GEO_FINDING_PIECES, grid_id, n_shells), polygon);
    }
}

/* Returns: (transfer full) (nullable): the grid's polygon in metres, where it is sound */
static GEOSGeometry *
check_grid (Check              *self,
            GgovGeoSubdivision *subdivision,
            gint64              grid_id)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GEOSGeometry) degrees = NULL;
  g_autoptr(GEOSGeometry) polygon = NULL;
  g_autoptr(GEOSGeometry) location = NULL;
  double place[] = { NAN, NAN };

  if (!(rings = _ggov_geo_subdivision_chain (subdivision, &grid_id, 1, place, NULL)))
    {
      GgovGeoFinding *finding = add_finding (self, GGOV_GEO_FINDING_LOOSE_END, grid_id, 0);

      finding->lon = place[0];
      finding->lat = place[1];
      return NULL;
    }

  if ((degrees = _ggov_geo_rings_to_geom (rings, NULL)))
    polygon = _ggov_geo_frame_apply (&self->frame, degrees, NULL);

  if (polygon != NULL && GEOSisValidDetail_r (geos, polygon, 0, NULL, &location) == 1)
    {
      check_rings (self, grid_id, rings);
      return g_steal_pointer (&polygon);
    }

  if (location != NULL)
    set_place (self, add_finding (self, GGOV_GEO_FINDING_CROSSED, grid_id, 0), location);
  else
    add_finding (self, GGOV_GEO_FINDING_CROSSED, grid_id, 0);

  return NULL;
}

static void
check_overlap (Check *self,
               guint  first,
               guint  second)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GEOSGeometry *a = g_ptr_array_index (self->polygons, first);
  const GEOSGeometry *b = g_ptr_array_index (self->polygons, second);
  g_autoptr(GEOSGeometry) common = NULL;
  GgovGeoFinding *finding;

  /* Sharing a border is not yet an overlap, and by far the usual case. */
  if (a == NULL || b == NULL || GEOSRelatePattern_r (geos, a, b, "T********") != 1)
    return;

  common = GEOSIntersection_r (geos, a, b);

  if (measure_area (common) <= MAX_OVERLAP_M2)
    return;

  finding = add_finding (self, GGOV_GEO_FINDING_OVERLAP, g_array_index (self->ids, gint64, first),
                         measure_area (common));
  finding->other_grid_id = g_array_index (self->ids, gint64, second);
  set_place (self, finding, common);
}

typedef struct
{
  Check *check;
  guint index;
} OverlapQuery;

static void
overlap_cb (void *item,
            void *user_data)
{
  OverlapQuery *query = user_data;
  guint other = GPOINTER_TO_UINT (item) - 1;

  if (other > query->index)
    check_overlap (query->check, query->index, other);
}

static void
check_overlaps (Check *self)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSSTRtree) tree = GEOSSTRtree_create_r (geos, 10);

  for (guint i = 0; i < self->polygons->len; i++)
    if (g_ptr_array_index (self->polygons, i) != NULL)
      GEOSSTRtree_insert_r (geos, tree, g_ptr_array_index (self->polygons, i),
                            GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < self->polygons->len; i++)
    {
      OverlapQuery query = { self, i };

      if (g_ptr_array_index (self->polygons, i) != NULL)
        GEOSSTRtree_query_r (geos, tree, g_ptr_array_index (self->polygons, i), overlap_cb, &query);
    }
}

static void
check_difference (Check              *self,
                  GgovGeoFindingKind  kind,
                  const GEOSGeometry *whole,
                  const GEOSGeometry *part,
                  double              max_m2)
{
  g_autoptr(GEOSGeometry) rest = GEOSDifference_r (_ggov_geo_engine (), whole, part);

  if (measure_area (rest) > max_m2)
    set_place (self, add_finding (self, kind, 0, measure_area (rest)), rest);
}

/* Without a grid the whole community is a gap. */
static gboolean
check_emptiness (Check   *self,
                 GBytes  *community_wkb,
                 GError **error)
{
  g_autoptr(GEOSGeometry) degrees = _ggov_geo_geom_from_wkb (community_wkb, error);
  g_autoptr(GEOSGeometry) community = NULL;

  if (degrees == NULL || !_ggov_geo_frame_init (&self->frame, degrees, error) ||
      !(community = _ggov_geo_frame_apply (&self->frame, degrees, error)))
    return FALSE;

  set_place (self, add_finding (self, GGOV_GEO_FINDING_GAP, 0, measure_area (community)),
             community);

  return TRUE;
}

static gboolean
check_community (Check   *self,
                 GBytes  *community_wkb,
                 GError **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) community = NULL;
  g_autoptr(GEOSGeometry) collection = NULL;
  g_autoptr(GEOSGeometry) covered = NULL;
  g_autofree GEOSGeometry **copies = NULL;
  double max_m2;

  if (!(community = _ggov_geo_frame_read (&self->frame, community_wkb, error)))
    return FALSE;

  if (GEOSisValid_r (geos, community) != 1 || measure_area (community) <= 0)
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID,
                           "The community's border is not a valid polygon");
      return FALSE;
    }

  copies = g_new (GEOSGeometry *, self->polygons->len);

  for (guint i = 0; i < self->polygons->len; i++)
    copies[i] = GEOSGeom_clone_r (geos, g_ptr_array_index (self->polygons, i));

  collection = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION,
                                            copies, self->polygons->len);

  if (!(covered = GEOSUnaryUnion_r (geos, collection)))
    return _ggov_geo_engine_fail (error);

  max_m2 = MAX_GAP_SHARE * measure_area (community);
  check_difference (self, GGOV_GEO_FINDING_GAP, community, covered, max_m2);
  check_difference (self, GGOV_GEO_FINDING_OUTSIDE, covered, community, max_m2);

  return TRUE;
}

/* The frame is set around the arcs themselves: it is there even where nothing else is sound. */
static void
check_init (Check              *self,
            GgovGeoSubdivision *subdivision,
            GPtrArray          *findings)
{
  g_autoptr(GEOSGeometry) diagonal = NULL;
  double box[] = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  self->ids = ggov_geo_subdivision_list_grids (subdivision);
  self->polygons = g_ptr_array_new_with_free_func (free_geom);
  self->findings = g_ptr_array_ref (findings);

  for (guint i = 0; i < self->ids->len; i++)
    {
      double bounds[4];

      ggov_geo_subdivision_get_bounds (subdivision, g_array_index (self->ids, gint64, i), bounds);
      box[0] = MIN (box[0], bounds[0]);
      box[1] = MIN (box[1], bounds[1]);
      box[2] = MAX (box[2], bounds[2]);
      box[3] = MAX (box[3], bounds[3]);
    }

  if (self->ids->len > 0 && (diagonal = _ggov_geo_geom_new_line (box, 2, NULL)))
    _ggov_geo_frame_init (&self->frame, diagonal, NULL);
}

gboolean
ggov_geo_subdivision_check (GgovGeoSubdivision  *self,
                            GBytes              *community_wkb,
                            GPtrArray           *findings,
                            GError             **error)
{
  g_auto(Check) check = { 0 };
  gboolean is_sound = TRUE;

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  check_init (&check, self, findings);

  if (check.ids->len == 0 && community_wkb != NULL)
    return check_emptiness (&check, community_wkb, error);

  for (guint i = 0; i < check.ids->len; i++)
    {
      GEOSGeometry *polygon = check_grid (&check, self, g_array_index (check.ids, gint64, i));

      g_ptr_array_add (check.polygons, polygon);
      is_sound = is_sound && polygon != NULL;
    }

  check_overlaps (&check);

  return community_wkb == NULL || !is_sound || check_community (&check, community_wkb, error);
}

static guint
find_index (GArray *ids,
            gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return i;

  return G_MAXUINT;
}

/* The grid with most of what a building has beyond its own. */
static gint64
find_other_grid (Check              *self,
                 const GEOSGeometry *beyond)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double rest = measure_area (beyond);
  double best = 0;
  gint64 best_id = 0;

  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr(GEOSGeometry) part = NULL;

      if (GEOSIntersects_r (geos, g_ptr_array_index (self->polygons, i), beyond) != 1)
        continue;

      part = GEOSIntersection_r (geos, g_ptr_array_index (self->polygons, i), beyond);
      rest -= measure_area (part);

      if (measure_area (part) > best)
        {
          best = measure_area (part);
          best_id = g_array_index (self->ids, gint64, i);
        }
    }

  return rest > best ? 0 : best_id;
}

static void
check_building (Check                 *self,
                GgovGeoSubdivision    *subdivision,
                const GgovGeoBuilding *building,
                GPtrArray             *prepared)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) shape = _ggov_geo_frame_read (&self->frame, building->footprint, NULL);
  g_autoptr(GEOSGeometry) beyond = NULL;
  GgovGeoFinding *finding = NULL;
  double place[2];
  gint64 grid_id;
  guint index;

  if (shape == NULL || measure_area (shape) <= 0 || !find_place (self, shape, place))
    {
      finding = add_finding (self, GGOV_GEO_FINDING_BUILDING_ODD, building->grid_id, 0);
      finding->building_id = building->id;
      return;
    }

  grid_id = ggov_geo_subdivision_find_grid (subdivision, place[0], place[1]);
  index = find_index (self->ids, building->grid_id != 0 ? building->grid_id : grid_id);

  /* Most buildings end here. */
  if (index != G_MAXUINT && (building->grid_id == 0 || building->grid_id == grid_id) &&
      GEOSPreparedContains_r (geos, g_ptr_array_index (prepared, index), shape) == 1)
    return;

  if (grid_id == 0)
    finding = add_finding (self, GGOV_GEO_FINDING_BUILDING_NOWHERE, building->grid_id, 0);
  else if (building->grid_id != 0 && grid_id != building->grid_id)
    finding = add_finding (self, GGOV_GEO_FINDING_BUILDING_ELSEWHERE, building->grid_id, 0);
  else if ((beyond = GEOSDifference_r (geos, shape, g_ptr_array_index (self->polygons, index))) &&
           measure_area (beyond) > MAX_CUT_M2)
    finding = add_finding (self, GGOV_GEO_FINDING_BUILDING_CUT,
                           g_array_index (self->ids, gint64, index), measure_area (beyond));

  if (finding == NULL)
    return;

  finding->building_id = building->id;
  finding->other_grid_id = beyond != NULL ? find_other_grid (self, beyond) : grid_id;
  finding->lon = place[0];
  finding->lat = place[1];
}

static void
free_prepared (gpointer prepared)
{
  _ggov_geo_prepared_free (prepared);
}

gboolean
ggov_geo_subdivision_check_buildings (GgovGeoSubdivision     *self,
                                      const GgovGeoBuilding  *buildings,
                                      guint                   n_buildings,
                                      GPtrArray              *findings,
                                      GError                **error)
{
  g_auto(Check) check = { 0 };
  g_autoptr(GPtrArray) prepared = g_ptr_array_new_with_free_func (free_prepared);

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), FALSE);
  g_return_val_if_fail (buildings != NULL || n_buildings == 0, FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  check_init (&check, self, findings);

  for (guint i = 0; i < check.ids->len; i++)
    {
      gint64 grid_id = g_array_index (check.ids, gint64, i);
      g_autoptr(GEOSGeometry) degrees = _ggov_geo_subdivision_dup_geom (self, grid_id, error);
      GEOSGeometry *polygon;

      if (degrees == NULL || !(polygon = _ggov_geo_frame_apply (&check.frame, degrees, error)))
        return FALSE;

      g_ptr_array_add (check.polygons, polygon);
      g_ptr_array_add (prepared, (gpointer) GEOSPrepare_r (_ggov_geo_engine (), polygon));
    }

  for (guint i = 0; i < n_buildings; i++)
    check_building (&check, self, &buildings[i], prepared);

  return TRUE;
}
