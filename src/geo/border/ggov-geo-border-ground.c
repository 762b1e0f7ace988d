/* ggov-geo-border-ground.c: blocks between streets, and the footprints on each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-border-private.h"

#define MIN_PART_M2     0.02 /* less of a footprint in a block is rounding */
#define MAX_STRIP_WIDTH 25.0 /* metres: two carriageways and what is between them */
#define STRIP_REACH_M   60.0 /* buildings no further away share a strip out */
#define CROWDED_M       3.0
#define BESIDE_M        10.0 /* what is further out of the community is not looked at */
#define ALONG_BORDER_M  1.5  /* a street this near the community's border is that border */

static void
free_part (gpointer data)
{
  GgovGeoPart *part = data;

  g_clear_pointer (&part->shape, _ggov_geo_geom_free);
  _ggov_geo_walls_clear (&part->walls);
  g_free (part);
}

static void
free_block (gpointer data)
{
  GgovGeoBlock *block = data;

  g_clear_pointer (&block->prepared, _ggov_geo_prepared_free);
  g_clear_pointer (&block->polygon, _ggov_geo_geom_free);
  _ggov_geo_walls_clear (&block->walls);
  g_clear_pointer (&block->parts, g_array_unref);
  g_free (block);
}

void
_ggov_geo_ground_free (GgovGeoGround *self)
{
  g_clear_pointer (&self->degrees, _ggov_geo_geom_free);
  g_clear_pointer (&self->metres, _ggov_geo_geom_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

static void
get_box (const GEOSGeometry *geom,
         double              box[4])
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();

  GEOSGeom_getXMin_r (geos, geom, &box[0]);
  GEOSGeom_getYMin_r (geos, geom, &box[1]);
  GEOSGeom_getXMax_r (geos, geom, &box[2]);
  GEOSGeom_getYMax_r (geos, geom, &box[3]);
}

static gboolean
do_boxes_meet (const double *a,
               const double *b)
{
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

static gboolean
read_community (GgovGeoGround  *self,
                GBytes         *wkb,
                GError        **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) geom = _ggov_geo_geom_from_wkb (wkb, error);
  const GEOSGeometry *polygon = geom;

  if (geom == NULL)
    return FALSE;

  if (GEOSGeomTypeId_r (geos, geom) == GEOS_MULTIPOLYGON &&
      GEOSGetNumGeometries_r (geos, geom) == 1)
    polygon = GEOSGetGeometryN_r (geos, geom, 0);

  if (GEOSGeomTypeId_r (geos, polygon) != GEOS_POLYGON)
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                           "The community's border is not one polygon");
      return FALSE;
    }

  self->degrees = GEOSGeom_clone_r (geos, polygon);

  if (!_ggov_geo_frame_init (&self->frame, self->degrees, error) ||
      !(self->metres = _ggov_geo_frame_apply (&self->frame, self->degrees, error)))
    return FALSE;

  if (GEOSisValid_r (geos, self->metres) != 1)
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID,
                           "The community's border crosses itself");
      return FALSE;
    }

  return TRUE;
}

/* Goes on from a street's end, where it was cut off near the border, straight to it. */
static void
add_connection (GPtrArray          *lines,
                const GEOSGeometry *border,
                const double       *end)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) point = GEOSGeom_createPointFromXY_r (geos, end[0], end[1]);
  GEOSCoordSequence *nearest;
  double coords[] = { end[0], end[1], 0, 0 };
  double distance_m;
  GEOSGeometry *line;

  if (GEOSDistance_r (geos, border, point, &distance_m) != 1 ||
      fabs (distance_m - ALONG_BORDER_M) > ALONG_BORDER_M / 10 ||
      !(nearest = GEOSNearestPoints_r (geos, border, point)))
    return;

  GEOSCoordSeq_getXY_r (geos, nearest, 0, &coords[2], &coords[3]);
  GEOSCoordSeq_destroy_r (geos, nearest);

  if ((line = _ggov_geo_geom_new_line (coords, 2, NULL)))
    g_ptr_array_add (lines, line);
}

/* Streets along the community's border would leave slivers between the two: what is near it is
 * left out, and streets that cross it are led straight there.
 * Returns: (transfer full) (nullable): lines */
static GEOSGeometry *
keep_off_border (const GgovGeoGround *self,
                 const GEOSGeometry  *streets)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) border = GEOSBoundary_r (geos, self->metres);
  g_autoptr(GEOSGeometry) interior = GEOSBuffer_r (geos, self->metres, -ALONG_BORDER_M, 4);
  g_autoptr(GEOSGeometry) inside = NULL;
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  if (interior == NULL || !(inside = GEOSIntersection_r (geos, streets, interior)))
    return NULL;

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, inside); i++)
    {
      const GEOSGeometry *line = GEOSGetGeometryN_r (geos, inside, i);
      g_autofree double *coords = NULL;
      guint n_points;

      if (GEOSGeomTypeId_r (geos, line) != GEOS_LINESTRING ||
          !(coords = _ggov_geo_geom_dup_coords (line, &n_points)))
        continue;

      g_ptr_array_add (lines, GEOSGeom_clone_r (geos, line));
      add_connection (lines, border, coords);
      add_connection (lines, border, coords + 2 * (n_points - 1));
    }

  return GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION,
                                      (GEOSGeometry **) lines->pdata, lines->len);
}

/* Returns: (transfer full) (nullable): the streets within the community */
static GEOSGeometry *
read_streets (GgovGeoGround  *self,
              GBytes         *wkb,
              GError        **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) streets = _ggov_geo_frame_read (&self->frame, wkb, error);
  g_autoptr(GEOSGeometry) near = NULL;
  g_autoptr(GEOSGeometry) joined = NULL;
  GEOSGeometry *inside;
  double box[4];

  if (streets == NULL)
    return NULL;

  if (GEOSGeom_getDimensions_r (geos, streets) > 1)
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                           "The streets are not lines");
      return NULL;
    }

  get_box (self->metres, box);

  /* The union makes one kind of shape of lines and collections of lines. */
  if (!(near = GEOSClipByRect_r (geos, streets, box[0] - BESIDE_M, box[1] - BESIDE_M,
                                 box[2] + BESIDE_M, box[3] + BESIDE_M)) ||
      !(joined = GEOSUnaryUnion_r (geos, near)) ||
      !(inside = keep_off_border (self, joined)))
    _ggov_geo_engine_fail (error);

  return joined != NULL ? inside : NULL;
}

static gboolean
cut_blocks (GgovGeoGround  *self,
            GBytes         *streets_wkb,
            GError        **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GEOSGeometry *lines[2] = { GEOSBoundary_r (geos, self->metres), NULL };
  g_autoptr(GEOSGeometry) all = NULL;
  g_autoptr(GEOSGeometry) noded = NULL;
  g_autoptr(GEOSGeometry) polygons = NULL;
  const GEOSGeometry *noded_lines[1];

  if (streets_wkb != NULL && !(lines[1] = read_streets (self, streets_wkb, error)))
    {
      _ggov_geo_geom_free (lines[0]);
      return FALSE;
    }

  all = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION, lines, lines[1] ? 2 : 1);
  noded = GEOSUnaryUnionPrec_r (geos, all, GGOV_GEO_STEP_M);
  noded_lines[0] = noded;

  if (noded == NULL || !(polygons = GEOSPolygonize_r (geos, noded_lines, 1)))
    return _ggov_geo_engine_fail (error);

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, polygons); i++)
    {
      const GEOSGeometry *polygon = GEOSGetGeometryN_r (geos, polygons, i);
      g_autoptr(GEOSGeometry) point = GEOSPointOnSurface_r (geos, polygon);
      GgovGeoBlock *block;

      /* What a hole of the community encloses is a polygon too, but no ground of it. */
      if (GEOSIntersects_r (geos, self->metres, point) != 1)
        continue;

      block = g_new0 (GgovGeoBlock, 1);
      block->polygon = GEOSGeom_clone_r (geos, polygon);
      block->prepared = GEOSPrepare_r (geos, block->polygon);
      block->parts = g_array_new (FALSE, FALSE, sizeof (guint));
      _ggov_geo_walls_init (&block->walls, block->polygon);
      get_box (block->polygon, block->box);
      g_ptr_array_add (self->blocks, block);
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): what of @geom has an area */
static GEOSGeometry *
keep_polygons (GEOSGeometry *geom)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) owned G_GNUC_UNUSED = geom;
  g_autoptr(GPtrArray) polygons = g_ptr_array_new ();

  if (geom == NULL)
    return NULL;

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, geom); i++)
    {
      const GEOSGeometry *member = GEOSGetGeometryN_r (geos, geom, i);
      double area = 0;

      if (GEOSGeomTypeId_r (geos, member) == GEOS_MULTIPOLYGON)
        for (int j = 0; j < GEOSGetNumGeometries_r (geos, member); j++)
          g_ptr_array_add (polygons,
                           GEOSGeom_clone_r (geos, GEOSGetGeometryN_r (geos, member, j)));
      else if (GEOSGeomTypeId_r (geos, member) == GEOS_POLYGON &&
               GEOSArea_r (geos, member, &area) == 1 && area > MIN_PART_M2)
        g_ptr_array_add (polygons, GEOSGeom_clone_r (geos, member));
    }

  if (polygons->len == 0)
    return NULL;

  return GEOSGeom_createCollection_r (geos, GEOS_MULTIPOLYGON,
                                      (GEOSGeometry **) polygons->pdata, polygons->len);
}

/* Returns: (transfer full) (nullable): a valid shape; NULL where nothing can be made of it */
static GEOSGeometry *
read_footprint (const GgovGeoGround   *self,
                const GgovGeoBuilding *building)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) shape = NULL;

  if (building->footprint == NULL)
    return NULL;

  if (!(shape = _ggov_geo_frame_read (&self->frame, building->footprint, NULL)))
    return NULL;

  if (GEOSisValid_r (geos, shape) != 1)
    return keep_polygons (GEOSMakeValid_r (geos, shape));

  return keep_polygons (g_steal_pointer (&shape));
}

static void
add_part (GgovGeoGround *self,
          GgovGeoBlock  *block,
          guint          building,
          GEOSGeometry  *shape)
{
  GgovGeoPart *part = g_new0 (GgovGeoPart, 1);

  part->building = building;
  part->shape = shape;
  _ggov_geo_walls_init (&part->walls, shape);
  get_box (shape, part->box);
  GEOSArea_r (_ggov_geo_engine (), shape, &part->area_m2);
  g_array_append_val (block->parts, self->parts->len);
  g_ptr_array_add (self->parts, part);
}

static void
place_building (GgovGeoGround *self,
                guint          building)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) shape = read_footprint (self, &self->buildings[building]);
  double box[4];

  if (shape == NULL)
    return;

  get_box (shape, box);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      GgovGeoBlock *block = g_ptr_array_index (self->blocks, i);
      GEOSGeometry *part;

      if (!do_boxes_meet (box, block->box) ||
          GEOSPreparedIntersects_r (geos, block->prepared, shape) != 1)
        continue;

      if (GEOSPreparedContains_r (geos, block->prepared, shape) == 1)
        {
          add_part (self, block, building, g_steal_pointer (&shape));
          return;
        }

      if ((part = keep_polygons (GEOSIntersection_r (geos, block->polygon, shape))))
        add_part (self, block, building, part);
    }
}

/* Twice the area by the outline is the width of a long strip. */
static gboolean
is_strip (const GgovGeoBlock *block)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double area = 0, length = 0;

  GEOSArea_r (geos, block->polygon, &area);
  GEOSLength_r (geos, block->polygon, &length);

  return block->parts->len == 0 && 2 * area < MAX_STRIP_WIDTH * length;
}

static GgovGeoPart *
get_part (const GgovGeoGround *self,
          const GgovGeoBlock  *block,
          guint                index)
{
  return g_ptr_array_index (self->parts, g_array_index (block->parts, guint, index));
}

static gboolean
is_near (const double *box,
         const double *other,
         double        reach_m)
{
  const double wide[] = { box[0] - reach_m, box[1] - reach_m, box[2] + reach_m, box[3] + reach_m };

  return do_boxes_meet (wide, other);
}

/* The two sides of an empty strip share it: given whole to one grid, it would run past others. */
static void
share_strip (GgovGeoGround *self,
             GgovGeoBlock  *strip,
             const guint   *n_own)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const GgovGeoBlock *block = g_ptr_array_index (self->blocks, i);

      if (n_own[i] == 0 || !do_boxes_meet (block->box, strip->box) ||
          GEOSPreparedIntersects_r (geos, strip->prepared, block->polygon) != 1)
        continue;

      for (guint j = 0; j < n_own[i]; j++)
        {
          const GgovGeoPart *part = get_part (self, block, j);

          if (is_near (strip->box, part->box, STRIP_REACH_M) &&
              GEOSPreparedDistanceWithin_r (geos, strip->prepared, part->shape,
                                            STRIP_REACH_M) == 1)
            g_array_append_val (strip->parts, g_array_index (block->parts, guint, j));
        }
    }
}

static void
note_crowded (GgovGeoGround      *self,
              const GgovGeoBlock *block)
{
  for (guint i = 0; i < block->parts->len; i++)
    for (guint j = 0; j < i; j++)
      {
        GgovGeoPart *first = get_part (self, block, i), *second = get_part (self, block, j);

        if ((!first->is_crowded || !second->is_crowded) && first->building != second->building &&
            is_near (first->box, second->box, CROWDED_M) &&
            GEOSDistanceWithin_r (_ggov_geo_engine (), first->shape, second->shape, CROWDED_M) == 1)
          first->is_crowded = second->is_crowded = TRUE;
      }
}

static gboolean
share_strips (GgovGeoGround      *self,
              const GgovGeoStop  *stop,
              GError            **error)
{
  g_autofree guint *n_own = g_new (guint, self->blocks->len);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const GgovGeoBlock *block = g_ptr_array_index (self->blocks, i);

      if (_ggov_geo_stop_is_wanted (stop))
        return _ggov_geo_stop_fail (error);

      n_own[i] = block->parts->len;
      note_crowded (self, block);
    }

  for (guint i = 0; i < self->blocks->len; i++)
    if (is_strip (g_ptr_array_index (self->blocks, i)))
      share_strip (self, g_ptr_array_index (self->blocks, i), n_own);

  return TRUE;
}

static gboolean
place_buildings (GgovGeoGround      *self,
                 const GgovGeoStop  *stop,
                 GError            **error)
{
  for (guint i = 0; i < self->n_buildings; i++)
    {
      if (_ggov_geo_stop_is_wanted (stop))
        return _ggov_geo_stop_fail (error);

      place_building (self, i);
    }

  return TRUE;
}

GgovGeoGround *
_ggov_geo_ground_new (GBytes                 *community_wkb,
                      const GgovGeoBuilding  *buildings,
                      guint                   n_buildings,
                      GBytes                 *streets_wkb,
                      const GgovGeoStop      *stop,
                      GError                **error)
{
  g_autoptr(GgovGeoGround) self = g_new0 (GgovGeoGround, 1);

  self->buildings = buildings;
  self->n_buildings = n_buildings;
  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->blocks = g_ptr_array_new_with_free_func (free_block);

  if (!read_community (self, community_wkb, error) || !cut_blocks (self, streets_wkb, error) ||
      !place_buildings (self, stop, error) || !share_strips (self, stop, error))
    return NULL;

  return g_steal_pointer (&self);
}
