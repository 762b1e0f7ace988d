/* ggov-case-type-files.c: case types out of files and into them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-type-export.h"
#include "ggov-case-type-files.h"
#include "ggov-error-text.h"
#include "ggov-exchange-import.h"
#include "ggov-import-text.h"
#include "ggov-store-case-types.h"

#define MOST_PROBLEMS 8 /* told of before an import; a file that has more is to be looked at */

/* A file on its way in or out. */
typedef struct
{
  GtkWidget   *page;    /* (owned) */
  GgovSession *session; /* (owned) */
  char        *path;
} Errand;

static Errand *
errand_new (GtkWidget   *page,
            GgovSession *session)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->page = g_object_ref (page);
  errand->session = g_object_ref (session);

  return errand;
}

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->page);
  g_clear_object (&errand->session);
  g_clear_pointer (&errand->path, g_free);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
tell (Errand     *errand,
      const char *sentence)
{
  gtk_widget_activate_action (errand->page, "win.show-message", "s", sentence);
}

static void
tell_error (Errand       *errand,
            const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  tell (errand, sentence);
}

/* In ----------------------------------------------------------------------------------------- */

static void
start_import (Errand              *errand,
              gboolean             dry_run,
              GAsyncReadyCallback  callback)
{
  const GgovImportRequest request = {
    .kind = GGOV_IMPORT_CASE_TYPES,
    .path = errand->path,
    .day = ggov_session_get_today (errand->session),
    .dry_run = dry_run,
  };

  ggov_exchange_import_async (ggov_session_get_store (errand->session), &request, NULL, NULL, NULL,
                              callback, errand);
}

static char *
dup_counts (const GgovImportReport *report)
{
  /* Translators: counts of rows; the first is the sum of the others. */
  return g_strdup_printf (_("%u read = %u new + %u changed + %u same + %u rejected"), report->read,
                          report->added, report->changed, report->same, report->rejected);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovImportReport) report = ggov_exchange_import_finish (GGOV_STORE (object), result,
                                                                    &error);
  g_autofree char *counts = report ? dup_counts (report) : NULL;

  if (report == NULL)
    tell_error (errand, error);
  else if (report->change_id == 0)
    tell (errand, counts);
  else
    gtk_widget_activate_action (errand->page, "win.announce-change", "(sx)", counts,
                                report->change_id);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  if (g_str_equal (response, "import"))
    start_import (user_data, FALSE, imported_cb);
  else
    errand_free (user_data);
}

/* What would come of it, and what would be left out. */
static char *
dup_outlook (const GgovImportReport *report)
{
  g_autofree char *counts = dup_counts (report);
  GString *text = g_string_new (counts);

  for (guint i = 0; i < report->problems->len && i < MOST_PROBLEMS; i++)
    {
      const GgovImportProblem *problem = report->problems->pdata[i];
      g_autofree char *rows = ggov_import_dup_rows (problem->rows, MOST_PROBLEMS);

      g_string_append_c (text, '\n');
      /* Translators: a sentence on what is wrong, and the numbers of rows */
      g_string_append_printf (text, _("%1$s Rows: %2$s"), problem->message, rows);
    }
  if (report->problems->len > MOST_PROBLEMS)
    g_string_append (text, "\n…");

  return g_string_free (text, FALSE);
}

static void
rehearsed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovImportReport) report = ggov_exchange_import_finish (GGOV_STORE (object), result,
                                                                    &error);
  g_autofree char *outlook = report ? dup_outlook (report) : NULL;
  GtkWidget *dialog;

  if (report == NULL)
    {
      tell_error (errand, error);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (errand->page)),
                                   _("Import Case Types?"), outlook);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "import",
                                    _("_Import"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "import");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "import",
                                           report->added + report->changed > 0);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), g_steal_pointer (&errand));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Out ---------------------------------------------------------------------------------------- */

/* In a thread of its own: the rows never change. */
static void
write_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  GError *error = NULL;

  if (ggov_case_type_export_write (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (errand->path);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (object));
  g_autofree char *sentence = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell_error (errand, error);
      return;
    }

  /* Translators: how many case types, a file’s name */
  sentence = g_strdup_printf (ngettext ("%1$u case type written to “%2$s”",
                                        "%1$u case types written to “%2$s”", n), n, name);
  tell (errand, sentence);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_list_case_types_finish (GGOV_STORE (object), result,
                                                                  &error);
  g_autoptr(GTask) task = NULL;

  if (rows == NULL)
    {
      tell_error (errand, error);
      return;
    }

  task = g_task_new (rows, NULL, written_cb, errand);
  g_task_set_task_data (task, g_strdup (errand->path), g_free);
  g_task_run_in_thread (task, write_job);
  g_steal_pointer (&errand);
}

/* Choosing ----------------------------------------------------------------------------------- */

static void
chosen_cb (GtkFileChooserNative *chooser,
           int                   response,
           gpointer              user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  const GgovCaseTypeFilter filter = { .last = TRUE };
  gboolean is_export = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) ==
                       GTK_FILE_CHOOSER_ACTION_SAVE;

  if (response == GTK_RESPONSE_ACCEPT && file && (errand->path = g_file_get_path (file)))
    {
      if (is_export)
        ggov_store_list_case_types_async (ggov_session_get_store (errand->session), &filter,
                                          ggov_session_get_today (errand->session), NULL,
                                          listed_cb, errand);
      else
        start_import (errand, TRUE, rehearsed_cb);
      errand = NULL;
    }

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static void
choose (GtkWidget            *page,
        GgovSession          *session,
        const char           *title,
        GtkFileChooserAction  action)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, window, action, NULL, NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables and documents of case types"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_object_unref (filter);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("Case types.xlsx"));

  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), errand_new (page, session));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
ggov_case_type_files_import (GtkWidget   *page,
                             GgovSession *session)
{
  choose (page, session, _("Import Case Types"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

void
ggov_case_type_files_export (GtkWidget   *page,
                             GgovSession *session)
{
  choose (page, session, _("Export Case Types"), GTK_FILE_CHOOSER_ACTION_SAVE);
}
