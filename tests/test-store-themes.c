/* test-store-themes.c: what grids and buildings are coloured by, against other counts of the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "ggov-demo.h"
#include "ggov-local-time.h"
#include "ggov-store-figures.h"
#include "ggov-store-issue-spots.h"
#include "ggov-store-themes.h"
#include "ggov-store-vacancies.h"
#include "ggov-vacancy.h"
#include "ggov-write-founding.h"
#include "ggov-write-issues.h"
#include "map-town.h"

#define AS_OF "2026-03-16"

static void
make_office (GgovStore *store)
{
  const GgovDemoOptions options = { 1, 1, AS_OF, 3 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_demo_make_async (store, &options, NULL, NULL, NULL, keep_result, &result);
  ggov_demo_make_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
}

static GgovThemeValues *
read_theme (GgovStore  *store,
            const char *id,
            const char *day,
            gint64      now)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovThemeValues *values;

  ggov_store_read_theme_async (store, ggov_theme_find (id), day, now, NULL, keep_result, &result);
  values = ggov_store_read_theme_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return values;
}

static gint64
sum_of (GgovStore  *store,
        const char *id,
        gint64      now)
{
  g_autoptr(GgovThemeValues) values = read_theme (store, id, AS_OF, now);
  gint64 sum = 0;

  for (guint i = 0; i < values->n; i++)
    if (values->values[i] != GGOV_CLASSES_NO_VALUE)
      sum += values->values[i];

  return sum;
}

/* Asserts that a query of our own, of numbers and values, says the same of each that has a value
 * above 0, and that nothing else has one. */
static void
assert_same (StoreFixture *fixture,
             const char   *id,
             gint64        now,
             const char   *sql)
{
  g_autoptr(GgovThemeValues) values = read_theme (fixture->store, id, AS_OF, now);
  guint n_rows = 0, n_values = 0;
  sqlite3_stmt *stmt;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_assert_cmpint (ggov_theme_values_find (values, sqlite3_column_int64 (stmt, 0)), ==,
                       sqlite3_column_int64 (stmt, 1));
      n_rows++;
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  for (guint i = 0; i < values->n; i++)
    n_values += values->values[i] > 0;
  g_assert_cmpuint (n_rows, >, 0);
  g_assert_cmpuint (n_values, ==, n_rows);
}

static void
test_catalogue (void)
{
  g_assert_cmpuint (ggov_theme_get_n (), ==, 11);
  for (guint i = 0; i < ggov_theme_get_n (); i++)
    {
      const GgovTheme *theme = ggov_theme_get (i);
      const char * const plans[] = { "change", "plan", NULL };
      const char * const others[] = { "reward", NULL };
      g_autofree char *word = theme->dup_value (3);
      GgovClassesTerms terms;

      g_assert_true (ggov_theme_find (theme->id) == theme);
      g_assert_cmpint (*ggov_theme_get_title (theme), !=, '\0');
      g_assert_cmpint (*word, !=, '\0');
      g_assert_true (ggov_theme_reads (theme, plans));
      g_assert_false (ggov_theme_reads (theme, others));
      ggov_theme_init_terms (theme, &terms);
      g_assert_cmpuint (terms.n, ==, theme->n_classes);
      g_assert_cmpuint (terms.n, <=, GGOV_CLASSES_MAX);
      g_assert_cmpint (terms.target, ==, 400);
    }
  g_assert_null (ggov_theme_find ("none"));
}

/* The demo has 254 residential buildings, with a leader each, and 39 grids. */
static void
test_demo (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree GgovFigures *figures = NULL;
  g_autoptr(GgovThemeValues) leaders = NULL;
  gint64 now = ggov_local_time_from_day (20528, 9 * 60), n_led = 0, n_silent = 0;
  g_autofree char *day = ggov_local_day_format (20528);

  g_assert_cmpstr (day, ==, AS_OF);
  make_office (fixture->store);
  ggov_store_get_figures_async (fixture->store, AS_OF, NULL, keep_result, &result);
  figures = ggov_store_get_figures_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpint (sum_of (fixture->store, "households", now), ==, figures->households);
  g_assert_cmpint (sum_of (fixture->store, "deviation", now), ==, figures->households - 39 * 400);
  g_assert_cmpint (sum_of (fixture->store, "open-issues", now), ==, figures->issues_open);
  g_assert_cmpint (figures->issues_open, >, 0);

  leaders = read_theme (fixture->store, "building-leaders", AS_OF, now);
  for (guint i = 0; i < leaders->n; i++)
    {
      n_led += leaders->values[i] == 1;
      n_silent += leaders->values[i] == GGOV_CLASSES_NO_VALUE;
    }
  g_assert_cmpint (n_led, ==, figures->building_leaders);
  g_assert_cmpint (n_led, ==, 254);
  g_assert_cmpint (leaders->n, ==, figures->buildings);
  g_assert_cmpint (n_silent, ==, figures->buildings - figures->residential_buildings);
}

/* Each grid and building by itself, against queries that go another way. */
static void
test_each (StoreFixture  *fixture,
           gconstpointer  data)
{
  gint64 now = ggov_local_time_from_day (20528, 9 * 60);
  g_autofree char *open = NULL, *late = NULL, *at_buildings = NULL;

  make_office (fixture->store);
  assert_same (fixture, "households", now,
               "SELECT pb.grid_id, sum (u.households) FROM plan_building pb "
               "JOIN unit u ON u.building_id = pb.building_id GROUP BY pb.grid_id");

  open = g_strdup_printf ("SELECT grid_id, count (*) FROM issue WHERE stage NOT IN "
                          "('closed', 'evaluated', 'void') GROUP BY grid_id");
  assert_same (fixture, "open-issues", now, open);
  late = g_strdup_printf ("SELECT grid_id, count (*) FROM issue WHERE stage NOT IN "
                          "('closed', 'evaluated', 'void') AND suspended = 0 AND due_at < %"
                          G_GINT64_FORMAT " GROUP BY grid_id", now);
  assert_same (fixture, "overdue-issues", now, late);
  at_buildings = g_strdup_printf ("SELECT building_id, count (*) FROM issue WHERE stage NOT IN "
                                  "('closed', 'evaluated', 'void') AND building_id IS NOT NULL "
                                  "GROUP BY building_id");
  assert_same (fixture, "building-issues", now, at_buildings);

#define HOME "SELECT unit_id, person_id, household_id FROM residence r " \
             "JOIN household h ON h.id = r.household_id JOIN dwelling d ON d.id = h.dwelling_id " \
             "WHERE r.living AND r.moved_out IS NULL"
  assert_same (fixture, "building-special-groups", now,
               "SELECT building_id, count (DISTINCT person_id) FROM resident_group k JOIN (" HOME ") "
               "USING (person_id) JOIN unit u ON u.id = unit_id WHERE valid_to IS NULL GROUP BY 1");
  assert_same (fixture, "special-groups", now,
               "SELECT grid_id, count (DISTINCT person_id) FROM resident_group k JOIN (" HOME ") "
               "USING (person_id) JOIN unit u ON u.id = unit_id JOIN plan_building USING (building_id) "
               "WHERE valid_to IS NULL GROUP BY 1");
  /* 180 days before 2026-03-16. */
  assert_same (fixture, "last-visit", now,
               "SELECT grid_id, count (DISTINCT household_id) FROM (" HOME ") w "
               "JOIN unit u ON u.id = unit_id JOIN plan_building USING (building_id) "
               "WHERE NOT EXISTS (SELECT 1 FROM visit v WHERE v.household_id = w.household_id "
               "AND outcome = 'met' AND day BETWEEN '2025-09-18' AND '2026-03-16') GROUP BY 1");
}

/* The town has a full-time member on the first grid and a leader of the first building. */
static guint
get_n (GHashTable *counts,
       gpointer    key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
}

static void
test_vacancies (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) list = NULL;
  g_autoptr(GgovThemeValues) grids = NULL, buildings = NULL, leaders = NULL;
  g_autoptr(GHashTable) of_grids = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr(GHashTable) of_buildings = g_hash_table_new (g_direct_hash, g_direct_equal);
  MapTown town;

  map_town_write (fixture->store, &town);
  ggov_store_list_vacancies_async (fixture->store, MAP_TOWN_DAY, NULL, keep_result, &result);
  list = ggov_store_list_vacancies_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GgovVacancy) vacancy = g_list_model_get_item (list, i);
      const GgovVacancyRecord *record = ggov_vacancy_get_record (vacancy);
      gpointer grid = GINT_TO_POINTER ((int) record->grid_id);
      gpointer building = GINT_TO_POINTER ((int) record->building_id);

      g_hash_table_insert (of_grids, grid, GUINT_TO_POINTER (get_n (of_grids, grid) + 1));
      g_hash_table_insert (of_buildings, building,
                           GUINT_TO_POINTER (get_n (of_buildings, building) + 1));
    }

  grids = read_theme (fixture->store, "vacancies", MAP_TOWN_DAY, 0);
  g_assert_cmpuint (grids->n, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (ggov_theme_values_find (grids, town.grids[i]), ==,
                     GPOINTER_TO_INT (g_hash_table_lookup (of_grids,
                                                           GINT_TO_POINTER ((int) town.grids[i]))));

  buildings = read_theme (fixture->store, "building-vacancies", MAP_TOWN_DAY, 0);
  leaders = read_theme (fixture->store, "building-leaders", MAP_TOWN_DAY, 0);
  g_assert_cmpuint (buildings->n, ==, 24);
  for (guint i = 0; i < 24; i++)
    {
      gint64 id = town.buildings[i / 6][i % 6];
      gboolean is_school = i == 5;

      g_assert_cmpint (ggov_theme_values_find (buildings, id), ==,
                       is_school ? GGOV_CLASSES_NO_VALUE
                       : GPOINTER_TO_INT (g_hash_table_lookup (of_buildings,
                                                               GINT_TO_POINTER ((int) id))));
      g_assert_cmpint (ggov_theme_values_find (leaders, id), ==,
                       is_school ? GGOV_CLASSES_NO_VALUE : i == 0);
    }
}

static GgovIssueSpots *
list_spots (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovIssueSpots *spots;

  ggov_store_list_issue_spots_async (store, MAP_TOWN_DAY, NULL, keep_result, &result);
  spots = ggov_store_list_issue_spots_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return spots;
}

/* One that says where it is, one of which only the grid is known, and two that are not there. */
static gboolean
write_issues (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const MapTown *town = data;
  gint64 type = ggov_change_find_case_type (change, "C0101", MAP_TOWN_DAY, error);
  const GgovIssueRecord issues[] = {
    { .number = "2026-0002", .lon_e7 = 1234567890, .lat_e7 = 401234567, .grid_id = town->grids[0] },
    { .number = "2026-0003", .grid_id = town->grids[0] },
    { .number = "2026-0004" },
    { .number = "2026-0005", .grid_id = town->grids[0], .stage = "closed", .closed_at = 1772000100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (issues); i++)
    {
      GgovIssueRecord issue = issues[i];

      issue.case_type_id = type;
      issue.title = "楼道堆物";
      issue.source = "patrol";
      issue.stage = issue.stage ? issue.stage : "file";
      issue.filed_at = 1772000000;
      if (ggov_change_add_issue (change, &issue, error) == 0)
        return FALSE;
    }

  return TRUE;
}

/* The issue of the town is at its first building, which is 40 by 14 m from (20, 20) on; that grid
 * is the western third. */
static void
test_spots (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovIssueSpots) spots = NULL;
  const GgovIssueSpot *spot;
  double corner[2], east[2];
  MapTown town;

  map_town_write (fixture->store, &town);
  write_change (fixture->store, write_issues, &town);
  spots = list_spots (fixture->store);
  g_assert_cmpuint (ggov_issue_spots_get_n (spots), ==, 3);

  spot = ggov_issue_spots_get (spots, 0);
  map_town_place (40, 27, corner);
  g_assert_cmpint (spot->id, ==, town.issue);
  g_assert_cmpstr (spot->number, ==, "2026-0001");
  g_assert_cmpstr (spot->title, ==, "楼道堆物");
  g_assert_cmpint (spot->due_at, ==, 1772600000);
  g_assert_cmpint (spot->state.stage, ==, GGOV_ISSUE_DISPATCHED);
  g_assert_cmpfloat_with_epsilon (spot->lon, corner[0], 1e-9);
  g_assert_cmpfloat_with_epsilon (spot->lat, corner[1], 1e-9);

  spot = ggov_issue_spots_get (spots, 1);
  g_assert_cmpfloat_with_epsilon (spot->lon, 123.456789, 1e-9);
  g_assert_cmpfloat_with_epsilon (spot->lat, 40.1234567, 1e-9);

  spot = ggov_issue_spots_get (spots, 2);
  map_town_place (0, 0, corner);
  map_town_place (160, 200, east);
  g_assert_cmpstr (spot->number, ==, "2026-0003");
  g_assert_cmpfloat (spot->lon, >, corner[0]);
  g_assert_cmpfloat (spot->lon, <, east[0]);
  g_assert_cmpfloat (spot->lat, >, corner[1]);
  g_assert_cmpfloat (spot->lat, <, east[1]);
}

/* Before the office began there was no grid. */
static void
test_day (StoreFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr(GgovThemeValues) values = NULL;
  MapTown town;

  map_town_write (fixture->store, &town);
  values = read_theme (fixture->store, "households", "2025-12-31", 0);
  g_assert_cmpuint (values->n, ==, 0);
  g_assert_cmpint (ggov_theme_values_find (values, town.grids[0]), ==, GGOV_CLASSES_NO_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/themes/catalogue", test_catalogue);
  g_test_add ("/store/themes/demo", StoreFixture, NULL, store_fixture_set_up, test_demo,
              store_fixture_tear_down);
  g_test_add ("/store/themes/each", StoreFixture, NULL, store_fixture_set_up, test_each,
              store_fixture_tear_down);
  g_test_add ("/store/themes/vacancies", StoreFixture, NULL, store_fixture_set_up, test_vacancies,
              store_fixture_tear_down);
  g_test_add ("/store/themes/spots", StoreFixture, NULL, store_fixture_set_up, test_spots,
              store_fixture_tear_down);
  g_test_add ("/store/themes/day", StoreFixture, NULL, store_fixture_set_up, test_day,
              store_fixture_tear_down);

  return g_test_run ();
}
