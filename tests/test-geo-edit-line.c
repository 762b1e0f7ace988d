/* test-geo-edit-line.c: grids split and reshaped by drawn lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edit-fixture.h"
#include "ggov-geo-line.h"

static GgovGeoLayout *
draw (const Fixture  *self,
      gboolean        is_split,
      gint64          grid_id,
      const double  (*line)[2],
      guint           n,
      double          tolerance_m,
      GArray         *locked,
      GError        **error)
{
  g_autofree double *coords = g_new (double, 2 * n);

  for (guint i = 0; i < n; i++)
    town_place_at (line[i][0], line[i][1], coords + 2 * i);

  return is_split
    ? ggov_geo_edit_split (self->layout, grid_id, coords, n, tolerance_m, 9, locked, error)
    : ggov_geo_edit_reshape (self->layout, grid_id, coords, n, tolerance_m, locked, error);
}

/* From well beyond both sides; the eastern half has 9 households of 16 and keeps the id. */
static void
test_split (Fixture       *self,
            gconstpointer  data)
{
  static const double line[][2] = { { 95, 30 }, { 95, 75 }, { 95, 120 } };
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;

  after = draw (self, TRUE, 3, line, G_N_ELEMENTS (line), 1, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpint (get_grid (after, 5), ==, 9);
  g_assert_cmpint (get_grid (after, 6), ==, 3);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 9), 95 * 50, 0.01);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 3), 105 * 50, 0.01);
}

/* Ends 2 m short of the borders. */
static void
test_split_short (Fixture       *self,
                  gconstpointer  data)
{
  static const double line[][2] = { { 95, 52 }, { 95, 98 } };
  g_autoptr(GgovGeoLayout) after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (draw (self, TRUE, 3, line, 2, 1, NULL, &error));
  assert_refused (error, GGOV_GEO_REASON_OFF_BORDER, 3, 0);
  g_clear_error (&error);

  /* By the grid under the line's middle. */
  after = draw (self, TRUE, 0, line, 2, 5, NULL, &error);
  assert_sound (self, after, error);
  g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 9), 95 * 50, 0.01);
}

static void
test_split_refused (Fixture       *self,
                    gconstpointer  data)
{
  static const struct
  {
    double line[5][2];
    gint64 locked;
    GgovGeoReason reason;
    gint64 grid_id, building_id;
  } cases[] = {
    { { { 45, 40 }, { 45, 75 }, { 45, 110 } }, 0, GGOV_GEO_REASON_CUTS_BUILDING, 0, 5 },
    { { { 10, 40 }, { 10, 75 }, { 10, 110 } }, 0, GGOV_GEO_REASON_EMPTY, 9, 0 },
    { { { 95, 40 }, { 95, 75 }, { 95, 110 } }, 3, GGOV_GEO_REASON_LOCKED, 3, 0 },
    { { { 95, 40 }, { 95, 60 }, { 97, 40 }, { 98, 60 }, { 98, 40 } }, 0,
      GGOV_GEO_REASON_PIECES, 3, 0 },
    /* It crosses itself. */
    { { { 95, 40 }, { 95, 80 }, { 110, 80 }, { 80, 60 }, { 80, 110 } }, 0,
      GGOV_GEO_REASON_CROSSES_ITSELF, 0, 0 },
    { { { 20, 10 }, { 30, 10 }, { 40, 10 } }, 0, GGOV_GEO_REASON_OFF_BORDER, 3, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) locked = new_ids (1, (int) cases[i].locked);
      g_autoptr(GError) error = NULL;
      guint n = cases[i].line[3][0] != 0 ? 5 : 3;

      g_test_message ("case %u", i);
      g_assert_null (draw (self, TRUE, 3, cases[i].line, n, 1, locked, &error));
      assert_refused (error, cases[i].reason, cases[i].grid_id, cases[i].building_id);
    }
}

/* What grid 1 comes to have, of 5,000 m². */
static void
test_reshape (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    double line[5][2];
    double area_m2;
  } cases[] = {
    /* 10 m further east over 30 m; the same west; half and half: two triangles. */
    { { { 100, 10 }, { 110, 10 }, { 110, 40 }, { 100, 40 } }, 5300 },
    { { { 100, 10 }, { 90, 10 }, { 90, 40 }, { 100, 40 } }, 4700 },
    { { { 100, 5 }, { 110, 15 }, { 90, 35 }, { 100, 45 } }, 5000 },
    /* Around the place where three grids meet: 15 × 20 of grid 2, 35 × 10 of grid 3. */
    { { { 100, 30 }, { 115, 30 }, { 115, 60 }, { 80, 60 }, { 80, 50 } }, 5650 },
    /* Across its corner there: 20 × 20 / 2 less, of a border with two grids. */
    { { { 100, 30 }, { 80, 50 } }, 4800 },
    /* Ends that hang over. */
    { { { 98, 10 }, { 110, 10 }, { 110, 40 }, { 98, 40 } }, 5300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GgovGeoLayout) after = NULL;
      g_autoptr(GError) error = NULL;
      guint n = 2;

      while (n < 5 && cases[i].line[n][0] != 0)
        n++;

      g_test_message ("case %u", i);
      after = draw (self, FALSE, 1, cases[i].line, n, 1, NULL, &error);
      assert_sound (self, after, error);
      g_assert_cmpfloat_with_epsilon (get_area_m2 (after, 1), cases[i].area_m2, 0.05);
    }
}

static void
test_reshape_refused (Fixture       *self,
                      gconstpointer  data)
{
  static const struct
  {
    double line[4][2];
    gint64 locked;
    GgovGeoReason reason;
    gint64 grid_id, building_id;
  } cases[] = {
    { { { 100, 10 }, { 125, 10 }, { 125, 40 }, { 100, 40 } }, 0,
      GGOV_GEO_REASON_CUTS_BUILDING, 0, 3 },
    { { { 100, 10 }, { 110, 10 }, { 110, 40 }, { 100, 40 } }, 2, GGOV_GEO_REASON_LOCKED, 2, 0 },
    { { { 100, 10 }, { 110, 10 }, { 110, 40 }, { 100, 40 } }, 1, GGOV_GEO_REASON_LOCKED, 1, 0 },
    /* It does not come back to grid 1. */
    { { { 100, 10 }, { 110, 10 }, { 110, 40 }, { 115, 40 } }, 0, GGOV_GEO_REASON_OFF_BORDER, 1, 0 },
    /* Over both of grid 2's buildings. */
    { { { 100, 10 }, { 190, 10 }, { 190, 40 }, { 100, 40 } }, 0, GGOV_GEO_REASON_EMPTY, 2, 0 },
    /* Out of the community and back. */
    { { { 50, 0 }, { 50, -10 }, { 60, -10 }, { 60, 0 } }, 0, GGOV_GEO_REASON_LEAVES_COMMUNITY,
      0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) locked = new_ids (1, (int) cases[i].locked);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (draw (self, FALSE, 1, cases[i].line, 4, 1, locked, &error));
      assert_refused (error, cases[i].reason, cases[i].grid_id, cases[i].building_id);
    }
}

/* A line a hand drew: 100 m east, then 50 m north, by steps of 10 m, a metre off to and fro. */
static void
test_simplify (Fixture       *self,
               gconstpointer  data)
{
  double coords[2 * 16], corner[2];
  g_autoptr(GArray) rough = NULL;
  g_autoptr(GArray) same = NULL;
  const double *left;

  for (guint i = 0; i < 16; i++)
    town_place_at (i <= 10 ? 10.0 * i : 100 + (i % 2), i <= 10 ? i % 2 : 10.0 * (i - 10),
                   coords + 2 * i);

  rough = ggov_geo_line_simplify (coords, 16, 2.5);
  left = (const double *) (gpointer) rough->data;
  town_place_at (100, 0, corner);
  g_assert_cmpuint (rough->len, ==, 3);
  g_assert_cmpmem (left, 2 * sizeof (double), coords, 2 * sizeof (double));
  g_assert_cmpmem (left + 2, sizeof corner, corner, sizeof corner);
  g_assert_cmpmem (left + 4, 2 * sizeof (double), coords + 30, 2 * sizeof (double));

  /* Nothing is left out that is as far off as half a metre. */
  same = ggov_geo_line_simplify (coords, 16, 0.1);
  g_assert_cmpmem (same->data, same->len * 2 * sizeof (double), coords, sizeof coords);
}

/* Lines on their way from a border. */
static void
test_unfinished (Fixture       *self,
                 gconstpointer  data)
{
  static const struct
  {
    double line[5][2];
    gint64 grid_id;
    GgovGeoReason reason;
    gint64 refused_grid_id, building_id;
  } cases[] = {
    { { { 100, 10 }, { 110, 10 }, { 110, 30 } }, 0, GGOV_GEO_REASON_NONE },
    { { { 100, 10 }, { 110, 25 }, { 125, 25 } }, 0, GGOV_GEO_REASON_CUTS_BUILDING, 2, 3 },
    /* Along a wall, and where only what is in grid 1 counts. */
    { { { 100, 10 }, { 120, 10 }, { 120, 45 } }, 0, GGOV_GEO_REASON_NONE },
    { { { 100, 10 }, { 110, 25 }, { 125, 25 } }, 1, GGOV_GEO_REASON_NONE },
    { { { 95, 50 }, { 95, 80 }, { 110, 80 }, { 80, 60 } }, 3, GGOV_GEO_REASON_CROSSES_ITSELF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      double coords[10];
      guint n = cases[i].line[3][0] != 0 ? 4 : 3;

      for (guint j = 0; j < n; j++)
        town_place_at (cases[i].line[j][0], cases[i].line[j][1], coords + 2 * j);

      g_test_message ("case %u", i);
      if (ggov_geo_line_check_unfinished (self->layout, cases[i].grid_id, coords, n, &error))
        {
          g_assert_no_error (error);
          g_assert_cmpint (cases[i].reason, ==, GGOV_GEO_REASON_NONE);
        }
      else
        assert_refused (error, cases[i].reason, cases[i].refused_grid_id, cases[i].building_id);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } cases[] = {
    { "/geo/edit/split/line", test_split },
    { "/geo/edit/split/short", test_split_short },
    { "/geo/edit/split/refused", test_split_refused },
    { "/geo/edit/reshape/line", test_reshape },
    { "/geo/edit/reshape/refused", test_reshape_refused },
    { "/geo/edit/line/simplify", test_simplify },
    { "/geo/edit/line/unfinished", test_unfinished },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].func, tear_down);

  return g_test_run ();
}
