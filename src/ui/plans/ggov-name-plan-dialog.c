/* ggov-name-plan-dialog.c: asks what a plan is to be called, and what is to be noted of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-name-plan-dialog.h"
#include "ggov-store-plans.h"

/* What is asked, as long as it is open. */
typedef struct
{
  GtkWidget   *page;    /* (owned) */
  GgovSession *session; /* (owned) */
  gint64       plan_id;
  GtkEditable *name;    /* of the dialog */
  GtkEditable *note;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_clear_object (&question->page);
  g_clear_object (&question->session);
  g_free (question);
}

static void
named_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change;

  if (!ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (page, "win.show-message", "s", sentence);
    }
  else if (change != 0)
    gtk_widget_activate_action (page, "win.announce-change", "(sx)", _("Plan named"), change);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (g_str_equal (response, "save"))
    ggov_store_name_plan_async (ggov_session_get_store (question->session), question->plan_id,
                                gtk_editable_get_text (question->name),
                                gtk_editable_get_text (question->note), NULL, named_cb,
                                g_object_ref (question->page));
}

/* A plan needs a name. */
static void
name_changed_cb (GtkEditable      *name,
                 AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (name)));

  adw_message_dialog_set_response_enabled (dialog, "save", *text != '\0');
}

static GtkEditable *
add_entry (GtkWidget  *group,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return GTK_EDITABLE (row);
}

void
ggov_name_plan_dialog_show (GtkWidget   *page,
                            GgovSession *session,
                            GgovPlan    *plan)
{
  const GgovPlanRow *row = ggov_plan_get_row (plan);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (page)),
                                              _("Name the Plan"), NULL);
  GtkWidget *group = adw_preferences_group_new ();
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (page);
  question->session = g_object_ref (session);
  question->plan_id = row->id;
  question->name = add_entry (group, _("Name"), row->name);
  question->note = add_entry (group, _("Note"), row->note);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "save",
                                    _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  g_signal_connect_object (question->name, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->name));
}
