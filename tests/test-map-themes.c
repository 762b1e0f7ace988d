/* test-map-themes.c: colours on the map: chosen, explained, remembered, and those of a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-map-page.h"
#include "ggov-session.h"
#include "ggov-write-founding.h"
#include "ggov-write-issues.h"
#include "map-town.h"

typedef struct
{
  StoreFixture  store;
  MapTown       town;
  GgovSession  *session;
  GtkWindow    *window;
  GtkWidget    *page;
  char         *kind;   /* (nullable): of the record that the window was asked for */
  gint64        record;
} Fixture;

/* Made by the build. */
GResource *ggov_ui_get_resource (void);

static void
show_record_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->kind, g_free);
  g_variant_get (parameter, "(sx)", &fixture->kind, &fixture->record);
}

static void
add_window_actions (Fixture *fixture)
{
  const GActionEntry entries[] = { { "show-record", show_record_cb, "(sx)", NULL, NULL } };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (group));
}

static void
open_page (Fixture *fixture)
{
  fixture->session = ggov_session_new (fixture->store.store, MAP_TOWN_DAY);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->page = g_object_new (GGOV_TYPE_MAP_PAGE, "session", fixture->session, NULL);
  add_window_actions (fixture);
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, 1000, 640);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
}

/* A window that goes with a menu open leaves GTK asking for the pointer over it. */
static void
close_menus (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    close_menus (child);
}

static void
close_page (Fixture *fixture)
{
  close_menus (fixture->page);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  release_and_wait (fixture->page);
  release_and_wait (fixture->session);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GSettings) settings = g_settings_new ("org.example.GridGov");

  /* What the test before has left. */
  g_settings_reset (settings, "map-theme");
  g_settings_reset (settings, "map-classes");
  g_settings_reset (settings, "map-legend");
  g_settings_reset (settings, "map-issues");
  store_fixture_set_up (&fixture->store, NULL);
  map_town_write (fixture->store.store, &fixture->town);
  open_page (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_page (fixture);
  store_fixture_tear_down (&fixture->store, NULL);
  g_free (fixture->kind);
}

static GgovMapCanvas *
get_canvas (Fixture *fixture)
{
  return ggov_map_page_get_canvas (GGOV_MAP_PAGE (fixture->page));
}

static void
wait_for_map (Fixture *fixture)
{
  while (!ggov_map_themes_is_complete (ggov_map_page_get_themes (GGOV_MAP_PAGE (fixture->page))))
    g_main_context_iteration (NULL, TRUE);
}

static void
choose (Fixture    *fixture,
        const char *theme)
{
  wait_for_map (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_canvas (fixture)), "themes.theme",
                                             "s", theme));
  wait_for_map (fixture);
}

/* The label that says just this, if it is seen. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  for (guint i = 0; i < 3; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;

  return find_label (GTK_WIDGET (get_canvas (fixture)), text) != NULL;
}

static const GgovThemePaint *
get_paint (Fixture *fixture)
{
  return ggov_map_canvas_get_paint (get_canvas (fixture));
}

/* Presses a key that the map has for itself. */
static void
press (Fixture    *fixture,
       const char *trigger)
{
  g_autoptr(GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (get_canvas (fixture)));
  gboolean is_found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
           j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *name = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (!is_found && g_str_equal (name, trigger))
            is_found = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                     GTK_WIDGET (get_canvas (fixture)), NULL);
        }
    }

  g_assert_true (is_found);
}

/* Each of the three grids has eight buildings of twenty households. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  wait_for_map (fixture);
  g_assert_null (get_paint (fixture));
  g_assert_true (says (fixture, "Thematic Map"));

  choose (fixture, "households");
  g_assert_cmpuint (get_paint (fixture)->classes.n, ==, 1);
  g_assert_cmpuint (get_paint (fixture)->counts[0], ==, 3);
  g_assert_true (says (fixture, "Households"));
  g_assert_true (says (fixture, "160"));
  g_assert_false (says (fixture, "No data"));

  /* 160 is far below the target of 400. */
  choose (fixture, "deviation");
  g_assert_cmpuint (get_paint (fixture)->classes.n, ==, 7);
  g_assert_cmpuint (get_paint (fixture)->counts[0], ==, 3);
  g_assert_true (says (fixture, "−101 and less"));
  g_assert_true (says (fixture, "+101 and more"));

  /* One building has a leader, one is a school. */
  choose (fixture, "building-leaders");
  g_assert_cmpuint (get_paint (fixture)->counts[0], ==, 22);
  g_assert_cmpuint (get_paint (fixture)->counts[1], ==, 1);
  g_assert_cmpuint (get_paint (fixture)->n_unknown, ==, 1);
  g_assert_true (says (fixture, "No building leader"));
  g_assert_true (says (fixture, "Nobody lives there"));

  choose (fixture, "");
  g_assert_null (get_paint (fixture));
  g_assert_true (says (fixture, "Thematic Map"));
  g_assert_false (says (fixture, "No building leader"));
}

/* A building that moves takes its households with it. */
static void
test_written (Fixture       *fixture,
              gconstpointer  data)
{
  choose (fixture, "households");
  gtk_widget_activate_action (fixture->page, "map.select-building", "x",
                              fixture->town.buildings[0][2]);
  gtk_widget_activate_action (fixture->page, "map.move-building", "x", fixture->town.grids[0]);
  while (get_paint (fixture)->classes.n != 3)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (ggov_theme_paint_find (get_paint (fixture), fixture->town.grids[0]), ==, 2);
  g_assert_cmpint (ggov_theme_paint_find (get_paint (fixture), fixture->town.grids[1]), ==, 0);
  g_assert_true (says (fixture, "161–180"));
}

static void
test_classes (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (get_canvas (fixture));

  choose (fixture, "deviation");
  gtk_widget_activate_action (canvas, "themes.classes", "i", 3);
  wait_for_map (fixture);
  g_assert_cmpuint (get_paint (fixture)->classes.n, ==, 3);

  /* Around a target there is one way only. */
  gtk_widget_activate_action (canvas, "themes.classing", "s", "quantile");
  wait_for_map (fixture);
  g_assert_cmpint (get_paint (fixture)->terms.method, ==, GGOV_CLASSING_TARGET);

  choose (fixture, "open-issues");
  gtk_widget_activate_action (canvas, "themes.classing", "s", "quantile");
  wait_for_map (fixture);
  g_assert_cmpint (get_paint (fixture)->terms.method, ==, GGOV_CLASSING_QUANTILE);
  g_assert_true (says (fixture, "Grids · As many in each class"));

  /* Each theme keeps its own, and so does the next window. */
  choose (fixture, "deviation");
  g_assert_cmpuint (get_paint (fixture)->classes.n, ==, 3);
  choose (fixture, "open-issues");
  close_page (fixture);
  open_page (fixture);
  wait_for_map (fixture);
  g_assert_cmpstr (get_paint (fixture)->theme->id, ==, "open-issues");
  g_assert_cmpint (get_paint (fixture)->terms.method, ==, GGOV_CLASSING_QUANTILE);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  choose (fixture, "households");
  g_assert_true (says (fixture, "160"));
  press (fixture, "<Shift>t");
  g_assert_false (says (fixture, "160"));
  press (fixture, "<Shift>t");
  g_assert_true (says (fixture, "160"));

  g_assert_false (says (fixture, "Plain Map"));
  press (fixture, "t");
  g_assert_true (says (fixture, "Plain Map"));
}

/* Grids of a draft say themselves how many households they have; nobody knows their vacancies. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  choose (fixture, "households");
  gtk_widget_activate_action (fixture->page, "map.new-draft", "(xb)", fixture->town.community,
                              FALSE);
  while (ggov_map_page_get_plan (GGOV_MAP_PAGE (fixture->page)) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_map (fixture);
  g_assert_cmpuint (get_paint (fixture)->counts[0], ==, 3);
  g_assert_cmpint (ggov_theme_paint_find (get_paint (fixture), 1), ==, 0);

  choose (fixture, "vacancies");
  g_assert_null (get_paint (fixture));
  g_assert_true (says (fixture, "Not while a plan is drawn"));

  choose (fixture, "building-leaders");
  g_assert_cmpuint (get_paint (fixture)->counts[0], ==, 22);

  choose (fixture, "vacancies");
  gtk_widget_activate_action (fixture->page, "map.close-plan", NULL);
  wait_for_map (fixture);
  g_assert_nonnull (get_paint (fixture));
  g_assert_false (says (fixture, "Not while a plan is drawn"));
}

/* Three at the first building, which cannot be told apart by going closer, one at the second, 70 m
 * further on. */
static gboolean
write_issues (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const MapTown *town = data;
  gint64 type = ggov_change_find_case_type (change, "C0101", MAP_TOWN_DAY, error);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("2026-100%u", i);
      const GgovIssueRecord issue = {
        .case_type_id = type, .number = number, .title = "占道经营", .source = "patrol",
        .stage = "file", .grid_id = town->grids[0], .building_id = town->buildings[0][i == 2],
        .filed_at = 1772000000,
      };

      if (ggov_change_add_issue (change, &issue, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static GgovIssueLayer *
get_layer (Fixture *fixture)
{
  return ggov_map_canvas_get_issue_layer (get_canvas (fixture));
}

static void
show_issues (Fixture *fixture)
{
  wait_for_map (fixture);
  g_object_set (gtk_widget_get_settings (fixture->page), "gtk-enable-animations", FALSE, NULL);
  g_assert_null (ggov_issue_layer_get_markers (get_layer (fixture)));
  press (fixture, "i");
  wait_for_map (fixture);
  g_assert_nonnull (ggov_issue_layer_get_markers (get_layer (fixture)));
}

/* A place of the town as a point of the canvas. */
static gboolean
click_on (Fixture *fixture,
          double   east_m,
          double   north_m)
{
  GgovMapFrame frame;
  double place[2], x, y;

  map_town_place (east_m, north_m, place);
  ggov_map_canvas_get_frame (get_canvas (fixture), &frame);
  ggov_map_frame_to_screen (&frame, place[0], place[1], &x, &y);

  return ggov_issue_layer_click (get_layer (fixture), x, y);
}

/* The issue of the town is due two days later; the others have no limit. */
static void
test_markers (Fixture       *fixture,
              gconstpointer  data)
{
  ShumateViewport *viewport;
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GgovMapFrame frame;

  write_change (fixture->store.store, write_issues, &fixture->town);
  show_issues (fixture);
  g_assert_true (says (fixture, "In time"));
  g_assert_true (says (fixture, "No limit"));
  g_assert_cmpuint (ggov_issue_layer_get_markers (get_layer (fixture))->counts[GGOV_ISSUE_DUE_NONE],
                    ==, 3);

  /* From afar all are one marker; a click goes closer until they fall apart. */
  viewport = ggov_map_canvas_get_viewport (get_canvas (fixture));
  shumate_viewport_set_zoom_level (viewport, 14);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), MAP_TOWN_LAT, MAP_TOWN_LON);
  ggov_map_layer_list_boxes (GGOV_MAP_LAYER (get_layer (fixture)), boxes);
  g_assert_cmpuint (boxes->len, ==, 1);
  g_assert_true (click_on (fixture, 57, 27));
  ggov_map_canvas_get_frame (get_canvas (fixture), &frame);
  g_assert_cmpfloat (frame.zoom, >, 14);
  g_array_set_size (boxes, 0);
  ggov_map_layer_list_boxes (GGOV_MAP_LAYER (get_layer (fixture)), boxes);
  g_assert_cmpuint (boxes->len, ==, 2);
  g_assert_null (fixture->kind);

  /* One issue is opened, several at one place are listed. */
  g_assert_true (click_on (fixture, 110, 27));
  g_assert_cmpstr (fixture->kind, ==, "issue");
  g_assert_true (click_on (fixture, 40, 27));
  g_assert_true (says (fixture, "占道经营"));
  g_assert_true (says (fixture, "2026-0001 · In time"));

  g_assert_false (click_on (fixture, 300, 100));
}

static void
test_marker_keys (Fixture       *fixture,
                  gconstpointer  data)
{
  write_change (fixture->store.store, write_issues, &fixture->town);
  show_issues (fixture);

  /* The first from the left is the heap, the next one stands alone. */
  press (fixture, "bracketright");
  press (fixture, "bracketright");
  g_assert_true (ggov_issue_layer_activate (get_layer (fixture)));
  g_assert_cmpstr (fixture->kind, ==, "issue");
  press (fixture, "bracketleft");
  g_assert_true (ggov_issue_layer_activate (get_layer (fixture)));
  g_assert_true (says (fixture, "2026-1000 · No limit"));

  gtk_widget_activate_action (fixture->page, "map.clear-selection", NULL);
  g_assert_false (ggov_issue_layer_activate (get_layer (fixture)));

  press (fixture, "i");
  g_assert_null (ggov_issue_layer_get_markers (get_layer (fixture)));
  g_assert_false (says (fixture, "No limit"));
}

/* Each kind of record goes to its place: the town has one compound, community and street of each
 * kind; its issue and its leader are at the first building, its member on the first grid. */
static void
test_found (Fixture       *fixture,
            gconstpointer  data)
{
  GgovMapPage *page = GGOV_MAP_PAGE (fixture->page);
  GgovMapFrame before, after;
  double place[2], x, y;

  wait_for_map (fixture);
  g_object_set (gtk_widget_get_settings (fixture->page), "gtk-enable-animations", FALSE, NULL);
  ggov_map_page_show_record (fixture->page, "issue-place", fixture->town.issue);
  while (ggov_map_page_get_building (page) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ggov_map_page_get_building (page), ==, fixture->town.buildings[0][0]);

  ggov_map_page_show_record (fixture->page, "person-place", fixture->town.member);
  while (ggov_map_page_get_building (page) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ggov_map_page_get_grid (page), ==, fixture->town.grids[0]);

  ggov_map_page_show_record (fixture->page, "person-place", fixture->town.leader);
  while (ggov_map_page_get_building (page) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ggov_map_page_get_building (page), ==, fixture->town.buildings[0][0]);

  /* The community is 430 m wide and then fills the view, whatever was selected before. */
  ggov_map_canvas_get_frame (get_canvas (fixture), &before);
  ggov_map_page_show_record (fixture->page, "community", fixture->town.community);
  while (ggov_map_page_get_grid (page) != 0)
    g_main_context_iteration (NULL, TRUE);
  ggov_map_canvas_get_frame (get_canvas (fixture), &after);
  g_assert_cmpfloat (after.zoom, <, before.zoom);
  map_town_place (215, 100, place);
  ggov_map_frame_to_screen (&after, place[0], place[1], &x, &y);
  g_assert_cmpfloat_with_epsilon (x, after.width / 2.0, 3);
  g_assert_cmpfloat_with_epsilon (y, after.height / 2.0, 3);
}

/* What is filed is marked at once. */
static void
test_marker_written (Fixture       *fixture,
                     gconstpointer  data)
{
  show_issues (fixture);
  g_assert_cmpuint (ggov_issue_spots_get_n (
                      ggov_issue_layer_get_markers (get_layer (fixture))->spots), ==, 1);
  write_change (fixture->store.store, write_issues, &fixture->town);
  while (ggov_issue_spots_get_n (ggov_issue_layer_get_markers (get_layer (fixture))->spots) != 4)
    g_main_context_iteration (NULL, TRUE);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
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

  add ("/ui/map-themes/choose", test_choose);
  add ("/ui/map-themes/written", test_written);
  add ("/ui/map-themes/classes", test_classes);
  add ("/ui/map-themes/keys", test_keys);
  add ("/ui/map-themes/draft", test_draft);
  add ("/ui/map-issues/markers", test_markers);
  add ("/ui/map-issues/keys", test_marker_keys);
  add ("/ui/map-issues/written", test_marker_written);
  add ("/ui/map-page/found", test_found);

  return g_test_run ();
}
