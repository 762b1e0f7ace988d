/* geo-town.h: made-up towns to draw borders in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>

#include "ggov-geo-subdivision-check.h"

/* Metres to a degree near longitude 110, latitude 40.6: good enough to make a town with. */
#define TOWN_LON   110.0
#define TOWN_LAT   40.6
#define TOWN_LON_M 84600.0
#define TOWN_LAT_M 111050.0

/* Buildings in rows on the blocks between streets that are neither straight nor square. */
typedef struct
{
  GBytes *community;
  GBytes *streets;
  GArray *buildings; /* (element-type GgovGeoBuilding) */
  double angle;
} Town;

static inline void
town_clear (Town *self)
{
  for (guint i = 0; self->buildings != NULL && i < self->buildings->len; i++)
    g_bytes_unref (g_array_index (self->buildings, GgovGeoBuilding, i).footprint);

  g_clear_pointer (&self->community, g_bytes_unref);
  g_clear_pointer (&self->streets, g_bytes_unref);
  g_clear_pointer (&self->buildings, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Town, town_clear)

/* Bends and turns the ground, so that nothing is parallel to an axis. */
static inline void
town_place (const Town *self,
            double      x,
            double      y,
            double      place[2])
{
  double bent_x = x + 12 * sin (y / 170), bent_y = y + 9 * sin (x / 130);

  place[0] = TOWN_LON + (bent_x * cos (self->angle) - bent_y * sin (self->angle)) / TOWN_LON_M;
  place[1] = TOWN_LAT + (bent_x * sin (self->angle) + bent_y * cos (self->angle)) / TOWN_LAT_M;
}

static inline void
town_append (GByteArray *bytes,
             guint32     number)
{
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

/* A WKB line string (type 2) or polygon (type 3) through @n places, little endian. */
static inline void
town_append_shape (GByteArray   *bytes,
                   guint32       type,
                   const double *places,
                   guint32       n)
{
  g_byte_array_append (bytes, (const guint8 *) "\1", 1);
  town_append (bytes, type);

  if (type == 3)
    town_append (bytes, 1);

  town_append (bytes, n);
  g_byte_array_append (bytes, (const guint8 *) places, 2 * n * sizeof *places);
}

static inline GBytes *
town_new_polygon (const double *places,
                  guint32       n)
{
  GByteArray *bytes = g_byte_array_new ();

  town_append_shape (bytes, 3, places, n);

  return g_byte_array_free_to_bytes (bytes);
}

static inline void
town_add_building (Town   *self,
                   double  x,
                   double  y,
                   double  width,
                   double  depth)
{
  const double corners[][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 }, { 0, 0 } };
  GgovGeoBuilding building = { self->buildings->len + 1, 0, NULL };
  double places[10];

  for (guint i = 0; i < 5; i++)
    town_place (self, x + corners[i][0] * width, y + corners[i][1] * depth, places + 2 * i);

  building.footprint = town_new_polygon (places, 5);
  g_array_append_val (self->buildings, building);
}

/* Rows of slabs, some of them wall to wall, here and there a gap or a hut. */
static inline void
town_fill_block (Town   *self,
                 GRand  *rand,
                 double  x,
                 double  y,
                 double  width,
                 double  depth)
{
  double margin = g_rand_double_range (rand, 6, 12);
  double row_depth = g_rand_double_range (rand, 10, 14);

  for (double row = margin; row + row_depth + margin < depth;
       row += row_depth + g_rand_double_range (rand, 9, 25))
    for (double at = margin; at < width - margin - 15; )
      {
        double wanted = g_rand_double_range (rand, 15, 60);
        double length = MIN (wanted, width - margin - at);

        if (g_rand_double (rand) < 0.06)
          town_add_building (self, x + at, y + row, 4, 4);
        else if (g_rand_double (rand) < 0.9)
          town_add_building (self, x + at, y + row, length, row_depth);

        at += length + (g_rand_double (rand) < 0.15 ? 0 : g_rand_double_range (rand, 3, 15));
      }
}

static inline void
town_add_street (const Town *self,
                 GByteArray *bytes,
                 double      x0,
                 double      y0,
                 double      x1,
                 double      y1)
{
  guint n = 2 + (fabs (x1 - x0) + fabs (y1 - y0)) / 25;
  g_autofree double *places = g_new (double, 2 * n);

  for (guint i = 0; i < n; i++)
    town_place (self, x0 + (x1 - x0) * i / (n - 1), y0 + (y1 - y0) * i / (n - 1), places + 2 * i);

  town_append_shape (bytes, 2, places, n);
}

/* Streets around and between the blocks; the outermost ones are the community's border. */
static inline void
town_init (Town   *self,
           GRand  *rand,
           guint   n_columns,
           guint   n_rows)
{
  g_autofree double *x = g_new0 (double, n_columns + 1);
  g_autofree double *y = g_new0 (double, n_rows + 1);
  GByteArray *streets = g_byte_array_new ();
  g_autoptr(GArray) border = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  self->buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));
  self->angle = g_rand_double_range (rand, 0, G_PI);

  for (guint i = 1; i <= n_columns; i++)
    x[i] = x[i - 1] + g_rand_double_range (rand, 90, 220);

  for (guint i = 1; i <= n_rows; i++)
    y[i] = y[i - 1] + g_rand_double_range (rand, 80, 200);

  g_byte_array_append (streets, (const guint8 *) "\1", 1);
  town_append (streets, 5);
  town_append (streets, n_columns + n_rows - 2);

  /* Streets go on beyond the border. */
  for (guint i = 1; i < n_columns; i++)
    town_add_street (self, streets, x[i], -30, x[i], y[n_rows] + 30);

  for (guint i = 1; i < n_rows; i++)
    town_add_street (self, streets, -30, y[i], x[n_columns] + 30, y[i]);

  for (guint i = 0; i < n_columns; i++)
    for (guint j = 0; j < n_rows; j++)
      if (g_rand_double (rand) < 0.93)
        town_fill_block (self, rand, x[i], y[j], x[i + 1] - x[i], y[j + 1] - y[j]);

  for (guint side = 0; side < 4; side++)
    for (guint i = 0; i < 20; i++)
      {
        double t = i / 20.0;
        double u = side == 0 ? t : side == 1 ? 1 : side == 2 ? 1 - t : 0;
        double v = side == 0 ? 0 : side == 1 ? t : side == 2 ? 1 : 1 - t;
        double place[2];

        town_place (self, u * x[n_columns], v * y[n_rows], place);
        g_array_append_vals (border, place, 1);
      }

  g_array_append_vals (border, border->data, 1);
  self->community = town_new_polygon ((const double *) border->data, border->len);
  self->streets = g_byte_array_free_to_bytes (streets);
}

/* Grows @n_grids grids from buildings anywhere, one building each in turn. */
static inline void
town_assign (Town   *self,
             GRand  *rand,
             GArray *adjacencies,
             guint   n_grids)
{
  GgovGeoBuilding *buildings = (GgovGeoBuilding *) self->buildings->data;
  gboolean has_grown;

  for (guint i = 0; i < self->buildings->len; i++)
    buildings[i].grid_id = 0;

  for (guint i = 0; i < n_grids; )
    {
      guint pair = g_rand_int_range (rand, 0, adjacencies->len);
      guint first = g_array_index (adjacencies, GgovGeoAdjacency, pair).first;
      GgovGeoBuilding *seed = &buildings[first];

      if (seed->grid_id == 0)
        seed->grid_id = ++i;
    }

  do
    {
      has_grown = FALSE;

      for (gint64 grid_id = 1; grid_id <= n_grids; grid_id++)
        for (guint i = 0; i < adjacencies->len; i++)
          {
            const GgovGeoAdjacency *pair = &g_array_index (adjacencies, GgovGeoAdjacency, i);
            gint64 *first = &buildings[pair->first].grid_id;
            gint64 *second = &buildings[pair->second].grid_id;

            if (pair->border_m > 5 && ((*first == grid_id && *second == 0) ||
                                       (*second == grid_id && *first == 0)))
              {
                *first = *second = grid_id;
                has_grown = TRUE;
                break;
              }
          }
    }
  while (has_grown);
}

static inline void
town_place_at (double  x,
               double  y,
               double *degrees)
{
  degrees[0] = TOWN_LON + x / TOWN_LON_M;
  degrees[1] = TOWN_LAT + y / TOWN_LAT_M;
}

static inline GBytes *
town_new_box (double x0,
              double y0,
              double x1,
              double y1)
{
  double places[10];

  town_place_at (x0, y0, places);
  town_place_at (x1, y0, places + 2);
  town_place_at (x1, y1, places + 4);
  town_place_at (x0, y1, places + 6);
  town_place_at (x0, y0, places + 8);

  return town_new_polygon (places, 5);
}

static inline GBytes *
town_new_street (double x0,
                 double y0,
                 double x1,
                 double y1)
{
  GByteArray *bytes = g_byte_array_new ();
  double places[4];

  town_place_at (x0, y0, places);
  town_place_at (x1, y1, places + 2);
  town_append_shape (bytes, 2, places, 2);

  return g_byte_array_free_to_bytes (bytes);
}

/* A box of buildings, each with an id from 1 on. */
typedef struct
{
  double x0, y0, x1, y1;
  gint64 grid_id;
} TownBox;

static inline void
town_init_boxes (Town          *town,
                 double         width,
                 double         depth,
                 const TownBox *boxes,
                 guint          n_boxes,
                 GBytes        *streets)
{
  town->community = town_new_box (0, 0, width, depth);
  town->streets = streets;
  town->buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));

  for (guint i = 0; i < n_boxes; i++)
    {
      GgovGeoBuilding building = { i + 1, boxes[i].grid_id, NULL };

      building.footprint = town_new_box (boxes[i].x0, boxes[i].y0, boxes[i].x1, boxes[i].y1);
      g_array_append_val (town->buildings, building);
    }
}

/* No finding of any kind. */
static inline void
town_assert_sound (const Town         *town,
                   GgovGeoSubdivision *subdivision)
{
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  ggov_geo_subdivision_check (subdivision, town->community, findings, &error);
  g_assert_no_error (error);
  ggov_geo_subdivision_check_buildings (subdivision, (GgovGeoBuilding *) town->buildings->data,
                                        town->buildings->len, findings, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    {
      const GgovGeoFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: grid %" G_GINT64_FORMAT ", building %" G_GINT64_FORMAT ", %g",
                      ggov_geo_finding_kind_to_nick (finding->kind),
                      finding->grid_id, finding->building_id, finding->amount);
    }

  g_assert_cmpuint (findings->len, ==, 0);
}
