/* ggov-points-desk-files.c: balances that come from paper, and the ledger that goes to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-exchange-reader.h"
#include "ggov-import-openings.h"
#include "ggov-points-desk-private.h"
#include "ggov-points-export.h"
#include "ggov-points-journal.h"
#include "ggov-store-points-legs.h"
#include "ggov-store-points-openings.h"

/* So many lines that are not carried over are shown; the others are as many as their sum says. */
#define MOST_PROBLEMS 20

/* A file on its way in or out. What is gathered is touched by the store's thread alone until it is told. */
typedef struct
{
  GgovPointsDesk   *desk;     /* (owned) */
  char             *path;
  GPtrArray        *openings; /* (nullable) (element-type GgovPointsOpening) */
  GgovPointsExport *table;    /* (nullable) */
  GString          *journal;  /* (nullable) */
  gint64            last_transfer;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_object (&errand->desk);
  g_free (errand->path);
  g_clear_pointer (&errand->openings, g_ptr_array_unref);
  g_clear_pointer (&errand->table, ggov_points_export_free);
  if (errand->journal)
    g_string_free (errand->journal, TRUE);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
tell_error (Errand       *errand,
            const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  _ggov_points_desk_say (errand->desk, sentence);
}

static void
choose (GgovPointsDesk       *self,
        const char           *title,
        GtkFileChooserAction  action,
        const char           *name,
        const char *const    *suffixes,
        GCallback             callback)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL,
                                                               NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  Errand *errand = g_new0 (Errand, 1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i]; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("Points ledger.xlsx"));
  errand->desk = g_object_ref (self);
  g_signal_connect (chooser, "response", callback, errand);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* (transfer full) (nullable): the errand with its path, if a file was chosen; the chooser goes */
static Errand *
take_errand (GtkFileChooserNative *chooser,
             int                   response,
             Errand               *errand)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file)
    errand->path = g_file_get_path (file);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
  if (errand->path == NULL)
    g_clear_pointer (&errand, errand_free);

  return errand;
}

/* Out --------------------------------------------------------------------------------------------- */

/* On the store's thread. */
static void
append_leg (const GgovPointsLeg *leg,
            gpointer             data)
{
  Errand *errand = data;

  if (errand->journal)
    ggov_points_journal_append (errand->journal, leg, &errand->last_transfer);
  else
    ggov_points_export_add (leg, errand->table);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autofree char *sentence = NULL;
  g_autofree char *name = g_path_get_basename (errand->path);
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell_error (errand, error);
      return;
    }

  sentence = g_strdup_printf (_("The ledger was written to %s"), name);
  _ggov_points_desk_say (errand->desk, sentence);
}

/* In a thread of its own: a long table takes a while. */
static void
write_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;

  if (errand->journal)
    g_file_set_contents (errand->path, errand->journal->str, errand->journal->len, &error);
  else
    ggov_points_export_write (errand->table, errand->path, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
gathered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;

  if (!ggov_store_each_points_leg_finish (GGOV_STORE (object), result, &error))
    {
      tell_error (errand, error);
      return;
    }

  task = g_task_new (errand->desk, NULL, written_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&errand), errand_free);
  g_task_run_in_thread (task, write_job);
}

static void
save_cb (GtkFileChooserNative *chooser,
         int                   response,
         gpointer              user_data)
{
  Errand *errand = take_errand (chooser, response, user_data);

  if (errand == NULL)
    return;

  if (g_str_has_suffix (errand->path, ".journal"))
    errand->journal = g_string_new (NULL);
  else
    errand->table = ggov_points_export_new ();
  ggov_store_each_points_leg_async (ggov_session_get_store (errand->desk->session), append_leg, errand,
                                    NULL, gathered_cb, errand);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  static const char *const suffixes[] = { "xlsx", "csv", "journal", NULL };

  choose (GGOV_POINTS_DESK (widget), _("Export the Ledger"), GTK_FILE_CHOOSER_ACTION_SAVE,
          _("Tables (xlsx, csv) and journals for hledger"), suffixes, G_CALLBACK (save_cb));
}

/* In ---------------------------------------------------------------------------------------------- */

static void
carried_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_written, n_same;
  g_autoptr(GPtrArray) problems =
    ggov_store_open_balances_finish (GGOV_STORE (object), result, &n_written, &n_same, &error);

  if (problems)
    sentence = g_strdup_printf (_("%1$u balances carried over, %2$u were there, %3$u were not"),
                                n_written, n_same, problems->len);
  _ggov_points_desk_end_form (dialog, error, sentence);
}

static void
carry_over (GgovFormDialog *dialog,
            gpointer        data)
{
  const Errand *errand = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);

  ggov_store_open_balances_async (ggov_session_get_store (session), errand->openings,
                                  ggov_session_get_now (session), FALSE, NULL, carried_cb,
                                  ggov_form_dialog_wait (dialog, NULL));
}

/* What would be carried over, and what not, before anything is. */
static void
tried_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  GgovPointsDesk *self = errand->desk;
  g_autoptr(GError) error = NULL;
  g_autofree char *what = NULL;
  guint n_written, n_same;
  g_autoptr(GPtrArray) problems =
    ggov_store_open_balances_finish (GGOV_STORE (object), result, &n_written, &n_same, &error);
  GgovFormDialog *dialog;

  if (problems == NULL)
    {
      tell_error (errand, error);
      return;
    }

  what = g_strdup_printf (_("%1$u balances to carry over, %2$u are there already, %3$u cannot be"),
                          n_written, n_same, problems->len);
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("Balances from Paper"),
                                 n_written > 0 ? _("_Carry Over") : NULL, what, carry_over,
                                 g_steal_pointer (&errand), errand_free);
  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    {
      const GgovPointsOpeningProblem *problem = problems->pdata[i];
      g_autofree char *line = g_strdup_printf (_("Line %1$d: %2$s"), (int) problem->row,
                                               problem->sentence);

      ggov_form_dialog_add_hint (dialog, line);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovExchangeReading) reading = ggov_exchange_read_finish (result, &error);
  GgovSession *session = errand->desk->session;

  if (reading == NULL || !(errand->openings = ggov_import_openings_read (reading, &error)))
    {
      tell_error (errand, error);
      return;
    }

  ggov_store_open_balances_async (ggov_session_get_store (session), errand->openings,
                                  ggov_session_get_now (session), TRUE, NULL, tried_cb, errand);
  errand = NULL;
}

static void
open_cb (GtkFileChooserNative *chooser,
         int                   response,
         gpointer              user_data)
{
  Errand *errand = take_errand (chooser, response, user_data);
  GgovExchangeRequest request = { .expect = GGOV_EXCHANGE_EXPECT_TABLE };

  if (errand == NULL)
    return;

  request.path = errand->path;
  ggov_exchange_read_async (&request, NULL, NULL, NULL, read_cb, errand);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  static const char *const suffixes[] = { "xlsx", "csv", NULL };

  choose (GGOV_POINTS_DESK (widget), _("Import Balances from Paper"), GTK_FILE_CHOOSER_ACTION_OPEN,
          _("Tables with name, phone and points"), suffixes, G_CALLBACK (open_cb));
}

void
_ggov_points_desk_install_files (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "desk.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "desk.import", NULL, import_cb);
}
