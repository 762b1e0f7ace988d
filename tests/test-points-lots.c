/* test-points-lots.c: what a rule comes to, how old points are, and when they expire
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-local-time.h"
#include "ggov-points-lots.h"
#include "ggov-points-rule.h"

static int
get_day (const char *text)
{
  int day = 0;

  g_assert_true (ggov_local_day_parse (text, &day, NULL));

  return day;
}

/* Points × percent ÷ 100, of an hour × minutes ÷ 60 as well; halves up; at most per_award. */
static void
test_reckon (void)
{
  static const struct { int points, per_hour, per_award, minutes, percent, expected; } cases[] = {
    { 5, 0, 0, 0, 100, 5 },
    { 5, 0, 0, 999, 100, 5 },   /* not by the hour: the time does not count */
    { 5, 0, 0, 0, 150, 8 },     /* 7.5 */
    { 5, 0, 0, 0, 149, 7 },     /* 7.45 */
    { 5, 0, 0, 0, 0, 0 },
    { 2, 1, 0, 90, 100, 3 },
    { 2, 1, 0, 14, 100, 0 },    /* 0.467 */
    { 2, 1, 0, 15, 100, 1 },    /* 0.5 */
    { 2, 1, 0, 90, 150, 5 },    /* 4.5 */
    { 2, 1, 10, 480, 100, 10 }, /* 16 */
    { 2, 1, 0, 0, 100, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GgovPointsRuleFields rule = {
        .points = cases[i].points, .per_hour = cases[i].per_hour, .per_award = cases[i].per_award,
      };

      g_assert_cmpint (ggov_points_rule_reckon (&rule, cases[i].minutes, cases[i].percent), ==,
                       cases[i].expected);
    }
}

static void
test_last_day (void)
{
  static const struct { GgovPointsExpiryMode mode; int span; const char *earned, *last; } cases[] = {
    { GGOV_POINTS_YEARLY, 1, "2025-01-01", "2026-12-31" },
    { GGOV_POINTS_YEARLY, 1, "2025-12-31", "2026-12-31" },
    { GGOV_POINTS_YEARLY, 2, "2025-12-31", "2027-12-31" },
    { GGOV_POINTS_ROLLING, 1, "2026-01-31", "2026-02-28" }, /* there is no 31st */
    { GGOV_POINTS_ROLLING, 12, "2024-02-29", "2025-02-28" },
    { GGOV_POINTS_ROLLING, 11, "2026-01-15", "2026-12-15" },
    { GGOV_POINTS_ROLLING, 12, "2026-12-15", "2027-12-15" },
    { GGOV_POINTS_ROLLING, 24, "2026-02-13", "2028-02-13" },
  };
  const GgovPointsExpiry never = { GGOV_POINTS_NEVER, 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GgovPointsExpiry terms = { cases[i].mode, cases[i].span, 30 };

      g_assert_cmpint (ggov_points_expiry_get_last_day (&terms, get_day (cases[i].earned)), ==,
                       get_day (cases[i].last));
    }
  g_assert_cmpint (ggov_points_expiry_get_last_day (&never, get_day ("2026-02-13")), ==, G_MAXINT);
}

static void
assert_lots (GgovPointsLots *lots,
             const char     *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);
  int day;

  for (guint i = 0; i < ggov_points_lots_get_n (lots); i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            (int) ggov_points_lots_get_left (lots, i, &day));
  g_assert_cmpstr (text->str, ==, expected);
}

/* Three awards of 10, 5 and 8. */
static GgovPointsLots *
new_lots (void)
{
  GgovPointsLots *lots = ggov_points_lots_new ();

  ggov_points_lots_add (lots, 1, 0, 100, 10);
  ggov_points_lots_add (lots, 2, 0, 200, 5);
  ggov_points_lots_add (lots, 3, 0, 300, 8);
  assert_lots (lots, "10 5 8");

  return lots;
}

static void
test_oldest_first (void)
{
  g_autoptr(GgovPointsLots) lots = new_lots ();

  ggov_points_lots_add (lots, 4, 0, 400, -12);
  assert_lots (lots, "0 3 8");

  /* Given back: where it came from, not where there is room. */
  ggov_points_lots_add (lots, 5, 0, 410, -4);
  assert_lots (lots, "0 0 7");
  ggov_points_lots_add (lots, 6, 4, 420, 12);
  assert_lots (lots, "10 2 7");
  ggov_points_lots_add (lots, 7, 5, 430, 4);
  assert_lots (lots, "10 5 8");
}

/* An award is taken back: what is left of it, and the rest from the oldest. */
static void
test_award_taken_back (void)
{
  g_autoptr(GgovPointsLots) lots = new_lots ();

  ggov_points_lots_add (lots, 4, 2, 400, -5);
  assert_lots (lots, "10 0 8");
  ggov_points_lots_add (lots, 5, 0, 410, -6);
  assert_lots (lots, "4 0 8");
  ggov_points_lots_add (lots, 6, 1, 420, -10);
  assert_lots (lots, "0 0 2");
}

/* Awarded last, for the earliest day. */
static void
test_late_award (void)
{
  g_autoptr(GgovPointsLots) lots = new_lots ();
  int day;

  ggov_points_lots_add (lots, 4, 0, 50, 1);
  assert_lots (lots, "1 10 5 8");
  g_assert_cmpint (ggov_points_lots_get_left (lots, 0, &day), ==, 1);
  g_assert_cmpint (day, ==, 50);
  ggov_points_lots_clear (lots);
  g_assert_cmpuint (ggov_points_lots_get_n (lots), ==, 0);
}

static void
test_due (void)
{
  const GgovPointsExpiry terms = { GGOV_POINTS_ROLLING, 1, 0 };
  g_autoptr(GgovPointsLots) lots = ggov_points_lots_new ();

  ggov_points_lots_add (lots, 1, 0, get_day ("2026-01-10"), 10);
  ggov_points_lots_add (lots, 2, 0, get_day ("2026-01-20"), 5);
  g_assert_cmpint (ggov_points_lots_get_due (lots, &terms, get_day ("2026-02-10")), ==, 0);
  g_assert_cmpint (ggov_points_lots_get_due (lots, &terms, get_day ("2026-02-11")), ==, 10);
  g_assert_cmpint (ggov_points_lots_get_due (lots, &terms, get_day ("2026-02-21")), ==, 15);

  /* 4 were spent before; what is given back to a lot that has expired is due at once. */
  ggov_points_lots_add (lots, 3, 0, get_day ("2026-01-25"), -4);
  g_assert_cmpint (ggov_points_lots_get_due (lots, &terms, get_day ("2026-02-11")), ==, 6);
  ggov_points_lots_add (lots, 4, 0, get_day ("2026-02-11"), -6);
  g_assert_cmpint (ggov_points_lots_get_due (lots, &terms, get_day ("2026-02-11")), ==, 0);
  ggov_points_lots_add (lots, 5, 3, get_day ("2026-02-12"), 4);
  g_assert_cmpint (ggov_points_lots_get_due (lots, &terms, get_day ("2026-02-12")), ==, 4);
}

static void
test_modes (void)
{
  for (guint i = 0; i < GGOV_N_POINTS_EXPIRY_MODES; i++)
    g_assert_cmpuint (ggov_points_expiry_mode_find (ggov_points_expiry_mode_get_code (i)), ==, i);
  g_assert_cmpuint (ggov_points_expiry_mode_find ("weekly"), ==, GGOV_N_POINTS_EXPIRY_MODES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/points/reckon", test_reckon);
  g_test_add_func ("/model/points/last-day", test_last_day);
  g_test_add_func ("/model/points/oldest-first", test_oldest_first);
  g_test_add_func ("/model/points/award-taken-back", test_award_taken_back);
  g_test_add_func ("/model/points/late-award", test_late_award);
  g_test_add_func ("/model/points/due", test_due);
  g_test_add_func ("/model/points/modes", test_modes);

  return g_test_run ();
}
