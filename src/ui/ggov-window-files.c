/* ggov-window-files.c: asking for a file: open, new, back up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-window-private.h"

typedef void (*FileFunc) (GgovWindow *self,
                          const char *path);

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  GgovWindow *self = GGOV_WINDOW (gtk_native_dialog_get_transient_for (dialog));
  FileFunc func = (FileFunc) user_data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (self && response == GTK_RESPONSE_ACCEPT && path)
    func (self, path);

  g_object_unref (dialog);
}

static void
ask (GgovWindow           *self,
     const char           *title,
     GtkFileChooserAction  action,
     const char           *accept,
     const char           *name,
     FileFunc              func)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action,
                                                              accept, NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Offices"));
  gtk_file_filter_add_pattern (filter, "*.gridgov");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  /* The dialog is not a widget that the window would keep: it lives until it is answered. */
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), func);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_path (GgovWindow *self,
           const char *path)
{
  ggov_window_open (self, path, GGOV_STORE_NONE, self->today);
}

static void
make_path (GgovWindow *self,
           const char *path)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    _ggov_window_show_message (self, _("There is a file of this name already. Choose another."));
  else
    {
      GgovFounding *founding = g_steal_pointer (&self->founding);

      ggov_window_open (self, path, GGOV_STORE_CREATE, self->today);
      self->founding = founding;
    }
}

static void
backup_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (ggov_store_backup_finish (GGOV_STORE (object), result, &error))
    message = g_strdup (_("The office was backed up and the copy checked."));
  else
    message = ggov_error_dup_sentence (error);

  _ggov_window_show_message (self, message);
}

static void
backup_path (GgovWindow *self,
             const char *path)
{
  if (self->session == NULL)
    return;

  if (g_strcmp0 (path, ggov_window_get_path (self)) == 0)
    _ggov_window_show_message (self, _("That is the office itself. Choose another name."));
  else
    ggov_store_backup_async (self->store, path, NULL, backup_cb, g_object_ref (self));
}

static void
open_office_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ask (GGOV_WINDOW (widget), _("Open an Office"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL,
       open_path);
}

static void
back_up_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;

  /* Translators: the file name proposed for a backup; %s is a day, 2026-03-31; keep the ending */
  name = g_strdup_printf (_("backup-%s.gridgov"), ggov_session_get_today (self->session));
  ask (self, _("Back Up the Office"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Back Up"), name,
       backup_path);
}

void
_ggov_window_install_file_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.back-up", NULL, back_up_cb);
  gtk_widget_class_install_action (klass, "win.open-office", NULL, open_office_cb);
}

void
_ggov_window_ask_for_new_file (GgovWindow *self)
{
  /* Translators: the file name proposed for a new office; keep the ending */
  ask (self, _("Make a New Office"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Make"), _("office.gridgov"),
       make_path);
}
