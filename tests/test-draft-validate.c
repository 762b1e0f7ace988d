/* test-draft-validate.c: what is odd about the shapes of a draft's grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan-town.h"

/* Adds an arc through places of the town. */
static void
add_arc (GgovGeoSubdivision *drawn,
         gint64              id,
         gint64              left,
         gint64              right,
         const double       *metres,
         guint               n_points)
{
  g_autofree double *places = g_new (double, 2 * n_points);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_points; i++)
    map_town_place (metres[2 * i], metres[2 * i + 1], &places[2 * i]);

  g_assert_true (ggov_geo_subdivision_add_arc (drawn, id, left, right, places, n_points, &error));
  g_assert_no_error (error);
}

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

  add_arc (drawn, 1, 0, 1, west, 4);
  add_arc (drawn, 2, 2, 0, east, 4);
  add_arc (drawn, 3, 1, 2, border, 4);
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/draft-validate/sliver", StoreFixture, NULL, store_fixture_set_up, test_sliver,
              store_fixture_tear_down);

  return g_test_run ();
}
