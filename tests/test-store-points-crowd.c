/* test-store-points-crowd.c: several programs write to one points ledger at the same time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GRIDGOV_TEST_CROWD says how many acts each of the four processes does; it is few otherwise.
 */

#include "ggov-db.h"
#include "ggov-store-award.h"
#include "points-office.h"
#include "store-fixture.h"

#define N_PROCESSES 4
#define N_SHARED    10
#define NOON (POINTS_TODAY + 12 * 3600)

/* What a process is told: its file and number, how many acts, whom, under which rules, for what. */
enum { PROGRAM, WORKER, PATH, NUMBER, ACTS, PERSON, RULE, REWARD, N_WORDS };

/* A process ------------------------------------------------------------------------------------- */

static gint64
read_number (const char *text)
{
  return g_ascii_strtoll (text, NULL, 10);
}

/* Another process that holds the file for longer than one waits is no failure: it is tried again, as
 * somebody at a desk would. */
static gboolean
award (GgovStore  *store,
       char      **words,
       const char *source)
{
  const GgovAwardRecord record = {
    .person_id = read_number (words[PERSON]),
    .rule_id = read_number (words[RULE]),
    .at = NOON,
    .source = source,
  };

  for (;;)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      ggov_store_award_async (store, &record, NULL, keep_result, &result);
      if (ggov_store_award_finish (store, wait_for (&result), NULL, &error))
        return TRUE;
      if (g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED))
        return FALSE;
      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_BUSY);
    }
}

static gboolean
redeem (GgovStore  *store,
        char      **words)
{
  for (;;)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *voucher = NULL;

      ggov_store_redeem_async (store, read_number (words[PERSON]), read_number (words[REWARD]), NOON,
                               NULL, keep_result, &result);
      voucher = ggov_store_redeem_finish (store, wait_for (&result), NULL, &error);
      if (voucher)
        return TRUE;
      if (g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED))
        return FALSE;
      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_BUSY);
    }
}

/* Three of four acts are awards of its own, the fourth is a haircut. In between it tries for what the
 * others try for as well. Prints how many of each were written. */
static int
work (char **words)
{
  GgovStore *store = ggov_store_new (words[PATH], GGOV_STORE_NONE);
  guint n_acts = read_number (words[ACTS]);
  guint n_awards = 0, n_redeemed = 0, n_shared = 0;

  for (guint i = 0; i < n_acts; i++)
    {
      g_autofree char *own = g_strdup_printf ("own/%s/%u", words[NUMBER], i);
      g_autofree char *shared = g_strdup_printf ("shared/%u", i / (n_acts / N_SHARED));

      if (i % 4 == 3)
        n_redeemed += redeem (store, words);
      else
        n_awards += award (store, words, own);
      if (i % (n_acts / N_SHARED) == 0)
        n_shared += award (store, words, shared);
    }

  ggov_store_close (store);
  g_object_unref (store);
  g_print ("%u %u %u\n", n_awards, n_redeemed, n_shared);

  return 0;
}

/* All of them ----------------------------------------------------------------------------------- */

static const char *program;

typedef struct
{
  StoreFixture base;
  PointsOffice office;
} Fixture;

static GSubprocess *
start_process (Fixture *fixture,
               guint    number,
               guint    n_acts)
{
  g_autofree char *which = g_strdup_printf ("%u", number);
  g_autofree char *acts = g_strdup_printf ("%u", n_acts);
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->office.people[REN]);
  g_autofree char *rule = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->office.rules[HELP]);
  g_autofree char *reward = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->office.rewards[HAIRCUT]);
  g_autoptr(GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                           "--worker", fixture->base.path, which, acts, person, rule,
                                           reward, NULL);

  g_assert_no_error (error);

  return process;
}

static gint64
ask (GgovDb     *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 value = -1;

  ggov_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

/* What the processes say they wrote is there, each once, and nothing else: an award is 10, a haircut 3. */
static void
assert_ledger (Fixture *fixture,
               guint    n_awards,
               guint    n_redeemed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDb) db = ggov_db_open (fixture->base.path, GGOV_DB_OPEN, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM points_transfer WHERE kind = 'earn'"), ==, n_awards);
  g_assert_cmpint (ask (db, "SELECT count(DISTINCT source) FROM points_transfer"), ==, n_awards);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM points_transfer WHERE kind = 'redeem'"), ==,
                   n_redeemed);
  g_assert_cmpint (ask (db, "SELECT count(DISTINCT number) FROM voucher"), ==, n_redeemed);
  g_assert_cmpint (ask (db, "SELECT sum (points) FROM points_entry"), ==, 0);
  g_assert_cmpint (ask (db, "SELECT sum (e.points) FROM points_entry e JOIN points_account a "
                            "ON a.id = e.account_id WHERE a.kind = 'person'"),
                   ==, 10 * (gint64) n_awards - 3 * (gint64) n_redeemed);
}

static void
test_crowd (Fixture       *fixture,
            gconstpointer  data)
{
  const char *wish = g_getenv ("GRIDGOV_TEST_CROWD");
  guint n_acts = wish ? read_number (wish) : 40;
  gint64 start = g_get_monotonic_time ();
  GSubprocess *processes[N_PROCESSES];
  guint sums[3] = { 0 };

  write_change (fixture->base.store, points_office_write, &fixture->office);
  for (guint i = 0; i < N_PROCESSES; i++)
    processes[i] = start_process (fixture, i, n_acts);

  for (guint i = 0; i < N_PROCESSES; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *said = NULL;
      g_auto(GStrv) words = NULL;

      g_subprocess_communicate_utf8 (processes[i], NULL, NULL, &said, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_successful (processes[i]));
      words = g_strsplit (g_strchomp (said), " ", -1);
      g_assert_cmpuint (g_strv_length (words), ==, G_N_ELEMENTS (sums));
      for (guint k = 0; k < G_N_ELEMENTS (sums); k++)
        sums[k] += read_number (words[k]);
      g_object_unref (processes[i]);
    }

  /* All that was theirs alone was written, and what all tried for one of them got. */
  g_test_message ("%u acts of %u processes in %.1f s", N_PROCESSES * n_acts, N_PROCESSES,
                  (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpuint (sums[0], ==, N_PROCESSES * (n_acts - n_acts / 4));
  g_assert_cmpuint (sums[1], ==, N_PROCESSES * (n_acts / 4));
  g_assert_cmpuint (sums[2], ==, N_SHARED);
  assert_ledger (fixture, sums[0] + sums[2], sums[1]);
  assert_check_clean (fixture->base.store);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, data);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == N_WORDS && g_str_equal (argv[WORKER], "--worker"))
    return work (argv);

  program = argv[PROGRAM];
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/points-crowd", Fixture, NULL, set_up, test_crowd, tear_down);

  return g_test_run ();
}
