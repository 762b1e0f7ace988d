/* test-draft-validate.c: what is odd about the shapes of a draft's grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-plan-finding.h"
#include "plan-town.h"

/* The western grid has a tongue of 134 by 4 metres along the community's northern border: a disc of
 * 6 metres does not fit in, and half the way around it is 138 metres and what is cut off its
 * corners. */
static void
test_sliver (StoreFixture  *fixture,
             gconstpointer  user_data)
{
  const double west[] = { 146, 0, 0, 0, 0, 200, 280, 200 };
  const double east[] = { 146, 0, 430, 0, 430, 200, 280, 200 };
  const double border[] = { 146, 0, 146, 196, 280, 196, 280, 200 };
  g_autoptr(GgovGeoSubdivision) drawn = ggov_geo_subdivision_new ();
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *numbers = NULL;
  g_autoptr(GgovDraft) before = NULL;
  g_autoptr(GgovDraft) after = NULL;
  MapTown town;
  guint n_slivers = 0;

  map_town_write (fixture->store, &town);
  before = plan_town_load (fixture, plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN));
  numbers = plan_town_dup_numbers (before);
  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < MAP_TOWN_N_COLUMNS; column++)
      plan_town_set_number (before, numbers, town.buildings[row][column], column < 2 ? 1 : 2);

  plan_town_add_arc (drawn, 1, 0, 1, west, 4);
  plan_town_add_arc (drawn, 2, 2, 0, east, 4);
  plan_town_add_arc (drawn, 3, 1, 2, border, 4);
  after = ggov_draft_edit (before, drawn, numbers);

  findings = ggov_draft_validate (after, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);
      const GgovPlanFindingRecord *record = ggov_plan_finding_get_record (finding);

      /* All the same it can be approved. */
      g_assert_false (ggov_plan_finding_is_error (finding));
      if (record->kind != GGOV_PLAN_SLIVER)
        continue;

      n_slivers++;
      g_assert_cmpint (record->number, ==, 1);
      g_assert_cmpfloat (record->amount, >, 130);
      g_assert_cmpfloat (record->amount, <, 145);
    }

  g_assert_cmpuint (n_slivers, ==, 1);
}

static GgovDraft *
begin (StoreFixture *fixture,
       MapTown      *town)
{
  map_town_write (fixture->store, town);

  return plan_town_load (fixture, plan_town_begin (fixture, town, GGOV_DRAFT_FROM_PLAN));
}

/* Asserts that there is one finding of a kind, and that a draft with it cannot be approved. */
static void
assert_found (GgovDraft           *draft,
              GgovPlanFindingKind  kind,
              gint64               number,
              gint64               building,
              double               amount)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) findings = ggov_draft_validate (draft, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);
      const GgovPlanFindingRecord *record = ggov_plan_finding_get_record (finding);

      if (record->kind != kind)
        continue;

      n++;
      g_assert_true (ggov_plan_finding_is_error (finding));
      g_assert_cmpint (record->number, ==, number);
      g_assert_cmpint (record->building_id, ==, building);
      g_assert_cmpfloat_with_epsilon (record->amount, amount, amount / 100);
    }

  g_assert_cmpuint (n, ==, 1);
}

/* 10 by 14 metres are cut off. */
static void
test_cut (StoreFixture  *fixture,
          gconstpointer  user_data)
{
  MapTown town;
  g_autoptr(GgovDraft) before = begin (fixture, &town);
  g_autoptr(GgovDraft) after = plan_town_cut (before, &town);

  assert_found (after, GGOV_PLAN_CUT, 2, town.buildings[0][2], 140);
}

/* The first grid has the two columns in the west and the one in the east. */
static void
test_pieces (StoreFixture  *fixture,
             gconstpointer  user_data)
{
  const double west[] = { 146, 0, 0, 0, 0, 200, 146, 200 };
  const double first[] = { 146, 0, 146, 200 };
  const double south[] = { 146, 0, 356, 0 };
  const double north[] = { 146, 200, 356, 200 };
  const double second[] = { 356, 0, 356, 200 };
  const double east[] = { 356, 0, 430, 0, 430, 200, 356, 200 };
  g_autoptr(GgovGeoSubdivision) drawn = ggov_geo_subdivision_new ();
  MapTown town;
  g_autoptr(GgovDraft) before = begin (fixture, &town);
  g_autoptr(GgovDraft) after = NULL;
  g_autofree gint64 *numbers = plan_town_dup_numbers (before);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < MAP_TOWN_N_COLUMNS; column++)
      plan_town_set_number (before, numbers, town.buildings[row][column],
                            column < 2 || column == 5 ? 1 : 2);

  plan_town_add_arc (drawn, 1, 0, 1, west, 4);
  plan_town_add_arc (drawn, 2, 1, 2, first, 2);
  plan_town_add_arc (drawn, 3, 2, 0, south, 2);
  plan_town_add_arc (drawn, 4, 0, 2, north, 2);
  plan_town_add_arc (drawn, 5, 2, 1, second, 2);
  plan_town_add_arc (drawn, 6, 1, 0, east, 4);
  after = ggov_draft_edit (before, drawn, numbers);

  assert_found (after, GGOV_PLAN_PIECES, 1, 0, 2);
}

/* Around one building there is another grid, of 70 by 45 metres; and the first reaches 10 metres beyond
 * the community. */
static void
test_hole (StoreFixture  *fixture,
           gconstpointer  user_data)
{
  const double outer[] = { 0, 0, 0, 200, 440, 200, 440, 0, 0, 0 };
  const double inner[] = { 75, 50, 145, 50, 145, 95, 75, 95, 75, 50 };
  g_autoptr(GgovGeoSubdivision) drawn = ggov_geo_subdivision_new ();
  MapTown town;
  g_autoptr(GgovDraft) before = begin (fixture, &town);
  g_autoptr(GgovDraft) after = NULL;
  g_autofree gint64 *numbers = plan_town_dup_numbers (before);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < MAP_TOWN_N_COLUMNS; column++)
      plan_town_set_number (before, numbers, town.buildings[row][column],
                            row == 1 && column == 1 ? 2 : 1);

  plan_town_add_arc (drawn, 1, 0, 1, outer, 5);
  plan_town_add_arc (drawn, 2, 2, 1, inner, 5);
  after = ggov_draft_edit (before, drawn, numbers);

  assert_found (after, GGOV_PLAN_HOLE, 1, 0, 70 * 45);
  assert_found (after, GGOV_PLAN_OUTSIDE, 0, 0, 10 * 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add ("/store/draft-validate/" path, StoreFixture, NULL, store_fixture_set_up, test, \
              store_fixture_tear_down)
  ADD ("sliver", test_sliver);
  ADD ("cut", test_cut);
  ADD ("pieces", test_pieces);
  ADD ("hole", test_hole);
#undef ADD

  return g_test_run ();
}
