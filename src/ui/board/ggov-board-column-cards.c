/* ggov-board-column-cards.c: the cards of a column, made as they are come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-card.h"
#include "ggov-board-column-private.h"

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
  ggov_board_card_set_issue (GGOV_BOARD_CARD (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_cb (GgovBoardColumn *self,
           GtkListItem     *item)
{
  ggov_board_card_set_issue (GGOV_BOARD_CARD (gtk_list_item_get_child (item)), NULL);
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

void
_ggov_board_column_grow_to (GgovBoardColumn *self,
                            guint            position)
{
  guint size = gtk_slice_list_model_get_size (self->begun);

  if (position >= size)
    gtk_slice_list_model_set_size (self->begun, position + SOME_CARDS);
}

static gboolean
grow (gpointer user_data)
{
  GgovBoardColumn *self = user_data;

  self->grow_id = 0;
  if (is_near_end (self))
    _ggov_board_column_grow_to (self, gtk_slice_list_model_get_size (self->begun));

  return G_SOURCE_REMOVE;
}

/* Once what there is has been painted. */
static void
scrolled_cb (GgovBoardColumn *self)
{
  if (self->grow_id == 0 && is_near_end (self) &&
      gtk_slice_list_model_get_size (self->begun) <
      g_list_model_get_n_items (G_LIST_MODEL (self->issues)))
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
  GtkWidget *focus;

  g_return_val_if_fail (GGOV_IS_BOARD_COLUMN (self), NULL);

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  for (guint i = 0; focus && i < self->cards->len; i++)
    if (gtk_widget_get_parent (self->cards->pdata[i]) == focus)
      return self->cards->pdata[i];

  return NULL;
}

void
_ggov_board_column_begin_anew (GgovBoardColumn *self)
{
  gtk_slice_list_model_set_size (self->begun, SOME_CARDS);
}

void
_ggov_board_column_init_cards (GgovBoardColumn *self)
{
  GtkAdjustment *bar = gtk_scrolled_window_get_vadjustment (self->scroller);

  self->cards = g_ptr_array_new ();
  self->begun = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->issues)), 0, SOME_CARDS);
  g_signal_connect_object (bar, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
_ggov_board_column_add_cards (GgovBoardColumn *self)
{
  g_autoptr(GtkListItemFactory) factory = make_factory (self);

  gtk_list_view_set_factory (self->list, factory);
}
