/* test-geo-clusters.c: many points put together into few
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ggov-geo-clusters.h"

#define RADIUS 44.0

/* Pixels of a zoom level to parts of the world. */
static double
px (double pixels,
    int    zoom)
{
  return pixels / (256 * exp2 (zoom));
}

/* Two points 30 pixels apart on level 15 are 60 apart on level 16, a third one stands alone. */
static void
test_two (void)
{
  const GgovGeoClusterPoint points[] = {
    { 0.5, 0.5, 1 }, { 0.5 + px (30, 15), 0.5, 3 }, { 0.5, 0.5 + px (500, 15), 0 },
  };
  g_autoptr(GgovGeoClusters) clusters = ggov_geo_clusters_new (points, 3, RADIUS, 12, 18);
  const GgovGeoCluster *found;
  guint n;

  found = ggov_geo_clusters_get (clusters, 15, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (found[0].n, ==, 2);
  g_assert_cmpuint (found[0].rank, ==, 3);
  g_assert_cmpuint (found[0].n_ranked, ==, 1);
  g_assert_cmpfloat_with_epsilon (found[0].x, 0.5 + px (15, 15), 1e-12);
  g_assert_cmpuint (found[1].n, ==, 1);
  g_assert_cmpuint (ggov_geo_clusters_get_order (clusters)[found[1].first], ==, 2);
  g_assert_cmpint (ggov_geo_clusters_find_split (clusters, 15, &found[0]), ==, 16);

  ggov_geo_clusters_get (clusters, 16, &n);
  g_assert_cmpuint (n, ==, 3);

  /* 500 pixels of level 15 are 62.5 of level 12 and 31 of level 11, which is not there. */
  ggov_geo_clusters_get (clusters, 12, &n);
  g_assert_cmpuint (n, ==, 2);
  ggov_geo_clusters_get (clusters, 3, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* What is at one place stays together however close one goes. */
static void
test_same_place (void)
{
  GgovGeoClusterPoint points[5];
  g_autoptr(GgovGeoClusters) clusters = NULL;
  const GgovGeoCluster *found;
  guint n;

  for (guint i = 0; i < 5; i++)
    points[i] = (GgovGeoClusterPoint) { 0.25, 0.75, i % 2 };

  clusters = ggov_geo_clusters_new (points, 5, RADIUS, 10, 20);
  found = ggov_geo_clusters_get (clusters, 20, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (found->n, ==, 5);
  g_assert_cmpuint (found->n_ranked, ==, 2);
  found = ggov_geo_clusters_get (clusters, 10, &n);
  g_assert_cmpint (ggov_geo_clusters_find_split (clusters, 10, found), ==, 0);
}

static void
test_none (void)
{
  g_autoptr(GgovGeoClusters) clusters = ggov_geo_clusters_new (NULL, 0, RADIUS, 10, 20);
  guint n;

  ggov_geo_clusters_get (clusters, 14, &n);
  g_assert_cmpuint (n, ==, 0);
}

static GgovGeoClusterPoint *
scatter (guint   n,
         guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  GgovGeoClusterPoint *points = g_new (GgovGeoClusterPoint, n);

  /* Some 2 km across, a tenth of them at one of ten doors. */
  for (guint i = 0; i < n; i++)
    {
      double east = g_rand_int_range (rand, 0, 10) == 0 ? g_rand_int_range (rand, 0, 10) / 10.0
                                                        : g_rand_double (rand);

      points[i].x = 0.8 + east * 5e-5;
      points[i].y = 0.4 + (east * 10 == floor (east * 10) ? 0.5 : g_rand_double (rand)) * 5e-5;
      points[i].rank = g_rand_int_range (rand, 0, 4);
    }

  return points;
}

/* Each point is in one cluster of each level, and clusters are made of whole ones of the next. */
static void
test_nested (void)
{
  guint count = 5000;
  g_autofree GgovGeoClusterPoint *points = scatter (count, 20260302);
  g_autoptr(GgovGeoClusters) clusters = ggov_geo_clusters_new (points, count, RADIUS, 9, 20);
  const guint *order = ggov_geo_clusters_get_order (clusters);
  g_autofree guint *before = g_new0 (guint, count), *now = g_new0 (guint, count);
  guint n_before = 0;

  for (int zoom = 9; zoom <= 20; zoom++)
    {
      g_autofree gboolean *is_seen = g_new0 (gboolean, count);
      guint n, sum = 0;
      const GgovGeoCluster *found = ggov_geo_clusters_get (clusters, zoom, &n);

      for (guint i = 0; i < n; i++)
        {
          guint rank = 0, n_ranked = 0;

          for (guint j = found[i].first; j < found[i].first + found[i].n; j++)
            {
              g_assert_false (is_seen[order[j]]);
              is_seen[order[j]] = TRUE;
              now[order[j]] = i;
              rank = MAX (rank, points[order[j]].rank);
              if (zoom > 9)
                g_assert_cmpuint (before[order[j]], ==, before[order[found[i].first]]);
            }
          for (guint j = found[i].first; j < found[i].first + found[i].n; j++)
            n_ranked += points[order[j]].rank == rank;
          g_assert_cmpuint (found[i].rank, ==, rank);
          g_assert_cmpuint (found[i].n_ranked, ==, n_ranked);
          g_assert_true (i == 0 || found[i - 1].y <= found[i].y);
          sum += found[i].n;
        }

      g_assert_cmpuint (sum, ==, count);
      g_assert_cmpuint (n, >=, n_before);
      memcpy (before, now, count * sizeof *now);
      n_before = n;
    }
}

/* The same method without cells, one level: the first point that is free takes all near it. */
static void
test_plain (void)
{
  guint count = 300;

  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autofree GgovGeoClusterPoint *points = scatter (count, seed);
      g_autoptr(GgovGeoClusters) clusters = ggov_geo_clusters_new (points, count, RADIUS, 16, 16);
      const guint *order = ggov_geo_clusters_get_order (clusters);
      g_autofree guint *seeds = g_new (guint, count), *found_seeds = g_new (guint, count);
      guint n;
      const GgovGeoCluster *found = ggov_geo_clusters_get (clusters, 16, &n);

      memset (seeds, 0xff, count * sizeof *seeds);
      for (guint i = 0; i < count; i++)
        for (guint j = 0; j < count && (seeds[i] == G_MAXUINT || seeds[i] == i); j++)
          if (seeds[j] == G_MAXUINT &&
              hypot (points[i].x - points[j].x, points[i].y - points[j].y) <= px (RADIUS, 16))
            seeds[j] = i;

      for (guint i = 0; i < n; i++)
        {
          guint least = G_MAXUINT;

          for (guint j = found[i].first; j < found[i].first + found[i].n; j++)
            least = MIN (least, order[j]);
          for (guint j = found[i].first; j < found[i].first + found[i].n; j++)
            found_seeds[order[j]] = least;
        }
      g_assert_cmpmem (seeds, count * sizeof *seeds, found_seeds, count * sizeof *found_seeds);
    }
}

static void
test_find (void)
{
  guint count = 2000;
  g_autofree GgovGeoClusterPoint *points = scatter (count, 3);
  g_autoptr(GgovGeoClusters) clusters = ggov_geo_clusters_new (points, count, RADIUS, 9, 20);
  g_autoptr(GgovGeoClusters) again = ggov_geo_clusters_new (points, count, RADIUS, 9, 20);

  for (int zoom = 9; zoom <= 20; zoom++)
    {
      g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (GgovGeoCluster));
      guint n, n_again, expected = 0;
      const GgovGeoCluster *all = ggov_geo_clusters_get (clusters, zoom, &n);
      const GgovGeoCluster *others = ggov_geo_clusters_get (again, zoom, &n_again);

      g_assert_cmpmem (all, n * sizeof *all, others, n_again * sizeof *others);
      ggov_geo_clusters_find (clusters, zoom, 0.80001, 0.40001, 0.80003, 0.40004, found);
      for (guint i = 0; i < n; i++)
        expected += all[i].x >= 0.80001 && all[i].x <= 0.80003 && all[i].y >= 0.40001 &&
                    all[i].y <= 0.40004;
      g_assert_cmpuint (found->len, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/clusters/two", test_two);
  g_test_add_func ("/geo/clusters/same-place", test_same_place);
  g_test_add_func ("/geo/clusters/none", test_none);
  g_test_add_func ("/geo/clusters/nested", test_nested);
  g_test_add_func ("/geo/clusters/plain", test_plain);
  g_test_add_func ("/geo/clusters/find", test_find);

  return g_test_run ();
}
