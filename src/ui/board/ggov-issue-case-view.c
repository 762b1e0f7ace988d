/* ggov-issue-case-view.c: the dispute, structures, joint action or utility problem of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-dispute.h"
#include "ggov-issue-case-view.h"
#include "ggov-issue-case.h"
#include "ggov-utility.h"

struct _GgovIssueCaseView
{
  AdwBin     parent_instance;

  GtkWidget *box; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (GgovIssueCaseView, ggov_issue_case_view, ADW_TYPE_BIN)

/* Words ---------------------------------------------------------------------------------------- */

static char *
dup_title (const GgovIssueCaseFields *fields)
{
  GgovUtility service = GGOV_UTILITY_WATER;

  if (g_str_equal (fields->view, "disputes"))
    return g_strdup (_("Dispute"));
  if (g_str_equal (fields->view, "structures"))
    return g_strdup (_("Structures"));
  if (g_str_equal (fields->view, "joint-actions"))
    return g_strdup (fields->name);

  ggov_utility_from_code (fields->state, &service);

  return g_strdup_printf ("%s · %s", ggov_utility_get_label (service),
                          *fields->name ? fields->name : _("No company"));
}

/* What has become of it so far. */
static char *
dup_text (const GgovIssueCaseFields *fields)
{
  guint outcome = ggov_dispute_outcome_find (fields->state);
  int n = (int) fields->count;
  g_autofree char *meetings = g_strdup_printf (ngettext ("%d meeting", "%d meetings", n), n);

  if (!fields->is_started)
    return g_strdup (_("Nothing entered yet"));
  if (g_str_equal (fields->view, "structures"))
    /* Translators: how many structures there are, and how many of them still stand */
    return g_strdup_printf (ngettext ("%1$d structure, %2$d stand", "%1$d structures, %2$d stand", n),
                            n, (int) fields->missing);
  if (g_str_equal (fields->view, "joint-actions"))
    return g_strdup_printf (ngettext ("Joint action, %d issue", "Joint action, %d issues", n), n);
  if (g_str_equal (fields->view, "utilities"))
    return g_strdup (_("Utility problem"));

  return g_strdup_printf ("%s · %s", outcome < GGOV_N_DISPUTE_OUTCOMES
                            ? ggov_dispute_outcome_get_label (outcome) : _("Goes on"), meetings);
}

/* Rows ----------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
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

static GtkWidget *
make_row (const GgovIssueCaseFields *fields)
{
  g_autofree char *title = dup_title (fields);
  g_autofree char *text = dup_text (fields);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = make_button (fields->is_started ? _("Open") : _("Begin"), "win.show-case",
                                   g_variant_new ("(sx)", fields->view, fields->id));

  gtk_box_append (GTK_BOX (words), make_label (title, NULL));
  gtk_box_append (GTK_BOX (words), make_label (text, "caption"));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

static GtkWidget *
make_head (const GgovIssueFields *fields)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (head), make_label (_("Case"), "heading"));
  if (ggov_issue_stage_is_open (fields->state.stage))
    {
      GtkWidget *button = make_button (_("Join an Action…"), "board.join-action",
                                       g_variant_new_int64 (fields->id));

      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (head), button);
    }

  return head;
}

/* The widget ----------------------------------------------------------------------------------- */

static void
ggov_issue_case_view_class_init (GgovIssueCaseViewClass *klass)
{
}

static void
ggov_issue_case_view_init (GgovIssueCaseView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

void
ggov_issue_case_view_show (GgovIssueCaseView *self,
                           GgovIssue         *issue,
                           GListModel        *cases)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  guint n = cases ? g_list_model_get_n_items (cases) : 0;
  GtkWidget *child, *list;

  g_return_if_fail (GGOV_IS_ISSUE_CASE_VIEW (self));

  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          n > 0 || ggov_issue_stage_is_open (fields->state.stage));
  gtk_box_append (GTK_BOX (self->box), make_head (fields));
  if (n == 0)
    return;

  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "issue-history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Case"), -1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovIssueCase) one = g_list_model_get_item (cases, i);

      gtk_list_box_append (GTK_LIST_BOX (list), make_row (ggov_issue_case_get_fields (one)));
    }
  gtk_box_append (GTK_BOX (self->box), list);
}
