/* points-desk.c: the window of the points desk over an office of points, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "points-desk.h"

#include "ggov-points-desk.h"
#include "ggov-query-points.h"
#include "store-fixture.h"

#define MOST_ENTRIES 100

/* Nothing here takes a second; what is waited for longer will not come. */
#define PATIENCE_S 20

void
points_desk_set_up (PointsDesk    *fixture,
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
  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_CREATE, POINTS_DESK_TODAY);
  while (ggov_window_get_session (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->store = ggov_session_get_store (ggov_window_get_session (fixture->window));
  write_change (fixture->store, points_office_write, &fixture->office);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-points-desk", NULL);
  fixture->desk = form_window_wait (GGOV_TYPE_POINTS_DESK);
}

void
points_desk_tear_down (PointsDesk    *fixture,
                       gconstpointer  data)
{
  assert_check_clean (fixture->store);
  gtk_window_destroy (GTK_WINDOW (fixture->desk));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  release_and_wait (fixture->window);
  g_application_quit (G_APPLICATION (fixture->app));
  g_object_unref (fixture->app);

  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

void
points_desk_help (PointsDesk *fixture,
                  int         person)
{
  const GgovAwardRecord record = {
    .person_id = fixture->office.people[person],
    .rule_id = fixture->office.rules[HELP],
    .at = POINTS_TODAY,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_award_async (fixture->store, &record, NULL, keep_result, &result);
  ggov_store_award_finish (fixture->store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

char *
points_desk_redeem (PointsDesk *fixture,
                    int         person,
                    int         reward)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *number;

  ggov_store_redeem_async (fixture->store, fixture->office.people[person],
                           fixture->office.rewards[reward], POINTS_TODAY, NULL, keep_result, &result);
  number = ggov_store_redeem_finish (fixture->store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);

  return number;
}

char *
points_desk_dup_ledger (PointsDesk *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovQuery) query = ggov_query_new_points_entries (0, POINTS_DESK_TODAY);
  g_autoptr(GgovAnswer) answer = NULL;
  GString *text = g_string_new (NULL);

  ggov_store_find_rows_async (fixture->store, query, MOST_ENTRIES, MOST_ENTRIES, NULL, NULL, keep_result,
                              &result);
  answer = ggov_store_rows_finish (fixture->store, wait_for (&result), NULL);
  for (guint i = 0; i < answer->keys->len; i++)
    {
      GgovPointsEntry *entry =
        g_hash_table_lookup (answer->rows, &g_array_index (answer->keys, GgovRowKey, i).id);
      const GgovPointsEntryFields *fields = ggov_points_entry_get_fields (entry);

      g_string_append_printf (text, "%s%+d%s", i > 0 ? " " : "", (int) fields->points,
                              fields->reversed ? "r" : "");
    }

  return g_string_free (text, FALSE);
}

GtkWidget *
points_desk_find (GtkWidget *widget,
                  GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = points_desk_find (child, type);

      if (found)
        return found;
    }

  return NULL;
}

static GtkSelectionModel *
get_selection (PointsDesk *fixture,
               const char *view)
{
  GtkStack *stack = GTK_STACK (points_desk_find (fixture->desk, GTK_TYPE_STACK));
  GtkWidget *list = points_desk_find (gtk_stack_get_child_by_name (stack, view), GTK_TYPE_COLUMN_VIEW);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (list));
}

GListModel *
points_desk_show (PointsDesk *fixture,
                  const char *view,
                  guint       n_rows)
{
  GListModel *rows = G_LIST_MODEL (get_selection (fixture, view));

  gtk_widget_activate_action (fixture->desk, "desk.show-view", "s", view);
  while (g_list_model_get_n_items (rows) != n_rows)
    g_main_context_iteration (NULL, TRUE);

  return rows;
}

void
points_desk_select (PointsDesk *fixture,
                    const char *view,
                    guint       row)
{
  g_assert_true (gtk_selection_model_select_item (get_selection (fixture, view), row, TRUE));
}

GtkWidget *
points_desk_ask (PointsDesk *fixture,
                 const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->desk, action, NULL));

  return form_window_wait (GGOV_TYPE_FORM_DIALOG);
}

/* (nullable): what is on the screen and says @sentence */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *sentence)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                     : GTK_IS_INSCRIPTION (widget)
                     ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;

  if (text && gtk_widget_get_mapped (widget) && strstr (text, sentence))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, sentence);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
give_up_cb (gpointer sentence)
{
  g_error ("nobody said “%s”", (const char *) sentence);

  return G_SOURCE_REMOVE;
}

void
points_desk_hear (GtkWidget  *window,
                  const char *sentence)
{
  guint alarm = g_timeout_add_seconds (PATIENCE_S, give_up_cb, (gpointer) sentence);

  while (find_label (window, sentence) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm);
}
