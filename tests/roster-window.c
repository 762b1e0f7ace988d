/* roster-window.c: the program with the roster of a small office before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-settings.h"
#include "roster-window.h"

/* Long enough for a machine that is busy with other things. */
#define PATIENCE_S 30

static const char *const kept[] = {
  "roster-columns", "roster-filter", "roster-order", "roster-view",
};

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
wait_until (RosterWindow  *fixture,
            RosterQuestion  question,
            gint64    number)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  guint ticker = g_timeout_add (20, tick_cb, NULL);

  while (!question (fixture, number) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);

  g_assert_true (question (fixture, number));
}

GtkWidget *
find_widget (GtkWidget *top,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found)
        return found;
    }

  return NULL;
}

gboolean
says (GtkWidget  *top,
      const char *text)
{
  if (!gtk_widget_get_mapped (top))
    return FALSE;

  if (GTK_IS_LABEL (top) && g_str_equal (gtk_label_get_text (GTK_LABEL (top)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

gboolean
has_rows (RosterWindow *fixture,
          gint64   n)
{
  return g_list_model_get_n_items (
           ggov_roster_list_get_shown (ggov_roster_page_get_list (fixture->page))) == n;
}

static gboolean
has_page (RosterWindow *fixture,
          gint64   unused)
{
  fixture->page = GGOV_ROSTER_PAGE (find_widget (GTK_WIDGET (fixture->window),
                                                 GGOV_TYPE_ROSTER_PAGE));

  return fixture->page != NULL;
}

static gboolean
has_session (RosterWindow *fixture,
             gint64   unused)
{
  return ggov_window_get_session (fixture->window) != NULL;
}

GtkWindow *
get_dialog (RosterWindow *fixture)
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

gboolean
has_no_dialog (RosterWindow *fixture,
               gint64   unused)
{
  return get_dialog (fixture) == NULL;
}

void
roster_window_set_up (RosterWindow  *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_autoptr(GSettings) settings = ggov_settings_new ();

  /* What one test chose is not what the next begins with. */
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_settings_reset (settings, kept[i]);

  /* Written first and closed, then opened as a desk does. */
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);

  fixture->app = ggov_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->app), NULL, &error);
  g_assert_no_error (error);
  fixture->window = g_object_ref (ggov_window_new (fixture->app));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ggov_window_open (fixture->window, fixture->base.path, GGOV_STORE_NONE, ROSTER_TODAY);
  wait_until (fixture, has_session, 0);
  ggov_window_show_page (fixture->window, "roster");
  wait_until (fixture, has_page, 0);
  wait_until (fixture, has_rows, 6);
}

void
roster_window_tear_down (RosterWindow  *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->window);
  g_application_quit (G_APPLICATION (fixture->app));
  g_object_unref (fixture->app);
  store_fixture_tear_down (&fixture->base, data);
}

void
act (RosterWindow    *fixture,
     const char *action,
     GVariant   *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->page), action,
                                                     parameter));
}

static gboolean
says_name (RosterWindow *fixture,
           gint64   unused)
{
  return says (GTK_WIDGET (fixture->page), "王秀英");
}

gboolean
has_selected (RosterWindow *fixture,
              gint64   person_id)
{
  return ggov_roster_list_get_person (ggov_roster_page_get_list (fixture->page)) == person_id;
}

void
show_wang (RosterWindow *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-record", "(sx)", "person",
                              fixture->office.people[WANG]);
  wait_until (fixture, says_name, 0);
  wait_until (fixture, has_selected, fixture->office.people[WANG]);
}

GtkColumnView *
get_column_view (RosterWindow *fixture)
{
  return GTK_COLUMN_VIEW (find_widget (GTK_WIDGET (ggov_roster_page_get_list (fixture->page)),
                                       GTK_TYPE_COLUMN_VIEW));
}

void
sort_by (RosterWindow     *fixture,
         guint        column,
         GtkSortType  direction)
{
  GtkColumnView *view = get_column_view (fixture);
  g_autoptr(GtkColumnViewColumn) one =
    g_list_model_get_item (gtk_column_view_get_columns (view), column);

  gtk_column_view_sort_by_column (view, one, direction);
}
