/* test-geo-datum-fit.c: which datum lays footprints on those that are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "ggov-geo-datum-fit.h"
#include "ggov-geo-wkb.h"

#define LON 109.82
#define LAT 40.65
#define SIDE 0.0002 /* degrees: 17 by 22 m */
#define APART 0.0005

#define N_COLUMNS 20
#define N_ROWS 10

/* Houses in rows, their degrees counted from a datum; some @dropped ones left out. */
static GgovGeoFootprints *
build (GgovGeoDatum from,
       GgovGeoDatum to,
       double       lon,
       guint        n_dropped)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);

  for (guint i = n_dropped; i < N_COLUMNS * N_ROWS; i++)
    {
      double west = lon + APART * (i % N_COLUMNS), south = LAT + APART * (i / N_COLUMNS);
      double coords[] = { west, south, west + SIDE, south, west + SIDE, south + SIDE,
                          west, south + SIDE, west, south };
      const guint n = 5;
      g_autoptr(GBytes) wkb = NULL;

      ggov_geo_datum_from_wgs84 (from, coords, n);
      ggov_geo_datum_to_wgs84 (to, coords, n);
      wkb = ggov_geo_wkb_new_polygon (coords, &n, 1);
      g_assert_true (ggov_geo_footprints_builder_append (builder, i, 0,
                                                         g_bytes_get_data (wkb, NULL),
                                                         g_bytes_get_size (wkb), NULL));
    }

  return ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
}

static GgovGeoIndex *
index_known (void)
{
  g_autoptr(GgovGeoFootprints) known = build (GGOV_GEO_DATUM_WGS84, GGOV_GEO_DATUM_WGS84, LON, 0);

  return ggov_geo_index_new (known);
}

/* Whatever a file is counted from, taking it for that lays all of it on what is known. */
static void
test_each_datum (void)
{
  g_autoptr(GgovGeoIndex) known = index_known ();

  for (guint from = 0; from <= GGOV_GEO_DATUM_BD09; from++)
    {
      GgovGeoDatumFit fits[GGOV_GEO_DATUM_BD09 + 1];

      for (guint to = 0; to <= GGOV_GEO_DATUM_BD09; to++)
        {
          g_autoptr(GgovGeoFootprints) shifted = build (from, to, LON, 0);

          ggov_geo_datum_fit (known, shifted, &fits[to]);
          g_assert_cmpuint (fits[to].n_comparable, ==, N_COLUMNS * N_ROWS);
        }

      g_assert_cmpfloat (fits[from].share, ==, 1);
      g_assert_cmpfloat (fits[from].offset_m, <, 0.01);
      for (guint chosen = 0; chosen <= GGOV_GEO_DATUM_BD09; chosen++)
        {
          gboolean is_same = chosen == from ||
                             MAX (chosen, from) <= GGOV_GEO_DATUM_CGCS2000;
          GgovGeoDatum better;

          g_assert_true (ggov_geo_datum_find_better (fits, chosen, &better) == !is_same);
          if (!is_same)
            g_assert_cmpfloat (fits[better].share, ==, 1);
        }
    }
}

/* A file of some of the houses can have no more than those in common with the known ones. */
static void
test_part (void)
{
  g_autoptr(GgovGeoIndex) known = index_known ();
  g_autoptr(GgovGeoFootprints) some =
    build (GGOV_GEO_DATUM_WGS84, GGOV_GEO_DATUM_WGS84, LON, 150);
  GgovGeoDatumFit fit;

  ggov_geo_datum_fit (known, some, &fit);
  g_assert_cmpuint (fit.n_comparable, ==, 50);
  g_assert_cmpuint (fit.n_matched, ==, 50);
  g_assert_cmpfloat (fit.share, ==, 1);
}

/* 2 degrees away nothing can be told; an office without buildings neither. */
static void
test_nothing (void)
{
  g_autoptr(GgovGeoIndex) known = index_known ();
  g_autoptr(GgovGeoFootprints) far =
    build (GGOV_GEO_DATUM_WGS84, GGOV_GEO_DATUM_WGS84, LON + 2, 0);
  g_autoptr(GgovGeoFootprints) none =
    build (GGOV_GEO_DATUM_WGS84, GGOV_GEO_DATUM_WGS84, LON, N_COLUMNS * N_ROWS);
  g_autoptr(GgovGeoIndex) empty = ggov_geo_index_new (none);
  GgovGeoDatumFit fits[GGOV_GEO_DATUM_BD09 + 1];
  GgovGeoDatum better;

  for (guint i = 0; i <= GGOV_GEO_DATUM_BD09; i++)
    {
      ggov_geo_datum_fit (i % 2 == 0 ? known : empty, i % 2 == 0 ? far : none, &fits[i]);
      g_assert_cmpuint (fits[i].n_comparable, ==, 0);
      g_assert_cmpfloat (fits[i].share, ==, 0);
      g_assert_true (isnan (fits[i].offset_m));
    }
  g_assert_false (ggov_geo_datum_find_better (fits, GGOV_GEO_DATUM_WGS84, &better));
}

/* All 8.5 m to the east: half of each house's width is shared with the known one, a third of what
 * both cover; none is the same, and the offset says why. */
static void
test_offset (void)
{
  g_autoptr(GgovGeoIndex) known = index_known ();
  g_autoptr(GgovGeoFootprints) beside =
    build (GGOV_GEO_DATUM_WGS84, GGOV_GEO_DATUM_WGS84, LON + SIDE / 2, 0);
  GgovGeoDatumFit fit;

  ggov_geo_datum_fit (known, beside, &fit);
  g_assert_cmpuint (fit.n_matched, ==, 0);
  /* 0.0001 degrees times 111,195 m times the cosine of 40.65 degrees, 0.7587. */
  g_assert_cmpfloat_with_epsilon (fit.offset_m, 8.44, 0.02);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/datum-fit/each-datum", test_each_datum);
  g_test_add_func ("/geo/datum-fit/part", test_part);
  g_test_add_func ("/geo/datum-fit/nothing", test_nothing);
  g_test_add_func ("/geo/datum-fit/offset", test_offset);

  return g_test_run ();
}
