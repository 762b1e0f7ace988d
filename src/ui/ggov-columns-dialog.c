/* ggov-columns-dialog.c: which columns a table has, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ggov-columns-dialog.h"
#include "ggov-icon-button.h"

/* A line a column, those that are shown first and in their order. */
typedef struct
{
  GgovTableColumns *columns;  /* (owned) */
  GtkListBox       *box;
  gboolean          is_quiet; /* the lines are being made */
} Dialog;

static const char *const key_column = "column";
static const char *const key_check = "check";

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_object_unref (dialog->columns);
  g_free (dialog);
}

static const char *
get_column (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), key_column);
}

static gboolean
is_shown (GtkListBoxRow *row)
{
  return gtk_check_button_get_active (g_object_get_data (G_OBJECT (row), key_check));
}

/* At least one stays: a table without columns cannot be got out of. */
static void
apply (Dialog *dialog)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) codes = NULL;
  GtkListBoxRow *row;

  if (dialog->is_quiet)
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (dialog->box, i)); i++)
    if (is_shown (row))
      g_strv_builder_add (builder, get_column (row));

  codes = g_strv_builder_end (builder);
  if (codes[0])
    ggov_table_columns_choose (dialog->columns, (const char *const *) codes);
}

static void
move (Dialog    *dialog,
      GtkWidget *button,
      int        step)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step;

  if (index < 0 || gtk_list_box_get_row_at_index (dialog->box, index) == NULL)
    return;

  g_object_ref (row);
  gtk_list_box_remove (dialog->box, row);
  gtk_list_box_insert (dialog->box, row, index);
  gtk_widget_grab_focus (button);
  g_object_unref (row);
  apply (dialog);
}

static void
up_cb (GtkWidget *button,
       Dialog    *dialog)
{
  move (dialog, button, -1);
}

static void
down_cb (GtkWidget *button,
         Dialog    *dialog)
{
  move (dialog, button, 1);
}

static void
toggled_cb (GtkWidget *check,
            Dialog    *dialog)
{
  apply (dialog);
}

static GtkWidget *
make_button (Dialog     *dialog,
             const char *icon_name,
             const char *words,
             GCallback   callback)
{
  GtkWidget *button = ggov_icon_button_new (icon_name, words);

  g_signal_connect (button, "clicked", callback, dialog);

  return button;
}

static void
add_row (Dialog     *dialog,
         const char *column,
         gboolean    shown)
{
  const char *title = ggov_table_columns_get_title (dialog->columns, column);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), dialog);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (dialog, "go-up-symbolic", _("Move to the front"),
                                          G_CALLBACK (up_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (dialog, "go-down-symbolic", _("Move to the back"),
                                          G_CALLBACK (down_cb)));
  g_object_set_data (G_OBJECT (row), key_column, (gpointer) column);
  g_object_set_data (G_OBJECT (row), key_check, check);
  gtk_list_box_append (dialog->box, row);
}

static void
fill (Dialog *dialog)
{
  const char *const *all = ggov_table_columns_get_all (dialog->columns);
  g_auto(GStrv) shown = ggov_table_columns_dup (dialog->columns);
  GtkListBoxRow *row;

  dialog->is_quiet = TRUE;
  while ((row = gtk_list_box_get_row_at_index (dialog->box, 0)))
    gtk_list_box_remove (dialog->box, GTK_WIDGET (row));
  /* The names are those of the table, which stay. */
  for (guint i = 0; shown[i]; i++)
    for (guint j = 0; all[j]; j++)
      if (g_str_equal (shown[i], all[j]))
        add_row (dialog, all[j], TRUE);
  for (guint i = 0; all[i]; i++)
    if (!g_strv_contains ((const char *const *) shown, all[i]))
      add_row (dialog, all[i], FALSE);
  dialog->is_quiet = FALSE;
}

static void
usual_cb (GtkWidget *button,
          Dialog    *dialog)
{
  ggov_table_columns_choose (dialog->columns, NULL);
  fill (dialog);
}

static GtkWidget *
make_content (Dialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *usual = gtk_button_new_with_mnemonic (_("_Usual Columns"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  g_signal_connect (usual, "clicked", G_CALLBACK (usual_cb), dialog);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), usual);
  gtk_box_append (GTK_BOX (box), header);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_bottom (list, 18);
  gtk_widget_set_margin_end (list, 18);
  gtk_widget_set_margin_start (list, 18);
  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  dialog->box = GTK_LIST_BOX (list);

  return box;
}

static gboolean
escape_cb (GtkWidget *window,
           GVariant  *arguments,
           gpointer   data)
{
  gtk_window_close (GTK_WINDOW (window));

  return TRUE;
}

void
ggov_columns_dialog_show (GtkWidget        *page,
                          GgovTableColumns *columns)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  GtkWidget *window;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  dialog->columns = g_object_ref (columns);
  window = g_object_new (ADW_TYPE_WINDOW, "title", _("Columns"), "modal", TRUE, "default-width", 400,
                         "default-height", 620, "destroy-with-parent", TRUE, "transient-for",
                         gtk_widget_get_root (page), NULL);
  g_object_set_data_full (G_OBJECT (window), "dialog", dialog, dialog_free);
  adw_window_set_content (ADW_WINDOW (window), make_content (dialog));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  fill (dialog);
  gtk_window_present (GTK_WINDOW (window));
}
