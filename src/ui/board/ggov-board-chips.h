/* ggov-board-chips.h: what a filter leaves out, as words that can be taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_CHIPS (ggov_board_chips_get_type ())

/* Takes no room while nothing is left out. */
G_DECLARE_FINAL_TYPE (GgovBoardChips, ggov_board_chips, GGOV, BOARD_CHIPS, AdwBin)

/* @list: of GgovChoice, the first of them for all; any other has a chip, which goes back to the first
 * when it is clicked */
void ggov_board_chips_watch (GgovBoardChips *self,
                             GtkDropDown    *list);

G_END_DECLS
