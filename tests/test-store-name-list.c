/* test-store-name-list.c: whom the lines of a list of names mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-store-name-list.h"
#include "ggov-write-people.h"
#include "store-fixture.h"

enum { REN, WANG_EAST, WANG_WEST, SHAN, N_PEOPLE };

typedef struct
{
  StoreFixture base;
  gint64       people[N_PEOPLE];
} Fixture;

/* Two of one name, and two who share a phone. */
static gboolean
write_people (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  static const struct
  {
    const char *name;
    const char *phone;
  } people[] = {
    { "任远", "13900000001" }, { "王伟", "13900000002" }, { "王伟", "13900000003" },
    { "单玉", "13900000003" },
  };
  Fixture *fixture = data;

  for (guint i = 0; i < N_PEOPLE; i++)
    if (!(fixture->people[i] = ggov_change_add_person (change, &(GgovPersonRecord) {
          .name = people[i].name, .sex = "0", .phone = people[i].phone }, error)))
      return FALSE;

  return TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_people, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static void
assert_person (Fixture    *fixture,
               const char *line,
               int         person,
               guint       n_found)
{
  const char *const lines[] = { "", line, NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = NULL;
  const GgovNamedPerson *found;

  ggov_store_read_name_list_async (fixture->base.store, lines, NULL, keep_result, &result);
  people = ggov_store_read_name_list_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 1);
  found = &g_array_index (people, GgovNamedPerson, 0);
  g_assert_cmpuint (found->line, ==, 1);
  g_assert_cmpuint (found->n_found, ==, n_found);
  g_assert_cmpint (found->person_id, ==, person < 0 ? 0 : fixture->people[person]);
}

static void
test_one_word (Fixture       *fixture,
               gconstpointer  data)
{
  assert_person (fixture, "任远", REN, 1);
  assert_person (fixture, "13900000002", WANG_EAST, 1);
  assert_person (fixture, "王伟", -1, 2);
  assert_person (fixture, "13900000003", -1, 2);
  assert_person (fixture, "诸葛亮", -1, 0);
  assert_person (fixture, "13911111111", -1, 0);
}

static void
test_both (Fixture       *fixture,
           gconstpointer  data)
{
  assert_person (fixture, "王伟 13900000003", WANG_WEST, 1);
  assert_person (fixture, "单玉，13900000003", SHAN, 1);
  /* The phone is somebody else's. */
  assert_person (fixture, "任远 13900000002", -1, 2);
  /* A phone nobody has leaves it to the name. */
  assert_person (fixture, "任远 13911111111", REN, 1);
  assert_person (fixture, "王伟 13911111111", -1, 2);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  /* A number in the list, a door and a year are no phones, other words no names. */
  assert_person (fixture, "12\t任远\t楼长\t友谊3号楼\t2026", REN, 1);
  assert_person (fixture, "3、单玉　1390000", SHAN, 1);
  assert_person (fixture, "楼长 13900000002 在家", WANG_EAST, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/name-list/one-word", Fixture, NULL, set_up, test_one_word, tear_down);
  g_test_add ("/store/name-list/both", Fixture, NULL, set_up, test_both, tear_down);
  g_test_add ("/store/name-list/rows", Fixture, NULL, set_up, test_rows, tear_down);

  return g_test_run ();
}
