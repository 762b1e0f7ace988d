/* test-geo-adopt.c: drawings with every fault, made to tile a community
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "ggov-geo-adopt.h"
#include "ggov-geo-projection.h"
#include "ggov-geo-subdivision-check.h"
#include "ggov-geo-wkb.h"

/* The community is 400 m wide and 200 m high, from here to the east and north. */
#define LON 110.0
#define LAT 40.6
#define WIDTH_M 400.0
#define HEIGHT_M 200.0

#define METRES_A_DEGREE 111050.0 /* of latitude at 40.6 degrees */

typedef struct
{
  GBytes *community;
  GArray *drawn;     /* (element-type GgovGeoDrawnGrid): own their shapes */
  GArray *buildings; /* (element-type GgovGeoBuilding): own their footprints */
  GArray *notes;
  GgovGeoSubdivision *subdivision;
} Fixture;

static void
put (double  east_m,
     double  north_m,
     double *place)
{
  place[0] = LON + east_m / (METRES_A_DEGREE * cos (LAT * G_PI / 180));
  place[1] = LAT + north_m / METRES_A_DEGREE;
}

static GBytes *
new_box (double west_m,
         double south_m,
         double east_m,
         double north_m)
{
  const guint n = 5;
  double coords[10];

  put (west_m, south_m, coords);
  put (east_m, south_m, coords + 2);
  put (east_m, north_m, coords + 4);
  put (west_m, north_m, coords + 6);
  put (west_m, south_m, coords + 8);

  return ggov_geo_wkb_new_polygon (coords, &n, 1);
}

/* A box with a hole in it. */
static GBytes *
new_frame (const double *outer,
           const double *inner)
{
  const guint n[] = { 5, 5 };
  double coords[20];

  for (guint i = 0; i < 2; i++)
    {
      const double *box = i == 0 ? outer : inner;

      put (box[0], box[1], coords + 10 * i);
      put (box[2], box[1], coords + 10 * i + 2);
      put (box[2], box[3], coords + 10 * i + 4);
      put (box[0], box[3], coords + 10 * i + 6);
      put (box[0], box[1], coords + 10 * i + 8);
    }

  return ggov_geo_wkb_new_polygon (coords, n, 2);
}

static void
take_shape (Fixture *self,
            gint64   grid_id,
            GBytes  *shape)
{
  const GgovGeoDrawnGrid grid = { grid_id, shape };

  g_array_append_val (self->drawn, grid);
}

static void
draw (Fixture *self,
      gint64   grid_id,
      double   west_m,
      double   south_m,
      double   east_m,
      double   north_m)
{
  take_shape (self, grid_id, new_box (west_m, south_m, east_m, north_m));
}

static void
build (Fixture *self,
       gint64   id,
       double   west_m,
       double   south_m,
       double   east_m,
       double   north_m)
{
  const GgovGeoBuilding building = { id, 0, new_box (west_m, south_m, east_m, north_m) };

  g_array_append_val (self->buildings, building);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->community = new_box (0, 0, WIDTH_M, HEIGHT_M);
  self->drawn = g_array_new (FALSE, FALSE, sizeof (GgovGeoDrawnGrid));
  self->buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));
  self->notes = g_array_new (FALSE, FALSE, sizeof (GgovGeoAdoptNote));

  /* One in each half, clear of everything. */
  build (self, 1, 50, 90, 70, 110);
  build (self, 2, 330, 90, 350, 110);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < self->drawn->len; i++)
    g_bytes_unref (g_array_index (self->drawn, GgovGeoDrawnGrid, i).shape);
  for (guint i = 0; i < self->buildings->len; i++)
    g_bytes_unref (g_array_index (self->buildings, GgovGeoBuilding, i).footprint);
  g_clear_pointer (&self->community, g_bytes_unref);
  g_clear_pointer (&self->drawn, g_array_unref);
  g_clear_pointer (&self->buildings, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  if (self->subdivision)
    g_assert_finalize_object (self->subdivision);
}

/* Whatever was drawn, what comes of it keeps every rule. */
static void
adopt (Fixture *self)
{
  g_autoptr(GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  g_autoptr(GError) error = NULL;

  self->subdivision = ggov_geo_adopt (self->community,
                                      (GgovGeoDrawnGrid *) (gpointer) self->drawn->data,
                                      self->drawn->len,
                                      (GgovGeoBuilding *) (gpointer) self->buildings->data,
                                      self->buildings->len, NULL, self->notes, &error);
  g_assert_no_error (error);
  g_assert_true (ggov_geo_subdivision_check (self->subdivision, self->community, findings, &error));
  g_assert_true (ggov_geo_subdivision_check_buildings (
    self->subdivision, (GgovGeoBuilding *) (gpointer) self->buildings->data, self->buildings->len,
    findings, &error));
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("finding: %s %f", ggov_geo_finding_kind_to_nick (
                                     ((GgovGeoFinding *) findings->pdata[i])->kind),
                    ((GgovGeoFinding *) findings->pdata[i])->amount);
  g_assert_cmpuint (findings->len, ==, 0);
}

static const GgovGeoAdoptNote *
get_note (Fixture *self,
          guint    i)
{
  g_assert_cmpuint (i, <, self->notes->len);

  return &g_array_index (self->notes, GgovGeoAdoptNote, i);
}

static void
assert_note (Fixture          *self,
             guint             i,
             GgovGeoAdoptKind  kind,
             gint64            grid_id,
             gint64            other_grid_id,
             double            area_m2)
{
  const GgovGeoAdoptNote *note = get_note (self, i);

  g_assert_cmpstr (ggov_geo_adopt_kind_to_nick (note->kind), ==,
                   ggov_geo_adopt_kind_to_nick (kind));
  g_assert_cmpint (note->grid_id, ==, grid_id);
  g_assert_cmpint (note->other_grid_id, ==, other_grid_id);
  /* The frame is true to some parts in a thousand. */
  g_assert_cmpfloat_with_epsilon (note->area_m2, area_m2, 0.01 * area_m2 + 0.1);
}

static gint64
get_grid (Fixture *self,
          guint    building)
{
  return g_array_index (self->buildings, GgovGeoBuilding, building).grid_id;
}

static double
get_area (Fixture *self,
          gint64   grid_id)
{
  g_autoptr(GBytes) shape = ggov_geo_subdivision_dup_grid_wkb (self->subdivision, grid_id, NULL);
  double area_m2 = 0;

  g_assert_nonnull (shape);
  g_assert_true (ggov_geo_measure (shape, &area_m2, NULL, NULL));

  return area_m2;
}

static guint
count_grids (Fixture *self)
{
  g_autoptr(GArray) grids = ggov_geo_subdivision_list_grids (self->subdivision);

  return grids->len;
}

/* What keeps the rules keeps its lines: one between the two, straight from border to border. */
static void
test_clean (Fixture       *self,
            gconstpointer  data)
{
  draw (self, 7, 0, 0, 150, HEIGHT_M);
  draw (self, 9, 150, 0, WIDTH_M, HEIGHT_M);
  adopt (self);

  g_assert_cmpuint (self->notes->len, ==, 0);
  g_assert_cmpuint (count_grids (self), ==, 2);
  g_assert_cmpint (get_grid (self, 0), ==, 7);
  g_assert_cmpint (get_grid (self, 1), ==, 9);
  g_assert_cmpfloat_with_epsilon (get_area (self, 7) / get_area (self, 9), 150.0 / 250.0, 1e-6);
  g_assert_true (g_array_index (self->drawn, GgovGeoDrawnGrid, 0).is_used);
}

/* 180 to 220 m is in both: the strip is as long on either side, so that either may have it. */
static void
test_overlap (Fixture       *self,
              gconstpointer  data)
{
  const GgovGeoAdoptNote *note;

  draw (self, 1, 0, 0, 220, HEIGHT_M);
  draw (self, 2, 180, 0, WIDTH_M, HEIGHT_M);
  adopt (self);

  g_assert_cmpuint (self->notes->len, ==, 1);
  note = get_note (self, 0);
  assert_note (self, 0, GGOV_GEO_ADOPT_OVERLAP, note->grid_id, 3 - note->grid_id, 40 * HEIGHT_M);
  g_assert_cmpfloat (note->lon, >, LON);
  g_assert_cmpint (get_grid (self, 0), ==, 1);
  g_assert_cmpint (get_grid (self, 1), ==, 2);
}

/* Nobody drew 190 to 210 m. */
static void
test_gap (Fixture       *self,
          gconstpointer  data)
{
  draw (self, 1, 0, 0, 190, HEIGHT_M);
  draw (self, 2, 210, 0, WIDTH_M, HEIGHT_M);
  adopt (self);

  g_assert_cmpuint (self->notes->len, ==, 1);
  assert_note (self, 0, GGOV_GEO_ADOPT_GAP, get_note (self, 0)->grid_id, 0, 20 * HEIGHT_M);
  g_assert_cmpuint (count_grids (self), ==, 2);
}

/* A third of the community, with a building, is more than the smallest grid. */
static void
test_large_gap (Fixture       *self,
                gconstpointer  data)
{
  build (self, 3, 190, 90, 210, 110);
  draw (self, 1, 0, 0, 100, HEIGHT_M);
  draw (self, 2, 300, 0, WIDTH_M, HEIGHT_M);
  adopt (self);

  g_assert_cmpuint (self->notes->len, ==, 1);
  assert_note (self, 0, GGOV_GEO_ADOPT_GAP_GRID, 3, 0, 200 * HEIGHT_M);
  g_assert_cmpint (get_grid (self, 2), ==, 3);
}

/* 14 m of 20 are in the first grid: 6 m × 20 m were beyond. */
static void
test_building_cut (Fixture       *self,
                   gconstpointer  data)
{
  build (self, 3, 186, 90, 206, 110);
  draw (self, 1, 0, 0, 200, HEIGHT_M);
  draw (self, 2, 200, 0, WIDTH_M, HEIGHT_M);
  adopt (self);

  g_assert_cmpuint (self->notes->len, ==, 1);
  assert_note (self, 0, GGOV_GEO_ADOPT_BUILDING_CUT, 1, 2, 6 * 20);
  g_assert_cmpint (get_note (self, 0)->building_id, ==, 3);
  g_assert_cmpint (get_grid (self, 2), ==, 1);
}

/* Two ends of the community in one grid, another between them: a grid of its own each, for both
 * have a building. */
static void
test_pieces (Fixture       *self,
             gconstpointer  data)
{
  draw (self, 1, 0, 0, 100, HEIGHT_M);
  draw (self, 1, 300, 0, WIDTH_M, HEIGHT_M);
  draw (self, 2, 100, 0, 300, HEIGHT_M);
  adopt (self);

  g_assert_cmpuint (self->notes->len, ==, 1);
  assert_note (self, 0, GGOV_GEO_ADOPT_PIECE_GRID, 1, 3, 100 * HEIGHT_M);
  g_assert_cmpuint (count_grids (self), ==, 3);
  g_assert_cmpint (get_grid (self, 0) + get_grid (self, 1), ==, 1 + 3);
}

/* A corner of the other half, 20 m wide and without a building, is nothing to keep. */
static void
test_small_piece (Fixture       *self,
                  gconstpointer  data)
{
  draw (self, 1, 0, 0, 200, HEIGHT_M);
  draw (self, 1, 380, 0, WIDTH_M, 20);
  draw (self, 2, 200, 0, WIDTH_M, HEIGHT_M);
  adopt (self);

  /* It was drawn over the other grid, too. */
  g_assert_cmpuint (count_grids (self), ==, 2);
  g_assert_cmpuint (self->notes->len, >=, 1);
  g_assert_cmpint (get_grid (self, 1), ==, 2);
}

static void
test_enclosed (Fixture       *self,
               gconstpointer  data)
{
  const double outer[] = { 200, 0, WIDTH_M, HEIGHT_M };
  const double inner[] = { 250, 50, 300, 150 };

  build (self, 3, 260, 90, 280, 110);
  draw (self, 1, 0, 0, 200, HEIGHT_M);
  take_shape (self, 2, new_frame (outer, inner));
  draw (self, 3, 250, 50, 300, 150);
  adopt (self);

  g_assert_cmpuint (self->notes->len, ==, 2);
  assert_note (self, 0, GGOV_GEO_ADOPT_ENCLOSED, 3, 2, 50 * 100);
  assert_note (self, 1, GGOV_GEO_ADOPT_LOST, 3, 0, 0);
  g_assert_cmpint (get_grid (self, 2), ==, 2);
}

/* 100 m too far to the east; and one that is a neighbour's, 1 m over the border. */
static void
test_outside (Fixture       *self,
              gconstpointer  data)
{
  draw (self, 1, 0, 0, 200, HEIGHT_M);
  draw (self, 2, 200, 0, WIDTH_M + 100, HEIGHT_M);
  draw (self, 3, 0, -500, 200, 1);
  adopt (self);

  g_assert_cmpuint (self->notes->len, ==, 1);
  assert_note (self, 0, GGOV_GEO_ADOPT_OUTSIDE, 2, 0, 100 * HEIGHT_M);
  g_assert_false (g_array_index (self->drawn, GgovGeoDrawnGrid, 2).is_used);
}

static void
test_elsewhere (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  draw (self, 1, 5000, 0, 5200, HEIGHT_M);
  g_assert_null (ggov_geo_adopt (self->community,
                                 (GgovGeoDrawnGrid *) (gpointer) self->drawn->data, 1,
                                 (GgovGeoBuilding *) (gpointer) self->buildings->data, 2, NULL,
                                 self->notes, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
}

/* Boxes thrown over the community at random, over one another and over buildings: what comes of it
 * keeps every rule, and no building is lost. The seed is told with --verbose. */
static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  /* Clear of the two that stand there already. */
  static const double rows_m[] = { 15, 55, 120, 160 };

  for (guint i = 0; i < 20; i++)
    {
      for (guint j = self->drawn->len; j-- > 0; )
        g_bytes_unref (g_array_index (self->drawn, GgovGeoDrawnGrid, j).shape);
      g_array_set_size (self->drawn, 0);
      if (i == 0)
        for (guint j = 0; j < 40; j++)
          build (self, 10 + j, 10 + 38 * (j % 10), rows_m[j / 10], 30 + 38 * (j % 10),
                 rows_m[j / 10] + 15);
      for (gint64 j = 1; j <= 12; j++)
        {
          double west_m = g_test_rand_double_range (-50, WIDTH_M);
          double south_m = g_test_rand_double_range (-50, HEIGHT_M);

          draw (self, j, west_m, south_m, west_m + g_test_rand_double_range (20, 200),
                south_m + g_test_rand_double_range (20, 150));
        }
      g_clear_object (&self->subdivision);
      adopt (self);
      for (guint j = 0; j < self->buildings->len; j++)
        g_assert_cmpint (get_grid (self, j), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/geo/adopt/clean", test_clean);
  ADD ("/geo/adopt/overlap", test_overlap);
  ADD ("/geo/adopt/gap", test_gap);
  ADD ("/geo/adopt/large-gap", test_large_gap);
  ADD ("/geo/adopt/building-cut", test_building_cut);
  ADD ("/geo/adopt/pieces", test_pieces);
  ADD ("/geo/adopt/small-piece", test_small_piece);
  ADD ("/geo/adopt/enclosed", test_enclosed);
  ADD ("/geo/adopt/outside", test_outside);
  ADD ("/geo/adopt/elsewhere", test_elsewhere);
  ADD ("/geo/adopt/random", test_random);
#undef ADD

  return g_test_run ();
}
