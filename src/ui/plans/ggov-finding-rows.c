/* ggov-finding-rows.c: what is wrong with a draft, a row for each finding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-finding-rows.h"
#include "ggov-plan-fix.h"

/* On a row: what it was made of. */
#define FINDING "finding"
#define CAN_FIX "can-fix"

static GtkWidget *
new_text (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

/* What can be done about it, by one press. */
static void
add_fix (GtkWidget                   *box,
         const GgovPlanFindingRecord *record)
{
  const GgovPlanFix *fix = ggov_plan_fix_find (record);
  GtkWidget *button;

  if (fix == NULL)
    return;

  button = gtk_button_new_with_label (fix->label);
  gtk_widget_set_tooltip_text (button, fix->hint);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.fix-finding");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ixxx)", (int) record->kind,
                                    record->number, record->other_number, record->building_id);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_row (GgovPlanFinding *finding,
         gboolean         can_fix)
{
  const GgovPlanFindingRecord *record = ggov_plan_finding_get_record (finding);
  gboolean is_error = ggov_plan_finding_is_error (finding);
  const char *severity = is_error ? _("Must be put right") : _("May be accepted");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic"
                                                           : "dialog-information-symbolic");
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *words = g_strdup_printf ("%s: %s", severity, record->message);

  gtk_widget_add_css_class (icon, is_error ? "error" : "out-of-band");
  gtk_widget_set_tooltip_text (icon, severity);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), new_text (record->message));
  if (can_fix)
    add_fix (box, record);
  gtk_widget_add_css_class (box, "balance-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), FINDING, g_object_ref (finding), g_object_unref);
  g_object_set_data (G_OBJECT (row), CAN_FIX, GINT_TO_POINTER (can_fix));

  return row;
}

static GtkWidget *
new_rest_row (guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *words = g_strdup_printf (ngettext ("%u more finding", "%u more findings", n), n);
  GtkWidget *text = new_text (words);

  gtk_widget_add_css_class (text, "balance-row");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return row;
}

/* Whether a row would be made of a finding as it is. */
static gboolean
shows (GtkListBoxRow   *row,
       GgovPlanFinding *finding,
       gboolean         can_fix)
{
  GgovPlanFinding *shown = ggov_finding_rows_get (row);
  const GgovPlanFindingRecord *one, *other;

  if (shown == NULL || GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), CAN_FIX)) != can_fix)
    return FALSE;

  one = ggov_plan_finding_get_record (shown);
  other = ggov_plan_finding_get_record (finding);

  return one->kind == other->kind && one->number == other->number &&
         one->other_number == other->other_number && one->building_id == other->building_id &&
         g_str_equal (one->message, other->message);
}

/* The first row from @at on that shows a finding, or -1. */
static int
find_row (GtkListBox      *list,
          int              at,
          GgovPlanFinding *finding,
          gboolean         can_fix)
{
  GtkListBoxRow *row;

  for (; (row = gtk_list_box_get_row_at_index (list, at)); at++)
    if (shows (row, finding, can_fix))
      return at;

  return -1;
}

static void
cut (GtkListBox *list,
     int         from,
     int         n)
{
  for (; n > 0; n--)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, from)));
}

void
ggov_finding_rows_show (GtkListBox *list,
                        GListModel *findings,
                        gboolean    can_fix)
{
  guint n_all = findings ? g_list_model_get_n_items (findings) : 0;
  int n = MIN (n_all, GGOV_FINDING_ROWS_MAX);

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  for (int i = 0; i < n; i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);
      int found = find_row (list, i, finding, can_fix);

      if (found < 0)
        gtk_list_box_insert (list, new_row (finding, can_fix), i);
      else
        {
          cut (list, i, found - i);
          /* What it is about may have moved. */
          g_object_set_data_full (G_OBJECT (gtk_list_box_get_row_at_index (list, i)), FINDING,
                                  g_steal_pointer (&finding), g_object_unref);
        }
    }

  while (gtk_list_box_get_row_at_index (list, n))
    cut (list, n, 1);
  if (n_all > (guint) n)
    gtk_list_box_append (list, new_rest_row (n_all - n));
}

GgovPlanFinding *
ggov_finding_rows_get (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), FINDING);
}
