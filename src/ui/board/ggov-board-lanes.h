/* ggov-board-lanes.h: the board in lanes: by grid, community, governance lane or handler
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-board-lane.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_LANES (ggov_board_lanes_get_type ())

/* Signals: "chosen" with a GgovBoardColumn in which an issue was selected; "read" once the lanes are
 * counted and those that are unfolded are read. */
G_DECLARE_FINAL_TYPE (GgovBoardLanes, ggov_board_lanes, GGOV, BOARD_LANES, AdwBin)

/* Once, before anything else. */
void       ggov_board_lanes_set_desk   (GgovBoardLanes        *self,
                                        GgovBoardDesk         *desk);

/* (nullable) (element-type GgovBoardLimit): kept until the next one. */
void       ggov_board_lanes_set_limits (GgovBoardLanes        *self,
                                        GPtrArray             *limits);

/**
 * ggov_board_lanes_show:
 * @store: (nullable): NULL for none
 * @filter: copied
 *
 * Reads the lanes, and the issues of those that are unfolded: what is folded costs nothing. The first
 * two with something open are unfolded, until the user wants others.
 */
void       ggov_board_lanes_show       (GgovBoardLanes        *self,
                                        GgovStore             *store,
                                        const GgovIssueFilter *filter,
                                        GgovIssueGrouping      grouping);

gboolean   ggov_board_lanes_is_reading (GgovBoardLanes        *self);

/* Selects an issue where it is shown; 0 for none. */
void       ggov_board_lanes_select     (GgovBoardLanes        *self,
                                        gint64                 id,
                                        gboolean               grab_focus);

/* (transfer none) (nullable) */
GgovIssue *ggov_board_lanes_find       (GgovBoardLanes        *self,
                                        gint64                 id);

/* What a card that is dragged could do at each stage; NULL once nothing is. */
typedef void (*GgovBoardColumnFunc)    (GgovBoardColumn       *column,
                                        gpointer               user_data);
void       ggov_board_lanes_foreach    (GgovBoardLanes        *self,
                                        GgovBoardColumnFunc    func,
                                        gpointer               user_data);

/* From the card that has the focus to the next stage of its lane that has one, or the one before. */
void       ggov_board_lanes_focus_by   (GgovBoardLanes        *self,
                                        int                    by);

G_END_DECLS
