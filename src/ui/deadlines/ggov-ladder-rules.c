/* ggov-ladder-rules.c: when reminders, notices and criticism are due, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-ladder-rules.h"
#include "ggov-store-ladder.h"

#define KEY_QUESTION "ggov-question"

typedef struct
{
  GtkWindow   *parent;  /* (owned) */
  GtkWidget   *page;    /* (owned) */
  GgovSession *session; /* (owned) */
  GtkEditable *entry;   /* (unowned): of the dialog that has this */
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->parent);
  g_clear_object (&question->page);
  g_clear_object (&question->session);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
set_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 change_id;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change_id, &error))
    gtk_widget_activate_action (page, "win.announce-change", "(sx)", _("The ladder is changed"),
                                change_id);
  else
    {
      sentence = ggov_error_dup_sentence (error);
      gtk_widget_activate_action (page, "win.show-message", "s", sentence);
    }
}

/* Closing the question answers it once more: only the first answer counts. */
static void
response_cb (AdwMessageDialog *dialog,
             const char       *response)
{
  g_autoptr(Question) question = g_object_steal_data (G_OBJECT (dialog), KEY_QUESTION);

  if (question && g_str_equal (response, "accept"))
    ggov_store_set_ladder_async (ggov_session_get_store (question->session),
                                 gtk_editable_get_text (question->entry), NULL, set_cb,
                                 g_object_ref (question->page));
}

static void
typed_cb (GtkEditable      *entry,
          AdwMessageDialog *dialog)
{
  g_autoptr(GError) error = NULL;
  GgovLadder ladder;
  gboolean is_right = ggov_ladder_parse (gtk_editable_get_text (entry), &ladder, &error);

  adw_message_dialog_set_response_enabled (dialog, "accept", is_right);
  adw_message_dialog_set_body (dialog, error ? error->message
                                             : _("Before expiry for “remind”, after it for the "
                                                 "others: working hours (4h) or days (1d). A rung "
                                                 "that is not named is left out."));
}

/* Takes @question over. */
static void
ask (Question   *question,
     const char *entries)
{
  GtkWidget *dialog = adw_message_dialog_new (question->parent, _("When Is Whom Reminded?"), NULL);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = g_strdelimit (g_strdup (entries), "\n", ';');

  question->entry = GTK_EDITABLE (entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept",
                                    _("_Accept"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 44);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The rungs of the ladder"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);

  g_object_set_data_full (G_OBJECT (dialog), KEY_QUESTION, question,
                          (GDestroyNotify) question_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rules_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  g_autofree char *entries = ggov_store_get_ladder_finish (GGOV_STORE (object), result, NULL);

  if (entries && gtk_widget_get_visible (GTK_WIDGET (question->parent)))
    ask (g_steal_pointer (&question), entries);
}

void
ggov_ladder_rules_ask (GtkWindow   *parent,
                       GtkWidget   *page,
                       GgovSession *session)
{
  Question *question = g_new0 (Question, 1);

  question->parent = g_object_ref (parent);
  question->page = g_object_ref (page);
  question->session = g_object_ref (session);
  ggov_store_get_ladder_async (ggov_session_get_store (session), NULL, rules_read_cb, question);
}
