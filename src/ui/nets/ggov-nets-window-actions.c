/* ggov-nets-window-actions.c: what a user does with old nets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-net-end-dialog.h"
#include "ggov-net-grids-dialog.h"
#include "ggov-net-import-dialog.h"
#include "ggov-nets-window-private.h"
#include "ggov-store-nets.h"

static void
imported_cb (GgovNetsWindow *self,
             const char     *sentence,
             gint64          change_id)
{
  if (change_id != 0)
    _ggov_nets_window_announce (self, sentence, change_id);
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

static void
import (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (widget);
  gboolean is_people = g_str_equal (action_name, "nets.import-people");
  const char *net = is_people && self->study
    ? ggov_net_get_row (ggov_net_study_get_net (self->study))->name : NULL;
  GgovNetImportDialog *dialog = ggov_net_import_dialog_new (GTK_WINDOW (self), self->session, net);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
grids_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GgovNetsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change;

  if (self->session == NULL)
    return;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    _ggov_nets_window_announce (self, _("Grids chosen"), change);
  else
    _ggov_nets_window_show_message (self, error);
}

static void
choose_grids (gpointer      data,
              gint64        person_id,
              const gint64 *grid_ids,
              guint         n_grids)
{
  GgovNetsWindow *self = data;

  if (self->session)
    ggov_store_choose_net_grids_async (ggov_session_get_store (self->session), person_id, NULL,
                                       grid_ids, n_grids, NULL, grids_chosen_cb,
                                       g_object_ref (self));
}

static void
change_grids (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (widget);
  g_autoptr(GgovNetPerson) person = _ggov_nets_window_dup_person (self);

  if (self->study && person)
    ggov_net_grids_dialog_show (GTK_WINDOW (self), self->study, person, choose_grids, self);
}

static void
ended_cb (gpointer data,
          gint64   change_id,
          gboolean is_move)
{
  _ggov_nets_window_announce (data, is_move ? _("Moved to base grids") : _("Net retired"),
                              change_id);
}

static void
end_net (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (widget);

  if (self->study)
    ggov_net_end_dialog_show (GTK_WINDOW (self), self->session, self->study,
                              g_str_equal (action_name, "nets.carry-out"), ended_cb, self);
}

static void
undo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (widget);

  if (self->page)
    gtk_widget_activate_action_variant (self->page, "win.undo-change", parameter);
}

/* The latest change of all, as in the office's window. */
static void
undo_latest (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (widget);

  if (self->page)
    gtk_widget_activate_action (self->page, "win.undo", NULL);
}

static void
print (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (widget);
  g_auto(GVariantDict) wishes = G_VARIANT_DICT_INIT (NULL);

  if (self->page == NULL || self->study == NULL)
    return;

  g_variant_dict_insert (&wishes, "record", "x",
                         ggov_net_get_row (ggov_net_study_get_net (self->study))->id);
  gtk_widget_activate_action (self->page, "win.print-paper", "(s@a{sv})", "old-net",
                              g_variant_dict_end (&wishes));
}

static void
toggle_shown (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (widget);

  gtk_toggle_button_set_active (self->show_button,
                                !gtk_toggle_button_get_active (self->show_button));
}

static void
show_table (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->tables, g_variant_get_string (parameter, NULL));
}

void
_ggov_nets_window_update_actions (GgovNetsWindow *self)
{
  const GgovNetRow *row = self->study ? ggov_net_get_row (ggov_net_study_get_net (self->study))
                                      : NULL;
  gboolean is_open = row && row->retired_on == NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "nets.import-people", is_open);
  gtk_widget_action_set_enabled (widget, "nets.print", row != NULL);
  gtk_widget_action_set_enabled (widget, "nets.retire", is_open);
  gtk_widget_action_set_enabled (widget, "nets.carry-out", is_open && row->people > 0);
  gtk_widget_action_set_enabled (widget, "nets.change-grids", is_open && row->people > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->role_choice), is_open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->show_button), row != NULL);
}

void
_ggov_nets_window_install_actions (GtkWidgetClass *klass)
{
  static const char * const tables[] = { "people", "matrix", "proof" };

  gtk_widget_class_install_action (klass, "nets.carry-out", NULL, end_net);
  gtk_widget_class_install_action (klass, "nets.change-grids", NULL, change_grids);
  gtk_widget_class_install_action (klass, "nets.import", NULL, import);
  gtk_widget_class_install_action (klass, "nets.import-people", NULL, import);
  gtk_widget_class_install_action (klass, "nets.print", NULL, print);
  gtk_widget_class_install_action (klass, "nets.retire", NULL, end_net);
  gtk_widget_class_install_action (klass, "nets.show-table", "s", show_table);
  gtk_widget_class_install_action (klass, "nets.toggle-shown", NULL, toggle_shown);
  gtk_widget_class_install_action (klass, "nets.undo", "(sx)", undo);
  gtk_widget_class_install_action (klass, "nets.undo-latest", NULL, undo_latest);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK, "nets.change-grids",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_i, GDK_CONTROL_MASK, "nets.import", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, GDK_CONTROL_MASK, "nets.toggle-shown",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "nets.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "nets.carry-out",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "nets.undo-latest",
                                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + i, GDK_ALT_MASK, "nets.show-table", "s",
                                         tables[i]);
}
