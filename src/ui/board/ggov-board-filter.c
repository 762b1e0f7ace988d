/* ggov-board-filter.c: which issues the board shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-filter.h"
#include "ggov-choice.h"

struct _GgovBoardFilter
{
  AdwBin           parent_instance;

  GListModel      *all_grids; /* (nullable) (element-type GgovChoice) */
  gboolean         quiet;     /* several choices are made as one */

  /* From the template. */
  GtkWidget       *clear;
  GtkDropDown     *community;
  GtkDropDown     *grid;
  GtkDropDown     *lane;
  GtkToggleButton *overdue;
  GtkEditable     *text;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardFilter, ggov_board_filter, ADW_TYPE_BIN)

static gint64
get_chosen (GtkDropDown *drop_down)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (drop_down);

  return choice ? ggov_choice_get_fields (choice)->id : 0;
}

static void
changed_cb (GgovBoardFilter *self)
{
  GgovIssueFilter filter;

  if (self->quiet)
    return;

  gtk_widget_set_sensitive (self->clear, ggov_board_filter_read (self, &filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_choice (GListStore *store,
               const char *label)
{
  const GgovChoiceFields fields = { .name = label };
  g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

  g_list_store_append (store, choice);
}

/* Offers @choices after a first line that stands for all of them. */
static void
offer (GtkDropDown *drop_down,
       const char  *all,
       GListModel  *choices,
       gint64       parent_id)
{
  g_autoptr(GListStore) store = g_list_store_new (GGOV_TYPE_CHOICE);
  gint64 chosen = get_chosen (drop_down);
  guint selected = 0;

  append_choice (store, all);
  for (guint i = 0; choices && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);
      const GgovChoiceFields *fields = ggov_choice_get_fields (choice);

      if (parent_id != 0 && fields->parent_id != parent_id)
        continue;

      if (fields->id == chosen)
        selected = g_list_model_get_n_items (G_LIST_MODEL (store));
      g_list_store_append (store, choice);
    }

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (store));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
offer_grids (GgovBoardFilter *self)
{
  gboolean quiet = self->quiet;

  self->quiet = TRUE;
  offer (self->grid, _("All grids"), self->all_grids, get_chosen (self->community));
  self->quiet = quiet;
}

static void
community_cb (GgovBoardFilter *self)
{
  if (self->quiet)
    return;

  offer_grids (self);
  changed_cb (self);
}

static void
name_choices (GtkDropDown *drop_down)
{
  g_autoptr(GtkExpression) label = gtk_property_expression_new (GGOV_TYPE_CHOICE, NULL, "label");

  gtk_drop_down_set_expression (drop_down, label);
}

static void
offer_lanes (GgovBoardFilter *self)
{
  g_autoptr(GListStore) store = g_list_store_new (GGOV_TYPE_CHOICE);

  append_choice (store, _("All lanes"));
  for (guint lane = 0; lane < GGOV_N_LANES; lane++)
    append_choice (store, ggov_lane_get_label (lane));
  gtk_drop_down_set_model (self->lane, G_LIST_MODEL (store));
}

static void
ggov_board_filter_dispose (GObject *object)
{
  GgovBoardFilter *self = GGOV_BOARD_FILTER (object);

  self->quiet = TRUE;
  g_clear_object (&self->all_grids);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_FILTER);

  G_OBJECT_CLASS (ggov_board_filter_parent_class)->dispose (object);
}

static void
ggov_board_filter_class_init (GgovBoardFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_board_filter_dispose;

  signals[CHANGED] = g_signal_new ("changed", GGOV_TYPE_BOARD_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, clear);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, community);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, grid);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, lane);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, overdue);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, community_cb);
}

static void
ggov_board_filter_init (GgovBoardFilter *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  name_choices (self->community);
  name_choices (self->grid);
  name_choices (self->lane);
  offer (self->community, _("All communities"), NULL, 0);
  offer_grids (self);
  offer_lanes (self);
  self->quiet = FALSE;
}

void
ggov_board_filter_set_communities (GgovBoardFilter *self,
                                   GListModel      *communities)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  self->quiet = TRUE;
  offer (self->community, _("All communities"), communities, 0);
  self->quiet = FALSE;
}

void
ggov_board_filter_set_grids (GgovBoardFilter *self,
                             GListModel      *grids)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  g_set_object (&self->all_grids, grids);
  offer_grids (self);
}

gboolean
ggov_board_filter_read (GgovBoardFilter *self,
                        GgovIssueFilter *filter)
{
  guint lane;

  g_return_val_if_fail (GGOV_IS_BOARD_FILTER (self), FALSE);

  lane = gtk_drop_down_get_selected (self->lane);
  *filter = (GgovIssueFilter) {
    .community_id = get_chosen (self->community),
    .grid_id = get_chosen (self->grid),
    .lane = lane > 0 && lane <= GGOV_N_LANES ? ggov_lane_get_code (lane - 1) : NULL,
    .text = gtk_editable_get_text (self->text),
    .overdue = gtk_toggle_button_get_active (self->overdue),
  };

  return filter->community_id != 0 || filter->grid_id != 0 || filter->lane != NULL ||
         *filter->text != '\0' || filter->overdue;
}

void
ggov_board_filter_clear (GgovBoardFilter *self)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  self->quiet = TRUE;
  gtk_editable_set_text (self->text, "");
  gtk_drop_down_set_selected (self->community, 0);
  gtk_drop_down_set_selected (self->lane, 0);
  gtk_toggle_button_set_active (self->overdue, FALSE);
  offer_grids (self);
  gtk_drop_down_set_selected (self->grid, 0);
  self->quiet = FALSE;

  changed_cb (self);
}

void
ggov_board_filter_focus (GgovBoardFilter *self)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
