/* test-roster-views.c: the roster as trees, a person's page, and who is in charge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-roster-tree.h"
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
  ADD ("/ui/roster/tree", test_tree);
  ADD ("/ui/roster/charge", test_charge);
#undef ADD

  return g_test_run ();
}
