/* test-store-register.c: the register looked at: lists, one resident whole, grid by grid, month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "family-office.h"
#include "ggov-query-residents.h"
#include "ggov-store-register-grids.h"
#include "ggov-store-register-total.h"
#include "ggov-store-residents.h"
#include "ggov-store-twins.h"

/* Of the twelve required fields, all but the ethnic group and where he is registered. */

static void
test_filled (FamilyOffice  *fixture,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovRegisterGrid) grid = NULL;
  g_autoptr(GError) error = NULL;

  family_assert_act (fixture, ACT (MOVE_OUT, TODAY, .household_id = fixture->household,
                            .head_id = fixture->wang,
                            MEMBERS ({ .person_id = fixture->li }, { .person_id = fixture->son })));
  ggov_store_list_register_grids_async (fixture->base.store, fixture->office.grids[0], TODAY, NULL,
                                        keep_result, &result);
  rows = ggov_store_list_register_grids_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (rows), ==, 1);
  grid = g_list_model_get_item (rows, 0);
  g_assert_cmpint (ggov_register_grid_get_record (grid)->people, ==, 1);
  /* Name, kind of paper, number, sex, birth, phone, building, door, relation; and the kind of resident,
   * which is computed from the residence. */
  g_assert_cmpint (ggov_register_grid_get_record (grid)->required_filled, ==, 10);
}

/* Three of one household, whose register was gone over when they came, 65 days ago. */

static void
test_total (FamilyOffice  *fixture,
            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) later = NULL;
  GgovRegisterTotal total = { 0 };

  ggov_store_get_register_total_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  g_assert_true (ggov_store_get_register_total_finish (fixture->base.store, wait_for (&result), &total,
                                                       NULL));
  g_assert_cmpint (total.people, ==, 3);
  g_assert_cmpint (total.households, ==, 1);
  g_assert_cmpint (total.fresh, ==, 3);

  /* The son goes; half a year later nothing is fresh any more. */
  family_assert_act (fixture, ACT (MOVE_OUT, TODAY, .household_id = fixture->household,
                            MEMBERS ({ .person_id = fixture->son })));
  ggov_store_get_register_total_async (fixture->base.store, "2026-08-13", NULL, keep_result, &later);
  g_assert_true (ggov_store_get_register_total_finish (fixture->base.store, wait_for (&later), &total,
                                                       NULL));
  g_assert_cmpint (total.people, ==, 2);
  g_assert_cmpint (total.fresh, ==, 0);
}

static void
assert_flow (FamilyOffice    *fixture,
             const char *from,
             const char *until,
             const char *code,
             const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  ggov_store_list_register_flows_async (fixture->base.store, from, until, NULL, keep_result, &result);
  rows = ggov_store_list_register_flows_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRegisterFlow) row = g_list_model_get_item (rows, i);
      const GgovRegisterFlowRecord *flow = ggov_register_flow_get_record (row);

      g_assert_cmpint (flow->opening + flow->recorded + flow->moved_in + flow->born + flow->came +
                       flow->border_in - flow->moved_out - flow->died - flow->left -
                       flow->border_out, ==, flow->closing);
      if (g_str_equal (flow->code, code))
        found = g_strdup_printf ("%d +%d +%d +%d +%d -%d -%d -%d -%d =%d", (int) flow->opening,
                                 (int) flow->moved_in, (int) flow->born, (int) flow->came,
                                 (int) flow->border_in, (int) flow->moved_out, (int) flow->died,
                                 (int) flow->left, (int) flow->border_out, (int) flow->closing);
    }

  g_assert_cmpstr (found, ==, expected);
}

/* opening, + moved in, born, came, by the border, - moved out, died, left, by the border, = closing */

static void
test_flow (FamilyOffice  *fixture,
           gconstpointer  data)
{
  family_assert_act (fixture, ACT (BIRTH, "2026-01-05", .to_household_id = fixture->household,
                            MEMBERS ({ .name = "王贝", .sex = "2", .relation = "30",
                                       .registered = TRUE, .living = TRUE })));
  family_assert_act (fixture, ACT (DEATH, "2026-01-31", .head_id = fixture->li,
                            MEMBERS ({ .person_id = fixture->wang })));
  /* The son goes to grid 3, the daughter and her mother to the next unit and later away. */
  family_assert_act (fixture, ACT (MOVE_WITHIN, "2026-02-01", .household_id = fixture->household,
                            .unit_id = fixture->office.units[3], .door = "101",
                            MEMBERS ({ .person_id = fixture->son, .living = TRUE,
                                       .registered = TRUE })));
  family_assert_act (fixture, ACT (MOVE_WITHIN, "2026-02-03", .household_id = fixture->household,
                            .unit_id = fixture->office.units[1], .door = "101"));

  assert_flow (fixture, "2025-12-01", "2025-12-31", "150203005001002",
               "0 +3 +0 +0 +0 -0 -0 -0 -0 =3");
  assert_flow (fixture, "2026-01-01", "2026-01-31", "150203005001002",
               "3 +0 +0 +0 +0 -0 -0 -0 -3 =0");
  /* Who has another head did not move. */
  assert_flow (fixture, "2026-01-01", "2026-01-31", "150203005001001",
               "0 +0 +1 +0 +3 -0 -1 -0 -0 =3");
  assert_flow (fixture, "2026-02-01", "2026-02-28", "150203005001001",
               "3 +0 +0 +2 +0 -0 -0 -3 -0 =2");
  assert_flow (fixture, "2026-02-01", "2026-02-28", "150203005002001",
               "0 +0 +0 +1 +0 -0 -0 -0 -0 =1");
  /* All of it at once. */
  assert_flow (fixture, "2025-12-01", "2026-02-28", "150203005001001",
               "0 +0 +1 +2 +3 -0 -1 -3 -0 =2");
}

/* The person and residence of who is asked for, in order. */

static void
assert_found (FamilyOffice                  *fixture,
              const GgovResidentFilter *filter,
              const char               *column,
              const char               *expected)
{
  g_autoptr(GgovQuery) query = ggov_query_new_residents (TODAY, filter, column, FALSE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_find_rows_async (fixture->base.store, query, 100, 100, NULL, NULL, keep_result, &result);
  answer = ggov_store_rows_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < answer->keys->len; i++)
    {
      const GgovRowKey *key = &g_array_index (answer->keys, GgovRowKey, i);
      const GgovResidentRecord *row =
        ggov_resident_get_record (g_hash_table_lookup (answer->rows, &key->id));

      g_assert_cmpint (row->person_id, ==, key->detail);
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", row->name);
    }

  g_assert_cmpstr (found->str, ==, expected);
}

#define FILTER(...) (&(GgovResidentFilter) { __VA_ARGS__ })

static void
test_query (FamilyOffice  *fixture,
            gconstpointer  data)
{
  family_assert_act (fixture, ACT (MOVE_IN, "2026-01-02", .unit_id = fixture->office.units[0], .door = "1001",
                            MEMBERS ({ .name = "阿一", .sex = "2", .birth_date = "1940-02-14",
                                       .living = TRUE })));
  family_assert_act (fixture, ACT (MOVE_IN, "2026-01-02", .unit_id = fixture->office.units[3], .door = "101",
                            MEMBERS ({ .name = "曾二", .sex = "1", .birth_date = "1940-02-13",
                                       .registered = TRUE, .living = TRUE })));

  assert_found (fixture, NULL, NULL, "王建 李丽 王小 阿一 曾二");
  assert_found (fixture, NULL, "name", "阿一 李丽 王建 王小 曾二");
  assert_found (fixture, NULL, "age", "王小 李丽 王建 阿一 曾二");
  assert_found (fixture, FILTER (.grid_id = fixture->office.grids[0]), NULL, "王建 李丽 王小 阿一");
  assert_found (fixture, FILTER (.community_id = fixture->office.communities[1]), "name", "曾二");
  assert_found (fixture, FILTER (.building_id = fixture->office.buildings[0]), NULL,
                "王建 李丽 王小 阿一");
  assert_found (fixture, FILTER (.stay = GGOV_RESIDENT_SEPARATED), NULL, "阿一");
  /* Born on 1940-02-14 is 85 on the day, a day before she is 86. */
  assert_found (fixture, FILTER (.age_from = 86), NULL, "曾二");
  assert_found (fixture, FILTER (.age_from = 44, .age_to = 85), NULL, "王建 阿一");
  assert_found (fixture, FILTER (.sex = "2"), NULL, "李丽 阿一");
  assert_found (fixture, FILTER (.text = "wangxiao"), NULL, "王小");
  assert_found (fixture, FILTER (.text = "5678"), NULL, "王建");
  assert_found (fixture, FILTER (.text = "150203198005010015"), NULL, "王建");
  assert_found (fixture, FILTER (.text = "王", .grid_id = fixture->office.grids[2]), NULL, "");
  assert_found (fixture, FILTER (.text = "1502031980"), NULL, "");
}

static GgovResidentSheet *
get_sheet (FamilyOffice *fixture,
           gint64   id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovResidentSheet *sheet;

  ggov_store_get_resident_async (fixture->base.store, id, TODAY, NULL, keep_result, &result);
  sheet = ggov_store_get_resident_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return sheet;
}

static void
save (FamilyOffice     *fixture,
      gint64       id,
      const char  *code,
      const char  *value,
      GError     **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GAsyncResult) result = NULL;

  g_hash_table_insert (values, (gpointer) code, (gpointer) value);
  ggov_store_save_resident_async (fixture->base.store, id, -1, values, 3, 1, NULL, keep_result,
                                  &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static void
assert_value (FamilyOffice    *fixture,
              gint64      id,
              const char *code,
              const char *expected)
{
  g_autoptr(GgovResidentSheet) sheet = get_sheet (fixture, id);

  g_assert_cmpstr (ggov_resident_sheet_get_value (sheet, code), ==, expected);
}

static void
test_sheet (FamilyOffice  *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  assert_value (fixture, fixture->wang, "name", "王建");
  assert_value (fixture, fixture->wang, "id_number", "150203198005010015");
  assert_value (fixture, fixture->wang, "door", "501");
  assert_value (fixture, fixture->wang, "relation", "02");
  assert_value (fixture, fixture->wang, "living_since", CAME);
  assert_value (fixture, fixture->wang, "employer", NULL);

  /* One with a column of its own, one without, and both emptied. */
  save (fixture, fixture->wang, "marital_status", "20", &error);
  save (fixture, fixture->wang, "employer", "包头\"钢铁\"", &error);
  g_assert_no_error (error);
  assert_value (fixture, fixture->wang, "marital_status", "20");
  assert_value (fixture, fixture->wang, "employer", "包头\"钢铁\"");
  save (fixture, fixture->wang, "employer", "", &error);
  save (fixture, fixture->wang, "phone", "", &error);
  g_assert_no_error (error);
  assert_value (fixture, fixture->wang, "employer", NULL);
  assert_value (fixture, fixture->wang, "phone", NULL);
  assert_found (fixture, FILTER (.text = "5678"), NULL, "");

  /* The number of somebody else; a date that makes the son older than his father. */
  save (fixture, fixture->li, "id_number", "150203198005010015", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  save (fixture, fixture->son, "birth_date", "1970-01-01", &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

static void
test_disclosure (FamilyOffice  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) again = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change = 0;

  ggov_store_disclose_async (fixture->base.store, fixture->wang, " ", NULL, keep_result, &result);
  g_assert_false (ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  ggov_store_disclose_async (fixture->base.store, fixture->wang, "核对医保", NULL, keep_result, &again);
  g_assert_true (ggov_store_change_finish (fixture->base.store, wait_for (&again), &change, &error));
  g_assert_cmpint (change, >, 0);
}

/* Somebody who was entered twice at the same door, with something said of each. */

static void
test_twice (FamilyOffice  *fixture,
            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 again;

  family_assert_act (fixture, ACT (MOVE_IN, "2026-01-02", .to_household_id = fixture->household,
                            MEMBERS ({ .name = "李莉", .sex = "2", .birth_date = "1982-03-08",
                                       .relation = "97", .living = TRUE })));
  again = family_find_member (fixture, fixture->household, "李莉");
  save (fixture, again, "education", "21", &error);
  save (fixture, again, "employer", "学校", &error);
  save (fixture, fixture->li, "education", "11", &error);
  g_assert_no_error (error);

  ggov_store_merge_people_async (fixture->base.store, fixture->li, again, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  family_assert_members (fixture, fixture->household, TODAY, "王建02 李丽10 王小20");
  assert_value (fixture, fixture->li, "education", "11");
  assert_value (fixture, again, "employer", "学校");
}

/* Whichever record is kept, the first day counts, of the door and of a group. */
static void
test_first_day (FamilyOffice  *fixture,
                gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 again;

  family_assert_act (fixture, ACT (MOVE_IN, "2026-01-02", .to_household_id = fixture->household,
                            MEMBERS ({ .name = "李莉", .sex = "2", .birth_date = "1982-03-08",
                                       .relation = "97", .living = TRUE })));
  again = family_find_member (fixture, fixture->household, "李莉");
  family_assert_members (fixture, fixture->household, CAME, "王建02 李丽10 王小20");

  ggov_store_merge_people_async (fixture->base.store, again, fixture->li, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  family_assert_members (fixture, fixture->household, CAME, "王建02 李莉97 王小20");
  family_assert_members (fixture, fixture->household, "2025-12-09", "");
}

static void
test_grids (FamilyOffice  *fixture,
            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovRegisterGrid) first = NULL;
  const GgovRegisterGridRecord *grid;
  g_autoptr(GError) error = NULL;

  save (fixture, fixture->wang, "confirmed_on", "", &error);
  save (fixture, fixture->li, "confirmed_on", "2025-08-01", &error);
  g_assert_no_error (error);
  ggov_store_list_register_grids_async (fixture->base.store, 0, TODAY, NULL, keep_result, &result);
  rows = ggov_store_list_register_grids_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (rows), ==, 3);

  first = g_list_model_get_item (rows, 0);
  grid = ggov_register_grid_get_record (first);
  g_assert_cmpint (grid->people, ==, 3);
  g_assert_cmpint (grid->registered, ==, 3);
  g_assert_cmpint (grid->households, ==, 1);
  g_assert_cmpint (grid->counted, ==, 2 * (24 + 30 + 40));
  /* 2025-08-01 is 196 days before; the son was confirmed when he moved in. */
  g_assert_cmpint (grid->fresh, ==, 1);
  g_assert_cmpint (grid->never, ==, 1);
  /* Three as they were saved, twice; of the son all but paper, number, phone, domicile and ethnic
   * group. */
  g_assert_cmpint (grid->required_filled, ==, 3 + 3 + 7);
  g_assert_cmpstr (grid->oldest_on, ==, "2025-08-01");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/register/" name, FamilyOffice, NULL, family_office_set_up, func, \
              family_office_tear_down)
  ADD ("filled", test_filled);
  ADD ("total", test_total);
  ADD ("flow", test_flow);
  ADD ("query", test_query);
  ADD ("sheet", test_sheet);
  ADD ("disclosure", test_disclosure);
  ADD ("twice", test_twice);
  ADD ("first-day", test_first_day);
  ADD ("grids", test_grids);
#undef ADD

  return g_test_run ();
}
