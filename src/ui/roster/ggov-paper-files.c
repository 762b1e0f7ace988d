/* ggov-paper-files.c: papers as files: chosen by the user, copied for the user, shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-paper-files.h"
#include "ggov-papers-read.h"

/* Choosing --------------------------------------------------------------------------------- */

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GArray *papers = ggov_papers_read_finish (result, &error);

  if (papers)
    g_task_return_pointer (task, papers, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           GTask           *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      ggov_papers_read_async (files, NULL, read_cb, g_object_ref (task));
    }
  else
    g_task_return_pointer (task, NULL, NULL);

  g_object_unref (task);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
ggov_paper_files_choose_async (GtkWidget           *widget,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (widget, NULL, callback, user_data);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Choose Papers"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  g_task_set_source_tag (task, ggov_paper_files_choose_async);
  gtk_file_filter_set_name (filter, _("PDF files and pictures"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/webp");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), task);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GArray *
ggov_paper_files_choose_finish (GtkWidget     *widget,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, widget), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Copying ---------------------------------------------------------------------------------- */

static void
tell (GtkWidget  *widget,
      const char *sentence)
{
  if (GGOV_IS_LIST_DIALOG (widget))
    ggov_list_dialog_set_note (GGOV_LIST_DIALOG (widget), sentence);
  else
    gtk_widget_activate_action (widget, "win.show-message", "s", sentence);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    tell (widget, _("The copy is written."));
  else
    tell (widget, error->message);
}

typedef struct
{
  GtkWidget *widget;
  GBytes    *content;
} Copy;

static void
copy_free (gpointer  data,
           GClosure *closure)
{
  Copy *copy = data;

  g_object_unref (copy->widget);
  g_bytes_unref (copy->content);
  g_free (copy);
}

static void
named_cb (GtkNativeDialog *dialog,
          int              response,
          Copy            *copy)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file)
    g_file_replace_contents_bytes_async (file, copy->content, NULL, FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb,
                                         g_object_ref (copy->widget));

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
ggov_paper_files_save (GgovListDialog *list,
                       GgovPostPaper  *paper,
                       GBytes         *content)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Save a Copy"), GTK_WINDOW (list),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  Copy *copy = g_new (Copy, 1);

  copy->widget = g_object_ref (GTK_WIDGET (list));
  copy->content = g_bytes_ref (content);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog),
                                     ggov_post_paper_get_record (paper)->name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (named_cb), copy, copy_free,
                         G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Showing ---------------------------------------------------------------------------------- */

/* A large picture takes longer than a frame to be taken apart. */
static void
decode_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (data, &error);

  if (texture)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
show_picture (GtkWidget  *widget,
              GdkTexture *texture,
              const char *name)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", gtk_widget_get_root (widget),
                                    "destroy-with-parent", TRUE, "title", name, "default-width", 720,
                                    "default-height", 640, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), picture);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}

static void
decoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GtkWidget *widget = GTK_WIDGET (object);
  g_autofree char *name = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (!gtk_widget_get_mapped (widget))
    return;

  if (texture)
    show_picture (widget, texture, name);
  else
    tell (widget, _("The picture cannot be read. Save a copy and look at it elsewhere."));
}

static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, NULL))
    tell (widget, _("No program here shows such files. Save a copy instead."));
}

/* On a thread of its own. The folder is the user's alone and goes with the session. */
static void
lay_out_job (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "gridgov-paper-XXXXXX",
                                              NULL);
  g_autofree char *path = NULL;
  GError *error = NULL;

  if (g_mkdtemp (folder) == NULL)
    {
      g_task_return_new_error (task, G_FILE_ERROR, G_FILE_ERROR_FAILED, "no folder");
      return;
    }

  path = g_build_filename (folder, "paper.pdf", NULL);
  if (g_file_set_contents_full (path, g_bytes_get_data (data, NULL), g_bytes_get_size (data),
                                G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_task_return_pointer (task, g_filename_to_uri (path, NULL, NULL), g_free);
  else
    g_task_return_error (task, error);
}

static void
laid_out_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GtkWidget *widget = GTK_WIDGET (object);
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_open = gtk_widget_get_mapped (widget);

  if (uri && is_open)
    gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL, shown_cb,
                       g_object_ref (widget));
  else if (is_open)
    tell (widget, _("The paper cannot be laid out to be shown. Save a copy instead."));
}

void
ggov_paper_files_show (GtkWidget  *widget,
                       const char *name,
                       const char *media_type,
                       GBytes     *content)
{
  gboolean is_picture = g_str_has_prefix (media_type, "image/");
  g_autoptr(GTask) task = is_picture ? g_task_new (widget, NULL, decoded_cb, g_strdup (name))
                                     : g_task_new (widget, NULL, laid_out_cb, NULL);

  g_task_set_source_tag (task, ggov_paper_files_show);
  g_task_set_task_data (task, g_bytes_ref (content), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, is_picture ? decode_job : lay_out_job);
}
