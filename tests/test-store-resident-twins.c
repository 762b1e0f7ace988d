/* test-store-resident-twins.c: who of the register it may be that is being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-store-register.h"
#include "ggov-store-resident-twins.h"
#include "ggov-store-residents.h"
#include "ggov-store-twins.h"
#include "roster-office.h"
#include "store-fixture.h"

#define CAME   "2025-12-10"
#define TODAY  "2026-02-13"
#define NUMBER "34052419800101001X" /* valid by GB 11643 */

typedef struct
{
  StoreFixture base;
  RosterOffice office;
  gint64       wei;
  gint64       chen;
} Fixture;

static gint64
move_in (Fixture                  *fixture,
         gint64                    unit_id,
         const char               *door,
         const GgovRegisterMember *member)
{
  const GgovRegisterAct act = { .deed = GGOV_REGISTER_MOVE_IN, .day = CAME, .unit_id = unit_id,
                                .door = door, .members = member, .n_members = 1 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  ggov_store_register_async (fixture->base.store, &act, NULL, keep_result, &result);
  ggov_store_register_finish (fixture->base.store, wait_for (&result), NULL, NULL, &id, &error);
  g_assert_no_error (error);

  return id;
}

/* 王伟 with all that is known of him behind 501; 陈晨, of whom nothing else is, behind 101. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  fixture->wei = move_in (fixture, fixture->office.units[0], "501", &(GgovRegisterMember) {
    .name = "王伟", .living = TRUE, .relation = "02", .sex = "1", .birth_date = "1980-01-01",
    .phone = "13812345678", .identity_kind = "111", .identity_number = NUMBER });
  fixture->chen = move_in (fixture, fixture->office.units[1], "101", &(GgovRegisterMember) {
    .name = "陈晨", .living = TRUE, .relation = "02" });
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

static void
assert_alike (Fixture                     *fixture,
              const GgovResidentTwinTerms *terms,
              const char                  *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_find_resident_twins_async (fixture->base.store, terms, TODAY, 5, NULL, keep_result,
                                        &result);
  rows = ggov_store_find_resident_twins_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovResidentTwin) twin = g_list_model_get_item (rows, i);
      const GgovResidentTwinRecord *row = ggov_resident_twin_get_record (twin);

      g_string_append_printf (found, "%s%s %s %d %s", i > 0 ? "; " : "", row->name, row->likeness,
                              (int) row->digits, row->door ? row->door : "-");
    }

  g_assert_cmpstr (found->str, ==, expected);
}

#define LIKE(...) (&(GgovResidentTwinTerms) { __VA_ARGS__ })

static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  const gint64 unit = fixture->office.units[0];

  assert_alike (fixture, LIKE (.name = "何人"), "");
  assert_alike (fixture, LIKE (.identity_number = NUMBER), "王伟 identity 0 501");
  /* One digit and two, at the end and elsewhere; three are another. */
  assert_alike (fixture, LIKE (.identity_number = "34052419800101002X"), "王伟 digits 1 501");
  assert_alike (fixture, LIKE (.identity_number = "340524198001010021"), "王伟 digits 2 501");
  assert_alike (fixture, LIKE (.name = "王炜", .identity_number = "34052519800101001X"),
                "王伟 digits 1 501");
  assert_alike (fixture, LIKE (.name = "王伟", .identity_number = "110105199001011234"), "");
  assert_alike (fixture, LIKE (.phone = "13812345678"), "王伟 phone 0 501");
  assert_alike (fixture, LIKE (.name = "汪威", .birth_date = "1980-01-01"), "王伟 birth 0 501");
  assert_alike (fixture, LIKE (.name = "王炜", .birth_date = "1985-05-05"), "");
  assert_alike (fixture, LIKE (.name = "王炜", .birth_date = "1985-05-05", .unit_id = unit,
                               .door = "501"), "王伟 door 0 501");
  assert_alike (fixture, LIKE (.name = "王炜", .phone = "13812345687"), "王伟 call 2 501");
  /* Nothing is known that speaks against it. */
  assert_alike (fixture, LIKE (.name = "陈辰", .birth_date = "1985-05-05"), "陈晨 name 0 101");
}

/* Who is changed is not offered to themselves, and nobody who was told apart from them. */
static void
test_known (Fixture       *fixture,
            gconstpointer  data)
{
  const gint64 other = move_in (fixture, fixture->office.units[1], "102", &(GgovRegisterMember) {
    .name = "陈辰", .living = TRUE, .relation = "02" });
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  assert_alike (fixture, LIKE (.name = "陈辰"), "陈晨 name 0 101; 陈辰 name 0 102");
  assert_alike (fixture, LIKE (.name = "陈辰", .person_id = other), "陈晨 name 0 101");
  ggov_store_tell_apart_async (fixture->base.store, fixture->chen, other, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  assert_alike (fixture, LIKE (.name = "陈辰", .person_id = other), "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/resident-twins/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rules", test_rules);
  ADD ("known", test_known);
#undef ADD

  return g_test_run ();
}
