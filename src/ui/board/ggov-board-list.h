/* ggov-board-list.h: the board's issues as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-board-desk.h"
#include "ggov-store-issues.h"
#include "ggov-table-columns.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_LIST (ggov_board_list_get_type ())

/* Paged: all that fit the filter, sorted by any column. Signal "chosen" with the id (gint64) of the one
 * issue that is selected; where several are, they are marked on the desk. Signal "sorted" once a
 * heading was clicked. Asks for "board.open-issue" (x). */
G_DECLARE_FINAL_TYPE (GgovBoardList, ggov_board_list, GGOV, BOARD_LIST, AdwBin)

/* Once, before anything else. */
void       ggov_board_list_set_desk (GgovBoardList         *self,
                                     GgovBoardDesk         *desk);

/* (transfer none): which columns there are to choose from, and which are shown */
GgovTableColumns *ggov_board_list_get_columns (GgovBoardList  *self);

/* (nullable): by what the user wants it sorted, or NULL for the usual order: what is open first, the
 * next due at the top */
const char *ggov_board_list_get_order (GgovBoardList          *self,
                                       gboolean               *descending);

/* @store: (nullable): NULL empties it; @again: the same as before, because something was written */
void       ggov_board_list_show     (GgovBoardList         *self,
                                     GgovStore             *store,
                                     const GgovIssueFilter *filter,
                                     gboolean               again);

/* Whether it does not know all its rows yet. */
gboolean   ggov_board_list_is_reading (GgovBoardList          *self);

/* Selects an issue and moves to it; 0 for none, but not what is marked. */
void       ggov_board_list_select   (GgovBoardList         *self,
                                     gint64                 id);

/* (transfer none) (nullable): NULL where it is not read */
GgovIssue *ggov_board_list_find     (GgovBoardList         *self,
                                     gint64                 id);

G_END_DECLS
