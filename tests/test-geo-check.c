/* test-geo-check.c: what is odd about a shape, and its repair
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ggov-geo-check.h"
#include "ggov-geo-projection.h"
#include "ggov-geo-wkb.h"

#define X 109.8
#define Y 40.6
#define U 0.0001 /* about 8.4 m to the east, 11.1 m to the north */

static const struct
{
  const char *name;
  GgovGeoFlaw flaw;
  guint n_points;
  double coords[24];
} polygons[] = {
  { "square", GGOV_GEO_FLAW_NONE, 5, { X, Y, X + U, Y, X + U, Y + U, X, Y + U, X, Y } },
  { "clockwise", GGOV_GEO_FLAW_NONE, 5, { X, Y, X, Y + U, X + U, Y + U, X + U, Y, X, Y } },
  { "point-twice", GGOV_GEO_FLAW_NONE, 6,
    { X, Y, X + U, Y, X + U, Y, X + U, Y + U, X, Y + U, X, Y } },
  { "point-on-side", GGOV_GEO_FLAW_NONE, 6,
    { X, Y, X + U / 2, Y, X + U, Y, X + U, Y + U, X, Y + U, X, Y } },
  { "bow-tie", GGOV_GEO_FLAW_CROSSING, 5, { X, Y, X + U, Y + U, X + U, Y, X, Y + U, X, Y } },
  { "spike", GGOV_GEO_FLAW_CROSSING, 6,
    { X, Y, X + 2 * U, Y, X + U, Y, X + U, Y + U, X, Y + U, X, Y } },
  { "there-and-back", GGOV_GEO_FLAW_CROSSING, 4, { X, Y, X + U, Y + U, X + U, Y + U, X, Y } },
  { "touching-itself", GGOV_GEO_FLAW_CROSSING, 7,
    { X, Y, X + U, Y, X + U / 2, Y + U / 2, X + U, Y + U, X, Y + U, X + U / 2, Y + U / 2, X, Y } },
  { "unclosed", GGOV_GEO_FLAW_UNCLOSED, 4, { X, Y, X + U, Y, X + U, Y + U, X, Y + U } },
  { "unclosed-triangle", GGOV_GEO_FLAW_UNCLOSED, 3, { X, Y, X + U, Y, X + U, Y + U } },
  { "three-points", GGOV_GEO_FLAW_TOO_FEW_POINTS, 3, { X, Y, X + U, Y, X, Y } },
  { "one-point", GGOV_GEO_FLAW_TOO_FEW_POINTS, 1, { X, Y } },
  { "nan", GGOV_GEO_FLAW_NOT_A_NUMBER, 4, { X, Y, X + U, NAN, X + U, Y + U, X, Y } },
  { "infinite", GGOV_GEO_FLAW_NOT_A_NUMBER, 4, { X, Y, INFINITY, Y, X + U, Y + U, X, Y } },
  { "swapped", GGOV_GEO_FLAW_SWAPPED, 4, { Y, X, Y, X + U, Y + U, X + U, Y, X } },
  { "swapped-in-the-west", GGOV_GEO_FLAW_SWAPPED, 4,
    { 39.5, 76, 39.5, 76 + U, 39.5 + U, 76 + U, 39.5, 76 } },
  { "metres", GGOV_GEO_FLAW_OUTSIDE_WORLD, 4,
    { 427000, 4500000, 427010, 4500000, 427010, 4500010, 427000, 4500000 } },
  { "new-york", GGOV_GEO_FLAW_OUTSIDE_CHINA, 4,
    { -74, Y, -74 + U, Y, -74 + U, Y + U, -74, Y } },
  /* A hundredth of the square's sides: 0.9 dm². */
  { "tiny", GGOV_GEO_FLAW_TINY, 4, { X, Y, X + U / 100, Y, X, Y + U / 100, X, Y } },
  /* A hundred times the square's sides: 844 m × 1,112 m. */
  { "huge", GGOV_GEO_FLAW_HUGE, 5,
    { X, Y, X + 100 * U, Y, X + 100 * U, Y + 100 * U, X, Y + 100 * U, X, Y } },
};

static GgovGeoFlaw
check (GBytes         *wkb,
       GgovGeoSubject  subject,
       GgovGeoPlace   *place)
{
  return ggov_geo_check_shape (g_bytes_get_data (wkb, NULL), g_bytes_get_size (wkb), subject,
                               place);
}

static void
test_polygon (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) wkb =
    ggov_geo_wkb_new_polygon (polygons[i].coords, &polygons[i].n_points, 1);

  g_assert_cmpstr (ggov_geo_flaw_get_name (check (wkb, GGOV_GEO_SUBJECT_FOOTPRINT, NULL)), ==,
                   ggov_geo_flaw_get_name (polygons[i].flaw));
}

static void
test_other_shapes (void)
{
  g_autoptr(GBytes) point = ggov_geo_wkb_new_point (X, Y);
  g_autoptr(GBytes) line = ggov_geo_wkb_new_line_string (polygons[0].coords, 5);
  g_autoptr(GBytes) empty = ggov_geo_wkb_new_polygon (NULL, NULL, 0);
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr(GBytes) half = g_bytes_new_from_bytes (line, 0, 30);

  g_assert_cmpuint (check (point, GGOV_GEO_SUBJECT_FOOTPRINT, NULL), ==,
                    GGOV_GEO_FLAW_NOT_POLYGON);
  g_assert_cmpuint (check (line, GGOV_GEO_SUBJECT_FOOTPRINT, NULL), ==,
                    GGOV_GEO_FLAW_NOT_POLYGON);
  g_assert_cmpuint (check (empty, GGOV_GEO_SUBJECT_FOOTPRINT, NULL), ==, GGOV_GEO_FLAW_EMPTY);
  g_assert_cmpuint (check (nothing, GGOV_GEO_SUBJECT_FOOTPRINT, NULL), ==,
                    GGOV_GEO_FLAW_NO_SHAPE);
  g_assert_cmpuint (check (half, GGOV_GEO_SUBJECT_FOOTPRINT, NULL), ==, GGOV_GEO_FLAW_NO_SHAPE);
}

static void
test_holes (void)
{
  double coords[] = {
    X, Y, X + 4 * U, Y, X + 4 * U, Y + 4 * U, X, Y + 4 * U, X, Y, /* */
    X + U, Y + U, X + 2 * U, Y + U, X + 2 * U, Y + 2 * U, X + U, Y + U,
  };
  const guint sizes[] = { 5, 4 };
  g_autoptr(GBytes) inside = ggov_geo_wkb_new_polygon (coords, sizes, 2);
  g_autoptr(GBytes) beside = NULL;

  for (guint i = 10; i < G_N_ELEMENTS (coords); i += 2)
    coords[i] += 10 * U;
  beside = ggov_geo_wkb_new_polygon (coords, sizes, 2);

  g_assert_cmpuint (check (inside, GGOV_GEO_SUBJECT_FOOTPRINT, NULL), ==, GGOV_GEO_FLAW_NONE);
  g_assert_cmpuint (check (beside, GGOV_GEO_SUBJECT_FOOTPRINT, NULL), ==,
                    GGOV_GEO_FLAW_CROSSING);
}

static void
test_place (void)
{
  const double bow_tie[] = { X, Y, X + U, Y + U, X + U, Y, X, Y + U, X, Y };
  const guint size = 5;
  g_autoptr(GBytes) wkb = ggov_geo_wkb_new_polygon (bow_tie, &size, 1);
  g_autoptr(GBytes) point = ggov_geo_wkb_new_point (X, Y);
  GgovGeoPlace place;

  g_assert_cmpuint (check (wkb, GGOV_GEO_SUBJECT_FOOTPRINT, &place), ==,
                    GGOV_GEO_FLAW_CROSSING);
  g_assert_cmpfloat_with_epsilon (place.lon, X + U / 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (place.lat, Y + U / 2, 1e-12);
  g_assert_cmpstr (place.reason, ==, "Self-intersection");

  g_assert_cmpuint (check (point, GGOV_GEO_SUBJECT_FOOTPRINT, &place), ==,
                    GGOV_GEO_FLAW_NOT_POLYGON);
  g_assert_true (isnan (place.lon) && isnan (place.lat));
  g_assert_cmpstr (place.reason, ==, "");
}

static void
test_border (void)
{
  /* The square of 94 m² is a footprint, but no community. */
  g_autoptr(GBytes) small = ggov_geo_wkb_new_polygon (polygons[0].coords, &polygons[0].n_points, 1);
  g_autoptr(GBytes) large = ggov_geo_wkb_new_polygon (
    polygons[G_N_ELEMENTS (polygons) - 1].coords, &polygons[0].n_points, 1);

  g_assert_cmpuint (check (small, GGOV_GEO_SUBJECT_BORDER, NULL), ==, GGOV_GEO_FLAW_TINY);
  g_assert_cmpuint (check (large, GGOV_GEO_SUBJECT_BORDER, NULL), ==, GGOV_GEO_FLAW_NONE);
}

static void
test_severity (void)
{
  g_assert_cmpuint (ggov_geo_flaw_get_severity (GGOV_GEO_FLAW_NONE), ==,
                    GGOV_GEO_SEVERITY_FINE);
  g_assert_cmpuint (ggov_geo_flaw_get_severity (GGOV_GEO_FLAW_SWAPPED), ==,
                    GGOV_GEO_SEVERITY_REJECT);
  g_assert_cmpuint (ggov_geo_flaw_get_severity (GGOV_GEO_FLAW_CROSSING), ==,
                    GGOV_GEO_SEVERITY_REPAIR);
  g_assert_cmpuint (ggov_geo_flaw_get_severity (GGOV_GEO_FLAW_OUTSIDE_CHINA), ==,
                    GGOV_GEO_SEVERITY_NOTICE);

  for (guint i = 0; i < GGOV_GEO_N_FLAWS; i++)
    {
      g_assert_cmpstr (ggov_geo_flaw_get_label (i), !=, "");
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (ggov_geo_flaw_get_name (i), !=, ggov_geo_flaw_get_name (j));
    }
}

static double
measure (GBytes *wkb)
{
  g_autoptr(GError) error = NULL;
  double area_m2 = -1;

  ggov_geo_measure (wkb, &area_m2, NULL, &error);
  g_assert_no_error (error);

  return area_m2;
}

/* Shares of the square's area. */
static const struct
{
  const char *name;
  double share;
} repairs[] = {
  { "square", 1 },
  { "bow-tie", 0.5 },
  { "spike", 1 },
  { "unclosed", 1 },
  { "unclosed-triangle", 0.5 },
  { "touching-itself", 0.5 },
};

static void
test_repair (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) square =
    ggov_geo_wkb_new_polygon (polygons[0].coords, &polygons[0].n_points, 1);
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;
  guint k = 0;

  while (!g_str_equal (polygons[k].name, repairs[i].name))
    k++;

  before = ggov_geo_wkb_new_polygon (polygons[k].coords, &polygons[k].n_points, 1);
  after = ggov_geo_repair (before, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check (after, GGOV_GEO_SUBJECT_FOOTPRINT, NULL), ==, GGOV_GEO_FLAW_NONE);
  g_assert_cmpfloat_with_epsilon (measure (after) / measure (square), repairs[i].share, 1e-5);
}

static void
test_beyond_repair (void)
{
  const double line[] = { X, Y, X + U, Y + U, X + U, Y + U, X, Y };
  const guint size = 4;
  g_autoptr(GBytes) collapsed = ggov_geo_wkb_new_polygon (line, &size, 1);
  g_autoptr(GBytes) point = ggov_geo_wkb_new_point (X, Y);
  g_autoptr(GError) error = NULL;

  g_assert_null (ggov_geo_repair (collapsed, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ggov_geo_repair (point, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (polygons); i++)
    {
      g_autofree char *path = g_strconcat ("/geo/check/polygon/", polygons[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_polygon);
    }
  g_test_add_func ("/geo/check/other-shapes", test_other_shapes);
  g_test_add_func ("/geo/check/holes", test_holes);
  g_test_add_func ("/geo/check/place", test_place);
  g_test_add_func ("/geo/check/border", test_border);
  g_test_add_func ("/geo/check/severity", test_severity);
  for (guint i = 0; i < G_N_ELEMENTS (repairs); i++)
    {
      g_autofree char *path = g_strconcat ("/geo/check/repair/", repairs[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_repair);
    }
  g_test_add_func ("/geo/check/beyond-repair", test_beyond_repair);

  return g_test_run ();
}
