/* ggov-issue-parts-view.c: strands, summonses, reporters and duplicates of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-card.h"
#include "ggov-issue-parts-view.h"
#include "ggov-issue-reporter.h"
#include "ggov-issue-strand.h"
#include "ggov-local-time.h"
#include "ggov-summons.h"

struct _GgovIssuePartsView
{
  AdwBin     parent_instance;

  GtkWidget *box;
  GtkWidget *list; /* (unowned): of the section that is being filled */
};

G_DEFINE_FINAL_TYPE (GgovIssuePartsView, ggov_issue_parts_view, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
dup_moment (gint64 time)
{
  return g_strdelimit (ggov_local_time_format (time), "T", ' ');
}

/* @target: (transfer floating) */
static GtkWidget *
make_button (const char *label,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

/* A heading with a button that adds to what is below it, if anything can be added. */
static void
add_section (GgovIssuePartsView *self,
             const char         *title,
             const char         *add,
             const char         *action,
             gint64              issue_id)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (title, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (add)
    {
      GtkWidget *button = make_button (add, action, g_variant_new_int64 (issue_id));

      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (head), button);
    }
  gtk_box_append (GTK_BOX (self->box), head);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "issue-history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->list);
}

/* A row with a line in plain and, where there is more, some in small. Returns its box. */
static GtkWidget *
add_row (GgovIssuePartsView *self,
         const char         *title,
         const char         *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  if (text && *text)
    gtk_box_append (GTK_BOX (box), make_label (text, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  gtk_widget_set_visible (self->list, TRUE);

  return box;
}

/* A line of a state, and the two answers that it can be given. */
static void
add_answers (GtkWidget  *box,
             GtkWidget  *state,
             const char *action,
             gint64      issue_id,
             gint64      id,
             gint64      row_version,
             const char *good,
             const char *bad)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (answers, GTK_ALIGN_END);
  gtk_widget_set_hexpand (answers, TRUE);
  gtk_box_append (GTK_BOX (line), state);
  gtk_box_append (GTK_BOX (answers),
                  make_button (good, action, g_variant_new ("(xxxb)", issue_id, id, row_version, TRUE)));
  gtk_box_append (GTK_BOX (answers),
                  make_button (bad, action, g_variant_new ("(xxxb)", issue_id, id, row_version, FALSE)));
  gtk_box_append (GTK_BOX (line), answers);
  gtk_box_append (GTK_BOX (box), line);
}

/* Strands ----------------------------------------------------------------------------------- */

static const char *
get_lane_label (const char *code)
{
  GgovLane lane;

  return ggov_lane_from_code (code, &lane, NULL) ? ggov_lane_get_label (lane) : code;
}

/* As a card shows how much time is left for an issue. */
static GtkWidget *
make_due (GgovIssue                   *issue,
          const GgovIssueStrandRecord *record,
          GgovOfficeClock             *clock,
          gint64                       now)
{
  const GgovIssueFields fields = {
    .state = { GGOV_ISSUE_HANDLED, ggov_issue_get_fields (issue)->state.suspended },
    .due_at = record->due_at,
    .due_provisional = record->due_provisional != 0,
  };
  g_autoptr(GgovIssue) like_an_issue = ggov_issue_new (&fields);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "due");
  ggov_issue_due_show (GTK_LABEL (label), like_an_issue, clock, now);

  return label;
}

static char *
dup_ended (const GgovIssueStrandRecord *record)
{
  g_autofree char *moment = dup_moment (record->ended_at);
  const char *outcome = g_strcmp0 (record->outcome, "done") == 0 ? C_("strand", "Done")
                                                                 : C_("strand", "Given up");

  return *record->note ? g_strdup_printf ("%s %s\n%s", outcome, moment, record->note)
                       : g_strdup_printf ("%s %s", outcome, moment);
}

static void
add_strand (GgovIssuePartsView          *self,
            GgovIssue                   *issue,
            const GgovIssueStrandRecord *record,
            GgovOfficeClock             *clock,
            gint64                       now)
{
  const char *lane = get_lane_label (record->lane);
  g_autofree char *title = record->handler_name ? g_strdup_printf ("%s · %s", lane, record->handler_name)
                                                : g_strdup (lane);
  GtkWidget *box = add_row (self, title, record->task);
  g_autofree char *ended = NULL;

  if (record->ended_at == 0)
    {
      add_answers (box, make_due (issue, record, clock, now), "board.end-strand", record->issue_id,
                   record->id, record->row_version, _("Done…"), _("Give Up…"));
      return;
    }

  ended = dup_ended (record);
  gtk_box_append (GTK_BOX (box), make_label (ended, "event-time"));
}

/* Summonses --------------------------------------------------------------------------------- */

static char *
dup_called (const GgovSummonsRecord *record)
{
  if (record->organisation_name && record->person_name)
    return g_strdup_printf ("%s · %s", record->organisation_name, record->person_name);

  return g_strdup (record->organisation_name ? record->organisation_name : record->person_name);
}

static char *
dup_times (const GgovSummonsRecord *record)
{
  g_autofree char *called = dup_moment (record->called_at);
  g_autofree char *due = dup_moment (record->due_at);

  /* Translators: when somebody was called, and by when they have to be there */
  return g_strdup_printf (_("Called %1$s, to be there by %2$s"), called, due);
}

/* "12 minutes left", counted as the clock shows them. */
static GtkWidget *
make_countdown (const GgovSummonsRecord *record,
                gint64                   now)
{
  gboolean is_late = now > record->due_at;
  int minutes = (int) ((is_late ? now - record->due_at : record->due_at - now) / 60);
  g_autofree char *text =
    g_strdup_printf (is_late ? ngettext ("%d minute late", "%d minutes late", minutes)
                             : ngettext ("%d minute left", "%d minutes left", minutes), minutes);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "due");
  gtk_widget_add_css_class (label, is_late ? "due-overdue" : "due-today");

  return label;
}

static void
add_summons (GgovIssuePartsView *self,
             GgovSummons        *summons,
             gint64              now)
{
  const GgovSummonsRecord *record = ggov_summons_get_record (summons);
  const char *state = ggov_summons_state_get_label (ggov_summons_get_state (summons, now));
  g_autofree char *called = dup_called (record);
  g_autofree char *title = g_strdup_printf ("%s · %s", called, state);
  g_autofree char *times = dup_times (record);
  GtkWidget *box = add_row (self, title, record->note);
  g_autofree char *moment = NULL;
  g_autofree char *answered = NULL;

  gtk_box_append (GTK_BOX (box), make_label (times, "event-time"));
  if (record->closed_at == 0)
    {
      add_answers (box, make_countdown (record, now), "board.answer-summons", record->issue_id,
                   record->id, record->row_version, _("There…"), _("Nobody Came…"));
      return;
    }

  moment = dup_moment (record->closed_at);
  answered = g_strdup_printf ("%s  %s", moment, record->result);
  gtk_box_append (GTK_BOX (box), make_label (answered, "caption"));
}

/* Reporters and duplicates ------------------------------------------------------------------ */

static void
add_reporter (GgovIssuePartsView *self,
              GgovIssueReporter  *reporter)
{
  const GgovIssueReporterRecord *record = ggov_issue_reporter_get_record (reporter);
  GgovIssueSource source = GGOV_ISSUE_SOURCE_RESIDENT;
  const char *label = ggov_issue_source_from_code (record->source, &source, NULL)
                      ? ggov_issue_source_get_label (source) : record->source;
  g_autoptr(GString) title = g_string_new (record->name);
  g_autofree char *moment = dup_moment (record->at);
  g_autofree char *text = NULL;

  if (*record->phone)
    g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", record->phone);
  if (title->len == 0)
    g_string_append (title, label);
  text = record->from_number ? g_strdup_printf ("%s · %s · %s\n%s", label, moment, record->from_number,
                                                record->note)
                             : g_strdup_printf ("%s · %s\n%s", label, moment, record->note);
  add_row (self, title->str, g_strchomp (text));
}

static void
add_issue (GgovIssuePartsView *self,
           GgovIssue          *issue)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  GtkWidget *box = add_row (self, fields->title, NULL);
  GtkWidget *button = make_button (fields->number, "board.open-issue",
                                   g_variant_new_int64 (fields->id));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

/* The widget -------------------------------------------------------------------------------- */

static void
ggov_issue_parts_view_class_init (GgovIssuePartsViewClass *klass)
{
}

static void
ggov_issue_parts_view_init (GgovIssuePartsView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/* (transfer full) (nullable): which button has the focus, as its action and what it is about */
static char *
dup_focus (GgovIssuePartsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  g_autofree char *target = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) || !GTK_IS_BUTTON (focus))
    return NULL;

  target = g_variant_print (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)), FALSE);

  return g_strconcat (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), target, NULL);
}

static gboolean
grab_focus_again (GtkWidget  *widget,
                  const char *wanted)
{
  if (GTK_IS_BUTTON (widget))
    {
      g_autofree char *target =
        g_variant_print (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)), FALSE);
      g_autofree char *found =
        g_strconcat (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), target, NULL);

      return g_str_equal (found, wanted) && gtk_widget_grab_focus (widget);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (grab_focus_again (child, wanted))
      return TRUE;

  return FALSE;
}

static void
clear (GgovIssuePartsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* A section is there while something can be added to it, or it holds something. */
static void
fill (GgovIssuePartsView     *self,
      const GgovIssueDetails *details,
      GgovOfficeClock        *clock,
      gint64                  now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (details->issue);
  gboolean is_open = ggov_issue_stage_is_open (fields->state.stage);

  if (details->duplicate_of)
    {
      add_section (self, _("Duplicate of"), NULL, NULL, 0);
      add_issue (self, details->duplicate_of);
    }

  if (is_open || details->strands->len > 0)
    add_section (self, _("Strands"), is_open ? _("Begin…") : NULL, "board.begin-strand", fields->id);
  for (guint i = 0; i < details->strands->len; i++)
    add_strand (self, details->issue, ggov_issue_strand_get_record (details->strands->pdata[i]), clock,
                now);

  if (is_open || details->summonses->len > 0)
    add_section (self, _("Called to the Spot"), is_open ? _("Call…") : NULL, "board.summon", fields->id);
  for (guint i = 0; i < details->summonses->len; i++)
    add_summons (self, details->summonses->pdata[i], now);

  if (is_open || details->reporters->len > 0)
    add_section (self, _("Other Reporters"), is_open ? _("Add…") : NULL, "board.add-reporter",
                 fields->id);
  for (guint i = 0; i < details->reporters->len; i++)
    add_reporter (self, details->reporters->pdata[i]);

  if (details->duplicates->len > 0)
    add_section (self, _("Duplicates"), NULL, NULL, 0);
  for (guint i = 0; i < details->duplicates->len; i++)
    add_issue (self, details->duplicates->pdata[i]);
}

void
ggov_issue_parts_view_show (GgovIssuePartsView     *self,
                            const GgovIssueDetails *details,
                            GgovOfficeClock        *clock,
                            gint64                  now)
{
  g_autofree char *focus = NULL;

  g_return_if_fail (GGOV_IS_ISSUE_PARTS_VIEW (self));

  focus = dup_focus (self);
  clear (self);
  fill (self, details, clock, now);
  if (focus)
    grab_focus_again (self->box, focus);
}
