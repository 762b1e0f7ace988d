/* ggov-roster-page-rows.c: lines of the roster copied, and given to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-chat-text.h"
#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-people-export-dialog.h"
#include "ggov-roster-page-private.h"

/* Rows ------------------------------------------------------------------------------------ */

/* What rows are read for. */
typedef struct
{
  GgovRosterPage *page;   /* (owned) */
  GArray         *chosen; /* (nullable) (element-type GgovRowKey): only these; NULL for all */
  GgovRowsFunc    func;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->page);
  g_clear_pointer (&reading->chosen, g_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gboolean
is_late (GgovRosterPage *self,
         GObject        *store)
{
  return self->session == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL ||
         ggov_session_get_store (self->session) != GGOV_STORE (store);
}

static void
tell_error (GgovRosterPage *self,
            const GError   *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
all_read_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_roster_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GListModel) sorted = NULL;

  if (is_late (reading->page, object))
    return;

  if (rows == NULL)
    {
      tell_error (reading->page, error);
      return;
    }

  sorted = ggov_roster_list_sort (reading->page->list, rows);
  reading->func (reading->page, sorted);
}

static void
chosen_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovAnswer) answer = ggov_store_rows_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GListStore) rows = g_list_store_new (GGOV_TYPE_ROSTER_ROW);

  if (is_late (reading->page, object))
    return;

  if (answer == NULL)
    {
      tell_error (reading->page, error);
      return;
    }

  for (guint i = 0; i < reading->chosen->len; i++)
    {
      gpointer row = g_hash_table_lookup (answer->rows,
                                          &g_array_index (reading->chosen, GgovRowKey, i).id);

      if (row)
        g_list_store_append (rows, row);
    }
  reading->func (reading->page, G_LIST_MODEL (rows));
}

void
_ggov_roster_page_read_rows (GgovRosterPage *self,
                             gboolean        chosen_only,
                             GgovRowsFunc    func)
{
  GgovQuery *query = ggov_roster_list_get_query (self->list);
  GgovRosterFilter filter;
  Reading *reading;

  if (self->session == NULL)
    return;

  reading = g_new0 (Reading, 1);
  reading->page = g_object_ref (self);
  reading->func = func;
  if (chosen_only && query)
    {
      reading->chosen = ggov_roster_list_copy_chosen (self->list);
      ggov_store_read_rows_async (ggov_session_get_store (self->session), query, reading->chosen,
                                  NULL, chosen_read_cb, reading);
      return;
    }

  ggov_roster_filter_bar_read (self->filter_bar, &filter);
  ggov_store_list_roster_async (ggov_session_get_store (self->session),
                                _ggov_roster_page_get_day (self), &filter, NULL, all_read_cb,
                                reading);
}

/* Lines are selected in the list only; elsewhere nothing is. */
guint
_ggov_roster_page_count_chosen (GgovRosterPage *self)
{
  g_autoptr(GArray) chosen = NULL;

  if (self->how != GGOV_ROSTER_VIEW_LIST || self->vacancies || self->is_whole)
    return 0;

  chosen = ggov_roster_list_copy_chosen (self->list);

  return chosen->len;
}

/* Copying and exporting ------------------------------------------------------------------- */

/* Takes @text over, which has @rows in it. */
static void
put_on_clipboard (GgovRosterPage *self,
                  GListModel     *rows,
                  char           *text)
{
  guint n = g_list_model_get_n_items (rows);
  g_autofree char *number = ggov_number_dup_text (n);
  g_autofree char *message = g_strdup_printf (ngettext ("%s line copied", "%s lines copied", n),
                                              number);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", message);
  g_free (text);
}

static void
copy_rows (GgovRosterPage *self,
           GListModel     *rows)
{
  put_on_clipboard (self, rows, ggov_roster_list_dup_text (self->list, rows));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  _ggov_roster_page_read_rows (GGOV_ROSTER_PAGE (widget), FALSE, copy_rows);
}

static void
copy_chat (GgovRosterPage *self,
           GListModel     *rows)
{
  put_on_clipboard (self, rows, ggov_chat_dup_text (rows));
}

static void
copy_chat_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovRosterPage *self = GGOV_ROSTER_PAGE (widget);

  _ggov_roster_page_read_rows (self, _ggov_roster_page_count_chosen (self) > 0, copy_chat);
}

static void
exported_cb (GtkWidget      *dialog,
             const char     *sentence,
             GgovRosterPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

/* The selected lines are among all of them. */
static GListModel *
pick_chosen (GgovRosterPage *self,
             GListModel     *rows)
{
  g_autoptr(GArray) chosen = ggov_roster_list_copy_chosen (self->list);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  GListStore *picked = g_list_store_new (GGOV_TYPE_ROSTER_ROW);

  for (guint i = 0; i < chosen->len && _ggov_roster_page_count_chosen (self) > 0; i++)
    g_hash_table_add (ids, &g_array_index (chosen, GgovRowKey, i).id);
  for (guint i = 0; i < g_list_model_get_n_items (rows) && g_hash_table_size (ids) > 0; i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      if (g_hash_table_contains (ids, &ggov_roster_row_get_record (row)->post_id))
        g_list_store_append (picked, row);
    }

  return G_LIST_MODEL (picked);
}

static void
export_rows (GgovRosterPage *self,
             GListModel     *rows)
{
  GgovRosterColumn columns[GGOV_ROSTER_N_COLUMNS];
  g_autofree char *scope = ggov_roster_filter_bar_dup_words (self->filter_bar);
  g_autoptr(GListModel) chosen = pick_chosen (self, rows);
  const GgovPeopleExport request = {
    .columns = columns,
    .n_columns = ggov_roster_list_read_columns (self->list, columns),
    .scope = scope,
    .as_of = _ggov_roster_page_get_day (self),
  };
  GtkWidget *dialog;

  if (g_list_model_get_n_items (rows) == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s",
                                  _("There is nobody to export. Choose another filter or day."));
      return;
    }

  dialog = ggov_people_export_dialog_new (GTK_WIDGET (self), rows, chosen, &request);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  _ggov_roster_page_read_rows (GGOV_ROSTER_PAGE (widget), FALSE, export_rows);
}

void
_ggov_roster_page_install_row_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "roster.copy-chat", NULL, copy_chat_cb);
  gtk_widget_class_install_action (klass, "roster.export", NULL, export_cb);
}
