/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-deadline.h"
#include "ggov-issue-due.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

#define SEASONS "08:30-12:00,14:00-17:30\n05-01..09-30 08:30-12:00,14:30-18:00"

static int
day_of (const char *text)
{
  int day = 0;

  g_assert_true (ggov_local_day_parse (text, &day, NULL));

  return day;
}

static gint64
time_of (const char *text)
{
  gint64 time = GGOV_DEADLINE_NONE;

  if (!g_str_equal (text, "-"))
    g_assert_true (ggov_local_time_parse (text, &time, NULL));

  return time;
}

static GgovWorkSchedule *
schedule_of (const char *text)
{
  g_autoptr(GError) error = NULL;
  GgovWorkSchedule *schedule = ggov_work_schedule_new_parse (text, &error);

  g_assert_no_error (error);

  return schedule;
}

/* The last entry that speaks of a day holds. */
static void
test_find (void)
{
  g_autoptr(GgovWorkSchedule) schedule = schedule_of (
    "08:30-12:00,14:00-17:30; 11-01..02-29 09:00-12:00,13:30-17:00; "
    "2026-02-13 09:00-12:00; 2026-12-30..2027-01-02 closed");
  static const struct { const char *day; guint entry; } cases[] = {
    { "2026-10-31", 0 }, { "2026-11-01", 1 }, { "2026-12-29", 1 }, { "2026-12-30", 3 },
    { "2027-01-02", 3 }, { "2027-01-03", 1 }, { "2026-02-12", 1 }, { "2026-02-13", 2 },
    { "2026-02-14", 1 }, { "2026-02-28", 1 }, { "2024-02-29", 1 }, { "2026-03-01", 0 },
    { "2025-02-13", 1 },
  };
  g_autofree char *text = ggov_work_schedule_to_string (schedule);
  g_autoptr(GgovWorkSchedule) again = schedule_of (text);

  g_assert_cmpuint (ggov_work_schedule_get_n_entries (schedule), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (ggov_work_schedule_find (schedule, day_of (cases[i].day)), ==,
                        cases[i].entry);
      g_assert_cmpuint (ggov_work_schedule_find (again, day_of (cases[i].day)), ==,
                        cases[i].entry);
    }
  g_assert_null (ggov_work_schedule_get_hours_at (schedule, 3));
  /* 420, 390 and 180 minutes. */
  g_assert_cmpint (ggov_work_schedule_get_ticks_per_day (schedule), ==, 16380);
}

static void
test_refused (void)
{
  static const struct { const char *text; const char *names; } cases[] = {
    { "", "by default" },
    { "closed", "by default" },
    { "05-01..09-30 08:30-12:00", "05-01..09-30" },
    { "08:30-12:00; 13-01..14-01 08:30-12:00", "13-01..14-01" },
    { "08:30-12:00; 2026-02-13", "2026-02-13" },
    { "08:30-12:00; 2026-02-15..2026-02-13 closed", "2026-02-15" },
    { "08:30-12:00; 2026-02-30 closed", "2026-02-30" },
    { "08:30-12:00; 05-01..2026-09-30 closed", "05-01" },
    { "08:30-12:00; 05-01 12:00-08:30", "12:00-08:30" },
    { "00:00-11:47; 01-01 00:00-11:49; 01-02 00:00-12:07; 01-03 00:00-12:13", "lengths" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (ggov_work_schedule_new_parse (cases[i].text, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, cases[i].names));
    }
}

static GgovStartRule
rule_of (const char *text)
{
  if (g_str_equal (text, "at-once"))
    return GGOV_START_AT_ONCE;

  return g_str_equal (text, "next-day") ? GGOV_START_NEXT_DAY : GGOV_START_BY_UNIT;
}

static GArray *
suspensions_of (const char *text)
{
  GArray *suspensions = g_array_new (FALSE, FALSE, sizeof (GgovSuspension));
  g_auto(GStrv) pairs = g_strsplit (text, " ", -1);

  for (guint i = 0; pairs[i] && !g_str_equal (text, "-"); i++)
    {
      g_auto(GStrv) ends = g_strsplit (pairs[i], "/", 2);
      GgovSuspension suspension = { time_of (ends[0]), time_of (ends[1]) };

      g_array_append_val (suspensions, suspension);
    }

  return suspensions;
}

static GArray *
extensions_of (const char *text)
{
  GArray *extensions = g_array_new (FALSE, FALSE, sizeof (GgovLimit));
  GgovLimit limit;

  if (!g_str_equal (text, "-"))
    {
      g_assert_true (ggov_limit_parse (text, &limit, NULL));
      g_array_append_val (extensions, limit);
    }

  return extensions;
}

static void
check_row (GgovCalendar *calendar,
           char        **row)
{
  g_autoptr(GgovWorkSchedule) schedule = schedule_of (row[3]);
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new (calendar, schedule);
  g_autoptr(GArray) extensions = extensions_of (row[4]);
  g_autoptr(GArray) suspensions = suspensions_of (row[5]);
  g_autoptr(GArray) spans = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *due = NULL;
  GgovDeadline deadline = { 0 };
  GgovDeadlineTerms terms = {
    .start = time_of (row[0]),
    .start_rule = rule_of (row[2]),
    .extensions = (const GgovLimit *) (void *) extensions->data,
    .n_extensions = extensions->len,
    .suspensions = (const GgovSuspension *) (void *) suspensions->data,
    .n_suspensions = suspensions->len,
  };

  g_assert_true (ggov_limit_parse (row[1], &terms.limit, NULL));
  g_assert_true (ggov_deadline_reckon (clock, &terms, &deadline, &error));
  g_assert_no_error (error);
  due = deadline.due == GGOV_DEADLINE_NONE ? g_strdup ("-")
                                           : ggov_local_time_format (deadline.due);
  g_assert_cmpstr (due, ==, row[6]);

  /* The way there is told without a gap, and its minutes add up. */
  spans = ggov_deadline_explain (clock, &terms, &error);
  g_assert_no_error (error);
  for (guint i = 1; i < spans->len; i++)
    g_assert_cmpint (g_array_index (spans, GgovDeadlineSpan, i).from, ==,
                     g_array_index (spans, GgovDeadlineSpan, i - 1).to);
  if (spans->len > 0)
    g_assert_cmpint (g_array_index (spans, GgovDeadlineSpan, spans->len - 1).to, ==, deadline.due);
}

/* The table was worked out from minute to minute by golden/deadlines.py, which shares nothing with
 * the program but the yearly notices. */
static void
test_table (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (g_test_get_filename (G_TEST_DIST, "golden", "deadlines.tsv",
                                                           NULL), &content, NULL, NULL));
  lines = g_strsplit (g_strchomp (content), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++, n++)
    {
      g_auto(GStrv) row = g_strsplit (lines[i], "\t", -1);

      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (g_strv_length (row), ==, 7);
      check_row (calendar, row);
    }
  g_test_message ("%u deadlines, all to the minute", n);
  g_assert_cmpuint (n, >=, 200);
}

static gint64
left_at (GgovOfficeClock         *clock,
         const GgovDeadlineTerms *terms,
         gint64                   now)
{
  gint64 left = -1;

  g_assert_true (ggov_deadline_get_left (clock, terms, now, &left, NULL));

  return left;
}

/* Any number of pauses, across seasons whose days are longer: what is left when the last one begins
 * is left when it ends. */
static void
test_left_is_kept (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autoptr(GgovWorkSchedule) schedule = schedule_of (
    "08:30-12:00,14:00-17:30; 05-01..09-30 08:00-12:00,14:30-18:30; 2026-06-12 08:00-12:00");
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new (calendar, schedule);
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n_checked = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 4000; i++)
    {
      GgovSuspension pauses[5];
      GgovDeadlineTerms terms = { .suspensions = pauses };
      gint64 at;

      terms.start = time_of ("2026-03-01T00:00") + g_rand_int_range (rand, 0, 200 * 1440) * 60;
      terms.limit.unit = g_rand_int_range (rand, 0, 3);
      terms.limit.count = g_rand_int_range (rand, 1, 30);
      terms.start_rule = g_rand_int_range (rand, 0, 3);
      at = terms.start;
      for (guint k = 0; k < G_N_ELEMENTS (pauses); k++)
        {
          gint64 left;

          at += g_rand_int_range (rand, 1, 4000) * 60;
          left = left_at (clock, &terms, at);
          if (left <= 0)
            break;
          pauses[k].from = at;
          at += g_rand_int_range (rand, 1, 20000) * 60;
          pauses[k].to = at;
          terms.n_suspensions = k + 1;
          g_assert_cmpint (left_at (clock, &terms, at), ==, left);
          n_checked++;
        }
    }
  g_test_message ("%u pauses", n_checked);
  g_assert_cmpuint (n_checked, >, 4000);
}

/* Friday 10 July is the region's own holiday and Sunday the 12th is worked for it: from Thursday
 * 17:00, an hour is 30 minutes of Thursday and 30 of Sunday. */
static void
test_exceptions (void)
{
  g_autoptr(GgovCalendar) notices = ggov_calendar_new_default ();
  const GgovCalendarDay own[] = {
    { day_of ("2026-07-12"), FALSE, "那达慕" }, { day_of ("2026-07-10"), TRUE, "那达慕" },
    { day_of ("2028-01-04"), TRUE, "街道" },
  };
  g_autoptr(GgovCalendar) calendar = NULL;
  g_autoptr(GgovCalendar) newer = NULL;
  g_autoptr(GgovWorkSchedule) schedule = ggov_work_schedule_new_default ();
  g_autoptr(GgovOfficeClock) clock = NULL;
  g_autoptr(GArray) listed = NULL;
  g_autoptr(GError) error = NULL;
  GgovDeadlineTerms terms = { time_of ("2026-07-09T17:00"), { 1, GGOV_LIMIT_WORKING_HOURS } };
  GgovDeadline deadline;

  calendar = ggov_calendar_with_exceptions (notices, own, G_N_ELEMENTS (own), &error);
  g_assert_no_error (error);
  clock = ggov_office_clock_new (calendar, schedule);
  g_assert_true (ggov_deadline_reckon (clock, &terms, &deadline, NULL));
  g_assert_cmpint (deadline.due, ==, time_of ("2026-07-12T09:00"));
  g_assert_false (deadline.provisional);

  /* Its own days announce no year, and outlive a notice. */
  g_assert_false (ggov_calendar_is_announced (calendar, 2028));
  newer = ggov_calendar_with_days (calendar, 2026, NULL, 0, &error);
  g_assert_false (ggov_calendar_is_working (newer, own[1].day));
  listed = ggov_calendar_list_exceptions (newer);
  g_assert_cmpuint (listed->len, ==, 3);
  g_assert_cmpint (g_array_index (listed, GgovCalendarDay, 0).day, ==, own[1].day);
}

/* Days that the schedule has closed are no working days, for hours, days and calendar days. */
static void
test_closed (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autoptr(GgovWorkSchedule) schedule =
    schedule_of (SEASONS "; 2026-03-05..2026-03-06 closed");
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new (calendar, schedule);
  static const struct { const char *start; const char *limit; const char *due; } cases[] = {
    { "2026-03-04T17:00", "1h", "2026-03-09T09:00" },
    { "2026-03-04T10:00", "1d", "2026-03-09T17:30" },
    { "2026-03-04T10:00", "1cd", "2026-03-09T17:30" },
    /* Summer hours from Friday 1 May on, which is a holiday until Tuesday the 5th. */
    { "2026-04-30T17:00", "4h", "2026-05-06T12:00" },
    { "2026-04-30T17:00", "1d", "2026-05-06T18:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GgovDeadlineTerms terms = { time_of (cases[i].start) };
      g_autofree char *due = NULL;
      GgovDeadline deadline;

      g_assert_true (ggov_limit_parse (cases[i].limit, &terms.limit, NULL));
      g_assert_true (ggov_deadline_reckon (clock, &terms, &deadline, NULL));
      due = ggov_local_time_format (deadline.due);
      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

/* On Friday 6 March, with Monday the 9th closed: what is due on Tuesday the 10th is due on the next
 * working day, what is due on Wednesday is not. */
static void
test_due_soon (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autoptr(GgovWorkSchedule) schedule =
    schedule_of ("08:30-12:00,14:00-17:30; 2026-03-09 closed");
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new (calendar, schedule);
  const GgovIssueState state = { GGOV_ISSUE_HANDLED, FALSE };
  gint64 now = time_of ("2026-03-06T10:00");

  g_assert_cmpint (ggov_issue_due_judge_state (&state, time_of ("2026-03-10T17:30"), clock, now),
                   ==, GGOV_ISSUE_DUE_SOON);
  g_assert_cmpint (ggov_issue_due_judge_state (&state, time_of ("2026-03-11T17:30"), clock, now),
                   ==, GGOV_ISSUE_DUE_FINE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/work-schedule/find", test_find);
  g_test_add_func ("/model/work-schedule/refused", test_refused);
  g_test_add_func ("/model/work-schedule/table", test_table);
  g_test_add_func ("/model/work-schedule/left-is-kept", test_left_is_kept);
  g_test_add_func ("/model/work-schedule/exceptions", test_exceptions);
  g_test_add_func ("/model/work-schedule/closed", test_closed);
  g_test_add_func ("/model/work-schedule/due-soon", test_due_soon);

  return g_test_run ();
}
