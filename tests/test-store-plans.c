/* test-store-plans.c: a plan from its approval to the day it is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-store-appoint.h"
#include "ggov-store-file-issue.h"
#include "ggov-store-issues.h"
#include "ggov-store-places.h"
#include "ggov-store-repaint.h"
#include "ggov-store-roster.h"
#include "plan-town.h"

#define CHANGE_DAY PLAN_TOWN_CHANGE_DAY
#define LAST_DAY   PLAN_TOWN_LAST_DAY

#define SQL_PLAN_ROWS \
  "SELECT group_concat (line, ';') FROM (" \
  "SELECT 'p ' || id || state || coalesce (valid_from, '') || coalesce (valid_to, '') AS line " \
  "FROM plan UNION ALL " \
  "SELECT 'g ' || id || code || name || valid_from || coalesce (valid_to, '') FROM grid " \
  "UNION ALL " \
  "SELECT 'a ' || id || ' ' || plan_id || hex (line) FROM arc UNION ALL " \
  "SELECT 'b ' || plan_id || ' ' || building_id || ' ' || grid_id FROM plan_building UNION ALL " \
  "SELECT 's ' || grid_id || ' ' || successor_id FROM grid_successor ORDER BY 1)"

static void
assert_grid_row (GListModel *grids,
                 guint       i,
                 const char *code,
                 const char *change,
                 gint64      before,
                 gint64      after)
{
  g_autoptr(GgovPlanGrid) grid = g_list_model_get_item (grids, i);
  const GgovPlanGridRow *row = ggov_plan_grid_get_row (grid);

  g_assert_cmpstr (row->code, ==, code);
  g_assert_cmpstr (row->change, ==, change);
  g_assert_cmpint (row->households_before, ==, before);
  g_assert_cmpint (row->households_after, ==, after);
}

static void
test_compare (StoreFixture  *fixture,
              gconstpointer  data)
{
  MapTown town;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPlanComparison) comparison = NULL;
  g_autoptr(GgovPlanMove) move = NULL;
  g_autoptr(GgovPlanGrid) first = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id;
  GListModel *grids;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  ggov_store_compare_plans_async (fixture->store, 0, plan_id, MAP_TOWN_DAY, NULL, keep_result,
                                  &result);
  comparison = ggov_store_compare_plans_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  grids = ggov_plan_comparison_get_grids (comparison);
  g_assert_cmpuint (g_list_model_get_n_items (grids), ==, 4);
  assert_grid_row (grids, 0, "150203005001001", "changed", 160, 240);
  assert_grid_row (grids, 1, "150203005001002", "retired", 160, 0);
  assert_grid_row (grids, 2, "150203005001003", "same", 160, 160);
  assert_grid_row (grids, 3, NULL, "new", 0, 80);
  first = g_list_model_get_item (grids, 0);
  g_assert_cmpint (ggov_plan_grid_get_row (first)->posts_before, ==, 2);
  g_assert_cmpint (ggov_plan_grid_get_row (first)->issues_after, ==, 1);

  /* Eight buildings of twenty households leave the middle grid. */
  g_assert_cmpint (ggov_plan_comparison_get_sums (comparison)->before_id, ==, town.plan);
  g_assert_cmpint (ggov_plan_comparison_get_sums (comparison)->buildings_moved, ==, 8);
  g_assert_cmpint (ggov_plan_comparison_get_sums (comparison)->households_moved, ==, 160);
  g_assert_cmpint (ggov_plan_comparison_get_sums (comparison)->people_moved, ==, 400);
  g_assert_cmpuint (g_list_model_get_n_items (ggov_plan_comparison_get_moves (comparison)), ==, 8);
  move = g_list_model_get_item (ggov_plan_comparison_get_moves (comparison), 0);
  g_assert_cmpint (ggov_plan_move_get_row (move)->building_id, ==, town.buildings[0][2]);
  g_assert_cmpstr (ggov_plan_move_get_row (move)->from_code, ==, "150203005001002");
  g_assert_cmpstr (ggov_plan_move_get_row (move)->to_code, ==, "150203005001001");
  g_assert_cmpstr (ggov_plan_move_get_row (move)->to_member, ==, "林若溪");
}

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

/* Where the roster has the one full-time member, and which grid went on from there. */
static void
assert_member (StoreFixture *fixture,
               const char   *day,
               const char   *code,
               const char   *present)
{
  const GgovRosterFilter filter = { .role = "full_time_member" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovRosterRow) row = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_roster_async (fixture->store, day, &filter, NULL, keep_result, &result);
  rows = ggov_store_list_roster_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  row = g_list_model_get_item (rows, 0);
  g_assert_cmpstr (ggov_roster_row_get_record (row)->grid_code, ==, code);
  g_assert_cmpstr (ggov_roster_row_get_record (row)->present_grid_code, ==, present);
}

static void
test_posts (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GgovPlanComparison) comparison = NULL;
  g_autoptr(GgovPlanPost) post = NULL;
  const GgovPlanPostRow *row;
  g_autoptr(GError) error = NULL;
  gint64 plan_id;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, give_up_first);
  draft = plan_town_load (fixture, plan_id);
  comparison = ggov_draft_compare (draft);

  g_assert_cmpuint (g_list_model_get_n_items (ggov_plan_comparison_get_posts (comparison)), ==, 1);
  post = g_list_model_get_item (ggov_plan_comparison_get_posts (comparison), 0);
  row = ggov_plan_post_get_row (post);
  g_assert_cmpint (row->person_id, ==, town.member);
  g_assert_cmpstr (row->role_code, ==, "full_time_member");
  g_assert_cmpstr (row->code, ==, "150203005001001");
  g_assert_cmpstr (row->successor_code, ==, "150203005001002");

  /* Nobody is moved: the post stays, and it is kept who went on from its grid. */
  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  plan_town_assert (fixture, "SELECT g.code || s.code || w.valid_from FROM grid_successor w "
                    "JOIN grid g ON g.id = w.grid_id JOIN grid s ON s.id = w.successor_id",
                    "150203005001001" "150203005001002" CHANGE_DAY);
  plan_town_assert (fixture,
                    "SELECT count (*) FROM post WHERE valid_to IS NULL AND grid_id IS NOT NULL", "1");
  assert_member (fixture, LAST_DAY, "150203005001001", NULL);
  assert_member (fixture, CHANGE_DAY, "150203005001001", "150203005001002");
  assert_check_clean (fixture->store);
}

/* 2026-02-25 and 2026-07-01, both at 14:13 in Shanghai. */
#define BEFORE_CHANGE 1772000000
#define AFTER_CHANGE  1782886400

static void
file_issue (StoreFixture *fixture,
            gint64        building)
{
  const GgovIssueFiling filing = {
    .case_type_id = 1, .title = "楼道堆物", .building_id = building, .at = BEFORE_CHANGE,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_file_issue_async (fixture->store, &filing, NULL, keep_result, &result);
  ggov_store_file_issue_finish (fixture->store, wait_for (&result), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Asserts that there is one issue, filed on one grid and looked for by another at that moment. */
static void
assert_issue (StoreFixture *fixture,
              gint64        grid,
              gint64        at,
              gint64        filed_on,
              gint64        present)
{
  const GgovIssueFilter filter = {
    .stages = 1u << GGOV_ISSUE_FILED, .grid_id = grid, .now = at,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GgovIssue) issue = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_issues_async (fixture->store, &filter, NULL, keep_result, &result);
  issues = ggov_store_list_issues_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, 1);
  issue = g_list_model_get_item (issues, 0);
  g_assert_cmpint (ggov_issue_get_fields (issue)->grid_id, ==, filed_on);
  g_assert_cmpint (ggov_issue_get_fields (issue)->present_grid_id, ==, present);
}

/* An issue stays on its grid, and is found by the one that its building is in by now. */
static void
test_issues (StoreFixture  *fixture,
             gconstpointer  data)
{
  MapTown town;
  gint64 plan_id;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  file_issue (fixture, town.buildings[2][1]);
  plan_id = plan_town_begin_and_save (fixture, &town, give_up_first);
  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);

  assert_issue (fixture, town.grids[0], BEFORE_CHANGE, town.grids[0], town.grids[0]);
  assert_issue (fixture, town.grids[0], AFTER_CHANGE, town.grids[0], town.grids[1]);
  assert_issue (fixture, town.grids[1], AFTER_CHANGE, town.grids[0], town.grids[1]);
}

static void
appoint (StoreFixture *fixture,
         gint64        grid,
         const char   *since,
         GError      **error)
{
  const GgovAppointment appointment = {
    .name = "赵敏", .sex = "2", .role_code = "full_time_member", .place_kind = "grid",
    .place_id = grid, .since = since,
  };
  GAsyncResult *result = NULL;

  ggov_store_appoint_async (fixture->store, &appointment, NULL, keep_result, &result);
  plan_town_finish (fixture, &result, error);
}

/* Who is appointed has to have the grid on that day. */
static void
test_appoint (StoreFixture  *fixture,
              gconstpointer  data)
{
  MapTown town;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  plan_town_approve (fixture, plan_town_begin_and_save (fixture, &town, plan_town_share_out),
                     CHANGE_DAY, &error);
  g_assert_no_error (error);
  id = plan_town_ask (fixture, "SELECT id FROM grid WHERE code = '150203005001004'");

  appoint (fixture, town.grids[1], CHANGE_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  appoint (fixture, g_ascii_strtoll (id, NULL, 10), LAST_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  appoint (fixture, g_ascii_strtoll (id, NULL, 10), CHANGE_DAY, &error);
  g_assert_no_error (error);
}

static guint
count_grids (StoreFixture *fixture,
             const char   *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPlaces) places = NULL;

  ggov_store_load_map_async (fixture->store, day, NULL, NULL, keep_result, &result);
  places = ggov_store_load_map_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return ggov_places_get_n_grids (places);
}

static char *
find_code_at (StoreFixture *fixture,
              const char   *day,
              double        east_m,
              double        north_m)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPlaces) places = NULL;
  double place[2];
  gint64 id;

  ggov_store_load_map_async (fixture->store, day, NULL, NULL, keep_result, &result);
  places = ggov_store_load_map_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  map_town_place (east_m, north_m, place);
  id = ggov_places_find_grid_at (places, place[0], place[1]);

  return g_strdup (ggov_grid_get_code (ggov_places_find_grid (places, id)));
}

/* The whole life: drawn, approved for a day to come, in force from that day, and taken back. */
static void
test_life (StoreFixture  *fixture,
           gconstpointer  data)
{
  MapTown town;
  gint64 plan_id, change, back;
  g_autofree char *rows = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *approved = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *left = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  rows = plan_town_ask (fixture, SQL_PLAN_ROWS);
  drawn = plan_town_ask (fixture, PLAN_TOWN_DRAFT_ROWS);

  change = plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  assert_check_clean (fixture->store);
  approved = plan_town_ask (fixture, SQL_PLAN_ROWS);
  plan_town_assert (fixture, PLAN_TOWN_DRAFT_ROWS, NULL);

  plan_town_assert_state (fixture, plan_id, LAST_DAY, "approved");
  plan_town_assert_state (fixture, town.plan, LAST_DAY, "in_force");
  plan_town_assert_state (fixture, plan_id, CHANGE_DAY, "in_force");
  plan_town_assert_state (fixture, town.plan, CHANGE_DAY, "retired");

  /* Nobody writes on the day: what is asked about it is another answer all the same. The new grid
   * is the fourth ever, and stands where the right column of the middle one was. */
  g_assert_cmpuint (count_grids (fixture, LAST_DAY), ==, 3);
  g_assert_cmpuint (count_grids (fixture, CHANGE_DAY), ==, 3);
  before = find_code_at (fixture, LAST_DAY, 250, 27);
  after = find_code_at (fixture, CHANGE_DAY, 250, 27);
  left = find_code_at (fixture, CHANGE_DAY, 180, 27);
  g_assert_cmpstr (before, ==, "150203005001002");
  g_assert_cmpstr (after, ==, "150203005001004");
  g_assert_cmpstr (left, ==, "150203005001001");

  back = plan_town_undo (fixture, change);
  plan_town_assert (fixture, SQL_PLAN_ROWS, rows);
  plan_town_assert (fixture, PLAN_TOWN_DRAFT_ROWS, drawn);
  plan_town_assert_state (fixture, plan_id, CHANGE_DAY, "draft");
  assert_check_clean (fixture->store);

  plan_town_undo (fixture, back);
  plan_town_assert (fixture, SQL_PLAN_ROWS, approved);
  assert_check_clean (fixture->store);
}

/* A code that was given once is not given again, though its approval was taken back. */
static void
test_codes (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;
  gint64 plan_id, change;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  change = plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  plan_town_undo (fixture, change);

  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  plan_town_assert (fixture, "SELECT max (code) FROM grid", "150203005001005");
  assert_check_clean (fixture->store);
}

/* Two new grids, the western one of which has the higher number in the draft. */
static GgovDraft *
make_two (GgovDraft *draft,
          MapTown   *town)
{
  g_autofree gint64 *numbers = plan_town_dup_numbers (draft);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    {
      plan_town_set_number (draft, numbers, town->buildings[row][0], 5);
      plan_town_set_number (draft, numbers, town->buildings[row][5], 4);
    }

  return plan_town_draw (draft, numbers);
}

static void
test_code_order (StoreFixture  *fixture,
                 gconstpointer  data)
{
  MapTown town;
  g_autofree char *west = NULL;
  g_autofree char *east = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, make_two);
  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);

  west = find_code_at (fixture, CHANGE_DAY, 40, 27);
  east = find_code_at (fixture, CHANGE_DAY, 390, 27);
  g_assert_cmpstr (west, ==, "150203005001004");
  g_assert_cmpstr (east, ==, "150203005001005");
  plan_town_assert (fixture, "SELECT name FROM grid WHERE code = '150203005001004'",
                    "青松社区 grid 4");
  assert_check_clean (fixture->store);
}

static void
test_two_drafts (StoreFixture  *fixture,
                 gconstpointer  data)
{
  MapTown town;
  GAsyncResult *result = NULL;
  gint64 first, second;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GgovDraft) rebased = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  first = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  second = plan_town_begin_and_save (fixture, &town, plan_town_move_one);

  plan_town_approve (fixture, first, CHANGE_DAY, &error);
  g_assert_no_error (error);

  draft = plan_town_load (fixture, second);
  g_assert_true (ggov_plan_is_overtaken (ggov_draft_get_plan (draft)));
  plan_town_approve (fixture, second, "2026-09-01", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  /* The draft has column 3 and three of column 2 in the middle grid, which was given up. */
  g_assert_nonnull (strstr (error->message, "7 buildings with 140 households"));
  g_clear_error (&error);
  assert_check_clean (fixture->store);

  ggov_store_rebase_draft_async (fixture->store, second, NULL, keep_result, &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_no_error (error);

  /* The middle grid goes on from the fourth, that has most of its households. */
  rebased = plan_town_load (fixture, second);
  g_assert_false (ggov_plan_is_overtaken (ggov_draft_get_plan (rebased)));
  g_assert_cmpstr (ggov_draft_find_base (rebased,
                                         ggov_draft_find_grid (rebased, 2)->grid_id)->code, ==,
                   "150203005001004");

  plan_town_approve (fixture, second, CHANGE_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  plan_town_approve (fixture, second, "2026-09-01", &error);
  g_assert_no_error (error);
  plan_town_assert_state (fixture, first, "2026-08-31", "in_force");
  plan_town_assert_state (fixture, first, "2026-09-01", "retired");
  assert_check_clean (fixture->store);
}

/* An approval is taken back though a draft was begun from it; that one finds its place anew. */
static void
test_taken_back (StoreFixture  *fixture,
                 gconstpointer  data)
{
  MapTown town;
  GAsyncResult *result = NULL;
  gint64 first, second, change;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  first = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  change = plan_town_approve (fixture, first, CHANGE_DAY, &error);
  g_assert_no_error (error);
  second = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  plan_town_undo (fixture, change);
  assert_check_clean (fixture->store);

  plan_town_approve (fixture, second, "2026-09-01", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  /* Approved once more it is the plan that the second was begun from, with another new grid. */
  plan_town_approve (fixture, first, CHANGE_DAY, &error);
  g_assert_no_error (error);
  plan_town_approve (fixture, second, "2026-09-01", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  ggov_store_rebase_draft_async (fixture->store, second, NULL, keep_result, &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_no_error (error);
  plan_town_approve (fixture, second, "2026-09-01", &error);
  g_assert_no_error (error);
  plan_town_assert (fixture, "SELECT count (*) FROM grid WHERE valid_to IS NULL", "3");
  assert_check_clean (fixture->store);
}

/* While a plan is still to come, nothing is moved that it would move back. */
static void
test_coming (StoreFixture  *fixture,
             gconstpointer  data)
{
  MapTown town;
  GAsyncResult *result = NULL;
  gint64 change;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  change = plan_town_approve (fixture, plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN),
                              "2999-01-01", &error);
  g_assert_no_error (error);

  ggov_store_repaint_building_async (fixture->store, town.buildings[0][2], town.grids[0], NULL,
                                     keep_result, &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  plan_town_undo (fixture, change);
  ggov_store_repaint_building_async (fixture->store, town.buildings[0][2], town.grids[0], NULL,
                                     keep_result, &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_no_error (error);
  assert_check_clean (fixture->store);
}

static void
test_discard (StoreFixture  *fixture,
              gconstpointer  data)
{
  MapTown town;
  GAsyncResult *result = NULL;
  g_autofree char *rows = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id, change;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  rows = plan_town_ask (fixture, PLAN_TOWN_DRAFT_ROWS);

  ggov_store_discard_draft_async (fixture->store, plan_id, NULL, keep_result, &result);
  change = plan_town_finish (fixture, &result, &error);
  g_assert_no_error (error);
  plan_town_assert (fixture, "SELECT count (*) FROM plan", "1");
  plan_town_assert (fixture, PLAN_TOWN_DRAFT_ROWS, NULL);

  plan_town_undo (fixture, change);
  plan_town_assert (fixture, PLAN_TOWN_DRAFT_ROWS, rows);
  assert_check_clean (fixture->store);

  /* What is in force is nobody's to throw away. */
  ggov_store_discard_draft_async (fixture->store, town.plan, NULL, keep_result, &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  ggov_store_discard_draft_async (fixture->store, 999999, NULL, keep_result, &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static void
retire (StoreFixture *fixture,
        gint64        plan_id,
        GError      **error)
{
  GAsyncResult *result = NULL;

  ggov_store_retire_plan_async (fixture->store, plan_id, CHANGE_DAY, NULL, keep_result, &result);
  plan_town_finish (fixture, &result, error);
}

static void
assert_refused (GError     **error,
                const char  *words)
{
  g_assert_error (*error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr ((*error)->message, words));
  g_clear_error (error);
}

/* A plan is over only as another takes its place; a draft is thrown away. */
static void
test_retire (StoreFixture  *fixture,
             gconstpointer  data)
{
  MapTown town;
  gint64 first, second;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  retire (fixture, town.plan, &error);
  assert_refused (&error, "Nothing takes the place");

  first = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  second = plan_town_begin_and_save (fixture, &town, plan_town_move_one);
  retire (fixture, town.plan, &error);
  assert_refused (&error, "Several drafts");

  retire (fixture, second, &error);
  g_assert_no_error (error);
  plan_town_assert (fixture, "SELECT count (*) FROM plan", "2");

  retire (fixture, town.plan, &error);
  g_assert_no_error (error);
  plan_town_assert_state (fixture, town.plan, CHANGE_DAY, "retired");
  plan_town_assert_state (fixture, first, CHANGE_DAY, "in_force");
  retire (fixture, town.plan, &error);
  assert_refused (&error, "is over after");

  retire (fixture, 999999, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
  assert_check_clean (fixture->store);
}

static void
add (const char *path,
     void      (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/plans/compare", test_compare);
  add ("/store/plans/posts", test_posts);
  add ("/store/plans/appoint", test_appoint);
  add ("/store/plans/issues", test_issues);
  add ("/store/plans/life", test_life);
  add ("/store/plans/codes", test_codes);
  add ("/store/plans/code-order", test_code_order);
  add ("/store/plans/two-drafts", test_two_drafts);
  add ("/store/plans/taken-back", test_taken_back);
  add ("/store/plans/coming", test_coming);
  add ("/store/plans/discard", test_discard);
  add ("/store/plans/retire", test_retire);

  return g_test_run ();
}
