/* ggov-issue-pane.c: everything about one issue, beside the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-card.h"
#include "ggov-issue-case-view.h"
#include "ggov-issue-explain.h"
#include "ggov-issue-pane.h"
#include "ggov-issue-paper.h"
#include "ggov-issue-parts-view.h"
#include "ggov-local-time.h"

struct _GgovIssuePane
{
  AdwBin       parent_instance;

  GgovIssue   *issue; /* (nullable) */

  /* From the template. */
  GgovIssueCaseView *cases;
  GtkLabel    *description;
  GtkLabel    *due;
  GtkWidget   *expander;
  GtkLabel    *explanation;
  GtkGrid     *facts;
  GtkListBox  *history;
  GtkLabel    *kind;
  GtkFlowBox  *moves;
  GtkEditable *note;
  GtkLabel    *number;
  GgovIssuePartsView *parts;
  GtkLabel    *stage;
  GtkLabel    *title;
};

G_DEFINE_FINAL_TYPE (GgovIssuePane, ggov_issue_pane, ADW_TYPE_BIN)

static char *
dup_moment (gint64 time)
{
  return g_strdelimit (ggov_local_time_format (time), "T", ' ');
}

/* Facts ----------------------------------------------------------------------------------- */

static void
clear_facts (GgovIssuePane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))))
    gtk_grid_remove (self->facts, child);
}

static void
add_fact (GgovIssuePane *self,
          int           *row,
          const char    *name,
          const char    *value)
{
  GtkWidget *name_label, *value_label;

  if (value == NULL || *value == '\0')
    return;

  name_label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, "yalign", 0.0f, NULL);
  value_label = g_object_new (GTK_TYPE_LABEL, "label", value, "xalign", 0.0f, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE,
                              "selectable", TRUE, NULL);
  gtk_widget_add_css_class (name_label, "dim-label");
  gtk_grid_attach (self->facts, name_label, 0, *row, 1, 1);
  gtk_grid_attach (self->facts, value_label, 1, *row, 1, 1);
  ++*row;
}

static void
add_moment (GgovIssuePane *self,
            int           *row,
            const char    *name,
            gint64         time,
            gboolean       provisional)
{
  g_autofree char *moment = dup_moment (time);
  g_autofree char *text = provisional ? g_strdup_printf (_("%s, provisional"), moment)
                                      : g_strdup (moment);

  if (time != 0)
    add_fact (self, row, name, text);
}

static const char *
get_source (const GgovIssueDetails *details)
{
  GgovIssueSource source;

  return ggov_issue_source_from_code (details->source, &source, NULL)
         ? ggov_issue_source_get_label (source) : details->source;
}

static char *
dup_grid (const GgovIssueFields *fields)
{
  g_autofree char *filed = NULL;

  if (fields->grid_name == NULL)
    return NULL;

  filed = g_strdup_printf ("%s · %s (%s)", fields->community_name, fields->grid_name,
                           fields->grid_code);
  if (fields->present_grid_id == fields->grid_id || fields->present_grid_name == NULL)
    return g_steal_pointer (&filed);

  /* Translators: the grid that an issue was filed on, then the name and code of the one that has it
   * by now */
  return g_strdup_printf (_("%s, now %s (%s)"), filed, fields->present_grid_name,
                          fields->present_grid_code);
}

static char *
dup_measures (const GgovIssueDetails *details)
{
  if (details->measure_count == 0 && details->measure_area_cm2 == 0)
    return NULL;

  /* Translators: how many places were put right, and how many square metres. */
  return g_strdup_printf (_("%1$d places, %2$.1f m²"), (int) details->measure_count,
                          details->measure_area_cm2 / 1e4);
}

static void
show_facts (GgovIssuePane          *self,
            const GgovIssueDetails *details)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (details->issue);
  g_autofree char *grid = dup_grid (fields);
  g_autofree char *measures = dup_measures (details);
  gboolean chinese = g_strcmp0 (ggov_issue_get_type_label (details->issue),
                                fields->type_name_zh) == 0;
  int row = 0;

  clear_facts (self);
  add_fact (self, &row, _("Lane"), ggov_lane_get_label (fields->lane));
  add_fact (self, &row, _("Grid"), grid);
  add_fact (self, &row, _("Place"), fields->place);
  if (g_strcmp0 (details->building, fields->place) != 0)
    add_fact (self, &row, _("Building"), details->building);
  add_fact (self, &row, _("Handler"), fields->handler_name);
  add_fact (self, &row, _("Source"), get_source (details));
  add_fact (self, &row, _("Reporter"), details->reporter);
  add_moment (self, &row, C_("issue", "Filed"), fields->filed_at, FALSE);
  add_moment (self, &row, C_("issue", "Due"), fields->due_at, fields->due_provisional);
  add_moment (self, &row, C_("issue", "Closed"), fields->closed_at, FALSE);
  add_fact (self, &row, _("Put right"), measures);
  add_fact (self, &row, _("Closes when"), chinese ? details->closing_zh : details->closing);
}

static void
show_explanation (GgovIssuePane          *self,
                  const GgovIssueDetails *details,
                  GgovOfficeClock        *clock)
{
  gboolean has_limit = details->terms && ggov_issue_has_clock (details->issue);
  g_autofree char *text =
    has_limit ? ggov_deadline_dup_explanation (clock, &details->terms->terms, NULL) : NULL;

  gtk_label_set_label (self->explanation, text ? text : "");
  gtk_widget_set_visible (self->expander, text != NULL);
}

/* Steps ----------------------------------------------------------------------------------- */

static void
clear_moves (GgovIssuePane *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->moves, 0)))
    gtk_flow_box_remove (self->moves, GTK_WIDGET (child));
}

static void
add_move (GgovIssuePane *self,
          GgovIssueMove  move,
          gboolean       suggested)
{
  gboolean asks = move == GGOV_ISSUE_DISPATCH || move == GGOV_ISSUE_DUPLICATE ||
                  ggov_issue_move_needs_reason (move);
  g_autofree char *label = g_strdup_printf (asks ? "%s…" : "%s", ggov_issue_move_get_label (move));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  move == GGOV_ISSUE_DISPATCH ? "board.ask-move" : "board.move");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)",
                                    ggov_issue_get_fields (self->issue)->id,
                                    ggov_issue_move_get_code (move));
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  if (move == GGOV_ISSUE_ANNUL || move == GGOV_ISSUE_REFUSE)
    gtk_widget_add_css_class (button, "destructive-text");
  gtk_flow_box_append (self->moves, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
show_moves (GgovIssuePane *self)
{
  const GgovIssueState *state = &ggov_issue_get_fields (self->issue)->state;
  GgovIssueMove main_move = GGOV_ISSUE_N_MOVES;

  clear_moves (self);
  if (ggov_issue_flow_get_main_move (state, &main_move))
    add_move (self, main_move, TRUE);
  for (guint move = 0; move < GGOV_ISSUE_N_MOVES; move++)
    if (move != main_move && ggov_issue_flow_allows (state, move))
      add_move (self, move, FALSE);
}

/* History --------------------------------------------------------------------------------- */

static GtkWidget *
make_line (const char *text,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
dup_deed (const GgovIssueEventFields *fields)
{
  const char *move = ggov_issue_move_get_label (fields->move);

  return fields->person_name ? g_strdup_printf ("%s · %s", move, fields->person_name)
                             : g_strdup (move);
}

/* What came with a step, by name; a press shows it. */
static void
add_papers (GtkBox    *box,
            GPtrArray *papers,
            gint64     event_id)
{
  for (guint i = 0; i < papers->len; i++)
    {
      const GgovIssuePaperRecord *record = ggov_issue_paper_get_record (papers->pdata[i]);
      GtkWidget *button;

      if (record->event_id != event_id)
        continue;

      button = g_object_new (GTK_TYPE_BUTTON, "halign", GTK_ALIGN_START, "child",
                             g_object_new (GTK_TYPE_LABEL, "label", record->name, "ellipsize",
                                           PANGO_ELLIPSIZE_MIDDLE, NULL), NULL);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "caption");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      record->name, -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "board.show-paper");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xss)", record->id, record->name,
                                        record->media_type);
      gtk_box_append (box, button);
    }
}

static GtkWidget *
make_event (GgovIssueEvent *event,
            GPtrArray      *papers)
{
  const GgovIssueEventFields *fields = ggov_issue_event_get_fields (event);
  g_autofree char *deed = dup_deed (fields);
  g_autofree char *moment = dup_moment (fields->at);
  g_autofree char *when = fields->account ? g_strdup_printf ("%s · %s", moment, fields->account)
                                          : g_strdup (moment);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  GgovLimit limit;

  gtk_box_append (GTK_BOX (box), make_line (deed, NULL));
  if (fields->granted && ggov_limit_parse (fields->granted, &limit, NULL))
    {
      g_autofree char *granted = ggov_limit_dup_label (&limit);

      gtk_box_append (GTK_BOX (box), make_line (granted, "caption"));
    }
  if (*fields->note)
    gtk_box_append (GTK_BOX (box), make_line (fields->note, "caption"));
  add_papers (GTK_BOX (box), papers, fields->id);
  gtk_box_append (GTK_BOX (box), make_line (when, "event-time"));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, deed, -1);

  return row;
}

static void
show_history (GgovIssuePane          *self,
              const GgovIssueDetails *details)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->history, 0)))
    gtk_list_box_remove (self->history, GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (self->history), details->events->len > 0);
  /* The latest first. */
  for (guint i = details->events->len; i > 0; i--)
    gtk_list_box_append (self->history, make_event (details->events->pdata[i - 1], details->papers));
}

/* The widget ------------------------------------------------------------------------------ */

static void
ggov_issue_pane_dispose (GObject *object)
{
  GgovIssuePane *self = GGOV_ISSUE_PANE (object);

  g_clear_object (&self->issue);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_ISSUE_PANE);

  G_OBJECT_CLASS (ggov_issue_pane_parent_class)->dispose (object);
}

static void
ggov_issue_pane_class_init (GgovIssuePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_issue_pane_dispose;

  g_type_ensure (GGOV_TYPE_ISSUE_CASE_VIEW);
  g_type_ensure (GGOV_TYPE_ISSUE_PARTS_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-issue-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, cases);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, description);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, due);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, expander);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, explanation);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, facts);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, history);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, kind);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, moves);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, note);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, number);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, parts);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, stage);
  gtk_widget_class_bind_template_child (widget_class, GgovIssuePane, title);
}

static void
ggov_issue_pane_init (GgovIssuePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_issue_pane_show (GgovIssuePane          *self,
                      const GgovIssueDetails *details,
                      GgovOfficeClock        *clock,
                      gint64                  now)
{
  const GgovIssueFields *fields;

  g_return_if_fail (GGOV_IS_ISSUE_PANE (self));

  fields = ggov_issue_get_fields (details->issue);
  if (ggov_issue_pane_find (self, fields->id) == NULL)
    {
      ggov_issue_pane_clear_note (self);
      ggov_issue_case_view_show (self->cases, details->issue, NULL);
    }
  g_set_object (&self->issue, details->issue);

  gtk_label_set_label (self->number, fields->number);
  gtk_label_set_label (self->stage, ggov_issue_stage_get_label (fields->state.stage));
  gtk_label_set_label (self->title, fields->title);
  gtk_label_set_label (self->kind, ggov_issue_get_type_label (details->issue));
  gtk_label_set_label (self->description, details->description);
  gtk_widget_set_visible (GTK_WIDGET (self->description), *details->description != '\0');
  ggov_issue_due_show (self->due, details->issue, clock, now);
  show_moves (self);
  show_facts (self, details);
  show_explanation (self, details, clock);
  ggov_issue_parts_view_show (self->parts, details, clock, now);
  show_history (self, details);
}

void
ggov_issue_pane_show_cases (GgovIssuePane *self,
                            gint64         id,
                            GListModel    *cases)
{
  GgovIssue *issue;

  g_return_if_fail (GGOV_IS_ISSUE_PANE (self));

  issue = ggov_issue_pane_find (self, id);
  if (issue)
    ggov_issue_case_view_show (self->cases, issue, cases);
}

void
ggov_issue_pane_explain (GgovIssuePane *self)
{
  g_return_if_fail (GGOV_IS_ISSUE_PANE (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  if (gtk_widget_get_visible (self->expander))
    gtk_widget_grab_focus (self->expander);
}

GgovIssue *
ggov_issue_pane_find (GgovIssuePane *self,
                      gint64         id)
{
  g_return_val_if_fail (GGOV_IS_ISSUE_PANE (self), NULL);

  return self->issue && ggov_issue_get_fields (self->issue)->id == id ? self->issue : NULL;
}

const char *
ggov_issue_pane_get_note (GgovIssuePane *self,
                          gint64         id)
{
  g_return_val_if_fail (GGOV_IS_ISSUE_PANE (self), NULL);

  return ggov_issue_pane_find (self, id) ? gtk_editable_get_text (self->note) : NULL;
}

void
ggov_issue_pane_clear_note (GgovIssuePane *self)
{
  g_return_if_fail (GGOV_IS_ISSUE_PANE (self));

  gtk_editable_set_text (self->note, "");
}
