/* ggov-new-office-dialog.c: what has to be known of an office before it is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <string.h>

#include "ggov-new-office-dialog.h"

#define CODE_LENGTH 9

struct _GgovNewOfficeDialog
{
  AdwWindow    parent_instance;

  /* From the template. */
  GtkEditable *code_row;
  GtkWidget   *make_button;
  GtkEditable *name_row;
};

enum {
  DESCRIBED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovNewOfficeDialog, ggov_new_office_dialog, ADW_TYPE_WINDOW)

static gboolean
is_code (const char *text)
{
  return strlen (text) == CODE_LENGTH && strspn (text, "0123456789") == CODE_LENGTH;
}

static void
update (GgovNewOfficeDialog *self)
{
  const char *code = gtk_editable_get_text (self->code_row);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  GtkWidget *row = GTK_WIDGET (self->code_row);

  if (strspn (code, "0123456789") == strlen (code) && strlen (code) <= CODE_LENGTH)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "office.make", *name && is_code (code));
}

static void
make_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovNewOfficeDialog *self = GGOV_NEW_OFFICE_DIALOG (widget);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *code = g_strdup (gtk_editable_get_text (self->code_row));

  g_signal_emit (self, signals[DESCRIBED], 0, name, code);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ggov_new_office_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GGOV_TYPE_NEW_OFFICE_DIALOG);

  G_OBJECT_CLASS (ggov_new_office_dialog_parent_class)->dispose (object);
}

static void
ggov_new_office_dialog_class_init (GgovNewOfficeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_new_office_dialog_dispose;

  signals[DESCRIBED] = g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                     G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/ggov-new-office-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovNewOfficeDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, GgovNewOfficeDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, GgovNewOfficeDialog, name_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "office.make", NULL, make_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_new_office_dialog_init (GgovNewOfficeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->make_button);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->name_row));
  update (self);
}

GgovNewOfficeDialog *
ggov_new_office_dialog_new (GtkWindow *parent)
{
  return g_object_new (GGOV_TYPE_NEW_OFFICE_DIALOG, "transient-for", parent, NULL);
}
