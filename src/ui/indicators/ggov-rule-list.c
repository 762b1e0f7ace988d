/* ggov-rule-list.c: what keeps coming back, and the register of measures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-indicator-rows.h"
#include "ggov-local-time.h"
#include "ggov-placeholder.h"
#include "ggov-rule-form.h"
#include "ggov-rule-list.h"
#include "ggov-store-recurrences.h"
#include "ggov-store-rule-measures.h"
#include "ggov-text-column.h"

#define YEAR_DAYS 365

struct _GgovRuleList
{
  AdwBin              parent_instance;

  GgovSession        *session;
  GtkSingleSelection *groups;   /* (element-type GgovRecurrence) */
  GtkSingleSelection *measures; /* (element-type GgovRuleMeasure) */
  gint64              chosen;   /* the measure that is kept chosen, or 0 */

  GtkWidget          *groups_place;   /* the lists, or what stands for them */
  GtkWidget          *measures_place;
  GtkWidget          *change;
  GtkWidget          *remove;
  GtkWidget          *propose;
};

G_DEFINE_FINAL_TYPE (GgovRuleList, ggov_rule_list, ADW_TYPE_BIN)

static void
show_error (GgovRuleList *self,
            const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

/* Reading ----------------------------------------------------------------------------------- */

static void
update_buttons (GgovRuleList *self)
{
  gboolean has_measure = gtk_single_selection_get_selected_item (self->measures) != NULL;

  gtk_widget_set_sensitive (self->change, has_measure);
  gtk_widget_set_sensitive (self->remove, has_measure);
  gtk_widget_set_sensitive (self->propose,
                            gtk_single_selection_get_selected_item (self->groups) != NULL);
}

static void
groups_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovRuleList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) groups = ggov_store_list_recurrences_finish (GGOV_STORE (object), result,
                                                                     &error);

  if (self->session == NULL)
    return;

  if (groups)
    {
      gtk_single_selection_set_model (self->groups, groups);
      ggov_placeholder_update (self->groups_place, g_list_model_get_n_items (groups));
    }
  else
    show_error (self, error);
  update_buttons (self);
}

static void
measures_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovRuleList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) measures = ggov_store_list_rule_measures_finish (GGOV_STORE (object), result,
                                                                         &error);
  gint64 chosen;

  if (self->session == NULL)
    return;
  if (measures == NULL)
    {
      show_error (self, error);
      return;
    }

  chosen = self->chosen;
  gtk_single_selection_set_model (self->measures, measures);
  ggov_placeholder_update (self->measures_place, g_list_model_get_n_items (measures));
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(GgovRuleMeasure) measure = g_list_model_get_item (measures, i);

      if (ggov_rule_measure_get_fields (measure)->id == chosen)
        gtk_single_selection_set_selected (self->measures, i);
    }
  update_buttons (self);
}

static void
read_lists (GgovRuleList *self)
{
  const char *today = ggov_session_get_today (self->session);
  GgovStore *store = ggov_session_get_store (self->session);
  GgovRecurrenceSearch search = {
    .radius_m = GGOV_RECURRENCE_RADIUS_M, .days = GGOV_RECURRENCE_DAYS,
    .n_least = GGOV_RECURRENCE_N_LEAST,
  };
  int day = 0;

  ggov_local_day_parse (today, &day, NULL);
  search.from = ggov_local_time_from_day (day + 1 - YEAR_DAYS, 0);
  search.to = ggov_local_time_from_day (day + 1, 0);
  ggov_store_list_recurrences_async (store, &search, NULL, groups_cb, g_object_ref (self));
  ggov_store_list_rule_measures_async (store, today, NULL, measures_cb, g_object_ref (self));
}

static void
changed_cb (GgovRuleList *self,
            GStrv         tables)
{
  static const char * const ours[] = { GGOV_STORE_RULE_MEASURES, GGOV_STORE_RULE_MEASURE_ISSUES,
                                       "case_type", "issue", NULL };

  for (guint i = 0; tables[i] && self->session; i++)
    if (g_strv_contains (ours, tables[i]))
      {
        read_lists (self);
        return;
      }
}

static void
selected_cb (GgovRuleList *self)
{
  GgovRuleMeasure *measure = gtk_single_selection_get_selected_item (self->measures);

  if (measure)
    self->chosen = ggov_rule_measure_get_fields (measure)->id;
  update_buttons (self);
}

/* What can be done -------------------------------------------------------------------------- */

static void
propose_cb (GgovRuleList *self)
{
  ggov_rule_form_show (GTK_WIDGET (self), self->session, NULL,
                       gtk_single_selection_get_selected_item (self->groups));
}

static void
new_cb (GgovRuleList *self)
{
  ggov_rule_form_show (GTK_WIDGET (self), self->session, NULL, NULL);
}

static void
change_cb (GgovRuleList *self)
{
  ggov_rule_form_show (GTK_WIDGET (self), self->session,
                       gtk_single_selection_get_selected_item (self->measures), NULL);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovRuleList) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change_id, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)",
                                _("Measure removed"), change_id);
  else
    show_error (self, error);
}

static void
remove_cb (GgovRuleList *self)
{
  GgovRuleMeasure *measure = gtk_single_selection_get_selected_item (self->measures);

  if (measure)
    ggov_store_remove_rule_measure_async (ggov_session_get_store (self->session),
                                          ggov_rule_measure_get_fields (measure)->id, NULL,
                                          removed_cb, g_object_ref (self));
}

static void
cases_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovRuleList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) issues = ggov_store_list_rule_issues_finish (GGOV_STORE (object), result,
                                                                     &error);

  if (self->session == NULL)
    return;

  if (issues)
    ggov_issue_rows_show (GTK_WIDGET (self), _("Cases Behind the Measure"), issues);
  else
    show_error (self, error);
}

static void
measure_activated_cb (GgovRuleList *self,
                      guint         position)
{
  g_autoptr(GgovRuleMeasure) measure = g_list_model_get_item (G_LIST_MODEL (self->measures),
                                                              position);

  if (measure)
    ggov_store_list_rule_issues_async (ggov_session_get_store (self->session),
                                       ggov_rule_measure_get_fields (measure)->id, NULL, cases_cb,
                                       g_object_ref (self));
}

/* Columns ----------------------------------------------------------------------------------- */

static char *
dup_count (gpointer context,
           gpointer row)
{
  return g_strdup_printf ("%u", ggov_recurrence_get_fields (row)->n_issues);
}

static char *
dup_open (gpointer context,
          gpointer row)
{
  return g_strdup_printf ("%d", (int) ggov_recurrence_get_fields (row)->n_open);
}

static char *
dup_type (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_recurrence_get_fields (row)->type_label);
}

static char *
dup_place (gpointer context,
           gpointer row)
{
  return g_strdup (ggov_recurrence_get_fields (row)->place);
}

static char *
dup_days (gpointer context,
          gpointer row)
{
  const GgovRecurrenceFields *fields = ggov_recurrence_get_fields (row);

  /* Translators: from a day to a day */
  return g_strdup_printf (C_("days", "%1$s to %2$s"), fields->first_day, fields->last_day);
}

static const GgovTextColumn group_columns[] = {
  { NC_("column", "Issues"), dup_count, 80, TRUE },
  { NC_("column", "Open"), dup_open, 80, TRUE },
  { NC_("column", "Case type"), dup_type, 190, FALSE },
  { NC_("column", "Where it is"), dup_place, 0, FALSE },
  { NC_("column", "Days"), dup_days, 220, FALSE },
};

static char *
dup_from (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_rule_measure_get_fields (row)->valid_from);
}

static char *
dup_deed (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_rule_deed_get_label (ggov_rule_measure_get_fields (row)->deed));
}

static char *
dup_title (gpointer context,
           gpointer row)
{
  return g_strdup (ggov_rule_measure_get_fields (row)->title);
}

static char *
dup_owner (gpointer context,
           gpointer row)
{
  return g_strdup (ggov_rule_measure_get_fields (row)->owner);
}

static char *
dup_cases (gpointer context,
           gpointer row)
{
  return g_strdup_printf ("%d", (int) ggov_rule_measure_get_fields (row)->n_issues);
}

static char *
dup_before (gpointer context,
            gpointer row)
{
  return ggov_rate_dup_per (&ggov_rule_measure_get_fields (row)->before, GGOV_RULE_MONTH_DAYS);
}

static char *
dup_after (gpointer context,
           gpointer row)
{
  return ggov_rate_dup_per (&ggov_rule_measure_get_fields (row)->after, GGOV_RULE_MONTH_DAYS);
}

static const GgovTextColumn measure_columns[] = {
  { NC_("column", "From"), dup_from, 110, FALSE },
  { NC_("column", "Kind"), dup_deed, 80, FALSE },
  { NC_("column", "Measure"), dup_title, 0, FALSE },
  { NC_("column", "Who sees to it"), dup_owner, 130, FALSE },
  { NC_("column", "Cases"), dup_cases, 70, TRUE },
  { NC_("column", "A month before"), dup_before, 120, TRUE },
  { NC_("column", "A month after"), dup_after, 120, TRUE },
};

/* The page ---------------------------------------------------------------------------------- */

static GtkWidget *
make_table (GgovRuleList         *self,
            GtkSingleSelection   *model,
            const GgovTextColumn *columns,
            guint                 n,
            const char           *name,
            GCallback             activated)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (model)));

  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  ggov_text_columns_add (GTK_COLUMN_VIEW (view), columns, n, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (view, "activate", activated, self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static GtkWidget *
make_bar (const char *heading)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (bar, 9);
  gtk_widget_set_margin_bottom (bar, 9);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_box_append (GTK_BOX (bar), label);

  return bar;
}

static GtkWidget *
add_button (GgovRuleList *self,
            GtkWidget    *bar,
            const char   *label,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);

  return button;
}

static void
ggov_rule_list_dispose (GObject *object)
{
  GgovRuleList *self = GGOV_RULE_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->groups);
  g_clear_object (&self->measures);

  G_OBJECT_CLASS (ggov_rule_list_parent_class)->dispose (object);
}

static void
ggov_rule_list_class_init (GgovRuleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_rule_list_dispose;
}

static void
ggov_rule_list_init (GgovRuleList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *groups = make_bar (_("What keeps coming back: at least 3 issues of a type within 100 m, "
                                  "or in one compound, and 60 days"));
  GtkWidget *measures = make_bar (_("Measures: rules set up, changed or abolished"));

  self->groups = gtk_single_selection_new (NULL);
  self->measures = gtk_single_selection_new (NULL);
  self->propose = add_button (self, groups, _("_Enter a Measure…"), G_CALLBACK (propose_cb));
  add_button (self, measures, _("_New…"), G_CALLBACK (new_cb));
  self->change = add_button (self, measures, _("_Change…"), G_CALLBACK (change_cb));
  self->remove = add_button (self, measures, _("_Remove"), G_CALLBACK (remove_cb));
  g_signal_connect_object (self->groups, "notify::selected-item", G_CALLBACK (update_buttons), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measures, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), groups);
  self->groups_place = ggov_placeholder_new (
    make_table (self, self->groups, group_columns, G_N_ELEMENTS (group_columns),
                _("What keeps coming back"), G_CALLBACK (propose_cb)),
    NULL, _("Nothing Keeps Coming Back"), _("Not in the year up to today."));
  self->measures_place = ggov_placeholder_new (
    make_table (self, self->measures, measure_columns, G_N_ELEMENTS (measure_columns),
                C_("rules", "Measures"), G_CALLBACK (measure_activated_cb)),
    NULL, _("No Measure Yet"), _("A measure is a rule that was set up, changed or abolished because of "
                                 "the cases behind it."));
  gtk_box_append (GTK_BOX (box), self->groups_place);
  gtk_box_append (GTK_BOX (box), measures);
  gtk_box_append (GTK_BOX (box), self->measures_place);
  adw_bin_set_child (ADW_BIN (self), box);
  update_buttons (self);
}

GtkWidget *
ggov_rule_list_new (GgovSession *session)
{
  GgovRuleList *self = g_object_new (GGOV_TYPE_RULE_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  read_lists (self);

  return GTK_WIDGET (self);
}
