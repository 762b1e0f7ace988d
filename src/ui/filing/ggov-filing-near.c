/* ggov-filing-near.c: issues that may be the one that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-filing-near.h"

/* More than these say that the radius is too wide. */
#define MOST_SHOWN 8

#define KEY_ISSUE "ggov-issue"

struct _GgovFilingNear
{
  AdwBin        parent_instance;

  GCancellable *cancellable; /* (nullable): of the search under way */
  GListModel   *found;       /* (nullable) (element-type GgovNearIssue) */
  GtkLabel     *title;
  GtkListBox   *list;
};

enum {
  JOINED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovFilingNear, ggov_filing_near, ADW_TYPE_BIN)

static char *
dup_distance (const GgovNearIssueFields *fields)
{
  if (fields->distance_m == GGOV_NEAR_SAME_GRID)
    return g_strdup (_("same grid"));

  /* Translators: a distance in metres. */
  return g_strdup_printf (_("%d m away"), fields->distance_m);
}

static char *
dup_age (const GgovNearIssueFields *fields)
{
  if (fields->days == 0)
    return g_strdup (_("today"));

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) fields->days),
                          fields->days);
}

/* "35 m away · 3 days ago · In hand" */
static char *
dup_facts (const GgovNearIssueFields *fields)
{
  g_autofree char *distance = dup_distance (fields);
  g_autofree char *age = dup_age (fields);

  return g_strjoin (" · ", distance, age, ggov_issue_stage_get_label (fields->state.stage), NULL);
}

static void
clicked_cb (GtkButton      *button,
            GgovFilingNear *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), KEY_ISSUE);
  const gboolean is_join = gtk_widget_has_css_class (GTK_WIDGET (button), "join");

  g_signal_emit (self, signals[is_join ? JOINED : OPENED], 0, *id);
}

static GtkWidget *
new_button (GgovFilingNear            *self,
            const GgovNearIssueFields *fields,
            const char                *label,
            const char                *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *name = g_strdup_printf ("%s %s", tooltip, fields->number);

  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data_full (G_OBJECT (button), KEY_ISSUE, g_memdup2 (&fields->id, sizeof fields->id),
                          g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);

  return button;
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, text);
  if (css_class)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }

  return label;
}

static void
append_row (GgovFilingNear *self,
            GgovNearIssue  *issue)
{
  const GgovNearIssueFields *fields = ggov_near_issue_get_fields (issue);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *join = new_button (self, fields, _("_Join"), _("Report this issue as well"));
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *title = g_strdup_printf ("%s %s", fields->number, fields->title);
  g_autofree char *facts = dup_facts (fields);
  g_autofree char *name = g_strjoin (", ", title, fields->place, facts, NULL);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (title, NULL));
  if (*fields->place)
    gtk_box_append (GTK_BOX (texts), new_label (fields->place, "dim-label"));
  gtk_box_append (GTK_BOX (texts), new_label (facts, "dim-label"));
  gtk_widget_add_css_class (join, "join");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), new_button (self, fields, _("_Open"), _("Open the issue")));
  gtk_box_append (GTK_BOX (box), join);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
show (GgovFilingNear *self,
      GListModel     *found)
{
  guint n = found ? g_list_model_get_n_items (found) : 0;
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u issue may be the same", "%u issues may be the same", n), n);
  GtkListBoxRow *row;

  g_set_object (&self->found, found);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovNearIssue) issue = g_list_model_get_item (found, i);

      append_row (self, issue);
    }

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovFilingNear) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) found =
    ggov_store_find_near_issues_finish (GGOV_STORE (object), result, &error);

  /* A newer question is under way, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;

  show (self, found);
}

static void
ggov_filing_near_dispose (GObject *object)
{
  GgovFilingNear *self = GGOV_FILING_NEAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->found);
  self->list = NULL;
  self->title = NULL;

  G_OBJECT_CLASS (ggov_filing_near_parent_class)->dispose (object);
}

static void
ggov_filing_near_class_init (GgovFilingNearClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_filing_near_dispose;

  signals[JOINED] = g_signal_new ("joined", GGOV_TYPE_FILING_NEAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", GGOV_TYPE_FILING_NEAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ggov_filing_near_init (GgovFilingNear *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Issues that may be the same"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 210);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ggov_filing_near_ask (GgovFilingNear         *self,
                      GgovSession            *session,
                      const GgovNearQuestion *question)
{
  GgovNearQuestion asked;

  g_return_if_fail (GGOV_IS_FILING_NEAR (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (question == NULL)
    {
      show (self, NULL);
      return;
    }

  asked = *question;
  asked.limit = MOST_SHOWN;
  self->cancellable = g_cancellable_new ();
  ggov_store_find_near_issues_async (ggov_session_get_store (session), &asked, self->cancellable,
                                     found_cb, g_object_ref (self));
}

guint
ggov_filing_near_get_n (GgovFilingNear *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_NEAR (self), 0);

  return self->found ? g_list_model_get_n_items (self->found) : 0;
}

GgovNearIssue *
ggov_filing_near_find (GgovFilingNear *self,
                       gint64          issue_id)
{
  for (guint i = 0; i < ggov_filing_near_get_n (self); i++)
    {
      g_autoptr(GgovNearIssue) issue = g_list_model_get_item (self->found, i);

      if (ggov_near_issue_get_fields (issue)->id == issue_id)
        return issue;
    }

  return NULL;
}
