/* test-indicators-window.c: indicators, calls, measures and replay, on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "ggov-board-filter.h"
#include "ggov-calendar-window.h"
#include "ggov-case-types-window.h"
#include "ggov-day-button.h"
#include "ggov-follow-up-list.h"
#include "ggov-indicators-window.h"
#include "ggov-list-dialog.h"
#include "ggov-window.h"

/* Two issues of March, one of which is closed on time. */
typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
  GgovStore       *store;  /* (unowned) */
  GtkWidget       *judged; /* (unowned) */
  BoardOffice      office;
  gint64           issue;
} Fixture;

/* The widget of a type whose label or text is this, or NULL. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
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

static GtkWidget *
wait_for_label (GtkWidget  *widget,
                const char *text)
{
  GtkWidget *found;

  while ((found = find_label (widget, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return found;
}

/* Presses the button that a text is on. */
static void
press (GtkWidget *label)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

/* The first visible window of a type, or NULL. */
static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (window))
        return window; /* the list keeps it */
    }

  return NULL;
}

static GtkWidget *
wait_for_window (GType type)
{
  GtkWidget *window;

  while ((window = find_window (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return window;
}

static void
close_issue (Fixture *fixture)
{
  static const struct
  {
    GgovIssueMove  move;
    const char    *when;
  } steps[] = {
    { GGOV_ISSUE_DISPATCH, "2026-03-02T11:00" }, { GGOV_ISSUE_ACCEPT, "2026-03-02T12:00" },
    { GGOV_ISSUE_REPORT_BACK, "2026-03-03T09:00" }, { GGOV_ISSUE_VERIFY_PASS, "2026-03-04T09:00" },
    { GGOV_ISSUE_CLOSE, "2026-03-04T10:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const GgovIssueStep step = {
        .issue_id = fixture->issue, .row_version = -1, .move = steps[i].move, .note = "Done",
        .at = board_office_time (steps[i].when),
      };
      g_autoptr(GError) error = NULL;

      board_office_move (fixture->store, &step, &error);
      g_assert_no_error (error);
    }
}

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
  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_CREATE, "2026-03-31");
  while (ggov_window_get_session (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  fixture->store = ggov_session_get_store (ggov_window_get_session (fixture->window));
  board_office_found (fixture->store, &fixture->office);
  fixture->issue = board_office_file (fixture->store, "C0101", "noise", fixture->office.grid[0],
                                      "2026-03-02T10:00");
  board_office_file (fixture->store, "C0101", "dust", fixture->office.grid[0], "2026-03-03T10:00");
  close_issue (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-indicators", NULL);
  fixture->judged = wait_for_window (GGOV_TYPE_INDICATORS_WINDOW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  release_and_wait (fixture->window);
  g_application_quit (G_APPLICATION (fixture->app));
  g_object_unref (fixture->app);

  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

/* A number opens as many issues as it says. */
static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *list;

  press (wait_for_label (fixture->judged, "50.00 %\n1 / 2"));
  list = wait_for_window (GGOV_TYPE_LIST_DIALOG);
  while (ggov_list_dialog_get_rows (GGOV_LIST_DIALOG (list)) == NULL ||
         g_list_model_get_n_items (ggov_list_dialog_get_rows (GGOV_LIST_DIALOG (list))) != 1)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (list));
}

/* The first widget of a type in another, which has it. */
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

/* From the row of the first community to the board, which the other community's issue is not on. */
static void
test_board (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *list, *board = NULL;
  GgovIssueFilter filter;

  board_office_file (fixture->store, "C0101", "far away", fixture->office.grid[1],
                     "2026-03-04T10:00");
  wait_for_label (fixture->judged, "33.33 %\n1 / 3");
  press (wait_for_label (fixture->judged, "50.00 %\n1 / 2"));
  list = wait_for_window (GGOV_TYPE_LIST_DIALOG);
  press (wait_for_label (list, "Show on the Board"));
  while ((board = find_type (GTK_WIDGET (fixture->window), GGOV_TYPE_BOARD_FILTER)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  do
    g_main_context_iteration (NULL, TRUE);
  while (!ggov_board_filter_read (GGOV_BOARD_FILTER (board), 1, &filter));
  g_assert_cmpint (filter.community_id, ==, fixture->office.community[0]);
}

/* Days of one's own: the first issue was due on the 5th, the second on the 6th. */
static void
test_own_days (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *choice = find_type (fixture->judged, GTK_TYPE_DROP_DOWN);
  GtkWidget *first = find_type (fixture->judged, GGOV_TYPE_DAY_BUTTON);
  GtkWidget *last = first;

  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (first)));
  do
    last = gtk_widget_get_next_sibling (last);
  while (!GGOV_IS_DAY_BUTTON (last));
  ggov_day_button_set_day (GGOV_DAY_BUTTON (first), "2026-03-05");
  ggov_day_button_set_day (GGOV_DAY_BUTTON (last), "2026-03-05");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 4);
  wait_for_label (fixture->judged, "100.00 %\n1 / 1");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (first)));

  /* The later day is the last, whichever was chosen for it. */
  ggov_day_button_set_day (GGOV_DAY_BUTTON (first), "2026-03-06");
  wait_for_label (fixture->judged, "50.00 %\n1 / 2");
}

/* It can be closed; and no window of an office outlives it. */
static void
test_closing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->dir, "other.gridgov", NULL);
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (fixture->judged, "window.close", NULL);
  g_assert_null (find_window (GGOV_TYPE_INDICATORS_WINDOW));

  gtk_widget_activate_action (window, "win.show-indicators", NULL);
  gtk_widget_activate_action (window, "win.show-case-types", NULL);
  gtk_widget_activate_action (window, "win.show-calendar", NULL);
  g_assert_null (gtk_window_get_transient_for (
    GTK_WINDOW (wait_for_window (GGOV_TYPE_INDICATORS_WINDOW))));
  wait_for_window (GGOV_TYPE_CASE_TYPES_WINDOW);
  wait_for_window (GGOV_TYPE_CALENDAR_WINDOW);

  ggov_window_open (fixture->window, other, GGOV_STORE_CREATE, "2026-03-31");
  do
    g_main_context_iteration (NULL, TRUE);
  while (ggov_window_get_session (fixture->window) == NULL ||
         ggov_session_get_store (ggov_window_get_session (fixture->window)) == fixture->store);
  g_assert_null (find_window (GGOV_TYPE_INDICATORS_WINDOW));
  g_assert_null (find_window (GGOV_TYPE_CASE_TYPES_WINDOW));
  g_assert_null (find_window (GGOV_TYPE_CALENDAR_WINDOW));
}

/* Not satisfied, by a button: the issue is back in work and the list is empty. */
static void
test_call (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GgovIssueDetails) details = NULL;
  GtkWidget *days;

  ggov_indicators_window_choose (GGOV_INDICATORS_WINDOW (fixture->judged), "follow-up");
  wait_for_label (fixture->judged, "1 call is to be made");

  /* It was closed 27 days ago. */
  days = find_type (find_type (fixture->judged, GGOV_TYPE_FOLLOW_UP_LIST), GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (days), 26);
  wait_for_label (fixture->judged, "No call is to be made.");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (days), 27);
  wait_for_label (fixture->judged, "1 call is to be made");
  press (wait_for_label (fixture->judged, "2 Not satisfied"));
  wait_for_label (fixture->judged, "No call is to be made.");

  details = board_office_get (fixture->store, fixture->issue);
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->state.stage, ==, GGOV_ISSUE_HANDLED);
}

static void
test_replay (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *years = wait_for_label (fixture->judged, "Issues of the year");

  ggov_indicators_window_choose (GGOV_INDICATORS_WINDOW (fixture->judged), "replay");
  press (wait_for_label (gtk_widget_get_parent (years), "Replay"));
  /* Last year there was nothing. */
  wait_for_label (fixture->judged,
                  "Of 0 issues 0 were late; 0 would have been (0 more, 0 fewer).");
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

#define ADD(name, function) \
  g_test_add ("/ui/indicators-window/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("number", test_number);
  ADD ("board", test_board);
  ADD ("own-days", test_own_days);
  ADD ("closing", test_closing);
  ADD ("call", test_call);
  ADD ("replay", test_replay);

  return g_test_run ();
}
