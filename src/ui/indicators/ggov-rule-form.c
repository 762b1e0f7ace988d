/* ggov-rule-form.c: entering a measure that cases led to, or changing one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-form-dialog.h"
#include "ggov-rule-form.h"
#include "ggov-store-rule-measures.h"

/* What is asked, and of which measure. */
typedef struct
{
  GgovRuleMeasure *measure; /* (nullable) */
  GgovRecurrence  *cause;   /* (nullable) */
  GtkWidget       *deed;
  GtkWidget       *title;
  GtkWidget       *rule;
  GtkWidget       *from;
  GtkWidget       *owner;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_object (&form->measure);
  g_clear_object (&form->cause);
  g_free (form);
}

static void
write_measure (GgovFormDialog *dialog,
               gpointer        data)
{
  const Form *form = data;
  const GgovRuleMeasureFields *known = form->measure ? ggov_rule_measure_get_fields (form->measure)
                                                     : NULL;
  const GgovRecurrenceFields *cause = form->cause ? ggov_recurrence_get_fields (form->cause) : NULL;
  g_autofree char *title = ggov_form_dialog_dup_text (form->title);
  g_autofree char *rule = ggov_form_dialog_dup_text (form->rule);
  g_autofree char *owner = ggov_form_dialog_dup_text (form->owner);
  g_autofree char *from = ggov_form_dialog_dup_day (dialog, form->from);
  const GgovRuleMeasureEntry entry = {
    .id = known ? known->id : 0,
    .row_version = known ? known->row_version : -1,
    .deed = adw_combo_row_get_selected (ADW_COMBO_ROW (form->deed)),
    .title = title,
    .rule = rule,
    .valid_from = from,
    .owner = owner,
    .issue_ids = cause ? cause->issue_ids : NULL,
    .n_issues = cause ? cause->n_issues : 0,
  };

  if (from == NULL)
    return;

  ggov_store_write_rule_measure_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &entry, NULL,
    ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup (known ? _("Measure changed") : _("Measure entered"))));
}

/* What it is about: the issues that came back, where there are some. */
static char *
dup_what (GgovRecurrence *cause)
{
  const GgovRecurrenceFields *fields = cause ? ggov_recurrence_get_fields (cause) : NULL;

  if (fields == NULL)
    return NULL;

  /* Translators: how many issues, of which type, where, from which day to which */
  return g_strdup_printf (ngettext ("%1$u issue: %2$s, %3$s, %4$s to %5$s",
                                    "%1$u issues: %2$s, %3$s, %4$s to %5$s", fields->n_issues),
                          fields->n_issues, fields->type_label, fields->place, fields->first_day,
                          fields->last_day);
}

void
ggov_rule_form_show (GtkWidget       *page,
                     GgovSession     *session,
                     GgovRuleMeasure *measure,
                     GgovRecurrence  *cause)
{
  const GgovRuleMeasureFields *known = measure ? ggov_rule_measure_get_fields (measure) : NULL;
  const char *const deeds[] = {
    ggov_rule_deed_get_label (GGOV_RULE_SET_UP), ggov_rule_deed_get_label (GGOV_RULE_CHANGE),
    ggov_rule_deed_get_label (GGOV_RULE_ABOLISH), NULL,
  };
  g_autofree char *what = dup_what (cause);
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog;

  g_set_object (&form->measure, measure);
  g_set_object (&form->cause, cause);
  dialog = ggov_form_dialog_new (page, session, known ? _("Change Measure") : _("New Measure"),
                                 known ? C_("measure", "_Change") : _("_Enter"), what, write_measure, form,
                                 form_free);
  form->deed = ggov_form_dialog_add_combo (dialog, _("Kind"), deeds, known ? known->deed : 0);
  form->title = ggov_form_dialog_add_entry (dialog, _("Title"), known ? known->title : "");
  form->rule = ggov_form_dialog_add_text (dialog, _("What holds from then on"),
                                          known ? known->rule : "");
  form->from = ggov_form_dialog_add_entry (dialog, _("From"),
                                           known ? known->valid_from
                                                 : ggov_session_get_today (session));
  form->owner = ggov_form_dialog_add_entry (dialog, _("Who sees to it"), known ? known->owner : "");
  gtk_window_present (GTK_WINDOW (dialog));
}
