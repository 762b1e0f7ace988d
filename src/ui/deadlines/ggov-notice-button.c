/* ggov-notice-button.c: chooses a file with the holidays of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-icon-button.h"
#include "ggov-notice-button.h"
#include "ggov-year-notice.h"

struct _GgovNoticeButton
{
  AdwBin     parent_instance;

  GBytes    *json;  /* (nullable) */
  GtkButton *label; /* (unowned): says which file is chosen */
  GtkWidget *clear; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (GgovNoticeButton, ggov_notice_button, ADW_TYPE_BIN)

static void
response_cb (GtkNativeDialog  *chooser,
             int               response,
             GgovNoticeButton *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    ggov_notice_button_take (self, path);

  g_object_unref (chooser);
}

static void
choose (GgovNoticeButton *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *chooser = ggov_notice_chooser_new (GTK_WINDOW (root));

  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
clear (GgovNoticeButton *self)
{
  ggov_notice_button_take (self, NULL);
}

static void
ggov_notice_button_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_NOTICE_BUTTON (object)->json, g_bytes_unref);

  G_OBJECT_CLASS (ggov_notice_button_parent_class)->finalize (object);
}

static void
ggov_notice_button_class_init (GgovNoticeButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_notice_button_finalize;
}

static void
ggov_notice_button_init (GgovNoticeButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_BUTTON (gtk_button_new ());
  self->clear = ggov_icon_button_new ("edit-clear-symbolic", _("As it was announced"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  g_signal_connect_object (self->label, "clicked", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->clear);
  adw_bin_set_child (ADW_BIN (self), box);
  clear (self);
}

GBytes *
ggov_notice_button_get_json (GgovNoticeButton *self)
{
  g_return_val_if_fail (GGOV_IS_NOTICE_BUTTON (self), NULL);

  return self->json;
}

void
ggov_notice_button_take (GgovNoticeButton *self,
                         const char       *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) json = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (GGOV_IS_NOTICE_BUTTON (self));

  if (path && !(json = ggov_year_notice_read (path, &error)))
    {
      sentence = ggov_error_dup_sentence (error);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
      return;
    }

  g_clear_pointer (&self->json, g_bytes_unref);
  self->json = g_steal_pointer (&json);
  name = path ? g_filename_display_basename (path) : g_strdup (_("As it was announced"));
  gtk_button_set_label (self->label, name);
  gtk_widget_set_visible (self->clear, path != NULL);
}

GtkFileChooserNative *
ggov_notice_chooser_new (GtkWindow *parent)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Choose a Year’s Notice"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Choose"), NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Holidays of a year (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);

  return chooser;
}
