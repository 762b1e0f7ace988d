/* test-geo-geodesic.c: lengths and areas on the ellipsoid against published ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-geo-geodesic.h"

/* The quarter of a meridian: H. Moritz, Geodetic Reference System 1980, Bulletin Géodésique 54
 * (1980). */
#define QUARTER_MERIDIAN_M 10001965.7293

/* From GeographicLib's own tests (C. F. F. Karney, tests/geodtest.c), longitude before latitude.
 * They are on WGS 84, whose ellipsoid is 0.1 mm less flat. */
static const struct
{
  double from[2];
  double to[2];
  double length_m;
} lines[] = {
  { { -139.44815, 35.60777 }, { -69.95921, -11.17491 }, 8935244.5604818305 },
  { { 106.05087, 55.52454 }, { 197.18234, 77.03196 }, 4105086.1713924406 },
  { { 142.59065, -21.97856 }, { 98.56635, 41.84138 }, 8394328.894657671 },
  { { 112.2363, -66.99028 }, { 285.90344, -12.70631 }, 11150344.2312080241 },
  { { 173.34268, -17.42761 }, { 5.93557, -15.84784 }, 16076603.1631180673 },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const double coords[] = { lines[i].from[0], lines[i].from[1], lines[i].to[0],
                                lines[i].to[1] };
      g_autoptr(GError) error = NULL;
      double leg = 0, length = 0;

      g_assert_true (ggov_geo_measure_line (coords, 2, &leg, &length, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (length, lines[i].length_m, 1e-3);
      g_assert_cmpfloat (leg, ==, length);
    }
}

/* Along the equator a degree is a 360th of its circle; up to the pole it is a quarter. */
static void
test_legs (void)
{
  const double coords[] = { 110, 0, 111, 0, 113, 0, 113, 90 };
  const double degree = 2 * G_PI * 6378137.0 / 360;
  double legs[3], length;

  g_assert_true (ggov_geo_measure_line (coords, 4, legs, &length, NULL));
  g_assert_cmpfloat_with_epsilon (legs[0], degree, 1e-6);
  g_assert_cmpfloat_with_epsilon (legs[1], 2 * degree, 1e-6);
  g_assert_cmpfloat_with_epsilon (legs[2], QUARTER_MERIDIAN_M, 1e-3);
  g_assert_cmpfloat_with_epsilon (length, 3 * degree + QUARTER_MERIDIAN_M, 1e-3);

  g_assert_true (ggov_geo_measure_line (coords, 1, NULL, &length, NULL));
  g_assert_cmpfloat (length, ==, 0);
  g_assert_true (ggov_geo_measure_line (NULL, 0, NULL, &length, NULL));
  g_assert_cmpfloat (length, ==, 0);
}

/* The same tests' "Planimeter0": about the poles, about a place on the equator, an eighth of the
 * earth. */
static void
test_rings (void)
{
  static const struct
  {
    double coords[8];
    guint  n_points;
    double perimeter_m;
    double area_m2;
    double tolerance_m;
    double tolerance_m2; /* with what the other ellipsoid makes */
  } rings[] = {
    { { 0, 89, 90, 89, 180, 89, 270, 89 }, 4, 631819.8745, 24952305678.0, 1e-4, 2 },
    { { 0, -89, 90, -89, 180, -89, 270, -89 }, 4, 631819.8745, 24952305678.0, 1e-4, 2 },
    { { -1, 0, 0, -1, 1, 0, 0, 1 }, 4, 627598.2731, 24619419146.0, 1e-4, 2 },
    { { 0, 90, 0, 0, 90, 0 }, 3, 30022685, 63758202715511.0, 1, 3000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      g_autoptr(GError) error = NULL;
      double area, perimeter;

      g_assert_true (ggov_geo_measure_ring (rings[i].coords, rings[i].n_points, &area, &perimeter,
                                            &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (perimeter, rings[i].perimeter_m, rings[i].tolerance_m);
      g_assert_cmpfloat_with_epsilon (area, rings[i].area_m2, rings[i].tolerance_m2);
    }
}

static void
test_small_rings (void)
{
  const double coords[] = { 110, 40, 110.01, 40 };
  double area, perimeter, length;

  g_assert_true (ggov_geo_measure_ring (coords, 0, &area, &perimeter, NULL));
  g_assert_cmpfloat (perimeter, ==, 0);
  g_assert_true (ggov_geo_measure_line (coords, 2, NULL, &length, NULL));
  g_assert_true (ggov_geo_measure_ring (coords, 2, &area, &perimeter, NULL));
  g_assert_cmpfloat_with_epsilon (area, 0, 1e-3);
  g_assert_cmpfloat_with_epsilon (perimeter, 2 * length, 1e-6);
}

static void
test_nowhere (void)
{
  const double coords[] = { 110, 40, NAN, 40, 110, 91 };
  g_autoptr(GError) error = NULL;
  double area = -1, length = -1;

  g_assert_false (ggov_geo_measure_line (coords, 2, NULL, &length, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
  g_clear_error (&error);
  g_assert_false (ggov_geo_measure_ring (coords, 3, &area, &length, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
  g_assert_cmpfloat (length, ==, -1);
  g_assert_cmpfloat (area, ==, -1);
}

static void
test_crosses (void)
{
  const double square[] = { 0, 0, 1, 0, 1, 1, 0, 1 };
  const double bow_tie[] = { 0, 0, 1, 1, 1, 0, 0, 1 };
  const double open[] = { 0, 0, 1, 0, 1, 1, 0.5, 0.5 };
  const double touching[] = { 0, 0, 2, 0, 2, 1, 1, 0, 0, 1 };
  const double back[] = { 0, 0, 2, 0, 1, 0 };
  const double repeated[] = { 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0 };

  g_assert_false (ggov_geo_line_crosses_itself (square, 4, FALSE));
  g_assert_false (ggov_geo_line_crosses_itself (square, 4, TRUE));
  g_assert_true (ggov_geo_line_crosses_itself (bow_tie, 4, TRUE));
  g_assert_true (ggov_geo_line_crosses_itself (bow_tie, 4, FALSE));
  g_assert_false (ggov_geo_line_crosses_itself (open, 4, FALSE));
  g_assert_true (ggov_geo_line_crosses_itself (touching, 5, FALSE));
  g_assert_true (ggov_geo_line_crosses_itself (back, 3, FALSE));
  g_assert_false (ggov_geo_line_crosses_itself (back, 2, FALSE));
  g_assert_false (ggov_geo_line_crosses_itself (repeated, 6, FALSE));
  g_assert_false (ggov_geo_line_crosses_itself (repeated, 6, TRUE));
  g_assert_false (ggov_geo_line_crosses_itself (repeated, 7, TRUE));
  g_assert_false (ggov_geo_line_crosses_itself (NULL, 0, TRUE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/geodesic/lines", test_lines);
  g_test_add_func ("/geo/geodesic/legs", test_legs);
  g_test_add_func ("/geo/geodesic/rings", test_rings);
  g_test_add_func ("/geo/geodesic/small-rings", test_small_rings);
  g_test_add_func ("/geo/geodesic/nowhere", test_nowhere);
  g_test_add_func ("/geo/geodesic/crosses", test_crosses);

  return g_test_run ();
}
