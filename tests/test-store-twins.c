/* test-store-twins.c: people who were entered twice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-store-candidates.h"
#include "ggov-store-check.h"
#include "ggov-store-person.h"
#include "ggov-store-search.h"
#include "ggov-store-transfer.h"
#include "ggov-store-twins.h"
#include "ggov-write-people.h"
#include "roster-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"

typedef struct
{
  StoreFixture base;
  RosterOffice office;
  gint64       twins[5];
} Fixture;

/* 李强 again by another character of the sound and a digit wrong, 单丽 in the same building,
 * somebody with the phone of 王秀英, and sisters born in other years. Their order is that of the
 * register. */
static gboolean
write_twins (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  Fixture *fixture = data;
  const GgovPersonRecord people[] = {
    { .name = "李镪", .phone = "13804720003" },
    { .name = "单莉", .unit_id = fixture->office.units[2] },
    { .name = "王大爷", .phone = "13804721234" },
    { .name = "萧晨", .birth_date = "2015-03-01", .unit_id = fixture->office.units[2] },
    { .name = "萧宸", .birth_date = "2018-09-12", .unit_id = fixture->office.units[2] },
  };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (!(fixture->twins[i] = ggov_change_add_person (change, &people[i], error)))
      return FALSE;

  return TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  write_change (fixture->base.store, write_twins, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static char *
tell (Fixture       *fixture,
      GAsyncResult **result)
{
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new (NULL);

  rows = ggov_store_list_twins_finish (fixture->base.store, wait_for (result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovTwin) row = g_list_model_get_item (rows, i);
      const GgovTwinRecord *record = ggov_twin_get_record (row);

      g_string_append_printf (out, "%s %s %s\n", record->likeness,
                              record->first ? record->first : "-", record->second);
    }

  return g_string_free (out, FALSE);
}

static void
assert_twins (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *told = NULL;

  ggov_store_list_twins_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  told = tell (fixture, &result);
  g_assert_cmpstr (told, ==, expected);
}

static void
assert_like (Fixture    *fixture,
             const char *name,
             const char *phone,
             const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *told = NULL;

  ggov_store_find_twins_async (fixture->base.store, name, phone, TODAY, 5, NULL, keep_result, &result);
  told = tell (fixture, &result);
  g_assert_cmpstr (told, ==, expected);
}

static gint64
finish (Fixture       *fixture,
        GAsyncResult **result,
        GError       **error)
{
  gint64 id = 0;

  return ggov_store_change_finish (fixture->base.store, wait_for (result), &id, error) ? id : 0;
}

static gint64
merge (Fixture  *fixture,
       gint64    keep,
       gint64    other,
       GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_merge_people_async (fixture->base.store, keep, other, NULL, keep_result, &result);

  return finish (fixture, &result, error);
}

static void
undo (Fixture *fixture,
      gint64   change)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &result);
  g_assert_cmpint (finish (fixture, &result, &error), >, 0);
  g_assert_no_error (error);
}

static void
test_found (Fixture       *fixture,
            gconstpointer  data)
{
  assert_twins (fixture,
                "phone 王秀英 王大爷\n"
                "digit 李强 李镪\n"
                "home 单丽 单莉\n");

  /* While somebody is being entered: the phone, then the sound of the name. */
  assert_like (fixture, "王", "13804720005", "phone - 赵敏\n");
  assert_like (fixture, "李蔷", "13804720012", "digit - 李强\nname - 李镪\n");
  assert_like (fixture, "单丽", NULL, "name - 单丽\nname - 单莉\n");
  assert_like (fixture, "", "", "");
  assert_like (fixture, "孙悟空", "1", "");
}

static void
test_apart (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  /* Whichever of the two is named first. */
  ggov_store_tell_apart_async (fixture->base.store, fixture->twins[2],
                               fixture->office.people[WANG], NULL, keep_result, &result);
  g_assert_cmpint (finish (fixture, &result, &error), >, 0);
  assert_twins (fixture, "digit 李强 李镪\nhome 单丽 单莉\n");
}

static GgovPerson *
get_person (Fixture *fixture,
            gint64   id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPerson *person;

  ggov_store_get_person_async (fixture->base.store, id, TODAY, NULL, keep_result, &result);
  person = ggov_store_get_person_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return person;
}

static guint
count_hits (Fixture    *fixture,
            const char *typed)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) hits = NULL;

  ggov_store_search_async (fixture->base.store, typed, TODAY, 10, NULL, keep_result, &result);
  hits = ggov_store_search_finish (fixture->base.store, wait_for (&result), NULL);

  return g_list_model_get_n_items (hits);
}

static guint
count_candidates (Fixture    *fixture,
                  const char *typed)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) people = NULL;

  ggov_store_list_candidates_async (fixture->base.store, "grid", fixture->office.grids[0], TODAY,
                                    typed, 10, NULL, keep_result, &result);
  people = ggov_store_list_candidates_finish (fixture->base.store, wait_for (&result), NULL);

  return g_list_model_get_n_items (people);
}

static void
assert_posts_sound (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;

  ggov_store_check_async (fixture->base.store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (fixture->base.store, wait_for (&result), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      g_assert_cmpstr (ggov_finding_get_kind (finding), ==, "geometry");
    }
}

/* The record without posts goes on: it takes the other's posts, nominations and phone. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autoptr(GgovPerson) kept = NULL;
  g_autoptr(GgovPerson) other = NULL;
  g_autoptr(GgovPerson) again = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change;

  g_assert_cmpuint (count_hits (fixture, "liqiang"), ==, 2);
  change = merge (fixture, fixture->twins[0], office->people[LI], &error);
  g_assert_no_error (error);
  kept = get_person (fixture, fixture->twins[0]);
  g_assert_cmpstr (ggov_person_get_details (kept)->phone, ==, "13804720003");
  g_assert_cmpstr (ggov_person_get_details (kept)->sex, ==, "1");
  g_assert_cmpuint (g_list_model_get_n_items (ggov_person_get_posts (kept)), ==, 1);
  /* Whoever asks for the other record gets this one. */
  other = get_person (fixture, office->people[LI]);
  g_assert_cmpint (ggov_person_get_details (other)->id, ==, fixture->twins[0]);
  g_assert_cmpuint (count_hits (fixture, "liqiang"), ==, 1);
  g_assert_cmpuint (count_candidates (fixture, "liqiang"), ==, 1);
  assert_twins (fixture, "phone 王秀英 王大爷\nhome 单丽 单莉\n");
  assert_posts_sound (fixture);

  g_assert_cmpint (merge (fixture, fixture->twins[1], office->people[LI], &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);

  undo (fixture, change);
  again = get_person (fixture, office->people[LI]);
  g_assert_cmpint (ggov_person_get_details (again)->id, ==, office->people[LI]);
  g_assert_cmpuint (g_list_model_get_n_items (ggov_person_get_posts (again)), ==, 1);
  g_assert_cmpuint (count_hits (fixture, "liqiang"), ==, 2);
  assert_posts_sound (fixture);
}

static gboolean
write_second_post (GgovChange  *change,
                   gpointer     data,
                   GError     **error)
{
  Fixture *fixture = data;

  return ggov_change_add_post (change, &(GgovPostRecord) {
    .person_id = fixture->twins[0], .role_id = fixture->office.roles[FULL_TIME],
    .grid_id = fixture->office.grids[1], .valid_from = "2026-02-01" }, error) != 0;
}

/* One person has one grid: the post in the way is named, and nothing is written. */
static void
test_merge_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  const RosterOffice *office = &fixture->office;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovPerson) person = NULL;
  g_autoptr(GError) error = NULL;

  write_change (fixture->base.store, write_second_post, fixture);
  g_assert_cmpint (merge (fixture, office->people[LI], fixture->twins[0], &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "2026-02-01"));
  g_clear_error (&error);
  person = get_person (fixture, fixture->twins[0]);
  g_assert_cmpuint (g_list_model_get_n_items (ggov_person_get_posts (person)), ==, 1);

  /* Who stands in for somebody is somebody else. */
  ggov_store_substitute_async (fixture->base.store, &(GgovSubstitution) {
    .post_id = office->posts[5], .substitute_id = fixture->twins[2], .from = TODAY, .to = TODAY },
    NULL, keep_result, &result);
  g_assert_cmpint (finish (fixture, &result, &error), >, 0);
  g_assert_cmpint (merge (fixture, office->people[QIAN], fixture->twins[2], &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (merge (fixture, office->people[QIAN], 999, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/twins/found", test_found);
  ADD ("/store/twins/apart", test_apart);
  ADD ("/store/twins/merge", test_merge);
  ADD ("/store/twins/merge-refused", test_merge_refused);
#undef ADD

  return g_test_run ();
}
