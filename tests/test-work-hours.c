/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "ggov-model-error.h"
#include "ggov-work-hours.h"

#define AT(hour, minute) ((hour) * 60 + (minute))

static void
test_default (void)
{
  g_autoptr(GgovWorkHours) hours = ggov_work_hours_new_default ();
  g_autofree char *text = ggov_work_hours_to_string (hours);

  g_assert_cmpstr (text, ==, "08:30-12:00,14:00-17:30");
  g_assert_cmpint (ggov_work_hours_get_minutes (hours), ==, 420);
  g_assert_cmpint (ggov_work_hours_get_opening (hours), ==, AT (8, 30));
  g_assert_cmpint (ggov_work_hours_get_closing (hours), ==, AT (17, 30));
}

static void
test_count (void)
{
  g_autoptr(GgovWorkHours) hours = ggov_work_hours_new_default ();
  static const struct { int minute; int worked; } cases[] = {
    { 0, 0 }, { AT (8, 30), 0 }, { AT (8, 31), 1 }, { AT (12, 0), 210 }, { AT (13, 0), 210 },
    { AT (14, 0), 210 }, { AT (16, 30), 360 }, { AT (17, 30), 420 }, { AT (24, 0), 420 },
  };
  static const struct { int worked; int minute; } inverse[] = {
    { 1, AT (8, 31) }, { 210, AT (12, 0) }, { 211, AT (14, 1) }, { 420, AT (17, 30) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ggov_work_hours_count (hours, cases[i].minute), ==, cases[i].worked);
  for (guint i = 0; i < G_N_ELEMENTS (inverse); i++)
    g_assert_cmpint (ggov_work_hours_reach (hours, inverse[i].worked), ==, inverse[i].minute);
  for (int worked = 1; worked <= 420; worked++)
    g_assert_cmpint (ggov_work_hours_count (hours, ggov_work_hours_reach (hours, worked)),
                     ==, worked);
}

static void
test_open (void)
{
  g_autoptr(GgovWorkHours) hours = ggov_work_hours_new_default ();
  static const struct { int minute; gboolean is_open; int until; } cases[] = {
    { 0, FALSE, AT (8, 30) }, { AT (8, 30), TRUE, AT (12, 0) }, { AT (11, 59), TRUE, AT (12, 0) },
    { AT (12, 0), FALSE, AT (14, 0) }, { AT (14, 0), TRUE, AT (17, 30) },
    { AT (17, 30), FALSE, AT (24, 0) }, { AT (23, 59), FALSE, AT (24, 0) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int until = -1;

      g_assert_cmpint (ggov_work_hours_is_open (hours, cases[i].minute, &until),
                       ==, cases[i].is_open);
      g_assert_cmpint (until, ==, cases[i].until);
    }
}

static void
test_parse (void)
{
  static const struct { const char *text; int minutes; } good[] = {
    { "00:00-24:00", 1440 }, { "09:00-17:00", 480 },
    { "08:00-11:30, 14:30-18:00, 19:00-20:00", 480 },
  };
  static const struct { const char *text; GgovModelError code; } bad[] = {
    { "", GGOV_MODEL_ERROR_SYNTAX },
    { "9-17", GGOV_MODEL_ERROR_SYNTAX },
    { "09:00", GGOV_MODEL_ERROR_SYNTAX },
    { "09:00-17:60", GGOV_MODEL_ERROR_SYNTAX },
    { "09:00-12:00,", GGOV_MODEL_ERROR_SYNTAX },
    { "12:00-09:00", GGOV_MODEL_ERROR_RANGE },
    { "09:00-09:00", GGOV_MODEL_ERROR_RANGE },
    { "09:00-25:00", GGOV_MODEL_ERROR_RANGE },
    { "09:00-12:00,12:00-17:00", GGOV_MODEL_ERROR_RANGE },
    { "14:00-17:00,09:00-12:00", GGOV_MODEL_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GgovWorkHours) hours = ggov_work_hours_new_parse (good[i].text, NULL);

      g_assert_nonnull (hours);
      g_assert_cmpint (ggov_work_hours_get_minutes (hours), ==, good[i].minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", bad[i].text);
      g_assert_null (ggov_work_hours_new_parse (bad[i].text, &error));
      g_assert_error (error, GGOV_MODEL_ERROR, (int) bad[i].code);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/work-hours/default", test_default);
  g_test_add_func ("/model/work-hours/count", test_count);
  g_test_add_func ("/model/work-hours/open", test_open);
  g_test_add_func ("/model/work-hours/parse", test_parse);

  return g_test_run ();
}
