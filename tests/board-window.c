/* board-window.c: the program with the board of a small office before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-window.h"
#include "ggov-board-page.h"
#include "ggov-settings.h"

static const char *const kept[] = { "board-columns", "board-grouping", "board-order", "board-view" };

GtkWidget *
board_window_find (GtkWidget  *widget,
                   GType       type,
                   const char *id)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (id == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = board_window_find (child, type, id);

      if (found)
        return found;
    }

  return NULL;
}

GgovBoardColumn *
board_window_find_column (BoardWindow    *fixture,
                          GgovIssueStage  stage)
{
  GtkWidget *box = board_window_find (fixture->page, GTK_TYPE_BOX, "column_box");

  for (GtkWidget *child = gtk_widget_get_first_child (box); child;
       child = gtk_widget_get_next_sibling (child))
    if (ggov_board_column_get_stage (GGOV_BOARD_COLUMN (child)) == stage)
      return GGOV_BOARD_COLUMN (child);

  g_assert_not_reached ();
}

GgovIssue *
board_window_wait_for_stage (BoardWindow    *fixture,
                             gint64          id,
                             GgovIssueStage  stage)
{
  GgovIssue *issue;

  while ((issue = ggov_board_column_find (board_window_find_column (fixture, stage), id)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return issue;
}

void
board_window_wait_for_view (BoardWindow *fixture,
                            const char  *name)
{
  GtkStack *stack = GTK_STACK (board_window_find (fixture->page, GTK_TYPE_STACK, "stack"));

  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
forget_settings (void)
{
  g_autoptr(GSettings) settings = ggov_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_settings_reset (settings, kept[i]);
}

void
board_window_set_up (BoardWindow   *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  forget_settings ();
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
  fixture->page = board_window_find (GTK_WIDGET (fixture->window), GGOV_TYPE_BOARD_PAGE, NULL);
  g_assert_nonnull (fixture->page);
}

void
board_window_tear_down (BoardWindow   *fixture,
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

gint64
board_window_file (BoardWindow *fixture)
{
  gint64 id = board_office_file (fixture->store, "C0101", "Noise", fixture->office.grid[0],
                                 "2026-03-02T10:00");

  board_window_wait_for_stage (fixture, id, GGOV_ISSUE_FILED);

  return id;
}

void
board_window_press (BoardWindow *fixture,
                    const char  *key)
{
  GtkWidget *box = board_window_find (fixture->page, GTK_TYPE_BOX, "column_box");
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

static GtkWindow *
find_dialog (BoardWindow *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      /* The window of shortcuts is there all the time, but not to be seen. */
      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window) &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

GtkWindow *
board_window_wait_dialog (BoardWindow *fixture)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog (fixture)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return dialog;
}

void
board_window_wait_no_dialog (BoardWindow *fixture)
{
  while (find_dialog (fixture))
    g_main_context_iteration (NULL, TRUE);
}
