/* test-geo-projection.c: degrees to metres and back, areas on the ellipsoid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ggov-geo-projection.h"

/* The quarter meridian and the surface of the GRS80 ellipsoid: H. Moritz, Geodetic Reference
 * System 1980, Bulletin Géodésique 54 (1980). */
#define QUARTER_MERIDIAN_M 10001965.7293
#define SURFACE_M2         510065621.7241e6
#define EQUATOR_RADIUS_M   6378137.0

static GBytes *
new_polygon (const double *coords,
             guint32       n_points)
{
  const guint32 header[] = { 3, 1, n_points };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) "\1", 1);
  g_byte_array_append (bytes, (const guint8 *) header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) coords, 2 * n_points * sizeof *coords);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_forward (void)
{
  g_autoptr(GgovGeoProjection) projection = NULL;
  g_autoptr(GError) error = NULL;
  double coords[] = { 110, 0, 110, 90, 110.001, 0 };

  projection = ggov_geo_projection_new (110, 0, &error);
  g_assert_no_error (error);
  g_assert_true (ggov_geo_projection_forward (projection, coords, 3, &error));
  g_assert_no_error (error);

  g_assert_cmpfloat_with_epsilon (coords[0], 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (coords[1], 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (coords[2], 0, 1e-3);
  g_assert_cmpfloat_with_epsilon (coords[3], QUARTER_MERIDIAN_M, 1e-3);
  /* A thousandth of a degree along the equator. */
  g_assert_cmpfloat_with_epsilon (coords[4], EQUATOR_RADIUS_M * G_PI / 180e3, 1e-5);
}

static void
test_round_trip (void)
{
  g_autoptr(GgovGeoProjection) projection = NULL;
  g_autoptr(GError) error = NULL;
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  double before[2000], after[2000];

  g_test_message ("seed %u", seed);

  for (guint i = 0; i < G_N_ELEMENTS (before); i += 2)
    {
      before[i] = g_rand_double_range (rand, 109.5, 110.5);
      before[i + 1] = g_rand_double_range (rand, 40.2, 41.2);
    }

  memcpy (after, before, sizeof before);
  projection = ggov_geo_projection_new (110, 40.7, &error);
  g_assert_true (ggov_geo_projection_forward (projection, after, 1000, &error));
  g_assert_true (ggov_geo_projection_inverse (projection, after, 1000, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    g_assert_cmpfloat_with_epsilon (before[i], after[i], 1e-11);
}

static void
test_refused (void)
{
  static const double places[][2] = { { NAN, 40 }, { 110, 91 }, { -70, 40 }, { 110, INFINITY } };
  g_autoptr(GgovGeoProjection) projection = ggov_geo_projection_new (110, 40, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(GError) error = NULL;
      double coords[] = { places[i][0], places[i][1] };

      g_assert_false (ggov_geo_projection_forward (projection, coords, 1, &error));
      g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(GError) error = NULL;
      double coords[] = { 1e9 * places[i][0], 1e9 * places[i][1] };

      g_assert_false (ggov_geo_projection_inverse (projection, coords, 1, &error));
      g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
    }
}

static void
test_centre_refused (void)
{
  static const double centres[][2] = { { 181, 0 }, { 0, 86 }, { NAN, 0 }, { 0, NAN } };

  for (guint i = 0; i < G_N_ELEMENTS (centres); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ggov_geo_projection_new (centres[i][0], centres[i][1], &error));
      g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
    }
}

static void
test_measure (void)
{
  static const double octant[] = { 0, 0, 90, 0, 0, 90, 0, 0 };
  static const double turned[] = { 0, 0, 0, 90, 90, 0, 0, 0 };
  const double *rings[] = { octant, turned };

  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      g_autoptr(GBytes) wkb = new_polygon (rings[i], 4);
      g_autoptr(GError) error = NULL;
      double area_m2 = 0, perimeter_m = 0;

      g_assert_true (ggov_geo_measure (wkb, &area_m2, &perimeter_m, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (area_m2 / (SURFACE_M2 / 8), 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (perimeter_m,
                                      EQUATOR_RADIUS_M * G_PI / 2 + 2 * QUARTER_MERIDIAN_M, 1e-3);
    }
}

static void
test_measure_garbage (void)
{
  static const char *const garbage[] = { "", "\1", "not a shape at all", "\1\3\0\0\0\1\0\0\0" };

  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      g_autoptr(GBytes) wkb = g_bytes_new_static (garbage[i], strlen (garbage[i]));
      g_autoptr(GError) error = NULL;
      double area_m2 = -7;

      g_assert_false (ggov_geo_measure (wkb, &area_m2, NULL, &error));
      g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
      g_assert_cmpfloat (area_m2, ==, -7);
    }
}

static void
test_for_wkb (void)
{
  static const double box[] = { 110, 40, 110.02, 40, 110.02, 40.04, 110, 40.04, 110, 40 };
  g_autoptr(GBytes) wkb = new_polygon (box, 5);
  g_autoptr(GBytes) empty = g_bytes_new_static ("\1\3\0\0\0\0\0\0\0", 9);
  g_autoptr(GgovGeoProjection) projection = NULL;
  g_autoptr(GError) error = NULL;
  double middle[] = { 110.01, 40.02 };

  projection = ggov_geo_projection_new_for_wkb (wkb, &error);
  g_assert_no_error (error);
  g_assert_true (ggov_geo_projection_forward (projection, middle, 1, &error));
  g_assert_cmpfloat_with_epsilon (middle[0], 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle[1], 0, 1e-6);

  g_assert_null (ggov_geo_projection_new_for_wkb (empty, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/projection/forward", test_forward);
  g_test_add_func ("/geo/projection/round-trip", test_round_trip);
  g_test_add_func ("/geo/projection/refused", test_refused);
  g_test_add_func ("/geo/projection/centre-refused", test_centre_refused);
  g_test_add_func ("/geo/projection/for-wkb", test_for_wkb);
  g_test_add_func ("/geo/measure/octant", test_measure);
  g_test_add_func ("/geo/measure/garbage", test_measure_garbage);

  return g_test_run ();
}
