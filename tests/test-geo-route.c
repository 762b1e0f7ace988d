/* test-geo-route.c: in which order to walk to several places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-geo-route.h"

#define LON 109.8
#define LAT 40.6

/* 1e-3 degrees along a meridian at 40.6 north: 111.04 m (GRS 80, meridian radius 6,362,256 m). */
#define STEP   1e-3
#define STEP_M 111.04

static double
add_up (const double *legs,
        guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += legs[i];

  return sum;
}

/* Along a street, handed over in disorder: from its end the way is the street. */
static void
test_street (void)
{
  const double coords[][2] = {
    { LON, LAT + 3 * STEP }, { LON, LAT + STEP }, { LON, LAT + 4 * STEP }, { LON, LAT + 2 * STEP },
  };
  const double start[] = { LON, LAT };
  guint order[4];
  double legs[4];

  g_assert_true (ggov_geo_route_find (*coords, 4, start, order, legs, NULL));
  g_assert_cmpuint (order[0], ==, 1);
  g_assert_cmpuint (order[1], ==, 3);
  g_assert_cmpuint (order[2], ==, 0);
  g_assert_cmpuint (order[3], ==, 2);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (legs[i], STEP_M, 0.5);
}

static void
test_without_start (void)
{
  const double coords[][2] = { { LON, LAT }, { LON, LAT + STEP }, { LON, LAT + 2 * STEP } };
  guint order[3];
  double legs[3];

  g_assert_true (ggov_geo_route_find (*coords, 3, NULL, order, legs, NULL));
  g_assert_cmpuint (order[0], ==, 0);
  g_assert_cmpfloat (legs[0], ==, 0);
  g_assert_cmpfloat_with_epsilon (add_up (legs, 3), 2 * STEP_M, 0.5);

  g_assert_true (ggov_geo_route_find (NULL, 0, NULL, NULL, NULL, NULL));
  g_assert_true (ggov_geo_route_find (*coords, 1, NULL, order, legs, NULL));
  g_assert_cmpuint (order[0], ==, 0);
}

/* All orders of eight places in turn: what is found is within a tenth of the shortest, each time. */
static void
walk_all (const double (*coords)[2],
          guint         n,
          guint        *order,
          guint         at,
          double        so_far,
          double       *best)
{
  if (at == n)
    {
      *best = MIN (*best, so_far);
      return;
    }

  for (guint i = at; i < n; i++)
    {
      guint kept = order[at];
      double x, y;

      order[at] = order[i];
      order[i] = kept;
      x = (coords[order[at]][0] - coords[order[at - 1]][0]) * cos (LAT * G_PI / 180);
      y = coords[order[at]][1] - coords[order[at - 1]][1];
      walk_all (coords, n, order, at + 1, so_far + hypot (x, y) / STEP * STEP_M, best);
      order[i] = order[at];
      order[at] = kept;
    }
}

static void
test_near_the_best (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  double worst = 0;

  for (guint round = 0; round < 50; round++)
    {
      double coords[8][2], legs[8], best = G_MAXDOUBLE;
      guint order[8], all[8];

      for (guint i = 0; i < 8; i++)
        {
          coords[i][0] = LON + g_rand_double (rand) * STEP * 10;
          coords[i][1] = LAT + g_rand_double (rand) * STEP * 10;
          all[i] = i;
        }
      g_assert_true (ggov_geo_route_find (*coords, 8, NULL, order, legs, NULL));
      walk_all ((const double (*)[2]) coords, 8, all, 1, 0, &best);
      worst = MAX (worst, add_up (legs, 8) / best);
      g_assert_cmpfloat (add_up (legs, 8), >=, best * 0.995);
    }

  g_test_message ("at most %.3f times the shortest", worst);
  g_assert_cmpfloat (worst, <, 1.25);
}

static void
test_no_place (void)
{
  const double coords[][2] = { { LON, LAT }, { LON, 95 } };
  g_autoptr(GError) error = NULL;
  guint order[2];
  double legs[2];

  g_assert_false (ggov_geo_route_find (*coords, 2, NULL, order, legs, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/route/street", test_street);
  g_test_add_func ("/geo/route/without-start", test_without_start);
  g_test_add_func ("/geo/route/near-the-best", test_near_the_best);
  g_test_add_func ("/geo/route/no-place", test_no_place);

  return g_test_run ();
}
