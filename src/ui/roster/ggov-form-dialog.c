/* ggov-form-dialog.c: a dialog of rows to fill in, which stays until it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-form-dialog.h"
#include "ggov-local-time.h"

#define KEY_SWITCH "ggov-switch"
#define KEY_BUFFER "ggov-buffer"

struct _GgovFormDialog
{
  AdwWindow       parent_instance;

  GtkWidget      *page;      /* (owned) */
  GgovSession    *session;
  GgovFormFunc    func;      /* (nullable) */
  gpointer        data;
  GDestroyNotify  free_data; /* (nullable) */
  char           *done;      /* (nullable): the sentence once it is done */
  GtkWidget      *cursor;    /* (nullable) (weak): what had it before the change was asked for */

  /* From the template. */
  GtkButton      *accept_button;
  GtkButton      *cancel_button;
  GtkBox         *box;
  GtkLabel       *error_label;
  GtkLabel       *what_label;

  GtkListBox     *list;      /* (nullable) (unowned): where plain rows go */
};

G_DEFINE_FINAL_TYPE (GgovFormDialog, ggov_form_dialog, ADW_TYPE_WINDOW)

static void
accept_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovFormDialog *self = GGOV_FORM_DIALOG (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  if (self->func)
    self->func (self, self->data);
}

static void
ggov_form_dialog_dispose (GObject *object)
{
  GgovFormDialog *self = GGOV_FORM_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_object (&self->session);
  if (self->free_data)
    g_clear_pointer (&self->data, self->free_data);
  g_clear_pointer (&self->done, g_free);
  g_clear_weak_pointer (&self->cursor);

  G_OBJECT_CLASS (ggov_form_dialog_parent_class)->dispose (object);
}

static void
ggov_form_dialog_class_init (GgovFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_form_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovFormDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, GgovFormDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GgovFormDialog, box);
  gtk_widget_class_bind_template_child (widget_class, GgovFormDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovFormDialog, what_label);
  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_form_dialog_init (GgovFormDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* A text of several lines takes Return, with Control as well, for a line's end. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_named_action_new ("dialog.accept")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

GgovFormDialog *
ggov_form_dialog_new (GtkWidget      *page,
                      GgovSession    *session,
                      const char     *title,
                      const char     *accept,
                      const char     *what,
                      GgovFormFunc    func,
                      gpointer        data,
                      GDestroyNotify  free_data)
{
  GgovFormDialog *self = g_object_new (GGOV_TYPE_FORM_DIALOG, "transient-for",
                                       gtk_widget_get_root (page), "title", title, NULL);

  self->page = g_object_ref (page);
  self->session = g_object_ref (session);
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), accept != NULL);
  if (accept)
    gtk_button_set_label (self->accept_button, accept);
  else
    gtk_button_set_label (self->cancel_button, _("_Close"));
  gtk_widget_set_visible (GTK_WIDGET (self->what_label), what != NULL);
  if (what)
    gtk_label_set_label (self->what_label, what);

  return self;
}

void
ggov_form_dialog_set_ending (GgovFormDialog *self)
{
  g_return_if_fail (GGOV_IS_FORM_DIALOG (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self->accept_button), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->accept_button), "destructive-action");
}

/* Plain rows that follow one another share a frame. */
void
ggov_form_dialog_add_row (GgovFormDialog *self,
                          GtkWidget      *row)
{
  if (self->list == NULL)
    {
      self->list = GTK_LIST_BOX (gtk_list_box_new ());
      gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
      gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
      gtk_box_append (self->box, GTK_WIDGET (self->list));
    }

  gtk_list_box_append (self->list, row);
}

GtkWidget *
ggov_form_dialog_add_entry (GgovFormDialog *self,
                            const char     *title,
                            const char     *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
  ggov_form_dialog_add_row (self, row);

  return row;
}

GtkWidget *
ggov_form_dialog_add_switch (GgovFormDialog *self,
                             const char     *title,
                             gboolean        active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_switch_set_active (GTK_SWITCH (button), active);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), KEY_SWITCH, button);
  ggov_form_dialog_add_row (self, row);

  return row;
}

GtkWidget *
ggov_form_dialog_add_combo (GgovFormDialog    *self,
                            const char        *title,
                            const char *const *words,
                            guint              selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) model = gtk_string_list_new (words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  ggov_form_dialog_add_row (self, row);

  return row;
}

GtkWidget *
ggov_form_dialog_add_text (GgovFormDialog *self,
                           const char     *title,
                           const char     *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_widget_set_size_request (view, -1, 72);
  gtk_widget_add_css_class (view, "card");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  g_object_set_data (G_OBJECT (box), KEY_BUFFER, gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  ggov_form_dialog_add (self, box);

  return box;
}

GtkDropDown *
ggov_form_dialog_add_drop_down (GgovFormDialog *self,
                                const char     *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop);
  ggov_form_dialog_add (self, box);

  return GTK_DROP_DOWN (drop);
}

void
ggov_form_dialog_add_hint (GgovFormDialog *self,
                           const char     *hint)
{
  GtkWidget *label = gtk_label_new (hint);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  ggov_form_dialog_add (self, label);
}

void
ggov_form_dialog_add (GgovFormDialog *self,
                      GtkWidget      *widget)
{
  g_return_if_fail (GGOV_IS_FORM_DIALOG (self));

  self->list = NULL;
  gtk_box_append (self->box, widget);
}

char *
ggov_form_dialog_dup_text (GtkWidget *row)
{
  GtkTextBuffer *buffer = g_object_get_data (G_OBJECT (row), KEY_BUFFER);
  GtkTextIter start, end;

  if (buffer == NULL)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

char *
ggov_form_dialog_dup_day (GgovFormDialog *self,
                          GtkWidget      *row)
{
  g_autofree char *day = ggov_form_dialog_dup_text (row);
  int number;

  g_return_val_if_fail (GGOV_IS_FORM_DIALOG (self), NULL);

  if (ggov_local_day_parse (day, &number, NULL))
    return g_steal_pointer (&day);

  ggov_form_dialog_refuse (self, _("Write the day as year-month-day, such as 2026-02-13."));
  gtk_widget_grab_focus (row);

  return NULL;
}

gboolean
ggov_form_dialog_get_switch (GtkWidget *row)
{
  return gtk_switch_get_active (g_object_get_data (G_OBJECT (row), KEY_SWITCH));
}

GgovSession *
ggov_form_dialog_get_session (GgovFormDialog *self)
{
  g_return_val_if_fail (GGOV_IS_FORM_DIALOG (self), NULL);

  return self->session;
}

void
ggov_form_dialog_refuse (GgovFormDialog *self,
                         const char     *sentence)
{
  g_return_if_fail (GGOV_IS_FORM_DIALOG (self));

  gtk_label_set_label (self->error_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
}

gpointer
ggov_form_dialog_wait (GgovFormDialog *self,
                       char           *done)
{
  g_return_val_if_fail (GGOV_IS_FORM_DIALOG (self), NULL);

  g_free (self->done);
  self->done = done;
  g_set_weak_pointer (&self->cursor, gtk_window_get_focus (GTK_WINDOW (self)));
  /* An entry that is made insensitive while it has the cursor misses that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);

  return g_object_ref (self);
}

void
ggov_form_dialog_finish_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr(GgovFormDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  ggov_store_change_finish (GGOV_STORE (object), result, &id, &error);
  ggov_form_dialog_end (self, id, error);
}

void
ggov_form_dialog_end (GgovFormDialog *self,
                      gint64          change_id,
                      const GError   *error)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (GGOV_IS_FORM_DIALOG (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (error == NULL)
    {
      if (change_id != 0)
        gtk_widget_activate_action (self->page, "win.announce-change", "(sx)", self->done,
                                    change_id);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  sentence = ggov_error_dup_sentence (error);
  ggov_form_dialog_refuse (self, sentence);
  if (self->cursor)
    gtk_window_set_focus (GTK_WINDOW (self), self->cursor);
}
