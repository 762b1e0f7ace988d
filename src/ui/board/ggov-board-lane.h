/* ggov-board-lane.h: one lane of the board: a heading, and its issues by stage once it is unfolded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-board-column.h"
#include "ggov-store-issue-groups.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_LANE (ggov_board_lane_get_type ())

/* Signals: "unfolded" when it is unfolded or folded; "chosen" with a GgovBoardColumn in which an issue
 * was selected. */
G_DECLARE_FINAL_TYPE (GgovBoardLane, ggov_board_lane, GGOV, BOARD_LANE, AdwBin)

GtkWidget      *ggov_board_lane_new           (GgovBoardDesk     *desk,
                                               GgovIssueGrouping  grouping);

/* @most: how many issues may be in work in it, or 0 */
void            ggov_board_lane_set_group     (GgovBoardLane     *self,
                                               GgovIssueGroup    *group,
                                               guint              most);
GgovIssueGroup *ggov_board_lane_get_group     (GgovBoardLane     *self);

void            ggov_board_lane_set_unfolded  (GgovBoardLane     *self,
                                               gboolean           is_unfolded);
gboolean        ggov_board_lane_is_unfolded   (GgovBoardLane     *self);

/* (element-type GgovIssue): those of the lane; the others of each stage are only counted. */
void            ggov_board_lane_set_issues    (GgovBoardLane     *self,
                                               GListModel        *issues);

/* (nullable): NULL while it was never unfolded */
GgovBoardColumn *ggov_board_lane_get_column   (GgovBoardLane     *self,
                                               GgovIssueStage     stage);

G_END_DECLS
