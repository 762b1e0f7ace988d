/* test-store-near-issues.c: issues that may be the same as one about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-local-time.h"
#include "ggov-store-filing-types.h"
#include "ggov-store-near-issues.h"

/* Where all of it happens. At this latitude 0.0001 degrees of latitude are 11.10 m: a degree is
 * 111,132.95 - 559.84 cos 2φ + 1.175 cos 4φ metres, which is 111,046 at 40.6°. */
#define LON 1098000000
#define LAT 406000000
#define STEP 1000

/* Of these types, in the set this program was built with: 30 m and 30 days for a neighbours'
 * quarrel. */
#define TYPE "C0101"
#define OTHER_TYPE "C0102"
#define NOW "2026-03-31T10:00"

typedef struct
{
  StoreFixture base;
  BoardOffice  office;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  board_office_found (fixture->base.store, &fixture->office);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static GListModel *
list_types (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *types;

  ggov_store_list_filing_types_async (fixture->base.store, "2026-03-31", NULL, keep_result,
                                      &result);
  types = ggov_store_list_filing_types_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return types;
}

static gint64
find_type (Fixture    *fixture,
           const char *code)
{
  g_autoptr(GListModel) types = list_types (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(GgovFilingType) type = g_list_model_get_item (types, i);

      if (g_str_equal (ggov_filing_type_get_fields (type)->code, code))
        return ggov_filing_type_get_fields (type)->id;
    }

  g_error ("There is no case type %s", code);
}

/* @north: steps of 11.10 m from the place; -1 for an issue without a point */
static gint64
file_issue (Fixture    *fixture,
            const char *code,
            int         north,
            guint       grid,
            const char *when)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const GgovIssueFiling filing = {
    .case_type_id = find_type (fixture, code),
    .title = "Water",
    .grid_id = fixture->office.grid[grid],
    .lon_e7 = north < 0 ? 0 : LON,
    .lat_e7 = north < 0 ? 0 : LAT + north * STEP,
    .at = board_office_time (when),
  };
  gint64 id = 0;

  ggov_store_file_issue_async (fixture->base.store, &filing, NULL, keep_result, &result);
  ggov_store_file_issue_finish (fixture->base.store, wait_for (&result), NULL, &id, NULL, &error);
  g_assert_no_error (error);

  return id;
}

static GListModel *
find_near (Fixture  *fixture,
           gboolean  has_point)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const GgovNearQuestion question = {
    .case_type_id = find_type (fixture, TYPE),
    .grid_id = fixture->office.grid[0],
    .has_point = has_point,
    .lon = LON / 1e7,
    .lat = LAT / 1e7,
    .at = board_office_time (NOW),
    .limit = 10,
  };
  GListModel *found;

  ggov_store_find_near_issues_async (fixture->base.store, &question, NULL, keep_result, &result);
  found = ggov_store_find_near_issues_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return found;
}

static void
assert_found (GListModel *found,
              guint       i,
              gint64      id,
              int         distance_m,
              int         days)
{
  g_autoptr(GgovNearIssue) issue = g_list_model_get_item (found, i);
  const GgovNearIssueFields *fields = ggov_near_issue_get_fields (issue);

  g_assert_cmpint (fields->id, ==, id);
  g_assert_cmpint (fields->distance_m, ==, distance_m);
  g_assert_cmpint (fields->days, ==, days);
}

/* 2 steps are 22.2 m and within 30; 3 are 33.3 m. 2026-03-01 is 30 days before: at 10:01 it is just
 * within, at 9:59 too long ago. */
static void
test_radius_and_period (Fixture       *fixture,
                        gconstpointer  data)
{
  gint64 near = file_issue (fixture, TYPE, 2, 0, "2026-03-01T10:01");
  gint64 here = file_issue (fixture, TYPE, 0, 1, "2026-03-31T09:00");
  gint64 nearer = file_issue (fixture, TYPE, 1, 0, "2026-03-20T09:00");
  g_autoptr(GListModel) found = NULL;

  file_issue (fixture, TYPE, 3, 0, "2026-03-20T09:00");
  file_issue (fixture, TYPE, 0, 0, "2026-03-01T09:59");
  file_issue (fixture, OTHER_TYPE, 0, 0, "2026-03-31T09:00");
  found = find_near (fixture, TRUE);

  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 3);
  assert_found (found, 0, here, 0, 0);
  assert_found (found, 1, nearer, 11, 11);
  assert_found (found, 2, near, 22, 30);
}

/* Of which nobody knows where it is, or where it will be: those of the same grid, the newest
 * first. */
static void
test_same_grid (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 older = file_issue (fixture, TYPE, -1, 0, "2026-03-20T09:00");
  gint64 newer = file_issue (fixture, TYPE, 3, 0, "2026-03-30T09:00");
  g_autoptr(GListModel) found = NULL;
  g_autoptr(GListModel) by_point = NULL;

  file_issue (fixture, TYPE, -1, 1, "2026-03-20T09:00");
  found = find_near (fixture, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 2);
  assert_found (found, 0, newer, GGOV_NEAR_SAME_GRID, 1);
  assert_found (found, 1, older, GGOV_NEAR_SAME_GRID, 11);

  by_point = find_near (fixture, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (by_point), ==, 1);
  assert_found (by_point, 0, older, GGOV_NEAR_SAME_GRID, 11);
}

static void
test_void (Fixture       *fixture,
           gconstpointer  data)
{
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_ANNUL, .note = "Twice" };
  g_autoptr(GListModel) found = NULL;
  g_autoptr(GError) error = NULL;

  step.issue_id = file_issue (fixture, TYPE, 0, 0, "2026-03-30T09:00");
  step.at = board_office_time ("2026-03-30T10:00");
  g_assert_cmpint (board_office_move (fixture->base.store, &step, &error), !=, 0);
  g_assert_no_error (error);
  found = find_near (fixture, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 0);
}

/* The last used comes first; the others by code. */
static void
test_types (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GListModel) types = NULL;
  g_autoptr(GgovFilingType) first = NULL;
  g_autoptr(GgovFilingType) second = NULL;
  g_autoptr(GgovFilingType) third = NULL;

  file_issue (fixture, OTHER_TYPE, 0, 0, "2026-03-30T09:00");
  file_issue (fixture, "C0104", 0, 0, "2026-03-29T09:00");
  types = list_types (fixture);
  first = g_list_model_get_item (types, 0);
  second = g_list_model_get_item (types, 1);
  third = g_list_model_get_item (types, 2);
  g_assert_cmpstr (ggov_filing_type_get_fields (first)->code, ==, OTHER_TYPE);
  g_assert_cmpstr (ggov_filing_type_get_fields (second)->code, ==, "C0104");
  g_assert_cmpstr (ggov_filing_type_get_fields (third)->code, ==, TYPE);
}

/* 噪音扰民 is read zao yin rao min. */
static void
test_matches (void)
{
  const GgovFilingTypeFields fields = {
    .code = "C0101", .name = "Quarrel over noise", .name_zh = "噪音扰民", .class_name = "Disputes",
    .class_name_zh = "纠纷", .lane = "community", .limit_text = "3d", .filing = "", .filing_zh = "",
    .reading = "zaoyinraominjiufen zyrmjf",
  };
  g_autoptr(GgovFilingType) type = ggov_filing_type_new (&fields);
  static const char *const found[] = { "", "noise", "NOISE quarrel", "噪音", "zaoyin", "zyrm",
                                       "c0101", "纠纷 扰民", "disp" };
  static const char *const lost[] = { "water", "noise water", "zyrx", "C0102" };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    g_assert_true (ggov_filing_type_matches (type, found[i]));
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    g_assert_false (ggov_filing_type_matches (type, lost[i]));
}

/* Every type of the set can be found by how it is read. */
static void
test_readings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GListModel) types = list_types (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (types), >, 20);
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(GgovFilingType) type = g_list_model_get_item (types, i);
      const char *reading = ggov_filing_type_get_fields (type)->reading;

      g_assert_true (g_str_is_ascii (reading));
      g_assert_nonnull (strchr (reading, ' '));
    }
}

/* The board's office has no map: no point of it is on a grid. */
static void
test_outside (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const GgovIssueFiling filing = {
    .case_type_id = find_type (fixture, TYPE), .title = "Water", .lon_e7 = LON, .lat_e7 = LAT,
  };

  ggov_store_file_issue_async (fixture->base.store, &filing, NULL, keep_result, &result);
  g_assert_false (ggov_store_file_issue_finish (fixture->base.store, wait_for (&result), NULL, NULL,
                                                NULL, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "outside every grid"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/near-issues/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("radius-and-period", test_radius_and_period);
  ADD ("same-grid", test_same_grid);
  ADD ("void", test_void);
  ADD ("types", test_types);
  ADD ("readings", test_readings);
  ADD ("outside", test_outside);
  g_test_add_func ("/model/filing-type/matches", test_matches);

  return g_test_run ();
}
