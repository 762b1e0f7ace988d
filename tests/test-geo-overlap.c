/* test-geo-overlap.c: the common ground of two footprints, by hand and against GEOS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
#include <math.h>

#include "ggov-geo-overlap.h"
#include "ggov-geo-wkb.h"

#define LON 109.8
#define LAT 40.6
#define UNIT 0.0001

static const struct
{
  const char *name;
  double share;
  guint sizes[2][2];    /* points of the rings of the one and the other; 0: no ring */
  double coords[2][20]; /* units from the corner */
} cases[] = {
  { "same", 1, { { 5 }, { 5 } },
    { { 0, 0, 2, 0, 2, 2, 0, 2, 0, 0 }, { 0, 0, 2, 0, 2, 2, 0, 2, 0, 0 } } },
  { "begun-elsewhere-and-wound-back", 1, { { 5 }, { 5 } },
    { { 0, 0, 2, 0, 2, 2, 0, 2, 0, 0 }, { 2, 2, 2, 0, 0, 0, 0, 2, 2, 2 } } },
  /* 2 of 6 squares. */
  { "half-a-step", 2.0 / 6, { { 5 }, { 5 } },
    { { 0, 0, 2, 0, 2, 2, 0, 2, 0, 0 }, { 1, 0, 3, 0, 3, 2, 1, 2, 1, 0 } } },
  { "above", 2.0 / 6, { { 5 }, { 5 } },
    { { 0, 0, 2, 0, 2, 2, 0, 2, 0, 0 }, { 0, 1, 2, 1, 2, 3, 0, 3, 0, 1 } } },
  { "touching", 0, { { 5 }, { 5 } },
    { { 0, 0, 2, 0, 2, 2, 0, 2, 0, 0 }, { 2, 0, 4, 0, 4, 2, 2, 2, 2, 0 } } },
  { "apart", 0, { { 5 }, { 5 } },
    { { 0, 0, 2, 0, 2, 2, 0, 2, 0, 0 }, { 5, 0, 7, 0, 7, 2, 5, 2, 5, 0 } } },
  { "half-cut-off", 0.5, { { 5 }, { 4 } },
    { { 0, 0, 2, 0, 2, 2, 0, 2, 0, 0 }, { 0, 0, 2, 0, 2, 2, 0, 0 } } },
  /* Two triangles of 2 that lean on each other: 1 in common, 3 together. */
  { "triangles", 1.0 / 3, { { 4 }, { 4 } },
    { { 0, 0, 2, 0, 0, 2, 0, 0 }, { 0, 0, 2, 0, 2, 2, 0, 0 } } },
  /* A ring of 16 − 4 and the square of 4 in its hole; then one of 6 × 6 round both. */
  { "in-the-hole", 0, { { 5, 5 }, { 5 } },
    { { 0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 1, 1, 3, 1, 3, 3, 1, 3, 1, 1 },
      { 1, 1, 3, 1, 3, 3, 1, 3, 1, 1 } } },
  { "round-the-ring", 12.0 / 36, { { 5, 5 }, { 5 } },
    { { 0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 1, 1, 3, 1, 3, 3, 1, 3, 1, 1 },
      { -1, -1, 5, -1, 5, 5, -1, 5, -1, -1 } } },
};

static GgovGeoFootprints *
new_single (const double *coords,
            const guint  *sizes,
            guint         n_rings)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (1);
  g_autoptr(GBytes) wkb = ggov_geo_wkb_new_polygon (coords, sizes, n_rings);

  g_assert_true (ggov_geo_footprints_builder_append (builder, 1, 0, g_bytes_get_data (wkb, NULL),
                                                     g_bytes_get_size (wkb), NULL));

  return ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
}

static void
test_by_hand (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GgovGeoFootprints *prints[2];

  for (guint k = 0; k < 2; k++)
    {
      const guint *sizes = cases[i].sizes[k];
      double coords[20];

      for (guint j = 0; j < 20; j++)
        coords[j] = (j % 2 ? LAT : LON) + UNIT * cases[i].coords[k][j];
      prints[k] = new_single (coords, sizes, sizes[1] > 0 ? 2 : 1);
    }

  g_assert_cmpfloat_with_epsilon (ggov_geo_overlap_get_share (prints[0], 0, prints[1], 0),
                                  cases[i].share, 1e-8);
  g_assert_cmpfloat_with_epsilon (ggov_geo_overlap_get_share (prints[1], 0, prints[0], 0),
                                  cases[i].share, 1e-8);

  ggov_geo_footprints_unref (prints[0]);
  ggov_geo_footprints_unref (prints[1]);
}

/* A star round a point, with a star-shaped yard: valid whatever the numbers are. */
static GgovGeoFootprints *
new_star (GRand *rand,
          guint  n_sides)
{
  double lon = LON + g_rand_double_range (rand, -1, 1) * UNIT;
  double lat = LAT + g_rand_double_range (rand, -1, 1) * UNIT;
  g_autofree double *coords = g_new (double, 4 * (n_sides + 1));
  const guint sizes[] = { n_sides + 1, n_sides + 1 };

  for (guint r = 0; r < 2; r++)
    {
      double *ring = coords + 2 * r * (n_sides + 1);

      for (guint k = 0; k < n_sides; k++)
        {
          double angle = 2 * G_PI * k / n_sides;
          double radius = UNIT * (r == 0 ? g_rand_double_range (rand, 1, 3)
                                         : g_rand_double_range (rand, 0.1, 0.5));

          ring[2 * k] = lon + radius * cos (angle);
          ring[2 * k + 1] = lat + radius * sin (angle);
        }
      ring[2 * n_sides] = ring[0];
      ring[2 * n_sides + 1] = ring[1];
    }

  return new_single (coords, sizes, 2);
}

static GEOSGeometry *
to_geos (GEOSContextHandle_t  geos,
         GgovGeoFootprints   *prints)
{
  g_autoptr(GBytes) wkb = ggov_geo_footprints_dup_wkb (prints, 0);
  GEOSWKBReader *reader = GEOSWKBReader_create_r (geos);
  GEOSGeometry *geom = GEOSWKBReader_read_r (geos, reader, g_bytes_get_data (wkb, NULL),
                                             g_bytes_get_size (wkb));

  GEOSWKBReader_destroy_r (geos, reader);

  return geom;
}

static double
ask_geos (GEOSContextHandle_t  geos,
          GgovGeoFootprints   *a,
          GgovGeoFootprints   *b)
{
  GEOSGeometry *left = to_geos (geos, a);
  GEOSGeometry *right = to_geos (geos, b);
  GEOSGeometry *both = GEOSIntersection_r (geos, left, right);
  GEOSGeometry *either = GEOSUnion_r (geos, left, right);
  double common = 0, all = 0;

  GEOSArea_r (geos, both, &common);
  GEOSArea_r (geos, either, &all);
  GEOSGeom_destroy_r (geos, left);
  GEOSGeom_destroy_r (geos, right);
  GEOSGeom_destroy_r (geos, both);
  GEOSGeom_destroy_r (geos, either);

  return common / all;
}

static void
test_like_geos (void)
{
  GEOSContextHandle_t geos = GEOS_init_r ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  double worst = 0;

  for (guint i = 0; i < 500; i++)
    {
      /* Some with more sides than fit without asking for memory. */
      g_autoptr(GgovGeoFootprints) a = new_star (rand, g_rand_int_range (rand, 3, 60));
      g_autoptr(GgovGeoFootprints) b = new_star (rand, g_rand_int_range (rand, 3, 60));
      double share = ggov_geo_overlap_get_share (a, 0, b, 0);

      worst = MAX (worst, fabs (share - ask_geos (geos, a, b)));
    }

  GEOS_finish_r (geos);
  g_test_message ("largest deviation from GEOS: %.2g", worst);
  /* A coordinate near 110 is good to 1.4e-14, a share of UNIT's 1e-4 to 1e-10; GEOS's areas are
   * sums over such coordinates. */
  g_assert_cmpfloat (worst, <, 1e-8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/geo/overlap/by-hand/", cases[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_by_hand);
    }
  g_test_add_func ("/geo/overlap/like-geos", test_like_geos);

  return g_test_run ();
}
