/* ggov-geo-border-plots.c: the ground cut along streets, walls and halfway lines, and shared out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-subdivision-private.h"

#define STREET_BOND 0.25 /* what a metre of street binds, to a metre of open ground */

#define MIN_WIDTH_M 0.3  /* thinner ground goes to a neighbour: nobody wants a border there */

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

void
_ggov_geo_plots_free (GgovGeoPlots *self)
{
  g_clear_pointer (&self->vertices, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->faces, g_array_unref);
  g_clear_pointer (&self->first_edge, g_free);
  g_clear_pointer (&self->face_edges, g_free);
  g_free (self);
}

double
_ggov_geo_plots_get_length (const GgovGeoPlots *self,
                            const GgovGeoEdge  *edge)
{
  const double *a = (const double *) self->vertices->data + 2 * edge->from;
  const double *b = (const double *) self->vertices->data + 2 * edge->to;

  return hypot (b[0] - a[0], b[1] - a[1]);
}

double
_ggov_geo_plots_get_bond (const GgovGeoPlots *self,
                          const GgovGeoEdge  *edge)
{
  guint left = g_array_index (self->faces, GgovGeoFace, edge->left).block;
  guint right = g_array_index (self->faces, GgovGeoFace, edge->right).block;

  /* Only streets part blocks. */
  return _ggov_geo_plots_get_length (self, edge) * (left == right ? 1 : STREET_BOND);
}

/* Cuts everything where it crosses, and makes faces of what that encloses. */
static GEOSGeometry *
cut_ground (const GgovGeoGround  *ground,
            GError              **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  g_autoptr(GEOSGeometry) all = NULL;
  g_autoptr(GEOSGeometry) noded = NULL;
  const GEOSGeometry *noded_lines[1];
  GEOSGeometry *faces;
  gboolean is_drawn = TRUE;

  for (guint i = 0; i < ground->blocks->len; i++)
    {
      const GgovGeoBlock *block = g_ptr_array_index (ground->blocks, i);

      g_ptr_array_add (lines, GEOSBoundary_r (geos, block->polygon));
      is_drawn = is_drawn && _ggov_geo_cells_draw (ground, block, lines, error);
    }

  for (guint i = 0; i < ground->parts->len; i++)
    g_ptr_array_add (lines, GEOSBoundary_r (geos, ((GgovGeoPart *)
                                                   g_ptr_array_index (ground->parts, i))->shape));

  all = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION,
                                     (GEOSGeometry **) lines->pdata, lines->len);

  if (!is_drawn)
    return NULL;

  noded = GEOSUnaryUnionPrec_r (geos, all, GGOV_GEO_STEP_M);
  noded_lines[0] = noded;

  if (noded == NULL || !(faces = GEOSPolygonize_r (geos, noded_lines, 1)))
    {
      _ggov_geo_engine_fail (error);
      return NULL;
    }

  return faces;
}

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

/* The block a point lies in. */
static guint
find_block (const GgovGeoGround *ground,
            const GEOSGeometry  *point,
            const double        *place)
{
  for (guint i = 0; i < ground->blocks->len; i++)
    {
      const GgovGeoBlock *block = g_ptr_array_index (ground->blocks, i);

      if (place[0] >= block->box[0] && place[0] <= block->box[2] &&
          place[1] >= block->box[1] && place[1] <= block->box[3] &&
          GEOSPreparedIntersects_r (_ggov_geo_engine (), block->prepared, point) == 1)
        return i;
    }

  return GGOV_GEO_NONE;
}

/* The building nearest to a point of a block; of several that it stands in the smallest, so that a
 * tower has its plot on the roof of what it rises from. */
static guint
find_building (const GgovGeoGround *ground,
               const GgovGeoBlock  *block,
               const GEOSGeometry  *point,
               const double        *place,
               gboolean            *is_footprint)
{
  const GgovGeoPart *nearest = NULL;
  double nearest_m = INFINITY;

  for (guint i = 0; i < block->parts->len; i++)
    {
      const GgovGeoPart *part;
      double dx, dy, distance_m;

      part = g_ptr_array_index (ground->parts, g_array_index (block->parts, guint, i));
      dx = MAX (0, MAX (part->box[0] - place[0], place[0] - part->box[2]));
      dy = MAX (0, MAX (part->box[1] - place[1], place[1] - part->box[3]));

      if (hypot (dx, dy) > nearest_m ||
          GEOSDistance_r (_ggov_geo_engine (), part->shape, point, &distance_m) != 1)
        continue;

      if (distance_m < nearest_m ||
          (distance_m == 0 && nearest != NULL && part->area_m2 < nearest->area_m2))
        {
          nearest_m = distance_m;
          nearest = part;
        }
    }

  *is_footprint = nearest_m == 0;

  return nearest != NULL ? nearest->building : GGOV_GEO_NONE;
}

static gboolean
find_owner (const GEOSGeometry *polygon,
            const GEOSGeometry *point,
            const double       *place,
            GgovGeoFace        *face,
            gpointer            data)
{
  const GgovGeoGround *ground = data;

  face->block = find_block (ground, point, place);

  /* A hole of the community. */
  if (face->block == GGOV_GEO_NONE)
    return FALSE;

  face->building = find_building (ground, g_ptr_array_index (ground->blocks, face->block),
                                  point, place, &face->is_footprint);

  return TRUE;
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

static void
index_edges (GgovGeoPlots *self)
{
  guint n_faces = self->faces->len;
  guint *next;

  self->first_edge = g_new0 (guint, n_faces + 2);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, i);

      if (edge->left != GGOV_GEO_NONE)
        self->first_edge[edge->left + 2]++;

      if (edge->right != GGOV_GEO_NONE)
        self->first_edge[edge->right + 2]++;
    }

  for (guint i = 2; i < n_faces + 2; i++)
    self->first_edge[i] += self->first_edge[i - 1];

  /* Counted one place too high, so that filling moves each beginning to where it belongs. */
  self->face_edges = g_new (guint, self->first_edge[n_faces + 1]);
  next = self->first_edge + 1;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, i);

      if (edge->left != GGOV_GEO_NONE)
        self->face_edges[next[edge->left]++] = i;

      if (edge->right != GGOV_GEO_NONE)
        self->face_edges[next[edge->right]++] = i;
    }
}

/* The settled building to which a face belongs most. */
static guint
find_neighbour (const GgovGeoPlots *self,
                const gboolean     *is_loose,
                guint               face,
                GHashTable         *bonds)
{
  double best_bond = 0;
  guint best = GGOV_GEO_NONE;

  g_hash_table_remove_all (bonds);

  for (guint i = self->first_edge[face]; i < self->first_edge[face + 1]; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, self->face_edges[i]);
      guint other = edge->left == face ? edge->right : edge->left;
      double *bond;
      guint building;

      if (other == GGOV_GEO_NONE || is_loose[other])
        continue;

      building = g_array_index (self->faces, GgovGeoFace, other).building;

      if (!(bond = g_hash_table_lookup (bonds, GUINT_TO_POINTER (building))))
        g_hash_table_insert (bonds, GUINT_TO_POINTER (building), (bond = g_new0 (double, 1)));

      *bond += _ggov_geo_plots_get_bond (self, edge);

      if (*bond > best_bond)
        {
          best_bond = *bond;
          best = building;
        }
    }

  return best;
}

void
_ggov_geo_plots_settle (GgovGeoPlots *self,
                        gboolean     *is_loose)
{
  g_autoptr(GHashTable) bonds = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree guint *found = g_new (guint, self->faces->len);
  gboolean has_changed;

  /* In rounds, so that the outcome does not hang on the order of the faces. */
  do
    {
      has_changed = FALSE;

      for (guint i = 0; i < self->faces->len; i++)
        found[i] = is_loose[i] ? find_neighbour (self, is_loose, i, bonds) : GGOV_GEO_NONE;

      for (guint i = 0; i < self->faces->len; i++)
        if (found[i] != GGOV_GEO_NONE)
          {
            g_array_index (self->faces, GgovGeoFace, i).building = found[i];
            is_loose[i] = FALSE;
            has_changed = TRUE;
          }
    }
  while (has_changed);
}

/* Two lines that nearly coincide, as a street along the community's border, leave slivers. */
static gboolean
is_sliver (const GgovGeoPlots *self,
           guint               face)
{
  double length = 0;

  for (guint i = self->first_edge[face]; i < self->first_edge[face + 1]; i++)
    length += _ggov_geo_plots_get_length (self, &g_array_index (self->edges, GgovGeoEdge,
                                                                self->face_edges[i]));

  return 2 * g_array_index (self->faces, GgovGeoFace, face).area_m2 < MIN_WIDTH_M * length;
}

/* Faces which hang together with their building's footprint are its own; others are loose. */
static gboolean
share_out (GgovGeoPlots *self)
{
  g_autofree gboolean *is_loose = g_new (gboolean, self->faces->len);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->faces->len; i++)
    {
      is_loose[i] = !g_array_index (self->faces, GgovGeoFace, i).is_footprint;

      if (!is_loose[i])
        g_array_append_val (queue, i);
    }

  for (guint n = 0; n < queue->len; n++)
    {
      guint face = g_array_index (queue, guint, n);
      guint building = g_array_index (self->faces, GgovGeoFace, face).building;

      for (guint i = self->first_edge[face]; i < self->first_edge[face + 1]; i++)
        {
          const GgovGeoEdge *edge = &g_array_index (self->edges, GgovGeoEdge, self->face_edges[i]);
          guint other = edge->left == face ? edge->right : edge->left;

          if (other != GGOV_GEO_NONE && is_loose[other] && !is_sliver (self, other) &&
              g_array_index (self->faces, GgovGeoFace, other).building == building)
            {
              is_loose[other] = FALSE;
              g_array_append_val (queue, other);
            }
        }
    }

  _ggov_geo_plots_settle (self, is_loose);

  return queue->len > 0;
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

  index_edges (self);

  return self;
}

GgovGeoPlots *
_ggov_geo_plots_new (const GgovGeoGround  *ground,
                     GError              **error)
{
  g_autoptr(GgovGeoPlots) self = NULL;
  g_autoptr(GEOSGeometry) polygons = NULL;

  if (!(polygons = cut_ground (ground, error)))
    return NULL;

  self = _ggov_geo_plots_new_of_polygons (polygons, find_owner, (gpointer) ground);

  if (!share_out (self))
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
                           "No building stands in the community");
      return NULL;
    }

  return g_steal_pointer (&self);
}
