/* ggov-board-filter.c: which issues the board shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-filter.h"
#include "ggov-place-chooser.h"

struct _GgovBoardFilter
{
  AdwBin            parent_instance;

  gboolean          is_quiet; /* several choices are made as one */

  /* From the template. */
  GtkWidget        *clear;
  GtkDropDown      *lane;
  GtkToggleButton  *overdue;
  GgovPlaceChooser *place;
  GtkEditable      *text;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardFilter, ggov_board_filter, ADW_TYPE_BIN)

static void
changed_cb (GgovBoardFilter *self)
{
  GgovIssueFilter filter;

  if (self->is_quiet)
    return;

  gtk_widget_set_sensitive (self->clear, ggov_board_filter_read (self, &filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
offer_lanes (GgovBoardFilter *self)
{
  g_autoptr(GListStore) store = g_list_store_new (GGOV_TYPE_CHOICE);

  ggov_choices_append (store, NULL, _("All lanes"));
  for (guint lane = 0; lane < GGOV_N_LANES; lane++)
    ggov_choices_append (store, NULL, ggov_lane_get_label (lane));
  gtk_drop_down_set_model (self->lane, G_LIST_MODEL (store));
}

static void
ggov_board_filter_dispose (GObject *object)
{
  GgovBoardFilter *self = GGOV_BOARD_FILTER (object);

  self->is_quiet = TRUE;
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
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, lane);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, overdue);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, place);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardFilter, text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  g_type_ensure (GGOV_TYPE_PLACE_CHOOSER);
}

static void
ggov_board_filter_init (GgovBoardFilter *self)
{
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_choices_name (self->lane);
  offer_lanes (self);
  self->is_quiet = FALSE;
}

void
ggov_board_filter_set_communities (GgovBoardFilter *self,
                                   GListModel      *communities)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  ggov_place_chooser_set_communities (self->place, communities);
}

void
ggov_board_filter_set_grids (GgovBoardFilter *self,
                             GListModel      *grids)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  ggov_place_chooser_set_grids (self->place, grids);
}

gboolean
ggov_board_filter_read (GgovBoardFilter *self,
                        GgovIssueFilter *filter)
{
  guint lane;

  g_return_val_if_fail (GGOV_IS_BOARD_FILTER (self), FALSE);

  lane = gtk_drop_down_get_selected (self->lane);
  *filter = (GgovIssueFilter) {
    .community_id = ggov_place_chooser_get_community (self->place),
    .grid_id = ggov_place_chooser_get_grid (self->place),
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

  self->is_quiet = TRUE;
  gtk_editable_set_text (self->text, "");
  ggov_place_chooser_clear (self->place);
  gtk_drop_down_set_selected (self->lane, 0);
  gtk_toggle_button_set_active (self->overdue, FALSE);
  self->is_quiet = FALSE;

  changed_cb (self);
}

void
ggov_board_filter_focus (GgovBoardFilter *self)
{
  g_return_if_fail (GGOV_IS_BOARD_FILTER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
