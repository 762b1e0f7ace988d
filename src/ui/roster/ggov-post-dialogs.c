/* ggov-post-dialogs.c: what is asked before somebody is transferred or goes on leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice-chain.h"
#include "ggov-form-dialog.h"
#include "ggov-office-role.h"
#include "ggov-papers-row.h"
#include "ggov-pick.h"
#include "ggov-post-dialogs.h"
#include "ggov-store-transfer.h"

/* The rows of a dialog, and the post it is about. */
typedef struct
{
  GgovPost   *post;
  GListModel *roles;        /* (nullable) (element-type GgovOfficeRole): not given up */
  GtkWidget  *role;
  GtkWidget  *place;
  GtkWidget  *from;
  GtkWidget  *to;
  GtkWidget  *who;          /* the substitute, or who takes on the issues */
  GtkWidget  *chain;        /* who nominates and approves */
  GtkWidget  *papers;
  GtkWidget  *reason;
  GtkWidget  *exception;
  GtkWidget  *hand_over;
} Rows;

static Rows *
rows_new (GgovPost *post)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->post = g_object_ref (post);

  return rows;
}

static void
rows_free (Rows *rows)
{
  g_clear_object (&rows->post);
  g_clear_object (&rows->roles);
  g_free (rows);
}

static char *
dup_what (GgovPost *post)
{
  const GgovPostDetails *details = ggov_post_get_details (post);

  /* Translators: a person, a role and a place: who holds what where */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), details->person, details->role, details->place);
}

static gboolean
is_clear (GgovFormDialog *dialog,
          GtkWidget      *pick)
{
  if (!ggov_pick_is_unclear (GGOV_PICK (pick)))
    return TRUE;

  ggov_form_dialog_refuse (dialog, _("Choose one from what is found below the words."));
  gtk_widget_grab_focus (pick);

  return FALSE;
}

static GgovOfficeRole *
get_role (const Rows *rows)
{
  return g_list_model_get_item (rows->roles,
                                adw_combo_row_get_selected (ADW_COMBO_ROW (rows->role)));
}

static void
transfer (GgovFormDialog *dialog,
          gpointer        data)
{
  const Rows *rows = data;
  GgovPick *place = GGOV_PICK (rows->place);
  g_autoptr(GgovOfficeRole) role = get_role (rows);
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, rows->from);
  g_autofree char *reason = ggov_form_dialog_dup_text (rows->reason);
  g_autofree char *exception = ggov_form_dialog_dup_text (rows->exception);
  const GgovPostDetails *details = ggov_post_get_details (rows->post);
  GgovAppointment to = { .since = day, .reason = reason, .exception = exception };

  if (day == NULL || role == NULL || !is_clear (dialog, rows->place) ||
      !is_clear (dialog, rows->who))
    return;

  if (ggov_choice_chain_is_unclear (GGOV_CHOICE_CHAIN (rows->chain)))
    {
      ggov_form_dialog_refuse (dialog, _("Choose one from what is found below the words."));
      return;
    }

  if (ggov_pick_get_id (place) == 0)
    {
      ggov_form_dialog_refuse (dialog, _("Choose where the new post is."));
      gtk_widget_grab_focus (rows->place);
      return;
    }

  to.role_code = ggov_office_role_get_record (role)->code;
  to.place_kind = ggov_pick_get_kind (place);
  to.place_id = ggov_pick_get_id (place);
  to.nominated_by_id = ggov_choice_chain_get_nominator (GGOV_CHOICE_CHAIN (rows->chain));
  to.approved_by_id = ggov_choice_chain_get_approver (GGOV_CHOICE_CHAIN (rows->chain));
  to.papers = ggov_papers_row_get_papers (GGOV_PAPERS_ROW (rows->papers), &to.n_papers);
  ggov_store_transfer_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), details->id, &to,
    ggov_pick_get_id (GGOV_PICK (rows->who)), NULL, ggov_form_dialog_finish_cb,
    /* Translators: a person, a role and a place */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s is transferred: %2$s, %3$s"),
                                                    details->person,
                                                    ggov_office_role_get_record (role)->label,
                                                    ggov_pick_get_label (place))));
}

/* Who brings somebody forward depends on the role, the place and the day. */
static void
chain_cb (Rows *rows)
{
  g_autoptr(GgovOfficeRole) role = get_role (rows);
  g_autofree char *day = ggov_form_dialog_dup_text (rows->from);
  GgovPick *place = GGOV_PICK (rows->place);

  if (role && ggov_pick_get_id (place) != 0)
    ggov_choice_chain_set_post (GGOV_CHOICE_CHAIN (rows->chain),
                                ggov_office_role_get_record (role)->code, ggov_pick_get_kind (place),
                                ggov_pick_get_id (place), day);
}

/* Only places of the kind that the role is held on are found. */
static void
role_cb (Rows *rows)
{
  g_autoptr(GgovOfficeRole) role = get_role (rows);

  if (role)
    ggov_pick_set_scope (GGOV_PICK (rows->place), ggov_office_role_get_record (role)->scope);
  chain_cb (rows);
}

/* Fills in the roles that are still there. */
static GtkWidget *
add_roles (GgovFormDialog *dialog,
           Rows           *rows,
           GListModel     *roles)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr(GListStore) open = g_list_store_new (GGOV_TYPE_OFFICE_ROLE);
  g_auto(GStrv) words = NULL;
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);
      const GgovOfficeRoleRecord *record = ggov_office_role_get_record (role);

      if (record->valid_to)
        continue;
      if (g_str_equal (record->code, ggov_post_get_details (rows->post)->role_code))
        selected = g_list_model_get_n_items (G_LIST_MODEL (open));
      g_strv_builder_add (labels, record->label);
      g_list_store_append (open, role);
    }
  words = g_strv_builder_end (labels);
  rows->roles = G_LIST_MODEL (g_steal_pointer (&open));

  return ggov_form_dialog_add_combo (dialog, _("New post"), (const char *const *) words, selected);
}

void
ggov_transfer_dialog_show (GtkWidget   *page,
                           GgovSession *session,
                           GgovPost    *post,
                           GListModel  *roles)
{
  const char *today = ggov_session_get_today (session);
  g_autofree char *what = dup_what (post);
  Rows *rows = rows_new (post);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Transfer"), _("_Transfer"), what,
                                                 transfer, rows, (GDestroyNotify) rows_free);

  rows->role = add_roles (dialog, rows, roles);
  rows->from = ggov_form_dialog_add_entry (dialog, _("From (year-month-day)"), today);
  rows->place = ggov_pick_new (session, _("Where: a grid’s code, a door"), today, TRUE);
  ggov_form_dialog_add (dialog, rows->place);
  rows->chain = ggov_choice_chain_new (session);
  ggov_choice_chain_set_person (GGOV_CHOICE_CHAIN (rows->chain),
                                ggov_post_get_details (post)->person);
  ggov_form_dialog_add (dialog, rows->chain);
  rows->who = ggov_pick_new (session, _("Open issues go to (empty: they stay)"), today, FALSE);
  ggov_form_dialog_add (dialog, rows->who);
  rows->reason = ggov_form_dialog_add_entry (dialog, _("Reason"), NULL);
  rows->exception = ggov_form_dialog_add_entry (dialog, _("Reason for an exception from the rules"),
                                                NULL);
  rows->papers = ggov_papers_row_new ();
  ggov_form_dialog_add (dialog, rows->papers);
  g_signal_connect_swapped (rows->role, "notify::selected", G_CALLBACK (role_cb), rows);
  g_signal_connect_swapped (rows->place, "picked", G_CALLBACK (chain_cb), rows);
  g_signal_connect_swapped (rows->from, "changed", G_CALLBACK (chain_cb), rows);
  role_cb (rows);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->place);
}

static void
substitute (GgovFormDialog *dialog,
            gpointer        data)
{
  const Rows *rows = data;
  const GgovPostDetails *details = ggov_post_get_details (rows->post);
  g_autofree char *from = ggov_form_dialog_dup_day (dialog, rows->from);
  g_autofree char *to = from ? ggov_form_dialog_dup_day (dialog, rows->to) : NULL;
  g_autofree char *reason = ggov_form_dialog_dup_text (rows->reason);
  GgovPick *who = GGOV_PICK (rows->who);
  const GgovSubstitution substitution = {
    .post_id = details->id, .substitute_id = ggov_pick_get_id (who), .from = from, .to = to,
    .reason = reason, .hand_over = ggov_form_dialog_get_switch (rows->hand_over),
  };

  if (to == NULL || !is_clear (dialog, rows->who))
    return;

  if (substitution.substitute_id == 0)
    {
      ggov_form_dialog_refuse (dialog, _("Choose who stands in."));
      gtk_widget_grab_focus (rows->who);
      return;
    }

  ggov_store_substitute_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &substitution, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: the substitute, then the holder of the post */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s stands in for %2$s"),
                                                    ggov_pick_get_label (who), details->person)));
}

static void
end_leave (GgovFormDialog *dialog,
           gpointer        data)
{
  const Rows *rows = data;
  const GgovPostDetails *details = ggov_post_get_details (rows->post);
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, rows->from);

  if (day)
    ggov_store_end_leave_async (
      ggov_session_get_store (ggov_form_dialog_get_session (dialog)), details->leave_id, day, NULL,
      ggov_form_dialog_finish_cb,
      /* Translators: a person */
      ggov_form_dialog_wait (dialog, g_strdup_printf (_("%s is back"), details->person)));
}

static void
show_end_leave (GtkWidget   *page,
                GgovSession *session,
                GgovPost    *post)
{
  const GgovPostDetails *details = ggov_post_get_details (post);
  /* Translators: a person, the substitute, the first and the last day of a leave */
  g_autofree char *what = g_strdup_printf (_("%1$s: %2$s stands in from %3$s to %4$s"), details->person,
                                           details->substitute, details->leave_from,
                                           details->leave_to);
  Rows *rows = rows_new (post);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("End the Leave"), _("_End It"),
                                                 what, end_leave, rows,
                                                 (GDestroyNotify) rows_free);

  rows->from = ggov_form_dialog_add_entry (dialog, _("Back from (year-month-day)"),
                                           ggov_session_get_today (session));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->from);
}

void
ggov_substitute_dialog_show (GtkWidget   *page,
                             GgovSession *session,
                             GgovPost    *post)
{
  const char *today = ggov_session_get_today (session);
  g_autofree char *what = dup_what (post);
  GgovFormDialog *dialog;
  Rows *rows;

  if (ggov_post_get_details (post)->leave_id != 0)
    {
      show_end_leave (page, session, post);
      return;
    }

  rows = rows_new (post);
  dialog = ggov_form_dialog_new (page, session, _("Substitute"), _("_Substitute"), what, substitute,
                                 rows, (GDestroyNotify) rows_free);
  rows->who = ggov_pick_new (session, _("Who stands in: a name or a phone"), today, FALSE);
  ggov_form_dialog_add (dialog, rows->who);
  rows->from = ggov_form_dialog_add_entry (dialog, _("From (year-month-day)"), today);
  rows->to = ggov_form_dialog_add_entry (dialog, _("To (the last day)"), NULL);
  rows->reason = ggov_form_dialog_add_entry (dialog, _("Reason"), NULL);
  rows->hand_over = ggov_form_dialog_add_switch (dialog, _("The open issues go to the substitute as well"),
                                                 TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->who);
}
