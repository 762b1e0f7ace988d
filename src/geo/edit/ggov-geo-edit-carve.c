/* ggov-geo-edit-carve.c: ground cut out of one grid for another, with the borders around as they were
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-edit-private.h"
#include "ggov-geo-subdivision-private.h"

#define PART_ID    (G_MAXINT64 - 1) /* of the ground while it is nobody's */
#define AREA_SHARE 1e-3             /* how far areas that should be the same may differ */
#define CONTACT_M  3.0              /* what it has in common with the grid it goes to, at least */

/* How far around the buildings to look: a line goes round them within that, or not at all. */
static const double reaches_m[] = { 60, 180 };

/* The grids of the small piece of ground that is traced. */
enum { STAYING = 1, GOING = 2 };

typedef struct
{
  GgovGeoSite *site;
  GgovGeoSubdivision *before;
  const GgovGeoBuilding *wanted;
  GArray *moved; /* (element-type guint): buildings */
  gint64 from;
  gint64 to;
} Carving;

static gboolean
is_moved (const Carving *self,
          guint          building)
{
  for (guint i = 0; i < self->moved->len; i++)
    if (g_array_index (self->moved, guint, i) == building)
      return TRUE;

  return FALSE;
}

/* The rectangle round the buildings and some metres more. */
static gboolean
find_window (const Carving *self,
             double         reach_m,
             GgovGeoBounds *window)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GgovGeoFrame *frame = _ggov_geo_site_get_frame (self->site);

  *window = (GgovGeoBounds) GGOV_GEO_BOUNDS_EMPTY;

  for (guint i = 0; i < self->moved->len; i++)
    {
      const GgovGeoBuilding *building = &self->wanted[g_array_index (self->moved, guint, i)];
      g_autoptr(GEOSGeometry) shape = _ggov_geo_geom_from_wkb (building->footprint, NULL);
      double west, south, east, north;

      if (shape == NULL || GEOSGeom_getXMin_r (geos, shape, &west) != 1 ||
          GEOSGeom_getYMin_r (geos, shape, &south) != 1 ||
          GEOSGeom_getXMax_r (geos, shape, &east) != 1 ||
          GEOSGeom_getYMax_r (geos, shape, &north) != 1)
        return FALSE;

      ggov_geo_bounds_add (window, west - reach_m / frame->lon_m, south - reach_m / frame->lat_m);
      ggov_geo_bounds_add (window, east + reach_m / frame->lon_m, north + reach_m / frame->lat_m);
    }

  return TRUE;
}

/* Whether a piece of the window has all the buildings that go: where the grid leaves the window
 * between them and comes back, each has a piece of its own, and one line does not part both. */
static gboolean
has_all_moved (const Carving      *self,
               const GEOSGeometry *piece)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();

  for (guint i = 0; i < self->moved->len; i++)
    {
      const double *middle = _ggov_geo_site_get_middle (self->site,
                                                        g_array_index (self->moved, guint, i));
      g_autoptr(GEOSGeometry) point = NULL;

      if (middle == NULL ||
          !(point = GEOSGeom_createPointFromXY_r (geos, middle[0], middle[1])) ||
          GEOSIntersects_r (geos, piece, point) != 1)
        return FALSE;
    }

  return TRUE;
}

/* (transfer full) (nullable): what of the grid is in the window, one polygon. */
static GBytes *
dup_region (const Carving       *self,
            const GgovGeoBounds *window)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const double corners[] = {
    window->min_lon, window->min_lat, window->max_lon, window->min_lat, window->max_lon, window->max_lat,
    window->min_lon, window->max_lat, window->min_lon, window->min_lat,
  };
  g_autoptr(GEOSGeometry) box = _ggov_geo_geom_new_polygon (corners, 5, NULL);
  g_autoptr(GEOSGeometry) grid = _ggov_geo_subdivision_dup_geom (self->before, self->from, NULL);
  g_autoptr(GEOSGeometry) region = NULL;

  if (box == NULL || grid == NULL || !(region = GEOSIntersection_r (geos, grid, box)))
    return NULL;

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, region); i++)
    {
      const GEOSGeometry *piece = GEOSGetGeometryN_r (geos, region, i);

      if (GEOSGeomTypeId_r (geos, piece) == GEOS_POLYGON && has_all_moved (self, piece))
        return _ggov_geo_geom_to_wkb (piece, NULL);
    }

  return NULL;
}

/* (transfer full) (nullable): the window's part of the grid, parted between who stays and goes. */
static GgovGeoSubdivision *
trace (const Carving *self,
       double         reach_m)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));
  g_autoptr(GBytes) region = NULL;
  GgovGeoIndex *index = ggov_geo_site_get_index (self->site);
  GgovGeoBounds window;

  if (!find_window (self, reach_m, &window) || !(region = dup_region (self, &window)))
    return NULL;

  ggov_geo_index_query (index, &window, found);

  for (guint i = 0; i < found->len; i++)
    {
      guint number = ggov_geo_footprints_get_id (ggov_geo_index_get_footprints (index),
                                                 g_array_index (found, guint, i));
      GgovGeoBuilding building = self->wanted[number];

      building.grid_id = is_moved (self, number) ? GOING
        : building.grid_id == self->from ? STAYING : 0;
      g_array_append_val (buildings, building);
    }

  return ggov_geo_border_trace (region, (const GgovGeoBuilding *) (gpointer) buildings->data,
                                buildings->len, ggov_geo_site_get_streets (self->site), NULL);
}

/* The one line between who stays and who goes; NULL where there are several, or none. */
static const GgovGeoArc *
find_line (GgovGeoSubdivision *traced)
{
  const GgovGeoArc *found = NULL;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (traced); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (traced, i);

      if (arc->left_grid_id == 0 || arc->right_grid_id == 0)
        continue;

      if (found != NULL)
        return NULL;

      found = arc;
    }

  return found;
}

/* Whether the ground has enough in common with the grid it goes to; a grid that is new has none. */
static gboolean
is_beside (const Carving *self,
           GgovGeoDraft  *draft)
{
  const GgovGeoFrame *frame = _ggov_geo_site_get_frame (self->site);
  double bounds[4], common_m = 0;

  if (!ggov_geo_subdivision_get_bounds (self->before, self->to, bounds))
    return TRUE;

  for (guint i = 0; i < draft->arcs->len; i++)
    {
      const GgovGeoDraftArc *arc = g_ptr_array_index (draft->arcs, i);

      if (!(arc->left_grid_id == PART_ID && arc->right_grid_id == self->to) &&
          !(arc->left_grid_id == self->to && arc->right_grid_id == PART_ID))
        continue;

      for (guint j = 1; j < arc->points->len; j++)
        {
          const double *a = _ggov_geo_draft_arc_get (arc, j - 1), *b = a + 2;

          common_m += hypot ((b[0] - a[0]) * frame->lon_m, (b[1] - a[1]) * frame->lat_m);
        }
    }

  return common_m >= CONTACT_M;
}

/* Whether what was cut off is what was traced: where that ends at the window's edge, the line parts
 * far more from the grid. */
static gboolean
is_as_traced (GgovGeoDraft       *draft,
              GgovGeoSubdivision *traced)
{
  g_autoptr(GgovGeoSubdivision) parted = _ggov_geo_draft_finish (draft, NULL);
  double wanted = 0, found = 0;

  return parted != NULL && _ggov_geo_border_check_grid (traced, GOING, NULL, &wanted, NULL) &&
         _ggov_geo_border_check_grid (parted, PART_ID, NULL, &found, NULL) &&
         fabs (found - wanted) <= AREA_SHARE * wanted;
}

static GgovGeoSubdivision *
carve (const Carving      *self,
       GgovGeoSubdivision *traced,
       const GgovGeoArc   *line)
{
  g_autoptr(GgovGeoDraft) draft = _ggov_geo_draft_new (self->before, TRUE);
  g_autoptr(GgovGeoSubdivision) after = NULL;
  gboolean is_left = line->left_grid_id == GOING;

  if (!_ggov_geo_draft_make_node (draft, line->coords) ||
      !_ggov_geo_draft_make_node (draft, line->coords + 2 * (line->n_points - 1)) ||
      !_ggov_geo_draft_cut (draft, self->from, line->coords, line->n_points,
                            is_left ? PART_ID : self->from, is_left ? self->from : PART_ID, NULL) ||
      !is_beside (self, draft) || !is_as_traced (draft, traced))
    return NULL;

  _ggov_geo_draft_relabel (draft, PART_ID, self->to);

  if (!(after = _ggov_geo_draft_finish (draft, NULL)) ||
      !_ggov_geo_border_check_grid (after, self->from, NULL, NULL, NULL) ||
      !_ggov_geo_border_check_grid (after, self->to, NULL, NULL, NULL))
    return NULL;

  return g_steal_pointer (&after);
}

GgovGeoSubdivision *
_ggov_geo_edit_carve (GgovGeoSite           *site,
                      GgovGeoSubdivision    *before,
                      const GgovGeoBuilding *wanted,
                      GArray                *moved,
                      gint64                 from,
                      gint64                 to)
{
  const Carving self = { site, before, wanted, moved, from, to };

  for (guint i = 0; i < G_N_ELEMENTS (reaches_m); i++)
    {
      g_autoptr(GgovGeoSubdivision) traced = trace (&self, reaches_m[i]);
      const GgovGeoArc *line = traced != NULL ? find_line (traced) : NULL;
      GgovGeoSubdivision *after = line != NULL ? carve (&self, traced, line) : NULL;

      if (after != NULL)
        return after;
    }

  return NULL;
}
