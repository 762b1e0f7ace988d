/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "board-office.h"
#include "ggov-local-time.h"
#include "ggov-store-clock.h"

typedef struct
{
  BoardOffice office;
  gint64      issue; /* of three working days, filed on Wednesday 2026-12-30: due Mon 2027-01-04 */
} Town;

static void
found (StoreFixture *fixture,
       Town         *town)
{
  board_office_found (fixture->store, &town->office);
  town->issue = board_office_file (fixture->store, "C0101", "noise", town->office.grid[0],
                                   "2026-12-30T10:00");
}

static void
assert_due (StoreFixture *fixture,
            const Town   *town,
            const char   *due,
            gboolean      provisional)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->store, town->issue);
  const GgovIssueFields *fields = ggov_issue_get_fields (details->issue);
  g_autofree char *text = ggov_local_time_format (fields->due_at);

  g_assert_cmpstr (text, ==, due);
  g_assert_cmpint (fields->due_provisional, ==, provisional);
}

static gint64
take_notice (StoreFixture  *fixture,
             const char    *json,
             guint         *n_moved,
             GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, strlen (json));
  gint64 change_id = 0;

  ggov_store_take_notice_async (fixture->store, bytes, n_moved, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), &change_id, error);

  return change_id;
}

static gint64
set_day (StoreFixture *fixture,
         const char   *day,
         GgovDayKind   kind,
         const char   *name,
         GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 change_id = 0;
  int number = 0;

  g_assert_true (ggov_local_day_parse (day, &number, NULL));
  ggov_store_set_own_day_async (fixture->store, number, kind, name, NULL, NULL, keep_result,
                                &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), &change_id, error);

  return change_id;
}

static gint64
set_schedule (StoreFixture *fixture,
              const char   *entries,
              GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 change_id = 0;

  ggov_store_set_schedule_async (fixture->store, entries, NULL, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), &change_id, error);

  return change_id;
}

/* A deadline in a year not announced is provisional, and moves when the notice comes: 1 January and
 * Saturday the 2nd off, Sunday the 3rd worked: Thu 31, Sun 3, Mon 4. Undoing takes it back. */
static void
test_notice (StoreFixture  *fixture,
             gconstpointer  data)
{
  Town town;
  g_autoptr(GError) error = NULL;
  guint n_moved = 0;
  gint64 change_id;

  found (fixture, &town);
  /* Thu 31, Fri 1 for all that is known, Mon 4. */
  assert_due (fixture, &town, "2027-01-04T17:30", TRUE);

  change_id = take_notice (fixture, "{\"year\": 2027, \"days\": ["
                           "{\"date\": \"2027-01-01\", \"name\": \"元旦\", \"off\": true}, "
                           "{\"date\": \"2027-01-03\", \"name\": \"元旦\", \"off\": false}, "
                           "{\"date\": \"2027-01-04\", \"name\": \"元旦\", \"off\": true}]}",
                           &n_moved, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_moved, ==, 1);
  assert_due (fixture, &town, "2027-01-05T17:30", FALSE);

  board_office_undo (fixture->store, change_id);
  assert_due (fixture, &town, "2027-01-04T17:30", TRUE);
}

static void
test_notice_refused (StoreFixture  *fixture,
                     gconstpointer  data)
{
  static const struct { const char *json; const char *names; } cases[] = {
    { "{\"year\": 2027, \"days\": []}", "nothing is announced" },
    { "{\"year\": 2027, \"days\": [{\"date\": \"2025-01-01\", \"name\": \"x\", \"off\": true}]}",
      "2025-01-01" },
    { "{\"year\": 2027", "" },
    { "", "" },
  };
  Town town;

  found (fixture, &town);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (take_notice (fixture, cases[i].json, NULL, &error), ==, 0);
      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].names));
    }
  assert_due (fixture, &town, "2027-01-04T17:30", TRUE);
}

static void
test_own_day (StoreFixture  *fixture,
              gconstpointer  data)
{
  Town town;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) unnamed = NULL;

  found (fixture, &town);
  set_day (fixture, "2026-12-31", GGOV_DAY_HOLIDAY, "停电", &error);
  g_assert_no_error (error);
  assert_due (fixture, &town, "2027-01-05T17:30", TRUE);

  /* Set again, and then no more. */
  set_day (fixture, "2026-12-31", GGOV_DAY_HOLIDAY, "检修", &error);
  g_assert_no_error (error);
  set_day (fixture, "2026-12-31", GGOV_DAY_WORKING, NULL, &error);
  g_assert_no_error (error);
  assert_due (fixture, &town, "2027-01-04T17:30", TRUE);

  set_day (fixture, "2026-12-31", GGOV_DAY_HOLIDAY, "", &unnamed);
  g_assert_error (unnamed, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

static void
test_schedule (StoreFixture  *fixture,
               gconstpointer  data)
{
  Town town;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) refused = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovOfficeClock) clock = NULL;
  g_autofree char *entries = NULL;

  found (fixture, &town);
  set_schedule (fixture, "08:30-12:00,14:00-17:30; 11-01..03-31 09:00-12:00,13:30-17:00", &error);
  g_assert_no_error (error);
  assert_due (fixture, &town, "2027-01-04T17:00", TRUE);

  set_schedule (fixture, "nine to five", &refused);
  g_assert_error (refused, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (refused->message, "nine to five"));

  ggov_store_get_clock_async (fixture->store, NULL, keep_result, &result);
  clock = ggov_store_get_clock_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  entries = ggov_work_schedule_to_string (ggov_office_clock_get_schedule (clock));
  g_assert_cmpstr (entries, ==, "08:30-12:00,14:00-17:30\n11-01..03-31 09:00-12:00,13:30-17:00");
}

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/clock/notice", test_notice);
  ADD ("/store/clock/notice-refused", test_notice_refused);
  ADD ("/store/clock/own-day", test_own_day);
  ADD ("/store/clock/schedule", test_schedule);

  return g_test_run ();
}
