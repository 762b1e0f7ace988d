/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-model-error.h"
#include "ggov-place-code.h"

static void
test_good (void)
{
  static const struct { const char *text; GgovPlaceCode code; } cases[] = {
    { "150203", { GGOV_PLACE_COUNTY, 150203 } },
    { "150203005", { GGOV_PLACE_SUB_DISTRICT, 150203, 5 } },
    { "150203005004", { GGOV_PLACE_COMMUNITY, 150203, 5, 4 } },
    { "150203005004039", { GGOV_PLACE_GRID, 150203, 5, 4, 39 } },
    { "110101001001999", { GGOV_PLACE_GRID, 110101, 1, 1, 999 } },
    { "441900003", { GGOV_PLACE_SUB_DISTRICT, 441900, 3 } }, /* a city without counties */
    { "820008", { GGOV_PLACE_COUNTY, 820008 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GgovPlaceCode code = { 0 };
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (ggov_place_code_parse (cases[i].text, &code, &error));
      g_assert_no_error (error);
      g_assert_cmpint (code.level, ==, cases[i].code.level);
      g_assert_cmpuint (code.county, ==, cases[i].code.county);
      g_assert_cmpuint (code.sub_district, ==, cases[i].code.sub_district);
      g_assert_cmpuint (code.community, ==, cases[i].code.community);
      g_assert_cmpuint (code.grid, ==, cases[i].code.grid);
      text = ggov_place_code_compose (&cases[i].code, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_refused_text (void)
{
  static const struct { const char *text; GgovModelError code; } cases[] = {
    { "", GGOV_MODEL_ERROR_SYNTAX },
    { "15020", GGOV_MODEL_ERROR_SYNTAX },
    { "1502030", GGOV_MODEL_ERROR_SYNTAX },
    { "150203005004039001", GGOV_MODEL_ERROR_SYNTAX },
    { "15020300500403X", GGOV_MODEL_ERROR_SYNTAX },
    { "150203 005", GGOV_MODEL_ERROR_SYNTAX },
    { "-15020300", GGOV_MODEL_ERROR_SYNTAX },
    { "990203", GGOV_MODEL_ERROR_RANGE },
    { "000000", GGOV_MODEL_ERROR_RANGE },
    { "150203000", GGOV_MODEL_ERROR_RANGE },
    { "150203005000", GGOV_MODEL_ERROR_RANGE },
    { "150203005000001", GGOV_MODEL_ERROR_RANGE },
    { "150203005004000", GGOV_MODEL_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GgovPlaceCode code = { GGOV_PLACE_GRID, 1, 2, 3, 4 };
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_false (ggov_place_code_parse (cases[i].text, &code, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, (int) cases[i].code);
      g_assert_cmpuint (code.grid, ==, 4);
    }
}

static void
test_refused_parts (void)
{
  static const GgovPlaceCode cases[] = {
    { GGOV_PLACE_GRID, 150203, 5, 4, 1000 },
    { GGOV_PLACE_GRID, 150203, 5, 4, 0 },
    { GGOV_PLACE_GRID, 150203, 5, 1000, 1 },
    { GGOV_PLACE_COMMUNITY, 150203, 5, 4, 1 },
    { GGOV_PLACE_COUNTY, 150203, 5 },
    { GGOV_PLACE_COUNTY, 1502030 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ggov_place_code_compose (&cases[i], &error));
      g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE);
    }
}

static void
test_within (void)
{
  static const struct { const char *inner; const char *outer; gboolean within; } cases[] = {
    { "150203005004039", "150203", TRUE },
    { "150203005004039", "150203005", TRUE },
    { "150203005004039", "150203005004", TRUE },
    { "150203005004039", "150203005004039", TRUE },
    { "150203005004039", "150203005003", FALSE },
    { "150203005004039", "150203005004038", FALSE },
    { "150203005004039", "150204", FALSE },
    { "150203", "150203005", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GgovPlaceCode inner, outer;

      g_assert_true (ggov_place_code_parse (cases[i].inner, &inner, NULL));
      g_assert_true (ggov_place_code_parse (cases[i].outer, &outer, NULL));
      g_assert_cmpint (ggov_place_code_is_within (&inner, &outer), ==, cases[i].within);
    }
}

static void
assert_order (const GgovPlacePoint *points,
              guint                 n_points,
              double                row_height_m,
              const char           *expected)
{
  g_autofree GgovPlacePoint *sorted = g_memdup2 (points, n_points * sizeof *points);
  g_autoptr(GString) ids = g_string_new (NULL);

  ggov_place_order (sorted, n_points, row_height_m);
  for (guint i = 0; i < n_points; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", sorted[i].id);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* 0.001 degrees of latitude are 111 m. */
static void
test_order (void)
{
  static const GgovPlacePoint points[] = {
    { 1, 109.85, 40.6500 }, /* north row opens here: reaches 150 m south, to 40.64865 */
    { 2, 109.83, 40.6490 }, /* 111 m south: the same row, further west */
    { 3, 109.84, 40.6480 }, /* 222 m south: opens the next, which reaches to 40.64665 */
    { 4, 109.81, 40.6470 }, /* 111 m south of that */
    { 5, 109.86, 40.6468 }, /* 133 m south of that */
    { 6, 109.80, 40.6460 }, /* 222 m south of that: the last row */
  };

  assert_order (points, 6, GGOV_PLACE_ROW_HEIGHT_M, "2 1 4 3 5 6");
  assert_order (points, 6, 0, "1 2 3 4 5 6");
  assert_order (points, 6, 100000, "6 4 2 3 1 5");
  assert_order (points, 1, 0, "1");
  assert_order (points, 0, 0, "");
}

/* The same places in any order of input come out the same, also where two share a spot. */
static void
test_order_is_stable (void)
{
  static const GgovPlacePoint given[] = {
    { 4, 109.85, 40.65 }, { 2, 109.85, 40.65 }, { 9, 109.85, 40.6499 }, { 1, 109.86, 40.65 },
  };
  GgovPlacePoint turned[G_N_ELEMENTS (given)];

  for (guint shift = 0; shift < G_N_ELEMENTS (given); shift++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (given); i++)
        turned[i] = given[(i + shift) % G_N_ELEMENTS (given)];
      assert_order (turned, G_N_ELEMENTS (given), 50, "2 4 9 1");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/place-code/good", test_good);
  g_test_add_func ("/model/place-code/refused-text", test_refused_text);
  g_test_add_func ("/model/place-code/refused-parts", test_refused_parts);
  g_test_add_func ("/model/place-code/within", test_within);
  g_test_add_func ("/model/place-code/order", test_order);
  g_test_add_func ("/model/place-code/order-is-stable", test_order_is_stable);

  return g_test_run ();
}
