/* ggov-board-month.h: the board's issues by the day on which they are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-board-column.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_MONTH (ggov_board_month_get_type ())

/* A month, and the cards of one day beside it. Signal "chosen" with the GgovBoardColumn in which an
 * issue was selected. */
G_DECLARE_FINAL_TYPE (GgovBoardMonth, ggov_board_month, GGOV, BOARD_MONTH, AdwBin)

/* Once, before anything else. */
void             ggov_board_month_set_desk   (GgovBoardMonth        *self,
                                              GgovBoardDesk         *desk);

/* @store: (nullable): NULL empties it. The month is the one of the filter's now at first. */
void             ggov_board_month_show       (GgovBoardMonth        *self,
                                              GgovStore             *store,
                                              const GgovIssueFilter *filter);

/* Chooses a day, and the month it is in: number of a local day. */
void             ggov_board_month_choose     (GgovBoardMonth        *self,
                                              int                    day);
int              ggov_board_month_get_chosen (GgovBoardMonth        *self);

/* The cards of the day. */
GgovBoardColumn *ggov_board_month_get_column (GgovBoardMonth        *self);

G_END_DECLS
