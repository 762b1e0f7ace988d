/* test-geo-wkb.c: shapes as bytes: strict reading, writing, measuring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-geo-wkb.h"

/* A square of 4 by 4 with a hole of 2 by 2 in its lower left, both wound the same way. */
static const double square_with_hole[] = {
  0, 0, 4, 0, 4, 4, 0, 4, 0, 0, /* */
  0, 0, 2, 0, 2, 2, 0, 2, 0, 0, /* */
};
static const guint five_and_five[] = { 5, 5 };

static GBytes *
new_from_hex (const char *hex)
{
  GByteArray *bytes = g_byte_array_new ();

  for (; hex[0] != '\0'; hex += 2)
    {
      guint8 byte = g_ascii_xdigit_value (hex[0]) << 4 | g_ascii_xdigit_value (hex[1]);
      g_byte_array_append (bytes, &byte, 1);
    }

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_bytes (void)
{
  /* Written out by hand from OGC 06-103r4: 1.0 is 3ff0…, 2.0 is 4000…, little endian. */
  g_autoptr(GBytes) expected_point =
    new_from_hex ("0101000000000000000000f03f0000000000000040");
  g_autoptr(GBytes) expected_line =
    new_from_hex ("010200000002000000000000000000f03f0000000000000040"
                  "00000000000000400000000000000000");
  const double line_coords[] = { 1, 2, 2, 0 };
  g_autoptr(GBytes) point = ggov_geo_wkb_new_point (1, 2);
  g_autoptr(GBytes) line = ggov_geo_wkb_new_line_string (line_coords, 2);

  g_assert_true (g_bytes_equal (point, expected_point));
  g_assert_true (g_bytes_equal (line, expected_line));
}

static void
test_rings (void)
{
  g_autoptr(GBytes) polygon = ggov_geo_wkb_new_polygon (square_with_hole, five_and_five, 2);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  GgovGeoWkb wkb;

  g_ptr_array_add (parts, polygon);
  g_ptr_array_add (parts, polygon);
  bytes = ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_POLYGON, parts);

  g_assert_true (ggov_geo_wkb_init_bytes (&wkb, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (wkb.type, ==, GGOV_GEO_WKB_MULTI_POLYGON);
  g_assert_cmpuint (wkb.n_parts, ==, 2);
  g_assert_cmpuint (wkb.n_rings, ==, 4);
  g_assert_cmpuint (wkb.n_points, ==, 20);

  ggov_geo_wkb_iter_init (&iter, &wkb);
  for (guint i = 0; i < 4; i++)
    {
      double coords[10];

      g_assert_true (ggov_geo_wkb_iter_next (&iter, &ring));
      g_assert_cmpuint (ring.part, ==, i / 2);
      g_assert_cmpuint (ring.ring, ==, i % 2);
      g_assert_cmpuint (ring.n_points, ==, 5);
      ggov_geo_wkb_ring_copy (&ring, coords);
      g_assert_cmpmem (coords, sizeof coords, square_with_hole + i % 2 * 10, sizeof coords);
    }
  g_assert_false (ggov_geo_wkb_iter_next (&iter, &ring));
}

static void
test_empty (void)
{
  g_autoptr(GBytes) bytes = ggov_geo_wkb_new_polygon (NULL, NULL, 0);
  GgovGeoBounds bounds = { 1, 1, 1, 1 };
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  GgovGeoWkb wkb;
  double lon = -7, lat = -7;

  g_assert_true (ggov_geo_wkb_init_bytes (&wkb, bytes, NULL));
  g_assert_cmpuint (wkb.n_points, ==, 0);
  ggov_geo_wkb_iter_init (&iter, &wkb);
  g_assert_false (ggov_geo_wkb_iter_next (&iter, &ring));
  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  g_assert_true (ggov_geo_bounds_is_empty (&bounds));
  g_assert_false (ggov_geo_wkb_get_centroid (&wkb, &lon, &lat));
  g_assert_cmpfloat (lon, ==, -7);
  g_assert_cmpfloat (ggov_geo_wkb_get_area_m2 (&wkb), ==, 0);
}

/* Every way of breaking off, and one byte too many. */
static void
test_truncated (void)
{
  g_autoptr(GBytes) polygon = ggov_geo_wkb_new_polygon (square_with_hole, five_and_five, 2);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  const guint8 *data;
  GgovGeoWkb wkb;
  gsize size;

  g_ptr_array_add (parts, polygon);
  g_ptr_array_add (parts, polygon);
  bytes = ggov_geo_wkb_new_multi (GGOV_GEO_WKB_MULTI_POLYGON, parts);
  data = g_bytes_get_data (bytes, &size);

  for (gsize n = 0; n <= size + 1; n++)
    {
      /* An own block of just so many bytes, for the sanitizer's sake. */
      g_autofree guint8 *copy = g_malloc0 (MAX (n, 1));
      g_autoptr(GError) error = NULL;

      memcpy (copy, data, MIN (n, size));
      g_assert_true (ggov_geo_wkb_init (&wkb, copy, n, &error) == (n == size));
      if (n != size)
        g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
    }
}

static const struct
{
  const char *name;
  const char *hex;
} refused[] = {
  { "big-endian", "00000000013ff00000000000004000000000000000" },
  { "three-dimensions", "01e9030000000000000000f03f00000000000000400000000000000040" },
  { "srid", "0101000020e6100000000000000000f03f0000000000000040" },
  { "collection", "010700000000000000" },
  { "type-zero", "0100000000000000000000f03f0000000000000040" },
  { "part-of-another-type", "0106000000010000000101000000000000000000f03f0000000000000040" },
  { "four-thousand-million-points", "0102000000ffffffff000000000000f03f0000000000000040" },
  { "four-thousand-million-rings", "0103000000ffffffff" },
  { "four-thousand-million-parts", "0106000000ffffffff" },
};

static void
test_refused (gconstpointer data)
{
  g_autoptr(GBytes) bytes = new_from_hex (data);
  g_autoptr(GError) error = NULL;
  GgovGeoWkb wkb;

  g_assert_false (ggov_geo_wkb_init_bytes (&wkb, bytes, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
}

static void
test_measure (void)
{
  g_autoptr(GBytes) bytes = ggov_geo_wkb_new_polygon (square_with_hole, five_and_five, 2);
  GgovGeoBounds bounds;
  GgovGeoWkb wkb;
  double lon, lat;

  g_assert_true (ggov_geo_wkb_init_bytes (&wkb, bytes, NULL));
  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  g_assert_cmpfloat (bounds.min_lon, ==, 0);
  g_assert_cmpfloat (bounds.min_lat, ==, 0);
  g_assert_cmpfloat (bounds.max_lon, ==, 4);
  g_assert_cmpfloat (bounds.max_lat, ==, 4);

  /* (16 × 2 − 4 × 1) / (16 − 4) = 7/3. */
  g_assert_true (ggov_geo_wkb_get_centroid (&wkb, &lon, &lat));
  g_assert_cmpfloat_with_epsilon (lon, 7.0 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (lat, 7.0 / 3.0, 1e-12);
}

static void
test_contains (void)
{
  g_autoptr(GBytes) bytes = ggov_geo_wkb_new_polygon (square_with_hole, five_and_five, 2);
  g_autoptr(GBytes) line_bytes = ggov_geo_wkb_new_line_string (square_with_hole, 5);
  GgovGeoWkb wkb, line;

  g_assert_true (ggov_geo_wkb_init_bytes (&wkb, bytes, NULL));
  g_assert_true (ggov_geo_wkb_init_bytes (&line, line_bytes, NULL));
  g_assert_true (ggov_geo_wkb_contains (&wkb, 3, 1));
  g_assert_true (ggov_geo_wkb_contains (&wkb, 1, 3));
  g_assert_false (ggov_geo_wkb_contains (&wkb, 1, 1));
  g_assert_false (ggov_geo_wkb_contains (&wkb, 5, 1));
  g_assert_false (ggov_geo_wkb_contains (&wkb, -1, 1));
  g_assert_false (ggov_geo_wkb_contains (&wkb, 3, NAN));
  g_assert_false (ggov_geo_wkb_contains (&line, 3, 1));
}

static void
test_measure_building (void)
{
  /* 0.0002 by 0.0001 degrees at 60 north, where a degree of longitude is half one of latitude,
   * which is 111,195.08 m: 22.239 m × 0.5 × 11.1195 m = 123.644 m². */
  const double coords[] = { 110,    60,     110.0002, 60,     110.0002, 60.0001,
                            110,    60.0001, 110,      60 };
  const guint size = 5;
  g_autoptr(GBytes) bytes = ggov_geo_wkb_new_polygon (coords, &size, 1);
  GgovGeoWkb wkb;
  double lon, lat;

  g_assert_true (ggov_geo_wkb_init_bytes (&wkb, bytes, NULL));
  g_assert_cmpfloat_with_epsilon (ggov_geo_wkb_get_area_m2 (&wkb), 123.644, 1e-3);
  g_assert_true (ggov_geo_wkb_get_centroid (&wkb, &lon, &lat));
  g_assert_cmpfloat_with_epsilon (lon, 110.0001, 1e-11);
  g_assert_cmpfloat_with_epsilon (lat, 60.00005, 1e-11);
}

static void
test_measure_line (void)
{
  const double coords[] = { 1, 2, 3, 8 };
  g_autoptr(GBytes) bytes = ggov_geo_wkb_new_line_string (coords, 2);
  GgovGeoWkb wkb;
  double lon, lat;

  g_assert_true (ggov_geo_wkb_init_bytes (&wkb, bytes, NULL));
  g_assert_true (ggov_geo_wkb_get_centroid (&wkb, &lon, &lat));
  g_assert_cmpfloat (lon, ==, 2);
  g_assert_cmpfloat (lat, ==, 5);
  g_assert_cmpfloat (ggov_geo_wkb_get_area_m2 (&wkb), ==, 0);
}

static void
test_shift (void)
{
  double coords[] = { 109.84, 40.65, 109.85, 40.65, 109.85, 40.66, 109.84, 40.65 };
  double shifted[8];
  const guint size = 4;
  g_autoptr(GBytes) before = ggov_geo_wkb_new_polygon (coords, &size, 1);
  g_autoptr(GBytes) expected = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GError) error = NULL;

  memcpy (shifted, coords, sizeof coords);
  ggov_geo_datum_to_wgs84 (GGOV_GEO_DATUM_GCJ02, shifted, 4);
  expected = ggov_geo_wkb_new_polygon (shifted, &size, 1);
  g_byte_array_append (bytes, g_bytes_get_data (before, NULL), g_bytes_get_size (before));

  g_assert_false (ggov_geo_wkb_shift_to_wgs84 (bytes->data, bytes->len - 1, GGOV_GEO_DATUM_GCJ02,
                                               &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
  g_clear_error (&error);
  g_assert_cmpmem (bytes->data, bytes->len, g_bytes_get_data (before, NULL),
                   g_bytes_get_size (before));

  g_assert_true (ggov_geo_wkb_shift_to_wgs84 (bytes->data, bytes->len, GGOV_GEO_DATUM_GCJ02,
                                              &error));
  g_assert_no_error (error);
  g_assert_cmpmem (bytes->data, bytes->len, g_bytes_get_data (expected, NULL),
                   g_bytes_get_size (expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/wkb/bytes", test_bytes);
  g_test_add_func ("/geo/wkb/rings", test_rings);
  g_test_add_func ("/geo/wkb/empty", test_empty);
  g_test_add_func ("/geo/wkb/truncated", test_truncated);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/geo/wkb/refused/", refused[i].name, NULL);
      g_test_add_data_func (path, refused[i].hex, test_refused);
    }
  g_test_add_func ("/geo/wkb/measure", test_measure);
  g_test_add_func ("/geo/wkb/contains", test_contains);
  g_test_add_func ("/geo/wkb/measure/building", test_measure_building);
  g_test_add_func ("/geo/wkb/measure/line", test_measure_line);
  g_test_add_func ("/geo/wkb/shift", test_shift);

  return g_test_run ();
}
