/* ggov-board-limits-private.h: whether a move passes a limit of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-issue.h"

G_BEGIN_DECLS

/**
 * _ggov_board_limits_check:
 * @issue: as it was before the move
 * @stage: where it goes
 * @handler_id: who has it then, or 0
 *
 * What a move does not add to is not looked at: nobody has to answer for a column that was full before.
 *
 * Returns: FALSE with GGOV_STORE_ERROR_CROWDED and a translated sentence where a limit is passed
 */
gboolean _ggov_board_limits_check (GgovDb          *db,
                                   GgovIssue       *issue,
                                   GgovIssueStage   stage,
                                   gint64           handler_id,
                                   GError         **error);

G_END_DECLS
