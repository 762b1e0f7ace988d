/* ggov-board-chips.c: what a filter leaves out, as words that can be taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-chips.h"
#include "ggov-choice.h"

/* A place, a type or a name may be long. */
#define MAX_CHARS 24

struct _GgovBoardChips
{
  AdwBin      parent_instance;

  GtkFlowBox *flow; /* (unowned): the child */
};

G_DEFINE_FINAL_TYPE (GgovBoardChips, ggov_board_chips, ADW_TYPE_BIN)

static void
clicked_cb (GtkDropDown *list)
{
  gtk_drop_down_set_selected (list, 0);
}

static GtkWidget *
make_content (GtkWidget **label)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  *label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (*label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (*label), MAX_CHARS);
  gtk_box_append (GTK_BOX (content), *label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));

  return content;
}

static void
show_chip (GtkDropDown *list,
           GParamSpec  *pspec,
           GtkWidget   *chip)
{
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (
    gtk_button_get_child (GTK_BUTTON (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (chip))))));
  GgovChoice *choice = gtk_drop_down_get_selected_item (list);
  guint selected = gtk_drop_down_get_selected (list);
  GtkWidget *chips = gtk_widget_get_ancestor (chip, GGOV_TYPE_BOARD_CHIPS);
  gboolean any = FALSE;

  gtk_widget_set_visible (chip, choice && selected != 0);
  gtk_label_set_label (label, choice ? ggov_choice_get_label (choice) : "");
  for (GtkWidget *one = gtk_widget_get_first_child (gtk_widget_get_parent (chip)); one;
       one = gtk_widget_get_next_sibling (one))
    any = any || gtk_widget_get_visible (one);
  gtk_widget_set_visible (chips, any);
}

static void
ggov_board_chips_class_init (GgovBoardChipsClass *klass)
{
}

static void
ggov_board_chips_init (GgovBoardChips *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  self->flow = GTK_FLOW_BOX (flow);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, 8);
  gtk_flow_box_set_column_spacing (self->flow, 6);
  gtk_flow_box_set_row_spacing (self->flow, 6);
  gtk_widget_set_halign (flow, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is left out"), -1);
  adw_bin_set_child (ADW_BIN (self), flow);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ggov_board_chips_watch (GgovBoardChips *self,
                        GtkDropDown    *list)
{
  GtkWidget *button, *chip, *label;

  g_return_if_fail (GGOV_IS_BOARD_CHIPS (self));
  g_return_if_fail (GTK_IS_DROP_DOWN (list));

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), make_content (&label));
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, _("Take this filter away"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), list, G_CONNECT_SWAPPED);

  /* The button is where the cursor stops. */
  chip = gtk_flow_box_child_new ();
  gtk_widget_set_focusable (chip, FALSE);
  gtk_widget_set_visible (chip, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (chip), button);
  gtk_flow_box_append (self->flow, chip);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (show_chip), chip, 0);
  g_signal_connect_object (list, "notify::model", G_CALLBACK (show_chip), chip, 0);
}
