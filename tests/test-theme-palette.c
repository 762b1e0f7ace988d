/* test-theme-palette.c: the colours of classes, as people with and without all colours see them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-theme-palette.h"

/* The least step between two neighbouring classes that is asked for, of CIELAB's lightness; and
 * the least distance between the two sides of a balance. */
#define LEAST_STEP 4.0
#define LEAST_DISTANCE 20.0

typedef struct
{
  double l;
  double a;
  double b;
} Lab;

/* Linear RGB to the linear RGB that is seen without one kind of cones.
 * Source: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color
 * Vision Deficiency (2009), table 1, severity 1.0. */
static const double eyes[3][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
};

static double
to_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
bend (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* Source: IEC 61966-2-1 and CIE 15:2004, white D65. */
static Lab
look (const GgovMapColour *colour,
      guint                eye)
{
  const double own[3] = {
    to_linear (colour->red), to_linear (colour->green), to_linear (colour->blue),
  };
  double seen[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    {
      seen[i] = 0;
      for (guint j = 0; j < 3; j++)
        seen[i] += eyes[eye][i][j] * own[j];
      seen[i] = CLAMP (seen[i], 0, 1);
    }

  x = bend ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
  y = bend (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = bend ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);

  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
get_distance (Lab a,
              Lab b)
{
  return sqrt ((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) + (a.b - b.b) * (a.b - b.b));
}

/* More is darker on light ground and brighter on dark ground, whoever looks. */
static void
test_steps (void)
{
  for (GgovThemeRamp ramp = GGOV_THEME_AMOUNT; ramp <= GGOV_THEME_LACK; ramp++)
    for (guint n = 2; n <= GGOV_CLASSES_MAX; n++)
      for (guint is_dark = 0; is_dark < 2; is_dark++)
        for (guint eye = 0; eye < 3; eye++)
          {
            GgovMapColour colours[GGOV_CLASSES_MAX];

            ggov_theme_palette_fill (ramp, FALSE, n, is_dark, colours);
            for (guint i = 1; i < n; i++)
              {
                double step = look (&colours[i], eye).l - look (&colours[i - 1], eye).l;

                g_assert_cmpfloat (is_dark ? step : -step, >, LEAST_STEP);
              }
          }
}

/* The further from what is right, the further in lightness, and the sides differ by more than that. */
static void
test_balance (void)
{
  for (guint n = 3; n <= GGOV_CLASSES_MAX; n += 2)
    for (guint is_dark = 0; is_dark < 2; is_dark++)
      for (guint eye = 0; eye < 3; eye++)
        {
          GgovMapColour colours[GGOV_CLASSES_MAX];

          ggov_theme_palette_fill (GGOV_THEME_BALANCE, FALSE, n, is_dark, colours);
          for (guint i = 1; i <= n / 2; i++)
            {
              Lab below = look (&colours[n / 2 - i], eye), above = look (&colours[n / 2 + i], eye);
              double step_below = below.l - look (&colours[n / 2 - i + 1], eye).l;
              double step_above = above.l - look (&colours[n / 2 + i - 1], eye).l;

              g_assert_cmpfloat (is_dark ? step_below : -step_below, >, LEAST_STEP);
              g_assert_cmpfloat (is_dark ? step_above : -step_above, >, LEAST_STEP);
              g_assert_cmpfloat (get_distance (below, above), >, LEAST_DISTANCE);
            }
        }
}

/* What there is nothing of is not taken for the least of what there is, nor for what is unknown. */
static void
test_nothing (void)
{
  for (GgovThemeRamp ramp = GGOV_THEME_AMOUNT; ramp <= GGOV_THEME_LACK; ramp++)
    for (guint is_dark = 0; is_dark < 2; is_dark++)
      {
        GgovMapColour colours[GGOV_CLASSES_MAX], plain[GGOV_CLASSES_MAX];
        GgovMapColour lines = ggov_theme_palette_get_lines (is_dark);
        GgovMapColour unknown = ggov_theme_palette_get_no_data (is_dark);

        ggov_theme_palette_fill (ramp, TRUE, 5, is_dark, colours);
        ggov_theme_palette_fill (ramp, FALSE, 5, is_dark, plain);
        g_assert_cmpmem (colours + 1, 4 * sizeof *colours, plain + 1, 4 * sizeof *plain);
        g_assert_cmpfloat (get_distance (look (&colours[0], 0), look (&colours[1], 0)), >, 10);
        g_assert_cmpfloat (get_distance (look (&colours[0], 0), look (&lines, 0)), >, 10);
        g_assert_cmpfloat (get_distance (look (&unknown, 0), look (&lines, 0)), >, 15);

      }
}

/* A building without a leader stands out from one with one. */
static void
test_pair (void)
{
  for (guint is_dark = 0; is_dark < 2; is_dark++)
    for (guint eye = 0; eye < 3; eye++)
      {
        GgovMapColour colours[2];

        ggov_theme_palette_fill (GGOV_THEME_PAIR, FALSE, 2, is_dark, colours);
        g_assert_cmpfloat (fabs (look (&colours[0], eye).l - look (&colours[1], eye).l), >, 20);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/theme-palette/steps", test_steps);
  g_test_add_func ("/ui/theme-palette/balance", test_balance);
  g_test_add_func ("/ui/theme-palette/nothing", test_nothing);
  g_test_add_func ("/ui/theme-palette/pair", test_pair);

  return g_test_run ();
}
