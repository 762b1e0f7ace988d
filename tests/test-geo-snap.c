/* test-geo-snap.c: places that a pointer is drawn to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "geo-town.h"
#include "ggov-geo-snap.h"

/* A border at x = 100 with a vertex half way up, a street at y = 20, a building. */
static GgovGeoLayout *
new_layout (Town *town)
{
  static const TownBox boxes[] = { { 120, 40, 130, 50, 2 } };
  static const struct { gint64 left, right; guint n; double xy[4][2]; } arcs[] = {
    { 1, 2, 3, { { 100, 0 }, { 100, 50 }, { 100, 100 } } },
    { 1, 0, 4, { { 100, 100 }, { 0, 100 }, { 0, 0 }, { 100, 0 } } },
    { 2, 0, 4, { { 100, 0 }, { 200, 0 }, { 200, 100 }, { 100, 100 } } },
  };
  g_autoptr(GgovGeoSubdivision) subdivision = ggov_geo_subdivision_new ();
  g_autoptr(GgovGeoSite) site = NULL;
  g_autoptr(GError) error = NULL;

  town_init_boxes (town, 200, 100, boxes, 1, town_new_street (-10, 20, 210, 20));

  for (guint i = 0; i < G_N_ELEMENTS (arcs); i++)
    {
      double coords[8];

      for (guint j = 0; j < arcs[i].n; j++)
        town_place_at (arcs[i].xy[j][0], arcs[i].xy[j][1], coords + 2 * j);

      ggov_geo_subdivision_add_arc (subdivision, i + 1, arcs[i].left, arcs[i].right, coords,
                                    arcs[i].n, &error);
      g_assert_no_error (error);
    }

  site = ggov_geo_site_new (town->community, (const GgovGeoBuilding *) town->buildings->data,
                            NULL, 1, town->streets, &error);
  g_assert_no_error (error);

  return ggov_geo_layout_new (site, subdivision);
}

static const struct
{
  GgovGeoSnapTargets targets;
  double x, y;
  GgovGeoSnapTargets target;
  double at_x, at_y;
  gint64 arc_id;
  guint index;
} cases[] = {
  { GGOV_GEO_SNAP_ALL, 101, 30, GGOV_GEO_SNAP_BORDER, 100, 30, 1, 0 },
  { GGOV_GEO_SNAP_ALL, 101, 70, GGOV_GEO_SNAP_BORDER, 100, 70, 1, 1 },
  { GGOV_GEO_SNAP_ALL, 102, 51, GGOV_GEO_SNAP_VERTEX, 100, 50, 1, 1 },
  { GGOV_GEO_SNAP_ALL, 50, 21, GGOV_GEO_SNAP_STREET, 50, 20, 0, 0 },
  { GGOV_GEO_SNAP_ALL, 119, 45, GGOV_GEO_SNAP_FOOTPRINT, 120, 45, 0, 0 },
  /* The street is nearer, but comes after the border. */
  { GGOV_GEO_SNAP_ALL, 102, 21, GGOV_GEO_SNAP_BORDER, 100, 21, 1, 0 },
  { GGOV_GEO_SNAP_STREET, 102, 21, GGOV_GEO_SNAP_STREET, 102, 20, 0, 0 },
  { GGOV_GEO_SNAP_BORDER, 102, 51, GGOV_GEO_SNAP_BORDER, 100, 51, 1, 1 },
  { GGOV_GEO_SNAP_ALL, 50, 60, GGOV_GEO_SNAP_NOTHING, 50, 60, 0, 0 },
  { GGOV_GEO_SNAP_ALL & ~GGOV_GEO_SNAP_FOOTPRINT, 119, 45, GGOV_GEO_SNAP_NOTHING, 119, 45, 0, 0 },
};

static void
test_targets (void)
{
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoLayout) layout = new_layout (&town);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double place[2];
      GgovGeoSnap snap;

      g_test_message ("case %u", i);
      town_place_at (cases[i].x, cases[i].y, place);
      g_assert_cmpint (ggov_geo_snap (layout, cases[i].targets, place[0], place[1], 3, &snap), ==,
                       cases[i].target != GGOV_GEO_SNAP_NOTHING);
      g_assert_cmpint (snap.target, ==, cases[i].target);
      g_assert_cmpfloat_with_epsilon ((snap.lon - TOWN_LON) * TOWN_LON_M, cases[i].at_x, 0.001);
      g_assert_cmpfloat_with_epsilon ((snap.lat - TOWN_LAT) * TOWN_LAT_M, cases[i].at_y, 0.001);
      g_assert_cmpint (snap.arc_id, ==, cases[i].arc_id);
      g_assert_cmpuint (snap.index, ==, cases[i].index);
    }
}

/* A vertex is not drawn back to where it is dragged from, nor to the stretches that follow it. */
static void
test_dragged (void)
{
  g_auto(Town) town = { 0 };
  g_autoptr(GgovGeoLayout) layout = new_layout (&town);
  double place[2];
  GgovGeoSnap snap;

  town_place_at (101, 51, place);
  g_assert_false (ggov_geo_snap_except (layout, GGOV_GEO_SNAP_ALL, place[0], place[1], 3, 1, 1,
                                        &snap));
  town_place_at (101, 99, place);
  g_assert_true (ggov_geo_snap_except (layout, GGOV_GEO_SNAP_ALL, place[0], place[1], 3, 1, 1,
                                       &snap));
  g_assert_cmpint (snap.target, ==, GGOV_GEO_SNAP_VERTEX);
  g_assert_cmpuint (snap.index, ==, 2);
}

/* A corner comes before the wall that is nearer; of walls the nearest; else the pointer's own place. */
static void
test_building (void)
{
  static const struct { double x, y, at_x, at_y; gboolean found; } at[] = {
    { 119, 45, 120, 45, TRUE }, { 119, 49, 120, 50, TRUE }, { 125, 48, 125, 50, TRUE },
    { 131, 39, 130, 40, TRUE }, { 125, 45, 125, 45, FALSE },
  };
  Town town;
  g_autoptr(GgovGeoLayout) layout = new_layout (&town);
  GgovGeoIndex *index = ggov_geo_site_get_index (ggov_geo_layout_get_site (layout));

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    {
      double place[2], expected[2], found[2];

      town_place_at (at[i].x, at[i].y, place);
      town_place_at (at[i].at_x, at[i].at_y, expected);
      g_assert_cmpint (ggov_geo_snap_to_building (index, place[0], place[1], 3, found), ==,
                       at[i].found);
      g_assert_cmpfloat_with_epsilon (found[0], expected[0], 1e-8);
      g_assert_cmpfloat_with_epsilon (found[1], expected[1], 1e-8);
    }
  town_clear (&town);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/snap/targets", test_targets);
  g_test_add_func ("/geo/snap/dragged", test_dragged);
  g_test_add_func ("/geo/snap/building", test_building);

  return g_test_run ();
}
