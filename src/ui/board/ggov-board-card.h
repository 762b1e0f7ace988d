/* ggov-board-card.h: one issue on the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-board-desk.h"
#include "ggov-issue-due.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_CARD (ggov_board_card_get_type ())

/* Can be dragged; a click asks for "board.open-issue" (x: the issue's id), one with Ctrl for
 * "board.mark-issue" (likewise). */
G_DECLARE_FINAL_TYPE (GgovBoardCard, ggov_board_card, GGOV, BOARD_CARD, AdwBin)

GtkWidget *ggov_board_card_new        (GgovBoardDesk   *desk);

/* (nullable): NULL when the card waits for another issue */
void       ggov_board_card_set_issue  (GgovBoardCard   *self,
                                       GgovIssue       *issue);
GgovIssue *ggov_board_card_get_issue  (GgovBoardCard   *self);

/* Writes anew how much time is left. */
void       ggov_board_card_tick       (GgovBoardCard   *self);

/* Pops up what can be done with the issue. */
void       ggov_board_card_show_menu  (GgovBoardCard   *self);

/**
 * ggov_issue_dup_accessible_label:
 *
 * Returns: (transfer full): number, title, stage and time left of an issue, as one sentence
 */
char      *ggov_issue_dup_accessible_label (GgovIssue       *issue,
                                            GgovOfficeClock *clock,
                                            gint64           now) G_GNUC_WARN_UNUSED_RESULT;

/* Lets a label tell how an issue stands with its time, in words and colour. */
void       ggov_issue_due_show        (GtkLabel        *label,
                                       GgovIssue       *issue,
                                       GgovOfficeClock *clock,
                                       gint64           now);

/* Appends what the flow allows for the issue: "board.move" (xs: id, code). */
void       ggov_issue_append_moves    (GgovIssue       *issue,
                                       GMenu           *menu);

G_END_DECLS
