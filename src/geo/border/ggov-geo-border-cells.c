/* ggov-geo-border-cells.c: lines halfway between buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-delaunay-private.h"
#include "ggov-geo-subdivision-private.h"

#define SPACING_M       3.0 /* between points on a wall; lines waver by about SPACING² / 4 gap */
#define DENSE_SPACING_M 1.0 /* the same where another building is near */
#define CORNER_M        0.1 /* a point this near each end of a wall, where walls may touch */
#define FAR_AWAY        20  /* times the block's size; points there close the outermost cells */
#define N_FAR_AWAY      8
#define AT_EDGE_M       0.1 /* a line this near the block's edge goes to it, not past it */
#define CONTESTED       (GGOV_GEO_NONE - 1) /* a point on the walls of two buildings */

/* A point on a wall, or far away. */
typedef struct
{
  GgovGeoMeshPoint point; /* from the middle of the block */
  guint building;         /* GGOV_GEO_NONE far away; or CONTESTED */
  guint number;           /* as it came */
} Site;

/* The points along the walls of one block. */
typedef struct
{
  GgovGeoMeshPoint middle; /* of the block */
  GArray *sites;           /* (element-type Site): those far away first, then wall by wall */
  GArray *points;          /* (element-type GgovGeoMeshPoint): of the sites */
  GArray *crossings;       /* (element-type double): scratch space */
} Sites;

static void
sites_clear (Sites *self)
{
  g_clear_pointer (&self->sites, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->crossings, g_array_unref);
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
  Site site = { { llround (x / GGOV_GEO_STEP_M) - self->middle.x,
                  llround (y / GGOV_GEO_STEP_M) - self->middle.y }, building,
                N_FAR_AWAY + self->sites->len };

  g_array_append_val (self->sites, site);
}

static void
add_wall (Sites        *self,
          const double *a,
          guint         building,
          double        spacing_m)
{
  const double *b = a + 2;
  double dx = b[0] - a[0], dy = b[1] - a[1], length = hypot (dx, dy);
  guint n = MAX (1, ceil (length / spacing_m));

  for (guint i = 0; i < n; i++)
    add_site (self, a[0] + dx * i / n, a[1] + dy * i / n, building);

  if (spacing_m < SPACING_M && length > 2 * CORNER_M)
    {
      double t = CORNER_M / length;

      add_site (self, a[0] + dx * t, a[1] + dy * t, building);
      add_site (self, b[0] - dx * t, b[1] - dy * t, building);
    }
}

/* The walls around it: courtyards have no neighbours. */
static void
add_part (Sites             *self,
          const GgovGeoPart *part)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double spacing_m = part->is_crowded ? DENSE_SPACING_M : SPACING_M;
  guint ring = 0;

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, part->shape); i++)
    {
      const GEOSGeometry *polygon = GEOSGetGeometryN_r (geos, part->shape, i);

      for (guint j = _ggov_geo_walls_get_first (&part->walls, ring);
           j + 1 < part->walls.ends[ring]; j++)
        add_wall (self, part->walls.points + 2 * j, part->building, spacing_m);

      ring += 1 + GEOSGetNumInteriorRings_r (geos, polygon);
    }
}

/* All around, counterclockwise. Buildings that share a narrow block out may be far from it. */
static void
add_far_away (Sites              *self,
              const GgovGeoBlock *block)
{
  double size = (block->box[2] - block->box[0] + block->box[3] - block->box[1]) / GGOV_GEO_STEP_M;
  double radius;

  for (guint i = 0; i < self->sites->len; i++)
    {
      const GgovGeoMeshPoint *point = &g_array_index (self->sites, Site, i).point;

      size = MAX (size, hypot (point->x, point->y));
    }

  radius = MIN (FAR_AWAY * size, GGOV_GEO_DELAUNAY_MAX - 1);

  for (guint i = 0; i < N_FAR_AWAY; i++)
    {
      Site site = { { llround (radius * cos (2 * G_PI * i / N_FAR_AWAY + 0.1)),
                      llround (radius * sin (2 * G_PI * i / N_FAR_AWAY + 0.1)) },
                    GGOV_GEO_NONE, i };

      g_array_append_val (self->sites, site);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Site *one = a, *other = b;

  if (one->point.x != other->point.x)
    return one->point.x < other->point.x ? -1 : 1;

  if (one->point.y != other->point.y)
    return one->point.y < other->point.y ? -1 : 1;

  return one->number < other->number ? -1 : one->number > other->number;
}

static int
compare_sites (gconstpointer a,
               gconstpointer b)
{
  const Site *one = a, *other = b;

  return one->number < other->number ? -1 : one->number > other->number;
}

/* Each place once. Without those which touching walls share, the line between them starts from the
 * middle. */
static void
unite_sites (Sites *self)
{
  guint n = 0;

  g_array_sort (self->sites, compare_places);

  for (guint i = 0, next; i < self->sites->len; i = next)
    {
      Site site = g_array_index (self->sites, Site, i);

      for (next = i + 1; next < self->sites->len; next++)
        {
          const Site *other = &g_array_index (self->sites, Site, next);

          if (other->point.x != site.point.x || other->point.y != site.point.y)
            break;

          if (other->building != site.building)
            site.building = CONTESTED;
        }

      if (site.building != CONTESTED)
        g_array_index (self->sites, Site, n++) = site;
    }

  g_array_set_size (self->sites, n);
  g_array_sort (self->sites, compare_sites);
}

static void
sites_init (Sites               *self,
            const GgovGeoGround *ground,
            const GgovGeoBlock  *block)
{
  self->middle.x = llround ((block->box[0] + block->box[2]) / 2 / GGOV_GEO_STEP_M);
  self->middle.y = llround ((block->box[1] + block->box[3]) / 2 / GGOV_GEO_STEP_M);
  self->sites = g_array_new (FALSE, FALSE, sizeof (Site));
  self->points = g_array_new (FALSE, FALSE, sizeof (GgovGeoMeshPoint));
  self->crossings = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < block->parts->len; i++)
    add_part (self, g_ptr_array_index (ground->parts, g_array_index (block->parts, guint, i)));

  add_far_away (self, block);
  unite_sites (self);

  for (guint i = 0; i < self->sites->len; i++)
    g_array_append_val (self->points, g_array_index (self->sites, Site, i).point);
}

/* The centre of the circle through a triangle's corners, in metres. Rounded here, so that two
 * centres which differ by the last digit cannot be rounded apart later. */
static void
find_centre (const Sites           *self,
             const GgovGeoTriangle *triangle,
             double                 centre[2])
{
  const GgovGeoMeshPoint *a, *b, *c;
  double bx, by, cx, cy, b2, c2, d;

  a = &g_array_index (self->points, GgovGeoMeshPoint, triangle->corners[0]);
  b = &g_array_index (self->points, GgovGeoMeshPoint, triangle->corners[1]);
  c = &g_array_index (self->points, GgovGeoMeshPoint, triangle->corners[2]);
  bx = b->x - a->x;
  by = b->y - a->y;
  cx = c->x - a->x;
  cy = c->y - a->y;
  b2 = bx * bx + by * by;
  c2 = cx * cx + cy * cy;
  d = 2 * (bx * cy - by * cx);
  centre[0] = GGOV_GEO_STEP_M * round (self->middle.x + a->x + (cy * b2 - by * c2) / d);
  centre[1] = GGOV_GEO_STEP_M * round (self->middle.y + a->y + (bx * c2 - cx * b2) / d);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Takes a place that is all but on the block's edge to it, to a corner where one is as near, so that
 * no ground is left between. */
static void
snap_to_edge (double              place[2],
              const GgovGeoWalls *edge)
{
  const double reach2 = AT_EDGE_M * AT_EDGE_M;
  double best = reach2, found[2] = { place[0], place[1] };

  for (guint i = 0; i + 1 < edge->n_points; i++)
    {
      const double *a = edge->points + 2 * i;
      double dx = a[2] - a[0], dy = a[3] - a[1], x = a[0] - place[0], y = a[1] - place[1];
      double length2 = dx * dx + dy * dy, t;

      if (x * x + y * y < reach2)
        {
          place[0] = round_off (a[0]);
          place[1] = round_off (a[1]);
          return;
        }

      t = length2 > 0 ? CLAMP (-(x * dx + y * dy) / length2, 0, 1) : 0;
      x += t * dx;
      y += t * dy;

      if (x * x + y * y < best && !_ggov_geo_walls_is_end (edge, i))
        {
          best = x * x + y * y;
          found[0] = round_off (a[0] + t * dx);
          found[1] = round_off (a[1] + t * dy);
        }
    }

  place[0] = found[0];
  place[1] = found[1];
}

/* Where on a segment from @a to @b the edge crosses it. */
static void
list_crossings (const double       *a,
                const double       *b,
                const GgovGeoWalls *edge,
                GArray             *crossings)
{
  double dx = b[0] - a[0], dy = b[1] - a[1];

  g_array_set_size (crossings, 0);

  for (guint i = 0; i + 1 < edge->n_points; i++)
    {
      const double *c = edge->points + 2 * i, *d = c + 2;
      double from = dx * (c[1] - a[1]) - dy * (c[0] - a[0]);
      double to = dx * (d[1] - a[1]) - dy * (d[0] - a[0]);
      double t;

      if ((from > 0) == (to > 0) || _ggov_geo_walls_is_end (edge, i))
        continue;

      t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) /
          (dx * (d[1] - c[1]) - dy * (d[0] - c[0]));

      if (t > 0 && t < 1)
        g_array_append_val (crossings, t);
    }

  g_array_sort (crossings, compare_numbers);
}

static void
add_segment (const double *a,
             const double *b,
             GArray       *segments)
{
  double segment[] = { a[0], a[1], b[0], b[1] };

  if (!_ggov_geo_place_equal (a, b))
    g_array_append_val (segments, segment);
}

/* Adds what of a segment is in the block. */
static void
draw_segment (const Sites        *self,
              const double       *first,
              const double       *second,
              const GgovGeoWalls *edge,
              GArray             *segments)
{
  double dx = second[0] - first[0], dy = second[1] - first[1], end = 1;
  double from[2] = { first[0], first[1] };
  double t = 0;

  list_crossings (first, second, edge, self->crossings);
  g_array_append_val (self->crossings, end);

  for (guint i = 0; i < self->crossings->len; i++)
    {
      double next = g_array_index (self->crossings, double, i), middle = (t + next) / 2;
      const double between[] = { first[0] + middle * dx, first[1] + middle * dy };
      double to[] = { first[0] + next * dx, first[1] + next * dy };

      if (next == 1)
        memcpy (to, second, sizeof to);
      else
        snap_to_edge (to, edge);

      if (_ggov_geo_walls_contain (edge, between))
        add_segment (from, to, segments);

      memcpy (from, to, sizeof from);
      t = next;
    }
}

/* The building whose wall a corner of a triangle is on. */
static guint
get_building (const Sites           *self,
              const GgovGeoTriangle *triangle,
              guint                  corner)
{
  return g_array_index (self->sites, Site, triangle->corners[corner % 3]).building;
}

/* Finds the centres of triangles between buildings; others have none. */
static double *
dup_centres (const Sites        *self,
             const GArray       *triangles,
             const GgovGeoWalls *edge)
{
  double *centres = g_new0 (double, 2 * (gsize) triangles->len);

  for (guint i = 0; i < triangles->len; i++)
    {
      const GgovGeoTriangle *triangle = &g_array_index (triangles, GgovGeoTriangle, i);
      guint first = get_building (self, triangle, 0);

      if (get_building (self, triangle, 1) == first && get_building (self, triangle, 2) == first)
        continue;

      find_centre (self, triangle, centres + 2 * i);
      snap_to_edge (centres + 2 * i, edge);
    }

  return centres;
}

/* Draws a segment for each side of a triangle between two buildings, from centre to centre. */
static void
draw_sides (const Sites        *self,
            const GArray       *triangles,
            guint               index,
            const double       *centres,
            const GgovGeoWalls *edge,
            GArray             *segments)
{
  const GgovGeoTriangle *triangle = &g_array_index (triangles, GgovGeoTriangle, index);

  for (guint i = 0; i < 3; i++)
    {
      guint one = get_building (self, triangle, i + 1), other = get_building (self, triangle, i + 2);
      guint across = triangle->across[i];

      if (across != GGOV_GEO_MESH_NONE && across > index && one != other &&
          one != GGOV_GEO_NONE && other != GGOV_GEO_NONE)
        draw_segment (self, centres + 2 * index, centres + 2 * across, edge, segments);
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

void
_ggov_geo_cells_draw (const GgovGeoGround *ground,
                      const GgovGeoBlock  *block,
                      GArray              *segments)
{
  g_autoptr(GArray) triangles = NULL;
  g_autofree double *centres = NULL;
  g_auto(Sites) sites = { 0 };

  if (!has_two_buildings (ground, block))
    return;

  sites_init (&sites, ground, block);
  triangles = _ggov_geo_delaunay_new ((const GgovGeoMeshPoint *) (gpointer) sites.points->data,
                                      sites.points->len, N_FAR_AWAY);
  centres = dup_centres (&sites, triangles, &block->walls);

  for (guint i = 0; i < triangles->len; i++)
    draw_sides (&sites, triangles, i, centres, &block->walls, segments);
}
