/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-calendar.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

static int
day_of (const char *date)
{
  int day = 0;

  g_assert_true (ggov_local_day_parse (date, &day, NULL));

  return day;
}

/* From the State Council's notices for the three years. */
static const struct
{
  const char  *date;
  GgovDayKind  kind;
  const char  *name;
} known_days[] = {
  { "2024-02-04", GGOV_DAY_MAKE_UP, "春节" },
  { "2024-02-09", GGOV_DAY_WORKING, NULL },
  { "2024-02-10", GGOV_DAY_HOLIDAY, "春节" },
  { "2024-06-08", GGOV_DAY_WEEKEND, NULL },
  { "2024-06-10", GGOV_DAY_HOLIDAY, "端午节" },
  { "2025-10-08", GGOV_DAY_HOLIDAY, "国庆节、中秋节" },
  { "2025-10-11", GGOV_DAY_MAKE_UP, "国庆节、中秋节" },
  { "2025-12-31", GGOV_DAY_WORKING, NULL },
  { "2026-01-01", GGOV_DAY_HOLIDAY, "元旦" },
  { "2026-01-04", GGOV_DAY_MAKE_UP, "元旦" },
  { "2026-02-13", GGOV_DAY_WORKING, NULL },
  { "2026-02-14", GGOV_DAY_MAKE_UP, "春节" },
  { "2026-02-15", GGOV_DAY_HOLIDAY, "春节" },
  { "2026-09-20", GGOV_DAY_MAKE_UP, "国庆节" },
  { "2026-10-01", GGOV_DAY_HOLIDAY, "国庆节" },
  { "2027-01-01", GGOV_DAY_WORKING, NULL }, /* not announced: a plain Friday */
  { "2027-01-02", GGOV_DAY_WEEKEND, NULL },
};

static void
test_known_days (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (known_days); i++)
    {
      const char *name = "unset";

      g_test_message ("%s", known_days[i].date);
      g_assert_cmpint (ggov_calendar_get_kind (calendar, day_of (known_days[i].date), &name),
                       ==, known_days[i].kind);
      g_assert_cmpstr (name, ==, known_days[i].name);
    }

  for (int year = 2024; year <= 2026; year++)
    g_assert_true (ggov_calendar_is_announced (calendar, year));
  g_assert_false (ggov_calendar_is_announced (calendar, 2023));
  g_assert_false (ggov_calendar_is_announced (calendar, 2027));
  g_assert_false (ggov_calendar_is_announced (calendar, 1999));
}

/* Weekdays of the year, less holidays on weekdays, plus make-up days, all on weekends:
 * 2024: 262 weekdays; off 1 Jan; 12-16 Feb; 4, 5 Apr; 1-3 May; 10 Jun; 16, 17 Sep; 1-4, 7 Oct
 *       = 1+5+2+3+1+2+5 = 19; make-up 8: 262 - 19 + 8 = 251
 * 2025: 261 weekdays; off 1 Jan; 28-31 Jan, 3, 4 Feb; 4 Apr; 1, 2, 5 May; 2 Jun; 1-3, 6-8 Oct
 *       = 1+6+1+3+1+6 = 18; make-up 5: 261 - 18 + 5 = 248
 * 2026: 261 weekdays; off 1, 2 Jan; 16-20, 23 Feb; 6 Apr; 1, 4, 5 May; 19 Jun; 25 Sep;
 *       1, 2, 5-7 Oct = 2+6+1+3+1+1+5 = 19; make-up 6: 261 - 19 + 6 = 248 */
static void
test_year_totals (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  static const struct { int year; int worked; } totals[] = {
    { 2024, 251 }, { 2025, 248 }, { 2026, 248 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      int first = ggov_local_day_from_date (totals[i].year, 1, 1);
      int next = ggov_local_day_from_date (totals[i].year + 1, 1, 1);

      g_assert_cmpint (ggov_calendar_count_working (calendar, next) -
                       ggov_calendar_count_working (calendar, first), ==, totals[i].worked);
    }
}

static void
test_add_working (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  static const struct { const char *from; int n; const char *to; } cases[] = {
    { "2026-02-13", 1, "2026-02-14" },  /* a make-up Saturday */
    { "2026-02-13", 2, "2026-02-24" },  /* then nine days of holiday */
    { "2026-02-13", 6, "2026-02-28" },  /* 14, 24, 25, 26, 27, 28 */
    { "2026-02-21", 1, "2026-02-24" },  /* from within the holiday */
    { "2026-09-30", 3, "2026-10-10" },  /* 8, 9, 10 October */
    { "2026-12-31", 1, "2027-01-01" },  /* nothing announced yet */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ggov_calendar_add_working (calendar, day_of (cases[i].from), cases[i].n),
                     ==, day_of (cases[i].to));
}

static void
test_tables_agree (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  int n = 0;

  for (int day = GGOV_CALENDAR_FIRST_DAY; day <= GGOV_CALENDAR_LAST_DAY; day++)
    {
      g_assert_cmpint (ggov_calendar_count_working (calendar, day), ==, n);
      if (ggov_calendar_is_working (calendar, day))
        g_assert_cmpint (ggov_calendar_get_nth_working (calendar, n++), ==, day);
    }

  g_assert_cmpint (ggov_calendar_count_working (calendar, GGOV_CALENDAR_LAST_DAY + 1), ==, n);
  g_assert_cmpint (ggov_calendar_get_nth_working (calendar, n), ==, -1);
  g_assert_cmpint (GGOV_CALENDAR_FIRST_DAY, ==, day_of ("2000-01-01"));
  g_assert_cmpint (GGOV_CALENDAR_LAST_DAY, ==, day_of ("2099-12-31"));
}

/* A year may be told anew, a later year may speak of the December before it, and the older
 * calendar stays what it was. */
static void
test_with_json (void)
{
  g_autoptr(GgovCalendar) plain = ggov_calendar_new_plain ();
  g_autoptr(GgovCalendar) first = NULL;
  g_autoptr(GgovCalendar) second = NULL;
  g_autoptr(GgovCalendar) third = NULL;
  g_autoptr(GArray) days = NULL;
  g_autoptr(GError) error = NULL;
  int december = day_of ("2026-12-31"); /* a Thursday */

  first = ggov_calendar_with_json (plain, "{\"year\": 2026, \"days\": ["
    "{\"date\": \"2026-12-31\", \"name\": \"a\", \"off\": false}]}", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ggov_calendar_get_kind (first, december, NULL), ==, GGOV_DAY_MAKE_UP);

  second = ggov_calendar_with_json (first, "{\"year\": 2027, \"papers\": [], \"days\": ["
    "{\"name\": \"b\", \"date\": \"2027-01-01\", \"isOffDay\": true},"
    "{\"name\": \"b\", \"date\": \"2026-12-31\", \"isOffDay\": true}]}", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ggov_calendar_get_kind (second, december, NULL), ==, GGOV_DAY_HOLIDAY);
  g_assert_cmpint (ggov_calendar_get_kind (first, december, NULL), ==, GGOV_DAY_MAKE_UP);
  g_assert_true (ggov_calendar_is_announced (second, 2027));
  days = ggov_calendar_list_days (second, 2027);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpint (g_array_index (days, GgovCalendarDay, 0).day, ==, december);

  third = ggov_calendar_with_json (second, "{\"year\": 2027, \"days\": []}", -1, &error);
  g_assert_no_error (error);
  g_assert_false (ggov_calendar_is_announced (third, 2027));
  g_assert_cmpint (ggov_calendar_get_kind (third, december, NULL), ==, GGOV_DAY_MAKE_UP);
  g_assert_cmpint (ggov_calendar_get_kind (plain, december, NULL), ==, GGOV_DAY_WORKING);
}

static void
test_refused (void)
{
  g_autoptr(GgovCalendar) plain = ggov_calendar_new_plain ();
  static const char *const files[] = {
    "",
    "[]",
    "{\"days\": []}",
    "{\"year\": \"2026\", \"days\": []}",
    "{\"year\": 2126, \"days\": []}",
    "{\"year\": 2026}",
    "{\"year\": 2026, \"days\": [1]}",
    "{\"year\": 2026, \"days\": [{\"name\": \"a\", \"off\": true}]}",
    "{\"year\": 2026, \"days\": [{\"date\": \"2026-02-30\", \"name\": \"a\", \"off\": true}]}",
    "{\"year\": 2026, \"days\": [{\"date\": \"2026-02-03\", \"off\": true}]}",
    "{\"year\": 2026, \"days\": [{\"date\": \"2026-02-03\", \"name\": \"a\"}]}",
    "{\"year\": 2026, \"days\": [{\"date\": \"2026-02-03\", \"name\": \"a\", \"off\": 1}]}",
    "{\"year\": 2026, \"days\": [{\"date\": \"2025-02-03\", \"name\": \"a\", \"off\": true}]}",
    ("{\"year\": 2026, \"days\": [{\"date\": \"2026-02-03\", \"name\": \"a\", \"off\": true},"
     "{\"date\": \"2026-02-03\", \"name\": \"a\", \"off\": false}]}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", files[i]);
      g_assert_null (ggov_calendar_with_json (plain, files[i], -1, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA);
    }
}

/* What was built in says the same as the files others publish. */
static void
test_published (void)
{
  g_autoptr(GgovCalendar) ours = ggov_calendar_new_default ();
  g_autoptr(GgovCalendar) theirs = ggov_calendar_new_plain ();
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");

  for (int year = 2024; year <= 2027; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d.json", year);
      g_autofree char *path = g_build_filename (folder ? folder : "", "calendar", name, NULL);
      g_autofree char *json = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GgovCalendar) older = g_steal_pointer (&theirs);

      if (!g_file_get_contents (path, &json, NULL, NULL))
        {
          g_test_skip ("the published calendars are not here");
          return;
        }
      theirs = ggov_calendar_with_json (older, json, -1, &error);
      g_assert_no_error (error);
    }

  for (int day = GGOV_CALENDAR_FIRST_DAY; day <= GGOV_CALENDAR_LAST_DAY; day++)
    g_assert_cmpint (ggov_calendar_get_kind (ours, day, NULL), ==,
                     ggov_calendar_get_kind (theirs, day, NULL));
  g_assert_false (ggov_calendar_is_announced (theirs, 2027));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/calendar/known-days", test_known_days);
  g_test_add_func ("/model/calendar/year-totals", test_year_totals);
  g_test_add_func ("/model/calendar/add-working", test_add_working);
  g_test_add_func ("/model/calendar/tables-agree", test_tables_agree);
  g_test_add_func ("/model/calendar/with-json", test_with_json);
  g_test_add_func ("/model/calendar/refused", test_refused);
  g_test_add_func ("/model/calendar/published", test_published);

  return g_test_run ();
}
