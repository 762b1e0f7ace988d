/* ggov-issue-parts-view.h: strands, summonses, reporters and duplicates of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-office-clock.h"
#include "ggov-store-issue.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ISSUE_PARTS_VIEW (ggov_issue_parts_view_get_type ())

/* Its buttons ask for "board.begin-strand" (x), "board.end-strand" (xxxb), "board.summon" (x),
 * "board.answer-summons" (xxxb), "board.add-reporter" (x) and "board.open-issue" (x); three numbers are
 * those of the issue, of the part and its version. */
G_DECLARE_FINAL_TYPE (GgovIssuePartsView, ggov_issue_parts_view, GGOV, ISSUE_PARTS_VIEW, AdwBin)

/* @now: seconds since 1970-01-01T00:00:00Z. What had the focus has it again, if it is still there. */
void ggov_issue_parts_view_show (GgovIssuePartsView     *self,
                                 const GgovIssueDetails *details,
                                 GgovOfficeClock        *clock,
                                 gint64                  now);

G_END_DECLS
