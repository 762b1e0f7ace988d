/* test-print-window.c: the window of papers worked on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ggov-application.h"
#include "ggov-press.h"
#include "ggov-print-window.h"
#include "ggov-store-register.h"
#include "pdf-words.h"
#include "roster-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"
#define PHONE "12512345678"
/* Long enough for a machine that is busy with other things. */
#define PATIENCE_S 30

typedef struct
{
  StoreFixture     base;
  RosterOffice     office;
  GgovApplication *app;
  GgovSession     *session;
  GgovPrintWindow *window;
} Fixture;

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* The one that is shown and has the type; NULL if there is none. */
static GtkWidget *
find_shown (GtkWidget *top,
            GType      type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (top))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, type);

  return found;
}

static gboolean
says (GtkWidget  *top,
      const char *text)
{
  gboolean does = GTK_IS_LABEL (top) && gtk_widget_get_mapped (top) &&
                  g_str_equal (gtk_label_get_text (GTK_LABEL (top)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (top); child && !does;
       child = gtk_widget_get_next_sibling (child))
    does = says (child, text);

  return does;
}

static gboolean
shows_page (Fixture *fixture)
{
  GtkWidget *picture = find_shown (GTK_WIDGET (fixture->window), GTK_TYPE_PICTURE);

  return picture && gtk_picture_get_paintable (GTK_PICTURE (picture)) &&
         ggov_print_window_get_n_pages (fixture->window) > 0;
}

static gboolean
is_empty (Fixture *fixture)
{
  return says (GTK_WIDGET (fixture->window), "No post is held there on that day. Check the place, "
               "the words and the day.");
}

static gboolean
has_told (Fixture *fixture)
{
  return says (GTK_WIDGET (fixture->window), "Written: 1 page");
}

static void
wait_until (Fixture   *fixture,
            gboolean (*question) (Fixture *fixture))
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  guint ticker = g_timeout_add (20, tick_cb, NULL);

  while (!question (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);

  g_assert_true (question (fixture));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  fixture->app = ggov_application_new ();
  fixture->session = ggov_session_new (fixture->base.store, TODAY);
  fixture->window = g_object_ref (ggov_print_window_new (NULL, fixture->session));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  release_and_wait (fixture->window);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->app);
  store_fixture_tear_down (&fixture->base, data);
}

/* The first paper is shown at once, and written as it is shown. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.dir, "paper.pdf", NULL);
  g_autofree char *text = NULL;

  wait_until (fixture, shows_page);
  g_assert_cmpuint (ggov_print_window_get_n_pages (fixture->window), ==, 1);
  ggov_print_window_write (fixture->window, path);
  wait_until (fixture, has_told);

  if ((text = pdf_ask (path, "pdftotext", "-layout")))
    g_assert_nonnull (strstr (text, "白桦"));
}

/* What is on the paper that is shown. */
static char *
read_shown (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->base.dir, "shown.pdf", NULL);

  if (!shows_page (fixture))
    return g_strdup ("");

  g_unlink (path);
  ggov_print_window_write (fixture->window, path);
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);

  return pdf_ask (path, "pdftotext", "-layout");
}

static gboolean
is_of_grid (Fixture *fixture)
{
  g_autofree char *text = read_shown (fixture);

  return text == NULL || (strstr (text, "青松") && strstr (text, "白桦") == NULL);
}

static gboolean
is_comparison (Fixture *fixture)
{
  g_autofree char *text = read_shown (fixture);

  return text == NULL || strstr (text, "Grids before and after");
}

/* What a page asks for is what is shown. */
static void
test_wishes (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto(GVariantDict) grid = G_VARIANT_DICT_INIT (NULL);
  g_auto(GVariantDict) past = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) wishes = NULL, others = NULL;

  g_variant_dict_insert (&grid, "place", "s", "150203005001001");
  wishes = g_variant_ref_sink (g_variant_dict_end (&grid));
  ggov_print_window_choose (fixture->window, "roster", wishes);
  wait_until (fixture, is_of_grid);

  g_variant_dict_insert (&past, "day", "s", "1999-01-01");
  others = g_variant_ref_sink (g_variant_dict_end (&past));
  ggov_print_window_choose (fixture->window, "roster", others);
  wait_until (fixture, is_empty);
  g_assert_cmpuint (ggov_print_window_get_n_pages (fixture->window), ==, 0);
}

/* Of the papers that there are a window holds some. */
static gboolean
has_chosen_in_sight (Fixture *fixture)
{
  GtkWidget *list = find_shown (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));
  GtkWidget *port = gtk_widget_get_ancestor (list, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (row), port, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (port);
}

/* A paper of one of several records: the first is chosen. */
static void
test_records (Fixture       *fixture,
              gconstpointer  data)
{
  wait_until (fixture, shows_page);
  ggov_print_window_choose (fixture->window, "plan-comparison", NULL);
  wait_until (fixture, is_comparison);
  wait_until (fixture, has_chosen_in_sight);
}

/* A page is as large as it goes into the room, and a paper that is no more has none. */
/* What is masked is whole once it is said why. */

static gboolean
is_whole (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->base.dir, "own.pdf", NULL);
  g_autofree char *text = NULL;
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  if (!shows_page (fixture))
    return FALSE;

  ggov_print_window_write (fixture->window, path);
  while (!g_file_test (path, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  text = pdf_ask (path, "pdftotext", "-layout");
  g_unlink (path);

  return text && strstr (text, PHONE);
}

static void
test_reason (Fixture       *fixture,
             gconstpointer  data)
{
  const GgovRegisterMember member = { .name = "王建", .phone = PHONE, .living = TRUE };
  const GgovRegisterAct act = { .deed = GGOV_REGISTER_MOVE_IN, .day = TODAY, .door = "501",
                                .unit_id = fixture->office.units[0], .members = &member,
                                .n_members = 1 };
  g_autoptr(GAsyncResult) moved = NULL;
  gint64 person = 0;
  GVariantDict wishes;
  GtkWidget *entry;

  ggov_store_register_async (fixture->base.store, &act, NULL, keep_result, &moved);
  g_assert_true (ggov_store_register_finish (fixture->base.store, wait_for (&moved), NULL, NULL,
                                             &person, NULL));
  g_variant_dict_init (&wishes, NULL);
  g_variant_dict_insert (&wishes, "record", "x", person);
  ggov_print_window_choose (fixture->window, "own-data", g_variant_dict_end (&wishes));
  wait_until (fixture, shows_page);
  g_assert_false (is_whole (fixture));

  entry = find_shown (GTK_WIDGET (fixture->window), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "本人申请");
  g_signal_emit_by_name (entry, "activate");
  wait_until (fixture, is_whole);
}

static void
test_press (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovPress) press = ggov_press_new ();
  g_autoptr(GgovPaperOptions) options = ggov_paper_options_new (TODAY, 0);
  g_autoptr(GAsyncResult) read = NULL, made = NULL, wide = NULL, whole = NULL, none = NULL;
  g_autoptr(GgovPaper) paper = NULL;
  g_autoptr(GdkTexture) width = NULL, page = NULL;
  g_autoptr(GError) error = NULL;

  ggov_paper_read_async (fixture->base.store, ggov_paper_find_kind ("roster"), options, NULL,
                         keep_result, &read);
  paper = ggov_paper_read_finish (fixture->base.store, wait_for (&read), &error);
  g_assert_no_error (error);
  ggov_press_set_paper_async (press, paper, NULL, keep_result, &made);
  g_assert_cmpuint (ggov_press_set_paper_finish (press, wait_for (&made), &error), ==, 1);

  /* A4: 210 by 297 mm. */
  ggov_press_draw_async (press, 0, 420, 0, NULL, keep_result, &wide);
  width = ggov_press_draw_finish (press, wait_for (&wide), &error);
  g_assert_cmpint (gdk_texture_get_width (width), ==, 420);
  g_assert_cmpint (gdk_texture_get_height (width), ==, 594);
  ggov_press_draw_async (press, 0, 420, 297, NULL, keep_result, &whole);
  page = ggov_press_draw_finish (press, wait_for (&whole), &error);
  g_assert_cmpint (gdk_texture_get_width (page), ==, 210);
  g_assert_cmpint (gdk_texture_get_height (page), ==, 297);

  ggov_press_draw_async (press, 1, 420, 0, NULL, keep_result, &none);
  g_assert_null (ggov_press_draw_finish (press, wait_for (&none), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ui/print/write", test_write);
  ADD ("/ui/print/wishes", test_wishes);
  ADD ("/ui/print/records", test_records);
  ADD ("/ui/print/reason", test_reason);
  ADD ("/ui/print/press", test_press);
#undef ADD

  return g_test_run ();
}
