/* test-geo-areas.c: nets laid over one another, by hand and on a real city
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "geo-json.h"
#include "ggov-geo-areas.h"
#include "ggov-geo-projection.h"
#include "ggov-geo-wkb.h"

#define LON  109.8
#define LAT  40.6
#define UNIT 0.001 /* degrees */

/* A square metre of rounding in ten million. */
#define assert_m2(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-7 * MAX (fabs (b), 1))

static GBytes *
new_shape (const double *corners,
           guint         n)
{
  g_autofree double *coords = g_new (double, 2 * (gsize) n);

  for (guint i = 0; i < n; i++)
    {
      coords[2 * i] = LON + UNIT * corners[2 * i];
      coords[2 * i + 1] = LAT + UNIT * corners[2 * i + 1];
    }

  return ggov_geo_wkb_new_polygon (coords, &n, 1);
}

static void
add_box (GPtrArray *shapes,
         double     west,
         double     south,
         double     east,
         double     north)
{
  const double corners[] = { west, south, east, south, east, north, west, north, west, south };

  g_ptr_array_add (shapes, new_shape (corners, 5));
}

static GPtrArray *
new_shapes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

static GgovGeoAreas *
new_areas (GPtrArray *shapes)
{
  g_autoptr(GError) error = NULL;
  GgovGeoAreas *areas = ggov_geo_areas_new (shapes, &error);

  g_assert_no_error (error);

  return areas;
}

/* A row of @n squares side by side, from @west on. */
static GgovGeoAreas *
new_row (double west,
         guint  n)
{
  g_autoptr(GPtrArray) shapes = new_shapes ();

  for (guint i = 0; i < n; i++)
    add_box (shapes, west + i, 0, west + i + 1, 1);

  return new_areas (shapes);
}

/* Squares of a degree's thousandth against PROJ's geodesics, at three latitudes of China: 1e-8 is
 * what the sides' bending makes on a hundred metres. */
static void
test_measure (void)
{
  const double lats[] = { 18.2, 31.2, 53.5 };

  for (guint i = 0; i < G_N_ELEMENTS (lats); i++)
    {
      const double coords[] = { 121, lats[i], 121.001, lats[i], 121.001, lats[i] + 0.001,
                                121, lats[i] + 0.001, 121, lats[i] };
      const guint size = 5;
      g_autoptr(GPtrArray) shapes = new_shapes ();
      g_autoptr(GgovGeoAreas) areas = NULL;
      double expected;

      g_ptr_array_add (shapes, ggov_geo_wkb_new_polygon (coords, &size, 1));
      areas = new_areas (shapes);
      g_assert_true (ggov_geo_measure (shapes->pdata[0], &expected, NULL, NULL));
      g_assert_cmpfloat_with_epsilon (ggov_geo_areas_get_m2 (areas, 0) / expected, 1, 1e-7);
    }
}

/* Three squares under three that are half a square further east: halves of 1 meet as
 *   | 0.5 |            of the first row's squares, and the last hangs out by a half. */
static void
test_halves (void)
{
  g_autoptr(GgovGeoAreas) rows = new_row (0.5, 3);
  g_autoptr(GgovGeoAreas) columns = new_row (0, 3);
  g_autoptr(GArray) crossings = ggov_geo_areas_cross (rows, columns, NULL);
  g_autoptr(GArray) bare = ggov_geo_areas_find_uncovered (rows, columns, 1, NULL);
  const guint expected[][2] = { { 0, 0 }, { 0, 1 }, { 1, 1 }, { 1, 2 }, { 2, 2 } };
  double square_m2 = ggov_geo_areas_get_m2 (columns, 0);

  g_assert_cmpuint (crossings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < crossings->len; i++)
    {
      GgovGeoCrossing *crossing = &g_array_index (crossings, GgovGeoCrossing, i);

      g_assert_cmpuint (crossing->row, ==, expected[i][0]);
      g_assert_cmpuint (crossing->column, ==, expected[i][1]);
      assert_m2 (crossing->area_m2, square_m2 / 2);
    }

  g_assert_cmpuint (bare->len, ==, 1);
  g_assert_cmpuint (g_array_index (bare, GgovGeoPatch, 0).a, ==, 2);
  assert_m2 (g_array_index (bare, GgovGeoPatch, 0).area_m2, square_m2 / 2);
  g_assert_cmpfloat (g_array_index (bare, GgovGeoPatch, 0).lon, >, LON + 3 * UNIT);
  g_assert_cmpfloat (g_array_index (bare, GgovGeoPatch, 0).lon, <, LON + 3.5 * UNIT);
}

/* A diamond in the middle of four squares: a quarter in each. Latitude narrows the northern ones,
 * so the sum is what is exact. */
static void
test_diamond (void)
{
  const double diamond[] = { 0, 1, 1, 0, 2, 1, 1, 2, 0, 1 };
  g_autoptr(GPtrArray) one = new_shapes ();
  g_autoptr(GPtrArray) four = new_shapes ();
  g_autoptr(GgovGeoAreas) rows = NULL;
  g_autoptr(GgovGeoAreas) columns = NULL;
  g_autoptr(GArray) crossings = NULL;
  double sum_m2 = 0;

  g_ptr_array_add (one, new_shape (diamond, 5));
  for (guint i = 0; i < 4; i++)
    add_box (four, i % 2, i / 2, i % 2 + 1, i / 2 + 1);
  rows = new_areas (one);
  columns = new_areas (four);
  crossings = ggov_geo_areas_cross (rows, columns, NULL);

  g_assert_cmpuint (crossings->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      double area_m2 = g_array_index (crossings, GgovGeoCrossing, i).area_m2;

      g_assert_cmpfloat_with_epsilon (area_m2 / ggov_geo_areas_get_m2 (columns, i), 0.5, 1e-5);
      sum_m2 += area_m2;
    }
  assert_m2 (sum_m2, ggov_geo_areas_get_m2 (rows, 0));
}

/* Squares of 2 a step of 1.5 apart overlap by 0.5 × 2; the third stands alone. */
static void
test_overlaps (void)
{
  g_autoptr(GPtrArray) shapes = new_shapes ();
  g_autoptr(GgovGeoAreas) areas = NULL;
  g_autoptr(GArray) overlaps = NULL;
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  GgovGeoPatch *patch;

  add_box (shapes, 0, 0, 2, 2);
  add_box (shapes, 1.5, 0, 3.5, 2);
  add_box (shapes, 3.5, 0, 5.5, 2);
  areas = new_areas (shapes);
  overlaps = ggov_geo_areas_find_overlaps (areas, 1, NULL);

  g_assert_cmpuint (overlaps->len, ==, 1);
  patch = &g_array_index (overlaps, GgovGeoPatch, 0);
  g_assert_cmpuint (patch->a, ==, 0);
  g_assert_cmpuint (patch->b, ==, 1);
  assert_m2 (patch->area_m2, ggov_geo_areas_get_m2 (areas, 0) / 4);
  /* A half by two: its area is 1, its outline 5 units, of 85 m east and 111 m north; so 1 × 85
   * × 111 × 2 / (2 × 0.5 × 85 + 2 × 2 × 111) = 36 m, within a metre. */
  g_assert_cmpfloat_with_epsilon (patch->width_m, 35.6, 1);
  assert_m2 (ggov_geo_areas_get_union_m2 (areas, NULL),
             ggov_geo_areas_get_m2 (areas, 0) * 2.75);

  ggov_geo_areas_find_at (areas, LON + 1.7 * UNIT, LAT + UNIT, found);
  g_assert_cmpuint (found->len, ==, 2);
  ggov_geo_areas_find_at (areas, LON + 4 * UNIT, LAT + UNIT, found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, 2);
  ggov_geo_areas_find_at (areas, LON - UNIT, LAT, found);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_refused (void)
{
  const double line[] = { LON, LAT, LON + 1, LAT };
  g_autoptr(GPtrArray) shapes = new_shapes ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (shapes, ggov_geo_wkb_new_line_string (line, 2));
  g_assert_null (ggov_geo_areas_new (shapes, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
}

static GPtrArray *
load_taipei (void)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : "", "boundaries",
                                            "taipei-daan-63000030.geojson", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  GPtrArray *shapes = NULL;
  JsonArray *features;

  if (folder == NULL || !json_parser_load_from_file (parser, path, NULL))
    return NULL;

  shapes = new_shapes ();
  features = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                           "features");
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);

      g_ptr_array_add (shapes, json_geometry_to_wkb (json_object_get_object_member (feature,
                                                                                    "geometry")));
    }

  return shapes;
}

/* A draft of square grids over the whole of a district. */
static GPtrArray *
cover_with_squares (GPtrArray *shapes,
                    guint      n)
{
  GPtrArray *squares = new_shapes ();
  GgovGeoBounds all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < shapes->len; i++)
    {
      GgovGeoWkb wkb;
      GgovGeoBounds bounds;

      g_assert_true (ggov_geo_wkb_init_bytes (&wkb, shapes->pdata[i], NULL));
      ggov_geo_wkb_get_bounds (&wkb, &bounds);
      all = (GgovGeoBounds){ MIN (all.min_lon, bounds.min_lon), MIN (all.min_lat, bounds.min_lat),
                             MAX (all.max_lon, bounds.max_lon), MAX (all.max_lat, bounds.max_lat) };
    }

  for (guint i = 0; i < n * n; i++)
    {
      double west = (all.max_lon - all.min_lon) / n, south = (all.max_lat - all.min_lat) / n;
      double lon = all.min_lon + i % n * west, lat = all.min_lat + i / n * south;
      const double coords[] = { lon, lat, lon + west, lat, lon + west, lat + south,
                                lon, lat + south, lon, lat };
      const guint size = 5;

      g_ptr_array_add (squares, ggov_geo_wkb_new_polygon (coords, &size, 1));
    }

  return squares;
}

/* The smallest areas of Taipei's statistics over squares: each row adds up, the whole is what the
 * union says, and each area is what PROJ says of its geodesics: to a ten thousandth where it is
 * narrow, for a side bends away whatever lies behind it, and to a millionth all together. */
static void
test_taipei (void)
{
  g_autoptr(GPtrArray) shapes = load_taipei ();
  g_autoptr(GPtrArray) squares = NULL;
  g_autoptr(GgovGeoAreas) rows = NULL;
  g_autoptr(GgovGeoAreas) columns = NULL;
  g_autoptr(GArray) crossings = NULL;
  g_autoptr(GArray) overlaps = NULL;
  g_autofree double *sums = NULL;
  double all_m2 = 0, all_geodesic_m2 = 0;

  if (shapes == NULL)
    {
      g_test_skip ("the folder with real data is not there");
      return;
    }

  squares = cover_with_squares (shapes, 30);
  rows = new_areas (shapes);
  columns = new_areas (squares);
  crossings = ggov_geo_areas_cross (rows, columns, NULL);
  sums = g_new0 (double, shapes->len);
  for (guint i = 0; i < crossings->len; i++)
    sums[g_array_index (crossings, GgovGeoCrossing, i).row] +=
      g_array_index (crossings, GgovGeoCrossing, i).area_m2;

  for (guint i = 0; i < shapes->len; i++)
    {
      double area_m2 = ggov_geo_areas_get_m2 (rows, i);
      double geodesic_m2;

      g_assert_cmpfloat_with_epsilon (sums[i], area_m2, 0.1);
      g_assert_true (ggov_geo_measure (shapes->pdata[i], &geodesic_m2, NULL, NULL));
      g_assert_cmpfloat_with_epsilon (area_m2 / geodesic_m2, 1, 1e-4);
      all_m2 += area_m2;
      all_geodesic_m2 += geodesic_m2;
    }

  g_assert_cmpfloat_with_epsilon (all_m2 / all_geodesic_m2, 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (ggov_geo_areas_get_union_m2 (rows, NULL) / all_m2, 1, 1e-6);
  overlaps = ggov_geo_areas_find_overlaps (rows, 1, NULL);
  g_assert_cmpuint (overlaps->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/areas/measure", test_measure);
  g_test_add_func ("/geo/areas/halves", test_halves);
  g_test_add_func ("/geo/areas/diamond", test_diamond);
  g_test_add_func ("/geo/areas/overlaps", test_overlaps);
  g_test_add_func ("/geo/areas/refused", test_refused);
  g_test_add_func ("/geo/areas/taipei", test_taipei);

  return g_test_run ();
}
