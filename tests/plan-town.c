/* plan-town.c: plans of the small town, for the tests of plans and drafts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>

#include "ggov-store-register.h"
#include "ggov-store-special-groups.h"
#include "plan-town.h"

char *
plan_town_ask (StoreFixture *fixture,
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

void
plan_town_assert (StoreFixture *fixture,
                  const char   *sql,
                  const char   *expected)
{
  g_autofree char *answer = plan_town_ask (fixture, sql);

  g_assert_cmpstr (answer, ==, expected);
}

gint64
plan_town_begin (StoreFixture   *fixture,
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

GgovDraft *
plan_town_load (StoreFixture *fixture,
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

gint64
plan_town_finish (StoreFixture  *fixture,
                  GAsyncResult **result,
                  GError       **error)
{
  gint64 change = -1;

  ggov_store_change_finish (fixture->store, wait_for (result), &change, error);
  g_clear_object (result);

  return change;
}

gint64
plan_town_save (StoreFixture  *fixture,
                GgovDraft     *before,
                GgovDraft     *after,
                GError       **error)
{
  GAsyncResult *result = NULL;

  ggov_store_save_draft_async (fixture->store, before, after, "Test", NULL, keep_result, &result);

  return plan_town_finish (fixture, &result, error);
}

gint64
plan_town_approve (StoreFixture  *fixture,
                   gint64         plan_id,
                   const char    *day,
                   GError       **error)
{
  GAsyncResult *result = NULL;

  ggov_store_approve_plan_async (fixture->store, plan_id, day, NULL, keep_result, &result);

  return plan_town_finish (fixture, &result, error);
}

gint64
plan_town_undo (StoreFixture *fixture,
                gint64        change)
{
  GAsyncResult *result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 undone;

  ggov_store_undo_async (fixture->store, change, NULL, keep_result, &result);
  undone = plan_town_finish (fixture, &result, &error);
  g_assert_no_error (error);

  return undone;
}

gint64 *
plan_town_dup_numbers (GgovDraft *draft)
{
  return g_memdup2 (ggov_draft_get_numbers (draft),
                    sizeof (gint64) * ggov_draft_get_n_buildings (draft));
}

void
plan_town_set_number (GgovDraft *draft,
                      gint64    *numbers,
                      gint64     building,
                      gint64     number)
{
  guint i;

  g_assert_true (ggov_draft_find_building (draft, building, &i));
  numbers[i] = number;
}

GgovDraft *
plan_town_draw (GgovDraft    *draft,
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

GgovDraft *
plan_town_share_out (GgovDraft *draft,
                     MapTown   *town)
{
  g_autofree gint64 *numbers = plan_town_dup_numbers (draft);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    {
      plan_town_set_number (draft, numbers, town->buildings[row][2], 1);
      plan_town_set_number (draft, numbers, town->buildings[row][3], 4);
    }

  return plan_town_draw (draft, numbers);
}

void
plan_town_add_arc (GgovGeoSubdivision *drawn,
                   gint64              id,
                   gint64              left,
                   gint64              right,
                   const double       *metres,
                   guint               n_points)
{
  g_autofree double *places = g_new (double, 2 * n_points);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_points; i++)
    map_town_place (metres[2 * i], metres[2 * i + 1], &places[2 * i]);

  g_assert_true (ggov_geo_subdivision_add_arc (drawn, id, left, right, places, n_points, &error));
  g_assert_no_error (error);
}

GgovDraft *
plan_town_cut (GgovDraft *draft,
               MapTown   *town)
{
  const double west[] = { 170, 0, 0, 0, 0, 200, 146, 200 };
  const double east[] = { 170, 0, 430, 0, 430, 200, 146, 200 };
  const double border[] = { 170, 0, 170, 50, 146, 50, 146, 200 };
  g_autoptr(GgovGeoSubdivision) drawn = ggov_geo_subdivision_new ();
  g_autofree gint64 *numbers = plan_town_dup_numbers (draft);

  for (guint row = 0; row < MAP_TOWN_N_ROWS; row++)
    for (guint column = 0; column < MAP_TOWN_N_COLUMNS; column++)
      plan_town_set_number (draft, numbers, town->buildings[row][column], column < 2 ? 1 : 2);

  plan_town_add_arc (drawn, 1, 0, 1, west, 4);
  plan_town_add_arc (drawn, 2, 2, 0, east, 4);
  plan_town_add_arc (drawn, 3, 1, 2, border, 4);

  return ggov_draft_edit (draft, drawn, numbers);
}

GgovDraft *
plan_town_move_one (GgovDraft *draft,
                    MapTown   *town)
{
  g_autoptr(GArray) buildings = ggov_draft_dup_geo_buildings (draft);
  g_autoptr(GgovGeoSubdivision) drawn = NULL;
  g_autofree gint64 *numbers = plan_town_dup_numbers (draft);
  g_autoptr(GError) error = NULL;

  drawn = ggov_geo_subdivision_move_building (
    ggov_draft_get_subdivision (draft), (const GgovGeoBuilding *) (gpointer) buildings->data,
    buildings->len, ggov_draft_get_streets (draft), town->buildings[0][2], 1, &error);
  g_assert_no_error (error);
  plan_town_set_number (draft, numbers, town->buildings[0][2], 1);

  return ggov_draft_edit (draft, drawn, numbers);
}

void
plan_town_join (StoreFixture *fixture,
                gint64        person,
                const char   *group)
{
  const GgovMembershipTerms terms = {
    .person_id = person, .group = group, .from = PLAN_TOWN_CAME, .source = "民政局",
  };
  GAsyncResult *result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_join_special_group_async (fixture->store, &terms, NULL, keep_result, &result);
  plan_town_finish (fixture, &result, &error);
  g_assert_no_error (error);
}

gint64
plan_town_settle (StoreFixture *fixture,
                  gint64        building,
                  const char   *door,
                  const char   *name,
                  const char   *group)
{
  GgovRegisterMember member = { .name = name, .living = TRUE, .relation = "02" };
  GgovRegisterAct act = {
    .deed = GGOV_REGISTER_MOVE_IN, .day = PLAN_TOWN_CAME, .door = door, .members = &member,
    .n_members = 1,
  };
  g_autofree char *question =
    g_strdup_printf ("SELECT min (id) FROM unit WHERE building_id = %" G_GINT64_FORMAT, building);
  g_autofree char *unit = plan_town_ask (fixture, question);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 household, person = 0;

  act.unit_id = g_ascii_strtoll (unit, NULL, 10);
  ggov_store_register_async (fixture->store, &act, NULL, keep_result, &result);
  ggov_store_register_finish (fixture->store, wait_for (&result), NULL, &household, &person, &error);
  g_assert_no_error (error);
  plan_town_join (fixture, person, group);

  return person;
}

gint64
plan_town_begin_and_save (StoreFixture *fixture,
                          MapTown      *town,
                          GgovDraft  *(*edit) (GgovDraft *, MapTown *))
{
  gint64 plan_id = plan_town_begin (fixture, town, GGOV_DRAFT_FROM_PLAN);
  g_autoptr(GgovDraft) before = plan_town_load (fixture, plan_id);
  g_autoptr(GgovDraft) after = edit (before, town);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (plan_town_save (fixture, before, after, &error), >, 0);
  g_assert_no_error (error);

  return plan_id;
}

void
plan_town_assert_state (StoreFixture *fixture,
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
