/* ggov-board-slot.h: a place in a column of the board, and the issue that stands there now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-board-card.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_SLOT (ggov_board_slot_get_type ())
G_DECLARE_FINAL_TYPE (GgovBoardSlot, ggov_board_slot, GGOV, BOARD_SLOT, GObject)

GgovBoardSlot *ggov_board_slot_new       (GgovIssue     *issue);

/* Another issue in the same place: its card shows it from now on. */
void           ggov_board_slot_set_issue (GgovBoardSlot *self,
                                          GgovIssue     *issue);
GgovIssue     *ggov_board_slot_get_issue (GgovBoardSlot *self);

/**
 * ggov_board_slot_set_card:
 * @self: a place
 * @card: (nullable): shows the issue of the place until another or none is set, which must be before
 *   it goes away
 */
void           ggov_board_slot_set_card  (GgovBoardSlot *self,
                                          GgovBoardCard *card);

G_END_DECLS
