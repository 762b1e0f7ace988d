/* test-succession.c: posts on a grid that was given up, as they are looked for by now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-post.h"
#include "ggov-store-person.h"
#include "ggov-store-places.h"
#include "ggov-store-roster.h"
#include "plan-town.h"

#define SUCCESSOR "150203005001002"

/* Gives up the first grid, whose full-time member has to be told where to: all of it goes to the
 * second. */
static GgovDraft *
give_up_first (GgovDraft *draft,
               MapTown   *town)
{
  g_autofree gint64 *numbers = plan_town_dup_numbers (draft);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < 2; column++)
      plan_town_set_number (draft, numbers, town->buildings[row][column], 2);

  return plan_town_draw (draft, numbers);
}

static void
approve (StoreFixture *fixture,
         MapTown      *town)
{
  g_autoptr(GError) error = NULL;
  gint64 plan_id;

  map_town_write (fixture->store, town);
  plan_id = plan_town_begin_and_save (fixture, town, give_up_first);
  g_assert_cmpint (plan_town_approve (fixture, plan_id, PLAN_TOWN_CHANGE_DAY, &error), >, 0);
  g_assert_no_error (error);
}

static void
assert_listed (StoreFixture           *fixture,
               const char             *day,
               const GgovRosterFilter *filter,
               gboolean                is_listed)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_roster_async (fixture->store, day, filter, NULL, keep_result, &result);
  rows = ggov_store_list_roster_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, is_listed);
}

/* Whoever asks for the grid that went on finds the post, by number and by code, from that day on; by
 * the grid it was made on it is found all along. */
static void
test_roster (StoreFixture  *fixture,
             gconstpointer  data)
{
  MapTown town;

  approve (fixture, &town);
  for (guint i = 0; i < 2; i++)
    {
      const char *day = i == 0 ? PLAN_TOWN_LAST_DAY : PLAN_TOWN_CHANGE_DAY;
      const GgovRosterFilter filters[] = {
        { .role = "full_time_member", .grid_id = town.grids[1] },
        { .role = "full_time_member", .place_code = SUCCESSOR },
        { .role = "full_time_member", .grid_id = town.grids[0] },
      };

      assert_listed (fixture, day, &filters[0], i == 1);
      assert_listed (fixture, day, &filters[1], i == 1);
      assert_listed (fixture, day, &filters[2], TRUE);
    }
}

/* The person's post says which grid it is by now, and the map's grid has the person among its own. */
static void
test_details (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) again = NULL;
  g_autoptr(GgovPerson) person = NULL;
  g_autoptr(GgovGridDetails) details = NULL;
  g_autoptr(GgovPost) post = NULL;
  g_autoptr(GError) error = NULL;
  guint n_members = 0;
  MapTown town;

  approve (fixture, &town);
  ggov_store_get_person_async (fixture->store, town.member, PLAN_TOWN_CHANGE_DAY, NULL,
                                keep_result, &result);
  person = ggov_store_get_person_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  post = g_list_model_get_item (ggov_person_get_posts (person), 0);
  g_assert_cmpint (ggov_post_get_details (post)->grid_id, ==, town.grids[0]);
  g_assert_nonnull (ggov_post_get_details (post)->present_grid);
  g_assert_cmpstr (ggov_post_get_details (post)->present_grid, !=,
                   ggov_post_get_details (post)->grid);

  ggov_store_get_grid_details_async (fixture->store, town.grids[1], PLAN_TOWN_CHANGE_DAY, NULL,
                                      keep_result, &again);
  details = ggov_store_get_grid_details_finish (fixture->store, wait_for (&again), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < details->people->len; i++)
    n_members += g_strcmp0 (((GgovPlacePerson *) details->people->pdata[i])->role_code,
                            "full_time_member") == 0;
  g_assert_cmpuint (n_members, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/succession/roster", StoreFixture, NULL, store_fixture_set_up, test_roster,
              store_fixture_tear_down);
  g_test_add ("/store/succession/details", StoreFixture, NULL, store_fixture_set_up, test_details,
              store_fixture_tear_down);

  return g_test_run ();
}
