/* ggov-board-column.c: the issues of one stage, on the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-card.h"
#include "ggov-board-column-private.h"
#include "ggov-board-slot.h"
#include "ggov-number-text.h"

/* Pixels: a card's title in two lines; what a heading needs where there is no card. */
#define WIDTH       236
#define EMPTY_WIDTH 140
#define LANE_WIDTH  200

/* Pixels: a lane shows some two cards of each stage at a time. */
#define LANE_HEIGHT 260

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardColumn, ggov_board_column, ADW_TYPE_BIN)

static gint64
get_id (GgovIssue *issue)
{
  return ggov_issue_get_fields (issue)->id;
}

static gint64
get_id_at (GgovBoardColumn *self,
           guint            position)
{
  return get_id (self->issues->pdata[position]);
}

static void
activate_cb (GgovBoardColumn *self,
             guint            position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.open-issue", "x",
                              get_id_at (self, position));
}

static void
selected_cb (GgovBoardColumn *self)
{
  if (!self->selecting && gtk_single_selection_get_selected_item (self->selection))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
drop_cb (GgovBoardColumn *self,
         const GValue    *value,
         double           x,
         double           y)
{
  return self->stage != GGOV_BOARD_COLUMN_ANY &&
         gtk_widget_activate_action (GTK_WIDGET (self), "board.drop", "(xsx)",
                                     get_id (g_value_get_object (value)),
                                     ggov_issue_stage_get_code (self->stage), self->handler_id);
}

/* The widget ------------------------------------------------------------------------------ */

static void
ggov_board_column_dispose (GObject *object)
{
  GgovBoardColumn *self = GGOV_BOARD_COLUMN (object);

  /* What goes away is scrolled once more, and wants no cards for it. */
  if (self->list)
    {
      g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scroller),
                                            self);
      gtk_list_view_set_model (self->list, NULL);
    }
  g_clear_handle_id (&self->grow_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_COLUMN);
  g_clear_object (&self->desk);
  g_clear_object (&self->slots);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (ggov_board_column_parent_class)->dispose (object);
}

static void
ggov_board_column_finalize (GObject *object)
{
  GgovBoardColumn *self = GGOV_BOARD_COLUMN (object);

  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_board_column_parent_class)->finalize (object);
}

static void
ggov_board_column_class_init (GgovBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_board_column_dispose;
  object_class->finalize = ggov_board_column_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", GGOV_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, drop_target);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, empty);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, heading);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, heading_box);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, hint);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, list);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, more);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardColumn, scroller);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
ggov_board_column_init (GgovBoardColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->issues = g_ptr_array_new_with_free_func (g_object_unref);
  _ggov_board_column_init_cards (self);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->slots));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_target_set_gtypes (self->drop_target, (GType[]) { GGOV_TYPE_ISSUE }, 1);
}

void
ggov_board_column_set_title (GgovBoardColumn *self,
                             const char      *title)
{
  g_return_if_fail (GGOV_IS_BOARD_COLUMN (self));

  gtk_label_set_label (self->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

GtkWidget *
ggov_board_column_new (guint          stage,
                       GgovBoardDesk *desk)
{
  GgovBoardColumn *self = g_object_new (GGOV_TYPE_BOARD_COLUMN, NULL);

  self->stage = stage;
  self->desk = g_object_ref (desk);
  if (stage != GGOV_BOARD_COLUMN_ANY)
    ggov_board_column_set_title (self, ggov_issue_stage_get_label (stage));
  _ggov_board_column_add_cards (self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  return GTK_WIDGET (self);
}

void
ggov_board_column_set_lane (GgovBoardColumn *self,
                            gint64           handler_id)
{
  g_return_if_fail (GGOV_IS_BOARD_COLUMN (self));

  self->is_in_lane = TRUE;
  self->handler_id = handler_id;
  gtk_widget_set_visible (self->heading_box, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self), LANE_WIDTH, LANE_HEIGHT);
}

guint
ggov_board_column_get_stage (GgovBoardColumn *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_COLUMN (self), GGOV_BOARD_COLUMN_ANY);

  return self->stage;
}

/* Issues ---------------------------------------------------------------------------------- */

static GPtrArray *
pick_issues (GgovBoardColumn *self,
             GListModel      *issues)
{
  GPtrArray *mine = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);

      if (self->stage == GGOV_BOARD_COLUMN_ANY ||
          ggov_issue_get_fields (issue)->state.stage == self->stage)
        g_ptr_array_add (mine, g_steal_pointer (&issue));
    }

  return mine;
}

/* A grid or person may have been renamed without the issue being written. */
static gboolean
is_same (GgovIssue *a,
         GgovIssue *b)
{
  const GgovIssueFields *one = ggov_issue_get_fields (a);
  const GgovIssueFields *other = ggov_issue_get_fields (b);

  return one->id == other->id && one->row_version == other->row_version &&
         g_strcmp0 (one->grid_name, other->grid_name) == 0 &&
         g_strcmp0 (one->present_grid_name, other->present_grid_name) == 0 &&
         g_strcmp0 (one->handler_name, other->handler_name) == 0 &&
         one->handler_is_away == other->handler_is_away && one->photo_id == other->photo_id &&
         one->n_photos == other->n_photos;
}

static gboolean
find_position (GgovBoardColumn *self,
               gint64           id,
               guint           *position)
{
  for (guint i = 0; i < self->issues->len; i++)
    if (get_id_at (self, i) == id)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* In place of one that is the same, so that what is shown is what is listed. */
static void
keep (GPtrArray *mine,
      guint      position,
      GgovIssue *issue)
{
  g_object_unref (mine->pdata[position]);
  mine->pdata[position] = g_object_ref (issue);
}

static void
replace_difference (GgovBoardColumn *self,
                    GPtrArray       *mine)
{
  g_autoptr(GPtrArray) old = self->issues;
  guint least = MIN (old->len, mine->len);
  guint start = 0;
  guint end = 0;

  for (; start < least && is_same (old->pdata[start], mine->pdata[start]); start++)
    keep (mine, start, old->pdata[start]);
  for (; end < least - start &&
         is_same (old->pdata[old->len - 1 - end], mine->pdata[mine->len - 1 - end]); end++)
    keep (mine, mine->len - 1 - end, old->pdata[old->len - 1 - end]);

  self->issues = g_ptr_array_ref (mine);
  if (start + end == 0)
    _ggov_board_column_begin_anew (self);
  _ggov_board_column_change_cards (self, start, old->len - start - end, mine->len - start - end);
}

/* Its place may have another issue now: what is chosen, and where the keyboard is, go with the issue. */
static void
follow (GgovBoardColumn *self,
        gint64           selected_id,
        gint64           focus_id)
{
  guint position;

  if (!find_position (self, selected_id, &position) ||
      position >= g_list_model_get_n_items (G_LIST_MODEL (self->slots)))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);

  if (focus_id != 0 && find_position (self, focus_id, &position))
    _ggov_board_column_focus_card (self, focus_id);
}

/* "7", or "7 / 5" where there may be five. */
static void
show_count (GgovBoardColumn *self,
            gint64           total)
{
  g_autofree char *count = ggov_number_dup_text (total);
  g_autofree char *both = g_strdup_printf ("%s / %u", count, self->most);

  gtk_label_set_label (self->count, self->most > 0 ? both : count);
  if (self->most > 0 && total > self->most)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "crowded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "crowded");
}

static void
show_numbers (GgovBoardColumn *self,
              guint            shown,
              gint64           total)
{
  g_autofree char *count = ggov_number_dup_text (total);
  g_autofree char *more = g_strdup_printf (_("The first %1$u of %2$s. Show more"), shown, count);

  show_count (self, total);
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), total > shown);
  gtk_widget_set_visible (self->empty, shown == 0 && !self->is_in_lane);
  if (!self->is_in_lane)
    gtk_widget_set_size_request (GTK_WIDGET (self), total > 0 ? WIDTH : EMPTY_WIDTH, -1);
}

void
ggov_board_column_set_most (GgovBoardColumn *self,
                            guint            most)
{
  g_return_if_fail (GGOV_IS_BOARD_COLUMN (self));

  self->most = most;
}

void
ggov_board_column_set_issues (GgovBoardColumn *self,
                              GListModel      *issues,
                              gint64           total)
{
  g_autoptr(GPtrArray) mine = NULL;
  GgovIssue *selected;
  GtkWidget *focus;
  gint64 selected_id, focus_id;

  g_return_if_fail (GGOV_IS_BOARD_COLUMN (self));

  mine = pick_issues (self, issues);
  selected = ggov_board_column_get_selected (self);
  selected_id = selected ? get_id (selected) : 0;
  focus = ggov_board_column_find_focus_card (self);
  focus_id = focus ? get_id (ggov_board_card_get_issue (GGOV_BOARD_CARD (focus))) : 0;
  self->selecting = TRUE;
  replace_difference (self, mine);
  follow (self, selected_id, focus_id);
  self->selecting = FALSE;

  show_numbers (self, mine->len, total);
  for (guint i = 0; i < self->cards->len; i++)
    ggov_board_card_tick (self->cards->pdata[i]);
}

void
ggov_board_column_list_shown (GgovBoardColumn *self,
                              GArray          *ids)
{
  g_return_if_fail (GGOV_IS_BOARD_COLUMN (self));

  for (guint i = 0; i < self->issues->len; i++)
    {
      gint64 id = get_id_at (self, i);

      g_array_append_val (ids, id);
    }
}

GgovIssue *
ggov_board_column_find (GgovBoardColumn *self,
                        gint64           id)
{
  guint position;

  g_return_val_if_fail (GGOV_IS_BOARD_COLUMN (self), NULL);

  return find_position (self, id, &position) ? self->issues->pdata[position] : NULL;
}

GgovIssue *
ggov_board_column_get_selected (GgovBoardColumn *self)
{
  GgovBoardSlot *slot;

  g_return_val_if_fail (GGOV_IS_BOARD_COLUMN (self), NULL);

  slot = gtk_single_selection_get_selected_item (self->selection);

  return slot ? ggov_board_slot_get_issue (slot) : NULL;
}

void
ggov_board_column_select (GgovBoardColumn *self,
                          gint64           id,
                          gboolean         grab_focus)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GGOV_IS_BOARD_COLUMN (self));

  self->selecting = TRUE;
  if (id != 0 && find_position (self, id, &position))
    {
      _ggov_board_column_grow_to (self, position);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
      if (grab_focus)
        _ggov_board_column_focus_card (self, id);
    }
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
}

gboolean
ggov_board_column_focus (GgovBoardColumn *self)
{
  GgovIssue *issue;

  g_return_val_if_fail (GGOV_IS_BOARD_COLUMN (self), FALSE);

  if (self->issues->len == 0)
    return FALSE;

  issue = ggov_board_column_get_selected (self);
  ggov_board_column_select (self, issue ? get_id (issue) : get_id_at (self, 0), TRUE);
  g_signal_emit (self, signals[CHOSEN], 0);

  return TRUE;
}

/* Dragging -------------------------------------------------------------------------------- */

void
ggov_board_column_show_target (GgovBoardColumn *self,
                               const char      *hint,
                               gboolean         possible)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (GGOV_IS_BOARD_COLUMN (self));

  gtk_label_set_label (self->hint, hint ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_remove_css_class (widget, "target");
  gtk_widget_remove_css_class (widget, "no-target");
  if (hint)
    gtk_widget_add_css_class (widget, possible ? "target" : "no-target");
}
