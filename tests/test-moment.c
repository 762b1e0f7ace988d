/* test-moment.c: moments as other platforms write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-import-moment.h"

/* Worked by hand: 2026-02-13T16:30:00+08:00 is 08:30 UTC; 20497 days after 1970-01-01 times 86400. */
#define FRIDAY (20497 * G_GINT64_CONSTANT (86400) + 8 * 3600 + 30 * 60)

static void
test_forms (void)
{
  static const struct { const char *text; gint64 time; gboolean has_zone; } cases[] = {
    { "2026-02-13T16:30:00+08:00", FRIDAY, TRUE },
    { "2026-02-13T08:30:00Z", FRIDAY, TRUE },
    { "2026-02-13T03:30:00-05:00", FRIDAY, TRUE },
    { "2026-02-13T03:30:00-0500", FRIDAY, TRUE },
    { "2026-02-13T16:30:00.250+08", FRIDAY, TRUE },
    { "2026-02-13 16:30", FRIDAY, FALSE },
    { "2026/2/13 16:30:05", FRIDAY + 5, FALSE },
    { "2026.02.13 16:30", FRIDAY, FALSE },
    { "2026年2月13日16时30分", FRIDAY, FALSE },
    { "2026年2月13日 16:30", FRIDAY, FALSE },
    { "2/13/26 16:30", FRIDAY, FALSE },
    { "02/13/2026 4:30 PM", FRIDAY, FALSE },
    { "2/13/2026 12:00 AM", FRIDAY - 16 * 3600 - 30 * 60, FALSE },
    { "2026-02-13", FRIDAY - 16 * 3600 - 30 * 60, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean has_zone;
      gint64 time;

      g_test_message ("%s", cases[i].text);
      g_assert_true (ggov_import_moment_parse (cases[i].text, &time, &has_zone));
      g_assert_cmpint (time, ==, cases[i].time);
      g_assert_cmpint (has_zone, ==, cases[i].has_zone);
    }
}

static void
test_none (void)
{
  static const char * const texts[] = {
    "", "yesterday", "2026-02-30", "2026-13-01", "13/45/26 1:00", "2026-02-13T25:00", "2026-02-13 16:61",
    "2026-02-13T16:30:00+99:00", "2026-02-13T16:30 x", "2026-02-13Tnoon", "1899-12-30", "13:30",
    "2/13/2026 13:30 PM",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gboolean has_zone = 7;
      gint64 time = 7;

      g_test_message ("%s", texts[i]);
      g_assert_false (ggov_import_moment_parse (texts[i], &time, &has_zone));
      g_assert_cmpint (time, ==, 7);
      g_assert_cmpint (has_zone, ==, 7);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/moment/forms", test_forms);
  g_test_add_func ("/exchange/moment/none", test_none);

  return g_test_run ();
}
