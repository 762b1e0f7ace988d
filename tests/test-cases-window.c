/* test-cases-window.c: disputes, structures, joint actions and utilities, entered in their window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cases-office.h"
#include "form-window.h"
#include "ggov-case-sheet.h"
#include "ggov-cases-window.h"
#include "ggov-issue-case-view.h"
#include "ggov-map-tool.h"
#include "ggov-outline-map.h"
#include "ggov-outline-tool.h"
#include "ggov-store-disputes.h"
#include "ggov-store-joint-actions.h"
#include "ggov-store-structures.h"
#include "ggov-store-utilities.h"
#include "ggov-structure-layer.h"
#include "ggov-window.h"
#include "ggov-write-organisations.h"
#include "map-town.h"

#define TODAY "2026-03-04"

typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
  GgovStore       *store; /* (unowned) */
  GtkWidget       *cases; /* (unowned): the window, once a case is opened */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "office.gridgov", NULL);
  fixture->app = ggov_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->app), NULL, &error);
  g_assert_no_error (error);

  fixture->window = g_object_ref (ggov_window_new (fixture->app));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_CREATE, TODAY);
  while (ggov_window_get_session (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->store = ggov_session_get_store (ggov_window_get_session (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->cases)
    gtk_window_destroy (GTK_WINDOW (fixture->cases));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  release_and_wait (fixture->window);
  g_application_quit (G_APPLICATION (fixture->app));
  g_object_unref (fixture->app);

  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

/* The first widget of a type. */
static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found)
        return found;
    }

  return NULL;
}

/* Opens a case, and waits until its page is filled, and a row has the title. Returns: the page */
static GtkWidget *
open_case (Fixture    *fixture,
           const char *view,
           gint64      id,
           const char *title)
{
  GtkWidget *sheet;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-case", "(sx)", view, id);
  fixture->cases = form_window_wait (GGOV_TYPE_CASES_WINDOW);
  while ((sheet = find_type (fixture->cases, GGOV_TYPE_CASE_SHEET)) == NULL ||
         adw_clamp_get_child (ADW_CLAMP (find_type (sheet, ADW_TYPE_CLAMP))) == NULL ||
         (title && form_window_find_row (sheet, title) == NULL))
    g_main_context_iteration (NULL, TRUE);

  return gtk_widget_get_parent (sheet);
}

static void
wait_for_row (GtkWidget  *page,
              const char *title,
              gboolean    is_there)
{
  while ((form_window_find_row (page, title) != NULL) != is_there)
    g_main_context_iteration (NULL, TRUE);
}

/* Asks for a form by an action of the page. */
static GtkWidget *
ask (GtkWidget  *page,
     const char *action)
{
  while (!gtk_widget_activate_action (page, action, NULL))
    g_main_context_iteration (NULL, TRUE);

  return form_window_wait (GGOV_TYPE_FORM_DIALOG);
}

static void
choose (GtkWidget  *form,
        const char *title,
        guint       selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (form_window_find_row (form, title)), selected);
}

/* Disputes ------------------------------------------------------------------------------------- */

static GgovDisputeFile *
read_dispute (Fixture *fixture,
              gint64   id)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_read_dispute_async (fixture->store, id, NULL, keep_result, &result);

  return ggov_store_read_dispute_finish (fixture->store, wait_for (&result), NULL);
}

static void
add_party (GtkWidget  *page,
           const char *name,
           const char *refusal)
{
  GtkWidget *form = ask (page, "dispute.add-party");

  form_window_write (form, "Or a name", name);
  if (refusal == NULL)
    {
      form_window_accept (form);
      return;
    }

  form_window_refuse (form, refusal);
  gtk_window_destroy (GTK_WINDOW (form));
}

/* An agreement asks for both sides, a meeting and its words; each is refused until it is there. */
static void
test_dispute (Fixture       *fixture,
              gconstpointer  data)
{
  BoardOffice office;
  gint64 id;
  GtkWidget *page, *form;
  g_autoptr(GgovDisputeFile) file = NULL;
  const GgovDisputeFields *fields;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "C0105", "noise", office.grid[0], "2026-03-02T10:00");
  page = open_case (fixture, "disputes", id, "Application for mediation");
  add_party (page, "  ", "Say who the party is.");
  add_party (page, "Zhao", NULL);
  wait_for_row (page, "Zhao · Applicant", TRUE);
  add_party (page, "Qian", NULL);
  wait_for_row (page, "Qian · Respondent", TRUE);
  add_party (page, "Qian", "This party is in the dispute already.");

  form = ask (page, "dispute.edit");
  choose (form, "Outcome", 1 + GGOV_DISPUTE_AGREED);
  form_window_write (form, "Applied for on", "2026-03-02");
  form_window_refuse (form, "The parties have not met yet. Enter the meeting first.");
  gtk_window_destroy (GTK_WINDOW (form));

  form = ask (page, "dispute.add-meeting");
  form_window_write (form, "When", "soon");
  form_window_write (form, "Where", "Room 2");
  form_window_refuse (form, "Write when they meet as day and time, such as 2026-04-01 14:30.");
  form_window_write (form, "When", "2026-03-03 14:30");
  gtk_switch_set_active (GTK_SWITCH (find_type (form_window_find_row (form, "Zhao is present"),
                                                GTK_TYPE_SWITCH)), TRUE);
  form_window_accept (form);
  wait_for_row (page, "2026-03-03 14:30 · Room 2", TRUE);

  form = ask (page, "dispute.edit");
  choose (form, "Outcome", 1 + GGOV_DISPUTE_AGREED);
  form_window_refuse (form, "Say what was agreed.");
  gtk_window_destroy (GTK_WINDOW (form));
  gtk_widget_activate_action (page, "dispute.tick-piece", "s", "application");

  file = read_dispute (fixture, id);
  fields = ggov_dispute_get_fields (file->dispute);
  g_assert_cmpint (fields->n_parties, ==, 2);
  g_assert_cmpint (fields->n_missing, ==, fields->n_required - 1);
  g_assert_cmpstr (ggov_dispute_meeting_get_fields (file->meetings->pdata[0])->present, ==, "Zhao");
}

static gboolean
is_undone (gpointer data)
{
  g_autoptr(GgovDisputeFile) file = read_dispute (data, 1);

  g_main_context_iteration (NULL, FALSE);

  return file->parties->len == 0;
}

/* What was entered is taken back by the key for it. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  BoardOffice office;
  GtkWidget *page;

  board_office_found (fixture->store, &office);
  g_assert_cmpint (board_office_file (fixture->store, "C0105", "noise", office.grid[0],
                                      "2026-03-02T10:00"), ==, 1);
  page = open_case (fixture, "disputes", 1, "Application for mediation");
  add_party (page, "Zhao", NULL);
  wait_for_row (page, "Zhao · Applicant", TRUE);
  gtk_widget_activate_action (fixture->cases, "win.undo", NULL);
  form_window_until (is_undone, fixture);
  wait_for_row (page, "Zhao · Applicant", FALSE);
}

/* Structures ----------------------------------------------------------------------------------- */

static GgovStructure *
get_structure (Fixture *fixture,
               gint64   issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;

  ggov_store_list_structures_async (fixture->store, issue_id, TODAY, NULL, keep_result, &result);
  rows = ggov_store_list_structures_finish (fixture->store, wait_for (&result), NULL);

  return g_list_model_get_item (rows, 0);
}

static void
test_structure_typed (Fixture       *fixture,
                      gconstpointer  data)
{
  BoardOffice office;
  GtkWidget *page, *form;
  g_autoptr(GgovStructure) row = NULL;
  gint64 id;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "E0102", "roof", office.grid[1], "2026-03-02T10:00");
  page = open_case (fixture, "structures", id, NULL);
  form = ask (page, "structure.add");
  form_window_write (form, "What kind of structure", "Sun room");
  form_window_write (form, "m² found; empty for as it is drawn", "twelve");
  form_window_refuse (form, "Write the area as square metres, such as 12.5.");
  form_window_write (form, "m² found; empty for as it is drawn", "");
  form_window_refuse (form, "The area has to be above zero square metres.");
  form_window_write (form, "m² found; empty for as it is drawn", "12,5");
  form_window_write (form, "Found on", "2026-03-03");
  form_window_write (form, "Pulled down on", "2026-03-02");
  form_window_refuse (form, "It cannot be pulled down before it was found or stopped.");
  form_window_write (form, "Pulled down on", "");
  form_window_accept (form);
  wait_for_row (page, "Found", TRUE);

  row = get_structure (fixture, id);
  g_assert_cmpint (ggov_structure_get_fields (row)->area_cm2, ==, 125000);
  g_assert_cmpstr (ggov_structure_get_fields (row)->state, ==, "found");
}

/* Six by four metres, drawn on the map of the town, are 24 square metres; then it is on the map. */
static void
test_structure_drawn (Fixture       *fixture,
                      gconstpointer  data)
{
  static const double corners[4][2] = { { 20, 20 }, { 26, 20 }, { 26, 24 }, { 20, 24 } };
  MapTown town;
  GtkWidget *page, *form, *layer;
  GgovOutlineMap *map;
  g_autoptr(GgovStructure) row = NULL;
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  gint64 id;

  map_town_write (fixture->store, &town);
  id = board_office_file (fixture->store, "E0102", "shed", town.grids[0], "2026-03-02T10:00");
  page = open_case (fixture, "structures", id, NULL);
  form = ask (page, "structure.add");
  form_window_write (form, "What kind of structure", "Shed");
  map = GGOV_OUTLINE_MAP (find_type (form, GGOV_TYPE_OUTLINE_MAP));
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double place[2];

      map_town_place (corners[i][0], corners[i][1], place);
      ggov_outline_map_add (map, place[0], place[1]);
    }
  g_assert_cmpfloat_with_epsilon (ggov_outline_map_get_area_m2 (map), 24, 0.05);
  form_window_accept (form);

  row = get_structure (fixture, id);
  g_assert_cmpint (ggov_structure_get_fields (row)->is_measured, ==, 1);
  g_assert_cmpint (ABS (ggov_structure_get_fields (row)->area_cm2 - 240000), <, 500);
  g_assert_cmpint (ggov_structure_get_fields (row)->grid_id, ==, town.grids[0]);

  ggov_window_show_page (fixture->window, "map");
  while ((layer = find_type (GTK_WIDGET (fixture->window), GGOV_TYPE_STRUCTURE_LAYER)) == NULL ||
         ggov_structure_layer_get_n (GGOV_STRUCTURE_LAYER (layer)) != 1)
    g_main_context_iteration (NULL, TRUE);

  /* No label is put where it is drawn, as long as it is. */
  while (boxes->len == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      ggov_map_layer_list_boxes (GGOV_MAP_LAYER (layer), boxes);
    }
  gtk_widget_set_visible (layer, FALSE);
  g_array_set_size (boxes, 0);
  ggov_map_layer_list_boxes (GGOV_MAP_LAYER (layer), boxes);
  g_assert_cmpuint (boxes->len, ==, 0);
}

/* Clicks four pixels beside the corners of a house of 40 by 14 metres mean the corners. */
static void
test_outline_snaps (Fixture       *fixture,
                    gconstpointer  data)
{
  static const double corners[4][2] = { { 20, 20 }, { 60, 20 }, { 60, 34 }, { 20, 34 } };
  MapTown town;
  GtkWidget *page, *form;
  GgovMapCanvas *canvas;
  GgovMapFrame frame;
  gint64 id;

  map_town_write (fixture->store, &town);
  id = board_office_file (fixture->store, "E0102", "shed", town.grids[0], "2026-03-02T10:00");
  page = open_case (fixture, "structures", id, NULL);
  form = ask (page, "structure.add");
  canvas = GGOV_MAP_CANVAS (find_type (form, GGOV_TYPE_MAP_CANVAS));
  ggov_map_canvas_get_frame (canvas, &frame);
  while (ggov_map_canvas_get_places (canvas) == NULL || ggov_map_frame_get_metres (&frame) > 1)
    {
      g_main_context_iteration (NULL, TRUE);
      ggov_map_canvas_get_frame (canvas, &frame);
    }

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double place[2], x, y;

      map_town_place (corners[i][0], corners[i][1], place);
      ggov_map_frame_to_screen (&frame, place[0], place[1], &x, &y);
      ggov_map_tool_click (ggov_map_canvas_get_tool (canvas), x + 4, y - 4, 1);
    }
  g_assert_cmpfloat_with_epsilon (
    ggov_outline_map_get_area_m2 (GGOV_OUTLINE_MAP (find_type (form, GGOV_TYPE_OUTLINE_MAP))), 560,
    0.5);
  gtk_window_destroy (GTK_WINDOW (form));
}

/* Two corners are no area: Enter does nothing. Backspace and Escape take corners away. */
static void
test_outline_keys (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *canvas = g_object_ref_sink (g_object_new (GGOV_TYPE_MAP_CANVAS, NULL));
  g_autoptr(GgovMeasure) outline = ggov_measure_new ();
  g_autoptr(GgovOutlineTool) tool = NULL;

  ggov_measure_set_kind (outline, GGOV_MEASURE_AREA);
  tool = ggov_outline_tool_new (GGOV_MAP_CANVAS (canvas), outline);
  g_assert_false (ggov_map_tool_press_key (GGOV_MAP_TOOL (tool), GDK_KEY_Escape, 0));
  ggov_measure_add (outline, 110, 40);
  ggov_measure_add (outline, 110.0001, 40);
  g_assert_true (ggov_map_tool_press_key (GGOV_MAP_TOOL (tool), GDK_KEY_Return, 0));
  g_assert_false (ggov_measure_is_finished (outline));
  ggov_measure_add (outline, 110.0001, 40.0001);
  g_assert_true (ggov_map_tool_press_key (GGOV_MAP_TOOL (tool), GDK_KEY_Return, 0));
  g_assert_true (ggov_measure_is_finished (outline));

  /* Half of 8.539 m by 11.104 m: a ten-thousandth of a degree at latitude 40 on WGS 84. */
  g_assert_cmpfloat_with_epsilon (ggov_measure_get_area_m2 (outline), 47.41, 0.05);
  g_assert_true (ggov_map_tool_press_key (GGOV_MAP_TOOL (tool), GDK_KEY_BackSpace, 0));
  g_assert_cmpuint (ggov_measure_get_n_points (outline), ==, 2);
  g_assert_true (ggov_map_tool_press_key (GGOV_MAP_TOOL (tool), GDK_KEY_Escape, 0));
  g_assert_cmpuint (ggov_measure_get_n_points (outline), ==, 0);
  g_clear_object (&tool);
  g_object_unref (canvas);
}

/* Joint actions and utilities ------------------------------------------------------------------- */

static gboolean
write_company (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  static const GgovOrganisationRecord record = { .kind = "other", .name = "Heat One" };

  return (*(gint64 *) data = ggov_change_add_organisation (change, &record, error)) != 0;
}

static void
test_joint_action (Fixture       *fixture,
                   gconstpointer  data)
{
  BoardOffice office;
  GtkWidget *page, *form;

  board_office_found (fixture->store, &office);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-cases-view", "s",
                              "joint-actions");
  fixture->cases = form_window_wait (GGOV_TYPE_CASES_WINDOW);
  form = ask (fixture->cases, "cases.add");
  form_window_refuse (form, "A joint action needs a title.");
  form_window_write (form, "Title", "Pull down");
  form_window_write (form, "From", "2026-03-02");
  form_window_accept (form);

  page = open_case (fixture, "joint-actions", 1, "Days");
  form = ask (page, "joint.add-step");
  form_window_write (form, "Day", "2026-03-01");
  form_window_refuse (form, "Say what the step was.");
  gtk_window_destroy (GTK_WINDOW (form));
  form = ask (page, "joint.edit");
  form_window_write (form, "Ended on; empty while it goes on", "2026-03-03");
  form_window_refuse (form, "A joint action has two parties at least. Enter them first.");
  gtk_window_destroy (GTK_WINDOW (form));
}

/* Heat is nobody's until somebody says who supplies it; then the problem is theirs. */
static void
test_utility (Fixture       *fixture,
              gconstpointer  data)
{
  BoardOffice office;
  GtkWidget *page;
  gint64 company;

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_company, &company);
  board_office_file (fixture->store, "M0301", "cold", office.grid[0], "2026-03-02T10:00");
  page = open_case (fixture, "utilities", company, "Heating");
  gtk_widget_activate_action (page, "utility.toggle", "s", "heating");
  while (find_type (page, GGOV_TYPE_CASE_SHEET) == NULL ||
         form_window_find_row (page, "2026-00001  cold") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The button of a label. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found)
        return found;
    }

  return NULL;
}

static GtkWidget *
wait_for_button (Fixture    *fixture,
                 const char *label)
{
  GtkWidget *view, *button = NULL;

  while ((view = find_type (GTK_WIDGET (fixture->window), GGOV_TYPE_ISSUE_CASE_VIEW)) == NULL ||
         (button = find_button (view, label)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return button;
}

/* Beside the board the issue's dispute is begun, then opened. */
static void
test_issue_pane (Fixture       *fixture,
                 gconstpointer  data)
{
  BoardOffice office;
  GtkWidget *page;
  gint64 id;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "C0105", "noise", office.grid[0], "2026-03-02T10:00");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-record", "(sx)", "issue", id);
  g_signal_emit_by_name (wait_for_button (fixture, "Begin"), "clicked");
  fixture->cases = form_window_wait (GGOV_TYPE_CASES_WINDOW);
  page = open_case (fixture, "disputes", id, "Application for mediation");
  add_party (page, "Zhao", NULL);
  wait_for_button (fixture, "Open");
}

int
main (int   argc,
      char *argv[])
{
  /* Without isolated folders: the system's know what an icon is. Settings are kept in memory. */
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display, and no xvfb-run that would make one\n");
      return 0;
    }

#define ADD(path, func) g_test_add ("/ui/cases/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("dispute", test_dispute);
  ADD ("undo", test_undo);
  ADD ("structure-typed", test_structure_typed);
  ADD ("structure-drawn", test_structure_drawn);
  ADD ("outline-keys", test_outline_keys);
  ADD ("outline-snaps", test_outline_snaps);
  ADD ("joint-action", test_joint_action);
  ADD ("utility", test_utility);
  ADD ("issue-pane", test_issue_pane);

  return g_test_run ();
}
