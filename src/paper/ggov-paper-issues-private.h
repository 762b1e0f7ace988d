/* ggov-paper-issues-private.h: what papers about issues share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-choice.h"
#include "ggov-issue-spots.h"
#include "ggov-paper-kinds-private.h"
#include "ggov-report-issues.h"
#include "ggov-store-issue-facts.h"
#include "ggov-store-office.h"

G_BEGIN_DECLS

/* What a paper needs; the rest is NULL. */
typedef struct
{
  GListModel     *issues; /* (element-type GgovIssue) */
  GPtrArray      *facts;  /* (element-type GgovIssueFacts) */
  GgovIssueSpots *spots;
  char           *office;
} GgovPaperIssues;

void                    _ggov_paper_issues_free        (gpointer                data);

/* Reads the office's name as well, and ends @task with it all; takes all but @store. */
void                    _ggov_paper_issues_return      (GgovStore              *store,
                                                        GTask                  *task,
                                                        GgovPaperIssues        *content,
                                                        GError                 *error);

GgovReportIssuesOptions _ggov_paper_get_issues_options (const GgovPaperIssues  *content,
                                                        const GgovPaperOptions *options);

G_END_DECLS
