/* test-geo-edit.c: vertices and merging on a small community
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edit-fixture.h"

static GgovGeoLayout *
move_vertex (const Fixture  *self,
             gint64          arc_id,
             guint           index,
             double          x,
             double          y,
             GArray         *locked,
             GError        **error)
{
  double place[2];

  town_place_at (x, y, place);

  return ggov_geo_edit_move_vertex (self->layout, arc_id, index, place[0], place[1], locked,
                                    error);
}

/* A triangle of 50 m base and 10 m height goes from grid 2 to 1. */
static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GArray) moves = NULL;
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;
  g_autoptr(GError) error = NULL;

  after = move_vertex (self, 1, 1, 110, 25, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 1), 5250, 0.01);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 2), 4750, 0.01);
  moves = ggov_geo_layout_list_moves (after, self->layout);
  g_assert_cmpuint (moves->len, ==, 0);

  /* The arc keeps its id. */
  ggov_geo_subdivision_compare (ggov_geo_layout_get_subdivision (self->layout),
                                ggov_geo_layout_get_subdivision (after),
                                &removed, &added, &relabelled);
  g_assert_cmpuint (removed->len, ==, 1);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpint (g_array_index (added, gint64, 0), ==, 1);
  g_assert_cmpuint (relabelled->len, ==, 0);
}

/* At x = 140 the border has passed building 3: at its nearest, y 20 and 30, it is at x = 132. */
static void
test_move_over_building (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GArray) moves = NULL;
  g_autoptr(GError) error = NULL;

  after = move_vertex (self, 1, 1, 140, 25, NULL, &error);
  assert_sound (self, after, error);
  moves = ggov_geo_layout_list_moves (after, self->layout);
  g_assert_cmpuint (moves->len, ==, 1);
  g_assert_cmpint (g_array_index (moves, GgovGeoMove, 0).building_id, ==, 3);
  g_assert_cmpint (g_array_index (moves, GgovGeoMove, 0).old_grid_id, ==, 2);
  g_assert_cmpint (g_array_index (moves, GgovGeoMove, 0).new_grid_id, ==, 1);
  g_assert_cmpuint (ggov_geo_layout_get_totals (after, 1).households, ==, 60);
  g_assert_cmpuint (ggov_geo_layout_get_totals (after, 2).n_buildings, ==, 1);
}

static void
test_move_refused (Fixture       *self,
                   gconstpointer  data)
{
  static const struct
  {
    gint64 arc_id;
    guint index;
    double x, y;
    gint64 locked;
    GgovGeoReason reason;
    gint64 grid_id, building_id;
  } cases[] = {
    { 1, 1, 125, 25, 0, GGOV_GEO_REASON_CUTS_BUILDING, 0, 3 },
    { 1, 1, 210, 25, 0, GGOV_GEO_REASON_LEAVES_COMMUNITY, 0, 0 },
    { 1, 1, 150, 65, 0, GGOV_GEO_REASON_CROSSES_BORDER, 0, 0 },
    { 1, 1, 110, 25, 2, GGOV_GEO_REASON_LOCKED, 2, 0 },
    { 1, 1, 110, 25, 1, GGOV_GEO_REASON_LOCKED, 1, 0 },
    { 4, 1, 5, 5, 0, GGOV_GEO_REASON_OUTER_BORDER, 0, 0 },
    { 1, 1, 100, 25, 0, GGOV_GEO_REASON_NO_CHANGE, 0, 0 },
    { 1, 1, 100, 50, 0, GGOV_GEO_REASON_CROSSES_ITSELF, 0, 0 },
    { 1, 2, 100, 25, 0, GGOV_GEO_REASON_CROSSES_BORDER, 0, 0 },
    /* A hundredth of a millimetre below the border of grid 3, and along it to B. */
    { 1, 1, 105, 49.99999, 0, GGOV_GEO_REASON_CROSSES_BORDER, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) locked = new_ids (1, (int) cases[i].locked);
      g_autoptr(GError) error = NULL;
      GgovGeoRefusal refusal;
      double place[2];

      g_test_message ("case %u", i);
      g_assert_null (move_vertex (self, cases[i].arc_id, cases[i].index, cases[i].x, cases[i].y,
                                  locked, &error));
      assert_refused (error, cases[i].reason, cases[i].grid_id, cases[i].building_id);

      /* The preview says the same of what it looks at. */
      if (cases[i].reason == GGOV_GEO_REASON_NO_CHANGE || i > 6)
        continue;

      town_place_at (cases[i].x, cases[i].y, place);
      g_assert_false (ggov_geo_layout_preview_vertex (self->layout, cases[i].arc_id,
                                                      cases[i].index, place[0], place[1],
                                                      locked, place, &refusal));
      g_assert_cmpstr (ggov_geo_reason_to_nick (refusal.reason), ==,
                       ggov_geo_reason_to_nick (cases[i].reason));
    }
}

/* A corner at x takes (x - 120)² · 25 / (x - 100) m² of building 3: 0.08, then 0.15. What one edit may
 * take by rounding, 0.1 m², several may not take together. */
static void
test_move_bit_by_bit (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;

  after = move_vertex (self, 1, 1, 120.25, 25, NULL, &error);
  assert_sound (self, after, error);
  ggov_geo_layout_unref (self->layout);
  self->layout = g_steal_pointer (&after);
  after = move_vertex (self, 1, 1, 120.35, 25, NULL, &error);
  g_assert_null (after);
  assert_refused (error, GGOV_GEO_REASON_CUTS_BUILDING, 0, 3);
}

/* A third grid may be locked. */
static void
test_move_beside_lock (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(GArray) locked = new_ids (1, 3);
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;

  after = move_vertex (self, 1, 1, 110, 25, locked, &error);
  assert_sound (self, after, error);
}

static void
test_move_node (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GArray) locked = new_ids (1, 3);
  g_autoptr(GError) error = NULL;
  GgovGeoRefusal refusal;
  double place[2];

  /* B goes 10 m east and 10 m north. Grid 3 loses the triangle (0,50) (200,50) B: 1,000 m². */
  after = move_vertex (self, 2, 0, 110, 60, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 3), 9000, 0.01);
  town_place_at (110, 60, place);
  g_assert_true (ggov_geo_layout_preview_vertex (self->layout, 2, 0, place[0], place[1], NULL,
                                                 place, &refusal));

  /* Locked, it may not. */
  g_assert_null (move_vertex (self, 2, 0, 110, 60, locked, &error));
  assert_refused (error, GGOV_GEO_REASON_LOCKED, 3, 0);
}

/* A is at y = 0 wherever it is dragged, and leaves no vertex behind. */
static void
test_slide (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;
  const GgovGeoArc *arc;
  GgovGeoRefusal refusal;
  double place[2];

  after = move_vertex (self, 1, 0, 110, -20, NULL, &error);
  assert_sound (self, after, error);
  arc = ggov_geo_subdivision_find_arc (ggov_geo_layout_get_subdivision (after), 1);
  g_assert_cmpfloat_with_epsilon ((arc->coords[0] - TOWN_LON) * TOWN_LON_M, 110, 1e-6);
  g_assert_cmpfloat_with_epsilon ((arc->coords[1] - TOWN_LAT) * TOWN_LAT_M, 0, 1e-6);
  arc = ggov_geo_subdivision_find_arc (ggov_geo_layout_get_subdivision (after), 4);
  g_assert_cmpuint (arc->n_points, ==, 3);
  arc = ggov_geo_subdivision_find_arc (ggov_geo_layout_get_subdivision (after), 5);
  g_assert_cmpuint (arc->n_points, ==, 3);

  town_place_at (110, -20, place);
  g_assert_true (ggov_geo_layout_preview_vertex (self->layout, 1, 0, place[0], place[1], NULL,
                                                 place, &refusal));
  g_assert_cmpfloat_with_epsilon ((place[1] - TOWN_LAT) * TOWN_LAT_M, 0, 1e-6);
}

/* From (200, 50) down to the corner, which stays the community's, and along the southern side. */
static void
test_slide_over_corner (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GgovGeoLayout) back = NULL;
  g_autoptr(GError) error = NULL;
  const GgovGeoArc *arc;
  double place[2];

  after = move_vertex (self, 2, 1, 185, -5, NULL, &error);
  assert_sound (self, after, error);
  arc = ggov_geo_subdivision_find_arc (ggov_geo_layout_get_subdivision (after), 5);
  g_assert_cmpuint (arc->n_points, ==, 2);

  /* There and back again: grid 3 is as large as before. */
  town_place_at (205, 50, place);
  back = ggov_geo_edit_move_vertex (after, 2, 1, place[0], place[1], NULL, &error);
  assert_sound (self, back, error);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (back, 3), 10000, 0.01);
}

static void
test_insert_delete (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GgovGeoLayout) more = NULL;
  g_autoptr(GgovGeoLayout) fewer = NULL;
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;
  g_autoptr(GError) error = NULL;
  double place[2];

  town_place_at (50, 56, place);
  more = ggov_geo_edit_insert_vertex (self->layout, 3, 0, place[0], place[1], NULL, &error);
  assert_sound (self, more, error);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (more, 1), 5300, 0.01);

  fewer = ggov_geo_edit_delete_vertex (more, 3, 1, NULL, &error);
  assert_sound (self, fewer, error);
  ggov_geo_subdivision_compare (ggov_geo_layout_get_subdivision (self->layout),
                                ggov_geo_layout_get_subdivision (fewer),
                                &removed, &added, &relabelled);
  g_assert_cmpuint (removed->len + added->len + relabelled->len, ==, 0);

  g_assert_null (ggov_geo_edit_delete_vertex (self->layout, 3, 1, NULL, &error));
  assert_refused (error, GGOV_GEO_REASON_NODE, 0, 0);
  g_clear_error (&error);
  g_assert_null (ggov_geo_edit_delete_vertex (self->layout, 4, 1, NULL, &error));
  assert_refused (error, GGOV_GEO_REASON_OUTER_BORDER, 0, 0);
  g_clear_error (&error);
  g_assert_null (ggov_geo_edit_insert_vertex (self->layout, 4, 0, place[0], place[1], NULL,
                                              &error));
  assert_refused (error, GGOV_GEO_REASON_OUTER_BORDER, 0, 0);
}

static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) two = new_ids (2, 1, 2);
  g_autoptr(GArray) all = new_ids (3, 1, 2, 3);
  g_autoptr(GArray) locked = new_ids (1, 2);
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GgovGeoLayout) one = NULL;
  g_autoptr(GError) error = NULL;

  /* 35 households against 30. The arcs 4 and 5 become one, and so do 2 and 3: these are left, and
   * 6. */
  after = ggov_geo_edit_merge (self->layout, two, 0, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpint (get_grid (after, 1), ==, 2);
  g_assert_cmpuint (ggov_geo_layout_get_totals (after, 2).households, ==, 65);
  g_assert_cmpuint (ggov_geo_subdivision_get_n_arcs (ggov_geo_layout_get_subdivision (after)),
                    ==, 3);

  one = ggov_geo_edit_merge (self->layout, all, 3, NULL, &error);
  assert_sound (self, one, error);
  g_assert_cmpint (get_grid (one, 1), ==, 3);
  g_assert_cmpuint (ggov_geo_subdivision_get_n_arcs (ggov_geo_layout_get_subdivision (one)), ==, 1);

  g_assert_null (ggov_geo_edit_merge (self->layout, two, 0, locked, &error));
  assert_refused (error, GGOV_GEO_REASON_LOCKED, 2, 0);
}

/* The border goes into building 3 as it is: the preview says what the edit will. */
static void
test_preview_cut (Fixture       *self,
                  gconstpointer  data)
{
  GgovGeoSubdivision *old = ggov_geo_layout_get_subdivision (self->layout);
  g_autoptr(GgovGeoSubdivision) cut = ggov_geo_subdivision_new ();
  g_autoptr(GgovGeoLayout) layout = NULL;
  guint n_fine = 0, n_refused = 0;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (old); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (old, i);
      g_autofree double *coords = g_memdup2 (arc->coords, 2 * arc->n_points * sizeof *coords);

      if (arc->id == 1)
        town_place_at (123, 25, coords + 2);

      g_assert_true (ggov_geo_subdivision_add_arc (cut, arc->id, arc->left_grid_id,
                                                   arc->right_grid_id, coords, arc->n_points,
                                                   NULL));
    }

  layout = ggov_geo_layout_new (ggov_geo_layout_get_site (self->layout), cut);

  for (double x = 110; x < 145; x += 0.7)
    {
      g_autoptr(GgovGeoLayout) after = NULL;
      g_autoptr(GError) error = NULL;
      GgovGeoRefusal refusal;
      double wanted[2], place[2];
      gboolean is_fine;

      town_place_at (x, 25, wanted);
      is_fine = ggov_geo_layout_preview_vertex (layout, 1, 1, wanted[0], wanted[1], NULL, place,
                                                &refusal);
      after = ggov_geo_edit_move_vertex (layout, 1, 1, wanted[0], wanted[1], NULL, &error);
      g_assert_cmpint (is_fine, ==, after != NULL);

      if (!is_fine)
        g_assert_cmpint (refusal.reason, ==, ggov_geo_error_get_refusal (error)->reason);

      n_fine += is_fine && x > 121 && x < 122.5;
      n_refused += !is_fine;
    }

  /* Less of the building is cut where the border steps back, though not all of it is free. */
  g_assert_cmpuint (n_fine, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

/* Into the border from A to B, which runs along x = 100 m. */
static void
test_preview_insert (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GArray) locked = new_ids (1, 2);
  const struct
  {
    gint64 arc_id;
    double x, y;
    GArray *locked;
    GgovGeoReason reason;
    gint64 building_id;
  } cases[] = {
    { 1, 105, 10, NULL, GGOV_GEO_REASON_NONE, 0 },
    { 1, 125, 25, NULL, GGOV_GEO_REASON_CUTS_BUILDING, 3 },
    { 1, 150, 60, NULL, GGOV_GEO_REASON_CROSSES_BORDER, 0 },
    { 1, 105, -10, NULL, GGOV_GEO_REASON_LEAVES_COMMUNITY, 0 },
    { 1, 105, 10, locked, GGOV_GEO_REASON_LOCKED, 0 },
    { 4, 105, 10, NULL, GGOV_GEO_REASON_OUTER_BORDER, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GgovGeoRefusal refusal = { GGOV_GEO_REASON_NONE };
      double place[2];

      town_place_at (cases[i].x, cases[i].y, place);
      g_assert_cmpint (ggov_geo_layout_preview_insert (self->layout, cases[i].arc_id, 0, place[0],
                                                       place[1], cases[i].locked, &refusal),
                       ==, cases[i].reason == GGOV_GEO_REASON_NONE);
      g_assert_cmpstr (ggov_geo_reason_to_nick (refusal.reason), ==,
                       ggov_geo_reason_to_nick (cases[i].reason));
      g_assert_cmpint (refusal.building_id, ==, cases[i].building_id);
    }
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
    { "/geo/edit/move/vertex", test_move },
    { "/geo/edit/move/over-building", test_move_over_building },
    { "/geo/edit/move/refused", test_move_refused },
    { "/geo/edit/move/bit-by-bit", test_move_bit_by_bit },
    { "/geo/edit/move/beside-lock", test_move_beside_lock },
    { "/geo/edit/move/node", test_move_node },
    { "/geo/edit/move/slide", test_slide },
    { "/geo/edit/move/over-corner", test_slide_over_corner },
    { "/geo/edit/insert-delete", test_insert_delete },
    { "/geo/edit/merge", test_merge },
    { "/geo/edit/preview-cut", test_preview_cut },
    { "/geo/edit/preview-insert", test_preview_insert },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].func, tear_down);

  return g_test_run ();
}
