/* ggov-geo-border-straighten.c: border lines with no more points than they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-border-private.h"
#include "ggov-geo-near-private.h"

#define TOLERANCE_M        3.0   /* how far a line may be moved */
#define STREET_TOLERANCE_M 1.0   /* the same along a street, whose centre line it shall keep to */
#define WALL_TOLERANCE_M   0.002 /* the same along a wall: only what rounding did is undone */
#define AT_WALL_M          0.3   /* nearer than this a line runs along a wall */
#define CLEARANCE_M        3.0   /* from footprints, where the line had more */
#define ROOMY_M            4.0   /* clearance beyond this is not measured */
#define MIN_CLEARANCE_M    1.5   /* not gone below, unless the line was nearer already */
#define APART_M            0.3   /* from corners and other lines, which it may not all but touch */
#define MAX_SLIDE_M        5.0   /* how far an end may go along the community's border */
#define PARTS_A_STOP       256   /* footprints between two questions whether to stop */

/* A line under way: which of its points are left. */
typedef struct
{
  GgovGeoLine *line;
  double *clearances;  /* for each segment as it was, metres, ROOMY_M at most */
  guint *previous;     /* for each point: the one left before it */
  guint *next;
  guint *corners;      /* for each point: its number among the corners to keep clear of */
  gboolean *is_gone;
  gboolean *is_stuck;  /* tried in vain since its neighbours last changed */
} Path;

typedef struct
{
  GPtrArray *paths;     /* (element-type Path) */
  GgovGeoNear *walls;
  GgovGeoNear *corners; /* of walls, lines and the community: no line may pass over one */
  GArray *outline;      /* (element-type double[2]): the community's points */
} Straightening;

static void
free_path (gpointer data)
{
  Path *path = data;

  g_clear_pointer (&path->clearances, g_free);
  g_clear_pointer (&path->previous, g_free);
  g_clear_pointer (&path->next, g_free);
  g_clear_pointer (&path->corners, g_free);
  g_clear_pointer (&path->is_gone, g_free);
  g_clear_pointer (&path->is_stuck, g_free);
  g_free (path);
}

static void
straightening_clear (Straightening *self)
{
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->walls, _ggov_geo_near_free);
  g_clear_pointer (&self->corners, _ggov_geo_near_free);
  g_clear_pointer (&self->outline, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Straightening, straightening_clear)

static double *
get_point (const Path *path,
           guint       index)
{
  return (double *) path->line->points->data + 2 * index;
}

static guint
count_points (const Path *path)
{
  return path->line->points->len;
}

static void
add_walls (Straightening      *self,
           const GEOSGeometry *shape)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) boundary = GEOSBoundary_r (geos, shape);

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, boundary); i++)
    {
      g_autofree double *coords = NULL;
      guint n_points;

      coords = _ggov_geo_geom_dup_coords (GEOSGetGeometryN_r (geos, boundary, i), &n_points);

      for (guint j = 0; j + 1 < n_points; j++)
        {
          _ggov_geo_near_add (self->walls, coords + 2 * j, coords + 2 * j + 2);
          _ggov_geo_near_add (self->corners, coords + 2 * j, coords + 2 * j);
        }
    }
}

static void
add_outline (Straightening      *self,
             const GEOSGeometry *community)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) boundary = GEOSBoundary_r (geos, community);

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, boundary); i++)
    {
      g_autofree double *coords = NULL;
      guint n_points;

      coords = _ggov_geo_geom_dup_coords (GEOSGetGeometryN_r (geos, boundary, i), &n_points);
      g_array_append_vals (self->outline, coords, n_points);

      for (guint j = 0; j + 1 < n_points; j++)
        _ggov_geo_near_add (self->corners, coords + 2 * j, coords + 2 * j);
    }
}

static void
add_path (Straightening *self,
          GgovGeoLine   *line)
{
  Path *path = g_new0 (Path, 1);
  guint n = line->points->len;

  path->line = line;
  path->clearances = g_new (double, n);
  path->previous = g_new (guint, n);
  path->next = g_new (guint, n);
  path->corners = g_new (guint, n);
  path->is_gone = g_new0 (gboolean, n);
  path->is_stuck = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      path->previous[i] = i - 1;
      path->next[i] = i + 1;
      path->corners[i] = _ggov_geo_near_add (self->corners, get_point (path, i),
                                             get_point (path, i));

      if (i + 1 < n)
        path->clearances[i] = _ggov_geo_near_measure (self->walls, get_point (path, i),
                                                      get_point (path, i + 1), ROOMY_M);
    }

  g_ptr_array_add (self->paths, path);
}

static gboolean
straightening_init (Straightening       *self,
                    GPtrArray           *lines,
                    const GgovGeoGround *ground,
                    const GgovGeoStop   *stop)
{
  self->paths = g_ptr_array_new_with_free_func (free_path);
  self->walls = _ggov_geo_near_new ();
  self->corners = _ggov_geo_near_new ();
  self->outline = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  for (guint i = 0; i < ground->parts->len; i++)
    {
      if (i % PARTS_A_STOP == 0 && _ggov_geo_stop_is_wanted (stop))
        return FALSE;

      add_walls (self, ((GgovGeoPart *) g_ptr_array_index (ground->parts, i))->shape);
    }

  add_outline (self, ground->metres);

  for (guint i = 0; i < lines->len; i++)
    {
      if (_ggov_geo_stop_is_wanted (stop))
        return FALSE;

      add_path (self, g_ptr_array_index (lines, i));
    }

  return TRUE;
}

/* The clearance that must be left of what there was. */
static double
compute_required (double clearance_m)
{
  if (clearance_m >= ROOMY_M)
    return CLEARANCE_M;

  if (clearance_m * CLEARANCE_M >= MIN_CLEARANCE_M * ROOMY_M)
    return clearance_m * CLEARANCE_M / ROOMY_M;

  return MIN (MIN_CLEARANCE_M, 0.85 * clearance_m);
}

/* Whether the straight line from @a to @b may stand for the points from @first to @last. */
static gboolean
is_good_stretch (const Straightening *self,
                 const Path          *path,
                 guint                first,
                 guint                last,
                 const double        *a,
                 const double        *b)
{
  double clearance_m = ROOMY_M, tolerance_m = TOLERANCE_M;

  for (guint i = first; i < last; i++)
    {
      clearance_m = MIN (clearance_m, path->clearances[i]);

      if (g_array_index (path->line->is_street, gboolean, i))
        tolerance_m = STREET_TOLERANCE_M;
    }

  if (clearance_m < AT_WALL_M)
    tolerance_m = WALL_TOLERANCE_M;

  for (guint i = first + 1; i < last; i++)
    if (_ggov_geo_measure_to_segment (get_point (path, i), a, b) > tolerance_m)
      return FALSE;

  return clearance_m < AT_WALL_M ||
         _ggov_geo_near_measure (self->walls, a, b, CLEARANCE_M) >= compute_required (clearance_m);
}

static gboolean
can_leave_out (const Straightening *self,
               const Path          *path,
               guint                point)
{
  guint first = path->previous[point], last = path->next[point];
  const double *a = get_point (path, first), *b = get_point (path, last);

  /* A closed line keeps an area. */
  if (a[0] == b[0] && a[1] == b[1])
    return FALSE;

  return is_good_stretch (self, path, first, last, a, b) &&
         _ggov_geo_near_is_empty (self->corners, a, get_point (path, point), b) &&
         _ggov_geo_near_is_clear (self->corners, a, b, get_point (path, point), APART_M);
}

/* The point whose corner is the smallest, among those that may yet be left out. */
static guint
find_smallest (const Path *path)
{
  double smallest = INFINITY;
  guint point = 0;

  for (guint i = path->next[0]; i + 1 < count_points (path); i = path->next[i])
    {
      const double *a, *b, *c;
      double area;

      if (path->is_stuck[i])
        continue;

      a = get_point (path, path->previous[i]);
      b = get_point (path, i);
      c = get_point (path, path->next[i]);
      area = fabs ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));

      if (area < smallest)
        {
          smallest = area;
          point = i;
        }
    }

  return point;
}

static void
thin_out (Straightening *self,
          Path          *path)
{
  guint point;

  if (path->line->is_exact)
    return;

  memset (path->is_stuck, 0, count_points (path) * sizeof *path->is_stuck);

  while ((point = find_smallest (path)) != 0)
    {
      if (!can_leave_out (self, path, point))
        {
          path->is_stuck[point] = TRUE;
          continue;
        }

      path->is_gone[point] = TRUE;
      path->next[path->previous[point]] = path->next[point];
      path->previous[path->next[point]] = path->previous[point];
      path->is_stuck[path->previous[point]] = FALSE;
      path->is_stuck[path->next[point]] = FALSE;
      _ggov_geo_near_remove (self->corners, path->corners[point]);
    }
}

static gboolean
is_end_of_another (const Straightening *self,
                   const double        *place,
                   const double        *own)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      const Path *path = g_ptr_array_index (self->paths, i);
      double *ends[] = { get_point (path, 0), get_point (path, count_points (path) - 1) };

      for (guint j = 0; j < 2; j++)
        if (ends[j] != own && hypot (ends[j][0] - place[0], ends[j][1] - place[1]) < 0.01)
          return TRUE;
    }

  return FALSE;
}

/* Takes an end on the community's border to its nearest corner on the same segment. */
static void
slide_end (Straightening *self,
           Path          *path,
           gboolean       is_last)
{
  guint end = is_last ? count_points (path) - 1 : 0;
  guint other = is_last ? path->previous[end] : path->next[end];
  double *place = get_point (path, end);
  const double *best = NULL;
  double best_m = MAX_SLIDE_M;

  for (guint i = 0; i + 1 < self->outline->len; i++)
    {
      const double *a = (const double *) self->outline->data + 2 * i, *b = a + 2;
      double a_m = hypot (a[0] - place[0], a[1] - place[1]);
      double b_m = hypot (b[0] - place[0], b[1] - place[1]);

      if (MIN (a_m, b_m) < best_m && _ggov_geo_measure_to_segment (place, a, b) < 0.01)
        {
          best_m = MIN (a_m, b_m);
          best = a_m < b_m ? a : b;
        }
    }

  if (best == NULL || best_m == 0 || is_end_of_another (self, place, place) ||
      is_end_of_another (self, best, place) ||
      !is_good_stretch (self, path, MIN (other, end), MAX (other, end), get_point (path, other),
                        best) ||
      !_ggov_geo_near_is_empty (self->corners, get_point (path, other), place, best) ||
      !_ggov_geo_near_is_clear (self->corners, get_point (path, other), best, place, APART_M))
    return;

  _ggov_geo_near_remove (self->corners, path->corners[end]);
  memcpy (place, best, 2 * sizeof *best);
}

/* Keeps the points that are left. */
static void
finish_path (Path *path)
{
  GArray *points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  GArray *is_street = g_array_new (FALSE, FALSE, sizeof (gboolean));

  for (guint i = 0; i < count_points (path); i = path->next[i])
    {
      g_array_append_vals (points, get_point (path, i), 1);

      if (i + 1 < count_points (path))
        g_array_append_val (is_street, g_array_index (path->line->is_street, gboolean, i));
    }

  g_array_unref (path->line->points);
  g_array_unref (path->line->is_street);
  path->line->points = points;
  path->line->is_street = is_street;
}

static gboolean
thin_all_out (Straightening     *self,
              const GgovGeoStop *stop)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      if (_ggov_geo_stop_is_wanted (stop))
        return FALSE;

      thin_out (self, g_ptr_array_index (self->paths, i));
    }

  return TRUE;
}

gboolean
_ggov_geo_lines_straighten (GPtrArray           *lines,
                            const GgovGeoGround *ground,
                            const GgovGeoStop   *stop)
{
  g_auto(Straightening) self = { 0 };

  if (!straightening_init (&self, lines, ground, stop) || !thin_all_out (&self, stop))
    return FALSE;

  for (guint i = 0; i < self.paths->len; i++)
    {
      Path *path = g_ptr_array_index (self.paths, i);

      if (path->line->is_from_outer && !path->line->is_exact)
        slide_end (&self, path, FALSE);

      if (path->line->is_to_outer && !path->line->is_exact)
        slide_end (&self, path, TRUE);
    }

  /* Points that were in the way may be gone by now. */
  if (!thin_all_out (&self, stop))
    return FALSE;

  for (guint i = 0; i < self.paths->len; i++)
    finish_path (g_ptr_array_index (self.paths, i));

  return TRUE;
}
