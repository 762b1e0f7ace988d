/* test-store-points-merge.c: the points of somebody who was two records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-query-points.h"
#include "ggov-store-award.h"
#include "ggov-store-changes.h"
#include "ggov-store-person-points.h"
#include "ggov-store-points.h"
#include "ggov-store-rewards.h"
#include "ggov-store-twins.h"
#include "points-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"
#define NOON (POINTS_TODAY + 12 * 3600)

typedef struct
{
  StoreFixture base;
  PointsOffice office;
  gint64       awards[N_POINTS_PEOPLE]; /* five points each, of the same day */
} Fixture;

static gint64
award (Fixture  *fixture,
       int       person,
       GError  **error)
{
  const GgovAwardRecord record = {
    .person_id = fixture->office.people[person], .rule_id = fixture->office.rules[MEETING],
    .at = NOON,
  };
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_award_async (fixture->base.store, &record, NULL, keep_result, &result);

  return ggov_store_award_finish (fixture->base.store, wait_for (&result), &id, error) ? id : 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, points_office_write, &fixture->office);
  for (int i = 0; i < N_POINTS_PEOPLE; i++)
    fixture->awards[i] = award (fixture, i, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_check_clean (fixture->base.store);
  store_fixture_tear_down (&fixture->base, data);
}

static gint64
merge (Fixture *fixture,
       int      keep,
       int      other)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change = 0;

  ggov_store_merge_people_async (fixture->base.store, fixture->office.people[keep],
                                 fixture->office.people[other], NULL, keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), &change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (change, >, 0);

  return change;
}

static gboolean
undo (Fixture  *fixture,
      gint64    change,
      GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static gint64
redeem_rice (Fixture  *fixture,
             int       person,
             GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *number = NULL;
  gint64 id = 0;

  ggov_store_redeem_async (fixture->base.store, fixture->office.people[person],
                           fixture->office.rewards[RICE], NOON, NULL, keep_result, &result);
  number = ggov_store_redeem_finish (fixture->base.store, wait_for (&result), &id, error);

  return number ? id : 0;
}

static gboolean
reverse (Fixture  *fixture,
         gint64    transfer_id,
         GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_reverse_transfer_async (fixture->base.store, transfer_id, NOON, "wrong", NULL,
                                     keep_result, &result);

  return ggov_store_reverse_transfer_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static guint
count_rows (Fixture   *fixture,
            GgovQuery *query)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_find_rows_async (fixture->base.store, query, GGOV_QUERY_ALL, GGOV_QUERY_ALL, NULL, NULL,
                              keep_result, &result);
  answer = ggov_store_rows_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  ggov_query_unref (query);

  return answer->keys->len;
}

/* @n_entries: in the passbook */
static void
assert_points (Fixture *fixture,
               int      person,
               gint64   balance,
               guint    n_entries)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPersonPoints points;

  ggov_store_get_person_points_async (fixture->base.store, fixture->office.people[person], TODAY,
                                      NULL, keep_result, &result);
  ggov_store_get_person_points_finish (fixture->base.store, wait_for (&result), &points, &error);
  g_assert_no_error (error);
  g_assert_cmpint (points.balance, ==, balance);
  g_assert_cmpuint (count_rows (fixture, ggov_query_new_points_entries (points.account_id, TODAY)),
                    ==, n_entries);
}

/* People who have an account, in the table and in the totals. */
static void
assert_accounts (Fixture *fixture,
                 guint    n)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const GgovPointsFilter filter = { .kind = "person" };
  const GgovPointsOrder orders[] = { { "balance", FALSE }, { "last", FALSE } };
  GgovPointsTotals totals;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    g_assert_cmpuint (count_rows (fixture, ggov_query_new_points_accounts (
                                             TODAY, &filter, &orders[i])), ==, n);

  ggov_store_get_points_totals_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  ggov_store_get_points_totals_finish (fixture->base.store, wait_for (&result), &totals, &error);
  g_assert_no_error (error);
  g_assert_cmpint (totals.people, ==, n);
  g_assert_cmpint (totals.all_accounts, ==, 0);
}

/* Neither had enough for the rice, which is eight points; what is spent together stays together. */
static void
test_spent (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 change, rice;

  g_assert_cmpint (redeem_rice (fixture, LV, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  change = merge (fixture, LV, SHAN);
  assert_points (fixture, LV, 10, 2);
  assert_accounts (fixture, 2);
  g_assert_cmpint (award (fixture, LV, &error), ==, 0); /* five a day, and there were ten */
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  rice = redeem_rice (fixture, LV, &error);
  g_assert_no_error (error);
  assert_points (fixture, LV, 2, 3);
  assert_check_clean (fixture->base.store);

  g_assert_false (undo (fixture, change, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (reverse (fixture, fixture->awards[SHAN], &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (reverse (fixture, rice, &error));
  g_assert_true (reverse (fixture, fixture->awards[SHAN], &error));
  g_assert_no_error (error);
  assert_points (fixture, LV, 5, 5);

  g_assert_true (undo (fixture, change, &error));
  g_assert_no_error (error);
  assert_points (fixture, LV, 5, 3);
  assert_points (fixture, SHAN, 0, 2);
  assert_accounts (fixture, 3);
}

/* Whoever was two already is now three. */
static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 change;

  merge (fixture, LV, SHAN);
  change = merge (fixture, REN, LV);
  assert_points (fixture, REN, 15, 3);
  assert_accounts (fixture, 1);
  assert_check_clean (fixture->base.store);

  g_assert_true (undo (fixture, change, &error));
  g_assert_no_error (error);
  assert_points (fixture, REN, 5, 1);
  assert_points (fixture, LV, 10, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/points-merge/spent", Fixture, NULL, set_up, test_spent, tear_down);
  g_test_add ("/store/points-merge/chain", Fixture, NULL, set_up, test_chain, tear_down);

  return g_test_run ();
}
