/* test-geo-edit.c: vertices, merging, painting, swapping on a small community
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
    { "/geo/edit/paint", test_paint },
    { "/geo/edit/paint-beside", test_paint_beside },
    { "/geo/edit/paint-new", test_paint_new },
    { "/geo/edit/paint-unassigned", test_paint_unassigned },
    { "/geo/edit/preview-cut", test_preview_cut },
    { "/geo/edit/preview-insert", test_preview_insert },
    { "/geo/edit/swap", test_swap },
    { "/geo/edit/brush", test_brush },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].func, tear_down);

  return g_test_run ();
}
