/* ggov-board-files.c: the board's issues as a file, or as words for a chat group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-page-private.h"
#include "ggov-error-text.h"
#include "ggov-form-dialog.h"
#include "ggov-issue-chat.h"
#include "ggov-issues-export.h"
#include "ggov-local-time.h"
#include "ggov-number-text.h"
#include "ggov-store-issue-facts.h"

/* Copying --------------------------------------------------------------------------------- */

/* Issues that are read one after the other. */
typedef struct
{
  GgovBoardPage *page; /* (owned) */
  GArray        *ids;  /* (element-type gint64) */
  guint          n;    /* how many are read */
  GString       *text;
} Copying;

static void
copying_free (Copying *copying)
{
  g_clear_object (&copying->page);
  g_clear_pointer (&copying->ids, g_array_unref);
  g_string_free (copying->text, TRUE);
  g_free (copying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static void
say_error (GgovBoardPage *self,
           const GError  *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  _ggov_board_page_say (self, sentence);
}

static void
put_on_clipboard (GgovBoardPage *self,
                  const char    *text,
                  guint          n)
{
  g_autofree char *number = ggov_number_dup_text (n);
  g_autofree char *message = g_strdup_printf (ngettext ("%s issue copied", "%s issues copied", n),
                                              number);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  _ggov_board_page_say (self, message);
}

static void copy_next (Copying *copying);

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Copying) copying = user_data;
  GgovBoardPage *self = copying->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) facts = ggov_store_list_issue_facts_finish (GGOV_STORE (object), result,
                                                                   &error);
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;
  if (facts == NULL || facts->len == 0)
    {
      if (error)
        say_error (self, error);
      return;
    }

  text = ggov_issue_chat_dup_one (facts->pdata[0], ggov_session_get_now (self->session));
  g_string_append_printf (copying->text, "%s%s", copying->n > 0 ? "\n\n" : "", text);
  copying->n++;
  copy_next (g_steal_pointer (&copying));
}

/* Takes @copying. */
static void
copy_next (Copying *copying)
{
  GgovBoardPage *self = copying->page;

  if (copying->n < copying->ids->len)
    {
      ggov_store_get_issue_facts_async (ggov_session_get_store (self->session),
                                        g_array_index (copying->ids, gint64, copying->n), NULL,
                                        copied_cb, copying);
      return;
    }

  put_on_clipboard (self, copying->text->str, copying->n);
  copying_free (copying);
}

/* Takes @ids. */
static void
copy (GgovBoardPage *self,
      GArray        *ids)
{
  Copying *copying = g_new0 (Copying, 1);

  copying->page = g_object_ref (self);
  copying->ids = ids;
  copying->text = g_string_new (NULL);
  copy_next (copying);
}

/* Those that are chosen, or the one that is looked at. */
static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  g_autoptr(GArray) ids = ggov_board_desk_copy_marked (self->desk);

  if (ids->len == 0 && self->selected_id != 0)
    g_array_append_val (ids, self->selected_id);

  if (ids->len == 0)
    _ggov_board_page_say (self, _("Choose an issue first."));
  else if (self->session)
    copy (self, g_steal_pointer (&ids));
}

static void
copy_issue_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof id);

  g_array_append_val (ids, id);
  if (self->session)
    copy (self, ids);
  else
    g_array_unref (ids);
}

static void
today_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, &error);
  g_autofree char *text = NULL;
  guint n = 0;

  if (self->session == NULL)
    return;
  if (issues == NULL)
    {
      say_error (self, error);
      return;
    }

  text = ggov_issue_chat_dup_list (issues, ggov_session_get_now (self->session), &n);
  if (n > 0)
    put_on_clipboard (self, text, n);
  else
    _ggov_board_page_say (self, _("No issue that is shown is due by the end of today."));
}

/* Of what is shown: what is late, and what is due by the end of the day. */
static void
copy_today_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  gint64 now, end;
  GgovIssueFilter filter;

  if (self->session == NULL)
    return;

  now = ggov_session_get_now (self->session);
  end = ggov_local_time_from_day (ggov_local_time_get_day (now) + 1, 0);
  ggov_board_filter_read (self->filter, now, &filter);
  filter.stages = filter.stages ? filter.stages & GGOV_ISSUE_FILTER_OPEN : GGOV_ISSUE_FILTER_OPEN;
  filter.due_before = filter.due_before ? MIN (filter.due_before, end) : end;
  ggov_store_list_issues_async (ggov_session_get_store (self->session), &filter, NULL, today_cb,
                                g_object_ref (self));
}

/* Exporting ------------------------------------------------------------------------------- */

/* What is being written, away from the main loop. */
typedef struct
{
  GgovBoardPage    *page;    /* (owned) */
  GtkWidget        *dialog;  /* (owned) (nullable): where it was asked for */
  GHashTable       *chosen;  /* (nullable) (element-type gint64): only these */
  GPtrArray        *facts;
  GgovIssuesExport  request;
  char             *path;
  char             *day;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->page);
  g_clear_object (&export->dialog);
  g_clear_pointer (&export->chosen, g_hash_table_unref);
  g_clear_pointer (&export->facts, g_ptr_array_unref);
  g_free (export->path);
  g_free (export->day);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* The dialog goes once the file is there, and tells why there is none. */
static void
end_export (Export       *export,
            const GError *error)
{
  gboolean is_open = export->dialog && gtk_widget_get_visible (export->dialog);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  if (error && is_open)
    {
      gtk_widget_set_sensitive (export->dialog, TRUE);
      ggov_form_dialog_refuse (GGOV_FORM_DIALOG (export->dialog), sentence);
      return;
    }

  if (error == NULL)
    {
      number = ggov_number_dup_text (export->facts->len);
      name = g_filename_display_basename (export->path);
      /* Translators: a file’s name, and how many issues are in it */
      sentence = g_strdup_printf (ngettext ("“%s” written: %s issue", "“%s” written: %s issues",
                                            export->facts->len), name, number);
    }
  if (is_open)
    gtk_window_close (GTK_WINDOW (export->dialog));
  if (export->page->session)
    _ggov_board_page_say (export->page, sentence);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end_export (g_task_get_task_data (G_TASK (result)), error);
}

/* In a thread of its own. */
static void
write_job (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;

  if (ggov_issues_export_write (export->facts, &export->request, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
leave_chosen (Export *export)
{
  for (guint i = export->facts->len; i > 0; i--)
    {
      const GgovIssueFacts *facts = export->facts->pdata[i - 1];

      if (!g_hash_table_contains (export->chosen, &ggov_issue_get_fields (facts->issue)->id))
        g_ptr_array_remove_index (export->facts, i - 1);
    }
}

static void
facts_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;

  export->facts = ggov_store_list_issue_facts_finish (GGOV_STORE (object), result, &error);
  if (export->facts == NULL)
    {
      end_export (export, error);
      return;
    }

  if (export->chosen)
    leave_chosen (export);
  task = g_task_new (object, NULL, written_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&export), (GDestroyNotify) export_free);
  g_task_run_in_thread (task, write_job);
}

static GHashTable *
find_chosen (GgovBoardPage *self)
{
  g_autoptr(GArray) ids = ggov_board_desk_copy_marked (self->desk);
  GHashTable *chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (chosen, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));

  return chosen;
}

/* @dialog: (nullable) */
static void
export_to (GgovBoardPage    *self,
           GtkWidget        *dialog,
           const char       *path,
           GgovIssuesFormat  format,
           gboolean          with_personal,
           gboolean          chosen_only)
{
  Export *export = g_new0 (Export, 1);
  GgovIssueFilter filter;

  export->page = g_object_ref (self);
  export->dialog = dialog ? g_object_ref (dialog) : NULL;
  export->chosen = chosen_only ? find_chosen (self) : NULL;
  export->path = g_strdup (path);
  export->day = g_strdup (ggov_session_get_today (self->session));
  export->request = (GgovIssuesExport) {
    .path = export->path, .format = format, .with_personal = with_personal, .as_of = export->day,
  };
  if (dialog)
    gtk_widget_set_sensitive (dialog, FALSE);

  ggov_board_filter_read (self->filter, ggov_session_get_now (self->session), &filter);
  ggov_store_list_issue_facts_async (ggov_session_get_store (self->session), &filter, NULL, facts_cb,
                                     export);
}

/* By the file's ending. */
static void
export_to_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  const char *path = g_variant_get_bytestring (parameter);
  g_autoptr(GError) error = NULL;
  GgovIssuesFormat format;

  if (self->session == NULL)
    return;

  if (ggov_issues_format_of_path (path, &format, &error))
    export_to (self, NULL, path, format, FALSE, ggov_board_desk_get_n_marked (self->desk) > 0);
  else
    say_error (self, error);
}

/* The dialog ------------------------------------------------------------------------------ */

typedef struct
{
  GgovBoardPage *page;     /* (owned) */
  GtkWidget     *lines;    /* (unowned) (nullable): NULL where nothing is chosen */
  GtkWidget     *format;   /* (unowned) */
  GtkWidget     *personal; /* (unowned) */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_object (&form->page);
  g_free (form);
}

static GgovIssuesFormat
get_format (const Form *form)
{
  return MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (form->format)), GGOV_ISSUES_N_FORMATS - 1);
}

static void
named_cb (GtkNativeDialog *chooser,
          int              response,
          GgovFormDialog  *dialog)
{
  const Form *form = g_object_get_data (G_OBJECT (chooser), "ggov-form");
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  const char *ending = ggov_issues_format_get_ending (get_format (form));
  g_autofree char *dotted = g_strconcat (".", ending, NULL);
  g_autofree char *whole = NULL;

  if (response == GTK_RESPONSE_ACCEPT && path && form->page->session)
    {
      /* A name without an ending, or with another, gets the right one. */
      whole = g_strconcat (path, g_str_has_suffix (path, dotted) ? "" : dotted, NULL);
      export_to (form->page, GTK_WIDGET (dialog), whole, get_format (form),
                 ggov_form_dialog_get_switch (form->personal),
                 form->lines && adw_combo_row_get_selected (ADW_COMBO_ROW (form->lines)) == 0);
    }
  else if (response == GTK_RESPONSE_ACCEPT)
    ggov_form_dialog_refuse (dialog, _("The file cannot be written there. Choose a place on this "
                                       "computer."));

  g_object_unref (chooser);
}

static void
choose_file (GgovFormDialog *dialog,
             gpointer        data)
{
  Form *form = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  /* Translators: a file’s name without its ending; the place is a day */
  g_autofree char *base = g_strdup_printf (_("Issues %s"), ggov_session_get_today (session));
  g_autofree char *name = g_strdup_printf ("%s.%s", base,
                                           ggov_issues_format_get_ending (get_format (form)));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Export to a File"), GTK_WINDOW (dialog),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_set_data (G_OBJECT (chooser), "ggov-form", form);
  g_signal_connect_object (chooser, "response", G_CALLBACK (named_cb), dialog, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static GtkWidget *
add_formats (GgovFormDialog *dialog)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  for (guint i = 0; i < GGOV_ISSUES_N_FORMATS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s (.%s)", ggov_issues_format_get_label (i),
                                               ggov_issues_format_get_ending (i));

      g_strv_builder_add (builder, name);
    }
  words = g_strv_builder_end (builder);

  return ggov_form_dialog_add_combo (dialog, _("Format"), (const char *const *) words,
                                     GGOV_ISSUES_XLSX);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  guint n = ggov_board_desk_get_n_marked (self->desk);
  Form *form;
  GgovFormDialog *dialog;

  if (self->session == NULL)
    return;

  form = g_new0 (Form, 1);
  form->page = g_object_ref (self);
  dialog = ggov_form_dialog_new (widget, self->session, _("Export Issues"), _("_Export…"),
                                 _("The issues that the filter of the board leaves, of all stages."),
                                 choose_file, form, form_free);
  if (n > 0)
    {
      g_autofree char *number = ggov_number_dup_text (n);
      /* Translators: a number of issues */
      g_autofree char *chosen = g_strdup_printf (_("Only those chosen (%s)"), number);

      form->lines = ggov_form_dialog_add_combo (
        dialog, _("What"), (const char *const[]) { chosen, _("All that are shown"), NULL }, 0);
    }
  form->format = add_formats (dialog);
  form->personal = ggov_form_dialog_add_switch (dialog, _("Names and phones whole, not masked"),
                                                FALSE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Printing -------------------------------------------------------------------------------- */

static void
add_wish (GVariantDict *wishes,
          const char   *name,
          const char   *text)
{
  if (text && *text != '\0')
    g_variant_dict_insert (wishes, name, "s", text);
}

/* The issue that is open beside the board on a paper of its own; else a list. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  gboolean is_one = self->selected_id != 0 && adw_flap_get_reveal_flap (self->flap);
  g_auto(GVariantDict) wishes = G_VARIANT_DICT_INIT (NULL);
  GgovIssueFilter filter;

  if (self->session == NULL)
    return;

  ggov_board_filter_read (self->filter, ggov_session_get_now (self->session), &filter);
  if (is_one)
    g_variant_dict_insert (&wishes, "record", "x", self->selected_id);
  else
    {
      add_wish (&wishes, "place", ggov_board_filter_get_place (self->filter));
      add_wish (&wishes, "text", filter.text);
    }
  gtk_widget_activate_action (widget, "win.print-paper", "(s@a{sv})",
                              is_one ? "issue-form" : "issues", g_variant_dict_end (&wishes));
}

void
_ggov_board_page_install_files (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "board.copy-issue", "x", copy_issue_cb);
  gtk_widget_class_install_action (klass, "board.copy-today", NULL, copy_today_cb);
  gtk_widget_class_install_action (klass, "board.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "board.export-to", "ay", export_to_cb);
  gtk_widget_class_install_action (klass, "page.print", NULL, print_cb);
}
