/* test-clock-wish.c: another clock than the office's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ggov-clock-wish.h"
#include "ggov-deadline.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-year-notice.h"

/* Labour Day 2026 without the days before and after it, and without the make-up Saturday 9 May. */
#define NOTICE \
  "{\"year\": 2026, \"days\": [{\"date\": \"2026-05-01\", \"name\": \"劳动节\", \"isOffDay\": true}]}"

static GgovOfficeClock *
make (const GgovClockWish *wish)
{
  g_autoptr(GgovOfficeClock) own = ggov_office_clock_new_default ();
  g_autoptr(GError) error = NULL;
  GgovOfficeClock *clock = ggov_clock_wish_make (wish, own, &error);

  g_assert_no_error (error);

  return clock;
}

/* Three working days from Tuesday 28 April 2026 at 10:00 on. */
static void
assert_due (const GgovClockWish *wish,
            const char          *expected)
{
  g_autoptr(GgovOfficeClock) clock = make (wish);
  GgovDeadlineTerms terms = { .limit = { 3, GGOV_LIMIT_WORKING_DAYS } };
  g_autofree char *due = NULL;
  g_autoptr(GError) error = NULL;
  GgovDeadline deadline;

  g_assert_true (ggov_local_time_parse ("2026-04-28T10:00", &terms.start, NULL));
  ggov_deadline_reckon (clock, &terms, &deadline, &error);
  g_assert_no_error (error);
  due = ggov_local_time_format (deadline.due);
  g_assert_cmpstr (due, ==, expected);
}

/* The State Council's notice for 2026 has the 1st to the 5th of May off: the three days are Wednesday
 * 29 and Thursday 30 April and Wednesday 6 May. */
static void
test_days (void)
{
  assert_due (&(GgovClockWish) { NULL }, "2026-05-06T17:30");
  /* 29 April off besides: one day later. */
  assert_due (&(GgovClockWish) { .days = "2026-04-29 off" }, "2026-05-07T17:30");
  /* Friday 1 May worked. */
  assert_due (&(GgovClockWish) { .days = "2026-05-01 班" }, "2026-05-01T17:30");
  /* What is said last of a day holds; blanks and ends of lines do not matter. */
  assert_due (&(GgovClockWish) { .days = "2026-05-01 off;\n 2026-05-01   on ,," },
              "2026-05-01T17:30");
}

/* The 1st off alone: Monday 4 May is the third day. */
static void
test_notice (void)
{
  g_autoptr(GBytes) notice = g_bytes_new_static (NOTICE, strlen (NOTICE));

  assert_due (&(GgovClockWish) { .notice = notice }, "2026-05-04T17:30");
  assert_due (&(GgovClockWish) { .notice = notice, .days = "2026-05-04 off" }, "2026-05-05T17:30");
  assert_due (&(GgovClockWish) { .notice = notice, .hours = "09:00-12:00,13:00-16:00" },
              "2026-05-04T16:00");
}

static void
test_refused (void)
{
  static const struct { GgovClockWish wish; int code; } bad[] = {
    { { .days = "2026-02-30 off" }, GGOV_MODEL_ERROR_SYNTAX },
    { { .days = "2026-05-01" }, GGOV_MODEL_ERROR_SYNTAX },
    { { .days = "May off" }, GGOV_MODEL_ERROR_SYNTAX },
    { { .days = "2026-05-01 of" }, GGOV_MODEL_ERROR_SYNTAX },
    { { .days = "1999-12-31 off" }, GGOV_MODEL_ERROR_SYNTAX },
    { { .hours = "8 to 5" }, GGOV_MODEL_ERROR_SYNTAX },
  };
  g_autoptr(GgovOfficeClock) own = ggov_office_clock_new_default ();
  g_autoptr(GBytes) notice = g_bytes_new_static ("{}", 2);
  g_autoptr(GError) broken = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_null (ggov_clock_wish_make (&bad[i].wish, own, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, bad[i].code);
    }

  g_assert_null (ggov_clock_wish_make (&(GgovClockWish) { .notice = notice }, own, &broken));
  g_assert_error (broken, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_DATA);
}

/* Nothing wished is the very clock. */
static void
test_same (void)
{
  g_autoptr(GgovOfficeClock) own = ggov_office_clock_new_default ();
  g_autoptr(GgovOfficeClock) same = ggov_clock_wish_make (&(GgovClockWish) { "", "" }, own, NULL);

  g_assert_true (same == own);
}

static void
test_read (void)
{
  g_autofree char *dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "2026.json", NULL);
  g_autofree char *much = g_strnfill (1024 * 1024 + 1, ' ');
  g_autoptr(GBytes) json = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (ggov_year_notice_read (path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_true (g_file_set_contents (path, NOTICE, -1, NULL));
  json = ggov_year_notice_read (path, NULL);
  g_assert_cmpuint (g_bytes_get_size (json), ==, strlen (NOTICE));

  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, much, -1, NULL));
  g_assert_null (ggov_year_notice_read (path, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, "“2026.json” is too large for a yearly notice.");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/clock-wish/days", test_days);
  g_test_add_func ("/model/clock-wish/notice", test_notice);
  g_test_add_func ("/model/clock-wish/refused", test_refused);
  g_test_add_func ("/model/clock-wish/same", test_same);
  g_test_add_func ("/model/clock-wish/read", test_read);

  return g_test_run ();
}
