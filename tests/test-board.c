/* test-board.c: the board of issues, moved about on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "board-office.h"
#include "ggov-board-column.h"
#include "ggov-board-page.h"
#include "ggov-local-time.h"
#include "ggov-store-clock.h"
#include "ggov-window.h"

typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
  GgovStore       *store; /* (unowned) */
  GtkWidget       *page;
  BoardOffice      office;
} Fixture;

/* Finds the first descendant of a type, or the one whose buildable id is given. */
static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *id)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (id == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, id);

      if (found)
        return found;
    }

  return NULL;
}

static GgovBoardColumn *
find_column (Fixture        *fixture,
             GgovIssueStage  stage)
{
  GtkWidget *box = find_widget (fixture->page, GTK_TYPE_BOX, "column_box");

  for (GtkWidget *child = gtk_widget_get_first_child (box); child;
       child = gtk_widget_get_next_sibling (child))
    if (ggov_board_column_get_stage (GGOV_BOARD_COLUMN (child)) == stage)
      return GGOV_BOARD_COLUMN (child);

  g_assert_not_reached ();
}

/* Until the board shows the issue there; the test's time limit ends what never comes. */
static GgovIssue *
wait_for_stage (Fixture        *fixture,
                gint64          id,
                GgovIssueStage  stage)
{
  GgovIssue *issue;

  while ((issue = ggov_board_column_find (find_column (fixture, stage), id)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return issue;
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
  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_CREATE, "2026-03-03");
  while (ggov_window_get_session (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  fixture->store = ggov_session_get_store (ggov_window_get_session (fixture->window));
  board_office_found (fixture->store, &fixture->office);
  ggov_window_show_page (fixture->window, "issues");
  fixture->page = find_widget (GTK_WIDGET (fixture->window), GGOV_TYPE_BOARD_PAGE, NULL);
  g_assert_nonnull (fixture->page);
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

/* Three working days from Monday 2 March. */
static gint64
file_issue (Fixture *fixture)
{
  gint64 id = board_office_file (fixture->store, "C0101", "Noise", fixture->office.grid[0],
                                 "2026-03-02T10:00");

  wait_for_stage (fixture, id, GGOV_ISSUE_FILED);

  return id;
}

static void
test_action (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = file_issue (fixture);

  gtk_widget_activate_action (fixture->page, "board.move", "(xs)", id, "dispatch");
  wait_for_stage (fixture, id, GGOV_ISSUE_DISPATCHED);
  g_assert_null (ggov_board_column_find (find_column (fixture, GGOV_ISSUE_FILED), id));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for_stage (fixture, id, GGOV_ISSUE_FILED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  wait_for_stage (fixture, id, GGOV_ISSUE_DISPATCHED);
}

/* Does what a key of the columns does. */
static void
press (Fixture    *fixture,
       const char *key)
{
  GtkWidget *box = find_widget (fixture->page, GTK_TYPE_BOX, "column_box");
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (box);
  g_autoptr(GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (shortcuts)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (shortcuts), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, box, NULL);
              return;
            }
        }
    }

  g_error ("Nothing is done by %s", key);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = file_issue (fixture);

  gtk_widget_activate_action (fixture->page, "board.select-issue", "x", id);
  press (fixture, "<Control>Right");
  wait_for_stage (fixture, id, GGOV_ISSUE_DISPATCHED);

  /* The issue stays the chosen one, so that the next key goes on with it. */
  press (fixture, "<Control>Right");
  wait_for_stage (fixture, id, GGOV_ISSUE_HANDLED);
  g_assert_true (ggov_board_column_get_selected (find_column (fixture, GGOV_ISSUE_HANDLED)) ==
                 wait_for_stage (fixture, id, GGOV_ISSUE_HANDLED));
}

static gboolean
drop (Fixture        *fixture,
      GgovIssue      *issue,
      GgovIssueStage  stage)
{
  GtkWidget *column = GTK_WIDGET (find_column (fixture, stage));
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (column);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GGOV_TYPE_ISSUE);
  g_value_set_object (&value, issue);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) target = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (target))
        g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
    }

  return taken;
}

static gboolean
is_marked (Fixture        *fixture,
           GgovIssueStage  stage,
           const char     *css_class)
{
  return gtk_widget_has_css_class (GTK_WIDGET (find_column (fixture, stage)), css_class);
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = file_issue (fixture);
  GgovIssue *issue = wait_for_stage (fixture, id, GGOV_ISSUE_FILED);
  g_autoptr(GgovIssueDetails) details = NULL;

  gtk_widget_activate_action (fixture->page, "board.show-targets", "x", id);
  g_assert_true (is_marked (fixture, GGOV_ISSUE_DISPATCHED, "target"));
  g_assert_true (is_marked (fixture, GGOV_ISSUE_COLLECTED, "target"));
  g_assert_true (is_marked (fixture, GGOV_ISSUE_CLOSED, "no-target"));
  g_assert_false (is_marked (fixture, GGOV_ISSUE_FILED, "no-target"));
  gtk_widget_activate_action (fixture->page, "board.hide-targets", NULL);
  g_assert_false (is_marked (fixture, GGOV_ISSUE_CLOSED, "no-target"));

  /* No single step leads to the closed ones: nothing is written. */
  g_assert_true (drop (fixture, issue, GGOV_ISSUE_CLOSED));
  details = board_office_get (fixture->store, id);
  g_assert_cmpuint (details->events->len, ==, 1);

  g_assert_true (drop (fixture, issue, GGOV_ISSUE_DISPATCHED));
  wait_for_stage (fixture, id, GGOV_ISSUE_DISPATCHED);
}

static void
wait_for_state (Fixture    *fixture,
                const char *name)
{
  GtkStack *stack = GTK_STACK (find_widget (fixture->page, GTK_TYPE_STACK, "stack"));

  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEditable *text = GTK_EDITABLE (find_widget (fixture->page, GTK_TYPE_SEARCH_ENTRY, "text"));

  wait_for_state (fixture, "empty");
  file_issue (fixture);
  wait_for_state (fixture, "board");
  gtk_editable_set_text (text, "something else");
  wait_for_state (fixture, "nothing");
  gtk_widget_activate_action (fixture->page, "board.clear-filter", NULL);
  wait_for_state (fixture, "board");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "");
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = file_issue (fixture);
  GtkWidget *flap = find_widget (fixture->page, ADW_TYPE_FLAP, "flap");
  GtkWidget *title = find_widget (adw_flap_get_flap (ADW_FLAP (flap)), GTK_TYPE_LABEL, "title");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-record", "(sx)", "issue", id);
  while (g_strcmp0 (gtk_label_get_label (GTK_LABEL (title)), "Noise") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (flap)));

  gtk_widget_activate_action (fixture->page, "board.close-issue", NULL);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (flap)));
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 id = file_issue (fixture);
  GtkWidget *column = GTK_WIDGET (find_column (fixture, GGOV_ISSUE_FILED));
  GtkWidget *list = find_widget (column, GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *row = gtk_widget_get_first_child (list);
  g_autofree char *label =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        "2026-00001, Noise, Filed, 2 days left");

  /* From Tuesday to Thursday; the function answers with what it found instead. */
  g_assert_cmpint (id, >, 0);
  g_assert_cmpstr (label, ==, NULL);
}

/* Whether what is read aloud of the first card of a column ends so. */
static gboolean
is_told (Fixture        *fixture,
         GgovIssueStage  stage,
         const char     *label)
{
  GtkWidget *list = find_widget (GTK_WIDGET (find_column (fixture, stage)), GTK_TYPE_LIST_VIEW,
                                 NULL);
  GtkWidget *row = gtk_widget_get_first_child (list);
  g_autofree char *other =
    row ? gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              label)
        : NULL;

  return row && other == NULL;
}

static void
wait_until_told (Fixture        *fixture,
                 GgovIssueStage  stage,
                 const char     *label)
{
  while (!is_told (fixture, stage, label))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_own_day (Fixture    *fixture,
             const char *date,
             const char *name)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  int day;

  g_assert_true (ggov_local_day_parse (date, &day, NULL));
  ggov_store_set_own_day_async (fixture->store, day, GGOV_DAY_HOLIDAY, name, NULL, NULL,
                                keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

/* Three working days from Monday 2 March are over on the 5th; without the 4th and 5th on Monday
 * the 9th, of which the pane tells by the same days. */
static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = file_issue (fixture);
  GtkWidget *flap = find_widget (fixture->page, ADW_TYPE_FLAP, "flap");
  GtkWidget *expander = find_widget (adw_flap_get_flap (ADW_FLAP (flap)), GTK_TYPE_EXPANDER,
                                     "expander");
  GtkWidget *explanation = gtk_expander_get_child (GTK_EXPANDER (expander));

  gtk_widget_activate_action (fixture->page, "board.select-issue", "x", id);
  press (fixture, "<Control>e");
  while (!gtk_expander_get_expanded (GTK_EXPANDER (expander)))
    g_main_context_iteration (NULL, TRUE);
  set_own_day (fixture, "2026-03-04", "Moving house");
  set_own_day (fixture, "2026-03-05", "Moving house");
  wait_until_told (fixture, GGOV_ISSUE_FILED, "2026-00001, Noise, Filed, 6 days left");
  while (strstr (gtk_label_get_label (GTK_LABEL (explanation)),
                 "2026-03-04 – 2026-03-05: Moving house, not counted") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Three working days from Wednesday 30 December 2026, of a year that nothing is announced of:
 * Monday 4 January, 307 days from 3 March. */
static void
test_provisional (Fixture       *fixture,
                  gconstpointer  data)
{
  board_office_file (fixture->store, "C0101", "Noise", fixture->office.grid[0],
                     "2026-12-30T10:00");
  wait_until_told (fixture, GGOV_ISSUE_FILED,
                   "2026-00001, Noise, Filed, 307 days left, provisional");
}

#define ADD(name, func) g_test_add ("/ui/board/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's own record of what a screen reader would be told. */
  g_setenv ("GTK_A11Y", "test", TRUE);

  /* Without isolated folders: the system's know what an icon is. Settings are kept in memory. */
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display, and no xvfb-run that would make one\n");
      return 0;
    }

  ADD ("action", test_action);
  ADD ("keys", test_keys);
  ADD ("drop", test_drop);
  ADD ("states", test_states);
  ADD ("details", test_details);
  ADD ("accessible", test_accessible);
  ADD ("clock", test_clock);
  ADD ("provisional", test_provisional);

  return g_test_run ();
}
