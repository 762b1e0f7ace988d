/* ggov-geo-adopt-faces.c: the ground cut along a foreign drawing, and who lays claim to what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-adopt-private.h"
#include "ggov-geo-wkb.h"

/* A shape that has no more than this in a community, and no more than that share of itself, is one
 * of the neighbours' that was drawn a little beyond the border. */
#define STRAY_M2    1000.0
#define STRAY_SHARE 0.05

static void
free_claim (gpointer data)
{
  GgovGeoClaim *claim = data;

  g_clear_pointer (&claim->prepared, _ggov_geo_prepared_free);
  g_clear_pointer (&claim->shape, _ggov_geo_geom_free);
  g_free (claim);
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
is_in_box (const double *place,
           const double *box)
{
  return place[0] >= box[0] && place[0] <= box[2] && place[1] >= box[1] && place[1] <= box[3];
}

static double
get_area (const GEOSGeometry *geom)
{
  double area = 0;

  GEOSArea_r (_ggov_geo_engine (), geom, &area);

  return area;
}

/* Claims ----------------------------------------------------------------------------------- */

static guint
find_owner (GgovGeoAdoption *self,
            gint64           grid_id)
{
  for (guint i = 0; i < self->grid_ids->len; i++)
    if (_ggov_geo_adopt_get_grid (self, i) == grid_id)
      return i;

  g_array_append_val (self->grid_ids, grid_id);

  return self->grid_ids->len - 1;
}

static void
add_claim (GgovGeoAdoption *self,
           gint64           grid_id,
           GEOSGeometry    *shape)
{
  GgovGeoClaim *claim = g_new0 (GgovGeoClaim, 1);

  claim->owner = find_owner (self, grid_id);
  claim->shape = shape;
  claim->prepared = GEOSPrepare_r (_ggov_geo_engine (), shape);
  get_box (shape, claim->box);
  g_ptr_array_add (self->claims, claim);
}

/* Quick, for a file may be of a whole country. */
static gboolean
may_lie_in (const GgovGeoAdoption *self,
            GBytes                *shape)
{
  GgovGeoWkb wkb;
  GgovGeoBounds bounds;
  double box[4];

  if (!ggov_geo_wkb_init_bytes (&wkb, shape, NULL))
    return TRUE;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  get_box (self->ground->degrees, box);

  return bounds.min_lon <= box[2] && bounds.max_lon >= box[0] && bounds.min_lat <= box[3] &&
         bounds.max_lat >= box[1];
}

static gboolean
claim_one (GgovGeoAdoption   *self,
           GgovGeoDrawnGrid  *drawn,
           GError           **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) whole = NULL;
  g_autoptr(GEOSGeometry) inside = NULL;
  double area, inside_area;

  drawn->is_used = FALSE;

  if (!may_lie_in (self, drawn->shape))
    return TRUE;

  if (!(whole = _ggov_geo_frame_read (&self->ground->frame, drawn->shape, error)))
    return FALSE;

  if (GEOSPreparedIntersects_r (geos, self->community, whole) != 1)
    return TRUE;

  if (GEOSPreparedContains_r (geos, self->community, whole) == 1)
    inside = GEOSGeom_clone_r (geos, whole);
  else if (!(inside = GEOSIntersection_r (geos, whole, self->ground->metres)))
    return _ggov_geo_engine_fail (error);

  area = get_area (whole);
  inside_area = get_area (inside);

  if (inside_area < GGOV_GEO_ADOPT_NOISE_M2 ||
      (inside_area < STRAY_M2 && inside_area < STRAY_SHARE * area))
    return TRUE;

  drawn->is_used = TRUE;

  if (area - inside_area > GGOV_GEO_ADOPT_NOISE_M2)
    {
      g_autoptr(GEOSGeometry) beyond = GEOSDifference_r (geos, whole, self->ground->metres);
      g_autoptr(GEOSGeometry) point = beyond ? GEOSPointOnSurface_r (geos, beyond) : NULL;
      double place[2];

      if (point && GEOSGeomGetX_r (geos, point, &place[0]) == 1 &&
          GEOSGeomGetY_r (geos, point, &place[1]) == 1)
        _ggov_geo_adopt_note (self, GGOV_GEO_ADOPT_OUTSIDE, drawn->grid_id, 0, 0, place,
                              area - inside_area);
    }

  /* The whole of it: cut off where the community ends, its lines would be rounded there twice. */
  add_claim (self, drawn->grid_id, g_steal_pointer (&whole));

  return TRUE;
}

gboolean
_ggov_geo_adopt_claim (GgovGeoAdoption   *self,
                       GgovGeoDrawnGrid  *drawn,
                       guint              n_drawn,
                       GError           **error)
{
  self->grid_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->claims = g_ptr_array_new_with_free_func (free_claim);

  for (guint i = 0; i < n_drawn; i++)
    {
      self->last_id = MAX (self->last_id, drawn[i].grid_id);

      if (!claim_one (self, &drawn[i], error))
        return FALSE;
    }

  self->n_drawn = self->grid_ids->len;

  return TRUE;
}

/* Cutting ---------------------------------------------------------------------------------- */

static const GgovGeoPart *
get_part (const GgovGeoAdoption *self,
          guint                  i)
{
  return g_ptr_array_index (self->ground->parts, i);
}

/* Whether a line runs through a footprint, or it is in several pieces, which may be in several
 * grids with no line near. */
static gboolean
is_concerned (const GgovGeoAdoption     *self,
              const GEOSPreparedGeometry *lines,
              guint                       part)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GEOSGeometry *shape = get_part (self, part)->shape;

  return GEOSGetNumGeometries_r (geos, shape) > 1 ||
         GEOSPreparedIntersects_r (geos, lines, shape) == 1;
}

/* Returns: (transfer full) (nullable): the borders that were drawn, within the community */
static GEOSGeometry *
join_lines (GgovGeoAdoption  *self,
            GError          **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  g_autoptr(GEOSGeometry) all = NULL;
  g_autoptr(GEOSGeometry) noded = NULL;
  GEOSGeometry *inside = NULL;

  for (guint i = 0; i < self->claims->len; i++)
    g_ptr_array_add (lines, GEOSBoundary_r (geos, ((GgovGeoClaim *)
                                                   self->claims->pdata[i])->shape));

  all = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION,
                                     (GEOSGeometry **) lines->pdata, lines->len);

  if (!(noded = GEOSUnaryUnion_r (geos, all)) ||
      !(inside = GEOSIntersection_r (geos, noded, self->ground->metres)))
    _ggov_geo_engine_fail (error);

  return inside;
}

/* Returns: (transfer full) (nullable): the ground cut along lines, footprints and its border */
static GEOSGeometry *
cut_polygons (GgovGeoAdoption  *self,
              GEOSGeometry     *drawn,
              gboolean         *is_cut,
              GError          **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GEOSPreparedGeometry *prepared = GEOSPrepare_r (geos, drawn);
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  g_autoptr(GEOSGeometry) all = NULL;
  g_autoptr(GEOSGeometry) noded = NULL;
  const GEOSGeometry *noded_lines[1];
  GEOSGeometry *polygons = NULL;

  g_ptr_array_add (lines, GEOSBoundary_r (geos, self->ground->metres));

  for (guint i = 0; i < self->ground->parts->len; i++)
    if ((is_cut[i] = is_concerned (self, prepared, i)))
      g_ptr_array_add (lines, GEOSBoundary_r (geos, get_part (self, i)->shape));

  _ggov_geo_prepared_free (prepared);
  g_ptr_array_add (lines, GEOSGeom_clone_r (geos, drawn));
  all = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION,
                                     (GEOSGeometry **) lines->pdata, lines->len);
  noded_lines[0] = noded = GEOSUnaryUnionPrec_r (geos, all, GGOV_GEO_STEP_M);

  if (noded == NULL || !(polygons = GEOSPolygonize_r (geos, noded_lines, 1)))
    _ggov_geo_engine_fail (error);

  return polygons;
}

/* What faces are made of while they are made. */
typedef struct
{
  GgovGeoAdoption *adoption;
  const gboolean  *is_cut; /* for each part */
} Look;

static GArray *
find_claimants (GgovGeoAdoption    *self,
                const GEOSGeometry *point,
                const double       *place)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->claims->len; i++)
    {
      const GgovGeoClaim *claim = self->claims->pdata[i];
      gboolean is_known = FALSE;

      for (guint j = 0; j < found->len; j++)
        is_known = is_known || g_array_index (found, guint, j) == claim->owner;

      if (!is_known && is_in_box (place, claim->box) &&
          GEOSPreparedIntersects_r (_ggov_geo_engine (), claim->prepared, point) == 1)
        g_array_append_val (found, claim->owner);
    }

  return found;
}

/* Of several footprints the smallest: a tower on what it rises from. */
static guint
find_part (GgovGeoAdoption    *self,
           const gboolean     *is_cut,
           const GEOSGeometry *point,
           const double       *place)
{
  guint best = GGOV_GEO_NONE;

  for (guint i = 0; i < self->ground->parts->len; i++)
    {
      const GgovGeoPart *part = get_part (self, i);

      if (is_cut[i] && is_in_box (place, part->box) &&
          GEOSIntersects_r (_ggov_geo_engine (), part->shape, point) == 1 &&
          (best == GGOV_GEO_NONE || part->area_m2 < get_part (self, best)->area_m2))
        best = i;
    }

  return best;
}

/* Footprints that no line touches lie in the face that has any point of them. */
static void
note_parts (GgovGeoAdoption    *self,
            const gboolean     *is_cut,
            const GEOSGeometry *polygon,
            guint               face)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GEOSPreparedGeometry *prepared = NULL;
  double box[4];

  get_box (polygon, box);

  for (guint i = 0; i < self->ground->parts->len; i++)
    {
      const GgovGeoPart *part = get_part (self, i);
      const double corner[] = { part->box[0], part->box[1] };

      if (is_cut[i] || self->face_of_part[i] != GGOV_GEO_NONE || !is_in_box (corner, box))
        continue;

      if (prepared == NULL)
        prepared = GEOSPrepare_r (geos, polygon);

      if (GEOSPreparedIntersects_r (geos, prepared, part->shape) == 1)
        self->face_of_part[i] = face;
    }

  g_clear_pointer (&prepared, _ggov_geo_prepared_free);
}

static gboolean
look_at_face (const GEOSGeometry *polygon,
              const GEOSGeometry *point,
              const double       *place,
              GgovGeoFace        *face,
              gpointer            data)
{
  Look *look = data;
  GgovGeoAdoption *self = look->adoption;
  GArray *claimants;
  guint part;

  /* A hole of the community. */
  if (GEOSPreparedIntersects_r (_ggov_geo_engine (), self->community, point) != 1)
    return FALSE;

  claimants = find_claimants (self, point, place);
  part = find_part (self, look->is_cut, point, place);
  face->building = claimants->len == 1 ? g_array_index (claimants, guint, 0) : GGOV_GEO_NONE;
  face->is_footprint = part != GGOV_GEO_NONE;
  face->is_exact = claimants->len == 1;
  note_parts (self, look->is_cut, polygon, self->parts->len);
  g_array_append_vals (self->places, place, 1);
  g_array_append_val (self->parts, part);
  g_ptr_array_add (self->claimants, claimants);

  return TRUE;
}

gboolean
_ggov_geo_adopt_cut (GgovGeoAdoption  *self,
                     GError          **error)
{
  const guint n_parts = self->ground->parts->len;
  g_autofree gboolean *is_cut = g_new0 (gboolean, n_parts + 1);
  g_autoptr(GEOSGeometry) drawn = join_lines (self, error);
  g_autoptr(GEOSGeometry) polygons = NULL;
  Look look = { self, is_cut };

  if (drawn == NULL || !(polygons = cut_polygons (self, drawn, is_cut, error)))
    return FALSE;

  self->places = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->claimants = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->face_of_part = g_new (guint, n_parts + 1);

  for (guint i = 0; i < n_parts; i++)
    self->face_of_part[i] = GGOV_GEO_NONE;

  self->plots = _ggov_geo_plots_new_of_polygons (polygons, look_at_face, &look);

  return TRUE;
}
