/* bench-edit.c: how soon a drag and a brush answer on a large community, and what edits take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <time.h>

#include "bench-grids.h"
#include "ggov-geo-edit.h"
#include "ggov-geo-snap.h"

#define N_PREVIEWS 20000
#define N_COMMITS  600

typedef struct
{
  const char *name;
  GArray *times_ms; /* (element-type double) */
} Clock;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Of this thread alone: what else the machine does is left out. */
static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
note_time (Clock  *clock,
           gint64  began)
{
  double time_ms = (get_cpu_us () - began) / 1e3;

  g_array_append_val (clock->times_ms, time_ms);
}

static void
report (Clock *clock)
{
  GArray *times = clock->times_ms;

  g_array_sort (times, compare_times);

  if (times->len > 0)
    g_print ("%-24s %6u times, median %8.3f ms, 90th percentile %8.3f ms, 99th %8.3f ms, longest "
             "%8.3f ms\n", clock->name, times->len, g_array_index (times, double, times->len / 2),
             g_array_index (times, double, times->len * 90 / 100),
             g_array_index (times, double, times->len * 99 / 100),
             g_array_index (times, double, times->len - 1));

  g_array_unref (times);
}

static Clock
new_clock (const char *name)
{
  return (Clock) { name, g_array_new (FALSE, FALSE, sizeof (double)) };
}

static GgovGeoLayout *
new_layout (Town *town)
{
  g_autofree guint *households = g_new (guint, town->buildings->len);
  const GgovGeoBuilding *buildings = (const GgovGeoBuilding *) town->buildings->data;
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GgovGeoSite) site = NULL;
  g_autoptr(GError) error = NULL;
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < town->buildings->len; i++)
    households[i] = 1;

  subdivision = ggov_geo_border_trace (town->community, buildings, town->buildings->len,
                                       town->streets, &error);
  g_assert_no_error (error);
  g_print ("%u buildings, %u arcs, traced in %.1f s\n", town->buildings->len,
           ggov_geo_subdivision_get_n_arcs (subdivision),
           (g_get_monotonic_time () - began) / 1e6);

  began = g_get_monotonic_time ();
  site = ggov_geo_site_new (town->community, buildings, households, town->buildings->len,
                            town->streets, &error);
  g_assert_no_error (error);
  g_print ("site built in %.1f ms\n", (g_get_monotonic_time () - began) / 1e3);

  return ggov_geo_layout_new (site, subdivision);
}

/* A vertex of any arc between two grids, up to 30 m off. */
static const GgovGeoArc *
choose_vertex (GgovGeoLayout *layout,
               GRand         *rand,
               guint         *index,
               double        *place)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (layout);
  guint n_arcs = ggov_geo_subdivision_get_n_arcs (subdivision);
  const GgovGeoArc *arc;

  do
    arc = ggov_geo_subdivision_get_arc (subdivision, g_rand_int_range (rand, 0, n_arcs));
  while (arc->left_grid_id == 0 || arc->right_grid_id == 0);

  *index = g_rand_int_range (rand, 0, arc->n_points);
  place[0] = arc->coords[2 * *index] + g_rand_double_range (rand, -30, 30) / TOWN_LON_M;
  place[1] = arc->coords[2 * *index + 1] + g_rand_double_range (rand, -30, 30) / TOWN_LAT_M;

  return arc;
}

static void
preview (GgovGeoLayout *layout,
         GRand         *rand)
{
  Clock drag = new_clock ("drag of a vertex"), snap = new_clock ("snapping");
  Clock brush = new_clock ("stroke of a brush");
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_fine = 0;

  for (guint i = 0; i < N_PREVIEWS; i++)
    {
      double place[4], moved[2];
      guint index;
      const GgovGeoArc *arc = choose_vertex (layout, rand, &index, place);
      GgovGeoRefusal refusal;
      GgovGeoSnap to;
      gint64 began = get_cpu_us ();

      ggov_geo_snap_except (layout, GGOV_GEO_SNAP_ALL, place[0], place[1], 10, arc->id, index, &to);
      note_time (&snap, began);
      began = get_cpu_us ();
      n_fine += ggov_geo_layout_preview_vertex (layout, arc->id, index, to.lon, to.lat, NULL, moved,
                                                &refusal);
      note_time (&drag, began);

      /* Some 100 m in one motion, 40 m wide. */
      place[2] = place[0] + 100 / TOWN_LON_M;
      place[3] = place[1];
      began = get_cpu_us ();
      ggov_geo_site_find_under_stroke (ggov_geo_layout_get_site (layout), place, 2, 20, found);
      note_time (&brush, began);
    }

  report (&snap);
  report (&drag);
  report (&brush);
  g_print ("%u of the drags are fine\n", n_fine);
}

static void
commit (GgovGeoLayout *layout,
        GRand         *rand)
{
  Clock moved = new_clock ("vertex moved"), painted = new_clock ("building painted");

  for (guint i = 0; i < N_COMMITS; i++)
    {
      double place[2];
      guint index, n_buildings, building;
      const GgovGeoArc *arc = choose_vertex (layout, rand, &index, place);
      const GgovGeoBuilding *buildings = ggov_geo_layout_get_buildings (layout, &n_buildings);
      g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      gint64 began = get_cpu_us ();
      GgovGeoLayout *after;

      if ((after = ggov_geo_edit_move_vertex (layout, arc->id, index, place[0], place[1], NULL,
                                              NULL)))
        note_time (&moved, began);

      g_clear_pointer (&after, ggov_geo_layout_unref);

      if (!ggov_geo_index_find_nearest (ggov_geo_site_get_index (ggov_geo_layout_get_site (layout)),
                                        place[0], place[1], 100, &building, NULL) ||
          buildings[building].grid_id != arc->left_grid_id)
        continue;

      g_array_append_val (ids, buildings[building].id);
      began = get_cpu_us ();

      if ((after = ggov_geo_edit_paint (layout, ids, arc->right_grid_id, NULL, NULL)))
        note_time (&painted, began);

      g_clear_pointer (&after, ggov_geo_layout_unref);
    }

  report (&moved);
  report (&painted);
}

int
main (int   argc,
      char *argv[])
{
  guint32 seed = argc > 1 ? strtoul (argv[1], NULL, 10) : 1;
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GgovGeoLayout) layout = NULL;
  g_auto(Town) town = { 0 };

  init_community (&town, rand);
  layout = new_layout (&town);
  preview (layout, rand);
  commit (layout, rand);

  return 0;
}
