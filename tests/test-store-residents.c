/* test-store-residents.c: who lives where, what happens to households, and what the rules forbid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "family-office.h"
#include "ggov-store-residents.h"

static void
test_move_in (FamilyOffice  *fixture,
              gconstpointer  data)
{
  family_assert_members (fixture, fixture->household, TODAY, "王建02 李丽10 王小20");
  family_assert_members (fixture, fixture->household, "2025-12-09", "");

  /* Again, elsewhere. */
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .unit_id = fixture->office.units[1], .door = "101",
                                MEMBERS ({ .person_id = fixture->li, .living = TRUE })),
                  WORDS ("李丽", "3号楼, unit 1, 501", CAME));
  /* Somebody with the same number. */
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .unit_id = fixture->office.units[1], .door = "101",
                                MEMBERS ({ .name = "汪健", .identity_kind = "111", .living = TRUE,
                                           .identity_number = "150203198005010015" })),
                  WORDS ("王建"));
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .unit_id = fixture->office.units[1],
                                MEMBERS ({ .name = "汪健", .living = TRUE })), WORDS ("door"));
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .unit_id = fixture->office.units[1], .door = "101",
                                MEMBERS ({ .name = " ", .living = TRUE })), WORDS ("who"));
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .unit_id = fixture->office.units[1], .door = "101",
                                MEMBERS ({ .name = "汪健" })), WORDS ("live"));
}

static void
test_heads (FamilyOffice  *fixture,
            gconstpointer  data)
{
  /* Two heads, and none. */
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .to_household_id = fixture->household,
                                MEMBERS ({ .name = "王老", .relation = "02", .living = TRUE })),
                  WORDS ("王建", CAME));
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .unit_id = fixture->office.units[1], .door = "101",
                                MEMBERS ({ .name = "张一", .relation = "10", .living = TRUE })),
                  WORDS ("head"));
  family_assert_refused (fixture, ACT (MOVE_OUT, TODAY, .household_id = fixture->household,
                                MEMBERS ({ .person_id = fixture->wang })), WORDS ("head"));
  family_assert_refused (fixture, ACT (MOVE_OUT, TODAY, .household_id = fixture->household,
                                .head_id = fixture->wang,
                                MEMBERS ({ .person_id = fixture->wang })), WORDS ("stays"));

  /* A household of one needs nobody to say it. */
  family_assert_members (fixture, family_assert_act (fixture, ACT (MOVE_IN, TODAY,
    .unit_id = fixture->office.units[1], .door = "101",
    MEMBERS ({ .name = "张一", .living = TRUE }))), TODAY, "张一02");

  /* The wife becomes the head: her husband is her spouse, the son stays a son; and as of the day
   * before nothing is another. */
  family_assert_act (fixture, ACT (HEAD, TODAY, .household_id = fixture->household, .head_id = fixture->li));
  family_assert_members (fixture, fixture->household, TODAY, "李丽02 王建10 王小20");
  family_assert_members (fixture, fixture->household, "2026-02-12", "王建02 李丽10 王小20");
}

static void
test_kin (FamilyOffice  *fixture,
          gconstpointer  data)
{
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .to_household_id = fixture->household,
                                MEMBERS ({ .name = "王大", .birth_date = "1979-01-01",
                                           .relation = "20", .living = TRUE })),
                  WORDS ("王大", "1979-01-01", "王建", "1980-05-01"));
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .to_household_id = fixture->household,
                                MEMBERS ({ .name = "王老", .birth_date = "1981-01-01",
                                           .relation = "51", .living = TRUE })),
                  WORDS ("王老", "1981-01-01"));
  /* A wife's mother may be younger than her husband. */
  family_assert_act (fixture, ACT (MOVE_IN, TODAY, .to_household_id = fixture->household,
                            MEMBERS ({ .name = "赵妈", .birth_date = "1981-01-01", .sex = "2",
                                       .relation = "56", .living = TRUE })));
}

static void
test_move_out (FamilyOffice  *fixture,
               gconstpointer  data)
{
  /* The son goes to another town and stays registered. */
  family_assert_act (fixture, ACT (MOVE_OUT, TODAY, .household_id = fixture->household,
                            .stays_registered = TRUE, .elsewhere = "北京",
                            MEMBERS ({ .person_id = fixture->son })));
  family_assert_members (fixture, fixture->household, TODAY, "王建02 李丽10 王小20-");
  family_assert_members (fixture, fixture->household, "2026-02-12", "王建02 李丽10 王小20");

  /* He may live elsewhere in the area then, but is not registered twice. */
  family_assert_refused (fixture, ACT (MOVE_IN, "2026-02-20", .unit_id = fixture->office.units[2],
                                .door = "101", MEMBERS ({ .person_id = fixture->son, .living = TRUE,
                                                          .registered = TRUE })),
                  WORDS ("王小", "3号楼, unit 1, 501"));
  family_assert_act (fixture, ACT (MOVE_IN, "2026-02-20", .unit_id = fixture->office.units[2],
                            .door = "101", MEMBERS ({ .person_id = fixture->son, .living = TRUE })));

  /* The others leave for good, but he is still registered there. */
  family_assert_act (fixture, ACT (MOVE_OUT, "2026-03-01", .household_id = fixture->household,
                            .head_id = fixture->son,
                            MEMBERS ({ .person_id = fixture->wang }, { .person_id = fixture->li })));
  family_assert_members (fixture, fixture->household, "2026-03-01", "王小02-");
  family_assert_act (fixture, ACT (MOVE_OUT, "2026-03-02", .household_id = fixture->household));
  family_assert_refused (fixture, ACT (MOVE_IN, "2026-03-03", .to_household_id = fixture->household,
                                MEMBERS ({ .name = "张一", .living = TRUE })), WORDS ("2026-03-02"));
}

static void
test_split_and_merge (FamilyOffice  *fixture,
                      gconstpointer  data)
{
  /* Mother and son become a household behind the same door, and join the father again. */
  gint64 second = family_assert_act (fixture, ACT (SPLIT, TODAY, .household_id = fixture->household,
                                            MEMBERS ({ .person_id = fixture->li },
                                                     { .person_id = fixture->son })));

  g_assert_cmpint (second, !=, fixture->household);
  family_assert_members (fixture, fixture->household, TODAY, "王建02");
  family_assert_members (fixture, second, TODAY, "李丽02 王小20");

  family_assert_act (fixture, ACT (MERGE, "2026-02-20", .household_id = second,
                            .to_household_id = fixture->household,
                            MEMBERS ({ .person_id = fixture->li, .relation = "10", .living = TRUE,
                                       .registered = TRUE },
                                     { .person_id = fixture->son, .relation = "20", .living = TRUE,
                                       .registered = TRUE })));
  family_assert_members (fixture, fixture->household, "2026-02-20", "王建02 李丽10 王小20");
  family_assert_members (fixture, second, "2026-02-20", "");
}

static void
test_death (FamilyOffice  *fixture,
            gconstpointer  data)
{
  family_assert_refused (fixture, ACT (DEATH, TODAY, MEMBERS ({ .person_id = fixture->wang })),
                  WORDS ("head"));
  family_assert_act (fixture, ACT (DEATH, TODAY, .head_id = fixture->li,
                            MEMBERS ({ .person_id = fixture->wang })));
  family_assert_members (fixture, fixture->household, TODAY, "李丽02 王小20");
  family_assert_refused (fixture, ACT (MOVE_IN, TODAY, .to_household_id = fixture->household,
                                MEMBERS ({ .person_id = fixture->wang, .living = TRUE,
                                           .relation = "10" })), WORDS ("died"));
}

static void
test_undo (FamilyOffice  *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  gint64 change = family_act (fixture, ACT (DEATH, TODAY, .head_id = fixture->li,
                                     MEMBERS ({ .person_id = fixture->wang })), NULL, &error);

  g_assert_no_error (error);
  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error));
  family_assert_members (fixture, fixture->household, TODAY, "王建02 李丽10 王小20");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/residents/" name, FamilyOffice, NULL, family_office_set_up, func, \
              family_office_tear_down)
  ADD ("move-in", test_move_in);
  ADD ("heads", test_heads);
  ADD ("kin", test_kin);
  ADD ("move-out", test_move_out);
  ADD ("split-and-merge", test_split_and_merge);
  ADD ("death", test_death);
  ADD ("undo", test_undo);
#undef ADD

  return g_test_run ();
}
