/* test-store-residents-orders.c: residents in each order and by each filter; indices that came later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "family-office.h"
#include "ggov-demo.h"
#include "ggov-query-residents.h"
#include "ggov-store-residents.h"

#define DEMO_DAY "2026-03-31"
#define FEW      2 /* in a hundred units: a small register */

static const char *const columns[] = {
  "place", "grid", "name", "age", "confirmed-on", "door", "sex", "relation", "stay", "groups", "phone",
  "identity", "moved-in", "filled",
};

/* (transfer full) */
static GgovAnswer *
ask (GgovStore                *store,
     const char               *day,
     const GgovResidentFilter *filter,
     const char               *column,
     gboolean                  descending)
{
  g_autoptr(GgovQuery) query = ggov_query_new_residents (day, filter, column, descending);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovAnswer *answer;

  ggov_store_find_rows_async (store, query, GGOV_QUERY_ALL, G_MAXUINT, NULL, NULL, keep_result,
                              &result);
  answer = ggov_store_rows_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return answer;
}

/* By what a column is sorted, smaller first; 0 where nothing of the row says it. */
static int
compare (const char         *column,
         const GgovResident *a,
         const GgovResident *b)
{
  const GgovResidentRecord *x = ggov_resident_get_record ((GgovResident *) a);
  const GgovResidentRecord *y = ggov_resident_get_record ((GgovResident *) b);

  if (g_str_equal (column, "name"))
    return strcmp (x->pinyin, y->pinyin);
  if (g_str_equal (column, "age"))
    return x->age < 0 || y->age < 0 ? 0 : x->age - y->age;
  if (g_str_equal (column, "confirmed-on"))
    return g_strcmp0 (x->confirmed_on, y->confirmed_on);
  if (g_str_equal (column, "door"))
    return (int) strlen (x->door) - (int) strlen (y->door);
  if (g_str_equal (column, "sex"))
    return strcmp (x->sex, y->sex);
  if (g_str_equal (column, "relation"))
    return strcmp (x->relation, y->relation);
  if (g_str_equal (column, "groups"))
    return x->groups - y->groups;
  if (g_str_equal (column, "identity"))
    return x->identity_number && y->identity_number
             ? strcmp (x->identity_number, y->identity_number) : 0;
  if (g_str_equal (column, "moved-in"))
    return strcmp (x->moved_in, y->moved_in);
  if (g_str_equal (column, "filled"))
    return (x->required_filled + x->optional_filled) - (y->required_filled + y->optional_filled);

  return 0;
}

static GgovResident *
get_row (GgovAnswer *answer,
         guint       i)
{
  return g_hash_table_lookup (answer->rows, &g_array_index (answer->keys, GgovRowKey, i).id);
}

/* Each has the same people, each once, in its order; where it starts from does not matter. */
static void
assert_same (GgovStore                *store,
             const char               *day,
             const GgovResidentFilter *filter,
             guint                     least)
{
  g_autoptr(GgovAnswer) expected = ask (store, day, filter, NULL, FALSE);

  g_assert_cmpuint (expected->keys->len, >=, least);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (columns); i++)
    {
      const char *column = columns[i / 2];
      g_autoptr(GgovAnswer) answer = ask (store, day, filter, column, i % 2);

      g_test_message ("by %s, %s", column, i % 2 ? "down" : "up");
      g_assert_cmpuint (answer->keys->len, ==, expected->keys->len);
      g_assert_cmpuint (g_hash_table_size (answer->rows), ==, expected->keys->len);
      for (guint k = 0; k < answer->keys->len; k++)
        {
          int way = k == 0 ? 0 : compare (column, get_row (answer, k - 1), get_row (answer, k));

          g_assert_true (g_hash_table_contains (expected->rows,
                                                &g_array_index (answer->keys, GgovRowKey, k).id));
          g_assert_true (i % 2 ? way >= 0 : way <= 0);
        }
    }
}

static void
test_orders (StoreFixture  *fixture,
             gconstpointer  data)
{
  const GgovDemoOptions options = { .seed = 1, .scale = 1, .as_of = DEMO_DAY, .residents = FEW };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovAnswer) all = NULL;
  const GgovResidentRecord *somebody;

  ggov_demo_make_async (fixture->store, &options, NULL, NULL, NULL, keep_result, &result);
  ggov_demo_make_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  all = ask (fixture->store, DEMO_DAY, NULL, NULL, FALSE);
  somebody = ggov_resident_get_record (get_row (all, all->keys->len / 2));

  assert_same (fixture->store, DEMO_DAY, NULL, 500);
  assert_same (fixture->store, DEMO_DAY, &(GgovResidentFilter) { .grid_id = somebody->grid_id }, 3);
  assert_same (fixture->store, DEMO_DAY,
               &(GgovResidentFilter) { .community_id = somebody->community_id }, 50);
  assert_same (fixture->store, DEMO_DAY,
               &(GgovResidentFilter) { .household_id = somebody->household_id }, 1);
  assert_same (fixture->store, DEMO_DAY, &(GgovResidentFilter) { .group_id = -1 }, 30);
  assert_same (fixture->store, DEMO_DAY, &(GgovResidentFilter) { .age_from = 60 }, 50);
  assert_same (fixture->store, DEMO_DAY, &(GgovResidentFilter) { .stay = GGOV_RESIDENT_SEPARATED }, 1);
  assert_same (fixture->store, DEMO_DAY,
               &(GgovResidentFilter) { .confirmed_before = "2025-12-01", .sex = "2" }, 1);
}

/* Any field ------------------------------------------------------------------------------------- */

/* (transfer full): names of those of whom all hold, the youngest first */
static char *
find (FamilyOffice                *fixture,
      const GgovResidentCondition *conditions,
      guint                        n)
{
  g_autoptr(GgovAnswer) answer =
    ask (fixture->base.store, TODAY,
         &(GgovResidentFilter) { .conditions = conditions, .n_conditions = n }, "age", FALSE);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < answer->keys->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ggov_resident_get_record (get_row (answer, i))->name);

  return g_string_free (names, FALSE);
}

static void
assert_found (FamilyOffice     *fixture,
              const char       *field,
              GgovResidentTest  test,
              const char       *value,
              gboolean          is_number,
              const char       *expected)
{
  const GgovResidentCondition condition = { field, test, value, is_number };
  g_autofree char *names = find (fixture, &condition, 1);

  g_test_message ("%s, test %d, “%s”", field, test, value ? value : "");
  g_assert_cmpstr (names, ==, expected);
}

static void
tell (FamilyOffice *fixture,
      gint64        person_id,
      const char   *code,
      const char   *value)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_hash_table_insert (values, (gpointer) code, (gpointer) value);
  ggov_store_save_resident_async (fixture->base.store, person_id, -1, values, -1, -1, NULL,
                                  keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

static void
test_conditions (FamilyOffice  *fixture,
                 gconstpointer  data)
{
  const GgovResidentCondition both[] = { { "sex", GGOV_RESIDENT_IS, "1", FALSE },
                                         { "age", GGOV_RESIDENT_IS_FROM, "18", TRUE } };
  g_autofree char *names = NULL;

  tell (fixture, fixture->wang, "religion", "01");
  tell (fixture, fixture->wang, "height_cm", "95.5");
  tell (fixture, fixture->li, "height_cm", "162");
  tell (fixture, fixture->li, "skills", "50%_Excel");
  tell (fixture, fixture->li, "marital_status", "20");
  tell (fixture, fixture->son, "lease_until", "2026-06-30");

  /* A field among all, one with a column, and each way to compare. */
  assert_found (fixture, "religion", GGOV_RESIDENT_IS, "01", FALSE, "王建");
  assert_found (fixture, "religion", GGOV_RESIDENT_IS_NOT, "01", FALSE, "王小 李丽");
  assert_found (fixture, "religion", GGOV_RESIDENT_IS_FILLED, NULL, FALSE, "王建");
  assert_found (fixture, "religion", GGOV_RESIDENT_IS_EMPTY, NULL, FALSE, "王小 李丽");
  assert_found (fixture, "marital_status", GGOV_RESIDENT_IS, "20", FALSE, "李丽");
  assert_found (fixture, "name", GGOV_RESIDENT_HAS, "王", FALSE, "王小 王建");
  /* What stands for anything elsewhere stands for itself here. */
  assert_found (fixture, "skills", GGOV_RESIDENT_HAS, "%_EXCEL", FALSE, "李丽");
  assert_found (fixture, "skills", GGOV_RESIDENT_HAS, "5_%", FALSE, "");
  /* 95.5 is more than 162 as a text only. */
  assert_found (fixture, "height_cm", GGOV_RESIDENT_IS_FROM, "100", TRUE, "李丽");
  assert_found (fixture, "height_cm", GGOV_RESIDENT_IS_TO, "100", TRUE, "王建");
  assert_found (fixture, "lease_until", GGOV_RESIDENT_IS_TO, "2026-06-30", FALSE, "王小");
  assert_found (fixture, "lease_until", GGOV_RESIDENT_IS_FROM, "2026-07-01", FALSE, "");
  /* What is told by the residence. */
  assert_found (fixture, "relation", GGOV_RESIDENT_IS, "02", FALSE, "王建");
  assert_found (fixture, "door", GGOV_RESIDENT_IS, "501", FALSE, "王小 李丽 王建");
  assert_found (fixture, "grid", GGOV_RESIDENT_IS_EMPTY, NULL, FALSE, "");
  assert_found (fixture, "unit", GGOV_RESIDENT_IS, "9", FALSE, "");
  assert_found (fixture, "living_since", GGOV_RESIDENT_IS_FROM, CAME, FALSE, "王小 李丽 王建");
  assert_found (fixture, "compound", GGOV_RESIDENT_HAS, "'; DROP TABLE person", FALSE, "");
  assert_found (fixture, "special_groups", GGOV_RESIDENT_IS_EMPTY, NULL, FALSE, "王小 李丽 王建");
  assert_found (fixture, "special_groups", GGOV_RESIDENT_IS, "veteran", FALSE, "");

  names = find (fixture, both, G_N_ELEMENTS (both));
  g_assert_cmpstr (names, ==, "王建");
}

/* The schema before ------------------------------------------------------------------------------ */

#define BEFORE "0028-register-orders.sql"

static void
run_sql (sqlite3    *db,
         const char *sql)
{
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every step before the indices, in order. Returns how many. */
static int
run_steps_before (sqlite3 *db)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "schema", "sqlite", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (strcmp (name, BEFORE) < 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *script = NULL;

      g_assert_true (g_file_get_contents (path, &script, NULL, NULL));
      run_sql (db, script);
    }

  return names->len;
}

/* An empty office, whose header is right, is given the schema from before and somebody without a number
 * besides two with one. */
static void
make_office_before (const char *path)
{
  g_autofree char *version = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "PRAGMA application_id = 1196901238; PRAGMA journal_mode = WAL");
  version = g_strdup_printf ("PRAGMA user_version = %d", run_steps_before (db));
  run_sql (db, version);
  run_sql (db, "INSERT INTO person (id, name, pinyin) VALUES (1, '王一', 'wang yi'), "
               "(2, '王二', 'wang er'), (3, '王三', 'wang san'), (4, '王四', 'wang si')");
  run_sql (db, "INSERT INTO resident (person_id, identity_kind, identity_number) VALUES "
               "(1, '111', '1'), (2, '111', '2'), (3, '', NULL), (4, '', NULL)");
  sqlite3_close (db);
}

static int
count (sqlite3    *db,
       const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  int n;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);

  return n;
}

static void
test_migration (void)
{
  g_autofree char *dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "office.gridgov", NULL);
  GgovStore *store;
  sqlite3 *db = NULL;

  make_office_before (path);
  store = ggov_store_new (path, GGOV_STORE_NONE);
  assert_check_clean (store);
  ggov_store_close (store);
  g_object_unref (store);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (count (db, "SELECT count (*) FROM pragma_index_list ('resident') "
                              "WHERE name = 'resident_identity' AND \"unique\" = 1 AND partial = 0"),
                   ==, 1);
  g_assert_cmpint (count (db, "SELECT count (*) FROM resident WHERE identity_number IS NULL"), ==, 2);
  run_sql (db, "SELECT 1 FROM person INDEXED BY person_pinyin ORDER BY pinyin, name");
  run_sql (db, "SELECT 1 FROM residence INDEXED BY residence_moved_in ORDER BY (moved_in || '')");
  run_sql (db, "SELECT 1 FROM resident INDEXED BY resident_filled "
               "ORDER BY required_filled + optional_filled");
  sqlite3_close (db);
  remove_folder (dir);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/residents-orders/orders", StoreFixture, NULL, store_fixture_set_up, test_orders,
              store_fixture_tear_down);
  g_test_add ("/store/residents-orders/conditions", FamilyOffice, NULL, family_office_set_up,
              test_conditions, family_office_tear_down);
  g_test_add_func ("/store/residents-orders/migration", test_migration);

  return g_test_run ();
}
