/* test-store-plans.c: a plan from its first draft to the day it is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "ggov-geo-wkb.h"
#include "ggov-local-time.h"
#include "ggov-store-file-issue.h"
#include "ggov-store-issues.h"
#include "ggov-store-places.h"
#include "ggov-store-plans.h"
#include "ggov-store-repaint.h"
#include "ggov-store-roster.h"
#include "ggov-write-places.h"
#include "map-town.h"

/* The town's plan is in force from 2026-01-01. */
#define CHANGE_DAY "2026-07-01"
#define LAST_DAY   "2026-06-30"

#define SQL_DRAFT_ROWS \
  "SELECT group_concat (line, ';') FROM (" \
  "SELECT 'g ' || number || ' ' || coalesce (grid_id, 0) || name || locked AS line " \
  "FROM draft_grid UNION ALL " \
  "SELECT 'a ' || number || ' ' || coalesce (left_number, 0) || ' ' || " \
  "coalesce (right_number, 0) || hex (line) FROM draft_arc UNION ALL " \
  "SELECT 'b ' || building_id || ' ' || coalesce (grid_number, 0) || footprint_digest " \
  "FROM draft_building ORDER BY 1)"
#define SQL_PLAN_ROWS \
  "SELECT group_concat (line, ';') FROM (" \
  "SELECT 'p ' || id || state || coalesce (valid_from, '') || coalesce (valid_to, '') AS line " \
  "FROM plan UNION ALL " \
  "SELECT 'g ' || id || code || name || valid_from || coalesce (valid_to, '') FROM grid UNION ALL " \
  "SELECT 'a ' || id || ' ' || plan_id || hex (line) FROM arc UNION ALL " \
  "SELECT 'b ' || plan_id || ' ' || building_id || ' ' || grid_id FROM plan_building UNION ALL " \
  "SELECT 's ' || grid_id || ' ' || successor_id FROM grid_successor ORDER BY 1)"

/* A second connection looks at the file as anybody could. */
static char *
ask_file (StoreFixture *fixture,
          const char   *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  char *answer = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return answer;
}

static void
assert_file (StoreFixture *fixture,
             const char   *sql,
             const char   *expected)
{
  g_autofree char *answer = ask_file (fixture, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static gint64
begin (StoreFixture   *fixture,
       MapTown        *town,
       GgovDraftStart  start)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id = 0;

  ggov_store_create_draft_async (fixture->store, town->community, start, NULL, NULL, keep_result,
                                 &result);
  ggov_store_create_draft_finish (fixture->store, wait_for (&result), NULL, &plan_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan_id, >, 0);

  return plan_id;
}

static GgovDraft *
load (StoreFixture *fixture,
      gint64        plan_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovDraft *draft;

  ggov_store_load_draft_async (fixture->store, plan_id, MAP_TOWN_DAY, NULL, keep_result, &result);
  draft = ggov_store_load_draft_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return draft;
}

static gint64
finish (StoreFixture  *fixture,
        GAsyncResult **result,
        GError       **error)
{
  gint64 change = -1;

  ggov_store_change_finish (fixture->store, wait_for (result), &change, error);
  g_clear_object (result);

  return change;
}

static gint64
save (StoreFixture  *fixture,
      GgovDraft     *before,
      GgovDraft     *after,
      GError       **error)
{
  GAsyncResult *result = NULL;

  ggov_store_save_draft_async (fixture->store, before, after, "Test", NULL, keep_result, &result);

  return finish (fixture, &result, error);
}

static gint64
approve (StoreFixture  *fixture,
         gint64         plan_id,
         const char    *day,
         GError       **error)
{
  GAsyncResult *result = NULL;

  ggov_store_approve_plan_async (fixture->store, plan_id, day, NULL, keep_result, &result);

  return finish (fixture, &result, error);
}

static gint64
undo (StoreFixture *fixture,
      gint64        change)
{
  GAsyncResult *result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 undone;

  ggov_store_undo_async (fixture->store, change, NULL, keep_result, &result);
  undone = finish (fixture, &result, &error);
  g_assert_no_error (error);

  return undone;
}

static gint64 *
dup_numbers (GgovDraft *draft)
{
  return g_memdup2 (ggov_draft_get_numbers (draft),
                    sizeof (gint64) * ggov_draft_get_n_buildings (draft));
}

static void
set_number (GgovDraft *draft,
            gint64    *numbers,
            gint64     building,
            gint64     number)
{
  guint i;

  g_assert_true (ggov_draft_find_building (draft, building, &i));
  numbers[i] = number;
}

/* The borders drawn anew around buildings of these numbers. */
static GgovDraft *
draw (GgovDraft    *draft,
      const gint64 *numbers)
{
  g_autoptr(GgovDraft) painted = ggov_draft_edit (draft, NULL, numbers);
  g_autoptr(GArray) buildings = ggov_draft_dup_geo_buildings (painted);
  g_autoptr(GgovGeoSubdivision) drawn = NULL;
  g_autoptr(GError) error = NULL;

  drawn = ggov_geo_border_trace (ggov_draft_get_border (draft),
                                 (const GgovGeoBuilding *) (gpointer) buildings->data,
                                 buildings->len, ggov_draft_get_streets (draft), &error);
  g_assert_no_error (error);

  return ggov_draft_edit (painted, drawn, NULL);
}

/* The middle grid is shared out: its left column to the first grid, its right column is new, and
 * the third grid stays. So grid 2 is given up, and number 4 is new. */
static GgovDraft *
share_out (GgovDraft *draft,
           MapTown   *town)
{
  g_autofree gint64 *numbers = dup_numbers (draft);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    {
      set_number (draft, numbers, town->buildings[row][2], 1);
      set_number (draft, numbers, town->buildings[row][3], 4);
    }

  return draw (draft, numbers);
}

/* Only the first building of the middle grid goes to the first grid. */
static GgovDraft *
move_one (GgovDraft *draft,
          MapTown   *town)
{
  g_autoptr(GArray) buildings = ggov_draft_dup_geo_buildings (draft);
  g_autoptr(GgovGeoSubdivision) drawn = NULL;
  g_autofree gint64 *numbers = dup_numbers (draft);
  g_autoptr(GError) error = NULL;

  drawn = ggov_geo_subdivision_move_building (
    ggov_draft_get_subdivision (draft), (const GgovGeoBuilding *) (gpointer) buildings->data,
    buildings->len, ggov_draft_get_streets (draft), town->buildings[0][2], 1, &error);
  g_assert_no_error (error);
  set_number (draft, numbers, town->buildings[0][2], 1);

  return ggov_draft_edit (draft, drawn, numbers);
}

static gint64
begin_and_save (StoreFixture *fixture,
                MapTown      *town,
                GgovDraft  *(*edit) (GgovDraft *, MapTown *))
{
  gint64 plan_id = begin (fixture, town, GGOV_DRAFT_FROM_PLAN);
  g_autoptr(GgovDraft) before = load (fixture, plan_id);
  g_autoptr(GgovDraft) after = edit (before, town);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (save (fixture, before, after, &error), >, 0);
  g_assert_no_error (error);

  return plan_id;
}

static void
assert_state (StoreFixture *fixture,
              gint64        plan_id,
              const char   *day,
              const char   *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) plans = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_plans_async (fixture->store, 0, day, NULL, keep_result, &result);
  plans = ggov_store_list_plans_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (plans, i);

      if (ggov_plan_get_row (plan)->id == plan_id)
        {
          g_assert_cmpstr (ggov_plan_get_row (plan)->state_code, ==, expected);
          return;
        }
    }

  g_assert_not_reached ();
}

/* Grids are numbered by their codes; nothing of the plan in force is written. */
static void
test_begin (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;
  g_autofree char *before = NULL;
  g_autoptr(GgovDraft) draft = NULL;
  gint64 plan_id;
  guint i;

  map_town_write (fixture->store, &town);
  before = ask_file (fixture, "SELECT count (*) || ' ' || sum (length (line)) FROM arc");
  plan_id = begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  assert_file (fixture, "SELECT count (*) || ' ' || sum (length (line)) FROM arc", before);
  draft = load (fixture, plan_id);

  g_assert_cmpuint (ggov_draft_get_n_grids (draft), ==, 3);
  g_assert_cmpuint (ggov_draft_get_n_buildings (draft), ==, 24);
  for (guint g = 0; g < 3; g++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (draft, g);

      g_assert_cmpint (grid->number, ==, g + 1);
      g_assert_cmpint (grid->grid_id, ==, town.grids[g]);
      g_assert_false (grid->is_locked);
    }

  g_assert_true (ggov_draft_find_building (draft, town.buildings[1][4], &i));
  g_assert_cmpint (ggov_draft_get_numbers (draft)[i], ==, 3);
  g_assert_cmpint (ggov_draft_get_building (draft, i)->households, ==, 20);
  g_assert_cmpint (ggov_draft_get_building (draft, i)->base_grid_id, ==, town.grids[2]);
  g_assert_cmpuint (ggov_geo_subdivision_get_n_arcs (ggov_draft_get_subdivision (draft)), >, 4);
  g_assert_nonnull (ggov_draft_get_streets (draft));

  /* The first grid alone has a member. */
  g_assert_cmpstr (ggov_draft_find_base (draft, town.grids[0])->member, ==, "林若溪");
  g_assert_null (ggov_draft_find_base (draft, town.grids[1])->member);
  assert_state (fixture, plan_id, MAP_TOWN_DAY, "draft");
  assert_check_clean (fixture->store);
}

static void
test_from_nothing (StoreFixture  *fixture,
                   gconstpointer  data)
{
  MapTown town;
  gint64 plan_id;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GgovDraft) drawn = NULL;
  g_autoptr(GgovDraft) matched = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GgovPlanFinding) finding = NULL;
  g_autofree gint64 *numbers = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  plan_id = begin (fixture, &town, GGOV_DRAFT_FROM_NOTHING);
  draft = load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_grids (draft), ==, 0);
  g_assert_null (ggov_draft_get_subdivision (draft));

  findings = ggov_draft_validate (draft, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 1);
  finding = g_list_model_get_item (findings, 0);
  g_assert_cmpint (ggov_plan_finding_get_record (finding)->kind, ==, GGOV_PLAN_NO_BORDERS);

  /* Two grids of three columns: 240 households each, 80 of which are the middle grid's. */
  numbers = dup_numbers (draft);
  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < MAP_TOWN_N_COLUMNS; column++)
      set_number (draft, numbers, town.buildings[row][column], column < 3 ? 1 : 2);
  drawn = draw (draft, numbers);

  /* Each goes on from the grid that it has all of. */
  matched = ggov_draft_match_codes (drawn);
  g_assert_cmpint (ggov_draft_find_grid (matched, 1)->grid_id, ==, town.grids[0]);
  g_assert_cmpstr (ggov_draft_find_grid (matched, 1)->name, ==, "第一网格");
  g_assert_cmpint (ggov_draft_find_grid (matched, 2)->grid_id, ==, town.grids[2]);

  save (fixture, draft, matched, &error);
  g_assert_no_error (error);
  assert_check_clean (fixture->store);
  approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  assert_file (fixture, "SELECT group_concat (code || coalesce (valid_to, ''), ' ') FROM grid",
               "150203005001001 150203005001002" LAST_DAY " 150203005001003");
  assert_check_clean (fixture->store);
}

static void
test_save (StoreFixture  *fixture,
           gconstpointer  data)
{
  MapTown town;
  gint64 plan_id, change, back;
  g_autoptr(GgovDraft) before = NULL;
  g_autoptr(GgovDraft) moved = NULL;
  g_autoptr(GgovDraft) shared = NULL;
  g_autoptr(GgovDraft) again = NULL;
  g_autofree char *rows_before = NULL;
  g_autofree char *rows_moved = NULL;
  g_autofree char *rows_shared = NULL;
  g_autoptr(GError) error = NULL;
  GgovDraftSum sum;

  map_town_write (fixture->store, &town);
  plan_id = begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  before = load (fixture, plan_id);
  rows_before = ask_file (fixture, SQL_DRAFT_ROWS);

  moved = move_one (before, &town);
  change = save (fixture, before, moved, &error);
  g_assert_no_error (error);
  rows_moved = ask_file (fixture, SQL_DRAFT_ROWS);
  g_assert_cmpstr (rows_moved, !=, rows_before);
  assert_check_clean (fixture->store);

  /* What was saved is the state to go on from. */
  shared = share_out (moved, &town);
  save (fixture, moved, shared, &error);
  g_assert_no_error (error);
  rows_shared = ask_file (fixture, SQL_DRAFT_ROWS);
  again = load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_grids (again), ==, 3);
  g_assert_null (ggov_draft_find_grid (again, 2));
  g_assert_cmpint (ggov_draft_find_grid (again, 4)->grid_id, ==, 0);
  ggov_draft_sum (again, 1, &sum);
  g_assert_cmpint (sum.households, ==, 240);
  g_assert_cmpint (sum.people, ==, 600);
  g_assert_cmpint (sum.buildings, ==, 12);
  /* The issue and the leader of the first building, and the grid's member. */
  g_assert_cmpint (sum.issues, ==, 1);
  g_assert_cmpint (sum.posts, ==, 2);
  assert_check_clean (fixture->store);

  /* Nothing to write leaves no trace. */
  g_assert_cmpint (save (fixture, again, again, NULL), ==, 0);

  /* The first state is not there any more. */
  save (fixture, before, moved, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  back = undo (fixture, change + 1);
  assert_file (fixture, SQL_DRAFT_ROWS, rows_moved);
  undo (fixture, change);
  assert_file (fixture, SQL_DRAFT_ROWS, rows_before);
  undo (fixture, back + 1);
  undo (fixture, back);
  assert_file (fixture, SQL_DRAFT_ROWS, rows_shared);
  assert_check_clean (fixture->store);

  /* Undone meanwhile, it is as it was read first. */
  save (fixture, moved, shared, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
}

static void
test_grid (StoreFixture  *fixture,
           gconstpointer  data)
{
  MapTown town;
  gint64 plan_id;
  GAsyncResult *result = NULL;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  plan_id = begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);

  ggov_store_set_draft_grid_async (fixture->store, plan_id, 2, "中网格", TRUE, NULL, keep_result,
                                   &result);
  finish (fixture, &result, &error);
  g_assert_no_error (error);
  draft = load (fixture, plan_id);
  g_assert_cmpstr (ggov_draft_find_grid (draft, 2)->name, ==, "中网格");
  g_assert_true (ggov_draft_find_grid (draft, 2)->is_locked);
  g_assert_false (ggov_draft_find_grid (draft, 1)->is_locked);

  ggov_store_set_draft_grid_async (fixture->store, plan_id, 9, NULL, TRUE, NULL, keep_result,
                                   &result);
  finish (fixture, &result, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

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
  plan_id = begin_and_save (fixture, &town, share_out);
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
  g_autofree gint64 *numbers = dup_numbers (draft);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < 2; column++)
      set_number (draft, numbers, town->buildings[row][column], 2);

  return draw (draft, numbers);
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
  plan_id = begin_and_save (fixture, &town, give_up_first);
  draft = load (fixture, plan_id);
  comparison = ggov_draft_compare (draft);

  g_assert_cmpuint (g_list_model_get_n_items (ggov_plan_comparison_get_posts (comparison)), ==, 1);
  post = g_list_model_get_item (ggov_plan_comparison_get_posts (comparison), 0);
  row = ggov_plan_post_get_row (post);
  g_assert_cmpint (row->person_id, ==, town.member);
  g_assert_cmpstr (row->role_code, ==, "full_time_member");
  g_assert_cmpstr (row->code, ==, "150203005001001");
  g_assert_cmpstr (row->successor_code, ==, "150203005001002");

  /* Nobody is moved: the post stays, and it is kept who went on from its grid. */
  approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  assert_file (fixture, "SELECT g.code || s.code || w.valid_from FROM grid_successor w "
               "JOIN grid g ON g.id = w.grid_id JOIN grid s ON s.id = w.successor_id",
               "150203005001001" "150203005001002" CHANGE_DAY);
  assert_file (fixture, "SELECT count (*) FROM post WHERE valid_to IS NULL AND grid_id IS NOT NULL",
               "1");
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
  plan_id = begin_and_save (fixture, &town, give_up_first);
  approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);

  assert_issue (fixture, town.grids[0], BEFORE_CHANGE, town.grids[0], town.grids[0]);
  assert_issue (fixture, town.grids[0], AFTER_CHANGE, town.grids[0], town.grids[1]);
  assert_issue (fixture, town.grids[1], AFTER_CHANGE, town.grids[0], town.grids[1]);
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
  plan_id = begin_and_save (fixture, &town, share_out);
  rows = ask_file (fixture, SQL_PLAN_ROWS);
  drawn = ask_file (fixture, SQL_DRAFT_ROWS);

  change = approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  assert_check_clean (fixture->store);
  approved = ask_file (fixture, SQL_PLAN_ROWS);
  assert_file (fixture, SQL_DRAFT_ROWS, NULL);

  assert_state (fixture, plan_id, LAST_DAY, "approved");
  assert_state (fixture, town.plan, LAST_DAY, "in_force");
  assert_state (fixture, plan_id, CHANGE_DAY, "in_force");
  assert_state (fixture, town.plan, CHANGE_DAY, "retired");

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

  back = undo (fixture, change);
  assert_file (fixture, SQL_PLAN_ROWS, rows);
  assert_file (fixture, SQL_DRAFT_ROWS, drawn);
  assert_state (fixture, plan_id, CHANGE_DAY, "draft");
  assert_check_clean (fixture->store);

  undo (fixture, back);
  assert_file (fixture, SQL_PLAN_ROWS, approved);
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
  plan_id = begin_and_save (fixture, &town, share_out);
  change = approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  undo (fixture, change);

  approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  assert_file (fixture, "SELECT max (code) FROM grid", "150203005001005");
  assert_check_clean (fixture->store);
}

/* Two new grids, the western one of which has the higher number in the draft. */
static GgovDraft *
make_two (GgovDraft *draft,
          MapTown   *town)
{
  g_autofree gint64 *numbers = dup_numbers (draft);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    {
      set_number (draft, numbers, town->buildings[row][0], 5);
      set_number (draft, numbers, town->buildings[row][5], 4);
    }

  return draw (draft, numbers);
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
  plan_id = begin_and_save (fixture, &town, make_two);
  approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);

  west = find_code_at (fixture, CHANGE_DAY, 40, 27);
  east = find_code_at (fixture, CHANGE_DAY, 390, 27);
  g_assert_cmpstr (west, ==, "150203005001004");
  g_assert_cmpstr (east, ==, "150203005001005");
  assert_file (fixture, "SELECT name FROM grid WHERE code = '150203005001004'",
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
  first = begin_and_save (fixture, &town, share_out);
  second = begin_and_save (fixture, &town, move_one);

  approve (fixture, first, CHANGE_DAY, &error);
  g_assert_no_error (error);

  draft = load (fixture, second);
  g_assert_true (ggov_plan_is_overtaken (ggov_draft_get_plan (draft)));
  approve (fixture, second, "2026-09-01", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  /* The draft has column 3 and three of column 2 in the middle grid, which was given up. */
  g_assert_nonnull (strstr (error->message, "7 buildings with 140 households"));
  g_clear_error (&error);
  assert_check_clean (fixture->store);

  ggov_store_rebase_draft_async (fixture->store, second, NULL, keep_result, &result);
  finish (fixture, &result, &error);
  g_assert_no_error (error);

  /* The middle grid goes on from the fourth, that has most of its households. */
  rebased = load (fixture, second);
  g_assert_false (ggov_plan_is_overtaken (ggov_draft_get_plan (rebased)));
  g_assert_cmpstr (ggov_draft_find_base (rebased,
                                         ggov_draft_find_grid (rebased, 2)->grid_id)->code, ==,
                   "150203005001004");

  approve (fixture, second, CHANGE_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  approve (fixture, second, "2026-09-01", &error);
  g_assert_no_error (error);
  assert_state (fixture, first, "2026-08-31", "in_force");
  assert_state (fixture, first, "2026-09-01", "retired");
  assert_check_clean (fixture->store);
}

static GBytes *
new_footprint (double west_m,
               double south_m)
{
  double coords[8];
  guint n = 4;

  map_town_place (west_m, south_m, coords);
  map_town_place (west_m + 8, south_m, coords + 2);
  map_town_place (west_m + 8, south_m + 4, coords + 4);
  map_town_place (west_m, south_m, coords + 6);

  return ggov_geo_wkb_new_polygon (coords, &n, 1);
}

static gboolean
add_building (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  MapTown *town = data;
  g_autoptr(GBytes) footprint = new_footprint (66, 66);
  const GgovBuildingRecord record = {
    .community_id = town->community, .kind = "other", .name = "门卫室", .footprint = footprint,
  };

  return ggov_change_add_building (change, &record, error) != 0;
}

/* One building leaves the community, and another one is surveyed anew. */
static gboolean
change_buildings (GgovChange  *change,
                  gpointer     data,
                  GError     **error)
{
  MapTown *town = data;
  double corner[2];
  g_autoptr(GBytes) footprint = NULL;
  GgovBuildingRecord record = { .kind = "residential", .number = "2号楼", .floors = 6 };

  map_town_place (92, 22, corner);
  record.footprint = footprint = new_footprint (92, 22);

  return ggov_change_set_building_community (change, town->buildings[3][5], 0, error) &&
         ggov_change_update_building (change, town->buildings[0][1], &record, error);
}

static guint
count_findings (GgovDraft           *draft,
                GgovPlanFindingKind  kind,
                gint64              *other_number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) findings = ggov_draft_validate (draft, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);
      const GgovPlanFindingRecord *record = ggov_plan_finding_get_record (finding);

      g_test_message ("%s: %s", ggov_plan_finding_kind_get_code (record->kind), record->message);
      if (record->kind == kind)
        {
          n++;
          if (other_number)
            *other_number = record->other_number;
        }
    }

  return n;
}

static void
test_underneath (StoreFixture  *fixture,
                 gconstpointer  data)
{
  MapTown town;
  gint64 plan_id, added;
  gint64 stands_in = 0;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GgovDraft) whole = NULL;
  g_autoptr(GgovDraft) again = NULL;
  g_autofree gint64 *numbers = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  plan_id = begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  write_change (fixture->store, add_building, &town);
  write_change (fixture->store, change_buildings, &town);

  draft = load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_buildings (draft), ==, 24);
  g_assert_cmpuint (ggov_draft_get_n_gone (draft), ==, 1);
  g_assert_true (ggov_draft_get_building (draft, 23)->is_added);
  g_assert_cmpint (ggov_draft_get_numbers (draft)[23], ==, 0);
  g_assert_true (ggov_draft_get_building (draft, 1)->is_reshaped);
  g_assert_false (ggov_draft_get_building (draft, 2)->is_reshaped);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_UNASSIGNED, &stands_in), ==, 1);
  g_assert_cmpint (stands_in, ==, 1);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_RESHAPED, NULL), ==, 1);

  approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "门卫室"));
  g_clear_error (&error);

  /* The building goes to the grid it stands in; with that the rest is put right as well. */
  added = ggov_draft_get_building (draft, 23)->id;
  numbers = dup_numbers (draft);
  set_number (draft, numbers, added, stands_in);
  whole = ggov_draft_edit (draft, NULL, numbers);
  save (fixture, draft, whole, &error);
  g_assert_no_error (error);

  again = load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_gone (again), ==, 0);
  g_assert_cmpuint (count_findings (again, GGOV_PLAN_RESHAPED, NULL), ==, 0);
  approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
}

/* What was imported is taken back though a draft has it. */
static void
test_gone (StoreFixture  *fixture,
           gconstpointer  data)
{
  MapTown town;
  gint64 added, plan_id;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GgovDraft) without = NULL;

  map_town_write (fixture->store, &town);
  added = write_change (fixture->store, add_building, &town);
  plan_id = begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  draft = load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_buildings (draft), ==, 25);

  undo (fixture, added);
  without = load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_buildings (without), ==, 24);
  g_assert_cmpuint (ggov_draft_get_n_gone (without), ==, 1);
  assert_check_clean (fixture->store);
}

/* An approval is taken back though a draft was begun from it; that one has to find its place anew. */
static void
test_taken_back (StoreFixture  *fixture,
                 gconstpointer  data)
{
  MapTown town;
  GAsyncResult *result = NULL;
  gint64 first, second, change;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  first = begin_and_save (fixture, &town, share_out);
  change = approve (fixture, first, CHANGE_DAY, &error);
  g_assert_no_error (error);
  second = begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  undo (fixture, change);
  assert_check_clean (fixture->store);

  approve (fixture, second, "2026-09-01", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  /* Approved once more it is the plan that the second was begun from, with another new grid. */
  approve (fixture, first, CHANGE_DAY, &error);
  g_assert_no_error (error);
  approve (fixture, second, "2026-09-01", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  ggov_store_rebase_draft_async (fixture->store, second, NULL, keep_result, &result);
  finish (fixture, &result, &error);
  g_assert_no_error (error);
  approve (fixture, second, "2026-09-01", &error);
  g_assert_no_error (error);
  assert_file (fixture, "SELECT count (*) FROM grid WHERE valid_to IS NULL", "3");
  assert_check_clean (fixture->store);
}

/* A building is assigned to a grid that it does not stand in, and all are small and new. */
static void
test_validate (StoreFixture  *fixture,
               gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GgovDraft) wrong = NULL;
  g_autoptr(GgovDraft) empty = NULL;
  g_autofree gint64 *numbers = NULL;
  gint64 stands_in = 0;

  map_town_write (fixture->store, &town);
  draft = load (fixture, begin (fixture, &town, GGOV_DRAFT_FROM_PLAN));
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_UNDER, NULL), ==, 3);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_VACANT, NULL), ==, 2);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_NOT_COVERED, NULL), ==, 0);

  numbers = dup_numbers (draft);
  set_number (draft, numbers, town.buildings[0][0], 3);
  wrong = ggov_draft_edit (draft, NULL, numbers);
  g_assert_cmpuint (count_findings (wrong, GGOV_PLAN_ELSEWHERE, &stands_in), ==, 1);
  g_assert_cmpint (stands_in, ==, 1);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < 2; column++)
      set_number (draft, numbers, town.buildings[row][column], 0);
  empty = ggov_draft_edit (draft, NULL, numbers);
  g_assert_cmpuint (count_findings (empty, GGOV_PLAN_EMPTY, NULL), ==, 1);
  g_assert_cmpuint (count_findings (empty, GGOV_PLAN_UNASSIGNED, &stands_in), ==, 8);
  g_assert_cmpint (stands_in, ==, 1);
}

/* A tower of 400 households goes up in the first grid, and the community grows to the east. */
static gboolean
grow (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  MapTown *town = data;
  double coords[10];
  guint n = 5;
  g_autoptr(GBytes) border = NULL;

  map_town_place (0, 0, coords);
  map_town_place (440, 0, coords + 2);
  map_town_place (440, 200, coords + 4);
  map_town_place (0, 200, coords + 6);
  map_town_place (0, 0, coords + 8);
  border = ggov_geo_wkb_new_polygon (coords, &n, 1);

  return ggov_change_add_unit (change, town->buildings[0][0], 3, 400, 900, error) != 0 &&
         ggov_change_set_border (change, town->community, "青松社区", border, error);
}

static void
test_grown (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id;

  map_town_write (fixture->store, &town);
  plan_id = begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  write_change (fixture->store, grow, &town);

  /* 160 and 400 households; ten metres by two hundred are in no grid. */
  draft = load (fixture, plan_id);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_OVER, NULL), ==, 1);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_NOT_COVERED, NULL), ==, 1);
  approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
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
  change = approve (fixture, begin (fixture, &town, GGOV_DRAFT_FROM_PLAN), "2999-01-01", &error);
  g_assert_no_error (error);

  ggov_store_repaint_building_async (fixture->store, town.buildings[0][2], town.grids[0], NULL,
                                     keep_result, &result);
  finish (fixture, &result, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  undo (fixture, change);
  ggov_store_repaint_building_async (fixture->store, town.buildings[0][2], town.grids[0], NULL,
                                     keep_result, &result);
  finish (fixture, &result, &error);
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
  plan_id = begin_and_save (fixture, &town, share_out);
  rows = ask_file (fixture, SQL_DRAFT_ROWS);

  ggov_store_discard_draft_async (fixture->store, plan_id, NULL, keep_result, &result);
  change = finish (fixture, &result, &error);
  g_assert_no_error (error);
  assert_file (fixture, "SELECT count (*) FROM plan", "1");
  assert_file (fixture, SQL_DRAFT_ROWS, NULL);

  undo (fixture, change);
  assert_file (fixture, SQL_DRAFT_ROWS, rows);
  assert_check_clean (fixture->store);

  /* What is in force is nobody's to throw away. */
  ggov_store_discard_draft_async (fixture->store, town.plan, NULL, keep_result, &result);
  finish (fixture, &result, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  ggov_store_discard_draft_async (fixture->store, 999999, NULL, keep_result, &result);
  finish (fixture, &result, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
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

  add ("/store/plans/begin", test_begin);
  add ("/store/plans/from-nothing", test_from_nothing);
  add ("/store/plans/save", test_save);
  add ("/store/plans/grid", test_grid);
  add ("/store/plans/compare", test_compare);
  add ("/store/plans/posts", test_posts);
  add ("/store/plans/issues", test_issues);
  add ("/store/plans/life", test_life);
  add ("/store/plans/codes", test_codes);
  add ("/store/plans/code-order", test_code_order);
  add ("/store/plans/two-drafts", test_two_drafts);
  add ("/store/plans/underneath", test_underneath);
  add ("/store/plans/gone", test_gone);
  add ("/store/plans/taken-back", test_taken_back);
  add ("/store/plans/validate", test_validate);
  add ("/store/plans/grown", test_grown);
  add ("/store/plans/coming", test_coming);
  add ("/store/plans/discard", test_discard);

  return g_test_run ();
}
