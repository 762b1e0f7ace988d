/* ggov-board-column-private.h: what the files of a column of cards share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-board-column.h"

G_BEGIN_DECLS

struct _GgovBoardColumn
{
  AdwBin              parent_instance;

  guint               stage;      /* a GgovIssueStage, or any */
  guint               most;       /* there may be, or 0 */
  gboolean            is_in_lane;
  gint64              handler_id; /* who gets what is dropped here, or 0 */
  GgovBoardDesk      *desk;
  GPtrArray          *issues;     /* (element-type GgovIssue) */
  GListStore         *slots;      /* (element-type GgovBoardSlot): the first of them, which have cards */
  guint               n_begun;    /* issues that may have cards, however many there are */
  guint               grow_id;    /* source that makes more, or 0 */
  GtkSingleSelection *selection;
  GPtrArray          *cards;      /* (element-type GgovBoardCard) (unowned): those in use */
  gint64              focus_id;   /* the issue whose card is to have the focus, or 0 */
  gboolean            selecting;  /* the program selects, not the user */

  /* From the template. */
  GtkLabel           *count;
  GtkDropTarget      *drop_target;
  GtkWidget          *empty;
  GtkWidget          *heading_box;
  GtkLabel           *heading;
  GtkLabel           *hint;
  GtkListView        *list;
  GtkButton          *more;
  GtkScrolledWindow  *scroller;
};

/* Cards for the first issues, and for more as they are scrolled to: once, in init; the factory needs
 * the desk, later. */
void _ggov_board_column_init_cards (GgovBoardColumn *self);
void _ggov_board_column_add_cards  (GgovBoardColumn *self);

/* The first @kept issues, and what came after the next @n_old, stand where they stood: @n_new others
 * are between them now. */
void _ggov_board_column_change_cards (GgovBoardColumn *self,
                                      guint            kept,
                                      guint            n_old,
                                      guint            n_new);

/* Few again, from the top, where there are other issues altogether. */
void _ggov_board_column_begin_anew (GgovBoardColumn *self);

/* Until the issue at @position has a card. */
void _ggov_board_column_grow_to    (GgovBoardColumn *self,
                                    guint            position);

/* Gives an issue's card the focus, once it is made. */
void _ggov_board_column_focus_card (GgovBoardColumn *self,
                                    gint64           id);

G_END_DECLS
