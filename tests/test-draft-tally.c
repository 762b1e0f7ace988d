/* test-draft-tally.c: what the grids of a draft hold, and would hold while something is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-draft-tally.h"
#include "ggov-plan-grid.h"
#include "ggov-store-register.h"
#include "ggov-store-special-groups.h"
#include "plan-town.h"

/* Of the middle grid's first building are old Zhang, who is in two groups, and Wang, who left his; in
 * the one above it lived He, who moved away. On another day it was another. */
typedef struct
{
  StoreFixture  store;
  MapTown       town;
  GgovDraft    *draft;
} Fixture;

static void
leave_group (Fixture    *self,
             gint64      person,
             const char *group)
{
  GAsyncResult *result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_leave_special_group_async (self->store.store, person, group, "2026-02-01", NULL,
                                        keep_result, &result);
  plan_town_finish (&self->store, &result, &error);
  g_assert_no_error (error);
}

static void
move_away (Fixture *self,
           gint64   person)
{
  g_autofree char *question = g_strdup_printf (
    "SELECT household_id FROM residence WHERE person_id = %" G_GINT64_FORMAT, person);
  g_autofree char *household = plan_town_ask (&self->store, question);
  const GgovRegisterAct act = {
    .deed = GGOV_REGISTER_MOVE_OUT, .day = "2026-02-01",
    .household_id = g_ascii_strtoll (household, NULL, 10),
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_register_async (self->store.store, &act, NULL, keep_result, &result);
  ggov_store_register_finish (self->store.store, wait_for (&result), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  gint64 first, second, zhang, wang, he;

  store_fixture_set_up (&self->store, NULL);
  map_town_write (self->store.store, &self->town);
  first = self->town.buildings[0][2];
  second = self->town.buildings[1][2];

  zhang = plan_town_settle (&self->store, first, "501", "张奶奶", "living_alone");
  plan_town_join (&self->store, zhang, "over_80");
  wang = plan_town_settle (&self->store, first, "101", "王建", "veteran");
  leave_group (self, wang, "veteran");
  he = plan_town_settle (&self->store, second, "301", "何方", "veteran");
  move_away (self, he);
  plan_town_settle (&self->store, second, "302", "老赵", "disabled");

  self->draft = plan_town_load (&self->store, plan_town_begin (&self->store, &self->town,
                                                               GGOV_DRAFT_FROM_PLAN));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->draft);
  store_fixture_tear_down (&self->store, NULL);
}

static void
assert_sum (const GgovDraftSum *sum,
            int                 buildings,
            int                 households,
            int                 people,
            int                 special,
            int                 issues)
{
  g_assert_cmpint (sum->buildings, ==, buildings);
  g_assert_cmpint (sum->households, ==, households);
  g_assert_cmpint (sum->people, ==, people);
  g_assert_cmpint (sum->special, ==, special);
  g_assert_cmpint (sum->issues, ==, issues);
}

static const GgovDraftTally *
get_tally (GArray *tallies,
           guint   i)
{
  g_assert_cmpuint (i, <, tallies->len);

  return &g_array_index (tallies, GgovDraftTally, i);
}

/* Each grid has 8 buildings of 20 households and 50 people. Who is in two groups counts once, who has
 * left or is gone does not. The first building has the town's one issue. */
static void
test_sums (Fixture       *self,
           gconstpointer  data)
{
  GgovDraftSum sum;
  guint i;

  g_assert_true (ggov_draft_find_building (self->draft, self->town.buildings[0][2], &i));
  g_assert_cmpint (ggov_draft_get_building (self->draft, i)->special, ==, 1);

  ggov_draft_sum (self->draft, 1, &sum);
  assert_sum (&sum, 8, 160, 400, 0, 1);
  ggov_draft_sum (self->draft, 2, &sum);
  assert_sum (&sum, 8, 160, 400, 2, 0);
  ggov_draft_sum (self->draft, 3, &sum);
  assert_sum (&sum, 8, 160, 400, 0, 0);

  /* Neither one that is to be begun nor what is in no grid holds anything. */
  ggov_draft_sum (self->draft, 4, &sum);
  assert_sum (&sum, 0, 0, 0, 0, 0);
  ggov_draft_sum (self->draft, 0, &sum);
  assert_sum (&sum, 0, 0, 0, 0, 0);
}

/* Under the brush are the first building, which has the issue, and Zhang's. */
static void
test_paint (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) tallies = g_array_new (FALSE, FALSE, sizeof (GgovDraftTally));
  g_autoptr(GArray) under = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i[2];

  g_assert_true (ggov_draft_find_building (self->draft, self->town.buildings[0][0], &i[0]));
  g_assert_true (ggov_draft_find_building (self->draft, self->town.buildings[0][2], &i[1]));
  g_array_append_vals (under, i, 2);

  ggov_draft_tally_paint (self->draft, under, 3, tallies);
  g_assert_cmpuint (tallies->len, ==, 3);
  g_assert_cmpint (get_tally (tallies, 0)->number, ==, 3);
  assert_sum (&get_tally (tallies, 0)->sum, 10, 200, 500, 1, 1);
  g_assert_cmpint (get_tally (tallies, 1)->number, ==, 1);
  assert_sum (&get_tally (tallies, 1)->sum, 7, 140, 350, 0, 0);
  g_assert_cmpint (get_tally (tallies, 2)->number, ==, 2);
  assert_sum (&get_tally (tallies, 2)->sum, 7, 140, 350, 1, 0);

  /* The next stroke does not go on from this one; a grid may be begun. */
  g_array_set_size (under, 0);
  g_array_append_val (under, i[1]);
  ggov_draft_tally_paint (self->draft, under, 4, tallies);
  g_assert_cmpuint (tallies->len, ==, 2);
  assert_sum (&get_tally (tallies, 0)->sum, 1, 20, 50, 1, 0);
  assert_sum (&get_tally (tallies, 1)->sum, 7, 140, 350, 1, 0);
}

/* The middle grid's left column, in which all of them live, goes to the first grid. */
static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GArray) tallies = g_array_new (FALSE, FALSE, sizeof (GgovDraftTally));
  g_autoptr(GgovDraft) after = plan_town_share_out (self->draft, &self->town);

  ggov_draft_tally_changes (after, self->draft, tallies);
  g_assert_cmpuint (tallies->len, ==, 2);
  g_assert_cmpint (get_tally (tallies, 0)->number, ==, 1);
  assert_sum (&get_tally (tallies, 0)->sum, 12, 240, 600, 2, 1);
  g_assert_cmpint (get_tally (tallies, 1)->number, ==, 4);
  assert_sum (&get_tally (tallies, 1)->sum, 4, 80, 200, 0, 0);
}

/* The same in the table of each grid before and after. */
static void
test_compare (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GgovDraft) after = plan_town_share_out (self->draft, &self->town);
  g_autoptr(GgovPlanComparison) comparison = ggov_draft_compare (after);
  GListModel *grids = ggov_plan_comparison_get_grids (comparison);
  static const int expected[][2] = { { 0, 2 }, { 2, 0 }, { 0, 0 }, { 0, 0 } };

  g_assert_cmpuint (g_list_model_get_n_items (grids), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(GgovPlanGrid) grid = g_list_model_get_item (grids, i);

      g_assert_cmpint (ggov_plan_grid_get_row (grid)->special_before, ==, expected[i][0]);
      g_assert_cmpint (ggov_plan_grid_get_row (grid)->special_after, ==, expected[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/draft-tally/sums", test_sums);
  ADD ("/draft-tally/paint", test_paint);
  ADD ("/draft-tally/changes", test_changes);
  ADD ("/draft-tally/compare", test_compare);
#undef ADD

  return g_test_run ();
}
