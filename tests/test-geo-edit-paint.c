/* test-geo-edit-paint.c: buildings painted and swapped on a small community
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edit-fixture.h"

static void
test_paint (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) two = new_ids (1, 2);
  g_autoptr(GArray) both = new_ids (2, 1, 2);
  g_autoptr(GArray) mixed = new_ids (2, 2, 5);
  g_autoptr(GArray) locked = new_ids (1, 1);
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GgovGeoLayout) more = NULL;
  g_autoptr(GError) error = NULL;

  /* Buildings 1 and 2 are 30 m apart, so the border is at x = 45 now. */
  after = ggov_geo_edit_paint (self->layout, two, 2, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpint (get_grid (after, 2), ==, 2);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 1), 45 * 50, 1);

  /* From two grids at once. */
  more = ggov_geo_edit_paint (self->layout, mixed, 2, NULL, &error);
  assert_sound (self, more, error);
  g_assert_cmpint (get_grid (more, 2), ==, 2);
  g_assert_cmpint (get_grid (more, 5), ==, 2);

  g_assert_null (ggov_geo_edit_paint (self->layout, both, 2, NULL, &error));
  assert_refused (error, GGOV_GEO_REASON_EMPTY, 1, 0);
  g_clear_error (&error);
  g_assert_null (ggov_geo_edit_paint (self->layout, two, 2, locked, &error));
  assert_refused (error, GGOV_GEO_REASON_LOCKED, 1, 0);
  g_clear_error (&error);
  g_assert_null (ggov_geo_edit_paint (self->layout, two, 1, NULL, &error));
  assert_refused (error, GGOV_GEO_REASON_NO_CHANGE, 0, 0);
}

/* Building 2 goes north to grid 3. West of it, the border keeps a vertex that was put in. */
static void
test_paint_beside (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GArray) two = new_ids (1, 2);
  g_autoptr(GgovGeoLayout) drawn = NULL;
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;
  GgovGeoSubdivision *subdivision;
  double place[2];
  gboolean is_kept = FALSE;

  town_place_at (20, 52, place);
  drawn = ggov_geo_edit_insert_vertex (self->layout, 3, 0, place[0], place[1], NULL, &error);
  assert_sound (self, drawn, error);
  after = ggov_geo_edit_paint (drawn, two, 3, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpint (get_grid (after, 2), ==, 3);
  subdivision = ggov_geo_layout_get_subdivision (after);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      for (guint j = 0; j < arc->n_points; j++)
        is_kept |= memcmp (arc->coords + 2 * j, place, sizeof place) == 0;
    }

  g_assert_true (is_kept);

  /* The new line is halfway between buildings 1 and 2, at x = 45. The vertex adds a triangle
   * 100 m long and 2 m high, of which 25 / 80 * 55 m * 1.375 m / 2 are beyond that line. */
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 1), 45 * 50 + 100 - 55 * 1.375 / 2, 1);
}

/* Building 2 stands in grid 1, and belongs to none. */
static void
test_paint_unassigned (Fixture       *self,
                       gconstpointer  data)
{
  GgovGeoBuilding buildings[G_N_ELEMENTS (boxes)];
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (self->layout);
  g_autoptr(GArray) two = new_ids (1, 2);
  g_autoptr(GgovGeoSite) site = NULL;
  g_autoptr(GgovGeoLayout) layout = NULL;
  g_autoptr(GgovGeoLayout) there = NULL;
  g_autoptr(GgovGeoLayout) beyond = NULL;
  g_autoptr(GError) error = NULL;

  memcpy (buildings, self->town.buildings->data, sizeof buildings);
  buildings[1].grid_id = 0;
  site = ggov_geo_site_new (self->town.community, buildings, households, G_N_ELEMENTS (boxes), NULL,
                            &error);
  g_assert_no_error (error);
  layout = ggov_geo_layout_new (site, subdivision);

  /* No border has to follow. */
  there = ggov_geo_edit_paint (layout, two, 1, NULL, &error);
  assert_sound (self, there, error);
  g_assert_cmpint (get_grid (there, 2), ==, 1);
  g_assert_true (ggov_geo_layout_get_subdivision (there) == subdivision);

  beyond = ggov_geo_edit_paint (layout, two, 2, NULL, &error);
  assert_sound (self, beyond, error);
  g_assert_cmpint (get_grid (beyond, 2), ==, 2);
}

/* 5 begins grid 4, which gets about half of grid 3; the two other grids keep their common border. */
static void
test_paint_new (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GArray) five = new_ids (1, 5);
  g_autoptr(GArray) all = new_ids (2, 5, 6);
  g_autoptr(GArray) apart = new_ids (2, 1, 6);
  g_autoptr(GArray) locked = new_ids (1, 3);
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;

  after = ggov_geo_edit_paint (self->layout, five, 4, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpint (get_grid (after, 5), ==, 4);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 3) + get_area_m2 (after, 4), 10000, 0.01);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 4), 5000, 500);
  g_assert_nonnull (ggov_geo_subdivision_find_arc (ggov_geo_layout_get_subdivision (after), 1));

  /* Not all of a grid, not of a locked one, and not in two places at once. */
  g_assert_null (ggov_geo_edit_paint (self->layout, all, 4, NULL, &error));
  assert_refused (error, GGOV_GEO_REASON_EMPTY, 3, 0);
  g_clear_error (&error);
  g_assert_null (ggov_geo_edit_paint (self->layout, five, 4, locked, &error));
  assert_refused (error, GGOV_GEO_REASON_LOCKED, 3, 0);
  g_clear_error (&error);
  g_assert_null (ggov_geo_edit_paint (self->layout, apart, 4, NULL, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
}

/* @xy: (array): metres, two a point */
static void
add_arc (GgovGeoSubdivision *subdivision,
         gint64              id,
         gint64              left,
         gint64              right,
         const double       *xy,
         guint               n)
{
  g_autofree double *coords = g_new (double, 2 * n);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    town_place_at (xy[2 * i], xy[2 * i + 1], coords + 2 * i);

  ggov_geo_subdivision_add_arc (subdivision, id, left, right, coords, n, &error);
  g_assert_no_error (error);
}

/* Metres. Grid 1 is a U, and all around it and between its arms is grid 2:
 *
 *   (0,300)---------------------(400,300)
 *      |          5
 *   (0,250)--(50,250)  (100,250)--(150,250)
 *      |   1   |           |   2   |
 *      |   3   |    2      |       |    6
 *      |     (50,40)---(100,40)    |
 *      |           4               |
 *   (0,0)-----------------------(150,0)--(400,0)
 *
 * 1 and 2 leave it. Near them the arms are two pieces of ground, and both buildings go with theirs. */
static void
test_paint_arms (void)
{
  static const TownBox houses[] = {
    { 20, 200, 30, 210, 1 }, { 120, 200, 130, 210, 1 }, /* 1, 2 */
    { 20, 150, 30, 160, 1 }, { 70, 10, 80, 20, 1 },     /* 3, 4 */
    { 70, 270, 80, 280, 2 }, { 300, 100, 310, 110, 2 }, /* 5, 6 */
  };
  static const double inner[] = { 0, 250, 50, 250, 50, 40, 100, 40, 100, 250, 150, 250, 150, 0 };
  static const double south_west[] = { 0, 250, 0, 0, 150, 0 };
  static const double rest[] = { 150, 0, 400, 0, 400, 300, 0, 300, 0, 250 };
  g_autoptr(GgovGeoSubdivision) subdivision = ggov_geo_subdivision_new ();
  g_autoptr(GArray) ends = new_ids (2, 1, 2);
  g_autoptr(GgovGeoSite) site = NULL;
  g_autoptr(GgovGeoLayout) layout = NULL;
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(Town) town = { 0 };
  Fixture whole;

  town_init_boxes (&town, 400, 300, houses, G_N_ELEMENTS (houses), NULL);
  add_arc (subdivision, 1, 2, 1, inner, G_N_ELEMENTS (inner) / 2);
  add_arc (subdivision, 2, 1, 0, south_west, G_N_ELEMENTS (south_west) / 2);
  add_arc (subdivision, 3, 2, 0, rest, G_N_ELEMENTS (rest) / 2);
  site = ggov_geo_site_new (town.community, (const GgovGeoBuilding *) town.buildings->data,
                            households, G_N_ELEMENTS (houses), NULL, &error);
  g_assert_no_error (error);
  layout = ggov_geo_layout_new (site, subdivision);
  after = ggov_geo_edit_paint (layout, ends, 2, NULL, &error);
  whole.town = town;
  assert_sound (&whole, after, error);

  for (guint i = 1; i <= G_N_ELEMENTS (houses); i++)
    g_assert_cmpint (get_grid (after, i), ==, i == 3 || i == 4 ? 1 : 2);
}

/* 2 and 5 stand opposite each other. */
static void
test_swap (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GArray) first = new_ids (1, 2);
  g_autoptr(GArray) second = new_ids (1, 5);
  g_autoptr(GArray) mixed = new_ids (2, 3, 5);
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;

  after = ggov_geo_edit_swap (self->layout, first, second, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpint (get_grid (after, 2), ==, 3);
  g_assert_cmpint (get_grid (after, 5), ==, 1);

  g_assert_null (ggov_geo_edit_swap (self->layout, first, mixed, NULL, &error));
  assert_refused (error, GGOV_GEO_REASON_OUTSIDE, 2, 5);
}

/* The brush is 10 m wide and passes 4 m from building 2 and 6 m from building 3. */
static void
test_brush (Fixture       *self,
            gconstpointer  data)
{
  GgovGeoSite *site = ggov_geo_layout_get_site (self->layout);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  double stroke[4], lasso[8];

  town_place_at (40, 16, stroke);
  town_place_at (90, 16, stroke + 2);
  ggov_geo_site_find_under_stroke (site, stroke, 2, 5, found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, 1);

  town_place_at (10, 10, lasso);
  town_place_at (80, 10, lasso + 2);
  town_place_at (80, 90, lasso + 4);
  town_place_at (10, 90, lasso + 6);
  ggov_geo_site_find_within (site, lasso, 4, found);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (g_array_index (found, guint, 2), ==, 4);

  /* Inside a building. */
  town_place_at (23, 23, lasso);
  town_place_at (27, 23, lasso + 2);
  town_place_at (27, 27, lasso + 4);
  town_place_at (23, 27, lasso + 6);
  ggov_geo_site_find_within (site, lasso, 4, found);
  g_assert_cmpuint (found->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } cases[] = {
    { "/geo/edit/paint", test_paint },
    { "/geo/edit/paint-beside", test_paint_beside },
    { "/geo/edit/paint-new", test_paint_new },
    { "/geo/edit/paint-unassigned", test_paint_unassigned },
    { "/geo/edit/swap", test_swap },
    { "/geo/edit/brush", test_brush },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].func, tear_down);

  g_test_add_func ("/geo/edit/paint-arms", test_paint_arms);

  return g_test_run ();
}
