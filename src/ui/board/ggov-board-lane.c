/* ggov-board-lane.c: one lane of the board: a heading, and its issues by stage once it is unfolded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-lane.h"
#include "ggov-issue-kind.h"

struct _GgovBoardLane
{
  AdwBin             parent_instance;

  GgovBoardDesk     *desk;
  GgovIssueGrouping  grouping;
  GgovIssueGroup    *group; /* (nullable) */
  GgovBoardColumn   *columns[GGOV_ISSUE_N_STAGES]; /* (unowned) (nullable) */

  /* From the template. */
  GtkImage          *arrow;
  GtkWidget         *cells;
  GtkLabel          *counts;
  GtkToggleButton   *heading;
  GtkButton         *limit;
  GtkLabel          *name;
};

enum {
  CHOSEN,
  UNFOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardLane, ggov_board_lane, ADW_TYPE_BIN)

static void
chosen_cb (GgovBoardLane   *self,
           GgovBoardColumn *column)
{
  g_signal_emit (self, signals[CHOSEN], 0, column);
}

static void
make_columns (GgovBoardLane *self)
{
  gint64 handler_id = self->grouping == GGOV_ISSUE_GROUPING_HANDLER
                      ? ggov_issue_group_get_fields (self->group)->id : 0;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    {
      GtkWidget *column = ggov_board_column_new (stage, self->desk);

      self->columns[stage] = GGOV_BOARD_COLUMN (column);
      ggov_board_column_set_lane (self->columns[stage], handler_id);
      g_signal_connect_object (column, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->cells), column);
    }
}

static void
toggled_cb (GgovBoardLane *self)
{
  gboolean is_unfolded = gtk_toggle_button_get_active (self->heading);

  gtk_image_set_from_icon_name (self->arrow, is_unfolded ? "pan-down-symbolic"
                                                         : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_unfolded, -1);
  if (is_unfolded && self->columns[0] == NULL)
    make_columns (self);
  gtk_widget_set_visible (self->cells, is_unfolded);
  g_signal_emit (self, signals[UNFOLDED], 0);
}

static void
limit_cb (GgovBoardLane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.limit-lane", "x",
                              ggov_issue_group_get_fields (self->group)->id);
}

static void
ggov_board_lane_dispose (GObject *object)
{
  GgovBoardLane *self = GGOV_BOARD_LANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_LANE);
  g_clear_object (&self->desk);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (ggov_board_lane_parent_class)->dispose (object);
}

static void
ggov_board_lane_class_init (GgovBoardLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_board_lane_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", GGOV_TYPE_BOARD_LANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, GGOV_TYPE_BOARD_COLUMN);
  signals[UNFOLDED] = g_signal_new ("unfolded", GGOV_TYPE_BOARD_LANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-lane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardLane, arrow);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardLane, cells);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardLane, counts);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardLane, heading);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardLane, limit);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardLane, name);
  gtk_widget_class_bind_template_callback (widget_class, limit_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
ggov_board_lane_init (GgovBoardLane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ggov_board_lane_new (GgovBoardDesk     *desk,
                     GgovIssueGrouping  grouping)
{
  GgovBoardLane *self = g_object_new (GGOV_TYPE_BOARD_LANE, NULL);

  self->desk = g_object_ref (desk);
  self->grouping = grouping;

  return GTK_WIDGET (self);
}

static char *
dup_name (GgovBoardLane *self)
{
  const GgovIssueGroupFields *fields = ggov_issue_group_get_fields (self->group);

  if (fields->id == 0)
    return g_strdup (self->grouping == GGOV_ISSUE_GROUPING_HANDLER ? _("Nobody was sent")
                                                                   : _("Not in a grid"));
  if (self->grouping == GGOV_ISSUE_GROUPING_LANE)
    return g_strdup (ggov_lane_get_label (fields->id - 1));
  if (fields->is_away)
    return g_strdup_printf (_("%s (on leave)"), fields->name);

  return g_strdup (fields->name);
}

/* "12 in work of 10 · 3 overdue · 40 in all" */
static char *
dup_counts (GgovIssueGroup *group,
            guint           most)
{
  const GgovIssueGroupFields *fields = ggov_issue_group_get_fields (group);
  int in_work = ggov_issue_group_get_in_work (group);
  int total = ggov_issue_group_get_total (group);
  g_autofree char *work = most > 0 ? g_strdup_printf (_("%1$d in work, at most %2$u"), in_work, most)
                                   : g_strdup_printf (_("%d in work"), in_work);

  if (fields->n_overdue == 0)
    return g_strdup_printf (_("%1$s · %2$d in all"), work, total);

  return g_strdup_printf (_("%1$s · %2$d overdue · %3$d in all"), work, (int) fields->n_overdue,
                          total);
}

void
ggov_board_lane_set_group (GgovBoardLane  *self,
                           GgovIssueGroup *group,
                           guint           most)
{
  g_autofree char *name = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (GGOV_IS_BOARD_LANE (self));

  g_set_object (&self->group, group);
  name = dup_name (self);
  counts = dup_counts (group, most);
  label = g_strdup_printf ("%s, %s", name, counts);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->counts, counts);
  if (most > 0 && ggov_issue_group_get_in_work (group) > most)
    gtk_widget_add_css_class (GTK_WIDGET (self->counts), "crowded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->counts), "crowded");
  gtk_widget_set_visible (GTK_WIDGET (self->limit), ggov_issue_group_get_fields (group)->id != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

GgovIssueGroup *
ggov_board_lane_get_group (GgovBoardLane *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_LANE (self), NULL);

  return self->group;
}

void
ggov_board_lane_set_unfolded (GgovBoardLane *self,
                              gboolean       is_unfolded)
{
  g_return_if_fail (GGOV_IS_BOARD_LANE (self));

  gtk_toggle_button_set_active (self->heading, is_unfolded);
}

gboolean
ggov_board_lane_is_unfolded (GgovBoardLane *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_LANE (self), FALSE);

  return gtk_toggle_button_get_active (self->heading);
}

void
ggov_board_lane_set_issues (GgovBoardLane *self,
                            GListModel    *issues)
{
  const GgovIssueGroupFields *fields;

  g_return_if_fail (GGOV_IS_BOARD_LANE (self));

  fields = ggov_issue_group_get_fields (self->group);
  for (guint stage = 0; self->columns[0] && stage < GGOV_ISSUE_N_STAGES; stage++)
    ggov_board_column_set_issues (self->columns[stage], issues, fields->counts[stage]);
}

GgovBoardColumn *
ggov_board_lane_get_column (GgovBoardLane  *self,
                            GgovIssueStage  stage)
{
  g_return_val_if_fail (GGOV_IS_BOARD_LANE (self), NULL);

  return self->columns[stage];
}
