/* ggov-move-dialog.c: asks for what a move needs besides a click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-type.h"
#include "ggov-evidence.h"
#include "ggov-handler-chooser.h"
#include "ggov-move-dialog.h"
#include "ggov-papers-row.h"
#include "ggov-store-issues.h"

/* Of each stage: what is looked for is seldom older than the last few hundred. */
#define MOST_OTHERS 300

/* One question that is open. */
typedef struct
{
  AdwMessageDialog   *dialog;   /* (owned) */
  GtkWidget          *group;
  GgovIssueStep       step;
  GgovMoveDialogFunc  func;
  gpointer            user_data;

  /* Fields; NULL where the move does not ask. */
  GtkEditable        *reason;
  GtkWidget          *handler;
  GtkDropDown        *other;
  GtkWidget          *papers;
  gboolean            needs_words;
  GtkSpinButton      *days;
  GtkDropDown        *unit;
  GtkSpinButton      *count;
  GtkSpinButton      *area;
} Question;

/* What an extension is measured in: the kinds that go with working time, or calendar days alone. */
static const char *const unit_suffixes[] = { "d", "h" };

static guint
get_measures (GgovIssue           *issue,
              const GgovIssueStep *step)
{
  return step->move == GGOV_ISSUE_CLOSE ? ggov_issue_get_fields (issue)->measures : 0;
}

static guint
get_evidence (GgovIssue           *issue,
              const GgovIssueStep *step)
{
  return ggov_evidence_find (ggov_issue_get_fields (issue)->evidence, step->move);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));

  return *stripped == '\0';
}

gboolean
ggov_move_dialog_is_needed (GgovIssue           *issue,
                            const GgovIssueStep *step)
{
  return (ggov_issue_move_needs_reason (step->move) && is_blank (step->note)) ||
         step->move == GGOV_ISSUE_EXTEND || step->move == GGOV_ISSUE_TRANSFER ||
         (step->move == GGOV_ISSUE_DUPLICATE && step->duplicate_of_id == 0) ||
         get_measures (issue, step) != 0 ||
         (get_evidence (issue, step) & ~(is_blank (step->note) ? 0 : GGOV_EVIDENCE_TEXT)) != 0;
}

static void
question_free (Question *question)
{
  /* What is still being read for them is nobody's any more. */
  if (question->handler)
    g_signal_handlers_disconnect_by_data (question->handler, question);
  if (question->other)
    g_signal_handlers_disconnect_by_data (question->other, question);
  g_clear_object (&question->dialog);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* Only what is complete can be sent. */
static void
check (Question *question)
{
  gboolean complete =
    (question->reason == NULL || !question->needs_words ||
     !is_blank (gtk_editable_get_text (question->reason))) &&
    (question->handler == NULL || question->step.move == GGOV_ISSUE_DISPATCH ||
     ggov_handler_chooser_get_id (GGOV_HANDLER_CHOOSER (question->handler))) &&
    (question->other == NULL || gtk_drop_down_get_selected_item (question->other)) &&
    (question->count == NULL || gtk_spin_button_get_value (question->count) > 0) &&
    (question->area == NULL || gtk_spin_button_get_value (question->area) > 0);

  adw_message_dialog_set_response_enabled (question->dialog, "move", complete);
}

static void
add_field (Question   *question,
           const char *name,
           GtkWidget  *target,
           GtkWidget  *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), target);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (question->group), box);
}

static GtkSpinButton *
add_number (Question   *question,
            const char *name,
            double      most,
            double      step,
            guint       digits)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), digits);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (check), question);
  add_field (question, name, spin, spin);

  return GTK_SPIN_BUTTON (spin);
}

static void
add_extension (Question  *question,
               GgovIssue *issue)
{
  const char *names[] = { _("working days"), _("working hours"), NULL };
  const char *calendar[] = { _("calendar days"), NULL };
  gboolean in_calendar_days = g_str_has_suffix (ggov_issue_get_fields (issue)->limit_text, "cd");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 999, 1);
  GtkWidget *unit = gtk_drop_down_new_from_strings (in_calendar_days ? calendar : names);

  question->days = GTK_SPIN_BUTTON (spin);
  question->unit = in_calendar_days ? NULL : GTK_DROP_DOWN (unit);
  gtk_widget_set_hexpand (spin, TRUE);
  gtk_box_append (GTK_BOX (box), spin);
  gtk_box_append (GTK_BOX (box), unit);
  add_field (question, _("_Extend by"), spin, box);
}

static void
add_handler (Question    *question,
             GgovSession *session,
             GgovIssue   *issue)
{
  GtkWidget *chooser = ggov_handler_chooser_new ();

  question->handler = chooser;
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (check), question);
  add_field (question, _("_To"), ggov_handler_chooser_get_field (GGOV_HANDLER_CHOOSER (chooser)),
             chooser);
  ggov_handler_chooser_ask (GGOV_HANDLER_CHOOSER (chooser), session,
                            ggov_issue_get_fields (issue)->id, NULL);
}

/* What is most alike comes first: of the same kind and grid. */
static int
compare_likeness (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const GgovIssueFields *one = ggov_issue_get_fields (*(GgovIssue **) a);
  const GgovIssueFields *other = ggov_issue_get_fields (*(GgovIssue **) b);
  const GgovIssueFields *issue = ggov_issue_get_fields (user_data);
  int likeness = (g_strcmp0 (other->type_name, issue->type_name) == 0) +
                 (other->present_grid_id == issue->present_grid_id) -
                 (g_strcmp0 (one->type_name, issue->type_name) == 0) -
                 (one->present_grid_id == issue->present_grid_id);

  return likeness != 0 ? likeness : g_strcmp0 (other->number, one->number);
}

static void
others_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkDropDown) field = user_data;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GListStore) alike = g_list_store_new (GGOV_TYPE_ISSUE);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  GgovIssue *issue = g_object_get_data (G_OBJECT (field), "issue");

  for (guint i = 0; issues && i < g_list_model_get_n_items (issues); i++)
    {
      GgovIssue *one = g_list_model_get_item (issues, i);

      if (ggov_issue_get_fields (one)->id != ggov_issue_get_fields (issue)->id)
        g_ptr_array_add (sorted, one);
      else
        g_object_unref (one);
    }
  g_ptr_array_sort_with_data (sorted, compare_likeness, issue);
  g_list_store_splice (alike, 0, 0, sorted->pdata, sorted->len);
  gtk_drop_down_set_model (field, G_LIST_MODEL (alike));
}

/* "2026-00012 · Noise at night · 3号楼" */
static char *
dup_other (GgovIssue *issue,
           gpointer   user_data)
{
  const GgovIssueFields *fields = issue ? ggov_issue_get_fields (issue) : NULL;

  return fields ? g_strdup_printf ("%s · %s · %s", fields->number, fields->title, fields->place) : NULL;
}

static void
add_other (Question    *question,
           GgovSession *session,
           GgovIssue   *issue)
{
  const GgovIssueFilter filter = { .stages = GGOV_ISSUE_FILTER_OPEN, .limit = MOST_OTHERS };
  g_autoptr(GtkExpression) words =
    gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_other), NULL, NULL);
  GtkWidget *field = gtk_drop_down_new (NULL, NULL);

  gtk_drop_down_set_expression (GTK_DROP_DOWN (field), words);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (field), TRUE);
  g_object_set_data_full (G_OBJECT (field), "issue", g_object_ref (issue), g_object_unref);
  g_signal_connect_swapped (field, "notify::selected-item", G_CALLBACK (check), question);
  question->other = GTK_DROP_DOWN (field);
  add_field (question, _("_Duplicate of"), field, field);
  ggov_store_list_issues_async (ggov_session_get_store (session), &filter, NULL, others_cb,
                                g_object_ref (field));
}

static void
add_reason (Question *question)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), 500);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  /* Wider than the heading: libadwaita 1.7 measures that in one line, whatever the width. */
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 30);
  gtk_editable_set_text (GTK_EDITABLE (entry), question->step.note ? question->step.note : "");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check), question);
  question->reason = GTK_EDITABLE (entry);
  add_field (question, ggov_issue_move_needs_reason (question->step.move) ? _("_Reason")
                                                                          : _("_Note"), entry, entry);
}

/* What the store will ask for. */
static void
add_evidence (Question *question,
              guint     evidence)
{
  g_autofree char *names = ggov_evidence_dup_label (evidence);
  /* Translators: what a step has to show: "photo, words" */
  g_autofree char *text = g_strdup_printf (_("Has to show: %s"), names);
  GtkWidget *label;

  if (evidence == 0)
    return;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (question->group), label);
}

static void
answer (Question *question)
{
  GgovIssueStep step = question->step;
  g_autofree char *granted = NULL;
  GgovIssue *other = question->other ? gtk_drop_down_get_selected_item (question->other) : NULL;

  step.note = gtk_editable_get_text (question->reason);
  if (question->handler)
    step.handler_id = ggov_handler_chooser_get_id (GGOV_HANDLER_CHOOSER (question->handler));
  if (other)
    step.duplicate_of_id = ggov_issue_get_fields (other)->id;
  step.papers = ggov_papers_row_get_papers (GGOV_PAPERS_ROW (question->papers), &step.n_papers);
  if (question->days)
    {
      const char *suffix =
        question->unit ? unit_suffixes[gtk_drop_down_get_selected (question->unit)] : "cd";

      granted = g_strdup_printf ("%d%s", gtk_spin_button_get_value_as_int (question->days), suffix);
      step.granted = granted;
    }
  if (question->count)
    step.measure_count = gtk_spin_button_get_value_as_int (question->count);
  if (question->area)
    step.measure_area_cm2 = (gint64) (gtk_spin_button_get_value (question->area) * 1e4 + 0.5);

  question->func (&step, question->user_data);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr(Question) question = user_data;

  if (g_str_equal (response, "move"))
    answer (question);
  else
    question->func (NULL, question->user_data);
}

static Question *
question_new (GtkWidget           *parent,
              GgovIssue           *issue,
              const GgovIssueStep *step)
{
  Question *question = g_new0 (Question, 1);
  const char *label = ggov_issue_move_get_label (step->move);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (parent));

  question->dialog = g_object_ref (ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, label,
                                                                               NULL)));
  adw_message_dialog_format_body (question->dialog, "%s  %s", ggov_issue_get_fields (issue)->number,
                                  ggov_issue_get_fields (issue)->title);
  adw_message_dialog_add_responses (question->dialog, "cancel", _("_Cancel"), "move", label, NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "move", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "move");
  adw_message_dialog_set_close_response (question->dialog, "cancel");

  question->group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_message_dialog_set_extra_child (question->dialog, question->group);
  question->step = *step;

  return question;
}

void
ggov_move_dialog_ask (GtkWidget           *parent,
                      GgovSession         *session,
                      GgovIssue           *issue,
                      const GgovIssueStep *step,
                      GgovMoveDialogFunc   func,
                      gpointer             user_data)
{
  Question *question = question_new (parent, issue, step);

  question->func = func;
  question->user_data = user_data;
  if (step->move == GGOV_ISSUE_TRANSFER || step->move == GGOV_ISSUE_DISPATCH)
    add_handler (question, session, issue);
  if (step->move == GGOV_ISSUE_DUPLICATE)
    add_other (question, session, issue);
  if (step->move == GGOV_ISSUE_EXTEND)
    add_extension (question, issue);
  if (get_measures (issue, step) & GGOV_MEASURE_COUNT)
    question->count = add_number (question, _("_Places put right"), 9999, 1, 0);
  if (get_measures (issue, step) & GGOV_MEASURE_AREA)
    question->area = add_number (question, _("_Area in m²"), 999999, 1, 1);
  question->needs_words = ggov_issue_move_needs_reason (step->move) ||
                          (get_evidence (issue, step) & GGOV_EVIDENCE_TEXT) != 0;
  add_reason (question);
  add_evidence (question, get_evidence (issue, step));
  question->papers = ggov_papers_row_new ();
  gtk_box_append (GTK_BOX (question->group), question->papers);
  check (question);

  g_signal_connect (question->dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (question->dialog));
}
