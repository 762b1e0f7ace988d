/* test-store-points-model.c: the points ledger beside a plain model of it, by chance
 *
 * What the model knows of lots it finds by going through its list again, from the first move on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts are drawn by chance, done to a ledger and to a model that is a list of them, and both have to say
 * the same. The seed is printed; GRIDGOV_TEST_SEED repeats one.
 */

#include "ggov-store-award.h"
#include "ggov-store-person-points.h"
#include "ggov-store-points-expiry.h"
#include "ggov-store-points-proposals.h"
#include "ggov-store-points.h"
#include "ggov-store-rewards.h"
#include "ggov-store-vouchers.h"
#include "points-office.h"
#include "store-fixture.h"

#define N_ACTS    90
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

/* Points are good for a month. Those of the last day of 2025 are past it on every other day here. */
static const GgovPointsExpiry terms = { GGOV_POINTS_ROLLING, 1, 10 };
#define LAST_GOOD (-13) /* of them: 2026-01-31, beside 2026-02-13 */

typedef enum { EARN, REDEEM, REVERSE, EXPIRE } Kind;

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
  int      points;   /* that came or went */
  gint64   undone;   /* what a reversal reversed */
  gboolean used;     /* its voucher was handed in */
  gboolean is_rest;  /* what was kept when a part was returned: it has no voucher */
  char     voucher[32];
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
reckon_balance (Fixture *fixture,
                int      person)
{
  int balance = 0;

  for (guint i = 0; i < fixture->moves->len; i++)
    if (g_array_index (fixture->moves, Move, i).person == person)
      balance += g_array_index (fixture->moves, Move, i).points;

  return balance;
}

/* A point by itself: of which move it came, and by which it went. */
typedef struct
{
  guint lot;
  int   day;
  int   gone; /* place of a move in the list; -1 while it is there */
} Point;

/* Takes one that is there: of a move if there is one of it, else the oldest. */
static void
spend_point (GArray *points,
             guint   by,
             int     lot)
{
  Point *oldest = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      Point *point = &g_array_index (points, Point, i);

      if (point->gone < 0 && (oldest == NULL || point->day < oldest->day ||
                              ((int) point->lot == lot && (int) oldest->lot != lot)) &&
          (oldest == NULL || (int) oldest->lot != lot))
        oldest = point;
    }
  g_assert_nonnull (oldest);
  oldest->gone = (int) by;
}

static int
find_move (Fixture *fixture,
           gint64   id)
{
  for (guint i = 0; i < fixture->moves->len; i++)
    if (g_array_index (fixture->moves, Move, i).id == id)
      return (int) i;

  return -1;
}

/* Gives back what went by a move. */
static void
free_points (GArray *points,
             int     by)
{
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, Point, i).gone == by)
      g_array_index (points, Point, i).gone = -1;
}

/* What is left of the points that are past their last day. */
static int
get_old (Fixture *fixture,
         int      person)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  int n = 0;

  for (guint i = 0; i < fixture->moves->len; i++)
    {
      const Move *move = &g_array_index (fixture->moves, Move, i);
      const Point point = { i, move->day, -1 };
      const int undone = move->kind == REVERSE ? find_move (fixture, move->undone) : -1;

      if (move->person != person)
        continue;
      if (move->kind == REVERSE && move->points > 0)
        free_points (points, undone);
      for (int k = 0; k < move->points && move->kind == EARN; k++)
        g_array_append_val (points, point);
      for (int k = 0; k < -move->points; k++)
        spend_point (points, i, undone);
    }
  for (guint i = 0; i < points->len; i++)
    n += g_array_index (points, Point, i).gone < 0 &&
         g_array_index (points, Point, i).day < LAST_GOOD;

  return n;
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
        today += move->points;
    }

  return rules[wish->what].per_day == 0 || today <= rules[wish->what].per_day;
}

static gboolean
may_redeem (Fixture    *fixture,
            const Move *wish)
{
  int lost = wish->day > LAST_GOOD ? get_old (fixture, wish->person) : 0;

  return reckon_balance (fixture, wish->person) - lost >= prices[wish->what] &&
         (wish->what != RICE || fixture->rice > 0);
}

static gboolean
may_reverse (Fixture    *fixture,
             const Move *move)
{
  return move->kind != REVERSE && !move->reversed && !move->used &&
         (move->kind != EARN || reckon_balance (fixture, move->person) >= move->points);
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
redeem (Fixture  *fixture,
        Move     *wish,
        GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *voucher = NULL;
  gint64 id = 0;

  ggov_store_redeem_async (fixture->base.store, fixture->office.people[wish->person],
                           fixture->office.rewards[wish->what], NOON + wish->day * 86400, NULL,
                           keep_result, &result);
  voucher = ggov_store_redeem_finish (fixture->base.store, wait_for (&result), &id, error);
  g_strlcpy (wish->voucher, voucher ? voucher : "", sizeof wish->voucher);

  return id;
}

static gboolean
use (Fixture     *fixture,
     const char  *voucher,
     GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_use_voucher_async (fixture->base.store, voucher, NOON, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static gint64
give_back (Fixture     *fixture,
           const Move  *had,
           int          points,
           GError     **error)
{
  const GgovReturnRecord record = { had->id, points, TRUE, NOON, "by chance" };
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_return_reward_async (fixture->base.store, &record, NULL, keep_result, &result);
  ggov_store_return_reward_finish (fixture->base.store, wait_for (&result), &id, error);

  return id;
}

/* Proposed and confirmed. Returns the transfer, or 0 where either was refused */
static gint64
confirm (Fixture     *fixture,
         const Move  *wish,
         GError     **error)
{
  const GgovPointsWish proposal = {
    .person_id = fixture->office.people[wish->person],
    .rule_id = fixture->office.rules[wish->what],
    .at = NOON + wish->day * 86400,
    .proposed_by = "desk",
    .today = LAST_DAY,
  };
  g_autoptr(GAsyncResult) proposed = NULL, listed = NULL, decided = NULL, found = NULL;
  g_autoptr(GListModel) rows = NULL, all = NULL;
  g_autoptr(GgovPointsProposal) row = NULL, done = NULL;
  gint64 id;
  guint n;

  ggov_store_propose_award_async (fixture->base.store, &proposal, NULL, keep_result, &proposed);
  if (!ggov_store_change_finish (fixture->base.store, wait_for (&proposed), NULL, error))
    return 0;

  ggov_store_list_points_proposals_async (fixture->base.store, "proposed", NULL, keep_result, &listed);
  rows = ggov_store_list_points_proposals_finish (fixture->base.store, wait_for (&listed), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  row = g_list_model_get_item (rows, 0);
  id = ggov_points_proposal_get_record (row)->id;
  ggov_store_decide_points_proposals_async (fixture->base.store, &id, 1, "chief", NULL, LAST_DAY, NULL,
                                            keep_result, &decided);
  if (!ggov_store_decide_points_proposals_finish (fixture->base.store, wait_for (&decided), &n, NULL,
                                                  error))
    {
      g_autoptr(GAsyncResult) refused = NULL;

      ggov_store_decide_points_proposals_async (fixture->base.store, &id, 1, "chief", "no", LAST_DAY,
                                                NULL, keep_result, &refused);
      g_assert_true (ggov_store_decide_points_proposals_finish (fixture->base.store,
                                                                wait_for (&refused), &n, NULL, NULL));
      return 0;
    }

  ggov_store_list_points_proposals_async (fixture->base.store, "confirmed", NULL, keep_result, &found);
  all = ggov_store_list_points_proposals_finish (fixture->base.store, wait_for (&found), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_clear_object (&done);
      done = g_list_model_get_item (all, i);
      if (ggov_points_proposal_get_record (done)->id == id)
        return ggov_points_proposal_get_record (done)->transfer_id;
    }

  return 0;
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

/* One of these by chance, or NULL. */
static Move *
choose (Fixture *fixture,
        gboolean redeemed)
{
  for (guint tries = 0; fixture->moves->len > 0 && tries < 20; tries++)
    {
      Move *move = &g_array_index (fixture->moves, Move,
                                   g_rand_int_range (fixture->chance, 0, fixture->moves->len));

      if (redeemed ? move->kind == REDEEM : move->kind != EXPIRE)
        return move;
    }

  return NULL;
}

/* What was past its last day is gone as well where somebody redeems. */
static void
note_expired (Fixture *fixture,
              int      person)
{
  const Move gone = { .kind = EXPIRE, .person = person, .points = -get_old (fixture, person),
                      .source = -1 };

  if (gone.points != 0)
    g_array_append_val (fixture->moves, gone);
}

static gboolean
act_earn (Fixture   *fixture,
          Move      *wish,
          gboolean   by_proposal,
          gboolean  *expected,
          GError   **error)
{
  wish->kind = EARN;
  wish->what = g_rand_int_range (fixture->chance, 0, N_POINTS_RULES);
  wish->points = rules[wish->what].points;
  if (!by_proposal)
    wish->source = g_rand_int_range (fixture->chance, -N_SOURCES, N_SOURCES);
  *expected = may_earn (fixture, wish);
  wish->id = by_proposal ? confirm (fixture, wish, error) : award (fixture, wish, error);
  if (wish->id != 0)
    g_array_append_val (fixture->moves, *wish);

  return wish->id != 0;
}

static gboolean
act_redeem (Fixture   *fixture,
            Move      *wish,
            gboolean  *expected,
            GError   **error)
{
  wish->kind = REDEEM;
  wish->what = g_rand_int_range (fixture->chance, 0, N_POINTS_REWARDS);
  wish->points = -prices[wish->what];
  *expected = may_redeem (fixture, wish);
  if ((wish->id = redeem (fixture, wish, error)) == 0)
    return FALSE;

  fixture->rice -= wish->what == RICE;
  if (wish->day > LAST_GOOD)
    note_expired (fixture, wish->person);
  g_array_append_val (fixture->moves, *wish);

  return TRUE;
}

static gboolean
act_reverse (Fixture   *fixture,
             Move      *reversed,
             gboolean  *expected,
             GError   **error)
{
  Move move = { .kind = REVERSE, .person = reversed->person, .points = -reversed->points,
                .undone = reversed->id, .source = -1 };

  *expected = may_reverse (fixture, reversed);
  if ((move.id = reverse (fixture, reversed->id, error)) == 0)
    return FALSE;

  reversed->reversed = TRUE;
  fixture->rice += reversed->kind == REDEEM && reversed->what == RICE && !reversed->is_rest;
  g_array_append_val (fixture->moves, move);

  return TRUE;
}

static gboolean
act_use (Fixture   *fixture,
         Move      *had,
         gboolean  *expected,
         GError   **error)
{
  *expected = !had->is_rest && !had->used && !had->reversed;
  if (!use (fixture, had->voucher, error))
    return FALSE;
  had->used = TRUE;

  return TRUE;
}

static gboolean
act_return (Fixture   *fixture,
            Move      *had,
            gboolean  *expected,
            GError   **error)
{
  const int points = g_rand_int_range (fixture->chance, 0, -had->points + 2);
  Move back = { .kind = REVERSE, .person = had->person, .points = -had->points, .undone = had->id,
                .source = -1 };
  Move rest = { .kind = REDEEM, .person = had->person, .what = had->what,
                .points = had->points + points, .source = -1, .is_rest = TRUE };

  *expected = (had->used || had->is_rest) && !had->reversed && points > 0 && points <= -had->points;
  if ((back.id = give_back (fixture, had, points, error)) == 0)
    return FALSE;

  had->reversed = TRUE;
  fixture->rice += had->what == RICE;
  rest.id = back.id + 1;
  g_array_append_val (fixture->moves, back);
  if (rest.points != 0)
    g_array_append_val (fixture->moves, rest);

  return TRUE;
}

static gboolean
act_expire (Fixture   *fixture,
            gboolean  *expected,
            GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 points = 0, sum = 0;
  guint n = 0, n_people = 0;

  for (int person = 0; person < N_POINTS_PEOPLE; person++)
    {
      const int old = get_old (fixture, person);

      sum += old;
      n_people += old > 0;
      note_expired (fixture, person);
    }
  *expected = TRUE;
  ggov_store_expire_points_async (fixture->base.store, NOON, NULL, keep_result, &result);
  if (!ggov_store_expire_points_finish (fixture->base.store, wait_for (&result), &n, &points, error))
    return FALSE;
  g_assert_cmpint (points, ==, sum);
  g_assert_cmpuint (n, ==, n_people);

  return TRUE;
}

static gboolean
act (Fixture   *fixture,
     gboolean  *expected,
     GError   **error)
{
  const int die = g_rand_int_range (fixture->chance, 0, 20);
  Move wish = { .person = g_rand_int_range (fixture->chance, 0, N_POINTS_PEOPLE), .source = -1 };
  Move *any = choose (fixture, FALSE), *had = choose (fixture, TRUE);

  wish.day = g_rand_int_range (fixture->chance, 0, 6) == 0 ? -44
             : g_rand_int_range (fixture->chance, 0, 4);
  if (die >= 19)
    return act_expire (fixture, expected, error);
  if (die >= 17 && had)
    return act_return (fixture, had, expected, error);
  if (die >= 15 && had && !had->is_rest)
    return act_use (fixture, had, expected, error);
  if (die >= 12 && any)
    return act_reverse (fixture, any, expected, error);
  if (die >= 8 && fixture->moves->len > 0)
    return act_redeem (fixture, &wish, expected, error);

  return act_earn (fixture, &wish, die >= 6, expected, error);
}

/* Nothing else has its last day within the notice: what was earned in February is good into March. */
static void
compare_old (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  gint64 sum = 0, listed = 0;

  for (int person = 0; person < N_POINTS_PEOPLE; person++)
    sum += get_old (fixture, person);

  ggov_store_list_points_expiring_async (fixture->base.store, LAST_DAY, NULL, keep_result, &result);
  rows = ggov_store_list_points_expiring_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsExpiring) row = g_list_model_get_item (rows, i);

      g_assert_cmpstr (ggov_points_expiring_get_record (row)->last_day, ==, "2026-01-31");
      listed += ggov_points_expiring_get_record (row)->points;
    }
  g_assert_cmpint (listed, ==, sum);
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
  compare_old (fixture);
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
      g_autoptr(GError) error = NULL;
      gboolean expected = FALSE;
      gboolean done = act (fixture, &expected, &error);

      g_assert_cmpint (done, ==, expected);
      if (!done)
        g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
      n_refused += !done;
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
  g_autoptr(GAsyncResult) result = NULL;

  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, points_office_write, &fixture->office);
  ggov_store_set_points_expiry_async (fixture->base.store, &terms, "2025-01-01", NULL, keep_result,
                                      &result);
  g_assert_true (ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, NULL));
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
