/* ggov-stand-down-dialog.c: asks from when and why somebody holds a post no longer, and who goes on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice-chain.h"
#include "ggov-form-dialog.h"
#include "ggov-papers-row.h"
#include "ggov-pick.h"
#include "ggov-stand-down-dialog.h"
#include "ggov-store-stand-down.h"

/* The rows of the dialog, and the post it is about. */
typedef struct
{
  GgovPost  *post;
  GtkWidget *from;
  GtkWidget *reason;
  GtkWidget *everywhere; /* (nullable): where there are further posts of the role */
  GtkWidget *successor;
  GtkWidget *chain;      /* shown once there is a successor */
  GtkWidget *exception;
  GtkWidget *who;        /* takes on the issues */
  GtkWidget *papers;
} Rows;

static void
rows_free (Rows *rows)
{
  g_clear_object (&rows->post);
  g_free (rows);
}

/* Says so, too. */
static gboolean
is_unclear (GgovFormDialog *dialog,
            const Rows     *rows)
{
  GtkWidget *pick = ggov_pick_is_unclear (GGOV_PICK (rows->successor))
                      ? rows->successor
                      : ggov_pick_is_unclear (GGOV_PICK (rows->who)) ? rows->who : NULL;

  if (pick)
    gtk_widget_grab_focus (pick);
  else if (!gtk_widget_get_visible (rows->chain) ||
           !ggov_choice_chain_is_unclear (GGOV_CHOICE_CHAIN (rows->chain)))
    return FALSE;

  ggov_form_dialog_refuse (dialog, _("Choose one from what is found below the words."));

  return TRUE;
}

static void
stand_down (GgovFormDialog *dialog,
            gpointer        data)
{
  const Rows *rows = data;
  const GgovPostDetails *details = ggov_post_get_details (rows->post);
  g_autofree char *from = ggov_form_dialog_dup_day (dialog, rows->from);
  g_autofree char *reason = ggov_form_dialog_dup_text (rows->reason);
  g_autofree char *exception = ggov_form_dialog_dup_text (rows->exception);
  GgovStandDown order = {
    .post_id = details->id, .from = from, .reason = reason, .exception = exception,
    .everywhere = rows->everywhere && ggov_form_dialog_get_switch (rows->everywhere),
    .hand_over_to = ggov_pick_get_id (GGOV_PICK (rows->who)),
    .successor_id = ggov_pick_get_id (GGOV_PICK (rows->successor)),
  };

  if (from == NULL || is_unclear (dialog, rows))
    return;

  if (order.successor_id != 0)
    {
      order.nominated_by_id = ggov_choice_chain_get_nominator (GGOV_CHOICE_CHAIN (rows->chain));
      order.approved_by_id = ggov_choice_chain_get_approver (GGOV_CHOICE_CHAIN (rows->chain));
    }
  order.papers = ggov_papers_row_get_papers (GGOV_PAPERS_ROW (rows->papers), &order.n_papers);
  ggov_store_stand_down_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &order, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: a person, a role and a place */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s stands down as %2$s, %3$s"),
                                                    details->person, details->role,
                                                    details->place)));
}

/* Whoever succeeds takes on the issues, unless somebody else was said. */
static void
successor_cb (Rows *rows)
{
  GgovPick *successor = GGOV_PICK (rows->successor);
  GgovPick *who = GGOV_PICK (rows->who);
  gboolean is_chosen = ggov_pick_get_id (successor) != 0;

  ggov_choice_chain_set_person (GGOV_CHOICE_CHAIN (rows->chain), ggov_pick_get_label (successor));
  gtk_widget_set_visible (rows->chain, is_chosen);
  gtk_widget_set_visible (gtk_widget_get_parent (rows->exception), is_chosen);
  if (is_chosen && ggov_pick_get_id (who) == 0 && !ggov_pick_is_unclear (who))
    ggov_pick_choose (who, "person", ggov_pick_get_id (successor), ggov_pick_get_label (successor));
}

/* Who brings a successor forward depends on the day. */
static void
day_cb (Rows *rows)
{
  const GgovPostDetails *details = ggov_post_get_details (rows->post);
  g_autofree char *day = ggov_form_dialog_dup_text (rows->from);

  ggov_choice_chain_set_post (GGOV_CHOICE_CHAIN (rows->chain), details->role_code,
                              details->place_kind, details->place_id, day);
}

static void
add_rows (GgovFormDialog *dialog,
          Rows           *rows,
          guint           n_others)
{
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  const char *today = ggov_session_get_today (session);

  rows->from = ggov_form_dialog_add_entry (dialog, _("No longer holds it from (year-month-day)"),
                                           today);
  rows->reason = ggov_form_dialog_add_entry (dialog, _("Reason"), NULL);
  if (n_others > 0)
    {
      g_autofree char *words =
        g_strdup_printf (ngettext ("Their other post of this role ends as well",
                                   "Their other %u posts of this role end as well", n_others),
                         n_others);

      rows->everywhere = ggov_form_dialog_add_switch (dialog, words, FALSE);
    }
  rows->successor = ggov_pick_new (session, _("Who has it from then on (empty: vacant)"), today,
                                   FALSE);
  ggov_form_dialog_add (dialog, rows->successor);
  rows->chain = ggov_choice_chain_new (session);
  ggov_form_dialog_add (dialog, rows->chain);
  rows->exception = ggov_form_dialog_add_entry (dialog, _("Reason for an exception from the rules"),
                                                NULL);
  rows->who = ggov_pick_new (session, _("Open issues go to (empty: they stay)"), today, FALSE);
  ggov_form_dialog_add (dialog, rows->who);
  rows->papers = ggov_papers_row_new ();
  ggov_form_dialog_add (dialog, rows->papers);
  ggov_form_dialog_add_hint (dialog, _("Nothing is deleted: the roster of any past day still has "
                                       "this post."));
}

void
ggov_stand_down_dialog_show (GtkWidget   *page,
                             GgovSession *session,
                             GgovPost    *post,
                             guint        n_others)
{
  const GgovPostDetails *details = ggov_post_get_details (post);
  /* Translators: a person, a role and a place: who holds what where */
  g_autofree char *what = g_strdup_printf (_("%1$s, %2$s, %3$s"), details->person, details->role,
                                           details->place);
  Rows *rows = g_new0 (Rows, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Stand Down"), _("_Stand Down"),
                                                 what, stand_down, rows,
                                                 (GDestroyNotify) rows_free);

  rows->post = g_object_ref (post);
  ggov_form_dialog_set_ending (dialog);
  add_rows (dialog, rows, n_others);
  g_signal_connect_swapped (rows->successor, "picked", G_CALLBACK (successor_cb), rows);
  g_signal_connect_swapped (rows->from, "changed", G_CALLBACK (day_cb), rows);
  successor_cb (rows);
  day_cb (rows);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->from);
}
