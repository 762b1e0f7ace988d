/* test-store-points-views.c: the honour list, the months, and who is active
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-store-award.h"
#include "ggov-store-points-views.h"
#include "points-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"
#define DAY   86400
#define NOON (POINTS_TODAY + 12 * 3600)

typedef struct
{
  StoreFixture base;
  PointsOffice office;
} Fixture;

static gboolean
give (GgovChange          *change,
      const PointsOffice  *office,
      int                  person,
      int                  rule,
      gint64               at,
      GError             **error)
{
  const GgovAwardRecord record = { .person_id = office->people[person], .rule_id = office->rules[rule],
                                   .at = at };

  return ggov_change_award (change, &record, error) != 0;
}

/* Today Lv helps (10) and reports (2), Shan helps (10) and Ren attends (5) and helps (10); in January
 * Lv attended (5). Shan has a haircut for 3. */
static gboolean
write_acts (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const PointsOffice *office = data;

  return give (change, office, LV, MEETING, NOON - 30 * DAY, error) &&
         give (change, office, LV, HELP, NOON, error) &&
         give (change, office, LV, REPORT, NOON, error) &&
         give (change, office, SHAN, HELP, NOON, error) &&
         give (change, office, REN, MEETING, NOON, error) &&
         give (change, office, REN, HELP, NOON, error) &&
         ggov_change_redeem (change, office->people[SHAN], office->rewards[HAIRCUT], NOON, "V1", error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, points_office_write, &fixture->office);
  write_change (fixture->base.store, write_acts, &fixture->office);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static void
assert_honours (Fixture                 *fixture,
                const GgovPointsHonours *honours,
                const char              *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  ggov_store_list_points_honours_async (fixture->base.store, honours, NULL, keep_result, &result);
  rows = ggov_store_list_points_honours_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsHonour) row = g_list_model_get_item (rows, i);
      const GgovPointsHonourRecord *record = ggov_points_honour_get_record (row);

      g_string_append_printf (text, "%d %s %d/%d %s; ", (int) record->place, record->person,
                              (int) record->points, (int) record->n_awards, record->grid);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_honours (Fixture       *fixture,
              gconstpointer  data)
{
  assert_honours (fixture, &(GgovPointsHonours) { "2026-02-01", TODAY, NULL, NULL, 0 },
                  "1 任晓明 15/2 第一网格; 2 吕建国 12/2 第一网格; 3 单秀英 10/1 ; ");
  assert_honours (fixture, &(GgovPointsHonours) { "2026-01-01", TODAY, NULL, NULL, 2 },
                  "1 吕建国 17/3 第一网格; 2 任晓明 15/2 第一网格; ");
  assert_honours (fixture, &(GgovPointsHonours) { "2026-02-01", TODAY, NULL, "building_leader", 0 },
                  "1 吕建国 12/2 第一网格; ");
  assert_honours (fixture, &(GgovPointsHonours) { "2026-02-01", TODAY, "150203005001001", NULL, 0 },
                  "1 任晓明 15/2 第一网格; 2 吕建国 12/2 第一网格; ");
  assert_honours (fixture, &(GgovPointsHonours) { "2026-02-14", "2026-02-28", NULL, NULL, 0 }, "");
}

static void
test_months (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { guint index; const char *month; int earned, redeemed, outstanding; } cases[] = {
    { 0, "2025-03", 0, 0, 0 }, { 10, "2026-01", 5, 0, 5 }, { 11, "2026-02", 37, 3, 39 },
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = NULL;

  ggov_store_list_points_months_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  rows = ggov_store_list_points_months_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 12);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GgovPointsMonth) row = g_list_model_get_item (rows, cases[i].index);
      const GgovPointsMonthRecord *record = ggov_points_month_get_record (row);

      g_assert_cmpstr (record->month, ==, cases[i].month);
      g_assert_cmpint (record->earned, ==, cases[i].earned);
      g_assert_cmpint (record->redeemed, ==, cases[i].redeemed);
      g_assert_cmpint (record->outstanding, ==, cases[i].outstanding);
    }
}

/* Lv is the grid's one leader of a building: active before 2026-02-01 by one act, and since by two.
 * Between 2026-02-05 and today are nine days, as before it: nothing was done there. */
static void
test_activity (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *since; int before, after, acts_before, acts_after; } cases[] = {
    { "2026-01-20", 1, 1, 1, 2 }, { "2026-02-05", 0, 1, 0, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GListModel) rows = NULL;
      g_autoptr(GgovPointsActivity) row = NULL;
      const GgovPointsActivityRecord *record;

      ggov_store_list_points_activity_async (fixture->base.store, cases[i].since, TODAY, NULL,
                                             keep_result, &result);
      rows = ggov_store_list_points_activity_finish (fixture->base.store, wait_for (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
      row = g_list_model_get_item (rows, 0);
      record = ggov_points_activity_get_record (row);
      g_assert_cmpstr (record->code, ==, "150203005001001");
      g_assert_cmpint (record->leaders, ==, 1);
      g_assert_cmpint (record->before, ==, cases[i].before);
      g_assert_cmpint (record->after, ==, cases[i].after);
      g_assert_cmpint (record->acts_before, ==, cases[i].acts_before);
      g_assert_cmpint (record->acts_after, ==, cases[i].acts_after);
    }
}

#define ADD(name, func) g_test_add ("/store/points-views/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("honours", test_honours);
  ADD ("months", test_months);
  ADD ("activity", test_activity);

  return g_test_run ();
}
