/* ggov-board-column.h: the issues of one stage, on the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-board-desk.h"
#include "ggov-issue.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_COLUMN (ggov_board_column_get_type ())

/* A card that is dropped on it asks for "board.drop" (xsx: the issue's id, the stage's code, who is to
 * have it or 0). Signal "chosen": another of its issues was selected. */
G_DECLARE_FINAL_TYPE (GgovBoardColumn, ggov_board_column, GGOV, BOARD_COLUMN, AdwBin)

/* A column of any stage: only looked at. */
#define GGOV_BOARD_COLUMN_ANY GGOV_ISSUE_N_STAGES

GtkWidget      *ggov_board_column_new           (guint            stage,
                                                 GgovBoardDesk   *desk);

/* As a part of a lane: without a heading, narrower, and no higher than its cards need. A card that is
 * dropped on it goes to @handler_id, where that is not 0. */
void            ggov_board_column_set_lane      (GgovBoardColumn *self,
                                                 gint64           handler_id);

/* What stands above it, and how many there may be; 0 for as many as come. */
void            ggov_board_column_set_title     (GgovBoardColumn *self,
                                                 const char      *title);
void            ggov_board_column_set_most      (GgovBoardColumn *self,
                                                 guint            most);

guint           ggov_board_column_get_stage     (GgovBoardColumn *self);

/**
 * ggov_board_column_set_issues:
 * @issues: (element-type GgovIssue): those that are shown; the others are passed over
 * @total: how many there are in the stage, shown or not
 *
 * What is as it was stays where it is, so that the list does not jump.
 */
void            ggov_board_column_set_issues    (GgovBoardColumn *self,
                                                 GListModel      *issues,
                                                 gint64           total);

/* (element-type gint64): appends the numbers of the issues that are shown. */
void            ggov_board_column_list_shown    (GgovBoardColumn *self,
                                                 GArray          *ids);

/* (transfer none) (nullable) */
GgovIssue      *ggov_board_column_find          (GgovBoardColumn *self,
                                                 gint64           id);
GgovIssue      *ggov_board_column_get_selected  (GgovBoardColumn *self);

/* Selects an issue and scrolls to it; 0, or one that is not here, selects none. */
void            ggov_board_column_select        (GgovBoardColumn *self,
                                                 gint64           id,
                                                 gboolean         grab_focus);

/* Focuses what is selected, or the first issue. FALSE where there is none. */
gboolean        ggov_board_column_focus         (GgovBoardColumn *self);

/**
 * ggov_board_column_show_target:
 * @hint: (nullable): what dropping a card here would do, or that it is not possible; NULL once
 *   nothing is dragged any more
 */
void            ggov_board_column_show_target   (GgovBoardColumn *self,
                                                 const char      *hint,
                                                 gboolean         possible);

/* The card under the focus, (nullable). */
GtkWidget      *ggov_board_column_find_focus_card (GgovBoardColumn *self);

G_END_DECLS
