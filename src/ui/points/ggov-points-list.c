/* ggov-points-list.c: lists of the points window: rules, approvals, rewards, settlements, honours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-placeholder.h"
#include "ggov-points-list.h"

#define KEY_LIST "ggov-list"

typedef struct
{
  GgovSession              *session;
  const GgovPointsListKind *kind;
  char                     *word;
  GtkSelectionModel        *selection;   /* (owned) */
  GtkWidget                *placeholder; /* (nullable): around the list; weak */
} List;

static void
list_free (gpointer data)
{
  List *list = data;

  g_clear_object (&list->session);
  g_clear_object (&list->selection);
  g_clear_weak_pointer (&list->placeholder);
  g_free (list->word);
  g_free (list);
}

static List *
get_list (gpointer view)
{
  return g_object_get_data (view, KEY_LIST);
}

/* (element-type gint64): what is selected, if rows can be told apart */
static GArray *
dup_selected (List *list)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (list->selection);

  for (guint i = 0; list->kind->get_id && i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (G_LIST_MODEL (list->selection),
                                                      gtk_bitset_get_nth (chosen, i));
      const gint64 id = list->kind->get_id (row);

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
select_again (List   *list,
              GArray *ids)
{
  GListModel *rows = G_LIST_MODEL (list->selection);

  for (guint i = 0; ids->len > 0 && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (rows, i);
      const gint64 id = list->kind->get_id (row);

      for (guint k = 0; k < ids->len; k++)
        if (g_array_index (ids, gint64, k) == id)
          gtk_selection_model_select_item (list->selection, i, FALSE);
    }
}

/* What another desk writes must not put another row below the user's hand. */
static void
set_rows (List       *list,
          GListModel *rows)
{
  g_autoptr(GArray) ids = dup_selected (list);

  if (GTK_IS_MULTI_SELECTION (list->selection))
    gtk_multi_selection_set_model (GTK_MULTI_SELECTION (list->selection), rows);
  else
    gtk_single_selection_set_model (GTK_SINGLE_SELECTION (list->selection), rows);
  select_again (list, ids);
  if (list->placeholder)
    ggov_placeholder_update (list->placeholder, g_list_model_get_n_items (rows));
}

static GtkSelectionModel *
new_selection (gboolean many)
{
  GtkSingleSelection *selection;

  if (many)
    return GTK_SELECTION_MODEL (gtk_multi_selection_new (NULL));

  selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);

  return GTK_SELECTION_MODEL (selection);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) view = user_data;
  List *list = get_list (view);
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = list->kind->finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;

  if (rows)
    set_rows (list, rows);
  else
    gtk_widget_activate_action (view, "win.show-message", "s", sentence);
}

static void
read_list (GtkWidget *view)
{
  List *list = get_list (view);

  list->kind->list (ggov_session_get_store (list->session), ggov_session_get_today (list->session),
                    list->word, listed_cb, g_object_ref (view));
}

static void
changed_cb (GtkWidget *view,
            GStrv      tables)
{
  const GgovPointsListKind *kind = get_list (view)->kind;

  for (guint i = 0; tables[i]; i++)
    if (g_strv_contains (kind->tables, tables[i]))
      {
        read_list (view);
        return;
      }
}

static void
activated_cb (GtkWidget *view,
              guint      position)
{
  List *list = get_list (view);

  if (list->kind->action == NULL)
    return;

  gtk_selection_model_select_item (list->selection, position, TRUE);
  gtk_widget_activate_action (view, list->kind->action, NULL);
}

GtkWidget *
ggov_points_list_new (GgovSession              *session,
                      const GgovPointsListKind *kind,
                      const char               *word)
{
  List *list = g_new0 (List, 1);
  GtkWidget *view;

  list->session = g_object_ref (session);
  list->kind = kind;
  list->word = g_strdup (word ? word : "");
  list->selection = new_selection (kind->many);
  view = gtk_column_view_new (g_object_ref (list->selection));
  g_object_set_data_full (G_OBJECT (view), KEY_LIST, list, list_free);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  ggov_text_columns_add (GTK_COLUMN_VIEW (view), kind->columns, kind->n_columns, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->name),
                                  -1);
  g_signal_connect (view, "activate", G_CALLBACK (activated_cb), NULL);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb), view,
                           G_CONNECT_SWAPPED);
  read_list (view);

  return view;
}

void
ggov_points_list_set_placeholder (GtkWidget *view,
                                  GtkWidget *placeholder)
{
  g_set_weak_pointer (&get_list (view)->placeholder, placeholder);
}

void
ggov_points_list_set_word (GtkWidget  *view,
                           const char *word)
{
  List *list = get_list (view);

  if (g_strcmp0 (list->word, word) == 0)
    return;

  g_free (list->word);
  list->word = g_strdup (word);
  read_list (view);
}

GPtrArray *
ggov_points_list_dup_chosen (GtkWidget *view)
{
  List *list = get_list (view);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (list->selection);

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list->selection),
                                                  gtk_bitset_get_nth (chosen, i)));

  return rows;
}
