/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "ggov-deadline.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"

#define MAX_SUSPENSIONS 4

/* Worked by hand. Hours 08:30-12:00 and 14:00-17:30: 3.5 + 3.5 = 7 h a day. Suspensions are
 * "from/to" pairs, "-" for no end; a due of NULL means that the clock stands still. The comment
 * tells the working; days are of 2026 where no year is given. */
static const struct
{
  const char *start;
  const char *limit;
  const char *due;
  gboolean    provisional;
  const char *suspensions;
} worked[] = {
  /* Fri 16:30-17:30 is 1; the make-up Saturday 08:30 + 3 */
  { "2026-02-13T16:30", "4h", "2026-02-14T11:30" },
  /* 14, 24, 25, 26, 27, 28 (make-up Saturday), Mon 2 March */
  { "2026-02-13T16:30", "7d", "2026-03-02T17:30" },
  /* 15:00-17:30 is 2.5; holiday 15-23; Tue 24 08:30 + 1.5 */
  { "2026-02-14T15:00", "4h", "2026-02-24T10:00" },
  /* full at noon, not at two */
  { "2026-03-02T09:00", "3h", "2026-03-02T12:00" },
  /* 3 to noon, 14:00 + 1 */
  { "2026-03-02T09:00", "4h", "2026-03-02T15:00" },
  /* opens at 08:30: 3.5 to noon, 14:00 + 0.5 */
  { "2026-03-02T08:00", "4h", "2026-03-02T14:30" },
  /* in the break: 14:00-17:30 is 3.5, Tue 08:30 + 0.5 */
  { "2026-03-02T12:30", "4h", "2026-03-03T09:00" },
  /* at closing: nothing today, Tue 08:30 + 1 */
  { "2026-03-02T17:30", "1h", "2026-03-03T09:30" },
  /* at midnight, Tue begins */
  { "2026-03-03T00:00", "1h", "2026-03-03T09:30" },
  /* Fri evening, a whole Monday */
  { "2026-03-06T18:00", "7h", "2026-03-09T17:30" },
  /* three whole days: Mon, Tue, Wed */
  { "2026-03-07T12:00", "21h", "2026-03-11T17:30" },
  /* seconds are dropped: 09:00 + 1 */
  { "2026-03-02T09:00:59", "1h", "2026-03-02T10:00" },
  /* Sat: Monday is the first day */
  { "2026-03-07T10:00", "1d", "2026-03-09T17:30" },
  /* Fri: so it is from there */
  { "2026-03-06T10:00", "1d", "2026-03-09T17:30" },
  /* before opening is still today; Tue is the first day */
  { "2026-03-02T07:00", "1d", "2026-03-03T17:30" },
  /* Fri 16:00-17:30 is 1.5; 4-6 Qingming; Tue 08:30 + 0.5 */
  { "2026-04-03T16:00", "2h", "2026-04-07T09:00" },
  /* Thu 0.5; 1-5 May; Wed 08:30 + 0.5 */
  { "2026-04-30T17:00", "1h", "2026-05-06T09:00" },
  /* Fri 0.5; make-up Sat 08:30 + 0.5 */
  { "2026-05-08T17:00", "1h", "2026-05-09T09:00" },
  /* Sat is off; make-up Sun 20, Mon 21 */
  { "2026-09-18T10:00", "2d", "2026-09-21T17:30" },
  /* Thu 1.5; 25-27 Mid-Autumn; Mon 08:30 + 2.5 */
  { "2026-09-24T16:00", "4h", "2026-09-28T11:00" },
  /* Thu 8, Fri 9, make-up Sat 10 October */
  { "2026-09-30T09:00", "3d", "2026-10-10T17:30" },
  /* 6-9 is 4, 12-16 is 9, 19-23 is 14, 26-30 is 19, Mon 2 February */
  { "2026-01-05T11:00", "20d", "2026-02-02T17:30" },
  /* the last day of the known year, used up there */
  { "2026-12-31T09:00", "4h", "2026-12-31T15:00" },
  /* 25, 28, 29, 30, 31 */
  { "2026-12-24T09:00", "5d", "2026-12-31T17:30" },
  /* 0.5 today, the rest in a year not announced: Fri 1 January by its weekday */
  { "2026-12-31T17:00", "1h", "2027-01-01T09:00", TRUE },
  /* 25, 28, 29, 30, 31, Fri 1, Mon 4 January */
  { "2026-12-24T09:00", "7d", "2027-01-04T17:30", TRUE },
  /* wholly in a year not announced */
  { "2027-03-01T09:00", "1h", "2027-03-01T10:00", TRUE },
  /* from a year before the known ones: Fri 1; Sat, Sun, New Year; Tue 08:30 + 1 */
  { "2023-12-29T16:30", "2h", "2024-01-02T09:30", TRUE },
  /* 2025: a make-up Sunday, 3 to noon, 14:00 + 1 */
  { "2025-01-26T09:00", "4h", "2025-01-26T15:00" },
  /* Mon 1.5; 28 January to 4 February off; Wed 08:30 + 2.5 */
  { "2025-01-27T16:00", "4h", "2025-02-05T11:00" },
  /* Tue 1.5; 1-8 October off; Thu 7 makes 8.5; Fri 08:30 + 1.5 */
  { "2025-09-30T16:00", "10h", "2025-10-10T10:00" },
  /* 2024: Fri 1; 10-17 off; make-up Sun 18 08:30 + 3 */
  { "2024-02-09T16:30", "4h", "2024-02-18T11:30" },
  /* Tue 8, Wed 9 */
  { "2024-09-30T10:00", "2d", "2024-10-09T17:30" },
  /* leap day: Wed 28 February 2024, then Thu 29, Fri 1 March */
  { "2024-02-28T10:00", "2d", "2024-03-01T17:30" },
  /* Tue, Wed, Thu */
  { "2026-03-02T10:00", "3cd", "2026-03-05T17:30" },
  /* Fri, Sat, Sun; so Mon */
  { "2026-03-05T10:00", "3cd", "2026-03-09T17:30" },
  /* Sun 15 is holiday until 23 */
  { "2026-02-14T10:00", "1cd", "2026-02-24T17:30" },
  /* 1, 2, 3 October are holiday until 7 */
  { "2026-09-30T10:00", "3cd", "2026-10-08T17:30" },
  /* 16 days of January, 14 of February: a make-up Saturday, no need to move */
  { "2026-01-15T10:00", "30cd", "2026-02-14T17:30" },
  /* ends in the year not announced, where Friday is a working day for all we know */
  { "2026-12-31T10:00", "1cd", "2027-01-01T17:30", TRUE },
  /* ends on Sat 2 January, moved to Mon */
  { "2026-12-31T10:00", "2cd", "2027-01-04T17:30", TRUE },
  /* begins in an unknown year, ends in a known one: Mon 1, holiday; Tue 2 */
  { "2023-12-31T10:00", "1cd", "2024-01-02T17:30" },

  /* would be 2 at noon (1 + 1), 14:00 + 2 */
  { "2026-03-02T09:00", "4h", "2026-03-02T16:00", FALSE, "2026-03-02T10:00/2026-03-02T11:00" },
  /* 1 on Mon; Wed 10-12 is 2; 14:00 + 1 */
  { "2026-03-02T09:00", "4h", "2026-03-04T15:00", FALSE, "2026-03-02T10:00/2026-03-04T10:00" },
  /* over the break: 2.5 to 11:30, 14:30 + 1.5 */
  { "2026-03-02T09:00", "4h", "2026-03-02T16:00", FALSE, "2026-03-02T11:30/2026-03-02T14:30" },
  /* in the night only: Mon 1, Tue 08:30 + 3 as without */
  { "2026-03-02T16:30", "4h", "2026-03-03T11:30", FALSE, "2026-03-02T18:00/2026-03-03T08:00" },
  /* over a holiday: 0.5; from 24th 09:00: 3 to noon, 14:00 + 0.5 */
  { "2026-02-13T16:30", "4h", "2026-02-24T14:30", FALSE, "2026-02-13T17:00/2026-02-24T09:00" },
  /* began before the start: from 10:00 2 to noon, 14:00 + 2 */
  { "2026-03-02T09:00", "4h", "2026-03-02T16:00", FALSE, "2026-03-01T10:00/2026-03-02T10:00" },
  /* over before the start */
  { "2026-03-02T09:00", "4h", "2026-03-02T15:00", FALSE, "2026-02-25T10:00/2026-02-27T10:00" },
  /* after the end */
  { "2026-03-02T09:00", "4h", "2026-03-02T15:00", FALSE, "2026-03-02T16:00/2026-03-04T10:00" },
  /* at the end: time was up already */
  { "2026-03-02T09:00", "4h", "2026-03-02T15:00", FALSE, "2026-03-02T15:00/-" },
  /* still standing */
  { "2026-03-02T09:00", "4h", NULL, FALSE, "2026-03-02T14:00/-" },
  /* stopped in the break, still standing */
  { "2026-03-02T09:00", "4h", NULL, FALSE, "2026-03-02T12:30/-" },
  /* overlapping, together 10:00-11:30: 1 + 0.5 to noon, 14:00 + 2.5 */
  { "2026-03-02T09:00", "4h", "2026-03-02T16:30", FALSE,
    "2026-03-02T10:00/2026-03-02T11:00 2026-03-02T10:30/2026-03-02T11:30" },
  /* one within the other, together 10:00-12:00: 1 to noon, 14:00 + 3 */
  { "2026-03-02T09:00", "4h", "2026-03-02T17:00", FALSE,
    "2026-03-02T10:30/2026-03-02T11:00 2026-03-02T10:00/2026-03-02T12:00" },
  /* out of order: 9-10 is 1, 10:30-12 makes 2.5, 15:00 + 1.5 */
  { "2026-03-02T09:00", "4h", "2026-03-02T16:30", FALSE,
    "2026-03-02T14:00/2026-03-02T15:00 2026-03-02T10:00/2026-03-02T10:30" },
  /* the first moves the end behind the second's beginning: 1 (9-10), 11-12 makes 2, 14-15 makes
   * 3, then 16:00 + 1 */
  { "2026-03-02T09:00", "4h", "2026-03-02T17:00", FALSE,
    "2026-03-02T10:00/2026-03-02T11:00 2026-03-02T15:00/2026-03-02T16:00" },
  /* on the start's day, before days begin to run: Tue, Wed */
  { "2026-03-02T10:00", "2d", "2026-03-04T17:30", FALSE, "2026-03-02T11:00/2026-03-02T16:00" },
  /* two whole days, Tue and Wed: Thu, Fri */
  { "2026-03-02T10:00", "2d", "2026-03-06T17:30", FALSE, "2026-03-03T08:30/2026-03-04T17:30" },
  /* stands Tue 10:00-17:30 (5.5) and Wed to 15:00 (4.5), so 10 after Wed 17:30: Thu 7, Fri
   * 08:30 + 3 */
  { "2026-03-02T10:00", "2d", "2026-03-06T11:30", FALSE, "2026-03-03T10:00/2026-03-04T15:00" },
  /* a weekend costs nothing: Mon, Tue */
  { "2026-03-06T10:00", "2d", "2026-03-10T17:30", FALSE, "2026-03-07T00:00/2026-03-09T00:00" },
  /* Tue runs, Wed and Thu stand, Fri and Sat run; Sat, so Mon */
  { "2026-03-02T10:00", "3cd", "2026-03-09T17:30", FALSE, "2026-03-04T00:00/2026-03-06T00:00" },
};

static gint64
time_of (const char *text)
{
  gint64 time = 0;

  if (g_str_equal (text, "-"))
    return GGOV_DEADLINE_NONE;

  g_assert_true (ggov_local_time_parse (text, &time, NULL));

  return time;
}

static guint
read_suspensions (const char     *text,
                  GgovSuspension *suspensions)
{
  g_auto(GStrv) pairs = g_strsplit (text != NULL ? text : "", " ", -1);
  guint n = g_strv_length (pairs);

  g_assert_cmpuint (n, <=, MAX_SUSPENSIONS);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GStrv) ends = g_strsplit (pairs[i], "/", 2);

      suspensions[i].from = time_of (ends[0]);
      suspensions[i].to = time_of (ends[1]);
    }

  return n;
}

static void
test_worked (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      GgovSuspension suspensions[MAX_SUSPENSIONS];
      GgovDeadlineTerms terms = { time_of (worked[i].start), .suspensions = suspensions };
      GgovDeadline deadline = { 0 };
      g_autoptr(GError) error = NULL;
      g_autofree char *due = NULL;

      g_test_message ("%s + %s", worked[i].start, worked[i].limit);
      terms.n_suspensions = read_suspensions (worked[i].suspensions, suspensions);
      g_assert_true (ggov_limit_parse (worked[i].limit, &terms.limit, NULL));
      g_assert_true (ggov_deadline_reckon (clock, &terms, &deadline, &error));
      g_assert_no_error (error);

      if (deadline.due != GGOV_DEADLINE_NONE)
        due = ggov_local_time_format (deadline.due);
      g_assert_cmpstr (due, ==, worked[i].due);
      g_assert_cmpint (deadline.provisional, ==, worked[i].provisional);
    }
}

/* A second way to the same result, sharing nothing with the first but the notices: it walks from
 * minute to minute and looks at a wall calendar. */
static const struct { const char *first; const char *last; } holidays[] = {
  { "2026-01-01", "2026-01-03" }, { "2026-02-15", "2026-02-23" }, { "2026-04-04", "2026-04-06" },
  { "2026-05-01", "2026-05-05" }, { "2026-06-19", "2026-06-21" }, { "2026-09-25", "2026-09-27" },
  { "2026-10-01", "2026-10-07" },
};
static const char *const make_up_days[] = {
  "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
};

static gboolean
walker_works_on (const GDate *date)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  for (guint i = 0; i < G_N_ELEMENTS (make_up_days); i++)
    if (strcmp (text, make_up_days[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    if (strcmp (text, holidays[i].first) >= 0 && strcmp (text, holidays[i].last) <= 0)
      return FALSE;

  return g_date_get_weekday (date) <= G_DATE_FRIDAY;
}

static gboolean
walker_stands (const GgovDeadlineTerms *terms,
               gint64                   time)
{
  for (guint i = 0; i < terms->n_suspensions; i++)
    if (time >= terms->suspensions[i].from && time < terms->suspensions[i].to)
      return TRUE;

  return FALSE;
}

static gint64
walk (const GgovDeadlineTerms *terms,
      int                      year,
      int                      month,
      int                      day,
      int                      minute)
{
  GgovLimitUnit unit = terms->limit.unit;
  gint64 time = terms->start;
  guint left = terms->limit.count * (unit == GGOV_LIMIT_WORKING_HOURS ? 60 : 420);
  gboolean first_day = TRUE;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  while (left > 0)
    {
      gboolean works = unit == GGOV_LIMIT_CALENDAR_DAYS || walker_works_on (&date);

      if (first_day && unit != GGOV_LIMIT_WORKING_HOURS)
        works = FALSE;
      for (; minute < 1440 && left > 0; minute++, time += 60)
        if (works && ((minute >= 510 && minute < 720) || (minute >= 840 && minute < 1050)) &&
            !walker_stands (terms, time))
          left--;
      if (minute == 1440)
        {
          minute = 0;
          g_date_add_days (&date, 1);
          first_day = FALSE;
        }
    }

  if (unit == GGOV_LIMIT_CALENDAR_DAYS && !walker_works_on (&date))
    {
      while (!walker_works_on (&date))
        {
          time += 86400;
          g_date_add_days (&date, 1);
        }
      time += (1050 - minute) * 60;
    }

  return time;
}

static void
assert_walked (GgovOfficeClock   *clock,
               GgovDeadlineTerms *terms,
               GDate             *date,
               int                minute)
{
  gint64 epoch_day = g_date_get_julian (date) - 719163; /* 1970-01-01 is GDate's day 719,163 */
  g_autoptr(GError) error = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  GgovDeadline deadline = { 0 };

  terms->start = epoch_day * 86400 - 8 * 3600 + minute * 60;
  g_assert_true (ggov_deadline_reckon (clock, terms, &deadline, &error));
  g_assert_no_error (error);

  ours = ggov_local_time_format (deadline.due);
  theirs = ggov_local_time_format (walk (terms, g_date_get_year (date), g_date_get_month (date),
                                         g_date_get_day (date), minute));
  g_assert_cmpstr (ours, ==, theirs);
  g_assert_false (deadline.provisional);
}

/* 30 days apart by 11, four moments, eight limits: 960 deadlines of one year. */
static void
test_walked (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  static const int minutes[] = { 0, 547, 750, 1003 };
  static const char *const limits[] = { "1h", "4h", "7h", "30h", "1d", "7d", "1cd", "10cd" };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 2, 1, 2026);
  for (guint i = 0; i < 30; i++, g_date_add_days (&date, 11))
    for (guint j = 0; j < G_N_ELEMENTS (minutes); j++)
      for (guint k = 0; k < G_N_ELEMENTS (limits); k++)
        {
          GgovDeadlineTerms terms = { 0 };

          g_assert_true (ggov_limit_parse (limits[k], &terms.limit, NULL));
          assert_walked (clock, &terms, &date, minutes[j]);
        }
}

/* As above with suspensions from a seeded generator, to the minute. */
static void
test_walked_suspended (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260213);

  for (guint i = 0; i < 600; i++)
    {
      GgovSuspension suspensions[3];
      GgovDeadlineTerms terms = { .suspensions = suspensions,
                                  .n_suspensions = g_rand_int_range (rand, 1, 4) };
      gint64 start;
      GDate date;
      int minute = g_rand_int_range (rand, 0, 1440);

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, 1, 2026);
      g_date_add_days (&date, g_rand_int_range (rand, 0, 240));
      start = ((gint64) g_date_get_julian (&date) - 719163) * 86400 - 8 * 3600;
      terms.limit.unit = g_rand_int_range (rand, 0, 3);
      terms.limit.count = g_rand_int_range (rand, 1, terms.limit.unit == 0 ? 40 : 12);
      for (guint j = 0; j < terms.n_suspensions; j++)
        {
          suspensions[j].from = start + g_rand_int_range (rand, -2000, 14400) * 60;
          suspensions[j].to = suspensions[j].from + g_rand_int_range (rand, 0, 6000) * 60;
        }
      assert_walked (clock, &terms, &date, minute);
    }
}

static gint64
left_at (GgovOfficeClock         *clock,
         const GgovDeadlineTerms *terms,
         gint64                   now)
{
  gint64 left = -1;
  g_autoptr(GError) error = NULL;

  g_assert_true (ggov_deadline_get_left (clock, terms, now, &left, &error));
  g_assert_no_error (error);

  return left;
}

/* What is left when the clock stops is left when it runs again, for as long as it stands. */
static void
test_left_is_kept (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  gint64 first = time_of ("2026-01-01T00:00");

  for (guint i = 0; i < 5000; i++)
    {
      GgovDeadlineTerms before = { first + g_rand_int_range (rand, 0, 300 * 1440) * (gint64) 60 };
      GgovDeadlineTerms standing, after;
      GgovSuspension open, closed;
      gint64 left;
      gint64 stop = before.start + g_rand_int_range (rand, 0, 30 * 1440) * (gint64) 60;
      gint64 resume = stop + g_rand_int_range (rand, 0, 30 * 1440) * (gint64) 60;

      before.limit.unit = g_rand_int_range (rand, 0, 3);
      before.limit.count = g_rand_int_range (rand, 1, 30);
      left = left_at (clock, &before, stop);
      if (left <= 0)
        continue;

      standing = after = before;
      standing.suspensions = &open;
      after.suspensions = &closed;
      standing.n_suspensions = after.n_suspensions = 1;
      open = (GgovSuspension) { stop, GGOV_DEADLINE_NONE };
      closed = (GgovSuspension) { stop, resume };

      g_assert_cmpint (left_at (clock, &standing, resume), ==, left);
      g_assert_cmpint (left_at (clock, &after, resume), ==, left);
    }
}

/* Hours from Fri 2026-02-13T16:30, four of them: due Sat 14th at 11:30. */
static void
test_left (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  GgovDeadlineTerms terms = { time_of ("2026-02-13T16:30"), { 4, GGOV_LIMIT_WORKING_HOURS } };
  static const struct { const char *now; gint64 left; } cases[] = {
    { "2026-02-13T09:00", 240 }, { "2026-02-13T16:30", 240 }, { "2026-02-13T17:00", 210 },
    { "2026-02-13T22:00", 180 }, { "2026-02-14T11:00", 30 }, { "2026-02-14T11:30", 0 },
    { "2026-02-14T12:00", -30 }, { "2026-02-23T12:00", -240 }, { "2026-02-24T08:40", -250 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (left_at (clock, &terms, time_of (cases[i].now)), ==, cases[i].left);

  /* Three calendar days from Thu end on Sun and are moved to Mon: never late before that. */
  terms.start = time_of ("2026-03-05T10:00");
  terms.limit = (GgovLimit) { 3, GGOV_LIMIT_CALENDAR_DAYS };
  g_assert_cmpint (left_at (clock, &terms, time_of ("2026-03-08T17:00")), ==, 30);
  g_assert_cmpint (left_at (clock, &terms, time_of ("2026-03-09T10:00")), ==, 0);
  g_assert_cmpint (left_at (clock, &terms, time_of ("2026-03-10T08:31")), ==, -1);
}

static void
test_extensions (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  /* 09:00 + 4 h is 15:00, + 2 h is 17:00; + 1 working day (7 h) is 17:00 on Tue. */
  static const GgovLimit granted[] = {
    { 2, GGOV_LIMIT_WORKING_HOURS }, { 1, GGOV_LIMIT_WORKING_DAYS },
  };
  static const GgovLimit unfit[] = { { 1, GGOV_LIMIT_CALENDAR_DAYS } };
  static const char *const due[] = { "2026-03-02T15:00", "2026-03-02T17:00", "2026-03-03T17:00" };
  GgovDeadlineTerms terms = { time_of ("2026-03-02T09:00"), { 4, GGOV_LIMIT_WORKING_HOURS } };
  GgovDeadline deadline = { 0 };
  g_autoptr(GError) error = NULL;

  terms.extensions = granted;
  for (terms.n_extensions = 0; terms.n_extensions < G_N_ELEMENTS (due); terms.n_extensions++)
    {
      g_assert_true (ggov_deadline_reckon (clock, &terms, &deadline, &error));
      g_assert_cmpint (deadline.due, ==, time_of (due[terms.n_extensions]));
    }

  terms.extensions = unfit;
  terms.n_extensions = 1;
  g_assert_false (ggov_deadline_reckon (clock, &terms, &deadline, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE);
}

static void
test_refused (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  GgovSuspension backwards = { time_of ("2026-03-02T10:00"), time_of ("2026-03-02T09:00") };
  GgovDeadlineTerms cases[] = {
    { time_of ("1999-12-31T09:00"), { 4, GGOV_LIMIT_WORKING_HOURS } },
    { time_of ("2100-01-01T09:00"), { 4, GGOV_LIMIT_WORKING_HOURS } },
    { time_of ("2099-12-31T17:00"), { 4, GGOV_LIMIT_WORKING_HOURS } },
    { time_of ("2099-12-31T17:00"), { 1, GGOV_LIMIT_WORKING_DAYS } },
    { time_of ("2099-12-01T17:00"), { 9999, GGOV_LIMIT_CALENDAR_DAYS } },
    { time_of ("2026-03-02T09:00"), { 4, GGOV_LIMIT_WORKING_HOURS },
      .suspensions = &backwards, .n_suspensions = 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      GgovDeadline deadline = { 5, FALSE };
      gint64 left = 5;

      g_assert_false (ggov_deadline_reckon (clock, &cases[i], &deadline, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE);
      g_assert_cmpint (deadline.due, ==, 5);
      g_assert_null (ggov_deadline_explain (clock, &cases[i], NULL));
      g_assert_false (ggov_deadline_get_left (clock, &cases[i], cases[i].start, &left, NULL));
      g_assert_cmpint (left, ==, 5);
    }
}

/* Other hours: an office open all day takes four hours as they come. */
static void
test_other_hours (void)
{
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autoptr(GgovWorkSchedule) schedule = ggov_work_schedule_new_parse ("00:00-24:00", NULL);
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new (calendar, schedule);
  GgovDeadlineTerms terms = { time_of ("2026-03-02T22:00"), { 4, GGOV_LIMIT_WORKING_HOURS } };
  GgovDeadline deadline = { 0 };

  g_assert_true (ggov_deadline_reckon (clock, &terms, &deadline, NULL));
  g_assert_cmpint (deadline.due, ==, time_of ("2026-03-03T02:00"));
}

/* Thursday 31 December 2026 and 262 working days: 2027 is the gap, of 261 for all we know, and a notice
 * has the Monday after its last off, so Tuesday. A notice for 2027 takes its first Friday off: one
 * later. What does not need the gap is sure without it. */
static void
test_gap (void)
{
  static const char *const notices[] = {
    "{\"year\": 2028, \"days\": [{\"date\": \"2028-01-03\", \"name\": \"元旦\", \"off\": true}]}",
    "{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\", \"name\": \"元旦\", \"off\": true}]}",
  };
  static const char *const due[] = { "2028-01-04T17:30", "2028-01-05T17:30" };
  g_autoptr(GgovCalendar) calendar = ggov_calendar_new_default ();
  g_autoptr(GgovWorkSchedule) schedule = ggov_work_schedule_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      GgovDeadlineTerms long_one = { time_of ("2026-12-31T10:00"), { 262, GGOV_LIMIT_WORKING_DAYS } };
      GgovDeadlineTerms after = { time_of ("2028-01-04T10:00"), { 1, GGOV_LIMIT_WORKING_DAYS } };
      GgovCalendar *next = ggov_calendar_with_json (calendar, notices[i], -1, NULL);
      g_autoptr(GgovOfficeClock) clock = NULL;
      GgovDeadline deadline = { 0 };

      g_assert_nonnull (next);
      ggov_calendar_unref (calendar);
      calendar = next;
      clock = ggov_office_clock_new (calendar, schedule);
      g_assert_true (ggov_deadline_reckon (clock, &long_one, &deadline, NULL));
      g_assert_cmpint (deadline.due, ==, time_of (due[i]));
      g_assert_true (deadline.provisional == (i == 0));
      g_assert_true (ggov_deadline_reckon (clock, &after, &deadline, NULL));
      g_assert_cmpint (deadline.due, ==, time_of ("2028-01-05T17:30"));
      g_assert_false (deadline.provisional);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/deadline/worked", test_worked);
  g_test_add_func ("/model/deadline/walked", test_walked);
  g_test_add_func ("/model/deadline/walked-suspended", test_walked_suspended);
  g_test_add_func ("/model/deadline/left-is-kept", test_left_is_kept);
  g_test_add_func ("/model/deadline/left", test_left);
  g_test_add_func ("/model/deadline/extensions", test_extensions);
  g_test_add_func ("/model/deadline/refused", test_refused);
  g_test_add_func ("/model/deadline/other-hours", test_other_hours);
  g_test_add_func ("/model/deadline/gap", test_gap);

  return g_test_run ();
}
