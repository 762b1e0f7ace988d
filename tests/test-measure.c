/* test-measure.c: lines and areas measured by hand, and what is said of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-measure-text.h"
#include "ggov-measure.h"

/* The same diamond about a place on the equator as in GeographicLib's own tests: 627,598.2731 m
 * around and 24,619,419,146 m². */
static const double diamond[][2] = { { -1, 0 }, { 0, -1 }, { 1, 0 }, { 0, 1 } };

static GgovMeasure *
new_diamond (GgovMeasureKind kind)
{
  GgovMeasure *measure = ggov_measure_new ();

  ggov_measure_set_kind (measure, kind);
  for (guint i = 0; i < G_N_ELEMENTS (diamond); i++)
    ggov_measure_add (measure, diamond[i][0], diamond[i][1]);

  return measure;
}

static void
assert_figure (GgovMeasure *measure,
               const char  *expected)
{
  g_autofree char *figure = ggov_measure_dup_figure (measure);

  g_assert_cmpstr (figure, ==, expected);
}

static void
assert_details (GgovMeasure *measure,
                const char  *expected)
{
  g_autofree char *details = ggov_measure_dup_details (measure);

  g_assert_cmpstr (details, ==, expected);
}

/* A degree along the equator is 2 π 6,378,137 m / 360 = 111,319.4908 m. */
static void
test_distance (void)
{
  g_autoptr(GgovMeasure) measure = ggov_measure_new ();

  assert_figure (measure, "");
  ggov_measure_add (measure, 110, 0);
  assert_figure (measure, "");
  ggov_measure_add (measure, 111, 0);
  g_assert_cmpfloat_with_epsilon (ggov_measure_get_length_m (measure), 111319.4908, 1e-3);
  ggov_measure_add (measure, 113, 0);
  assert_figure (measure, "333.96 km");
  assert_details (measure, "last leg 222.64 km, 2 legs");
}

static void
test_area (void)
{
  g_autoptr(GgovMeasure) measure = new_diamond (GGOV_MEASURE_AREA);
  const double *legs;
  guint n;

  g_assert_cmpfloat_with_epsilon (ggov_measure_get_area_m2 (measure), 24619419146.0, 2);
  g_assert_cmpfloat_with_epsilon (ggov_measure_get_length_m (measure), 627598.2731, 1e-3);
  assert_figure (measure, "24619.42 km²");
  /* A hectare is 15 mu: 24,619,419,146 / 10,000 × 15. */
  assert_details (measure, "2461941.91 ha = 36929128.72 mu\n627.60 km around");
  ggov_measure_get_path (measure, &n, &legs);
  g_assert_cmpint (n, ==, 4);
  g_assert_cmpfloat_with_epsilon (legs[3], 627598.2731 / 4, 1e-3);

  /* The same points as a line lack the way back. */
  ggov_measure_set_kind (measure, GGOV_MEASURE_DISTANCE);
  g_assert_cmpfloat_with_epsilon (ggov_measure_get_length_m (measure), 627598.2731 * 3 / 4, 1e-3);
  g_assert_cmpfloat (ggov_measure_get_area_m2 (measure), ==, 0);
}

static void
test_crossing (void)
{
  g_autoptr(GgovMeasure) measure = ggov_measure_new ();

  ggov_measure_set_kind (measure, GGOV_MEASURE_AREA);
  ggov_measure_add (measure, 110, 40);
  ggov_measure_add (measure, 110.01, 40.01);
  ggov_measure_add (measure, 110.01, 40);
  ggov_measure_add (measure, 110, 40.01);
  g_assert_cmpfloat (ggov_measure_get_area_m2 (measure), <, 0);
  assert_figure (measure, "The border crosses itself");
}

/* What is pointed at is measured, but is no point yet. */
static void
test_pointing (void)
{
  g_autoptr(GgovMeasure) measure = ggov_measure_new ();

  ggov_measure_point (measure, 110, 0);
  assert_figure (measure, "");
  ggov_measure_add (measure, 110, 0);
  ggov_measure_point (measure, 112, 0);
  ggov_measure_point (measure, 111, 0);
  assert_figure (measure, "111.32 km");
  g_assert_cmpint (ggov_measure_get_n_points (measure), ==, 1);

  ggov_measure_stop_pointing (measure);
  assert_figure (measure, "");
  ggov_measure_point (measure, 111, 0);
  ggov_measure_add (measure, 111, 0);
  ggov_measure_point (measure, 115, 0);
  ggov_measure_finish (measure);
  assert_figure (measure, "111.32 km");

  /* After the end nothing is pointed at. */
  ggov_measure_point (measure, 115, 0);
  assert_figure (measure, "111.32 km");
}

static void
test_steps (void)
{
  g_autoptr(GgovMeasure) measure = ggov_measure_new ();

  /* A line of one point has no end; a point twice is one. */
  g_assert_false (ggov_measure_remove_last (measure));
  ggov_measure_add (measure, 110, 0);
  ggov_measure_finish (measure);
  g_assert_false (ggov_measure_is_finished (measure));
  ggov_measure_add (measure, 110, 0);
  g_assert_cmpint (ggov_measure_get_n_points (measure), ==, 1);

  /* One that was ended goes on once its last point is taken away. */
  ggov_measure_add (measure, 111, 0);
  ggov_measure_add (measure, 113, 0);
  ggov_measure_finish (measure);
  g_assert_true (ggov_measure_is_finished (measure));
  g_assert_true (ggov_measure_remove_last (measure));
  g_assert_false (ggov_measure_is_finished (measure));
  assert_figure (measure, "111.32 km");

  /* Or the next point is the first of another. */
  ggov_measure_finish (measure);
  ggov_measure_add (measure, 120, 0);
  g_assert_cmpint (ggov_measure_get_n_points (measure), ==, 1);
  ggov_measure_clear (measure);
  g_assert_cmpint (ggov_measure_get_n_points (measure), ==, 0);
}

static void
test_texts (void)
{
  static const struct
  {
    double      m;
    const char *text;
  } lengths[] = {
    { 0, "0.0 m" },          { 12.34, "12.3 m" },     { 999.94, "999.9 m" },
    { 999.96, "1.000 km" },  { 1234.5, "1.234 km" },  { 9999.4, "9.999 km" },
    { 9999.6, "10.00 km" },
  };
  static const struct
  {
    double      m2;
    const char *text;
  } areas[] = {
    { 666.67, "666.7 m²" },      { 9999.94, "9999.9 m²" },       { 9999.96, "10,000 m²" },
    { 1234567.4, "1,234,567 m²" }, { 9999999.4, "9,999,999 m²" }, { 9999999.6, "10.00 km²" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *text = ggov_measure_dup_length (lengths[i].m);

      g_assert_cmpstr (text, ==, lengths[i].text);
    }

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autofree char *text = ggov_measure_dup_area (areas[i].m2);

      g_assert_cmpstr (text, ==, areas[i].text);
    }
}

static void
test_report (void)
{
  g_autoptr(GgovMeasure) line = new_diamond (GGOV_MEASURE_DISTANCE);
  g_autoptr(GgovMeasure) area = new_diamond (GGOV_MEASURE_AREA);
  g_autofree char *of_line = ggov_measure_dup_report (line);
  g_autofree char *of_area = ggov_measure_dup_report (area);

  g_assert_cmpstr (of_line, ==, "470.70 km\n1\t156.90 km\n2\t156.90 km\n3\t156.90 km");
  g_assert_cmpstr (of_area, ==, "24619.42 km²\n2461941.91 ha = 36929128.72 mu\n627.60 km around\n"
                   "1\t156.90 km\n2\t156.90 km\n3\t156.90 km\n4\t156.90 km");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/measure/distance", test_distance);
  g_test_add_func ("/ui/measure/area", test_area);
  g_test_add_func ("/ui/measure/crossing", test_crossing);
  g_test_add_func ("/ui/measure/pointing", test_pointing);
  g_test_add_func ("/ui/measure/steps", test_steps);
  g_test_add_func ("/ui/measure/texts", test_texts);
  g_test_add_func ("/ui/measure/report", test_report);

  return g_test_run ();
}
