/* ggov-board-list.c: the board's issues as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-list-private.h"
#include "ggov-column-sorter.h"
#include "ggov-error-text.h"
#include "ggov-query-issues.h"

enum {
  CHOSEN,
  SORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBoardList, ggov_board_list, ADW_TYPE_BIN)

static void
ask (GgovBoardList *self)
{
  g_autoptr(GgovQuery) query = NULL;
  const char *column;
  gboolean descending;

  if (self->store && self->filter)
    {
      column = ggov_column_sorter_read (self->column_view, &descending);
      query = ggov_query_new_issues (self->filter, column, descending);
    }
  ggov_paged_list_ask (self->rows, self->store, query);
}

static void
sorted_cb (GgovBoardList *self)
{
  ask (self);
  g_signal_emit (self, signals[SORTED], 0);
}

/* Selection ------------------------------------------------------------------------------- */

/* The column view's inner list is the one that can scroll to a row. */
static void
scroll_to (GgovBoardList *self,
           guint          position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->column_view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
      return;
}

static GArray *
list_selected (GgovBoardList *self)
{
  g_autoptr(GtkBitset) positions =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GArray) keys = ggov_paged_list_copy_keys (self->rows);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  if (keys && gtk_bitset_iter_init_first (&iter, positions, &position))
    do
      if (position < keys->len)
        g_array_append_val (ids, g_array_index (keys, GgovRowKey, position).id);
    while (gtk_bitset_iter_next (&iter, &position));

  return ids;
}

/* One is looked at; several are to have something done with them. */
static void
selected_cb (GgovBoardList *self)
{
  g_autoptr(GArray) ids = NULL;

  if (self->busy || self->desk == NULL)
    return;

  ids = list_selected (self);
  self->busy = TRUE;
  ggov_board_desk_set_marked (self->desk, ids->len > 1 ? ids : NULL);
  self->busy = FALSE;
  if (ids->len == 1)
    {
      self->selected_id = g_array_index (ids, gint64, 0);
      g_signal_emit (self, signals[CHOSEN], 0, self->selected_id);
    }
}

/* What is marked on the desk, else the one that is looked at. */
static void
show_selection (GgovBoardList *self)
{
  g_autoptr(GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = NULL;
  g_autoptr(GArray) marked = ggov_board_desk_copy_marked (self->desk);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint position;

  if (marked->len == 0 && self->selected_id != 0)
    g_array_append_val (marked, self->selected_id);
  for (guint i = 0; i < marked->len; i++)
    if ((position = ggov_paged_list_find (self->rows, g_array_index (marked, gint64, i))) !=
        GGOV_PAGED_LIST_NOWHERE)
      gtk_bitset_add (chosen, position);

  self->busy = TRUE;
  all = gtk_bitset_new_range (0, n);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
  self->busy = FALSE;
  position = self->selected_id != 0 ? ggov_paged_list_find (self->rows, self->selected_id)
                                    : GGOV_PAGED_LIST_NOWHERE;
  if (self->is_awaited && position != GGOV_PAGED_LIST_NOWHERE)
    {
      self->is_awaited = FALSE;
      scroll_to (self, position);
    }
}

static void
marks_changed_cb (GgovBoardList *self)
{
  if (!self->busy && self->store)
    show_selection (self);
}

static void
replacing_cb (GgovBoardList *self,
              gboolean       is_anew)
{
  if (is_anew)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->column_view)),
                              0);
  self->busy = TRUE;
}

static void
answered_cb (GgovBoardList *self)
{
  self->busy = FALSE;
  if (self->desk)
    show_selection (self);
}

static void
failed_cb (GgovBoardList *self,
           const GError  *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
activate_cb (GgovBoardList *self,
             guint          position)
{
  g_autoptr(GgovPagedItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.open-issue", "x",
                                ggov_paged_item_get_key (item)->id);
}

/* The widget ------------------------------------------------------------------------------ */

static void
ggov_board_list_dispose (GObject *object)
{
  GgovBoardList *self = GGOV_BOARD_LIST (object);

  /* Its parts change once more while they go away. */
  self->busy = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_BOARD_LIST);
  g_clear_object (&self->desk);
  g_clear_object (&self->columns);
  g_clear_object (&self->store);
  g_clear_pointer (&self->filter, ggov_issue_filter_free);

  G_OBJECT_CLASS (ggov_board_list_parent_class)->dispose (object);
}

static void
ggov_board_list_class_init (GgovBoardListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_board_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", GGOV_TYPE_BOARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SORTED] = g_signal_new ("sorted", GGOV_TYPE_BOARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (GGOV_TYPE_ISSUE);
  g_type_ensure (GGOV_TYPE_PAGED_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/board/ggov-board-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBoardList, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardList, rows);
  gtk_widget_class_bind_template_child (widget_class, GgovBoardList, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, replacing_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
ggov_board_list_init (GgovBoardList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  _ggov_board_list_add_columns (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
}

void
ggov_board_list_set_desk (GgovBoardList *self,
                          GgovBoardDesk *desk)
{
  g_return_if_fail (GGOV_IS_BOARD_LIST (self));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "marks-changed", G_CALLBACK (marks_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GgovTableColumns *
ggov_board_list_get_columns (GgovBoardList *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_LIST (self), NULL);

  return self->columns;
}

const char *
ggov_board_list_get_order (GgovBoardList *self,
                           gboolean      *descending)
{
  g_return_val_if_fail (GGOV_IS_BOARD_LIST (self), NULL);

  return ggov_column_sorter_read (self->column_view, descending);
}

void
ggov_board_list_show (GgovBoardList         *self,
                      GgovStore             *store,
                      const GgovIssueFilter *filter,
                      gboolean               again)
{
  gboolean is_same = store == self->store;

  g_return_if_fail (GGOV_IS_BOARD_LIST (self));

  g_set_object (&self->store, store);
  if (again && is_same)
    {
      ggov_paged_list_ask_again (self->rows);
      return;
    }

  g_clear_pointer (&self->filter, ggov_issue_filter_free);
  if (store)
    self->filter = ggov_issue_filter_copy (filter);
  ask (self);
}

void
ggov_board_list_select (GgovBoardList *self,
                        gint64         id)
{
  g_return_if_fail (GGOV_IS_BOARD_LIST (self));

  self->is_awaited = id != 0 && id != self->selected_id;
  self->selected_id = id;
  if (self->store)
    show_selection (self);
}

GgovIssue *
ggov_board_list_find (GgovBoardList *self,
                      gint64         id)
{
  g_autoptr(GgovPagedItem) item = NULL;
  guint position;

  g_return_val_if_fail (GGOV_IS_BOARD_LIST (self), NULL);

  position = ggov_paged_list_find (self->rows, id);
  if (position == GGOV_PAGED_LIST_NOWHERE)
    return NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return item ? ggov_paged_item_get_row (item) : NULL;
}

gboolean
ggov_board_list_is_reading (GgovBoardList *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_LIST (self), FALSE);

  return ggov_paged_list_is_asking (self->rows);
}
