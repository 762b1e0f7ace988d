/* ggov-ladder-rules.c: when reminders, notices and criticism are due, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-form-dialog.h"
#include "ggov-ladder-rules.h"
#include "ggov-ladder.h"
#include "ggov-store-ladder.h"

/* More than any office waits. */
#define MOST 99

typedef struct
{
  GtkWindow   *parent;  /* (owned) */
  GtkWidget   *page;    /* (owned) */
  GgovSession *session; /* (owned) */

  /* (unowned): of the dialog that has this, for each rung */
  GtkSpinButton *counts[GGOV_N_RUNGS];
  GtkDropDown   *units[GGOV_N_RUNGS];
} Question;

/* What each rung is counted from. */
static const char *const titles[GGOV_N_RUNGS] = {
  [GGOV_RUNG_REMIND] = N_("Reminder, before expiry"),
  [GGOV_RUNG_NOTICE] = N_("Reminder notice, after expiry"),
  [GGOV_RUNG_CRITICISE] = N_("Criticism, after expiry"),
  [GGOV_RUNG_REPORT] = N_("Report upward, after expiry"),
};

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->parent);
  g_clear_object (&question->page);
  g_clear_object (&question->session);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
read_ladder (const Question *question,
             GgovLadder     *ladder)
{
  for (guint rung = 0; rung < GGOV_N_RUNGS; rung++)
    ladder->limits[rung] = (GgovLimit) {
      .count = (guint) gtk_spin_button_get_value_as_int (question->counts[rung]),
      .unit = gtk_drop_down_get_selected (question->units[rung]) == 0 ? GGOV_LIMIT_WORKING_HOURS
                                                                      : GGOV_LIMIT_WORKING_DAYS,
    };
}

static void
accept (GgovFormDialog *dialog,
        gpointer        data)
{
  const Question *question = data;
  g_autofree char *entries = NULL;
  GgovLadder ladder;

  read_ladder (question, &ladder);
  entries = ggov_ladder_to_string (&ladder);
  ggov_store_set_ladder_async (ggov_session_get_store (question->session), entries, NULL,
                               ggov_form_dialog_finish_cb,
                               ggov_form_dialog_wait (dialog, g_strdup (_("The ladder is changed"))));
}

static void
add_rung (GgovFormDialog  *dialog,
          Question        *question,
          GgovRung         rung,
          const GgovLimit *limit)
{
  const char *units[] = { _("working hours"), _("working days"), NULL };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count = gtk_spin_button_new_with_range (0, MOST, 1);
  GtkWidget *unit = gtk_drop_down_new_from_strings (units);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(titles[rung]));
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (count), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (count), limit->count);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (unit),
                              limit->unit == GGOV_LIMIT_WORKING_HOURS && limit->count > 0 ? 0 : 1);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (unit, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(titles[rung]), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (unit), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Counted in"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), unit);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), count);
  question->counts[rung] = GTK_SPIN_BUTTON (count);
  question->units[rung] = GTK_DROP_DOWN (unit);
  ggov_form_dialog_add_row (dialog, row);
}

static void
ask (Question         *question,
     const GgovLadder *ladder)
{
  GgovFormDialog *dialog =
    ggov_form_dialog_new (question->page, question->session, _("When Is Whom Reminded?"), _("_Accept"),
                          _("0 leaves a rung out. Nothing is due outside the office’s hours, and no "
                            "two rungs on one day."),
                          accept, question, question_free);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), question->parent);
  for (guint rung = 0; rung < GGOV_N_RUNGS; rung++)
    add_rung (dialog, question, rung, &ladder->limits[rung]);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rules_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  g_autofree char *entries = ggov_store_get_ladder_finish (GGOV_STORE (object), result, NULL);
  GgovLadder ladder;

  if (entries && ggov_ladder_parse (entries, &ladder, NULL) &&
      gtk_widget_get_visible (GTK_WIDGET (question->parent)))
    ask (g_steal_pointer (&question), &ladder);
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
