/* ggov-board-list-private.h: what the files of the board's table share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-board-list.h"
#include "ggov-paged-list.h"

G_BEGIN_DECLS

struct _GgovBoardList
{
  AdwBin             parent_instance;

  GgovBoardDesk     *desk;
  GgovTableColumns  *columns;
  GgovStore         *store;       /* (nullable) */
  GgovIssueFilter   *filter;      /* (nullable) */
  gint64             selected_id;
  gboolean           is_awaited;  /* it is to be moved to once it is there */
  gboolean           busy;        /* the program selects, not the user */

  /* From the template. */
  GtkColumnView     *column_view;
  GgovPagedList     *rows;
  GtkMultiSelection *selection;
};

/* All columns there are; the usual ones are shown. */
void _ggov_board_list_add_columns (GgovBoardList *self);

G_END_DECLS
