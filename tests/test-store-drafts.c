/* test-store-drafts.c: a draft of a plan as it is begun, drawn, saved and looked over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-geo-wkb.h"
#include "ggov-plan-finding.h"
#include "ggov-store-check.h"
#include "ggov-write-places.h"
#include "plan-town.h"

#define CHANGE_DAY PLAN_TOWN_CHANGE_DAY
#define LAST_DAY   PLAN_TOWN_LAST_DAY

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
  before = plan_town_ask (fixture, "SELECT count (*) || ' ' || sum (length (line)) FROM arc");
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  plan_town_assert (fixture, "SELECT count (*) || ' ' || sum (length (line)) FROM arc", before);
  draft = plan_town_load (fixture, plan_id);

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
  plan_town_assert_state (fixture, plan_id, MAP_TOWN_DAY, "draft");
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
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_NOTHING);
  draft = plan_town_load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_grids (draft), ==, 0);
  g_assert_null (ggov_draft_get_subdivision (draft));

  findings = ggov_draft_validate (draft, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 1);
  finding = g_list_model_get_item (findings, 0);
  g_assert_cmpint (ggov_plan_finding_get_record (finding)->kind, ==, GGOV_PLAN_NO_BORDERS);

  /* Two grids of three columns: 240 households each, 80 of which are the middle grid's. */
  numbers = plan_town_dup_numbers (draft);
  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < MAP_TOWN_N_COLUMNS; column++)
      plan_town_set_number (draft, numbers, town.buildings[row][column], column < 3 ? 1 : 2);
  drawn = plan_town_draw (draft, numbers);

  /* Each goes on from the grid that it has all of. */
  matched = ggov_draft_match_codes (drawn);
  g_assert_cmpint (ggov_draft_find_grid (matched, 1)->grid_id, ==, town.grids[0]);
  g_assert_cmpstr (ggov_draft_find_grid (matched, 1)->name, ==, "第一网格");
  g_assert_cmpint (ggov_draft_find_grid (matched, 2)->grid_id, ==, town.grids[2]);

  plan_town_save (fixture, draft, matched, &error);
  g_assert_no_error (error);
  assert_check_clean (fixture->store);
  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_no_error (error);
  plan_town_assert (fixture, "SELECT group_concat (code || coalesce (valid_to, ''), ' ') FROM grid",
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
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  before = plan_town_load (fixture, plan_id);
  rows_before = plan_town_ask (fixture, PLAN_TOWN_DRAFT_ROWS);

  moved = plan_town_move_one (before, &town);
  change = plan_town_save (fixture, before, moved, &error);
  g_assert_no_error (error);
  rows_moved = plan_town_ask (fixture, PLAN_TOWN_DRAFT_ROWS);
  g_assert_cmpstr (rows_moved, !=, rows_before);
  assert_check_clean (fixture->store);

  /* What was saved is the state to go on from. */
  shared = plan_town_share_out (moved, &town);
  plan_town_save (fixture, moved, shared, &error);
  g_assert_no_error (error);
  rows_shared = plan_town_ask (fixture, PLAN_TOWN_DRAFT_ROWS);
  again = plan_town_load (fixture, plan_id);
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
  g_assert_cmpint (plan_town_save (fixture, again, again, NULL), ==, 0);

  /* The first state is not there any more. */
  plan_town_save (fixture, before, moved, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  back = plan_town_undo (fixture, change + 1);
  plan_town_assert (fixture, PLAN_TOWN_DRAFT_ROWS, rows_moved);
  plan_town_undo (fixture, change);
  plan_town_assert (fixture, PLAN_TOWN_DRAFT_ROWS, rows_before);
  plan_town_undo (fixture, back + 1);
  plan_town_undo (fixture, back);
  plan_town_assert (fixture, PLAN_TOWN_DRAFT_ROWS, rows_shared);
  assert_check_clean (fixture->store);

  /* Undone meanwhile, it is as it was read first. */
  plan_town_save (fixture, moved, shared, &error);
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
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);

  ggov_store_set_draft_grid_async (fixture->store, plan_id, 2, "中网格", TRUE, NULL, keep_result,
                                   &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_no_error (error);
  draft = plan_town_load (fixture, plan_id);
  g_assert_cmpstr (ggov_draft_find_grid (draft, 2)->name, ==, "中网格");
  g_assert_true (ggov_draft_find_grid (draft, 2)->is_locked);
  g_assert_false (ggov_draft_find_grid (draft, 1)->is_locked);

  ggov_store_set_draft_grid_async (fixture->store, plan_id, 9, NULL, TRUE, NULL, keep_result,
                                   &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

/* A building goes to a grid beside its own, where that can be. */
static GgovDraft *
move_any (GgovDraft *draft,
          GRand     *random)
{
  g_autoptr(GArray) buildings = ggov_draft_dup_geo_buildings (draft);
  guint i = g_rand_int_range (random, 0, buildings->len);
  const GgovGeoBuilding *building = &g_array_index (buildings, GgovGeoBuilding, i);
  GgovGeoSubdivision *before = ggov_draft_get_subdivision (draft);
  g_autoptr(GArray) beside = ggov_geo_subdivision_list_neighbours (before, building->grid_id);
  g_autofree gint64 *numbers = plan_town_dup_numbers (draft);
  g_autoptr(GgovGeoSubdivision) after = NULL;

  numbers[i] = g_array_index (beside, gint64, g_rand_int_range (random, 0, beside->len));
  after = ggov_geo_subdivision_move_building (
    before, (const GgovGeoBuilding *) (gpointer) buildings->data, buildings->len,
    ggov_draft_get_streets (draft), building->id, numbers[i], NULL);

  return after ? ggov_draft_edit (draft, after, numbers) : NULL;
}

/* Whatever is done, the draft stays whole, and undoing all of it gives back the same bytes. */
static void
test_random (StoreFixture  *fixture,
             gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GgovDraft) state = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *done = NULL;
  MapTown town;
  gint64 plan_id;

  g_test_message ("seed %u", seed);
  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  state = plan_town_load (fixture, plan_id);
  rows = plan_town_ask (fixture, PLAN_TOWN_DRAFT_ROWS);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(GgovDraft) after = i % 10 == 9
        ? ggov_draft_edit_grid (state, 1, i % 20 == 9 ? "甲" : "乙", i % 20 == 9)
        : move_any (state, random);
      g_autoptr(GError) error = NULL;
      gint64 change;

      if (after == NULL)
        continue;

      change = plan_town_save (fixture, state, after, &error);
      g_assert_no_error (error);
      g_array_append_val (changes, change);
      g_set_object (&state, after);
    }

  g_assert_cmpuint (changes->len, >, 10);
  assert_check_clean (fixture->store);
  done = plan_town_ask (fixture, PLAN_TOWN_DRAFT_ROWS);
  g_assert_cmpstr (done, !=, rows);

  for (guint i = changes->len; i > 0; i--)
    plan_town_undo (fixture, g_array_index (changes, gint64, i - 1));
  plan_town_assert (fixture, PLAN_TOWN_DRAFT_ROWS, rows);
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
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  write_change (fixture->store, add_building, &town);
  write_change (fixture->store, change_buildings, &town);

  draft = plan_town_load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_buildings (draft), ==, 24);
  g_assert_cmpuint (ggov_draft_get_n_gone (draft), ==, 1);
  g_assert_true (ggov_draft_get_building (draft, 23)->is_added);
  g_assert_cmpint (ggov_draft_get_numbers (draft)[23], ==, 0);
  g_assert_true (ggov_draft_get_building (draft, 1)->is_reshaped);
  g_assert_false (ggov_draft_get_building (draft, 2)->is_reshaped);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_UNASSIGNED, &stands_in), ==, 1);
  g_assert_cmpint (stands_in, ==, 1);
  /* The reshaped one, and the one that is gone. */
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_RESHAPED, NULL), ==, 2);

  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "门卫室"));
  g_clear_error (&error);

  /* The building goes to the grid it stands in; with that the rest is put right as well. */
  added = ggov_draft_get_building (draft, 23)->id;
  numbers = plan_town_dup_numbers (draft);
  plan_town_set_number (draft, numbers, added, stands_in);
  whole = ggov_draft_edit (draft, NULL, numbers);
  plan_town_save (fixture, draft, whole, &error);
  g_assert_no_error (error);

  again = plan_town_load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_gone (again), ==, 0);
  g_assert_cmpuint (count_findings (again, GGOV_PLAN_RESHAPED, NULL), ==, 0);
  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
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
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  draft = plan_town_load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_buildings (draft), ==, 25);

  plan_town_undo (fixture, added);
  without = plan_town_load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_buildings (without), ==, 24);
  g_assert_cmpuint (ggov_draft_get_n_gone (without), ==, 1);
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
  draft = plan_town_load (fixture, plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN));
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_UNDER, NULL), ==, 3);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_VACANT, NULL), ==, 2);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_NOT_COVERED, NULL), ==, 0);

  numbers = plan_town_dup_numbers (draft);
  plan_town_set_number (draft, numbers, town.buildings[0][0], 3);
  wrong = ggov_draft_edit (draft, NULL, numbers);
  g_assert_cmpuint (count_findings (wrong, GGOV_PLAN_ELSEWHERE, &stands_in), ==, 1);
  g_assert_cmpint (stands_in, ==, 1);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < 2; column++)
      plan_town_set_number (draft, numbers, town.buildings[row][column], 0);
  empty = ggov_draft_edit (draft, NULL, numbers);
  g_assert_cmpuint (count_findings (empty, GGOV_PLAN_EMPTY, NULL), ==, 1);
  g_assert_cmpuint (count_findings (empty, GGOV_PLAN_UNASSIGNED, &stands_in), ==, 8);
  g_assert_cmpint (stands_in, ==, 1);
}

/* The borders without those between the first two grids, as no tool would leave them. */
static GgovDraft *
tear (GgovDraft *draft)
{
  GgovGeoSubdivision *whole = ggov_draft_get_subdivision (draft);
  g_autoptr(GgovGeoSubdivision) torn = ggov_geo_subdivision_new ();

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (whole); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (whole, i);

      if (arc->left_grid_id + arc->right_grid_id != 1 + 2 || arc->left_grid_id == 0 ||
          arc->right_grid_id == 0)
        g_assert_true (ggov_geo_subdivision_add_arc (torn, arc->id, arc->left_grid_id,
                                                     arc->right_grid_id, arc->coords,
                                                     arc->n_points, NULL));
    }

  return ggov_draft_edit (draft, torn, NULL);
}

static guint
count_plan_findings (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ggov_store_check_async (store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      n += g_str_equal (ggov_finding_get_kind (finding), "plans");
    }

  return n;
}

static void
test_torn (StoreFixture  *fixture,
           gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GgovDraft) torn = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  draft = plan_town_load (fixture, plan_id);
  torn = tear (draft);
  g_assert_cmpuint (count_findings (torn, GGOV_PLAN_BROKEN, NULL), ==, 2);

  plan_town_save (fixture, draft, torn, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_plan_findings (fixture->store), ==, 1);
  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

/* What a defect elsewhere could write: another plan begins while one goes on. */
static gboolean
overlap_plans (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  MapTown *town = data;

  return ggov_change_add_plan (change, &(GgovPlanRecord) {
    .community_id = town->community, .name = "重叠", .state = "approved",
    .valid_from = CHANGE_DAY }, error) != 0;
}

static void
test_succession (StoreFixture  *fixture,
                 gconstpointer  data)
{
  MapTown town;

  map_town_write (fixture->store, &town);
  write_change (fixture->store, overlap_plans, &town);
  g_assert_cmpuint (count_plan_findings (fixture->store), ==, 1);
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
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  write_change (fixture->store, grow, &town);

  /* 160 and 400 households; ten metres by two hundred are in no grid. */
  draft = plan_town_load (fixture, plan_id);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_OVER, NULL), ==, 1);
  g_assert_cmpuint (count_findings (draft, GGOV_PLAN_NOT_COVERED, NULL), ==, 1);
  plan_town_approve (fixture, plan_id, CHANGE_DAY, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
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

  add ("/store/drafts/begin", test_begin);
  add ("/store/drafts/from-nothing", test_from_nothing);
  add ("/store/drafts/save", test_save);
  add ("/store/drafts/grid", test_grid);
  add ("/store/drafts/random", test_random);
  add ("/store/drafts/underneath", test_underneath);
  add ("/store/drafts/gone", test_gone);
  add ("/store/drafts/validate", test_validate);
  add ("/store/drafts/torn", test_torn);
  add ("/store/drafts/succession", test_succession);
  add ("/store/drafts/grown", test_grown);

  return g_test_run ();
}
