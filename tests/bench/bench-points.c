/* bench-points.c: a points ledger of a million entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints how long its balances, settlements and check take. An argument says how many transfers there are to be; a
 * transfer has two entries.
 */

#include "ggov-db.h"
#include "ggov-store-points-balance.h"
#include "ggov-store-points-check.h"
#include "ggov-store-settlements.h"
#include "points-office.h"
#include "store-fixture.h"

#define N_TRANSFERS 500000
#define N_ASKED     200

/* Two of three transfers give ten to one of three people, the third takes three off one. Written past
 * the program, but by way of all triggers. */
#define SCRIPT \
  "INSERT INTO points_account (kind) VALUES ('issue');" \
  "INSERT INTO points_account (kind, person_id) SELECT 'person', id FROM person;" \
  "INSERT INTO points_account (kind, venue_id) SELECT 'venue', id FROM venue;" \
  "INSERT INTO points_transfer (kind, at, rule_id, reward_id) " \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) " \
  "SELECT CASE WHEN i %% 3 = 0 THEN 'redeem' ELSE 'earn' END, 1768000000 + i * 5, " \
  "CASE WHEN i %% 3 = 0 THEN NULL ELSE (SELECT min (id) FROM points_rule) END, " \
  "CASE WHEN i %% 3 = 0 THEN (SELECT min (id) FROM reward) END FROM n;" \
  "INSERT INTO points_entry (transfer_id, account_id, points) " \
  "SELECT t.id, CASE WHEN (t.kind = 'earn') = (l.side = 1) THEN " \
  "CASE WHEN t.kind = 'earn' THEN o.issue ELSE o.venue END ELSE o.issue + 1 + t.id / 3 %% 3 END, " \
  "CASE WHEN l.side = 1 THEN -1 ELSE 1 END * CASE WHEN t.kind = 'earn' THEN 10 ELSE -3 END " \
  "FROM points_transfer t, (SELECT 1 AS side UNION ALL SELECT 2) l, " \
  "(SELECT (SELECT id FROM points_account WHERE kind = 'issue') AS issue, " \
  "(SELECT id FROM points_account WHERE kind = 'venue') AS venue) o ORDER BY t.id, l.side;"

static void
print_time (const char *what,
            gint64      start,
            guint       n)
{
  g_print ("%-36s %10.3f ms\n", what, (g_get_monotonic_time () - start) / 1e3 / n);
}

static void
write_ledger (StoreFixture *fixture,
              guint         n_transfers)
{
  g_autofree char *script = g_strdup_printf (SCRIPT, n_transfers);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDb) db = ggov_db_open (fixture->path, GGOV_DB_OPEN, &error);
  gint64 start = g_get_monotonic_time ();

  g_assert_no_error (error);
  ggov_db_begin (db, &error);
  g_assert_no_error (error);
  ggov_db_set_change (db, 1);
  ggov_db_run_script (db, script, &error);
  g_assert_no_error (error);
  ggov_db_commit (db, &error);
  g_assert_no_error (error);
  print_time ("write the ledger", start, 1);
}

static void
ask_balances (StoreFixture *fixture,
              gint64        account_id,
              const char   *what)
{
  gint64 start = g_get_monotonic_time ();
  gint64 points = 0;

  for (guint i = 0; i < N_ASKED; i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      ggov_store_get_points_balance_async (fixture->store, account_id, "2099-12-31", NULL, keep_result,
                                           &result);
      ggov_store_get_points_balance_finish (fixture->store, wait_for (&result), &points, &error);
      g_assert_no_error (error);
    }
  print_time (what, start, N_ASKED);
}

static void
check (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  ggov_store_check_points_async (fixture->store, NULL, keep_result, &result);
  findings = ggov_store_check_points_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
  print_time ("full check", start, 1);
}

static void
settle (StoreFixture *fixture,
        const char   *month,
        const char   *what)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) sheets = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  ggov_store_list_settlements_async (fixture->store, month, NULL, keep_result, &result);
  sheets = ggov_store_list_settlements_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  print_time (what, start, 1);
}

int
main (int   argc,
      char *argv[])
{
  StoreFixture fixture;
  PointsOffice office;

  store_fixture_set_up (&fixture, NULL);
  write_change (fixture.store, points_office_write, &office);
  write_ledger (&fixture, argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : N_TRANSFERS);
  ask_balances (&fixture, 1, "balance of where points come from");
  ask_balances (&fixture, 2, "balance of a person");
  ask_balances (&fixture, 5, "balance of a venue");
  settle (&fixture, "2026-01", "settlement of most of the ledger");
  settle (&fixture, "2026-02", "settlement of its last month");
  check (&fixture);
  store_fixture_tear_down (&fixture, NULL);

  return 0;
}
