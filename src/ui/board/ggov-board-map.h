/* ggov-board-map.h: the board's open issues on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_MAP (ggov_board_map_get_type ())

/* Markers stand for what is open of the filter; one that is opened asks for "win.show-record". The
 * places are read when it is shown first. */
G_DECLARE_FINAL_TYPE (GgovBoardMap, ggov_board_map, GGOV, BOARD_MAP, AdwBin)

/* @session: (nullable): NULL empties it */
void     ggov_board_map_show        (GgovBoardMap          *self,
                                     GgovSession           *session,
                                     const GgovIssueFilter *filter);

/* Whether all that is asked for is drawn. */
gboolean ggov_board_map_is_complete (GgovBoardMap          *self);

G_END_DECLS
