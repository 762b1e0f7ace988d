/* ggov-board-views.c: the board, a table, a calendar or a map of the same issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-page-private.h"
#include "ggov-columns-dialog.h"
#include "ggov-page-keys.h"
#include "ggov-settings.h"

static const char *const codes[GGOV_BOARD_N_VIEWS] = { "board", "list", "calendar", "map" };

/* Keys of the page, wherever in it the cursor is. */
static const GgovPageKey page_keys[] = {
  { "<Control>1", "board.view", "board" },
  { "<Control>2", "board.view", "list" },
  { "<Control>3", "board.view", "calendar" },
  { "<Control>4", "board.view", "map" },
  { "<Control>b", "board.show-filters", NULL },
  { "<Control><Shift>c", "board.copy", NULL },
  { "<Control><Shift>m", "board.copy-today", NULL },
  { "<Control><Shift>x", "board.export", NULL },
  { "<Control><Shift>d", "board.move-marked", "dispatch" },
  { "<Control><Alt>1", "board.open-nth-filter", "1" },
  { "<Control><Alt>2", "board.open-nth-filter", "2" },
  { "<Control><Alt>3", "board.open-nth-filter", "3" },
  { "<Control><Alt>4", "board.open-nth-filter", "4" },
  { "<Control><Alt>5", "board.open-nth-filter", "5" },
  { "<Control><Alt>6", "board.open-nth-filter", "6" },
  { "<Control><Alt>7", "board.open-nth-filter", "7" },
  { "<Control><Alt>8", "board.open-nth-filter", "8" },
  { "<Control><Alt>9", "board.open-nth-filter", "9" },
};

/* Keys of cards; a table has the rest itself. */
static const struct
{
  const char *keys;
  const char *action;
  gboolean    is_of_cards;
} keys[] = {
  { "<Control>Right", "board.move-next", FALSE },
  { "<Control>Left", "board.move-previous", FALSE },
  { "<Control>e", "board.explain", FALSE },
  { "Right", "board.focus-next", TRUE },
  { "Left", "board.focus-previous", TRUE },
  { "space", "board.mark", TRUE },
  { "<Control>a", "board.mark-all", TRUE },
  { "Menu|<Shift>F10", "board.show-menu", TRUE },
};

static void
add_keys (GtkWidget *widget,
          gboolean   has_cards)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (has_cards || !keys[i].is_of_cards)
      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].keys),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (widget, controller);
}

static void
offer_groupings (GgovBoardPage *self)
{
  const char *names[] = {
    _("No lanes"), _("Lanes by grid"), _("Lanes by community"), _("Lanes by who governs"),
    _("Lanes by handler"), NULL,
  };
  g_autoptr(GtkStringList) list = gtk_string_list_new (names);

  gtk_drop_down_set_model (self->grouping_drop, G_LIST_MODEL (list));
}

/* What can be done with many at once: what asks for no more than a reason. */
static void
offer_moves (GgovBoardPage *self)
{
  static const GgovIssueMove moves[] = {
    GGOV_ISSUE_FILE, GGOV_ISSUE_ACCEPT, GGOV_ISSUE_REPORT_BACK, GGOV_ISSUE_VERIFY_PASS,
    GGOV_ISSUE_EVALUATE, GGOV_ISSUE_RETURN, GGOV_ISSUE_REWORK, GGOV_ISSUE_SUSPEND,
    GGOV_ISSUE_RESUME, GGOV_ISSUE_ANNUL,
  };
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (ggov_issue_move_get_label (moves[i]), NULL);

      g_menu_item_set_action_and_target (item, "board.move-marked", "s",
                                         ggov_issue_move_get_code (moves[i]));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->marks_menu, G_MENU_MODEL (menu));
}

/* Made when it is wanted first: it draws every building. */
static void
make_map (GgovBoardPage *self)
{
  if (self->map)
    return;

  self->map = g_object_new (GGOV_TYPE_BOARD_MAP, NULL);
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->map));
}

/* How the table looks, from one start to the next. */
static void
keep_columns (GgovBoardPage *self)
{
  g_auto(GStrv) names = ggov_table_columns_dup (ggov_board_list_get_columns (self->list));

  g_settings_set_strv (self->settings, "board-columns", (const char *const *) names);
}

static void
keep_order (GgovBoardPage *self)
{
  gboolean descending;
  const char *column = ggov_board_list_get_order (self->list, &descending);

  g_settings_set (self->settings, "board-order", "(sb)", column ? column : "", descending);
}

static void
restore_table (GgovBoardPage *self)
{
  GgovTableColumns *columns = ggov_board_list_get_columns (self->list);
  g_auto(GStrv) names = g_settings_get_strv (self->settings, "board-columns");
  g_autoptr(GVariant) order = g_settings_get_value (self->settings, "board-order");
  const char *column;
  gboolean descending;

  ggov_table_columns_set (columns, (const char *const *) names);
  g_variant_get (order, "(&sb)", &column, &descending);
  ggov_table_columns_sort (columns, column, descending);
  g_signal_connect_object (columns, "changed", G_CALLBACK (keep_columns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "sorted", G_CALLBACK (keep_order), self, G_CONNECT_SWAPPED);
}

static void
choose_columns_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ggov_columns_dialog_show (widget, ggov_board_list_get_columns (GGOV_BOARD_PAGE (widget)->list));
}

void
_ggov_board_page_init_views (GgovBoardPage *self)
{
  ggov_board_lanes_set_desk (self->lanes, self->desk);
  ggov_board_list_set_desk (self->list, self->desk);
  ggov_board_month_set_desk (self->month, self->desk);
  g_signal_connect_object (self->desk, "marks-changed", G_CALLBACK (_ggov_board_page_show_marks),
                           self, G_CONNECT_SWAPPED);
  add_keys (self->column_box, TRUE);
  add_keys (GTK_WIDGET (self->lanes), TRUE);
  add_keys (GTK_WIDGET (ggov_board_month_get_column (self->month)), TRUE);
  add_keys (GTK_WIDGET (self->list), FALSE);
  ggov_page_keys_add (GTK_WIDGET (self), page_keys, G_N_ELEMENTS (page_keys));
  offer_groupings (self);
  offer_moves (self);

  if ((self->settings = ggov_settings_new ()))
    {
      g_autofree char *view = g_settings_get_string (self->settings, "board-view");

      gtk_drop_down_set_selected (self->grouping_drop,
                                  g_settings_get_int (self->settings, "board-grouping"));
      restore_table (self);
      _ggov_board_page_set_view (self, view);
    }
}

const char *
_ggov_board_page_get_view (GgovBoardPage *self)
{
  return codes[self->view];
}

void
_ggov_board_page_set_view (GgovBoardPage *self,
                           const char    *code)
{
  GgovBoardView view = GGOV_BOARD_VIEW_BOARD;

  for (guint i = 0; code && i < GGOV_BOARD_N_VIEWS; i++)
    if (g_str_equal (codes[i], code))
      view = i;
  if (view == self->view)
    return;

  self->view = view;
  if (view == GGOV_BOARD_VIEW_MAP)
    make_map (self);
  gtk_widget_set_visible (GTK_WIDGET (self->grouping_drop), view == GGOV_BOARD_VIEW_BOARD);
  gtk_widget_set_visible (self->limits_button, view == GGOV_BOARD_VIEW_BOARD);
  gtk_widget_set_visible (self->columns_button, view == GGOV_BOARD_VIEW_LIST);
  if (self->settings)
    g_settings_set_string (self->settings, "board-view", codes[view]);
  _ggov_board_page_ask_anew (self);
  g_object_notify (G_OBJECT (self), "view");
}

/* By a word: the board, in lanes or without. */
static void
show_lanes_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  static const char *const words[] = { "none", "grid", "community", "lane", "handler" };
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == GGOV_ISSUE_N_GROUPINGS);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], g_variant_get_string (parameter, NULL)))
      gtk_drop_down_set_selected (self->grouping_drop, i);
  _ggov_board_page_set_view (self, "board");
}

void
_ggov_board_page_install_views (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.show-lanes", "s", show_lanes_cb);
  gtk_widget_class_install_action (klass, "board.choose-columns", NULL, choose_columns_cb);
  gtk_widget_class_install_property_action (klass, "board.view", "view");
}
