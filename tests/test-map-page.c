/* test-map-page.c: the map page on a screen without a person: selecting, moving a building
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-map-page.h"
#include "ggov-plan-list.h"
#include "ggov-print.h"
#include "ggov-report-map.h"
#include "ggov-report-pdf.h"
#include "ggov-session.h"
#include "ggov-store-plans.h"
#include "map-atlas.h"
#include "plan-town.h"

typedef struct
{
  StoreFixture  store;
  MapTown       town;
  GgovSession  *session;
  GtkWindow    *window;
  GtkWidget    *page;
  gint64        announced; /* number of the change that the window was told of */
  char         *sentence;  /* (nullable) */
  char         *message;   /* (nullable) */
  char         *import;    /* (nullable): URI of the file that the window was to import */
} Fixture;

/* Made by the build. */
GResource *ggov_ui_get_resource (void);

static void
announce_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->sentence, g_free);
  g_variant_get (parameter, "(sx)", &fixture->sentence, &fixture->announced);
}

static void
message_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->message);
  fixture->message = g_variant_dup_string (parameter, NULL);
}

static void
import_file_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->import);
  fixture->import = g_variant_dup_string (parameter, NULL);
}

/* The actions that a page asks its window for. */
static void
add_window_actions (Fixture *fixture)
{
  const GActionEntry entries[] = {
    { "announce-change", announce_cb, "(sx)", NULL, NULL },
    { "import-file", import_file_cb, "s", NULL, NULL },
    { "show-message", message_cb, "s", NULL, NULL },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gboolean has_town = GPOINTER_TO_INT (data);

  store_fixture_set_up (&fixture->store, NULL);
  if (has_town)
    map_town_write (fixture->store.store, &fixture->town);

  fixture->session = ggov_session_new (fixture->store.store, MAP_TOWN_DAY);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->page = g_object_new (GGOV_TYPE_MAP_PAGE, "session", fixture->session, NULL);
  add_window_actions (fixture);
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, 1000, 640);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  release_and_wait (fixture->page);
  release_and_wait (fixture->session);
  store_fixture_tear_down (&fixture->store, NULL);
  g_free (fixture->sentence);
  g_free (fixture->message);
  g_free (fixture->import);
}

static GgovMapCanvas *
get_canvas (Fixture *fixture)
{
  return ggov_map_page_get_canvas (GGOV_MAP_PAGE (fixture->page));
}

static void
wait_for_map (Fixture *fixture)
{
  while (!ggov_map_canvas_is_complete (get_canvas (fixture)))
    g_main_context_iteration (NULL, TRUE);
}

/* The map's own click, on a widget or below it. */
static GtkGesture *
find_click (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; SHUMATE_IS_MAP (widget) && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == 0)
        return GTK_GESTURE (controller);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkGesture *found = find_click (child);

      if (found)
        return found;
    }

  return NULL;
}

static void
get_point (Fixture *fixture,
           double   east_m,
           double   north_m,
           double  *x,
           double  *y)
{
  GgovMapFrame frame;
  double place[2];

  map_town_place (east_m, north_m, place);
  ggov_map_canvas_get_frame (get_canvas (fixture), &frame);
  ggov_map_frame_to_screen (&frame, place[0], place[1], x, y);
  g_assert_cmpfloat (*x, >, 0);
  g_assert_cmpfloat (*x, <, frame.width);
  g_assert_cmpfloat (*y, >, 0);
  g_assert_cmpfloat (*y, <, frame.height);
}

/* A press at a place of the town, and a release so many pixels to the right of it. */
static void
click (Fixture *fixture,
       double   east_m,
       double   north_m,
       double   pan_px)
{
  GtkGesture *gesture = find_click (fixture->page);
  double x, y;

  get_point (fixture, east_m, north_m, &x, &y);
  g_signal_emit_by_name (gesture, "pressed", 1, x, y);
  g_signal_emit_by_name (gesture, "released", 1, x + pan_px, y);
}

static void
assert_selected (Fixture *fixture,
                 gint64   grid,
                 gint64   building)
{
  g_assert_cmpint (ggov_map_page_get_grid (GGOV_MAP_PAGE (fixture->page)), ==, grid);
  g_assert_cmpint (ggov_map_page_get_building (GGOV_MAP_PAGE (fixture->page)), ==, building);
}

static void
test_frame (Fixture       *fixture,
            gconstpointer  data)
{
  GgovMapFrame frame;
  double x, y, lon, lat;

  wait_for_map (fixture);
  ggov_map_canvas_get_frame (get_canvas (fixture), &frame);

  /* The town's middle is in the middle, to half a pixel, and there and back is the same place. */
  ggov_map_frame_to_screen (&frame, MAP_TOWN_LON, MAP_TOWN_LAT, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, frame.width / 2.0, 1);
  g_assert_cmpfloat_with_epsilon (y, frame.height / 2.0, 1);
  ggov_map_frame_to_place (&frame, x, y, &lon, &lat);
  g_assert_cmpfloat_with_epsilon (lon, MAP_TOWN_LON, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, MAP_TOWN_LAT, 1e-9);

  /* All pixels around the earth are the parallel's length: 40,075,017 m times the cosine. */
  g_assert_cmpfloat_with_epsilon (ggov_map_frame_get_metres (&frame) * frame.world,
                                  40075016.686 * cos (MAP_TOWN_LAT * G_PI / 180), 100);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  const MapTown *town = &fixture->town;

  wait_for_map (fixture);
  assert_selected (fixture, 0, 0);

  /* On a building; between two; where there is neither. */
  click (fixture, 180, 27, 0);
  assert_selected (fixture, town->grids[1], town->buildings[0][2]);
  click (fixture, 40, 50, 0);
  assert_selected (fixture, town->grids[0], 0);
  click (fixture, 40, -4, 0);
  assert_selected (fixture, 0, 0);

  /* The end of a pan is no click. */
  click (fixture, 180, 27, 40);
  assert_selected (fixture, 0, 0);
}

static void
test_record (Fixture       *fixture,
             gconstpointer  data)
{
  const MapTown *town = &fixture->town;
  GgovMapFrame frame;
  double place[2], x, y;

  /* Before the places are there. */
  ggov_map_page_show_record (fixture->page, "building", town->buildings[3][5]);
  wait_for_map (fixture);
  assert_selected (fixture, town->grids[2], town->buildings[3][5]);

  map_town_place (20 + 70 * 5 + 20, 20 + 45 * 3 + 7, place);
  ggov_map_canvas_get_frame (get_canvas (fixture), &frame);
  ggov_map_frame_to_screen (&frame, place[0], place[1], &x, &y);
  g_assert_cmpfloat_with_epsilon (x, frame.width / 2.0, 2);
  g_assert_cmpfloat_with_epsilon (y, frame.height / 2.0, 2);

  ggov_map_page_show_record (fixture->page, "grid", town->grids[0]);
  assert_selected (fixture, town->grids[0], 0);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  const MapTown *town = &fixture->town;
  g_autoptr(GAsyncResult) result = NULL;

  wait_for_map (fixture);
  click (fixture, 180, 27, 0);
  g_assert_true (gtk_widget_activate_action (fixture->page, "map.move-building", "x",
                                             town->grids[0]));
  while (fixture->announced == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->sentence, "001"));

  /* The selection stays with the building, in its new grid. */
  while (ggov_map_page_get_grid (GGOV_MAP_PAGE (fixture->page)) != town->grids[0])
    g_main_context_iteration (NULL, TRUE);
  assert_selected (fixture, town->grids[0], town->buildings[0][2]);
  wait_for_map (fixture);

  ggov_store_undo_async (fixture->store.store, fixture->announced, NULL, keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->store.store, wait_for (&result), NULL, NULL));
  while (ggov_map_page_get_grid (GGOV_MAP_PAGE (fixture->page)) != town->grids[1])
    g_main_context_iteration (NULL, TRUE);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const MapTown *town = &fixture->town;

  wait_for_map (fixture);
  gtk_widget_activate_action (fixture->page, "map.select-building", "x", town->buildings[0][5]);
  gtk_widget_activate_action (fixture->page, "map.move-building", "x", town->grids[1]);
  while (fixture->message == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (fixture->announced, ==, 0);
  assert_selected (fixture, town->grids[2], town->buildings[0][5]);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GgovMapFrame before, after;

  wait_for_map (fixture);
  g_object_set (gtk_widget_get_settings (fixture->page), "gtk-enable-animations", FALSE, NULL);
  shumate_viewport_set_zoom_level (ggov_map_canvas_get_viewport (get_canvas (fixture)), 13);
  ggov_map_canvas_get_frame (get_canvas (fixture), &before);
  gtk_widget_activate_action (fixture->page, "map.show-all", NULL);
  ggov_map_canvas_get_frame (get_canvas (fixture), &after);
  g_assert_cmpfloat (after.zoom, >, before.zoom);
  wait_for_map (fixture);

  /* A menu for what is selected, and none for nothing. */
  gtk_widget_activate_action (fixture->page, "map.show-move-menu", NULL);
  gtk_widget_activate_action (fixture->page, "map.select-building", "x",
                              fixture->town.buildings[0][2]);
  gtk_widget_activate_action (fixture->page, "map.show-move-menu", NULL);
  gtk_widget_activate_action (fixture->page, "map.clear-selection", NULL);
  assert_selected (fixture, 0, 0);
}

/* What takes the pointer before the map does, while something is measured. */
static GtkGesture *
find_measuring (GtkWidget *canvas)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return GTK_GESTURE (controller);
    }

  g_assert_not_reached ();
}

/* The label that has the word in it, on a widget or below it; NULL where there is none. */
static const char *
find_text (GtkWidget  *widget,
           const char *word)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), word))
    return gtk_label_get_label (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *found = find_text (child, word);

      if (found)
        return found;
    }

  return NULL;
}

/* A click some pixels beside each corner of a building of 40 by 14 m. */
static void
test_measure (Fixture       *fixture,
              gconstpointer  data)
{
  static const double corners[][2] = { { 160, 20 }, { 200, 20 }, { 200, 34 }, { 160, 34 } };
  GtkWidget *canvas = GTK_WIDGET (get_canvas (fixture));
  GtkGesture *gesture = find_measuring (canvas);
  double x, y;

  wait_for_map (fixture);
  gtk_widget_activate_action (fixture->page, "map.measure", NULL);
  g_assert_nonnull (find_text (canvas, "to put points"));

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      get_point (fixture, corners[i][0], corners[i][1], &x, &y);
      g_signal_emit_by_name (gesture, "pressed", 1, x + 2, y - 2);
      g_signal_emit_by_name (gesture, "released", 1, x + 2, y - 2);
    }
  /* 40 + 14 + 40 m along, and then all around. */
  g_assert_cmpstr (find_text (canvas, " m"), ==, "94.0 m");
  assert_selected (fixture, 0, 0);

  /* The end of a pan is no point. */
  g_signal_emit_by_name (gesture, "pressed", 1, x, y);
  g_signal_emit_by_name (gesture, "released", 1, x + 40, y);
  g_assert_nonnull (find_text (canvas, "94.0 m"));

  /* Off and on again nothing is left of it. */
  gtk_widget_activate_action (fixture->page, "map.measure", NULL);
  gtk_widget_activate_action (fixture->page, "map.measure", NULL);
  g_assert_null (find_text (canvas, "94.0 m"));
}

static gint64
begin_draft (Fixture *fixture)
{
  gint64 plan;

  wait_for_map (fixture);
  gtk_widget_activate_action (fixture->page, "map.new-draft", "(xb)", fixture->town.community,
                              FALSE);
  while ((plan = ggov_map_page_get_plan (GGOV_MAP_PAGE (fixture->page))) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_map (fixture);
  fixture->announced = 0;

  return plan;
}

/* The draft's grid of a building, as it is on the disk. */
static gint64
read_number (Fixture *fixture,
             gint64   plan,
             gint64   building)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovDraft) draft = NULL;
  guint i;

  ggov_store_load_draft_async (fixture->store.store, plan, MAP_TOWN_DAY, NULL, keep_result,
                               &result);
  draft = ggov_store_load_draft_finish (fixture->store.store, wait_for (&result), NULL);
  g_assert_nonnull (draft);
  g_assert_true (ggov_draft_find_building (draft, building, &i));

  return ggov_draft_get_numbers (draft)[i];
}

static void
drag (Fixture          *fixture,
      GgovMapDragPhase  phase,
      double            east_m,
      double            north_m)
{
  double x, y;

  get_point (fixture, east_m, north_m, &x, &y);
  ggov_map_tool_drag (ggov_map_canvas_get_tool (get_canvas (fixture)), phase, x, y);
}

/* Whether the balance has these lines of the first two grids. */
static void
assert_balance (Fixture    *fixture,
                const char *first,
                const char *second)
{
  GtkWidget *panel = GTK_WIDGET (gtk_widget_get_template_child (fixture->page, GGOV_TYPE_MAP_PAGE,
                                                                "draft_panel"));

  g_assert_cmpstr (find_text (panel, first), ==, first);
  g_assert_cmpstr (find_text (panel, second), ==, second);
}

/* All that the balance counts follows the brush: in the third building, of 50 people, lives one of a
 * special group; the first has the one open issue. */
static void
test_balance (Fixture       *fixture,
              gconstpointer  data)
{
  plan_town_settle (&fixture->store, fixture->town.buildings[0][2], "501", "张奶奶",
                    "living_alone");
  begin_draft (fixture);
  assert_balance (fixture, "People 400 · special groups 0 · issues 1",
                  "People 400 · special groups 1 · issues 0");

  gtk_widget_activate_action (fixture->page, "map.select-grid", "x", (gint64) 1);
  wait_for_map (fixture);
  gtk_widget_activate_action (fixture->page, "draw.tool", "s", "paint");
  drag (fixture, GGOV_MAP_DRAG_BEGIN, 180, 10);
  drag (fixture, GGOV_MAP_DRAG_MOVE, 180, 27);
  assert_balance (fixture, "People 450 · special groups 1 · issues 1",
                  "People 350 · special groups 0 · issues 0");
  g_assert_nonnull (find_text (fixture->page, "180 households"));

  /* Given up, all is as it was. */
  ggov_map_tool_drag (ggov_map_canvas_get_tool (get_canvas (fixture)), GGOV_MAP_DRAG_CANCEL, 0, 0);
  gtk_widget_activate_action (fixture->page, "draw.tool", "s", "select");
  assert_balance (fixture, "People 400 · special groups 0 · issues 1",
                  "People 400 · special groups 1 · issues 0");

  /* Let go, it stays. */
  gtk_widget_activate_action (fixture->page, "draw.tool", "s", "paint");
  drag (fixture, GGOV_MAP_DRAG_BEGIN, 180, 10);
  drag (fixture, GGOV_MAP_DRAG_MOVE, 180, 27);
  drag (fixture, GGOV_MAP_DRAG_END, 180, 27);
  while (fixture->announced == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_map (fixture);
  assert_balance (fixture, "People 450 · special groups 1 · issues 1",
                  "People 350 · special groups 0 · issues 0");
}

/* Grids of a draft are numbered from 1 in the order of their codes. */
static void
test_paint (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 building = fixture->town.buildings[0][2];
  gint64 plan = begin_draft (fixture);
  g_autoptr(GAsyncResult) result = NULL;

  /* A draft opens with the tool that only selects. */
  gtk_widget_activate_action (fixture->page, "map.select-grid", "x", (gint64) 1);
  wait_for_map (fixture);
  click (fixture, 180, 27, 0);
  assert_selected (fixture, 1, building);
  g_assert_cmpint (read_number (fixture, plan, building), ==, 2);

  gtk_widget_activate_action (fixture->page, "draw.tool", "s", "paint");
  click (fixture, 180, 27, 0);
  while (fixture->announced == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->sentence, "001"));
  g_assert_cmpint (read_number (fixture, plan, building), ==, 1);

  ggov_store_undo_async (fixture->store.store, fixture->announced, NULL, keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->store.store, wait_for (&result), NULL, NULL));
  g_assert_cmpint (read_number (fixture, plan, building), ==, 2);

  /* Nothing of it was in force. */
  gtk_widget_activate_action (fixture->page, "map.close-plan", NULL);
  g_assert_cmpint (ggov_map_page_get_plan (GGOV_MAP_PAGE (fixture->page)), ==, 0);
  gtk_widget_activate_action (fixture->page, "map.select-building", "x", building);
  assert_selected (fixture, fixture->town.grids[1], building);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 building = fixture->town.buildings[0][2];
  gint64 plan = begin_draft (fixture);

  gtk_widget_activate_action (fixture->page, "map.select-grid", "x", (gint64) 2);
  gtk_widget_activate_action (fixture->page, "map.lock-grid", NULL);
  while (fixture->announced == 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_activate_action (fixture->page, "map.select-building", "x", building);
  gtk_widget_activate_action (fixture->page, "map.move-building", "x", (gint64) 1);
  while (fixture->message == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->message, "002"));
  g_assert_cmpint (read_number (fixture, plan, building), ==, 2);
}

/* A building in the middle of another grid begins a new one, which that one surrounds on three
 * sides only: it stands in the southern row. */
static void
test_new_grid (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 building = fixture->town.buildings[0][2];
  gint64 plan = begin_draft (fixture);

  gtk_widget_activate_action (fixture->page, "map.new-grid", NULL);
  assert_selected (fixture, 4, 0);
  wait_for_map (fixture);
  click (fixture, 180, 27, 0);
  while (fixture->announced == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (read_number (fixture, plan, building), ==, 4);

  gtk_widget_activate_action (fixture->page, "map.discard-draft", "x", plan);
  while (ggov_map_page_get_plan (GGOV_MAP_PAGE (fixture->page)) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_list_row (GtkWidget *top)
{
  GtkWidget *found = GTK_IS_LIST_BOX_ROW (top) ? top : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list_row (child);

  return found;
}

/* Plans that are read again while somebody presses a button of one: the button stays. */
static void
test_plans_stay (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 plan = begin_draft (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) plans = NULL;
  GtkWidget *list, *row;

  gtk_widget_activate_action (fixture->page, "map.close-plan", NULL);
  list = GTK_WIDGET (gtk_widget_get_template_child (fixture->page, GGOV_TYPE_MAP_PAGE,
                                                    "plan_list"));
  while ((row = find_list_row (list)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  ggov_plan_list_reload (GGOV_PLAN_LIST (list));
  ggov_store_list_plans_async (fixture->store.store, fixture->town.community, MAP_TOWN_DAY, NULL,
                               keep_result, &result);
  plans = ggov_store_list_plans_finish (fixture->store.store, wait_for (&result), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (plans), ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (row);

  /* What says something else is new. */
  gtk_widget_activate_action (fixture->page, "map.discard-draft", "x", plan);
  while (row)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_stack (Fixture *fixture)
{
  return adw_bin_get_child (ADW_BIN (fixture->page));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  while (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (find_stack (fixture))),
                    "empty") != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Size after size, and the words of all pages. */
static char *
read_pdf (const char *path)
{
  const char *tools[][6] = {
    { "pdfinfo", "-l", "99", path, NULL }, { "pdftotext", "-layout", path, "-", NULL },
  };
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *out = NULL;
      g_auto(GStrv) lines = NULL;
      g_autoptr(GError) error = NULL;

      g_spawn_sync (NULL, (char **) tools[i], NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                    NULL, &error);
      g_assert_no_error (error);
      lines = g_strsplit (out, "\n", -1);
      for (guint j = 0; lines[j]; j++)
        if (i == 1 || g_str_has_prefix (lines[j], "Page "))
          g_string_append_printf (all, "%s\n", lines[j]);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* What GTK prints is what the PDF has, with pages that lie among those that stand. */
static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  const GgovReportMapOptions options = {
    .paper = GGOV_REPORT_A4, .printed_at = MAP_TOWN_DAY "T16:30", .account = "teller",
    .with_phones = TRUE,
  };
  g_autofree char *printed = g_build_filename (fixture->store.dir, "printed.pdf", NULL);
  g_autofree char *written = g_build_filename (fixture->store.dir, "written.pdf", NULL);
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  g_autofree char *a = NULL, *b = NULL;
  const MapAtlasPlan plan = { 3, 4, 3, 200, 160 };
  g_autoptr(GgovAtlas) atlas = map_atlas_new (&plan);
  g_autoptr(GgovReportMap) map = NULL;
  g_autoptr(GtkPrintOperation) operation = NULL;
  PangoContext *context = ggov_report_context_new ();

  wait_for_map (fixture);
  map = ggov_report_map_new (atlas, &options, context);
  g_object_unref (context);
  operation = ggov_print_operation_new (GGOV_REPORT_PAGER (map));
  if (tool == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }

  gtk_print_operation_set_export_filename (operation, printed);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            fixture->window, NULL),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (ggov_report_write_pdf (GGOV_REPORT_PAGER (map), written, NULL));

  a = read_pdf (printed);
  b = read_pdf (written);
  g_assert_nonnull (strstr (b, "size:  841.89 x 595.276"));
  g_assert_nonnull (strstr (b, "size:  595.276 x 841.89"));
  g_assert_cmpstr (a, ==, b);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

/* As a file manager drops it. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/houses.geojson");
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  g_signal_emit_by_name (find_drop_target (fixture->page), "drop", &value, 9.0, 9.0, &taken);

  g_assert_true (taken);
  g_assert_cmpstr (fixture->import, ==, "file:///tmp/houses.geojson");
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer),
     gboolean    has_town)
{
  g_test_add (path, Fixture, GINT_TO_POINTER (has_town), set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  adw_init ();
  g_resources_register (ggov_ui_get_resource ());

  add ("/ui/map/frame", test_frame, TRUE);
  add ("/ui/map/click", test_click, TRUE);
  add ("/ui/map/record", test_record, TRUE);
  add ("/ui/map/move", test_move, TRUE);
  add ("/ui/map/refused", test_refused, TRUE);
  add ("/ui/map/print", test_print, TRUE);
  add ("/ui/map/keys", test_keys, TRUE);
  add ("/ui/map/measure", test_measure, TRUE);
  add ("/ui/map/balance", test_balance, TRUE);
  add ("/ui/map/paint", test_paint, TRUE);
  add ("/ui/map/locked", test_locked, TRUE);
  add ("/ui/map/new-grid", test_new_grid, TRUE);
  add ("/ui/map/plans-stay", test_plans_stay, TRUE);
  add ("/ui/map/drop", test_drop, TRUE);
  add ("/ui/map/empty", test_empty, FALSE);

  return g_test_run ();
}
