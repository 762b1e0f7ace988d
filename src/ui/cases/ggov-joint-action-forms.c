/* ggov-joint-action-forms.c: entering a joint action, or a party, a step or an issue of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-pick.h"
#include "ggov-form-dialog.h"
#include "ggov-joint-action-forms.h"
#include "ggov-store-joint-actions.h"

#define MOST_PEOPLE 10000

/* The rows of a form, and what is known already. */
typedef struct
{
  gint64     id;
  gint64     row_version;
  gint64     action_id;
  gint64     issue_id;
  GArray    *action_ids; /* (nullable) (element-type gint64) */
  GtkWidget *choice;
  GtkWidget *pick;       /* (nullable) */
  GtkWidget *lead;
  GtkWidget *people;
  GtkWidget *day;
  GtkWidget *end;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *result;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_pointer (&rows->action_ids, g_array_unref);
  g_free (rows);
}

static GgovStore *
get_store (GgovFormDialog *dialog)
{
  return ggov_session_get_store (ggov_form_dialog_get_session (dialog));
}

/* The action ----------------------------------------------------------------------------------- */

static void
write_action (GgovFormDialog *dialog,
              gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *title = ggov_form_dialog_dup_text (rows->title);
  g_autofree char *purpose = ggov_form_dialog_dup_text (rows->text);
  g_autofree char *starts = ggov_form_dialog_dup_text (rows->day);
  g_autofree char *ended = rows->end ? ggov_form_dialog_dup_text (rows->end) : NULL;
  g_autofree char *result = rows->result ? ggov_form_dialog_dup_text (rows->result) : NULL;
  g_autoptr(GgovJointAction) action = ggov_joint_action_new (&(GgovJointActionFields) {
    .id = rows->id,
    .row_version = rows->row_version,
    .title = title,
    .purpose = purpose,
    .starts_on = starts,
    .ended_on = ended,
    .result = result,
  });

  ggov_store_write_joint_action_async (
    get_store (dialog), action, NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup (rows->id ? _("Joint action changed")
                                                      : _("Joint action entered"))));
}

void
ggov_joint_action_form_show (GtkWidget       *page,
                             GgovSession     *session,
                             GgovJointAction *action)
{
  const GgovJointActionFields *known = action ? ggov_joint_action_get_fields (action) : NULL;
  Rows *rows = g_new0 (Rows, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 known ? _("Change Joint Action")
                                                       : _("New Joint Action"),
                                                 _("_Enter"), NULL, write_action, rows, rows_free);

  rows->title = ggov_form_dialog_add_entry (dialog, _("Title"), known ? known->title : "");
  rows->text = ggov_form_dialog_add_text (dialog, _("What it is for"), known ? known->purpose : "");
  rows->day = ggov_form_dialog_add_entry (dialog, _("From"),
                                          known ? known->starts_on
                                                : ggov_session_get_today (session));
  if (known)
    {
      rows->id = known->id;
      rows->row_version = known->row_version;
      rows->end = ggov_form_dialog_add_entry (dialog, _("Ended on; empty while it goes on"),
                                              known->ended_on);
      rows->result = ggov_form_dialog_add_text (dialog, _("What came of it"), known->result);
    }
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->title);
}

/* Parties -------------------------------------------------------------------------------------- */

static void
write_line (GgovFormDialog                  *dialog,
            const GgovJointActionLineFields *fields,
            const char                      *done)
{
  g_autoptr(GgovJointActionLine) line = ggov_joint_action_line_new (fields);

  ggov_store_write_joint_action_line_async (get_store (dialog), line, NULL,
                                            ggov_form_dialog_finish_cb,
                                            ggov_form_dialog_wait (dialog, g_strdup (done)));
}

static void
write_party (GgovFormDialog *dialog,
             gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *people = ggov_form_dialog_dup_text (rows->people);
  g_autofree char *task = ggov_form_dialog_dup_text (rows->text);
  gint64 organisation_id = ggov_case_pick_require (GGOV_CASE_PICK (rows->pick));
  guint64 n = 0;

  if (organisation_id == 0)
    return;
  if (*people && !g_ascii_string_to_unsigned (people, 10, 0, MOST_PEOPLE, &n, NULL))
    {
      ggov_form_dialog_refuse (dialog, _("Write how many people it sends as a number, such as 4."));
      gtk_widget_grab_focus (rows->people);
      return;
    }

  write_line (dialog, &(GgovJointActionLineFields) {
    .id = rows->id, .row_version = rows->row_version, .action_id = rows->action_id, .kind = "party",
    .of_id = organisation_id, .is_lead = ggov_form_dialog_get_switch (rows->lead),
    .people = (gint64) n, .text = task,
  }, rows->id ? C_("joint action", "Party changed") : C_("joint action", "Party entered"));
}

static void
show_party_form (GtkWidget                       *page,
                 GgovSession                     *session,
                 const char                      *what,
                 const GgovJointActionLineFields *known,
                 Rows                            *rows)
{
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 known ? C_("joint action", "Change Party")
                                                       : C_("joint action", "New Party"),
                                                 _("_Enter"), what, write_party, rows, rows_free);
  g_autofree char *people = known && known->people ? g_strdup_printf ("%d", (int) known->people)
                                                   : g_strdup ("");

  rows->pick = ggov_case_pick_new (session, GGOV_CASE_PICK_ORGANISATION, _("Organisation"));
  if (known)
    ggov_case_pick_choose (GGOV_CASE_PICK (rows->pick), known->of_id, known->name);
  ggov_form_dialog_add (dialog, rows->pick);
  rows->lead = ggov_form_dialog_add_switch (dialog, _("It leads the action"),
                                            known && known->is_lead);
  rows->people = ggov_form_dialog_add_entry (dialog, _("How many people it sends"), people);
  rows->text = ggov_form_dialog_add_entry (dialog, _("Its task"), known ? known->text : "");
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (known ? rows->people : rows->pick);
}

/* Steps ---------------------------------------------------------------------------------------- */

static void
write_step (GgovFormDialog *dialog,
            gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *day = ggov_form_dialog_dup_text (rows->day);
  g_autofree char *what = ggov_form_dialog_dup_text (rows->text);

  write_line (dialog, &(GgovJointActionLineFields) {
    .id = rows->id, .row_version = rows->row_version, .action_id = rows->action_id, .kind = "step",
    .day = day, .text = what,
  }, rows->id ? _("Step changed") : _("Step entered"));
}

static void
show_step_form (GtkWidget                       *page,
                GgovSession                     *session,
                const char                      *what,
                const GgovJointActionLineFields *known,
                Rows                            *rows)
{
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 known ? _("Change Step") : _("New Step"),
                                                 _("_Enter"), what, write_step, rows, rows_free);

  rows->day = ggov_form_dialog_add_entry (dialog, _("Day"),
                                          known ? known->day : ggov_session_get_today (session));
  rows->text = ggov_form_dialog_add_text (dialog, _("What was done"), known ? known->text : "");
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->day);
}

/* Issues --------------------------------------------------------------------------------------- */

static void
write_issue (GgovFormDialog *dialog,
             gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *result = ggov_form_dialog_dup_text (rows->text);
  gint64 issue_id = rows->pick ? ggov_case_pick_require (GGOV_CASE_PICK (rows->pick))
                               : rows->issue_id;

  if (issue_id == 0)
    return;

  write_line (dialog, &(GgovJointActionLineFields) {
    .id = rows->id, .row_version = rows->row_version, .action_id = rows->action_id, .kind = "issue",
    .of_id = issue_id, .text = result,
  }, rows->id ? _("Result of the issue entered") : _("Issue added to the joint action"));
}

static void
show_issue_form (GtkWidget                       *page,
                 GgovSession                     *session,
                 const char                      *what,
                 const GgovJointActionLineFields *known,
                 Rows                            *rows)
{
  g_autofree char *issue = known ? g_strdup_printf ("%s  %s", known->number, known->name) : NULL;
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 known ? _("Result of an Issue") : _("Add an Issue"),
                                                 _("_Enter"), issue ? issue : what, write_issue,
                                                 rows, rows_free);

  if (known)
    rows->issue_id = known->of_id;
  else
    {
      rows->pick = ggov_case_pick_new (session, GGOV_CASE_PICK_ISSUE,
                                       _("Issue: number or words of it"));
      ggov_form_dialog_add (dialog, rows->pick);
    }
  rows->text = ggov_form_dialog_add_text (dialog, _("What came of it"), known ? known->text : "");
  gtk_window_present (GTK_WINDOW (dialog));
  if (rows->pick)
    gtk_widget_grab_focus (rows->pick);
}

void
ggov_joint_action_line_form_show (GtkWidget           *page,
                                  GgovSession         *session,
                                  GgovJointAction     *action,
                                  const char          *kind,
                                  GgovJointActionLine *line)
{
  const GgovJointActionLineFields *known = line ? ggov_joint_action_line_get_fields (line) : NULL;
  const GgovJointActionFields *fields = ggov_joint_action_get_fields (action);
  Rows *rows = g_new0 (Rows, 1);

  rows->action_id = fields->id;
  rows->id = known ? known->id : 0;
  rows->row_version = known ? known->row_version : 0;
  if (g_str_equal (kind, "party"))
    show_party_form (page, session, fields->title, known, rows);
  else if (g_str_equal (kind, "step"))
    show_step_form (page, session, fields->title, known, rows);
  else
    show_issue_form (page, session, fields->title, known, rows);
}

/* Joining -------------------------------------------------------------------------------------- */

static void
join (GgovFormDialog *dialog,
      gpointer        data)
{
  const Rows *rows = data;
  guint choice = adw_combo_row_get_selected (ADW_COMBO_ROW (rows->choice));

  if (choice >= rows->action_ids->len)
    return;

  write_line (dialog, &(GgovJointActionLineFields) {
    .action_id = g_array_index (rows->action_ids, gint64, choice), .kind = "issue",
    .of_id = rows->issue_id,
  }, _("Issue added to the joint action"));
}

void
ggov_joint_action_join_form_show (GtkWidget   *page,
                                  GgovSession *session,
                                  GListModel  *actions,
                                  GgovIssue   *issue)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  g_autofree char *what = g_strdup_printf ("%s  %s", fields->number, fields->title);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();
  GgovFormDialog *dialog;
  Rows *rows = g_new0 (Rows, 1);

  rows->issue_id = fields->id;
  rows->action_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr(GgovJointAction) action = g_list_model_get_item (actions, i);
      const GgovJointActionFields *one = ggov_joint_action_get_fields (action);

      if (*one->ended_on)
        continue;

      g_array_append_val (rows->action_ids, one->id);
      g_ptr_array_add (titles, (gpointer) one->title);
    }
  g_ptr_array_add (titles, NULL);

  dialog = ggov_form_dialog_new (page, session, _("Join an Action"), rows->action_ids->len > 0
                                   ? _("_Join") : NULL, what, join, rows, rows_free);
  rows->choice = ggov_form_dialog_add_combo (dialog, _("Joint action"),
                                             (const char *const *) titles->pdata, 0);
  if (rows->action_ids->len == 0)
    ggov_form_dialog_add_hint (dialog, _("No joint action goes on. Enter one in the window of cases "
                                         "first."));
  gtk_window_present (GTK_WINDOW (dialog));
}
