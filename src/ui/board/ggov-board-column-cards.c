/* ggov-board-column-cards.c: the cards of a column, made as they are come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-card.h"
#include "ggov-board-column-private.h"
#include "ggov-board-slot.h"

/* So many cards are made at first, and so many more as they are scrolled to: each takes its time, and
 * GTK makes some two hundred, however few are on the screen. */
#define SOME_CARDS 8

static void
card_destroyed_cb (GgovBoardColumn *self,
                   GtkWidget       *card)
{
  g_ptr_array_remove_fast (self->cards, card);
}

static void
setup_cb (GgovBoardColumn *self,
          GtkListItem     *item)
{
  GtkWidget *card = ggov_board_card_new (self->desk);

  gtk_list_item_set_child (item, card);
  g_signal_connect_object (card, "destroy", G_CALLBACK (card_destroyed_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->cards, card);
}

static void
bind_cb (GgovBoardColumn *self,
         GtkListItem     *item)
{
  ggov_board_slot_set_card (gtk_list_item_get_item (item),
                            GGOV_BOARD_CARD (gtk_list_item_get_child (item)));
}

static void
unbind_cb (GgovBoardColumn *self,
           GtkListItem     *item)
{
  ggov_board_slot_set_card (gtk_list_item_get_item (item), NULL);
}

static GtkListItemFactory *
make_factory (GgovBoardColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  return factory;
}

/* Less than a screen is left below what is seen. */
static gboolean
is_near_end (GgovBoardColumn *self)
{
  GtkAdjustment *bar = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (bar);

  return page > 0 && gtk_adjustment_get_upper (bar) - gtk_adjustment_get_value (bar) < 2 * page;
}

/* Slots --------------------------------------------------------------------------------- */

static guint
count_slots (GgovBoardColumn *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->slots));
}

static void
remove_slots (GgovBoardColumn *self,
              guint            position,
              guint            most)
{
  guint n = position < count_slots (self) ? MIN (most, count_slots (self) - position) : 0;

  if (n > 0)
    g_list_store_splice (self->slots, position, n, NULL, 0);
}

/* For the issues from @position on. */
static void
insert_slots (GgovBoardColumn *self,
              guint            position,
              guint            n)
{
  g_autoptr(GPtrArray) slots = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (slots, ggov_board_slot_new (self->issues->pdata[position + i]));
  if (n > 0)
    g_list_store_splice (self->slots, position, 0, slots->pdata, n);
}

/* As many as there may be, of as many as there are issues. */
static void
fill_slots (GgovBoardColumn *self)
{
  guint goal = MIN (self->n_begun, self->issues->len);
  guint n = count_slots (self);

  if (n > goal)
    remove_slots (self, goal, n - goal);
  else
    insert_slots (self, n, goal - n);
}

void
_ggov_board_column_change_cards (GgovBoardColumn *self,
                                 guint            kept,
                                 guint            n_old,
                                 guint            n_new)
{
  guint end = kept + MIN (n_old, n_new);

  for (guint i = kept; i < MIN (end, count_slots (self)); i++)
    {
      g_autoptr(GgovBoardSlot) slot = g_list_model_get_item (G_LIST_MODEL (self->slots), i);

      ggov_board_slot_set_issue (slot, self->issues->pdata[i]);
    }

  if (n_old > n_new)
    remove_slots (self, end, n_old - n_new);
  else if (end < count_slots (self))
    insert_slots (self, end, MIN (n_new - n_old, self->n_begun - end));
  fill_slots (self);
}

void
_ggov_board_column_grow_to (GgovBoardColumn *self,
                            guint            position)
{
  if (position < self->n_begun)
    return;

  self->n_begun = position + SOME_CARDS;
  fill_slots (self);
}

static gboolean
grow (gpointer user_data)
{
  GgovBoardColumn *self = user_data;

  self->grow_id = 0;
  if (is_near_end (self))
    _ggov_board_column_grow_to (self, self->n_begun);

  return G_SOURCE_REMOVE;
}

/* Once what there is has been painted. */
static void
scrolled_cb (GgovBoardColumn *self)
{
  if (self->grow_id == 0 && is_near_end (self) && self->n_begun < self->issues->len)
    self->grow_id = g_idle_add_full (G_PRIORITY_LOW, grow, self, NULL);
}

/* A card that was just scrolled to is made when the list is laid out next. */
static gboolean
focus_card (gpointer data)
{
  GgovBoardColumn *self = data;

  for (guint i = 0; i < self->cards->len; i++)
    {
      GgovIssue *issue = ggov_board_card_get_issue (self->cards->pdata[i]);

      if (issue && ggov_issue_get_fields (issue)->id == self->focus_id)
        gtk_widget_grab_focus (gtk_widget_get_parent (self->cards->pdata[i]));
    }
  self->focus_id = 0;

  return G_SOURCE_REMOVE;
}

void
_ggov_board_column_focus_card (GgovBoardColumn *self,
                               gint64           id)
{
  if (self->focus_id == 0)
    g_idle_add_full (G_PRIORITY_LOW, focus_card, g_object_ref (self), g_object_unref);
  self->focus_id = id;
}

GtkWidget *
ggov_board_column_find_focus_card (GgovBoardColumn *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GGOV_IS_BOARD_COLUMN (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root ? gtk_root_get_focus (root) : NULL;
  for (guint i = 0; focus && i < self->cards->len; i++)
    if (gtk_widget_get_parent (self->cards->pdata[i]) == focus)
      return self->cards->pdata[i];

  return NULL;
}

void
_ggov_board_column_begin_anew (GgovBoardColumn *self)
{
  self->n_begun = SOME_CARDS;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
_ggov_board_column_init_cards (GgovBoardColumn *self)
{
  GtkAdjustment *bar = gtk_scrolled_window_get_vadjustment (self->scroller);

  self->cards = g_ptr_array_new ();
  self->slots = g_list_store_new (GGOV_TYPE_BOARD_SLOT);
  self->n_begun = SOME_CARDS;
  g_signal_connect_object (bar, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
_ggov_board_column_add_cards (GgovBoardColumn *self)
{
  g_autoptr(GtkListItemFactory) factory = make_factory (self);

  gtk_list_view_set_factory (self->list, factory);
}
