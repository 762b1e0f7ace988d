/* ggov-import-summary.c: what an import would do, and what is odd about the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-import-summary.h"
#include "ggov-import-text.h"
#include "ggov-number-text.h"

#define MOST_REASONS 20 /* of one kind on the screen; the workbook of rejected rows has all */

struct _GgovImportSummary
{
  AdwBin           parent_instance;

  char            *text; /* (nullable): what is copied and saved */

  /* From the template. */
  GtkLabel        *added_label;
  GtkLabel        *changed_label;
  GtkLabel        *same_label;
  GtkLabel        *rejected_label;
  GtkLabel        *read_label;
  GtkLabel        *verdict_label;
  GtkWidget       *problems_group;
  GtkListBox      *problems_list;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (GgovImportSummary, ggov_import_summary, ADW_TYPE_BIN)

static void
show_toast (GgovImportSummary *self,
            const char        *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

/* Actions ---------------------------------------------------------------------------------- */

static void
copy_list_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovImportSummary *self = GGOV_IMPORT_SUMMARY (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  show_toast (self, _("The list was copied"));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovImportSummary) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, NULL))
    message = g_strdup_printf (_("The list was saved as “%s”"), shown);
  else
    message = g_strdup_printf (_("“%s” cannot be written there. Choose another folder."), shown);

  show_toast (self, message);
}

static void
save_response_cb (GtkNativeDialog   *chooser,
                  int                response,
                  GgovImportSummary *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file && self->text)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (self->text, strlen (self->text));

      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                           saved_cb, g_object_ref (self));
    }

  g_object_unref (chooser);
}

static void
save_list_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Save the List"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Save"), NULL);

  /* Translators: the file name proposed for a list of what is odd; keep the ending */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("import.txt"));
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Report ----------------------------------------------------------------------------------- */

static void
set_number (GtkLabel *label,
            guint     number)
{
  g_autofree char *text = ggov_number_dup_text (number);

  gtk_label_set_text (label, text);
}

static void
append_problem (GgovImportSummary       *self,
                GgovImportReport        *report,
                const GgovImportProblem *problem)
{
  const char *icon_name = problem->rejected ? "dialog-warning-symbolic"
                                            : "dialog-information-symbolic";
  g_autofree char *fate = ggov_import_dup_detail (problem);
  g_autofree char *reasons = ggov_import_dup_reasons (report, problem, MOST_REASONS);
  g_autofree char *detail = g_strconcat (fate, reasons ? "\n" : NULL, reasons, NULL);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  problem->rejected ? _("left out") : _("taken"), -1);
  gtk_widget_add_css_class (icon, problem->rejected ? "warning" : "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->problems_list, row);
}

static const char *
find_verdict (const GgovImportReport *report)
{
  if (report->rejected == report->read)
    return _("Nothing of this file can be imported.");

  if (report->added + report->changed == 0)
    return _("The office knows all of this already.");

  if (report->rejected > 0)
    return _("The file can be imported in part.");

  return _("The file can be imported.");
}

static void
show_problems (GgovImportSummary *self,
               GgovImportReport  *report)
{
  const GPtrArray *problems = report->problems;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->problems_list, 0)))
    gtk_list_box_remove (self->problems_list, GTK_WIDGET (row));

  /* What is left out first. */
  for (int rejected = 1; rejected >= 0; rejected--)
    for (guint i = 0; i < problems->len; i++)
      if (((GgovImportProblem *) problems->pdata[i])->rejected == rejected)
        append_problem (self, report, problems->pdata[i]);

  gtk_widget_set_visible (self->problems_group, problems->len > 0);
}

static void
ggov_import_summary_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (ggov_import_summary_parent_class)->dispose (object);
}

static void
ggov_import_summary_finalize (GObject *object)
{
  GgovImportSummary *self = GGOV_IMPORT_SUMMARY (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (ggov_import_summary_parent_class)->finalize (object);
}

static void
ggov_import_summary_class_init (GgovImportSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_import_summary_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_import_summary_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/import/ggov-import-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, added_label);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, changed_label);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, same_label);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, rejected_label);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, read_label);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, problems_group);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, problems_list);
  gtk_widget_class_bind_template_child (widget_class, GgovImportSummary, toasts);
  gtk_widget_class_install_action (widget_class, "import.copy-list", NULL, copy_list_cb);
  gtk_widget_class_install_action (widget_class, "import.save-list", NULL, save_list_cb);
}

static void
ggov_import_summary_init (GgovImportSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_import_summary_set_report (GgovImportSummary      *self,
                                GgovImportReport       *report)
{
  g_return_if_fail (GGOV_IS_IMPORT_SUMMARY (self));
  g_return_if_fail (report != NULL);

  g_free (self->text);
  self->text = ggov_import_dup_text (report);

  gtk_label_set_text (self->verdict_label, find_verdict (report));
  set_number (self->read_label, report->read);
  set_number (self->added_label, report->added);
  set_number (self->changed_label, report->changed);
  set_number (self->same_label, report->same);
  set_number (self->rejected_label, report->rejected);
  show_problems (self, report);
}

void
ggov_import_summary_show_message (GgovImportSummary *self,
                                  const char        *message)
{
  g_return_if_fail (GGOV_IS_IMPORT_SUMMARY (self));
  g_return_if_fail (message != NULL);

  show_toast (self, message);
}
