/* ggov-overview-lists.c: what is due next, and what was done last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change-text.h"
#include "ggov-issue-due.h"
#include "ggov-overview-lists.h"

/* As many as fit beside each other without making the page long. */
#define MAX_ROWS 6

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Unlike a label it takes the room there is, and its words are not laid out to find out. */
static GtkWidget *
make_line (const char *text)
{
  GtkWidget *line = gtk_inscription_new (text);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (line), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (line), 1);
  gtk_widget_add_css_class (line, "words");

  return line;
}

/* A placeholder stands after the rows even when it is not seen, and the last of them would not be
 * round: it is there for an empty list only. */
static void
set_placeholder (GtkListBox *list,
                 const char *text)
{
  GtkWidget *label = NULL;

  if (gtk_list_box_get_row_at_index (list, 0) == NULL)
    {
      label = gtk_label_new (text);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_margin_bottom (label, 18);
      gtk_widget_set_margin_top (label, 18);
    }

  gtk_list_box_set_placeholder (list, label);
}

/* Lighter than an AdwActionRow, of which a page full is felt when the program starts. Nor do its
 * words wrap: a line is lower when its Chinese characters are cut, and since 4.18 GTK warns of a
 * wrapping row whose least height is above the natural one. */
static GtkWidget *
append_row (GtkListBox *list,
            const char *title,
            const char *subtitle,
            GtkLabel   *suffix)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *subtitle_line = make_line (subtitle);
  g_autofree char *description =
    suffix ? g_strdup_printf ("%s · %s", gtk_label_get_text (suffix), subtitle)
           : g_strdup (subtitle);

  gtk_widget_add_css_class (subtitle_line, "caption");
  gtk_widget_add_css_class (subtitle_line, "dim-label");
  gtk_box_append (GTK_BOX (texts), make_line (title));
  gtk_box_append (GTK_BOX (texts), subtitle_line);
  gtk_widget_set_hexpand (texts, TRUE);

  gtk_widget_add_css_class (box, "overview-row");
  gtk_box_append (GTK_BOX (box), texts);
  if (suffix)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (suffix));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  gtk_list_box_append (list, row);

  return row;
}

static const char *
get_tone (GgovIssueDue due)
{
  if (due == GGOV_ISSUE_DUE_OVERDUE)
    return "error";
  if (due == GGOV_ISSUE_DUE_TODAY)
    return "warning";

  return "dim-label";
}

static void
append_issue (GtkListBox      *list,
              GgovIssue       *issue,
              GgovOfficeClock *clock,
              gint64           now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  GgovIssueDue due = ggov_issue_due_judge (issue, clock, now);
  g_autofree char *text = ggov_issue_due_dup_text (issue, due, now);
  const char *where = fields->grid_name ? fields->grid_name : fields->place;
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", where, ggov_issue_get_type_label (issue));
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row;

  gtk_widget_add_css_class (label, get_tone (due));
  gtk_widget_add_css_class (label, "caption");
  row = append_row (list, fields->title, subtitle, GTK_LABEL (label));

  /* The target first: an action without the target it asks for is warned of. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", "issue", fields->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  gint64 due_a = ggov_issue_get_fields (*(GgovIssue **) a)->due_at;
  gint64 due_b = ggov_issue_get_fields (*(GgovIssue **) b)->due_at;

  return (due_a > due_b) - (due_a < due_b);
}

void
ggov_overview_fill_due (GtkListBox      *list,
                        GListModel      *issues,
                        GgovOfficeClock *clock,
                        gint64           now)
{
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);

      if (ggov_issue_get_fields (issue)->due_at > 0)
        g_ptr_array_add (due, g_steal_pointer (&issue));
    }
  g_ptr_array_sort (due, compare_due);

  clear (list);
  for (guint i = 0; i < due->len && i < MAX_ROWS; i++)
    append_issue (list, due->pdata[i], clock, now);
  set_placeholder (list, _("No open issues"));
}

void
ggov_overview_fill_changes (GtkListBox *list,
                            GListModel *changes)
{
  clear (list);

  for (guint i = 0; i < g_list_model_get_n_items (changes) && i < MAX_ROWS; i++)
    {
      g_autoptr(GgovChangeEntry) entry = g_list_model_get_item (changes, i);
      g_autofree char *title = ggov_change_dup_sentence (entry);
      g_autofree char *when = ggov_change_dup_when (entry);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s", when,
                                                   ggov_change_entry_get_account (entry));
      GtkWidget *row = append_row (list, title, subtitle, NULL);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-changes");
    }
  set_placeholder (list, _("Nothing was changed yet"));
}
