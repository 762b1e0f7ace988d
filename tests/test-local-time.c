/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-local-time.h"
#include "ggov-model-error.h"

/* Seconds by coreutils: date -d '2026-02-13T16:30+08:00' +%s, and so on. */
static const struct
{
  const char *text;
  gint64      time;
  const char *shown;
} moments[] = {
  { "1970-01-01T08:00", 0, "1970-01-01T08:00" },
  { "1970-01-01", -28800, "1970-01-01T00:00" },
  { "2026-02-13T16:30", 1770971400, "2026-02-13T16:30" },
  { "2026-02-13 16:30:59", 1770971459, "2026-02-13T16:30" },
  { "2024-02-29T23:59", 1709222340, "2024-02-29T23:59" },
  { "1969-12-31T23:59", -28860, "1969-12-31T23:59" },
  { "2000-03-01", 951840000, "2000-03-01T00:00" },
};

static const struct
{
  const char     *text;
  GgovModelError  code;
} refused[] = {
  { "", GGOV_MODEL_ERROR_SYNTAX },
  { "yesterday", GGOV_MODEL_ERROR_SYNTAX },
  { "2026-2-13", GGOV_MODEL_ERROR_SYNTAX },
  { "2026-02-13T", GGOV_MODEL_ERROR_SYNTAX },
  { "2026-02-13T1630", GGOV_MODEL_ERROR_SYNTAX },
  { "2026-02-13T16:30Z", GGOV_MODEL_ERROR_SYNTAX },
  { "2026-02-13T16:30:5", GGOV_MODEL_ERROR_SYNTAX },
  { "2026-02-29T16:30", GGOV_MODEL_ERROR_RANGE },
  { "2026-13-01", GGOV_MODEL_ERROR_RANGE },
  { "2026-02-13T24:00", GGOV_MODEL_ERROR_RANGE },
  { "2026-02-13T12:60", GGOV_MODEL_ERROR_RANGE },
};

static void
test_moments (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *shown = NULL;
      gint64 time = 1;

      g_assert_true (ggov_local_time_parse (moments[i].text, &time, &error));
      g_assert_no_error (error);
      g_assert_cmpint (time, ==, moments[i].time);

      shown = ggov_local_time_format (time);
      g_assert_cmpstr (shown, ==, moments[i].shown);
    }
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 time = 77;

      g_test_message ("%s", refused[i].text);
      g_assert_false (ggov_local_time_parse (refused[i].text, &time, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, (int) refused[i].code);
      g_assert_cmpint (time, ==, 77);
    }
}

/* GDate counts from another day and by another rule; each day must agree with it. */
static void
test_days (void)
{
  GDate date;
  int first = ggov_local_day_from_date (1896, 1, 1);
  int last = ggov_local_day_from_date (2101, 12, 31);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1896);

  for (int day = first; day <= last; day++)
    {
      int year, month, day_of_month;

      ggov_local_day_to_date (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (ggov_local_day_get_weekday (day), ==, (int) g_date_get_weekday (&date));
      g_assert_cmpint (ggov_local_day_from_date (year, month, day_of_month), ==, day);
      g_assert_cmpint (ggov_local_time_get_day (ggov_local_time_from_day (day, 0)), ==, day);
      g_assert_cmpint (ggov_local_time_get_day (ggov_local_time_from_day (day, 1439)), ==, day);
      g_date_add_days (&date, 1);
    }

  g_assert_cmpint (ggov_local_day_from_date (1970, 1, 1), ==, 0);
}

static void
test_day_text (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  int day = 0;

  /* 20,497 = 56 years of 365 days + 14 leap days + 43 days of 2026 before 13 February. */
  g_assert_true (ggov_local_day_parse ("2026-02-13", &day, &error));
  g_assert_cmpint (day, ==, 20497);
  text = ggov_local_day_format (day);
  g_assert_cmpstr (text, ==, "2026-02-13");

  g_assert_false (ggov_local_day_parse ("2024-02-30", &day, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (ggov_local_day_parse ("2024-02-03T10:00", &day, &error));
  g_assert_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX);
  g_assert_cmpint (day, ==, 20497);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/local-time/moments", test_moments);
  g_test_add_func ("/model/local-time/refused", test_refused);
  g_test_add_func ("/model/local-time/days", test_days);
  g_test_add_func ("/model/local-time/day-text", test_day_text);

  return g_test_run ();
}
