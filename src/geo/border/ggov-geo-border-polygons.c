/* ggov-geo-border-polygons.c: plots made of polygons that tile the ground
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-border-private.h"
#include "ggov-geo-subdivision-private.h"

/* Faces and edges as they are gathered. */
typedef struct
{
  GgovGeoPlots *plots;
  GHashTable *vertex_by_place; /* (element-type double[2] guint): index + 1; keys owned by itself */
  GHashTable *edge_by_ends;    /* (element-type gint64 guint): index + 1; keys owned by itself */
} Gathering;

static void
gathering_clear (Gathering *self)
{
  g_clear_pointer (&self->vertex_by_place, g_hash_table_unref);
  g_clear_pointer (&self->edge_by_ends, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

static guint
find_vertex (Gathering    *self,
             const double *place)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->vertex_by_place, place));

  if (known == 0)
    {
      g_array_append_vals (self->plots->vertices, place, 1);
      known = self->plots->vertices->len;
      g_hash_table_insert (self->vertex_by_place, g_memdup2 (place, 2 * sizeof *place),
                           GUINT_TO_POINTER (known));
    }

  return known - 1;
}

static void
add_side (Gathering *self,
          guint      from,
          guint      to,
          gboolean   is_left,
          guint      face)
{
  gint64 key = (gint64) MIN (from, to) << 32 | MAX (from, to);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->edge_by_ends, &key));
  GgovGeoEdge *edge;

  if (known == 0)
    {
      GgovGeoEdge fresh = { from, to, GGOV_GEO_NONE, GGOV_GEO_NONE };

      g_array_append_val (self->plots->edges, fresh);
      known = self->plots->edges->len;
      g_hash_table_insert (self->edge_by_ends, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (known));
    }

  edge = &g_array_index (self->plots->edges, GgovGeoEdge, known - 1);

  if (is_left == (edge->from == from))
    edge->left = face;
  else
    edge->right = face;
}

static double
compute_area (const double *coords,
              guint         n_points)
{
  double sum = 0;

  for (guint i = 0; i + 1 < n_points; i++)
    sum += coords[2 * i] * coords[2 * i + 3] - coords[2 * i + 2] * coords[2 * i + 1];

  return sum / 2;
}

static void
add_ring (Gathering          *self,
          const GEOSGeometry *ring,
          gboolean            is_hole,
          guint               face)
{
  g_autofree double *coords = NULL;
  guint n_points;
  gboolean is_left;
  guint from;

  coords = _ggov_geo_geom_dup_coords (ring, &n_points);
  is_left = (compute_area (coords, n_points) > 0) != is_hole;
  from = find_vertex (self, coords);

  for (guint i = 1; i < n_points; i++)
    {
      guint to = find_vertex (self, coords + 2 * i);

      add_side (self, from, to, is_left, face);
      from = to;
    }
}

static void
add_face (Gathering          *self,
          const GEOSGeometry *polygon,
          GgovGeoFaceFunc     func,
          gpointer            data)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) point = GEOSPointOnSurface_r (geos, polygon);
  guint index = self->plots->faces->len;
  GgovGeoFace face = { 0 };
  double place[2];

  GEOSGeomGetX_r (geos, point, &place[0]);
  GEOSGeomGetY_r (geos, point, &place[1]);
  GEOSArea_r (geos, polygon, &face.area_m2);

  if (!func (polygon, point, place, &face, data))
    return;

  g_array_append_val (self->plots->faces, face);
  add_ring (self, GEOSGetExteriorRing_r (geos, polygon), FALSE, index);

  for (int i = 0; i < GEOSGetNumInteriorRings_r (geos, polygon); i++)
    add_ring (self, GEOSGetInteriorRingN_r (geos, polygon, i), TRUE, index);
}

GgovGeoPlots *
_ggov_geo_plots_new_of_polygons (const GEOSGeometry *polygons,
                                 GgovGeoFaceFunc     func,
                                 gpointer            data)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GgovGeoPlots *self = g_new0 (GgovGeoPlots, 1);
  g_auto(Gathering) gathering = { self };

  self->vertices = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  self->edges = g_array_new (FALSE, FALSE, sizeof (GgovGeoEdge));
  self->faces = g_array_new (FALSE, FALSE, sizeof (GgovGeoFace));
  gathering.vertex_by_place = g_hash_table_new_full (_ggov_geo_place_hash, _ggov_geo_place_equal,
                                                     g_free, NULL);
  gathering.edge_by_ends = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, polygons); i++)
    add_face (&gathering, GEOSGetGeometryN_r (geos, polygons, i), func, data);

  _ggov_geo_plots_index (self);

  return self;
}
