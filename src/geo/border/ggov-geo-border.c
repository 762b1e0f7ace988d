/* ggov-geo-border.c: neat border lines from the assignment of buildings to grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-subdivision-private.h"

static gboolean
refuse (gint64         *offender,
        gint64          grid_id,
        GgovGeoReason   reason,
        const double   *place,
        GError        **error)
{
  if (offender != NULL)
    *offender = grid_id;

  return _ggov_geo_refuse (reason, grid_id, 0, place, error);
}

gboolean
_ggov_geo_border_check_grid (GgovGeoSubdivision  *subdivision,
                             gint64               grid_id,
                             gint64              *offender,
                             double              *area,
                             GError             **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GPtrArray) rings = NULL;
  g_autoptr(GEOSGeometry) polygon = NULL;
  guint n_shells = 0;

  if (!(rings = _ggov_geo_subdivision_chain (subdivision, &grid_id, 1, NULL, error)))
    return FALSE;

  for (guint i = 0; i < rings->len; i++)
    {
      const GgovGeoRing *ring = g_ptr_array_index (rings, i);

      n_shells += ring->area > 0;

      if (area != NULL)
        *area += ring->area;

      if (_ggov_geo_ring_is_inner_hole (ring))
        return refuse (offender, grid_id, GGOV_GEO_REASON_HOLE, ring->coords, error);
    }

  /* Two pieces that meet in a point are two pieces. */
  if (n_shells != 1)
    return refuse (offender, grid_id, GGOV_GEO_REASON_PIECES, NULL, error);

  if (!(polygon = _ggov_geo_rings_to_geom (rings, error)))
    return FALSE;

  if (GEOSisValid_r (geos, polygon) != 1)
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_ENGINE,
                   "The border drawn for grid %" G_GINT64_FORMAT " crosses itself", grid_id);
      return FALSE;
    }

  return TRUE;
}

/* What was drawn is checked before anybody sees it. */
static gboolean
check_drawing (GgovGeoSubdivision   *subdivision,
               const GgovGeoGround  *ground,
               const GgovGeoStop    *stop,
               gint64               *offender,
               GError              **error)
{
  g_autoptr(GArray) grids = ggov_geo_subdivision_list_grids (subdivision);
  double area = 0, whole = 0;

  for (guint i = 0; i < grids->len; i++)
    if (!_ggov_geo_stop_check (stop, error) ||
        !_ggov_geo_border_check_grid (subdivision, g_array_index (grids, gint64, i),
                                      offender, &area, error))
      return FALSE;

  GEOSArea_r (_ggov_geo_engine (), ground->degrees, &whole);

  if (fabs (area - whole) > 1e-7 * whole)
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_ENGINE,
                   "The borders drawn cover %.9f of the community", area / whole);
      return FALSE;
    }

  return TRUE;
}

static GgovGeoSubdivision *
draw (const GgovGeoGround  *ground,
      const GgovGeoPlots   *plots,
      const gint64         *grids,
      gboolean              straight,
      const GgovGeoStop    *stop,
      gint64               *offender,
      GError              **error)
{
  g_autoptr(GPtrArray) lines = _ggov_geo_lines_extract (plots, grids);
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;

  if (straight && !_ggov_geo_lines_straighten (lines, ground, stop))
    {
      _ggov_geo_stop_fail (error);
      return NULL;
    }

  if (!(subdivision = _ggov_geo_lines_to_subdivision (lines, ground, plots, grids, error)) ||
      !check_drawing (subdivision, ground, stop, offender, error))
    return NULL;

  return g_steal_pointer (&subdivision);
}

GgovGeoSubdivision *
_ggov_geo_border_draw_faces (const GgovGeoGround  *ground,
                             const GgovGeoPlots   *plots,
                             const gint64         *grids,
                             gboolean              straight,
                             const GgovGeoStop    *stop,
                             gint64               *offender,
                             GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  GgovGeoSubdivision *subdivision = draw (ground, plots, grids, straight, stop, offender,
                                          &local_error);

  /* Sound if less neat: the lines as they were cut. */
  if (straight && (g_error_matches (local_error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_ENGINE) ||
                   g_error_matches (local_error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID)))
    {
      g_debug ("Borders are not straightened: %s", local_error->message);
      return draw (ground, plots, grids, FALSE, stop, offender, error);
    }

  if (subdivision == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return subdivision;
}

GgovGeoSubdivision *
_ggov_geo_border_draw (const GgovGeoGround  *ground,
                       GgovGeoPlots         *plots,
                       const GgovGeoStop    *stop,
                       gint64               *offender,
                       GError              **error)
{
  g_autofree gint64 *grids = _ggov_geo_plots_dup_grids (plots, ground, offender, error);

  if (grids == NULL || !_ggov_geo_stop_check (stop, error))
    return NULL;

  return _ggov_geo_border_draw_faces (ground, plots, grids, TRUE, stop, offender, error);
}

GgovGeoSubdivision *
_ggov_geo_border_trace (GBytes                 *community_wkb,
                        const GgovGeoBuilding  *buildings,
                        guint                   n_buildings,
                        GBytes                 *streets_wkb,
                        gint64                 *offender,
                        GError                **error)
{
  g_autoptr(GgovGeoGround) ground = NULL;
  g_autoptr(GgovGeoPlots) plots = NULL;

  if (!(ground = _ggov_geo_ground_new (community_wkb, buildings, n_buildings,
                                       streets_wkb, NULL, error)) ||
      !(plots = _ggov_geo_plots_new (ground, NULL, error)))
    return NULL;

  return _ggov_geo_border_draw (ground, plots, NULL, offender, error);
}

GgovGeoSubdivision *
ggov_geo_border_trace (GBytes                 *community_wkb,
                       const GgovGeoBuilding  *buildings,
                       guint                   n_buildings,
                       GBytes                 *streets_wkb,
                       GError                **error)
{
  g_return_val_if_fail (community_wkb != NULL, NULL);
  g_return_val_if_fail (buildings != NULL || n_buildings == 0, NULL);

  return _ggov_geo_border_trace (community_wkb, buildings, n_buildings, streets_wkb, NULL, error);
}
