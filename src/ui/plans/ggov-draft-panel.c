/* ggov-draft-panel.c: beside the map of a draft: its balance, its tools, and what is wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-balance-row.h"
#include "ggov-band-bar.h"
#include "ggov-draft-panel.h"
#include "ggov-draft-tally.h"
#include "ggov-finding-rows.h"

struct _GgovDraftPanel
{
  AdwBin         parent_instance;

  GgovDraft     *draft;  /* (nullable) */
  GgovPlaces    *places; /* (nullable): of the draft */
  gint64         number; /* the grid that buildings go to, or 0 */
  gboolean       is_told; /* while the selection is set from outside */

  /* From the template. */
  GtkWidget     *building_box;
  GtkLabel      *building_label;
  GtkLabel      *check_label;
  GtkStackPage  *check_page;
  GtkListBox    *findings;
  GtkListBox    *grids;
  GtkMenuButton *move_button;
  GtkWidget     *name_group;
  GtkEditable   *name_row;
  GtkStack      *stack;
  GtkLabel      *summary_label;
  GtkWidget     *tools;
};

G_DEFINE_FINAL_TYPE (GgovDraftPanel, ggov_draft_panel, ADW_TYPE_BIN)

static void
grid_selected_cb (GgovDraftPanel *self,
                  GtkListBoxRow  *row)
{
  if (row && !self->is_told)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.select-grid", "x",
                                ggov_balance_row_get_number (GGOV_BALANCE_ROW (row)));
}

static void
grid_activated_cb (GgovDraftPanel *self,
                   GtkListBoxRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "map.zoom-to-grid", "x",
                              ggov_balance_row_get_number (GGOV_BALANCE_ROW (row)));
}

static void
finding_activated_cb (GgovDraftPanel *self,
                      GtkListBoxRow  *row)
{
  GgovPlanFinding *finding = ggov_finding_rows_get (row);
  const GgovPlanFindingRecord *record = finding ? ggov_plan_finding_get_record (finding) : NULL;

  if (record)
    gtk_widget_activate_action (GTK_WIDGET (self), "map.show-finding", "(ddxx)", record->lon,
                                record->lat, record->building_id, record->number);
}

static void
name_applied_cb (GgovDraftPanel *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  gtk_widget_activate_action (GTK_WIDGET (self), "map.name-grid", "s", name);
}

static void
ggov_draft_panel_dispose (GObject *object)
{
  GgovDraftPanel *self = GGOV_DRAFT_PANEL (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->places);
  self->is_told = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_DRAFT_PANEL);

  G_OBJECT_CLASS (ggov_draft_panel_parent_class)->dispose (object);
}

static void
ggov_draft_panel_class_init (GgovDraftPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_draft_panel_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/plans/ggov-draft-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, building_box);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, building_label);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, check_label);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, check_page);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, findings);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, grids);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, move_button);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, name_group);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, name_row);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, summary_label);
  gtk_widget_class_bind_template_child (widget_class, GgovDraftPanel, tools);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
}

static void
ggov_draft_panel_init (GgovDraftPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

static gboolean
has_same_rows (GgovDraftPanel *self)
{
  guint n = self->places ? ggov_places_get_n_grids (self->places) : 0;

  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->grids, i);

      if (row == NULL || ggov_balance_row_get_number (GGOV_BALANCE_ROW (row)) !=
                           ggov_grid_get_id (ggov_places_get_grid (self->places, i)))
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->grids, n) == NULL;
}

/* Rows stay where the grids are the same, and with them the keyboard's focus. */
static void
show_rows (GgovDraftPanel *self)
{
  guint n = self->places ? ggov_places_get_n_grids (self->places) : 0;

  self->is_told = TRUE;
  if (!has_same_rows (self))
    {
      clear_list (self->grids);
      for (guint i = 0; i < n; i++)
        gtk_list_box_append (self->grids, ggov_balance_row_new (
          ggov_grid_get_id (ggov_places_get_grid (self->places, i))));
    }

  for (guint i = 0; i < n; i++)
    ggov_balance_row_show (GGOV_BALANCE_ROW (gtk_list_box_get_row_at_index (self->grids, i)),
                           self->draft, ggov_places_get_grid (self->places, i));
  self->is_told = FALSE;
}

static void
show_summary (GgovDraftPanel *self)
{
  guint n = self->draft ? ggov_draft_get_n_grids (self->draft) : 0;
  g_autoptr(GString) text = g_string_new (NULL);
  GgovDraftSum loose;
  guint n_beyond = 0;

  for (guint i = 0; i < n; i++)
    n_beyond += !ggov_band_has (ggov_grid_get_households (ggov_places_get_grid (self->places, i)));

  /* Translators: the target and the band of households of a grid */
  g_string_append_printf (text, _("Target %d households, %d to %d allowed."),
                          GGOV_PLAN_TARGET_HOUSEHOLDS, GGOV_PLAN_LEAST_HOUSEHOLDS,
                          GGOV_PLAN_MOST_HOUSEHOLDS);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, ngettext ("%u grid of %u is beyond that.",
                                          "%u grids of %u are beyond that.", n_beyond),
                          n_beyond, n);

  if (self->draft)
    {
      ggov_draft_sum (self->draft, 0, &loose);
      if (loose.buildings > 0)
        {
          g_string_append_c (text, ' ');
          g_string_append_printf (text, ngettext ("%d building is in no grid.",
                                                  "%d buildings are in no grid.", loose.buildings),
                                  loose.buildings);
        }
    }

  gtk_label_set_label (self->summary_label, text->str);
}

static void
show_name (GgovDraftPanel *self)
{
  const GgovDraftGrid *grid = self->draft ? ggov_draft_find_grid (self->draft, self->number) : NULL;

  /* Always there, so that the map beside it keeps its size. */
  gtk_widget_set_sensitive (self->name_group, grid != NULL);
  if (!gtk_widget_has_focus (GTK_WIDGET (self->name_row)))
    gtk_editable_set_text (self->name_row, grid ? grid->name : "");
}

void
ggov_draft_panel_show_draft (GgovDraftPanel *self,
                             GgovDraft      *draft,
                             GgovPlaces     *places)
{
  g_return_if_fail (GGOV_IS_DRAFT_PANEL (self));

  g_set_object (&self->draft, draft);
  g_set_object (&self->places, places);
  gtk_widget_set_visible (self->tools, draft && ggov_plan_get_state (ggov_draft_get_plan (draft)) ==
                                                  GGOV_PLAN_DRAFT);
  show_rows (self);
  show_summary (self);
  show_name (self);
}

void
ggov_draft_panel_preview (GgovDraftPanel *self,
                          GArray         *tallies)
{
  GtkListBoxRow *row;

  g_return_if_fail (GGOV_IS_DRAFT_PANEL (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->grids, i)); i++)
    {
      const GgovDraftSum *found = NULL;

      for (guint j = 0; tallies && found == NULL && j < tallies->len; j++)
        if (g_array_index (tallies, GgovDraftTally, j).number ==
            ggov_balance_row_get_number (GGOV_BALANCE_ROW (row)))
          found = &g_array_index (tallies, GgovDraftTally, j).sum;

      ggov_balance_row_preview (GGOV_BALANCE_ROW (row), found);
    }
}

static void
select_row (GgovDraftPanel *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->grids, i)); i++)
    if (ggov_balance_row_get_number (GGOV_BALANCE_ROW (row)) == self->number)
      break;

  self->is_told = TRUE;
  gtk_list_box_select_row (self->grids, row);
  self->is_told = FALSE;
}

void
ggov_draft_panel_select (GgovDraftPanel *self,
                         gint64          number,
                         gint64          building_id,
                         GMenuModel     *move_menu)
{
  guint i;

  g_return_if_fail (GGOV_IS_DRAFT_PANEL (self));

  self->number = number;
  select_row (self);
  show_name (self);

  if (self->draft && ggov_draft_find_building (self->draft, building_id, &i))
    {
      const GgovDraftBuilding *building = ggov_draft_get_building (self->draft, i);
      g_autofree char *label =
        g_strdup_printf (ngettext ("%s · %d household", "%s · %d households",
                                   building->households), building->label, building->households);

      gtk_label_set_label (self->building_label, label);
      gtk_menu_button_set_menu_model (self->move_button, move_menu);
      gtk_widget_set_visible (GTK_WIDGET (self->move_button), move_menu != NULL);
      gtk_widget_set_visible (self->building_box, TRUE);
    }
  else
    gtk_widget_set_visible (self->building_box, FALSE);
}

static void
show_counts (GgovDraftPanel *self,
             guint           n_errors,
             guint           n)
{
  g_autofree char *title = n > 0 ? g_strdup_printf (_("Check (%u)"), n) : g_strdup (_("Check"));
  g_autofree char *words =
    n_errors > 0
      ? g_strdup_printf (ngettext ("%u finding stands in the way of approval.",
                                   "%u findings stand in the way of approval.", n_errors), n_errors)
      : n > 0 ? g_strdup (_("Nothing stands in the way of approval; the office may accept these."))
              : g_strdup (_("Nothing was found: this plan can be approved."));

  g_object_set (self->check_page, "title", title, NULL);
  gtk_label_set_label (self->check_label, words);
}

void
ggov_draft_panel_show_findings (GgovDraftPanel *self,
                                GListModel     *findings)
{
  guint n = findings ? g_list_model_get_n_items (findings) : 0;
  guint n_errors = 0;

  g_return_if_fail (GGOV_IS_DRAFT_PANEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);

      n_errors += ggov_plan_finding_is_error (finding);
    }

  ggov_finding_rows_show (self->findings, findings, gtk_widget_get_visible (self->tools));
  show_counts (self, n_errors, n);
}

void
ggov_draft_panel_open_check (GgovDraftPanel *self)
{
  g_return_if_fail (GGOV_IS_DRAFT_PANEL (self));

  gtk_stack_set_visible_child_name (self->stack, "check");
}
