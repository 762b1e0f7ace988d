/* test-indicators.c: what counts in which indicator, and how it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-indicator-tally.h"
#include "ggov-local-time.h"

/* March 2026. */
static const char from_text[] = "2026-03-01", to_text[] = "2026-04-01";

static gint64
at (const char *when)
{
  g_autoptr(GError) error = NULL;
  gint64 time = 0;

  g_assert_true (ggov_local_time_parse (when, &time, &error));
  g_assert_no_error (error);

  return time;
}

static GgovIndicatorPeriod
get_march (void)
{
  return (GgovIndicatorPeriod) { at (from_text), at (to_text) };
}

static void
add_many (GgovIndicatorTally       *tally,
          guint                     n,
          const GgovIndicatorFacts *facts)
{
  const GgovIndicatorPeriod march = get_march ();

  for (guint i = 0; i < n; i++)
    ggov_indicator_tally_add (tally, facts, &march);
}

static void
assert_rate (const GgovIndicatorSums *sums,
             GgovIndicator            indicator,
             gint64                   numerator,
             gint64                   denominator,
             const char              *percent)
{
  g_autofree char *text = ggov_rate_dup_percent (&sums->rates[indicator]);

  g_assert_cmpint (sums->rates[indicator].numerator, ==, numerator);
  g_assert_cmpint (sums->rates[indicator].denominator, ==, denominator);
  g_assert_cmpstr (text, ==, percent);
}

/* The published example: 972 were due, 911 were closed = 93.72 %, 737 of them on time = 75.82 %. What
 * is void, due in another month or suspended changes nothing. */
static void
test_published (void)
{
  g_autoptr(GgovIndicatorTally) tally = ggov_indicator_tally_new ();
  const gint64 reported = at ("2026-03-05T09:00"), due = at ("2026-03-12T17:30");
  const GgovIndicatorFacts on_time = { reported, due, at ("2026-03-12T17:30"), .minutes = 60 };
  const GgovIndicatorFacts late = { reported, due, at ("2026-03-12T17:31"), .minutes = 60 };
  const GgovIndicatorFacts open = { reported, due, 0, .minutes = -1 };
  const GgovIndicatorFacts closed_later = { reported, due, at ("2026-04-01T00:00"), .minutes = -1 };
  const GgovIndicatorFacts is_void = { reported, due, at ("2026-03-06T10:00"), .is_void = TRUE };
  const GgovIndicatorFacts suspended = { reported, 0, 0, .minutes = -1 };
  const GgovIndicatorFacts in_april = { reported, at ("2026-04-01T00:00"), at ("2026-03-20T10:00"),
                                        .minutes = 60 };
  GgovIndicatorSums sums;

  add_many (tally, 737, &on_time);
  add_many (tally, 911 - 737, &late);
  add_many (tally, 972 - 911 - 10, &open);
  add_many (tally, 10, &closed_later);
  add_many (tally, 25, &is_void);
  add_many (tally, 7, &suspended);
  add_many (tally, 13, &in_april);
  ggov_indicator_tally_sum (tally, &sums);

  assert_rate (&sums, GGOV_INDICATOR_CLOSING, 911, 972, "93.72 %");
  assert_rate (&sums, GGOV_INDICATOR_ON_TIME, 737, 972, "75.82 %");
  g_assert_cmpint (sums.n_closed, ==, 911 + 13);
}

/* Six issues, worked by hand:
 *   1 due in March with an extension, closed on time, verified at once, reached, satisfied
 *   2 due in March with an extension, open, sent back for rework in March by a reporter who was not
 *     satisfied
 *   3 due in February, closed in March, reached in April only
 *   4 reported in March, a duplicate
 *   5 reported in March, due in April, verified in March and closed in March, nobody reached
 *   6 reported and due in January */
static void
test_by_hand (void)
{
  g_autoptr(GgovIndicatorTally) tally = ggov_indicator_tally_new ();
  const GgovIndicatorFacts facts[] = {
    { at ("2026-02-20"), at ("2026-03-20"), at ("2026-03-19"), FALSE, FALSE, TRUE,
      at ("2026-03-19"), FALSE, TRUE, TRUE, 300, at ("2026-03-20") },
    { at ("2026-03-02"), at ("2026-03-25"), 0, FALSE, FALSE, TRUE, at ("2026-03-26"), TRUE, FALSE,
      FALSE, -1, at ("2026-03-26") },
    { at ("2026-02-01"), at ("2026-02-10"), at ("2026-03-02"), FALSE, FALSE, FALSE, 0, FALSE, TRUE,
      FALSE, 100 },
    { at ("2026-03-03"), 0, at ("2026-03-04"), TRUE, TRUE, FALSE, 0, FALSE, FALSE, FALSE, -1 },
    { at ("2026-03-04"), at ("2026-04-04"), at ("2026-03-31T23:59"), FALSE, FALSE, FALSE,
      at ("2026-03-31"), FALSE, FALSE, FALSE, 200 },
    { at ("2026-01-04"), at ("2026-01-09"), at ("2026-01-09"), FALSE, FALSE, FALSE, 0, FALSE, FALSE,
      FALSE, -1 },
  };
  const GgovIndicatorPeriod march = get_march ();
  GgovIndicatorSums sums;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    ggov_indicator_tally_add (tally, &facts[i], &march);
  ggov_indicator_tally_sum (tally, &sums);

  assert_rate (&sums, GGOV_INDICATOR_CLOSING, 1, 2, "50.00 %");
  assert_rate (&sums, GGOV_INDICATOR_ON_TIME, 1, 2, "50.00 %");
  assert_rate (&sums, GGOV_INDICATOR_EXTENSION, 2, 2, "100.00 %");
  assert_rate (&sums, GGOV_INDICATOR_REWORK, 1, 3, "33.33 %");
  assert_rate (&sums, GGOV_INDICATOR_DUPLICATE, 1, 3, "33.33 %");
  assert_rate (&sums, GGOV_INDICATOR_FOLLOW_UP, 2, 3, "66.67 %");
  assert_rate (&sums, GGOV_INDICATOR_SATISFACTION, 1, 2, "50.00 %");
  g_assert_cmpint (sums.n_closed, ==, 3);
  g_assert_cmpint (sums.median_minutes, ==, 200);
}

static void
test_rounding (void)
{
  static const struct
  {
    GgovRate    rate;
    const char *percent;
  } rows[] = {
    { { 0, 0 }, "–" },
    { { 0, 7 }, "0.00 %" },
    { { 7, 7 }, "100.00 %" },
    { { 1, 32 }, "3.13 %" },     /* 3.125 */
    { { 1, 3 }, "33.33 %" },
    { { 2, 3 }, "66.67 %" },
    { { 1, 20000 }, "0.01 %" },  /* 0.005 */
    { { 1, 20001 }, "0.00 %" },
    { { 199, 20000 }, "1.00 %" }, /* 0.995 */
  };
  const GgovRate six = { 6, 90 }, one = { 1, 7 }, none = { 0, 0 };
  g_autofree char *two = ggov_rate_dup_per (&six, 30);
  g_autofree char *four = ggov_rate_dup_per (&one, 30); /* 4.2857 */
  g_autofree char *dash = ggov_rate_dup_per (&none, 30);
  g_autofree char *fraction = ggov_rate_dup_fraction (&six);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *percent = ggov_rate_dup_percent (&rows[i].rate);

      g_assert_cmpstr (percent, ==, rows[i].percent);
    }
  g_assert_cmpstr (two, ==, "2.00");
  g_assert_cmpstr (four, ==, "4.29");
  g_assert_cmpstr (dash, ==, "–");
  g_assert_cmpstr (fraction, ==, "6 / 90");
}

/* The median is half way between the middle two, and half a minute goes up; the nearest rank of 90 of
 * n is the (n times 0.9)th, rounded up. */
static void
test_times (void)
{
  static const struct
  {
    guint  n; /* 10, 20, 30 … minutes, the longest first */
    gint64 median;
    gint64 p90;
  } rows[] = { { 1, 10, 10 }, { 2, 15, 20 }, { 9, 50, 90 }, { 10, 55, 90 }, { 11, 60, 100 },
               { 20, 105, 180 } };
  const GgovIndicatorPeriod march = get_march ();
  GgovIndicatorFacts facts = { .closed_at = at ("2026-03-10") };
  g_autoptr(GgovIndicatorTally) half = ggov_indicator_tally_new ();
  GgovIndicatorSums sums;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GgovIndicatorTally) tally = ggov_indicator_tally_new ();

      for (facts.minutes = rows[i].n * 10; facts.minutes > 0; facts.minutes -= 10)
        ggov_indicator_tally_add (tally, &facts, &march);
      ggov_indicator_tally_sum (tally, &sums);
      g_assert_cmpint (sums.median_minutes, ==, rows[i].median);
      g_assert_cmpint (sums.p90_minutes, ==, rows[i].p90);
    }

  ggov_indicator_tally_sum (half, &sums);
  g_assert_cmpint (sums.median_minutes, ==, -1);
  g_assert_cmpint (sums.p90_minutes, ==, -1);
  for (facts.minutes = 5; facts.minutes <= 6; facts.minutes++)
    ggov_indicator_tally_add (half, &facts, &march);
  ggov_indicator_tally_sum (half, &sums);
  g_assert_cmpint (sums.median_minutes, ==, 6); /* 5.5 */
}

static void
test_work_time (void)
{
  g_autofree char *none = ggov_work_time_dup_text (-1);
  g_autofree char *minutes = ggov_work_time_dup_text (59);
  g_autofree char *hours = ggov_work_time_dup_text (750);

  g_assert_cmpstr (none, ==, "–");
  g_assert_cmpstr (minutes, ==, "59 min");
  g_assert_cmpstr (hours, ==, "12 h 30 min");
}

static void
test_codes (void)
{
  GgovIndicator indicator;
  GgovIndicatorBy by;

  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    {
      g_assert_true (ggov_indicator_from_code (ggov_indicator_get_code (i), &indicator));
      g_assert_cmpint (indicator, ==, i);
      g_assert_nonnull (ggov_indicator_get_numerator (i));
      g_assert_nonnull (ggov_indicator_get_denominator (i));
    }
  for (guint i = 0; i < GGOV_N_INDICATOR_BYS; i++)
    {
      g_assert_true (ggov_indicator_by_from_code (ggov_indicator_by_get_code (i), &by));
      g_assert_cmpint (by, ==, i);
    }
  g_assert_false (ggov_indicator_from_code ("speed", &indicator));
  g_assert_false (ggov_indicator_by_from_code ("street", &by));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/indicators/published", test_published);
  g_test_add_func ("/model/indicators/by-hand", test_by_hand);
  g_test_add_func ("/model/indicators/rounding", test_rounding);
  g_test_add_func ("/model/indicators/times", test_times);
  g_test_add_func ("/model/indicators/work-time", test_work_time);
  g_test_add_func ("/model/indicators/codes", test_codes);

  return g_test_run ();
}
