/* test-store-points-model.c: the points ledger beside a plain model of it, by chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts are drawn by chance, done to a ledger and to a model that is a list of them, and both have to say
 * the same. The seed is printed; GRIDGOV_TEST_SEED repeats one.
 */

#include "ggov-store-award.h"
#include "ggov-store-person-points.h"
#include "ggov-store-points.h"
#include "ggov-store-rewards.h"
#include "points-office.h"
#include "store-fixture.h"

#define N_ACTS    70
#define N_SOURCES 6
#define NOON (POINTS_TODAY + 12 * 3600)
#define LAST_DAY  "2026-02-16"

/* As points-office.h has them, in the order of its numbers. From and to are days beside NOON's. */
static const struct { int points, per_day, from, to; } rules[N_POINTS_RULES] = {
  [MEETING] = { 5, 5, -408, 9999 },
  [REPORT] = { 2, 4, -408, 9999 },
  [HELP] = { 10, 0, -43, 9999 },
  [OLD] = { 3, 0, -408, -44 },
};
static const int prices[N_POINTS_REWARDS] = { [RICE] = 8, [HAIRCUT] = 3 };

typedef enum { EARN, REDEEM, REVERSE } Kind;

/* One transfer, as the model remembers it. */
typedef struct
{
  gint64   id;
  Kind     kind;
  int      person;
  int      what;     /* rule or reward */
  int      day;      /* beside NOON's */
  int      source;   /* -1 for none */
  gboolean reversed;
} Move;

typedef struct
{
  StoreFixture  base;
  PointsOffice  office;
  GArray       *moves; /* (element-type Move) */
  int           rice;  /* bags on the shelf */
  GRand        *chance;
} Fixture;

/* The model -------------------------------------------------------------------------------------- */

static int
get_points (const Move *move)
{
  return move->kind == EARN ? rules[move->what].points : -prices[move->what];
}

static int
reckon_balance (Fixture *fixture,
                int      person)
{
  int balance = 0;

  for (guint i = 0; i < fixture->moves->len; i++)
    {
      const Move *move = &g_array_index (fixture->moves, Move, i);

      if (move->kind != REVERSE && !move->reversed && move->person == person)
        balance += get_points (move);
    }

  return balance;
}

static gboolean
may_earn (Fixture    *fixture,
          const Move *wish)
{
  int today = rules[wish->what].points;

  if (wish->day < rules[wish->what].from || wish->day > rules[wish->what].to)
    return FALSE;

  for (guint i = 0; i < fixture->moves->len; i++)
    {
      const Move *move = &g_array_index (fixture->moves, Move, i);

      if (move->kind != EARN || move->reversed || move->what != wish->what)
        continue;
      if (wish->source >= 0 && move->source == wish->source)
        return FALSE;
      if (move->person == wish->person && move->day == wish->day)
        today += get_points (move);
    }

  return rules[wish->what].per_day == 0 || today <= rules[wish->what].per_day;
}

static gboolean
may_redeem (Fixture    *fixture,
            const Move *wish)
{
  return reckon_balance (fixture, wish->person) >= prices[wish->what] &&
         (wish->what != RICE || fixture->rice > 0);
}

static gboolean
may_reverse (Fixture    *fixture,
             const Move *move)
{
  return move->kind != REVERSE && !move->reversed &&
         (move->kind == REDEEM || reckon_balance (fixture, move->person) >= get_points (move));
}

/* The ledger -------------------------------------------------------------------------------------- */

static gint64
award (Fixture     *fixture,
       const Move  *wish,
       GError     **error)
{
  g_autofree char *source = wish->source < 0 ? NULL : g_strdup_printf ("visit/%d", wish->source);
  const GgovAwardRecord record = {
    .person_id = fixture->office.people[wish->person],
    .rule_id = fixture->office.rules[wish->what],
    .at = NOON + wish->day * 86400,
    .source = source,
  };
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_award_async (fixture->base.store, &record, NULL, keep_result, &result);
  ggov_store_award_finish (fixture->base.store, wait_for (&result), &id, error);

  return id;
}

static gint64
redeem (Fixture     *fixture,
        const Move  *wish,
        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *voucher = NULL;
  gint64 id = 0;

  ggov_store_redeem_async (fixture->base.store, fixture->office.people[wish->person],
                           fixture->office.rewards[wish->what], NOON + wish->day * 86400, NULL,
                           keep_result, &result);
  voucher = ggov_store_redeem_finish (fixture->base.store, wait_for (&result), &id, error);

  return id;
}

static gint64
reverse (Fixture  *fixture,
         gint64    transfer_id,
         GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_reverse_transfer_async (fixture->base.store, transfer_id, NOON, "by chance", NULL,
                                     keep_result, &result);
  ggov_store_reverse_transfer_finish (fixture->base.store, wait_for (&result), &id, error);

  return id;
}

/* Both ------------------------------------------------------------------------------------------ */

static gint64
act (Fixture   *fixture,
     Move      *wish,
     gboolean  *expected,
     GError   **error)
{
  guint n = fixture->moves->len;
  Move *reversed = n > 0 ? &g_array_index (fixture->moves, Move,
                                           g_rand_int_range (fixture->chance, 0, n)) : NULL;
  int die = g_rand_int_range (fixture->chance, 0, 10);
  gint64 id;

  wish->person = g_rand_int_range (fixture->chance, 0, N_POINTS_PEOPLE);
  wish->day = g_rand_int_range (fixture->chance, 0, 12) == 0 ? -44
              : g_rand_int_range (fixture->chance, 0, 4);
  if (die < 5 || reversed == NULL)
    {
      wish->kind = EARN;
      wish->what = g_rand_int_range (fixture->chance, 0, N_POINTS_RULES);
      wish->source = g_rand_int_range (fixture->chance, -N_SOURCES, N_SOURCES);
      *expected = may_earn (fixture, wish);
      return award (fixture, wish, error);
    }
  if (die < 8)
    {
      wish->kind = REDEEM;
      wish->what = g_rand_int_range (fixture->chance, 0, N_POINTS_REWARDS);
      *expected = may_redeem (fixture, wish);
      if ((id = redeem (fixture, wish, error)) != 0 && wish->what == RICE)
        fixture->rice--;
      return id;
    }

  wish->kind = REVERSE;
  *expected = may_reverse (fixture, reversed);
  if ((id = reverse (fixture, reversed->id, error)) != 0)
    {
      reversed->reversed = TRUE;
      if (reversed->kind == REDEEM && reversed->what == RICE)
        fixture->rice++;
    }

  return id;
}

static void
compare (Fixture *fixture)
{
  gint64 outstanding = 0;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPointsTotals totals;

  for (int person = 0; person < N_POINTS_PEOPLE; person++)
    {
      g_autoptr(GAsyncResult) found = NULL;
      GgovPersonPoints points;

      ggov_store_get_person_points_async (fixture->base.store, fixture->office.people[person],
                                          LAST_DAY, NULL, keep_result, &found);
      ggov_store_get_person_points_finish (fixture->base.store, wait_for (&found), &points, &error);
      g_assert_no_error (error);
      g_assert_cmpint (points.balance, ==, reckon_balance (fixture, person));
      outstanding += points.balance;
    }

  ggov_store_get_points_totals_async (fixture->base.store, LAST_DAY, NULL, keep_result, &result);
  ggov_store_get_points_totals_finish (fixture->base.store, wait_for (&result), &totals, &error);
  g_assert_no_error (error);
  g_assert_cmpint (totals.outstanding, ==, outstanding);
  g_assert_cmpint (totals.all_accounts, ==, 0);
}

static void
test_chance (Fixture       *fixture,
             gconstpointer  data)
{
  const char *wish = g_getenv ("GRIDGOV_TEST_SEED");
  guint32 seed = wish ? (guint32) g_ascii_strtoull (wish, NULL, 10) : g_random_int ();
  guint n_refused = 0;

  g_test_message ("GRIDGOV_TEST_SEED=%u", seed);
  fixture->chance = g_rand_new_with_seed (seed);

  for (guint i = 0; i < N_ACTS; i++)
    {
      Move move = { .source = -1 };
      g_autoptr(GError) error = NULL;
      gboolean expected = FALSE;

      move.id = act (fixture, &move, &expected, &error);
      g_assert_cmpint (move.id != 0, ==, expected);
      if (move.id != 0)
        g_array_append_val (fixture->moves, move);
      else
        g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
      n_refused += move.id == 0;
      if (i % 5 == 4)
        compare (fixture);
    }

  g_test_message ("%u acts, %u refused", N_ACTS, n_refused);
  assert_check_clean (fixture->base.store);
  g_rand_free (fixture->chance);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, points_office_write, &fixture->office);
  fixture->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  fixture->rice = 1;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_array_unref (fixture->moves);
  store_fixture_tear_down (&fixture->base, data);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/points-model/1", Fixture, NULL, set_up, test_chance, tear_down);
  g_test_add ("/store/points-model/2", Fixture, NULL, set_up, test_chance, tear_down);
  g_test_add ("/store/points-model/3", Fixture, NULL, set_up, test_chance, tear_down);

  return g_test_run ();
}
