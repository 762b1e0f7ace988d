/* test-store-points-ledger.c: what the ledger itself keeps from happening, and its checkpoints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "ggov-db.h"
#include "ggov-store-award.h"
#include "ggov-store-points-balance.h"
#include "ggov-store-points-check.h"
#include "ggov-write-founding.h"
#include "ggov-write-people.h"
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
  store_fixture_tear_down (&fixture->base, data);
}

static GListModel *
check (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *findings;

  ggov_store_check_points_async (fixture->base.store, NULL, keep_result, &result);
  findings = ggov_store_check_points_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return findings;
}

static gint64
get_balance (Fixture    *fixture,
             gint64      account_id,
             const char *as_of)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 points = -1;

  ggov_store_get_points_balance_async (fixture->base.store, account_id, as_of, NULL, keep_result,
                                       &result);
  ggov_store_get_points_balance_finish (fixture->base.store, wait_for (&result), &points, &error);
  g_assert_no_error (error);

  return points;
}

/* A number that the file itself is asked for. */
static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDb) db = ggov_db_open (fixture->base.path, GGOV_DB_OPEN, &error);
  gint64 value = 0;

  g_assert_no_error (error);
  ggov_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

/* Writes past the program, in one transaction that belongs to a change. What it was refused with. */
static GError *
force (Fixture    *fixture,
       const char *script)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDb) db = ggov_db_open (fixture->base.path, GGOV_DB_OPEN, &error);

  g_assert_no_error (error);
  ggov_db_begin (db, &error);
  g_assert_no_error (error);
  ggov_db_set_change (db, 1);
  if (!ggov_db_run_script (db, script, &error) || !ggov_db_commit (db, &error))
    ggov_db_rollback (db);

  return g_steal_pointer (&error);
}

static gboolean
award_many (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const PointsOffice *office = data;

  for (guint i = 0; i < 700; i++)
    {
      const GgovAwardRecord record = {
        .person_id = office->people[i % N_POINTS_PEOPLE],
        .rule_id = office->rules[HELP],
        .at = i < 690 ? NOON : NOON + 86400,
      };

      if (!ggov_change_award (change, &record, error))
        return FALSE;
    }

  return TRUE;
}

/* Each leg of 700 awards of 10: 7000 left the account that points come from. */
static void
test_checkpoints (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GListModel) findings = NULL;
  gint64 source;

  write_change (fixture->base.store, award_many, &fixture->office);
  source = ask (fixture, "SELECT id FROM points_account WHERE kind = 'issue'");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM points_checkpoint"), >=, 2);

  /* Ten of them were on the next day. The three people have 234, 233 and 233 awards. */
  g_assert_cmpint (get_balance (fixture, source, "2026-02-14"), ==, -7000);
  g_assert_cmpint (get_balance (fixture, source, TODAY), ==, -6900);
  g_assert_cmpint (get_balance (fixture, source, "2026-02-12"), ==, 0);
  g_assert_cmpint (get_balance (fixture, ask (fixture, "SELECT min (id) FROM points_account "
                                                       "WHERE kind = 'person'"), "2026-02-14"),
                   ==, 2340);

  findings = check (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
  assert_check_clean (fixture->base.store);
}

static void
test_wrong_checkpoint (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GgovFinding) finding = NULL;
  g_autoptr(GError) changed = NULL;
  g_autoptr(GError) removed = NULL;
  g_autoptr(GError) added = NULL;
  g_autofree char *subject = NULL;

  write_change (fixture->base.store, award_many, &fixture->office);
  changed = force (fixture, "UPDATE points_checkpoint SET balance = 0;");
  g_assert_error (changed, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);
  removed = force (fixture, "DELETE FROM points_checkpoint;");
  g_assert_error (removed, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);

  /* The second person's first entry brought 10, not 11. */
  added = force (fixture, "INSERT INTO points_checkpoint SELECT account_id, id, 11 "
                          "FROM points_entry WHERE id = 4;");
  g_assert_no_error (added);
  findings = check (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 1);
  finding = g_list_model_get_item (findings, 0);
  subject = g_strdup_printf ("%" G_GINT64_FORMAT,
                             ask (fixture, "SELECT account_id FROM points_entry WHERE id = 4"));
  g_assert_cmpstr (ggov_finding_get_kind (finding), ==, "ledger");
  g_assert_cmpstr (ggov_finding_get_subject (finding), ==, subject);
}

/* Neither a leg alone nor two that differ are kept, whoever writes them. */
static void
test_balance_forced (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char head[] =
    "INSERT INTO points_transfer (id, kind, at, rule_id, note) "
    "SELECT 99999, 'earn', 1770955200, min (id), '' FROM points_rule;";
  static const char * const legs[] = {
    "",
    "INSERT INTO points_entry (transfer_id, account_id, points) VALUES (99999, 1, 5);",
    "INSERT INTO points_entry (transfer_id, account_id, points) VALUES (99999, 1, 5), (99999, 2, -4);",
  };
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) even = NULL;

  write_change (fixture->base.store, award_many, &fixture->office);
  for (guint i = 0; i < G_N_ELEMENTS (legs); i++)
    {
      g_autofree char *script = g_strconcat (head, legs[i], NULL);
      g_autoptr(GError) error = force (fixture, script);

      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);
      g_assert_cmpint (ask (fixture, "SELECT count(*) FROM points_transfer"), ==, 700);
    }

  /* Three legs that are even are. */
  even = force (fixture,
                "INSERT INTO points_transfer (id, kind, at, rule_id, note) "
                "SELECT 99999, 'earn', 1770955200, min (id), '' FROM points_rule;"
                "INSERT INTO points_entry (transfer_id, account_id, points) "
                "VALUES (99999, 1, -5), (99999, 2, 4), (99999, 3, 1);");
  g_assert_no_error (even);
  findings = check (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
}

static void
test_never_changed (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const scripts[] = {
    "UPDATE points_entry SET points = points * 2;",
    "DELETE FROM points_entry;",
    "UPDATE points_transfer SET at = 0;",
    "DELETE FROM points_transfer;",
  };

  write_change (fixture->base.store, award_many, &fixture->office);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr(GError) error = force (fixture, scripts[i]);

      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);
    }
  g_assert_cmpint (ask (fixture, "SELECT sum (points) FROM points_entry WHERE points > 0"), ==, 7000);
}

/* Refusals ------------------------------------------------------------------------------------- */

typedef struct
{
  const PointsOffice *office;
  gint64              person_id;
  gint64              at;
} Late;

static gboolean
award_late (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Late *late = data;
  const GgovAwardRecord record = {
    .person_id = late->person_id,
    .rule_id = late->office->rules[REPORT],
    .at = late->at,
  };

  return ggov_change_award (change, &record, error) != 0;
}

/* Somebody who looked after the grid up to the end of the year before. */
static gboolean
add_former (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  Late *late = data;
  const GgovPersonRecord person = { .name = "赵前任", .sex = "1", .phone = "13804723333" };

  return (late->person_id = ggov_change_add_person (change, &person, error)) != 0 &&
         ggov_change_add_post (change, &(GgovPostRecord) {
           .person_id = late->person_id, .grid_id = late->office->grid,
           .valid_from = "2025-06-01", .valid_to = "2025-12-31",
           .role_id = ggov_change_find_role (change, "full_time_member", error) }, error) != 0;
}

static void
test_post_ended (Fixture       *fixture,
                 gconstpointer  data)
{
  Late late = { &fixture->office, 0, NOON };
  g_autoptr(GError) error = NULL;

  write_change (fixture->base.store, add_former, &late);
  error = fail_change (fixture->base.store, award_late, &late);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "This person’s post had ended by that day. Choose a day on "
                                       "which it was held.");

  late.at = POINTS_LAST_DAY_OF_2025 + 86399;
  write_change (fixture->base.store, award_late, &late);
}

static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  Late late = { &fixture->office, fixture->office.people[REN], NOON };
  g_autoptr(GError) forced = NULL;
  g_autoptr(GError) error = NULL;

  /* The last change was made an hour from now: this clock was set back. */
  forced = force (fixture, "INSERT INTO change (at, account, action) "
                           "VALUES (strftime ('%s', 'now') + 3600, 'desk', 'Award points');");
  g_assert_no_error (forced);
  error = fail_change (fixture->base.store, award_late, &late);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "clock"));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM points_transfer"), ==, 0);
}

static gboolean
reverse_without_reason (GgovChange  *change,
                        gpointer     data,
                        GError     **error)
{
  return ggov_change_reverse_transfer (change, 1, NOON, "", error) != 0;
}

static void
test_reason (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  write_change (fixture->base.store, award_many, &fixture->office);
  error = fail_change (fixture->base.store, reverse_without_reason, NULL);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM points_transfer"), ==, 700);
}

#define ADD(path, test) g_test_add ((path), Fixture, NULL, set_up, (test), tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/points-ledger/checkpoints", test_checkpoints);
  ADD ("/store/points-ledger/wrong-checkpoint", test_wrong_checkpoint);
  ADD ("/store/points-ledger/balance-forced", test_balance_forced);
  ADD ("/store/points-ledger/never-changed", test_never_changed);
  ADD ("/store/points-ledger/post-ended", test_post_ended);
  ADD ("/store/points-ledger/clock", test_clock);
  ADD ("/store/points-ledger/reason", test_reason);

  return g_test_run ();
}
