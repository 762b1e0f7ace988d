/* test-case-types-window.c: the window of case types, on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-office.h"
#include "form-window.h"
#include "ggov-case-types-window.h"
#include "ggov-store-case-types.h"
#include "ggov-window.h"

#define TODAY "2026-03-02"

typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
  GgovStore       *store; /* (unowned) */
  GtkWidget       *types; /* (unowned) */
} Fixture;

static GListModel *
get_rows (Fixture *fixture)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (form_window_find (fixture->types, "column_view"));

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

static void
wait_for_rows (Fixture *fixture,
               guint    n)
{
  while (g_list_model_get_n_items (get_rows (fixture)) != n)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the type that holds on the day has the limit. */
static void
wait_for_limit (Fixture    *fixture,
                const char *code,
                const char *limit)
{
  const GgovCaseTypeFilter filter = { .text = code };
  gboolean is_there = FALSE;

  while (!is_there)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GListModel) rows = NULL;
      g_autoptr(GgovCaseTypeVersion) version = NULL;

      ggov_store_list_case_types_async (fixture->store, &filter, TODAY, NULL, keep_result, &result);
      rows = ggov_store_list_case_types_finish (fixture->store, wait_for (&result), NULL);
      version = g_list_model_get_item (rows, 0);
      is_there = g_str_equal (ggov_case_type_version_get_record (version)->limit_text, limit);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  BoardOffice office;

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
  board_office_found (fixture->store, &office);
  board_office_file (fixture->store, "C0101", "Noise", office.grid[0], "2026-03-02T10:00");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-case-types", NULL);
  fixture->types = form_window_wait (GGOV_TYPE_CASE_TYPES_WINDOW);
  wait_for_rows (fixture, 99);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->types));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  release_and_wait (fixture->window);
  g_application_quit (G_APPLICATION (fixture->app));
  g_object_unref (fixture->app);

  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEditable *entry = GTK_EDITABLE (form_window_find (fixture->types, "search_entry"));
  GtkDropDown *lanes = GTK_DROP_DOWN (form_window_find (fixture->types, "lane_drop"));
  GtkStack *stack = GTK_STACK (form_window_find (fixture->types, "stack"));

  g_assert_nonnull (entry);
  gtk_editable_set_text (entry, "feixian");
  wait_for_rows (fixture, 1);
  gtk_drop_down_set_selected (lanes, 3);
  wait_for_rows (fixture, 0);
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "empty") != 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (entry, "");
  wait_for_rows (fixture, 27);
}

/* A limit of zero is refused in the form, which stays; what can be is saved, and undone. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *form;

  gtk_editable_set_text (GTK_EDITABLE (form_window_find (fixture->types, "search_entry")), "C0101");
  wait_for_rows (fixture, 1);
  while (!gtk_widget_activate_action (fixture->types, "types.edit", NULL))
    g_main_context_iteration (NULL, TRUE);
  form = form_window_wait (GGOV_TYPE_FORM_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (form_window_find_row (form, "Type code")));

  form_window_write (form, "Time limit", "0d");
  form_window_refuse (form, "The limit is at least one hour or day, such as 4h, 7d or 3cd.");
  form_window_write (form, "Time limit", "6d");
  form_window_accept (form);
  wait_for_limit (fixture, "C0101", "6d");

  gtk_widget_activate_action (fixture->types, "win.undo", NULL);
  wait_for_limit (fixture, "C0101", "3d");
}

static void
test_withdraw (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *form, *ended = form_window_find (fixture->types, "ended_button");

  gtk_editable_set_text (GTK_EDITABLE (form_window_find (fixture->types, "search_entry")), "E0201");
  wait_for_rows (fixture, 1);
  while (!gtk_widget_activate_action (fixture->types, "types.withdraw", NULL))
    g_main_context_iteration (NULL, TRUE);
  form = form_window_wait (GGOV_TYPE_FORM_DIALOG);
  gtk_widget_activate_action (form, "dialog.accept", NULL);
  wait_for_rows (fixture, 0);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ended), TRUE);
  wait_for_rows (fixture, 1);
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

#define ADD(path, func) \
  g_test_add ("/ui/case-types/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("search", test_search);
  ADD ("change", test_change);
  ADD ("withdraw", test_withdraw);

  return g_test_run ();
}
