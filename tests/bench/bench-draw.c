/* bench-draw.c: drawing a draft of 10,000 buildings: what each motion costs the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <time.h>

#include "bench-grids.h"
#include "ggov-map-page.h"
#include "ggov-store-plans.h"
#include "ggov-write-founding.h"
#include "ggov-write-places.h"
#include "store-fixture.h"

#define DAY      "2026-03-02"
#define WIDTH    1600
#define HEIGHT   1000
#define N_FRAMES 300
#define ZOOM     17.0

/* Made by the build. */
GResource *ggov_ui_get_resource (void);

typedef struct
{
  StoreFixture  store;
  Town          town;
  gint64        community;
  GgovSession  *session;
  GtkWidget    *page;
  guint         n_saved;
  double        centre[2]; /* degrees */
} Bench;

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
  g_print ("%-34s median %6.2f ms  99 %% %6.2f ms  max %6.2f ms  (%u)\n", what, t[times->len / 2],
           t[times->len * 99 / 100], t[times->len - 1], times->len);
}

static gboolean
write_grids (GgovChange  *change,
             Bench       *bench,
             gint64      *grids,
             GError     **error)
{
  for (guint i = 1; i <= N_GRIDS * N_GRIDS; i++)
    {
      g_autofree char *code = g_strdup_printf ("150203005001%03u", i);
      const GgovGridRecord grid = {
        .community_id = bench->community, .code = code, .name = "", .valid_from = "2026-01-01",
      };

      if ((grids[i] = ggov_change_add_grid (change, &grid, error)) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_arcs (GgovChange          *change,
            gint64               plan,
            GgovGeoSubdivision  *subdivision,
            const gint64        *grids,
            GError             **error)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);
      g_autoptr(GBytes) line = ggov_geo_arc_to_wkb (arc);

      if (ggov_change_add_arc (change, plan, grids[arc->left_grid_id], grids[arc->right_grid_id],
                               line, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_buildings (GgovChange    *change,
                 Bench         *bench,
                 gint64         plan,
                 const gint64  *grids,
                 GError       **error)
{
  const GgovGeoBuilding *buildings = (const GgovGeoBuilding *) (gpointer) bench->town.buildings->data;

  for (guint i = 0; i < bench->town.buildings->len; i++)
    {
      const GgovBuildingRecord record = {
        .community_id = bench->community, .kind = "residential", .footprint = buildings[i].footprint,
      };
      gint64 id = ggov_change_add_building (change, &record, error);

      if (id == 0 || ggov_change_add_unit (change, id, 1, 1, 3, error) == 0 ||
          !ggov_change_assign_building (change, plan, id, grids[buildings[i].grid_id], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_office (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  Bench *bench = data;
  Town *town = &bench->town;
  gint64 sub_district = ggov_change_found_office (change, "150203005", "青松街道", "2026-01-01",
                                                  error);
  const GgovCommunityRecord community = {
    .sub_district_id = sub_district, .code = "150203005001", .name = "青松社区",
    .border = town->community,
  };
  GgovPlanRecord plan = { .name = "首次划分", .state = "in_force", .valid_from = "2026-01-01" };
  g_autoptr(GgovGeoSubdivision) subdivision =
    ggov_geo_border_trace (town->community, (const GgovGeoBuilding *) (gpointer) town->buildings->data,
                           town->buildings->len, town->streets, error);
  gint64 grids[N_GRIDS * N_GRIDS + 1] = { 0 };
  gint64 plan_id;

  if (subdivision == NULL || sub_district == 0 ||
      (bench->community = ggov_change_add_community (change, &community, error)) == 0)
    return FALSE;

  plan.community_id = bench->community;

  return (plan_id = ggov_change_add_plan (change, &plan, error)) != 0 &&
         write_grids (change, bench, grids, error) &&
         write_buildings (change, bench, plan_id, grids, error) &&
         write_arcs (change, plan_id, subdivision, grids, error);
}

static void
announce_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ((Bench *) user_data)->n_saved++;
}

static void
message_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_print ("refused: %s\n", g_variant_get_string (parameter, NULL));
  ((Bench *) user_data)->n_saved++;
}

static GtkWidget *
open_window (Bench *bench)
{
  const GActionEntry entries[] = {
    { "announce-change", announce_cb, "(sx)", NULL, NULL },
    { "show-message", message_cb, "s", NULL, NULL },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *window = gtk_window_new ();

  bench->session = ggov_session_new (bench->store.store, DAY);
  bench->page = g_object_new (GGOV_TYPE_MAP_PAGE, "session", bench->session, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), bench);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), bench->page);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static gboolean
wake_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Asleep between frames: polling would count as what a frame costs. */
static void
wait_for_map (Bench *bench)
{
  GgovMapCanvas *canvas = ggov_map_page_get_canvas (GGOV_MAP_PAGE (bench->page));
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
  guint id = gtk_widget_add_tick_callback (bench->page, wake_cb, NULL, NULL);

  while (!ggov_map_canvas_is_complete (canvas) || g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (bench->page, id);
}

static void
open_draft (Bench *bench)
{
  gint64 began = g_get_monotonic_time ();

  gtk_widget_activate_action (bench->page, "map.new-draft", "(xb)", bench->community, FALSE);
  while (ggov_map_page_get_plan (GGOV_MAP_PAGE (bench->page)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("draft opened in %.2f s\n", (g_get_monotonic_time () - began) / 1e6);
  wait_for_map (bench);
}

/* The middle of what a tool is used on, at the middle of the map. */
static void
show (Bench        *bench,
      const double *place)
{
  GgovMapCanvas *canvas = ggov_map_page_get_canvas (GGOV_MAP_PAGE (bench->page));
  ShumateViewport *viewport = ggov_map_canvas_get_viewport (canvas);

  shumate_viewport_set_zoom_level (viewport, ZOOM);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), place[1], place[0]);
  wait_for_map (bench);
}

/* A drag that goes on from frame to frame. */
typedef struct
{
  Bench  *bench;
  void  (*move) (guint   frame,
                 double  x,
                 double  y,
                 double *to);
  double  x;
  double  y;
  GArray *times;
  double  began; /* CPU of the last frame's begin, milliseconds */
  guint   frame;
} Run;

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Run *run = user_data;
  GgovMapTool *tool =
    ggov_map_canvas_get_tool (ggov_map_page_get_canvas (GGOV_MAP_PAGE (run->bench->page)));
  double now = get_cpu_ms (), took = now - run->began, to[2];

  if (run->frame > 1)
    g_array_append_val (run->times, took);

  run->began = get_cpu_ms ();
  if (run->frame == 0)
    ggov_map_tool_drag (tool, GGOV_MAP_DRAG_BEGIN, run->x, run->y);

  run->move (run->frame, run->x, run->y, to);
  ggov_map_tool_drag (tool, GGOV_MAP_DRAG_MOVE, to[0], to[1]);

  return run->frame++ <= N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
idle_frame_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  Run *run = user_data;
  double now = get_cpu_ms (), took = now - run->began;

  if (run->frame++ > 0)
    g_array_append_val (run->times, took);
  run->began = now;

  return G_SOURCE_CONTINUE;
}

/* What comes after the button goes up, until it is written and drawn. */
static void
commit (Bench      *bench,
        const char *what,
        double      x,
        double      y)
{
  GgovMapCanvas *canvas = ggov_map_page_get_canvas (GGOV_MAP_PAGE (bench->page));
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *words = g_strdup_printf ("  %s, until written", what);
  Run run = { bench, NULL, x, y, times };
  gint64 began = g_get_monotonic_time ();
  guint n_saved = bench->n_saved;
  guint id = gtk_widget_add_tick_callback (bench->page, idle_frame_cb, &run, NULL);

  ggov_map_tool_drag (ggov_map_canvas_get_tool (canvas), GGOV_MAP_DRAG_END, x, y);
  while (bench->n_saved == n_saved && g_get_monotonic_time () - began < 10 * G_TIME_SPAN_SECOND)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%-34s %.2f s\n", words, (g_get_monotonic_time () - began) / 1e6);
  wait_for_map (bench);
  gtk_widget_remove_tick_callback (bench->page, id);
  print_times ("  frames meanwhile", times);
}

static void
drag (Bench      *bench,
      const char *what,
      double      x,
      double      y,
      void      (*move) (guint, double, double, double *))
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Run run = { bench, move, x, y, times };
  double to[2];

  gtk_widget_add_tick_callback (bench->page, frame_cb, &run, NULL);
  while (run.frame <= N_FRAMES + 1)
    g_main_context_iteration (NULL, TRUE);
  print_times (what, times);

  move (N_FRAMES, x, y, to);
  commit (bench, what, to[0], to[1]);
}

/* Round and round, and at last beside where it began. */
static void
circle (guint   frame,
        double  x,
        double  y,
        double *to)
{
  to[0] = x + 3 + 20 * sin (frame * G_PI / 30);
  to[1] = y + 2 * sin (frame * G_PI / 15);
}

/* To and fro over some hundred buildings, 15 pixels a frame. */
static void
sweep (guint   frame,
       double  x,
       double  y,
       double *to)
{
  to[0] = x + 15 * (frame % 40 < 20 ? frame % 20 : 20 - frame % 20);
  to[1] = y + 7 * (frame / 20);
}

/* A rectangle that grows over most of the map. */
static void
grow (guint   frame,
      double  x,
      double  y,
      double *to)
{
  to[0] = x + 3 * frame;
  to[1] = y + 2 * frame;
}

/* An inner vertex of a border between two grids, of which the ground is shown. */
static const GgovGeoArc *
find_vertex (GgovGeoSubdivision *subdivision,
             guint              *index)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      *index = arc->n_points / 2;
      if (MIN (arc->left_grid_id, arc->right_grid_id) >= 7 && arc->n_points > 4)
        return arc;
    }

  g_assert_not_reached ();
}

static GgovGeoSubdivision *
load_draft (Bench *bench)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovDraft) draft = NULL;

  ggov_store_load_draft_async (bench->store.store,
                               ggov_map_page_get_plan (GGOV_MAP_PAGE (bench->page)), DAY, NULL,
                               keep_result, &result);
  draft = ggov_store_load_draft_finish (bench->store.store, wait_for (&result), NULL);

  return g_object_ref (ggov_draft_get_subdivision (draft));
}

static void
run (Bench *bench)
{
  g_autoptr(GgovGeoSubdivision) subdivision = load_draft (bench);
  GgovMapCanvas *canvas = ggov_map_page_get_canvas (GGOV_MAP_PAGE (bench->page));
  guint index;
  const GgovGeoArc *arc = find_vertex (subdivision, &index);
  const double *place = arc->coords + 2 * index;
  GgovMapFrame frame;
  double x, y;

  show (bench, place);
  ggov_map_canvas_get_frame (canvas, &frame);
  ggov_map_frame_to_screen (&frame, place[0], place[1], &x, &y);

  gtk_widget_activate_action (bench->page, "draw.tool", "s", "vertex");
  drag (bench, "vertex dragged", x, y, circle);

  gtk_widget_activate_action (bench->page, "map.select-grid", "x", arc->left_grid_id);
  gtk_widget_activate_action (bench->page, "draw.tool", "s", "paint");
  show (bench, place);
  drag (bench, "brush swept", x - 150, y - 50, sweep);

  gtk_widget_activate_action (bench->page, "draw.brush", "s", "rectangle");
  show (bench, place);
  drag (bench, "rectangle over the map", 100, 100, grow);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  Bench bench = { 0 };
  GtkWidget *window;

  if (!gtk_init_check ())
    {
      g_print ("skipped: no display\n");
      return 77;
    }

  adw_init ();
  g_resources_register (ggov_ui_get_resource ());
  store_fixture_set_up (&bench.store, NULL);
  init_community (&bench.town, rand);
  write_change (bench.store.store, write_office, &bench);
  g_print ("%u buildings in %u grids\n", bench.town.buildings->len, N_GRIDS * N_GRIDS);

  window = open_window (&bench);
  open_draft (&bench);
  run (&bench);

  g_object_ref (bench.page);
  gtk_window_destroy (GTK_WINDOW (window));
  release_and_wait (bench.page);
  release_and_wait (bench.session);
  store_fixture_tear_down (&bench.store, NULL);
  town_clear (&bench.town);

  return 0;
}
