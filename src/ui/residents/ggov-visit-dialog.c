/* ggov-visit-dialog.c: a dialog in which a visit that was made is recorded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice.h"
#include "ggov-form-dialog.h"
#include "ggov-pick.h"
#include "ggov-place-chooser.h"
#include "ggov-store-choices.h"
#include "ggov-store-visits.h"
#include "ggov-visit-dialog.h"

static const char *const outcomes[] = { "met", "absent", "refused" };

typedef struct
{
  GtkWidget   *page;         /* (owned) */
  gint64       household_id;
  gint64       person_id;

  GtkWidget   *day;
  GtkWidget   *outcome;
  GtkWidget   *confirmed;
  GtkWidget   *alone;        /* (nullable): about the person only */
  GtkWidget   *visitor;
  GtkWidget   *found;
  GtkDropDown *type;
  GtkWidget   *title;
} Form;

static void
form_free (Form *form)
{
  g_object_unref (form->page);
  g_free (form);
}

/* Writing --------------------------------------------------------------------------------- */

typedef struct
{
  GgovFormDialog *dialog; /* (owned) */
  GtkWidget      *page;   /* (owned) */
} Entering;

static void
entered_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Entering *entering = user_data;
  g_autoptr(GgovFormDialog) dialog = entering->dialog;
  g_autoptr(GtkWidget) page = entering->page;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) numbers = NULL;
  gint64 change_id = 0;

  if (ggov_store_enter_visits_finish (GGOV_STORE (object), result, &change_id, &numbers, &error))
    {
      g_autofree char *sentence = numbers && numbers[0]
        /* Translators: the number of an issue */
        ? g_strdup_printf (_("The visit is recorded; what was found is issue %s"), numbers[0])
        : g_strdup (_("The visit is recorded"));

      gtk_widget_activate_action (page, "win.announce-change", "(sx)", sentence, change_id);
    }
  ggov_form_dialog_end (dialog, 0, error);
  g_free (entering);
}

static gint64
get_type (const Form *form)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (form->type);

  return choice ? ggov_choice_get_fields (choice)->id : 0;
}

static void
enter (GgovFormDialog *dialog,
       gpointer        data)
{
  const Form *form = data;
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, form->day);
  g_autofree char *found = ggov_form_dialog_dup_text (form->found);
  g_autofree char *title = ggov_form_dialog_dup_text (form->title);
  const guint outcome = adw_combo_row_get_selected (ADW_COMBO_ROW (form->outcome));
  const gboolean is_met = outcome == 0;
  GgovVisitEntry entry = {
    .household_id = form->household_id,
    .visitor_id = ggov_pick_get_id (GGOV_PICK (form->visitor)),
    .day = day,
    .outcome = outcomes[outcome],
    .confirmed = is_met && ggov_form_dialog_get_switch (form->confirmed),
    .found = found,
    .case_type_id = get_type (form),
    .issue_title = *title ? title : NULL,
  };
  Entering *entering;

  if (day == NULL)
    return;
  if (ggov_pick_is_unclear (GGOV_PICK (form->visitor)))
    {
      ggov_form_dialog_refuse (dialog, _("Choose the visitor from who is found."));
      return;
    }

  if (form->alone && ggov_form_dialog_get_switch (form->alone))
    entry.person_id = form->person_id;
  entering = g_new0 (Entering, 1);
  entering->page = g_object_ref (form->page);
  entering->dialog = ggov_form_dialog_wait (dialog, NULL);
  ggov_store_enter_visits_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &entry, 1, NULL, entered_cb,
    entering);
}

/* The dialog ------------------------------------------------------------------------------ */

/* Where nobody was met nothing can have been gone over. */
static void
outcome_cb (GtkWidget  *outcome,
            GParamSpec *pspec,
            GtkWidget  *confirmed)
{
  gtk_widget_set_sensitive (confirmed, adw_combo_row_get_selected (ADW_COMBO_ROW (outcome)) == 0);
}

/* The first line is for no issue. */
static void
types_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkDropDown) drop = user_data;
  g_autoptr(GListModel) types = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);
  GListStore *choices = G_LIST_STORE (gtk_drop_down_get_model (drop));

  for (guint i = 0; types && i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(GgovChoice) type = g_list_model_get_item (types, i);

      g_list_store_append (choices, type);
    }
}

static void
add_type (GgovFormDialog *dialog,
          Form           *form,
          GgovSession    *session)
{
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);

  ggov_choices_append (choices, "", _("No issue"));
  form->type = ggov_form_dialog_add_drop_down (dialog, _("What was found becomes an issue"));
  ggov_choices_name (form->type);
  gtk_drop_down_set_model (form->type, G_LIST_MODEL (choices));
  ggov_store_list_choices_async (ggov_session_get_store (session), GGOV_CHOICE_CASE_TYPES, 0,
                                 ggov_session_get_today (session), NULL, types_cb,
                                 g_object_ref (form->type));
}

static void
add_how (GgovFormDialog         *dialog,
         Form                   *form,
         const GgovVisitSubject *subject)
{
  const char *const words[] = { _("Met"), _("Not at home"), _("Refused"), NULL };

  form->outcome = ggov_form_dialog_add_combo (dialog, _("How it went"), words, 0);
  form->confirmed = ggov_form_dialog_add_switch (dialog, _("What is known was gone over and is right"),
                                                 TRUE);
  g_signal_connect_object (form->outcome, "notify::selected", G_CALLBACK (outcome_cb),
                           form->confirmed, 0);
  if (subject->name)
    {
      /* Translators: a person */
      g_autofree char *words_alone = g_strdup_printf (_("About %s only, not the whole household"),
                                                      subject->name);
      g_autofree char *markup = g_markup_escape_text (words_alone, -1);

      form->alone = ggov_form_dialog_add_switch (dialog, markup, FALSE);
    }
}

void
ggov_visit_dialog_show (GtkWidget              *page,
                        GgovSession            *session,
                        const GgovVisitSubject *subject)
{
  const char *today = ggov_session_get_today (session);
  g_autofree char *what = subject->name ? g_strdup_printf ("%s · %s", subject->name, subject->what)
                                        : g_strdup (subject->what);
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog;

  form->page = g_object_ref (page);
  form->household_id = subject->household_id;
  form->person_id = subject->person_id;
  dialog = ggov_form_dialog_new (page, session, _("Visit"), _("_Record"), what, enter, form,
                                 (GDestroyNotify) form_free);
  form->day = ggov_form_dialog_add_entry (dialog, _("Day"), today);
  add_how (dialog, form, subject);
  form->visitor = ggov_pick_new (session, _("Who went"), today, FALSE);
  if (subject->visitor_id != 0)
    ggov_pick_choose (GGOV_PICK (form->visitor), "person", subject->visitor_id, subject->visitor);
  ggov_form_dialog_add (dialog, form->visitor);
  form->found = ggov_form_dialog_add_text (dialog, _("What was found"), "");
  add_type (dialog, form, session);
  form->title = ggov_form_dialog_add_entry (dialog, _("What the issue is called"), "");
  gtk_window_set_default_size (GTK_WINDOW (dialog), 480, 680);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->day);
}
