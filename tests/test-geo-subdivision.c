/* test-geo-subdivision.c: arcs, the grids they make, and what is wrong with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ggov-geo-projection.h"
#include "ggov-geo-subdivision-check.h"

/* Four square grids of a thousandth of a degree:
 *
 *   3 | 4
 *   --+--   the cross is at 110.001, 40.001
 *   1 | 2
 */
#define W 110.0
#define X 110.001
#define E 110.002
#define S 40.0
#define Y 40.001
#define N 40.002

typedef struct
{
  gint64 id, left, right;
  guint n_points;
  double coords[10];
} Arc;

static const Arc square[] = {
  { 11, 1, 0, 3, { W, Y, W, S, X, S } },
  { 12, 2, 0, 3, { X, S, E, S, E, Y } },
  { 13, 0, 3, 3, { W, Y, W, N, X, N } },
  { 14, 4, 0, 3, { E, Y, E, N, X, N } },
  { 15, 1, 2, 2, { X, S, X, Y } },
  { 16, 3, 4, 2, { X, Y, X, N } },
  { 17, 3, 1, 2, { W, Y, X, Y } },
  { 18, 4, 2, 2, { X, Y, E, Y } },
};

static const double outline[] = { W, S, E, S, E, N, W, N, W, S };

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

static GBytes *
new_box (double west,
         double south,
         double east,
         double north)
{
  const double coords[] = { west, south, east, south, east, north, west, north, west, south };

  return new_polygon (coords, 5);
}

static GgovGeoSubdivision *
new_subdivision (const Arc *arcs,
                 guint      n_arcs)
{
  GgovGeoSubdivision *subdivision = ggov_geo_subdivision_new ();

  for (guint i = 0; i < n_arcs; i++)
    {
      g_autoptr(GError) error = NULL;

      ggov_geo_subdivision_add_arc (subdivision, arcs[i].id, arcs[i].left, arcs[i].right,
                                    arcs[i].coords, arcs[i].n_points, &error);
      g_assert_no_error (error);
    }

  return subdivision;
}

static GgovGeoSubdivision *
new_square (void)
{
  return new_subdivision (square, G_N_ELEMENTS (square));
}

static GPtrArray *
check (GgovGeoSubdivision *subdivision,
       GBytes             *community)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  g_autoptr(GError) error = NULL;

  g_assert_true (ggov_geo_subdivision_check (subdivision, community, findings, &error));
  g_assert_no_error (error);

  return findings;
}

static const GgovGeoFinding *
get_only (GPtrArray          *findings,
          GgovGeoFindingKind  kind)
{
  const GgovGeoFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (ggov_geo_finding_kind_to_nick (finding->kind), ==,
                   ggov_geo_finding_kind_to_nick (kind));

  return finding;
}

static void
assert_ids (GArray       *ids,
            const gint64 *expected,
            guint         n)
{
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected, n * sizeof (gint64));
  g_array_unref (ids);
}

static void
test_grids (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();
  static const gint64 grids[] = { 1, 2, 3, 4 };
  static const gint64 neighbours[] = { 2, 3 };
  double bounds[4];
  double lon, lat;

  assert_ids (ggov_geo_subdivision_list_grids (subdivision), grids, 4);
  /* 1 and 4 meet in a corner only. */
  assert_ids (ggov_geo_subdivision_list_neighbours (subdivision, 1), neighbours, 2);

  g_assert_true (ggov_geo_subdivision_get_bounds (subdivision, 4, bounds));
  g_assert_cmpfloat (bounds[0], ==, X);
  g_assert_cmpfloat (bounds[1], ==, Y);
  g_assert_cmpfloat (bounds[2], ==, E);
  g_assert_cmpfloat (bounds[3], ==, N);
  g_assert_false (ggov_geo_subdivision_get_bounds (subdivision, 5, bounds));

  g_assert_true (ggov_geo_subdivision_get_label_point (subdivision, 1, &lon, &lat, NULL));
  /* The middle, to a hundredth of the width; along the meridian the square is longer, and any
   * place on its middle line has as large a circle. */
  g_assert_cmpfloat_with_epsilon (lon, (W + X) / 2, 1e-5);
  g_assert_cmpfloat_with_epsilon (lat, (S + Y) / 2, 2e-4);
}

static void
test_find_grid (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();

  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, 110.0005, 40.0005), ==, 1);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, 110.0015, 40.0005), ==, 2);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, 110.0005, 40.0015), ==, 3);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, 110.0015, 40.0015), ==, 4);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, 110.0025, 40.0015), ==, 0);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, 109.9995, 40.0015), ==, 0);
  g_assert_cmpint (ggov_geo_subdivision_find_grid (subdivision, 110.0005, 40.0025), ==, 0);
}

static void
test_polygon (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) grid = ggov_geo_subdivision_dup_grid_wkb (subdivision, 1, &error);
  /* The arcs of grid 1 from its first on: 11, 15, then 17 backward. */
  g_autoptr(GBytes) expected = new_polygon ((double[]) { W, Y, W, S, X, S, X, Y, W, Y }, 5);
  g_autoptr(GBytes) community = NULL;
  g_autoptr(GBytes) whole = new_polygon (outline, 5);
  double community_m2, whole_m2;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (grid, expected));

  community = ggov_geo_subdivision_dup_grid_wkb (subdivision, 0, &error);
  g_assert_no_error (error);
  g_assert_true (ggov_geo_measure (community, &community_m2, NULL, &error));
  g_assert_true (ggov_geo_measure (whole, &whole_m2, NULL, &error));
  g_assert_cmpfloat_with_epsilon (community_m2, whole_m2, 1e-3);

  g_assert_null (ggov_geo_subdivision_dup_grid_wkb (subdivision, 9, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID);
}

static void
test_round_trip (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();
  g_autoptr(GgovGeoSubdivision) copy = ggov_geo_subdivision_new ();
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);
      g_autoptr(GBytes) wkb = ggov_geo_arc_to_wkb (arc);

      g_assert_true (ggov_geo_subdivision_add_arc_wkb (copy, arc->id, arc->left_grid_id,
                                                       arc->right_grid_id, wkb, NULL));
    }

  ggov_geo_subdivision_compare (subdivision, copy, &removed, &added, &relabelled);
  g_assert_cmpuint (removed->len + added->len + relabelled->len, ==, 0);
}

static void
test_compare (void)
{
  g_autoptr(GgovGeoSubdivision) before = new_square ();
  Arc changed[G_N_ELEMENTS (square)];
  g_autoptr(GgovGeoSubdivision) after = NULL;
  GArray *removed, *added, *relabelled;

  memcpy (changed, square, sizeof square);
  changed[1].id = 19;         /* 12 gone, 19 come */
  changed[4].coords[0] = W;   /* 15 drawn elsewhere */
  changed[5].right = 2;       /* 16 another grid */
  after = new_subdivision (changed, G_N_ELEMENTS (changed));

  ggov_geo_subdivision_compare (before, after, &removed, &added, &relabelled);
  assert_ids (removed, (gint64[]) { 12, 15 }, 2);
  assert_ids (added, (gint64[]) { 15, 19 }, 2);
  assert_ids (relabelled, (gint64[]) { 16 }, 1);
}

static void
test_refused (void)
{
  static const Arc wrong[] = {
    { 0, 1, 2, 2, { W, S, E, N } },
    { 11, 1, 2, 2, { W, S, E, N } },
    { 20, 1, 1, 2, { W, S, E, N } },
    { 20, -1, 1, 2, { W, S, E, N } },
    { 20, 1, 2, 1, { W, S } },
    { 20, 1, 2, 3, { W, S, E, N, W, S } },
    { 20, 1, 2, 2, { W, S, NAN, N } },
    { 20, 1, 2, 2, { W, S, N, E } },
  };
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ggov_geo_subdivision_add_arc (subdivision, wrong[i].id, wrong[i].left,
                                                    wrong[i].right, wrong[i].coords,
                                                    wrong[i].n_points, &error));
      g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
    }

  g_assert_cmpuint (ggov_geo_subdivision_get_n_arcs (subdivision), ==, G_N_ELEMENTS (square));
}

static void
test_check_sound (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();
  g_autoptr(GBytes) community = new_polygon (outline, 5);
  g_autoptr(GPtrArray) findings = check (subdivision, community);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_check_loose_end (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (square, 7);
  g_autoptr(GBytes) community = new_polygon (outline, 5);
  g_autoptr(GPtrArray) findings = check (subdivision, community);

  /* Arc 18 is missing: grids 2 and 4 stay open. */
  g_assert_cmpuint (findings->len, ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      const GgovGeoFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (finding->kind, ==, GGOV_GEO_FINDING_LOOSE_END);
      g_assert_cmpint (finding->grid_id, ==, 2 + 2 * i);
      g_assert_cmpfloat (finding->lat, ==, Y);
    }
}

static void
test_check_gap (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();
  g_autoptr(GBytes) wider = new_box (W, S, E + 0.001, N);
  g_autoptr(GBytes) narrower = new_box (W, S, X, N);
  g_autoptr(GBytes) strip = new_box (X, S, E, N);
  g_autoptr(GPtrArray) gaps = check (subdivision, wider);
  g_autoptr(GPtrArray) excess = check (subdivision, narrower);
  const GgovGeoFinding *finding;
  double strip_m2;

  g_assert_true (ggov_geo_measure (strip, &strip_m2, NULL, NULL));

  /* The frame's metres differ from the ellipsoid's by less than a part in ten thousand. */
  finding = get_only (gaps, GGOV_GEO_FINDING_GAP);
  g_assert_cmpfloat_with_epsilon (finding->amount, strip_m2, 1e-4 * strip_m2);
  g_assert_cmpfloat (finding->lon, >, E);

  finding = get_only (excess, GGOV_GEO_FINDING_OUTSIDE);
  g_assert_cmpfloat_with_epsilon (finding->amount, strip_m2, 1e-4 * strip_m2);
  g_assert_cmpfloat (finding->lon, >, X);
}

static void
test_check_empty (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = ggov_geo_subdivision_new ();
  g_autoptr(GBytes) community = new_polygon (outline, 5);
  g_autoptr(GPtrArray) findings = check (subdivision, community);

  get_only (findings, GGOV_GEO_FINDING_GAP);
}

/* Two boxes, each with a border of its own, the second drawn over a quarter of the first. */
static void
test_check_overlap (void)
{
  static const Arc arcs[] = {
    { 1, 1, 0, 5, { W, S, E, S, E, N, W, N, W, S } },
    { 2, 2, 0, 5, { X, Y, 110.003, Y, 110.003, 40.003, X, 40.003, X, Y } },
  };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (arcs, G_N_ELEMENTS (arcs));
  g_autoptr(GPtrArray) findings = check (subdivision, NULL);
  const GgovGeoFinding *finding = get_only (findings, GGOV_GEO_FINDING_OVERLAP);
  g_autoptr(GBytes) quarter = new_box (X, Y, E, N);
  double quarter_m2;

  g_assert_true (ggov_geo_measure (quarter, &quarter_m2, NULL, NULL));
  g_assert_cmpint (finding->grid_id, ==, 1);
  g_assert_cmpint (finding->other_grid_id, ==, 2);
  g_assert_cmpfloat_with_epsilon (finding->amount, quarter_m2, 1e-4 * quarter_m2);
}

/* Grid 1 is the upper left and the lower right: two pieces that touch in the cross. */
static void
test_check_pieces (void)
{
  static const Arc arcs[] = {
    { 11, 3, 0, 3, { W, Y, W, S, X, S } },
    { 12, 1, 0, 3, { X, S, E, S, E, Y } },
    { 13, 0, 1, 3, { W, Y, W, N, X, N } },
    { 14, 4, 0, 3, { E, Y, E, N, X, N } },
    { 15, 3, 1, 2, { X, S, X, Y } },
    { 16, 1, 4, 2, { X, Y, X, N } },
    { 17, 1, 3, 2, { W, Y, X, Y } },
    { 18, 4, 1, 2, { X, Y, E, Y } },
  };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (arcs, G_N_ELEMENTS (arcs));
  g_autoptr(GBytes) community = new_polygon (outline, 5);
  g_autoptr(GPtrArray) findings = check (subdivision, community);
  const GgovGeoFinding *finding = get_only (findings, GGOV_GEO_FINDING_PIECES);

  g_assert_cmpint (finding->grid_id, ==, 1);
  g_assert_cmpfloat (finding->amount, ==, 2);
}

/* Grid 2 is a triangle within grid 1 that touches its border in one point, at X, S. */
static void
test_check_hole (void)
{
  static const Arc arcs[] = {
    { 1, 1, 0, 5, { X, S, E, S, E, N, W, N, W, S } },
    { 2, 1, 0, 2, { W, S, X, S } },
    { 3, 2, 1, 4, { X, S, 110.0015, Y, 110.0005, Y, X, S } },
  };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (arcs, G_N_ELEMENTS (arcs));
  g_autoptr(GBytes) community = new_polygon (outline, 5);
  g_autoptr(GPtrArray) findings = check (subdivision, community);
  const GgovGeoFinding *finding;

  finding = get_only (findings, GGOV_GEO_FINDING_HOLE);
  g_assert_cmpint (finding->grid_id, ==, 1);
}

static void
test_check_crossed (void)
{
  /* A bow tie: the second and the fourth side cross. */
  static const Arc arc = { 1, 1, 0, 5, { W, S, X, S, W, N, X, Y, W, S } };
  g_autoptr(GgovGeoSubdivision) subdivision = new_subdivision (&arc, 1);
  g_autoptr(GPtrArray) findings = check (subdivision, NULL);

  g_assert_cmpint (get_only (findings, GGOV_GEO_FINDING_CROSSED)->grid_id, ==, 1);
}

static void
test_check_bad_community (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();
  g_autoptr(GBytes) bow_tie = new_polygon ((double[]) { W, S, E, N, E, S, W, N, W, S }, 5);
  g_autoptr(GPtrArray) findings = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (ggov_geo_subdivision_check (subdivision, bow_tie, findings, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_INVALID);
}

static void
test_check_buildings (void)
{
  g_autoptr(GgovGeoSubdivision) subdivision = new_square ();
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  GgovGeoBuilding buildings[] = {
    { 101, 1, new_box (110.0002, 40.0002, 110.0008, 40.0008) }, /* well inside 1 */
    { 102, 0, new_box (110.0012, 40.0002, 110.0018, 40.0008) }, /* wherever it stands */
    { 103, 1, new_box (110.0009, 40.0002, 110.0010, 40.0008) }, /* wall on the border */
    { 104, 1, new_box (110.0006, 40.0002, 110.0012, 40.0008) }, /* a third of it in 2 */
    { 105, 3, new_box (110.0012, 40.0012, 110.0018, 40.0018) }, /* stands in 4 */
    { 106, 1, new_box (109.9980, 40.0002, 109.9990, 40.0008) }, /* outside */
    { 107, 2, new_box (110.0018, 40.0002, 110.0021, 40.0008) }, /* a third outside */
    { 108, 2, g_bytes_new_static ("\1\3\0\0\0\0\0\0\0", 9) },   /* an empty polygon */
  };
  static const struct { gint64 id; GgovGeoFindingKind kind; gint64 other; } expected[] = {
    { 104, GGOV_GEO_FINDING_BUILDING_CUT, 2 },
    { 105, GGOV_GEO_FINDING_BUILDING_ELSEWHERE, 4 },
    { 106, GGOV_GEO_FINDING_BUILDING_NOWHERE, 0 },
    { 107, GGOV_GEO_FINDING_BUILDING_CUT, 0 },
    { 108, GGOV_GEO_FINDING_BUILDING_ODD, 0 },
  };
  double cut_m2;

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  g_assert_true (ggov_geo_subdivision_check_buildings (subdivision, buildings,
                                                       G_N_ELEMENTS (buildings), findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < findings->len; i++)
    {
      const GgovGeoFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (finding->building_id, ==, expected[i].id);
      g_assert_cmpint (finding->kind, ==, expected[i].kind);
      g_assert_cmpint (finding->other_grid_id, ==, expected[i].other);
    }

  g_assert_true (ggov_geo_measure (buildings[3].footprint, &cut_m2, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (((GgovGeoFinding *) g_ptr_array_index (findings, 0))->amount,
                                  cut_m2 / 3, 1e-3 * cut_m2);

  for (guint i = 0; i < G_N_ELEMENTS (buildings); i++)
    g_bytes_unref (buildings[i].footprint);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/subdivision/grids", test_grids);
  g_test_add_func ("/geo/subdivision/find-grid", test_find_grid);
  g_test_add_func ("/geo/subdivision/polygon", test_polygon);
  g_test_add_func ("/geo/subdivision/round-trip", test_round_trip);
  g_test_add_func ("/geo/subdivision/compare", test_compare);
  g_test_add_func ("/geo/subdivision/refused", test_refused);
  g_test_add_func ("/geo/subdivision/check/sound", test_check_sound);
  g_test_add_func ("/geo/subdivision/check/loose-end", test_check_loose_end);
  g_test_add_func ("/geo/subdivision/check/gap", test_check_gap);
  g_test_add_func ("/geo/subdivision/check/empty", test_check_empty);
  g_test_add_func ("/geo/subdivision/check/overlap", test_check_overlap);
  g_test_add_func ("/geo/subdivision/check/pieces", test_check_pieces);
  g_test_add_func ("/geo/subdivision/check/hole", test_check_hole);
  g_test_add_func ("/geo/subdivision/check/crossed", test_check_crossed);
  g_test_add_func ("/geo/subdivision/check/bad-community", test_check_bad_community);
  g_test_add_func ("/geo/subdivision/check/buildings", test_check_buildings);

  return g_test_run ();
}
