/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-deadline.h"
#include "ggov-issue-explain.h"
#include "ggov-local-time.h"

#define MAX_SUSPENSIONS 4

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
assert_spans (const char        *start,
              const char        *limit,
              const char        *suspended,
              const char *const *expected)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) spans = NULL;
  GgovSuspension suspensions[MAX_SUSPENSIONS];
  GgovDeadlineTerms terms = { time_of (start), .suspensions = suspensions };

  g_assert_true (ggov_limit_parse (limit, &terms.limit, NULL));
  terms.n_suspensions = read_suspensions (suspended, suspensions);
  spans = ggov_deadline_explain (clock, &terms, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < spans->len; i++)
    {
      const GgovDeadlineSpan *span = &g_array_index (spans, GgovDeadlineSpan, i);
      g_autofree char *from = ggov_local_time_format (span->from);
      g_autofree char *to = span->to == GGOV_DEADLINE_NONE ? g_strdup ("-")
                                                           : ggov_local_time_format (span->to);
      g_autofree char *line = g_strdup_printf ("%s %s %u %s%s%s", from + 5,
                                               to[0] == '-' ? to : to + 5, span->minutes,
                                               ggov_span_reason_get_code (span->reason),
                                               span->name ? " " : "", span->name ? span->name : "");

      g_assert_cmpstr (line, ==, expected[i]);
    }
  g_assert_null (expected[spans->len]);
}

static void
test_spans (void)
{
  assert_spans ("2026-02-14T11:30", "4h", NULL, (const char *const[]) {
    "02-14T11:30 02-14T12:00 30 make-up 春节",
    "02-14T12:00 02-14T14:00 0 break",
    "02-14T14:00 02-14T17:30 210 make-up 春节",
    NULL });
  assert_spans ("2026-02-13T16:30", "5h", NULL, (const char *const[]) {
    "02-13T16:30 02-13T17:30 60 working",
    "02-13T17:30 02-14T08:30 0 closed",
    "02-14T08:30 02-14T12:00 210 make-up 春节",
    "02-14T12:00 02-14T14:00 0 break",
    "02-14T14:00 02-14T14:30 30 make-up 春节",
    NULL });
  assert_spans ("2026-05-08T16:00", "3d", NULL, (const char *const[]) {
    "05-08T16:00 05-09T00:00 0 start-day",
    "05-09T00:00 05-10T00:00 420 make-up 劳动节",
    "05-10T00:00 05-11T00:00 0 weekend",
    "05-11T00:00 05-12T00:00 420 working",
    "05-12T00:00 05-12T17:30 420 working",
    NULL });
  assert_spans ("2026-04-03T17:00", "1h", NULL, (const char *const[]) {
    "04-03T17:00 04-03T17:30 30 working",
    "04-03T17:30 04-04T00:00 0 closed",
    "04-04T00:00 04-07T00:00 0 holiday 清明节",
    "04-07T00:00 04-07T08:30 0 closed",
    "04-07T08:30 04-07T09:00 30 working",
    NULL });
  assert_spans ("2026-03-02T10:00", "1d", "2026-03-03T10:00/2026-03-04T10:00",
                (const char *const[]) {
    "03-02T10:00 03-03T00:00 0 start-day",
    "03-03T00:00 03-03T10:00 90 working",
    "03-03T10:00 03-04T10:00 0 suspended",
    "03-04T10:00 03-04T17:30 330 working",
    NULL });
  assert_spans ("2026-03-06T10:00", "1cd", NULL, (const char *const[]) {
    "03-06T10:00 03-07T00:00 0 start-day",
    "03-07T00:00 03-07T17:30 420 working",
    "03-07T17:30 03-09T17:30 0 moved",
    NULL });
  assert_spans ("2026-03-02T09:00", "4h", "2026-03-02T10:00/-", (const char *const[]) {
    "03-02T09:00 03-02T10:00 60 working",
    "03-02T10:00 - 0 suspended",
    NULL });
}

/* Spans leave no gap and their minutes make the limit, whatever is asked. */
static void
test_spans_add_up (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 1000; i++)
    {
      GgovSuspension suspension = { time_of ("2026-02-10T00:00") };
      GgovDeadlineTerms terms = { suspension.from, .suspensions = &suspension, .n_suspensions = 1 };
      GgovDeadline deadline = { 0 };
      g_autoptr(GArray) spans = NULL;
      gint64 at;
      guint sum = 0;

      terms.start += g_rand_int_range (rand, 0, 20 * 86400);
      suspension.from += g_rand_int_range (rand, 0, 40 * 86400);
      suspension.to = suspension.from + g_rand_int_range (rand, 0, 10 * 86400);
      terms.limit.unit = g_rand_int_range (rand, 0, 3);
      terms.limit.count = g_rand_int_range (rand, 1, 20);

      g_assert_true (ggov_deadline_reckon (clock, &terms, &deadline, NULL));
      spans = ggov_deadline_explain (clock, &terms, NULL);
      at = terms.start;
      for (guint j = 0; j < spans->len; j++)
        {
          const GgovDeadlineSpan *span = &g_array_index (spans, GgovDeadlineSpan, j);

          g_assert_cmpint (span->from, ==, at);
          g_assert_cmpint (span->to, >, span->from);
          at = span->to;
          sum += span->minutes;
        }
      g_assert_cmpint (at, ==, deadline.due);
      g_assert_cmpuint (sum, ==, terms.limit.count *
                        (terms.limit.unit == GGOV_LIMIT_WORKING_HOURS ? 60 : 420));
    }
}

/* Over the Spring Festival of 2026, with a suspension: 1 h 30 min on the 24th and 4 h 30 min from
 * 11:00 on the 26th are 6 h, the 27th is a day, and 1 h on the 28th makes three days of 7 h with
 * the 14th. */
static void
test_words (void)
{
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  const GgovSuspension suspension = { time_of ("2026-02-24T10:00"), time_of ("2026-02-26T11:00") };
  const GgovDeadlineTerms days = {
    .start = time_of ("2026-02-13T16:30"), .limit = { .unit = GGOV_LIMIT_WORKING_DAYS, .count = 3 },
    .suspensions = &suspension, .n_suspensions = 1,
  };
  const GgovDeadlineTerms hours = {
    .start = time_of ("2026-02-13T16:30"),
    .limit = { .unit = GGOV_LIMIT_WORKING_HOURS, .count = 4 },
  };
  g_autofree char *of_days = ggov_deadline_dup_explanation (clock, &days, NULL);
  g_autofree char *of_hours = ggov_deadline_dup_explanation (clock, &hours, NULL);

  g_assert_cmpstr (of_days, ==,
                   "3 working days from 2026-02-13 16:30\n"
                   "2026-02-13 16:30 – 2026-02-14 00:00: First day, not counted\n"
                   "2026-02-14: 1 day counted, make-up workday (春节)\n"
                   "2026-02-15 – 2026-02-23: 春节, not counted\n"
                   "2026-02-24 00:00 – 10:00: 1 h 30 min counted\n"
                   "2026-02-24 10:00 – 2026-02-26 11:00: Suspended, not counted\n"
                   "2026-02-26 11:00 – 2026-02-28 00:00: 1 day 4 h 30 min counted\n"
                   "2026-02-28 00:00 – 09:30: 1 h counted, make-up workday (春节)\n"
                   "Due 2026-02-28 09:30");
  g_assert_cmpstr (of_hours, ==,
                   "4 working hours from 2026-02-13 16:30\n"
                   "2026-02-13 16:30 – 17:30: 1 h counted\n"
                   "2026-02-13 17:30 – 2026-02-14 08:30: Office closed, not counted\n"
                   "2026-02-14 08:30 – 11:30: 3 h counted, make-up workday (春节)\n"
                   "Due 2026-02-14 11:30");
}

static void
test_labels (void)
{
  g_assert_cmpstr (ggov_span_reason_get_label (GGOV_SPAN_BREAK), ==, "Break");
  g_assert_cmpstr (ggov_span_reason_get_code (GGOV_SPAN_MOVED), ==, "moved");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/deadline-spans/told", test_spans);
  g_test_add_func ("/model/deadline-spans/add-up", test_spans_add_up);
  g_test_add_func ("/model/deadline-spans/words", test_words);
  g_test_add_func ("/model/deadline-spans/labels", test_labels);

  return g_test_run ();
}
