/* ggov-import-dialog-jobs.c: reading, rehearsing and importing, off the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-import-dialog-private.h"
#include "ggov-import-guess.h"
#include "ggov-import-rejects.h"
#include "ggov-number-text.h"

/* Under way --------------------------------------------------------------------------------- */

static void
begin (GgovImportDialog *self,
       const char       *title,
       const char       *detail)
{
  self->before = gtk_stack_get_visible_child_name (self->steps);
  if (g_strcmp0 (self->before, GGOV_IMPORT_STEP_FAILED) == 0)
    self->before = GGOV_IMPORT_STEP_FILE;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->busy_title, title);
  gtk_label_set_text (self->busy_detail, detail);
  gtk_progress_bar_set_fraction (self->busy_progress, 0);
  _ggov_import_dialog_show_step (self, GGOV_IMPORT_STEP_BUSY);
}

/* FALSE if there is nothing to go on with: the dialog is gone, or an error was shown. */
static gboolean
end (GgovImportDialog *self,
     const GError     *error)
{
  if (self->session == NULL)
    return FALSE;

  g_clear_object (&self->cancellable);
  if (error == NULL)
    return TRUE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ggov_import_dialog_show_step (self, self->before);
  else
    _ggov_import_dialog_show_error (self, error);

  return FALSE;
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  GgovImportDialog *self = user_data;

  if (self->session)
    gtk_progress_bar_set_fraction (self->busy_progress, CLAMP (fraction, 0, 1));
}

/* Read -------------------------------------------------------------------------------------- */

/* In a thread of its own. */
static void
guess_job (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  GgovExchangeReading *reading = task_data;
  guint n = ggov_exchange_reading_get_n_layers (reading);
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (GgovImportKind));

  for (guint i = 0; i < n; i++)
    {
      GgovImportKind kind = ggov_import_guess_kind (reading, i);

      g_array_append_val (kinds, kind);
    }

  g_task_return_pointer (task, kinds, (GDestroyNotify) g_array_unref);
}

static void
guess_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) kinds = g_task_propagate_pointer (G_TASK (result), &error);

  if (!end (self, error))
    return;

  g_clear_pointer (&self->kinds, g_array_unref);
  self->kinds = g_steal_pointer (&kinds);
  _ggov_import_dialog_show_options (self);
}

static void
show_sheet (GgovImportDialog *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  end (self, NULL);
  ggov_import_sheet_set_reading (self->sheet, ggov_session_get_store (self->session), self->reading,
                                 self->table_kind, name, ggov_session_get_today (self->session));
  _ggov_import_dialog_show_step (self, GGOV_IMPORT_STEP_SHEET);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovExchangeReading) reading = ggov_exchange_read_finish (result, &error);
  g_autoptr(GTask) task = NULL;

  if (reading == NULL || self->session == NULL)
    {
      end (self, error);
      return;
    }

  g_set_object (&self->reading, reading);
  if (self->wants_table)
    {
      show_sheet (self);
      return;
    }

  task = g_task_new (self, self->cancellable, guess_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&reading), g_object_unref);
  g_task_run_in_thread (task, guess_job);
}

void
_ggov_import_dialog_read (GgovImportDialog *self)
{
  const char *crs = gtk_editable_get_text (self->crs_row);
  g_autofree char *name = g_filename_display_basename (self->path);
  const GgovExchangeRequest request = {
    .path = self->path,
    .crs = *crs ? crs : NULL,
    .expect = self->wants_table ? GGOV_EXCHANGE_EXPECT_TABLE : GGOV_EXCHANGE_EXPECT_SHAPES,
  };

  begin (self, _("Reading the File"), name);
  adw_window_title_set_subtitle (self->title, name);
  g_clear_object (&self->reading);
  ggov_exchange_read_async (&request, progress_cb, self, self->cancellable, read_cb,
                            g_object_ref (self));
}

/* Accept ------------------------------------------------------------------------------------ */

static void
rehearsed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovImportReport) report =
    ggov_exchange_import_finish (GGOV_STORE (object), result, &error);

  if (!end (self, error))
    return;

  g_clear_pointer (&self->report, ggov_import_report_free);
  self->report = g_steal_pointer (&report);
  ggov_import_summary_set_report (self->summary, self->report);
  _ggov_import_dialog_show_step (self, GGOV_IMPORT_STEP_SUMMARY);
}

static char *
dup_sentence (const char             *path,
              const GgovImportReport *report)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *added = ggov_number_dup_text (report->added);
  g_autofree char *changed = ggov_number_dup_text (report->changed);

  if (report->change_id == 0)
    return g_strdup_printf (_("“%s” holds nothing that is new"), name);

  /* Translators: a file's name, and how many records are new and changed. */
  return g_strdup_printf (_("“%s” imported: %s new, %s changed"), name, added, changed);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovImportReport) report =
    ggov_exchange_import_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = NULL;

  if (!end (self, error))
    return;

  sentence = dup_sentence (self->path, report);
  _ggov_import_dialog_emit_imported (self, sentence, report->change_id);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
_ggov_import_dialog_accept (GgovImportDialog *self,
                            gboolean          dry_run)
{
  GgovImportRequest request;

  if (self->wants_table)
    ggov_import_sheet_get_request (self->sheet, &request);
  else
    _ggov_import_dialog_get_request (self, &request);
  request.services = self->kinds_meant;
  request.dry_run = dry_run;
  if (dry_run)
    begin (self, _("Comparing With the Office"), _("Nothing is changed yet."));
  else
    begin (self, _("Importing"), _("Cancelling leaves the office as it was."));

  ggov_exchange_accept_async (ggov_session_get_store (self->session), self->reading, &request,
                              progress_cb, self, self->cancellable,
                              dry_run ? rehearsed_cb : imported_cb, g_object_ref (self));
  g_hash_table_unref (request.wishes);
}

/* The rows left out ------------------------------------------------------------------------- */

typedef struct
{
  GgovExchangeReading *reading; /* (owned) */
  guint                layer;
  GgovImportReport    *report;  /* (owned): the dialog's, while the rows are written */
  char                *path;    /* (owned) */
} Rejects;

static void
rejects_free (gpointer data)
{
  Rejects *rejects = data;

  g_clear_object (&rejects->reading);
  g_clear_pointer (&rejects->report, ggov_import_report_free);
  g_free (rejects->path);
  g_free (rejects);
}

/* In a thread of its own. */
static void
rejects_job (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Rejects *rejects = task_data;
  GError *error = NULL;

  if (ggov_import_write_rejects (rejects->reading, rejects->layer, rejects->report, rejects->path,
                                 &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
rejects_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (object);
  Rejects *rejects = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (rejects->path);
  g_autofree char *message = NULL;

  if (self->session == NULL)
    return;

  self->report = g_steal_pointer (&rejects->report);
  g_clear_object (&self->cancellable);
  _ggov_import_dialog_show_step (self, GGOV_IMPORT_STEP_SUMMARY);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    message = g_strdup_printf (_("The rows left out were saved as “%s”"), name);
  else
    message = ggov_error_dup_sentence (error);
  ggov_import_summary_show_message (self->summary, message);
}

void
_ggov_import_dialog_save_rejects (GgovImportDialog *self,
                                  GFile            *file)
{
  g_autoptr(GTask) task = NULL;
  Rejects *rejects = g_new0 (Rejects, 1);

  begin (self, _("Saving the Rows Left Out"), _("Nothing is changed yet."));
  task = g_task_new (self, NULL, rejects_cb, NULL);
  rejects->reading = g_object_ref (self->reading);
  rejects->layer = ggov_import_sheet_get_layer (self->sheet);
  rejects->report = g_steal_pointer (&self->report);
  rejects->path = g_file_get_path (file);
  g_task_set_task_data (task, rejects, rejects_free);
  g_task_run_in_thread (task, rejects_job);
}
