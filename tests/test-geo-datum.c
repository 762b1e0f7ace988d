/* test-geo-datum.c: GCJ-02 and BD-09 to and from WGS 84
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "ggov-geo-datum.h"

static double
deviation (const double *a,
           const double *b)
{
  return MAX (fabs (a[0] - b[0]), fabs (a[1] - b[1]));
}

static char *
find_data (const char *name)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : ".", "coordinates", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("the coordinates of GRIDGOV_TEST_DATA are not there");
  return NULL;
}

static void
test_names (void)
{
  GgovGeoDatum datum = GGOV_GEO_DATUM_GCJ02;

  for (guint i = GGOV_GEO_DATUM_WGS84; i <= GGOV_GEO_DATUM_BD09; i++)
    {
      g_assert_true (ggov_geo_datum_from_name (ggov_geo_datum_get_name (i), &datum));
      g_assert_cmpuint (datum, ==, i);
    }

  g_assert_true (ggov_geo_datum_from_name ("bd09", &datum));
  g_assert_cmpuint (datum, ==, GGOV_GEO_DATUM_BD09);
  g_assert_false (ggov_geo_datum_from_name ("BD09", &datum));
  g_assert_false (ggov_geo_datum_from_name ("", &datum));
  g_assert_cmpuint (datum, ==, GGOV_GEO_DATUM_BD09);
}

static void
test_outside (void)
{
  /* New York, Tokyo, Jakarta, and no place at all. */
  const double before[] = { -74.0344, 40.7139, 139.767, 35.681, 106.8, -6.2, NAN, NAN };
  double after[G_N_ELEMENTS (before)];

  for (guint datum = GGOV_GEO_DATUM_WGS84; datum <= GGOV_GEO_DATUM_BD09; datum++)
    {
      memcpy (after, before, sizeof before);
      ggov_geo_datum_from_wgs84 (datum, after, 4);
      g_assert_cmpmem (after, sizeof after, before, sizeof before);
      ggov_geo_datum_to_wgs84 (datum, after, 4);
      g_assert_cmpmem (after, sizeof after, before, sizeof before);
    }
}

static void
test_same (void)
{
  const double before[] = { 109.84, 40.65 };
  double after[] = { 109.84, 40.65 };

  ggov_geo_datum_from_wgs84 (GGOV_GEO_DATUM_CGCS2000, after, 1);
  ggov_geo_datum_to_wgs84 (GGOV_GEO_DATUM_CGCS2000, after, 1);
  g_assert_cmpmem (after, sizeof after, before, sizeof before);
}

static void
test_pairs (void)
{
  g_autofree char *path = find_data ("wgs84-gcj02-pairs.csv");
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  double worst = 0;
  guint n = 0;

  if (path == NULL)
    return;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strstrip (text), "\n", -1);

  for (guint i = 1; lines[i] != NULL; i++, n++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", -1);
      const double wgs[] = { g_ascii_strtod (cells[2], NULL), g_ascii_strtod (cells[1], NULL) };
      const double gcj[] = { g_ascii_strtod (cells[4], NULL), g_ascii_strtod (cells[3], NULL) };
      double there[] = { wgs[0], wgs[1] };
      double back[] = { gcj[0], gcj[1] };

      ggov_geo_datum_from_wgs84 (GGOV_GEO_DATUM_GCJ02, there, 1);
      ggov_geo_datum_to_wgs84 (GGOV_GEO_DATUM_GCJ02, back, 1);
      worst = MAX (worst, MAX (deviation (there, gcj), deviation (back, wgs)));
    }

  g_test_message ("largest deviation of %u published pairs: %.2g degrees", n, worst);
  g_assert_cmpuint (n, ==, 3);
  /* Their author took the axis of WGS 84 (6,378,137 m) for Krasovsky's: 17 millionths of a shift
   * of up to 0.007 degrees, one centimetre on the ground. */
  g_assert_cmpfloat (worst, <, 0.007 * 17e-6);
}

static double
compare_city (JsonObject   *coords,
              const char   *key,
              GgovGeoDatum  datum)
{
  JsonArray *wgs = json_object_get_array_member (coords, "WGS84");
  JsonArray *other = json_object_get_array_member (coords, key);
  const double there[] = { json_array_get_double_element (other, 0),
                           json_array_get_double_element (other, 1) };
  double from[] = { json_array_get_double_element (wgs, 0),
                    json_array_get_double_element (wgs, 1) };

  ggov_geo_datum_from_wgs84 (datum, from, 1);

  return deviation (from, there);
}

static void
test_cities (void)
{
  g_autofree char *path = find_data ("gcoord" G_DIR_SEPARATOR_S "china-cities.json");
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonArray *cities;
  double gcj = 0, bd = 0;

  if (path == NULL)
    return;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cities = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cities), ==, 664);

  for (guint i = 0; i < json_array_get_length (cities); i++)
    {
      JsonObject *city = json_array_get_object_element (cities, i);
      JsonObject *coords = json_object_get_object_member (city, "coords");

      gcj = MAX (gcj, compare_city (coords, "GCJ02", GGOV_GEO_DATUM_GCJ02));
      bd = MAX (bd, compare_city (coords, "BD09", GGOV_GEO_DATUM_BD09));
    }

  g_test_message ("largest deviation over 664 cities: GCJ-02 %.2g, BD-09 %.2g degrees", gcj, bd);
  /* The list itself is only good to 1e-4 degrees; the shift is 50 times that. */
  g_assert_cmpfloat (gcj, <, 1e-4);
  g_assert_cmpfloat (bd, <, 1e-4);
}

static void
test_round_trip (gconstpointer data)
{
  GgovGeoDatum datum = GPOINTER_TO_UINT (data);
  double worst = 0, nearest = G_MAXDOUBLE;
  guint n = 0;

  /* The whole country, islands too, every 0.11 degrees; the step meets no period of the waves. */
  for (double lon = 73.4; lon <= 135.2; lon += 0.11)
    {
      for (double lat = 3.3; lat <= 53.7; lat += 0.11, n++)
        {
          const double before[] = { lon, lat };
          double after[] = { lon, lat };

          ggov_geo_datum_from_wgs84 (datum, after, 1);
          nearest = MIN (nearest, hypot (after[0] - lon, after[1] - lat));
          ggov_geo_datum_to_wgs84 (datum, after, 1);
          worst = MAX (worst, deviation (before, after));
        }
    }

  g_test_message ("largest deviation of %u round trips: %.2g degrees", n, worst);
  g_assert_cmpfloat (worst, <, 1e-9);
  /* And nowhere was it a round trip of no way at all. */
  g_assert_cmpfloat (nearest, >, 1e-5);
}

static void
test_place_alone (void)
{
  double together[] = { 109.84, 40.65, 121.5, 31.2, 109.84, 40.65 };
  double alone[] = { 121.5, 31.2 };

  ggov_geo_datum_to_wgs84 (GGOV_GEO_DATUM_BD09, together, 3);
  ggov_geo_datum_to_wgs84 (GGOV_GEO_DATUM_BD09, alone, 1);

  /* Bit for bit: a ring is closed only so. */
  g_assert_cmpmem (together, 16, together + 4, 16);
  g_assert_cmpmem (together + 2, 16, alone, 16);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/datum/names", test_names);
  g_test_add_func ("/geo/datum/outside", test_outside);
  g_test_add_func ("/geo/datum/same", test_same);
  g_test_add_func ("/geo/datum/pairs", test_pairs);
  g_test_add_func ("/geo/datum/cities", test_cities);
  g_test_add_data_func ("/geo/datum/round-trip/gcj02",
                        GUINT_TO_POINTER (GGOV_GEO_DATUM_GCJ02), test_round_trip);
  g_test_add_data_func ("/geo/datum/round-trip/bd09",
                        GUINT_TO_POINTER (GGOV_GEO_DATUM_BD09), test_round_trip);
  g_test_add_func ("/geo/datum/place-alone", test_place_alone);

  return g_test_run ();
}
