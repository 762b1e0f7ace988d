/* ggov-people-export-dialog.c: gives the roster, or a part of it, to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-people-export-dialog.h"

struct _GgovPeopleExportDialog
{
  AdwWindow         parent_instance;

  GListModel       *all;
  GListModel       *chosen;
  GgovRosterColumn  columns[GGOV_ROSTER_N_COLUMNS];
  guint             n_columns;
  char             *scope;       /* (nullable) */
  char             *day;

  /* From the template. */
  AdwComboRow      *columns_row;
  GtkWidget        *export_button;
  GtkLabel         *error_label;
  AdwComboRow      *format_row;
  AdwComboRow      *lines_row;
  GtkWidget        *spinner;
};

/* What the lines' row offers, where something is selected; else there are all lines only. */
enum { CHOSEN, ALL };

enum { EXPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What is being written, away from the main loop. */
typedef struct
{
  GListModel       *rows;
  GgovRosterColumn  columns[GGOV_ROSTER_N_COLUMNS];
  GgovPeopleExport  request;
  char             *path;
  char             *scope; /* (nullable) */
  char             *day;
  guint             n;     /* (out) */
} Job;

G_DEFINE_FINAL_TYPE (GgovPeopleExportDialog, ggov_people_export_dialog, ADW_TYPE_WINDOW)

static void
job_free (Job *job)
{
  g_object_unref (job->rows);
  g_free (job->path);
  g_free (job->scope);
  g_free (job->day);
  g_free (job);
}

static GgovPeopleFormat
get_format (GgovPeopleExportDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->format_row), GGOV_PEOPLE_N_FORMATS - 1);
}

static gboolean
is_chosen_only (GgovPeopleExportDialog *self)
{
  return g_list_model_get_n_items (self->chosen) > 0 &&
         adw_combo_row_get_selected (self->lines_row) == CHOSEN;
}

static void
show_error (GgovPeopleExportDialog *self,
            const char             *sentence)
{
  gtk_label_set_text (self->error_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
}

static void
show_busy (GgovPeopleExportDialog *self,
           gboolean                is_busy)
{
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", !is_busy);
}

/* A card has what a card has. */
static void
format_cb (GgovPeopleExportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns_row),
                            get_format (self) < GGOV_PEOPLE_VCARD);
}

/* Writing --------------------------------------------------------------------------------- */

static void
write_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (ggov_people_export_write (job->rows, &job->request, &job->n, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GgovPeopleExportDialog *self = GGOV_PEOPLE_EXPORT_DIALOG (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sentence = ggov_error_dup_sentence (error);
      show_busy (self, FALSE);
      show_error (self, sentence);
      return;
    }

  number = ggov_number_dup_text (job->n);
  name = g_filename_display_basename (job->path);
  /* Translators: a file’s name, and how many lines or cards are in it */
  sentence = g_strdup_printf (ngettext ("“%s” written: %s line", "“%s” written: %s lines", job->n),
                              name, number);
  g_signal_emit (self, signals[EXPORTED], 0, sentence);
  gtk_window_close (GTK_WINDOW (self));
}

static void
write_to (GgovPeopleExportDialog *self,
          char                   *path)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, written_cb, NULL);
  gboolean has_all = adw_combo_row_get_selected (self->columns_row) == 1;
  Job *job = g_new0 (Job, 1);

  job->rows = g_object_ref (is_chosen_only (self) ? self->chosen : self->all);
  for (guint i = 0; i < GGOV_ROSTER_N_COLUMNS; i++)
    job->columns[i] = has_all ? i : self->columns[i];
  job->path = path;
  job->scope = g_strdup (self->scope);
  job->day = g_strdup (self->day);
  job->request = (GgovPeopleExport) {
    .path = job->path, .format = get_format (self), .columns = job->columns,
    .n_columns = has_all ? GGOV_ROSTER_N_COLUMNS : self->n_columns, .scope = job->scope,
    .as_of = job->day,
  };

  show_error (self, NULL);
  show_busy (self, TRUE);
  g_task_set_source_tag (task, write_to);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_job);
}

/* A name without an ending, or with another, gets the right one. */
static void
write_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovPeopleExportDialog *self = GGOV_PEOPLE_EXPORT_DIALOG (widget);
  const char *path = g_variant_get_bytestring (parameter);
  const char *ending = ggov_people_format_get_ending (get_format (self));
  g_autofree char *dotted = g_strconcat (".", ending, NULL);
  g_autofree char *folded = g_ascii_strdown (path, -1);

  write_to (self, g_str_has_suffix (folded, dotted) ? g_strdup (path)
                                                    : g_strconcat (path, dotted, NULL));
}

static void
named_cb (GtkNativeDialog        *chooser,
          int                     response,
          GgovPeopleExportDialog *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "export.write",
                                        g_variant_new_bytestring (path));
  else if (response == GTK_RESPONSE_ACCEPT)
    show_error (self, _("The file cannot be written there. Choose a place on this computer."));

  g_object_unref (chooser);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovPeopleExportDialog *self = GGOV_PEOPLE_EXPORT_DIALOG (widget);
  /* Translators: a file’s name without its ending; the place is a day */
  g_autofree char *base = g_strdup_printf (_("Grid roster %s"), self->day);
  g_autofree char *name = g_strdup_printf ("%s.%s", base,
                                           ggov_people_format_get_ending (get_format (self)));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Export to a File"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (named_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
ggov_people_export_dialog_dispose (GObject *object)
{
  GgovPeopleExportDialog *self = GGOV_PEOPLE_EXPORT_DIALOG (object);

  g_clear_object (&self->all);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->day, g_free);

  G_OBJECT_CLASS (ggov_people_export_dialog_parent_class)->dispose (object);
}

static void
ggov_people_export_dialog_class_init (GgovPeopleExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_people_export_dialog_dispose;

  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-people-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPeopleExportDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, GgovPeopleExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPeopleExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, GgovPeopleExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, GgovPeopleExportDialog, lines_row);
  gtk_widget_class_bind_template_child (widget_class, GgovPeopleExportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "export.write", "ay", write_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "export.choose", NULL);
}

static void
ggov_people_export_dialog_init (GgovPeopleExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
}

static void
fill (GgovPeopleExportDialog *self)
{
  g_autoptr(GtkStringList) formats = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) lines = gtk_string_list_new (NULL);
  guint n_chosen = g_list_model_get_n_items (self->chosen);
  g_autofree char *all = ggov_number_dup_text (g_list_model_get_n_items (self->all));
  /* Translators: a number */
  g_autofree char *all_words = g_strdup_printf (_("All lines shown (%s)"), all);

  for (guint i = 0; i < GGOV_PEOPLE_N_FORMATS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s (.%s)", ggov_people_format_get_label (i),
                                               ggov_people_format_get_ending (i));

      gtk_string_list_append (formats, name);
    }
  if (n_chosen > 0)
    {
      g_autofree char *number = ggov_number_dup_text (n_chosen);
      /* Translators: a number */
      g_autofree char *words = g_strdup_printf (_("Selected lines (%s)"), number);

      gtk_string_list_append (lines, words);
    }
  gtk_string_list_append (lines, all_words);
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (formats));
  adw_combo_row_set_model (self->lines_row, G_LIST_MODEL (lines));
  /* One line is selected because it was looked at. */
  adw_combo_row_set_selected (self->lines_row, n_chosen == 1 ? ALL : CHOSEN);
}

GtkWidget *
ggov_people_export_dialog_new (GtkWidget              *page,
                               GListModel             *all,
                               GListModel             *chosen,
                               const GgovPeopleExport *request)
{
  GgovPeopleExportDialog *self = g_object_new (GGOV_TYPE_PEOPLE_EXPORT_DIALOG, "transient-for",
                                               gtk_widget_get_root (page), NULL);

  self->all = g_object_ref (all);
  self->chosen = g_object_ref (chosen);
  self->n_columns = request->n_columns;
  for (guint i = 0; i < request->n_columns; i++)
    self->columns[i] = request->columns[i];
  self->scope = g_strdup (request->scope);
  self->day = g_strdup (request->as_of);
  fill (self);

  return GTK_WIDGET (self);
}
