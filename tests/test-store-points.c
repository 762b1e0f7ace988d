/* test-store-points.c: awards, redemptions and reversals, and the accounts and passbooks they make
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-query-points.h"
#include "ggov-store-award.h"
#include "ggov-store-points.h"
#include "ggov-store-points-rules.h"
#include "ggov-store-rewards.h"
#include "points-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"
#define NOON (POINTS_TODAY + 12 * 3600)

typedef struct
{
  StoreFixture base;
  PointsOffice office;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, points_office_write, &fixture->office);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_check_clean (fixture->base.store);
  store_fixture_tear_down (&fixture->base, data);
}

static gint64
award (Fixture     *fixture,
       int          person,
       int          rule,
       gint64       at,
       const char  *source,
       GError     **error)
{
  const GgovAwardRecord record = {
    .person_id = fixture->office.people[person],
    .rule_id = fixture->office.rules[rule],
    .at = at,
    .source = source,
  };
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_award_async (fixture->base.store, &record, NULL, keep_result, &result);
  if (!ggov_store_award_finish (fixture->base.store, wait_for (&result), &id, error))
    return 0;

  g_assert_cmpint (id, >, 0);

  return id;
}

static gint64
redeem (Fixture  *fixture,
        int       person,
        int       reward,
        gint64    at,
        char    **voucher,
        GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *number = NULL;
  gint64 id = 0;

  ggov_store_redeem_async (fixture->base.store, fixture->office.people[person],
                           fixture->office.rewards[reward], at, NULL, keep_result, &result);
  number = ggov_store_redeem_finish (fixture->base.store, wait_for (&result), &id, error);
  g_assert_true ((number != NULL) == (id != 0));
  if (voucher)
    *voucher = g_steal_pointer (&number);

  return id;
}

static gint64
reverse (Fixture  *fixture,
         gint64    transfer_id,
         GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_reverse_transfer_async (fixture->base.store, transfer_id, NOON, "wrong person", NULL,
                                     keep_result, &result);
  ggov_store_reverse_transfer_finish (fixture->base.store, wait_for (&result), &id, error);

  return id;
}

#define ASSERT_REFUSED(call)                                               \
  G_STMT_START {                                                           \
    g_autoptr(GError) refusal = NULL;                                      \
    g_assert_cmpint ((call), ==, 0);                                       \
    g_assert_error (refusal, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);  \
  } G_STMT_END

/* Looks at the ledger's sums, and that all accounts together are at zero. */
static void
assert_totals (Fixture    *fixture,
               const char *as_of,
               gint64      earned,
               gint64      redeemed,
               gint64      outstanding)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPointsTotals totals;

  ggov_store_get_points_totals_async (fixture->base.store, as_of, NULL, keep_result, &result);
  ggov_store_get_points_totals_finish (fixture->base.store, wait_for (&result), &totals, &error);
  g_assert_no_error (error);
  g_assert_cmpint (totals.earned, ==, earned);
  g_assert_cmpint (totals.redeemed, ==, redeemed);
  g_assert_cmpint (totals.expired, ==, 0);
  g_assert_cmpint (totals.outstanding, ==, outstanding);
  g_assert_cmpint (totals.all_accounts, ==, 0);
}

/* The rows that an answer begins with, in its order. */
static GListModel *
list_rows (Fixture   *fixture,
           GgovQuery *query,
           guint      limit)
{
  GListStore *list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_find_rows_async (fixture->base.store, query, limit, limit, NULL, NULL, keep_result,
                              &result);
  answer = ggov_store_rows_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < answer->keys->len; i++)
    g_list_store_append (list, g_hash_table_lookup (answer->rows,
                                                    &g_array_index (answer->keys, GgovRowKey,
                                                                    i).id));

  return G_LIST_MODEL (list);
}

static GListModel *
list_accounts (Fixture    *fixture,
               const char *as_of)
{
  g_autoptr(GgovQuery) query = ggov_query_new_points_accounts (as_of, NULL, NULL);

  return list_rows (fixture, query, GGOV_QUERY_ALL);
}

static GListModel *
list_entries (Fixture *fixture,
              gint64   account_id,
              guint    limit)
{
  g_autoptr(GgovQuery) query = ggov_query_new_points_entries (account_id, TODAY);

  return list_rows (fixture, query, limit);
}

static gint64
get_number (GListModel *list,
            guint       position,
            const char *property)
{
  g_autoptr(GObject) row = g_list_model_get_item (list, position);
  gint64 value;

  g_assert_nonnull (row);
  g_object_get (row, property, &value, NULL);

  return value;
}

static void
assert_text (GListModel *list,
             guint       position,
             const char *property,
             const char *expected)
{
  g_autoptr(GObject) row = g_list_model_get_item (list, position);
  g_autofree char *value = NULL;

  g_assert_nonnull (row);
  g_object_get (row, property, &value, NULL);
  g_assert_cmpstr (value, ==, expected);
}

static gint64
get_stock (Fixture *fixture,
           int      reward)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) list = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_rewards_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  list = ggov_store_list_rewards_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    if (get_number (list, i, "id") == fixture->office.rewards[reward])
      return get_number (list, i, "stock");

  g_assert_not_reached ();
}

/* Award ----------------------------------------------------------------------------------- */

static void
test_caps (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  /* 4 a day at 2 each: two reports pay, a third does not; somebody else's do, and so does one at
   * the day's last minute or the next day's first. */
  award (fixture, REN, REPORT, NOON, NULL, &error);
  award (fixture, REN, REPORT, POINTS_TODAY + 86400 - 60, NULL, &error);
  g_assert_no_error (error);
  ASSERT_REFUSED (award (fixture, REN, REPORT, POINTS_TODAY, NULL, &refusal));
  award (fixture, SHAN, REPORT, NOON, NULL, &error);
  award (fixture, REN, REPORT, POINTS_TODAY + 86400, NULL, &error);
  g_assert_no_error (error);

  /* Help has no cap: 10 and 10. The day holds 2 + 2 + 2 + 20; one of 2 is tomorrow's. */
  award (fixture, REN, HELP, NOON, NULL, &error);
  award (fixture, REN, HELP, NOON, NULL, &error);
  g_assert_no_error (error);
  assert_totals (fixture, TODAY, 26, 0, 26);
  assert_totals (fixture, "2026-02-14", 28, 0, 28);
}

static void
test_cap_reversed (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 id = award (fixture, REN, MEETING, NOON, NULL, &error);

  /* What was reversed does not count towards the day. */
  ASSERT_REFUSED (award (fixture, REN, MEETING, NOON, NULL, &refusal));
  reverse (fixture, id, &error);
  assert_totals (fixture, TODAY, 0, 0, 0);
  award (fixture, REN, MEETING, NOON, NULL, &error);
  g_assert_no_error (error);
  assert_totals (fixture, TODAY, 5, 0, 5);
}

static void
test_source (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  /* One source pays once under a rule, whoever it is for; another rule may pay for it. */
  award (fixture, REN, HELP, NOON, "issue/12", &error);
  g_assert_no_error (error);
  ASSERT_REFUSED (award (fixture, REN, HELP, NOON, "issue/12", &refusal));
  ASSERT_REFUSED (award (fixture, SHAN, HELP, NOON, "issue/12", &refusal));
  award (fixture, SHAN, REPORT, NOON, "issue/12", &error);
  award (fixture, SHAN, HELP, NOON, "issue/13", &error);
  g_assert_no_error (error);
  assert_totals (fixture, TODAY, 22, 0, 22);
}

/* What was given to the wrong person goes to the right one, once. */
static void
test_source_reversed (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 wrong = award (fixture, REN, HELP, NOON, "issue/12", &error);

  reverse (fixture, wrong, &error);
  award (fixture, SHAN, HELP, NOON, "issue/12", &error);
  g_assert_no_error (error);
  ASSERT_REFUSED (award (fixture, REN, HELP, NOON, "issue/12", &refusal));
  ASSERT_REFUSED (award (fixture, SHAN, HELP, NOON, "issue/12", &refusal));
  assert_totals (fixture, TODAY, 10, 0, 10);
}

static gboolean
end_haircut (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const PointsOffice *office = data;

  return ggov_change_end_reward (change, office->rewards[HAIRCUT], TODAY, error);
}

/* The last day is still one of those on which it is offered, to its last second. */
static void
test_reward_days (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  write_change (fixture->base.store, end_haircut, &fixture->office);
  award (fixture, REN, HELP, NOON, NULL, &error);
  redeem (fixture, REN, HAIRCUT, POINTS_TODAY + 86399, NULL, &error);
  g_assert_no_error (error);
  ASSERT_REFUSED (redeem (fixture, REN, HAIRCUT, POINTS_TODAY + 86400, NULL, &refusal));

  /* The other one has no last day. */
  redeem (fixture, LV, RICE, POINTS_TODAY + 86400, NULL, &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "The balance is not enough for this reward.");
  assert_totals (fixture, TODAY, 10, 3, 7);
}

static void
test_rule_days (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) list = NULL;

  /* Old holds to the last second of 2025, help from the first of 2026. */
  award (fixture, REN, OLD, POINTS_LAST_DAY_OF_2025 + 86399, NULL, &error);
  award (fixture, REN, HELP, POINTS_LAST_DAY_OF_2025 + 86400, NULL, &error);
  g_assert_no_error (error);
  ASSERT_REFUSED (award (fixture, REN, OLD, POINTS_LAST_DAY_OF_2025 + 86400, NULL, &refusal));
  ASSERT_REFUSED (award (fixture, REN, HELP, POINTS_LAST_DAY_OF_2025 + 86399, NULL, &refusal));
  assert_totals (fixture, "2025-12-31", 3, 0, 3);
  assert_totals (fixture, TODAY, 13, 0, 13);

  ggov_store_list_points_rules_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  list = ggov_store_list_points_rules_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  assert_text (list, 0, "code", "HELP");
  assert_text (list, 0, "label", "Help a neighbour");
  g_assert_cmpint (get_number (list, 0, "per-day"), ==, 0);
  assert_text (list, 2, "code", "REPORT");
  g_assert_cmpint (get_number (list, 2, "points"), ==, 2);
  g_assert_cmpint (get_number (list, 2, "per-day"), ==, 4);
}

/* Redeem and reverse ---------------------------------------------------------------------- */

static void
test_redeem (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  /* 5 are not enough for the rice at 8; with 10 more they are, and 7 are left: two haircuts at 3,
   * not three. The one bag is gone then, also for somebody who could pay. */
  award (fixture, REN, MEETING, NOON, NULL, &error);
  ASSERT_REFUSED (redeem (fixture, REN, RICE, NOON, NULL, &refusal));
  award (fixture, REN, HELP, NOON, NULL, &error);
  redeem (fixture, REN, RICE, NOON, &first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_stock (fixture, RICE), ==, 0);
  assert_totals (fixture, TODAY, 15, 8, 7);

  redeem (fixture, REN, HAIRCUT, NOON, NULL, &error);
  redeem (fixture, REN, HAIRCUT, NOON, &second, &error);
  g_assert_no_error (error);
  ASSERT_REFUSED (redeem (fixture, REN, HAIRCUT, NOON, NULL, &refusal));
  g_assert_cmpint (get_stock (fixture, HAIRCUT), ==, -1);

  award (fixture, SHAN, HELP, NOON, NULL, &error);
  ASSERT_REFUSED (redeem (fixture, SHAN, RICE, NOON, NULL, &refusal));
  assert_totals (fixture, TODAY, 25, 14, 11);

  g_assert_true (g_str_has_prefix (first, "20260213-000001-"));
  g_assert_true (g_str_has_prefix (second, "20260213-000003-"));
  g_assert_cmpuint (strlen (first), ==, strlen ("20260213-000042-7391"));
}

static void
test_reverse (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 help = award (fixture, REN, HELP, NOON, NULL, &error);
  gint64 rice = redeem (fixture, REN, RICE, NOON, NULL, &error);
  gint64 id;

  /* 2 of the 10 are left: they are spent, so the redemption has to go first. */
  ASSERT_REFUSED (reverse (fixture, help, &refusal));
  g_assert_cmpint (reverse (fixture, rice, &error), >, 0);
  g_assert_cmpint (get_stock (fixture, RICE), ==, 1);
  assert_totals (fixture, TODAY, 10, 0, 10);

  id = reverse (fixture, help, &error);
  g_assert_no_error (error);
  assert_totals (fixture, TODAY, 0, 0, 0);

  ASSERT_REFUSED (reverse (fixture, help, &refusal));
  ASSERT_REFUSED (reverse (fixture, rice, &refusal));
  ASSERT_REFUSED (reverse (fixture, id, &refusal));
  g_assert_cmpint (reverse (fixture, 999, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND);
  assert_totals (fixture, TODAY, 0, 0, 0);
}

static void
test_no_undo (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  /* The office is the first change, the award the second. */
  award (fixture, REN, MEETING, NOON, NULL, &error);
  ggov_store_undo_async (fixture->base.store, 2, NULL, keep_result, &result);
  g_assert_false (ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  assert_totals (fixture, TODAY, 5, 0, 5);
}

/* Lists ----------------------------------------------------------------------------------- */

/* Ren: old 3 in 2025; meeting 5, report 2 and 2, help 10 in 2026; rice for 8; help reversed.
 * 3 + 5 + 2 + 2 + 10 - 8 = 14 before the last, 4 after it; Lv: help 10. */
static gint64
write_a_year (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gint64 help;

  award (fixture, REN, OLD, POINTS_LAST_DAY_OF_2025, NULL, &error);
  award (fixture, REN, MEETING, NOON - 3600, NULL, &error);
  award (fixture, REN, REPORT, NOON - 3000, NULL, &error);
  award (fixture, REN, REPORT, NOON - 2000, NULL, &error);
  help = award (fixture, REN, HELP, NOON - 1800, NULL, &error);
  assert_totals (fixture, TODAY, 22, 0, 22);
  award (fixture, LV, HELP, NOON - 1800, NULL, &error);
  redeem (fixture, REN, RICE, NOON - 60, NULL, &error);
  g_assert_no_error (error);
  assert_totals (fixture, TODAY, 32, 8, 24);
  reverse (fixture, help, &error);
  g_assert_no_error (error);
  assert_totals (fixture, TODAY, 22, 8, 14);

  return help;
}

static void
test_accounts (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GListModel) now = NULL;
  g_autoptr(GListModel) then = NULL;

  write_a_year (fixture);
  now = list_accounts (fixture, TODAY);

  /* lü before ren; then the venue and where points come from. Lv is in the grid by the building. */
  g_assert_cmpuint (g_list_model_get_n_items (now), ==, 4);
  assert_text (now, 0, "name", "吕建国");
  assert_text (now, 0, "grid", "第一网格");
  g_assert_cmpint (get_number (now, 0, "balance"), ==, 10);

  assert_text (now, 1, "name", "任晓明");
  assert_text (now, 1, "grid-code", "150203005001001");
  g_assert_cmpint (get_number (now, 1, "owner-id"), ==, fixture->office.people[REN]);
  g_assert_cmpint (get_number (now, 1, "balance"), ==, 4);
  g_assert_cmpint (get_number (now, 1, "earned"), ==, 9);
  g_assert_cmpint (get_number (now, 1, "redeemed"), ==, 8);
  assert_text (now, 1, "last-day", TODAY);

  assert_text (now, 2, "name", "慈善超市");
  assert_text (now, 2, "kind", "venue");
  g_assert_cmpint (get_number (now, 2, "balance"), ==, 8);
  g_assert_cmpint (get_number (now, 2, "redeemed"), ==, 8);
  assert_text (now, 3, "name", "Points issued");
  g_assert_cmpint (get_number (now, 3, "balance"), ==, -22);

  /* On the last day of 2025 only the 3 were there, and nobody had a post. */
  then = list_accounts (fixture, "2025-12-31");
  assert_text (then, 1, "grid", "");
  g_assert_cmpint (get_number (then, 1, "balance"), ==, 3);
  g_assert_cmpint (get_number (then, 1, "earned"), ==, 3);
  g_assert_cmpint (get_number (then, 1, "redeemed"), ==, 0);
  assert_text (then, 1, "last-day", "2025-12-31");
  g_assert_cmpint (get_number (then, 0, "balance"), ==, 0);
  assert_text (then, 0, "last-day", "");
}

/* The names of the accounts that are listed, a blank after each. */
static void
assert_accounts (Fixture                *fixture,
                 const char             *as_of,
                 const GgovPointsFilter *filter,
                 const char             *column,
                 gboolean                descending,
                 const char             *expected)
{
  const GgovPointsOrder order = { column, descending };
  g_autoptr(GgovQuery) query = ggov_query_new_points_accounts (as_of, filter, &order);
  g_autoptr(GListModel) list = list_rows (fixture, query, GGOV_QUERY_ALL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GgovPointsAccount) account = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%s ", ggov_points_account_get_fields (account)->name);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Lv has 10, Ren 4 of 9 earned and 8 redeemed in the year, the shop 8, and -22 were issued. At the end
 * of 2025 there were but Ren's 3. */
static void
test_accounts_order (Fixture       *fixture,
                     gconstpointer  data)
{
  const GgovPointsFilter in_grid = { .grid_code = "150203005001001" };
  const GgovPointsFilter office = { .kind = "office" };
  const GgovPointsFilter venue = { .kind = "venue" };
  const GgovPointsFilter typed = { .text = "RXM 任" };
  const GgovPointsFilter label = { .text = "issued" };

  write_a_year (fixture);
  assert_accounts (fixture, TODAY, NULL, "account", TRUE,
                   "Points issued 慈善超市 任晓明 吕建国 ");
  assert_accounts (fixture, TODAY, NULL, "balance", FALSE,
                   "Points issued 任晓明 慈善超市 吕建国 ");
  assert_accounts (fixture, TODAY, NULL, "balance", TRUE,
                   "吕建国 慈善超市 任晓明 Points issued ");
  assert_accounts (fixture, "2025-12-31", NULL, "balance", TRUE,
                   "任晓明 吕建国 慈善超市 Points issued ");
  assert_accounts (fixture, TODAY, NULL, "redeemed", FALSE,
                   "吕建国 Points issued 任晓明 慈善超市 ");
  assert_accounts (fixture, TODAY, NULL, "earned", FALSE,
                   "慈善超市 任晓明 吕建国 Points issued ");
  assert_accounts (fixture, TODAY, NULL, "grid", FALSE,
                   "慈善超市 Points issued 吕建国 任晓明 ");
  assert_accounts (fixture, "2025-12-31", NULL, "last", FALSE,
                   "吕建国 慈善超市 任晓明 Points issued ");

  assert_accounts (fixture, TODAY, &in_grid, "balance", FALSE, "任晓明 吕建国 ");
  assert_accounts (fixture, "2025-12-31", &in_grid, NULL, FALSE, "");
  assert_accounts (fixture, TODAY, &office, NULL, FALSE, "Points issued ");
  assert_accounts (fixture, TODAY, &venue, NULL, FALSE, "慈善超市 ");
  assert_accounts (fixture, TODAY, &typed, NULL, FALSE, "任晓明 ");
  assert_accounts (fixture, TODAY, &label, NULL, FALSE, "Points issued ");
}

static void
test_entries (Fixture       *fixture,
              gconstpointer  data)
{
  /* From the newest: what each moved and what it left. */
  const struct { const char *kind; gint64 points; gint64 balance; } expected[] = {
    { "reverse", -10, 4 }, { "redeem", -8, 14 }, { "earn", 10, 22 }, { "earn", 2, 12 },
    { "earn", 2, 10 }, { "earn", 5, 8 }, { "earn", 3, 3 },
  };
  g_autoptr(GListModel) accounts = NULL;
  g_autoptr(GListModel) list = NULL;
  g_autoptr(GListModel) latest = NULL;
  g_autoptr(GListModel) all = NULL;
  gint64 help = write_a_year (fixture);
  gint64 ren;

  accounts = list_accounts (fixture, TODAY);
  ren = get_number (accounts, 1, "id");
  list = list_entries (fixture, ren, 100);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_text (list, i, "kind", expected[i].kind);
      g_assert_cmpint (get_number (list, i, "points"), ==, expected[i].points);
      g_assert_cmpint (get_number (list, i, "balance"), ==, expected[i].balance);
      g_assert_cmpint (get_number (list, i, "reversed"), ==, i == 2);
    }

  g_assert_cmpint (get_number (list, 0, "reverses-id"), ==, help);
  assert_text (list, 0, "label", "Help a neighbour");
  assert_text (list, 0, "note", "wrong person");
  assert_text (list, 0, "day", TODAY);
  assert_text (list, 0, "time", "12:00");
  assert_text (list, 0, "owner", "");
  assert_text (list, 1, "label", "大米 5 千克");
  assert_text (list, 1, "counter", "慈善超市");
  assert_text (list, 2, "counter", "Points issued");

  /* The latest two keep the balances that all seven make. */
  latest = list_entries (fixture, ren, 2);
  g_assert_cmpuint (g_list_model_get_n_items (latest), ==, 2);
  g_assert_cmpint (get_number (latest, 1, "balance"), ==, 14);

  /* All people: Lv's entry among them, and what is outstanding at the end. */
  all = list_entries (fixture, 0, 100);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 8);
  g_assert_cmpint (get_number (all, 0, "balance"), ==, 14);
  assert_text (all, 2, "owner", "吕建国");
}

#define ADD(path, test) g_test_add ((path), Fixture, NULL, set_up, (test), tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/points/caps", test_caps);
  ADD ("/store/points/cap-reversed", test_cap_reversed);
  ADD ("/store/points/source", test_source);
  ADD ("/store/points/source-reversed", test_source_reversed);
  ADD ("/store/points/reward-days", test_reward_days);
  ADD ("/store/points/rule-days", test_rule_days);
  ADD ("/store/points/redeem", test_redeem);
  ADD ("/store/points/reverse", test_reverse);
  ADD ("/store/points/no-undo", test_no_undo);
  ADD ("/store/points/accounts", test_accounts);
  ADD ("/store/points/accounts/order", test_accounts_order);
  ADD ("/store/points/entries", test_entries);

  return g_test_run ();
}
