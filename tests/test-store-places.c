/* test-store-places.c: what the map reads, and a building that moves to another grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>

#include "ggov-geo-wkb.h"
#include "ggov-store-check.h"
#include "ggov-store-places.h"
#include "ggov-store-repaint.h"
#include "ggov-write-places.h"
#include "map-town.h"

#define SQL_ARCS \
  "SELECT group_concat (id || ' ' || coalesce (left_grid_id, 0) || ' ' || " \
  "coalesce (right_grid_id, 0) || ' ' || hex (line), ';') " \
  "FROM (SELECT * FROM arc ORDER BY id)"
#define SQL_ASSIGNMENTS \
  "SELECT group_concat (building_id || ' ' || grid_id) " \
  "FROM (SELECT * FROM plan_building ORDER BY id)"

/* A second connection looks at the file as anybody could. */
static char *
ask_file (const char *path,
          const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  char *answer = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return answer;
}

static GgovPlaces *
load (GgovStore  *store,
      const char *day,
      GgovPlaces *known)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPlaces *places;

  ggov_store_load_map_async (store, day, known, NULL, keep_result, &result);
  places = ggov_store_load_map_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return places;
}

static gint64
repaint (GgovStore  *store,
         gint64      building,
         gint64      grid,
         GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 change = -1;

  ggov_store_repaint_building_async (store, building, grid, NULL, keep_result, &result);
  ggov_store_change_finish (store, wait_for (&result), &change, error);

  return change;
}

static gint64
undo (GgovStore *store,
      gint64     change)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 undone;

  ggov_store_undo_async (store, change, NULL, keep_result, &result);
  ggov_store_change_finish (store, wait_for (&result), &undone, &error);
  g_assert_no_error (error);

  return undone;
}

static gint64
find_grid_at (GgovPlaces *places,
              double      east_m,
              double      north_m)
{
  double place[2];

  map_town_place (east_m, north_m, place);

  return ggov_places_find_grid_at (places, place[0], place[1]);
}

static void
test_load (StoreFixture  *fixture,
           gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovPlaces) places = NULL;
  GgovGrid *first;
  double place[2];
  guint i;

  map_town_write (fixture->store, &town);
  places = load (fixture->store, MAP_TOWN_DAY, NULL);

  g_assert_cmpuint (ggov_geo_footprints_get_n (ggov_places_get_footprints (places)), ==, 24);
  g_assert_cmpuint (ggov_places_get_n_communities (places), ==, 1);
  g_assert_cmpuint (ggov_places_get_n_streets (places), ==, 2);
  g_assert_cmpuint (ggov_places_get_n_grids (places), ==, 3);

  /* Two columns of four buildings, two units of ten households and 25 people in each. */
  first = ggov_places_get_grid (places, 0);
  g_assert_cmpint (ggov_grid_get_id (first), ==, town.grids[0]);
  g_assert_cmpstr (ggov_grid_get_number (first), ==, "001");
  g_assert_cmpint (ggov_grid_get_buildings (first), ==, 8);
  g_assert_cmpint (ggov_grid_get_households (first), ==, 160);
  g_assert_cmpint (ggov_grid_get_people (first), ==, 400);
  g_assert_cmpstr (ggov_grid_get_member (first), ==, "林若溪");
  g_assert_null (ggov_grid_get_member (ggov_places_get_grid (places, 1)));

  g_assert_cmpint (find_grid_at (places, 40, 27), ==, town.grids[0]);
  g_assert_cmpint (find_grid_at (places, 180, 27), ==, town.grids[1]);
  g_assert_cmpint (find_grid_at (places, 390, 27), ==, town.grids[2]);
  g_assert_cmpint (find_grid_at (places, 40, -27), ==, 0);

  map_town_place (180, 27, place);
  g_assert_true (ggov_geo_index_find_at (ggov_places_get_index (places), place[0], place[1], &i));
  g_assert_cmpint (ggov_geo_footprints_get_id (ggov_places_get_footprints (places), i), ==,
                   town.buildings[0][2]);
  g_assert_cmpint (ggov_places_get_grid_of (places, i), ==, town.grids[1]);
  g_assert_cmpstr (ggov_places_get_number (places, i), ==, "3号楼");
}

/* Before the plan and the posts were in force there are buildings, and nothing else. */
static void
test_day (StoreFixture  *fixture,
          gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovPlaces) early = NULL;
  g_autoptr(GgovPlaces) between = NULL;

  map_town_write (fixture->store, &town);

  early = load (fixture->store, "2025-12-31", NULL);
  g_assert_cmpuint (ggov_places_get_n_grids (early), ==, 0);
  g_assert_cmpint (ggov_places_get_grid_of (early, 0), ==, 0);
  g_assert_null (ggov_places_get_community (early, 0)->subdivision);
  g_assert_cmpint (find_grid_at (early, 40, 27), ==, 0);

  between = load (fixture->store, "2026-01-02", early);
  g_assert_cmpuint (ggov_places_get_n_grids (between), ==, 3);
  g_assert_null (ggov_grid_get_member (ggov_places_get_grid (between, 0)));
  g_assert_true (ggov_places_get_footprints (between) == ggov_places_get_footprints (early));
  g_assert_cmpstr (ggov_places_get_number (between, 0), ==, "1号楼");
}

static void
test_grid_details (StoreFixture  *fixture,
                   gconstpointer  data)
{
  MapTown town;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovGridDetails) details = NULL;
  const GgovPlacePerson *person;
  const GgovPlaceBuilding *building;

  map_town_write (fixture->store, &town);
  ggov_store_get_grid_details_async (fixture->store, town.grids[0], MAP_TOWN_DAY, NULL,
                                     keep_result, &result);
  details = ggov_store_get_grid_details_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (details->people->len, ==, 2);
  person = details->people->pdata[0];
  g_assert_cmpint (person->id, ==, town.member);
  g_assert_cmpstr (person->role_code, ==, "full_time_member");
  g_assert_cmpstr (person->phone, ==, "13900000001");
  g_assert_null (person->building);
  person = details->people->pdata[1];
  g_assert_cmpint (person->id, ==, town.leader);
  g_assert_cmpstr (person->building, ==, "青松小区, 1号楼");

  g_assert_cmpuint (details->issues->len, ==, 1);
  g_assert_cmpint (((GgovPlaceIssue *) details->issues->pdata[0])->due_at, ==, 1772600000);
  g_assert_cmpuint (details->buildings->len, ==, 8);
  building = details->buildings->pdata[0];
  g_assert_cmpint (building->id, ==, town.buildings[0][0]);
  g_assert_cmpstr (building->label, ==, "青松小区, 1号楼");
  g_assert_cmpint (building->households, ==, 20);
  g_assert_cmpuint (g_strv_length (details->party), ==, 1);
  g_assert_cmpstr (details->party[0], ==, "第一党支部");
}

static void
test_building_details (StoreFixture  *fixture,
                       gconstpointer  data)
{
  MapTown town;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) none = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovBuildingDetails) details = NULL;

  map_town_write (fixture->store, &town);
  ggov_store_get_building_details_async (fixture->store, town.buildings[0][0], MAP_TOWN_DAY, NULL,
                                         keep_result, &result);
  details = ggov_store_get_building_details_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpstr (details->community, ==, "青松社区");
  g_assert_cmpstr (details->number, ==, "1号楼");
  g_assert_cmpint (details->kind, ==, GGOV_BUILDING_RESIDENTIAL);
  g_assert_cmpint (details->floors, ==, 6);
  g_assert_cmpint (details->grid_id, ==, town.grids[0]);
  g_assert_cmpint (details->units, ==, 2);
  g_assert_cmpint (details->households, ==, 20);
  g_assert_cmpint (details->people_count, ==, 50);
  g_assert_cmpuint (details->people->len, ==, 1);
  g_assert_cmpuint (details->issues->len, ==, 1);

  ggov_store_get_building_details_async (fixture->store, 999999, MAP_TOWN_DAY, NULL, keep_result,
                                         &none);
  g_assert_null (ggov_store_get_building_details_finish (fixture->store, wait_for (&none), &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

static void
test_repaint (StoreFixture  *fixture,
              gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovPlaces) before = NULL;
  g_autoptr(GgovPlaces) after = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *subject = NULL;

  map_town_write (fixture->store, &town);
  before = load (fixture->store, MAP_TOWN_DAY, NULL);
  g_assert_cmpint (repaint (fixture->store, town.buildings[0][2], town.grids[0], &error), >, 0);
  g_assert_no_error (error);

  after = load (fixture->store, MAP_TOWN_DAY, before);
  g_assert_cmpint (find_grid_at (after, 180, 27), ==, town.grids[0]);
  g_assert_cmpint (find_grid_at (after, 180, 72), ==, town.grids[1]);
  g_assert_cmpint (find_grid_at (after, 250, 27), ==, town.grids[1]);
  g_assert_cmpint (ggov_grid_get_households (ggov_places_find_grid (after, town.grids[0])), ==, 180);
  g_assert_cmpint (ggov_grid_get_households (ggov_places_find_grid (after, town.grids[1])), ==, 140);
  g_assert_cmpint (find_grid_at (before, 180, 27), ==, town.grids[1]);

  subject = ask_file (fixture->path, "SELECT subject FROM change ORDER BY id DESC LIMIT 1");
  g_assert_cmpstr (subject, ==, "150203005001002 → 150203005001001");
  assert_check_clean (fixture->store);
}

static void
test_undo (StoreFixture  *fixture,
           gconstpointer  data)
{
  MapTown town;
  g_autofree char *arcs = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *assigned = NULL;
  g_autofree char *assigned_again = NULL;
  gint64 change, back;

  map_town_write (fixture->store, &town);
  arcs = ask_file (fixture->path, SQL_ARCS);
  assigned = ask_file (fixture->path, SQL_ASSIGNMENTS);

  change = repaint (fixture->store, town.buildings[3][1], town.grids[1], NULL);
  moved = ask_file (fixture->path, SQL_ARCS);
  g_assert_cmpstr (moved, !=, arcs);

  back = undo (fixture->store, change);
  undone = ask_file (fixture->path, SQL_ARCS);
  assigned_again = ask_file (fixture->path, SQL_ASSIGNMENTS);
  g_assert_cmpstr (undone, ==, arcs);
  g_assert_cmpstr (assigned_again, ==, assigned);
  assert_check_clean (fixture->store);

  undo (fixture->store, back);
  redone = ask_file (fixture->path, SQL_ARCS);
  g_assert_cmpstr (redone, ==, moved);
  assert_check_clean (fixture->store);
}

static void
assert_refused (GgovStore *store,
                gint64     building,
                gint64     grid)
{
  g_autoptr(GError) error = NULL;

  repaint (store, building, grid, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  MapTown town;
  g_autofree char *arcs = NULL;
  g_autofree char *still = NULL;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  arcs = ask_file (fixture->path, SQL_ARCS);

  /* In the far column of the third grid. */
  assert_refused (fixture->store, town.buildings[0][5], town.grids[1]);
  /* The first and the third grid have no border in common. */
  assert_refused (fixture->store, town.buildings[0][0], town.grids[2]);
  /* There is no such grid. */
  assert_refused (fixture->store, town.buildings[0][0], 999999);

  repaint (fixture->store, 999999, town.grids[0], &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);

  still = ask_file (fixture->path, SQL_ARCS);
  g_assert_cmpstr (still, ==, arcs);

  /* Moving a building to where it is changes nothing. */
  g_assert_cmpint (repaint (fixture->store, town.buildings[0][0], town.grids[0], NULL), ==, 0);
}

/* One grid is emptied building by building, until the last one has to stay. */
static void
test_last_building (StoreFixture  *fixture,
                    gconstpointer  data)
{
  MapTown town;
  g_autoptr(GError) error = NULL;

  map_town_write (fixture->store, &town);
  for (int column = 4; column < MAP_TOWN_N_COLUMNS; column++)
    for (int row = 0; row < MAP_TOWN_N_ROWS; row++)
      if (column == 4 || row < MAP_TOWN_N_ROWS - 1)
        {
          repaint (fixture->store, town.buildings[row][column], town.grids[1], &error);
          g_assert_no_error (error);
        }

  assert_check_clean (fixture->store);
  assert_refused (fixture->store, town.buildings[3][5], town.grids[1]);
}

static void
count_geometry (GgovStore *store,
                guint      expected)
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

      g_test_message ("%s %s: %s", ggov_finding_get_kind (finding),
                      ggov_finding_get_subject (finding), ggov_finding_get_message (finding));
      n += g_str_equal (ggov_finding_get_kind (finding), "geometry");
    }

  g_assert_cmpuint (n, ==, expected);
}

/* What a defect elsewhere could write. */
static gboolean
assign_elsewhere (GgovChange  *change,
                  gpointer     data,
                  GError     **error)
{
  MapTown *town = data;

  return ggov_change_assign_building (change, town->plan, town->buildings[0][0], town->grids[2],
                                      error);
}

static gboolean
add_unassigned (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  MapTown *town = data;
  double coords[8];
  guint n = 4;
  g_autoptr(GBytes) footprint = NULL;
  GgovBuildingRecord record = { .community_id = town->community, .kind = "other" };

  map_town_place (65, 60, coords);
  map_town_place (75, 60, coords + 2);
  map_town_place (75, 64, coords + 4);
  map_town_place (65, 60, coords + 6);
  record.footprint = footprint = ggov_geo_wkb_new_polygon (coords, &n, 1);

  return ggov_change_add_building (change, &record, error) != 0;
}

static void
test_check (StoreFixture  *fixture,
            gconstpointer  data)
{
  MapTown town;

  map_town_write (fixture->store, &town);
  assert_check_clean (fixture->store);

  write_change (fixture->store, assign_elsewhere, &town);
  count_geometry (fixture->store, 1);

  write_change (fixture->store, add_unassigned, &town);
  count_geometry (fixture->store, 2);
}

/* Takes away the border between the first two grids. */
static gboolean
spoil_border (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  MapTown *town = ((gpointer *) data)[0];
  GgovPlaces *places = ((gpointer *) data)[1];
  GgovGeoSubdivision *subdivision = ggov_places_get_community (places, 0)->subdivision;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      if ((arc->left_grid_id == town->grids[0] && arc->right_grid_id == town->grids[1]) ||
          (arc->left_grid_id == town->grids[1] && arc->right_grid_id == town->grids[0]))
        return ggov_change_remove_arc (change, arc->id, error);
    }

  g_assert_not_reached ();
}

static void
test_check_border (StoreFixture  *fixture,
                   gconstpointer  data)
{
  MapTown town;
  g_autoptr(GgovPlaces) places = NULL;

  map_town_write (fixture->store, &town);
  places = load (fixture->store, MAP_TOWN_DAY, NULL);
  write_change (fixture->store, spoil_border, (gpointer[]) { &town, places });

  /* The borders of both grids end in the open. */
  count_geometry (fixture->store, 2);
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

  add ("/store/places/load", test_load);
  add ("/store/places/day", test_day);
  add ("/store/places/grid-details", test_grid_details);
  add ("/store/places/building-details", test_building_details);
  add ("/store/places/repaint", test_repaint);
  add ("/store/places/undo", test_undo);
  add ("/store/places/refused", test_refused);
  add ("/store/places/last-building", test_last_building);
  add ("/store/places/check", test_check);
  add ("/store/places/check-border", test_check_border);

  return g_test_run ();
}
