/* test-plan-stroke.c: what the drawing tools make of a draft, and what they say where they cannot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-plan-finding.h"
#include "ggov-plan-stroke.h"
#include "plan-town.h"

/* The grids are numbered 1 to 3 from the west; 1 and 2 meet some 145 m from the western side. */
typedef struct
{
  StoreFixture store;
  MapTown town;
  gint64 plan_id;
  GgovDraft *draft;
  GgovGeoLayout *layout;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  store_fixture_set_up (&self->store, NULL);
  map_town_write (self->store.store, &self->town);
  self->plan_id = plan_town_begin (&self->store, &self->town, GGOV_DRAFT_FROM_PLAN);
  self->draft = plan_town_load (&self->store, self->plan_id);
  self->layout = ggov_draft_new_layout (self->draft, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->draft);
  g_clear_pointer (&self->layout, ggov_geo_layout_unref);
  store_fixture_tear_down (&self->store, NULL);
}

static void
add_place (GgovPlanStroke *stroke,
           double          east_m,
           double          north_m)
{
  double place[2];

  map_town_place (east_m, north_m, place);
  ggov_plan_stroke_add_place (stroke, place);
}

/* The border between the first two grids. */
static const GgovGeoArc *
get_border (Fixture *self)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (self->layout);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      if (MIN (arc->left_grid_id, arc->right_grid_id) == 1 &&
          MAX (arc->left_grid_id, arc->right_grid_id) == 2)
        return arc;
    }

  g_assert_not_reached ();
}

static guint
count_errors (GgovDraft *draft)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) findings = ggov_draft_validate (draft, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);

      n += ggov_plan_finding_is_error (finding);
    }

  return n;
}

/* The draft goes on from what the stroke makes of it; that is written, and is sound. */
static void
draw (Fixture        *self,
      GgovPlanStroke *stroke)
{
  g_autoptr(GError) error = NULL;
  GgovGeoLayout *layout = ggov_plan_stroke_try (stroke, self->draft, self->layout, &error);
  g_autoptr(GgovDraft) after = NULL;

  g_assert_no_error (error);
  after = ggov_draft_edit_layout (self->draft, layout);
  g_assert_cmpuint (count_errors (after), ==, 0);
  g_assert_cmpint (plan_town_save (&self->store, self->draft, after, &error), >, 0);
  g_assert_no_error (error);

  ggov_geo_layout_unref (self->layout);
  self->layout = layout;
  g_set_object (&self->draft, after);
  ggov_plan_stroke_unref (stroke);
}

static void
assert_refused (Fixture        *self,
                GgovPlanStroke *stroke,
                const char     *sentence)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_null (ggov_plan_stroke_try (stroke, self->draft, self->layout, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
  words = ggov_plan_stroke_dup_refusal (self->draft, ggov_geo_error_get_refusal (error));
  g_assert_cmpstr (words, ==, sentence);
  ggov_plan_stroke_unref (stroke);
}

static int
get_households (Fixture *self,
                gint64   number)
{
  GgovDraftSum sum;

  ggov_draft_sum (self->draft, number, &sum);

  return sum.households;
}

static GgovPlanStroke *
new_insertion (Fixture *self,
               double   east_m)
{
  GgovPlanStroke *stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_INSERT_VERTEX, 0);
  const GgovGeoArc *arc = get_border (self);

  ggov_plan_stroke_add_place (stroke, arc->coords);
  ggov_plan_stroke_add_place (stroke, arc->coords + 2);
  add_place (stroke, east_m, 95);

  return stroke;
}

static void
test_vertex (Fixture       *self,
             gconstpointer  data)
{
  GgovPlanStroke *stroke;
  guint n_points = get_border (self)->n_points;

  draw (self, new_insertion (self, 150));
  g_assert_cmpuint (get_border (self)->n_points, ==, n_points + 1);

  /* Buildings of grid 2 begin at 160 m. */
  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_MOVE_VERTEX, 0);
  add_place (stroke, 150, 95);
  add_place (stroke, 190, 95);
  g_assert_null (ggov_plan_stroke_try (stroke, self->draft, self->layout, NULL));
  ggov_plan_stroke_unref (stroke);

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_MOVE_VERTEX, 0);
  add_place (stroke, 150, 95);
  add_place (stroke, 140, 95);
  draw (self, stroke);

  /* It is no longer where it was. */
  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_DELETE_VERTEX, 0);
  add_place (stroke, 150, 95);
  assert_refused (self, stroke, "The grids cannot be drawn so.");

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_DELETE_VERTEX, 0);
  add_place (stroke, 140, 95);
  draw (self, stroke);
  g_assert_cmpuint (get_border (self)->n_points, ==, n_points);
}

/* Between the second and the third row: 80 households on both sides. */
static void
test_split_and_merge (Fixture       *self,
                      gconstpointer  data)
{
  GgovPlanStroke *stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_SPLIT, 2);

  stroke->tolerance_m = 5;
  add_place (stroke, 130, 95);
  add_place (stroke, 300, 95);
  draw (self, stroke);
  g_assert_cmpuint (ggov_draft_get_n_grids (self->draft), ==, 4);
  g_assert_cmpint (get_households (self, 2), ==, 80);
  g_assert_cmpint (get_households (self, 4), ==, 80);

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_MERGE, 0);
  ggov_plan_stroke_add_id (stroke, 1);
  ggov_plan_stroke_add_id (stroke, 3);
  assert_refused (self, stroke, "Grid 003 第三网格 does not border on the others.");

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_MERGE, 0);
  ggov_plan_stroke_add_id (stroke, 1);
  ggov_plan_stroke_add_id (stroke, 4);
  draw (self, stroke);
  g_assert_cmpuint (ggov_draft_get_n_grids (self->draft), ==, 3);
  g_assert_cmpint (get_households (self, 1), ==, 240);
  g_assert_null (ggov_draft_find_grid (self->draft, 4));
}

/* One of the second column for one of the third, at either end. */
static void
test_swap (Fixture       *self,
           gconstpointer  data)
{
  GgovPlanStroke *stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_SWAP, 0);
  guint i;

  ggov_plan_stroke_add_id (stroke, self->town.buildings[0][1]);
  g_array_append_val (stroke->others, self->town.buildings[3][2]);
  draw (self, stroke);
  g_assert_cmpint (get_households (self, 1), ==, 160);
  g_assert_true (ggov_draft_find_building (self->draft, self->town.buildings[3][2], &i));
  g_assert_cmpint (ggov_draft_get_numbers (self->draft)[i], ==, 1);
}

static void
test_reshape (Fixture       *self,
              gconstpointer  data)
{
  GgovPlanStroke *stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_RESHAPE, 1);

  /* Round the lower left building of grid 2. */
  stroke->tolerance_m = 5;
  add_place (stroke, 145, 0);
  add_place (stroke, 215, 0.5);
  add_place (stroke, 215, 50);
  add_place (stroke, 145, 50);
  draw (self, stroke);
  g_assert_cmpint (get_households (self, 1), ==, 180);
  g_assert_cmpint (get_households (self, 2), ==, 140);

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_RESHAPE, 1);
  stroke->tolerance_m = 5;
  add_place (stroke, 145, 100);
  add_place (stroke, 190, 115);
  add_place (stroke, 190, 190);
  assert_refused (self, stroke, "The line has to begin and end on the border of the grid.");
}

static void
test_paint (Fixture       *self,
            gconstpointer  data)
{
  GgovPlanStroke *stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, 1);
  g_autoptr(GgovDraft) locked = NULL;
  g_autofree char *sentence = NULL;

  ggov_plan_stroke_add_id (stroke, self->town.buildings[0][5]);
  assert_refused (self, stroke, "Grid 001 第一网格 does not border on the others.");

  /* The upper half of a grid begins another. */
  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, 4);
  for (guint i = 0; i < 4; i++)
    ggov_plan_stroke_add_id (stroke, self->town.buildings[2 + i / 2][i % 2]);
  sentence = ggov_plan_stroke_dup_sentence (stroke, self->draft);
  g_assert_cmpstr (sentence, ==, "4 buildings moved to grid N4 of the draft");
  draw (self, stroke);
  g_assert_cmpint (get_households (self, 4), ==, 80);

  locked = ggov_draft_edit_grid (self->draft, 4, NULL, TRUE);
  g_set_object (&self->draft, locked);
  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, 4);
  ggov_plan_stroke_add_id (stroke, self->town.buildings[1][0]);
  assert_refused (self, stroke, "Grid N4 is locked. Unlock it to change it.");
}

/* Nothing is drawn yet: the first grid has all the ground, the second begins in it. */
static void
test_from_nothing (Fixture       *self,
                   gconstpointer  data)
{
  GgovPlanStroke *stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, 1);
  g_autoptr(GgovGeoLayout) layout = NULL;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GError) error = NULL;

  draft = plan_town_load (&self->store,
                          plan_town_begin (&self->store, &self->town, GGOV_DRAFT_FROM_NOTHING));
  layout = ggov_draft_new_layout (draft, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MAP_TOWN_N_ROWS * MAP_TOWN_N_COLUMNS; i++)
    ggov_plan_stroke_add_id (stroke, self->town.buildings[i / MAP_TOWN_N_COLUMNS]
                                                         [i % MAP_TOWN_N_COLUMNS]);
  g_set_object (&self->draft, draft);
  g_clear_pointer (&self->layout, ggov_geo_layout_unref);
  self->layout = g_steal_pointer (&layout);
  draw (self, stroke);
  g_assert_cmpint (get_households (self, 1), ==, 480);

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, 2);
  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    ggov_plan_stroke_add_id (stroke, self->town.buildings[row][0]);
  draw (self, stroke);
  g_assert_cmpint (get_households (self, 1), ==, 400);
  g_assert_cmpint (get_households (self, 2), ==, 80);

  draw (self, ggov_plan_stroke_new (GGOV_PLAN_STROKE_TRACE, 0));
  g_assert_cmpint (get_households (self, 2), ==, 80);
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
    { "/plan-stroke/vertex", test_vertex },
    { "/plan-stroke/split-and-merge", test_split_and_merge },
    { "/plan-stroke/swap", test_swap },
    { "/plan-stroke/reshape", test_reshape },
    { "/plan-stroke/paint", test_paint },
    { "/plan-stroke/from-nothing", test_from_nothing },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].func, tear_down);

  return g_test_run ();
}
