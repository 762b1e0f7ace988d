/* test-window.c: the window and its pages, made and unmade on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "ggov-error-text.h"
#include "ggov-map-canvas.h"
#include "ggov-points-page.h"
#include "ggov-search-box.h"
#include "ggov-start-page.h"
#include "ggov-store-error.h"
#include "ggov-window.h"
#include "ggov-write-founding.h"
#include "store-fixture.h"

static const char *page_names[] = { "overview", "map", "roster", "issues", "points", "changes" };

typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
} Fixture;

static gboolean
found_office (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  return ggov_change_found_office (change, "150203005", "青松街道", "2025-01-01", error) != 0;
}

static gint64
count_changes (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  /* A change that writes nothing has no number; one that does has the next. */
  ggov_store_change_async (store, "Test", "", found_office, NULL, NULL, NULL, keep_result, &result);
  ggov_store_change_finish (store, wait_for (&result), &id, NULL);

  return id;
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
}

static void
run_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
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

static GgovStore *
open_office (Fixture *fixture)
{
  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_CREATE, "2026-03-31");
  while (ggov_window_get_session (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ggov_session_get_store (ggov_window_get_session (fixture->window));
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  GgovSession *session;

  open_office (fixture);
  session = ggov_window_get_session (fixture->window);
  g_assert_cmpstr (ggov_session_get_today (session), ==, "2026-03-31");
  g_assert_cmpstr (ggov_window_get_path (fixture->window), ==, fixture->path);

  for (gsize i = 0; i < G_N_ELEMENTS (page_names); i++)
    {
      ggov_window_show_page (fixture->window, page_names[i]);
      run_loop ();
    }

  /* Pages that were made have to live through the office going away, and another coming. */
  ggov_window_show_welcome (fixture->window);
  g_assert_null (ggov_window_get_session (fixture->window));
  run_loop ();
  open_office (fixture);
  run_loop ();
}

static GtkWidget *
find_page (GtkWidget *top,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_page (child, type);

      if (found)
        return found;
    }

  return NULL;
}

static void
set_true (gboolean *over)
{
  *over = TRUE;
}

static void
count_up (guint *n)
{
  ++*n;
}

static void
run_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add_once (ms, (GSourceOnceFunc) set_true, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Neither what turns while a page is read, nor a place to go to that nobody sees yet, is a reason to
 * draw frame after frame. */
static void
test_hidden_map (Fixture       *fixture,
                 gconstpointer  data)
{
  const GgovGeoBounds town = { 109.7, 40.5, 109.8, 40.6 };
  GdkFrameClock *clock;
  GtkWidget *canvas;
  guint n_frames = 0;

  /* As where opening takes long. */
  ggov_window_show_welcome (fixture->window);
  ggov_start_page_show_opening (GGOV_START_PAGE (find_page (GTK_WIDGET (fixture->window),
                                                            GGOV_TYPE_START_PAGE)));
  open_office (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (page_names); i++)
    {
      ggov_window_show_page (fixture->window, page_names[i]);
      run_for (200);
    }
  canvas = find_page (GTK_WIDGET (fixture->window), GGOV_TYPE_MAP_CANVAS);
  ggov_window_show_page (fixture->window, "overview");
  run_for (500);
  g_assert_false (gtk_widget_get_mapped (canvas));

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  g_signal_connect_swapped (clock, "update", G_CALLBACK (count_up), &n_frames);
  ggov_map_canvas_show_bounds (GGOV_MAP_CANVAS (canvas), &town, 17);
  run_for (1000);
  g_signal_handlers_disconnect_by_data (clock, &n_frames);
  g_test_message ("%u frames", n_frames);
  g_assert_cmpuint (n_frames, <, 5);
}

/* A page may outlive its window, while an answer is on its way; the store is closed by then. */
static void
test_closing (Fixture       *fixture,
              gconstpointer  data)
{
  GgovWindow *window = ggov_window_new (fixture->app);
  g_autoptr(GgovSession) session = NULL;
  g_autoptr(GtkWidget) page = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  ggov_window_open (window, fixture->path, GGOV_STORE_CREATE, "2026-03-31");
  while (ggov_window_get_session (window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  ggov_window_show_page (window, "points");
  page = g_object_ref (find_page (GTK_WIDGET (window), GGOV_TYPE_POINTS_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));
  while (window)
    g_main_context_iteration (NULL, TRUE);

  g_object_get (page, "session", &session, NULL);
  g_assert_null (session);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  GgovStore *store = open_office (fixture);
  GtkWidget *widget = GTK_WIDGET (fixture->window);
  gint64 id = write_change (store, found_office, NULL);

  /* The office is founded: founding it again contradicts its code. */
  g_assert_cmpint (count_changes (store), ==, 0);

  gtk_widget_activate_action (widget, "win.announce-change", "(sx)", "Office founded", id);
  gtk_widget_activate_action (widget, "win.undo", NULL);
  run_loop ();
  g_assert_cmpint (count_changes (store), ==, id + 2);

  /* What was done since stands in the way of doing it again, and nothing is written. */
  gtk_widget_activate_action (widget, "win.redo", NULL);
  run_loop ();
  g_assert_cmpint (count_changes (store), ==, 0);
}

static void
test_open_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_NONE, NULL);
  run_loop ();
  g_assert_null (ggov_window_get_session (fixture->window));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (fixture->path, "Minutes of the meeting", -1, NULL));
  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_NONE, NULL);
  run_loop ();
  g_assert_null (ggov_window_get_session (fixture->window));

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  open_office (fixture);
}

static void
test_error_text (void)
{
  g_autoptr(GError) store_error = g_error_new_literal (GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                                                       "The post is taken.");
  g_autoptr(GError) missing = g_error_new_literal (GGOV_STORE_ERROR, GGOV_STORE_ERROR_MISSING,
                                                   "no such file");
  g_autoptr(GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  g_autofree char *a = ggov_error_dup_sentence (store_error);
  g_autofree char *b = ggov_error_dup_sentence_about (missing, "/tmp/a.gridgov");
  g_autofree char *c = ggov_error_dup_sentence (cancelled);

  g_assert_cmpstr (a, ==, "The post is taken.");
  g_assert_cmpstr (b, ==,
                   "There is no file “/tmp/a.gridgov”. Choose another office, or make a new one.");
  g_assert_cmpstr (c, ==, "Cancelled; nothing was changed.");
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

  g_test_add ("/ui/window/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/ui/window/closing", Fixture, NULL, set_up, test_closing, tear_down);
  g_test_add ("/ui/window/hidden-map", Fixture, NULL, set_up, test_hidden_map, tear_down);
  g_test_add ("/ui/window/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/ui/window/open-errors", Fixture, NULL, set_up, test_open_errors, tear_down);
  g_test_add_func ("/ui/error-text/sentences", test_error_text);

  return g_test_run ();
}
