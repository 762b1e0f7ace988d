/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-limit.h"
#include "ggov-model-error.h"

static void
test_limits (void)
{
  static const struct { const char *text; guint count; GgovLimitUnit unit; } good[] = {
    { "4h", 4, GGOV_LIMIT_WORKING_HOURS }, { "7d", 7, GGOV_LIMIT_WORKING_DAYS },
    { "3cd", 3, GGOV_LIMIT_CALENDAR_DAYS }, { "9999d", 9999, GGOV_LIMIT_WORKING_DAYS },
  };
  static const struct { const char *text; GgovModelError code; } bad[] = {
    { "", GGOV_MODEL_ERROR_SYNTAX }, { "4", GGOV_MODEL_ERROR_SYNTAX },
    { "h", GGOV_MODEL_ERROR_SYNTAX }, { "4 h", GGOV_MODEL_ERROR_SYNTAX },
    { "-4h", GGOV_MODEL_ERROR_SYNTAX }, { "4H", GGOV_MODEL_ERROR_SYNTAX },
    { "4hd", GGOV_MODEL_ERROR_SYNTAX }, { "4.5h", GGOV_MODEL_ERROR_SYNTAX },
    { "0d", GGOV_MODEL_ERROR_RANGE }, { "10000d", GGOV_MODEL_ERROR_RANGE },
    { "99999999999999999999999d", GGOV_MODEL_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      GgovLimit limit = { 0 };
      g_autofree char *text = NULL;

      g_assert_true (ggov_limit_parse (good[i].text, &limit, NULL));
      g_assert_cmpuint (limit.count, ==, good[i].count);
      g_assert_cmpint (limit.unit, ==, good[i].unit);
      text = ggov_limit_to_string (&limit);
      g_assert_cmpstr (text, ==, good[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      GgovLimit limit = { 5, GGOV_LIMIT_WORKING_DAYS };
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", bad[i].text);
      g_assert_false (ggov_limit_parse (bad[i].text, &limit, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, (int) bad[i].code);
      g_assert_cmpuint (limit.count, ==, 5);
    }
}

static void
test_labels (void)
{
  GgovLimit one = { 1, GGOV_LIMIT_WORKING_DAYS };
  GgovLimit four = { 4, GGOV_LIMIT_WORKING_HOURS };
  g_autofree char *day = ggov_limit_dup_label (&one);
  g_autofree char *hours = ggov_limit_dup_label (&four);

  g_assert_cmpstr (day, ==, "1 working day");
  g_assert_cmpstr (hours, ==, "4 working hours");
}

/* A working day has 7 hours; 7 calendar days have five of them, 35 hours. */
static void
test_compare (void)
{
  static const char *const rising[] = { "1h", "4h", "1cd", "6h", "1d", "2d", "20d", "30cd", "9999d" };
  static const char *const alike[][2] = { { "7h", "1d" }, { "5d", "7cd" }, { "4h", "4h" } };
  GgovLimit a, b;

  for (guint i = 0; i + 1 < G_N_ELEMENTS (rising); i++)
    {
      g_assert_true (ggov_limit_parse (rising[i], &a, NULL));
      g_assert_true (ggov_limit_parse (rising[i + 1], &b, NULL));
      g_assert_cmpint (ggov_limit_compare (&a, &b), <, 0);
      g_assert_cmpint (ggov_limit_compare (&b, &a), >, 0);
    }

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_assert_true (ggov_limit_parse (alike[i][0], &a, NULL));
      g_assert_true (ggov_limit_parse (alike[i][1], &b, NULL));
      g_assert_cmpint (ggov_limit_compare (&a, &b), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/limit/text", test_limits);
  g_test_add_func ("/model/limit/labels", test_labels);

  g_test_add_func ("/model/limit/compare", test_compare);

  return g_test_run ();
}
