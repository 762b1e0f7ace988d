/* test-geo-label.c: where the name of a shape is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-geo-label.h"
#include "ggov-geo-wkb.h"

static void
test_square (void)
{
  const double coords[] = { 110, 40, 112, 40, 112, 42, 110, 42, 110, 40 };
  const guint size = 5;
  g_autoptr(GBytes) wkb = ggov_geo_wkb_new_polygon (coords, &size, 1);
  g_autoptr(GError) error = NULL;
  double lon, lat;

  g_assert_true (ggov_geo_get_label_place (wkb, &lon, &lat, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (lon, 111, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, 41, 1e-9);
}

/* A house round three sides of a yard: the centre of its area is in the yard. */
static void
test_horseshoe (void)
{
  const double coords[] = { 0, 0, 6, 0, 6, 6, 5, 6, 5, 1, 1, 1, 1, 6, 0, 6, 0, 0 };
  const guint size = 9;
  g_autoptr(GBytes) bytes = ggov_geo_wkb_new_polygon (coords, &size, 1);
  g_autoptr(GError) error = NULL;
  double lon = NAN, lat = NAN;
  GgovGeoWkb wkb;

  g_assert_true (ggov_geo_wkb_init_bytes (&wkb, bytes, NULL));
  g_assert_true (ggov_geo_wkb_get_centroid (&wkb, &lon, &lat));
  g_assert_false (ggov_geo_wkb_contains (&wkb, lon, lat));

  g_assert_true (ggov_geo_get_label_place (bytes, &lon, &lat, &error));
  g_assert_no_error (error);
  g_assert_true (ggov_geo_wkb_contains (&wkb, lon, lat));
}

static void
test_line (void)
{
  const double coords[] = { 0, 0, 0, 4, 4, 4 };
  g_autoptr(GBytes) wkb = ggov_geo_wkb_new_line_string (coords, 3);
  g_autoptr(GError) error = NULL;
  double lon = NAN, lat = NAN;

  g_assert_true (ggov_geo_get_label_place (wkb, &lon, &lat, &error));
  g_assert_no_error (error);
  g_assert_true (lon == 0 || lat == 4);
}

static void
test_refused (void)
{
  g_autoptr(GBytes) empty = ggov_geo_wkb_new_polygon (NULL, NULL, 0);
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr(GError) error = NULL;
  double lon = -7, lat = -7;

  g_assert_false (ggov_geo_get_label_place (empty, &lon, &lat, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ggov_geo_get_label_place (nothing, &lon, &lat, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
  g_assert_cmpfloat (lon, ==, -7);
  g_assert_cmpfloat (lat, ==, -7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/label/square", test_square);
  g_test_add_func ("/geo/label/horseshoe", test_horseshoe);
  g_test_add_func ("/geo/label/line", test_line);
  g_test_add_func ("/geo/label/refused", test_refused);

  return g_test_run ();
}
