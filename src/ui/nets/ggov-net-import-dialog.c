/* ggov-net-import-dialog.c: takes in an old net, or the people of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-exchange-import.h"
#include "ggov-import-guess.h"
#include "ggov-import-summary.h"
#include "ggov-net-import-dialog.h"
#include "ggov-number-text.h"

enum {
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the template's choices. */
static const GgovGeoDatum datums[] = {
  GGOV_GEO_DATUM_CGCS2000, GGOV_GEO_DATUM_GCJ02, GGOV_GEO_DATUM_BD09,
};

struct _GgovNetImportDialog
{
  AdwWindow            parent_instance;

  GgovSession         *session;     /* (nullable): NULL once disposed of */
  gboolean             is_people;
  char                *path;        /* (nullable) */
  GgovExchangeReading *reading;     /* (nullable) */
  GgovImportReport    *report;      /* (nullable): of the rehearsal */
  GCancellable        *cancellable; /* (nullable): of what is under way */

  /* From the template. */
  GtkWidget           *choose_button;
  AdwComboRow         *datum_row;
  GtkEditable         *department_row;
  GtkLabel            *error_label;
  AdwActionRow        *file_row;
  GtkLabel            *hint_label;
  GtkEditable         *net_row;
  GtkButton           *next_button;
  GtkProgressBar      *progress;
  GtkEditable         *source_row;
  GtkStack            *steps;
  GgovImportSummary   *summary;
};

G_DEFINE_FINAL_TYPE (GgovNetImportDialog, ggov_net_import_dialog, ADW_TYPE_WINDOW)

static gboolean
is_at (GgovNetImportDialog *self,
       const char          *step)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->steps), step) == 0;
}

static void
update (GgovNetImportDialog *self)
{
  gboolean is_last = is_at (self, "summary");
  gboolean can_go_on = is_last ? self->report && self->report->rejected < self->report->read
                               : is_at (self, "options") && self->path &&
                                 *gtk_editable_get_text (self->net_row);

  gtk_button_set_label (self->next_button, is_last ? _("_Import") : _("_Check"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "net-import.next", can_go_on);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->next_button));
}

static void
show_step (GgovNetImportDialog *self,
           const char          *step)
{
  /* What had the focus goes with its step. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child_name (self->steps, step);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (is_at (self, "options") && self->path == NULL
                                       ? self->choose_button : GTK_WIDGET (self->next_button)));
}

static void
show_error (GgovNetImportDialog *self,
            const char          *sentence)
{
  gtk_label_set_label (self->error_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), *sentence != '\0');
}

/* FALSE if there is nothing to go on with: the dialog is gone, or an error was shown. */
static gboolean
end (GgovNetImportDialog *self,
     const GError        *error)
{
  g_autofree char *sentence = NULL;

  if (self->session == NULL || g_cancellable_is_cancelled (self->cancellable))
    return FALSE;

  g_clear_object (&self->cancellable);
  if (error == NULL)
    return TRUE;

  sentence = ggov_error_dup_sentence (error);
  show_error (self, sentence);
  show_step (self, "options");

  return FALSE;
}

static void
begin (GgovNetImportDialog *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_error (self, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_step (self, "busy");
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  GgovNetImportDialog *self = user_data;

  if (self->session)
    gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

static char *
dup_sentence (GgovNetImportDialog    *self,
              const GgovImportReport *report)
{
  g_autofree char *added = ggov_number_dup_text (report->added);
  g_autofree char *changed = ggov_number_dup_text (report->changed);
  const char *net = gtk_editable_get_text (self->net_row);

  if (report->change_id == 0)
    return g_strdup_printf (_("“%s” holds nothing that is new"), net);

  /* Translators: a net's name, and how many records are new and changed. */
  return g_strdup_printf (_("“%s” imported: %s new, %s changed"), net, added, changed);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovNetImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovImportReport) report =
    ggov_exchange_import_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = NULL;

  if (!end (self, error))
    return;

  sentence = dup_sentence (self, report);
  g_signal_emit (self, signals[IMPORTED], 0, sentence, report->change_id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
rehearsed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovNetImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovImportReport) report =
    ggov_exchange_import_finish (GGOV_STORE (object), result, &error);

  if (!end (self, error))
    return;

  g_clear_pointer (&self->report, ggov_import_report_free);
  self->report = g_steal_pointer (&report);
  ggov_import_summary_set_report (self->summary, self->report);
  show_step (self, "summary");
}

static void
accept (GgovNetImportDialog *self,
        gboolean             dry_run)
{
  guint layer = self->is_people ? 0 : ggov_import_guess_layer (self->reading);
  guint datum = MIN (adw_combo_row_get_selected (self->datum_row), G_N_ELEMENTS (datums) - 1);
  const char *department = gtk_editable_get_text (self->department_row);
  const GgovImportRequest request = {
    .kind = self->is_people ? GGOV_IMPORT_OLD_PEOPLE : GGOV_IMPORT_OLD_GRIDS,
    .path = self->path,
    .layer = ggov_exchange_reading_get_layer (self->reading, layer)->name,
    .datum = datums[datum],
    .words = gtk_editable_get_text (self->source_row),
    .net = gtk_editable_get_text (self->net_row),
    .department = *department ? department : NULL,
    .dry_run = dry_run,
  };

  begin (self);
  ggov_exchange_accept_async (ggov_session_get_store (self->session), self->reading, &request,
                              progress_cb, self, self->cancellable,
                              dry_run ? rehearsed_cb : imported_cb, g_object_ref (self));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovNetImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovExchangeReading) reading = ggov_exchange_read_finish (result, &error);

  if (!end (self, error))
    return;

  g_set_object (&self->reading, reading);
  accept (self, TRUE);
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovNetImportDialog *self = GGOV_NET_IMPORT_DIALOG (widget);
  const GgovExchangeRequest request = {
    .path = self->path,
    .expect = self->is_people ? GGOV_EXCHANGE_EXPECT_TABLE : GGOV_EXCHANGE_EXPECT_SHAPES,
  };

  if (is_at (self, "summary"))
    {
      accept (self, FALSE);
      return;
    }

  begin (self);
  ggov_exchange_read_async (&request, progress_cb, self, self->cancellable, read_cb,
                            g_object_ref (self));
}

void
ggov_net_import_dialog_take_file (GgovNetImportDialog *self,
                                  GFile               *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  char *dot = strrchr (shown, '.');

  g_return_if_fail (GGOV_IS_NET_IMPORT_DIALOG (self));

  g_free (self->path);
  self->path = g_file_get_path (file);
  adw_action_row_set_subtitle (self->file_row, shown);
  if (dot)
    *dot = '\0';
  if (*gtk_editable_get_text (self->net_row) == '\0')
    gtk_editable_set_text (self->net_row, shown);
  update (self);
}

static void
file_response_cb (GtkNativeDialog     *chooser,
                  int                  response,
                  GgovNetImportDialog *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file)
    ggov_net_import_dialog_take_file (self, file);

  g_object_unref (chooser);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Choose a File"), GTK_WINDOW (widget),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);

  g_signal_connect_object (chooser, "response", G_CALLBACK (file_response_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* A window that is closed lives on until what it asked for has answered; it is not waited for. */
static void
ggov_net_import_dialog_unrealize (GtkWidget *widget)
{
  g_cancellable_cancel (GGOV_NET_IMPORT_DIALOG (widget)->cancellable);

  GTK_WIDGET_CLASS (ggov_net_import_dialog_parent_class)->unrealize (widget);
}

static void
ggov_net_import_dialog_dispose (GObject *object)
{
  GgovNetImportDialog *self = GGOV_NET_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->report, ggov_import_report_free);

  G_OBJECT_CLASS (ggov_net_import_dialog_parent_class)->dispose (object);
}

static void
ggov_net_import_dialog_finalize (GObject *object)
{
  GgovNetImportDialog *self = GGOV_NET_IMPORT_DIALOG (object);

  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (ggov_net_import_dialog_parent_class)->finalize (object);
}

static void
ggov_net_import_dialog_class_init (GgovNetImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_net_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_net_import_dialog_finalize;
  widget_class->unrealize = ggov_net_import_dialog_unrealize;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  g_type_ensure (GGOV_TYPE_IMPORT_SUMMARY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/nets/ggov-net-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, datum_row);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, department_row);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, net_row);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, GgovNetImportDialog, summary);
  gtk_widget_class_install_action (widget_class, "net-import.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "net-import.next", NULL, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "net-import.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "net-import.next", NULL);
}

static void
ggov_net_import_dialog_init (GgovNetImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->net_row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

GgovNetImportDialog *
ggov_net_import_dialog_new (GtkWindow   *parent,
                            GgovSession *session,
                            const char  *net)
{
  GgovNetImportDialog *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_NET_IMPORT_DIALOG,
                       "title", net ? _("Import the People of an Old Net")
                                    : _("Import an Old Net"),
                       "transient-for", parent,
                       NULL);
  self->session = g_object_ref (session);
  self->is_people = net != NULL;
  gtk_editable_set_text (self->net_row, net ? net : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->net_row), !self->is_people);
  gtk_widget_set_visible (GTK_WIDGET (self->department_row), !self->is_people);
  gtk_widget_set_visible (GTK_WIDGET (self->source_row), !self->is_people);
  gtk_widget_set_visible (GTK_WIDGET (self->datum_row), !self->is_people);
  gtk_label_set_label (self->hint_label,
                       self->is_people
                         ? _("A table with a row of headings: the old grid’s code or name, the "
                             "person’s name, and perhaps phone and post.")
                         : _("A map file with the areas of the net. Columns may tell code, name, "
                             "who is responsible and their phone. Overlaps are told of and kept."));
  show_step (self, "options");

  return self;
}
