/* ggov-special-group-dialog.c: dialogs about who is in a special group, and who looks after them
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
#include "ggov-special-group-dialog.h"
#include "ggov-store-special-groups.h"

typedef struct
{
  gint64       person_id;
  char        *code;        /* (nullable): of the group that is left */

  GtkWidget   *day;
  GtkDropDown *group;
  GtkWidget   *every;
  GtkWidget   *responsible;
  GtkWidget   *source;
  GtkWidget   *note;
} Form;

static void
form_free (Form *form)
{
  g_free (form->code);
  g_free (form);
}

/* Joining --------------------------------------------------------------------------------- */

/* FALSE once the user is asked to put it right. */
static gboolean
read_every (GgovFormDialog *dialog,
            const Form     *form,
            int            *every)
{
  g_autofree char *text = ggov_form_dialog_dup_text (form->every);
  guint64 number = 0;

  *every = 0;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 3660, &number, NULL))
    {
      ggov_form_dialog_refuse (dialog, _("Write a whole number of days, or nothing."));
      gtk_widget_grab_focus (form->every);
      return FALSE;
    }

  *every = number;

  return TRUE;
}

static void
join (GgovFormDialog *dialog,
      gpointer        data)
{
  const Form *form = data;
  GgovChoice *group = gtk_drop_down_get_selected_item (form->group);
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, form->day);
  g_autofree char *source = ggov_form_dialog_dup_text (form->source);
  g_autofree char *note = ggov_form_dialog_dup_text (form->note);
  GgovMembershipTerms terms = {
    .person_id = form->person_id,
    .group = group ? ggov_choice_get_fields (group)->code : "",
    .from = day,
    .responsible_id = ggov_pick_get_id (GGOV_PICK (form->responsible)),
    .source = source,
    .note = note,
  };

  if (day == NULL || !read_every (dialog, form, &terms.every_days))
    return;
  if (ggov_pick_is_unclear (GGOV_PICK (form->responsible)))
    {
      ggov_form_dialog_refuse (dialog, _("Choose who is responsible from who is found."));
      return;
    }

  ggov_store_join_special_group_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &terms, NULL,
    ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup (_("The care plan is recorded"))));
}

static void
groups_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkDropDown) drop = user_data;
  g_autoptr(GListModel) groups = ggov_store_list_special_groups_finish (GGOV_STORE (object), result,
                                                                        NULL);
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; groups && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(GgovSpecialGroup) group = g_list_model_get_item (groups, i);
      const GgovSpecialGroupRecord *record = ggov_special_group_get_record (group);

      if (record->retired_on == NULL)
        ggov_choices_append (choices, record->code, record->label);
    }
  gtk_drop_down_set_model (drop, G_LIST_MODEL (choices));
}

void
ggov_special_group_dialog_show_join (GtkWidget         *page,
                                     GgovSession       *session,
                                     GgovResidentSheet *sheet)
{
  const char *today = ggov_session_get_today (session);
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog;

  form->person_id = ggov_resident_sheet_get_person_id (sheet);
  dialog = ggov_form_dialog_new (page, session, _("Special Group"), _("_Record"),
                                 ggov_resident_sheet_get_value (sheet, "name"), join, form,
                                 (GDestroyNotify) form_free);
  form->group = ggov_form_dialog_add_drop_down (dialog, _("Special group"));
  ggov_choices_name (form->group);
  form->day = ggov_form_dialog_add_entry (dialog, _("Since"), today);
  form->every = ggov_form_dialog_add_entry (dialog, _("Visited every so many days"), "");
  form->responsible = ggov_pick_new (session, _("Person responsible"), today, FALSE);
  ggov_form_dialog_add (dialog, form->responsible);
  ggov_form_dialog_add_hint (dialog, _("Left empty: as often as the group has it, by the full-time "
                                       "member of the grid."));
  form->source = ggov_form_dialog_add_entry (dialog, _("Who says so"), "");
  form->note = ggov_form_dialog_add_entry (dialog, _("Note"), "");
  ggov_store_list_special_groups_async (ggov_session_get_store (session), 0, today, NULL, groups_cb,
                                        g_object_ref (form->group));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (form->group));
}

/* Leaving --------------------------------------------------------------------------------- */

static void
leave (GgovFormDialog *dialog,
       gpointer        data)
{
  const Form *form = data;
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, form->day);

  if (day)
    ggov_store_leave_special_group_async (
      ggov_session_get_store (ggov_form_dialog_get_session (dialog)), form->person_id, form->code, day,
      NULL, ggov_form_dialog_finish_cb,
      ggov_form_dialog_wait (dialog, g_strdup (_("They are in the special group no more"))));
}

void
ggov_special_group_dialog_show_leave (GtkWidget         *page,
                                      GgovSession       *session,
                                      GgovResidentSheet *sheet,
                                      const char        *group,
                                      const char        *label)
{
  const char *name = ggov_resident_sheet_get_value (sheet, "name");
  g_autofree char *what = label ? g_strdup_printf ("%s · %s", name, label) : g_strdup (name);
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog;

  form->person_id = ggov_resident_sheet_get_person_id (sheet);
  form->code = g_strdup (group);
  dialog = ggov_form_dialog_new (page, session, _("Out of the Special Group"), _("_Record"), what,
                                 leave, form, (GDestroyNotify) form_free);
  form->day = ggov_form_dialog_add_entry (dialog, _("Last day"), ggov_session_get_today (session));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 480, 260);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->day);
}
