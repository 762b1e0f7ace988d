/* ggov-points-desk-rules.c: rules of points that are drafted, tried and put in force
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-points-desk-private.h"
#include "ggov-points-source.h"
#include "ggov-store-points-rules.h"

/* A draft --------------------------------------------------------------------------------------- */

/* The rows of the form that take a number. */
enum { POINTS, PER_AWARD, PER_DAY, PER_MONTH, SECOND, NOTICE, N_NUMBERS };

static const char *const number_titles[N_NUMBERS] = {
  [POINTS] = N_("Points"),
  [PER_AWARD] = N_("Most for one activity (empty for any)"),
  [PER_DAY] = N_("Most for one person in a day"),
  [PER_MONTH] = N_("Most for one person in a month"),
  [SECOND] = N_("A second person confirms above"),
  [NOTICE] = N_("Days of public notice"),
};

typedef struct
{
  GtkWidget *code_row;
  GtkWidget *name_row;
  GtkWidget *number_rows[N_NUMBERS];
  GtkWidget *hour_row;
  GtkWidget *source_row;
  GtkWidget *roles_row;
  GtkWidget *from_row;
} Draft;

static void
write_draft (GgovFormDialog *dialog,
             gpointer        data)
{
  const Draft *draft = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_autofree char *code = ggov_form_dialog_dup_text (draft->code_row);
  g_autofree char *name = ggov_form_dialog_dup_text (draft->name_row);
  g_autofree char *roles = ggov_form_dialog_dup_text (draft->roles_row);
  g_autofree char *from = ggov_form_dialog_dup_day (dialog, draft->from_row);
  const guint source = adw_combo_row_get_selected (ADW_COMBO_ROW (draft->source_row));
  int numbers[N_NUMBERS];
  GgovPointsRuleRecord record;

  if (from == NULL)
    return;
  for (guint i = 0; i < N_NUMBERS; i++)
    if (!_ggov_points_desk_read_number (dialog, draft->number_rows[i], 0, &numbers[i]))
      return;

  record = (GgovPointsRuleRecord) {
    .code = code, .activity = name, .activity_zh = name, .points = numbers[POINTS],
    .per_award = numbers[PER_AWARD], .per_day = numbers[PER_DAY], .per_month = numbers[PER_MONTH],
    .approve_above = numbers[SECOND], .notice_days = numbers[NOTICE], .roles = roles,
    .per_hour = ggov_form_dialog_get_switch (draft->hour_row), .valid_from = from,
    .earned_by = source == 0 ? "" : ggov_points_source_get_code (source - 1),
  };
  ggov_store_draft_points_rule_async (ggov_session_get_store (session), &record, NULL,
                                      ggov_form_dialog_finish_cb,
                                      ggov_form_dialog_wait (dialog, g_strdup (_("The draft was written"))));
}

static void
add_numbers (GgovFormDialog             *dialog,
             Draft                      *draft,
             const GgovPointsRuleFields *rule)
{
  const gint64 numbers[N_NUMBERS] = {
    [POINTS] = rule->points, [PER_AWARD] = rule->per_award, [PER_DAY] = rule->per_day,
    [PER_MONTH] = rule->per_month, [SECOND] = rule->approve_above, [NOTICE] = rule->notice_days,
  };

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      g_autofree char *text = numbers[i] > 0 ? g_strdup_printf ("%d", (int) numbers[i]) : NULL;

      draft->number_rows[i] = ggov_form_dialog_add_entry (dialog, _(number_titles[i]), text);
    }
}

static void
show_form (GgovPointsDesk             *self,
           const GgovPointsRuleFields *rule)
{
  const char *words[GGOV_N_POINTS_SOURCES + 2] = { _("Nothing: it is awarded by hand") };
  const GgovPointsSource source = ggov_points_source_find (rule->earned_by);
  Draft *draft = g_new0 (Draft, 1);
  GgovFormDialog *dialog =
    ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("Draft of a Rule"), _("_Write Draft"),
                          _("Nothing is paid by a draft: try it on last year, then put it in force."),
                          write_draft, draft, g_free);

  for (guint i = 0; i < GGOV_N_POINTS_SOURCES; i++)
    words[i + 1] = ggov_points_source_get_label (i);
  draft->code_row = ggov_form_dialog_add_entry (dialog, _("Code"), rule->code);
  draft->name_row = ggov_form_dialog_add_entry (dialog, _("For what"), rule->label);
  add_numbers (dialog, draft, rule);
  draft->hour_row = ggov_form_dialog_add_switch (dialog, _("Points are for an hour"), rule->per_hour);
  draft->source_row = ggov_form_dialog_add_combo (dialog, _("Proposed from"), words,
                                                  source < GGOV_N_POINTS_SOURCES ? source + 1 : 0);
  draft->roles_row = ggov_form_dialog_add_entry (dialog, _("Hundredths by role (building_leader=150)"),
                                                 rule->roles);
  draft->from_row = ggov_form_dialog_add_entry (dialog, _("From"),
                                                ggov_session_get_today (self->session));
  _ggov_points_desk_present (dialog, draft->code_row);
}

static void
new_rule_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const GgovPointsRuleFields nothing = { .code = "", .label = "", .earned_by = "", .roles = "" };

  show_form (GGOV_POINTS_DESK (widget), &nothing);
}

static void
edit_rule_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autoptr(GgovPointsRule) rule = _ggov_points_desk_dup_row (self, GGOV_DESK_RULES);

  if (rule)
    show_form (self, ggov_points_rule_get_fields (rule));
}

/* Trying it -------------------------------------------------------------------------------------- */

static char *
dup_trial (const GgovPointsTrialRecord *trial)
{
  const char *month = *trial->month ? trial->month : _("In all");
  const int stopped = (int) (trial->n_capped + trial->n_ended + trial->n_nothing);

  /* Translators: a rule that is tried: a month, what happened, what is paid, to so many people, points,
   * points that were paid in fact, and what is not paid */
  return g_strdup_printf (_("%1$s: %2$d events, %3$d paid to %4$d people, %5$d points (paid in fact: %6$d); "
                            "%7$d not paid"), month, (int) trial->n_events, (int) trial->n_paid,
                          (int) trial->n_people, (int) trial->points, (int) trial->points_now, stopped);
}

static void
tried_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovPointsDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_try_points_rule_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;
  GgovFormDialog *dialog;

  if (rows == NULL)
    {
      _ggov_points_desk_say (self, sentence);
      return;
    }

  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("The Rule on Last Year"), NULL,
                                 _("What the rule would have paid for what happened."), NULL, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsTrial) row = g_list_model_get_item (rows, i);
      g_autofree char *words = dup_trial (ggov_points_trial_get_record (row));

      ggov_form_dialog_add_hint (dialog, words);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
try_rule_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autoptr(GgovPointsRule) rule = _ggov_points_desk_dup_row (self, GGOV_DESK_RULES);

  if (rule)
    ggov_store_try_points_rule_async (ggov_session_get_store (self->session),
                                      ggov_points_rule_get_fields (rule)->id,
                                      ggov_session_get_today (self->session), NULL, tried_cb,
                                      g_object_ref (self));
}

/* Starting, ending ------------------------------------------------------------------------------- */

typedef struct
{
  GgovPointsDesk *self;
  const char     *sentence; /* translated */
} Deed;

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Deed *deed = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *problem = NULL;
  gint64 id;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    gtk_widget_activate_action (GTK_WIDGET (deed->self), "win.announce-change", "(sx)", deed->sentence,
                                id);
  else
    _ggov_points_desk_say (deed->self, problem = ggov_error_dup_sentence (error));
  g_object_unref (deed->self);
  g_free (deed);
}

static Deed *
deed_new (GgovPointsDesk *self,
          const char     *sentence)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->self = g_object_ref (self);
  deed->sentence = sentence;

  return deed;
}

static void
start_rule_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autoptr(GgovPointsRule) rule = _ggov_points_desk_dup_row (self, GGOV_DESK_RULES);

  if (rule)
    ggov_store_start_points_rule_async (ggov_session_get_store (self->session),
                                        ggov_points_rule_get_fields (rule)->code,
                                        ggov_session_get_today (self->session), NULL, done_cb,
                                        deed_new (self, _("The rule was put in force")));
}

static void
discard_rule_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autoptr(GgovPointsRule) rule = _ggov_points_desk_dup_row (self, GGOV_DESK_RULES);

  if (rule)
    ggov_store_discard_points_rule_async (ggov_session_get_store (self->session),
                                          ggov_points_rule_get_fields (rule)->code, NULL, done_cb,
                                          deed_new (self, _("The draft was discarded")));
}

typedef struct
{
  GtkWidget *day_row;
  char      *code;
} End;

static void
end_free (gpointer data)
{
  g_free (((End *) data)->code);
  g_free (data);
}

static void
end_rule (GgovFormDialog *dialog,
          gpointer        data)
{
  const End *end = data;
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, end->day_row);

  if (day)
    ggov_store_end_points_rule_async (ggov_session_get_store (ggov_form_dialog_get_session (dialog)),
                                      end->code, day, NULL, ggov_form_dialog_finish_cb,
                                      ggov_form_dialog_wait (dialog, g_strdup (_("The rule was ended"))));
}

static void
end_rule_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autoptr(GgovPointsRule) rule = _ggov_points_desk_dup_row (self, GGOV_DESK_RULES);
  GgovFormDialog *dialog;
  End *end;

  if (rule == NULL)
    return;

  end = g_new0 (End, 1);
  end->code = g_strdup (ggov_points_rule_get_fields (rule)->code);
  dialog = ggov_form_dialog_new (widget, self->session, _("End a Rule"), _("_End"),
                                 ggov_points_rule_get_fields (rule)->label, end_rule, end, end_free);
  end->day_row = ggov_form_dialog_add_entry (dialog, _("Last day"),
                                             ggov_session_get_today (self->session));
  ggov_form_dialog_set_ending (dialog);
  _ggov_points_desk_present (dialog, end->day_row);
}

void
_ggov_points_desk_install_rules (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "desk.discard-rule", NULL, discard_rule_cb);
  gtk_widget_class_install_action (klass, "desk.edit-rule", NULL, edit_rule_cb);
  gtk_widget_class_install_action (klass, "desk.end-rule", NULL, end_rule_cb);
  gtk_widget_class_install_action (klass, "desk.new-rule", NULL, new_rule_cb);
  gtk_widget_class_install_action (klass, "desk.start-rule", NULL, start_rule_cb);
  gtk_widget_class_install_action (klass, "desk.try-rule", NULL, try_rule_cb);
}
