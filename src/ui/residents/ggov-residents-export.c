/* ggov-residents-export.c: giving the residents that are listed to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-export-handout.h"
#include "ggov-form-dialog.h"
#include "ggov-local-time.h"
#include "ggov-print.h"
#include "ggov-report-residents.h"
#include "ggov-residents-export.h"
#include "ggov-store-office.h"

#define KEY_FORM    "ggov-form"
#define KEY_FIELD   "ggov-field"
#define LIST_HEIGHT 300 /* pixels: more of the fields is scrolled to */

/* What is chosen when the dialog opens: what a list of people has on paper. */
static const char *const usual[] = { "name", "sex", "birth_date", "phone", "building", "unit", "door",
                                     "relation", NULL };

typedef struct
{
  GgovRegisterCatalogue *catalogue;
  GgovQuery             *query;
  GPtrArray             *checks; /* (element-type GtkCheckButton): not owned */
  GtkWidget             *whole;
  GtkWidget             *reason;
} Form;

/* A list on its way to its file. */
typedef struct
{
  GgovFormDialog        *dialog;  /* (owned) */
  GgovRegisterCatalogue *catalogue;
  GgovHandout           *handout; /* (nullable): NULL until it is read */
  GStrv                  fields;
  char                  *path;    /* (nullable): NULL for paper */
  char                  *account;
  char                  *at;
} Writing;

static void
form_free (gpointer data)
{
  Form *form = data;

  ggov_register_catalogue_unref (form->catalogue);
  ggov_query_unref (form->query);
  g_ptr_array_unref (form->checks);
  g_free (form);
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->dialog);
  ggov_register_catalogue_unref (writing->catalogue);
  g_clear_pointer (&writing->handout, ggov_handout_free);
  g_strfreev (writing->fields);
  g_free (writing->path);
  g_free (writing->account);
  g_free (writing->at);
  g_free (writing);
}

/* Writing --------------------------------------------------------------------------------- */

static void
write_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  const Writing *writing = data;
  const GgovHandoutSheet sheet = { writing->catalogue, (const char *const *) writing->fields,
                                   writing->account, writing->at };
  GError *error = NULL;

  if (ggov_export_handout (writing->handout, &sheet, writing->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr(GgovFormDialog) dialog = g_object_ref (writing->dialog);
  g_autofree char *name = g_filename_display_basename (writing->path);
  g_autofree char *sentence = NULL;
  g_autoptr(GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (g_task_propagate_boolean (G_TASK (result), &error) && parent)
    {
      /* Translators: a file’s name, and the number of the list in it */
      sentence = g_strdup_printf (_("“%1$s” is written, as list no. %2$s."), name,
                                  writing->handout->serial);
      gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", sentence);
    }
  ggov_form_dialog_end (dialog, 0, error);
}

/* The paper is printed over the window, from which it can tell of itself. */
static void
print (Writing    *writing,
       const char *office)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (writing->dialog));
  PangoContext *context = ggov_report_context_new ();
  const GgovReportResidentsOptions options = {
    .office = office,
    .as_of = ggov_session_get_today (ggov_form_dialog_get_session (writing->dialog)),
    .printed_at = writing->at,
    .account = writing->account,
    .catalogue = writing->catalogue,
    .turn = GGOV_REPORT_TURN_LANDSCAPE,
  };
  g_autoptr(GgovReportPager) pager =
    ggov_report_handout_new (writing->handout->serial, (const char *const *) writing->fields,
                             writing->handout->rows, &options, context);

  g_object_unref (context);
  if (parent)
    ggov_print_pager (GTK_WIDGET (parent), pager, FALSE);
}

static void
office_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Writing *writing = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *office = ggov_store_get_office_name_finish (GGOV_STORE (object), result, &error);

  if (office)
    print (writing, office);
  ggov_form_dialog_end (writing->dialog, 0, error);
  writing_free (writing);
}

static void
handed_out_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Writing *writing = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;

  if (!(writing->handout = ggov_store_hand_out_finish (GGOV_STORE (object), result, &error)))
    {
      ggov_form_dialog_end (writing->dialog, 0, error);
      writing_free (writing);
      return;
    }

  if (writing->path == NULL)
    {
      ggov_store_get_office_name_async (GGOV_STORE (object), NULL, office_cb, writing);
      return;
    }

  task = g_task_new (NULL, NULL, written_cb, NULL);
  g_task_set_source_tag (task, handed_out_cb);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_job);
}

/* (transfer full): codes of the fields that are chosen */
static GStrv
dup_fields (const Form *form)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < form->checks->len; i++)
    if (gtk_check_button_get_active (form->checks->pdata[i]))
      g_strv_builder_add (builder, g_object_get_data (form->checks->pdata[i], KEY_FIELD));

  return g_strv_builder_end (builder);
}

/* @path: (nullable): NULL for paper */
static void
hand_out (GgovFormDialog *dialog,
          const char     *path)
{
  const Form *form = g_object_get_data (G_OBJECT (dialog), KEY_FORM);
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  GgovStore *store = ggov_session_get_store (session);
  g_autofree char *reason = ggov_form_dialog_dup_text (form->reason);
  Writing *writing = g_new0 (Writing, 1);
  GgovHandoutTerms terms = {
    .as_of = ggov_session_get_today (session),
    .query = form->query,
    .whole = ggov_form_dialog_get_switch (form->whole),
    .reason = reason,
  };

  writing->fields = dup_fields (form);
  writing->catalogue = ggov_register_catalogue_ref (form->catalogue);
  if (path)
    writing->path = g_str_has_suffix (path, ".xlsx") ? g_strdup (path)
                                                     : g_strconcat (path, ".xlsx", NULL);
  writing->account = g_strdup (ggov_store_get_account (store));
  writing->at = ggov_local_time_format (ggov_session_get_now (session));
  writing->dialog = ggov_form_dialog_wait (dialog, NULL);
  terms.fields = (const char *const *) writing->fields;
  ggov_store_hand_out_async (store, &terms, NULL, handed_out_cb, writing);
}

void
ggov_residents_export_write (GtkWidget  *dialog,
                             const char *path)
{
  g_return_if_fail (path != NULL);

  hand_out (GGOV_FORM_DIALOG (dialog), path);
}

static void
named_cb (GtkNativeDialog *chooser,
          int              response,
          GtkWidget       *dialog)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file && (path = g_file_get_path (file)))
    ggov_residents_export_write (dialog, path);

  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/* What would be refused is said before anybody looks for a folder or a printer. */
static gboolean
check (GgovFormDialog *dialog,
       const Form     *form,
       guint           most_fields)
{
  g_auto(GStrv) fields = dup_fields (form);
  g_autofree char *reason = ggov_form_dialog_dup_text (form->reason);

  if (fields[0] == NULL)
    {
      ggov_form_dialog_refuse (dialog, _("Choose at least one field."));
      return FALSE;
    }
  if (g_strv_length (fields) > most_fields)
    {
      g_autofree char *sentence =
        g_strdup_printf (_("A sheet has room for %u fields. Choose fewer, or export the list."),
                         most_fields);

      ggov_form_dialog_refuse (dialog, sentence);
      return FALSE;
    }
  if (ggov_form_dialog_get_switch (form->whole) && *reason == '\0')
    {
      ggov_form_dialog_refuse (dialog, _("Say why it has to be seen whole."));
      gtk_widget_grab_focus (form->reason);
      return FALSE;
    }

  return TRUE;
}

static void
print_cb (GgovFormDialog *dialog)
{
  if (check (dialog, g_object_get_data (G_OBJECT (dialog), KEY_FORM),
             GGOV_REPORT_HANDOUT_MOST_FIELDS))
    hand_out (dialog, NULL);
}

static void
choose_file (GgovFormDialog *dialog,
             gpointer        data)
{
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;

  if (!check (dialog, data, G_MAXUINT))
    return;

  /* Translators: the name of a file; a day */
  name = g_strdup_printf (_("Residents %s.xlsx"),
                          ggov_session_get_today (ggov_form_dialog_get_session (dialog)));
  chooser = gtk_file_chooser_native_new (_("Export Residents"), GTK_WINDOW (dialog),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (named_cb), dialog, G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The dialog ------------------------------------------------------------------------------ */

static void
add_check (Form                    *form,
           GtkWidget               *box,
           const GgovRegisterField *field)
{
  GtkWidget *check = gtk_check_button_new_with_label (ggov_register_field_get_label (field));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains (usual, field->code));
  g_object_set_data (G_OBJECT (check), KEY_FIELD, (gpointer) field->code);
  gtk_box_append (GTK_BOX (box), check);
  g_ptr_array_add (form->checks, check);
}

/* All that is asked for, group by group. */
static GtkWidget *
make_fields (Form *form)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint g = 0; g < ggov_register_catalogue_get_n_groups (form->catalogue); g++)
    {
      const GgovRegisterGroup *group = ggov_register_catalogue_get_group_at (form->catalogue, g);
      GtkWidget *label = gtk_label_new (ggov_register_group_get_label (group));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 9);
      gtk_box_append (GTK_BOX (box), label);
      for (guint i = 0; i < ggov_register_catalogue_get_n_fields (form->catalogue); i++)
        {
          const GgovRegisterField *field = ggov_register_catalogue_get_field_at (form->catalogue, i);

          if (!field->is_retired && g_strcmp0 (field->group, group->code) == 0)
            add_check (form, box, field);
        }
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

void
ggov_residents_export_show (GtkWidget             *page,
                            GgovSession           *session,
                            GgovRegisterCatalogue *catalogue,
                            GgovQuery             *query)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Print…"));
  GgovFormDialog *dialog;

  form->catalogue = ggov_register_catalogue_ref (catalogue);
  form->query = ggov_query_ref (query);
  form->checks = g_ptr_array_new ();
  dialog = ggov_form_dialog_new (page, session, _("Export Residents"), _("_Export…"),
                                 _("Everybody who is listed, in this order"), choose_file, form,
                                 form_free);
  g_object_set_data (G_OBJECT (dialog), KEY_FORM, form);
  form->whole = ggov_form_dialog_add_switch (dialog, _("Whole, not masked"), FALSE);
  form->reason = ggov_form_dialog_add_entry (dialog, _("Why it has to be seen"), "");
  g_object_bind_property (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (form->whole)),
                          "active", form->reason, "sensitive", G_BINDING_SYNC_CREATE);
  ggov_form_dialog_add (dialog, make_fields (form));
  ggov_form_dialog_add_hint (dialog, _("The list gets a number. It stands on every page with the account "
                                       "and the time, and the log keeps it."));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (print_cb), dialog);
  ggov_form_dialog_add (dialog, button);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 520, 640);
  gtk_window_present (GTK_WINDOW (dialog));
}
