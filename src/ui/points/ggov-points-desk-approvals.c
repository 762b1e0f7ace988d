/* ggov-points-desk-approvals.c: awards that are proposed, looked for, confirmed and refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-person-chooser.h"
#include "ggov-points-desk-private.h"
#include "ggov-points-list.h"
#include "ggov-store-points-proposals.h"
#include "ggov-store-points-rules.h"

#define DAYS_BACK 366 /* who looks but once a year misses nothing */
#define NOON      720 /* minutes */

/* Looking for them -------------------------------------------------------------------------------- */

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovPointsDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 id;
  guint n;

  if (!ggov_store_propose_awards_finish (GGOV_STORE (object), result, &n, &id, &error))
    sentence = ggov_error_dup_sentence (error);
  else
    sentence = n == 0 ? g_strdup (_("There is nothing new: all that rules pay for is on the list, or was."))
                      : g_strdup_printf (ngettext ("%u award proposed", "%u awards proposed", n), n);
  _ggov_points_desk_say (self, sentence);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  const char *today = ggov_session_get_today (self->session);
  g_autofree char *from = NULL;
  int day;

  if (!ggov_local_day_parse (today, &day, NULL))
    return;

  from = ggov_local_day_format (day - DAYS_BACK);
  ggov_store_propose_awards_async (ggov_session_get_store (self->session), from, today, NULL, searched_cb,
                                   g_object_ref (self));
}

/* Deciding ---------------------------------------------------------------------------------------- */

typedef struct
{
  GArray    *ids;        /* (element-type gint64) */
  GtkWidget *by_row;
  GtkWidget *reason_row; /* (nullable): NULL where they are confirmed */
} Decision;

static void
decision_free (gpointer data)
{
  g_array_unref (((Decision *) data)->ids);
  g_free (data);
}

static void
decided_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *sentence = NULL;
  guint n = 0;

  if (ggov_store_decide_points_proposals_finish (GGOV_STORE (object), result, &n, &problem, &error))
    sentence = problem ? g_strdup_printf (_("%u decided. %s"), n, problem)
                       : g_strdup_printf (ngettext ("%u award decided", "%u awards decided", n), n);
  _ggov_points_desk_end_form (dialog, error, sentence);
}

static void
decide (GgovFormDialog *dialog,
        gpointer        data)
{
  const Decision *decision = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_autofree char *by = ggov_form_dialog_dup_text (decision->by_row);
  g_autofree char *reason = decision->reason_row ? ggov_form_dialog_dup_text (decision->reason_row) : NULL;

  ggov_store_decide_points_proposals_async (
    ggov_session_get_store (session), (const gint64 *) (gpointer) decision->ids->data,
    decision->ids->len, by, reason, ggov_session_get_today (session), NULL, decided_cb,
    ggov_form_dialog_wait (dialog, NULL));
}

static void
ask (GgovPointsDesk *self,
     gboolean        confirm)
{
  g_autoptr(GPtrArray) rows = ggov_points_list_dup_chosen (self->lists[GGOV_DESK_APPROVALS]);
  g_autofree char *what = NULL;
  Decision *decision;
  GgovFormDialog *dialog;
  gint64 points = 0;

  if (rows->len == 0)
    {
      _ggov_points_desk_say (self, _("Choose the awards first: with Shift or Control several, with Control "
                                     "and A all."));
      return;
    }

  decision = g_new0 (Decision, 1);
  decision->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len; i++)
    {
      const GgovPointsProposalRecord *record = ggov_points_proposal_get_record (rows->pdata[i]);

      g_array_append_val (decision->ids, record->id);
      points += record->points;
    }
  what = g_strdup_printf (_("%1$u awards of %2$d points together"), rows->len, (int) points);
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session,
                                 confirm ? _("Confirm Awards") : _("Refuse Awards"),
                                 confirm ? _("_Confirm") : _("_Refuse"), what, decide, decision,
                                 decision_free);
  decision->by_row = ggov_form_dialog_add_entry (dialog, _("Who decides"), NULL);
  if (!confirm)
    decision->reason_row = ggov_form_dialog_add_entry (dialog, _("Why"), NULL);
  _ggov_points_desk_present (dialog, decision->by_row);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ask (GGOV_POINTS_DESK (widget), TRUE);
}

static void
refuse_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ask (GGOV_POINTS_DESK (widget), FALSE);
}

/* Nominating -------------------------------------------------------------------------------------- */

typedef struct
{
  GListModel *rules;       /* (element-type GgovPointsRule) */
  GtkWidget  *chooser;
  GtkWidget  *rule_row;
  GtkWidget  *day_row;
  GtkWidget  *minutes_row;
  GtkWidget  *evidence_row;
  GtkWidget  *by_row;
} Nomination;

static void
nomination_free (gpointer data)
{
  g_clear_object (&((Nomination *) data)->rules);
  g_free (data);
}

static void
nominate (GgovFormDialog *dialog,
          gpointer        data)
{
  const Nomination *nomination = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, nomination->day_row);
  g_autofree char *evidence = ggov_form_dialog_dup_text (nomination->evidence_row);
  g_autofree char *by = ggov_form_dialog_dup_text (nomination->by_row);
  g_autoptr(GgovPointsRule) rule =
    g_list_model_get_item (nomination->rules,
                           adw_combo_row_get_selected (ADW_COMBO_ROW (nomination->rule_row)));
  GgovPointsWish wish = {
    .person_id = ggov_person_chooser_get_person_id (GGOV_PERSON_CHOOSER (nomination->chooser)),
    .evidence = evidence, .proposed_by = by, .today = ggov_session_get_today (session),
  };
  int number, minutes;

  if (day == NULL || !_ggov_points_desk_read_number (dialog, nomination->minutes_row, 0, &minutes))
    return;
  if (wish.person_id == 0 || rule == NULL)
    {
      ggov_form_dialog_refuse (dialog, _("Choose who is nominated, and for what."));
      return;
    }

  ggov_local_day_parse (day, &number, NULL);
  wish.rule_id = ggov_points_rule_get_fields (rule)->id;
  wish.at = ggov_local_time_from_day (number, NOON);
  wish.minutes = minutes;
  ggov_store_propose_award_async (ggov_session_get_store (session), &wish, NULL,
                                  ggov_form_dialog_finish_cb,
                                  ggov_form_dialog_wait (dialog, g_strdup (_("The award was proposed"))));
}

static void
rules_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovPointsDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  GListModel *rules = ggov_store_list_points_rules_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  Nomination *nomination;
  GgovFormDialog *dialog;

  if (rules == NULL)
    return;

  nomination = g_new0 (Nomination, 1);
  nomination->rules = rules;
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr(GgovPointsRule) rule = g_list_model_get_item (rules, i);

      g_ptr_array_add (words, (gpointer) ggov_points_rule_get_fields (rule)->label);
    }
  g_ptr_array_add (words, NULL);
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("Nominate Somebody"), _("_Propose"),
                                 NULL, nominate, nomination, nomination_free);
  nomination->chooser = g_object_new (GGOV_TYPE_PERSON_CHOOSER, NULL);
  ggov_person_chooser_set_session (GGOV_PERSON_CHOOSER (nomination->chooser), self->session);
  ggov_form_dialog_add (dialog, nomination->chooser);
  nomination->rule_row = ggov_form_dialog_add_combo (dialog, _("For what"),
                                                     (const char *const *) words->pdata, 0);
  nomination->day_row = ggov_form_dialog_add_entry (dialog, _("Day"),
                                                    ggov_session_get_today (self->session));
  nomination->minutes_row = ggov_form_dialog_add_entry (dialog, _("Minutes, if it is paid by the hour"),
                                                        NULL);
  nomination->evidence_row = ggov_form_dialog_add_entry (dialog, _("Who saw it, what proves it"), NULL);
  nomination->by_row = ggov_form_dialog_add_entry (dialog, _("Who proposes it"), NULL);
  _ggov_points_desk_present (dialog, nomination->chooser);
}

static void
nominate_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);

  ggov_store_list_points_rules_async (ggov_session_get_store (self->session),
                                      ggov_session_get_today (self->session), NULL, rules_cb,
                                      g_object_ref (self));
}

void
_ggov_points_desk_install_approvals (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "desk.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (klass, "desk.nominate", NULL, nominate_cb);
  gtk_widget_class_install_action (klass, "desk.refuse", NULL, refuse_cb);
  gtk_widget_class_install_action (klass, "desk.search", NULL, search_cb);
}
