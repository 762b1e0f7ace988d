/* ggov-geo-border-cells.c: lines halfway between buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-subdivision-private.h"

#define SPACING_M       3.0 /* between points on a wall; lines waver by about SPACING² / 4 gap */
#define DENSE_SPACING_M 1.0 /* the same where another building is near */
#define CORNER_M        0.1 /* a point this near each end of a wall, where walls may touch */
#define FAR_AWAY        20  /* times the block's size; points there close the outermost cells */
#define N_FAR_AWAY      8
#define MARGIN_M        1.0 /* lines are cut off this far outside the block's box */
#define AT_EDGE_M       0.1 /* a line this near the block's edge goes to it, not past it */
#define CONTESTED       (GGOV_GEO_NONE - 1) /* a point on the walls of two buildings */

/* The points along the walls of one block. */
typedef struct
{
  GArray *edge;        /* (element-type double[2]): the points around the block */
  GArray *places;      /* (element-type double[2]) */
  GArray *buildings;   /* (element-type guint): GGOV_GEO_NONE far away; or CONTESTED */
  GHashTable *by_place; /* (element-type double[2] guint): index + 1; keys owned by itself */
} Sites;

static void
sites_clear (Sites *self)
{
  g_clear_pointer (&self->edge, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->buildings, g_array_unref);
  g_clear_pointer (&self->by_place, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sites, sites_clear)

static double
round_off (double metres)
{
  return GGOV_GEO_STEP_M * round (metres / GGOV_GEO_STEP_M);
}

static void
add_site (Sites  *self,
          double  x,
          double  y,
          guint   building)
{
  double place[] = { round_off (x), round_off (y) };

  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_place, place));

  if (known != 0)
    {
      guint *owner = &g_array_index (self->buildings, guint, known - 1);

      *owner = *owner == building ? building : CONTESTED;
      return;
    }

  g_array_append_vals (self->places, place, 1);
  g_array_append_val (self->buildings, building);
  g_hash_table_insert (self->by_place, g_memdup2 (place, sizeof place),
                       GUINT_TO_POINTER (self->places->len));
}

static void
add_wall (Sites              *self,
          const GEOSGeometry *ring,
          guint               building,
          double              spacing_m)
{
  g_autofree double *coords = NULL;
  guint n_points;

  coords = _ggov_geo_geom_dup_coords (ring, &n_points);

  for (guint i = 0; i + 1 < n_points; i++)
    {
      const double *a = coords + 2 * i, *b = a + 2;
      double dx = b[0] - a[0], dy = b[1] - a[1], length = hypot (dx, dy);
      guint n = MAX (1, ceil (length / spacing_m));

      for (guint j = 0; j < n; j++)
        add_site (self, a[0] + dx * j / n, a[1] + dy * j / n, building);

      if (spacing_m < SPACING_M && length > 2 * CORNER_M)
        {
          double t = CORNER_M / length;

          add_site (self, a[0] + dx * t, a[1] + dy * t, building);
          add_site (self, b[0] - dx * t, b[1] - dy * t, building);
        }
    }
}

static void
add_part (Sites             *self,
          const GgovGeoPart *part)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double spacing_m = part->is_crowded ? DENSE_SPACING_M : SPACING_M;

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, part->shape); i++)
    {
      const GEOSGeometry *polygon = GEOSGetGeometryN_r (geos, part->shape, i);

      add_wall (self, GEOSGetExteriorRing_r (geos, polygon), part->building, spacing_m);
    }
}

static void
add_far_away (Sites              *self,
              const GgovGeoBlock *block)
{
  double x = (block->box[0] + block->box[2]) / 2;
  double y = (block->box[1] + block->box[3]) / 2;
  double radius = FAR_AWAY * (block->box[2] - block->box[0] + block->box[3] - block->box[1]);

  for (guint i = 0; i < N_FAR_AWAY; i++)
    add_site (self, x + radius * cos (2 * G_PI * i / N_FAR_AWAY + 0.1),
              y + radius * sin (2 * G_PI * i / N_FAR_AWAY + 0.1), GGOV_GEO_NONE);
}

/* Returns: (transfer full) (element-type double[2]): the points around the block */
static GArray *
list_edge (const GgovGeoBlock *block)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GArray *edge = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_autofree double *coords = NULL;
  guint n_points;

  coords = _ggov_geo_geom_dup_coords (GEOSGetExteriorRing_r (geos, block->polygon), &n_points);
  g_array_append_vals (edge, coords, n_points);

  return edge;
}

static void
sites_init (Sites               *self,
            const GgovGeoGround *ground,
            const GgovGeoBlock  *block)
{
  self->edge = list_edge (block);
  self->places = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  self->buildings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_place = g_hash_table_new_full (_ggov_geo_place_hash, _ggov_geo_place_equal,
                                          g_free, NULL);

  for (guint i = 0; i < block->parts->len; i++)
    add_part (self, g_ptr_array_index (ground->parts, g_array_index (block->parts, guint, i)));

  add_far_away (self, block);
}

/* The centre of the circle through a triangle's corners. Rounded here, so that two centres which
 * differ by the last digit cannot be rounded apart later. */
static void
find_centre (const double *a,
             const double *b,
             const double *c,
             double        centre[2])
{
  double bx = b[0] - a[0], by = b[1] - a[1];
  double cx = c[0] - a[0], cy = c[1] - a[1];
  double d = 2 * (bx * cy - by * cx);
  double b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;

  /* Three points in line have their centre at infinity: far is far enough. */
  if (fabs (d) < 1e-9)
    d = d < 0 ? -1e-9 : 1e-9;

  centre[0] = round_off (a[0] + (cy * b2 - by * c2) / d);
  centre[1] = round_off (a[1] + (bx * c2 - cx * b2) / d);
}

/* Liang and Barsky: cuts a segment to a box. */
static gboolean
clip (double        a[2],
      double        b[2],
      const double *box)
{
  double d[] = { b[0] - a[0], b[1] - a[1] };
  double p[] = { -d[0], d[0], -d[1], d[1] };
  double q[] = { a[0] - box[0] + MARGIN_M, box[2] + MARGIN_M - a[0],
                 a[1] - box[1] + MARGIN_M, box[3] + MARGIN_M - a[1] };
  double from = 0, to = 1;

  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;

      if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      else if (p[i] > 0)
        to = MIN (to, q[i] / p[i]);
    }

  if (!(from < to))
    return FALSE;

  /* An end that is not cut off stays as it is, to the last digit. */
  if (to < 1)
    {
      b[0] = a[0] + to * d[0];
      b[1] = a[1] + to * d[1];
    }

  a[0] += from * d[0];
  a[1] += from * d[1];

  return TRUE;
}

/* Takes a centre that is all but on the block's edge to it, so that no ground is left between. */
static void
snap_to_edge (double        centre[2],
              const GArray *edge)
{
  const double *points = (const double *) edge->data;

  for (guint i = 0; i + 1 < edge->len; i++)
    {
      const double *a = points + 2 * i;
      double dx = a[2] - a[0], dy = a[3] - a[1];
      double length2 = dx * dx + dy * dy;
      double t = length2 > 0 ? ((centre[0] - a[0]) * dx + (centre[1] - a[1]) * dy) / length2 : 0;

      t = CLAMP (t, 0, 1);

      if (hypot (a[0] + t * dx - centre[0], a[1] + t * dy - centre[1]) < AT_EDGE_M)
        {
          centre[0] = round_off (a[0] + t * dx);
          centre[1] = round_off (a[1] + t * dy);
          return;
        }
    }
}

static void
draw_segment (const double       *first,
              const double       *second,
              const GgovGeoBlock *block,
              GPtrArray          *segments)
{
  double coords[] = { first[0], first[1], second[0], second[1] };
  GEOSGeometry *line;

  if (!clip (coords, coords + 2, block->box) || _ggov_geo_place_equal (coords, coords + 2))
    return;

  if ((line = _ggov_geo_geom_new_line (coords, 2, NULL)))
    g_ptr_array_add (segments, line);
}

/* Draws a segment for each side of a triangle between two buildings whose other triangle has been
 * met before. @centres holds the centre of that one, by the side's two sites. */
static void
visit_triangle (Sites              *self,
                const GEOSGeometry *triangle,
                GHashTable         *centres,
                const GgovGeoBlock *block,
                GPtrArray          *segments)
{
  g_autofree double *coords = NULL;
  double centre[2];
  guint site[3], building[3];
  guint n_points;

  /* Every corner is one of our points: the triangulation makes none of its own. */
  coords = _ggov_geo_geom_dup_coords (GEOSGetExteriorRing_r (_ggov_geo_engine (), triangle),
                                      &n_points);

  for (guint i = 0; i < 3; i++)
    {
      site[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_place, coords + 2 * i)) - 1;
      building[i] = g_array_index (self->buildings, guint, site[i]);
    }

  if (building[0] == building[1] && building[1] == building[2])
    return;

  find_centre (coords, coords + 2, coords + 4, centre);
  snap_to_edge (centre, self->edge);

  for (guint i = 0; i < 3; i++)
    {
      guint j = (i + 1) % 3;
      gint64 key = (gint64) MIN (site[i], site[j]) << 32 | MAX (site[i], site[j]);
      const double *other;

      if (building[i] == building[j] ||
          building[i] == GGOV_GEO_NONE || building[j] == GGOV_GEO_NONE)
        continue;

      if ((other = g_hash_table_lookup (centres, &key)))
        draw_segment (other, centre, block, segments);
      else
        g_hash_table_insert (centres, g_memdup2 (&key, sizeof key),
                             g_memdup2 (centre, sizeof centre));
    }
}

static gboolean
has_two_buildings (const GgovGeoGround *ground,
                   const GgovGeoBlock  *block)
{
  guint first = GGOV_GEO_NONE;

  for (guint i = 0; i < block->parts->len; i++)
    {
      const GgovGeoPart *part;

      part = g_ptr_array_index (ground->parts, g_array_index (block->parts, guint, i));

      if (i > 0 && part->building != first)
        return TRUE;

      first = part->building;
    }

  return FALSE;
}

/* Returns: (transfer full) (nullable): the Delaunay triangles of the block's points */
static GEOSGeometry *
triangulate (const Sites  *sites,
             GError      **error)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_autoptr(GEOSGeometry) points = NULL;
  GEOSGeometry *triangles;

  /* Without those which touching walls share, the line between them starts from the middle. */
  for (guint i = 0; i < sites->places->len; i++)
    if (g_array_index (sites->buildings, guint, i) != CONTESTED)
      g_array_append_vals (places, (const double *) sites->places->data + 2 * i, 1);

  /* Only the vertices count: a line through them is the cheapest shape that has them. */
  if (!(points = _ggov_geo_geom_new_line ((const double *) places->data, places->len, error)))
    return NULL;

  if (!(triangles = GEOSDelaunayTriangulation_r (_ggov_geo_engine (), points, 0, 0)))
    _ggov_geo_engine_fail (error);

  return triangles;
}

gboolean
_ggov_geo_cells_draw (const GgovGeoGround  *ground,
                      const GgovGeoBlock   *block,
                      GPtrArray            *lines,
                      GError              **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GPtrArray) segments = g_ptr_array_new ();
  g_autoptr(GHashTable) centres = NULL;
  g_autoptr(GEOSGeometry) triangles = NULL;
  g_autoptr(GEOSGeometry) drawn = NULL;
  g_autoptr(GEOSGeometry) merged = NULL;
  g_autoptr(GEOSGeometry) snapped = NULL;
  g_auto(Sites) sites = { 0 };
  GEOSGeometry *inside;

  if (!has_two_buildings (ground, block))
    return TRUE;

  sites_init (&sites, ground, block);

  if (!(triangles = triangulate (&sites, error)))
    return FALSE;

  centres = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, triangles); i++)
    visit_triangle (&sites, GEOSGetGeometryN_r (geos, triangles, i), centres, block, segments);

  drawn = GEOSGeom_createCollection_r (geos, GEOS_MULTILINESTRING,
                                       (GEOSGeometry **) segments->pdata, segments->len);

  /* Cutting lines where they cross costs by the line, not by the point: GEOS 3.11 draws random
   * numbers for each. */
  if (!(merged = GEOSLineMerge_r (geos, drawn)) ||
      !(snapped = GEOSSnap_r (geos, merged, block->polygon, AT_EDGE_M)) ||
      !(inside = GEOSIntersection_r (geos, snapped, block->polygon)))
    return _ggov_geo_engine_fail (error);

  g_ptr_array_add (lines, inside);

  return TRUE;
}
