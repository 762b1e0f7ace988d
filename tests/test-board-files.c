/* test-board-files.c: the board's issues as words for a chat group, as a file, and by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "board-window.h"
#include "ggov-board-filter.h"
#include "ggov-form-dialog.h"

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                   g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, text);

  return found;
}

static void
wait_for_words (BoardWindow *fixture,
                const char  *text)
{
  while (!says (GTK_WIDGET (fixture->window), text))
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer full): what is on the clipboard, once it has a word in it. */
static char *
wait_for_clipboard (BoardWindow *fixture,
                    const char  *word)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);
  char *text = NULL;

  while (text == NULL || strstr (text, word) == NULL)
    {
      GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
      g_auto(GValue) value = G_VALUE_INIT;

      g_free (text);
      text = NULL;
      g_value_init (&value, G_TYPE_STRING);
      if (content && gdk_content_provider_get_value (content, &value, NULL))
        text = g_value_dup_string (&value);
      g_main_context_iteration (NULL, TRUE);
    }

  return text;
}

static void
act (BoardWindow *fixture,
     const char  *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

/* The noise is due on Thursday: nothing is due today, Tuesday. */
static void
test_copy (BoardWindow   *fixture,
           gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  g_autofree char *one = NULL;
  g_autofree char *list = NULL;

  act (fixture, "board.copy-today");
  wait_for_words (fixture, "No issue that is shown is due by the end of today.");

  g_assert_true (gtk_widget_activate_action (fixture->page, "board.copy-issue", "x", id));
  one = wait_for_clipboard (fixture, "2026-00001");
  g_assert_nonnull (strstr (one, "2026-03-05"));

  /* What is late is to be done today. */
  board_office_file (fixture->store, "C0101", "late", fixture->office.grid[0], "2026-02-02T10:00");
  board_office_file (fixture->store, "C0101", "later", fixture->office.grid[0], "2026-02-02T10:00");
  act (fixture, "board.copy-today");
  list = wait_for_clipboard (fixture, "2026-00003");
  g_assert_nonnull (strstr (list, "2026-00002"));
  g_assert_null (strstr (list, "2026-00001"));
}

/* As it is filtered: the issue of February, not that of March. */
static void
test_export (BoardWindow   *fixture,
             gconstpointer  data)
{
  GtkWidget *filter = board_window_find (fixture->page, GGOV_TYPE_BOARD_FILTER, NULL);
  g_autofree char *path = g_build_filename (fixture->dir, "issues.csv", NULL);
  g_autofree char *other = g_build_filename (fixture->dir, "issues.pdf", NULL);
  g_autofree char *content = NULL;
  GgovIssueFilter wanted;

  board_window_file (fixture);
  board_office_file (fixture->store, "C0101", "wintry", fixture->office.grid[0], "2026-02-02T10:00");
  ggov_board_filter_apply (GGOV_BOARD_FILTER (filter), "{'due': '2026-02'}");
  g_assert_true (ggov_board_filter_read (GGOV_BOARD_FILTER (filter), 1772500000, &wanted));
  g_assert_cmpint (wanted.due_from, ==, board_office_time ("2026-02-01T00:00"));
  g_assert_cmpint (wanted.due_before, ==, board_office_time ("2026-03-01T00:00"));

  gtk_widget_activate_action_variant (fixture->page, "board.export-to",
                                      g_variant_new_bytestring (path));
  wait_for_words (fixture, "“issues.csv” written: 1 issue");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "wintry"));
  g_assert_null (strstr (content, "2026-00001"));

  /* What is no format is not written. */
  gtk_widget_activate_action_variant (fixture->page, "board.export-to",
                                      g_variant_new_bytestring (other));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* The window that asks for a format offers all four. */
static void
test_dialog (BoardWindow   *fixture,
             gconstpointer  data)
{
  GtkWindow *dialog;
  GtkWidget *format;

  board_window_file (fixture);
  act (fixture, "board.export");
  dialog = board_window_wait_dialog (fixture);
  g_assert_true (GGOV_IS_FORM_DIALOG (dialog));
  format = board_window_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (format))), ==,
                    4);
  gtk_window_close (dialog);
  board_window_wait_no_dialog (fixture);
}

#define ADD(name, func) \
  g_test_add ("/ui/board-files/" name, BoardWindow, NULL, board_window_set_up, func, \
              board_window_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display, and no xvfb-run that would make one\n");
      return 0;
    }

  ADD ("copy", test_copy);
  ADD ("export", test_export);
  ADD ("dialog", test_dialog);

  return g_test_run ();
}
