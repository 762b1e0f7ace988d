/* bench-map.c: the map with 100,000 real footprints: frames on the main thread, tiles off it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <time.h>

#include "base-map-tiles.h"
#include "bench-polygons.h"
#include "ggov-issue-markers.h"
#include "ggov-map-canvas.h"
#include "ggov-map-tile.h"
#include "ggov-store-places.h"
#include "ggov-write-places.h"
#include "store-fixture.h"

#define DATA     "nyc-osm-buildings-102034.geojson.gz"
#define WIDTH    1270
#define HEIGHT   743
#define PAN_PX   12
#define N_FRAMES 400
#define N_ISSUES 50000
#define N_CHANGES 12

#define BASE_ZOOM 16

/* Manhattan and Brooklyn: dense blocks on both sides of the river. */
#define CENTRE_LON -73.985
#define CENTRE_LAT 40.735

/* Made by the build. */
GResource *ggov_ui_get_resource (void);

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_times (const char *what,
             GArray     *times)
{
  const double *t = (const double *) (gpointer) times->data;

  g_array_sort (times, compare);
  g_print ("%-28s median %5.1f ms  99 %% %5.1f ms  max %5.1f ms  (%u)\n", what, t[times->len / 2],
           t[times->len * 99 / 100], t[times->len - 1], times->len);
}

static GPtrArray *
read_data (void)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : "", "buildings", DATA, NULL);
  g_autofree char *text = read_gzip (path);

  return text ? read_polygons (text) : NULL;
}

static gboolean
write_buildings (GgovChange  *change,
                 gpointer     data,
                 GError     **error)
{
  GPtrArray *polygons = data;

  for (guint i = 0; i < polygons->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u号楼", i % 60 + 1);
      const GgovBuildingRecord record = {
        .kind = i % 9 == 0 ? "shop" : "residential", .footprint = polygons->pdata[i],
        .number = number,
      };

      if (ggov_change_add_building (change, &record, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static GgovPlaces *
load (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  GgovPlaces *places;

  ggov_store_load_map_async (store, "2026-03-02", NULL, NULL, keep_result, &result);
  places = ggov_store_load_map_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_print ("%u footprints read in %.2f s\n",
           ggov_geo_footprints_get_n (ggov_places_get_footprints (places)),
           (g_get_monotonic_time () - began) / 1e6);

  return places;
}

/* Pictures of noise, which are the slowest to read, for each tile that is timed. */
static GgovBaseMap *
make_base (const char *path,
           int         zoom,
           int         reach)
{
  g_autoptr(GgovTileArchive) archive = NULL;
  g_autoptr(GdkPixbuf) noise = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 256, 256);
  guint8 *pixels = gdk_pixbuf_get_pixels (noise);
  sqlite3 *db = begin_archive (path);
  int x = ggov_mercator_x (CENTRE_LON) * exp2 (zoom), y = ggov_mercator_y (CENTRE_LAT) * exp2 (zoom);
  gsize size = gdk_pixbuf_get_byte_length (noise);
  char *data;

  for (gsize i = 0; i < size; i++)
    pixels[i] = g_random_int_range (0, 256);
  g_assert_true (gdk_pixbuf_save_to_buffer (noise, &data, &size, "png", NULL, NULL));

  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  for (int i = -reach; i < reach; i++)
    for (int j = -reach; j < reach; j++)
      add_tile (db, zoom, x + i, y + j, g_bytes_new (data, size));
  sqlite3_exec (db, "COMMIT; CREATE INDEX place ON tiles (zoom_level, tile_column, tile_row)", NULL,
                NULL, NULL);
  sqlite3_close (db);
  g_free (data);
  archive = ggov_tile_archive_open (path, NULL);

  return ggov_base_map_new_for_archive (archive, GGOV_GEO_DATUM_WGS84, 1);
}

/* Tiles over the town's middle, spiralling out. */
static void
time_tiles (GgovPlaces  *places,
            GgovBaseMap *base,
            int          zoom,
            const char  *over)
{
  g_autoptr(GgovMapPicture) picture = ggov_map_picture_new (places, FALSE, NULL, NULL);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *what = g_strdup_printf ("tile of zoom %d%s", zoom, over);
  int n = zoom < 14 ? 4 : 12;
  int x = ggov_mercator_x (CENTRE_LON) * exp2 (zoom), y = ggov_mercator_y (CENTRE_LAT) * exp2 (zoom);

  for (int i = -n / 2; i < n / 2; i++)
    for (int j = -n / 2; j < n / 2; j++)
      {
        const GgovMapTileSpot spot = { zoom, x + i, y + j, GGOV_MAP_TILE_SIZE, 1 };
        double began = get_cpu_ms (), took;
        gboolean is_partial;

        cairo_surface_destroy (ggov_map_tile_draw (picture, base, &spot, &is_partial));
        took = get_cpu_ms () - began;
        g_array_append_val (times, took);
      }

  print_times (what, times);
}

/* One run over the map: what each frame does, and what it costs the main thread. */
typedef struct
{
  GgovMapCanvas *canvas;
  void         (*move) (ShumateViewport *viewport, guint frame);
  GArray        *times;
  double         began; /* CPU of the last frame's begin, milliseconds */
  guint          frame;
} Run;

static void
pan (ShumateViewport *viewport,
     guint            frame)
{
  double step = 360.0 * PAN_PX / (GGOV_MAP_TILE_SIZE * exp2 (16));
  int phase = frame / 100 % 4;
  double east = phase == 0 ? step : phase == 2 ? -step : 0;
  double north = phase == 1 ? step : phase == 3 ? -step : 0;
  ShumateLocation *centre = SHUMATE_LOCATION (viewport);

  shumate_location_set_location (centre, shumate_location_get_latitude (centre) + north,
                                 shumate_location_get_longitude (centre) + east);
}

static void
zoom (ShumateViewport *viewport,
      guint            frame)
{
  /* From 16 down to 12, up to 18 and back. */
  double t = frame * 0.05;

  shumate_viewport_set_zoom_level (viewport, t < 4 ? 16 - t : t < 10 ? 8 + t : t < 12 ? 28 - t : 16);
}

/* From frame to frame, so that what happens between frames is counted as well. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Run *run = user_data;
  double now = get_cpu_ms (), took = now - run->began;

  if (run->frame > 0)
    g_array_append_val (run->times, took);

  run->began = now;
  run->move (ggov_map_canvas_get_viewport (run->canvas), run->frame++);

  return run->frame <= N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
time_frames (GgovMapCanvas *canvas,
             const char    *what,
             double         level,
             void         (*move) (ShumateViewport *viewport, guint frame))
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Run run = { canvas, move, times };

  shumate_viewport_set_zoom_level (ggov_map_canvas_get_viewport (canvas), level);
  shumate_location_set_location (SHUMATE_LOCATION (ggov_map_canvas_get_viewport (canvas)),
                                 CENTRE_LAT, CENTRE_LON);
  while (!ggov_map_canvas_is_complete (canvas))
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_add_tick_callback (GTK_WIDGET (canvas), frame_cb, &run, NULL);
  while (run.frame <= N_FRAMES)
    g_main_context_iteration (NULL, TRUE);

  print_times (what, times);
}

/* Some due long ago, some days ahead, all over what is panned over. */
static GgovIssueMarkers *
make_markers (guint n)
{
  g_autoptr(GgovIssueSpots) spots = ggov_issue_spots_new ();
  g_autoptr(GgovOfficeClock) clock = ggov_office_clock_new_default ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  const gint64 now = 1772430000;
  GgovIssueMarkers *markers;
  double began;

  for (guint i = 0; i < n; i++)
    {
      const GgovIssueSpot spot = {
        .id = i + 1, .number = "2026-00001", .title = "Blocked stairs",
        .lon = CENTRE_LON + g_rand_double_range (rand, -0.05, 0.05),
        .lat = CENTRE_LAT + g_rand_double_range (rand, -0.04, 0.04),
        .state = { GGOV_ISSUE_FILED, FALSE }, .due_at = now + (gint64) (i % 10 - 2) * 40000,
      };

      ggov_issue_spots_add (spots, &spot);
    }

  began = get_cpu_ms ();
  markers = ggov_issue_markers_new (spots, clock, now);
  g_print ("%u issues put together in %.0f ms\n", n, get_cpu_ms () - began);

  return markers;
}

static GgovThemeSource *
make_source (GgovPlaces *places,
             const char *id,
             guint32     seed)
{
  GgovGeoFootprints *footprints = ggov_places_get_footprints (places);
  guint n = ggov_geo_footprints_get_n (footprints);
  g_autofree gint64 *ids = g_new (gint64, n);
  g_autofree int *numbers = g_new (int, n);
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GgovThemeValues) values = NULL;
  GgovClassesTerms terms;

  /* Footprints are in the order of their records, which is that of the values. */
  for (guint i = 0; i < n; i++)
    {
      ids[i] = ggov_geo_footprints_get_id (footprints, i);
      numbers[i] = g_rand_int_range (rand, 0, 40);
    }
  values = ggov_theme_values_new (ids, numbers, n);
  ggov_theme_init_terms (ggov_theme_find (id), &terms);

  return ggov_theme_source_new (ggov_theme_find (id), &terms, values);
}

/* From the choice until the last tile that is seen has its colours. */
static void
time_themes (GgovMapCanvas *canvas,
             GgovPlaces    *places)
{
  g_autoptr(GgovThemeSource) issues = make_source (places, "building-issues", 1);
  g_autoptr(GgovThemeSource) vacancies = make_source (places, "building-vacancies", 2);
  g_autoptr(GArray) waits = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_CHANGES; i++)
    {
      double cpu = get_cpu_ms (), wall = g_get_monotonic_time () / 1e3, cost, wait;

      ggov_map_canvas_set_theme (canvas, i % 2 == 0 ? issues : vacancies);
      while (!ggov_map_canvas_is_complete (canvas))
        g_main_context_iteration (NULL, TRUE);

      cost = get_cpu_ms () - cpu;
      wait = g_get_monotonic_time () / 1e3 - wall;
      g_array_append_val (costs, cost);
      g_array_append_val (waits, wait);
    }

  print_times ("theme until it is seen", waits);
  print_times ("theme on the main thread", costs);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) polygons = NULL;
  g_autoptr(GgovPlaces) places = NULL;
  g_autoptr(GgovIssueMarkers) markers = NULL;
  g_autoptr(GgovBaseMap) base = NULL;
  g_autofree char *base_path = NULL;
  StoreFixture fixture;
  GtkWidget *window, *canvas;

  if (!gtk_init_check ())
    {
      g_print ("skipped: no display\n");
      return 77;
    }

  adw_init ();
  g_resources_register (ggov_ui_get_resource ());
  if (!(polygons = read_data ()))
    {
      g_print ("skipped: no %s\n", DATA);
      return 77;
    }

  store_fixture_set_up (&fixture, NULL);
  write_change (fixture.store, write_buildings, polygons);
  g_clear_pointer (&polygons, g_ptr_array_unref);
  places = load (fixture.store);

  for (int level = 12; level <= 18; level += 2)
    time_tiles (places, NULL, level, "");
  base_path = g_build_filename (fixture.dir, "base.mbtiles", NULL);
  base = make_base (base_path, BASE_ZOOM, 6);
  time_tiles (places, base, BASE_ZOOM, ", a base map read");
  time_tiles (places, base, BASE_ZOOM, ", a base map known");

  window = gtk_window_new ();
  canvas = g_object_new (GGOV_TYPE_MAP_CANVAS, NULL);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_present (GTK_WINDOW (window));
  ggov_map_canvas_set_places (GGOV_MAP_CANVAS (canvas), places);

  time_frames (GGOV_MAP_CANVAS (canvas), "frame while panning", 16, pan);
  time_frames (GGOV_MAP_CANVAS (canvas), "frame while zooming", 16, zoom);
  time_frames (GGOV_MAP_CANVAS (canvas), "panning with their numbers", 17.5, pan);

  time_themes (GGOV_MAP_CANVAS (canvas), places);

  markers = make_markers (N_ISSUES);
  ggov_issue_layer_set_markers (ggov_map_canvas_get_issue_layer (GGOV_MAP_CANVAS (canvas)), markers);
  time_frames (GGOV_MAP_CANVAS (canvas), "panning with 50,000 issues", 16, pan);
  time_frames (GGOV_MAP_CANVAS (canvas), "zooming with 50,000 issues", 16, zoom);

  gtk_window_destroy (GTK_WINDOW (window));
  store_fixture_tear_down (&fixture, NULL);

  return 0;
}
