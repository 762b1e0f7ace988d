/* ggov-issue-pane.h: everything about one issue, beside the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-issue.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ISSUE_PANE (ggov_issue_pane_get_type ())

/* Its buttons ask for "board.move" (xs), "board.ask-move" (xs), "board.show-paper" (xss: number, name and
 * media type), "board.close-issue", and what those of a GgovIssueCaseView and a GgovIssuePartsView
 * ask for. */
G_DECLARE_FINAL_TYPE (GgovIssuePane, ggov_issue_pane, GGOV, ISSUE_PANE, AdwBin)

/* Shows an issue. What was typed for it stays; what was typed for another is forgotten. */
void        ggov_issue_pane_show       (GgovIssuePane          *self,
                                        const GgovIssueDetails *details,
                                        GgovOfficeClock        *clock,
                                        gint64                  now);

/* (element-type GgovIssueCase): what the issue belongs to, if that is the one shown */
void        ggov_issue_pane_show_cases (GgovIssuePane          *self,
                                        gint64                  id,
                                        GListModel             *cases);

/* Unfolds how the deadline is reckoned, and puts the focus there. */
void        ggov_issue_pane_explain    (GgovIssuePane          *self);

/* The issue that is shown, if that is its id; (transfer none) (nullable) */
GgovIssue  *ggov_issue_pane_find       (GgovIssuePane          *self,
                                        gint64                  id);

/* What was typed for the issue; (nullable): NULL where it is not shown */
const char *ggov_issue_pane_get_note   (GgovIssuePane          *self,
                                        gint64                  id);
void        ggov_issue_pane_clear_note (GgovIssuePane          *self);

G_END_DECLS
