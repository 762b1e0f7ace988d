/* test-geo-footprints.c: the packed set of footprints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-geo-footprints.h"
#include "ggov-geo-wkb.h"

#define LON 110.0

/* A house of 10 by 10 units with a yard of 4 by 4 in it, and a shed beside it. */
static const double house[] = { 0, 0, 10, 0, 10, 10, 0, 10, 0, 0, 3, 3, 3, 7, 7, 7, 7, 3, 3, 3 };
static const double shed[] = { 20, 0, 22, 0, 22, 2, 20, 2, 20, 0 };
static const guint sizes[] = { 5, 5 };

static void
append (GgovGeoFootprintsBuilder *builder,
        gint64                    id,
        GBytes                   *wkb)
{
  g_autoptr(GError) error = NULL;

  ggov_geo_footprints_builder_append (builder, id, id % 7, g_bytes_get_data (wkb, NULL),
                                      g_bytes_get_size (wkb), &error);
  g_assert_no_error (error);
}

static GBytes *
new_estate (void)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (parts, ggov_geo_wkb_new_polygon (house, sizes, 2));
  g_ptr_array_add (parts, ggov_geo_wkb_new_polygon (shed, sizes, 1));

  return ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_POLYGON, parts);
}

/* Index 0 the estate, 1 the house, 2 the shed, with the ids given. */
static GgovGeoFootprints *
new_three (const gint64 ids[3])
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);
  g_autoptr(GBytes) estate_wkb = new_estate ();
  g_autoptr(GBytes) house_wkb = ggov_geo_wkb_new_polygon (house, sizes, 2);
  g_autoptr(GBytes) shed_wkb = ggov_geo_wkb_new_polygon (shed, sizes, 1);

  append (builder, ids[0], estate_wkb);
  append (builder, ids[1], house_wkb);
  append (builder, ids[2], shed_wkb);

  return ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
}

static void
test_what_was_appended (void)
{
  const gint64 ids[] = { 5, 6, G_MAXINT64 };
  g_autoptr(GgovGeoFootprints) prints = new_three (ids);
  const GgovGeoBounds *bounds;
  const double *coords;
  gboolean is_hole = FALSE;
  guint n_points;

  g_assert_cmpuint (ggov_geo_footprints_get_n (prints), ==, 3);
  g_assert_cmpint (ggov_geo_footprints_get_id (prints, 2), ==, G_MAXINT64);
  g_assert_cmpuint (ggov_geo_footprints_get_kind (prints, 1), ==, 6);
  g_assert_cmpuint (ggov_geo_footprints_get_n_rings (prints, 0), ==, 3);
  g_assert_cmpuint (ggov_geo_footprints_get_n_rings (prints, 2), ==, 1);

  coords = ggov_geo_footprints_get_ring (prints, 0, 1, &n_points, &is_hole);
  g_assert_true (is_hole);
  g_assert_cmpmem (coords, n_points * 16, house + 10, 80);
  coords = ggov_geo_footprints_get_ring (prints, 0, 2, &n_points, &is_hole);
  g_assert_false (is_hole);
  g_assert_cmpmem (coords, n_points * 16, shed, sizeof shed);

  bounds = ggov_geo_footprints_get_bounds (prints, 2);
  g_assert_cmpfloat (bounds->min_lon, ==, 20);
  g_assert_cmpfloat (bounds->max_lat, ==, 2);
  bounds = ggov_geo_footprints_get_extent (prints);
  g_assert_cmpfloat (bounds->min_lon, ==, 0);
  g_assert_cmpfloat (bounds->max_lon, ==, 22);
  g_assert_cmpfloat (bounds->max_lat, ==, 10);
}

static void
test_wkb (void)
{
  const gint64 ids[] = { 1, 2, 3 };
  g_autoptr(GgovGeoFootprints) prints = new_three (ids);
  g_autoptr(GBytes) estate = new_estate ();
  g_autoptr(GBytes) simple = ggov_geo_wkb_new_polygon (house, sizes, 2);
  g_autoptr(GBytes) multi_again = ggov_geo_footprints_dup_wkb (prints, 0);
  g_autoptr(GBytes) simple_again = ggov_geo_footprints_dup_wkb (prints, 1);

  g_assert_true (g_bytes_equal (estate, multi_again));
  g_assert_true (g_bytes_equal (simple, simple_again));
}

static void
test_contains (void)
{
  const gint64 ids[] = { 1, 2, 3 };
  g_autoptr(GgovGeoFootprints) prints = new_three (ids);

  g_assert_true (ggov_geo_footprints_contains (prints, 0, 1, 5));
  g_assert_false (ggov_geo_footprints_contains (prints, 0, 5, 5)); /* the yard */
  g_assert_true (ggov_geo_footprints_contains (prints, 0, 21, 1));
  g_assert_false (ggov_geo_footprints_contains (prints, 0, 15, 1));
  g_assert_false (ggov_geo_footprints_contains (prints, 1, 21, 1));
  g_assert_false (ggov_geo_footprints_contains (prints, 0, NAN, 1));
}

static void
test_find_id (gconstpointer data)
{
  const gint64 *ids = data;
  g_autoptr(GgovGeoFootprints) prints = new_three (ids);
  guint i = 99;

  for (guint k = 0; k < 3; k++)
    {
      g_assert_true (ggov_geo_footprints_find_id (prints, ids[k], &i));
      g_assert_cmpuint (i, ==, k);
    }

  i = 99;
  g_assert_false (ggov_geo_footprints_find_id (prints, 8, &i));
  g_assert_false (ggov_geo_footprints_find_id (prints, G_MININT64, &i));
  g_assert_false (ggov_geo_footprints_find_id (prints, G_MAXINT64, &i));
  g_assert_cmpuint (i, ==, 99);
}

static void
test_distance (void)
{
  /* At 60 north a degree of longitude is 55,597.5 m, one of latitude 111,195.1 m. */
  const double coords[] = { LON, 60, LON + 0.001, 60, LON + 0.001, 60.001, LON, 60.001, LON, 60 };
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (1);
  g_autoptr(GBytes) wkb = ggov_geo_wkb_new_polygon (coords, sizes, 1);
  g_autoptr(GgovGeoFootprints) prints = NULL;

  append (builder, 1, wkb);
  prints = ggov_geo_footprints_builder_end (g_steal_pointer (&builder));

  g_assert_cmpfloat (ggov_geo_footprints_get_distance_m (prints, 0, LON + 0.0001, 60.0001), ==, 0);
  /* West, south, and both: 55.6 m, 111.2 m, and by Pythagoras 124.3 m. */
  g_assert_cmpfloat_with_epsilon (
    ggov_geo_footprints_get_distance_m (prints, 0, LON - 0.001, 60.0005), 55.6, 0.05);
  g_assert_cmpfloat_with_epsilon (
    ggov_geo_footprints_get_distance_m (prints, 0, LON + 0.0005, 59.999), 111.2, 0.05);
  g_assert_cmpfloat_with_epsilon (
    ggov_geo_footprints_get_distance_m (prints, 0, LON - 0.001, 59.999), 124.3, 0.05);
}

static void
test_refused (void)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);
  g_autoptr(GgovGeoFootprints) prints = NULL;
  g_autoptr(GBytes) line = ggov_geo_wkb_new_line_string (house, 5);
  g_autoptr(GBytes) empty = ggov_geo_wkb_new_polygon (NULL, NULL, 0);
  g_autoptr(GError) error = NULL;

  g_assert_false (ggov_geo_footprints_builder_append (builder, 1, 0, g_bytes_get_data (line, NULL),
                                                      g_bytes_get_size (line), &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
  g_clear_error (&error);
  g_assert_false (ggov_geo_footprints_builder_append (builder, 1, 0, g_bytes_get_data (empty, NULL),
                                                      g_bytes_get_size (empty), &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ggov_geo_footprints_builder_append (builder, 1, 0, NULL, 0, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);

  prints = ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
  g_assert_cmpuint (ggov_geo_footprints_get_n (prints), ==, 0);
  g_assert_true (ggov_geo_bounds_is_empty (ggov_geo_footprints_get_extent (prints)));
}

int
main (int   argc,
      char *argv[])
{
  static const gint64 ascending[] = { 2, 5, 9 };
  static const gint64 mixed[] = { 5, 9, 2 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/footprints/what-was-appended", test_what_was_appended);
  g_test_add_func ("/geo/footprints/wkb", test_wkb);
  g_test_add_func ("/geo/footprints/contains", test_contains);
  g_test_add_data_func ("/geo/footprints/find-id/ascending", ascending, test_find_id);
  g_test_add_data_func ("/geo/footprints/find-id/mixed", mixed, test_find_id);
  g_test_add_func ("/geo/footprints/distance", test_distance);
  g_test_add_func ("/geo/footprints/refused", test_refused);

  return g_test_run ();
}
