/* test-division.c: proposals for drafts and plans, and drafts begun from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-change.h"
#include "ggov-division.h"
#include "ggov-geo-wkb.h"
#include "ggov-write-places.h"
#include "plan-town.h"

/* The town has 24 houses of 20 households, in three grids of eight; a grid is to have 160. */
static GgovDistrictingTerms
get_terms (void)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;

  ggov_division_set_target (&terms, 160);
  g_assert_cmpuint (terms.least, ==, 120);
  g_assert_cmpuint (terms.most, ==, 200);

  return terms;
}

static GgovDraft *
load_latest (StoreFixture *fixture,
             gint64        community_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovDraft *draft;

  ggov_store_load_latest_plan_async (fixture->store, community_id, MAP_TOWN_DAY, NULL, keep_result,
                                     &result);
  draft = ggov_store_load_latest_plan_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return draft;
}

/* Takes what it is given over. */
static GgovDivision *
propose (GgovDraft                  *before,
         const GgovDistrictingTerms *terms)
{
  g_autoptr(GPtrArray) befores = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  GgovDivision *division;

  g_ptr_array_add (befores, before);
  division = ggov_division_propose (befores, terms, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return division;
}

static gint64
take (StoreFixture  *fixture,
      GgovDivision  *division,
      gint64        *change,
      GError       **error)
{
  const GgovDivisionPart *part = division->parts->pdata[0];
  g_autoptr(GPtrArray) befores = g_ptr_array_new ();
  g_autoptr(GPtrArray) afters = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = NULL;

  g_ptr_array_add (befores, part->before);
  g_ptr_array_add (afters, part->after);
  ggov_store_take_drafts_async (fixture->store, befores, afters, NULL, NULL, keep_result, &result);
  ids = ggov_store_take_drafts_finish (fixture->store, wait_for (&result), change, error);
  if (ids == NULL)
    return 0;

  g_assert_cmpuint (ids->len, ==, 1);

  return g_array_index (ids, gint64, 0);
}

/* Four grids of 120 instead of three of 160: one is new, the others go on with their codes. What is
 * taken is one change, and undone as one. */
static void
test_take (StoreFixture  *fixture,
           gconstpointer  data)
{
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GgovDivision) division = NULL;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id, change = 0;
  guint n_new = 0;
  MapTown town;

  map_town_write (fixture->store, &town);
  ggov_division_set_target (&terms, 120);
  division = propose (load_latest (fixture, town.community), &terms);
  g_assert_cmpuint (division->n_grids, ==, 4);
  g_assert_cmpfloat (division->within_10, ==, 1);

  plan_id = take (fixture, division, &change, &error);
  g_assert_no_error (error);
  draft = plan_town_load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_grids (draft), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (draft, i);
      GgovDraftSum sum;

      ggov_draft_sum (draft, grid->number, &sum);
      g_assert_cmpint (sum.households, ==, 120);
      g_assert_cmpint (grid->number, ==, i + 1);
      n_new += grid->grid_id == 0;
    }
  g_assert_cmpuint (n_new, ==, 1);
  g_assert_false (ggov_plan_is_overtaken (ggov_draft_get_plan (draft)));

  plan_town_undo (fixture, change);
  plan_town_assert (fixture, "SELECT count (*) FROM plan", "1");
  plan_town_assert (fixture, "SELECT count (*) FROM draft_grid", "0");
}

/* A draft is proposed for with its locked grid as it is, and what is taken goes into the draft. */
static void
test_draft (StoreFixture  *fixture,
            gconstpointer  data)
{
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GgovDivision) division = NULL;
  g_autoptr(GgovDraft) before = NULL;
  g_autoptr(GgovDraft) after = NULL;
  g_autoptr(GPtrArray) moves = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id;
  MapTown town;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  before = plan_town_load (fixture, plan_id);
  ggov_division_set_target (&terms, 80);
  division = propose (ggov_draft_edit_grid (before, 1, NULL, TRUE), &terms);

  /* 160 stay, 320 are four grids of 80: two of them go on from the grids there were. */
  g_assert_cmpuint (division->n_grids, ==, 5);
  g_assert_cmpfloat (division->max_deviation, ==, 0);
  moves = ggov_division_list_moves (division);
  g_assert_cmpuint (moves->len, ==, division->moved_households / 20);
  for (guint i = 0; i < moves->len; i++)
    g_assert_cmpint (((GgovDivisionMove *) moves->pdata[i])->households, ==, 20);

  /* It was locked only here, which is not what the draft has. */
  g_assert_cmpint (take (fixture, division, NULL, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  g_clear_pointer (&division, ggov_division_free);
  division = propose (g_object_ref (before), &terms);
  g_assert_cmpint (take (fixture, division, NULL, &error), ==, plan_id);
  g_assert_no_error (error);
  after = plan_town_load (fixture, plan_id);
  g_assert_cmpuint (ggov_draft_get_n_grids (after), ==, 6);
}

static GBytes *
new_rectangle (double west_m,
               double south_m,
               double width_m,
               double height_m)
{
  const double metres[] = { west_m, south_m, west_m + width_m, south_m, west_m + width_m,
                            south_m + height_m, west_m, south_m + height_m, west_m, south_m };
  const guint n = 5;
  double corners[10];

  for (guint i = 0; i < n; i++)
    map_town_place (metres[2 * i], metres[2 * i + 1], &corners[2 * i]);

  return ggov_geo_wkb_new_polygon (corners, &n, 1);
}

static gboolean
add_house (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  MapTown *town = data;
  g_autoptr(GBytes) footprint = new_rectangle (425, 5, 3, 3);
  const GgovBuildingRecord record = {
    .community_id = town->community, .kind = "residential", .footprint = footprint,
  };

  return ggov_change_add_building (change, &record, error) != 0;
}

/* A house that was built since the proposal was worked out has no grid in it. */
static void
test_underneath (StoreFixture  *fixture,
                 gconstpointer  data)
{
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GgovDivision) division = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  MapTown town;

  map_town_write (fixture->store, &town);
  division = propose (load_latest (fixture, town.community), &terms);
  ggov_store_change_async (fixture->store, "Build", "", add_house, &town, NULL, NULL, keep_result,
                           &result);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpint (take (fixture, division, NULL, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT);
}

static gboolean
add_community (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  g_autoptr(GBytes) border = new_rectangle (0, 300, 200, 100);
  const GgovCommunityRecord record = {
    .sub_district_id = 1, .code = "150203005009", .name = "新社区", .border = border,
  };

  return (*(gint64 *) data = ggov_change_add_community (change, &record, error)) != 0;
}

/* What cannot be met is said: which rule, and of which community, grid or building. */
static void
test_remarks (StoreFixture  *fixture,
              gconstpointer  data)
{
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) befores = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovDivision) division = NULL;
  g_autoptr(GgovDivision) small = NULL;
  g_autoptr(GgovDivision) many = NULL;
  g_autoptr(GPtrArray) remarks = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const GgovDivisionRemark *remark;
  gint64 empty = 0;
  MapTown town;

  map_town_write (fixture->store, &town);
  ggov_store_change_async (fixture->store, "Found", "", add_community, &empty, NULL, NULL,
                           keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error));
  g_assert_no_error (error);

  /* A community without buildings does not keep the other from being divided. */
  g_ptr_array_add (befores, load_latest (fixture, town.community));
  g_ptr_array_add (befores, load_latest (fixture, empty));
  g_assert_cmpint (ggov_plan_get_row (ggov_draft_get_plan (befores->pdata[1]))->id, ==, 0);
  division = ggov_division_propose (befores, &terms, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (division->n_grids, ==, 3);
  g_assert_cmpuint (division->moved_households, ==, 0);
  remarks = ggov_division_list_remarks (division);
  g_assert_cmpuint (remarks->len, ==, 1);
  remark = remarks->pdata[0];
  g_assert_cmpstr (remark->rule, ==, "no-buildings");
  g_assert_cmpstr (remark->community, ==, "新社区");

  /* Houses of 20 do not go into grids of 8 to 12: each is left one of its own. */
  ggov_division_set_target (&terms, 10);
  terms.least = 8;
  small = propose (load_latest (fixture, town.community), &terms);
  g_assert_cmpuint (small->n_grids, ==, 24);
  g_clear_pointer (&remarks, g_ptr_array_unref);
  remarks = ggov_division_list_remarks (small);
  g_assert_cmpuint (remarks->len, ==, 24);
  remark = remarks->pdata[0];
  g_assert_cmpstr (remark->rule, ==, "building");
  g_assert_cmpint (remark->building_id, !=, 0);
  g_assert_nonnull (strstr (remark->sentence, " 20"));

  /* Thirty grids of 24 houses. */
  terms = get_terms ();
  terms.n_grids = 30;
  many = propose (load_latest (fixture, town.community), &terms);
  g_clear_pointer (&remarks, g_ptr_array_unref);
  remarks = ggov_division_list_remarks (many);
  remark = remarks->pdata[0];
  g_assert_cmpstr (remark->rule, ==, "too-few-grids");
  g_assert_nonnull (strstr (remark->sentence, "30"));
  g_assert_nonnull (strstr (remark->sentence, "24"));
}

static void
test_choice (void)
{
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GArray) anew = ggov_division_list_terms (&terms, 2, TRUE);
  g_autoptr(GArray) first = ggov_division_list_terms (&terms, 2, FALSE);

  g_assert_cmpuint (anew->len, ==, 5);
  g_assert_cmpuint (g_array_index (anew, GgovDistrictingTerms, 1).seed, ==, 2);
  g_assert_cmpint (g_array_index (anew, GgovDistrictingTerms, 4).mode, ==,
                   GGOV_DISTRICTING_REBALANCE);
  g_assert_cmpuint (first->len, ==, 4);
}

/* Copies begin drafts, of a draft and of a plan; names are told apart. */
static void
test_copy (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GAsyncResult) third = NULL;
  g_autoptr(GgovDraft) original = NULL;
  g_autoptr(GgovDraft) copy = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id, copy_id;
  MapTown town;

  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin_and_save (fixture, &town, plan_town_share_out);
  ggov_store_copy_plan_async (fixture->store, plan_id, "方案", NULL, keep_result, &first);
  g_assert_true (ggov_store_create_draft_finish (fixture->store, wait_for (&first), NULL, &copy_id,
                                                 &error));
  g_assert_no_error (error);
  original = plan_town_load (fixture, plan_id);
  copy = plan_town_load (fixture, copy_id);
  g_assert_cmpstr (ggov_plan_get_row (ggov_draft_get_plan (copy))->name, ==, "方案");
  g_assert_cmpuint (ggov_draft_get_n_grids (copy), ==, ggov_draft_get_n_grids (original));
  for (guint i = 0; i < ggov_draft_get_n_buildings (copy); i++)
    {
      const GgovDraftGrid *is =
        ggov_draft_find_grid (copy, ggov_draft_get_numbers (copy)[i]);
      const GgovDraftGrid *was =
        ggov_draft_find_grid (original, ggov_draft_get_numbers (original)[i]);

      g_assert_cmpint (is->grid_id, ==, was->grid_id);
    }

  /* Once the draft is in force, the plan before it has a grid that was given up: its houses went to
   * two grids, of which one is taken for it already, and the other goes on in its place. */
  g_assert_cmpint (plan_town_approve (fixture, plan_id, PLAN_TOWN_CHANGE_DAY, &error), >, 0);
  g_assert_no_error (error);
  ggov_store_copy_plan_async (fixture->store, town.plan, "方案", NULL, keep_result, &second);
  g_assert_true (ggov_store_create_draft_finish (fixture->store, wait_for (&second), NULL,
                                                 &copy_id, &error));
  g_clear_object (&copy);
  copy = plan_town_load (fixture, copy_id);
  g_assert_cmpstr (ggov_plan_get_row (ggov_draft_get_plan (copy))->name, ==, "方案 (2)");
  g_assert_cmpuint (ggov_draft_get_n_grids (copy), ==, 3);
  g_assert_false (ggov_plan_is_overtaken (ggov_draft_get_plan (copy)));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (ggov_draft_get_grid (copy, i)->grid_id, !=, town.grids[1]);

  ggov_store_copy_plan_async (fixture->store, 999, NULL, NULL, keep_result, &third);
  g_assert_false (ggov_store_create_draft_finish (fixture->store, wait_for (&third), NULL, NULL,
                                                  &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static gboolean
name_plan (StoreFixture  *fixture,
           gint64         plan_id,
           const char    *name,
           const char    *note,
           GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_name_plan_async (fixture->store, plan_id, name, note, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->store, wait_for (&result), NULL, error);
}

/* Who began it, and who approved it: the plan that it ended was approved by nobody else for that. */
static void
test_name (StoreFixture  *fixture,
           gconstpointer  data)
{
  const char *said = "SELECT name || ' ' || note FROM plan WHERE id = 2";
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GgovDraft) old = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id;
  MapTown town;

  ggov_store_set_account (fixture->store, "first");
  map_town_write (fixture->store, &town);
  plan_id = plan_town_begin (fixture, &town, GGOV_DRAFT_FROM_PLAN);
  g_assert_true (name_plan (fixture, plan_id, " 新名 ", NULL, &error));
  g_assert_true (name_plan (fixture, plan_id, NULL, "备注", &error));
  g_assert_no_error (error);
  plan_town_assert (fixture, said, "新名 备注");
  g_assert_false (name_plan (fixture, plan_id, " ", NULL, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  ggov_store_set_account (fixture->store, "second");
  g_assert_cmpint (plan_town_approve (fixture, plan_id, PLAN_TOWN_CHANGE_DAY, &error), >, 0);
  ggov_store_set_account (fixture->store, "third");
  g_assert_true (name_plan (fixture, plan_id, "又名", NULL, &error));
  g_assert_no_error (error);

  draft = plan_town_load (fixture, plan_id);
  g_assert_cmpstr (ggov_plan_get_row (ggov_draft_get_plan (draft))->name, ==, "又名");
  g_assert_cmpstr (ggov_plan_get_row (ggov_draft_get_plan (draft))->account, ==, "second");
  old = plan_town_load (fixture, town.plan);
  g_assert_cmpstr (ggov_plan_get_row (ggov_draft_get_plan (old))->account, ==, "first");
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

  add ("/store/division/take", test_take);
  add ("/store/division/draft", test_draft);
  add ("/store/division/underneath", test_underneath);
  add ("/store/division/remarks", test_remarks);
  g_test_add_func ("/store/division/choice", test_choice);
  add ("/store/division/copy", test_copy);
  add ("/store/division/name", test_name);

  return g_test_run ();
}
