/* test-geo-quality.c: grids that break no rule, but are seldom meant so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "geo-town.h"

/* Grid 1 is the west of a community of 200 m by 100 m, 2 the east. */
static GgovGeoSubdivision *
new_subdivision (const double (*line)[2],
                 guint          n_points)
{
  static const double west[][2] = { { 100, 100 }, { 0, 100 }, { 0, 0 }, { 100, 0 } };
  static const double east[][2] = { { 100, 0 }, { 200, 0 }, { 200, 100 }, { 100, 100 } };
  const struct { gint64 left, right; const double (*xy)[2]; guint n; } arcs[] = {
    { 1, 2, line, n_points }, { 1, 0, west, 4 }, { 2, 0, east, 4 },
  };
  GgovGeoSubdivision *subdivision = ggov_geo_subdivision_new ();

  for (guint i = 0; i < G_N_ELEMENTS (arcs); i++)
    {
      double coords[32];
      g_autoptr(GError) error = NULL;

      for (guint j = 0; j < arcs[i].n; j++)
        town_place_at (arcs[i].xy[j][0], arcs[i].xy[j][1], coords + 2 * j);

      ggov_geo_subdivision_add_arc (subdivision, i + 1, arcs[i].left, arcs[i].right, coords,
                                    arcs[i].n, &error);
      g_assert_no_error (error);
    }

  return subdivision;
}

static GPtrArray *
list_findings (GgovGeoSubdivision *subdivision,
               gint64              built_grid_id)
{
  const GgovGeoBuilding buildings[] = { { 1, 1, NULL }, { 2, built_grid_id, NULL } };
  g_autoptr(GError) error = NULL;
  GPtrArray *findings;

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  ggov_geo_subdivision_check_quality (subdivision, buildings, G_N_ELEMENTS (buildings), findings,
                                      &error);
  g_assert_no_error (error);

  return findings;
}

static void
test_fine (void)
{
  static const double line[][2] = { { 100, 0 }, { 90, 50 }, { 100, 100 } };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (line, G_N_ELEMENTS (line));
  g_autoptr(GPtrArray) findings = list_findings (subdivision, 2);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* A tongue of grid 1, 60 m long and 4 m wide; around it are 128 m. */
static void
test_sliver (void)
{
  static const double line[][2] = { { 100, 0 }, { 100, 48 }, { 160, 48 }, { 160, 52 },
                                    { 100, 52 }, { 100, 100 } };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (line, G_N_ELEMENTS (line));
  g_autoptr(GPtrArray) findings = list_findings (subdivision, 2);
  const GgovGeoFinding *finding;
  double x;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (ggov_geo_finding_kind_to_nick (finding->kind), ==, "sliver");
  g_assert_cmpint (finding->grid_id, ==, 1);
  g_assert_cmpfloat_with_epsilon (finding->amount, 64, 3);
  x = (finding->lon - TOWN_LON) * TOWN_LON_M;
  g_assert_cmpfloat (x, >, 98);
  g_assert_cmpfloat (x, <, 160);
}

/* The same, 8 m wide. */
static void
test_wide (void)
{
  static const double line[][2] = { { 100, 0 }, { 100, 46 }, { 160, 46 }, { 160, 54 },
                                    { 100, 54 }, { 100, 100 } };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (line, G_N_ELEMENTS (line));
  g_autoptr(GPtrArray) findings = list_findings (subdivision, 2);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_empty (void)
{
  static const double line[][2] = { { 100, 0 }, { 100, 100 } };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (line, G_N_ELEMENTS (line));
  g_autoptr(GPtrArray) findings = list_findings (subdivision, 0);
  const GgovGeoFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (ggov_geo_finding_kind_to_nick (finding->kind), ==, "empty");
  g_assert_cmpint (finding->grid_id, ==, 2);
}

/* Grid 2 is 9.5 m by 100 m. */
static void
test_tiny (void)
{
  static const double line[][2] = { { 100, 0 }, { 190.5, 0.1 }, { 190.5, 99.9 }, { 100, 100 } };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (line, G_N_ELEMENTS (line));
  g_autoptr(GPtrArray) findings = list_findings (subdivision, 2);
  const GgovGeoFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (ggov_geo_finding_kind_to_nick (finding->kind), ==, "tiny");
  g_assert_cmpint (finding->grid_id, ==, 2);

  /* 950 m², and two triangles of 90.5 m by 0.1 m. */
  g_assert_cmpfloat_with_epsilon (finding->amount, 959, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/quality/fine", test_fine);
  g_test_add_func ("/geo/quality/sliver", test_sliver);
  g_test_add_func ("/geo/quality/wide", test_wide);
  g_test_add_func ("/geo/quality/empty", test_empty);
  g_test_add_func ("/geo/quality/tiny", test_tiny);

  return g_test_run ();
}
