/* form-window.c: windows with forms over them, filled in as a user would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-window.h"

GtkWidget *
form_window_find (GtkWidget  *widget,
                  const char *id)
{
  if (GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)))
    return NULL;
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = form_window_find (child, id);

      if (found)
        return found;
    }

  return NULL;
}

GtkWidget *
form_window_find_row (GtkWidget  *widget,
                      const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = form_window_find_row (child, title);

      if (found)
        return found;
    }

  return NULL;
}

GtkWidget *
form_window_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (window))
        return window; /* the list keeps it */
    }

  return NULL;
}

GtkWidget *
form_window_wait (GType type)
{
  GtkWidget *window;

  while ((window = form_window_find_window (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return window;
}

void
form_window_write (GtkWidget  *form,
                   const char *title,
                   const char *text)
{
  GtkWidget *row = form_window_find_row (form, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

void
form_window_accept (GtkWidget *form)
{
  g_assert_true (gtk_widget_activate_action (form, "dialog.accept", NULL));
  while (form_window_find_window (GGOV_TYPE_FORM_DIALOG))
    g_main_context_iteration (NULL, TRUE);
}

void
form_window_refuse (GtkWidget  *form,
                    const char *sentence)
{
  GtkWidget *label = form_window_find (form, "error_label");

  g_assert_true (gtk_widget_activate_action (form, "dialog.accept", NULL));
  while (!gtk_widget_get_visible (label) || !gtk_widget_get_sensitive (form))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, sentence);
}

void
form_window_until (gboolean (*is_so) (gpointer data),
                   gpointer   data)
{
  while (!is_so (data))
    g_main_context_iteration (NULL, TRUE);
}
