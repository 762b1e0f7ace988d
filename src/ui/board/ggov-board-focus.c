/* ggov-board-focus.c: which issue of the board is looked at, and where the keyboard is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-card.h"
#include "ggov-board-page-private.h"

/* Pixels on either side of the columns; theirs are counted without it. */
#define PADDING 12

GgovIssue *
_ggov_board_page_find (GgovBoardPage *self,
                       gint64         id)
{
  GgovIssue *issue = NULL;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES && issue == NULL; stage++)
    issue = ggov_board_column_find (self->columns[stage], id);
  if (issue == NULL || self->grouping != GGOV_ISSUE_GROUPING_NONE)
    issue = ggov_board_lanes_find (self->lanes, id) ? ggov_board_lanes_find (self->lanes, id)
                                                    : issue;
  if (self->view == GGOV_BOARD_VIEW_LIST)
    issue = ggov_board_list_find (self->list, id);
  else if (self->view == GGOV_BOARD_VIEW_CALENDAR)
    issue = ggov_board_column_find (ggov_board_month_get_column (self->month), id);

  return issue ? issue : ggov_issue_pane_find (self->pane, id);
}

void
_ggov_board_page_foreach (GgovBoardPage       *self,
                          GgovBoardColumnFunc  func,
                          gpointer             user_data)
{
  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    func (self->columns[stage], user_data);
  ggov_board_lanes_foreach (self->lanes, func, user_data);
  func (ggov_board_month_get_column (self->month), user_data);
}

void
_ggov_board_page_select (GgovBoardPage *self,
                         gint64         id,
                         gboolean       grab_focus)
{
  gboolean other = self->selected_id != id;
  gboolean in_columns = self->view == GGOV_BOARD_VIEW_BOARD;

  self->selected_id = id;
  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    ggov_board_column_select (self->columns[stage], id, grab_focus && in_columns);
  ggov_board_lanes_select (self->lanes, id, grab_focus && in_columns);
  ggov_board_column_select (ggov_board_month_get_column (self->month), id,
                            grab_focus && self->view == GGOV_BOARD_VIEW_CALENDAR);
  ggov_board_list_select (self->list, id);

  if (other)
    _ggov_board_page_reload_details (self);
}

/* Once everything has its place: scrolls as little as brings the column into view. */
static gboolean
reveal_column (gpointer user_data)
{
  GgovBoardPage *self = user_data;
  GgovIssue *issue = _ggov_board_page_find (self, self->selected_id);
  GtkWidget *column;
  graphene_rect_t bounds;

  if (issue == NULL || self->session == NULL || self->view != GGOV_BOARD_VIEW_BOARD ||
      self->grouping != GGOV_ISSUE_GROUPING_NONE)
    return G_SOURCE_REMOVE;

  column = GTK_WIDGET (self->columns[ggov_issue_get_fields (issue)->state.stage]);
  if (gtk_widget_compute_bounds (column, self->column_box, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->scroller),
                               bounds.origin.x, bounds.origin.x + bounds.size.width + 2 * PADDING);

  return G_SOURCE_REMOVE;
}

void
_ggov_board_page_reveal (GgovBoardPage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, reveal_column, g_object_ref (self), g_object_unref);
}

void
_ggov_board_page_open (GgovBoardPage *self,
                       gint64         id)
{
  _ggov_board_page_select (self, id, FALSE);
  self->reveal = TRUE;
  _ggov_board_page_reveal (self);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  _ggov_board_page_reload_details (self);
}

void
_ggov_board_page_say (GgovBoardPage *self,
                      const char    *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

/* Keys ------------------------------------------------------------------------------------ */

/* The next column that has an issue. */
static void
focus_by (GtkWidget *widget,
          int        by)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovIssue *issue = _ggov_board_page_find (self, self->selected_id);
  int stage = issue ? (int) ggov_issue_get_fields (issue)->state.stage + by : 0;

  if (self->grouping != GGOV_ISSUE_GROUPING_NONE)
    {
      ggov_board_lanes_focus_by (self->lanes, by);
      return;
    }

  for (; stage >= 0 && stage < GGOV_ISSUE_N_STAGES; stage += by)
    if (ggov_board_column_focus (self->columns[stage]))
      return;
}

static void
focus_next_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  focus_by (widget, 1);
}

static void
focus_previous_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  focus_by (widget, -1);
}

static void
select_issue_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  _ggov_board_page_select (GGOV_BOARD_PAGE (widget), g_variant_get_int64 (parameter), TRUE);
}

static void
show_menu_in (GgovBoardColumn *column,
              gpointer         user_data)
{
  GtkWidget *card = ggov_board_column_find_focus_card (column);

  if (card)
    ggov_board_card_show_menu (GGOV_BOARD_CARD (card));
}

static void
show_menu_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  _ggov_board_page_foreach (GGOV_BOARD_PAGE (widget), show_menu_in, NULL);
}

void
_ggov_board_page_install_focus (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.focus-next", NULL, focus_next_cb);
  gtk_widget_class_install_action (klass, "board.focus-previous", NULL, focus_previous_cb);
  gtk_widget_class_install_action (klass, "board.select-issue", "x", select_issue_cb);
  gtk_widget_class_install_action (klass, "board.show-menu", NULL, show_menu_cb);
}
