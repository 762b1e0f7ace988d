/* test-roster-views.c: the roster as trees, a person's page, and who is in charge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "ggov-people-export.h"
#include "ggov-roster-tree.h"
#include "ggov-store-register.h"
#include "ggov-store-visits.h"
#include "ggov-write-people.h"
#include "roster-window.h"

static gboolean
end_zhao (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const RosterOffice *office = data;

  return ggov_change_end_post (change, office->posts[4], "2026-02-01", "搬家", error);
}

static gboolean
says_all_is_read (RosterWindow *fixture,
                  gint64   unused)
{
  return says (GTK_WIDGET (fixture->page), "No points yet") &&
         says (GTK_WIDGET (fixture->page), "No issue was ever given to this person.") &&
         says (GTK_WIDGET (fixture->page), "What was changed");
}

/* Enter on a line of the list, then on one of the tree. */
static void
test_whole_page (RosterWindow  *fixture,
                 gconstpointer  data)
{
  show_wang (fixture);
  wait_until (fixture, says_all_is_read, 0);
  act (fixture, "roster.close-page", NULL);
  g_assert_false (says (GTK_WIDGET (fixture->page), "No points yet"));
  g_signal_emit_by_name (get_column_view (fixture), "activate", 2u);
  wait_until (fixture, says_all_is_read, 0);
}

/* Visits ------------------------------------------------------------------------------------- */

static GgovStore *
get_store (RosterWindow *fixture)
{
  return ggov_session_get_store (ggov_window_get_session (fixture->window));
}

/* Somebody moves behind a door of the first unit. */
static gint64
settle (RosterWindow *fixture,
        const char   *door,
        gint64        person_id,
        const char   *name)
{
  const GgovRegisterMember member = {
    .person_id = person_id, .name = name, .living = TRUE, .relation = "02",
  };
  const GgovRegisterAct act = {
    .deed = GGOV_REGISTER_MOVE_IN, .day = "2026-01-10", .unit_id = fixture->office.units[0],
    .door = door, .members = &member, .n_members = 1,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 household = 0;

  ggov_store_register_async (get_store (fixture), &act, NULL, keep_result, &result);
  ggov_store_register_finish (get_store (fixture), wait_for (&result), NULL, &household, NULL,
                              &error);
  g_assert_no_error (error);

  return household;
}

static void
visit (RosterWindow *fixture,
       gint64        household,
       gint64        visitor,
       const char   *day,
       const char   *outcome,
       const char   *found)
{
  const GgovVisitEntry entry = {
    .household_id = household, .visitor_id = visitor, .day = day, .outcome = outcome, .found = found,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_enter_visits_async (get_store (fixture), &entry, 1, NULL, keep_result, &result);
  ggov_store_enter_visits_finish (get_store (fixture), wait_for (&result), NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
says_visits (RosterWindow *fixture,
             gint64        unused)
{
  return says (GTK_WIDGET (fixture->page), "Visits made") &&
         says (GTK_WIDGET (fixture->page), "Visits received");
}

/* 王秀英 went to see old Zhang and was seen by 李强. A number that somebody wrote down is masked. */
static void
test_visits (RosterWindow  *fixture,
             gconstpointer  data)
{
  const gint64 *people = fixture->office.people;
  GtkWidget *page = GTK_WIDGET (fixture->page);
  gint64 hers = settle (fixture, "501", people[WANG], NULL);
  gint64 zhang = settle (fixture, "502", 0, "张奶奶");

  visit (fixture, zhang, people[WANG], "2026-02-09", "absent", NULL);
  visit (fixture, zhang, people[WANG], "2026-02-10", "met", "身份证 150203196001011220");
  visit (fixture, hers, people[LI], "2026-02-11", "met", "楼道灯坏了");
  /* Not yet on the day that is looked at. */
  visit (fixture, hers, people[LI], "2026-02-20", "refused", NULL);

  show_wang (fixture);
  wait_until (fixture, says_visits, 0);
  g_assert_true (says (page, "张奶奶 · 友谊小区 3号楼, unit 1 502"));
  g_assert_true (says (page, "2026-02-10 · met · 身份证 150203***********0"));
  g_assert_true (says (page, "2026-02-09 · nobody at home"));
  g_assert_true (says (page, "李强 · 友谊小区 3号楼, unit 1 501"));
  g_assert_true (says (page, "2026-02-11 · met · 楼道灯坏了"));
  g_assert_false (says (page, "2026-02-20 · not let in"));
}

static gboolean
says_counts (RosterWindow *fixture,
             gint64   unused)
{
  return says (GTK_WIDGET (fixture->page), "Posts: 6 held, 11 vacant");
}

static gboolean
has_tree_lines (RosterWindow *fixture,
                gint64   n)
{
  GtkWidget *tree = find_widget (GTK_WIDGET (fixture->page), GGOV_TYPE_ROSTER_TREE);
  GtkColumnView *view = GTK_COLUMN_VIEW (find_widget (tree, GTK_TYPE_COLUMN_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) == n;
}

/* What is opened stays open when something is written, and words are looked for in the list. */
static void
test_tree (RosterWindow  *fixture,
           gconstpointer  data)
{
  GtkWidget *tree = find_widget (GTK_WIDGET (fixture->page), GGOV_TYPE_ROSTER_TREE);
  GtkWidget *view = find_widget (tree, GTK_TYPE_COLUMN_VIEW);

  act (fixture, "roster.view", g_variant_new_string ("places"));
  wait_until (fixture, says_counts, 0);
  wait_until (fixture, has_tree_lines, 3);
  g_signal_emit_by_name (view, "activate", 1u);
  wait_until (fixture, has_tree_lines, 6);

  write_change (ggov_session_get_store (ggov_window_get_session (fixture->window)), end_zhao,
                &fixture->office);
  wait_until (fixture, has_tree_lines, 3);
  wait_until (fixture, has_tree_lines, 6);

  act (fixture, "roster.view", g_variant_new_string ("roles"));
  wait_until (fixture, has_tree_lines, 5);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (fixture->page),
                                                    GTK_TYPE_SEARCH_ENTRY)), "wang");
  wait_until (fixture, has_rows, 1);
  g_assert_false (gtk_widget_get_mapped (tree));
}

/* Who is in charge ------------------------------------------------------------------------ */

static gboolean
says_stairwell (RosterWindow *fixture,
                gint64        unused)
{
  GtkWindow *dialog = get_dialog (fixture);

  return dialog && says (GTK_WIDGET (dialog), "友谊小区 3号楼, unit 1") &&
         says (GTK_WIDGET (dialog), "Unit leader 赵敏 13804720005") &&
         says (GTK_WIDGET (dialog), "Building leader 王秀英 13804721234") &&
         says (GTK_WIDGET (dialog), "First secretary 任晓明 13804720001");
}

static gboolean
says_owner (RosterWindow *fixture,
            gint64        unused)
{
  GtkWindow *dialog = get_dialog (fixture);

  return dialog && says (GTK_WIDGET (dialog), "王秀英 13804721234") &&
         says (GTK_WIDGET (dialog), "Building leader 友谊小区 3号楼");
}

static gboolean
says_grid (RosterWindow *fixture,
           gint64        unused)
{
  GtkWindow *dialog = get_dialog (fixture);

  return dialog && says (GTK_WIDGET (dialog), "第一网格") &&
         says (GTK_WIDGET (dialog), "Full-time grid member 李强 13804720002");
}

static gboolean
says_unknown (RosterWindow *fixture,
              gint64        unused)
{
  GtkWindow *dialog = get_dialog (fixture);

  return dialog && says (GTK_WIDGET (dialog), "No place, person or phone is known by that.");
}

/* The window as the search box, the menu of the map and a key open it. */
static void
test_charge (RosterWindow  *fixture,
             gconstpointer  data)
{
  GtkWidget *entry;

  act (fixture, "win.ask-charge-of", g_variant_new_string ("3号楼1单元"));
  wait_until (fixture, says_stairwell, 0);

  entry = find_widget (GTK_WIDGET (get_dialog (fixture)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "1234");
  wait_until (fixture, says_owner, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9999");
  wait_until (fixture, says_unknown, 0);
  gtk_window_close (get_dialog (fixture));
  wait_until (fixture, has_no_dialog, 0);

  act (fixture, "win.show-charge",
       g_variant_new ("(sxs)", "grid", fixture->office.grids[0], "第一网格"));
  wait_until (fixture, says_grid, 0);
  gtk_window_close (get_dialog (fixture));
  wait_until (fixture, has_no_dialog, 0);
}

/* Many lines --------------------------------------------------------------------------------- */

static char *
dup_clipboard (RosterWindow *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->page));
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (gdk_clipboard_get_content (clipboard) == NULL ||
      !gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL))
    return g_strdup ("");

  return g_value_dup_string (&value);
}

static gboolean
has_copied (RosterWindow *fixture,
            gint64        n_lines)
{
  g_autofree char *text = dup_clipboard (fixture);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines) == n_lines;
}

static void
choose_lines (RosterWindow *fixture,
              guint         first,
              guint         n)
{
  gtk_selection_model_select_range (gtk_column_view_get_model (get_column_view (fixture)), first, n,
                                    TRUE);
}

/* What is selected is copied, or all where nothing is. The sixth line is below another heading. */
static void
test_chat (RosterWindow  *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  choose_lines (fixture, 1, 2);
  g_assert_true (says (GTK_WIDGET (fixture->page), "6 posts · 2 selected"));
  act (fixture, "roster.copy-chat", NULL);
  wait_until (fixture, has_copied, 3);
  text = dup_clipboard (fixture);
  g_assert_cmpstr (text, ==,
                   "【青松 第一网格】\n"
                   "李强 Full-time grid member 13804720002\n"
                   "王秀英 Building leader 友谊小区 3号楼 13804721234");

  gtk_selection_model_unselect_all (gtk_column_view_get_model (get_column_view (fixture)));
  act (fixture, "roster.copy-chat", NULL);
  /* Three areas, six people, and a blank line before each area but the first. */
  wait_until (fixture, has_copied, 11);
}

static gboolean
has_dialog (RosterWindow *fixture,
            gint64        unused)
{
  return get_dialog (fixture) != NULL;
}

/* The last of the rows to choose from. */
static void
choose_format (GtkWidget       *dialog,
               GgovPeopleFormat format)
{
  GtkWidget *first = find_widget (dialog, ADW_TYPE_COMBO_ROW);

  adw_combo_row_set_selected (
    ADW_COMBO_ROW (gtk_widget_get_last_child (gtk_widget_get_parent (first))), format);
}

static gboolean
has_refusal (RosterWindow *fixture,
             gint64        unused)
{
  GtkWindow *dialog = get_dialog (fixture);

  return dialog && says (GTK_WIDGET (dialog), "This post has not begun before that day. Undo the "
                                              "appointment, or choose a later day.");
}

/* From the day on which the first of the two began: the other is done, the first is named, and one undo
 * takes it back. */
static void
test_many (RosterWindow  *fixture,
           gconstpointer  data)
{
  GtkWidget *entry;

  choose_lines (fixture, 1, 2);
  act (fixture, "roster.stand-down-chosen", NULL);
  wait_until (fixture, has_dialog, 0);
  g_assert_true (says (GTK_WIDGET (get_dialog (fixture)), "2 posts"));
  entry = find_widget (GTK_WIDGET (get_dialog (fixture)), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-01-01");
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "dialog.accept", NULL);
  wait_until (fixture, has_refusal, 0);
  wait_until (fixture, has_rows, 5);
  gtk_window_close (get_dialog (fixture));
  wait_until (fixture, has_no_dialog, 0);
  act (fixture, "win.undo", NULL);
  wait_until (fixture, has_rows, 6);
}

/* Two lines selected, in the two columns that are shown; the file's ending is put to its name. */
static void
test_export (RosterWindow  *fixture,
             gconstpointer  data)
{
  const char *const codes[] = { "name", "phone", NULL };
  g_autofree char *path = g_strconcat (fixture->base.path, "-list", NULL);
  g_autofree char *written = g_strconcat (path, ".csv", NULL);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  ggov_roster_list_set_columns (ggov_roster_page_get_list (fixture->page), codes);
  choose_lines (fixture, 1, 2);
  act (fixture, "roster.export", NULL);
  wait_until (fixture, has_dialog, 0);
  dialog = GTK_WIDGET (get_dialog (fixture));
  g_assert_true (says (dialog, "Selected lines (2)"));
  choose_format (dialog, GGOV_PEOPLE_CSV);
  gtk_widget_activate_action_variant (dialog, "export.write", g_variant_new_bytestring (path));
  wait_until (fixture, has_no_dialog, 0);
  g_assert_true (g_file_get_contents (written, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "\357\273\277Name,Phone\r\n李强,13804720002\r\n王秀英,13804721234\r\n");
  g_assert_cmpint (g_unlink (written), ==, 0);
}

/* What is kept --------------------------------------------------------------------------------- */

static gboolean
has_window (RosterWindow *fixture,
            gint64        unused)
{
  return ggov_window_get_session (fixture->window) != NULL;
}

static void
open_again (RosterWindow *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->window);
  fixture->window = g_object_ref (ggov_window_new (fixture->app));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ggov_window_open (fixture->window, fixture->base.path, GGOV_STORE_NONE, ROSTER_TODAY);
  wait_until (fixture, has_window, 0);
  ggov_window_show_page (fixture->window, "roster");
  fixture->page = GGOV_ROSTER_PAGE (find_widget (GTK_WIDGET (fixture->window),
                                                 GGOV_TYPE_ROSTER_PAGE));
}

/* Words, columns, order and view of the last time. */
static void
test_kept (RosterWindow  *fixture,
           gconstpointer  data)
{
  const char *const codes[] = { "phone", "name", "community", NULL };
  GgovRosterList *list = ggov_roster_page_get_list (fixture->page);
  g_auto(GStrv) columns = NULL;
  g_autofree char *view = NULL;
  gboolean descending;

  ggov_roster_list_set_columns (list, codes);
  g_signal_emit_by_name (list, "columns-changed");
  ggov_roster_list_set_order (list, "phone", TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (fixture->page),
                                                    GTK_TYPE_SEARCH_ENTRY)), "wei");
  wait_until (fixture, has_rows, 2);

  open_again (fixture);
  wait_until (fixture, has_rows, 2);
  list = ggov_roster_page_get_list (fixture->page);
  columns = ggov_roster_list_dup_columns (list);
  g_assert_true (g_strv_equal ((const char *const *) columns, codes));
  g_assert_cmpstr (ggov_roster_list_get_order (list, &descending), ==, "phone");
  g_assert_true (descending);

  act (fixture, "roster.clear-filter", NULL);
  act (fixture, "roster.view", g_variant_new_string ("roles"));
  open_again (fixture);
  wait_until (fixture, has_tree_lines, 5);
  g_object_get (fixture->page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, "roles");
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

#define ADD(path, func) g_test_add (path, RosterWindow, NULL, roster_window_set_up, func,          \
                                    roster_window_tear_down)
  ADD ("/ui/roster/whole-page", test_whole_page);
  ADD ("/ui/roster/visits", test_visits);
  ADD ("/ui/roster/tree", test_tree);
  ADD ("/ui/roster/charge", test_charge);
  ADD ("/ui/roster/chat", test_chat);
  ADD ("/ui/roster/many", test_many);
  ADD ("/ui/roster/export", test_export);
  ADD ("/ui/roster/kept", test_kept);
#undef ADD

  return g_test_run ();
}
