/* test-store-points-old.c: an office with points from before rules were data is brought up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>
#include <string.h>

#include "ggov-db.h"
#include "ggov-store-award.h"
#include "ggov-store-points-check.h"
#include "ggov-store-points-rules.h"
#include "ggov-store-settlements.h"
#include "store-fixture.h"

#define BEFORE "0025-points-rules.sql"

/* 2026-02-01T00:00:00+08:00; a day's seconds. */
#define FEBRUARY 1769875200
#define DAY      86400

/* Three awards of ten, 4 redeemed in January and used, 4 in February that were taken back, 8 that stand:
 * one person holds 18, the venue 12. */
#define LEDGER \
  "INSERT INTO person (id, name, pinyin) VALUES (1, '任晓明', 'ren xiao ming');" \
  "INSERT INTO organisation (id, kind, name) VALUES (1, 'venue', '慈善超市');" \
  "INSERT INTO venue (id, organisation_id) VALUES (1, 1);" \
  "INSERT INTO reward (id, venue_id, name, points, stock) VALUES (1, 1, '抽纸', 4, 7), (2, 1, '大米', 8, 3);" \
  "INSERT INTO points_rule (id, code, activity, activity_zh, points, per_day, valid_from) " \
  "VALUES (1, 'meeting', 'Meeting', '会议', 10, 10, '2025-01-01');" \
  "INSERT INTO points_account (id, kind, person_id, venue_id) VALUES (1, 'issue', NULL, NULL), " \
  "(2, 'person', 1, NULL), (3, 'venue', NULL, 1);" \
  "INSERT INTO points_transfer (id, kind, at, rule_id, reward_id, reverses_id, source, note) VALUES " \
  "(1, 'earn', 1769356800, 1, NULL, NULL, 'meeting/1', ''), " \
  "(2, 'earn', 1769443200, 1, NULL, NULL, 'meeting/2', ''), " \
  "(3, 'redeem', 1769529600, NULL, 1, NULL, NULL, ''), " \
  "(4, 'earn', 1769961600, 1, NULL, NULL, 'meeting/3', ''), " \
  "(5, 'redeem', 1770048000, NULL, 1, NULL, NULL, ''), " \
  "(6, 'reverse', 1770052000, NULL, NULL, 5, NULL, '没有货了'), " \
  "(7, 'redeem', 1770134400, NULL, 2, NULL, NULL, '');" \
  "INSERT INTO points_entry (transfer_id, account_id, points) VALUES (1, 1, -10), (1, 2, 10), " \
  "(2, 1, -10), (2, 2, 10), (3, 2, -4), (3, 3, 4), (4, 1, -10), (4, 2, 10), (5, 2, -4), (5, 3, 4), " \
  "(6, 2, 4), (6, 3, -4), (7, 2, -8), (7, 3, 8);" \
  "INSERT INTO voucher (number, transfer_id, state, used_at) VALUES " \
  "('20260127-000001-1111', 3, 'used', 1769530000), ('20260202-000002-2222', 5, 'void', NULL), " \
  "('20260203-000003-3333', 7, 'open', NULL);"

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

/* Every step before the rules, in order. Returns how many. */
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

static void
make_office_before (const char *path)
{
  g_autofree char *version = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "PRAGMA application_id = 1196901238; PRAGMA journal_mode = WAL");
  version = g_strdup_printf ("PRAGMA user_version = %d", run_steps_before (db));
  g_assert_cmpstr (version, ==, "PRAGMA user_version = 24");
  run_sql (db, version);
  run_sql (db, LEDGER);
  sqlite3_close (db);
}

/* The checker of the ledger alone finds nothing, and all accounts are at zero. */
static void
assert_ledger (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) findings = NULL;

  ggov_store_check_points_async (store, NULL, keep_result, &result);
  findings = ggov_store_check_points_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
}

static void
assert_sheet (GgovStore  *store,
              const char *month,
              int         opening,
              int         redeemed,
              int         returned,
              int         closing)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) sheets = NULL;
  g_autoptr(GgovSettlement) sheet = NULL;
  const GgovSettlementFields *fields;

  ggov_store_list_settlements_async (store, month, NULL, keep_result, &result);
  sheets = ggov_store_list_settlements_finish (store, wait_for (&result), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (sheets), ==, 1);
  sheet = g_list_model_get_item (sheets, 0);
  fields = ggov_settlement_get_fields (sheet);
  g_assert_cmpint (fields->opening, ==, opening);
  g_assert_cmpint (fields->redeemed, ==, redeemed);
  g_assert_cmpint (fields->returned, ==, returned);
  g_assert_cmpint (fields->closing, ==, closing);
}

static gboolean
award (GgovStore   *store,
       const char  *source,
       gint64       at,
       GError     **error)
{
  const GgovAwardRecord record = { .person_id = 1, .rule_id = 1, .at = at, .source = source };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_award_async (store, &record, NULL, keep_result, &result);

  return ggov_store_award_finish (store, wait_for (&result), NULL, error);
}

/* What it says of itself is as before, and it goes on: a source that paid pays no second time, the rule
 * gives what it gave, and what is redeemed is taken in by the venue. */
static void
test_migration (void)
{
  g_autofree char *dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "office.gridgov", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) paid = NULL, fine = NULL;
  g_autofree char *number = NULL;
  GgovStore *store;

  make_office_before (path);
  store = ggov_store_new (path, GGOV_STORE_NONE);
  assert_check_clean (store);
  assert_ledger (store);
  assert_sheet (store, "2026-01", 0, 4, 0, 4);
  assert_sheet (store, "2026-02", 4, 12, 4, 12);

  g_assert_false (award (store, "meeting/3", FEBRUARY + 4 * DAY, &paid));
  g_assert_error (paid, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_true (award (store, "meeting/4", FEBRUARY + 4 * DAY, &fine));
  g_assert_no_error (fine);
  ggov_store_redeem_async (store, 1, 2, FEBRUARY + 5 * DAY, NULL, keep_result, &result);
  number = ggov_store_redeem_finish (store, wait_for (&result), NULL, &fine);
  g_assert_no_error (fine);
  assert_sheet (store, "2026-02", 4, 20, 4, 20);
  assert_ledger (store);

  ggov_store_close (store);
  g_object_unref (store);
  remove_folder (dir);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/points-old/migration", test_migration);

  return g_test_run ();
}
