/* ggov-board-reason.h: a line for words without which a question is not answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ggov_board_reason_new:
 * @words: what is asked for
 * @response: (nullable): a response of @dialog that is not to be given while the line is empty; NULL
 *   where it may be
 *
 * Returns: (transfer floating): a GtkEntry, to be put into the dialog
 */
GtkWidget *ggov_board_reason_new (AdwMessageDialog *dialog,
                                  const char       *words,
                                  const char       *response);

G_END_DECLS
