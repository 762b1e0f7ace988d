/* ggov-geo-subdivision-rings.c: grid polygons from arcs put end to end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-frame-private.h"
#include "ggov-geo-subdivision-private.h"

#define LABEL_PRECISION 100 /* parts of the grid's width */

guint
_ggov_geo_place_hash (gconstpointer place)
{
  const double *xy = place;
  /* Adding zero makes one of minus and plus zero, which compare equal. */
  const double clean[] = { xy[0] + 0.0, xy[1] + 0.0 };
  guint64 bits[2];

  memcpy (bits, clean, sizeof bits);
  bits[0] = (bits[0] ^ (bits[1] << 21 | bits[1] >> 43)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return bits[0] >> 32;
}

gboolean
_ggov_geo_place_equal (gconstpointer a,
                       gconstpointer b)
{
  const double *first = a, *second = b;

  return first[0] == second[0] && first[1] == second[1];
}

void
_ggov_geo_ring_free (GgovGeoRing *self)
{
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->coords, g_free);
  g_free (self);
}

gboolean
_ggov_geo_ring_is_inner_hole (const GgovGeoRing *self)
{
  for (guint i = 0; self->area <= 0 && i < self->steps->len; i++)
    {
      const GgovGeoArc *arc = g_array_index (self->steps, GgovGeoStep, i).arc;

      if (arc->left_grid_id != 0 && arc->right_grid_id != 0)
        return TRUE;
    }

  return FALSE;
}

static const double *
get_start (const GgovGeoStep *step)
{
  return step->arc->coords + (step->is_backward ? 2 * (step->arc->n_points - 1) : 0);
}

static const double *
get_end (const GgovGeoStep *step)
{
  return step->arc->coords + (step->is_backward ? 0 : 2 * (step->arc->n_points - 1));
}

/* The direction in which a step leaves its start, or (is_arriving) is seen from its end. */
static double
get_angle (const GgovGeoStep *step,
           gboolean           is_arriving)
{
  guint last = step->arc->n_points - 1;
  gboolean from_last = step->is_backward != is_arriving;
  const double *a = step->arc->coords + (from_last ? 2 * last : 0);
  const double *b = from_last ? a - 2 : a + 2;

  return atan2 (b[1] - a[1], b[0] - a[0]);
}

static double
compute_area (const double *coords,
              guint         n_points)
{
  double sum = 0;

  /* From the first point, as degrees far from zero would eat the digits. */
  for (guint i = 1; i + 1 < n_points; i++)
    sum += (coords[2 * i] - coords[0]) * (coords[2 * i + 3] - coords[1]) -
           (coords[2 * i + 2] - coords[0]) * (coords[2 * i + 1] - coords[1]);

  return sum / 2;
}

static GgovGeoRing *
ring_new (GArray *path,
          guint   from)
{
  GgovGeoRing *self = g_new0 (GgovGeoRing, 1);
  g_autoptr(GArray) coords = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  self->steps = g_array_new (FALSE, FALSE, sizeof (GgovGeoStep));
  g_array_append_vals (self->steps, &g_array_index (path, GgovGeoStep, from), path->len - from);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const GgovGeoStep *step = &g_array_index (self->steps, GgovGeoStep, i);
      guint n = step->arc->n_points;

      if (i == 0)
        g_array_append_vals (coords, get_start (step), 1);

      for (guint j = 1; j < n; j++)
        g_array_append_vals (coords,
                             step->arc->coords + 2 * (step->is_backward ? n - 1 - j : j), 1);
    }

  self->n_points = coords->len;
  self->coords = (double *) (gpointer) g_array_free (g_steal_pointer (&coords), FALSE);
  self->area = compute_area (self->coords, self->n_points);

  return self;
}

static gboolean
is_inside (gint64        grid_id,
           const gint64 *grid_ids,
           guint         n_grids)
{
  for (guint i = 0; i < n_grids; i++)
    if (grid_ids[i] == grid_id)
      return TRUE;

  return n_grids == 0 && grid_id != 0;
}

/* Steps with the region on their left hand. */
static GArray *
list_steps (GgovGeoSubdivision *self,
            const gint64       *grid_ids,
            guint               n_grids)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (GgovGeoStep));

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self, i);
      gboolean left = is_inside (arc->left_grid_id, grid_ids, n_grids);
      gboolean right = is_inside (arc->right_grid_id, grid_ids, n_grids);
      GgovGeoStep step = { arc, right };

      if (left != right)
        g_array_append_val (steps, step);
    }

  return steps;
}

/* (element-type place GPtrArray): the steps that leave each place. */
static GHashTable *
index_starts (GArray *steps)
{
  GHashTable *starts;

  starts = g_hash_table_new_full (_ggov_geo_place_hash, _ggov_geo_place_equal,
                                  NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < steps->len; i++)
    {
      GgovGeoStep *step = &g_array_index (steps, GgovGeoStep, i);
      GPtrArray *leaving = g_hash_table_lookup (starts, get_start (step));

      if (leaving == NULL)
        {
          leaving = g_ptr_array_new ();
          g_hash_table_insert (starts, (gpointer) get_start (step), leaving);
        }

      g_ptr_array_add (leaving, step);
    }

  return starts;
}

/* Where several steps leave, the first one clockwise keeps to the same corner of the region. */
static GgovGeoStep *
take_next (GHashTable        *starts,
           const GgovGeoStep *step)
{
  GPtrArray *leaving = g_hash_table_lookup (starts, get_end (step));
  double back = get_angle (step, TRUE);
  double best_turn = INFINITY;
  guint best = 0;

  if (leaving == NULL || leaving->len == 0)
    return NULL;

  for (guint i = 0; leaving->len > 1 && i < leaving->len; i++)
    {
      double turn = back - get_angle (g_ptr_array_index (leaving, i), FALSE);

      turn = turn <= 0 ? turn + 2 * G_PI : turn;

      if (turn < best_turn)
        {
          best_turn = turn;
          best = i;
        }
    }

  return g_ptr_array_remove_index (leaving, best);
}

/* A place met for the second time closes a ring, which leaves the path. */
static void
close_rings (GArray     *path,
             GHashTable *positions,
             GPtrArray  *rings)
{
  const double *end = get_end (&g_array_index (path, GgovGeoStep, path->len - 1));
  gpointer position;

  if (!g_hash_table_lookup_extended (positions, end, NULL, &position))
    return;

  g_ptr_array_add (rings, ring_new (path, GPOINTER_TO_UINT (position)));

  for (guint i = GPOINTER_TO_UINT (position); i < path->len; i++)
    g_hash_table_remove (positions, get_start (&g_array_index (path, GgovGeoStep, i)));

  g_array_set_size (path, GPOINTER_TO_UINT (position));
}

static gboolean
walk (GHashTable   *starts,
      GgovGeoStep  *first,
      GPtrArray    *rings,
      double       *place,
      GError      **error)
{
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (GgovGeoStep));
  g_autoptr(GHashTable) positions = NULL;
  GgovGeoStep *step = first;

  positions = g_hash_table_new (_ggov_geo_place_hash, _ggov_geo_place_equal);
  g_ptr_array_remove (g_hash_table_lookup (starts, get_start (first)), first);

  do
    {
      g_hash_table_insert (positions, (gpointer) get_start (step), GUINT_TO_POINTER (path->len));
      g_array_append_vals (path, step, 1);
      close_rings (path, positions, rings);

      if (path->len > 0 && !(step = take_next (starts, step)))
        {
          const double *end = get_end (&g_array_index (path, GgovGeoStep, path->len - 1));

          if (place != NULL)
            memcpy (place, end, 2 * sizeof *place);

          g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID,
                       "The border ends at longitude %.7f, latitude %.7f", end[0], end[1]);
          return FALSE;
        }
    }
  while (path->len > 0);

  return TRUE;
}

GPtrArray *
_ggov_geo_subdivision_chain (GgovGeoSubdivision  *self,
                             const gint64        *grid_ids,
                             guint                n_grids,
                             double              *place,
                             GError             **error)
{
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GArray) steps = list_steps (self, grid_ids, n_grids);
  g_autoptr(GHashTable) starts = index_starts (steps);

  rings = g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_geo_ring_free);

  for (guint i = 0; i < steps->len; i++)
    {
      GgovGeoStep *step = &g_array_index (steps, GgovGeoStep, i);
      GPtrArray *leaving = g_hash_table_lookup (starts, get_start (step));

      if (g_ptr_array_find (leaving, step, NULL) && !walk (starts, step, rings, place, error))
        return NULL;
    }

  return g_steal_pointer (&rings);
}

static GEOSGeometry *
new_linear_ring (const GgovGeoRing *ring)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GEOSCoordSequence *seq = GEOSCoordSeq_copyFromBuffer_r (geos, ring->coords, ring->n_points, 0, 0);

  return seq != NULL ? GEOSGeom_createLinearRing_r (geos, seq) : NULL;
}

/* Whether a point of the hole's that is not on the shell lies in it. */
static gboolean
is_around (const GgovGeoRing *shell,
           const GgovGeoRing *hole)
{
  double x = (hole->coords[0] + hole->coords[2]) / 2;
  double y = (hole->coords[1] + hole->coords[3]) / 2;
  gboolean inside = FALSE;

  for (const double *a = shell->coords; a < shell->coords + 2 * (shell->n_points - 1); a += 2)
    if ((a[1] > y) != (a[3] > y) && x < a[0] + (y - a[1]) / (a[3] - a[1]) * (a[2] - a[0]))
      inside = !inside;

  return inside;
}

static GEOSGeometry *
new_polygon (const GgovGeoRing  *shell,
             GPtrArray          *rings,
             gboolean            takes_all,
             GError            **error)
{
  g_autoptr(GPtrArray) holes = g_ptr_array_new ();
  GEOSGeometry *polygon;

  for (guint i = 0; i < rings->len; i++)
    {
      const GgovGeoRing *ring = g_ptr_array_index (rings, i);

      if (ring->area <= 0 && (takes_all || is_around (shell, ring)))
        g_ptr_array_add (holes, new_linear_ring (ring));
    }

  polygon = GEOSGeom_createPolygon_r (_ggov_geo_engine (), new_linear_ring (shell),
                                      (GEOSGeometry **) holes->pdata, holes->len);

  if (polygon == NULL)
    _ggov_geo_engine_fail (error);

  return polygon;
}

GEOSGeometry *
_ggov_geo_rings_to_geom (GPtrArray  *rings,
                         GError    **error)
{
  g_autoptr(GPtrArray) polygons = NULL;
  guint n_shells = 0;

  for (guint i = 0; i < rings->len; i++)
    n_shells += ((const GgovGeoRing *) g_ptr_array_index (rings, i))->area > 0;

  polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_geo_geom_free);

  for (guint i = 0; i < rings->len; i++)
    {
      const GgovGeoRing *ring = g_ptr_array_index (rings, i);
      GEOSGeometry *polygon;

      if (ring->area <= 0)
        continue;

      if (!(polygon = new_polygon (ring, rings, n_shells == 1, error)))
        return NULL;

      g_ptr_array_add (polygons, polygon);
    }

  if (polygons->len == 0)
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID, "No border surrounds it");
      return NULL;
    }

  if (polygons->len == 1)
    return g_ptr_array_steal_index (polygons, 0);

  n_shells = polygons->len;
  g_ptr_array_set_free_func (polygons, NULL);

  return GEOSGeom_createCollection_r (_ggov_geo_engine (), GEOS_MULTIPOLYGON,
                                      (GEOSGeometry **) polygons->pdata, n_shells);
}

GEOSGeometry *
_ggov_geo_subdivision_dup_geom (GgovGeoSubdivision  *self,
                                gint64               grid_id,
                                GError             **error)
{
  g_autoptr(GPtrArray) rings = NULL;

  if (!(rings = _ggov_geo_subdivision_chain (self, &grid_id, grid_id != 0, NULL, error)))
    return NULL;

  return _ggov_geo_rings_to_geom (rings, error);
}

GBytes *
ggov_geo_subdivision_dup_grid_wkb (GgovGeoSubdivision  *self,
                                   gint64               grid_id,
                                   GError             **error)
{
  g_autoptr(GEOSGeometry) geom = NULL;

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), NULL);

  geom = _ggov_geo_subdivision_dup_geom (self, grid_id, error);

  return geom != NULL ? _ggov_geo_geom_to_wkb (geom, error) : NULL;
}

gboolean
ggov_geo_subdivision_get_label_point (GgovGeoSubdivision  *self,
                                      gint64               grid_id,
                                      double              *lon,
                                      double              *lat,
                                      GError             **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) geom = NULL;
  g_autoptr(GEOSGeometry) metres = NULL;
  g_autoptr(GEOSGeometry) radius = NULL;
  g_autofree double *coords = NULL;
  GgovGeoFrame frame;
  double bounds[4];
  double tolerance_m;
  guint n_points;

  g_return_val_if_fail (GGOV_IS_GEO_SUBDIVISION (self), FALSE);
  g_return_val_if_fail (lon != NULL && lat != NULL, FALSE);

  if (!(geom = _ggov_geo_subdivision_dup_geom (self, grid_id, error)) ||
      !_ggov_geo_frame_init (&frame, geom, error) ||
      !(metres = _ggov_geo_frame_apply (&frame, geom, error)))
    return FALSE;

  ggov_geo_subdivision_get_bounds (self, grid_id, bounds);
  tolerance_m = (bounds[2] - bounds[0]) * frame.lon_m / LABEL_PRECISION;

  /* The radius runs from the circle's centre to its rim. */
  if (!(radius = GEOSMaximumInscribedCircle_r (geos, metres, tolerance_m)) ||
      !(coords = _ggov_geo_geom_dup_coords (radius, &n_points)))
    return _ggov_geo_engine_fail (error);

  _ggov_geo_frame_to_degrees (&frame, coords, 1);
  *lon = coords[0];
  *lat = coords[1];

  return TRUE;
}
