/* ggov-move-dialog.h: asks for what a move needs besides a click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-issue.h"
#include "ggov-session.h"
#include "ggov-store-move-issue.h"

G_BEGIN_DECLS

/**
 * GgovMoveDialogFunc:
 * @step: (nullable): what is to be done, good during the call; NULL where it was given up
 */
typedef void (*GgovMoveDialogFunc) (const GgovIssueStep *step,
                                    gpointer             user_data);

/* Whether the move asks for a reason, a handler, a length or a measure that @step has not. */
gboolean ggov_move_dialog_is_needed (GgovIssue           *issue,
                                     const GgovIssueStep *step);

/**
 * ggov_move_dialog_ask:
 * @parent: a widget of the window it belongs to
 * @step: what is known already; copied
 * @func: called once with the answer
 */
void     ggov_move_dialog_ask       (GtkWidget           *parent,
                                     GgovSession         *session,
                                     GgovIssue           *issue,
                                     const GgovIssueStep *step,
                                     GgovMoveDialogFunc   func,
                                     gpointer             user_data);

G_END_DECLS
