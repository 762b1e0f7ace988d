/* ggov-board-filter.h: which issues the board shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-issues.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_FILTER (ggov_board_filter_get_type ())

/* Signal "changed": another choice was made. */
G_DECLARE_FINAL_TYPE (GgovBoardFilter, ggov_board_filter, GGOV, BOARD_FILTER, AdwBin)

/* Lists to choose from, (element-type GgovChoice). What is chosen stays, where it is still there. */
void     ggov_board_filter_set_communities (GgovBoardFilter *self,
                                            GListModel      *communities);
void     ggov_board_filter_set_grids       (GgovBoardFilter *self,
                                            GListModel      *grids);

/**
 * ggov_board_filter_read:
 * @filter: (out caller-allocates): the choices; its texts are good until the next one
 *
 * Returns: whether anything is left out
 */
gboolean ggov_board_filter_read            (GgovBoardFilter *self,
                                            GgovIssueFilter *filter);

/* Everything is wanted again. */
void     ggov_board_filter_clear           (GgovBoardFilter *self);

/* Puts the focus where words are typed. */
void     ggov_board_filter_focus           (GgovBoardFilter *self);

G_END_DECLS
