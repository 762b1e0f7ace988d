/* ggov-issue-case-view.h: the dispute, structures, joint action or utility problem of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-issue.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ISSUE_CASE_VIEW (ggov_issue_case_view_get_type ())

/* Its buttons ask for "win.show-case" (sx) and "board.join-action" (x). */
G_DECLARE_FINAL_TYPE (GgovIssueCaseView, ggov_issue_case_view, GGOV, ISSUE_CASE_VIEW, AdwBin)

/* @cases: (nullable) (element-type GgovIssueCase): NULL until they are read */
void ggov_issue_case_view_show (GgovIssueCaseView *self,
                                GgovIssue         *issue,
                                GListModel        *cases);

G_END_DECLS
