/* edit-fixture.h: a small community whose grids are edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "geo-town.h"
#include "ggov-geo-edit.h"
#include "ggov-geo-wkb.h"

/* Metres. Grid 3 is the northern half, 1 the south-west, 2 the south-east quarter:
 *
 *   (0,100)              (200,100)
 *      | 5      3     6      |
 *   (0,50)------B---------(200,50)
 *      | 1  1  2 | 3  2  4   |
 *   (0,0)-------A---------(200,0)
 */
typedef struct
{
  gint64 id, left, right;
  guint n;
  double xy[4][2];
} PlainArc;

static const PlainArc arcs[] = {
  { 1, 1, 2, 3, { { 100, 0 }, { 100, 25 }, { 100, 50 } } },
  { 2, 3, 2, 2, { { 100, 50 }, { 200, 50 } } },
  { 3, 3, 1, 2, { { 0, 50 }, { 100, 50 } } },
  { 4, 1, 0, 3, { { 0, 50 }, { 0, 0 }, { 100, 0 } } },
  { 5, 2, 0, 3, { { 100, 0 }, { 200, 0 }, { 200, 50 } } },
  { 6, 3, 0, 4, { { 200, 50 }, { 200, 100 }, { 0, 100 }, { 0, 50 } } },
};

static const TownBox boxes[] = {
  { 20, 20, 30, 30, 1 }, { 60, 20, 70, 30, 1 },     /* 1, 2 */
  { 120, 20, 130, 30, 2 }, { 160, 20, 170, 30, 2 }, /* 3, 4 */
  { 40, 70, 50, 80, 3 }, { 140, 70, 150, 80, 3 },   /* 5, 6 */
};

static const guint households[] = { 10, 20, 30, 5, 7, 9 };

typedef struct
{
  Town town;
  GgovGeoLayout *layout;
} Fixture;

static inline void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GgovGeoSubdivision) subdivision = ggov_geo_subdivision_new ();
  g_autoptr(GgovGeoSite) site = NULL;
  g_autoptr(GError) error = NULL;

  town_init_boxes (&self->town, 200, 100, boxes, G_N_ELEMENTS (boxes), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (arcs); i++)
    {
      double coords[8];

      for (guint j = 0; j < arcs[i].n; j++)
        town_place_at (arcs[i].xy[j][0], arcs[i].xy[j][1], coords + 2 * j);

      ggov_geo_subdivision_add_arc (subdivision, arcs[i].id, arcs[i].left, arcs[i].right,
                                    coords, arcs[i].n, &error);
      g_assert_no_error (error);
    }

  site = ggov_geo_site_new (self->town.community,
                            (const GgovGeoBuilding *) self->town.buildings->data, households,
                            G_N_ELEMENTS (households), NULL, &error);
  g_assert_no_error (error);
  self->layout = ggov_geo_layout_new (site, subdivision);
}

static inline void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->layout, ggov_geo_layout_unref);
  town_clear (&self->town);
}

/* The new state keeps every rule. */
static inline void
assert_sound (const Fixture *self,
              GgovGeoLayout *layout,
              const GError  *error)
{
  guint n_buildings;
  Town town = self->town;

  g_assert_no_error (error);
  g_assert_nonnull (layout);
  town.buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));
  g_array_append_vals (town.buildings, ggov_geo_layout_get_buildings (layout, &n_buildings),
                       G_N_ELEMENTS (boxes));
  town_assert_sound (&town, ggov_geo_layout_get_subdivision (layout));
  g_array_unref (town.buildings);
}

static inline void
assert_refused (const GError  *error,
                GgovGeoReason  reason,
                gint64         grid_id,
                gint64         building_id)
{
  const GgovGeoRefusal *refusal;

  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
  refusal = ggov_geo_error_get_refusal (error);
  g_assert_cmpstr (ggov_geo_reason_to_nick (refusal->reason), ==, ggov_geo_reason_to_nick (reason));
  g_assert_cmpint (refusal->building_id, ==, building_id);

  if (grid_id != 0)
    g_assert_cmpint (refusal->grid_id, ==, grid_id);
}

static inline double
get_area_m2 (GgovGeoLayout *layout,
             gint64         grid_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) wkb = NULL;
  GgovGeoWkb shape;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  double sum = 0;

  wkb = ggov_geo_subdivision_dup_grid_wkb (ggov_geo_layout_get_subdivision (layout),
                                           grid_id, &error);
  g_assert_no_error (error);
  ggov_geo_wkb_init_bytes (&shape, wkb, &error);
  g_assert_no_error (error);
  ggov_geo_wkb_iter_init (&iter, &shape);
  g_assert_true (ggov_geo_wkb_iter_next (&iter, &ring));

  for (guint i = 0; i + 1 < ring.n_points; i++)
    {
      double a[2], b[2];

      ggov_geo_wkb_ring_get (&ring, i, a);
      ggov_geo_wkb_ring_get (&ring, i + 1, b);
      sum += (a[0] - TOWN_LON) * (b[1] - TOWN_LAT) - (b[0] - TOWN_LON) * (a[1] - TOWN_LAT);
    }

  return sum / 2 * TOWN_LON_M * TOWN_LAT_M;
}

static inline gint64
get_grid (GgovGeoLayout *layout,
          guint          building)
{
  guint n_buildings;

  return ggov_geo_layout_get_buildings (layout, &n_buildings)[building - 1].grid_id;
}

static inline GArray *
new_ids (guint n,
         ...)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  va_list args;

  va_start (args, n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = va_arg (args, int);

      g_array_append_val (ids, id);
    }

  va_end (args);

  return ids;
}
