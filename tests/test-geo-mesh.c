/* test-geo-mesh.c: lines cut where they cross, the faces between them, and triangles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ggov-geo-delaunay-private.h"

#define WIDTH 400 /* steps; so few that many lines go through one point */

static void
add (GgovGeoMesh *mesh,
     gint64       x1,
     gint64       y1,
     gint64       x2,
     gint64       y2,
     guint        kind)
{
  _ggov_geo_mesh_add (mesh, (GgovGeoMeshPoint) { x1, y1 }, (GgovGeoMeshPoint) { x2, y2 }, kind);
}

static void
add_square (GgovGeoMesh *mesh,
            gint64       from,
            gint64       to,
            guint        kind)
{
  add (mesh, from, from, to, from, kind);
  add (mesh, to, from, to, to, kind);
  add (mesh, to, to, from, to, kind);
  add (mesh, from, to, from, from, kind);
}

static const GgovGeoMeshEdge *
get_edge (const GgovGeoMesh *mesh,
          guint              edge)
{
  return &g_array_index (mesh->edges, GgovGeoMeshEdge, edge);
}

static const GgovGeoMeshPoint *
get_point (const GgovGeoMesh *mesh,
           guint              point)
{
  return &g_array_index (mesh->points, GgovGeoMeshPoint, point);
}

/* Twice the area of each face, and of all that is outside as the last. */
static gint64 *
dup_areas (const GgovGeoMesh *mesh)
{
  gint64 *areas = g_new0 (gint64, mesh->n_faces + 1);

  for (guint i = 0; i < mesh->edges->len; i++)
    {
      const GgovGeoMeshEdge *edge = get_edge (mesh, i);
      const GgovGeoMeshPoint *a = get_point (mesh, edge->from), *b = get_point (mesh, edge->to);

      areas[MIN (edge->left, mesh->n_faces)] += a->x * b->y - b->x * a->y;
      areas[MIN (edge->right, mesh->n_faces)] -= a->x * b->y - b->x * a->y;
    }

  return areas;
}

static void
test_crossing (void)
{
  g_autoptr(GgovGeoMesh) mesh = _ggov_geo_mesh_new ();
  g_autofree gint64 *areas = NULL;

  /* The diagonals of a square: four triangles around its middle. */
  add_square (mesh, 0, 10, 1);
  add (mesh, 0, 0, 10, 10, 2);
  add (mesh, 0, 10, 10, 0, 4);
  g_assert_true (_ggov_geo_mesh_cut (mesh, NULL));
  _ggov_geo_mesh_enclose (mesh);

  g_assert_cmpuint (mesh->points->len, ==, 5);
  g_assert_cmpuint (mesh->edges->len, ==, 8);
  g_assert_cmpuint (mesh->n_faces, ==, 4);
  areas = dup_areas (mesh);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (areas[i], ==, 50);

  g_assert_cmpint (areas[4], ==, -200);
}

static void
test_rounding (void)
{
  g_autoptr(GgovGeoMesh) mesh = _ggov_geo_mesh_new ();
  guint n_found = 0;

  /* They cross at 1.5, 0.5, which is half a step from four points: up and to the east it goes. */
  add (mesh, 0, 0, 3, 1, 1);
  add (mesh, 1, 1, 2, 0, 1);
  g_assert_true (_ggov_geo_mesh_cut (mesh, NULL));

  for (guint i = 0; i < mesh->points->len; i++)
    n_found += get_point (mesh, i)->x == 2 && get_point (mesh, i)->y == 1;

  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_kinds (void)
{
  g_autoptr(GgovGeoMesh) mesh = _ggov_geo_mesh_new ();

  /* Two lines of which one runs along the middle of the other. */
  add (mesh, 0, 0, 9, 0, 1);
  add (mesh, 6, 0, 3, 0, 2);
  g_assert_true (_ggov_geo_mesh_cut (mesh, NULL));
  g_assert_cmpuint (mesh->edges->len, ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      const GgovGeoMeshEdge *edge = get_edge (mesh, i);
      gint64 west = MIN (get_point (mesh, edge->from)->x, get_point (mesh, edge->to)->x);

      g_assert_cmpuint (edge->kinds, ==, west == 3 ? 3 : 1);
    }
}

static void
test_hole (void)
{
  g_autoptr(GgovGeoMesh) mesh = _ggov_geo_mesh_new ();
  g_autofree gint64 *areas = NULL;
  guint n_inner = 0;

  /* A yard with two houses side by side, and a line in one of them that parts nothing. */
  add_square (mesh, 0, 100, 1);
  add_square (mesh, 20, 40, 2);
  add_square (mesh, 50, 70, 2);
  add (mesh, 25, 25, 30, 30, 4);
  g_assert_true (_ggov_geo_mesh_cut (mesh, NULL));
  _ggov_geo_mesh_enclose (mesh);

  g_assert_cmpuint (mesh->n_faces, ==, 3);
  g_assert_cmpuint (mesh->edges->len, ==, 12);
  g_assert_cmpuint (mesh->points->len, ==, 12);
  areas = dup_areas (mesh);

  for (guint i = 0; i < 3; i++)
    {
      n_inner += areas[i] == 800;
      g_assert_true (areas[i] == 800 || areas[i] == 20000 - 1600);
    }

  g_assert_cmpuint (n_inner, ==, 2);
}

static gint64
cross (const GgovGeoMeshPoint *o,
       const GgovGeoMeshPoint *a,
       const GgovGeoMeshPoint *b)
{
  return (a->x - o->x) * (b->y - o->y) - (a->y - o->y) * (b->x - o->x);
}

static int
get_side (const GgovGeoMesh     *mesh,
          const GgovGeoMeshEdge *edge,
          guint                  point)
{
  gint64 side = cross (get_point (mesh, edge->from), get_point (mesh, edge->to),
                       get_point (mesh, point));

  return (side > 0) - (side < 0);
}

static void
assert_planar (const GgovGeoMesh *mesh)
{
  for (guint i = 0; i < mesh->edges->len; i++)
    {
      const GgovGeoMeshEdge *one = get_edge (mesh, i);

      for (guint j = 0; j < i; j++)
        {
          const GgovGeoMeshEdge *other = get_edge (mesh, j);

          g_assert_false (get_side (mesh, one, other->from) * get_side (mesh, one, other->to) < 0 &&
                          get_side (mesh, other, one->from) * get_side (mesh, other, one->to) < 0);
        }

      for (guint j = 0; j < mesh->points->len; j++)
        {
          const GgovGeoMeshPoint *a = get_point (mesh, one->from), *b = get_point (mesh, one->to);
          const GgovGeoMeshPoint *p = get_point (mesh, j);
          gint64 along = (p->x - a->x) * (b->x - a->x) + (p->y - a->y) * (b->y - a->y);
          gint64 length2 = (b->x - a->x) * (b->x - a->x) + (b->y - a->y) * (b->y - a->y);

          g_assert_false (get_side (mesh, one, j) == 0 && along > 0 && along < length2);
        }
    }
}

/* Whatever lines there are, their faces tile the square around them. */
static void
test_random (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr(GgovGeoMesh) mesh = _ggov_geo_mesh_new ();
      g_autofree gint64 *areas = NULL;
      gint64 sum = 0;

      add_square (mesh, 0, WIDTH, 1);

      for (guint i = 0; i < 4 + round; i++)
        add (mesh, g_test_rand_int_range (0, WIDTH + 1), g_test_rand_int_range (0, WIDTH + 1),
             g_test_rand_int_range (0, WIDTH + 1), g_test_rand_int_range (0, WIDTH + 1), 2);

      g_assert_true (_ggov_geo_mesh_cut (mesh, NULL));
      assert_planar (mesh);
      _ggov_geo_mesh_enclose (mesh);
      assert_planar (mesh);
      areas = dup_areas (mesh);

      for (guint i = 0; i < mesh->n_faces; i++)
        {
          g_assert_cmpint (areas[i], >, 0);
          sum += areas[i];
        }

      g_assert_cmpint (sum, ==, 2 * WIDTH * WIDTH);
      g_assert_cmpint (areas[mesh->n_faces], ==, -2 * WIDTH * WIDTH);
    }
}

static gboolean
count_down (gpointer data)
{
  guint *n_left = data;

  return *n_left == 0 || --*n_left == 0;
}

static void
test_stop (void)
{
  for (guint n_asked = 1; n_asked <= 4; n_asked++)
    {
      g_autoptr(GgovGeoMesh) mesh = _ggov_geo_mesh_new ();
      guint n_left = n_asked;
      const GgovGeoStop stop = { count_down, &n_left };

      for (gint64 i = 0; i < 10000; i++)
        add (mesh, 10 * (i % 100), 10 * (i / 100), 10 * (i % 100) + 5, 10 * (i / 100) + 5, 1);

      g_assert_false (_ggov_geo_mesh_cut (mesh, &stop));
      g_assert_cmpuint (n_left, ==, 0);
    }
}

/* The determinant that is positive where @d is in the circle through the other three; no digit is
 * lost with numbers as small as here. */
static gboolean
is_in_circle (const GgovGeoMeshPoint *a,
              const GgovGeoMeshPoint *b,
              const GgovGeoMeshPoint *c,
              const GgovGeoMeshPoint *d)
{
  gint64 ax = a->x - d->x, ay = a->y - d->y, bx = b->x - d->x, by = b->y - d->y;
  gint64 cx = c->x - d->x, cy = c->y - d->y;

  return (ax * ax + ay * ay) * (bx * cy - cx * by) - (bx * bx + by * by) * (ax * cy - cx * ay) +
         (cx * cx + cy * cy) * (ax * by - bx * ay) > 0;
}

/* Many points in rows and on circles: no triangle has another point in its circle, each has an
 * area, and together they cover the square that the first four points make. */
static void
test_triangles (void)
{
  GArray *triangles;
  GgovGeoMeshPoint points[200] = { { -100, -100 }, { 100, -100 }, { 100, 100 }, { -100, 100 } };
  guint n = 4;
  gint64 sum = 0;

  for (gint64 i = 0; i < 12; i++)
    for (gint64 j = 0; j < 12; j++)
      points[n++] = (GgovGeoMeshPoint) { 5 * i, 5 * j };

  while (n < G_N_ELEMENTS (points))
    {
      points[n] = (GgovGeoMeshPoint) { g_test_rand_int_range (-99, 0),
                                       g_test_rand_int_range (-99, 100) };
      n++;

      for (guint i = 4; i + 1 < n; i++)
        if (points[i].x == points[n - 1].x && points[i].y == points[n - 1].y)
          {
            n--;
            break;
          }
    }

  triangles = _ggov_geo_delaunay_new (points, n, 4);
  /* Of n points of which h are around them there are 2 n - 2 - h. */
  g_assert_cmpuint (triangles->len, ==, 2 * n - 2 - 4);

  for (guint i = 0; i < triangles->len; i++)
    {
      const GgovGeoTriangle *triangle = &g_array_index (triangles, GgovGeoTriangle, i);
      const GgovGeoMeshPoint *a = &points[triangle->corners[0]];
      const GgovGeoMeshPoint *b = &points[triangle->corners[1]];
      const GgovGeoMeshPoint *c = &points[triangle->corners[2]];

      g_assert_cmpint (cross (a, b, c), >, 0);
      sum += cross (a, b, c);

      for (guint j = 0; j < n; j++)
        g_assert_false (is_in_circle (a, b, c, &points[j]));

      for (guint j = 0; j < 3; j++)
        {
          const GgovGeoTriangle *across;
          gboolean is_back = FALSE;

          if (triangle->across[j] == GGOV_GEO_MESH_NONE)
            continue;

          across = &g_array_index (triangles, GgovGeoTriangle, triangle->across[j]);

          for (guint k = 0; k < 3; k++)
            is_back |= across->across[k] == i &&
              across->corners[(k + 1) % 3] == triangle->corners[(j + 2) % 3] &&
              across->corners[(k + 2) % 3] == triangle->corners[(j + 1) % 3];

          g_assert_true (is_back);
        }
    }

  g_assert_cmpint (sum, ==, 2 * 200 * 200);
  g_array_unref (triangles);
}

static void
test_empty (void)
{
  g_autoptr(GgovGeoMesh) mesh = _ggov_geo_mesh_new ();

  add (mesh, 5, 5, 5, 5, 1);
  g_assert_true (_ggov_geo_mesh_cut (mesh, NULL));
  _ggov_geo_mesh_enclose (mesh);
  g_assert_cmpuint (mesh->edges->len, ==, 0);
  g_assert_cmpuint (mesh->n_faces, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/mesh/crossing", test_crossing);
  g_test_add_func ("/geo/mesh/rounding", test_rounding);
  g_test_add_func ("/geo/mesh/kinds", test_kinds);
  g_test_add_func ("/geo/mesh/hole", test_hole);
  g_test_add_func ("/geo/mesh/random", test_random);
  g_test_add_func ("/geo/mesh/stop", test_stop);
  g_test_add_func ("/geo/mesh/triangles", test_triangles);
  g_test_add_func ("/geo/mesh/empty", test_empty);

  return g_test_run ();
}
